"""The lexicon: the names of the registries in one tree of words, and the finder's lists of other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any, Literal

import attrs

from ..registries import Alias, Validity, always, once
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
from ..registries.instruments import laws
from ..registries.places import districts, provinces
from ..text import lowered
from ._patterns import LEVELS, WORD, words
from ._units import communes_from

__all__ = ["JOINT", "Entry", "Lexicon", "Node", "Place", "follow", "lexicon"]

#: The code of a division of a province's police, as in ``Phòng PC02``.
_DIVISION = re.compile(r"P[A-Z][0-9]{2}")

#: The kind of a company.
_COMPANY = "state-corporation"

Node = dict[str | None, Any]
#: A key that marks a node where a name goes on after ``và``; no word is empty.
JOINT = ""
Source = Literal["body", "press", "local", "unit", "head"]


@attrs.frozen(eq=False)
class Entry:
    """What a path of words in the tree names. Entries are compared by identity.

    Attributes:
        name: The name as mentions give it.
        source: Which registry it comes from; a *unit* is a full name without a record, a *head* the
            beginning of a name.
        record: The record that it names.
        weak: Whether something beside it must say that a body is meant.
        opaque: Whether it is found only in capitals (``VTV``), never in lower case.
        clipped: Whether the name is the official one of a ministry cut short: ``Bộ Giao thông``.
        level: The level word that the name ends with, where only a place can follow (``CATP``).
    """

    name: str
    source: Source
    record: Body | LocalBody | Head | None = None
    weak: bool = False
    opaque: bool = False
    level: str | None = None
    clipped: bool = False

    @property
    def validity(self) -> Validity:
        """When a body of that name existed."""
        return self.record.validity if isinstance(self.record, Body | LocalBody) else always()


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


def _shared_heads() -> frozenset[str]:
    """The words before ``của`` that several names share: ``Cơ quan đại diện``."""
    borne: dict[str, list[Validity]] = {}
    for record in bodies().values():
        head, joint, _ = record.name.partition(" của ")
        if joint:
            borne.setdefault(head, []).append(record.validity)
    return frozenset(
        head
        for head, times in borne.items()
        if any(one.overlaps(other) for one, other in combinations(times, 2))
    )


def _planted(names: Iterable[str]) -> Node:
    """A tree of names by their words."""
    tree: Node = {}
    for name in names:
        plant(tree, words(name), name)
    return tree


class Lexicon:
    """Everything that the finder looks up, built once.

    Attributes:
        tree: The names of bodies by their words.
        whole: The names that hold ``của``, by their words; a text has two names there.
        places: The names of places by their words.
        place_words: The words of the names of places.
        laws: The titles of laws by their words.
        foreign: The names of countries and cities abroad by their words.
        compounds: Words whose last syllable only looks like a head: ``cán bộ``, ``bệnh viện``.
        excluded: Words that make no body with the head before them: ``Giám đốc`` after ``Ban``.
        offices: The offices of persons, by their words.
        firsts: The words with a capital in known names, after the first.
        pairs: The pairs of words in known names.
        verbs: The pairs of words that are verbs after a body, though fields are named by them too.
        closings: The pairs of words that a name, or a field in one, can end with.
        namesakes: Words (with a space) before the name of a body that is there the name of a club or a house.
        organisers: A ministry's letters with words that make them an event's organisers: ``BTC lễ hội``.
        ends_abroad: How the name of a body of several countries ends.
        need_objects: Fields that are no name without an object: ``Trung tâm Quản lý``.
        field_words: What the words for fields begin with (``thủy`` in ``thủy sản``).
        regions: The regions of the country by their words.
        before_names: What stands in lower case before the name of a border gate, by its words.
        stops: The words that end any name.
        board_stops: Further words that end a field in small letters.
        surnames: What the names of persons begin with.
        all_surnames: Those, and the surnames that are also everyday words or the beginnings of places.
        at_gates: Words in the names of bodies that bear the name of a gate, a port or a forest.
        small: The names, by their words, that mean a body in small letters too.
        small_openings: The first two words of those names.
        shared_heads: The words before ``của`` that several names share, so that they name no body alone.
        honoured: The persons whose names communes bear, by their words.
    """

    def __init__(self) -> None:
        self.tree: Node = {}
        self.places: Node = {}
        self.firsts: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.closings: set[tuple[str, str]] = set()
        lists = {name: record.words for name, record in word_lists().items()}
        self.stops = frozenset(lists["stops"])
        self.surnames = frozenset(lists["surnames"])
        self.all_surnames = self.surnames.union(lists["more-surnames"])
        self.whole: Node = {}
        self.honoured = _planted(lists["honoured"])
        self.cues_left = frozenset(lists["press-cues-left"])
        self.at_gates = tuple(lists["at-gates"])
        self.small = frozenset(map(words, lists["in-small-letters"]))
        self.small_openings = frozenset(" ".join(name[:2]) for name in self.small)
        self.cues_right = tuple(lists["press-cues-right"])
        self.laws = _planted(title for law in laws().values() for title in (law.title, *law.short))
        self.foreign = _planted(lists["foreign"])
        self.excluded = _planted(lists["not-a-body"])
        self.offices: Node = {}
        for office in offices().values():
            plant(self.offices, words(office.text), office.text)
        self.shared_heads = _shared_heads()
        for record in (*bodies().values(), *press().values()):
            self.plant_body(record, "press" if record.domains or record.id in press() else "body")
        for local in local_bodies().values():
            self._plant_names(local.name, local.aliases, "local", local)
        self._plant_levels(local_bodies()["cong-an"])
        for name in lists["unit-names"]:
            self._plant(name, Entry(name, "unit"))
        self._note_fields(lists["fields"])
        self.compounds = frozenset(lists["compounds"])
        self.need_objects = frozenset(lists["need-objects"])
        self.organisers = tuple(lists["organisers"])
        self.namesakes = tuple(f"{word} " for word in lists["namesakes"])
        self.ends_abroad = tuple(lists["ends-abroad"])
        self.board_stops = frozenset(lists["board-stops"])
        self.verbs = frozenset(pair for verb in lists["verbs"] for pair in pairwise(words(verb)))
        self.regions = _planted(lists["regions"])
        self.before_names = _planted(lists["before-names"])
        self.heads = {words(head.text): head for head in heads().values()}
        for path, head in self.heads.items():
            plant(self.tree, path, Entry(head.text, "head", head))
        self._plant_places()

    def _note_fields(self, names: Iterable[str]) -> None:
        """Notes the words of fields, and which of them follow which."""
        self.field_words = {words(name)[0] for name in names}
        for name in names:
            pairs = list(pairwise(words(name)))
            self.pairs.update(pairs)
            self.closings.update(pairs[-1:])

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one lexicon, and it lives as long as the process
    def communes(self, word: str) -> Node:
        """The names of communes that begin with *word*, by their words; planted when a text first has it."""
        tree: Node = {}
        for path, (name, ids) in communes_from(word).items():
            plant(tree, path, Place(name, ids, provincial=False))
        return tree

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one lexicon, and it lives as long as the process
    def head_of(self, name: str) -> Head | None:
        """The longest head that a name begins with."""
        path = words(" ".join(name.split(" ", 4)[:4]))
        for length in range(len(path), 0, -1):
            head = self.heads.get(path[:length])
            if head is not None:
                return head
        return None

    def depth_of(self, name: str) -> int:
        """How deep in the hierarchy the body of that name stands: the larger, the deeper."""
        head = self.head_of(name)
        return head.depth if head is not None else 1

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
        self.place_words = frozenset(word for path in named for word in path)


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


@once
def lexicon() -> Lexicon:
    """The lexicon; the first caller pays for building it."""
    return Lexicon()
