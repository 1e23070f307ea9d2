"""The values of lunar days, months and years: the Gregorian days that they fall on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..model import TimeExpression
from . import _lunar
from ._candidates import Cycle, Day, Lean, Months, Portion, Year
from ._own import day_in
from ._reader import Reader
from ._value import OPEN_DAY, ImpossibleError, clock_fields, expression, on_day, shifted_year, whole

__all__ = ["lunar_day", "lunar_month", "lunar_year"]

#: The year from which the cycle is counted, and how far before and after the reference a year given only by
#: its name may lie: an older one is given by its number, or in words about history.
_CYCLE_FROM, _YEARS_BACK, _YEARS_ON = 1984, 6, 1
#: The last year that a name alone means when there is no reference day: no year that was still to come when
#: these rules were written.
_CYCLE_TO = 2026


def _lunar_year(candidate: Day | Months | Year, reader: Reader) -> int | None:
    """The year that the words give; None if they leave it open."""
    year = candidate.year
    if not isinstance(year, Cycle):
        return shifted_year(year, reader)
    base, nearest = reader.year, _CYCLE_FROM + year.place
    if year.bygone:
        return None
    if base is None:
        return nearest if reader.alone and nearest <= _CYCLE_TO else None
    nearest += round((base - nearest) / _lunar.CYCLE) * _lunar.CYCLE
    if not -_YEARS_BACK <= nearest - base <= _YEARS_ON:
        return None
    reader.inferred["year"] = "published" if reader.day else "document"
    return nearest


def _whole_year(year: int, portion: Portion | None = None) -> TimeExpression:
    """A lunar year outside the table: the calendar year of its number."""
    if not 1 <= year <= 9999:
        raise ImpossibleError(f"no year {year}")
    start, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return whole(start, end, f"{year:04}", calendar="lunar", modifier=portion)


def _in_table(year: int) -> bool:
    try:
        _lunar.year_of_lunar(year)
    except ValueError:
        return False
    return True


def _nearest_lunar(
    candidate: Day | Months, reader: Reader, lean: Lean | None
) -> tuple[dt.date, dt.date] | None:
    """The first and last day, in the stated year or else nearest to the reference."""
    said = _lunar_year(candidate, reader)
    if said is not None:
        return _lunar_days(candidate, said)
    reference = reader.bracket_day or reader.near
    if reference is None or isinstance(candidate.year, Cycle):
        return None
    if reader.bracket_day:
        side, reader.inferred["year"] = None, "text"
    else:
        side = candidate.lean or lean or reader.preference
        reader.inferred["year"] = "published" if reader.day else "document"
    found = list(_near(candidate, side, reference))
    if not found:
        raise ImpossibleError("no such lunar day near the reference")
    return min(found)[1:]


def _near(
    candidate: Day | Months, side: Lean | None, reference: dt.date
) -> Iterator[tuple[int, dt.date, dt.date]]:
    """The occurrences around *reference*, on the *side* asked for: days away, first and last day."""
    for year in range(reference.year - 2, reference.year + 3):
        try:
            start, end = _lunar_days(candidate, year)
        except ImpossibleError:
            continue
        if (side == "past" and start > reference) or (side == "future" and end < reference):
            continue
        yield max((start - reference).days, (reference - end).days, 0), start, end


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
    """The Gregorian day of a lunar day."""
    if not isinstance(candidate.month, int):
        return expression(edtf=OPEN_DAY, calendar="lunar", **clock_fields(candidate.clock))
    if not 1 <= candidate.month <= 12 or not -1 <= candidate.day <= 30:
        raise ImpossibleError(f"no lunar day {candidate.day}/{candidate.month}")
    if isinstance(candidate.year, int) and not _in_table(candidate.year):
        return _whole_year(candidate.year)
    found = _nearest_lunar(candidate, reader, lean)
    if found is None:
        return expression(edtf=OPEN_DAY, calendar="lunar", **clock_fields(candidate.clock))
    if (day := _solar_by_weekday(candidate, found[0])) is not None:
        return on_day(day, candidate.clock)
    return on_day(found[0], candidate.clock, calendar="lunar")


def _solar_by_weekday(candidate: Day, lunar: dt.date) -> dt.date | None:
    """The day of ``Thứ Bảy 27, Tháng Giêng 2007`` by the Gregorian calendar, if the weekday fits."""
    if (
        candidate.weekday is None
        or not isinstance(candidate.year, int)
        or lunar.weekday() == candidate.weekday
    ):
        return None
    assert isinstance(candidate.month, int)
    day = day_in(candidate.year, candidate.month, candidate.day)
    return day if day is not None and day.weekday() == candidate.weekday else None


def lunar_month(candidate: Months, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The Gregorian days of a lunar month."""
    if isinstance(candidate.year, int) and not _in_table(candidate.year):
        return _whole_year(candidate.year, candidate.portion)
    found = _nearest_lunar(candidate, reader, lean)
    if found is None:
        return expression(edtf=OPEN_DAY, calendar="lunar", modifier=candidate.portion)
    return whole(*found, calendar="lunar", modifier=candidate.portion)


def lunar_year(candidate: Year, reader: Reader) -> TimeExpression:
    """The Gregorian days of a lunar year, from its Tết to the eve of the next."""
    said = _lunar_year(candidate, reader)
    if said is None:
        return expression(edtf="XXXX", calendar="lunar", modifier=candidate.portion)
    if not _in_table(said):
        return _whole_year(said, candidate.portion)
    year = _lunar.year_of_lunar(said)
    return whole(year.first, year.last, calendar="lunar", modifier=candidate.portion)
