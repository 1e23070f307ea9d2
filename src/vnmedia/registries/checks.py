"""Checks of what must hold between records; the tests run them over every registry.

Each check gives the problems it finds as ``RegistryError`` values, so that one run shows them all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Protocol, TypeVar

from ..errors import RegistryError
from .store import Alias, Record, Registry
from .validity import Validity

__all__ = [
    "clashing_aliases",
    "cycles",
    "dangling",
    "ids_and_form",
    "outside_parent",
    "unexplained_ends",
    "unknown_sources",
    "wrong_parents",
]

R = TypeVar("R", bound=Record)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Valid(Record, Protocol):
    """A record with a validity."""

    @property
    def validity(self) -> Validity:
        """From when to when it holds."""


class Named(Valid, Protocol):
    """A record with names."""

    @property
    def name(self) -> str:
        """The official name."""

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """Its other names."""


class Sourced(Record, Protocol):
    """A record that says where its facts were read."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids in ``sources.toml``."""


class Ended(Valid, Protocol):
    """A record that says what became of it."""

    @property
    def successors(self) -> tuple[str, ...]:
        """The ids of what took its place."""

    @property
    def ended(self) -> str | None:
        """Why it ended, where nothing took its place."""


class Spell(Protocol):
    """One of the bodies that a record belonged to, and when it did."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def validity(self) -> Validity:
        """From when to when."""


class Below(Valid, Protocol):
    """A record that belongs to another."""

    @property
    def parent(self) -> str | None:
        """The id of the record that it belongs to, or belonged to last."""


D = TypeVar("D", bound=Below)
E = TypeVar("E", bound=Ended)
V = TypeVar("V", bound=Valid)
N = TypeVar("N", bound=Named)
S = TypeVar("S", bound=Sourced)


def ids_and_form(registry: Registry[R], content: str) -> Iterator[RegistryError]:
    """Ids that are not ASCII words joined by hyphens, records not sorted by id, text not in NFC."""
    ids = list(registry)
    for id in ids:
        if not _ID.fullmatch(id):
            yield RegistryError(registry.file, id, "id", "not lower-case ASCII words joined by hyphens")
    for before, after in pairwise(ids):
        if after < before:
            yield RegistryError(
                registry.file, after, "id", f"stands after {before}; records are sorted by id"
            )
    if not unicodedata.is_normalized("NFC", content):
        yield RegistryError(registry.file, "", "", "not in Unicode NFC")


def dangling(
    registry: Registry[R], field: str, refers_to: Callable[[R], Iterable[str]], known: Mapping[str, object]
) -> Iterator[RegistryError]:
    """Ids in *field* that are not in *known*."""
    for record in registry.values():
        for id in refers_to(record):
            if id not in known:
                yield RegistryError(registry.file, record.id, field, f"no record has the id {id!r}")


def unknown_sources(registry: Registry[S], known: Mapping[str, object]) -> Iterator[RegistryError]:
    """Sources that ``sources.toml`` does not have, and records without any."""
    yield from dangling(registry, "sources", lambda record: record.sources, known)
    for record in registry.values():
        if not record.sources:
            yield RegistryError(registry.file, record.id, "sources", "empty")


def cycles(
    registry: Registry[R], field: str, refers_to: Callable[[R], Iterable[str]]
) -> Iterator[RegistryError]:
    """Records that lead back to themselves through *field*."""
    done: set[str] = set()
    for start in registry:
        path: list[str] = []
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            id, depth = stack.pop()
            del path[depth:]
            if id in path:
                yield RegistryError(registry.file, id, field, f"a cycle: {' → '.join([*path, id])}")
                continue
            if id in done or id not in registry:
                continue
            path.append(id)
            stack.extend((next_id, len(path)) for next_id in refers_to(registry[id]))
        done.update([start])


def outside_parent(registry: Registry[V], parent: Callable[[V], str | None]) -> Iterator[RegistryError]:
    """Records that share no day with their parent."""
    for record in registry.values():
        above = registry.get(parent(record) or "")
        if above is not None and not record.validity.overlaps(above.validity):
            yield RegistryError(
                registry.file, record.id, "parent", f"shares no day with {above.id} ({above.validity.text})"
            )


def wrong_parents(
    registry: Registry[D], parents: Callable[[D], Iterable[Spell]], known: Mapping[str, Valid]
) -> Iterator[RegistryError]:
    """Parents on days when the record or the parent did not exist, and two parents on one day."""
    for record in registry.values():
        for reason in _wrong_spells(record, list(parents(record)), known):
            yield RegistryError(registry.file, record.id, "parents", reason)


def _wrong_spells(record: D, told: Sequence[Spell], known: Mapping[str, Valid]) -> Iterator[str]:
    """What is wrong with the parents that are *told* of *record*, in the order of time."""
    for each in told:
        above = known.get(each.id)
        if above is None:
            yield f"no record has the id {each.id!r}"
        elif not (above.validity.covers(each.validity) and record.validity.covers(each.validity)):
            yield f"in {each.validity.text} {each.id} or the record did not live"
    for first, second in pairwise(told):
        if not (first.validity.end and second.validity.start and first.validity.end < second.validity.start):
            yield f"{first.id} and {second.id} at once"
    if told and told[-1].id != record.parent:
        yield f"the last is not {record.parent}"


def unexplained_ends(registry: Registry[E], parent: Callable[[E], Valid | None]) -> Iterator[RegistryError]:
    """Records with an end that nothing explains: no successor, no reason, no end of the parent."""
    for record in registry.values():
        end, above = record.validity.end, parent(record)
        if end is None or record.successors or record.ended:
            continue
        last = above.validity.end if above is not None else None
        if last is None or last > end:
            yield RegistryError(registry.file, record.id, "ended", f"ended on {end}, and nothing says why")


def clashing_aliases(
    registries: Sequence[Registry[N]], fold: Callable[[str], str] = str.casefold
) -> Iterator[RegistryError]:
    """Strong names that two records share on one day."""
    holders: defaultdict[str, list[tuple[str, N]]] = defaultdict(list)
    for registry in registries:
        for record in registry.values():
            strong = {record.name, *(alias.text for alias in record.aliases if alias.strength == "strong")}
            for name in {fold(text) for text in strong}:
                holders[name].append((registry.file, record))
    for name, records in holders.items():
        for (_, other), (file, record) in combinations(records, 2):
            if record.validity.overlaps(other.validity):
                yield RegistryError(file, record.id, "aliases", f"shares {name!r} with {other.id}")
