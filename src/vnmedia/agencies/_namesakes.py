"""The bodies that a name by itself may stand for: those of its entries, in the places that are meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..registries import Validity
from ..registries.agencies import Body, LocalBody
from ._graph import COMMITTEE, common, record
from ._lexicon import Entry
from ._places import Locality
from ._units import kind_of, level_of, unit

__all__ = ["is_shared", "namesakes", "numbered", "ordered", "parent_of", "parents_of"]

#: How many names are cached; a corpus names more bodies, but most of its mentions are of fewer.
_MEMORY = 8192


@lru_cache(maxsize=_MEMORY)
def namesakes(entries: tuple[Entry, ...], locality: Locality | None, day: dt.date | None) -> tuple[str, ...]:
    """The ids of the bodies that a name may stand for, in order.

    With a day they are the bodies that existed then, or else those that had ended last; never one that was
    founded later.
    """
    lives = {id: life for entry in entries for id, life in _lives(entry, locality)}
    if day is None:
        return ordered(lives)
    living = [id for id, life in lives.items() if day in life]
    if living:
        return ordered(living)
    ends = {id: life.end for id, life in lives.items() if life.end is not None and life.end < day}
    last = max(ends.values(), default=None)
    return ordered(id for id, end in ends.items() if end == last)


def numbered(
    entries: Iterable[Entry], places: Iterable[str], number: int, day: dt.date | None
) -> tuple[tuple[str, ...], str | None]:
    """The ids of the bodies with a *number* in one of *places*, and the body that they belong to.

    Where it is not known how many such bodies a province has, there is only the parent.
    """
    ids: list[str] = []
    parents: list[str] = []
    for body in (entry.record for entry in entries if isinstance(entry.record, LocalBody)):
        for place in sorted(places):
            life = common(body.validity, unit(place).validity)
            if level_of(unit(place)) != "provincial" or life is None or (day is not None and day not in life):
                continue
            if number <= body.numbered.get(place, 0):
                ids.append(f"{body.id}-{number}.{place}")
            if body.parent is not None:
                parents.append(f"{body.parent}.{place}")
    return ordered(ids), parents[0] if len(parents) == 1 else None


def ordered(ids: Iterable[str]) -> tuple[str, ...]:
    """*ids* by how likely they are meant: those that still exist first, then those that ended last."""
    return tuple(sorted(ids, key=_rank))


@lru_cache(maxsize=_MEMORY)
def _rank(id: str) -> tuple[bool, int, int, str]:
    life = record(id).validity
    end = life.end.toordinal() if life.end is not None else 0
    start = life.start.toordinal() if life.start is not None else 0
    return life.end is not None, -end, -start, id


def _lives(entry: Entry, locality: Locality | None) -> Iterator[tuple[str, Validity]]:
    """The ids that *entry* gives in a place, and from when to when each body existed."""
    if isinstance(entry.record, Body):
        yield entry.record.id, entry.record.validity
    elif isinstance(entry.record, LocalBody) and locality is not None:
        for id in _place_ids(entry.record, locality):
            place = unit(id)
            life = common(entry.record.validity_at(level_of(place)), place.validity)
            if life is not None:
                yield f"{entry.record.id}.{id}", life


def _place_ids(name: LocalBody, locality: Locality) -> Sequence[str]:
    """The places of *locality* that have a body of that *name*."""
    ids = locality.place.ids if locality.place is not None else ()
    fitting = [id for id in ids if _fits(id, locality.level) and _has(name, id, locality.level)]
    if locality.level is None and any(level_of(unit(id)) == "provincial" for id in fitting):
        # A place without its level is the province rather than a district of the same name.
        provincial = "provincial" in name.levels
        fitting = [id for id in fitting if (level_of(unit(id)) == "provincial") == provincial] or fitting
    return fitting


def _fits(id: str, level: str | None) -> bool:
    return level is None or level == kind_of(id) or (level == "thủ đô" and id == "ha-noi")


def _has(name: LocalBody, id: str, level: str | None) -> bool:
    """Whether the place has a body of that *name*: only a ``thị xã`` has a ``Thị ủy``.

    ``Trại giam Thủ Đức`` bears the name of a place, but is not a body of that place.
    """
    committee = COMMITTEE.search(name.name.lower())
    if committee is not None and not kind_of(id).startswith(committee.group(1)):
        return False
    own = level_of(unit(id))
    if own not in name.levels:
        return False
    return own != "district" or level is not None or "regional" not in name.levels


@lru_cache(maxsize=_MEMORY)
def parent_of(id: str, day: dt.date | None = None) -> str | None:
    """The body that one belonged to on a day, or last if there is no day; None where it is not known.

    For a body that had ended it is the last parent, as long as that still existed.
    """
    body = record(id)
    parents = body.parents
    if day is None or not parents:
        return body.body.parent if day is None else None
    above = body.parent_on(day)
    if above is not None:
        return above.id
    end, last = body.validity.end, parents[-1].id
    return last if end is not None and end < day and day in record(last).validity else None


@lru_cache(maxsize=_MEMORY)
def parents_of(id: str) -> tuple[str, ...]:
    """All bodies that one has belonged to, in order of time."""
    return tuple(each.id for each in record(id).parents)


@lru_cache(maxsize=_MEMORY)
def is_shared(id: str) -> bool:
    """Whether units of many bodies have the name of the body with *id*."""
    return "." not in id and record(id).body.shared
