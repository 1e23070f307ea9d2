"""Where rules can begin: one fast pass over the text for words and digits.

ahocorasick-rs makes the pass faster if it is installed; the standard library gives the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from os.path import commonprefix
from types import ModuleType

from ..text import TextView

ahocorasick: ModuleType | None
try:
    import ahocorasick_rs as ahocorasick
except ImportError:
    ahocorasick = None

__all__ = ["Scanner", "any_of", "any_word", "scan_together", "word_scanner"]

Hit = tuple[int, int]
_HEAD = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_BEGINNING = re.compile(r"\b\w")

#: The most characters of words for the automaton's fastest form, which takes the most memory.
_SMALL = 40_000

#: How many characters are scanned before an automaton is built: that takes as long as looking up the words of
#: some thousand characters one by one.
_FEW = 4_000


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first; words that begin alike share their beginning.

    >>> re.findall(any_of(["năm", "năm ngoái", "nay"]), "nay, năm ngoái")
    ['nay', 'năm ngoái']
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    branches = []
    for first, rest in tails.items():
        shared = commonprefix(rest)  # noqa: RUF071 (characters are meant)
        if first:
            branches.append(re.escape(first + shared) + any_of(word[len(shared) :] for word in rest))
    if len(branches) == 1 and "" not in tails:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tails else "") if branches else ""


def any_word(words: Iterable[str], *, space: str = " ", not_after: Iterable[str] = ()) -> str:
    r"""A pattern for any of *words* at a word's beginning, the longest first.

    What may not stand before a word (a letter or digit, and what *not_after* matches) is checked after its
    first letter: an engine that knows how matches begin skips the rest of a text much faster.

    Args:
        words: The words; a space in one is replaced by *space*.
        space: The pattern between the parts of a word.
        not_after: Patterns of fixed length.

    >>> re.findall(any_word(["năm", "năm ngoái"]), "5năm, năm ngoái, nămm")
    ['năm ngoái', 'năm']
    """
    barred = "".join(f"(?<!{before}.)" for before in (r"\w", *not_after))
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    heads = (re.escape(first) + barred + any_of(rest) for first, rest in rests.items())
    return "|".join(heads).replace(r"\ ", space)


def word_scanner(
    words: Iterable[str],
    glued: Collection[str] = (),
    begun: Collection[str] = (),
    *,
    accelerate: bool = True,
) -> Scanner:
    """A function that gives, in order, the start and end of each of *words* in a lower-case text.

    A word is found where no letter, digit or ``_`` stands right beside it; of several that begin at one place
    the longest. Each of *words* may be several words of the text: the rarer, the fewer attempts. Those that
    begin at different places may overlap. Right after those that are *glued* a digit may stand (``t2``).

    Args:
        words: The words.
        glued: Words, among them or more, right after which a digit may stand.
        begun: More strings, which end with a digit or a mark; anything may follow them.
        accelerate: Whether to use ahocorasick-rs where it is installed.

    >>> word_scanner(["năm", "ngày", "các ngày"])("các ngày 7, nămm, năm 2020")
    [(0, 8), (4, 8), (18, 21)]
    >>> word_scanner(["năm"], begun=["t 1"])("tám, t 12")
    [(5, 8)]

    Raises:
        ValueError: One of *words* is not in lower case, or begins or ends with another character.
    """
    heads = sorted({*words, *begun}, key=lambda word: (-len(word), word))
    for head in heads:
        if not (_HEAD.fullmatch(head) or head in begun) or head != head.lower():
            raise ValueError(f"no words in lower case: {head!r}")
    return Scanner(heads, frozenset(glued), frozenset(begun), accelerate=accelerate)


class Scanner:
    """Finds words, as ``word_scanner`` describes. Its own automaton is built once it has scanned much alone.

    Attributes:
        heads: All strings that are searched.
        glued: The words right after which a digit may stand.
        begun: Those of *heads* that anything may follow.
    """

    def __init__(
        self, heads: list[str], glued: frozenset[str], begun: frozenset[str], *, accelerate: bool
    ) -> None:
        self.heads, self.glued, self.begun = heads, glued, begun
        self._accelerate = accelerate
        self._few = _FEW

    def __call__(self, text: str) -> list[Hit]:
        """The start and end of each of the words in *text*, in order."""
        if self._few > len(text):
            self._few -= len(text)
            return self._scan_few(text)
        self._few = 0
        return self._scan(text)

    def hits(self, view: TextView) -> list[Hit]:
        """The hits in *view*: those that ``scan_together`` left there, if any; these can be taken once."""
        known = view.hits.pop(self, None)  # those of a long text take much memory
        return self(view.lower) if known is None else known

    @cached_property
    def _scan_few(self) -> Callable[[str], list[Hit]]:
        return _dictionary(self.heads, self.glued, self.begun)

    @cached_property
    def _scan(self) -> Callable[[str], list[Hit]]:
        if not self.heads:
            return lambda _text: []
        if self._accelerate and ahocorasick is not None:
            return _automaton(ahocorasick, self.heads, self.glued, self.begun)
        return _alternation([head for head in self.heads if head not in self.begun], self.glued, self.begun)


def scan_together(scanners: Sequence[Scanner]) -> Callable[[TextView], None]:
    """A function that scans a view once for several scanners and leaves the result of each for its ``hits``.

    Most of the cost of a scan is that its automaton has left the processor's cache since the last text. If
    ahocorasick-rs is not installed, the function does nothing.
    """
    return _Together(ahocorasick, scanners) if ahocorasick is not None else lambda _view: None


class _Together:
    """One automaton for all strings of several scanners."""

    def __init__(self, package: ModuleType, scanners: Sequence[Scanner]) -> None:
        self._scanners = scanners
        holders: dict[str, list[int]] = {}
        for index, scanner in enumerate(scanners):
            for head in scanner.heads:
                holders.setdefault(head, []).append(index)
        self._held = list(holders.values())
        # The scanners that find a word although a letter follows it, and those that do so before a digit.
        self._loose = {
            number: _loose(head, some, scanners)
            for number, (head, some) in enumerate(holders.items())
            if any(head in scanners[index].begun or head in scanners[index].glued for index in some)
        }
        self._found = package.AhoCorasick(list(holders)).find_matches_as_indexes

    def __call__(self, view: TextView) -> None:
        text, held, loose = view.lower, self._held, self._loose
        around = _around(text)
        # Hits come in order of their ends, so the longest of those that begin at one place is the last.
        longest: list[dict[int, int]] = [{} for _ in self._scanners]
        for head, start, end in self._found(text, overlapping=True):
            before, after = around[start - 1], around[end]
            if before != " " and before.isalnum():  # mostly, a space settles it
                continue
            if after == " " or not after.isalnum():
                finding = held[head]
            elif head in loose:
                finding = loose[head][after.isdecimal()]
            else:
                continue
            for index in finding:
                longest[index][start] = end
        for scanner, ends in zip(self._scanners, longest, strict=True):
            view.hits[scanner] = sorted(ends.items())


def _loose(head: str, some: list[int], scanners: Sequence[Scanner]) -> tuple[list[int], list[int]]:
    """Those of *some* scanners that find *head* before a letter, and those that find it before a digit."""
    begun = [index for index in some if head in scanners[index].begun]
    return begun, begun + [index for index in some if head in scanners[index].glued]


def _around(text: str) -> str:
    """*text*, in which a letter or digit stands beside what is no whole word; its end is a space.

    The space also stands before the first character, as ``[-1]``.
    """
    return text.replace("_", "a") + " "


def _alternation(
    heads: list[str], glued: Collection[str], begun: Collection[str]
) -> Callable[[str], list[Hit]]:
    # A lookahead, so that words that overlap are all found.
    options = [f"({any_of(begun)})"] if begun else []
    options += [rf"({any_of(heads)})\b"] if heads else []
    options += [rf"({any_of(glued)})(?=[0-9])"] if glued else []
    pattern = re.compile(rf"\b(?={'|'.join(options)})")
    return lambda text: [match.span(match.lastindex or 1) for match in pattern.finditer(text)]


def _dictionary(
    heads: list[str], glued: Collection[str], begun: Collection[str]
) -> Callable[[str], list[Hit]]:
    known = frozenset(heads)
    lengths = sorted({len(head) for head in heads}, reverse=True)

    def scan(text: str) -> list[Hit]:
        found = []
        for word in _BEGINNING.finditer(text):
            start = word.start()
            for length in lengths:
                head = text[start : start + length]
                if head in known and _ends(text, start + len(head), head, glued, begun):
                    found.append((start, start + len(head)))
                    break
        return found

    return scan


def _ends(text: str, end: int, head: str, glued: Collection[str], begun: Collection[str]) -> bool:
    """Whether what follows *head* in *text* lets it count."""
    after = text[end : end + 1]
    return not (after.isalnum() or after == "_") or (after.isdecimal() and head in glued) or head in begun


def _automaton(
    package: ModuleType, heads: list[str], glued: frozenset[str], begun: frozenset[str]
) -> Callable[[str], list[Hit]]:
    small = sum(map(len, heads)) <= _SMALL
    found = package.AhoCorasick(
        heads, implementation=package.Implementation.DFA if small else None
    ).find_matches_as_indexes

    def scan(text: str) -> list[Hit]:
        around = _around(text)
        # Hits come in order of their ends, so the longest of those that begin at one place is the last.
        longest = {
            start: end
            for _, start, end in found(text, overlapping=True)
            if (around[start - 1] == " " or not around[start - 1].isalnum())
            and (
                (after := around[end]) == " "
                or not after.isalnum()
                or (after.isdecimal() and text[start:end] in glued)
                or text[start:end] in begun
            )
        }
        return sorted(longest.items())

    return scan
