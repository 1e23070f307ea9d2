"""What the members of a list leave to its last one: the year, or the week.

``cuối tháng 3, đầu tháng 4/2020`` and ``28/12 và 3/1/2021`` are two expressions each, but the first has its
year from the second, as the first end of a stretch has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from ._candidates import Candidate, Day, Months, Weekday
from ._pieces import Piece

__all__ = ["shared"]

_BETWEEN = re.compile(r" {0,3}(?:(?P<comma>,)|,? {0,3}(?:và|hoặc|hay|rồi|&|-|–)) {1,3}")


def shared(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """*pieces* over the lower-case *text*, each with what the next one of its list says for it."""
    kept: list[Piece] = []
    for piece in reversed(list(pieces)):
        told = _told(text, piece, kept[-1]) if kept else None
        kept.append(piece if told is None else attrs.evolve(piece, candidate=told))
    return kept[::-1]


def _told(text: str, piece: Piece, behind: Piece) -> Candidate | None:
    """The candidate of *piece* with the year or week of the one behind it, None where it takes none."""
    first, last = piece.candidate, behind.candidate
    if type(first) is not type(last) or not 1 <= behind.start - piece.end <= 8:
        return None
    between = _BETWEEN.fullmatch(text, piece.end, behind.start)
    if between is None:
        return None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        if first.week is None and first.lean is None and last.week is not None:
            return attrs.evolve(first, week=last.week)
        return None
    if isinstance(first, Day) and isinstance(last, Day):
        return _dated(first, last, first.month, last.month, by_comma=bool(between["comma"]))
    if isinstance(first, Months) and isinstance(last, Months):
        return _dated(first, last, first.first, last.first, by_comma=bool(between["comma"]))
    return None


def _dated(
    first: Day | Months, last: Day | Months, month: object, other: object, *, by_comma: bool
) -> Candidate | None:
    """*first* in the year of *last*, or the year before where its month is the later one.

    A comma alone may also part two expressions that have nothing to do with each other; then only months in
    order make a list.
    """
    year = last.year
    if (
        first.year is not None
        or first.lean is not None
        or first.lunar
        or last.lunar
        or not isinstance(year, int)
    ):
        return None
    if not isinstance(month, int) or not isinstance(other, int) or (by_comma and month > other):
        return None
    if isinstance(first, Day) and isinstance(last, Day):
        sure = first.sure or not by_comma
        return attrs.evolve(first, year=year - (month > other), short_year=last.short_year, sure=sure)
    return attrs.evolve(first, year=year - (month > other))
