"""Reads the text of HTML inside a field of a row: all of it, since no page surrounds the article."""

from __future__ import annotations

import html as entities
import re
from importlib import import_module

from ..errors import SourceError

__all__ = ["MARKED_UP", "holds_markup", "is_page", "without_markup"]

#: The note for a text from which tags were removed.
MARKED_UP = "HTML tags taken out of the text"

_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|u|em|strong|h[1-6]|li|ul|ol|td|tr|table|tbody|figure|figcaption|blockquote|article|section"
    r"|font|center|html|body)\s*>|<(?:br|hr|img|p)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});", re.IGNORECASE)


def holds_markup(text: str) -> bool:
    """Whether *text* has tags of HTML.

    >>> holds_markup("<p>Họp.</p>"), holds_markup("a < b và <3")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def is_page(text: str) -> bool:
    """Whether *text* is a whole page, not a part of one.

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
    try:
        fragment = import_module("._fragment", __package__)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "lxml":
            raise
        raise SourceError(place, "", "HTML needs an extra: pip install 'vnmedia[html]'") from error
    words: str = fragment.words_of(text, place)
    return words
