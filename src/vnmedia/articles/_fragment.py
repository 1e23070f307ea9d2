"""HTML inside a field of a row → its text, every word of it: a column has no page around its article."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator

from ..errors import SourceError

try:
    from lxml import etree, html
except ModuleNotFoundError:  # text without tags needs none of it
    html = None

__all__ = ["MARKED_UP", "holds_markup", "is_page", "without_markup"]

#: What is noted of a text whose tags were taken out.
MARKED_UP = "HTML tags taken out of the text"

_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|u|em|strong|h[1-6]|li|ul|ol|td|tr|table|tbody|figure|figcaption|blockquote|article|section"
    r"|font|center|html|body)\s*>|<(?:br|hr|img|p)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});", re.IGNORECASE)
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


def holds_markup(text: str) -> bool:
    """Whether *text* has tags of HTML.

    >>> holds_markup("<p>Họp.</p>"), holds_markup("a < b và <3")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def is_page(text: str) -> bool:
    """Whether *text* is a whole page, and not what stands inside one.

    >>> is_page("<html><body><p>Họp.</p></body></html>"), is_page("<p>Họp.</p>")
    (True, False)
    """
    return _PAGE.search(text[:2000]) is not None


def without_markup(text: str, place: str) -> str:
    """The words of *text*, a line for each block, without tags and entities.

    >>> without_markup("<p>Sáng nay, <b>Bộ Y tế</b> họp.</p><p>Chi 5&nbsp;tỷ đồng.</p>", "a.csv:2")
    'Sáng nay, Bộ Y tế họp.\\nChi 5\\xa0tỷ đồng.'

    Raises:
        SourceError: The extra ``html`` is not installed.
    """
    if not holds_markup(text):
        return entities.unescape(text) if _ENTITY.search(text) else text
    if html is None:
        raise SourceError(place, "", "HTML needs an extra: pip install 'vnmedia[html]'")
    try:
        root = html.fromstring(f"<div>{text}</div>")
    except (etree.ParserError, ValueError) as error:
        raise SourceError(place, "", f"HTML that cannot be read: {error}") from error
    return _tidy("".join(_words(root)))


def _words(root: html.HtmlElement) -> Iterator[str]:
    """The text under *root* in its order, with the line breaks that its blocks make."""
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


def _tidy(text: str) -> str:
    return _BLANK.sub("\n", text).strip()
