"""From candidate to value: calendar arithmetic, with no knowledge of how anything was written."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import singledispatch
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta

from ..model import Duration, TimeExpression
from . import _lunar
from ._candidates import (
    Ago,
    Candidate,
    Century,
    Clock,
    Cycle,
    Day,
    Decade,
    Echo,
    Here,
    Lean,
    Length,
    Months,
    Next,
    Now,
    Part,
    Range,
    Rhythm,
    Season,
    Several,
    Shift,
    Step,
    Unit,
    Weekday,
    Year,
)
from ._reader import Reader

__all__ = ["ImpossibleError", "resolve"]

OPEN_DAY = "XXXX-XX-XX"
#: Any leap year: what a day without a year is checked against.
LEAP_YEAR = 2000


class ImpossibleError(Exception):
    """A candidate that stands for nothing: ``31/2``, or one that says nothing alone.

    Attributes:
        reason: Why, in one phrase.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@singledispatch
def resolve(candidate: Candidate, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    """What *candidate* stands for.

    Args:
        candidate: What was read.
        reader: What the document has told so far.
        lean: Which way the words before it make it lean, if any do.

    Raises:
        ImpossibleError: There is no such day or time.
    """
    raise NotImplementedError(type(candidate).__name__)


# Helpers ------------------------------------------------------------------------------------------


def _date(year: int, month: int, day: int) -> dt.date:
    if not 1 <= month <= 12:
        raise ImpossibleError(f"no month {month}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ImpossibleError(f"no day {day} in month {month} of {year}")
    return dt.date(year, month, day)


def _last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _whole(start: dt.date, end: dt.date, edtf: str | None = None, **more: Any) -> TimeExpression:
    return TimeExpression(start=start, end=end, edtf=edtf or interval(start, end), **more)


def interval(start: dt.date | None, end: dt.date | None) -> str | None:
    """The shortest EDTF string for the days *start* to *end*; an open end is ``..``."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        return f"{_bound(start)}/{_bound(end)}"
    if start == end:
        return start.isoformat()
    starts_month, ends_month = start.day == 1, end == _last_of(end.year, end.month)
    if starts_month and ends_month:
        if start.month == 1 and end.month == 12:
            return f"{start.year:04}" if start.year == end.year else f"{start.year:04}/{end.year:04}"
        first, last = f"{start:%Y-%m}".zfill(7), f"{end:%Y-%m}".zfill(7)
        return first if first == last else f"{first}/{last}"
    return f"{start}/{end}"


def _bound(day: dt.date | None) -> str:
    return ".." if day is None else day.isoformat()


def _time(clock: Clock | None) -> dict[str, Any]:
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


def _on(day: dt.date, clock: Clock | None, **more: Any) -> TimeExpression:
    said = _time(clock)
    edtf = day.isoformat()
    if "time" in said:
        edtf = dt.datetime.combine(day, said["time"]).isoformat()
    return TimeExpression(start=day, end=day, edtf=edtf, **said, **more)


def _shifted_year(year: int | Shift | None, reader: Reader) -> int | None:
    if isinstance(year, Shift):
        base = reader.year
        return None if base is None else base + year.by
    return year


def _century_of(short: int, reader: Reader) -> int:
    base = reader.year or 2020
    return min((short + century for century in (1900, 2000, 2100)), key=lambda year: abs(year - base))


# Days ---------------------------------------------------------------------------------------------


@resolve.register
def _day(candidate: Day, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.lunar:
        return lunar_day(candidate, reader, lean)
    month = candidate.month
    if month is None or isinstance(month, Shift):
        return _day_alone(candidate, month, reader, lean)
    year = candidate.year
    if candidate.short_year and isinstance(year, int):
        year = _century_of(year, reader)
    if year is None:
        _date(LEAP_YEAR, month, candidate.day)
        year = reader.year_for((month, candidate.day), (month, candidate.day), candidate.lean or lean)
    else:
        year = _shifted_year(year, reader)  # type: ignore[arg-type]
    if year is None:
        return TimeExpression(edtf=f"XXXX-{month:02}-{candidate.day:02}", **_time(candidate.clock))
    return _on(_date(year, month, candidate.day), candidate.clock)


def _day_alone(candidate: Day, month: Shift | None, reader: Reader, lean: Lean | None) -> TimeExpression:
    number = candidate.day
    base = reader.day
    if month is None and reader.last_day is not None and base is None:
        base = reader.last_day
    if base is None:
        return TimeExpression(edtf=f"XXXX-XX-{number:02}", **_time(candidate.clock))
    first = base.replace(day=1) + relativedelta(months=month.by if month else 0)
    lean = candidate.lean or lean
    if month is None and lean == "past" and number > base.day:
        first -= relativedelta(months=1)
    elif month is None and lean == "future" and number < base.day:
        first += relativedelta(months=1)
    return _on(_date(first.year, first.month, number), candidate.clock)


@resolve.register
def _several(candidate: Several, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    members = [resolve(member, reader, lean) for member in candidate.members]
    return TimeExpression(
        start=members[0].start,
        end=members[-1].end,
        edtf="{" + ",".join(str(member.edtf) for member in members) + "}",
    )


@resolve.register
def _weekday(candidate: Weekday, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today = reader.day
    if today is None:
        return TimeExpression(edtf=OPEN_DAY, **_time(candidate.clock))
    if candidate.week is not None:
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=candidate.week)
        return _on(monday + dt.timedelta(days=candidate.weekday), candidate.clock)
    lean = candidate.lean or lean or ("future" if reader.context.prefer == "future" else "past")
    ahead = (candidate.weekday - today.weekday()) % 7
    if lean == "future":
        return _on(today + dt.timedelta(days=ahead or 7 if candidate.lean else ahead), candidate.clock)
    return _on(today - dt.timedelta(days=(7 - ahead) % 7), candidate.clock)


@resolve.register
def _here(candidate: Here, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    day = reader.last_day or reader.day
    if day is None:
        return TimeExpression(edtf=OPEN_DAY, **_time(candidate.clock))
    return _on(day, candidate.clock)


# Months, years and more ---------------------------------------------------------------------------


@resolve.register
def _months(candidate: Months, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.lunar:
        return lunar_month(candidate, reader, lean)
    first, last = candidate.first, candidate.last
    days = candidate.days or (1, 28)
    year = candidate.year
    if year is None:
        year = reader.year_for((first, max(days[0], 1)), (last, 28), candidate.lean or lean)
    else:
        year = _shifted_year(year, reader)
    if year is None:
        edtf = f"XXXX-{first:02}" if first == last else f"XXXX-{first:02}/XXXX-{last:02}"
        return TimeExpression(edtf=edtf, modifier=candidate.portion)
    start, end = dt.date(year, first, 1), _last_of(year, last)
    if candidate.days:
        start, end = _within(start, end, candidate.days)
        return _whole(start, end)
    if candidate.grain == "quarter":
        return _whole(start, end, f"{year:04}-{33 + first // 3}", modifier=candidate.portion)
    if candidate.grain == "half":
        return _whole(start, end, f"{year:04}-{40 + first // 7}", modifier=candidate.portion)
    return _whole(start, end, modifier=candidate.portion)


def _within(start: dt.date, end: dt.date, days: tuple[int, int]) -> tuple[dt.date, dt.date]:
    if days[0] < 0:
        return end + dt.timedelta(days=days[0] + 1), end
    return start.replace(day=days[0]), min(end, start.replace(day=min(days[1], end.day)))


@resolve.register
def _year(candidate: Year, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.lunar or isinstance(candidate.year, Cycle):
        return lunar_year(candidate, reader)
    found = _shifted_year(candidate.year, reader)
    if found is None:
        return TimeExpression(edtf="XXXX", modifier=candidate.portion)
    if -9999 <= found <= 0:
        return TimeExpression(edtf=_signed(found), modifier=candidate.portion)
    if not 1 <= found <= 9999:
        raise ImpossibleError(f"no year {found}")
    return _whole(dt.date(found, 1, 1), dt.date(found, 12, 31), modifier=candidate.portion)


@resolve.register
def _season(candidate: Season, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    year = _shifted_year(candidate.year, reader)
    if year is None:
        return TimeExpression(edtf="XXXX", modifier="approximate")
    start, end = _date(year, *candidate.start), _date(year + candidate.years, *candidate.end)
    return _whole(start, end, modifier="approximate")


@resolve.register
def _decade(candidate: Decade, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    first, last = candidate.first, candidate.last
    if first < 100:
        base = reader.year or 2020
        if candidate.century is not None:
            start = ((base - 1) // 100 + candidate.century.by) * 100
        else:
            start = next(c for c in range(base // 100 * 100, 0, -100) if c + first < base)
        first, last = start + first, None if last is None else start + last
    end = (last if last is not None else first) + 9
    edtf = f"{first // 10}X" if last is None else None
    return _whole(dt.date(first, 1, 1), dt.date(end, 12, 31), edtf, modifier=candidate.portion)


@resolve.register
def _century(candidate: Century, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    number = candidate.number
    if isinstance(number, Shift):
        base = reader.year
        if base is None:
            return TimeExpression(edtf="XXXX", modifier=candidate.portion)
        number = (base - 1) // 100 + 1 + number.by
    if candidate.before:
        first, last = 1 - number * 100, -(number - 1) * 100
        return TimeExpression(edtf=f"{_signed(first)}/{_signed(last)}", modifier=candidate.portion)
    start, end = dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31)
    return _whole(start, end, modifier=candidate.portion)


def _signed(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


# The lunar calendar --------------------------------------------------------------------------------

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
    return _shifted_year(year, reader)


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
        return TimeExpression(edtf=OPEN_DAY, calendar="lunar", **_time(candidate.clock))
    found = _nearest_lunar(candidate, reader, lean)
    if found is None:
        if not 1 <= candidate.month <= 12 or not -1 <= candidate.day <= 30:
            raise ImpossibleError(f"no lunar day {candidate.day}/{candidate.month}")
        return TimeExpression(edtf=OPEN_DAY, calendar="lunar", **_time(candidate.clock))
    return _on(found[0], candidate.clock, calendar="lunar")


def lunar_month(candidate: Months, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The Gregorian days of a lunar month."""
    found = _nearest_lunar(candidate, reader, lean)
    if found is None:
        return TimeExpression(edtf=OPEN_DAY, calendar="lunar", modifier=candidate.portion)
    return _whole(*found, calendar="lunar", modifier=candidate.portion)


def lunar_year(candidate: Year, reader: Reader) -> TimeExpression:
    """The Gregorian days of a lunar year, from its Tết to the eve of the next."""
    said = _lunar_year(candidate, reader)
    assert said is not None
    try:
        year = _lunar.year_of_lunar(said)
    except ValueError as error:
        raise ImpossibleError(str(error)) from None
    return _whole(year.first, year.last, calendar="lunar", modifier=candidate.portion)


# Relative -----------------------------------------------------------------------------------------

_DELTAS: dict[Unit, str] = {
    "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years",
}  # fmt: skip


def unit_of(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    """The whole day, week (Monday to Sunday), month, quarter or year that holds *day*."""
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), _last_of(day.year, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return dt.date(day.year, first, 1), _last_of(day.year, first + 2)
    if unit == "year":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return day, day


def moved(day: dt.date, unit: Unit, by: int) -> dt.date:
    """*day* moved *by* units; a day that the month lacks becomes its last.

    Raises:
        ImpossibleError: The calendar ends before that.
    """
    unit, by = ("month", by * 3) if unit == "quarter" else (unit, by)
    try:
        return day + relativedelta(**{_DELTAS[unit]: by})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        raise ImpossibleError("no such year in the calendar") from None


@resolve.register
def _step(candidate: Step, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today = reader.day
    if today is None:
        open_form = "XXXX-XX" if candidate.unit == "month" else OPEN_DAY
        return TimeExpression(edtf=open_form, modifier=candidate.portion, **_time(candidate.clock))
    start, end = unit_of(moved(today, candidate.unit, candidate.by), candidate.unit)
    if candidate.unit == "day":
        return _on(start, candidate.clock)
    if candidate.unit == "quarter":
        return _whole(start, end, f"{start.year:04}-{33 + start.month // 3}", modifier=candidate.portion)
    return _whole(start, end, modifier=candidate.portion)


@resolve.register
def _ago(candidate: Ago, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today = reader.day
    length = Duration(**{_DELTAS[candidate.unit]: abs(candidate.amount)})  # type: ignore[arg-type]
    if today is None:
        return TimeExpression(duration=length)
    if candidate.unit in ("second", "minute", "hour"):
        moment = reader.context.published
        if not isinstance(moment, dt.datetime):
            return TimeExpression(duration=length)
        moment = moment + relativedelta(**{_DELTAS[candidate.unit]: candidate.amount})  # type: ignore[arg-type]
        return _on(moment.date(), None)
    return _whole(*unit_of(moved(today, candidate.unit, candidate.amount), candidate.unit))


@resolve.register
def _next(candidate: Next, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today, unit, amount = reader.day, candidate.unit, candidate.amount
    length = Duration(**{_DELTAS[unit]: abs(amount)})  # type: ignore[arg-type]
    if today is None or amount == 0:
        return TimeExpression(duration=length)
    if unit in ("second", "minute", "hour"):
        return _hours_around(amount, unit, reader, length)
    if amount < 0:
        start, _ = unit_of(moved(today, unit, amount + 1), unit)
        return _whole(start, unit_of(today, unit)[1], duration=length)
    start, _ = unit_of(moved(today, unit, 1), unit)
    return _whole(start, unit_of(moved(today, unit, amount), unit)[1], duration=length)


def _hours_around(amount: int, unit: Unit, reader: Reader, length: Duration) -> TimeExpression:
    """Hours reach into the day before or behind; a reference without a clock counts from noon."""
    moment = reader.context.published
    if not isinstance(moment, dt.datetime):
        assert moment is not None
        moment = dt.datetime.combine(moment, dt.time(12))
    other = moment + relativedelta(**{_DELTAS[unit]: amount})  # type: ignore[arg-type]
    start, end = sorted((moment.date(), other.date()))
    return _whole(start, end, duration=length)


@resolve.register
def _echo(candidate: Echo, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.unit == "period":
        if reader.last_period is None:
            raise ImpossibleError("no period was named before")
        start, end = (moved(bound, "year", candidate.by) for bound in reader.last_period)
        if (
            end == end.replace(day=28)
            or (end + dt.timedelta(days=1)).day != 1 == (reader.last_period[1] + dt.timedelta(days=1)).day
        ):
            end = _last_of(end.year, end.month)
        return _whole(start, end)
    if candidate.length is not None and reader.last_day is None:
        return TimeExpression(duration=candidate.length)
    base = reader.last_day or reader.day
    if base is None and candidate.unit == "year" and reader.year:
        base = dt.date(reader.year, 1, 1)
    if base is None:
        return TimeExpression(edtf="XXXX" if candidate.unit == "year" else OPEN_DAY, **_time(candidate.clock))
    start, end = unit_of(moved(base, candidate.unit, candidate.by), candidate.unit)
    return _on(start, candidate.clock) if start == end else _whole(start, end)


# Stretches ----------------------------------------------------------------------------------------


@resolve.register
def _range(candidate: Range, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    first, last = candidate.first, candidate.last
    if isinstance(last, Now) or isinstance(first, Now):
        return _with_now(first, last, reader, lean)
    assert first is not None
    assert last is not None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return _weekdays(first, last, reader, lean)
    borrowed = getattr(first, "year", 0) is None
    first, last = _shared(first, last)
    ending = resolve(last, reader, lean)
    begun = resolve(_year_before(first, last, ending), reader, lean)
    if begun.start and ending.end and begun.start > ending.end:
        begun = _a_year_back(begun) if borrowed else begun
        if begun.start and begun.start > ending.end:
            raise ImpossibleError("ends before it starts")
    if begun.start is None and ending.end is None:
        return TimeExpression(edtf=f"{_edge(begun.edtf, 0)}/{_edge(ending.edtf, -1)}")
    times: dict[str, Any] = {}
    if begun.time and ending.time and begun.start == ending.end and begun.time < ending.time:
        times = {"hours": (begun.time, ending.time)}
    return TimeExpression(
        start=begun.start, end=ending.end, edtf=_interval_of(begun, ending), calendar=ending.calendar, **times
    )


def _weekdays(first: Weekday, last: Weekday, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The second is the next such day behind the first."""
    begun = resolve(
        attrs.evolve(first, week=first.week if first.week is not None else last.week), reader, lean
    )
    if begun.start is None:
        return TimeExpression(edtf=OPEN_DAY)
    end = begun.start + dt.timedelta(days=(last.weekday - first.weekday) % 7)
    return _whole(begun.start, end)


def _edge(edtf: str | None, place: int) -> str:
    return (edtf or "XXXX-XX-XX").split("/")[place].split("T")[0]


def _interval_of(begun: TimeExpression, ending: TimeExpression) -> str | None:
    return interval(begun.start, ending.end)


def _shared(first: Any, last: Any) -> tuple[Any, Any]:
    """Both ends with what one of them alone says: the month, the year."""
    if isinstance(first, Day) and isinstance(last, Day) and first.month is None and last.month is not None:
        first = attrs.evolve(first, month=last.month)
    if isinstance(first, Day) and isinstance(last, Months) and first.month is None:
        first = attrs.evolve(first, month=last.first)
    for name in ("year",):
        if hasattr(first, name) and hasattr(last, name):
            if first.year is None and last.year is not None:
                first = attrs.evolve(first, year=last.year, **_short(first, last))
            elif last.year is None and first.year is not None:
                last = attrs.evolve(last, year=first.year, **_short(last, first))
    return first, last


def _short(part: Any, other: Any) -> dict[str, bool]:
    return {"short_year": other.short_year} if isinstance(part, Day) and isinstance(other, Day) else {}


def _year_before(first: Any, last: Any, ending: TimeExpression) -> Any:
    """*first* with the year of *ending* where neither end says one."""
    if getattr(first, "year", 0) is None and getattr(last, "year", 0) is None and ending.end:
        return attrs.evolve(first, year=ending.end.year)
    return first


def _a_year_back(begun: TimeExpression) -> TimeExpression:
    """``từ 28/12 đến 5/1/2021``: the first month belongs to the year before."""
    if begun.start is None or begun.end is None:
        return begun
    start, end = moved(begun.start, "year", -1), moved(begun.end, "year", -1)
    return attrs.evolve(begun, start=start, end=end, edtf=interval(start, end))


def _with_now(
    first: Candidate | None, last: Candidate | None, reader: Reader, lean: Lean | None
) -> TimeExpression:
    if isinstance(last, Now):
        begun = resolve(first, reader, "past") if first is not None and not isinstance(first, Now) else None
        start, end = begun.start if begun else None, reader.day
        if start and end and start > end:
            end = None
        if begun and start is None:
            return TimeExpression(edtf=begun.edtf, end=end)
    else:
        if last is None:
            raise ImpossibleError("says no other end")
        start, end = reader.day, resolve(last, reader, lean).end
        if start and end and start > end:
            start = None
    if start is None and end is None:
        raise ImpossibleError("neither end is known")
    return TimeExpression(start=start, end=end, edtf=interval(start, end))


# Lengths and rhythms ------------------------------------------------------------------------------


@resolve.register
def _length(candidate: Length, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    return TimeExpression(duration=candidate.low, duration_max=candidate.high)


@resolve.register
def _rhythm(candidate: Rhythm, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    return TimeExpression(
        every=candidate.every,
        times=candidate.times,
        rule=None if candidate.lunar else recurrence_rule(candidate),
        calendar="lunar" if candidate.lunar else None,
    )


_FREQUENCIES = (
    ("years", "YEARLY"), ("months", "MONTHLY"), ("weeks", "WEEKLY"), ("days", "DAILY"), ("hours", "HOURLY"),
    ("minutes", "MINUTELY"), ("seconds", "SECONDLY"),
)  # fmt: skip
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrence_rule(candidate: Rhythm) -> str | None:
    """The RFC 5545 rule; None for lengths of more than one unit or of parts of one."""
    lengths = [(name, getattr(candidate.every, name)) for name, _ in _FREQUENCIES]
    told = [(name, amount) for name, amount in lengths if amount]
    if len(told) != 1 or told[0][1] != int(told[0][1]):
        return None
    name, amount = told[0]
    parts = [f"FREQ={dict(_FREQUENCIES)[name]}"]
    if amount != 1:
        parts.append(f"INTERVAL={int(amount)}")
    if candidate.month is not None:
        parts.append(f"BYMONTH={candidate.month}")
    if candidate.day is not None:
        parts.append(f"BYMONTHDAY={candidate.day}")
    if candidate.weekdays:
        parts.append("BYDAY=" + ",".join(WEEKDAYS[day] for day in candidate.weekdays))
    if candidate.clock is not None:
        parts += [f"BYHOUR={candidate.clock.hour % 24}", f"BYMINUTE={candidate.clock.minute}", "BYSECOND=0"]
    return ";".join(parts)


@resolve.register
def _part(candidate: Part, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    raise ImpossibleError("a part of a day or unit that is not named")
