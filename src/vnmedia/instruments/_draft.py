"""A citation while it is read: what is printed, with its positions in the view, before it has a value."""

from __future__ import annotations

import datetime as dt

import attrs

from ..model import Agency
from ..reading import Time
from ..registries.instruments import InstrumentType, Law
from ._number import Number

__all__ = ["Draft"]


def _in_year(day: dt.date, year: int) -> dt.date | None:
    """The same day in another *year*, None where that year does not have it."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


@attrs.define(eq=False, kw_only=True)
class Draft:
    """One citation as printed.

    Attributes:
        start, end: The quote.
        core: Where the type or the number begins, after the pinpoint.
        type: The type that the printed word names.
        number: The number as printed, without spaces.
        parts: The number taken apart.
        parts_completed: The same with the letters that its list shares, if that gives a full number.
        letterhead: Whether it is the number of the document itself (``Số: …``).
        date, issuer: As stated with it; *issuer* may come later from the sentence or the number.
        title, year, amended: Of a named law.
        bearers: The laws that bear that title.
        places: Where the pinpoint stands.
        first: The first citation of the list that this one continues.
        this: Whether it only refers back (``Nghị định này``).
        revised: Whether it is the draft of a law's new version (``Luật Đất đai (sửa đổi)``).
        alias_of: The citation that this one is introduced as a short name for.
        subject: The place of the title that follows the quote.
        year_from: Where the year of a named law comes from, if not from its name.
        inferred: The fields that do not stand in the quote, and where each comes from.
    """

    start: int
    end: int
    core: int
    type: InstrumentType
    number: str | None = None
    parts: Number | None = None
    parts_completed: Number | None = None
    date: dt.date | None = None
    issuer: Agency | None = None
    co_issuers: tuple[Agency, ...] = ()
    title: str | None = None
    year: int | None = None
    amended: tuple[int, ...] = ()
    bearers: tuple[Law, ...] = ()
    places: tuple[int, int] | None = None
    first: Draft | None = None
    this: bool = False
    revised: bool = False
    letterhead: bool = False
    alias_of: Draft | None = None
    subject: tuple[int, int] | None = None
    year_from: str | None = None
    inferred: dict[str, str] = attrs.Factory(dict)

    def take_day(self, time: Time, source: str | None = None) -> None:
        """Takes the day of issue.

        A day that the *source* gives without a year takes the year of the number.
        """
        day, year = time.day, self.parts.year if self.parts is not None else None
        left_out = time.mention.inferred.get("year")
        if source and day is not None and left_out is not None and year is not None and year != day.year:
            day = _in_year(day, year)
        self.date = day
        if day is not None and (source or left_out) is not None:
            self.inferred["date"] = source or left_out or ""

    @property
    def after(self) -> int:
        """Where it ends, with its subject."""
        return max(self.end, self.subject[1] if self.subject is not None else 0)

    @property
    def full(self) -> bool:
        """Whether the number holds more than a serial and a year."""
        return self.parts is not None and self.parts.full
