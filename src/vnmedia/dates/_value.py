"""Calendar arithmetic that all candidates share, and the construction of values."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import Any

from dateutil.relativedelta import relativedelta

from ..model import TimeExpression
from ..model._trusted import trusted
from ._candidates import Clock, Echo, Nth, Season, Shift, Unit
from ._reader import Reader

__all__ = [
    "DELTAS", "LEAP_YEAR", "OPEN_DAY", "ImpossibleError", "clock_fields", "day_of", "expression", "from_to",
    "full_year", "interval", "last_of", "moved", "night", "nth_of", "on_day", "possible_day", "season_year",
    "shifted_year", "signed", "unit_of", "whole", "within",
]  # fmt: skip

OPEN_DAY = "XXXX-XX-XX"
#: Any leap year, to check a day without a year against.
LEAP_YEAR = 2000

#: A value of fields that the resolvers have checked.
expression = trusted(TimeExpression)


class ImpossibleError(Exception):
    """A candidate without a value: ``31/2``, or one that has none alone.

    Attributes:
        reason: The reason, in one phrase.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def day_of(year: int, month: int, day: int) -> dt.date:
    """The day; an error gives the reason if there is none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        pass
    if not 1 <= month <= 12:
        raise ImpossibleError(f"no month {month}")
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ImpossibleError(f"no calendar of the year {year}")
    raise ImpossibleError(f"no day {day} in month {month} of {year}")


def possible_day(month: int, day: int) -> None:
    """Refuse a day that its month has in no year."""
    try:
        day_of(LEAP_YEAR, month, day)
    except ImpossibleError as error:
        raise ImpossibleError(error.reason.removesuffix(f" of {LEAP_YEAR}")) from None


def last_of(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def whole(start: dt.date, end: dt.date, edtf: str | None = None, **more: Any) -> TimeExpression:
    """The stretch of whole days, in the shortest EDTF form.

    The values are cached: newspapers name few years, months and days.
    """
    return expression(start=start, end=end, edtf=edtf or interval(start, end), **more)


def interval(start: dt.date | None, end: dt.date | None) -> str | None:
    """The shortest EDTF string for the days *start* to *end*; an open end is ``..``."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        return f"{_bound(start)}/{_bound(end)}"
    if start == end:
        return start.isoformat()
    if start.day == 1 and end.day >= 28 and end == last_of(end.year, end.month):
        if start.month == 1 and end.month == 12:
            return f"{start.year:04}" if start.year == end.year else f"{start.year:04}/{end.year:04}"
        first, last = f"{start:%Y-%m}".zfill(7), f"{end:%Y-%m}".zfill(7)
        return first if first == last else f"{first}/{last}"
    return f"{start}/{end}"


def _bound(day: dt.date | None) -> str:
    return ".." if day is None else day.isoformat()


def clock_fields(clock: Clock | None) -> dict[str, Any]:
    """The fields of a clock time; 24 hours end the day."""
    if clock is None:
        return {}
    zone = None if clock.offset is None else dt.timezone(dt.timedelta(minutes=clock.offset))
    if clock.end is not None:
        first = dt.time(clock.hour % 24, clock.minute, tzinfo=zone)
        last = (
            dt.time(clock.end[0] % 24, clock.end[1], tzinfo=zone)
            if clock.end[0] < 24
            else dt.time(23, 59, 59)
        )
        return {"hours": (first, last)}
    if clock.hour == 24:
        return {"time": dt.time(23, 59, 59, tzinfo=zone)}
    return {"time": dt.time(clock.hour, clock.minute, clock.second, tzinfo=zone)}


def on_day(day: dt.date, clock: Clock | None, **more: Any) -> TimeExpression:
    """A single day, with its clock time."""
    if clock is None:
        return whole(day, day, **more)
    said = clock_fields(clock)
    edtf = day.isoformat()
    if "time" in said:
        edtf = dt.datetime.combine(day, said["time"]).isoformat().replace("+00:00", "Z")
    return expression(start=day, end=day, edtf=edtf, **said, **more)


def from_to(begun: TimeExpression, ending: TimeExpression) -> TimeExpression:
    """The stretch between two days, with the first and last clock time if both are stated."""
    hours: tuple[dt.time, ...] = ()
    if begun.time and ending.time and (begun.start != ending.end or _earlier(begun.time, ending.time)):
        hours = (begun.time, ending.time)
    return expression(
        start=begun.start,
        end=ending.end,
        edtf=interval(begun.start, ending.end),
        calendar=ending.calendar if begun.calendar == ending.calendar else None,
        hours=hours,
    )


def _earlier(first: dt.time, last: dt.time) -> bool:
    """Whether *first* is the smaller as printed; only one of them may have a zone."""
    return first.replace(tzinfo=None) < last.replace(tzinfo=None)


def night(first: Clock, ending: TimeExpression) -> TimeExpression:
    """``từ 22h đến 5h sáng hôm sau``: the first hour is on the day of the last, or else on the day before."""
    if ending.start is None or ending.time is None:
        return expression(edtf=OPEN_DAY)
    begun = on_day(ending.start, first)
    if begun.time is not None and not _earlier(begun.time, ending.time):
        begun = on_day(ending.start - dt.timedelta(days=1), first)
    return from_to(begun, ending)


def shifted_year(year: int | Shift | Echo | None, reader: Reader) -> int | None:
    """The year, counted from the reader's or from the one named last; None where that is unknown."""
    if isinstance(year, Echo):
        if reader.last_start is None:
            return None
        reader.inferred["year"] = "text"
        return reader.last_start.year + year.by
    if isinstance(year, Shift):
        if year.by == -1 and (named := reader.before_last("year")) is not None:
            reader.inferred["year"] = "text"
            return named.year - 1
        if year.by == 0 and (named := reader.pointed_at("year")) is not None:
            reader.inferred["year"] = "text"
            return named.year
        base = reader.year
        if base is None:
            return None
        reader.inferred["year"] = "published" if reader.day else "document"
        return base + year.by
    return year


def full_year(short: int, reader: Reader) -> int:
    """The full form of a two-digit year, in the hundred years from 80 before the reader's (or 2020's) on.

    CLDR has the same rule: future years are seldom written with two digits.
    """
    first = (reader.year or 2020) - 80
    return first + (short - first) % 100


DELTAS: dict[Unit, str] = {
    "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years",
}  # fmt: skip


def unit_of(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    """The whole day, week (Monday to Sunday), month, quarter or year that holds *day*."""
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), last_of(day.year, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return dt.date(day.year, first, 1), last_of(day.year, first + 2)
    if unit == "year":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return day, day


def moved(day: dt.date, unit: Unit, by: int) -> dt.date:
    """*day* moved *by* units; a day that the month lacks becomes its last.

    Raises:
        ImpossibleError: The result lies outside the calendar.
    """
    unit, by = ("month", by * 3) if unit == "quarter" else (unit, by)
    try:
        return day + relativedelta(**{DELTAS[unit]: by})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        raise ImpossibleError("no such year in the calendar") from None


def nth_of(candidate: Nth, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of the unit that *candidate* counts between the days *first* and *last*.

    Weeks are counted in sevens from the first day on, as press text does, the last one back from the end;
    a weekday of such a week is one day.
    """
    place, unit = candidate.place, candidate.unit
    if unit == "weekday":
        assert candidate.weekday is not None
        if place > 0:
            days = (candidate.weekday - first.weekday()) % 7 + 7 * (place - 1)
            start = first + dt.timedelta(days=days)
        else:
            start = last - dt.timedelta(days=(last.weekday() - candidate.weekday) % 7)
        end = start
    elif place > 0:
        start = moved(first, unit, place - 1)
        end = moved(first, unit, place) - dt.timedelta(days=1)
        if unit == "week" and start <= last:  # the fifth week of a month is its last days
            end = min(end, last)
    else:
        start = moved(last + dt.timedelta(days=1), unit, -1)
        end = last
    if not first <= start <= end <= last:
        raise ImpossibleError("the larger unit has not so many of it")
    if unit == "week" and candidate.weekday is not None:
        start += dt.timedelta(days=(candidate.weekday - start.weekday()) % 7)
        if start > end:
            raise ImpossibleError("the last days of the month have no such weekday")
        end = start
    return start, end


def season_year(season: Season, today: dt.date) -> int:
    """The year of the season in or next to which *today* lies, or of the last or the next one."""
    years = range(today.year - 2, today.year + 3)
    spans = [(day_of(year, *season.start), day_of(year + season.years, *season.end)) for year in years]
    if season.turn == "past":
        return max(start.year for start, end in spans if end < today)
    if season.turn == "future":
        return min(start.year for start, _ in spans if start > today)
    return min(spans, key=lambda span: max((span[0] - today).days, (today - span[1]).days, 0))[0].year


def signed(year: int) -> str:
    """A year in EDTF, with a sign if before Christ."""
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def within(start: dt.date, end: dt.date, days: tuple[int, int]) -> tuple[dt.date, dt.date]:
    """The days *days* of the month from *start* to *end*, counted from its end where they are negative."""
    if days[0] < 0:
        return end + dt.timedelta(days=days[0] + 1), end
    return start.replace(day=days[0]), min(end, start.replace(day=min(days[1], end.day)))
