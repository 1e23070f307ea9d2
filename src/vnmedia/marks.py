r"""Reading through the mark-up left in a text: HTML entities, the marks of Markdown, joined syllables.

Text that was taken from pages has entities in it (``Bộ GD&amp;ĐT``), crawlers write Markdown
(``**Bộ Y tế**``, ``[Luật](https://…)``, ``| Bộ | Sở |``), and word segmenters join syllables (``Ủy_ban``).
``read_through`` gives the text as a reader sees it. The length is the same, so that all offsets stay valid.
"""

from __future__ import annotations

import html
import re

from .patterns import Pattern

__all__ = ["FILLER", "entity_ends", "legible", "read_through"]

#: The invisible character that replaces a mark.
FILLER = "\u200b"

# An entity may have been escaped twice (``&amp;amp;``); the one character in the end counts.
_ENTITY = re.compile(r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LINK = Pattern(
    r"(?P<open>!?\[)(?=[^\[\]\n]{1,500}\]\((?:https?:|mailto:|/|#)[^()\s]{0,2000}\))"
    r"|(?P<close>\]\((?:https?:|mailto:|/|#)[^()\s]{0,2000}\))"
)
# "2**3" is a power.
_STRONG = Pattern(r"(?<![0-9*])\*{2,3}+(?=[^\s*])|(?<=[^\s*])\*{2,3}+(?![0-9*])")
# One star on each side of words in one line; "(*)" is a mark of its own.
_EMPHASIS = Pattern(r"(?<![\w*(])\*(?=[^\s*)])([^*\n]{1,3000}+)(?<=[^\s(])\*(?![\w*])")
_HEADING = Pattern(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_ESCAPE = Pattern(r"\\(?=[-.*_()\[\]#|+!])")
# A row of a table: marks separate its cells, each of which is read as a line of its own.
_ROW = Pattern(r"^[ \t]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_CELL_ENDS = Pattern(r" ?\|")
_JOINED = Pattern(r"(?<![\w./@\\-])[^\W\d_]+(?:_[^\W\d_]+)+(?![\w/@]|\.\w)")


def read_through(text: str) -> str:
    """*text* as a reader sees it, with the same length.

    >>> read_through("Bộ GD&amp;ĐT và **Bộ Y_tế**").replace(FILLER, "")
    'Bộ GD&ĐT và Bộ Y tế'
    """
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    # One character is found many times faster than two.
    if "]" in text and "](" in text:
        text = _LINK.sub(_filled, text)
    if "*" in text:
        text = _STRONG.sub(_filled, text)
        text = _EMPHASIS.sub(lambda match: f"{FILLER}{match[1]}{FILLER}", text)
    if "#" in text and "# " in text:
        text = _HEADING.sub(_filled, text)
    if "\\" in text:
        text = _ESCAPE.sub(_filled, text)
    if "|" in text and text.count("|") > 1:  # a row has two at least
        text = _ROW.sub(_cells, text)
    if "_" in text and any(not match.group().isascii() for match in _JOINED.finditer(text)):
        text = _JOINED.sub(lambda match: match.group().replace("_", " "), text)
    return text


def legible(text: str) -> str:
    """The words of *text* without mark-up.

    >>> legible("**Bộ GD&amp;ĐT** họp")
    'Bộ GD&ĐT họp'
    """
    return read_through(text).replace(FILLER, "")


def entity_ends(text: str) -> dict[int, int]:
    """Where each entity in *text* ends, by where it begins.

    >>> entity_ends("Bộ Y t&#7871;")
    {6: 13}
    """
    if "&" not in text:
        return {}
    return {match.start(): match.end() for match in _ENTITY.finditer(text) if _decoded(match.group())}


def _character(match: re.Match[str]) -> str:
    entity = match.group()
    character = _decoded(entity)
    return character + FILLER * (len(entity) - 1) if character else entity


def _decoded(entity: str) -> str:
    """The one character that *entity* stands for; empty if there is no such printable character."""
    character = html.unescape(html.unescape(entity))
    return character if len(character) == 1 and (character.isprintable() or character.isspace()) else ""


def _filled(match: re.Match[str]) -> str:
    return FILLER * len(match.group())


def _cells(match: re.Match[str]) -> str:
    return _CELL_ENDS.sub(lambda end: "\n" * len(end.group()), match.group())
