"""From a candidate to its value: calendar arithmetic, without knowledge of the wording."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from dateutil.relativedelta import relativedelta

from ..model import TimeExpression
from ..model._trusted import changed
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
    Nth,
    Part,
    Range,
    Rhythm,
    Season,
    Several,
    Shift,
    Step,
    Week,
    Weekday,
    Year,
)
from ._counted import ago, following, step
from ._eras import century, decade, week
from ._lunar import to_lunar
from ._lunar_value import lunar_day, lunar_month, lunar_year
from ._reader import Reader
from ._recurrence import recurrence_rule
from ._value import (
    OPEN_DAY,
    ImpossibleError,
    clock_fields,
    day_of,
    expression,
    from_to,
    full_year,
    interval,
    last_of,
    moved,
    night,
    nth_of,
    on_day,
    possible_day,
    season_year,
    shifted_year,
    signed,
    unit_of,
    whole,
    within,
)

__all__ = ["resolve"]


def resolve(candidate: Candidate, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    """The value of *candidate*.

    Args:
        candidate: The candidate to resolve.
        reader: What is known from the document so far.
        lean: The direction that the words before it give it, if any.

    Raises:
        ImpossibleError: There is no such day or time.
    """
    value = _RESOLVERS[type(candidate)](candidate, reader, lean)
    part = getattr(candidate, "part", None)
    return value if part is None else changed(value, part_of_day=part)


# Days ---------------------------------------------------------------------------------------------


def _day(candidate: Day, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.counted:
        reader.inferred["year"] = "count"
    if candidate.lunar:
        return lunar_day(candidate, reader, lean)
    month = candidate.month
    if month is None or isinstance(month, Shift):
        return _day_alone(candidate, month, reader, lean)
    year = candidate.year
    if candidate.short_year and isinstance(year, int):
        year = full_year(year, reader)
        reader.inferred["century"] = "published" if reader.day else "default"
    if not isinstance(year, int):
        possible_day(month, candidate.day)
    if year is None:
        at = (month, candidate.day)
        year = reader.year_for(at, at, lean, deictic=candidate.lean)
    else:
        year = shifted_year(year, reader)  # type: ignore[arg-type]
    if year is None:
        return expression(edtf=f"XXXX-{month:02}-{candidate.day:02}", **clock_fields(candidate.clock))
    return on_day(day_of(year, month, candidate.day), candidate.clock)


def _day_alone(candidate: Day, month: Shift | None, reader: Reader, lean: Lean | None) -> TimeExpression:
    number = candidate.day
    base, reason = reader.day, "published"
    if month is None and reader.last_day is not None and base is None:
        base, reason = reader.last_day, "text"
    if base is not None:
        reader.inferred |= {"year": reason, "month": reason}
    if base is None:
        return expression(edtf=f"XXXX-XX-{number:02}", **clock_fields(candidate.clock))
    first = base.replace(day=1) + relativedelta(months=month.by if month else 0)
    lean = candidate.lean or lean
    if month is None and lean == "past" and number > base.day:
        first -= relativedelta(months=1)
    elif month is None and lean == "future" and number < base.day:
        first += relativedelta(months=1)
    return on_day(day_of(first.year, first.month, number), candidate.clock)


def _several(candidate: Several, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    last = resolve(candidate.members[-1], reader, lean)
    members = [resolve(_year_before(member, member, last), reader, lean) for member in candidate.members[:-1]]
    members.append(last)
    return expression(
        start=members[0].start,
        end=members[-1].end,
        edtf="{" + ",".join(str(member.edtf) for member in members) + "}",
    )


def _weekday(candidate: Weekday, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today = reader.day
    if today is None:
        return expression(edtf=OPEN_DAY, **clock_fields(candidate.clock))
    reader.inferred["day"] = "published"
    if candidate.week is not None:
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=candidate.week)
        return on_day(monday + dt.timedelta(days=candidate.weekday), candidate.clock)
    lean = candidate.lean or lean or ("future" if reader.context.prefer == "future" else "past")
    ahead = (candidate.weekday - today.weekday()) % 7
    if lean == "future":
        return on_day(today + dt.timedelta(days=ahead or 7 if candidate.lean else ahead), candidate.clock)
    return on_day(today - dt.timedelta(days=(7 - ahead) % 7), candidate.clock)


def _here(candidate: Here, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    day, part = reader.last_day or reader.day, candidate.clock.part
    if day is None:
        return expression(edtf=OPEN_DAY, part_of_day=part, **clock_fields(candidate.clock))
    reader.inferred["day"] = "text" if reader.last_day else "published"
    if reader.last_day is None:
        day = _preferred_day(day, candidate.clock, reader)
    return on_day(day, candidate.clock, part_of_day=part)


def _preferred_day(day: dt.date, clock: Clock, reader: Reader) -> dt.date:
    """The day on which *clock* lies on the side of the reference time that the caller prefers."""
    moment = reader.context.published
    if reader.preference is None or not isinstance(moment, dt.datetime):
        return day
    now, then = (moment.hour, moment.minute), (clock.hour, clock.minute)
    if reader.preference == "future" and then < now:
        return moved(day, "day", 1)
    return moved(day, "day", -1) if reader.preference == "past" and then > now else day


# Months, years and more ---------------------------------------------------------------------------


def _fiscal_year(candidate: Months) -> str:
    """The year in or near which months of a fiscal year lie; which months they are is unknown."""
    return "XXXX" if candidate.year is None else f"{candidate.year:04}?"


def _months(candidate: Months, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.lunar:
        return lunar_month(candidate, reader, lean)
    if candidate.fiscal:
        return expression(edtf=_fiscal_year(candidate), modifier=candidate.portion)
    first, last = candidate.first, candidate.last
    days = candidate.days or (1, 28)
    year = candidate.year
    if candidate.short_year and isinstance(year, int):
        year = full_year(year, reader)
    if year is None and candidate.running:  # its latest month is over, or nearly
        year = reader.year_for((last, 1), (last, 28), "past")
    elif year is None:
        year = reader.year_for((first, max(days[0], 1)), (last, 28), lean, deictic=candidate.lean)
    else:
        year = shifted_year(year, reader)
    if year is None:
        edtf = f"XXXX-{first:02}" if first == last else f"XXXX-{first:02}/XXXX-{last:02}"
        return expression(edtf=edtf, modifier=candidate.portion)
    start, end = day_of(year, first, 1), last_of(year, last)
    if candidate.days:
        start, end = within(start, end, candidate.days)
        return whole(start, end)
    if candidate.grain == "quarter":
        return whole(start, end, f"{year:04}-{33 + first // 3}", modifier=candidate.portion)
    if candidate.grain == "half":
        return whole(start, end, f"{year:04}-{40 + first // 7}", modifier=candidate.portion)
    return whole(start, end, modifier=candidate.portion)


def _year(candidate: Year, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.lunar or isinstance(candidate.year, Cycle):
        return lunar_year(candidate, reader)
    found = shifted_year(candidate.year, reader)
    if found is None:
        return expression(edtf="XXXX", modifier=candidate.portion)
    if -9999 <= found <= 0:
        return expression(edtf=signed(found), modifier=candidate.portion)
    if not 1 <= found <= 9999:
        raise ImpossibleError(f"no year {found}")
    return whole(dt.date(found, 1, 1), dt.date(found, 12, 31), f"{found:04}", modifier=candidate.portion)


def _season(candidate: Season, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    year = shifted_year(candidate.year, reader)
    if candidate.year is None and reader.day is not None:
        year = season_year(candidate, reader.day)
        reader.inferred["year"] = "published"
    if year is None:
        return expression(edtf="XXXX", modifier=candidate.portion or "approximate")
    start, end = day_of(year, *candidate.start), day_of(year + candidate.years, *candidate.end)
    return whole(start, end, modifier=candidate.portion or "approximate")


def _nth(candidate: Nth, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.of is None:
        raise ImpossibleError("the larger unit that it is counted in is not named")
    holder = resolve(candidate.of, reader, lean)
    if holder.start is None or holder.end is None:
        return expression(edtf=OPEN_DAY)
    return whole(*nth_of(candidate, holder.start, holder.end))


# Relative -----------------------------------------------------------------------------------------


def _echo(candidate: Echo, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    if candidate.unit == "period":
        return _same_period(candidate, reader, lean)
    if candidate.length is not None and reader.last_day is None:
        return expression(duration=candidate.length)
    unit = candidate.unit
    # so với tháng trước và cùng tháng năm trước: of the month before both
    named = reader.last_day if unit == "day" else reader.before_last(unit) or reader.last_start
    base = named or reader.day
    reason = "text" if named else "published"
    if base is None and candidate.unit == "year" and reader.year:
        base, reason = dt.date(reader.year, 1, 1), "document"
    if base is None:
        return expression(
            edtf="XXXX" if candidate.unit == "year" else OPEN_DAY, **clock_fields(candidate.clock)
        )
    reader.inferred[candidate.unit] = reason
    start, end = unit_of(moved(base, candidate.unit, candidate.by), candidate.unit)
    if start == end:
        return on_day(start, candidate.clock)
    quarter = f"{start.year:04}-{33 + start.month // 3}" if candidate.unit == "quarter" else None
    return whole(start, end, quarter)


def _same_period(candidate: Echo, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The stretch that the text named last, moved to another year; that whole year if it named none."""
    period = reader.measured
    if period is None:
        if candidate.of is not None:
            return resolve(Year(year=candidate.of), reader, lean)
        if candidate.year:
            return resolve(Year(year=Shift(candidate.by)), reader, lean)
        raise ImpossibleError("no period was named before")
    reader.inferred["period"] = "text"
    by = candidate.by if candidate.of is None else candidate.of - period[0].year
    start, end = (moved(bound, "year", by) for bound in period)
    if (period[1] + dt.timedelta(days=1)).day == 1:
        end = last_of(end.year, end.month)
    return whole(start, end)


# Stretches ----------------------------------------------------------------------------------------


def _range(candidate: Range, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    value = _stretch(candidate, reader, lean)
    bounded = (value.start is None) == (value.end is None)
    if candidate.portion is None or not bounded or (value.start is not None and value.start == value.end):
        return value
    return changed(value, modifier=candidate.portion)


def _stretch(candidate: Range, reader: Reader, lean: Lean | None) -> TimeExpression:
    first, last = candidate.first, candidate.last
    if isinstance(last, Now) or isinstance(first, Now):
        return _with_now(first, last, reader, lean)
    if first is None or last is None:
        return _open_ended(first, reader, lean)
    if isinstance(first, Here) and not isinstance(last, Here):
        return night(first.clock, resolve(last, reader, lean))
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return _weekdays(first, last, reader, lean)
    borrowed = getattr(first, "year", 0) is None
    first, last = _shared(first, last)
    ending = resolve(last, reader, lean)
    begun = resolve(_year_before(first, last, ending), reader, lean)
    if borrowed and _after(begun, ending):
        begun = _a_year_back(first, begun, reader)
    if _after(begun, ending):
        raise ImpossibleError("ends before it starts")
    if begun.start is None and ending.end is None:
        return expression(edtf=f"{_edge(begun.edtf, 0)}/{_edge(ending.edtf, -1)}")
    return from_to(begun, ending)


def _open_ended(first: Candidate | None, reader: Reader, lean: Lean | None) -> TimeExpression:
    """``từ năm 2021 trở đi``: the end is open."""
    if first is None:
        raise ImpossibleError("says no beginning")
    point = resolve(first, reader, lean)
    edtf = interval(point.start, None) or f"{_edge(point.edtf, 0)}/.."
    return expression(start=point.start, edtf=edtf, calendar=point.calendar)


def _after(begun: TimeExpression, ending: TimeExpression) -> bool:
    return bool(begun.start and ending.end and begun.start > ending.end)


def _weekdays(first: Weekday, last: Weekday, reader: Reader, lean: Lean | None) -> TimeExpression:
    """The second is the next such day after the first."""
    begun = resolve(changed(first, week=first.week if first.week is not None else last.week), reader, lean)
    if begun.start is None:
        return expression(edtf=OPEN_DAY)
    end = begun.start + dt.timedelta(days=(last.weekday - first.weekday) % 7)
    return whole(begun.start, end)


def _edge(edtf: str | None, place: int) -> str:
    return (edtf or "XXXX-XX-XX").split("/")[place].split("T")[0]


def _shared(first: Any, last: Any) -> tuple[Any, Any]:
    """Both ends, completed with what only one of them states: the month and its calendar, the year."""
    if isinstance(first, Day) and first.month is None and isinstance(last, Day | Months):
        month = last.month if isinstance(last, Day) else last.first
        tet = isinstance(last, Day) and last.tet
        first = changed(first, month=month, lunar=last.lunar, leap=last.leap, tet=tet)
    if isinstance(first, Echo) or isinstance(last, Echo) or _of_two_calendars(first, last):
        return first, last
    if hasattr(first, "year") and hasattr(last, "year"):
        if first.year is None and last.year is not None:
            first = changed(first, year=last.year, **_short(first, last))
        elif last.year is None and first.year is not None:
            last = changed(last, year=first.year, **_short(last, first))
    return first, last


def _of_two_calendars(first: Any, last: Any) -> bool:
    """Whether one end is a day of the lunar calendar and the other is not: ``từ 25/1 đến mùng 5 Tết``."""
    return _is_lunar(first) != _is_lunar(last)


def _is_lunar(part: Any) -> bool:
    return bool(getattr(part, "lunar", False)) or isinstance(getattr(part, "year", None), Cycle)


def _short(part: Any, other: Any) -> dict[str, bool]:
    return {"short_year": other.short_year} if isinstance(part, Day) and isinstance(other, Day) else {}


def _year_before(first: Any, last: Any, ending: TimeExpression) -> Any:
    """*first* with the year of *ending*, if it states none and the other end none in its calendar."""
    if getattr(first, "year", 0) is not None or _is_lunar(first) or not ending.end:
        return first
    if getattr(last, "year", 0) is None or _of_two_calendars(first, last):
        return changed(first, year=ending.end.year)
    return first


def _a_year_back(first: Any, begun: TimeExpression, reader: Reader) -> TimeExpression:
    """``từ 28/12 đến 5/1/2021``: the first month belongs to the year before."""
    if begun.start is None or begun.end is None:
        return begun
    if getattr(first, "lunar", False):
        return resolve(changed(first, year=to_lunar(begun.start).year - 1), reader)
    start, end = moved(begun.start, "year", -1), moved(begun.end, "year", -1)
    return changed(begun, start=start, end=end, edtf=interval(start, end))


def _with_now(
    first: Candidate | None, last: Candidate | None, reader: Reader, lean: Lean | None
) -> TimeExpression:
    if isinstance(last, Now):
        begun = resolve(first, reader, "past") if first is not None and not isinstance(first, Now) else None
        start, end = begun.start if begun else None, reader.day
        if start and end and start > end:
            end = None
        if end:
            reader.inferred["end"] = "published"
    else:
        if last is None:
            raise ImpossibleError("says no other end")
        start, end = reader.day, resolve(last, reader, lean).end
        if start and end and start > end:
            start = None
        if start:
            reader.inferred["start"] = "published"
    if start is None and end is None:
        raise ImpossibleError("neither end is known")
    return expression(start=start, end=end, edtf=interval(start, end))


# Lengths and rhythms ------------------------------------------------------------------------------


def _length(candidate: Length, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    return expression(duration=candidate.low, duration_max=candidate.high)


def _rhythm(candidate: Rhythm, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    return expression(
        every=candidate.every,
        times=candidate.times,
        hours=clock_fields(candidate.clock).get("hours", ()),
        rule=recurrence_rule(candidate),
        calendar="lunar" if candidate.lunar else None,
    )


def _part(candidate: Part, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    raise ImpossibleError("a part of a day or unit that is not named")


_RESOLVERS: dict[type[Any], Callable[[Any, Reader, Lean | None], TimeExpression]] = {
    Day: _day,
    Several: _several,
    Weekday: _weekday,
    Here: _here,
    Months: _months,
    Year: _year,
    Season: _season,
    Nth: _nth,
    Week: week,
    Decade: decade,
    Century: century,
    Step: step,
    Ago: ago,
    Next: following,
    Echo: _echo,
    Range: _range,
    Length: _length,
    Rhythm: _rhythm,
    Part: _part,
}
