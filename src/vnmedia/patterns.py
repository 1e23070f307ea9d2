"""Patterns that are compiled on first use.

Compiling a pattern takes as long as reading some paragraphs, and a text needs few of all. What nearly every
text needs is compiled at once, since a call on it costs a little less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

__all__ = ["Pattern"]

_Matches = Callable[..., re.Match[str] | None]


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
