"""What a layout says: the parts of a page of text, and what it states of itself."""

from __future__ import annotations

import attrs

from ..model import Block, Span
from ._byline import Byline
from ._moment import Moment

__all__ = ["Layout"]


@attrs.define
class Layout:
    """What the layout says; offsets are over the text.

    Attributes:
        title: Where it stands; in more than one place, where columns break it.
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
