"""The graph of bodies: what belongs to what, and what became of it."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

import attrs

from ..registries import Validity
from ..registries.agencies import Body, LocalBody, Parent, bodies, local_bodies, press
from ..registries.places import District
from ..text import bare
from ._units import Unit, above, heirs, level_of, unit

__all__ = ["COMMITTEE", "AgencyRecord", "common", "lineage", "record", "records", "valid"]

#: How many bodies are cached; a corpus names more, but most of its mentions are of fewer.
_MEMORY = 8192
#: Why the bodies of a district ended with it, for those that communes do not have.
NO_DISTRICTS = "không còn cấp huyện từ ngày 1/7/2025 (Nghị quyết số 203/2025/QH15)"
#: A committee or union whose name says the level of its place.
COMMITTEE = re.compile(r"\b(tỉnh|thành|huyện|quận|thị)(?: ủy|đoàn| đoàn)$")


@attrs.frozen
class AgencyRecord:
    """A body as the registry has it, with its place in the graph.

    >>> cuc = record("cuc-bao-chi")
    >>> cuc.parent.name
    'Bộ Thông tin và Truyền thông'
    >>> [later.id for later in cuc.successors(on=dt.date(2026, 1, 1))]
    ['cuc-bao-chi-bvhttdl']
    """

    body: Body

    @property
    def id(self) -> str:
        """Its id."""
        return self.body.id

    @property
    def name(self) -> str:
        """Its official name in full."""
        return self.body.name

    @property
    def kind(self) -> str:
        """What sort of body it is."""
        return self.body.kind

    @property
    def validity(self) -> Validity:
        """From when to when it existed."""
        return self.body.validity

    @property
    def ended(self) -> str | None:
        """Why it ended, where nothing took its place; a unit without a reason ended with its parent.

        >>> record("bcd-tay-bac").ended
        'kết thúc hoạt động theo quyết định của Bộ Chính trị'
        """
        return self.body.ended

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids in ``sources.toml``: where its facts were read."""
        return self.body.sources

    @property
    def parent(self) -> AgencyRecord | None:
        """The body that it belongs to, or belonged to last."""
        return record(self.body.parent) if self.body.parent else None

    @property
    def parents(self) -> tuple[Parent, ...]:
        """The bodies that it has belonged to, each with the days on which it did, as far as known.

        >>> [(each.id, each.validity.text) for each in record("cuc-bdkh").parents]
        [('bo-tnmt', '2017/2025-02-28'), ('bo-nn-mt', '2025-03-01/..')]
        """
        return _parents(self.id)

    def parent_on(self, day: dt.date) -> AgencyRecord | None:
        """The body that it belonged to on a day; None where there was none or none is known.

        >>> record("vietnamnet").parent_on(dt.date(2024, 6, 1)).name
        'Bộ Thông tin và Truyền thông'
        """
        return next((record(each.id) for each in self.parents if day in each.validity), None)

    @property
    def units(self) -> tuple[AgencyRecord, ...]:
        """The bodies that belong to it, or belonged to it last."""
        return tuple(AgencyRecord(body) for body in _units().get(self.id, ()))

    @property
    def predecessors(self) -> tuple[AgencyRecord, ...]:
        """The bodies that it was made from."""
        named = {*self.body.predecessors, *_before().get(self.id, ())}
        return tuple(record(id) for id in sorted(named))

    def successors(self, *, on: dt.date | None = None) -> tuple[AgencyRecord, ...]:
        """The bodies that it went into: those at its end, or what those had become by a day.

        Args:
            on: The day; a successor that had ended by then is replaced by its own successors.
        """
        direct = tuple(record(id) for id in self.body.successors)
        if on is None:
            return direct
        found: dict[str, AgencyRecord] = {}
        seen: set[str] = {self.id}
        waiting = list(direct)
        while waiting:
            later = waiting.pop(0)
            if later.id in seen:
                continue
            seen.add(later.id)
            if on in later.validity:
                found[later.id] = later
            else:
                waiting.extend(later.successors())
        return tuple(found.values())


@lru_cache(maxsize=_MEMORY)
def record(id: str) -> AgencyRecord:
    """The body with an id; a local body's id is the id of its name, a dot, and the id of its place.

    >>> record("so-y-te.nghe-an").name
    'Sở Y tế tỉnh Nghệ An'

    Raises:
        KeyError: No body has that id. A local body is missing where its name and its place share no day, or
            where no place of that level has such a body.
    """
    name_id, dot, place_id = id.partition(".")
    if not dot:
        return AgencyRecord(bodies().get(id) or press()[id])
    name = local_bodies().get(name_id)
    if name is None:
        return AgencyRecord(_numbered(id, name_id, unit(place_id)))
    return AgencyRecord(_local(id, name, unit(place_id)))


@lru_cache(maxsize=_MEMORY)
def _parents(id: str) -> tuple[Parent, ...]:
    body = record(id).body
    if body.parents or body.parent is None:
        return body.parents
    both = common(body.validity, record(body.parent).validity)
    return (Parent(id=body.parent, validity=both),) if both is not None else ()


def records() -> Iterator[AgencyRecord]:
    """Every listed body, by id: those of ``agencies.toml`` and ``press.toml``."""
    return (AgencyRecord(body) for _, body in sorted(_all().items()))


def valid(on: dt.date) -> tuple[AgencyRecord, ...]:
    """The listed bodies that existed on a day.

    >>> "bo-tttt" in {body.id for body in valid(dt.date(2025, 2, 28))}
    True
    >>> "bo-tttt" in {body.id for body in valid(dt.date(2025, 3, 1))}
    False
    """
    return tuple(body for body in records() if on in body.validity)


def lineage(id: str) -> tuple[AgencyRecord, ...]:
    """The body itself and all that it came from or went into, the oldest first.

    >>> [body.id for body in lineage("cuc-bao-chi")]
    ['cuc-bao-chi-bvhtt', 'cuc-bao-chi', 'cuc-bao-chi-bvhttdl']

    Raises:
        KeyError: No body has that id.
    """
    here = record(id)
    found = {here.id: here}
    for step in ("predecessors", "successors"):
        waiting = [here]
        while waiting:
            body = waiting.pop()
            for other in body.predecessors if step == "predecessors" else body.successors():
                if other.id not in found:
                    found[other.id] = other
                    waiting.append(other)
    return tuple(sorted(found.values(), key=lambda body: (body.validity.start or dt.date.min, body.id)))


@cache
def _all() -> dict[str, Body]:
    return {**press(), **bodies()}


@cache
def _units() -> dict[str, list[Body]]:
    units: defaultdict[str, list[Body]] = defaultdict(list)
    for body in _all().values():
        if body.parent:
            units[body.parent].append(body)
    return units


@cache
def _before() -> dict[str, list[str]]:
    before: defaultdict[str, list[str]] = defaultdict(list)
    for body in _all().values():
        for id in body.successors:
            before[id].append(body.id)
    return before


def _local(id: str, name: LocalBody, place: Unit) -> Body:
    level = level_of(place)
    life = common(name.validity_at(level), place.validity)
    if life is None or level not in name.levels:
        raise KeyError(id)  # no such body has ever existed
    parents = tuple(_local_parents(name, place, life))
    leveled = COMMITTEE.search(name.name.lower()) is None or place.name == "Hồ Chí Minh"
    return Body(
        id=id,
        name=f"{name.name} {place.kind} {place.name}" if leveled else f"{name.name} {place.name}",
        kind=name.kind,
        level=level,
        parent=parents[-1].id if parents else None,
        parents=parents,
        validity=life,
        successors=_local_successors(name, place),
        ended=_why_ended(name, place, life),
        sources=name.sources,
    )


def _why_ended(name: LocalBody, place: Unit, life: Validity) -> str | None:
    """Why a local body ended; None where only its place ended."""
    span = name.span_at(level_of(place))
    if span is not None and span.ended is not None:
        return span.ended
    if life.end is None:
        return None
    if name.ended is not None and life.end == name.validity.end:
        return name.ended
    return NO_DISTRICTS if isinstance(place, District) and life.end == place.validity.end else None


def _numbered(id: str, name_id: str, place: Unit) -> Body:
    """One of the numbered bodies of a province: ``tand-khu-vuc-1.ha-noi``."""
    base, _, number = name_id.rpartition("-")
    name = local_bodies()[base]
    life = common(name.validity, place.validity)
    if not number.isdecimal() or not 0 < int(number) <= name.numbered.get(place.id, 0) or life is None:
        raise KeyError(id)
    above_id = f"{name.parent}.{place.id}" if name.parent is not None else None
    return Body(
        id=id,
        name=f"{name.name} {int(number)} - {place.name}",
        kind=name.kind,
        level="regional",
        parent=above_id,
        validity=life,
        sources=name.sources,
    )


def _local_successors(name: LocalBody, place: Unit) -> tuple[str, ...]:
    """What a local body went into: another body of its place, or the same body of the successor places.

    Of a district's bodies, communes have only those that every level has: the committee, the council.
    """
    found: list[str] = []
    gone = _ended_before(name.validity_at(level_of(place)), place.validity)
    for later in _later_names(name, place, gone=gone):
        stays = gone and level_of(place) in local_bodies()[later].levels
        if stays and common(local_bodies()[later].validity, place.validity) is not None:
            found.append(f"{later}.{place.id}")
        elif name.over is not None or not isinstance(place, District):
            after = [(_of_kind(later, unit(id)), id) for id in heirs(place.id)]
            found += [f"{name_id}.{id}" for name_id, id in after if _may_have(name_id, unit(id))]
    return tuple(found)


def _ended_before(one: Validity, other: Validity) -> bool:
    return one.end is not None and (other.end is None or one.end < other.end)


def _later_names(name: LocalBody, place: Unit, *, gone: bool) -> tuple[str, ...]:
    """The names that bodies after one may have; where its place ended first it is the same name."""
    if gone:
        return name.successors
    outlived = _ended_before(place.validity, name.validity_at(level_of(place)))
    return (name.id,) if outlived else name.successors or (name.id,)


def _may_have(name_id: str, place: Unit) -> bool:
    """Whether a successor *place* has, or had, a body of that name: a commune has no court."""
    name, level = local_bodies()[name_id], level_of(place)
    return level in name.levels and common(name.validity_at(level), place.validity) is not None


def _local_parents(name: LocalBody, place: Unit, life: Validity) -> Iterator[Parent]:
    """What a local body belonged to in its *life*: a body of its own place, or of each place above."""
    if name.parent is not None:
        level, above_it = level_of(place), local_bodies()[name.parent]
        both = common(life, common(above_it.validity_at(level), place.validity))
        if both is not None and level in above_it.levels:
            yield Parent(id=f"{name.parent}.{place.id}", validity=both)
        return
    for id in above(place.id) if name.over is not None else ():
        higher = unit(id)
        days = common(life, higher.validity)
        if days is None:
            continue
        name_id = _of_kind(name.over or "", higher)
        own = common(days, local_bodies()[name_id].validity_at(level_of(higher)))
        if own is not None:
            yield Parent(id=f"{name_id}.{id}", validity=own)
        rest = days if own is None else _after(days, own)
        if rest is not None:  # districts had no police in their last months
            yield from _local_parents(name, higher, rest)


def _after(whole: Validity, part: Validity) -> Validity | None:
    """The days of *whole* after *part*; None where there are none."""
    if part.end is None or (whole.end is not None and whole.end <= part.end):
        return None
    first = part.end + dt.timedelta(days=1)
    return Validity.parse(f"{first}/{whole.text.partition('/')[2]}")


def _of_kind(name_id: str, place: Unit) -> str:
    """The committee or union of *place*'s level: a province has a ``Tỉnh ủy``, a city a ``Thành ủy``."""
    parts = re.match(r"(.*?)(?:tinh|thanh|huyen|quan|thi)(-uy|-doan)$", name_id)
    if parts is None:
        return name_id
    own = "dang" if level_of(place) == "commune" else bare(place.kind.partition(" ")[0])
    for other in (f"{parts[1]}{own}{parts[2]}", f"{parts[1]}{own}{parts[2]}-xa"):
        if other in local_bodies():
            return other
    return name_id


def common(first: Validity, second: Validity | None) -> Validity | None:
    """The days that both have; None where there are none."""
    if second is None or not first.overlaps(second):
        return None
    starts = [v for v in (first, second) if v.start]
    ends = [v for v in (first, second) if v.end]
    start = max(starts, key=lambda v: v.start or dt.date.min).text.partition("/")[0] if starts else ""
    end = min(ends, key=lambda v: v.end or dt.date.max).text.partition("/")[2] if ends else ".."
    return Validity.parse(f"{start}/{end}")
