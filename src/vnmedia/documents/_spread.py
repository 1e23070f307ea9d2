"""Removes blank lines from pages that have one below every printed line, even within a sentence.

A converter of PDF may put a blank line after every line. Such blank lines do not separate paragraphs; without
them the text is read like any narrow page.
"""

from __future__ import annotations

import re

from ._same_length import blanked

__all__ = ["without_spread_lines"]

_LINE = re.compile(r"[^\n]*\w[^\n]*")
_BLANK = re.compile(r"\n(?=[ \t\u00a0]*\n)")
#: A line that continues the one before; ``a)`` begins a point.
_GOES_ON = re.compile(r"\s*(?!\w{1,2}[.)/])[^\W\d_]")
_FEWEST_LINES = 12
#: The least shares of the lines that stand apart, and that continue the one before.
_APART, _BROKEN = 0.9, 1 / 8


def without_spread_lines(text: str) -> str:
    """*text* without its blank lines if they stand below every line, of the same length.

    >>> without_spread_lines("một\\n\\nhai")  # too short to tell
    'một\\n\\nhai'
    """
    blanks = [match.start() for match in _BLANK.finditer(text)]
    if len(blanks) < _FEWEST_LINES:
        return text
    lines = [match.span() for match in _LINE.finditer(text)]
    apart = sum(1 for start, _ in lines if _is_apart(text, start))
    if len(lines) < _FEWEST_LINES or apart < _APART * len(lines):
        return text
    broken = sum(1 for start, end in lines if _is_broken(text, start, end))
    return blanked(text, ((at, at + 1) for at in blanks)) if broken >= _BROKEN * len(lines) else text


def _is_apart(text: str, start: int) -> bool:
    return text[max(0, start - 40) : start].rstrip(" \t\u00a0").endswith(("\n\n", "\n \n")) or start < 2


def _is_broken(text: str, start: int, end: int) -> bool:
    first = _GOES_ON.match(text, start, end)
    return first is not None and text[first.end() - 1].islower()
