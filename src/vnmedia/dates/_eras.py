"""The value of weeks of the year, decades and centuries."""

from __future__ import annotations

import datetime as dt

from ..model import TimeExpression
from ._candidates import Century, Decade, Lean, Shift, Week
from ._reader import Reader
from ._value import LEAP_YEAR, OPEN_DAY, ImpossibleError, expression, shifted_year, signed, whole

__all__ = ["century", "decade", "week"]


def week(candidate: Week, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    """The week of the year, from Monday to Sunday."""
    year = shifted_year(candidate.year, reader)
    if year is None:
        # The dates of a week differ only by some days from year to year.
        at = dt.date.fromisocalendar(LEAP_YEAR, min(candidate.number, 52), 4)
        year = reader.year_for((at.month, at.day), (at.month, at.day), lean)
    if year is None:
        return expression(edtf=OPEN_DAY)
    try:
        monday = dt.date.fromisocalendar(year, candidate.number, 1)
        return whole(monday, monday + dt.timedelta(days=6))
    except ValueError:
        raise ImpossibleError(f"no week {candidate.number} in {year}") from None


def decade(candidate: Decade, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    """One decade or several, of the stated century, or else of the last century that had them."""
    first, last = candidate.first, candidate.last
    if first < 100:
        base = reader.year or 2020
        if candidate.century is not None:
            start = ((base - 1) // 100 + candidate.century.by) * 100
        else:
            start = next(c for c in range(base // 100 * 100, 0, -100) if c + first < base)
        first, last = start + first, None if last is None else start + last
    end = (last if last is not None else first) + 9
    if end < first:
        raise ImpossibleError("ends before it starts")
    edtf = f"{first // 10}X" if last is None else None
    return whole(dt.date(first, 1, 1), dt.date(end, 12, 31), edtf, modifier=candidate.portion)


def century(candidate: Century, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    """The century, or a half of it."""
    number = candidate.number
    if isinstance(number, Shift):
        base = reader.year
        if base is None:
            return expression(edtf="XXXX", modifier=candidate.portion)
        number = (base - 1) // 100 + 1 + number.by
    if candidate.before:
        first, last = 1 - number * 100, -(number - 1) * 100
        return expression(edtf=f"{signed(first)}/{signed(last)}", modifier=candidate.portion)
    if not 0 < number < 100:
        raise ImpossibleError("outside of the calendar")
    start, end = dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31)
    if candidate.half == 1:
        end = end.replace(year=end.year - 50)
    elif candidate.half == 2:
        start = start.replace(year=start.year + 50)
    return whole(start, end, modifier=candidate.portion)
