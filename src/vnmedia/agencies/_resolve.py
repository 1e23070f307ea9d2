"""Resolving each name of a text to its body: by the day, by the words beside it, and by the other names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

import attrs

from ..model import NOTHING_INFERRED, Agency, CandidateReason
from ..model._trusted import changed
from ..registries import Pattern
from ..registries.agencies import Body, LocalBody
from ..registries.places import provinces
from ..text import TextView
from ._graph import common, record
from ._lexicon import Entry, follow, lexicon
from ._name import BodyName
from ._namesakes import is_shared, namesakes, numbered, ordered, parent_of, parents_of
from ._patterns import words
from ._reader import NameReader
from ._units import kind_of, level_of, lies_in, provinces_of, unit

__all__ = ["Day", "Resolved", "agencies_of"]

#: What stands between a unit and the body it belongs to; a comma alone may also separate bodies of a list.
_BELONGS = Pattern(r" ?(?: - | – |\(| thuộc | trực thuộc |, thuộc | của )")
_COMMA = ", "
_JOINT = 16  # characters between a unit and the body it belongs to, at most
#: What stands between a place and the one above it: ``xã Đông Anh, thành phố Hà Nội``, ``quận 1 (TP.HCM)``.
_PARTING = re.compile(r"(?:,| ?[(–-]| thuộc)(?= ?[^\W_])")
#: Further levels after one: ``tỉnh, thành phố``, ``xã, phường``.
_MORE_LEVELS = Pattern(
    r"(?:, | và |/)(?:thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?! ?[A-ZĐ0-9])"
)
_ABOVE = 3  # places above a commune, at most: a district, a province, the country
_MEMORY = 8192
#: The year in a document's number: ``100/2019/NĐ-CP``.
_YEAR = Pattern(r"/(?<=[0-9]/)((?:19|20)[0-9]{2})(?=/[A-ZĐ])")
#: How far from its beginning the letterhead of a local document stands.
_LETTERHEAD = 300
#: Reasons in ``Mention.inferred``: the source of what is not in the words.
_DOCUMENT, _REGISTRY = "document", "registry"


class Day(NamedTuple):
    """The day whose bodies are meant, and its source: ``published``, or ``document`` for the text itself."""

    day: dt.date | None = None
    reason: str = "published"


class Resolved(NamedTuple):
    """The body that a name stands for, and which of its fields were inferred from what."""

    value: Agency
    inferred: Mapping[str, str] = NOTHING_INFERRED


@attrs.define
class _Told:
    """What is known so far of one name: the ids that it may have, and why the others are ruled out."""

    name: BodyName
    ids: Sequence[str]
    reason: str | None = None
    parent: str | None = None

    def narrow(self, ids: Sequence[str]) -> None:
        """Keeps only *ids*, because of the text."""
        if len(ids) < len(self.ids) or set(ids) != set(self.ids):
            self.ids, self.reason = ordered(ids), _DOCUMENT


def agencies_of(found: Sequence[BodyName], view: TextView, when: Day) -> list[Resolved]:
    """The body that each of *found* stands for, resolved with the help of the others."""
    if not found:
        return []
    told = [_told(name, when) for name in found]
    if when.day is None and any(len(each.ids) > 1 for each in told):
        _leave_out_ended(told, view)
    _by_places(told, view, when)
    named = {each.ids[0] for each in told if len(each.ids) == 1}
    return [_resolved(each, after, view, when, named) for each, after in zip_longest(told, told[1:])]


def _told(name: BodyName, when: Day) -> _Told:
    if name.number is not None:
        place = name.locality.place if name.locality is not None else None
        ids, parent = numbered(name.entries, place.ids if place is not None else (), name.number, when.day)
        return _Told(name, ids, parent=parent)
    ids = namesakes(name.entries, name.locality, when.day)
    decided = when.day is not None and len(ids) < len(namesakes(name.entries, name.locality, None))
    return _Told(name, ids, when.reason if decided else None)


def _since(told: Sequence[_Told], view: TextView) -> dt.date:
    """A day before which the text cannot have been written."""
    settled = {each.ids[0] for each in told if len(each.ids) == 1}
    starts = [record(id).validity.start for id in settled]
    years = [dt.date(int(year), 1, 1) for year in _YEAR.findall(view.plain)]
    return max([*filter(None, starts), *years], default=dt.date.min)


def _leave_out_ended(told: Sequence[_Told], view: TextView) -> None:
    """Rules out the bodies that had ended before the text can have been written.

    The text is later than the founding of any body, and the issue of any document, that it names.
    """
    since = _since(told, view)
    for each in told:
        if len(each.ids) > 1:
            ends = {id: record(id).validity.end for id in each.ids}
            living = [id for id, end in ends.items() if end is None or end >= since]
            each.narrow(living or each.ids)


# By places.


def _by_places(told: Sequence[_Told], view: TextView, when: Day) -> None:
    """Narrows by the places beside names, and by the places that the text is about."""
    _by_places_above(told, view, when.day)
    if _are_settled(told):
        return
    here = _places(told)
    home = _letterhead(told, view)
    province = _only_province(told)
    for index, each in enumerate(told):
        level = _level_alone(each.name)
        if level is not None:
            if not _is_of_several(each.name, view):
                each.narrow(_in_place(each.name, here.get(level, set())))
        elif len(each.ids) > 1 and province:
            each.narrow([id for id in each.ids if not province.isdisjoint(_over(id))] or each.ids)
        elif not each.ids and each.name.parent is not None:
            each.ids = _units_of(each.name, _parent_here(each.name.parent, here, when), when.day)
        elif not each.ids and each.name.is_without_place:
            _by_next(each, told[index + 1 : index + 2], view, when.day)
            each.narrow(each.ids or _without_place(each.name, home, province, when.day))


def _parent_here(name: BodyName, here: Mapping[str, set[str]], when: Day) -> _Told:
    """What is known of a body above; with its level alone it is that of the one place of the text."""
    told = _told(name, when)
    level = _level_alone(name)
    if level is not None:
        told.narrow(_in_place(name, here.get(level, set())))
    return told


def _by_places_above(told: Sequence[_Told], view: TextView, day: dt.date | None) -> None:
    """Narrows by the places after names whose own place may be one of several."""
    reader: NameReader | None = None
    for each in told:
        is_local = each.name.locality is not None or each.name.number is not None
        if is_local and _PARTING.match(view.plain, each.name.end):
            reader = reader or NameReader(view, lexicon())
            _by_place_above(each, reader, day)


def _by_next(each: _Told, after: Sequence[_Told], view: TextView, day: dt.date | None) -> None:
    """Narrows to the unit of the body that follows: ``Phòng Hậu cần, Công an tỉnh Lâm Đồng``."""
    for parent in after:
        if parent.name.start - each.name.end <= _JOINT:
            between = view.lower[each.name.end : parent.name.start]
            if between == _COMMA or _BELONGS.fullmatch(between):
                local = _as_local(each.name)
                ids = _units_of(local, parent, day)
                if ids:
                    each.name = local
                    each.narrow(ids)


def _as_local(name: BodyName) -> BodyName:
    """*name*, which units of many bodies share, as that of the local bodies that have it."""
    if name.entries[0].source != "unit":
        return name
    same = (follow(lexicon().tree, words(name.name)) or {}).get(None, ())
    return changed(name, entries=tuple([entry for entry in same if entry.source == "local"]))


def _units_of(name: BodyName, parent: _Told, day: dt.date | None) -> Sequence[str]:
    """The ids of the units of that *name* that belong to *parent*, if this is one local body."""
    if len(parent.ids) != 1:
        return ()
    above, _, place = parent.ids[0].partition(".")
    records = [entry.record for entry in name.entries if isinstance(entry.record, LocalBody)]
    own = {record.id for record in records if record.parent == above}
    if not place or not own:
        return ()
    return [id for id in _in_place(name, {place}, day) if id.partition(".")[0] in own]


def _are_settled(told: Sequence[_Told]) -> bool:
    """Whether each name has its one body, so that no place need help."""
    return all(len(each.ids) == 1 and _level_alone(each.name) is None for each in told)


def _level_alone(name: BodyName) -> str | None:
    """The level of a place that *name* ends with, if the place itself is not named: ``UBND tỉnh``."""
    locality = name.locality
    return locality.level if locality is not None and not locality.named else None


def _is_of_several(name: BodyName, view: TextView) -> bool:
    """Whether a level alone stands for all its places: ``34 Thuế tỉnh``, ``UBND tỉnh, thành phố``."""
    before = view.plain[max(0, name.start - 2) : name.start]
    return before[:1].isdigit() or _MORE_LEVELS.match(view.plain, name.end) is not None


def _by_place_above(each: _Told, reader: NameReader, day: dt.date | None) -> None:
    """Narrows by the places after a name: ``UBND xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La``."""
    for above, is_leveled in _places_after(reader, each.name.end):
        if each.name.number is not None:
            if each.name.locality is None:
                each.ids, each.parent = numbered(each.name.entries, above, each.name.number, day)
            return
        inside = [id for id in each.ids if not above.isdisjoint(_over(id))]
        if inside:
            each.narrow(inside)
        elif is_leveled and any(_is_higher(place, id) for place in above for id in each.ids):
            each.narrow(())  # no body of that name lies in the stated place


def _over(id: str) -> frozenset[str]:
    """The ids of the places that the place of a local body lies in."""
    place = id.partition(".")[2]
    return lies_in(place) - {place} if place else frozenset()


def _is_higher(place: str, id: str) -> bool:
    """Whether *place* is a province, and the body with *id* that of a smaller unit."""
    return place in provinces() and id.partition(".")[2] not in provinces()


def _places_after(reader: NameReader, end: int) -> Iterator[tuple[frozenset[str], bool]]:
    """The ids of each place after *end*, and whether its level word stands with it."""
    for _ in range(_ABOVE):
        parting = _PARTING.match(reader.look.plain, end)
        if parting is None:
            return
        locality, end = reader.places.beginning(parting.end())
        if locality is None or locality.place is None:
            return
        kinds = locality.place.ids
        if locality.level is not None:
            kinds = tuple(id for id in kinds if kind_of(id) == locality.level) or kinds
        yield frozenset(kinds), locality.level is not None


def _places(told: Sequence[_Told]) -> dict[str, set[str]]:
    """The places of the local bodies that a text names, by their level."""
    here: dict[str, set[str]] = {}
    for id in {id for each in told for id in each.ids if "." in id}:
        place = id.partition(".")[2]
        here.setdefault(kind_of(place), set()).add(place)
    return here


def _only_province(told: Sequence[_Told]) -> frozenset[str]:
    """The one province that all resolved local bodies lie in, in each form that it has had."""
    settled = {each.ids[0].partition(".")[2] for each in told if len(each.ids) == 1 and "." in each.ids[0]}
    return frozenset.intersection(*map(provinces_of, settled)) if settled else frozenset()


def _letterhead(told: Sequence[_Told], view: TextView) -> str | None:
    """The place of the body in the letterhead of a local document, in capitals."""
    if not told or told[0].name.start > _LETTERHEAD or len(told[0].ids) != 1:
        return None
    first = told[0].name
    if not view.plain[first.start : first.end].isupper():
        return None
    return told[0].ids[0].partition(".")[2] or None


def _without_place(
    name: BodyName, home: str | None, province: frozenset[str], day: dt.date | None
) -> Sequence[str]:
    """The ids of a name without a place: in the letterhead's place, else in the one province of the text.

    The province counts only for bodies that provinces alone have (``Sở Y tế``); districts and communes have
    namesakes everywhere.
    """
    if home is not None:
        return _in_place(name, {home}, day)
    names = [entry.record for entry in name.entries if isinstance(entry.record, LocalBody)]
    if not names or any(record.levels != ("provincial",) for record in names):
        return ()
    living = {id for id in province if day is None or day in provinces()[id].validity}
    return _in_place(name, living, day)


def _in_place(name: BodyName, places: set[str], day: dt.date | None = None) -> Sequence[str]:
    """The ids of a name such as ``UBND tỉnh`` if *places* is one place; else none."""
    if len(places) != 1:
        return ()
    (place,) = places
    level = level_of(unit(place))
    names = {entry.record for entry in name.entries if isinstance(entry.record, LocalBody)}
    ids = [
        f"{each.id}.{place}"
        for each in names
        if level in each.levels and common(each.validity_at(level), unit(place).validity)
    ]
    return ordered(id for id in ids if day is None or day in record(id).validity)


# One name.


def _resolved(each: _Told, after: _Told | None, view: TextView, when: Day, named: set[str]) -> Resolved:
    """The body that one name stands for, by the name *after* it and by all that are *named*."""
    name, above, near = each.name, None, named
    if name.parent is not None:
        above = _agency(_told(name.parent, when), None, named, when).value
    elif after is not None and after.name.start - name.end < _JOINT:
        between = view.lower[name.end : after.name.start]
        if between == _COMMA:
            near = {*after.ids} if len(after.ids) == 1 and _has_child(after.ids[0], each.ids) else named
        elif _BELONGS.fullmatch(between):
            depth_of = lexicon().depth_of
            if depth_of(after.name.name) < depth_of(name.name):
                above = _agency(after, None, named, when).value
    return _agency(each, above, near, when)


def _has_child(id: str, ids: Sequence[str]) -> bool:
    return any(parent_of(other) == id for other in ids)


def _agency(told: _Told, above: Agency | None, near: set[str], when: Day) -> Resolved:
    """The body of *told*: the one of its ids below *above*, or below a body that is *near*."""
    name, ids, reason = told.name, told.ids, told.reason
    parent = above.id if above is not None else told.parent
    if len(ids) > 1:
        nearest = _nearest(ids, parent, near)
        ids, reason = nearest, _DOCUMENT if len(nearest) < len(ids) else reason
    if len(ids) != 1:
        return Resolved(_value(None, name.name, _kind(name.name, name.entries), parent, tuple(ids)))
    (id,) = ids
    own, parents, shared = _place_of(id, when.day)
    if len(parents) > 1:
        told_too = near.intersection(parents)
        own = told_too.pop() if len(told_too) == 1 else own
    if (parent and own and own != parent) or (shared and (own is None or own not in {parent, *near})):
        # A unit of another body, or a name that units of many bodies share.
        return Resolved(_value(None, name.name, _kind(name.name, name.entries), parent))
    because = _DOCUMENT if shared else reason
    return _settled(id, name.name, name.entries, own or parent, when.day, because, name.parent is not None)


@lru_cache(maxsize=_MEMORY)
def _place_of(id: str, day: dt.date | None) -> tuple[str | None, tuple[str, ...], bool]:
    """The parent of a body, the parents of which a text may mean one, and whether many units bear its name.

    Without a day that is the last parent, and any may be meant that the text names too.
    """
    return parent_of(id, day), parents_of(id) if day is None else (), is_shared(id)


@lru_cache(maxsize=_MEMORY)
def _settled(
    id: str,
    name: str,
    entries: tuple[Entry, ...],
    parent: str | None,
    day: dt.date | None,
    reason: str | None,
    runs_on: bool,
) -> Resolved:
    """What is said of a resolved body; with *runs_on* its name holds the name of the body above.

    Cached, as it depends on the registries and these words alone.
    """
    full = name if runs_on else _full_name(name, entries, id)
    value = _value(id, full, _kind(name, entries), parent, (), _went_to(id, day), _last_day(id, day))
    return Resolved(value, _inferred(reason, name != value.name))


def _inferred(reason: str | None, is_renamed: bool) -> Mapping[str, str]:
    """What ``Mention.inferred`` says: where the id came from, and that the name is the registry's."""
    if reason is None and not is_renamed:
        return NOTHING_INFERRED
    return ({"id": reason} if reason is not None else {}) | ({"name": _REGISTRY} if is_renamed else {})


def _full_name(name: str, entries: tuple[Entry, ...], id: str) -> str:
    """The name as printed; the official one where a ministry's is cut short: ``Bộ Giao thông``."""
    for entry in entries:
        if entry.clipped and entry.record is not None and entry.record.id == id:
            return entry.record.name if isinstance(entry.record, Body) else name
    return name


def _last_day(id: str, day: dt.date | None) -> dt.date | None:
    """The last day of a body that had ended by *day*."""
    end = record(id).validity.end
    return end if end is not None and day is not None and end < day else None


def _went_to(id: str, day: dt.date | None) -> tuple[str, ...]:
    """The ids of what a body had become by a day; none while it existed, or if nothing took its place."""
    body = record(id)
    if day is None or _last_day(id, day) is None:
        return ()
    return tuple(sorted(later.id for later in body.successors(on=day)))


@lru_cache(maxsize=_MEMORY)
def _value(
    id: str | None,
    name: str,
    kind: str | None,
    parent: str | None,
    candidates: tuple[str, ...] = (),
    successors: tuple[str, ...] = (),
    ended: dt.date | None = None,
) -> Agency:
    """The value of those fields; cached, as texts name few bodies many times."""
    return Agency(
        id=id,
        name=name,
        name_en=record(id).body.name_en if id is not None else None,
        kind=kind,
        parent=parent,
        candidates=candidates,
        reasons=tuple(_reason(id, candidates) for id in candidates),
        successors=successors,
        ended=ended,
    )


def _reason(id: str, candidates: Sequence[str]) -> CandidateReason:
    """What would tell one of several candidates from the others."""
    life, (name, _, place) = record(id).validity, id.partition(".")
    beside = [other for other in candidates if other != id and life.overlaps(record(other).validity)]
    if not beside:
        return "day"
    return "place" if place and any(other.partition(".")[0] == name for other in beside) else "name"


def _nearest(ids: Sequence[str], parent: str | None, near: set[str]) -> Sequence[str]:
    """The *ids* that belong to *parent*, or to a body that is *near*."""
    for above in ({parent} if parent else set(), near):
        fitting = [id for id in ids if parent_of(id) in above]
        if fitting:
            return fitting
    return ids


def _kind(name: str, entries: tuple[Entry, ...]) -> str | None:
    for entry in entries:
        if entry.record is not None:
            return entry.record.kind
    head = lexicon().head_of(name)
    return head.kind if head is not None else None
