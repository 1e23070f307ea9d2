"""Finding where names can begin in a text: one pass for their first word, or two if one is too common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge

import attrs

from ..grammar import word_scanner
from ..registries import Pattern, once
from ..text import TextView
from ._lexicon import Lexicon, Node, follow, lexicon
from ._patterns import GAP, HCM_WORDS, LEVELS, NEXT, WORD, expansions

__all__ = ["TO_COLON", "Openings", "openings"]

TO_COLON = 50  # characters from the head of a list to its colon: "các Bộ, cơ quan ngang bộ:"

#: The first words of two plain letters that begin names: ``CA tỉnh``, ``UB MTTQ``, ``VP UBND``, ``TW Đoàn``.
_SHORT = frozenset({"ca", "hh", "le", "lm", "qc", "tc", "ub", "vp", "tw"})

#: What heads a list of names without being one: ``các Bộ: Y tế; Nội vụ``.
_LISTED = frozenset({"bộ"})

#: What may stand after the first word of a name.
_JOINTS = (" ", "-", " - ", "–", " – ", "&", " & ", " và ")

_DOCUMENT_NUMBER = re.compile(r"[0-9](?:/| ?[-–] ?[A-ZĐƯ]+/)(?:\S|(?<=\w[-/])[ \n])*\Z")
#: … also one with the body before the type, as in the 1990s: ``08-BYT/TT``.
_OLD_NUMBER = Pattern(r"(?<=[0-9]-)[A-ZĐƯ]{2,10}/[A-ZĐƯ]")
#: What stands right before the letters of a body in a document's number, which may be broken there.
_IN_NUMBER = ("-", "/", "-\n", "/\n", "- ", "/ ")
_CAPITAL_WITHIN = 44  # characters: a name in lower case has its first capital in its first few words


@attrs.frozen(eq=False)
class Opening:
    """What is known of one opening before the text is looked at.

    Attributes:
        node: Where in the tree of names it leads; None for letters that may stand for several words.
        followers: The words in lower case that can follow, where one must.
        is_unfinished: Whether it needs another word to be a name: any such word is a follower.
        others: The words that make no body with it: ``nghị`` after ``hội``.
        asks: Whether the word after it decides.
    """

    node: Node | None = None
    followers: frozenset[str] | None = None
    is_unfinished: bool = False
    others: frozenset[str] = frozenset()
    asks: bool = attrs.field(init=False)

    @asks.default
    def _asks(self) -> bool:
        return self.followers is not None or bool(self.others)


#: Letters, and ``T.Ư``.
_LETTERS = Opening()


class Openings:
    """How the names of a lexicon begin.

    Attributes:
        scanner: Finds the openings: a name's first word or words.
    """

    def __init__(self, names: Lexicon) -> None:
        names.grow()
        self._compounds = _by_last(names.compounds)
        self._small = tuple(names.small_openings)
        placed = {word for tree in (names.before_names, names.regions) for word in tree if word}
        self._anywhere = frozenset({level.split(" ")[0] for level in LEVELS} | placed | names.before_places)
        self._excluded = names.excluded
        self._known: dict[str, Opening] = {}
        self._shortened: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for text, paths in expansions().items():
            for path in paths:
                self._shortened[path[0]].append((text, path))
        letters = {text.lower() for word in names.tree if word for text, _ in self._shortened.get(word, ())}
        self._shortened[HCM_WORDS[0]].append(("TPHCM", HCM_WORDS))
        self._capitals = frozenset(letters - {word for word in names.tree if word})
        found = {text for text in letters if _begins(text)}
        for word, node in names.tree.items():
            if not word or not _begins(word):
                continue
            if word in letters:
                found.add(word)
            elif None in node or word in _LISTED:
                found.add(word)
                if word.upper() not in expansions():
                    self._note(word, node)
            else:
                found.update(self._pairs(word, node))
        self.scanner = word_scanner(found)

    def _pairs(self, word: str, node: Node) -> Iterator[str]:
        """*word* with each word that may be next, or with the beginning of an abbreviation of such words."""
        letters = {
            text[:length].lower()
            for child in node
            if child
            for text, path in self._shortened.get(child, ())
            if follow(node, path) is not None
            for length in range(1, len(text) + 1)
        }
        yield from (f"{word} {first}" for first in letters)
        for child, below in node.items():
            if child:
                yield from (word + joint + child for joint in _JOINTS)
                if child not in letters:
                    self._note(f"{word} {child}", below)

    def _note(self, opening: str, node: Node) -> None:
        """Notes where *opening* leads, and what may follow it, unless that is a name by itself."""
        children = {child for child in node if child}
        followers = None
        if None not in node:
            followers = frozenset(children | {"và"})
        elif not any(entry.ends_anywhere for entry in node[None]):
            followers = self._anywhere | children
        others: set[str] = set()
        if followers is None and all(entry.source == "head" for entry in node[None]):
            others = _ends(follow(self._excluded, opening.split(" ")) or {}) | _ends(self._excluded)
            others = {word for word in others if word.upper() not in expansions()}
        self._known[opening] = Opening(node, followers, None not in node, frozenset(others - children))

    def hits(self, view: TextView) -> Iterable[tuple[int, int]]:
        """Where the openings stand, also those that are everyday words."""
        hits = self.scanner.hits(view)
        return merge(hits, _centrals(view.plain)) if "Ư" in view.plain and "T.Ư" in view.plain else hits

    def begun(self, view: TextView) -> list[tuple[int, int, Node | None]]:
        """Where a name may begin: not with ``công tác`` or ``Hội nghị``.

        With where its opening ends, and where in the tree of names that leads, unless it has only letters.
        All are found before the first name is read: what the two steps look up leaves no room in the
        processor's cache for each other.
        """
        plain, lower, known_as = view.plain, view.lower, self._known.get
        begun: list[tuple[int, int, Node | None]] = []
        for start, end in self.hits(view):
            opening = lower[start:end]
            known = known_as(opening, _LETTERS)
            if known.asks and _goes_on_otherwise(view, opening, known, end):
                continue
            if (
                self._stands_large(view, start, opening)
                if plain[start].isupper()
                else self._stands_small(view, start, end, opening)
            ):
                begun.append((start, end, known.node))
        return begun

    def _stands_large(self, view: TextView, start: int, opening: str) -> bool:
        """Whether a name may begin with the capital at *start*."""
        plain = view.plain
        if plain.endswith(_IN_NUMBER, 0, start) and _in_number(plain, start):
            return False
        if plain[start + 1].islower() or not plain[max(0, start - 2) : start + 2].isupper():
            return True
        return not self._is_compound(view.lower, start, opening)

    def _stands_small(self, view: TextView, start: int, end: int, opening: str) -> bool:
        """Whether *opening* may begin a name though it begins with a small letter.

        It may before a capital, as the head of a list, and where the name stays one in small letters.
        """
        lower = view.lower
        may_begin = (
            (opening not in self._capitals and _has_capital(view, start, end))
            or (lower.endswith("các ", 0, start) and ":" in lower[end : end + TO_COLON])
            or lower.startswith(self._small, start)
        )
        return may_begin and not self._is_compound(lower, start, opening)

    def _is_compound(self, lower: str, start: int, opening: str) -> bool:
        """Whether the first word of *opening* is the end of a longer one: ``cán bộ``, ``bệnh viện``."""
        before = self._compounds.get(opening.partition(" ")[0])
        if before is None or not lower.endswith(before, 0, start):
            return False
        first = start - 1
        while first and lower[first - 1].isalpha():
            first -= 1
        return lower[first:start] in before


@once
def openings() -> Openings:
    """The openings of the names in the lexicon; the first caller pays for building them."""
    return Openings(lexicon())


def _by_last(compounds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What stands before the last syllable in each of *compounds*, by that syllable."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for compound in compounds:
        before, space, last = compound.rpartition(" ")
        found[last] += (before + space,)
    return dict(found)


def _begins(word: str) -> bool:
    """Whether *word* is searched for: one or two plain letters are in many words, and few begin a name."""
    return len(word) > 2 or not word.isascii() or word in _SHORT


def _ends(node: Node) -> set[str]:
    """The words that end a path right after *node*."""
    return {word for word, below in node.items() if word and None in below}


def _goes_on_otherwise(view: TextView, opening: str, known: Opening, end: int) -> bool:
    """Whether the words after *opening* make no name with it: ``Bộ`` trưởng, ``hội`` nghị."""
    word = NEXT.match(view.lower, end)
    after = word[1] if word is not None else None
    followers = known.followers
    if followers is None:
        return after in known.others
    if after in followers:
        return False
    if after is not None and view.plain[end + 1].islower():
        return True
    return known.is_unfinished and not _is_more(opening, followers, view, end)


def _is_more(opening: str, after: frozenset[str], view: TextView, end: int) -> bool:
    """Whether what follows *opening* may be more of a name that goes on with one of the words *after*."""
    gap = GAP.match(view.lower, end)
    if opening in _LISTED and (gap is None or gap.group().strip() in (",", "và")):
        return True
    if gap is None:
        return False
    position = gap.end()
    if view.plain[position].isupper() and not view.plain[position + 1 : position + 2].islower():
        return True  # letters that stand for words
    word = WORD.match(view.lower, position)
    return word is not None and word[0] in after


def _has_capital(view: TextView, start: int, end: int) -> bool:
    """Whether a capital soon follows the first of the words in small letters, as in every name like that."""
    space = view.plain.find(" ", start, end + 1)
    return space >= 0 and not view.plain[space : space + _CAPITAL_WITHIN].islower()


def _centrals(plain: str) -> Iterator[tuple[int, int]]:
    """Where ``T.Ư`` stands for ``Trung ương``."""
    start = plain.find("T.Ư")
    while start >= 0:
        yield start, start + 1
        start = plain.find("T.Ư", start + 3)


def _in_number(plain: str, start: int) -> bool:
    """Whether the capitals at *start* belong to a document's number (``135/QĐ-TTg``, ``31 - HD/BTCTW``)."""
    before = _DOCUMENT_NUMBER.search(plain, max(0, start - 30), start)
    return before is not None or _OLD_NUMBER.match(plain, start) is not None
