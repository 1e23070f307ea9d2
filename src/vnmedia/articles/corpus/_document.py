"""A document of a corpus before it is read as an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from ...model import Article
from ...model._said import in_plain_words
from .._parse import read_source
from .._plain import Stated
from .._stamps import on_vietnams_clock

__all__ = ["RawDocument"]


@in_plain_words
@attrs.frozen(kw_only=True)
class RawDocument:
    """What a corpus says of one document. What it states is taken as it is, not looked for in the text.

    Attributes:
        content: Its text or HTML, or the bytes of either.
        place: Where it stands: the file, with the line, row or record in it.
        id: Its id in the corpus; for a file, its stem.
        url: The address it was found at.
        title: Its headline.
        lead: The paragraph that sums it up.
        section: The part of the paper that it stands in.
        publisher: The press organisation that it is from.
        published: The time of publishing that the corpus states.
        modified: The time of its last change, likewise.
        authors: Who signed it.
        tags: Its keywords.
        captured: When a crawler fetched it.
        media_type: ``text/plain`` or ``text/html``, where the corpus says so.
        repairs: What was mended or left out so far, in words.
    """

    content: str | bytes
    place: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    lead: str | None = None
    section: str | None = None
    publisher: str | None = None
    published: dt.datetime | dt.date | None = None
    modified: dt.datetime | dt.date | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    captured: dt.datetime | None = None
    media_type: str | None = None
    repairs: tuple[str, ...] = ()

    def article(self, *, kinds: Iterable[str] | None = None, assumed: dt.date | None = None) -> Article:
        """The document read.

        Args:
            kinds: The kinds of mentions that are wanted; all by default.
            assumed: When it was published, where neither the corpus nor the document says so.

        Raises:
            SourceError: It is no text, or too large.
        """
        known = Stated(
            title=self.title,
            lead=self.lead,
            section=self.section,
            publisher=self.publisher,
            url=self.url,
            published=on_vietnams_clock(self.published) if self.published is not None else None,
            modified=on_vietnams_clock(self.modified) if self.modified is not None else None,
            authors=self.authors,
            tags=self.tags,
            repairs=self.repairs,
        )
        return read_source(
            self.content,
            known,
            media_type=self.media_type,
            path=self.place,
            id=self.id,
            kinds=kinds,
            assumed=assumed,
        )
