"""Days and date-times as callers give them: objects, or strings in ISO 8601."""

from __future__ import annotations

import datetime as dt

from ..patterns import Pattern

__all__ = ["VIETNAM", "When", "moment_of", "when"]

#: What every function that asks for a day takes: a date, a date-time, or either in ISO 8601.
When = dt.date | str

#: Việt Nam's time, which has had no summer time since 1955 and one zone since 1975.
VIETNAM = dt.timezone(dt.timedelta(hours=7))

# Only the extended format: `datetime.fromisoformat` takes `20201217` and `2020-W51-4` too.
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
_ISO = Pattern(rf"{_DAY}(?P<clock>T{_CLOCK}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?")


def moment_of(text: str) -> dt.date:
    """The day or date-time that *text* gives in the extended format of ISO 8601.

    >>> moment_of("2020-12-17"), moment_of("2020-12-17T22:17:00Z").isoformat()
    (datetime.date(2020, 12, 17), '2020-12-17T22:17:00+00:00')

    Raises:
        ValueError: It is neither.
    """
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"not a day or date-time in ISO 8601: {text!r:.80}")
    return dt.datetime.fromisoformat(text) if match["clock"] else dt.date.fromisoformat(text)


def when(name: str, value: When | None) -> dt.date | None:
    """*value*, the caller's argument *name*, as a day or date-time.

    >>> when("published", "2020-12-17")
    datetime.date(2020, 12, 17)

    Raises:
        ValueError: It is a string in another form, or not a day of the calendar.
        TypeError: It is something else.
    """
    if value is None or isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{name}: a date, a date-time or a string in ISO 8601 is needed, not {value!r:.80}")
    try:
        return moment_of(value)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
