"""The publisher of an article under one name, whatever a page, a table or a byline calls it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from urllib.parse import urlsplit

from ..model import Article
from ..registries.agencies import bodies, press

__all__ = ["publisher_of"]


def publisher_of(article: Article) -> str | None:
    """The name of the paper or site that *article* is from.

    It is the name in the registry of the press, else what the article says, else the host of its address.

    >>> publisher_of(Article(text="", publisher="VNEXPRESS"))
    'Báo điện tử VnExpress'
    >>> publisher_of(Article(text="", publisher="plo.vn"))
    'Báo Pháp Luật Thành phố Hồ Chí Minh'
    >>> publisher_of(Article(text="", url="https://www.tin-vi-du.vn/bai-1"))
    'tin-vi-du.vn'
    """
    host = _host(article.url)
    stated = " ".join((article.publisher or "").split())
    return _names().get(stated.casefold()) or stated or _names().get(host) or host or None


def _host(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # the address is malformed
        return ""
    return host.removeprefix("www.")


#: The kinds of bodies that publish.
_PUBLISHING = ("press", "broadcaster")


@cache
def _names() -> dict[str, str]:
    """The official names by each way to write them; a name that two publishers share is left out."""
    publishing = (body for body in bodies().values() if body.kind in _PUBLISHING)
    pairs = {
        (written.casefold(), body.name)
        for body in (*press().values(), *publishing)
        for written in (body.name, *body.domains, *(alias.text for alias in body.aliases))
    }
    shared = Counter(written for written, _ in pairs)
    return {written: name for written, name in pairs if shared[written] == 1}
