"""Reads the text of a fragment of HTML with lxml, for ``_tags``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from ..errors import SourceError

__all__ = ["words_of"]

_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table
    tbody tfoot thead tr ul
    """.split()  # noqa: SIM905
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "math"))
_CELLS = frozenset(("td", "th"))
_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_BLANK = re.compile(r" *+\n[\n ]*+")


def words_of(text: str, place: str) -> str:
    """The words of *text*, a line for each block.

    Raises:
        SourceError: lxml cannot parse it.
    """
    try:
        root = html.fromstring(f"<div>{text}</div>")
    except (etree.ParserError, ValueError) as error:
        raise SourceError(place, "", f"HTML that cannot be read: {error}") from error
    return _BLANK.sub("\n", "".join(_words(root))).strip()


def _words(root: html.HtmlElement) -> Iterator[str]:
    """The text under *root* in order, with the line breaks of its blocks."""
    unseen = 0  # how many of the open elements show nothing
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            unseen += element.tag in _UNSEEN
            yield "\n" if element.tag in _BLOCKS else ""
            yield _SPACES.sub(" ", element.text or "") if not unseen else ""
            continue
        if event == "end":
            unseen -= element.tag in _UNSEEN
            yield "\n" if element.tag in _BLOCKS else " " if element.tag in _CELLS else ""
        yield _SPACES.sub(" ", element.tail or "") if not unseen else ""
