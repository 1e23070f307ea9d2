"""Validity: from when to when a record holds, as an EDTF interval."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import attrs

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@attrs.frozen
class Validity:
    """An interval of days, both ends inclusive; None is open or unknown, so it excludes nothing.

    Attributes:
        text: The interval as the registry has it: ``1997-01-01/2025-06-30``, ``2016/..``, ``/1945``.
        start: The first day that the first end can mean.
        end: The last day that the second end can mean.
    """

    text: str
    start: dt.date | None
    end: dt.date | None

    @classmethod
    def parse(cls, text: str) -> Validity:
        """The interval that an EDTF interval string gives; a year or month alone is the whole of it.

        >>> validity = Validity.parse("1997-01-01/2025-06")
        >>> validity.end
        datetime.date(2025, 6, 30)

        Raises:
            ValueError: *text* is not an interval, or ends before it starts.
        """
        first, slash, last = text.partition("/")
        if not slash:
            raise ValueError(f"not an EDTF interval: {text!r}")
        start, end = _bound(first, last=False), _bound(last, last=True)
        if start and end and end < start:
            raise ValueError(f"ends before it starts: {text!r}")
        return cls(text, start, end)

    @property
    def latest_start(self) -> dt.date | None:
        """The last day that the first end can mean.

        >>> Validity.parse("1946/..").latest_start
        datetime.date(1946, 12, 31)
        """
        return _bound(self.text.partition("/")[0], last=True)

    @property
    def earliest_end(self) -> dt.date | None:
        """The first day that the last end can mean."""
        return _bound(self.text.partition("/")[2], last=False)

    def __contains__(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def covers(self, other: Validity) -> bool:
        """Whether every day of *other* is one of its own, as far as is known."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def overlaps(self, other: Validity) -> bool:
        """Whether the two intervals share a day, as far as is known."""
        return not (
            (self.end and other.start and self.end < other.start)
            or (other.end and self.start and other.end < self.start)
        )


def _bound(text: str, *, last: bool) -> dt.date | None:
    if text in ("", ".."):
        return None
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        month = 12 if last else 1
    if day is None:
        day = calendar.monthrange(year, month)[1] if last else 1
    return dt.date(year, month, day)
