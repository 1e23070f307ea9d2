"""To be written: file → Article by layout."""

from __future__ import annotations

import datetime as dt

from .. import mentions
from ..model import Article, Context, Source
from ..text import nfc

__all__ = ["parse_article"]


def parse_article(
    source: str | bytes,
    *,
    media_type: str | None = None,
    url: str | None = None,
    published: dt.date | None = None,
    id: str | None = None,
) -> Article:
    """The article in *source*."""
    text = nfc(source if isinstance(source, str) else source.decode())
    found = mentions.find(text, Context(published=published))
    return Article(id=id, source=Source(url=url), text=text, mentions=found, published=published)
