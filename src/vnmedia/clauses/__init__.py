"""A light reading of the clauses that lead to a sentence's figures: the topic, the verb, what goes on.

This is no grammar of the language: from each figure the words before it are read backwards. A verb of
measuring (``đạt``, ``tăng``, ``chiếm``) has its topic before it. A noun of measure (``giá``, ``vốn``) may
lead to a figure without a verb, or stand after it (``500 tỷ đồng doanh thu``). A clause without a topic goes
on with the one before (``X đạt A, tăng B``). Times, brackets and comparisons are looked over.

What no rule says plainly has no topic. Limits: relative clauses, questions, a topic after its verb
(``Đạt 5% là tỷ lệ …``), a list of things without a verb, a topic more than one sentence back.

The words are in ``data/clause_words.toml``. The work for each figure is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from ._patterns import (
    BRACKET,
    FIGURE,
    HIDDEN,
    TIME,
    anaphora,
    breaks,
    counted_nouns,
    growth_noun,
    growth_noun_before,
    measure_after,
    measures,
    next_part,
    no_topic,
    openers,
    own_verb,
    places,
    stops_after,
    tail_words,
    topic_end,
    verbs_before_figure,
    weak_verbs,
)

__all__ = ["Clause", "Place", "is_measure", "names_measure", "read_clauses"]

Place = tuple[int, int]

# How far before a figure its clause is read.
_REACH = 260
_LONGEST_TOPIC = 22
#: How many figures back the topic may stand that goes on.
_ROW = 8
#: Words of a label before a colon.
_LONGEST_LABEL = 10
#: Words of a list's member: gạo, cà phê tăng 8,5%.
_LONGEST_MEMBER = 4
_HARD = re.compile(r"[;:!?\n“”\"…]|\.(?=\s)")
_BRACKETS = re.compile(r"\([^()\n]{0,200}\)")
_COMPARISON = re.compile(r"(?:hơn|so với|so|cao hơn|thấp hơn)(?: [^\W\d_]+){0,6}")
_ONLY_HIDDEN = re.compile(rf"[\s,{HIDDEN}]*")
_ENDS = f"{HIDDEN}\t\n ,–-"
# Words that end in a preposition and are whole.
_WHOLE = frozenset(("nhà ở", "phản hồi", "thu hồi", "phục hồi"))
_HEAD = re.compile(rf"[\s,{HIDDEN}–•*+-]+")


@attrs.frozen
class Clause:
    """What leads to one figure.

    Attributes:
        topic: Where the words for what is measured stand in the text; None where nothing says it plainly.
        verb: The words from the verb to the figure, in small letters; empty without a verb.
        follows: The index of the figure whose topic goes on here, where this one has none of its own.
        recalls: Whether words such as ``con số này`` stand for the topic of the sentence before.
        bracketed: Whether it stands in brackets.
    """

    topic: Place | None = None
    verb: str = ""
    follows: int | None = None
    recalls: bool = False
    bracketed: bool = False


def read_clauses(
    lower: str,
    sentence: Place,
    figures: Sequence[Place],
    times: Iterable[Place],
    named: Sequence[bool] | None = None,
) -> list[Clause]:
    """The clause of each of *figures*, which are in order, in one *sentence* of a text in small letters.

    Args:
        lower: The whole text in small letters.
        sentence: Where the sentence begins and ends.
        figures: Where its figures begin and end.
        times: Where its times begin and end.
        named: For each figure whether its topic is asked for; of the others the verb alone is read.

    >>> text = "năm 2021, xuất khẩu đạt 371 tỷ usd, tăng 10,6%; nhập khẩu 360 tỷ usd"
    >>> quotes = ("371 tỷ usd", "10,6%", "360 tỷ usd")
    >>> figures = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    >>> clauses = read_clauses(text, (0, len(text)), figures, [(0, 8)])
    >>> [clause.topic and text[slice(*clause.topic)] for clause in clauses], clauses[1].follows
    (['xuất khẩu', None, 'nhập khẩu'], 0)
    """
    masked = _Masked(lower, sentence, figures, times)
    return [_clause(masked, index, named is None or named[index]) for index in range(len(figures))]


def is_measure(words: str) -> bool:
    """Whether *words*, in small letters, begin with a noun for what has an amount.

    >>> is_measure("giá lúa"), is_measure("hồ tiêu")
    (True, False)
    """
    found = measures().match(words)
    return found is not None and bool(found["measure"])


def names_measure(words: str) -> bool:
    """Whether *words*, in small letters, hold a noun for what has an amount."""
    return _measure(words, 0, len(words)) is not None


class _Masked:
    """A sentence in which times, and brackets around other things than figures, are hidden."""

    def __init__(self, lower: str, sentence: Place, figures: Sequence[Place], times: Iterable[Place]) -> None:
        self.base, end = sentence
        self.figures = [(start - self.base, stop - self.base) for start, stop in figures]
        self.text = text = lower[self.base : end]
        inner = list(text)
        for start, stop in times:
            _hide(inner, start - self.base, stop - self.base, TIME)
        for start, stop in self.figures:
            _hide(inner, start, stop, FIGURE)
        #: With the brackets, for the figures inside of them.
        self.inner = "".join(inner)
        brackets = [match.span() for match in _BRACKETS.finditer(self.inner)]
        for start, stop in brackets:
            _hide(inner, start, stop, BRACKET)
        self.outer = "".join(inner)
        #: The bracket around each figure.
        self.around = [_around(brackets, start, stop) for start, stop in self.figures]


def _around(brackets: Sequence[Place], start: int, stop: int) -> Place | None:
    """The one of *brackets*, which are in order, that the words from *start* to *stop* stand in."""
    index = bisect_right(brackets, (start, start)) - 1
    return brackets[index] if index >= 0 and stop <= brackets[index][1] else None


def _hide(characters: list[str], start: int, stop: int, mark: str) -> None:
    start, stop = max(0, start), min(len(characters), stop)
    if start < stop:
        characters[start:stop] = mark * (stop - start)


class _Lead(NamedTuple):
    """The words that lead to one figure.

    Attributes:
        text: The sentence with what is hidden from it.
        begin: Where the words begin.
        words: They, without a colon at their end.
        zone: The part before the verb, without what only goes on naming the count before.
        verb: The words from the verb on.
        colon: Whether a colon ends them.
        goes_on: Whether they begin with words that go on naming the count before.
        bracket: The bracket around the figure.
    """

    text: str
    begin: int
    words: str
    zone: str
    verb: str
    colon: bool
    goes_on: bool
    bracket: Place | None


def _lead(masked: _Masked, index: int) -> _Lead:
    start, end = masked.figures[index]
    bracket = masked.around[index]
    text = masked.inner if bracket is not None else masked.outer
    begin = _begin(masked, index, bracket)
    words = text[begin:start]
    colon = _COLON.search(words)
    if colon is not None:
        words = words[: colon.start()].ljust(len(words))
    own = own_verb().match(masked.text, start, end)
    verb = verbs_before_figure().search(words) if own is None else None
    zone = words[: verb.start("verb")] if verb is not None else words
    said = (verb["verb"] + verb["rest"]).strip(HIDDEN + " ,") if verb is not None else ""
    tail = _tail_of_count(masked, index, begin, zone)
    goes_on = tail is not None and bool(zone[:tail].strip(HIDDEN + " ,"))
    if tail is not None:
        zone = " " * tail + zone[tail:]
    said = own["verb"] if own is not None else said
    return _Lead(text, begin, words, zone, said, colon is not None, goes_on, bracket)


def _clause(masked: _Masked, index: int, named: bool) -> Clause:
    lead = _lead(masked, index)
    bracketed = lead.bracket is not None
    if not named:
        return Clause(verb=lead.verb, bracketed=bracketed)
    if recalls := anaphora().search(lead.zone):
        alone = not lead.zone[recalls.end() :].strip(HIDDEN + " ,")
        return Clause(verb=lead.verb, recalls=alone, bracketed=bracketed)
    topic = _named(masked, index, lead)
    if topic is not None:
        verb = lead.verb or _verb_before(lead.text, lead.begin, topic[0])
        return Clause(topic=_in_text(masked, *topic), verb=verb, bracketed=bracketed)
    joined = bool(lead.verb) or bracketed or (not lead.goes_on and _JOINS.search(lead.words) is not None)
    follows = _followed(masked, index, lead.bracket, lead.zone) if joined else None
    return Clause(verb=lead.verb, follows=follows, bracketed=bracketed)


def _named(masked: _Masked, index: int, lead: _Lead) -> Place | None:
    """The topic that the clause names: after the figure, before its verb, as a label, or a share's things."""
    end = masked.figures[index][1]
    topic = _after(lead.text, end) if not lead.verb.startswith("chiếm") else None
    if topic is None:
        topic = _topic(lead.zone, lead.begin, lead.verb, lead.words)
    opens_line = lead.text[max(0, lead.begin - 1) : lead.begin] in ("", "\n")
    if topic is None and lead.colon and not lead.verb and opens_line:
        topic = _label(lead.words, lead.begin)
    if topic is None and lead.bracket is None:
        topic = _things_after(masked.text, end)
    return topic


def _label(lead: str, base: int) -> Place | None:
    """The label that a line begins with, before its colon: ``- Nhật Bản: 3.605 triệu USD``."""
    end = len(_without_tail(lead))
    start, end = _trimmed(lead, _after_openers(lead, 0, end), end)
    label = lead[start:end]
    if not label or label.count(" ") >= _LONGEST_LABEL or breaks().search(label):
        return None
    return base + start, base + end


def _tail_of_count(masked: _Masked, index: int, begin: int, zone: str) -> int | None:
    """Where the words end that only go on naming what the figure before counts: 5 ca | tử vong, cao hơn."""
    if not index or masked.figures[index - 1][1] != begin or not zone.startswith(" "):
        return None
    boundary = next_part().search(zone)
    return boundary.start() if boundary is not None else len(zone)


def _verb_before(text: str, begin: int, topic: int) -> str:
    """The verb of a rise or fall that has the topic as its object: giảm thanh khoản 49%."""
    verb = _MOVES.search(text, max(begin, topic - 16), topic)
    return verb["verb"] if verb is not None else ""


def _in_text(masked: _Masked, start: int, end: int) -> Place:
    return masked.base + start, masked.base + end


def _begin(masked: _Masked, index: int, bracket: Place | None) -> int:
    """Where the words that lead to a figure begin: after the figure before, or after what parts clauses."""
    start = masked.figures[index][0]
    begin = max(0, start - _REACH)
    if bracket is not None:
        begin = max(begin, bracket[0] + 1)
    for previous in masked.figures[max(0, index - 8) : index]:
        if bracket is not None or masked.outer[previous[0]] == FIGURE:
            begin = max(begin, previous[1])
    text = masked.inner if bracket is not None else masked.outer
    for boundary in _HARD.finditer(text, begin, start):
        if text[boundary.start()] != ":" or text[boundary.end() : start].strip(HIDDEN + " ,"):
            begin = boundary.end()
    return begin


def _topic(zone: str, base: int, verb: str, lead: str) -> Place | None:
    """The noun phrase that ends *zone*, as a place in the sentence; *verb* leads from it to the figure.

    A passive before the verb is no part of it: ``giá sách được điều chỉnh, giảm``.
    """
    moved = len(zone) + len(verb.partition(" ")[0])
    if not _LEADS.search(verb) and growth_noun_before().search(lead, max(0, len(zone) - 12), moved):
        return None  # với mức giảm 0,24%
    if verb:
        zone = _PASSIVE.sub("", zone)
    end = len(_without_tail(zone))
    start = _phrase_start(zone, end)
    time = zone.find(TIME, start, end)
    if time > start:
        end = start + len(_without_tail(zone[start:time]))
    start, end = _trimmed(zone, start, end)
    phrase = zone[start:end]
    growth = growth_noun().match(phrase)
    if growth is not None:
        start, end = _trimmed(zone, start + growth.end(), end)
        phrase = zone[start:end]
    measure = _measure(phrase, 0, len(phrase))
    strong = (
        bool(verb) and not weak_verbs().fullmatch(verb.partition(" ")[0]) and not weak_verbs().match(verb)
    )
    if measure is not None:
        start += measure.start()
    elif not strong:
        return None
    phrase = topic_end().split(zone[start:end])[0]
    if not verb and _OTHER_CLAUSE.match(zone, start + len(phrase), end):
        return None  # số tiền đã đầu tư tại khu đất 30,2 ha
    end = start + len(phrase)
    if not phrase or no_topic().match(phrase) or phrase.count(" ") >= _LONGEST_TOPIC:
        return None
    if not verb and _ENDS_OPEN.search(zone[end:]):
        return None
    return base + start, base + end


_COLON = re.compile(r"\s*:\s*\Z")
# What joins a figure without a verb to the one before.
_JOINS = re.compile(r"[,;(]|\A\s*\Z(?!.)|(?<!\w)(?:và|hoặc|còn|trong khi|có nơi)(?!\w)")
_OTHER_CLAUSE = re.compile(r" (?:đã|đang|sẽ|vẫn|được|bị|mà|để|nhằm|tại|liên quan)(?!\w)")
_LEADS = re.compile(r"(?<!\w)(?:từ|lên|xuống|còn)(?!\w)")
_OF_PLAN = re.compile("(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản)")
_MOVES = re.compile(r"(?<!\w)(?P<verb>tăng|giảm|nâng|hạ) \Z")
_PASSIVE = re.compile(rf"(?:^|[ ,{HIDDEN}])(?:đã |đang |sẽ )?(?:được|bị) [^,]{{1,40}},?\s*\Z")
# Words that lead to a clause of its own and leave the phrase before them whole.
_LINKS = frozenset(("và", "còn", "nhưng", "trong đó", "cụ thể"))
# A figure behind one of these is only part of a larger phrase: giá trị trong 158 tỷ USD.
_ENDS_OPEN = re.compile(r"(?<!\w)(?:trong|của|với|cho|bởi|do|theo|trên|dưới)\s*\Z")


def _measure(zone: str, start: int, end: int) -> re.Match[str] | None:
    """The first noun of measure between *start* and *end*, no part of another word (đấu giá)."""
    return next((found for found in measures().finditer(zone, start, end) if found["measure"]), None)


def _without_tail(zone: str) -> str:
    """*zone* without the adverbs, times and prepositions that end it."""
    tails = tail_words()
    while True:
        zone = zone.rstrip(_ENDS)
        last = zone.rfind(" ") + 1
        two = zone[zone.rfind(" ", 0, max(0, last - 1)) + 1 :]
        if two in tails:
            zone = zone[: -len(two)]
        elif zone[last:] in tails and two not in _WHOLE:
            zone = zone[:last]
        else:
            return zone


def _phrase_start(zone: str, end: int) -> int:
    """Where the noun phrase that ends at *end* begins: after the last word or comma that parts it off."""
    start = 0
    cut = False
    for boundary in breaks().finditer(zone, 0, end):
        word = boundary.group()
        if growth_noun_before().search(zone, max(0, boundary.start() - 24), boundary.end()):
            continue
        before = zone[start : boundary.start()].strip(HIDDEN + " ,")
        if word == "niêm yết" and not _measure(zone, boundary.end(), end):
            continue
        if word == "và" and before and (not cut or is_measure(before)):
            continue  # gạo và cà phê
        start, cut = boundary.end(), cut or word not in _LINKS
    start = _after_openers(zone, start, end)
    comma = zone.find(", ", start, end)
    while comma >= 0 and (cut or not _is_list(zone, start, end)):
        start = _after_openers(zone, comma + 2, end)
        comma = zone.find(", ", start, end)
    return start


def _is_list(zone: str, start: int, end: int) -> bool:
    """Whether commas part the members of one topic, rather than an adverbial or a clause from it."""
    listed = zone[start:end]
    if TIME in listed or places().match(zone, start):
        return False
    return is_measure(listed) or all(part.strip().count(" ") < _LONGEST_MEMBER for part in listed.split(", "))


def _after_openers(zone: str, start: int, end: int) -> int:
    while True:
        opener = openers().match(zone, start, end) or _HEAD.match(zone, start, end)
        if opener is None or opener.end() == start:
            return start
        start = opener.end()


def _trimmed(zone: str, start: int, end: int) -> Place:
    part = zone[start:end]
    bare = part.strip(HIDDEN + " ,–-")
    first = start + (part.find(bare) if bare else 0)
    return first, first + len(bare)


def _after(text: str, end: int) -> Place | None:
    """The noun of measure right after a figure: ``529 tỷ đồng doanh thu tài chính``, ``95% số đảng viên``."""
    behind = measure_after().match(text, end)
    if behind is None:
        return None
    start, stop = behind.span("what")
    boundary = breaks().search(text, start, stop)
    stop = min(stop, boundary.start() if boundary else stop)
    phrase = _without_tail(stops_after().split(text[start:stop])[0].rstrip())
    return (start, start + len(phrase)) if phrase else None


def _things_after(text: str, end: int) -> Place | None:
    """The counted noun right after a share: ``100% tỉnh, thành phố``."""
    if text[end - 1 : end] != "%" or not text.startswith(" ", end):
        return None
    if _OF_PLAN.match(text, end + 1):
        return None
    for noun in counted_nouns().get(text[end + 1 : end + 40].split(" ")[0].strip(",.;)"), ()):
        stop = end + 1 + len(noun)
        if text.startswith(noun, end + 1) and not text[stop : stop + 1].isalnum():
            return end + 1, stop
    return None


def _followed(masked: _Masked, index: int, bracket: Place | None, zone: str) -> int | None:
    """The figure whose topic goes on: the one before, or the one that a bracket stands behind."""
    if not index:
        return None
    bare = _COMPARISON.sub("", zone.strip(HIDDEN + " ,–-"), count=1)
    bare = _without_tail(bare[_after_openers(bare, 0, len(bare)) :])
    if bare.strip(HIDDEN + f" ,–-{FIGURE}"):
        return None
    for other in range(index - 1, max(-1, index - _ROW), -1):
        inside = masked.around[other]
        if inside is None or inside == bracket:
            return other
    return None
