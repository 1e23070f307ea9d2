"""The lexicon: the names of the registries in trees of words, and the finder's lists of other words."""

from __future__ import annotations

from functools import lru_cache

from ..registries import once
from ..registries.agencies import Head, heads, word_lists
from ._patterns import words
from ._trees import JOINT, Entry, Names, Node, Place, follow, plant
from ._units import communes_from

__all__ = ["JOINT", "Entry", "Lexicon", "Node", "Place", "follow", "lexicon"]


class Lexicon(Names):
    """Everything that the finder looks up, built once.

    Attributes:
        leads_abroad: The first words of all that may show that a body is that of another country.
        compounds: Words whose last syllable only looks like a head: ``cán bộ``, ``bệnh viện``.
        namesakes: Words (with a space) before the name of a body that is there the name of a club or a house.
        ends_abroad: How the name of a body of several countries ends.
        of_a_state: What stands before a country in the name of its body.
        need_objects: Fields that are no name without an object: ``Trung tâm Quản lý``.
        before_places: What may stand in lower case between a name and its place or number.
        stops: The words that end any name.
        board_stops: Further words that end a field in small letters.
        surnames: What the names of persons begin with.
        all_surnames: Those, and the surnames that are also everyday words or the beginnings of places.
        at_gates: Words in the names of bodies that bear the name of a gate, a port or a forest.
        small: The names, by their words, that mean a body in small letters too.
        small_openings: The first two words of those names.
    """

    def __init__(self) -> None:
        super().__init__()
        self.read()
        lists = {name: record.words for name, record in word_lists().items()}
        self.surnames = frozenset(lists["surnames"])
        self.all_surnames = self.surnames.union(lists["more-surnames"])
        self.cues_left = frozenset(lists["press-cues-left"])
        self.at_gates = tuple(lists["at-gates"])
        self.small = frozenset(map(words, lists["in-small-letters"]))
        self.small_openings = frozenset(" ".join(name[:2]) for name in self.small)
        self.cues_right = tuple(lists["press-cues-right"])
        abroad = [path.partition(" ")[0] for path in (*lists["elsewhere"], *lists["states"], "số")]
        self.leads_abroad = frozenset(abroad).union(self.foreign)
        self.compounds = frozenset(lists["compounds"])
        self.need_objects = frozenset(lists["need-objects"])
        self.namesakes = tuple(f"{word} " for word in lists["namesakes"])
        self.ends_abroad = tuple(lists["ends-abroad"])
        self.of_a_state = tuple(f"{word} " for word in lists["of-a-state"])
        self.board_stops = frozenset(lists["board-stops"])
        self.before_places = frozenset(lists["before-places"])
        self.heads = {words(head.text): head for head in heads().values()}

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one lexicon, and it lives as long as the process
    def communes(self, word: str) -> Node:
        """The names of communes that begin with *word*, by their words; planted when a text first has it."""
        tree: Node = {}
        for path, name, ids in communes_from(word):
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


@once
def lexicon() -> Lexicon:
    """The lexicon; the first caller pays for building it."""
    return Lexicon()
