"""The names of the registries in trees of words, which are made when the package is built.

Planting thousands of names takes longer than reading a text, so the trees stand in ``prebuilt/lexicon.json``
as plain data; where a registry has changed since, they are planted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from importlib import import_module
from threading import Lock
from typing import Any, Literal

import attrs

from ..registries import Validity, always
from ..registries.agencies import (
    Body,
    Head,
    LocalBody,
    bodies,
    heads,
    local_bodies,
    press,
    word_lists,
)
from ..registries.files import derived
from ._patterns import words

__all__ = ["JOINT", "Entry", "Names", "Node", "Place", "follow", "plant", "tree_of"]

Node = dict[str | None, Any]
#: A key that marks a node where a name goes on after ``và``; no word is empty.
JOINT = ""
Source = Literal["body", "press", "local", "unit", "head"]
#: The key of the leaves in stored trees; no word is a full stop.
LEAF = "."
#: What is stored as lists of words, and of pairs of words.
WORDS = ("firsts", "field_words", "shared_heads", "place_words")
PAIRS = ("pairs", "closings", "verbs")
#: What is stored as trees of names alone.
NAMED = ("laws", "foreign", "honoured", "excluded", "offices", "regions", "before_names", "terms")
#: The data files that the trees are made of.
SOURCES = (
    "agencies.toml",
    "press.toml",
    "local_bodies.toml",
    "agency_heads.toml",
    "agency_words.toml",
    "offices.toml",
    "provinces.toml",
    "districts.csv",
    "laws.csv",
)


@attrs.frozen(eq=False)
class Entry:
    """What a path of words in the tree names. Entries are compared by identity.

    Attributes:
        name: The name as mentions give it.
        source: Which registry it comes from; a *unit* is a full name without a record, a *head* the
            beginning of a name.
        of: The record that it names, or its id.
        weak: Whether something beside it must say that a body is meant.
        opaque: Whether it is found only in capitals (``VTV``), never in lower case.
        clipped: Whether the name is the official one of a ministry cut short: ``Bộ Giao thông``.
        level: The level word that the name ends with, where only a place can follow (``CATP``).
        ends_anywhere: Whether any word in small letters may follow the name.
    """

    name: str
    source: Source
    of: Body | LocalBody | Head | str | None = None
    weak: bool = False
    opaque: bool = False
    level: str | None = None
    clipped: bool = False
    ends_anywhere: bool = True

    @cached_property
    def record(self) -> Body | LocalBody | Head | None:
        """The record that it names; looked up when it is first asked for, as a text names few bodies."""
        return _record(self.source, self.of) if isinstance(self.of, str) else self.of

    @property
    def validity(self) -> Validity:
        """When a body of that name existed."""
        return self.record.validity if isinstance(self.record, Body | LocalBody) else always()


def _record(source: Source, id: str) -> Body | LocalBody | Head:
    if source == "local":
        return local_bodies()[id]
    return heads()[id] if source == "head" else bodies().get(id) or press()[id]


@attrs.frozen
class Place:
    """The name of a province, district or commune, and the ids of the places that have borne it."""

    name: str
    ids: tuple[str, ...]
    provincial: bool


def plant(tree: Node, path: Iterable[str], entry: object) -> None:
    """Puts *entry* at the end of *path*."""
    node = tree
    for word in path:
        node = node.setdefault(word, {})
    node[None] = (*node.get(None, ()), entry)


def tree_of(names: Iterable[str]) -> Node:
    """A tree of names by their words."""
    tree: Node = {}
    for name in names:
        plant(tree, words(name), name)
    return tree


class Names:
    """The names that the registries have.

    Attributes:
        tree: The names of bodies by their words.
        whole: The names that hold ``của``, by their words; a text has two names there.
        places: The names of places by their words.
        laws: The titles of laws by their words.
        foreign: The names of countries and cities abroad by their words.
        honoured: The persons whose names communes bear, by their words.
        excluded: Words that make no body with the head before them: ``Giám đốc`` after ``Ban``.
        offices: The offices of persons, by their words.
        regions: The regions of the country by their words.
        before_names: What stands in lower case before the name of a border gate, by its words.
        terms: What follows the level of a place with a capital, and is no place, by its words.
        firsts: The words with a capital in known names, after the first.
        pairs: The pairs of words in known names.
        closings: The pairs of words that a name, or a field in one, can end with.
        verbs: The pairs of words that are verbs after a body, though fields are named by them too.
        field_words: What the words for fields begin with (``thủy`` in ``thủy sản``).
        shared_heads: The words before ``của`` that several names share, so that they name no body alone.
        place_words: The words of the names of places.
    """

    def __init__(self) -> None:
        self.tree: Node = {}
        self.whole: Node = {}
        self.places: Node = {}
        self.laws: Node = {}
        self.foreign: Node = {}
        self.honoured: Node = {}
        self.excluded: Node = {}
        self.offices: Node = {}
        self.regions: Node = {}
        self.before_names: Node = {}
        self.terms: Node = {}
        self.firsts: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.closings: set[tuple[str, str]] = set()
        self.verbs: set[tuple[str, str]] = set()
        self.field_words: set[str] = set()
        self.shared_heads: set[str] = set()
        self.place_words: set[str] = set()
        self.stops = frozenset(word_lists()["stops"].words)

    def read(self) -> None:
        """Adds the names of all registries, as ``prebuilt/lexicon.json`` has them."""
        tables = derived("lexicon", SOURCES, _planted)
        entry = _Entries(tables["entries"]).__getitem__
        self.tree = _Growing(tables["tree"], entry)
        self.whole = _Growing(tables["whole"], entry)
        self.places = _Growing(tables["places"], lambda place: Place(place[0], tuple(place[1]), place[2]))
        for name in NAMED:
            setattr(self, name, _Growing(tables[name], str))
        for name in WORDS:
            setattr(self, name, set(tables[name]))
        for name in PAIRS:
            setattr(self, name, {tuple(pair.split(" ")) for pair in tables[name]})

    def grow(self) -> None:
        """Makes of each tree a plain dictionary, which is faster: texts need most of the trees."""
        for name in ("tree", "whole", "places", *NAMED):
            setattr(self, name, dict(getattr(self, name).items()))


#: Held while a part of a tree is grown, which is done in place.
_growing = Lock()


class _Entries(dict[int, Entry]):
    """The entries by number; each is made when a node with it is grown."""

    def __init__(self, rows: list[list[Any]]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, number: int) -> Entry:
        entry = self[number] = Entry(*self._rows[number])
        return entry


class _Growing(Node):
    """A packed tree; what follows a first word is grown when it is first asked for, as one name needs little.

    Only the root is of this class.
    """

    def __init__(self, packed: Node, leaf: Callable[[Any], object]) -> None:
        super().__init__(packed)
        self._leaf = leaf
        self._waiting = set(packed)

    def get(self, word: Any, default: Any = None) -> Any:
        """The node that a first word leads to."""
        if word in self._waiting:
            with _growing:
                if word in self._waiting:  # else another thread has grown it while this one waited
                    self[word] = _grown_below(self[word], self._leaf)
                    self._waiting.discard(word)
        return super().get(word, default)

    def items(self) -> Any:
        """The first words and their nodes."""
        for word in tuple(self._waiting):
            self.get(word)
        return super().items()


def _planted() -> dict[str, Any]:
    # Loaded here: a process that reads what is kept does without it.
    tables: dict[str, Any] = import_module("._planting", __package__).tables()
    return tables


def _grown(node: Node, leaf: Callable[[Any], object]) -> Node:
    """A packed *node* with the leaves that *leaf* makes of their plain data: the inverse of ``_packed``."""
    leaves = node.pop(LEAF, None)
    for word, below in node.items():
        # Written out here too: half of the nodes need no further call.
        node[word] = {None: tuple(map(leaf, below))} if type(below) is list else _grown(below, leaf)
    if leaves is not None:
        node[None] = tuple(map(leaf, leaves))
    return node


def _grown_below(below: Node | list[Any], leaf: Callable[[Any], object]) -> Node:
    return {None: tuple(map(leaf, below))} if isinstance(below, list) else _grown(below, leaf)


def follow(node: Node, path: Iterable[str]) -> Node | None:
    """The node that *path* leads to; None where it breaks off."""
    for word in path:
        child = node.get(word)
        if child is None:
            return None
        node = child
    return node
