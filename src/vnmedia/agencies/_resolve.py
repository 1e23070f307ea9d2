"""Which body a name that was read stands for, on a day and among the other names of a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..errors import ParseError
from ..model import Agency
from ..registries import Validity
from ..registries.agencies import Body, LocalBody, local_bodies
from ..registries.places import Province, districts, provinces
from ..text import TextView, nfc
from ._graph import COMMITTEE, common, record
from ._lexicon import Entry, follow, lexicon
from ._name import BodyName
from ._patterns import words
from ._places import Locality
from ._reader import NameReader

__all__ = ["agencies_of", "resolve", "whole"]

#: What stands between a unit and the body it belongs to; a comma may as well part two bodies of a list.
_BELONGS = re.compile(r" ?(?: - | – |\(| thuộc | trực thuộc |, thuộc | của )")
_COMMA = ", "
#: How many bodies are kept at hand; a corpus names more, but most of its mentions are of fewer.
_MEMORY = 8192
#: The year in a document's number: ``100/2019/NĐ-CP``.
_YEAR = re.compile(r"/(?<=[0-9]/)((?:19|20)[0-9]{2})(?=/[A-ZĐ])")


def agencies_of(found: Sequence[BodyName], view: TextView, day: dt.date | None) -> list[Agency]:
    """The body that each of *found* stands for, the others helping to tell."""
    ids: list[Sequence[str]] = [_ids(reading.entries, reading.locality, day) for reading in found]
    if day is None and any(len(each) > 1 for each in ids):
        ids = _living(ids, _written_since(ids, view))
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
            above = _agency(
                reading.parent, _ids(reading.parent.entries, reading.parent.locality, day), None, named
            )
        elif index + 1 < len(found):
            after = found[index + 1]
            between = view.lower[reading.end : after.start] if after.start - reading.end < 16 else ""
            if between == _COMMA and len(ids[index + 1]) == 1:
                near = {*ids[index + 1]} if _has_child(ids[index + 1][0], ids[index]) else named
            elif between and depth_of(after.name) < depth_of(reading.name) and _BELONGS.fullmatch(between):
                above = _agency(after, ids[index + 1], None, named)
        values.append(_agency(reading, ids[index], above, near))
    return values


def _written_since(ids: Sequence[Sequence[str]], view: TextView) -> dt.date:
    """The day before which a text of no date cannot have been written.

    It names bodies that were founded, and documents that were issued, before it was.
    """
    settled = {each[0] for each in ids if len(each) == 1}
    starts = [record(id).validity.start for id in settled]
    years = [dt.date(int(year), 1, 1) for year in _YEAR.findall(view.plain)]
    return max([*filter(None, starts), *years], default=dt.date.min)


def _living(ids: Sequence[Sequence[str]], since: dt.date) -> list[Sequence[str]]:
    """*ids* without the bodies that had ended by a day, where others of the name had not."""

    def lives(id: str) -> bool:
        end = record(id).validity.end
        return end is None or end >= since

    return [[id for id in each if lives(id)] or each if len(each) > 1 else each for each in ids]


def _places(ids: Sequence[Sequence[str]]) -> dict[str, set[str]]:
    """The places of the local bodies that a text names, by their level."""
    here: dict[str, set[str]] = {}
    for id in {id for each in ids for id in each if "." in id}:
        place_id = id.partition(".")[2]
        place = provinces().get(place_id) or districts()[place_id]
        here.setdefault(place.kind, set()).add(place_id)
    return here


def _in_place(reading: BodyName, here: dict[str, set[str]]) -> Sequence[str]:
    """The ids of ``UBND tỉnh`` in a text about one province: none where it names two, or none."""
    level = reading.locality.level if reading.locality is not None else None
    places = here.get(level or "", set())
    if len(places) != 1:
        return []
    names = {entry.record.id for entry in reading.entries if isinstance(entry.record, LocalBody)}
    return sorted(f"{name}.{place}" for name in names for place in places)


def _has_child(id: str, ids: Sequence[str]) -> bool:
    return any(_parent_of(other) == id for other in ids)


def _agency(reading: BodyName, ids: Sequence[str], above: Agency | None, near: set[str]) -> Agency:
    """The body that *reading* stands for: of *ids*, the one below *above* or below a body that is *near*."""
    parent = above.id if above is not None else None
    if len(ids) > 1:
        ids = _nearest(ids, parent, near)
    if len(ids) != 1:
        return _value(None, reading.name, _kind(reading), parent, tuple(ids))
    (id,) = ids
    own = _parent_of(id)
    if (parent and own and own != parent) or (_is_shared(id) and own not in {parent, *near}):
        # The unit of another body, or a name that many bodies have a unit of.
        return _value(None, reading.name, _kind(reading), parent)
    return _value(id, reading.name, _kind(reading), own or parent)


@lru_cache(maxsize=_MEMORY)
def _value(
    id: str | None, name: str, kind: str | None, parent: str | None, candidates: tuple[str, ...] = ()
) -> Agency:
    """The value of those fields; texts name few bodies many times, and values do not change."""
    return Agency(id=id, name=name, kind=kind, parent=parent, candidates=candidates)


def _nearest(ids: Sequence[str], parent: str | None, near: set[str]) -> Sequence[str]:
    """Those of *ids* that belong to *parent*, or to a body that is *near*."""
    for above in ({parent} if parent else set(), near):
        fitting = [id for id in ids if _parent_of(id) in above]
        if fitting:
            return fitting
    return ids


@lru_cache(maxsize=_MEMORY)
def _ids(entries: tuple[Entry, ...], locality: Locality | None, day: dt.date | None) -> tuple[str, ...]:
    """The ids that a reading may have: those valid on *day*, or those that had ended where none is.

    A body that was founded later is none of them.
    """
    spans = {id: span for entry in entries for id, span in _spans(entry, locality)}
    if day is None:
        return tuple(sorted(spans))
    on_day = [id for id, span in spans.items() if day in span]
    ended = (id for id, span in spans.items() if span.end is not None and span.end < day)
    return tuple(sorted(on_day or ended))


def _spans(entry: Entry, locality: Locality | None) -> Iterator[tuple[str, Validity]]:
    """The ids that *entry* gives in a place, and from when to when each body existed."""
    if isinstance(entry.record, Body):
        yield entry.record.id, entry.record.validity
    elif isinstance(entry.record, LocalBody) and locality is not None:
        for id in _place_ids(entry.record, locality):
            validity = (provinces().get(id) or districts()[id]).validity
            if entry.record.validity.overlaps(validity):
                yield f"{entry.record.id}.{id}", common(entry.record.validity, validity)


def _place_ids(record: LocalBody, locality: Locality) -> list[str]:
    """The places of *locality* that have a body named by *record*."""
    ids = locality.place.ids if locality.place is not None else ()
    fitting = [id for id in ids if _fits(id, locality.level) and _has_level(record, id, locality.level)]
    if locality.level is None and any(id in provinces() for id in fitting):
        # A place without its level is the province rather than the district that bears its name.
        provincial = "provincial" in record.levels
        fitting = [id for id in fitting if (id in provinces()) == provincial] or fitting
    return fitting


def _fits(id: str, level: str | None) -> bool:
    kind = (provinces().get(id) or districts()[id]).kind
    return level is None or level == kind or (level == "thủ đô" and id == "ha-noi")


def _has_level(record: LocalBody, id: str, level: str | None) -> bool:
    """Whether the place has a body of that name: a ``Thị ủy`` is that of a ``thị xã``.

    ``Trại giam Thủ Đức`` bears the name of a place, and is not its own.
    """
    place = provinces().get(id) or districts()[id]
    committee = COMMITTEE.search(record.name.lower())
    if committee is not None and not place.kind.startswith(committee.group(1)):
        return False
    if isinstance(place, Province):
        return "provincial" in record.levels
    return "district" in record.levels and (level is not None or "regional" not in record.levels)


@lru_cache(maxsize=_MEMORY)
def _parent_of(id: str) -> str | None:
    name_id, dot, place_id = id.partition(".")
    if not dot:
        return record(id).body.parent
    above = local_bodies()[name_id].parent
    return f"{above}.{place_id}" if above else None


@lru_cache(maxsize=_MEMORY)
def _is_shared(id: str) -> bool:
    return "." not in id and record(id).body.shared


def _kind(reading: BodyName) -> str | None:
    for entry in reading.entries:
        if entry.record is not None:
            return entry.record.kind
    head = lexicon().head_of(reading.name)
    return head.kind if head is not None else None


def whole(view: TextView, start: int, end: int) -> BodyName | None:
    """The name that fills *start* to *end*, also one that needs a cue in a text."""
    reading = NameReader(view, lexicon()).read(start)
    return reading if reading is not None and reading.end == end else None


def resolve(name: str, on: dt.date | None) -> Agency:
    """The body that *name* stood for on a day; after its end, what it went into.

    Raises:
        ParseError: No body has that name, or none had it yet.
    """
    reading = _whole_name(name)
    if reading is None:
        raise ParseError("agency", name, (0, len(name)), "no body has that name")
    entries = [entry for entry in reading.entries if isinstance(entry.record, Body | LocalBody)]
    if on is not None and entries:
        spans = [span for entry in reading.entries for span in _spans(entry, reading.locality)]
        if spans and all(on not in span for _, span in spans):
            return _after(name, spans, reading, on)
        if all(entry.validity.start and on < entry.validity.start for entry in entries):
            raise ParseError("agency", name, (0, len(name)), f"no body had that name yet on {on}")
    (value,) = agencies_of([reading], TextView(name), on)
    return _official(value.id) if value.id is not None else value


def _official(id: str) -> Agency:
    """The body with an id, under its official name."""
    body = record(id)
    return Agency(id=body.id, name=body.name, kind=body.kind, parent=body.body.parent)


def _whole_name(name: str) -> BodyName | None:
    composed = nfc(name).strip()  # title() begins a word after each combining mark
    node = follow(lexicon().whole, words(composed)) or {}
    if None in node:
        return BodyName(0, len(composed), node[None][0].name, tuple(node[None]))
    for text in (composed, composed.title()):
        view = TextView(text)
        reading = whole(view, 0, len(view.plain)) if view.plain else None
        if reading is not None:
            return reading
    return None


def _after(name: str, spans: Sequence[tuple[str, Validity]], reading: BodyName, on: dt.date) -> Agency:
    """What the last body of that name had become by a day; itself where nothing took its place."""
    ends = {id: span.end for id, span in spans if span.end is not None and span.end < on}
    if not ends:
        raise ParseError("agency", name, (0, len(name)), f"no body had that name yet on {on}")
    last = max(ends.values())
    ids = sorted(id for id, end in ends.items() if end == last)
    ids = sorted({later.id for id in ids for later in record(id).successors(on=on)}) or ids
    if len(ids) == 1:
        return _official(ids[0])
    return Agency(name=reading.name, kind=_kind(reading), candidates=tuple(ids))
