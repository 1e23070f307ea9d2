"""The names of the registries in trees of words, which are made when the package is built.

Planting thousands of names takes longer than reading a text, so the trees stand in ``prebuilt/lexicon.json``
as plain data; where a registry has changed since, they are planted anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain, combinations, pairwise
from typing import Any, Literal

import attrs

from ..registries import Alias, Pattern, Validity, always
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
from ..registries.files import derived, derived_text
from ..registries.instruments import laws
from ..registries.places import districts, provinces
from ..text import lowered
from ._patterns import LEVELS, WORD, words

__all__ = ["JOINT", "Entry", "Names", "Node", "Place", "follow", "plant", "stored", "tree_of"]

#: The code of a division of a province's police, as in ``Phòng PC02``.
_DIVISION = Pattern(r"P[A-Z][0-9]{2}")

#: The kind of a company.
_COMPANY = "state-corporation"

Node = dict[str | None, Any]
#: A key that marks a node where a name goes on after ``và``; no word is empty.
JOINT = ""
Source = Literal["body", "press", "local", "unit", "head"]
#: The key of the leaves in stored trees; no word is a full stop.
_LEAF = "."
_WORDS = ("firsts", "field_words", "shared_heads", "place_words")
_PAIRS = ("pairs", "closings")
#: The data files that the trees are made of.
_SOURCES = (
    "agencies.toml",
    "press.toml",
    "local_bodies.toml",
    "agency_heads.toml",
    "agency_words.toml",
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
    """

    name: str
    source: Source
    of: Body | LocalBody | Head | str | None = None
    weak: bool = False
    opaque: bool = False
    level: str | None = None
    clipped: bool = False

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


def _shared_heads() -> set[str]:
    """The words before ``của`` that several names share: ``Cơ quan đại diện``."""
    borne: dict[str, list[Validity]] = {}
    for record in bodies().values():
        head, joint, _ = record.name.partition(" của ")
        if joint:
            borne.setdefault(head, []).append(record.validity)
    return {
        head
        for head, times in borne.items()
        if any(one.overlaps(other) for one, other in combinations(times, 2))
    }


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
        firsts: The words with a capital in known names, after the first.
        pairs: The pairs of words in known names.
        closings: The pairs of words that a name, or a field in one, can end with.
        field_words: What the words for fields begin with (``thủy`` in ``thủy sản``).
        shared_heads: The words before ``của`` that several names share, so that they name no body alone.
        place_words: The words of the names of places.
    """

    def __init__(self) -> None:
        self.tree: Node = {}
        self.whole: Node = {}
        self.places: Node = {}
        self.laws: Node = {}
        self.firsts: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.closings: set[tuple[str, str]] = set()
        self.field_words: set[str] = set()
        self.shared_heads: set[str] = set()
        self.place_words: set[str] = set()
        self.stops = frozenset(word_lists()["stops"].words)

    def read(self) -> None:
        """Adds the names of all registries, as ``prebuilt/lexicon.json`` has them."""
        tables = derived("lexicon", _SOURCES, _tables)
        entries = [Entry(*fields) for fields in tables["entries"]]
        self.tree = _grown(tables["tree"], entries.__getitem__)
        self.whole = _grown(tables["whole"], entries.__getitem__)
        self.places = _grown(tables["places"], lambda place: Place(place[0], tuple(place[1]), place[2]))
        self.laws = _grown(tables["laws"], str)
        for name in _WORDS:
            setattr(self, name, set(tables[name]))
        for name in _PAIRS:
            setattr(self, name, {tuple(pair.split(" ")) for pair in tables[name]})

    def plant_all(self) -> None:
        """Adds the names of all registries, from their records."""
        lists = word_lists()
        self.laws = tree_of(title for law in laws().values() for title in (law.title, *law.short))
        self.shared_heads = _shared_heads()
        for record in (*bodies().values(), *press().values()):
            self.plant_body(record, "press" if record.domains or record.id in press() else "body")
        for local in local_bodies().values():
            self._plant_names(local.name, local.aliases, "local", local)
        self._plant_levels(local_bodies()["cong-an"])
        for name in lists["unit-names"].words:
            self._plant(name, Entry(name, "unit"))
        self._note_fields(lists["fields"].words)
        for head in heads().values():
            plant(self.tree, words(head.text), Entry(head.text, "head", head))
        self._plant_places()

    def _note_fields(self, names: Iterable[str]) -> None:
        """Notes the words of fields, and which of them follow which."""
        for name in names:
            path = words(name)
            pairs = list(pairwise(path))
            self.field_words.add(path[0])
            self.pairs.update(pairs)
            self.closings.update(pairs[-1:])

    def plant_body(self, record: Body, source: Source) -> None:
        """Adds the names of *record*."""
        # In a text "X của Y" is two names; as the name that is asked for it is one.
        for text in (record.name, *(alias.text for alias in record.aliases)):
            if " của " in text:
                plant(self.whole, words(text), Entry(record.name, source, record))
        head = record.name.partition(" của ")[0]
        whole = head in self.shared_heads or record.kind == _COMPANY
        self._plant_names(record.name if whole else head, record.aliases, source, record)

    def _plant_names(
        self, name: str, aliases: tuple[Alias, ...], source: Source, record: Body | LocalBody
    ) -> None:
        # Companies are in the registry for their place in the graph; in a text they are not found.
        company = record.kind == _COMPANY
        self._plant(name, Entry(name, source, record, weak=company))
        self._mark_joints(name)
        own = words(name)
        for alias in aliases:
            if " của " in alias.text or words(alias.text) in ((), own):
                continue
            entry = _entry_of(alias, name, source, record)
            for path in _paths(alias.text) if entry is not None else ():
                plant(self.tree, path, entry)
            if _DIVISION.fullmatch(alias.text):
                plant(self.tree, ("phòng", *words(alias.text)), Entry(name, source, record))

    def _mark_joints(self, name: str) -> None:
        """Marks in the tree where *name* goes on after ``và``: ``Văn phòng HĐND và UBND``."""
        printed = WORD.findall(lowered(name))
        node = self.tree
        for word in printed if "và" in printed else ():
            if word == "và":
                node[JOINT] = {}
            else:
                node = node[word]

    def _plant_levels(self, local: LocalBody) -> None:
        """Adds a body's name with each level word, for abbreviations of both (``CATP``, ``CAH``)."""
        for level in LEVELS:
            entry = Entry(f"{local.name} {level}", "local", local, level=level)
            plant(self.tree, words(entry.name), entry)

    def _plant(self, name: str, entry: Entry) -> None:
        for path in _paths(name):
            plant(self.tree, path, entry)
        printed = list(WORD.finditer(name))
        small = [word.group().lower() for word in printed]
        for index, pair in enumerate(pairwise(small)):
            word = printed[index + 1]
            self.pairs.add(pair)
            if word.group()[0].isupper():
                self.firsts.add(pair[1])
            after = name[word.end() : printed[index + 2].start() + 1] if index + 2 < len(printed) else ""
            goes_on = after[:1] == " " and after[1:].islower()
            if not goes_on and not (after and pair[1] in self.stops):
                self.closings.add(pair)

    def _plant_places(self) -> None:
        named: dict[tuple[str, ...], Place] = {}
        for registry, provincial in ((provinces(), True), (districts(), False)):
            for record in registry.values():
                texts = [record.name, *(alias.text for alias in record.aliases if alias.strength == "strong")]
                for text in texts:
                    path = words(text)
                    old = named.get(path)
                    if old is None:
                        named[path] = Place(record.name, (record.id,), provincial)
                    else:
                        named[path] = attrs.evolve(old, ids=(*old.ids, record.id))
        for path, place in named.items():
            plant(self.places, path, place)
        self.place_words.update(chain.from_iterable(named))


def stored() -> str:
    """The text of ``prebuilt/lexicon.json``; it depends on the registries alone."""
    return derived_text(_SOURCES, _tables)


def _tables() -> dict[str, Any]:
    """The names of all registries as plain data: trees with numbers for the entries, and lists of words."""
    names = Names()
    names.plant_all()
    numbers: dict[Entry, int] = {}

    def number(entry: Entry) -> int:
        return numbers.setdefault(entry, len(numbers))

    trees = {
        "tree": _packed(names.tree, number),
        "whole": _packed(names.whole, number),
        "places": _packed(names.places, attrs.astuple),
        "laws": _packed(names.laws, str),
    }
    return {
        "entries": [attrs.astuple(_by_id(entry), recurse=False) for entry in numbers],
        **trees,
        **{name: sorted(getattr(names, name)) for name in _WORDS},
        **{name: sorted(map(" ".join, getattr(names, name))) for name in _PAIRS},
    }


def _by_id(entry: Entry) -> Entry:
    record = entry.record
    return entry if record is None else attrs.evolve(entry, of=record.id)


def _packed(node: Node, plain: Callable[[Any], Any]) -> Node:
    """*node* with its leaves as *plain* data, under a key that JSON can hold."""
    return {
        (_LEAF if word is None else word): list(map(plain, below)) if word is None else _packed(below, plain)
        for word, below in node.items()
    }


def _grown(node: Node, leaf: Callable[[Any], object]) -> Node:
    """A packed *node* with the leaves that *leaf* makes of their plain data: the inverse of ``_packed``."""
    leaves = node.pop(_LEAF, None)
    for below in node.values():
        _grown(below, leaf)
    if leaves is not None:
        node[None] = tuple(map(leaf, leaves))
    return node


def _entry_of(alias: Alias, name: str, source: Source, record: Body | LocalBody) -> Entry | None:
    """The entry of an alias of the body *name*; None where the alias is too short and weak to be found."""
    company = record.kind == _COMPANY
    weak, spelled = company or alias.strength == "weak", is_spelled(alias.text)
    if spelled and source != "press" and weak and not company and len(words(alias.text)) < 3:
        return None
    called = alias.text if spelled and source != "press" else name
    doubtful = company or (weak and (source == "press" or not spelled))
    return Entry(called, source, record, doubtful, not spelled, clipped=is_clipped(alias.text, record))


def _paths(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name, and the same with ``TP`` in the place of a city's level word."""
    path = words(name)
    yield path
    if "phố" in path and path[(at := path.index("phố")) - 1] == "thành":
        yield (*path[: at - 1], "tp", *path[at + 1 :])


def follow(node: Node, path: Iterable[str]) -> Node | None:
    """The node that *path* leads to; None where it breaks off."""
    for word in path:
        child = node.get(word)
        if child is None:
            return None
        node = child
    return node


def is_clipped(alias: str, record: Body | LocalBody) -> bool:
    """Whether *alias* is the name of a ministry, cut short."""
    if record.kind != "ministry":
        return False
    path, own = words(alias), words(record.name)
    return len(path) < len(own) and own[: len(path)] == path


def is_spelled(alias: str) -> bool:
    """Whether a name is written out, without capitals that stand for words."""
    return not re.search(r"[A-ZĐƯ]{2,}|\b[A-ZĐƯ]\b|[0-9]|[a-z][A-Z]", alias)
