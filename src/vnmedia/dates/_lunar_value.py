"""The values of lunar days, months and years: the Gregorian days that they fall on."""

from __future__ import annotations

import datetime as dt

from ..model import TimeExpression
from . import _lunar
from ._candidates import Cycle, Day, Lean, Months, Year
from ._reader import Reader
from ._value import OPEN_DAY, ImpossibleError, clock_fields, on_day, shifted_year, whole

__all__ = ["lunar_day", "lunar_month", "lunar_year"]

#: Without a reference a year's name is taken from the cycle that began with this year.
CYCLE_FROM = 1984


def _lunar_year(candidate: Day | Months | Year, reader: Reader) -> int | None:
    year = candidate.year
    if isinstance(year, Cycle):
        base = reader.year
        nearest = CYCLE_FROM + year.place
        if base is not None:
            nearest += round((base - nearest) / _lunar.CYCLE) * _lunar.CYCLE
        return nearest
    return shifted_year(year, reader)


def _nearest_lunar(
    candidate: Day | Months, reader: Reader, lean: Lean | None
) -> tuple[dt.date, dt.date] | None:
    """The first and last day, in the year said or else nearest to the reference."""
    said = _lunar_year(candidate, reader)
    if said is not None:
        return _lunar_days(candidate, said)
    reference = reader.near
    if reference is None:
        return None
    lean = candidate.lean or lean or reader.preference
    reader.inferred["year"] = "published" if reader.day else "document"
    found = []
    for year in range(reference.year - 2, reference.year + 3):
        try:
            start, end = _lunar_days(candidate, year)
        except ImpossibleError:
            continue
        if (lean == "past" and start > reference) or (lean == "future" and end < reference):
            continue
        found.append((max((start - reference).days, (reference - end).days, 0), start, end))
    if not found:
        raise ImpossibleError("no such lunar day near the reference")
    return min(found)[1:]


def _lunar_days(candidate: Day | Months, year: int) -> tuple[dt.date, dt.date]:
    month = candidate.month if isinstance(candidate, Day) else candidate.first
    assert isinstance(month, int)
    if isinstance(candidate, Day) and candidate.tet and month == 12:
        year -= 1
    try:
        start, end = _lunar.month_of(month, year, leap=candidate.leap)
    except ValueError as error:
        raise ImpossibleError(str(error)) from None
    if isinstance(candidate, Months):
        return start, end
    day = end if candidate.day == -1 else start + dt.timedelta(days=candidate.day - 1)
    if not start <= day <= end:
        raise ImpossibleError(f"no day {candidate.day} in lunar month {month} of {year}")
    return day, day


def lunar_day(candidate: Day, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The Gregorian day of a lunar one."""
    if not isinstance(candidate.month, int):
        return TimeExpression(edtf=OPEN_DAY, calendar="lunar", **clock_fields(candidate.clock))
    if not 1 <= candidate.month <= 12 or not -1 <= candidate.day <= 30:
        raise ImpossibleError(f"no lunar day {candidate.day}/{candidate.month}")
    found = _nearest_lunar(candidate, reader, lean)
    if found is None:
        return TimeExpression(edtf=OPEN_DAY, calendar="lunar", **clock_fields(candidate.clock))
    return on_day(found[0], candidate.clock, calendar="lunar")


def lunar_month(candidate: Months, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The Gregorian days of a lunar month."""
    found = _nearest_lunar(candidate, reader, lean)
    if found is None:
        return TimeExpression(edtf=OPEN_DAY, calendar="lunar", modifier=candidate.portion)
    return whole(*found, calendar="lunar", modifier=candidate.portion)


def lunar_year(candidate: Year, reader: Reader) -> TimeExpression:
    """The Gregorian days of a lunar year, from its Tết to the eve of the next."""
    said = _lunar_year(candidate, reader)
    assert said is not None
    try:
        year = _lunar.year_of_lunar(said)
    except ValueError as error:
        raise ImpossibleError(str(error)) from None
    return whole(year.first, year.last, calendar="lunar", modifier=candidate.portion)
