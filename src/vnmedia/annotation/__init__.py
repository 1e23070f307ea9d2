"""Annotation: links or tags around the mentions of a text, or of the page that it was read from.

Tags are always nested properly: of two mentions that cross, the later one is cut where the first ends.
Tags are only added to a page, and nothing else is changed: script, style, title, comments and attributes
stay as they are. No link is put inside a link.
"""

from __future__ import annotations

import html as _html
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from ..model import KINDS, Mention
from ._align import align
from ._nest import Wrap, nested
from ._page import HtmlPage
from ._tags import Tag, from_template, plain_tag

__all__ = ["Annotated", "Tag", "annotate"]

Tagger = Callable[[Mention[Any]], Tag | None]


class Annotated(Protocol):
    """What can be annotated: an article, a document, anything with a text and mentions over it."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def mentions(self) -> tuple[Mention[Any], ...]:
        """Its mentions, with spans over *text*."""


def annotate(
    article: Annotated,
    tag: Tagger | str = plain_tag,
    *,
    html: str | None = None,
    kinds: str | Iterable[str] | None = None,
) -> str:
    """HTML in which the mentions of *article* are tagged.

    Args:
        article: An article or a parsed document.
        tag: A function from a mention to its ``Tag``, None for no tag; or the start tag as a template:
            ``<a href="/luat?so={number}">`` takes ``{number}`` from the mention's value, and a mention
            whose value has none gets no tag. The default is a ``mark`` with kind and identifier in
            ``data-`` attributes. Values are escaped, in a URL as URLs need it.
        html: The page that the article was read from. It is returned with tags added and otherwise
            unchanged; mentions that it does not show are left out. Without *html* the article's text is
            returned, escaped.
        kinds: The kind or kinds to tag; all where None.

    >>> from vnmedia import parse_article
    >>> annotate(parse_article("R&D của Bộ Y tế"), '<a href="/co-quan/{id}">')
    'R&amp;D của <a href="/co-quan/bo-y-te">Bộ Y tế</a>'

    Raises:
        ValueError: The template is not a start tag, a tag has an impossible name, or there is no such kind.
        TypeError: *html* is not a string, or *article* has no text and mentions.
    """
    if not isinstance(html, str | None):
        raise TypeError(f"html: a string is needed, not {type(html).__name__}")
    if not hasattr(article, "mentions"):
        raise TypeError(f"article: an article or a document is needed, not {type(article).__name__}")
    tagger = from_template(tag) if isinstance(tag, str) else tag
    wanted = _known(kinds)
    tagged = [
        (mention, found)
        for mention in article.mentions
        if mention.kind in wanted
        for found in [tagger(mention)]
        if found is not None and len(mention.span)
    ]
    if html is None:
        pieces = [Wrap(mention.start, mention.end, found) for mention, found in tagged]
        return _put_in(article.text, nested(pieces), _html.escape)
    page = HtmlPage(html)
    places = align(article.text, page.shown)
    pieces = [
        Wrap(start, end, found)
        for mention, found in tagged
        for start, end in page.ranges(
            places[mention.start : mention.end], mention.quote, link=found.name == "a"
        )
    ]
    return _put_in(html, nested(pieces), str)


def _known(kinds: str | Iterable[str] | None) -> frozenset[str]:
    """The kinds that are asked for, all of them where none is named."""
    wanted = frozenset(KINDS if kinds is None else (kinds,) if isinstance(kinds, str) else kinds)
    if not wanted.issubset(KINDS):
        raise ValueError(
            f"kinds: {', '.join(sorted(wanted.difference(KINDS)))}: not one of {', '.join(KINDS)}"
        )
    return wanted


def _put_in(source: str, insertions: Iterable[tuple[int, str]], between: Callable[[str], str]) -> str:
    parts: list[str] = []
    position = 0
    for place, markup in insertions:
        parts += [between(source[position:place]), markup]
        position = place
    parts.append(between(source[position:]))
    return "".join(parts)
