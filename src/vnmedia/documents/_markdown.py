"""Removes the marks of Markdown, which crawlers write for emphasis, headings and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._same_length import blanked, broken, replaced

__all__ = ["without_markdown"]

_HEADING = re.compile(r"^[ \t]*(#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE)
_STRONG = re.compile(r"\*{2,3}(?:(?=[^\s*])|(?<=[^\s*]\*\*)|(?<=[^\s*]\*\*\*))")
# One star on each side of words on one line; "(*)" is a reference mark.
_STAR = re.compile(r"(?<!\*)\*(?!\*)|\n")
_OPENS = re.compile(r"(?<![\w(])\*(?=[^\s)])")
_CLOSES = re.compile(r"(?<=[^\s(])\*(?!\w)")
_ESCAPE = re.compile(r"(\\)[.\-*_()\[\]#|+!]")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_LINK_START = re.compile(r"(\[)(?=[^\[\]\n]{1,300}\]\((?:https?:|/|#)[^()\s]{0,500}\))")
_LINK_END = re.compile(r"(\]\((?:https?:|/|#)[^()\s]{0,500}\))")


def without_markdown(text: str) -> str:
    """*text* without the marks of Markdown, of the same length.

    >>> without_markdown("**Điều 1.** Một").replace("\\u2060", "")
    'Điều 1. Một'
    """
    if "<" in text:
        breaks = [match.span() for match in _BREAK.finditer(text)]
        text = broken(replaced(_BREAK, text), [start for start, _ in breaks])
    if "](" in text:
        text = replaced(_LINK_END, replaced(_LINK_START, text, 1), 1)
    if "*" in text:
        text = replaced(_STRONG, text)
        text = blanked(text, sorted(_emphasis(text)))
    if "#" in text or ">" in text:
        text = replaced(_HEADING, text, 1)
    if "\\" in text:
        text = replaced(_ESCAPE, text, 1)
    return text


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """The single stars on both sides of words on one line."""
    opened: int | None = None
    for match in _STAR.finditer(text):
        if match.group() == "\n":
            opened = None
        elif opened is not None and _CLOSES.match(text, match.start()):
            yield opened, opened + 1
            yield match.span()
            opened = None
        elif _OPENS.match(text, match.start()):
            opened = match.start()
