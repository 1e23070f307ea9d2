"""Facts that an expression takes from the one after it.

The last member of a list gives the year or the week of those before it; a bracket gives the days of the
quarter before it.

``cuối tháng 3, đầu tháng 4/2020`` and ``28/12 và 3/1/2021`` are two expressions each, but the first takes
its year from the second, as the first end of a stretch does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..model._trusted import changed
from ..registries import Pattern
from ._candidates import Candidate, Day, Months, Range, Season, Week, Weekday, Year
from ._own import day_in
from ._pieces import Piece

__all__ = ["shared"]

#: The longest gap before an expression that tells something of the one before it.
_GAP = 17
_BETWEEN = Pattern(r" {0,3}(?:(?P<comma>,)|,? {0,3}(?:và|hoặc|hay|rồi|&|-|–)) {1,3}")


def shared(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """*pieces* over the lower-case *text*, each completed from the next one of its list."""
    kept: list[Piece] = []
    for piece in reversed(list(pieces)):
        near = kept and kept[-1].start - piece.end <= _GAP
        told = _told(text, piece, kept[-1]) if near else None
        if told is not None:
            piece = changed(piece, candidate=told, inferred=_inferred(told, kept[-1].candidate))
        kept.append(piece)
    return kept[::-1]


def _inferred(told: Candidate, after: Candidate) -> dict[str, str]:
    """The fields of *told* that come from the candidate *after* it, and how."""
    if isinstance(told, Range) or told is after:
        return {"days": "bracket"}
    return {"week": "list"} if isinstance(told, Weekday) else {"year": "list"}


def _told(text: str, piece: Piece, after: Piece) -> Candidate | None:
    """The candidate of *piece* with the year or week of the one after it; None if it takes neither."""
    first, last = piece.candidate, after.candidate
    if isinstance(first, _DEFINED) and isinstance(last, Range | Months):
        defined = _defined(text, piece, after)
        if defined is not None:
            return defined
    return _listed(text, piece, after)


def _listed(text: str, piece: Piece, after: Piece) -> Candidate | None:
    """The candidate of *piece* completed from the one after it in a list."""
    first, last = piece.candidate, after.candidate
    if type(first) is not type(last) or not 1 <= after.start - piece.end <= 8:
        return None
    between = _BETWEEN.fullmatch(text, piece.end, after.start)
    if between is None:
        return None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        if first.week is None and first.lean is None and last.week is not None:
            return changed(first, week=last.week)
        return None
    if isinstance(first, Day) and isinstance(last, Day):
        return _dated(first, last, first.month, last.month, by_comma=bool(between["comma"]))
    if isinstance(first, Months) and isinstance(last, Months):
        # "tháng 9 và 9 tháng năm 2025": a month within the other, or up to its end, is of the same year.
        other = last.last if last.grain == "span" else last.first
        return _dated(first, last, first.first, other, by_comma=bool(between["comma"]))
    return None


#: The candidates whose days a bracket can give.
_DEFINED = (Months, Year, Season, Week)
#: The number of days of a unit that its bracket defines, by its number of months.
_LENGTHS = {1: range(28, 32), 3: range(89, 93), 6: range(180, 185), 9: range(272, 277), 12: range(364, 367)}
#: The number of days of a week in brackets, with or without days off; and any year that has such days.
_WEEK, _ANY_YEAR = range(5, 8), 2001
_BRACKET = Pattern(r" {0,3}\((?:(?:giai đoạn|tức|tức là|tính|từ ngày|từ|kể từ) {1,3})?")


def _defined(text: str, piece: Piece, after: Piece) -> Range | Months | None:
    """The days that a bracket gives to the week, quarter, half or year before it; fiscal ones need it."""
    unit, days = piece.candidate, after.candidate
    if not isinstance(days, Range | Months):
        return None
    if not _BRACKET.fullmatch(text, piece.end, after.start):
        return None
    if isinstance(unit, Week):
        return _week_of(unit, days) if isinstance(days, Range) else None
    if not text.startswith(")", after.end):
        return None
    months = unit.last - unit.first + 1 if isinstance(unit, Months) else 12
    if isinstance(unit, Months) and unit.fiscal and months == _months_in(days):
        return days
    last = _whole_day(days.last) if isinstance(days, Range) else None
    first = _whole_day(days.first, last) if isinstance(days, Range) else None
    if first is None or last is None:
        return None
    return days if (last - first).days + 1 in _LENGTHS.get(months, ()) else None


def _months_in(days: Range | Months) -> int | None:
    """The number of months in *days*, if they are whole months: ``(tháng 4 - 6)``."""
    first, last = (days.first, days.last) if isinstance(days, Range) else (days, days)
    if isinstance(first, Months) and isinstance(last, Months):
        return (last.last - first.first) % 12 + 1
    return None


def _week_of(week: Week, days: Range) -> Range | None:
    """The *days* that a bracket gives to a week, in its year if they have none: ``(từ 5 đến 11/4)``."""
    first, last = days.first, days.last
    if not isinstance(first, Day) or not isinstance(last, Day):
        return None
    year = week.year if isinstance(week.year, int) else None
    first, last = _in_year(first, year), _in_year(last, year)
    end = _whole_day(_in_year(last, _ANY_YEAR))
    start = _whole_day(first, end)
    if start is None or end is None or (end - start).days + 1 not in _WEEK:
        return None
    return changed(days, first=first, last=last)


def _in_year(day: Day, year: int | None) -> Day:
    return changed(day, year=year) if day.year is None else day


def _whole_day(end: Candidate | None, later: dt.date | None = None) -> dt.date | None:
    """The day, if it is fully stated; its year may be that of the *later* end: ``1/4 - 30/9/2024``."""
    if not isinstance(end, Day) or not isinstance(end.month, int):
        return None
    year = later.year if end.year is None and later is not None else end.year
    return day_in(year, end.month, end.day) if isinstance(year, int) else None


def _dated(
    first: Day | Months, last: Day | Months, month: object, other: object, *, by_comma: bool
) -> Candidate | None:
    """*first* in the year of *last*, or in the year before if its month is the later one.

    A comma alone may also separate two unrelated expressions; then only months in
    order are a list.
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
        return changed(first, year=year - (month > other), short_year=last.short_year, sure=sure)
    return changed(first, year=year - (month > other))
