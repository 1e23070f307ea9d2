"""The builders of the joins: what two neighbours make together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from ..model import Duration
from ..model._trusted import changed
from ._candidates import (
    Candidate,
    Cycle,
    Day,
    Echo,
    Here,
    Length,
    Months,
    Now,
    Nth,
    Part,
    Range,
    Rhythm,
    Several,
    Step,
    Weekday,
    Year,
)
from ._patterns import in_part

__all__ = [
    "added",
    "dated",
    "eve_of",
    "from_now",
    "hyphened",
    "in_week",
    "lengths",
    "lunar",
    "lunar_year",
    "named_and_printed",
    "of_cycle",
    "of_day",
    "of_year",
    "open_ended",
    "portioned",
    "stretch",
    "today",
    "until_now",
    "with_clock",
    "within",
]


def with_clock(clock: Here, other: Any) -> Candidate | None:
    if other.clock is not None:
        return None
    time = clock.clock
    if time.part is None and other.part is not None:
        time = in_part(time, other.part)
    return _certain(other, clock=time, part=other.part or time.part)


def _certain(candidate: Any, **fields: Any) -> Candidate:
    """*candidate* with other *fields*, and without a doubt about it."""
    if not getattr(candidate, "sure", True):
        fields["sure"] = True
    made: Candidate = changed(candidate, **fields) if fields else candidate
    return made


def of_day(part: Part, other: Any) -> Candidate | None:
    if isinstance(other, Rhythm) and not (other.weekdays or other.days):
        return None
    if part.portion or part.onward or part.lunar:
        return None
    if isinstance(other, Range) and not _in_one_month(other):
        return _certain(other)
    return _certain(other, part=part.part)


def _in_one_month(days: Range) -> bool:
    ends = (days.first, days.last)
    return all(isinstance(end, Day) for end in ends) and len({end.month for end in ends}) == 1  # type: ignore[union-attr]


def portioned(part: Part, other: Any) -> Candidate | None:
    if part.portion is None or (isinstance(other, Months) and other.grain == "span"):
        return None
    if isinstance(other, Range) and (isinstance(other.first, Now) or isinstance(other.last, Now)):
        return None
    return _certain(other, portion=part.portion)


def dated(weekday: Weekday, day: Day) -> Candidate | None:
    if day.weekday is not None or weekday.week is not None:
        return None
    clock, part = day.clock or weekday.clock, day.part or weekday.part
    return changed(day, weekday=weekday.weekday, clock=clock, part=part, sure=True)


def of_year(part: Any, year: Year | Echo) -> Candidate | None:
    if isinstance(year, Echo):  # "ngày 31/1 của năm tiếp theo"
        apart = year.unit != "year" or year.by == 0 or year.length is not None or part.lunar
        return None if apart or part.year is not None else _certain(part, year=year)
    if part.year is not None or year.portion is not None:
        return None
    if isinstance(year.year, Cycle) or year.lunar:  # "ngày 7/8 năm Canh Tý" is of the lunar calendar
        return _certain(part, year=year.year, lunar=True) if hasattr(part, "lunar") else None
    # "ngày 7 tháng 5 năm 54" is of the last century, "năm 40 sau Công nguyên" of its own.
    short = isinstance(year.year, int) and 0 < year.year < 100 and not year.sure
    return _certain(part, year=year.year, short_year=short)


def in_week(weekday: Weekday, week: Step) -> Candidate | None:
    if week.unit != "week" or week.portion is not None:
        return None
    return changed(weekday, week=week.by, sure=True)


def today(step: Step, day: Day) -> Candidate | None:
    if step.unit != "day":
        return None
    clock, part = day.clock or step.clock, day.part or step.part
    return changed(day, sure=True, clock=clock, part=part, from_today=step.by)


def within(nth: Nth, holder: Any) -> Candidate | None:
    if nth.of is not None or holder.portion is not None or getattr(holder, "lunar", False):
        return None
    return changed(nth, of=holder) if _holds(nth, holder) else None


def _holds(nth: Nth, holder: Any) -> bool:
    """Whether *holder* is the larger unit of the two."""
    if isinstance(holder, Year) or nth.unit in ("day", "weekday"):
        return not (isinstance(holder, Step) and holder.unit not in ("month", "quarter"))
    months = holder.last - holder.first if isinstance(holder, Months) else {"quarter": 2}.get(holder.unit, 0)
    return nth.unit == "week" or (nth.unit == "month" and months > 0)


def lunar(point: Any, mark: Part) -> Candidate | None:
    if not mark.lunar and not mark.leap:
        return None
    if isinstance(point, Rhythm):
        return changed(point, lunar=True)
    if isinstance(point, Range | Several):
        return _all_lunar(point)
    return _certain(point, lunar=True, leap=point.leap or mark.leap)


def lunar_year(days: Range, year: Year) -> Candidate | None:
    """``từ mùng 4 đến mùng 10 tháng Giêng`` + ``năm Đinh Dậu``: the year is that of both."""
    ends: tuple[Any, ...] = (days.first, days.last)
    if not isinstance(year.year, Cycle) or not all(isinstance(end, Day) and end.year is None for end in ends):
        return None
    first, last = (changed(end, year=year.year, lunar=True) for end in ends)
    return changed(days, first=first, last=last)


def _all_lunar(days: Range | Several) -> Candidate | None:
    """``từ mùng 3 đến mùng 6 tháng Hai âm lịch``: the mark at the end holds for every day."""
    members: tuple[Any, ...] = (days.first, days.last) if isinstance(days, Range) else days.members
    if not all(isinstance(member, Day) for member in members):
        return None
    marked: list[Any] = [changed(member, lunar=True) for member in members]
    if isinstance(days, Range):
        return changed(days, first=marked[0], last=marked[1])
    return changed(days, members=tuple(marked))


def named_and_printed(name: Day, day: Day) -> Candidate | None:
    if not name.named or day.named or name.lunar or (name.day, name.month) != (day.day, day.month):
        return None
    return changed(day, sure=True)


def of_cycle(point: Any, year: Year) -> Candidate | None:
    if not isinstance(point.year, Cycle) or not isinstance(year.year, int):
        return None
    return _certain(point, year=year.year, lunar=True)


def eve_of(eve: Day, tet: Day) -> Candidate | None:
    if not (eve.tet and tet.tet) or eve.year is not None or (tet.day, tet.month) != (1, 1):
        return None
    return changed(eve, year=tet.year, sure=True)


def added(length: Length, rest: Length) -> Candidate | None:
    """``2 năm 3 tháng`` + ``5 ngày``: each unit is smaller than those before."""
    first, second = _units(length.low), _units(rest.low)
    if length.high is not None or rest.high is not None or not first or not second or first[-1] >= second[0]:
        return None
    parts = {name: getattr(length.low, name) + getattr(rest.low, name) for name in _PARTS}
    return Length(low=Duration(**parts))


_PARTS = [field.name for field in attrs.fields(Duration)]


def _units(length: Duration) -> list[int]:
    """The places of the units in *length*, the largest first."""
    return [place for place, name in enumerate(_PARTS) if getattr(length, name)]


def lengths(low: Length, high: Length) -> Candidate | None:
    if low.high is not None or high.high is not None:
        return None
    return Length(low=low.low, high=high.low) if _seconds(low.low) < _seconds(high.low) else None


def _seconds(length: Duration) -> Decimal:
    days = length.years * 365 + length.months * 30 + length.weeks * 7 + length.days
    return days * 86400 + length.hours * 3600 + length.minutes * 60 + length.seconds


def stretch(first: Any, last: Any) -> Candidate | None:
    if isinstance(first, Weekday) and not first.sure and not isinstance(last, Weekday):
        return None  # "đợt tiêm thứ 3 đến ngày 12/9"
    if isinstance(first, Here) and not isinstance(last, Here):
        return Range(first=first, last=last) if getattr(last, "clock", None) else None
    if isinstance(last, Here) and not isinstance(first, Here):
        return _until_hour(first, last)
    return Range(first=first, last=last)


def _until_hour(first: Any, last: Here) -> Candidate | None:
    """``từ 9h ngày 16/12 đến 17h``: a later hour alone is one of the same day."""
    clock = getattr(first, "clock", None)
    if (
        clock is None
        or clock.end is not None
        or (last.clock.hour, last.clock.minute) <= (clock.hour, clock.minute)
    ):
        return None
    return Range(first=first, last=changed(first, clock=last.clock))


def hyphened(first: Any, last: Any) -> Candidate | None:
    if type(first) is not type(last) or isinstance(first, Here | Echo):
        return None
    if isinstance(first, Day) and (first.month is None or not (first.sure or last.sure or last.year)):
        return None
    if isinstance(first, Day) and first.lunar != last.lunar:  # one day by two calendars
        return None
    return stretch(first, last)


def until_now(first: Any, now: Range) -> Candidate | None:
    if now.first is not None or not isinstance(now.last, Now):
        return None
    if isinstance(first, Range) and isinstance(first.last, Now):  # "đến nay đến nay …" nests no deeper
        return None
    return Range(first=first, last=Now())


def open_ended(point: Any, part: Part) -> Candidate | None:
    return Range(first=point, last=None) if part.onward and not isinstance(point, Here) else None


def from_now(now: Range, last: Any) -> Candidate | None:
    return Range(first=Now(), last=last) if now.last is None and isinstance(now.first, Now) else None
