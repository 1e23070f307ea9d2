"""Where rules can begin: one cheap pass over the text for words and digits.

ahocorasick-rs makes the pass faster where it is installed; the standard library gives the same result.
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

#: How many characters of words the fastest form of the automaton may be built for: it takes the most memory.
_SMALL = 40_000


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first, in which those that begin alike share their beginning.

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
    r"""A pattern for any of *words* where one begins, the longest first.

    What may not stand before one (a letter or digit, and what *not_after* matches) is looked for after its
    first letter: an engine that sees what the matches begin with steps over the rest of a text much faster.

    Args:
        words: The words; a space in one is *space*, a pattern.
        space: What parts the words of one.
        not_after: Patterns of one length each.

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
    """What gives, in order, the start and end of each of *words* in a lower-case text.

    A word is found where no letter, digit or ``_`` stands right beside it; of several that begin at one place
    the longest. It may be several, as they stand in the text: the rarer, the fewer attempts. Words that begin
    at different places may overlap. Right after those that are *glued* a digit may stand too (``t2``).

    Args:
        words: The words.
        glued: Those of them, and others, right after which a digit may stand.
        begun: More, which end with a digit or a mark that anything may follow; no word goes on with it.
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
    """Finds words; ``word_scanner`` says which. What it stands on is built when it first scans a text alone.

    Attributes:
        heads: All that is looked for.
        glued: The words right after which a digit may stand.
        begun: Those of *heads* that anything may follow.
    """

    def __init__(
        self, heads: list[str], glued: frozenset[str], begun: frozenset[str], *, accelerate: bool
    ) -> None:
        self.heads, self.glued, self.begun = heads, glued, begun
        self._accelerate = accelerate

    def __call__(self, text: str) -> list[Hit]:
        """The start and end of each of the words in *text*, in order."""
        return self._scan(text)

    def hits(self, view: TextView) -> list[Hit]:
        """What it finds in *view*: what ``scan_together`` has found there, where it has; that is had once."""
        known = view.hits.pop(self, None)  # a long text's take much memory
        return self._scan(view.lower) if known is None else known

    @cached_property
    def _scan(self) -> Callable[[str], list[Hit]]:
        if not self.heads:
            return lambda _text: []
        if self._accelerate and ahocorasick is not None:
            return _automaton(ahocorasick, self.heads, self.glued, self.begun)
        return _alternation([head for head in self.heads if head not in self.begun], self.glued, self.begun)


def scan_together(scanners: Sequence[Scanner]) -> Callable[[TextView], None]:
    """A function that scans a view once for several scanners, whose ``hits`` there are known then.

    Most of what a scan costs is that its automaton has left the processor's cache since the last text. Where
    ahocorasick-rs is not installed, the function does nothing.
    """
    return _Together(ahocorasick, scanners) if ahocorasick is not None else lambda _view: None


class _Together:
    """One automaton of all that several scanners look for."""

    def __init__(self, package: ModuleType, scanners: Sequence[Scanner]) -> None:
        self._scanners = scanners
        holders: dict[str, list[int]] = {}
        for index, scanner in enumerate(scanners):
            for head in scanner.heads:
                holders.setdefault(head, []).append(index)
        self._held = list(holders.values())
        # Of those that have a word, in which of them a digit may follow it, and in which anything.
        self._glued = [[i for i in some if head in scanners[i].glued] for head, some in holders.items()]
        self._begun = [[i for i in some if head in scanners[i].begun] for head, some in holders.items()]
        self._found = package.AhoCorasick(list(holders)).find_matches_as_indexes

    def __call__(self, view: TextView) -> None:
        text, held = view.lower, self._held
        around = text + " "  # also stands before the first character, as around[-1]
        longest: list[dict[int, int]] = [{} for _ in self._scanners]
        for head, start, end in self._found(text, overlapping=True):
            before, after = around[start - 1], around[end]
            if before.isalnum() or before == "_":
                continue
            # The hits come by their ends, so the longest of those that begin at one place is the last.
            for index in self._followed(head, after) if after.isalnum() or after == "_" else held[head]:
                longest[index][start] = end
        for scanner, ends in zip(self._scanners, longest, strict=True):
            view.hits[scanner] = sorted(ends.items())

    def _followed(self, head: int, after: str) -> list[int]:
        """The scanners that find a word right *after* which a letter or digit stands."""
        return self._begun[head] + self._glued[head] if after.isdecimal() else self._begun[head]


def _alternation(
    heads: list[str], glued: Collection[str], begun: Collection[str]
) -> Callable[[str], list[Hit]]:
    # A lookahead, so that a word inside another one is found as well.
    options = [f"({any_of(begun)})"] if begun else []
    options += [rf"({any_of(heads)})\b"] if heads else []
    options += [rf"({any_of(glued)})(?=[0-9])"] if glued else []
    pattern = re.compile(rf"\b(?={'|'.join(options)})")
    return lambda text: [match.span(match.lastindex or 1) for match in pattern.finditer(text)]


def _automaton(
    package: ModuleType, heads: list[str], glued: frozenset[str], begun: frozenset[str]
) -> Callable[[str], list[Hit]]:
    small = sum(map(len, heads)) <= _SMALL
    found = package.AhoCorasick(
        heads, implementation=package.Implementation.DFA if small else None
    ).find_matches_as_indexes

    def scan(text: str) -> list[Hit]:
        around = text + " "  # also stands before the first character, as around[-1]
        # The hits come by their ends, so the longest of those that begin at one place is the last.
        longest = {
            start: end
            for _, start, end in found(text, overlapping=True)
            if not (
                (before := around[start - 1]).isalnum()
                or before == "_"
                or (
                    ((after := around[end]).isalnum() or after == "_")
                    and not (after.isdecimal() and text[start:end] in glued)
                    and text[start:end] not in begun
                )
            )
        }
        return sorted(longest.items())

    return scan
