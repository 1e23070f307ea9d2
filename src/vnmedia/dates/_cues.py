"""The words beside an expression that decide its meaning; the lists are data."""

from __future__ import annotations

import re
from functools import cache

import attrs

from .. import registries

__all__ = ["cue_words", "followed", "preceded"]

_LONGEST = 3
_REACH = 26
_MARKS_AFTER = ".,;:)!?"


@attrs.frozen
class _Cues:
    """A list of cues, with the first and last word of each: these rule out most words of a text."""

    all: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]


def cue_words(id: str) -> tuple[str, ...]:
    """The words of the list *id*."""
    return registries.words(f"time_cues/{id}")


@cache
def _cues(id: str) -> _Cues:
    words = frozenset(cue_words(id))
    parted = [word.split() for word in words]
    return _Cues(words, frozenset(parts[0] for parts in parted), frozenset(parts[-1] for parts in parted))


def preceded(match: re.Match[str], id: str, marks: str = "") -> bool:
    """Whether a word of the list *id* stands right before the match; *marks* may stand between."""
    cues = _cues(id)
    text, start = match.string, match.start()
    left = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    parts = left.rstrip(" " + marks).rsplit(None, _LONGEST)[-_LONGEST:]
    if not parts:
        return False
    parts[-1] = parts[-1].lstrip("(\"'“‘[")
    return parts[-1] in cues.last and any(
        " ".join(parts[-length:]) in cues.all for length in range(1, len(parts) + 1)
    )


def followed(match: re.Match[str], id: str) -> bool:
    """Whether a word of the list *id* stands right after the match."""
    text, end = match.string, match.end()
    if text[end : end + 1] != " ":
        return False
    cues = _cues(id)
    parts = text[end : end + _REACH].partition("\n")[0].split(None, _LONGEST)[:_LONGEST]
    if not parts or parts[0].partition("/")[0].rstrip(_MARKS_AFTER) not in cues.first:
        return False
    return any(
        " ".join(parts[:length]).partition("/")[0].rstrip(_MARKS_AFTER) in cues.all
        for length in range(1, len(parts) + 1)
    )
