"""Values of the kind date as a reader gives them.

Every class of candidate is generated from the types of its fields, then resolved. A new field of a type or a
name that nothing here knows raises an error, and a new class is tested without another word.
"""

from __future__ import annotations

import datetime as dt
import types
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from vnmedia import Context, Duration, TimeExpression
from vnmedia.dates import _candidates as c
from vnmedia.dates._lengths import length
from vnmedia.dates._patterns import _on_the_dial
from vnmedia.dates._reader import Reader
from vnmedia.dates._resolve import resolve
from vnmedia.dates._value import ImpossibleError

#: What only neighbours give a meaning, so that it has no value of its own.
DEPENDENT = (c.Part, c.Now)
KINDS = tuple(kind for kind in get_args(c.Candidate) if kind not in DEPENDENT)

_NUMBERS = {
    "day": st.integers(1, 31), "month": st.integers(1, 12), "year": st.integers(1905, 2095),
    "weekday": st.integers(0, 6), "hour": st.integers(0, 23), "minute": st.integers(0, 59),
    "second": st.integers(0, 59), "offset": st.integers(-14 * 60, 14 * 60), "by": st.integers(-3, 3),
    "place": st.integers(0, 59), "first": st.integers(1, 12), "last": st.integers(1, 12),
    "number": st.integers(11, 21), "week": st.integers(-2, 2), "amount": st.integers(-12, 12),
    "of": st.integers(1990, 2030), "times": st.integers(2, 9), "nth": st.sampled_from([1, 2, 3, 4, -1]),
    "years": st.integers(0, 1), "weekdays": st.integers(0, 6), "days": st.integers(1, 28),
    "months": st.integers(1, 12), "start": st.integers(1, 12), "end": st.integers(1, 12),
"from_today": st.integers(-3, 3),
}  # fmt: skip
_ENDS = (c.Day, c.Months, c.Year, c.Weekday, c.Step, c.Decade, c.Century, c.Nth, c.Season, c.Here)
_UNITS = ("năm", "tháng", "tuần", "ngày", "giờ", "phút", "giây")
_AMOUNTS = st.integers(1, 99).map(Decimal) | st.integers(1, 99).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    """Lengths of one unit, whole or in tenths, or of several whole units."""
    units = draw(st.lists(st.sampled_from(_UNITS), min_size=1, max_size=3, unique=True))
    if len(units) == 1:
        return length(draw(_AMOUNTS), units[0])
    parts = [length(Decimal(draw(st.integers(1, 99))), unit) for unit in units]
    names = [field.name for field in attrs.fields(Duration)]
    return Duration(**{name: sum(getattr(part, name) for part in parts) for name in names})


@cache
def of(kind: Any) -> st.SearchStrategy[Any]:
    """Candidates of *kind*, each field from its type; made once, since every draw asks for them."""
    hints = get_type_hints(kind, {**vars(c)})
    fields = {field.name: _field(field.name, hints[field.name]) for field in attrs.fields(kind)}
    return st.builds(kind, **fields).map(_consistent).filter(lambda made: made is not None)


def _field(name: str, hint: Any) -> st.SearchStrategy[Any]:
    origin, args = get_origin(hint), get_args(hint)
    if c.Range in args:  # any candidate; some of each sort are enough
        kinds = (c.Day, c.Months, c.Year) if name == "members" else _ENDS
        return st.one_of(*(of(kind) for kind in kinds), *([st.none()] if type(None) in args else []))
    if origin in (Union, types.UnionType):
        return st.one_of(*(st.none() if arg is type(None) else _field(name, arg) for arg in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        if args[-1] is Ellipsis:
            return st.lists(_field(name, args[0]), min_size=2 if name == "members" else 0, max_size=3).map(
                tuple
            )
        return st.tuples(*(_field(name, arg) for arg in args))
    if hint is bool:
        return st.booleans()
    if hint is int:
        return _NUMBERS[name]
    if hint is Duration:
        return durations()
    return of(hint)


@st.composite
def expressions(draw: st.DrawFn, kind: Any) -> TimeExpression:
    """Values of candidates of *kind*, before a reference day, a reference time, or none."""
    published = draw(
        st.none()
        | st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1))
        | st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2040, 1, 1))
    )
    try:
        value = resolve(draw(of(kind)), Reader(Context(published=published)))
    except (ImpossibleError, OverflowError):
        assume(False)
    if value.modifier is None and value.every is None and draw(st.booleans()):
        return attrs.evolve(value, modifier="approximate")
    return value


# What fits together ---------------------------------------------------------------------------------


def _consistent(made: Any) -> Any:
    """*made* as a rule could have made it, None where none could."""
    check = _CHECKS.get(type(made))
    return made if check is None else check(made)


def _clock(made: c.Clock) -> c.Clock | None:
    if made.end is None:
        told = made.part and _on_the_dial(made.hour, made.minute, made.part) == made.hour
        return made if told else attrs.evolve(made, part=None)
    made = attrs.evolve(made, part=None)
    return (
        attrs.evolve(made, second=0) if made.end > (made.hour, made.minute) else attrs.evolve(made, end=None)
    )


def _with_part(made: Any) -> Any:
    """*made* with the part of the day that its clock time says, or none beside a clock time."""
    return made if made.clock is None else attrs.evolve(made, part=made.clock.part)


def _day(made: c.Day) -> c.Day | None:
    made = _with_part(made)
    if made.lunar:
        return attrs.evolve(made, short_year=False)
    year = None if isinstance(made.year, c.Cycle) else made.year
    return attrs.evolve(made, year=year, short_year=False, leap=False, tet=False)


def _months(made: c.Months) -> c.Months | None:
    first, last = sorted((made.first, made.last))
    if made.lunar:
        return attrs.evolve(made, last=made.first, days=None, grain="month", fiscal=False, short_year=False)
    made = attrs.evolve(
        made, leap=False, fiscal=False, short_year=False, days=None if made.grain != "month" else made.days
    )
    if made.grain == "quarter":
        first = (first - 1) // 3 * 3 + 1
        return attrs.evolve(made, first=first, last=first + 2)
    if made.grain == "half":
        first = (first - 1) // 6 * 6 + 1
        return attrs.evolve(made, first=first, last=first + 5)
    if made.grain == "month":
        days = made.days and tuple(sorted(made.days))
        return attrs.evolve(made, first=first, last=first, days=days, portion=None if days else made.portion)
    return attrs.evolve(made, first=first, last=last, portion=None) if first < last else None


def _step(made: c.Step) -> c.Step | None:
    if made.unit not in ("day", "week", "month", "quarter"):
        return None
    days = tuple(sorted(made.days)) if made.days and made.unit == "month" else None
    portion = None if days or made.unit == "day" else made.portion
    made = _with_part(made) if made.unit == "day" else attrs.evolve(made, clock=None, part=None)
    return attrs.evolve(made, days=days, portion=portion)


def _nth(made: c.Nth) -> c.Nth | None:
    if made.of is None or made.of.portion or getattr(made.of, "lunar", False):
        return None
    if isinstance(made.of, c.Step) and made.of.unit not in ("month", "quarter"):
        return None
    weekday = (made.weekday or 0) if made.unit == "weekday" else None
    return attrs.evolve(made, place=(1, 2, 3, 4, -1)[made.place % 5], weekday=weekday)


def _decade(made: c.Decade) -> c.Decade | None:
    first = made.first * 10 + 1880 if made.century is None else made.first % 10 * 10
    last = None if made.last is None else first + made.last * 10
    return attrs.evolve(made, first=first, last=last if first >= 100 or (last or 0) < 100 else None)


def _counted(made: Any) -> Any:
    units = ("year", "month", "week", "day", "hour", "minute", "second")
    return made if made.unit in units and made.amount else None


def _range(made: c.Range) -> c.Range | None:
    if made.first is None and made.last is None:
        return None
    portion = made.portion if made.first and made.last else None
    first, last = made.first or c.Now(), made.last or c.Now()
    return attrs.evolve(made, first=first, last=last, portion=portion, part=None)


def _season(made: c.Season) -> c.Season | None:
    if made.year is None and made.turn is None:
        return None
    first, last = made.start, made.end
    if first == last:
        return None
    if not made.years:
        first, last = sorted((first, last))
    elif first < last:
        first, last = last, first
    return attrs.evolve(made, start=first, end=last, turn=made.turn if made.year is None else None)


def _length(made: c.Length) -> c.Length | None:
    if made.high is None:
        return made
    low, high = sorted((made.low, made.high), key=_seconds)
    return attrs.evolve(made, low=low, high=high) if _seconds(low) < _seconds(high) else None


def _seconds(duration: Duration) -> Decimal:
    days = duration.years * 365 + duration.months * 30 + duration.weeks * 7 + duration.days
    return days * 86400 + duration.hours * 3600 + duration.minutes * 60 + duration.seconds


def _rhythm(made: c.Rhythm) -> c.Rhythm | None:
    told = [(name, amount) for name in attrs.asdict(made.every) if (amount := getattr(made.every, name))]
    if len(told) != 1 or told[0][1] != int(told[0][1]):
        return None
    name = told[0][0]
    days, months, weekdays = (tuple(sorted(set(items))) for items in (made.days, made.months, made.weekdays))
    if made.loose:
        if name not in ("months", "years") or told[0][1] != 1:
            return None
        return attrs.evolve(made, days=(), months=(), weekdays=(), nth=None, times=None, part=None)
    each = told[0][1] == 1 and made.times is None
    nth = made.nth if len(weekdays) == 1 and name in ("months", "years") and each else None
    weekdays = weekdays if nth or name == "weeks" else ()
    days = days if name in ("months", "years") and not weekdays else ()
    months = months if name == "years" and (not nth or len(months) == 1) else ()
    if name == "years" and days and not months:
        days = ()
    if len(days) > 1 and len(months) > 1:
        months = months[:1]
    each_day = name == "days" and each and made.clock is None and not made.lunar
    part = made.part if (weekdays or days or each_day) and made.clock is None else None
    return attrs.evolve(made, nth=nth, weekdays=weekdays, days=days, months=months, part=part)


def _several(made: c.Several) -> c.Several | None:
    first = made.members[0]
    alike = [member for member in made.members if type(member) is type(first)]
    if isinstance(first, c.Day) and isinstance(first.month, int) and not first.lunar:
        numbers = sorted({member.day for member in alike})
        members = tuple(attrs.evolve(first, day=number, clock=None) for number in numbers)
    elif isinstance(first, c.Months) and first.grain == "month" and not first.lunar:
        numbers = sorted({member.first for member in alike})
        members = tuple(
            attrs.evolve(first, first=number, last=number, days=None, portion=None) for number in numbers
        )
    elif isinstance(first, c.Year) and not first.lunar:
        numbers = sorted({member.year for member in alike if isinstance(member.year, int)})
        members = tuple(c.Year(year=number) for number in numbers)
    else:
        return None
    if len(numbers) < 2 or numbers[-1] - numbers[0] == len(numbers) - 1:
        return None
    return c.Several(members=members, part=made.part if isinstance(first, c.Day) else None)


_CHECKS: dict[type[Any], Any] = {
    c.Clock: _clock, c.Day: _day, c.Months: _months, c.Step: _step, c.Nth: _nth, c.Decade: _decade,
    c.Ago: _counted, c.Next: _counted, c.Range: _range, c.Season: _season, c.Length: _length,
    c.Rhythm: _rhythm, c.Several: _several,
    c.Year: lambda made: None if made.lunar and isinstance(made.year, c.Shift) else made,
    c.Century: lambda made: attrs.evolve(made, half=None if made.before else made.half),
    c.Echo: lambda made: _with_part(made)
    if made.unit == "day" and made.length is None
    else attrs.evolve(made, clock=None, part=None),
    c.Weekday: lambda made: _with_part(made),
}  # fmt: skip
