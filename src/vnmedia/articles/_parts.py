"""The layout of a page of text: its parts, and what it states about itself."""

from __future__ import annotations

import attrs

from ..model import Block, Span
from ._byline import Byline
from ._moment import Moment

__all__ = ["Layout"]


@attrs.define
class Layout:
    """The layout of a page; offsets are over the text.

    Attributes:
        title: The places of the title; several if columns break it.
    """

    blocks: list[Block] = attrs.field(factory=list)
    title: tuple[Span, ...] = ()
    lead: Span | None = None
    published: Moment | None = None
    modified: Moment | None = None
    byline: Byline = Byline()
    pictures: list[tuple[str | None, Span | None]] = attrs.field(factory=list)
    tags: tuple[str, ...] = ()
    section: str | None = None
    address: str | None = None
