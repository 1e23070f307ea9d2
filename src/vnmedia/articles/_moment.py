"""When a page says that it was published: visible time lines and the strings in a page's metadata.

Days come first on what readers see (``12/8/2023``), whatever stands beside them. A clock time without
an offset is Vietnam's, UTC+07:00.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

__all__ = ["VIETNAM", "Moment", "first_moment", "located", "machine_moment", "sets_month_first"]

Moment = dt.datetime | dt.date

VIETNAM = dt.timezone(dt.timedelta(hours=7))

_MONTHS = (
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
)  # fmt: skip
_MONTH_WORDS = "|".join(sorted((*_MONTHS, "giêng"), key=len, reverse=True))
_MONTH = rf"(?:tháng|thg\.?) (?:\d{{1,2}}|{_MONTH_WORDS})"
_DAY = (
    r"(?P<d>\d{1,2})\s?(?P<mark>[/.\-–])\s?(?P<m>\d{1,2})\s?(?P=mark)\s?(?P<y>\d{4}|\d{2})(?!\d)"
    r"|(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?:,| năm)? (?P<y2>\d{4})(?!\d)"
    rf"|(?P<d3>\d{{1,2}}) (?P<m3>{_MONTH})(?:,| năm)? (?P<y3>\d{{4}})(?!\d)"
    rf"|(?P<m4>{_MONTH}) (?P<d4>\d{{1,2}}),? (?P<y4>\d{{4}})(?!\d)"
)
_CLOCK = (
    r"(?P<h>\d{1,2})\s?(?::|h|giờ)\s?(?P<min>\d{2})(?!\d)(?::(?P<s>\d{2}))?(?: phút)?"
    r"(?:\s?(?P<half>am|pm|sa|ch|sáng|trưa|chiều|tối|đêm)\b)?"
)
_GAP = r"[\s,|;\-–—•·()]{0,6}"
_ZONE = r"(?:\s?\(?(?:gmt|utc)\s?(?P<zone>[+-]\d{1,2})?(?::?\d{2})?\)?)?"
_WEEKDAY = (
    r"(?:(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn|t[2-7]"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s,.\-–|]{0,4})?"
)
_VISIBLE = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\w/.]){_WEEKDAY}(?:ngày )?(?:{_DAY})(?:{_GAP}(?:lúc |hồi )?{_CLOCK})?{_ZONE}",
        rf"(?<![\w/.:]){_CLOCK}{_GAP}{_WEEKDAY}(?:ngày )?(?:{_DAY}){_ZONE}",
    )
)
_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T ]\s?(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_MONTH_FIRST = re.compile(
    r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}) (?P<h>\d{1,2}):(?P<min>\d{2}):(?P<s>\d{2}) (?P<half>AM|PM)"
)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2\d{4}(?!\d)")
_FIRST_YEAR = 1900
#: The year 1990 in Unix seconds; 0 stands where no time is known.
_FIRST_SECOND = 631_152_000
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def located(moment: Moment) -> Moment:
    """*moment* with Vietnam's offset where it has a clock time and no zone.

    >>> located(dt.datetime(2023, 11, 25, 8, 55)).isoformat()
    '2023-11-25T08:55:00+07:00'
    """
    if isinstance(moment, dt.datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    return moment


def sets_month_first(lines: Iterable[str]) -> bool:
    """Whether the days in *lines* have the month before the day, as software in English sets them.

    >>> sets_month_first(["03-08-2011 01:00 AM", "12-24-2012"]), sets_month_first(["24/12/2012", "3/8/2011"])
    (True, False)
    """
    days = [(int(day), int(month)) for line in lines for day, _, month in _NUMBERS.findall(line)]
    return any(month > 12 >= day for day, month in days) and all(day <= 12 for day, _ in days)


def first_moment(line: str, *, month_first: bool = False) -> tuple[Moment, int, int] | None:
    """The first day, with its clock time where one stands beside it, and where it is in *line*.

    *month_first* where the page sets the month before the day.

    >>> moment, start, end = first_moment("Thứ Bảy, 07/03/2026 - 08:52 (GMT+7)")
    >>> moment.isoformat(), start, end
    ('2026-03-07T08:52:00+07:00', 0, 35)
    """
    lower = line.lower()
    if len(lower) != len(line):
        lower = line
    found = [match for form in _VISIBLE for match in form.finditer(lower)]
    # The form that reads more of the line is the one meant: 08:55 before a day, or behind it.
    for match in sorted(found, key=lambda match: (match["h"] is None, match.start())):
        moment = _moment(match, month_first=month_first)
        if moment is not None:
            return moment, match.start(), match.end()
    return None


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
    if moment is not None or (match is not None and match.re is _ISO):
        return moment
    visible = first_moment(text)
    return visible[0] if visible else None


def _moment(match: re.Match[str], *, month_first: bool = False) -> Moment | None:
    parts = match.groupdict()
    stated = {
        key: next((parts[name] for name in (key, *(f"{key}{n}" for n in "234")) if parts.get(name)), "0")
        for key in "dmy"
    }
    day, month, year = int(stated["d"]), _month(stated["m"]), int(stated["y"])
    if month_first and match["mark"] and day <= 12:
        day, month = month, day
    if len(stated["y"]) == 2:
        year += 2000 if year < 50 else 1900
    if year < _FIRST_YEAR:
        return None  # what a machine puts where it knows no time: 0001-01-01T00:00:00
    try:
        date = dt.date(year, month, day)
        if not parts.get("h"):
            return date
        hour = _hour(int(parts["h"]), (parts.get("half") or "").lower())
        clock = dt.time(hour, int(parts["min"]), int(parts.get("s") or 0), tzinfo=_zone(parts.get("zone")))
    except ValueError:
        return None
    return dt.datetime.combine(date, clock)


def _month(stated: str) -> int:
    """The number of the month, which may be a word: ``9``, ``tháng chín``, ``thg 9``."""
    word = stated.removeprefix("tháng ").removeprefix("thg. ").removeprefix("thg ")
    if word.isdecimal():
        return int(word)
    return 1 if word == "giêng" else _MONTHS.index(word) + 1


def _hour(hour: int, half: str) -> int:
    """The hour of 24. A half of the day beside an hour above 12 is noise, as is AM beside 0."""
    if half in ("pm", "ch", "chiều", "tối", "đêm") and 1 <= hour < 12:
        return hour + 12
    if half in ("am", "sa", "đêm") and hour == 12:
        return 0
    return hour


def _zone(text: str | None) -> dt.timezone:
    if not text:
        return VIETNAM
    if text == "Z":
        return dt.UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))
