"""Recurrences: their days, and their RFC 5545 rules."""

from __future__ import annotations

from typing import Any

from ..model._trusted import changed
from ._candidates import Candidate, Day, Here, Months, Nth, Range, Rhythm, Shift, Weekday

__all__ = [
    "announced", "from_day_each", "from_hour_each", "from_month_each", "from_weekday_each", "recurrence_rule",
    "recurring", "stretch_each", "with_point", "with_weekday",
]  # fmt: skip

_FREQUENCIES = (
    ("years", "YEARLY"), ("months", "MONTHLY"), ("weeks", "WEEKLY"), ("days", "DAILY"), ("hours", "HOURLY"),
    ("minutes", "MINUTELY"), ("seconds", "SECONDLY"),
)  # fmt: skip
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrence_rule(candidate: Rhythm) -> str | None:
    """The RFC 5545 rule; None for lunar days, and for lengths of several units or of fractions of one."""
    lengths = [(name, getattr(candidate.every, name)) for name, _ in _FREQUENCIES]
    told = [(name, amount) for name, amount in lengths if amount]
    if candidate.lunar or candidate.loose:
        return None
    if len(told) != 1 or told[0][1] != int(told[0][1]):
        return None
    name, amount = told[0]
    parts = [f"FREQ={dict(_FREQUENCIES)[name]}"]
    if amount != 1:
        parts.append(f"INTERVAL={int(amount)}")
    if candidate.months:
        parts.append("BYMONTH=" + ",".join(map(str, candidate.months)))
    if candidate.days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, candidate.days)))
    if candidate.weekdays:
        place = "" if candidate.nth is None else str(candidate.nth)
        parts.append("BYDAY=" + ",".join(place + _WEEKDAYS[day] for day in candidate.weekdays))
    if candidate.clock is not None:
        parts += [f"BYHOUR={candidate.clock.hour % 24}", f"BYMINUTE={candidate.clock.minute}", "BYSECOND=0"]
    return ";".join(parts)


# A recurrence combined with a point or a list of points ---------------------------------------------


def recurring(point: Any, rhythm: Rhythm) -> Candidate | None:
    if isinstance(point, Here):
        return changed(rhythm, clock=point.clock) if rhythm.clock is None else None
    if rhythm.weekdays or rhythm.days or (rhythm.months and not isinstance(point, Nth)):
        return None
    if isinstance(point, Weekday):
        return changed(rhythm, weekdays=(point.weekday,), clock=point.clock)
    if isinstance(point, Months):
        months = tuple(range(point.first, point.last + 1))
        return changed(rhythm, months=months, lunar=point.lunar, loose=point.days is not None)
    if isinstance(point, Nth):
        return _nth_each(point, rhythm)
    if point.year is not None or not isinstance(point.day, int) or isinstance(point.month, Shift):
        return None
    months = (point.month,) if point.month else ()
    return changed(rhythm, days=(point.day,), months=months, lunar=point.lunar, clock=point.clock)


def announced(rhythm: Rhythm, point: Any) -> Candidate | None:
    """``Hằng năm, cứ đến ngày 21/6``: a point of the recurring unit, not of a larger one."""
    every = rhythm.every
    if isinstance(point, Day) and bool(every.years) != bool(point.month):
        return None
    needed: dict[type[Any], Any] = {
        Day: every.years or every.months,
        Months: every.years,
        Nth: every.years or every.months,
        Weekday: every.weeks,
        Here: every.days,
    }
    if not needed[type(point)] or rhythm.times or getattr(point, "year", None) is not None:
        return None
    return recurring(point, rhythm)


def _nth_each(point: Nth, rhythm: Rhythm) -> Candidate | None:
    """``thứ Hai đầu tiên hằng tháng``, ``Chủ nhật thứ hai của tháng 5 hằng năm``."""
    months = rhythm.months
    if isinstance(point.of, Months):
        months = tuple(range(point.of.first, point.of.last + 1))
    if point.unit == "weekday" and point.weekday is not None:
        return changed(rhythm, weekdays=(point.weekday,), nth=point.place, months=months)
    if point.unit == "day" and abs(point.place) == 1:
        return changed(rhythm, days=(point.place,), months=months)
    return changed(rhythm, months=months, loose=True)


def with_point(point: Day | Months, rhythm: Rhythm) -> Candidate | None:
    """``ngày 20/6 và 20/12 hằng năm``; a rule can hold it if the days or the months are the same."""
    if isinstance(point, Months):
        alone = point.year is None and point.first == point.last and rhythm.months and not rhythm.days
        return changed(rhythm, months=(point.first, *rhythm.months)) if alone else None
    if point.year is not None or point.lunar != rhythm.lunar or not rhythm.days or len(rhythm.months) > 3:
        return None
    if not isinstance(point.month, int):
        return None if rhythm.months else changed(rhythm, days=(point.day, *rhythm.days))
    if not rhythm.months:
        return None
    same_day, same_month = rhythm.days == (point.day,), rhythm.months == (point.month,)
    days = rhythm.days if same_day else (point.day, *rhythm.days)
    months = rhythm.months if same_month else (point.month, *rhythm.months)
    return changed(rhythm, days=days, months=months, loose=rhythm.loose or not (same_day or same_month))


def from_day_each(point: Any, rhythm: Rhythm) -> Candidate | None:
    """``từ ngày 1 đến ngày 15 hằng tháng``; no rule can hold it across the end of a month."""
    if len(rhythm.days) != 1 or point.year is not None or not isinstance(point.day, int):
        return None
    first, last = point.day, rhythm.days[0]
    month = point.month if isinstance(point.month, int) else None
    if 0 < first <= last and (month is None or rhythm.months == (month,)):
        return changed(rhythm, days=tuple(range(first, last + 1)), span=True)
    return changed(rhythm, days=(), months=(), span=True, loose=True)


def from_month_each(point: Months | Day, rhythm: Rhythm) -> Candidate | None:
    """``từ tháng 6 đến tháng 9 hằng năm``, also across the turn of the year."""
    if len(rhythm.months) != 1 or rhythm.days:
        return None
    if isinstance(point, Day):  # "từ mùng 6 tháng Giêng đến hết tháng 3 âm lịch hằng năm"
        return changed(rhythm, months=(), span=True, loose=True) if point.month else None
    if point.first != point.last or isinstance(point.year, int):
        return None
    last = rhythm.months[0]
    months = tuple(
        (month - 1) % 12 + 1 for month in range(point.first, point.first + (last - point.first) % 12 + 1)
    )
    return changed(rhythm, months=months, span=True)


def from_hour_each(hour: Here, rhythm: Rhythm) -> Candidate | None:
    """``từ 8 giờ sáng đến 5 giờ chiều hằng ngày``."""
    last = rhythm.clock
    if last is None or last.end is not None or hour.clock.end is not None:
        return None
    if (hour.clock.hour, hour.clock.minute) >= (last.hour, last.minute):
        return None
    return changed(rhythm, clock=changed(hour.clock, end=(last.hour, last.minute)), span=True)


def stretch_each(days: Range, rhythm: Rhythm) -> Candidate | None:
    """``từ ngày 13 đến 15 tháng Giêng hằng năm``: the days of one month, each year."""
    first, last = days.first, days.last
    if not isinstance(first, Day) or not isinstance(last, Day) or not rhythm.every.years:
        return None
    if rhythm.days or rhythm.months or first.year is not None or last.year is not None:
        return None
    lunar = first.lunar or last.lunar
    if first.month != last.month or not isinstance(last.month, int) or not 0 < first.day < last.day:
        return changed(rhythm, lunar=lunar, span=True, loose=True)
    inside = tuple(range(first.day, last.day + 1))
    return changed(rhythm, days=inside, months=(last.month,), lunar=lunar, span=True)


def with_weekday(weekday: Weekday, rhythm: Rhythm) -> Candidate | None:
    if not rhythm.weekdays or rhythm.nth or weekday.clock is not None or len(rhythm.weekdays) > 6:
        return None
    return changed(rhythm, weekdays=(weekday.weekday, *rhythm.weekdays))


def from_weekday_each(weekday: Weekday, rhythm: Rhythm) -> Candidate | None:
    """``từ thứ Hai đến thứ Sáu (và thứ Bảy) hằng tuần``."""
    if not rhythm.weekdays or rhythm.nth or weekday.clock is not None or rhythm.span:
        return None
    last, *more = rhythm.weekdays
    stretch = range(weekday.weekday, weekday.weekday + (last - weekday.weekday) % 7 + 1)
    days = [day % 7 for day in stretch]
    if any(day in days for day in more):
        return None
    return changed(rhythm, weekdays=(*days, *more), span=True)
