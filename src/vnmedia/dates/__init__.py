"""Time expressions: words that place something in time, or state how long or how often.

A candidate is read by a rule, joined with its neighbours (``22h17`` + ``ngày 17/12``), and resolved
against the reference day and what the document has stated before.

>>> from datetime import date
>>> from vnmedia import Context
>>> [m.value.edtf for m in find("Chiều ngày 17/12, tại Hà Nội", Context(published=date(2020, 12, 19)))]
['2020-12-17']
>>> parse("từ 28/12 đến 5/1/2021").edtf
'2020-12-28/2021-01-05'

Not read as times: ordinals (``lần thứ năm``), fractions and scores (``2/9 xã``, ``thắng 3-1``), ages,
numbers of documents, streets, vague words (``gần đây``).
"""

from __future__ import annotations

import datetime as dt

from ..errors import ParseError
from ..model import Context, Mention, Preference, TimeExpression, When, context_of
from ._find import RULES, find, grammar, joins_made, placed
from ._parse import parse
from ._render import render

__all__ = [
    "RULES",
    "find",
    "find_dates",
    "grammar",
    "joins_made",
    "parse",
    "parse_date",
    "parse_datetime",
    "placed",
    "render",
]


def find_dates(
    text: str,
    context: Context | None = None,
    *,
    published: When | None = None,
    prefer: Preference | None = None,
) -> tuple[Mention[TimeExpression], ...]:
    """Every time expression in *text*, by start.

    A day that no calendar has (``30/2/2020``) is left out, with its parts; ``parse_date`` gives the reason.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text, in place of the arguments that follow.
        published: When the text was published, to reckon ``hôm qua`` and missing years from: a
            date, a date-time, or either in ISO 8601.
        prefer: Which day is meant by an expression that could lie before or after *published*.

    >>> [str(m.value.start) for m in find_dates("từ ngày 7/8", published="2025-09-01")]
    ['2025-08-07']

    Raises:
        TypeError: An argument is of another type.
        ValueError: *published* is no day, or *prefer* none of its words.
    """
    return find(text, context_of(context, published=published, prefer=prefer))


def parse_date(
    text: str,
    context: Context | None = None,
    *,
    published: When | None = None,
    prefer: Preference | None = None,
) -> TimeExpression:
    """The one time expression that the whole of *text* is.

    Args:
        text: The expression, without words around it.
        context: As in ``find_dates``.
        published: As in ``find_dates``.
        prefer: As in ``find_dates``.

    >>> parse_date("17/12", published="2020-12-19").edtf
    '2020-12-17'
    >>> parse_date("30/2/2020")
    Traceback (most recent call last):
    vnmedia.errors.ParseError: not one date: '30/2/2020', characters 0 to 9: no day 30 in month 2 of 2020

    Raises:
        ParseError: Part of *text* is no time expression.
        TypeError: An argument is of another type.
        ValueError: *published* is no day, or *prefer* none of its words.
    """
    return parse(text, context_of(context, published=published, prefer=prefer))


def parse_datetime(
    text: str,
    context: Context | None = None,
    *,
    published: When | None = None,
    prefer: Preference | None = None,
) -> dt.datetime:
    """The one moment that the whole of *text* is, for those who need a single moment.

    A day without a clock time counts from its beginning, a month or year from its first day, a part of the
    day or a stretch from where it begins. The result is in Việt Nam's time, or in the zone that the text has.

    Args:
        text: The expression, without words around it.
        context: As in ``find_dates``.
        published: As in ``find_dates``.
        prefer: As in ``find_dates``.

    >>> parse_datetime("22h17 ngày 17/12/2020").isoformat()
    '2020-12-17T22:17:00+07:00'
    >>> parse_datetime("45 phút trước", published="2020-12-17T09:00").isoformat()
    '2020-12-17T08:15:00+07:00'

    Raises:
        ParseError: *text* is no time expression, or no moment: a length, a recurrence, a day without a year.
        TypeError: An argument is of another type.
        ValueError: *published* is no day, or *prefer* none of its words.
    """
    value = parse_date(text, context, published=published, prefer=prefer)
    moment = value.earliest if value.every is None else None
    if moment is None:
        raise ParseError("date", text, (0, len(text)), "says no moment")
    return moment
