"""Reading a text once: its view, and the times and bodies that it names.

Citations, officials, figures and documents all build on times and bodies. They ask a ``Reading`` what stands
at a place, so that the same words have the same value everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar

from . import agencies, dates
from .model import Agency, Context, Mention, TimeExpression
from .registries import Pattern
from .text import TextView

__all__ = ["Body", "Reading", "Time"]

#: The EDTF of one day, its year known or left open.
_ONE_DAY = re.compile(r"[0-9X]{4}-[0-9]{2}-[0-9]{2}[?~%]?")


#: Words for the text's own day and the day before, the parts of a day before them, and what leads to a date.
_SAID = {" nay": dt.timedelta(0), " qua": dt.timedelta(1)}
_PARTS = ("hôm", "sáng", "trưa", "chiều", "tối", "đêm")
_LEADS_TO_DATE = Pattern(r"(?:,|\s*\(|\s*[-–])?\s*(?=[0-9]|ngày|thứ|chủ nhật)")
#: A year; without one, no date in a text is complete.
_YEAR = Pattern(r"[0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}")


class Body(NamedTuple):
    """A name of a body, and where it stands in the view."""

    start: int
    end: int
    mention: Mention[Agency]

    @property
    def agency(self) -> Agency:
        """The body that is named."""
        return self.mention.value


class Time(NamedTuple):
    """A time expression, and where it stands in the view."""

    start: int
    end: int
    mention: Mention[TimeExpression]

    @property
    def is_day(self) -> bool:
        """Whether it is one day, even one without a known year."""
        value = self.mention.value
        if value.every is not None or value.duration is not None or value.edtf is None:
            return False
        return _ONE_DAY.match(value.edtf) is not None and value.start == value.end

    @property
    def day(self) -> dt.date | None:
        """The day that it is; None where it is longer than a day or its year is unknown."""
        return self.mention.value.start if self.is_day else None


P = TypeVar("P", Body, Time)


class Reading:
    """A text with its times and bodies; each is found when it is first asked for.

    Attributes:
        view: The form of the text that rules match on.
        context: What is known of the text besides its words.

    >>> reading = Reading("Ngày 2/3/2020, UBND tỉnh Hà Nam họp.")
    >>> reading.day_at(0).day.isoformat(), reading.body_at(15).agency.name
    ('2020-03-02', 'Ủy ban nhân dân tỉnh Hà Nam')
    """

    def __init__(self, text: str | TextView, context: Context = Context()) -> None:
        self.view = TextView.of(text)
        self.context = context

    @classmethod
    def of(cls, text: str | TextView | Reading, context: Context = Context()) -> Reading:
        """*text* itself if it is already a reading, which has its own context; else a reading of it."""
        return text if isinstance(text, Reading) else cls(text, context)

    @cached_property
    def times(self) -> Sequence[Time]:
        """The time expressions, in order."""
        return [Time(*found) for found in dates.placed(self.view, self.context)]

    @cached_property
    def written(self) -> dt.date | None:
        """The day of writing that the text itself states: ``Hôm qua, ngày 9/3/2017, …``.

        None where it states none, or the context has a day.
        """
        if self.context.day is not None:
            return None
        lower = self.view.lower
        told: list[tuple[int, dt.timedelta]] = []
        for word, since in _SAID.items():
            start = lower.find(word)
            while start >= 0:
                end = start + len(word)
                if lower.endswith(_PARTS, 0, start) and (date := _LEADS_TO_DATE.match(lower, end)):
                    told.append((date.end(), since))
                start = lower.find(word, end)
        if not told or _YEAR.search(lower) is None:
            return None
        for end, since in sorted(told):
            time = self.day_at(end)
            if time is not None and time.day is not None and time.day < dt.date.max:
                return time.day + since
        return None

    @cached_property
    def bodies(self) -> Sequence[Body]:
        """The names of bodies, in order."""
        found = agencies.placed(self.view, self.context, written=lambda: self.written)
        return [Body(*each) for each in found]

    def day_at(self, start: int) -> Time | None:
        """The day that begins at *start* in the view, even one without a known year."""
        time = _beginning(self.times, start)
        return time if time is not None and time.is_day else None

    def day_ending_at(self, end: int) -> Time | None:
        """The day that ends at *end* in the view."""
        time = _ending(self.times, end)
        return time if time is not None and time.is_day else None

    def time_over(self, position: int) -> Time | None:
        """The time expression that holds the character at *position* of the view."""
        index = bisect_right(self.times, position, key=_start) - 1
        return self.times[index] if index >= 0 and position < self.times[index].end else None

    def body_over(self, position: int) -> Body | None:
        """The body whose name holds the character at *position* of the view."""
        index = bisect_right(self.bodies, position, key=_start) - 1
        return self.bodies[index] if index >= 0 and position < self.bodies[index].end else None

    def body_at(self, start: int) -> Body | None:
        """The body whose name begins at *start* in the view."""
        return _beginning(self.bodies, start)

    def body_ending_at(self, end: int) -> Body | None:
        """The body whose name ends at *end* in the view."""
        return _ending(self.bodies, end)

    def bodies_within(self, start: int, end: int) -> Sequence[Body]:
        """The bodies whose whole names stand between *start* and *end* in the view."""
        first = bisect_left(self.bodies, start, key=_start)
        last = bisect_left(self.bodies, end, key=_start)
        return [body for body in self.bodies[first:last] if body.end <= end]

    def times_within(self, start: int, end: int) -> Sequence[Time]:
        """The whole time expressions between *start* and *end* in the view."""
        first = bisect_left(self.times, start, key=_start)
        last = bisect_left(self.times, end, key=_start)
        return [time for time in self.times[first:last] if time.end <= end]


_start = attrgetter("start")
_end = attrgetter("end")


def _beginning(places: Sequence[P], start: int) -> P | None:
    index = bisect_left(places, start, key=_start)
    return places[index] if index < len(places) and places[index].start == start else None


def _ending(places: Sequence[P], end: int) -> P | None:
    # Mentions of one kind do not overlap, so their ends are in order too.
    index = bisect_left(places, end, key=_end)
    return places[index] if index < len(places) and places[index].end == end else None
