"""Changes to a text that keep every character in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["FILLER", "blanked", "broken", "replaced", "spaced"]

#: Replaces a character that is left out; a view does not show it.
FILLER = "\u2060"


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """*text* with fillers at *stretches*, which are in order and do not overlap."""
    parts: list[str] = []
    position = 0
    for start, end in stretches:
        parts += [text[position:start], FILLER * (end - start)]
        position = end
    return "".join(parts) + text[position:] if parts else text


def broken(text: str, places: Iterable[int]) -> str:
    """*text* with a line break in place of the character at each of *places*, which are in order."""
    return _with_each("\n", text, places)


def spaced(text: str, places: Iterable[int]) -> str:
    """*text* with a space in place of the character at each of *places*, which are in order."""
    return _with_each(" ", text, places)


def _with_each(mark: str, text: str, places: Iterable[int]) -> str:
    parts: list[str] = []
    position = 0
    for place in places:
        parts += [text[position:place], mark]
        position = place + 1
    return "".join(parts) + text[position:] if parts else text


def replaced(pattern: re.Pattern[str], text: str, group: int = 0) -> str:
    """*text* with fillers in place of *group* of each match of *pattern*."""
    return blanked(text, (match.span(group) for match in pattern.finditer(text) if match.start(group) >= 0))
