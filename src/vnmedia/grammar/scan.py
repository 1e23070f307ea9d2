"""Where rules can begin: one cheap pass over the text for words and digits.

ahocorasick-rs makes the pass faster where it is installed; the standard library gives the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import ModuleType

ahocorasick: ModuleType | None
try:
    import ahocorasick_rs as ahocorasick
except ImportError:
    ahocorasick = None

__all__ = ["word_scanner"]

Hit = tuple[int, int]
_WORD = re.compile(r"\w+")


def word_scanner(words: Iterable[str], *, accelerate: bool = True) -> Callable[[str], list[Hit]]:
    """A function that gives the start and end of each of *words* in a lower-case text.

    A word is a run of letters, digits and ``_`` in lower case; it is found where it stands whole.

    >>> word_scanner(["năm", "ngày"])("ngày 7, nămm, năm 2020")
    [(0, 4), (14, 17)]

    Raises:
        ValueError: One of *words* is no single lower-case word.
    """
    heads = sorted(set(words), key=lambda word: (-len(word), word))
    for head in heads:
        if not _WORD.fullmatch(head) or head != head.lower():
            raise ValueError(f"not one word in lower case: {head!r}")
    if not heads:
        return lambda _text: []
    if accelerate and ahocorasick is not None:
        return _automaton(heads)
    return _alternation(heads)


def _alternation(heads: list[str]) -> Callable[[str], list[Hit]]:
    # The lookahead for a first letter keeps the engine from trying each word at each place.
    first = "".join(re.escape(letter) for letter in sorted({head[0] for head in heads}))
    pattern = re.compile(rf"\b(?=[{first}])(?:{'|'.join(map(re.escape, heads))})\b")
    return lambda text: [match.span() for match in pattern.finditer(text)]


def _automaton(heads: list[str]) -> Callable[[str], list[Hit]]:
    assert ahocorasick is not None
    found = ahocorasick.AhoCorasick(
        heads, matchkind=ahocorasick.MatchKind.LeftmostLongest
    ).find_matches_as_indexes

    def scan(text: str) -> list[Hit]:
        # The longest of the heads that begin at a place is the only one that can stand whole there,
        # and a head that begins inside another's word cannot, so nothing is hidden by the first match.
        around = text + " "  # also stands before the first character, as around[-1]
        return [
            (start, end)
            for _, start, end in found(text)
            if not (
                (behind := around[end]).isalnum()
                or (before := around[start - 1]).isalnum()
                or behind == "_"
                or before == "_"
            )
        ]

    return scan
