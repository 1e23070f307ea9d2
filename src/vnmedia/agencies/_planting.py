"""Planting the trees of names from the registries, when the package is built or a registry has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations, pairwise
from typing import Any

import attrs

from ..registries import Alias, Pattern, Validity
from ..registries.agencies import (
    Body,
    Head,
    LocalBody,
    bodies,
    heads,
    local_bodies,
    offices,
    press,
    word_lists,
)
from ..registries.files import derived_text
from ..registries.instruments import laws
from ..registries.places import districts, provinces
from ..text import lowered
from ._patterns import LEVELS, WORD, words
from ._trees import (
    JOINT,
    LEAF,
    NAMED,
    PAIRS,
    SOURCES,
    WORDS,
    Entry,
    Names,
    Node,
    Place,
    Source,
    plant,
    tree_of,
)

__all__ = ["Planted", "stored", "tables"]

#: The code of a division of a province's police, as in ``Phòng PC02``.
_DIVISION = Pattern(r"P[A-Z][0-9]{2}")

#: The kind of a company.
_COMPANY = "state-corporation"


class Planted(Names):
    """The names that the registries have, planted from their records."""

    def plant_all(self) -> None:
        """Adds the names of all registries, from their records."""
        lists = word_lists()
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
        self._list_words()

    def _list_words(self) -> None:
        """Adds the words that are no names of bodies."""
        lists = {name: record.words for name, record in word_lists().items()}
        self.laws = tree_of(title for law in laws().values() for title in (law.title, *law.short))
        self.foreign = tree_of(lists["foreign"])
        self.honoured = tree_of(lists["honoured"])
        self.excluded = tree_of(lists["not-a-body"])
        self.offices = tree_of(office.text for office in offices().values())
        self.regions = tree_of(lists["regions"])
        self.before_names = tree_of(lists["before-names"])
        self.terms = tree_of(lists["terms"])
        self.verbs = {pair for verb in lists["verbs"] for pair in pairwise(words(verb))}

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


def stored() -> str:
    """The text of ``prebuilt/lexicon.json``; it depends on the registries alone."""
    return derived_text(SOURCES, tables)


def tables() -> dict[str, Any]:
    """The names of all registries as plain data: trees with numbers for the entries, and lists of words."""
    names = Planted()
    names.plant_all()
    numbers: dict[Entry, int] = {}

    def number(entry: Entry) -> int:
        return numbers.setdefault(entry, len(numbers))

    trees = {
        "tree": _packed(names.tree, number),
        "whole": _packed(names.whole, number),
        "places": _packed(names.places, attrs.astuple),
        **{name: _packed(getattr(names, name), str) for name in NAMED},
    }
    return {
        "entries": [attrs.astuple(_by_id(entry), recurse=False) for entry in numbers],
        **trees,
        **{name: sorted(getattr(names, name)) for name in WORDS},
        **{name: sorted(map(" ".join, getattr(names, name))) for name in PAIRS},
    }


def _by_id(entry: Entry) -> Entry:
    record = entry.record
    known = entry if record is None else attrs.evolve(entry, of=record.id)
    return attrs.evolve(known, ends_anywhere=_ends_anywhere(entry))


def _ends_anywhere(entry: Entry) -> bool:
    """Whether any word in lower case may follow the name that *entry* has."""
    if entry.opaque or entry.source not in ("head", "local"):
        return True
    if isinstance(entry.record, Head):
        return entry.record.free
    return " " in entry.name and isinstance(entry.record, LocalBody) and entry.record.alone


def _packed(node: Node, plain: Callable[[Any], Any]) -> Node | list[Any]:
    """*node* with its leaves as *plain* data: under a key that JSON can hold, or alone if it has no more."""
    leaves = list(map(plain, node.get(None, ())))
    if node.keys() == {None}:
        return leaves
    packed: Node = {word: _packed(below, plain) for word, below in node.items() if word is not None}
    return packed | {LEAF: leaves} if leaves else packed


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


def is_clipped(alias: str, record: Body | LocalBody) -> bool:
    """Whether *alias* is the name of a ministry, cut short."""
    if record.kind != "ministry":
        return False
    path, own = words(alias), words(record.name)
    return len(path) < len(own) and own[: len(path)] == path


def is_spelled(alias: str) -> bool:
    """Whether a name is written out, without capitals that stand for words."""
    return not re.search(r"[A-ZĐƯ]{2,}|\b[A-ZĐƯ]\b|[0-9]|[a-z][A-Z]", alias)
