"""Patterns that are compiled on first use, and patterns that name the lists of words they are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from .store import words

__all__ = ["Pattern", "Worded", "alternation", "expand"]

_Matches = Callable[..., re.Match[str] | None]

# A list, also with what bars a letter or digit before it.
_LIST = re.compile(r"(\(\?<!\\w\))?<([a-z_]+/[a-z-]+)>")


def alternation(options: Iterable[str]) -> str:
    """A regular-expression group of *options*, the longest first, so that none hides another."""
    ordered = sorted(options, key=lambda option: (-len(option), option))
    return f"(?:{'|'.join(map(re.escape, ordered))})".replace("\\ ", " ")


def _at_a_word(options: Iterable[str]) -> str:
    """A group of *options* as ``alternation`` gives it, where no letter or digit may stand before them.

    What stands before is checked after the first letter: an engine that knows how matches begin skips the
    rest of a text much faster.
    """
    rests: dict[str, list[str]] = {}
    for option in options:
        rests.setdefault(option[0], []).append(option[1:])
    heads = (re.escape(first) + r"(?<!\w.)" + alternation(rest) for first, rest in rests.items())
    return f"(?:{'|'.join(heads)})"


def expand(pattern: str) -> str:
    """*pattern* with an alternation in place of each list that it names by its file and id.

    >>> expand("(?P<p><time_words/portion>) năm")
    '(?P<p>(?:cuối|giữa|đầu)) năm'

    Raises:
        KeyError: There is no such list.
    """

    def spelled_out(match: re.Match[str]) -> str:
        return (_at_a_word if match[1] else alternation)(words(match[2]))

    return _LIST.sub(spelled_out, pattern)


class Pattern:
    """A regular expression that is compiled when it is first used: a text needs few of all.

    >>> bool(Pattern(r"[0-9]+ tỷ").search("7 tỷ"))
    True
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._source, self._flags)

    # Bound once, so that a call costs no more than one on the compiled pattern.

    @cached_property
    def search(self) -> _Matches:
        """As ``re.Pattern.search``."""
        return self.compiled.search

    @cached_property
    def match(self) -> _Matches:
        """As ``re.Pattern.match``."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Matches:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As ``re.Pattern.sub``."""
        return self.compiled.sub

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """As ``re.Pattern.findall``: strings, or tuples of those where the pattern has several groups."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """As ``re.Pattern.split``."""
        return self.compiled.split


class Worded(Pattern):
    """A pattern that names lists of words; their files are read on first use.

    >>> bool(Worded(r"<time_words/part-of-day> nay").fullmatch("chiều tối nay"))
    True
    """

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(expand(self._source), self._flags)
