"""Reading one name from its head on: which entries of the lexicon it may be, and which form it has.

The modules for the forms are independent of each other: ``_known`` (names of a registry), ``_local`` (names
that bodies of many places share), ``_formed`` (names known by their form alone). They share ``_fields`` (what
a body does), ``_places`` and ``_endings`` (what may end a name).
"""

from __future__ import annotations

import weakref

from ..text import TextView
from ._boards import BoardReader
from ._endings import Endings
from ._fields import FieldReader
from ._formed import FormedNames
from ._known import KnownNames
from ._lexicon import Entry, Lexicon, Node
from ._local import LocalNames
from ._lookup import Lookup
from ._name import BodyName, Sorts, closest, sorts_of
from ._patterns import CHAIN, PLURAL, counts_places, expansions, key, words
from ._places import PlaceReader

__all__ = ["NameReader"]

_ANY_DEPTH = 99
_LETTERS = 2  # two letters alone may stand for anything: "CP"


class NameReader:
    """Reads the names in one text.

    Attributes:
        look: The text and the lexicon.
        places: Reads the places in the text.
    """

    def __init__(self, view: TextView, lexicon: Lexicon) -> None:
        self.look = Lookup(view, lexicon)
        self._plain = self.look.plain
        self._lexicon = lexicon
        self.places = PlaceReader(self.look)
        fields = FieldReader(self.look)
        # The readers hold each other. With a weak reference they and the text go at once, not only when the
        # garbage collector comes by.
        self._endings = Endings(self.look, self.places, weakref.proxy(self))
        self._known = KnownNames(self.look, self.places, fields, self._endings)
        self._local = LocalNames(self.look, self.places, self._endings)
        self._formed = FormedNames(self.look, fields, BoardReader(self.look, self.places), self._endings)

    def read(self, start: int, below: int = _ANY_DEPTH) -> BodyName | None:
        """The name of less depth than *below* that begins at *start*; None where there is none."""
        return self._longest(start, self.look.walk(self._lexicon.tree, start), below)

    def read_opened(self, start: int, end: int, node: Node | None) -> BodyName | None:
        """The name whose opening, from *start* to *end*, leads to *node*; None where there is none."""
        if node is None:
            return self.read(start)
        return self._longest(start, self.look.walk_on(node, end), _ANY_DEPTH)

    def _longest(self, start: int, paths: dict[int, tuple[Entry, ...]], below: int) -> BodyName | None:
        """The name of less depth than *below* on the longest of *paths* that makes one."""
        refused = 0
        for end in sorted(paths, reverse=True) if len(paths) > 1 else paths:
            entries = paths[end] if below == _ANY_DEPTH else self._higher(paths[end], below)
            sorts = sorts_of(entries)
            reading = self._complete(start, end, sorts)
            if reading is None and sorts.leveled:
                continue
            if reading is None or reading.end < refused or self.look.is_refused(reading.end):
                # Where a longer head makes no name, a shorter one does not either: "Ban Quản lý dự án".
                refused = max(refused, end + 1)
            elif reading.end > end or not self._is_bare(start, end, entries):
                return reading
        return None

    def _higher(self, entries: tuple[Entry, ...], below: int) -> tuple[Entry, ...]:
        """The *entries* of less depth than *below*."""
        return tuple([entry for entry in entries if self._lexicon.depth_of(entry.name) < below])

    def read_under(self, node: Node, start: int) -> BodyName | None:
        """The name of the list item at *start*, whose head stands before the list."""
        paths = self.look.walk(node, start)
        for end in sorted(paths, reverse=True):
            known = tuple(entry for entry in paths[end] if entry.source != "head" and not entry.weak)
            if known:
                return BodyName(start, end, known[0].name, known)
        return None

    def _is_bare(self, start: int, end: int, entries: tuple[Entry, ...]) -> bool:
        """Whether capitals that might mean anything stand alone: ``CP``, ``TTTT``."""
        chain = None if self._plain[start + 1 : start + 2].islower() else CHAIN.match(self._plain, start)
        if chain is None or chain.end() < end:
            return False
        meanings = expansions().get(key(chain.group()))
        if meanings is None or any(
            entry.opaque and (not entry.weak or end - start > _LETTERS) for entry in entries
        ):
            return False
        return len(key(chain.group())) < 4 or not any(words(entry.name) == meanings[0] for entry in entries)

    def _is_of_many(self, end: int) -> bool:
        """Whether several places, which are counted or listed, follow."""
        return PLURAL.match(self.look.lower, end) is not None or counts_places(self._plain, end)

    def _complete(self, start: int, end: int, sorts: Sorts) -> BodyName | None:
        """The name that entries of those *sorts* begin: with a place, a number or a body above, or alone."""
        if sorts.local:
            reading = self._local.read(start, end, sorts.local)
            if reading is not None:
                return reading
            if sorts.known and self._is_of_many(end):
                return None  # "Hội LHPN các huyện": the bodies of the places, not the national one
        if sorts.known:
            return self._known.read(start, end, sorts)
        for entry, head in sorts.heads:
            reading = self._formed.read(start, end, entry, head)
            if reading is not None:
                return reading
        return self._without_place(start, end, sorts.alone) if sorts.alone else None

    def _without_place(self, start: int, end: int, alone: tuple[Entry, ...]) -> BodyName | None:
        """The name of a local body that may stand without its place."""
        if not self.look.has_capitals(start, end):
            return None
        name = closest(self._plain[start:end], alone)
        if name.startswith("Ban Quản lý"):
            stop = self.places.gate(end)
            return self._endings.with_parks(BodyName(start, stop, name + self._plain[end:stop], alone))
        return self._endings.with_place(self._known.extended(BodyName(start, end, name, alone)))
