"""A light reading of the clauses that lead to a sentence's figures: their topics and verbs.

This is no grammar of the language: from each figure the words before it are read backwards. A verb of
measuring (``đạt``, ``tăng``, ``chiếm``) has its topic before it. A noun of measure (``giá``, ``vốn``) may
lead to a figure without a verb, or stand after it (``500 tỷ đồng doanh thu``). A clause without a topic takes
up that of the one before (``X đạt A, tăng B``). Times, brackets and comparisons are skipped.

A figure whose topic no rule finds has none. Limits: relative clauses, questions, a topic after its verb
(``Đạt 5% là tỷ lệ …``), a list of things without a verb, a topic more than one sentence back.

The words are in ``data/clause_words.toml``. The work for each figure is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..registries import Pattern, Worded
from ._masked import Clause, Masked
from ._patterns import (
    BRACKET,
    FIGURE,
    HIDDEN,
    OWN_LETTERS,
    TIME,
    anaphora,
    intent_words,
    intents,
    may_end_in_verb,
    no_topic,
    of_an_index,
    of_plan,
    own_verb,
    verb_before_figure,
    whole_economies,
)
from ._topic import (
    after_openers,
    first_break,
    is_growth,
    is_measure,
    label,
    measure_after,
    names_measure,
    things_after,
    topic_before,
    without_tail,
)

__all__ = ["Clause", "Masked", "Place", "is_measure", "names_measure", "read_clauses"]

Place = tuple[int, int]

#: How many figures back the topic that a clause takes up may stand.
_ROW = 8
#: Words of the name of a list's member: miền Bắc 975 nghìn ha.
_LONGEST_NAME = 5
_COMPARISON = Pattern(r"(?:hơn|so với|so|(?:cao|thấp|nhiều|ít) hơn)(?: [^\W\d_]+){0,6}")


def read_clauses(
    masked: Masked, sentence: Place, figures: Sequence[Place], named: Sequence[bool] | None = None
) -> list[Clause]:
    """The clause of each of *figures*, which are in order, in one *sentence*.

    Args:
        masked: The text of the sentence.
        sentence: Where the sentence begins and ends.
        figures: Where its figures begin and end.
        named: For each figure whether its topic is wanted; for the others only the verb is read.

    >>> text = "Năm 2021, xuất khẩu đạt 371 tỷ USD, tăng 10,6%; nhập khẩu 360 tỷ USD"
    >>> quotes = ("371 tỷ USD", "10,6%", "360 tỷ USD")
    >>> figures = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    >>> sentence = (0, len(text))
    >>> masked = Masked(text.lower(), text, [sentence], figures, times=[(0, 8)])
    >>> clauses = read_clauses(masked, sentence, figures)
    >>> [clause.topic and text[slice(*clause.topic)] for clause in clauses], clauses[1].follows
    (['xuất khẩu', None, 'nhập khẩu'], 0)
    """
    clauses = masked.clauses(sentence, figures)
    for index, clause in enumerate(clauses):
        _read_verb(masked, clause, not index)
        if named is None or named[index]:
            _read_topic(masked, clauses, index)
    return clauses


def _read_verb(masked: Masked, clause: Clause, is_first: bool) -> None:
    """Part the words of *clause* at the verb that leads to the figure, if there is one."""
    words = clause.words
    if words.endswith("+"):
        words = clause.words = clause.before = f"{words[:-1]} "  # tương đương +5 điểm
    if " thứ " in words and not is_first:
        words = clause.words = clause.before = _RANKED.sub(_blank_rank, words)
    last = _last_word(words)
    if last.endswith(_JOINT) and (last[-1] == ":" or last == "với"):
        clause.colon = last != "với"
        words = clause.words = clause.before = _without_joint(words)
        last = _last_word(words)
    if words.startswith(_YEARLY) and not is_first:
        words = clause.words = clause.before = _BY_YEAR.sub(_blank_rank, words)
    if " so" in words:
        words = clause.words = clause.before = _without_comparisons(words, is_first)
    if masked.lower[clause.start] in OWN_LETTERS and (
        own := own_verb().match(masked.lower, clause.start, clause.end)
    ):
        clause.verb = own["verb"]
    elif may_end_in_verb(last) and (verb := _verb(masked, clause.begin, words)) is not None:
        clause.verb = (verb["verb"] + verb["rest"]).strip(HIDDEN + " ,")
        if clause.verb.startswith(_NOTED_RISES):
            clause.verb = clause.verb.removeprefix("ghi nhận mức ")
        clause.before = _before_move(words[: verb.start("verb")], clause.verb)


def _last_word(words: str) -> str:
    words = words.rstrip()
    return words[words.rfind(" ") + 1 :]


def _zone(clause: Clause) -> tuple[str, bool]:
    """The words after a figure and before the verb, and whether the first of them still name what it counts.

    Those first words are blanked.
    """
    zone = clause.before
    tail = _tail_of_count(zone)
    if tail is None:
        return zone, False
    counted = zone[:tail].strip(HIDDEN + " ,")
    return " " * tail + zone[tail:], bool(counted) and of_plan().match(counted) is None


def _verb(masked: Masked, begin: int, words: str) -> re.Match[str] | None:
    """The verb that leads to a figure, if it is not the last word of a name, as in ``Cao Bằng 5 xã``."""
    verb = verb_before_figure(words)
    while verb is not None and (
        _ends_in_growth(words, verb.end("verb")) or _ends_name(masked.plain, begin + verb.start())
    ):
        verb = verb_before_figure(words, verb.end("verb"))
    return verb


def _ends_in_growth(words: str, end: int) -> bool:
    """Whether the verb that ends at *end* is only part of a noun: tốc độ tăng trưởng."""
    return words.endswith(_GROWN, 0, end) and _GROWTH.search(words, 0, end) is not None


def _ends_name(plain: str, at: int) -> bool:
    """Whether the word at *at* has a capital after another that has one."""
    if not (plain[at].isupper() and plain[at + 1 : at + 2].islower()):
        return False
    before = plain[max(0, at - _SYLLABLE) : at].split(" ")[-2:]
    return before[-1] == "" and before[0][:1].isupper()


def _before_move(zone: str, verb: str) -> str:
    """*zone* up to the verb of a rise or fall, where *verb* only states where or how far it led.

    Examples are ``giá tăng hết biên độ | lên 5 nghìn``, ``chỉ số giảm mạnh với mức | giảm 2 điểm`` and
    ``CPI có mức | tăng 0,3%``.
    """
    if zone.endswith(_GROWTH_OF) and (own := _WITH_GROWTH.search(zone)) is not None:
        return zone[: own.start()]
    by = _BY_GROWTH.search(zone) if " với " in zone else None
    if by is None and not verb.startswith(("lên", "xuống", "về")):
        return zone
    lead = zone[: by.start()] if by is not None else zone
    moved = _MOVED_BEFORE.search(lead)
    return lead[: moved.start()] if moved is not None else zone


def _without_joint(words: str) -> str:
    """*words* without the colon or ``với`` that ends them: thu nội địa: 5 tỷ; thu nội địa với 5 tỷ."""
    bare = words.rstrip()
    bare = bare[:-1].rstrip() if bare.endswith(":") else bare.removesuffix(" với")
    return bare.ljust(len(words))


def _without_comparisons(words: str, is_first: bool) -> str:
    """*words* with those comparisons blanked that belong to another figure or stand inside a clause."""
    if not is_first and (compared := _COMPARED.match(words)) is not None:
        words = _blank(compared) + words[compared.end() :]
    return _COMPARED_INSIDE.sub(_blank, words) if " so với " in words else words


def _blank_rank(found: re.Match[str]) -> str:
    """The blanks for what stands between a figure and the next clause, and names nothing."""
    return " " * len(found.group())


def _blank(found: re.Match[str]) -> str:
    """The blanks for a comparison; its comma stays, as it ends what the figure before counts."""
    words = found.group()
    own = words.rfind(TIME) + 1  # so với cùng kỳ | số vụ tăng 5%
    if own and is_measure(words[own:].lstrip()):
        return " " * own + words[own:]
    return " " * (len(words) - 1) + ("," if words.endswith(",") else " ")


def _read_topic(masked: Masked, clauses: Sequence[Clause], index: int) -> None:
    """Find what the figure at *index* measures, or what its clause takes up instead."""
    clause = clauses[index]
    zone, goes_on = _zone(clause) if clause.after_figure else (clause.before, False)
    if recalls := _recalled(zone):
        # con số này giảm 2% về khối lượng
        clause.topic = measure_after(clause.text, clause.end, clause.sentence[1])
        alone = not zone[recalls.end() :].strip(HIDDEN + " ,")
        if recalls.group() in of_an_index():
            alone = alone and _is_bare(zone[: recalls.start()])  # HNX cũng vậy, chỉ số này tăng 5%
        clause.recalls = clause.topic is None and alone
        return
    clause.topic = _named(masked, clauses, index, zone)
    if clause.topic is not None:
        clause.verb = clause.verb or _verb_before(clause.text, clause.begin, clause.topic[0])
        return
    if clause.verb or clause.bracketed or (not goes_on and _joins(clause.words)):
        clause.follows = _followed(masked, clauses, index, zone)
    if clause.verb.startswith(_SHARES):
        clause.share_of = measure_after(clause.text, clause.end, clause.sentence[1])
    elif clause.follows is None and not clause.verb and not clause.bracketed:
        clause.row = _row(masked, clause, zone)


def _joins(words: str) -> bool:
    """Whether *words* join a figure without a verb to the one before."""
    return (
        not words.strip() or "," in words or ";" in words or "(" in words or _JOINS.search(words) is not None
    )


def _recalled(zone: str) -> re.Match[str] | None:
    """Words such as ``con số này``; a quick test first, as each ends with one of three words."""
    if "này" in zone or "đó" in zone or "trên" in zone:
        return anaphora().search(zone)
    return None


def _row(masked: Masked, clause: Clause, zone: str) -> Place | None:
    """The name that stands alone between a figure and the list that it is a member of."""
    start = after_openers(zone, 0, len(zone))
    name = zone[start:].strip(HIDDEN + " ,")
    if name.count(" ") >= _LONGEST_NAME or first_break(name.replace(" và ", ", ")) is not None:
        return None
    opens = masked.list_opens(clause.sentence)
    if 0 <= opens <= clause.begin + len(zone):
        clause.opens = opens
    elif clause.after_figure or not name or clause.text[clause.begin - 1 : clause.begin] != ";":
        return None
    begin = clause.begin + zone.index(name, start)
    return begin, begin + len(name)


def _named(masked: Masked, clauses: Sequence[Clause], index: int, zone: str) -> Place | None:
    """The topic that the clause names: before its verb, after the figure, as a label, or a share's things.

    A measure before a verb takes precedence over one after the figure: ``tỷ trọng kinh tế số đạt 30% GDP``.
    """
    clause = clauses[index]
    text = clause.text
    before = topic_before(zone, clause.begin, clause.verb, clause.words)
    if before is not None and zone.rstrip(HIDDEN + " ").endswith(","):
        before = _before_comma(clause, before)
    if before is not None and clause.verb and is_measure(text[slice(*before)]):
        return before
    if clause.verb.startswith(_SHARES):
        return before
    after = measure_after(text, clause.end, clause.sentence[1])
    if before is not None and after is not None and text[slice(*after)] in whole_economies():
        return before  # kinh tế số đạt 30% GDP
    topic = after or before
    if topic is None and clause.colon and not clause.verb and _opens_part(text, clause):
        topic = label(clause.words, clause.begin)
    if topic is None and clause.bracket is None:
        return things_after(masked.lower, clause.end, clause.sentence[1])
    return topic or _before_bracket(masked, clauses, index)


def _before_comma(clause: Clause, topic: Place) -> Place | None:
    """The *topic* that a comma parts from its verb or figure, if it is one.

    It is none without a verb (``chưa đáp ứng nhu cầu, 40% doanh nghiệp``), nor where it only ends what the
    figure before counts (``5 người dùng A, B, tăng 2%``).
    """
    if not clause.verb:
        return None
    return topic if not clause.after_figure or is_measure(clause.text[slice(*topic)]) else None


def _opens_part(text: str, clause: Clause) -> bool:
    """Whether the sentence, or a part of it after a semicolon, begins where the words do."""
    return clause.begin == clause.sentence[0] or text[clause.begin - 1] in "\n;"


def _before_bracket(masked: Masked, clauses: Sequence[Clause], index: int) -> Place | None:
    """The measure right before the bracket whose first figure this is: thu nội địa (tăng 5%)."""
    clause = clauses[index]
    if clause.bracket is None or clause.begin != clause.bracket[0] + 1:
        return None
    begin, end = masked.before_bracket(
        clause.bracket, clauses[index - 1].end if index else clause.sentence[0]
    )
    zone = masked.outer[begin:end]
    topic = topic_before(zone, begin, "", zone)
    if topic is None or not is_measure(masked.outer[slice(*topic)]):
        return _bracketed_row(
            clause, masked.outer, (begin, end), index > 0 and begin == clauses[index - 1].end
        )
    return None if is_growth(masked.outer[slice(*topic)]) else topic


def _bracketed_row(clause: Clause, outer: str, place: Place, after_figure: bool) -> Place | None:
    """The name at *place* of a list's member whose rise or share stands alone in the bracket after it.

    An example is ``túi xách (+46,2%), giường (tăng 8%)``; what a figure right before counts is no such name.
    """
    begin, end = place
    zone, after = outer[begin:end], outer[end : end + _LONGEST_BRACKET].lstrip(BRACKET)
    listed = zone.lstrip(BRACKET).startswith(_MEMBER_MARKS)
    is_alone = clause.bracket is not None and clause.bracket[1] == clause.end + 1
    if not is_alone or not (listed if after_figure else after.startswith(_MEMBER_MARKS)):
        return None
    start = after_openers(zone, 0, len(zone))
    name = zone[start:].strip(HIDDEN + " ,;")
    if not _MEMBER.fullmatch(name) or name.count(" ") >= _LONGEST_NAME or no_topic().match(name) is not None:
        return None
    if first_break(name.replace(" và ", ", ")) is not None:
        return None
    first = begin + zone.index(name, start)
    return first, first + len(name)


def _tail_of_count(zone: str) -> int | None:
    """Where the words end that still name what the figure before counts: 5 ca | tử vong, cao hơn."""
    if zone[:1] != " " or zone.startswith(_OTHER_MEMBER):
        return None
    words = zone.partition(",")[0].partition(";")[0]
    found = first_break(words)
    if found is None or (
        len(words) < len(zone) and words.startswith(_PASSIVES, found) and not names_measure(words)
    ):
        return len(words)  # 5 dự án được cấp phép, | giảm 2%
    return found


def _verb_before(text: str, begin: int, topic: int) -> str:
    """The verb of a rise or fall that has the topic as its object: giảm thanh khoản 49%."""
    may_move = text.endswith(_MOVE_ENDS, begin, topic)
    verb = _MOVES.search(text, max(begin, topic - 16), topic) if may_move else None
    return verb["verb"] if verb is not None else ""


#: What may end the words for a topic right before its figure.
_JOINT = (":", "với")
# The rest of a comparison after the figure before: tăng 5% | so với dự toán, giảm 2%.
_COMPARED = Pattern(
    r"(?: và| nhưng| còn)? so(?: với)? .*?(?:,|\Z"
    r"|(?= (?:và|nhưng|còn|tăng|giảm|đạt|bằng|vượt|cao hơn|thấp hơn|gấp|chiếm)(?!\w)))"
)
# A comparison inside a clause: X tăng khá so với trước dịch, đạt 5 tỷ; X so với năm trước tăng 5%.
_COMPARED_INSIDE = Pattern(r" so với [^,;]{2,90}?(?:,|(?= (?:tăng|giảm|như)(?!\w)))")
# Words that look like a verb but are part of a noun: tốc độ tăng trưởng, vốn cấp mới và tăng thêm.
_GROWTH = Pattern(
    r"(?<!\w)(?:(?:tốc độ|nhịp độ|vào|cho|về) tăng trưởng|(?:vốn|cấp mới,?(?: và)?|đăng ký|giá trị) tăng thêm"
    r"|giá trị gia tăng)\Z"
)
_GROWN = ("tăng trưởng", "tăng thêm", "gia tăng")
_BY_GROWTH = Pattern(r",? với (?:mức|biên độ|đà|tốc độ)\s*\Z")
#: Before a rise or fall that led to the figure before: dừng ở 1.983 điểm | sau khi tăng 8 điểm.
_AFTER_THAT = Pattern(r"\A\s*(?:sau )?khi\s*\Z")
#: After a rise that is told from one time to the next: tăng 7% | theo quý, tăng 14% theo năm.
_YEARLY = (" theo quý", " theo năm", " theo tháng")
_BY_YEAR = Pattern(r"\A theo (?:quý|năm|tháng)(?!\w)")
#: What parts the members of a list.
_MEMBER_MARKS = (", ", "; ", " và ")
#: The letters of a bracket around one figure.
_LONGEST_BRACKET = 40
# The name of a member, perhaps of several things: giường, tủ, bàn.
_MEMBER = Pattern(r"[^\W\d_](?:[^\W\d_]|[-–., ])*")
#: Begin what is done to counted things.
_PASSIVES = ("được ", "bị ")
#: What ends a noun of growth before its verb: mức tăng, tốc độ tăng.
_GROWTH_OF = ("mức ", "độ ", "đà ")
#: A noun of growth after a verb that only notes it.
_NOTED_RISES = ("ghi nhận mức tăng", "ghi nhận mức giảm")
_WITH_GROWTH = Pattern(r" (?:(?:đã|đang|cũng|vẫn) )?có (?:mức|biên độ|đà|tốc độ)\s*\Z")
_MOVED_BEFORE = Pattern(
    r"(?<!\w)(?:tăng|giảm|sụt|nhích|lùi|rơi|tụt|leo)(?! trưởng)(?!\w)"
    r"(?:(?!(?:và|nhưng|song|còn|khi)(?!\w))[^\W\d_]++[^\w,;]*+|[^\w,;]++|[0-9]++){0,14}\Z"
)
# Beside a comma, what joins a figure without a verb to the one before.
_JOINS = Worded(r"(?<!\w)<clause_words/figure-joints>(?!\w)")
# A rank, up to the next clause: GRDP tăng 8%, | đứng thứ 3 cả nước, thứ 2 miền Trung, | cao hơn năm trước 2%.
_RANKED = Pattern(
    r", (?:đứng|xếp|vươn lên) (?:ở )?(?:vị trí |hạng )?thứ [^,;]+"
    r"(?:, (?:và )?(?:đứng |xếp )?thứ [^,;]+)*(?=,)"
)
#: The letters of the longest syllable, and the space after it.
_SYLLABLE = 8
#: The verb whose figure is a share of the whole after it, and belongs to the topic before it.
_SHARES = "chiếm"
#: What a list's next member begins with, after a figure: tăng 5% hay điện thoại và linh kiện tăng 7%.
_OTHER_MEMBER = (" hay ", " hoặc ")
#: How what ``_MOVES`` finds ends: most topics follow none of these, and need no search.
_MOVE_ENDS = ("tăng ", "giảm ", "nâng ", "hạ ")
_MOVES = Pattern(r"(?<!\w)(?P<verb>tăng|giảm|nâng|hạ) \Z")
#: What may stand around a figure that takes up the topic of another.
_NO_WORDS = f"{HIDDEN}{FIGURE} ,–-"


def _tells_another(masked: Masked, host: Clause, bracket: Place, zone: str) -> bool:
    """Whether a bracket gives the level of the baseline: đạt 60%, cao hơn cả nước (50%)."""
    between = masked.outer[host.end : bracket[0]]
    compared = between.rfind(" hơn ")
    return compared >= 0 and TIME not in between[compared:] and not zone.strip(HIDDEN + " ,")


def _followed(masked: Masked, clauses: Sequence[Clause], index: int, zone: str) -> int | None:
    """The figure whose topic this one takes up: the one before, or the one before its bracket."""
    if not index or not _is_bare(zone.strip(_NO_WORDS)):
        return None
    bracket = clauses[index].bracket
    for other in range(index - 1, max(-1, index - _ROW), -1):
        inside = clauses[other].bracket
        if inside is None or inside == bracket:
            is_other = bracket is not None and _tells_another(masked, clauses[other], bracket, zone)
            return None if is_other else other
    return None


def _is_bare(zone: str) -> bool:
    """Whether *zone* names nothing: it is only openers, tails, a comparison or a verb of planning."""
    if not zone:
        return True
    if zone.endswith(intent_words()):
        zone = intents().sub("", zone)
    if zone.endswith("khi"):
        zone = _AFTER_THAT.sub("", zone)
    if "so" in zone or "hơn" in zone:
        zone = _COMPARISON.sub("", zone, count=1)
    return not without_tail(zone[after_openers(zone, 0, len(zone)) :]).strip(_NO_WORDS)
