"""Candidates: what a time expression states as printed, before anything outside it is known.

They hold numbers and choices, never words of the text, so that resolving them needs no knowledge of the
wording. None is ever changed, yet they are not frozen: that would cost twice as much for so many.
"""

from __future__ import annotations

from typing import Literal

import attrs

from ..model import Duration
from ..model.time import PartOfDay

__all__ = [
    "Ago",
    "Candidate",
    "Century",
    "Clock",
    "Cycle",
    "Day",
    "Decade",
    "Echo",
    "Here",
    "Lean",
    "Length",
    "Months",
    "Next",
    "Now",
    "Nth",
    "Part",
    "Portion",
    "Range",
    "Rhythm",
    "Season",
    "Several",
    "Shift",
    "Step",
    "Unit",
    "Week",
    "Weekday",
    "Year",
]

Lean = Literal["past", "future"]
Portion = Literal["start", "mid", "end"]
Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century", "hour", "minute", "second"]


@attrs.define
class Shift:
    """A unit counted from the one that holds the reference day: ``năm ngoái`` is the year at −1."""

    by: int


@attrs.define
class Cycle:
    """A year of the sixty-year cycle: 0 is Giáp Tý; *bygone* if the words beside it speak of history."""

    place: int
    bygone: bool = False


@attrs.define(kw_only=True)
class Clock:
    """A clock time; *end* closes a range of hours."""

    hour: int
    minute: int = 0
    second: int = 0
    end: tuple[int, int] | None = None
    offset: int | None = None
    part: PartOfDay | None = None


@attrs.define(kw_only=True)
class Day:
    """A day of a month, the last being −1. What the text leaves out is None.

    Attributes:
        tet: Counted from Tết, so that a year names the Tết, not the calendar year of the day.
        named: The day has a name in the registry of named days.
        from_today: Its distance in days from the day of speaking, if stated (``hôm nay 3/7`` is 0).
        counted: Its year is derived from an anniversary (``kỷ niệm 90 năm Ngày thành lập Đảng``).
        sure: False if its form alone leaves a doubt that only a neighbour or a cue can settle.
    """

    day: int
    month: int | Shift | None = None
    year: int | Shift | Cycle | Echo | None = None
    short_year: bool = False
    weekday: int | None = None
    clock: Clock | None = None
    lean: Lean | None = None
    lunar: bool = False
    leap: bool = False
    tet: bool = False
    named: bool = False
    from_today: int | None = None
    part: PartOfDay | None = None
    counted: bool = False
    sure: bool = True


@attrs.define(kw_only=True)
class Several:
    """Single days or months in a list that is one expression (``các ngày 3, 4 và 7/6``)."""

    members: tuple[Candidate, ...]
    part: PartOfDay | None = None


@attrs.define(kw_only=True)
class Months:
    """Months *first* to *last* of a year, or a part of them.

    Attributes:
        days: The first and last day within a single month, for ``trung tuần tháng 5``.
        grain: The unit that the expression counts in; it decides the EDTF form.
        fiscal: Months of a fiscal year: only a bracket after it shows which months they are.
        running: All months of the year so far, of which *last* is the latest (``lũy kế 9 tháng``).
    """

    first: int
    last: int
    year: int | Shift | Echo | None = None
    portion: Portion | None = None
    lean: Lean | None = None
    lunar: bool = False
    leap: bool = False
    days: tuple[int, int] | None = None
    grain: Literal["month", "quarter", "half", "span"] = "month"
    fiscal: bool = False
    running: bool = False
    short_year: bool = False


@attrs.define(kw_only=True)
class Step:
    """A whole unit counted from the reference day (``tháng trước``, ``quý này``)."""

    unit: Unit
    by: int
    portion: Portion | None = None
    days: tuple[int, int] | None = None
    clock: Clock | None = None
    part: PartOfDay | None = None


@attrs.define(kw_only=True)
class Year:
    """A calendar year, or a lunar one with its name."""

    year: int | Shift | Cycle
    portion: Portion | None = None
    lunar: bool = False
    sure: bool = True


@attrs.define(kw_only=True)
class Week:
    """A week by its ISO 8601 number; without a year the nearest to the reference."""

    number: int
    year: int | Shift | None = None
    sure: bool = True


@attrs.define(kw_only=True)
class Nth:
    """The nth unit within a larger one, the last being −1; without *of* it has no value alone.

    *weekday* is itself counted, or is a day of the counted week.
    """

    place: int
    unit: Literal["day", "week", "weekday", "month", "quarter"]
    weekday: int | None = None
    of: Months | Year | Step | None = None


@attrs.define(kw_only=True)
class Decade:
    """The years from *first*0 to *last*9; two digits leave the century open."""

    first: int
    last: int | None = None
    portion: Portion | None = None
    century: Shift | None = None


@attrs.define(kw_only=True)
class Century:
    """A century by its number; *before*: before Christ."""

    number: int | Shift
    before: bool = False
    half: Literal[1, 2] | None = None
    portion: Portion | None = None


@attrs.define(kw_only=True)
class Weekday:
    """A day of the week (0 is Monday), in a given week or in none."""

    weekday: int
    week: int | None = None
    lean: Lean | None = None
    clock: Clock | None = None
    part: PartOfDay | None = None
    sure: bool = True


@attrs.define(kw_only=True)
class Ago:
    """A distance of units before (negative) or after the reference; whole units by their grain."""

    amount: int
    unit: Unit


@attrs.define(kw_only=True)
class Next:
    """The *amount* units that end at the reference (negative) or follow it, with their length."""

    amount: int
    unit: Unit


@attrs.define(kw_only=True)
class Now:
    """The moment of speaking, as the end of a stretch (``đến nay``)."""


@attrs.define(kw_only=True)
class Here:
    """A clock time alone: its day is the last one that the text named, or else the reference day."""

    clock: Clock
    sure: bool = True


@attrs.define(kw_only=True)
class Part:
    """A word that has a meaning only beside another: ``sáng``, ``cuối``, ``âm lịch``, ``nhuận``, ``trở đi``.

    Attributes:
        onward: The expression that it is added to has no end.
    """

    portion: Portion | None = None
    onward: bool = False
    lunar: bool = False
    leap: bool = False
    part: PartOfDay | None = None


@attrs.define(kw_only=True)
class Echo:
    """A reference to what the text named before.

    Attributes:
        unit: ``day``, ``month`` or ``year`` for ``cùng ngày`` and the like; ``period`` for ``cùng kỳ``.
        by: How many units later (``hôm sau`` is 1); for ``period`` how many years.
        of: The year to which the period is moved (``cùng kỳ năm 2021``).
        year: It states the year itself, which stands for a period that the text has not named.
        length: Its meaning as a length, if the text has named no day before.
    """

    unit: Literal["day", "week", "month", "quarter", "year", "period"]
    by: int = 0
    clock: Clock | None = None
    length: Duration | None = None
    year: bool = False
    of: int | None = None
    part: PartOfDay | None = None


@attrs.define(kw_only=True)
class Range:
    """From *first* to *last*; None is an open end."""

    first: Candidate | None
    last: Candidate | None
    portion: Portion | None = None
    part: PartOfDay | None = None


@attrs.define(kw_only=True)
class Season:
    """A stretch whose bounds are a convention: a school year, a crop season, a playing season.

    Attributes:
        start: The month and day of its beginning, in *year*.
        end: The month and day of its end, *years* later.
        turn: Its place relative to the reference day, without a year (``mùa hè vừa qua``).
    """

    year: int | Shift | None
    start: tuple[int, int]
    end: tuple[int, int]
    years: int = 0
    turn: Literal["past", "now", "future"] | None = None
    portion: Portion | None = None


@attrs.define(kw_only=True)
class Length:
    """A length of time; *high* makes it a range."""

    low: Duration
    high: Duration | None = None


@attrs.define(kw_only=True)
class Rhythm:
    """A recurrence: how often, how many times each, and on which days.

    Attributes:
        nth: Which of the *weekdays* of the month or year it is, the last being −1.
        days: Days of the month, the last being −1.
        span: It goes from one day to another, so that a ``từ`` before it belongs to it.
        loose: Its days are described in more detail than a rule can hold.
    """

    every: Duration
    times: int | None = None
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    lunar: bool = False
    clock: Clock | None = None
    span: bool = False
    loose: bool = False
    part: PartOfDay | None = None


Candidate = (
    Day
    | Several
    | Months
    | Step
    | Year
    | Nth
    | Week
    | Decade
    | Century
    | Weekday
    | Ago
    | Next
    | Now
    | Here
    | Echo
    | Part
    | Range
    | Season
    | Length
    | Rhythm
)
