"""Finding where names can begin in a text: one pass for their first word, or two if one is too common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from heapq import merge

from ..grammar import word_scanner
from ..registries import once
from ..registries.agencies import Head, LocalBody
from ..text import TextView
from ._lexicon import Entry, Lexicon, Node, follow, lexicon
from ._patterns import GAP, HCM_WORDS, LEVELS, WORD, expansions

__all__ = ["TO_COLON", "Openings", "openings"]

TO_COLON = 50  # characters from the head of a list to its colon: "các Bộ, cơ quan ngang bộ:"

#: What may stand in lower case between a name and its place or number.
_BEFORE_PLACES = ("các", "khu", "số", "hai", "ba", "bốn", "năm", "và", "q", "p", "h", "x", "tp", "tx", "tt")

#: The first words of two plain letters that begin names: ``CA tỉnh``, ``UB MTTQ``, ``VP UBND``, ``TW Đoàn``.
_SHORT = frozenset({"ca", "hh", "le", "lm", "qc", "tc", "ub", "vp", "tw"})

#: What heads a list of names without being one: ``các Bộ: Y tế; Nội vụ``.
_LISTED = frozenset({"bộ"})

#: What may stand after the first word of a name.
_JOINTS = (" ", "-", " - ", "–", " – ", "&", " & ", " và ")

_DOCUMENT_NUMBER = re.compile(r"[0-9](?:/| ?[-–] ?[A-ZĐƯ]+/)(?:\S|(?<=\w[-/])[ \n])*\Z")
#: … also one with the body before the type, as in the 1990s: ``08-BYT/TT``.
_OLD_NUMBER = re.compile(r"(?<=[0-9]-)[A-ZĐƯ]{2,10}/[A-ZĐƯ]")
_IN_NUMBER = ("-", "/")
_BROKEN = ("-\n", "/\n", "- ", "/ ")
_CAPITAL_WITHIN = 44  # characters: a name in lower case has its first capital in its first few words


class Openings:
    """How the names of a lexicon begin.

    Attributes:
        scanner: Finds the openings: a name's first word or words.
        followers: The words in lower case that can follow an opening, where one must.
        unfinished: The openings that need another word to be a name: any such word is a follower.
    """

    def __init__(self, names: Lexicon) -> None:
        self._compounds = names.compounds
        self._small = names.small_openings
        placed = {word for tree in (names.before_names, names.regions) for word in tree if word}
        self._anywhere = frozenset({level.split(" ")[0] for level in LEVELS} | placed | set(_BEFORE_PLACES))
        self.followers: dict[str, frozenset[str]] = {}
        self.unfinished: set[str] = set()
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
        """Notes what may follow *opening*, unless that is a name by itself."""
        children = {child for child in node if child}
        if None not in node:
            self.unfinished.add(opening)
            self.followers[opening] = frozenset(children | {"và"})
        elif not any(map(_takes_any_word, node[None])):
            self.followers[opening] = self._anywhere | children

    def starts(self, view: TextView) -> Iterator[tuple[int, int]]:
        """Where the openings of names stand, except everyday words: ``công tác``, ``Hội nghị``."""
        plain, lower = view.plain, view.lower
        around = plain + "   "  # also stands before the first character, as around[-1]
        hits = self.scanner.hits(view)
        for start, end in merge(hits, _centrals(plain)) if "T.Ư" in plain else hits:
            opening = lower[start:end]
            after = self.followers.get(opening)
            if after is not None and not self._may_go_on(opening, after, lower, around, end):
                continue
            if around[start].isupper():
                may_begin = self._stands_large(view, around, start)
            else:
                may_begin = self._stands_small(view, opening, start, end)
            if may_begin:
                yield start, end

    def _may_go_on(self, opening: str, after: frozenset[str], lower: str, around: str, end: int) -> bool:
        """Whether what follows *opening* may continue a name, such as a small word that is in *after*."""
        if around[end] == " " and around[end + 1].islower():
            return _word(lower, end + 1) in after
        return opening not in self.unfinished or _goes_on(opening, after, lower, around, end)

    def _stands_large(self, view: TextView, around: str, start: int) -> bool:
        """Whether a name may begin with the capital at *start*."""
        glued = around[start - 1] in _IN_NUMBER or around[start - 2 : start] in _BROKEN
        if glued and _in_number(view.plain, start):
            return False
        if around[start + 1].islower() or not view.plain[max(0, start - 2) : start + 2].isupper():
            return True
        return not self._is_compound(view.lower, start)

    def _stands_small(self, view: TextView, opening: str, start: int, end: int) -> bool:
        """Whether *opening* may begin a name though it begins with a small letter."""
        if _heads_list(view.lower, start, end):
            return not self._is_compound(view.lower, start)
        if opening in self._capitals or not (_has_capital(view, start) or self._is_small(view.lower, start)):
            return False
        return not self._is_compound(view.lower, start)

    def _is_small(self, lower: str, start: int) -> bool:
        """Whether the two words at *start* begin a name that stays one in small letters: ``bộ chính trị``."""
        first = start + len(_word(lower, start))
        return lower[start : first + 1 + len(_word(lower, first + 1))] in self._small

    def _is_compound(self, lower: str, start: int) -> bool:
        """Whether the word at *start* is the end of a longer one: ``cán bộ``, ``bệnh viện``."""
        before = max(0, start - 1)
        while before and lower[before - 1].isalpha():
            before -= 1
        return lower[before:start] + _word(lower, start) in self._compounds


@once
def openings() -> Openings:
    """The openings of the names in the lexicon; the first caller pays for building them."""
    return Openings(lexicon())


def _takes_any_word(entry: Entry) -> bool:
    """Whether any word in lower case may follow the name that *entry* has."""
    if entry.opaque or entry.source not in ("head", "local"):
        return True
    if isinstance(entry.record, Head):
        return entry.record.free
    return " " in entry.name and isinstance(entry.record, LocalBody) and entry.record.alone


def _begins(word: str) -> bool:
    """Whether *word* is searched for: one or two plain letters are in many words, and few begin a name."""
    return len(word) > 2 or not word.isascii() or word in _SHORT


def _goes_on(opening: str, after: frozenset[str], lower: str, around: str, end: int) -> bool:
    """Whether the word after the unfinished *opening*, which ends at *end*, may be more of a name."""
    gap = GAP.match(lower, end)
    if opening in _LISTED and (gap is None or gap.group().strip() in (",", "và")):
        return True
    if gap is None:
        return False
    position = gap.end()
    if around[position].isupper() and not around[position + 1].islower():
        return True  # letters that stand for words
    return _word(lower, position) in after


def _heads_list(lower: str, start: int, end: int) -> bool:
    """Whether the head in small letters may head a list after a colon."""
    return lower.endswith("các ", 0, start) and ":" in lower[end : end + TO_COLON]


def _has_capital(view: TextView, start: int) -> bool:
    """Whether a capital soon follows the lower-case word at *start*, as in every name that begins so."""
    end = start + len(_word(view.lower, start))
    return view.plain[end : end + 1] == " " and not view.plain[end : end + _CAPITAL_WITHIN].islower()


def _word(lower: str, start: int) -> str:
    """The word at *start*; empty where none begins."""
    word = WORD.match(lower, start)
    return word[0] if word is not None else ""


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
