"""Time expressions, with the reference day as an argument."""

from __future__ import annotations

import datetime as dt

from .. import dates
from ..model import Context, Mention, Preference, TimeExpression

__all__ = ["find_dates", "parse_time"]


def find_dates(text: str, *, reference: dt.date | None = None) -> tuple[Mention[TimeExpression], ...]:
    """Every time expression in *text*, by start.

    Args:
        text: Any text; spans are over its NFC form.
        reference: The day, or date-time, that ``hôm qua`` and a year left out are reckoned from.

    >>> [str(m.value.start) for m in find_dates("từ ngày 7/8", reference=dt.date(2025, 9, 1))]
    ['2025-08-07']
    """
    return dates.find(text, Context(published=reference))


def parse_time(
    text: str, *, reference: dt.date | None = None, prefer: Preference = "nearest"
) -> TimeExpression:
    """The one time expression that the whole of *text* is.

    Args:
        text: The expression, without words around it.
        reference: The day, or date-time, that relative words and a year left out are reckoned from.
        prefer: Which way an expression leans that could lie before or behind the reference.

    >>> parse_time("17/12", reference=dt.date(2020, 12, 19)).edtf
    '2020-12-17'

    Raises:
        ParseError: Part of *text* is no time expression.
    """
    return dates.parse(text, Context(published=reference, prefer=prefer))
