"""Mark-up that is escaped by construction: plain strings are text, only ``Markup`` is mark-up."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

# Code points that HTML and XML cannot hold: controls, lone surrogates, noncharacters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID = ("br", "col", "hr", "img", "input", "link", "meta")


class Markup(str):
    """Mark-up, which is written without escaping."""

    __slots__ = ()


def clean(text: str) -> str:
    """*text* with U+FFFD in place of each character that no page may hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> Markup:
    """*text* as mark-up, in an element or an attribute.

    >>> escape('<a href="x">')
    '&lt;a href=&quot;x&quot;&gt;'
    """
    return text if isinstance(text, Markup) else Markup(html.escape(clean(text)))


def join(parts: Iterable[str]) -> Markup:
    """The *parts* joined as mark-up."""
    return Markup("".join(escape(part) for part in parts))


def el(tag: str, attributes: Mapping[str, str | None] | None = None, *children: str) -> Markup:
    """One element; an attribute that is None is left out.

    >>> el("a", {"href": "#m1", "id": None}, "Bộ <Y tế>")
    '<a href="#m1">Bộ &lt;Y tế&gt;</a>'
    """
    given = "".join(
        f' {name}="{escape(value)}"' for name, value in (attributes or {}).items() if value is not None
    )
    if tag in _VOID:
        return Markup(f"<{tag}{given}>")
    return Markup(f"<{tag}{given}>{join(children)}</{tag}>")


def web_address(url: str | None) -> str | None:
    """*url* if it only opens a page (``http``, ``https``); None for ``javascript:`` and the like."""
    return url if url and re.match(r"https?://[^\s/]", url, re.IGNORECASE) else None


def page(title: str, language: str, style: str, *body: str) -> Markup:
    """A whole page that needs no other file; its content security policy forbids scripts and requests."""
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = el(
        "head",
        None,
        el("meta", {"charset": "utf-8"}),
        el("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("meta", {"name": "referrer", "content": "no-referrer"}),
        el("title", None, title),
        el("style", None, Markup(style)),
    )
    return Markup("<!DOCTYPE html>\n" + el("html", {"lang": language}, head, el("body", None, *body)) + "\n")
