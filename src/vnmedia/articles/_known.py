"""Puts what is known of an article beforehand in place of what its layout says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..model import Block, BlockKind
from ..model._trusted import changed
from ._plain import Stated

__all__ = ["settled"]

_NOTHING = Stated()


def settled(known: Stated, page: Stated, text: str) -> Stated:
    """What *page* states of *text*, overridden by what is *known*; the blocks agree with the result.

    >>> settled(Stated(title="Họp báo"), Stated(title="Sáng nay", section="Tin"), "").title
    'Họp báo'
    """
    if known == _NOTHING:
        return page
    given = {
        field.name: value
        for field in attrs.fields(Stated)
        if field.name != "repairs" and (value := getattr(known, field.name)) not in (None, ())
    }
    blocks = tuple(_agreeing(page.blocks, text, known)) if known.title or known.lead else page.blocks
    return changed(page, **(given | {"blocks": blocks, "repairs": known.repairs + page.repairs}))


def _agreeing(blocks: tuple[Block, ...], text: str, known: Stated) -> Iterator[Block]:
    """*blocks*, in which only those with the known words are title and lead."""
    title, lead = (" ".join(stated.split()) if stated else None for stated in (known.title, known.lead))
    for block in blocks:
        kind: BlockKind | None = None
        words = " ".join(block.span.of(text).split())
        if words == title:
            kind, title = "title", None
        elif words == lead:
            kind, lead = "lead", None
        elif (block.kind == "title" and known.title) or (block.kind == "lead" and known.lead):
            kind = "paragraph" if words.endswith((".", "!", "?", "…")) else "heading"
        yield attrs.evolve(block, kind=kind) if kind is not None else block
