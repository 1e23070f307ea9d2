"""Reads the moments that a page states, in visible time lines and in the strings of its metadata.

Visible lines are read by the grammar of dates, like any text; machine-written strings have their own forms.
A clock time without an offset is Vietnam's, UTC+07:00.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from operator import attrgetter

from .. import dates
from ..model import Mention, TimeExpression
from ..registries import Pattern

__all__ = ["VIETNAM", "Moment", "first_moment", "located", "machine_moment", "sets_month_first"]

Moment = dt.datetime | dt.date

VIETNAM = dt.timezone(dt.timedelta(hours=7))

#: A quick test: every line with a whole day matches it, and most lines of a page do not.
_MAYBE_DAY = Pattern(r"\d\s?[/.\-–]\s?\d{1,2}\s?[/.\-–]\s?\d|th(?:án)?g.*\d{4}", re.IGNORECASE)
#: What may stand between a day and its clock time that the grammar of dates does not join.
_GAP = Pattern(r"[\s,|;\-–—•·()'’]{0,6}")
_ISO = Pattern(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T ]\s?(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_MONTH_FIRST = Pattern(
    r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}) (?P<h>\d{1,2}):(?P<min>\d{2}):(?P<s>\d{2}) (?P<half>AM|PM)"
)
_NUMBERS = Pattern(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})(?=\2\d{4}(?!\d))")
_FIRST_YEAR = 1900
_start = attrgetter("start")
#: The year 1990 in Unix seconds; programs write 0 for an unknown time.
_FIRST_SECOND = 631_152_000
_EPOCH = Pattern(r"\d{10}(?:\d{3})?")


def located(moment: Moment) -> Moment:
    """*moment*, with Vietnam's offset if it has a clock time and no zone.

    >>> located(dt.datetime(2023, 11, 25, 8, 55)).isoformat()
    '2023-11-25T08:55:00+07:00'
    """
    if isinstance(moment, dt.datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    return moment


def sets_month_first(lines: Iterable[str]) -> bool:
    """Whether the dates in *lines* have the month before the day, as English software writes them.

    >>> sets_month_first(["03-08-2011 01:00 AM", "12-24-2012"]), sets_month_first(["24/12/2012", "3/8/2011"])
    (True, False)
    """
    days = [(int(day), int(month)) for day, _, month in _NUMBERS.findall("\n".join(lines))]
    return any(month > 12 >= day for day, month in days) and all(day <= 12 for day, _ in days)


def first_moment(line: str, *, month_first: bool = False) -> tuple[Moment, int, int] | None:
    """The first day in *line*, with a clock time if one stands beside it, and its place.

    *month_first* if the page sets the month before the day.

    >>> moment, start, end = first_moment("Thứ Bảy, 07/03/2026 - 08:52 (GMT+7)")
    >>> moment.isoformat(), start, end
    ('2026-03-07T08:52:00+07:00', 0, 35)
    """
    if _MAYBE_DAY.search(line) is None:
        return None
    if month_first:
        line = _NUMBERS.sub(r"\3\2\1", line)  # of the same length
    times = dates.find(line)
    days = [place for place, mention in enumerate(times) if _is_whole_day(mention)]
    if not days:
        return None
    # Of several days, the one with a clock time is meant.
    place = next((place for place in days if _clock_of(line, times, place)), days[0])
    day, clock = times[place], _clock_of(line, times, place)
    ends = sorted((day, clock or day), key=_start)
    return _moment_of(day.value, clock), ends[0].span_in(line).start, ends[1].span_in(line).end


def _is_whole_day(mention: Mention[TimeExpression]) -> bool:
    """Whether a time is one day, printed in full or with a year of two digits."""
    value = mention.value
    if value.start is None or value.start != value.end or value.every is not None:
        return False
    return mention.inferred.keys() <= {"century"} and value.start.year >= _FIRST_YEAR


def _clock_of(
    line: str, times: Sequence[Mention[TimeExpression]], place: int
) -> Mention[TimeExpression] | None:
    """The mention with the clock time of the day at *place*: the same words, or those right beside them."""
    if times[place].value.time is not None:
        return times[place]
    for beside in (place + 1, place - 1):
        if 0 <= beside < len(times) and times[beside].value.time is not None:
            first, last = sorted((times[place], times[beside]), key=_start)
            if _GAP.fullmatch(line, first.end, last.start):
                return times[beside]
    return None


def _moment_of(day: TimeExpression, clock: Mention[TimeExpression] | None) -> Moment:
    assert day.start is not None
    if clock is None or clock.value.time is None:
        return day.start
    return located(dt.datetime.combine(day.start, clock.value.time))


def machine_moment(text: str) -> Moment | None:
    """The moment that a metadata string states: ISO 8601 and its variants, .NET's form, Unix seconds.

    >>> machine_moment("2026-03-07T08:52:11.000 +07:00").isoformat()
    '2026-03-07T08:52:11+07:00'
    >>> machine_moment("1/21/2022 8:12:40 AM").isoformat()
    '2022-01-21T08:12:40+07:00'
    """
    text = text.strip()
    if _EPOCH.fullmatch(text):
        if int(text[:10]) < _FIRST_SECOND:
            return None
        return dt.datetime.fromtimestamp(int(text[:10]), VIETNAM)
    match = _ISO.match(text) or _MONTH_FIRST.fullmatch(text)
    moment = _moment(match) if match is not None else None
    if moment is not None or (match is not None and match.re is _ISO.compiled):
        return moment
    visible = first_moment(text)
    return visible[0] if visible else None


def _moment(match: re.Match[str]) -> Moment | None:
    """The moment in a machine-written form; None for a day or a time that does not exist."""
    parts = match.groupdict()
    if int(parts["y"]) < _FIRST_YEAR:
        return None  # programs write 0001-01-01T00:00:00 for an unknown time
    try:
        date = dt.date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
        if not parts["h"]:
            return date
        hour = _hour(int(parts["h"]), parts.get("half"))
        clock = dt.time(hour, int(parts["min"]), int(parts["s"] or 0), tzinfo=_zone(parts.get("zone")))
    except ValueError:
        return None
    return dt.datetime.combine(date, clock)


def _hour(hour: int, half: str | None) -> int:
    """The hour from 0 to 23; AM or PM beside an hour above 12 is noise, and so is AM beside 0."""
    if half == "PM" and 1 <= hour < 12:
        return hour + 12
    return 0 if half == "AM" and hour == 12 else hour


def _zone(text: str | None) -> dt.timezone:
    if not text:
        return VIETNAM
    if text == "Z":
        return dt.UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))
