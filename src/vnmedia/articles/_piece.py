"""One part of an article's body, before the text is put together."""

from __future__ import annotations

import attrs

from ..model import BlockKind, Cell
from ._tree import Fragment

__all__ = ["Piece"]


@attrs.define(eq=False)
class Piece:
    """One part of the article's body; a table's cells have their places in its text."""

    index: int
    fragment: Fragment
    kind: BlockKind
    text: str
    cells: tuple[Cell, ...] = ()
