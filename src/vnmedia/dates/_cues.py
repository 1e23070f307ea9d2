"""The words beside an expression that decide what it is; the lists are data."""

from __future__ import annotations

import re
from functools import cache

from ..registries import WordList, load

__all__ = ["followed", "preceded"]

_LONGEST = 3
_REACH = 26


@cache
def _words(id: str) -> frozenset[str]:
    return frozenset(load("time_cues.toml", WordList)[id].words)


def preceded(match: re.Match[str], id: str, marks: str = "") -> bool:
    """Whether a word of the list stands right before the match; *marks* may stand between."""
    text, start = match.string, match.start()
    left = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    parts = left.rstrip(" " + marks).split()
    if parts:
        parts[-1] = parts[-1].lstrip("(\"'“‘[")
    words = _words(id)
    return any(" ".join(parts[-length:]) in words for length in range(1, min(_LONGEST, len(parts)) + 1))


def followed(match: re.Match[str], id: str) -> bool:
    """Whether a word of the list stands right behind the match."""
    text, end = match.string, match.end()
    parts = text[end : end + _REACH].partition("\n")[0].split()[:_LONGEST]
    words = _words(id)
    return any(
        " ".join(parts[:length]).partition("/")[0].rstrip(".,;:)!?") in words
        for length in range(1, len(parts) + 1)
    )
