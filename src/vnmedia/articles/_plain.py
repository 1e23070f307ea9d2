"""Reads plain text: what an article states about itself, and its blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

import attrs

from ..marks import legible
from ..model import Block, Image, Span
from ..registries import Pattern
from ..tables import find_tables
from ..text import TextView
from ._address import host_of
from ._layout import lay_out
from ._lines import lines
from ._moment import Moment
from ._outlets import is_outlet
from ._parts import Layout

__all__ = ["Stated", "credit_of", "read_plain", "without_prefix"]

#: The note for a text with entities: they stay in place, and are read as the characters they stand for.
ENTITIES = "HTML entities read as characters"

_PREFIX = Pattern(
    r"(?:(?P<place>[A-ZĐÀ-Ỹ][\wÀ-ỹ .]{1,20}?)\s*)?\((?P<bracketed>[^()\n]{2,30})\)\s?\.?\s?[-–—:]?\s*"
    r"|(?P<bare>[A-ZĐ]{2,6}(?:\.VN| Online)?|[\w.]+\.vn|VTC News|Báo [A-ZĐÀ-Ỹ][\wÀ-ỹ ]{1,20})\s?[-–—]\s+"
    r"|(?P<city>[A-ZĐÀ-Ỹ]{2,6}(?: [A-ZĐÀ-Ỹ]{2,6}){1,2})\s?[–—-]\s+"
)
_CREDIT = Pattern(r"(?:nguồn ảnh|ảnh|hình|nguồn)\s?:\s?(?P<who>[^()]{1,60}?)\)?\.?$", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Stated:
    """What a page, or a row of a corpus, states about its article.

    Attributes:
        repairs: What was mended or left out, in words, for ``Source.repairs``.
    """

    title: str | None = None
    lead: str | None = None
    section: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    blocks: tuple[Block, ...] = ()
    repairs: tuple[str, ...] = ()


def read_plain(view: TextView) -> Stated:
    """What the plain text in *view* states."""
    text = view.text
    repairs = (ENTITIES,) if view.entities else ()
    tables = find_tables(text)
    printed = [*lines(view)]
    page = lay_out(text, [line for line in printed if not _lies_in(line.span, tables)] if tables else printed)
    lead, outlet = without_prefix(_words(text, page.lead)) if page.lead else (None, None)
    if outlet is None and page.lead is None:
        outlet = _prefix_of_first(text, page)
    return Stated(
        title=" ".join(_words(text, span) for span in page.title) or None,
        lead=lead,
        section=page.section,
        publisher=outlet
        or host_of(page.address)
        or (page.byline.sources[0] if page.byline.sources else None),
        url=page.address,
        published=page.published,
        modified=page.modified,
        authors=page.byline.authors,
        tags=page.tags,
        images=tuple(_image(text, url, legend) for url, legend in page.pictures),
        blocks=tuple(sorted((*page.blocks, *tables), key=attrgetter("start")))
        if tables
        else tuple(page.blocks),
        repairs=repairs,
    )


def _lies_in(span: Span, tables: Sequence[Block]) -> bool:
    """Whether *span* begins in one of *tables*, which are in order."""
    index = bisect_right(tables, span.start, key=attrgetter("start")) - 1
    return index >= 0 and span.start < tables[index].end


def without_prefix(lead: str) -> tuple[str, str | None]:
    """*lead* without the outlet or place that newspapers print before it, and that outlet.

    >>> without_prefix("(CLO) Bộ vừa có công văn."), without_prefix("HÀ NỘI – Sáng nay.")
    (('Bộ vừa có công văn.', 'CLO'), ('Sáng nay.', None))
    """
    match = _PREFIX.match(lead)
    if match is None or match.end() == len(lead):
        return lead, None
    outlet = match["bracketed"] or match["bare"]
    if match["place"] and not (outlet and (outlet.isupper() or is_outlet(outlet))):
        return lead, None
    return lead[match.end() :], outlet


def _prefix_of_first(text: str, page: Layout) -> str | None:
    first = next((block for block in page.blocks if block.kind == "paragraph"), None)
    return without_prefix(first.span.of(text)[:200])[1] if first else None


def _words(text: str, span: Span) -> str:
    """The visible words of *span*, one space between them."""
    return " ".join(legible(span.of(text)).split())


def _image(text: str, url: str | None, legend: Span | None) -> Image:
    if legend is None:
        return Image(url=url)
    caption = _words(text, legend)
    return Image(url=url, caption=caption, credit=credit_of(caption))


def credit_of(caption: str) -> str | None:
    """The person or outlet credited in *caption*.

    >>> credit_of("Lễ thông xe sáng nay. Ảnh: Kim Oanh")
    'Kim Oanh'
    """
    credit = _CREDIT.search(caption)
    return credit["who"].strip() if credit else None
