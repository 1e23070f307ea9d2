"""What a layout says: the parts of a page of text, and what it states of itself."""

from __future__ import annotations

import attrs

from ..model import BlockKind
from ._byline import Byline
from ._lines import Line
from ._moment import Moment

__all__ = ["Page", "Part"]


@attrs.frozen
class Part:
    """A stretch of the text and what it is."""

    kind: BlockKind
    start: int
    end: int


@attrs.define
class Page:
    """What the layout says; offsets are over the text."""

    parts: list[Part] = attrs.field(factory=list)
    title: Line | Part | None = None
    lead: Line | None = None
    published: Moment | None = None
    modified: Moment | None = None
    byline: Byline = Byline()
    pictures: list[tuple[str | None, Part | None]] = attrs.field(factory=list)
    tags: tuple[str, ...] = ()
    section: str | None = None
    address: str | None = None
