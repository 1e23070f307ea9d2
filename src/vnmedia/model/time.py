"""Time expressions and lengths of time."""

from __future__ import annotations

import datetime as dt
from decimal import Context, Decimal, localcontext
from typing import ClassVar, Literal, TypeVar, get_args

import attrs
from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr

from ..patterns import Pattern
from ._check import maybe, one_of, tuple_of
from ._said import in_plain_words, said
from ._when import VIETNAM

Modifier = Literal["start", "mid", "end", "approximate"]
#: ``rạng sáng``, ``sáng``, ``trưa``, ``chiều``, ``tối``, ``đêm``.
PartOfDay = Literal["dawn", "morning", "noon", "afternoon", "evening", "night"]
Form = Literal["instant", "clock", "day", "span", "length", "recurrence", "unresolved"]

#: The first and last moment of each part of the day, in common use; ``đêm`` ends at midnight.
_BOUNDS: dict[str, tuple[dt.time, dt.time]] = {
    "dawn": (dt.time(0), dt.time(5, 59, 59)),
    "morning": (dt.time(4), dt.time(11, 59, 59)),
    "noon": (dt.time(11), dt.time(13, 59, 59)),
    "afternoon": (dt.time(12), dt.time(18, 59, 59)),
    "evening": (dt.time(18), dt.time(23, 59, 59)),
    "night": (dt.time(20), dt.time(23, 59, 59)),
}
_PARTS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_ISO = Pattern(
    r"P(?:([0-9.]+)Y)?(?:([0-9.]+)M)?(?:([0-9.]+)W)?(?:([0-9.]+)D)?"
    r"(?:T(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?"
)


#: The most of any unit that a duration may have and still be added to a day.
_LONGEST = 10**12
D = TypeVar("D", bound=dt.date)


#: The fields of which an expression needs one, where it has none.
_NOTHING = (None,) * 6


def _decimal(amount: Decimal | float | str) -> Decimal:
    return Decimal(amount)


def _amount() -> Decimal:
    # attrs asks for the converter's signature, and to read that of Decimal itself takes 10 ms.
    return attrs.field(default=Decimal(0), converter=_decimal)


@in_plain_words
@attrs.frozen(kw_only=True)
class Duration:
    """A length of time by its parts, as in ISO 8601; ``str`` gives that form.

    >>> str(Duration(years=3)), str(Duration(hours=1, minutes=30))
    ('P3Y', 'PT1H30M')
    """

    __repr__ = said

    years: Decimal = _amount()
    months: Decimal = _amount()
    weeks: Decimal = _amount()
    days: Decimal = _amount()
    hours: Decimal = _amount()
    minutes: Decimal = _amount()
    seconds: Decimal = _amount()

    def __attrs_post_init__(self) -> None:
        for name in _PARTS:
            amount = getattr(self, name)
            if amount and (not amount.is_finite() or amount < 0):
                raise ValueError(f"{name}: {amount} is not a length")

    @classmethod
    def from_iso(cls, text: str) -> Duration:
        """The length that an ISO 8601 string such as ``P1Y6M`` gives.

        Raises:
            ValueError: *text* is not of that form.
        """
        match = _ISO.fullmatch(text)
        if match is None or not any(match.groups()) or text.endswith("T"):
            raise ValueError(f"not an ISO 8601 duration: {text!r}")
        try:
            return cls(
                **{name: Decimal(part or 0) for name, part in zip(_PARTS, match.groups(), strict=True)}
            )
        except ArithmeticError:
            raise ValueError(f"not an ISO 8601 duration: {text!r}") from None

    def relativedelta(self) -> relativedelta:
        """The same length for python-dateutil; a day plus hours gives a date-time.

        >>> dt.date(2020, 1, 31) + Duration(months=1), Duration(days=2) + dt.date(2020, 12, 31)
        (datetime.date(2020, 2, 29), datetime.date(2021, 1, 2))
        >>> dt.date(2020, 12, 17) - Duration.from_iso("P1.5Y")
        datetime.date(2019, 6, 17)

        Raises:
            ValueError: It has a part of a month, which is not a number of days; or it is too long to add.
        """
        with localcontext(Context()):
            if max(getattr(self, name) for name in _PARTS) > _LONGEST:
                raise ValueError(f"years: {self} is longer than any calendar")
            months = self.years * 12 + self.months
            if months % 1:
                raise ValueError(f"months: {months} months are no whole number of them")
            hours = (self.weeks * 7 + self.days) * 24 + self.hours
            days, rest = divmod((hours * 60 + self.minutes) * 60 + self.seconds, 86_400)
            return relativedelta(months=int(months), days=int(days), microseconds=int(rest * 1_000_000))

    def __add__(self, day: D) -> D:
        if not isinstance(day, dt.date):
            return NotImplemented
        return day + self.relativedelta()

    __radd__ = __add__

    def __rsub__(self, day: D) -> D:
        if not isinstance(day, dt.date):
            return NotImplemented
        return day - self.relativedelta()

    def __str__(self) -> str:
        amounts = [f"{getattr(self, name).normalize():f}" for name in _PARTS]
        marks = ["Y", "M", "W", "D", "H", "M", "S"]
        shown = [amount + mark if amount != "0" else "" for amount, mark in zip(amounts, marks, strict=True)]
        day, clock = "".join(shown[:4]), "".join(shown[4:])
        return f"P{day}" + (f"T{clock}" if clock else "") if day or clock else "PT0S"


@in_plain_words
@attrs.frozen(kw_only=True)
class TimeExpression:
    """What a time expression says: days, a clock time, a length or a rhythm.

    Attributes:
        edtf: The value in ISO 8601-2 / EDTF level 2, where it has one.
        start: The first day, None where it is open or unknown.
        end: The last day, inclusive, None where it is open or unknown.
        time: The clock time on that day, local unless it has a zone.
        hours: The clock times on the first and the last day, for ``9h - 11h30``; then there is no *time*.
        duration: The length, for ``07 năm``.
        duration_max: The upper bound where the length is a range (``2-3 năm``).
        every: The rhythm of a recurrence (``hằng tuần``).
        times: How often in each period, for ``mỗi tuần hai lần``.
        rule: The recurrence as an RFC 5545 rule, where there is one; there is none for lunar days.
        calendar: ``"lunar"`` where the text counts by the lunar calendar; days stay Gregorian.
        modifier: ``start``, ``mid``, ``end`` for ``đầu``, ``giữa``, ``cuối``, or ``approximate``.
        part_of_day: The part of the day that is named: ``morning`` for ``sáng 17/12``, … ``night``.
    """

    __repr__ = said

    kind_name: ClassVar[str] = "date"

    edtf: str | None = attrs.field(default=None, validator=maybe(str))
    start: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    end: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    time: dt.time | None = attrs.field(default=None, validator=maybe(dt.time))
    hours: tuple[dt.time, ...] = attrs.field(default=(), validator=tuple_of(dt.time))
    duration: Duration | None = attrs.field(default=None, validator=maybe(Duration))
    duration_max: Duration | None = attrs.field(default=None, validator=maybe(Duration))
    every: Duration | None = attrs.field(default=None, validator=maybe(Duration))
    times: int | None = attrs.field(default=None, validator=maybe(int))
    rule: str | None = attrs.field(default=None, validator=maybe(str))
    calendar: Literal["lunar"] | None = attrs.field(default=None, validator=one_of("lunar"))
    modifier: Modifier | None = attrs.field(
        default=None, validator=one_of("start", "mid", "end", "approximate")
    )
    part_of_day: PartOfDay | None = attrs.field(default=None, validator=one_of(*get_args(PartOfDay)))

    def __attrs_post_init__(self) -> None:
        for name, day in (("start", self.start), ("end", self.end)):
            if isinstance(day, dt.datetime):
                raise TypeError(f"{name}: a day is needed, not a date-time")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"end: {self.end} is before start {self.start}")
        if self.hours and (len(self.hours) != 2 or self.time is not None):
            raise ValueError(f"hours: {self.hours} are no first and last clock time, or stand beside a time")
        for clock in (*self.hours, self.time):
            offset = clock.utcoffset() if clock is not None else None
            if offset and offset % dt.timedelta(minutes=1):  # ISO 8601 can write no other
                raise ValueError(f"time: {clock} has no zone of whole minutes")
        if self.every is None and (self.times is not None or self.rule is not None):
            raise ValueError("every: a rule or a number of times without a rhythm")
        if (self.edtf, self.start, self.end, self.time, self.duration, self.every) == _NOTHING:
            raise ValueError("edtf: a time expression that says nothing")

    @property
    def form(self) -> Form:
        """What sort of expression it is, by the first of the following that applies.

        ``recurrence`` (there is *every*), ``instant`` (a clock time on one day), ``clock`` (a clock time on
        an unknown day), ``day`` (*start* and *end* are one day), ``span`` (several days, an open end, or
        *hours*), ``length`` (*duration* alone), ``unresolved`` (*edtf* alone: ``XXXX-12-17``).
        """
        if self.every is not None:
            return "recurrence"
        if self.start is not None and self.start == self.end and not self.hours:
            return "instant" if self.time is not None else "day"
        if self.start is not None or self.end is not None or self.hours:
            return "span"
        if self.time is not None:
            return "clock"
        return "length" if self.duration is not None else "unresolved"

    @property
    def earliest(self) -> dt.datetime | None:
        """The first moment that it can mean, in Việt Nam's time, None where that is open.

        >>> day = dt.date(2020, 12, 17)
        >>> TimeExpression(start=day, end=day, part_of_day="evening").earliest.isoformat()
        '2020-12-17T18:00:00+07:00'
        """
        if self.start is None:
            return None
        clock = self.hours[0] if self.hours else self.time
        if clock is None:
            clock = _BOUNDS[self.part_of_day][0] if self.part_of_day else dt.time.min
        return _aware(self.start, clock)

    def rrule(self, since: dt.datetime) -> rrule:
        """The recurrence as an iterator of date-times from *since* on, for ``hằng tuần`` and the like.

        >>> weekly = TimeExpression(every=Duration(weeks=1), rule="FREQ=WEEKLY;BYDAY=MO")
        >>> weekly.rrule(dt.datetime(2020, 12, 17))[0].date().isoformat()
        '2020-12-21'

        Raises:
            ValueError: There is no recurrence, or no rule for it.
        """
        if self.rule is None:
            raise ValueError("rule: no recurrence that a rule says")
        made = rrulestr(self.rule, dtstart=since)
        assert isinstance(made, rrule)
        return made

    @property
    def latest(self) -> dt.datetime | None:
        """The last moment that it can mean, to the second, in Việt Nam's time, None where that is open."""
        if self.end is None:
            return None
        last = self.hours[1] if self.hours else self.time
        if last is None:
            clock = _BOUNDS[self.part_of_day][1] if self.part_of_day else dt.time(23, 59, 59)
            return _aware(self.end, clock)
        return _aware(self.end, last.replace(second=last.second or 59))


def _aware(day: dt.date, clock: dt.time) -> dt.datetime:
    """The moment of *clock* on *day*; a clock without a zone is Việt Nam's."""
    return dt.datetime.combine(day, clock, tzinfo=clock.tzinfo or VIETNAM)
