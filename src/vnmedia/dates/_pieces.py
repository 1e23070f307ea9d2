"""How neighbouring candidates become one expression: ``22h17`` + ``ngày 17/12``, ``từ`` … ``đến`` ….

A join states which two candidates it takes, what may stand between them and what they make. Its passes run
one after the other, the tightest bond first, so the work grows only with the number of candidates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from ..model._trusted import changed
from ..registries import Pattern
from ._candidates import Candidate, Months, Range, Rhythm

__all__ = ["Join", "Joiner", "Piece", "Trace"]


@attrs.define  # not frozen, as candidates are not
class Piece:
    """A candidate and where it stands in the view.

    Attributes:
        inferred: Which of its fields a neighbour gave, and how: ``{"year": "list"}``.
    """

    start: int
    end: int
    candidate: Candidate
    inferred: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Join:
    """A way in which two neighbours make one candidate.

    Attributes:
        name: Its name.
        left, right: The classes of the candidates that it joins.
        gap: The pattern of all that stands between them, with the short signs for spaces.
        build: The two → the joined candidate, or None where they do not fit.
        after: What the result also includes after its right part, such as a closing bracket.
        examples: Texts that the join reads whole.
    """

    name: str
    left: tuple[type[Any], ...]
    right: tuple[type[Any], ...]
    gap: str
    build: Callable[[Any, Any], Candidate | None]
    after: str = ""
    examples: tuple[str, ...] = ()


#: How far apart two candidates may stand.
_REACH = 16
_FROM = Pattern(r"(?:(?:kể|tính) {1,3})?từ {1,3}(?:hôm {1,3})?$")
# The endings of the pattern's matches: it is not tried where none of them stands.
_FROM_ENDS = ("ừ ", "m ", "  ")

#: The joins that were made, each with its result.
Trace = list[tuple[Join, Piece]]
_Table = dict[tuple[type[Any], type[Any]], list[tuple[Join, re.Pattern[str], re.Pattern[str]]]]


class Joiner:
    """Passes of joins, compiled: the first runs from right to left, the others from left to right."""

    def __init__(self, passes: Iterable[Sequence[Join]]) -> None:
        self._passes = [_table(joins) for joins in passes]

    def joined(self, text: str, pieces: Iterable[Piece], trace: Trace | None = None) -> list[Piece]:
        """*pieces* with neighbours joined, over the lower-case *text*; *trace* gets each join's result."""
        whole: list[Piece] = []
        near: list[Piece] = []
        for piece in pieces:
            # Runs are so far apart that nothing joins them, even with a closing bracket.
            if near and piece.start - near[-1].end > _REACH + 4:
                whole += self._joined(text, near, trace)
                near = []
            near.append(piece)
        whole += self._joined(text, near, trace)
        return [_from(text, piece) if text.endswith(_FROM_ENDS, 0, piece.start) else piece for piece in whole]

    def _joined(self, text: str, pieces: list[Piece], trace: Trace | None) -> list[Piece]:
        for number, table in enumerate(self._passes):
            if len(pieces) > 1:
                pieces = _pass(text, pieces, table, trace, backwards=number == 0)
        return pieces


def _pass(
    text: str, pieces: list[Piece], table: _Table, trace: Trace | None, *, backwards: bool
) -> list[Piece]:
    kept: list[Piece] = []
    for piece in reversed(pieces) if backwards else pieces:
        while kept:
            left, right = (piece, kept[-1]) if backwards else (kept[-1], piece)
            made = _join(text, left, right, table, trace)
            if made is None:
                break
            kept.pop()
            piece = made
        kept.append(piece)
    return kept[::-1] if backwards else kept


def _table(joins: Iterable[Join]) -> _Table:
    spaces = str.maketrans({" ": " {1,3}", "~": " {0,3}"})
    table: _Table = {}
    for join in joins:
        entry = (join, re.compile(join.gap.translate(spaces)), re.compile(join.after.translate(spaces)))
        for left in join.left:
            for right in join.right:
                table.setdefault((left, right), []).append(entry)
    return table


def _join(text: str, left: Piece, right: Piece, table: _Table, trace: Trace | None) -> Piece | None:
    if not 0 <= right.start - left.end <= _REACH:
        return None
    for join, gap, after in table.get((type(left.candidate), type(right.candidate)), ()):
        if not gap.fullmatch(text, left.end, right.start):
            continue
        candidate = join.build(left.candidate, right.candidate)
        if candidate is not None:
            end = right.end
            if join.after and "(" in text[left.end : right.start]:
                closing = after.match(text, end)
                end = closing.end() if closing else end
            made = Piece(left.start, end, candidate)
            if trace is not None:
                trace.append((join, made))
            return made
    return None


def _from(text: str, piece: Piece) -> Piece:
    """*piece*, extended by the ``từ`` before it if it is a stretch; a lone point is not extended."""
    candidate = piece.candidate
    if getattr(candidate, "portion", None):
        return piece
    clock = getattr(candidate, "clock", None)
    whole = isinstance(candidate, Range) and candidate.first is not None
    whole = whole or (isinstance(candidate, Months) and candidate.first < candidate.last)
    if whole or (isinstance(candidate, Rhythm) and candidate.span) or (clock is not None and clock.end):
        match = _FROM.search(text, max(0, piece.start - 14), piece.start)
        if match:
            return changed(piece, start=match.start())
    return piece
