"""The values of distances from the day of speaking: units before and after it, hours around it."""

from __future__ import annotations

import datetime as dt

from dateutil.relativedelta import relativedelta

from ..model import Duration, TimeExpression
from ._candidates import Ago, Clock, Lean, Next, Step, Unit
from ._reader import Reader
from ._value import DELTAS, OPEN_DAY, clock_fields, expression, moved, on_day, unit_of, whole, within

__all__ = ["ago", "following", "step"]


def step(candidate: Step, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    named = reader.before_last(candidate.unit) if candidate.by == -1 else reader.pointed_at(candidate.unit)
    today = named or reader.day
    if today is None:
        open_form = "XXXX-XX" if candidate.unit == "month" else OPEN_DAY
        return expression(edtf=open_form, modifier=candidate.portion, **clock_fields(candidate.clock))
    start, end = unit_of(moved(today, candidate.unit, candidate.by), candidate.unit)
    reader.inferred[candidate.unit] = "text" if named else "published"
    if candidate.unit == "day":
        return on_day(start, candidate.clock)
    if candidate.days is not None:
        return whole(*within(start, end, candidate.days))
    if candidate.unit == "quarter":
        return whole(start, end, f"{start.year:04}-{33 + start.month // 3}", modifier=candidate.portion)
    return whole(start, end, modifier=candidate.portion)


def ago(candidate: Ago, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today = reader.day
    length = Duration(**{DELTAS[candidate.unit]: abs(candidate.amount)})  # type: ignore[arg-type]
    if today is None:
        return expression(duration=length)
    if candidate.unit in ("second", "minute", "hour"):
        moment = reader.context.published
        if not isinstance(moment, dt.datetime):
            return expression(duration=length)
        reader.inferred |= {"day": "published", "time": "published"}
        return _instant(moment + relativedelta(**{DELTAS[candidate.unit]: candidate.amount}))  # type: ignore[arg-type]
    reader.inferred[candidate.unit] = "published"
    return whole(*unit_of(moved(today, candidate.unit, candidate.amount), candidate.unit))


def _instant(moment: dt.datetime) -> TimeExpression:
    return on_day(moment.date(), Clock(hour=moment.hour, minute=moment.minute, second=moment.second))


def following(candidate: Next, reader: Reader, lean: Lean | None = None) -> TimeExpression:
    today, unit, amount = reader.day, candidate.unit, candidate.amount
    length = Duration(**{DELTAS[unit]: abs(amount)})  # type: ignore[arg-type]
    if today is None or amount == 0:
        return expression(duration=length)
    reader.inferred |= {"start": "published", "end": "published"}
    if unit in ("second", "minute", "hour"):
        return _hours_around(amount, unit, reader, length)
    if amount < 0:
        start, _ = unit_of(moved(today, unit, amount + 1), unit)
        return whole(start, unit_of(today, unit)[1], duration=length)
    start, _ = unit_of(moved(today, unit, 1), unit)
    return whole(start, unit_of(moved(today, unit, amount), unit)[1], duration=length)


def _hours_around(amount: int, unit: Unit, reader: Reader, length: Duration) -> TimeExpression:
    """The hours up to the reference time or from it on; without a clock, the days they reach from noon."""
    moment = reader.context.published
    has_clock = isinstance(moment, dt.datetime)
    if not isinstance(moment, dt.datetime):
        assert moment is not None
        moment = dt.datetime.combine(moment, dt.time(12))
    first, last = sorted((moment, moment + relativedelta(**{DELTAS[unit]: amount})))  # type: ignore[arg-type]
    hours = tuple(end.time().replace(microsecond=0) for end in (first, last)) if has_clock else ()
    return whole(first.date(), last.date(), duration=length, hours=hours)
