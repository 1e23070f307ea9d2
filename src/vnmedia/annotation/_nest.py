"""Properly nested tags from ranges that may cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

import attrs

from ._tags import Tag

__all__ = ["Wrap", "nested"]


@attrs.frozen
class Wrap:
    """A range of a source and the tag to put around it."""

    start: int
    end: int
    tag: Tag


def nested(pieces: Iterable[Wrap]) -> Iterator[tuple[int, str]]:
    """The tags and their places, in order, so that elements nest and no link is in a link.

    A piece that reaches beyond the end of the piece it begins in is cut there and goes on after it.
    """
    waiting = [(piece.start, -piece.end, number, piece) for number, piece in enumerate(pieces)]
    heapify(waiting)
    open_pieces: list[Wrap] = []
    while waiting:
        _, _, number, piece = heappop(waiting)
        while open_pieces and open_pieces[-1].end <= piece.start:
            done = open_pieces.pop()
            yield done.end, done.tag.closing
        if open_pieces and open_pieces[-1].end < piece.end:
            cut = open_pieces[-1].end
            heappush(waiting, (cut, -piece.end, number, attrs.evolve(piece, start=cut)))
            piece = attrs.evolve(piece, end=cut)
        if piece.tag.name == "a" and any(outer.tag.name == "a" for outer in open_pieces):
            continue
        yield piece.start, piece.tag.opening
        open_pieces.append(piece)
    for piece in reversed(open_pieces):
        yield piece.end, piece.tag.closing
