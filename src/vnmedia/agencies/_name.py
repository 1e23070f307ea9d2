"""The name of a body as it was read, before it is known which body is meant."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import attrs

from ..registries.agencies import Head, LocalBody
from ._lexicon import Entry
from ._places import Locality

__all__ = ["BodyName", "Sorts", "closest", "sorts_of"]


@attrs.define(eq=False)
class BodyName:
    """A name that was read: where it ends, the name in full, and its parts.

    It is never changed in place, but is not frozen either, which takes twice as long for each.

    Attributes:
        entries: What the words before place and parent name: one body or several namesakes.
        locality: The place in the name.
        parent: The body above, whose name runs together with it.
        number: The number of the body, where its place has several.
        weak: Whether something beside it must say that a body is meant.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    locality: Locality | None = None
    parent: BodyName | None = None
    weak: bool = False
    number: int | None = None

    @property
    def is_without_place(self) -> bool:
        """Whether no place, body above or number stands in it."""
        return self.locality is None and self.parent is None and self.number is None

    @property
    def form(self) -> str:
        """The form of the name: one of those in ``_rules``."""
        if self.parent is not None:
            return "đơn vị viết liền cơ quan cấp trên"
        source = self.entries[0].source
        if source == "head":
            return "tên có dạng tên cơ quan"
        if source == "local":
            with_place = self.locality is not None
            return "cơ quan địa phương" if with_place else "cơ quan địa phương không kèm địa danh"
        return "báo, đài, nhà xuất bản" if source == "press" else "cơ quan trong danh mục"


@attrs.frozen(eq=False)
class Sorts:
    """The entries of one path, by sort.

    Attributes:
        known: Entries that a registry has in full.
        strong: Those of *known* that need nothing beside them, or all of *known* where each needs it.
        local: Names that bodies of many places share.
        heads: Beginnings of names, each with its record.
        alone: Those of *local* whose bodies may stand without their place.
        leveled: Whether all end with a level word, so that a place must follow.
    """

    known: tuple[Entry, ...]
    strong: tuple[Entry, ...]
    local: tuple[Entry, ...]
    alone: tuple[Entry, ...]
    heads: tuple[tuple[Entry, Head], ...]
    leveled: bool


@lru_cache(maxsize=8192)
def sorts_of(entries: tuple[Entry, ...]) -> Sorts:
    """The sorts of *entries*; cached, as texts repeat the same few paths."""
    known = tuple([entry for entry in entries if entry.source in ("body", "press", "unit")])
    local = tuple([entry for entry in entries if entry.source == "local"])
    return Sorts(
        known=known,
        strong=tuple([entry for entry in known if not entry.weak]) or known,
        local=local,
        alone=tuple([entry for entry in local if isinstance(entry.record, LocalBody) and entry.record.alone]),
        heads=tuple([(entry, entry.record) for entry in entries if isinstance(entry.record, Head)]),
        leveled=bool(entries) and all(entry.level for entry in entries),
    )


def closest(plain: str, entries: tuple[Entry, ...]) -> str:
    """The name of the entry that is spelled as printed, else of the one that ended last."""
    if len(entries) == 1:
        return entries[0].name
    folded = plain.lower()
    for entry in entries:
        if entry.name.lower() == folded:
            return entry.name
    return max(entries, key=lambda entry: entry.validity.end or dt.date.max).name
