"""Cues beside a name that a body is meant, where the name alone may mean something else."""

from __future__ import annotations

from bisect import bisect_left

from ..registries import Pattern, Worded
from ._lookup import Lookup
from ._name import BodyName
from ._patterns import GAP, WORD

__all__ = ["stands"]

#: A ministry's letters with words that make them an event's organisers: ``BTC lễ hội``.
_ORGANISERS = Worded("<agency_words/organisers>")
_CODE = Pattern(r"[ACKVX][0-9]{2}")
_TITLE_BEFORE = Pattern(r"(?:thư|tịch|trưởng|tướng|đốc|viên|nhiệm|phó) $")
#: How the title of an office goes on after its first word: ``Phó Trưởng Ban Thường trực``.
_STANDING = ("thường trực", "ban thường trực")
#: The word for a law right before a body's name, but not in ``Khoa Luật`` or the name of a law firm.
_LAW_BEFORE = Pattern(
    r"(?<!Khoa )(?<!Pháp )(?<!pháp )(?<!học )(?<!Trường )(?<!ty )(?<!phòng )(?<!Viện )(?:Luật|Pháp lệnh) \Z"
)
_LONGEST_CUE = 4  # words that lead to a paper's name: "nguồn tin riêng của"
_LONGEST_TITLE = 90  # characters before a body in the title of a law
_LAW_WORD = 5  # characters of "luật " and "lệnh "
_LAW_PHRASE = 20  # characters of the word for a law and what may stand before it


def stands(look: Lookup, reading: BodyName, before: BodyName | None = None) -> bool:
    """Whether the words beside *reading* let it be a name; *before* is the name before it."""
    if _in_a_law(look, reading.start) or _ORGANISERS.match(look.lower, reading.start):
        return False
    if reading.weak:
        return _has_cue(look, reading) or (before is not None and _holds_unit(look, reading, before))
    if look.plain.endswith(look.lexicon.namesakes, 0, reading.start):
        return False
    return not (reading.entries[0].source not in ("body", "press") and _is_office(look, reading))


def _holds_unit(look: Lookup, reading: BodyName, before: BodyName) -> bool:
    """Whether *reading* is a short name in brackets after that of its unit: ``Vụ Pháp chế (BTC)``."""
    if look.plain[before.end : reading.start] != " (" or look.plain[reading.end : reading.end + 1] != ")":
        return False
    return look.lexicon.depth_of(reading.name) < look.lexicon.depth_of(before.name)


def _is_office(look: Lookup, reading: BodyName) -> bool:
    """Whether *reading* only begins like a body, but is the office of one person.

    ``Phó Chủ tịch Thường trực UBND``, ``Phó Trưởng Ban Thường trực Ban Dân vận``, ``Thường trực Ban Bí thư``.
    """
    if not look.lower.startswith(_STANDING, reading.start):
        return False
    if _TITLE_BEFORE.search(look.lower, max(0, reading.start - 8), reading.start):
        return True
    office = look.longest(look.lexicon.offices, reading.start)
    return office is not None and office[0] == reading.end


def _in_a_law(look: Lookup, start: int) -> bool:
    """Whether *start* is inside the title of a law: ``Luật Tổ chức Quốc hội``."""
    laws = look.law_words
    index = bisect_left(laws, start) if laws else 0
    while index and start - (law := laws[index - 1]) <= _LONGEST_TITLE and "\n" not in look.plain[law:start]:
        if law + _LAW_WORD == start and _LAW_BEFORE.search(look.plain, max(0, start - _LAW_PHRASE), start):
            return True
        title = look.longest(look.lexicon.laws, law, GAP)
        if title is not None and title[0] > start:
            return True
        index -= 1
    return False


def _has_cue(look: Lookup, reading: BodyName) -> bool:
    """Whether something beside a weak name says that it names a body."""
    plain, lower, names = look.plain, look.lower, look.lexicon
    quote = plain[reading.start : reading.end]
    if _CODE.fullmatch(quote):
        around = lower[max(0, reading.start - 12) : reading.start], lower[reading.end : reading.end + 18]
        return around[0].endswith(("cục ", "(")) or "công an" in around[1]
    if all(entry.source != "press" for entry in reading.entries):
        return False
    after = lower[reading.end : reading.end + 24].lstrip(" ,")
    if after.startswith(names.cues_right):
        return True
    if not all(word[0].isupper() for word in WORD.findall(quote)):
        return False
    before = plain[max(0, reading.start - 24) : reading.start]
    if before[-1:] in ("/", "-") or (before.endswith("(") and plain[reading.end : reading.end + 1] == ")"):
        return True
    last = WORD.findall(before.lower())[-_LONGEST_CUE:]
    cued = any(" ".join(last[first:]) in names.cues_left for first in range(len(last)))
    if cued and not before.rstrip(' :("“').endswith((".", "\n")):
        return True
    line_start = plain.rfind("\n", 0, reading.start) + 1
    if line_start == reading.start and after.startswith(("- ", "– ")):
        return True  # the tag before a lead: "TTO - Sáng nay"
    line_end = plain.find("\n", reading.end)
    return plain[line_start : line_end if line_end >= 0 else len(plain)].strip(" ./()") == quote
