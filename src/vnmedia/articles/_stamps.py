"""Machine-readable times of rows, feeds and metadata, on Vietnam's clock.

The forms are those of ISO 8601 (also basic), RFC 2822, Unix time in seconds to nanoseconds, .NET and SQL,
English and Vietnamese dates. What programs write for an unknown time (year 1, Unix time 0) is not a time.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from importlib import import_module
from typing import Any

from ..registries import Pattern
from ._moment import VIETNAM, Moment, machine_moment

__all__ = ["UNREADABLE", "ZERO", "is_zero", "on_vietnams_clock", "read_stamp"]

UNREADABLE = "a time that cannot be read left out"
ZERO = "a time that only says that none is known left out"

_MISSING = frozenset(("", "nan", "nat", "none", "null", "n/a", "na", "-"))
_NUMBER = Pattern(r"(0|-?\d{8,19})(?:\.\d*)?")
_DAY_OF_DIGITS = Pattern(r"(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?")
_MONTH_FIRST = Pattern(r"\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M")
_YEAR_FIRST = Pattern(r"\d{4}")
_YEAR_ZERO = Pattern(
    r"\A(?:0\d{3}([-/.])(?:0?\d|1[0-2])\1(?:[0-2]?\d|3[01])(?![-/.\d])|\d{1,2}([-/.])\d{1,2}\2 ?0\d{3}(?!\d))"
    r"|\b[a-z]{3,9},? (?:\d{1,2},? )?0\d{3}(?![\d:])"
)
#: .NET's JSON form of milliseconds since 1970; its earliest moment is in the year 1.
_NET = Pattern(r"/date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_YEAR_ONE = frozenset(("-62135596800", "-62135596800000"))
_LONGEST = 200
# Only digits, marks and English date words go to dateutil: it would find times in other words too.
_ENGLISH = Pattern(
    r"(?:[\d\s:/.,+-]|\b(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]\.?m\.?|at|of|utc|gmt|ict|z)(?![a-z])"
    r"|(?<=\d)(?:st|nd|rd|th|t|z|[ap]m)(?![a-z]{3}))+",
    re.IGNORECASE,
)
_SIGNED_ZONE = Pattern(r"(?:gmt|utc)\s?[+-]", re.IGNORECASE)
_ZONES = {"UTC": 0, "GMT": 0, "Z": 0, "ICT": 7 * 3600}
#: Fields missing in a text are filled from these; if both give the same time, no field was missing.
_DEFAULTS = (dt.datetime(2000, 1, 1), dt.datetime(2003, 2, 2))
_UNIX_DIGITS = {10: 1, 13: 10**3, 16: 10**6, 19: 10**9}
_FIRST_YEAR = 1800  # no newspaper in Vietnam is older
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
#: Where Unix, OLE and spreadsheets, databases, and the spreadsheets of a Macintosh begin to count.
_ZEROS = frozenset(
    (
        _EPOCH,
        dt.datetime(1899, 12, 30, tzinfo=dt.UTC),
        dt.datetime(1900, 1, 1, tzinfo=dt.UTC),
        dt.datetime(1904, 1, 1, tzinfo=dt.UTC),
    )
)


def read_stamp(value: Any) -> tuple[Moment | None, str | None]:
    """The moment that *value* states, and a message for the user if it states one that is not accepted.

    >>> read_stamp("Thu, 17 Dec 2020 18:30:00 GMT")[0].isoformat()
    '2020-12-18T01:30:00+07:00'
    >>> read_stamp("2023/03/25"), read_stamp("0001-01-01T00:00:00")
    ((datetime.date(2023, 3, 25), None), (None, 'a time that only says that none is known left out'))
    """
    if isinstance(value, str):
        text = value.strip().lower()
        if text in _MISSING:
            return None, None
        if _YEAR_ZERO.search(text[:_LONGEST]):
            return None, ZERO
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None, None
    try:
        moment = _moment(value)
        if moment is None:
            return None, UNREADABLE
        return (None, ZERO) if is_zero(moment) else (on_vietnams_clock(moment), None)
    except (ValueError, OverflowError, OSError):
        return None, UNREADABLE


def on_vietnams_clock(moment: Moment) -> Moment:
    """*moment* on Vietnam's clock; a clock time without a zone is already Vietnam's.

    >>> on_vietnams_clock(dt.datetime(2020, 12, 17, 18, 30, tzinfo=dt.UTC)).isoformat()
    '2020-12-18T01:30:00+07:00'
    """
    if not isinstance(moment, dt.datetime):
        return moment
    plain = dt.datetime.combine(dt.datetime.date(moment), moment.timetz())  # pandas has a class of its own
    if plain.tzinfo is None:
        return plain.replace(tzinfo=VIETNAM)
    try:
        return plain.astimezone(VIETNAM)
    except OverflowError:  # at an end of the calendar
        return plain


def is_zero(moment: Moment) -> bool:
    """Whether *moment* is what programs write for an unknown time.

    >>> is_zero(dt.date(1, 1, 1)), is_zero(dt.date(1970, 1, 1)), is_zero(dt.date(1970, 1, 2))
    (True, True, False)
    >>> is_zero(dt.datetime(1970, 1, 1, 7)), is_zero(dt.date(1899, 12, 30))  # on our clock; a spreadsheet's
    (True, True)
    """
    if moment.year < _FIRST_YEAR:
        return True
    if not isinstance(moment, dt.datetime):
        return dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC) in _ZEROS
    return not _ZEROS.isdisjoint((moment.replace(tzinfo=dt.UTC), on_vietnams_clock(moment)))


def _moment(value: Any) -> Moment | None:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _of_digits(f"{value:.0f}" if math.isfinite(value) else "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = value.strip()
    net = _NET.fullmatch(text.lower())
    if net is not None:
        return dt.datetime.min if net[1] in _YEAR_ONE else _EPOCH + dt.timedelta(milliseconds=int(net[1]))
    number = _NUMBER.fullmatch(text)
    if number is not None:
        return _of_digits(number[1])
    if _ENGLISH.fullmatch(text) and not _MONTH_FIRST.fullmatch(text) and not _SIGNED_ZONE.search(text):
        return _english(text)
    return machine_moment(text) or _english(text)


def _of_digits(digits: str) -> Moment | None:
    """A day and clock time without marks (``20201217``), or a count of units since 1970."""
    if digits in _YEAR_ONE:
        return dt.datetime.min
    if _DAY_OF_DIGITS.fullmatch(digits):
        form = "%Y%m%d%H%M%S"[: {8: 6, 12: 10, 14: 12}[len(digits)]]
        moment = dt.datetime.strptime(digits, form)
        return moment.date() if len(digits) == 8 else moment
    units = 1 if digits.lstrip("0") == "" else _UNIX_DIGITS.get(len(digits))
    return _EPOCH + dt.timedelta(seconds=int(digits or "x") / units) if units else None


def _english(text: str) -> Moment | None:
    """The moment of *text*, read by dateutil, if it states year, month and day."""
    if not _ENGLISH.fullmatch(text):
        return None
    parser = import_module("dateutil.parser")  # loaded here: it is slow to load, and few texts need it
    day_first = _YEAR_FIRST.match(text) is None
    read: list[dt.datetime] = [
        parser.parse(text, default=default, dayfirst=day_first, tzinfos=_ZONES) for default in _DEFAULTS
    ]
    if read[0] != read[1]:
        return None
    has_clock = ":" in text or re.search(r"\d\s?[ap]\.?m|\dT\d", text, re.IGNORECASE) is not None
    return read[0] if has_clock else read[0].date()
