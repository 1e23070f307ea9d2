"""Identifiers that other formats need: addresses where the article has them, else names made from its id."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from ..model import Article

# What RFC 3986 allows in a part of a URI; everything else is percent-encoded.
_SAFE = "!$&'()*+,/:;=?@%"
_URI = re.compile(r"(https?://[^/?#\s]|urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:.)", re.IGNORECASE)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def uri(text: str | None) -> str | None:
    """*text* as a URI, percent-encoded where needed, if it is a web address or a URN; else None.

    The path of a European Legislation Identifier, which has no host here, becomes a URN.

    >>> uri("https://example.vn/bài 1"), uri("/eli/vn/luat/2016/103-2016-qh13")
    ('https://example.vn/b%C3%A0i%201', 'urn:vnmedia:eli/vn/luat/2016/103-2016-qh13')
    """
    if text is not None and text.startswith("/eli/"):
        text = "urn:vnmedia:" + text.removeprefix("/")
    if text is None or not _URI.match(text):
        return None
    parts = _STRAY_PERCENT.sub("%25", text).split("#", 1)
    return "#".join(quote(part, safe=_SAFE, errors="replace") for part in parts)


def agency_uri(id: str) -> str:
    """The URN of the body with that id in the registry.

    >>> agency_uri("bo-y-te")
    'urn:vnmedia:agency:bo-y-te'
    """
    return "urn:vnmedia:agency:" + quote(id, safe="", errors="replace")


def identify(article: Article) -> str:
    """The article's address, or a URN made of its id, or of its text.

    >>> identify(Article(id="bài 1", text=""))
    'urn:vnmedia:article:b%C3%A0i%201'
    """
    address = uri(article.url)
    if address is not None:
        return address
    if article.id:
        return "urn:vnmedia:article:" + quote(article.id, safe="", errors="replace")
    return "urn:vnmedia:text:" + hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest()


def part(article: Article, name: str) -> str:
    """The URI of something in *article*: a fragment of its address.

    >>> part(Article(url="https://example.vn/bai-1#top", text=""), "m1")
    'https://example.vn/bai-1#m1'
    """
    return f"{identify(article).partition('#')[0]}#{name}"
