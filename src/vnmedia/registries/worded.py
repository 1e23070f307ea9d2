"""Patterns that name the lists of words that they are made of: ``(?:<time_words/unit>) nữa``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from .store import words

__all__ = ["Worded", "alternation", "expand"]

_Matches = Callable[..., re.Match[str] | None]

_LIST = re.compile(r"<([a-z_]+/[a-z-]+)>")


def alternation(options: Iterable[str]) -> str:
    """A group of *options*, the longest first, so that none hides another."""
    ordered = sorted(options, key=lambda option: (-len(option), option))
    return f"(?:{'|'.join(map(re.escape, ordered))})".replace("\\ ", " ")


def expand(pattern: str) -> str:
    """*pattern* with an alternation in place of each list that it names by its file and id.

    >>> expand("(?P<p><time_words/portion>) năm")
    '(?P<p>(?:cuối|giữa|đầu)) năm'

    Raises:
        KeyError: There is no such list.
    """
    return _LIST.sub(lambda match: alternation(words(match[1])), pattern)


class Worded:
    """A pattern that names lists of words, compiled when it is first used: importing reads no file.

    >>> bool(Worded(r"<time_words/part-of-day> nay").fullmatch("chiều tối nay"))
    True
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(expand(self._pattern), self._flags)

    # Bound once: a call then costs what it costs on the compiled pattern.

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
