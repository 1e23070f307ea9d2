"""A document of a corpus before it is read as an article."""

from __future__ import annotations

import datetime as dt

import attrs

from ...model import Article
from .._parse import parse_article

__all__ = ["RawDocument"]


@attrs.frozen(kw_only=True)
class RawDocument:
    """What a corpus says of one document.

    Attributes:
        content: Its text or HTML, or the bytes of either.
        place: Where it stands: the file, with the line, row or record in it.
        id: Its id in the corpus; for a file, its stem.
        url: The address it was found at.
        published: The time of publishing that the corpus states.
        captured: When a crawler fetched it.
        media_type: ``text/plain`` or ``text/html``, where the corpus says so.
    """

    content: str | bytes
    place: str
    id: str | None = None
    url: str | None = None
    published: dt.datetime | dt.date | None = None
    captured: dt.datetime | None = None
    media_type: str | None = None

    def article(self) -> Article:
        """The document read.

        Raises:
            SourceError: It is no text, or too large.
        """
        return parse_article(
            self.content,
            media_type=self.media_type,
            url=self.url,
            published=self.published,
            path=self.place,
            id=self.id,
        )
