"""The known gaps of the registries, so that the next reader can fill them.

``vnmedia registry check`` prints them. Each gap names a record and the field that needs a source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

import attrs

from .agencies import Body, bodies, local_bodies, press
from .instruments import law_gaps, laws
from .places import communes, districts, provinces

__all__ = ["Gap", "gaps"]

_UNTRACED = "general-knowledge"
_DAY = dt.timedelta(days=1)
#: A unit that the reform ended must have successors; one that ended before need not.
_REFORM = dt.date(2025, 6, 30)


@attrs.frozen(kw_only=True)
class Gap:
    """A fact that no source read so far gives.

    Attributes:
        registry: The table: ``laws``, ``agencies``, ``press``, ``local_bodies``, ``communes``, ….
        id: The record.
        field: The field that is open, or in doubt.
        what: What is missing, and what is known.
    """

    registry: str
    id: str
    field: str
    what: str


def gaps() -> Iterator[Gap]:
    """Every gap, by table and record.

    >>> [gap.what for gap in gaps() if gap.id == "13-2026-qh16"]
    ['title not read: phòng, chống phổ biến vũ khí hủy diệt hàng loạt']
    """
    yield from _of_laws()
    for name, registry in (("agencies", bodies()), ("press", press())):
        for body in registry.values():
            yield from _of_body(name, body)
    for local in local_bodies().values():
        if local.validity.start is None and not local.spans:
            yield Gap(registry="local_bodies", id=local.id, field="validity", what="start unknown")
        if _UNTRACED in local.sources:
            yield Gap(registry="local_bodies", id=local.id, field="sources", what="no act or page was read")
    yield from _of_places()


def _of_laws() -> Iterator[Gap]:
    for gap in law_gaps().values():
        yield Gap(registry="laws", id=gap.id, field="title", what=f"title not read: {gap.about}")
    for law in laws().values():
        if law.passed is None:
            yield Gap(registry="laws", id=law.id, field="passed", what="day of passing unknown")
        if law.validity.start is None:
            yield Gap(registry="laws", id=law.id, field="effective", what="day of effect unknown")
        if law.replaced_by and law.validity.end is None:
            what = f"replaced by {', '.join(law.replaced_by)}, whose day of effect is unknown"
            yield Gap(registry="laws", id=law.id, field="until", what=what)


def _of_body(registry: str, body: Body) -> Iterator[Gap]:
    if body.validity.start is None:
        yield Gap(registry=registry, id=body.id, field="validity", what="start unknown")
    if set(body.sources) == {_UNTRACED}:
        yield Gap(registry=registry, id=body.id, field="sources", what="no act or page was read")
    if registry == "press" and body.parent is None and body.governing is None:
        yield Gap(registry=registry, id=body.id, field="governing", what="owner unknown")
    yield from (
        Gap(registry=registry, id=body.id, field="parents", what=what) for what in _unknown_parents(body)
    )


def _unknown_parents(body: Body) -> Iterator[str]:
    """The days on which *body* existed and its parent is not known."""
    spells = [each.validity for each in body.parents]
    if not spells and body.parent is not None:
        spells = [{**bodies(), **press()}[body.parent].validity]
    if not spells:
        return
    # A year alone leaves its days open: "1946" may be the day on which the parent began in that year.
    start, first = body.validity.start, spells[0].start
    latest = body.validity.latest_start
    if latest is not None and first is not None and latest < first:
        yield f"unknown from {start} to {first - _DAY}"
    for one, two in pairwise(spells):
        if one.end is not None and two.start is not None and two.start - one.end > _DAY:
            yield f"unknown from {one.end + _DAY} to {two.start - _DAY}"
    last, end = spells[-1].end, body.validity.earliest_end
    if last is not None and (end is None or last < end):
        yield f"unknown from {last + _DAY} on"


def _of_places() -> Iterator[Gap]:
    for province in provinces().values():
        if province.validity.start is None:
            yield Gap(registry="provinces", id=province.id, field="validity", what="start unknown")
    for district in districts().values():
        if district.validity.start is None:
            yield Gap(registry="districts", id=district.id, field="validity", what="start unknown")
    table = communes()
    went = {each.id for unit in table.values() for each in unit.predecessors}
    older = 0
    for unit in table.values():
        if unit.validity.end == _REFORM and unit.id not in went:
            yield Gap(registry="communes", id=unit.id, field="successors", what="not in the conversion table")
        older += unit.validity.start is None
    yield Gap(registry="communes", id="*", field="validity", what=f"start unknown of {older} older units")
