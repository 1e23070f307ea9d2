"""Which body a name that was read stands for, on a day and among the other names of a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from ..errors import ParseError
from ..model import Agency
from ..registries.agencies import Body, LocalBody, local_bodies
from ..registries.places import districts, provinces
from ..text import TextView, nfc
from ._graph import record
from ._lexicon import Entry, lexicon
from ._reader import Reader, Reading

__all__ = ["agencies_of", "resolve", "whole"]

#: What stands between a unit and the body it belongs to; a comma may as well part two bodies of a list.
_BELONGS = re.compile(r" ?(?: - | – |\(| thuộc | trực thuộc |, thuộc | của )")
_COMMA = ", "


def agencies_of(found: Sequence[Reading], view: TextView, day: dt.date | None) -> list[Agency]:
    """The body that each of *found* stands for, the others helping to tell."""
    ids = [_ids(reading, day) for reading in found]
    here = _places(ids)
    for index, reading in enumerate(found):
        if reading.locality is not None and not reading.locality.named:
            ids[index] = _in_place(reading, here)
    named = {each[0] for each in ids if len(each) == 1}
    depth_of = lexicon().depth_of
    values: list[Agency] = []
    for index, reading in enumerate(found):
        above, near = None, named
        if reading.parent is not None:
            above = _agency(reading.parent, _ids(reading.parent, day), None, named)
        elif index + 1 < len(found):
            behind = found[index + 1]
            between = view.lower[reading.end : behind.start] if behind.start - reading.end < 16 else ""
            if between == _COMMA and len(ids[index + 1]) == 1:
                near = {*ids[index + 1]} if _has_child(ids[index + 1][0], ids[index]) else named
            elif between and depth_of(behind.name) < depth_of(reading.name) and _BELONGS.fullmatch(between):
                above = _agency(behind, ids[index + 1], None, named)
        values.append(_agency(reading, ids[index], above, near))
    return values


def _places(ids: Sequence[list[str]]) -> dict[str, set[str]]:
    """The places of the local bodies that a text names, by their level."""
    here: dict[str, set[str]] = {}
    for id in {id for each in ids for id in each if "." in id}:
        place_id = id.partition(".")[2]
        place = provinces().get(place_id) or districts()[place_id]
        here.setdefault(place.kind, set()).add(place_id)
    return here


def _in_place(reading: Reading, here: dict[str, set[str]]) -> list[str]:
    """The ids of ``UBND tỉnh`` in a text about one province: none where it names two, or none."""
    level = reading.locality.level if reading.locality is not None else None
    places = here.get(level or "", set())
    if len(places) != 1:
        return []
    names = (entry.record for entry in reading.entries if isinstance(entry.record, LocalBody))
    return [f"{name.id}.{place}" for name in names for place in places]


def _has_child(id: str, ids: Sequence[str]) -> bool:
    return any(_parent_of(other) == id for other in ids)


def _agency(reading: Reading, ids: list[str], above: Agency | None, near: set[str]) -> Agency:
    """The body that *reading* stands for: of *ids*, the one below *above* or below a body that is *near*."""
    parent = above.id if above is not None else None
    if len(ids) > 1:
        ids = _nearest(ids, parent, near)
    if len(ids) != 1:
        return Agency(name=reading.name, kind=_kind(reading), parent=parent, candidates=tuple(ids))
    (id,) = ids
    own = _parent_of(id)
    if (parent and own and own != parent) or (_is_shared(id) and own not in {parent, *near}):
        # The unit of another body, or a name that many bodies have a unit of.
        return Agency(name=reading.name, kind=_kind(reading), parent=parent)
    return Agency(id=id, name=reading.name, kind=_kind(reading), parent=own or parent)


def _nearest(ids: list[str], parent: str | None, near: set[str]) -> list[str]:
    """Those of *ids* that belong to *parent*, or to a body that is *near*."""
    for above in ({parent} if parent else set(), near):
        fitting = [id for id in ids if _parent_of(id) in above]
        if fitting:
            return fitting
    return ids


def _ids(reading: Reading, day: dt.date | None) -> list[str]:
    """The ids that a reading may have: those valid on *day*, or all where none is."""
    entries = [entry for entry in reading.entries if isinstance(entry.record, Body | LocalBody)]
    on_day = [entry for entry in entries if day is None or day in entry.validity]
    return sorted({id for entry in on_day or entries for id in _entry_ids(entry, reading, day)})


def _entry_ids(entry: Entry, reading: Reading, day: dt.date | None) -> list[str]:
    if isinstance(entry.record, Body):
        return [entry.record.id]
    if not isinstance(entry.record, LocalBody):
        return []
    if entry.record.levels == ("national",):
        return []
    place = reading.locality.place if reading.locality is not None else None
    if place is None or reading.locality is None:
        return []
    fitting = [id for id in place.ids if _fits(id, reading.locality.level, day)]
    if reading.locality.level is None and any(id in provinces() for id in fitting):
        # A place without its level is the province rather than the district that bears its name.
        provincial = "provincial" in entry.record.levels
        fitting = [id for id in fitting if (id in provinces()) == provincial] or fitting
    return [f"{entry.record.id}.{id}" for id in fitting]


def _fits(id: str, level: str | None, day: dt.date | None) -> bool:
    place = provinces().get(id) or districts()[id]
    if day is not None and day not in place.validity:
        return False
    return level is None or level == place.kind or (level == "thủ đô" and id == "ha-noi")


def _parent_of(id: str) -> str | None:
    name_id, dot, place_id = id.partition(".")
    if not dot:
        return record(id).body.parent
    above = local_bodies()[name_id].parent
    return f"{above}.{place_id}" if above else None


def _is_shared(id: str) -> bool:
    return "." not in id and record(id).body.shared


def _kind(reading: Reading) -> str | None:
    for entry in reading.entries:
        if entry.record is not None:
            return entry.record.kind
    head = lexicon().head_of(reading.name)
    return head.kind if head is not None else None


def whole(view: TextView, start: int, end: int) -> Reading | None:
    """The name that fills *start* to *end*, also one that needs a cue in a text."""
    reading = Reader(view, lexicon()).read(start)
    return reading if reading is not None and reading.end == end else None


def resolve(name: str, on: dt.date | None) -> Agency:
    """The body that *name* stood for on a day; behind its end, what it went into.

    Raises:
        ParseError: No body has that name, or none had it yet.
    """
    reading = _whole_name(name)
    if reading is None:
        raise ParseError("agency", name, (0, len(name)), "no body has that name")
    entries = [entry for entry in reading.entries if isinstance(entry.record, Body | LocalBody)]
    if on is not None and entries and all(on not in entry.validity for entry in entries):
        return _after(name, entries, reading, on)
    (value,) = agencies_of([reading], TextView(name), on)
    if value.id is not None:
        body = record(value.id)
        return Agency(id=body.id, name=body.name, kind=body.kind, parent=body.body.parent)
    return value


def _whole_name(name: str) -> Reading | None:
    composed = nfc(name).strip()  # title() begins a word behind each combining mark
    for text in (composed, composed.title()):
        view = TextView(text)
        reading = whole(view, 0, len(view.plain)) if view.plain else None
        if reading is not None:
            return reading
    return None


def _after(name: str, entries: Sequence[Entry], reading: Reading, on: dt.date) -> Agency:
    ended = [entry for entry in entries if entry.validity.end is not None and entry.validity.end < on]
    if not ended:
        raise ParseError("agency", name, (0, len(name)), f"no body had that name yet on {on}")
    last = max(ended, key=lambda entry: entry.validity.end or dt.date.max)
    ids = _entry_ids(last, reading, None)
    later = {later.id: later for id in ids for later in record(id).successors(on=on)}
    if len(later) == 1:
        (body,) = later.values()
        return Agency(id=body.id, name=body.name, kind=body.kind, parent=body.body.parent)
    if later:
        return Agency(name=reading.name, kind=_kind(reading), candidates=tuple(sorted(later)))
    id = ids[0] if len(ids) == 1 else None
    return Agency(id=id, name=reading.name, kind=_kind(reading))
