"""The marks of Markdown, which crawlers write for emphasis, headings and line breaks."""

from __future__ import annotations

import re

from ._same_length import FILLER, broken, replaced

__all__ = ["without_markdown"]

_HEADING = re.compile(r"^[ \t]*(#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE)
_STRONG = re.compile(r"\*{2,3}(?:(?=[^\s*])|(?<=[^\s*]\*\*)|(?<=[^\s*]\*\*\*))")
# One star on each side of words on one line; "(*)" is a mark of its own.
_EMPHASIS = re.compile(r"(?<![\w*(])(\*)(?=[^\s*)][^*\n]{0,3000}(?<=[^\s(])\*(?![\w*]))")
_EMPHASIS_END = re.compile(rf"{FILLER}[^\s*)][^*\n]{{0,3000}}?(?<=[^\s(])(\*)(?![\w*])")
_ESCAPE = re.compile(r"(\\)[.\-*_()\[\]#|+!]")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_LINK_START = re.compile(r"(\[)(?=[^\[\]\n]{1,300}\]\((?:https?:|/|#)[^()\s]{0,500}\))")
_LINK_END = re.compile(r"(\]\((?:https?:|/|#)[^()\s]{0,500}\))")


def without_markdown(text: str) -> str:
    """*text* without the marks of Markdown, of the same length.

    >>> without_markdown("**Điều 1.** Một").replace(FILLER, "")
    'Điều 1. Một'
    """
    if "<" in text:
        breaks = [match.span() for match in _BREAK.finditer(text)]
        text = broken(replaced(_BREAK, text), [start for start, _ in breaks])
    if "](" in text:
        text = replaced(_LINK_END, replaced(_LINK_START, text, 1), 1)
    if "*" in text:
        text = replaced(_STRONG, text)
        text = replaced(_EMPHASIS_END, replaced(_EMPHASIS, text, 1), 1)
    if "#" in text or ">" in text:
        text = replaced(_HEADING, text, 1)
    if "\\" in text:
        text = replaced(_ESCAPE, text, 1)
    return text
