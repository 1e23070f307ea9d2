"""Which body a name that was read stands for, on a day and among the other names of a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from ..errors import ParseError
from ..model import Agency
from ..registries.agencies import Body, LocalBody
from ..registries.places import districts, provinces
from ..text import TextView
from ._graph import record
from ._lexicon import Entry, lexicon
from ._reader import Reader, Reading

__all__ = ["agencies_of", "resolve", "whole"]

#: What may stand between a unit and the body it belongs to.
_PARENT_BEHIND = re.compile(r" ?(?:, | - | – |\(| thuộc | trực thuộc | của |, thuộc )$")


def agencies_of(found: Sequence[Reading], view: TextView, day: dt.date | None) -> list[Agency]:
    """The body that each of *found* stands for, the others helping to tell."""
    named = {id for reading in found for id in _ids(reading, None) if len(_ids(reading, None)) == 1}
    values: list[Agency] = []
    for index, reading in enumerate(found):
        above: Agency | None = None
        behind = found[index + 1] if index + 1 < len(found) else None
        if reading.parent is not None:
            above = _agency(reading.parent, day, None, named)
        elif (
            behind is not None
            and lexicon().depth_of(behind.name) < lexicon().depth_of(reading.name)
            and _PARENT_BEHIND.fullmatch(view.lower[reading.end : behind.start])
        ):
            above = _agency(behind, day, None, named)
        values.append(_agency(reading, day, above, named))
    return values


def _agency(reading: Reading, day: dt.date | None, above: Agency | None, named: set[str]) -> Agency:
    ids = _ids(reading, day)
    if len(ids) > 1:
        ids = _nearest(ids, above, named)
    parent = above.id if above is not None else None
    if len(ids) == 1:
        (id,) = ids
        if reading.parent is not None and _parent_of(id) != parent:
            # A unit run together with its parent is the registry's only where that has the same parent.
            return Agency(name=reading.name, kind=_kind(reading), parent=parent)
        return Agency(id=id, name=reading.name, kind=_kind(reading), parent=_parent_of(id) or parent)
    return Agency(name=reading.name, kind=_kind(reading), parent=parent, candidates=tuple(ids))


def _nearest(ids: list[str], above: Agency | None, named: set[str]) -> list[str]:
    """Those of *ids* whose parent is the body *above*, or one that the text names."""
    for near in ({above.id} if above is not None and above.id else set(), named):
        fitting = [id for id in ids if _parent_of(id) in near]
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
    return [f"{entry.record.id}.{id}" for id in fitting]


def _fits(id: str, level: str | None, day: dt.date | None) -> bool:
    place = provinces().get(id) or districts()[id]
    if day is not None and day not in place.validity:
        return False
    return level is None or level == place.kind or (level == "thủ đô" and id == "ha-noi")


def _parent_of(id: str) -> str | None:
    return record(id).body.parent


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
    for text in (name.strip(), name.strip().title()):
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
