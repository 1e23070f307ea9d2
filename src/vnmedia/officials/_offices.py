"""Public offices in a text: the title of each, its body, and whether it is no longer held."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from ..grammar import Scanner, word_scanner
from ..model import Agency
from ..model._trusted import trusted
from ..reading import Body, Reading
from ..registries import Pattern, Worded, once, words
from ..registries.agencies import Office, bodies, offices
from ..text import lowered
from ._unnamed import unit_at, unnamed_body

__all__ = ["Held", "countries", "office_scanner", "offices_in"]

_agency = trusted(Agency)

#: What stands between a body and the one it belongs to, before the name: ``Ủy ban Tư pháp của Quốc hội``.
_OF = (" của ", " thuộc ")
#: Around an office whose body stands before it: ``Tổng cục Chính trị có Chủ nhiệm là Thượng tướng …``.
_HAS, _IS = " có ", " là "
#: Before an office: that it is no longer held.
_FORMER = Worded(r"(?<!\w)(?:nguyên|cựu|cố) (?:<agency_words/ranks>,? )?\Z", re.IGNORECASE)
_FAR_FORMER = 24  # characters
#: Before an office: that it is held for the time being, or was come to right now.
_ACTING = Pattern(r"(?<!\w)(?:quyền |Q\. ?|tân )\Z", re.IGNORECASE)
#: Where an office in small letters may begin.
_BEFORE = Pattern(r"(?:, |- |– |\(|: |(?:là|làm|chức|vụ|nhiệm|nguyên|cựu|quyền|tân) )\Z")
#: After an office: how it is held. A standing deputy (``thường trực``) has an office of that name.
_HOW = Pattern(
    r"(?:(?P<standing> thường trực(?: chuyên trách)?| chuyên trách)(?: (?:tập sự|phụ trách))?"
    r"| (?:tập sự|phụ trách))(?= )"
)


#: As many words as an office has.
_FIRST_WORDS = Pattern(r"[^\W\d_]+(?: [^\W\d_]+){0,5}")


class Held(NamedTuple):
    """An office at one place in a text.

    Attributes:
        start: Where it begins, with ``nguyên`` or ``Quyền``.
        stop: Where it ends, with its body.
        title: What the office is called.
        agency: The body that has the office.
        former: Whether the text says that it is no longer held.
        public: Whether it is public by itself or by its body; otherwise only an office beside it can show it.
        central: Whether its body is one of the whole country, so that no place may follow it.
    """

    start: int
    stop: int
    title: str
    agency: Agency | None
    former: bool
    public: bool
    central: bool


def offices_in(reading: Reading, hits: Sequence[tuple[int, int]]) -> Iterator[Held]:
    """The offices in a text, in order, without overlaps; *hits* are those of the scanner."""
    by_text, _ = _offices()
    plain, lower = reading.view.plain, reading.view.lower
    after = 0
    for start, end in hits:
        if plain.startswith("vụ ", start) and lower.endswith("chức ", 0, start):
            # "giữ chức vụ Trưởng ban"
            start, end = _office_after(lower, start + len("vụ "), by_text) or (start, end)
        office = by_text.get(lower[start:end])
        if office is None or start < after or lower.endswith(("phủ ", "ban "), 0, start):
            continue  # another country, or: tại Phủ Chủ tịch, Ban Giám đốc
        marked = plain[start].isupper() or _BEFORE.search(lower, max(0, start - 8), start)
        if not marked and _body_at(reading.bodies, start, end) is None:
            continue
        held = _held(reading, start, end, office, by_text)
        after = held.stop
        yield held


def _office_after(lower: str, start: int, by_text: dict[str, Office]) -> tuple[int, int] | None:
    """The place of the longest office that begins at *start*."""
    words = _FIRST_WORDS.match(lower, start)
    found = words.group() if words is not None else ""
    while found and found not in by_text:
        found = found.rpartition(" ")[0]
    return (start, start + len(found)) if found else None


def office_scanner() -> Scanner:
    """The scanner for the words of offices, and for the names of other countries."""
    return _offices()[1]


@cache
def countries() -> frozenset[str]:
    """The names of other countries, which the scanner finds too."""
    return frozenset(words("agency_words/foreign"))


@once
def _offices() -> tuple[dict[str, Office], Scanner]:
    """The offices by their titles in lower case, and the scanner."""
    by_text = {lowered(office.text): office for office in offices().values()}
    return by_text, word_scanner((*by_text, *map(lowered, countries())))


def _held(reading: Reading, start: int, end: int, office: Office, by_text: dict[str, Office]) -> Held:
    view, places = reading.view, reading.bodies
    how = _HOW.match(view.lower, end)
    last, standing = (how.end(), how.end("standing")) if how is not None else (end, -1)
    agency, stop = None, last
    index = _body_at(places, start, last)
    if index is not None:
        agency, stop = places[index].agency, _with_parent(view.lower, places, index)
        own = places[index].start
        shorter = by_text.get(view.lower[start:own].rstrip())
        if shorter is not None and " " in view.lower[own:end]:
            # In "Bí thư Thành ủy Hà Nội" the committee belongs to the body; "ban" in "Trưởng ban" does not.
            office, end = shorter, start + len(shorter.text)
    elif office.heads in words("office_words/unit-heads"):
        agency, stop = _unit(reading, last, office.heads)
    elif view.lower.startswith(_IS, last) and view.lower.endswith(_HAS, 0, start):
        owner = reading.body_ending_at(start - len(_HAS))
        agency = owner.agency if owner is not None else None
    else:
        agency, stop = unnamed_body(view, last, office, reading.context)
    acting = _ACTING.search(view.plain, max(0, start - 6), start)
    begin = acting.start() if acting is not None else start
    former = _FORMER.search(view.plain, max(0, begin - _FAR_FORMER), begin)
    title = office.called or view.plain[start : max(end, standing)]
    title = (office.called or office.text) if title.isupper() else title[:1].upper() + title[1:]
    return Held(
        start=former.start() if former is not None else begin,
        stop=stop,
        title=title,
        agency=agency if agency is not None else _own(office),
        former=former is not None,
        public=office.alone or agency is not None,
        central=_is_central(office, agency),
    )


def _body_at(places: Sequence[Body], first: int, last: int) -> int | None:
    """The index of the body that begins right after the office *first* to *last* or in it: ``Trưởng ban``."""
    index = bisect_right(places, last + 1, key=attrgetter("start")) - 1
    if index < 0:
        return None
    return index if first < places[index].start and places[index].end > last + 1 else None


def _unit(reading: Reading, end: int, head: str) -> tuple[Agency | None, int]:
    """The unit named by the words between an office and the body above the unit, and where they end."""
    places = reading.bodies
    index = bisect_right(places, end, key=attrgetter("start"))
    if index == len(places):
        return None, end
    above = places[index]
    unit = unit_at(reading.view.plain, end, above.start, head)
    if unit is None:
        return None, end
    name, bracketed = unit
    return Agency(name=name, kind="division", parent=above.agency.id), bracketed or above.end


def _with_parent(lower: str, places: Sequence[Body], index: int) -> int:
    """Where a body ends, with the one that it belongs to: ``Ủy ban Dân tộc Chính phủ``."""
    body, above = places[index], places[index + 1] if index + 1 < len(places) else None
    if above is None:
        return body.end
    between = lower[body.end : above.start]
    known = between == " " and above.agency.id is not None and above.agency.id == body.agency.parent
    return above.end if known or between in _OF else body.end


def _is_central(office: Office, agency: Agency | None) -> bool:
    """Whether an office belongs to a body of the whole country, which is known by an id."""
    if office.heads not in words("office_words/central-heads") and office.body is None:
        return False
    return agency is None or agency.id is not None


def _own(office: Office) -> Agency | None:
    """The one body that has *office*."""
    if office.body is None:
        return None
    body = bodies()[office.body]
    return _agency(id=body.id, name=body.name, kind=body.kind, parent=body.parent)
