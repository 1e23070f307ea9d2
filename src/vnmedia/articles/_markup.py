"""Prepares a page's markup for the parser: without scripts, styles and what makes the parser slow.

More than half of a news page is script and style. They are removed before anything else looks at the text;
JSON-LD, which is also a script, stays.
"""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["cleaned"]

#: A declaration of XML, or a directive of the server that it did not carry out: ``<%@ page … %>``.
_DECLARATION = re.compile(r"\s*(?:<(?:\?xml|xml\s)[^<>]*>|<%.{0,2000}?%>)", re.DOTALL)
_BROKEN_DECLARATION = re.compile(r"<\?xml", re.IGNORECASE)
_CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: The beginning of a part whose content is not text.
_SILENT = re.compile(r"<(?:(!--)|(script|style|svg)(?=[\s/>])([^<>]*)>?)", re.IGNORECASE)
_ENDS = {
    "!--": re.compile("-->"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "svg": re.compile(r"</svg\s*>", re.IGNORECASE),
}
#: Tags that show that an ``<svg>`` was never closed and runs on into the text.
_TEXT_IN_PICTURE = re.compile(r"<(?:p|div|h[1-6]|li|table|section|article|svg)\b", re.IGNORECASE)
#: A quote opens a value only after an equals sign; elsewhere it is part of a name.
_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]+|=\s*(?:"[^"]*"|'[^']*')?)*+>""")
_ATTRIBUTE = re.compile(r"""[^\s=/>]+\s*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_MOST_ATTRIBUTES = 300
#: A tag with too many attributes is at least this long: each needs an equals sign or a space.
_LONG_TAG = 2 * _MOST_ATTRIBUTES
_MANY_MARKS = _MOST_ATTRIBUTES // 3
#: The parser keeps some 200 bytes for each attribute; in a smaller page that does not add up to much.
_LARGE_PAGE = 2**20
_MARK_IN_VALUE = re.compile(r"""=\s*(?:"[^"<>]*[<>]|'[^'<>]*[<>])""")


def cleaned(markup: str) -> bytes:
    """*markup* in UTF-8 without declarations, scripts, styles, comments and small pictures.

    Characters that XML forbids are replaced; in a large page, tags with thousands of attributes lose them.
    Nothing is left of markup that is blank.
    """
    markup = _without_silent(_without_declarations(markup))
    if not markup or markup.isspace():
        return b""
    encoded = _encoded(markup)
    if encoded is None:
        markup = _FORBIDDEN.sub("\ufffd", markup)
    if len(markup) >= _LARGE_PAGE and _may_have_long_tags(markup):
        return _TAG.sub(_bounded, markup).encode()
    return encoded or markup.encode()


def _encoded(markup: str) -> bytes | None:
    """*markup* in UTF-8, None if it has characters that XML forbids; the encoder is faster than a pattern."""
    try:
        encoded = markup.encode()
    except UnicodeEncodeError:
        return None
    has_controls = len(encoded.translate(None, _CONTROLS)) < len(encoded)
    return None if has_controls or "\ufffe" in markup or "\uffff" in markup else encoded


def _without_declarations(markup: str) -> str:
    """*markup* without what stands above its tags: the parser refuses most declarations of XML."""
    position = 0
    while (match := _DECLARATION.match(markup, position)) is not None:
        position = match.end()
    markup = markup[position:]
    return _BROKEN_DECLARATION.sub("<xml", markup) if "<?" in markup else markup


def _without_silent(markup: str) -> str:
    kept: list[str] = []
    position = 0
    closed = dict.fromkeys(_ENDS, True)
    while (match := _SILENT.search(markup, position)) is not None:
        name = (match[1] or match[2]).lower()
        end = _ENDS[name].search(markup, match.end()) if closed[name] else None
        if end is None:
            closed[name] = False  # nor is any later one closed: the parser decides what that means
        is_text = end is None or _is_text(name, match, markup, end.start())
        stop = match.end() if is_text or end is None else end.end()
        kept.append(markup[position : stop if is_text else match.start()])
        position = stop
    kept.append(markup[position:])
    return "".join(kept)


def _is_text(name: str, match: re.Match[str], markup: str, end: int) -> bool:
    """Whether the part at *match* is kept: JSON-LD, or a picture that runs over the page's text."""
    if name == "script":
        return "ld+json" in (match[3] or "").lower()
    return name == "svg" and _TEXT_IN_PICTURE.search(markup, match.end(), end) is not None


def _may_have_long_tags(markup: str) -> bool:
    """Whether some tag may be too long; this is far cheaper than looking at each tag."""
    long_parts = [part for part in markup.split(">") if len(part) >= _LONG_TAG]
    if any(_may_have_many_attributes(part[part.rfind("<") + 1 :]) for part in long_parts):
        return True
    marked = islice(_MARK_IN_VALUE.finditer(markup), _MOST_ATTRIBUTES)
    return sum(1 for _ in marked) == _MOST_ATTRIBUTES


def _may_have_many_attributes(tag: str) -> bool:
    """Whether *tag* may have many attributes; it may be cut at an angle bracket in a value."""
    return len(tag) >= _LONG_TAG - 1 and tag.count("=") + tag.count("/") + len(tag.split()) >= _MANY_MARKS


def _bounded(tag: re.Match[str]) -> str:
    """The tag, without its attributes if there are too many for a real page."""
    text = tag.group()
    if len(text) < _LONG_TAG:
        return text
    attributes = _ATTRIBUTE.findall(text[1:-1])
    return text if len(attributes) <= _MOST_ATTRIBUTES else f"<{attributes[0]}>"
