"""The noun phrase that names what a figure measures: before its verb, after the figure, or as a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..registries import Pattern
from ._patterns import (
    HIDDEN,
    TIME,
    before_commas,
    breaks,
    compounds,
    copulas,
    counted_nouns,
    ends_in_growth_noun,
    growth_noun,
    intent_words,
    intents,
    joints,
    measures,
    measures_after,
    measures_inside,
    mere_sums,
    no_measures,
    no_topic,
    object_verbs,
    of_plan,
    one_names,
    openers,
    participles,
    places,
    ranked_measures,
    rate_nouns,
    stops_after,
    tail_ends,
    tail_words,
    things_end,
    topic_end,
    topic_end_or_compound,
    weak_verbs,
    whole_words,
)

__all__ = [
    "after_openers",
    "first_break",
    "is_growth",
    "is_measure",
    "label",
    "measure_after",
    "names_measure",
    "things_after",
    "topic_before",
    "without_tail",
]

Place = tuple[int, int]

_LONGEST_TOPIC = 22
#: Words of a label before a colon.
_LONGEST_LABEL = 10
#: Words of a list's member: gạo, cà phê tăng 8,5%.
_LONGEST_MEMBER = 4
#: How many characters of a verb's object may stand between a measure and its own verb.
_LONGEST_OBJECT = 60
#: Begins the name of a group of goods, which is a list itself: nhóm nhà ở, điện nước và chất đốt.
_GROUP = "nhóm "
_ENDS = f"{HIDDEN}\t\n ,–|-"
_MEMBERS = Pattern(", | và ")
_OTHER_CLAUSE = Pattern(r" (?:đã|đang|sẽ|vẫn|được|bị|mà|để|nhằm|tại|liên quan)(?!\w)")
_LEADS = Pattern(r"(?<!\w)(?:từ|lên|xuống|còn)(?!\w)")
_PASSIVE = Pattern(rf"(?:^|[ ,{HIDDEN}])(?:đã |đang |sẽ )?(?P<by>được|bị) [^,]{{1,40}},?\s*\Z")
# A measure by itself; after another noun it only says how that one develops: GDP tăng trưởng tốt.
_GROWTH = "tăng trưởng"
_MOST_THINGS = 60  # characters
# The lower end of a range whose upper end is the figure: từ 70 | dưới 80%.
_FROM = Pattern(r"(?<=\w) từ [0-9]+\Z")
# Plurals that a table has a row for: các ngành dịch vụ tăng 6%.
_NAMED_PLURALS = ("các ngành ", "các khoản ")
# What follows one of these is a verb: mặt hàng được xuất nhiều nhất, chiếm 75%.
_PASSIVES = (" được ", " bị ")
# The verb of two words that ends a noun of growth: tốc độ gia tăng.
_TWO_WORDS = "gia tăng"
# A condition: its words do not name what the figure after it measures.
_CONDITION = Pattern(r"(?<!\w)nếu(?!\w).*(?<!\w)thì(?: [^\W\d_]+)?\s*\Z")
# A part of things that a passive tells, and the verbs that only state how large it is: tỷ lệ người dân được
# | dùng nước sạch đạt 95%.
_RATE_OF = Pattern(r"(?<!\w)(?:tỷ lệ|tỉ lệ|số)(?: (?!được(?!\w))[^\W\d_]+){1,6} được(?= )")
_RATES = ("tỷ lệ ", "tỉ lệ ", "số ")
_STATES = ("đạt", "chiếm", "là", "ước đạt")
# A whole and its parts before one figure: năng lượng tái tạo | gồm điện gió, điện mặt trời đạt 6 tỷ kWh.
_COMPRISES = Pattern(r"(?P<whole>[^,:;]{4,90}?)(?: bao gồm|(?<! bao) gồm) (?=[^,:;]+,)[^:;]*\Z")
# Words that open a new clause and leave the phrase before them whole.
_LINKS = frozenset(("và", "còn", "nhưng", "trong đó", "cụ thể"))
# A figure after one of these is only part of a larger phrase: giá trị trong 158 tỷ USD.
_ENDS_OPEN = Pattern(r"(?<!\w)(?:trong|của|cho|bởi|do|theo|trên|dưới)\s*\Z")


def is_measure(words: str) -> bool:
    """Whether *words*, in small letters, begin with a noun of measure: one for what has an amount.

    >>> is_measure("giá lúa"), is_measure("hồ tiêu")
    (True, False)
    """
    found = measures().match(words)
    return found is not None and found.group() not in no_measures()


def is_growth(words: str) -> bool:
    """Whether *words*, in small letters, begin with a noun of growth: mức tăng trưởng."""
    return growth_noun().match(words) is not None


def names_measure(words: str) -> bool:
    """Whether *words*, in small letters, hold a noun of measure."""
    return _measure(words, 0, len(words)) is not None


def topic_before(zone: str, base: int, verb: str, lead: str) -> Place | None:
    """The noun phrase that ends *zone*, as a place in the sentence; *verb* leads from it to the figure.

    A passive before the verb is left out: ``giá sách được điều chỉnh, giảm``. Without a noun of measure,
    only a strong verb has a topic, which is never the object of a verb before it: ``xã đạt chuẩn, tăng``.
    """
    if not verb and measures_inside().search(f" {zone}") is None:
        return None
    if not zone.strip(_ENDS) or _names_nothing(zone, verb, lead):
        return None
    zone, needs_measure = _before_verb(zone, verb) if verb else (zone, True)
    if not zone:
        return None
    zone = _without_parts(zone, verb)
    start, end, governed = _bare_phrase(zone, bool(verb))
    measure = _measure_of(zone, start, end)
    if measure is not None and (not governed or measure == start):
        start = measure
    elif governed or needs_measure or zone.endswith(_PASSIVES, 0, start):
        return None
    stop = start + len(zone[start : _name_end(zone, start, end, verb)])
    named = _is_name(zone, start, stop) and (bool(verb) or not _goes_on(zone, stop, end))
    return (base + start, base + stop) if named else None


def _without_parts(zone: str, verb: str) -> str:
    """*zone* without the parts of the whole that its *verb* is about."""
    parts = _COMPRISES.match(zone) if verb and "gồm" in zone else None
    return zone if parts is None else zone[: parts.end("whole")]


def _names_nothing(zone: str, verb: str, lead: str) -> bool:
    """Whether a condition or a noun of growth leads to the figure: nếu … thì chỉ tăng; với mức giảm 0,24%."""
    if "nếu" in zone and _CONDITION.search(zone):
        return True
    moved = len(zone) + len(_TWO_WORDS if verb.startswith(_TWO_WORDS) else verb.partition(" ")[0])
    return ends_in_growth_noun(lead, max(0, len(zone) - 12), moved) and not _LEADS.search(verb)


def _bare_phrase(zone: str, has_verb: bool) -> tuple[int, int, bool]:
    """Where the phrase that ends *zone*, without times, begins and ends, and whether a verb governs it."""
    end = len(without_tail(zone))
    start, governed = _phrase(zone, end, has_verb)
    time = zone.find(TIME, start, end)
    if time > start:
        own = after_openers(zone, zone.rfind(TIME, start, end) + 1, end)
        if is_measure(zone[own:end]):
            start = own  # Công ty trong quý 3 ước | doanh thu đạt 5 tỷ đồng
        else:
            end = start + len(without_tail(zone[start:time]))
    start, end = _trimmed(zone, start, end)
    growth = growth_noun().match(zone, start, end)
    if growth is not None:
        rest = _trimmed(zone, growth.end(), len(without_tail(zone[:end])))
        start, end = rest if rest[0] < rest[1] else (start, end)  # tốc độ tăng trưởng 7%
    return start, end, governed


def _measure_of(zone: str, start: int, end: int) -> int | None:
    """Where the noun of measure begins that heads the phrase from *start* to *end*."""
    measure = _measure(zone, start, end)
    if measure is None or (measure.start() > start and measure.group() == _GROWTH):
        return None
    return measure.start()


def _goes_on(zone: str, stop: int, end: int) -> bool:
    """Whether a name without a verb goes on as a longer phrase: số tiền | đã đầu tư tại khu đất 30,2 ha."""
    return _OTHER_CLAUSE.match(zone, stop, end) is not None or _ENDS_OPEN.search(zone[stop:]) is not None


def _is_name(zone: str, start: int, stop: int) -> bool:
    """Whether a phrase may name what is measured: short, with letters, and not of words that name nothing.

    In ``chốt phiên tại mức 36 điểm`` the level is not a name.
    """
    phrase = zone[start:stop]
    if phrase in mere_sums():
        return False
    if phrase == "mức" and zone.endswith((" tại ", " về "), 0, start):
        return False
    if phrase.count(" ") >= _LONGEST_TOPIC or not any(map(str.isalpha, phrase)):
        return False
    return no_topic().match(phrase) is None or phrase.startswith(_NAMED_PLURALS)


def _before_verb(zone: str, verb: str) -> tuple[str, bool]:
    """*zone* without what belongs to the *verb* after it, and whether only a noun of measure is its topic.

    It is empty where it would need such a noun and has none.
    """
    if verb.startswith(_STATES) and "ợc " in zone and _RATE_OF.search(zone):
        return zone, weak_verbs().match(verb) is not None
    zone, intended = _without_auxiliary(zone)
    needs_measure = intended or weak_verbs().match(verb) is not None
    return zone if not needs_measure or measures_inside().search(f" {zone}") else "", needs_measure


def _without_auxiliary(zone: str) -> tuple[str, bool]:
    """*zone* without the verb of planning or the passive that ends it, and whether it was such a verb."""
    if zone.rstrip().endswith(intent_words()) and (intended := intents().search(zone)) is not None:
        return zone[: intended.start()], True
    return (_without_passive(zone) if "được" in zone or "bị" in zone else zone), False


def _without_passive(zone: str) -> str:
    """*zone* without the passive that ends it; the last syllable of ``thiết bị`` is none."""
    found = _PASSIVE.search(zone)
    while found is not None and zone.endswith(tuple(compounds()), 0, found.end("by")):
        found = _PASSIVE.search(zone, found.end("by"))
    return zone if found is None else zone[: found.start()]


def _name_end(zone: str, start: int, end: int, verb: str) -> int:
    """Where the shortest name ends in the phrase from *start* to *end*, before its *verb*."""
    if topic_end().search(zone, start, end) is None:
        return end
    if verb.startswith(_STATES) and (passive := _RATE_OF.match(zone, start, end)) is not None:
        start = passive.end()
    ends = topic_end_or_compound().finditer(zone, start, end)
    return next((found.start() for found in ends if found["end"]), end)


def label(lead: str, base: int) -> Place | None:
    """The label that a line begins with, before its colon: ``- Nhật Bản: 3.605 triệu USD``."""
    end = len(without_tail(lead))
    start, end = _trimmed(lead, after_openers(lead, 0, end), end)
    words = lead[start:end]
    if not words or words.count(" ") >= _LONGEST_LABEL or first_break(words) is not None:
        return None
    return base + start, base + end


def measure_after(text: str, end: int, limit: int) -> Place | None:
    """The noun of measure right after a figure: ``529 tỷ đồng doanh thu tài chính``, ``95% số đảng viên``."""
    after = measures_after().match(text, end, limit) if text[end : end + 1] == " " else None
    if after is None:
        return None
    start, stop = after.span("what")
    boundary = first_break(text[start + 1 : stop])
    stop = stop if boundary is None else start + 1 + boundary
    phrase = without_tail(stops_after().split(text[start:stop])[0].rstrip())
    return (start, start + len(phrase)) if phrase else None


def things_after(text: str, end: int, limit: int) -> Place | None:
    """The counted noun right after a share, with its attributes: ``40% hồ sơ thủ tục | được xử lý``."""
    if text[end - 1 : end] != "%" or not text.startswith(" ", end):
        return None
    if of_plan().match(text, end + 1):
        return None
    for noun in counted_nouns().get(text[end + 1 : end + 40].split(" ")[0].strip(",.;)"), ()):
        stop = end + 1 + len(noun)
        if text.startswith(noun, end + 1) and not text[stop : stop + 1].isalnum():
            return end + 1, _things_end(text, stop, limit)
    return None


def _things_end(text: str, start: int, end: int) -> int:
    """Where the attributes of the noun before *start* end; *start* itself where they are too long."""
    limit = min(end, start + _MOST_THINGS)
    ends = [found.start() for found in (things_end().search(text, start, limit),) if found is not None]
    ends += [found.start() for found in (stops_after().search(text, start, limit),) if found is not None]
    boundary = first_break(text[start:limit])
    ends += [start + boundary] if boundary is not None else [end] if end <= limit else []
    return start + len(text[start : min(ends)].rstrip()) if ends else start


def without_tail(zone: str) -> str:
    """*zone* without the adverbs, times and prepositions that end it."""
    while True:
        zone = zone.rstrip(_ENDS)
        if zone[-1:].isdigit():
            zone = _FROM.sub("", zone)
        last = zone.rfind(" ") + 1
        if zone[last:] not in tail_ends():
            return zone
        two = zone[zone.rfind(" ", 0, max(0, last - 1)) + 1 :]
        if two in tail_words():
            if zone.endswith(ranked_measures()):
                return zone
            zone = zone[: -len(two)]
        elif zone[last:] in tail_words() and two not in whole_words():
            zone = zone[:last]
        else:
            return zone


def after_openers(zone: str, start: int, end: int) -> int:
    """Where the words begin after mere openers of a clause: ``trong đó,``, a bullet, a time."""
    opened = openers().match(zone, start, end)
    return opened.end() if opened is not None else start


def first_break(words: str) -> int | None:
    """Where the first word stands that no noun phrase extends over."""
    for found in breaks().finditer(f" {words}"):
        if found["word"] not in compounds():
            return found.start("word") - 1
    return None


def _breaks(words: str) -> Iterator[tuple[str, int, int]]:
    """The words in *words* that no noun phrase extends over, with where they begin and end."""
    for found in breaks().finditer(f" {words}"):
        word = found["word"]
        if word not in compounds():
            end = found.end() - 1
            yield word, end - len(word), end


def _measure(zone: str, start: int, end: int) -> re.Match[str] | None:
    """The first noun of measure between *start* and *end* that is not part of another word (đấu giá)."""
    for found in measures().finditer(zone, start, end):
        if found.group() not in no_measures():
            return found
    return None


def _phrase(zone: str, end: int, has_verb: bool) -> tuple[int, bool]:
    """Where the noun phrase that ends at *end* begins, and whether it is the object of a verb before it."""
    start, opened = 0, after_openers(zone, 0, end)
    cut = governed = False
    for word, begin, stop in _breaks(zone[:end]):
        if stop <= opened or ends_in_growth_noun(zone, max(0, begin - 24), stop):
            continue  # cùng với đó, X tăng; tốc độ tăng trưởng của X
        if _names_on(zone, start, (word, begin, stop), end, has_verb) or (
            word == "và" and _joins(zone, start, begin, cut)
        ):
            continue
        start = stop
        cut = cut or word not in _LINKS
        governed = _governs(word, zone)
    start = after_openers(zone, start, end) if start else opened
    comma = _comma(zone, start, end)
    while comma >= 0 and (not _is_list(zone, start, end) or (cut and not zone.startswith(_GROUP, start))):
        start, governed = after_openers(zone, comma + 2, end), False
        cut = cut and not is_measure(zone[start:end])  # theo Bộ, tổng vốn cấp mới, điều chỉnh đạt
        comma = _comma(zone, start, end)
    return start, governed


def _comma(zone: str, start: int, end: int) -> int:
    """Where the first comma stands between *start* and *end* that is no part of a name; -1 without one."""
    comma = zone.find(", ", start, end)
    while (
        comma >= 0
        and zone.endswith(before_commas(), 0, comma)
        and any(zone.startswith(name, comma - name.index(",")) for name in one_names())
    ):
        comma = zone.find(", ", comma + 1, end)
    return comma


def _joins(zone: str, start: int, end: int, cut: bool) -> bool:
    """Whether ``và`` at *end* joins two members of one topic: gạo và cà phê."""
    before = zone[after_openers(zone, start, end) : end].rpartition(TIME)[2].strip(HIDDEN + " ,")
    if not cut or before.startswith(_GROUP) or is_measure(before.rpartition(", ")[2]):
        return bool(before)
    return not is_measure(zone[end:].removeprefix("và ")) and any(map(is_measure, before.split(", ")))


def _governs(word: str, zone: str) -> bool:
    """Whether the words after *word* in *zone* are its object or complement, no topic of the next verb."""
    return word in object_verbs() or (word in copulas() and zone.rstrip(f" {HIDDEN}").endswith(","))


def _names_on(zone: str, start: int, found: tuple[str, int, int], end: int, has_verb: bool) -> bool:
    """Whether a word continues the name of a measure: tỷ lệ giải ngân, vốn đăng ký cấp mới, thặng dư với Mỹ.

    With no other verb before the figure, only a noun that a verb completes does: mức hỗ trợ 5 triệu đồng.
    """
    word, word_start, word_end = found
    is_participle = word in participles()
    if is_participle and rate_nouns().search(zone, start, word_start):
        return True
    if not has_verb or not (is_participle or word in joints()):
        return False
    rest = zone[word_end:end]
    if len(rest) >= _LONGEST_OBJECT:
        return False
    begin = after_openers(zone, max(start, zone.rfind(", ", start, word_start) + 1), word_start)
    if begin == word_start:  # Giải ngân vốn đầu tư công đạt 80%
        return is_participle and bool(rest) and "," not in rest
    if not is_measure(zone[begin:word_start]):
        begin = after_openers(zone, start, word_start)  # tỷ lệ thôn, bản có điện
        if not zone.startswith(_RATES, begin) or zone.count(",", begin, word_start) > 1:
            return False
    members = _MEMBERS.split(rest)[1:]  # của các bộ, ngành, địa phương
    return "," not in rest or not any(
        is_measure(part) or part.strip().count(" ") >= _LONGEST_MEMBER for part in members
    )


def _is_list(zone: str, start: int, end: int) -> bool:
    """Whether commas separate the members of one topic, and not an adverbial or a clause from it."""
    listed = zone[start:end]
    if listed.startswith(_GROUP):
        return f", {_GROUP}" not in listed
    if TIME in listed or places().match(zone, start):
        return False
    if is_measure(listed):
        return not is_measure(listed.rpartition(", ")[2]) or first_break(listed) is None
    return all(part.strip().count(" ") < _LONGEST_MEMBER for part in _MEMBERS.split(listed))


def _trimmed(zone: str, start: int, end: int) -> Place:
    part = zone[start:end]
    bare = part.strip(HIDDEN + " ,–|-")
    first = start + (part.find(bare) if bare else 0)
    return first, first + len(bare)
