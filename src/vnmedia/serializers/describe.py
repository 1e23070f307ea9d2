"""Values in words: one line each, for readers of a page or report."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from decimal import Decimal
from typing import Any

import attrs

from ..model import Agency, Citation, Duration, LegalInstrument, Official, Statistic, TimeExpression
from .labels import Language, labels

__all__ = ["day", "describe", "moment", "number"]

_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")


def day(date: dt.date, language: Language) -> str:
    """*date* as the language writes it.

    >>> day(dt.date(2020, 12, 7), "vi"), day(dt.date(2020, 12, 7), "en")
    ('07/12/2020', '2020-12-07')
    """
    return labels(language)["day"].format(d=date.day, m=date.month, y=f"{date.year:04}")


def moment(value: dt.date, language: Language) -> str:
    """A day, or a date-time to the minute."""
    if not isinstance(value, dt.datetime):
        return day(value, language)
    return labels(language)["at"].format(day=day(value, language), time=f"{value:%H:%M}")


def number(value: Decimal, language: Language) -> str:
    """*value* with the language's marks between thousands and before decimals.

    >>> number(Decimal("7500000.5"), "vi")
    '7.500.000,5'
    """
    words = labels(language)
    shown = f"{value:,f}"
    return shown.translate({ord(","): words["thousands"], ord("."): words["point"]})


def describe(value: Any, language: Language = "vi") -> str:
    """One line that says what *value* is.

    >>> describe(Agency(name="Bộ Y tế"))
    'Bộ Y tế'
    >>> describe(Statistic(value=Decimal(700), unit="link", per="tuần", qualifier="above"))
    'hơn 700 link mỗi tuần'
    """
    if isinstance(value, TimeExpression):
        return _time(value, language)
    if isinstance(value, Citation | LegalInstrument):
        return _instrument(value, language)
    if isinstance(value, Agency):
        return value.name
    if isinstance(value, Official):
        body = f" {value.agency.name}" if value.agency else ""
        return f"{value.name}, {value.office}{body}"
    return _statistic(value, language)


def _length(length: Duration, language: Language) -> str:
    words = labels(language)
    amounts = [(field.name, getattr(length, field.name)) for field in attrs.fields(Duration)]
    forms = {name: words[name].split("|")[-1 if amount == 1 else 0] for name, amount in amounts}
    return " ".join(forms[name].format(number(amount, language)) for name, amount in amounts if amount)


def _days(value: TimeExpression, language: Language) -> str:
    words = labels(language)
    if value.start and value.end:
        return _stretch(value.start, value.end, language)
    if value.start:
        return words["from"].format(day(value.start, language))
    return words["until"].format(day(value.end, language)) if value.end else ""


def _stretch(start: dt.date, end: dt.date, language: Language) -> str:
    """A day, a whole month or year by its name, or the first and the last day."""
    if start == end:
        return day(start, language)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        if (start.year, start.month) == (end.year, end.month):
            return labels(language)["whole_month"].format(m=start.month, y=f"{start.year:04}")
        if (start.month, end.month) == (1, 12):
            years = dict.fromkeys((f"{start.year:04}", f"{end.year:04}"))
            return " – ".join(years)
    return f"{day(start, language)} – {day(end, language)}"


def _time(value: TimeExpression, language: Language) -> str:
    words = labels(language)
    when = _days(value, language) or _yearless(value.edtf or "", language)
    clock = " – ".join(f"{time:%H:%M}" for time in (value.hours or (value.time,)) if time)
    if clock:
        when = words["at"].format(day=when, time=clock) if when else clock
    if value.modifier:
        when = f"{words[value.modifier]} {when}".rstrip()
    parts = [when]
    lengths = [_length(length, language) for length in (value.duration, value.duration_max) if length]
    parts.append(" – ".join(lengths))
    parts.append(
        words["every"].format(_length(value.every, language).removeprefix("1 ")) if value.every else ""
    )
    parts.append(words["times"].format(value.times) if value.times else "")
    shown = ", ".join(part for part in parts if part) or _unsaid(value.edtf, language)
    return f"{shown} ({words['lunar']})" if value.calendar == "lunar" else shown


def _yearless(edtf: str, language: Language) -> str:
    """A day or month of an unknown year, with dots for the year; empty for any other EDTF string."""
    found = _NO_YEAR.fullmatch(edtf)
    if found is None:
        return ""
    month, date = found.groups()
    return labels(language)["day" if date else "whole_month"].format(d=int(date or 0), m=int(month), y="…")


def _unsaid(edtf: str | None, language: Language) -> str:
    """*edtf* as it is, or the words for an unknown day where it says nothing."""
    return labels(language)["some_day"] if edtf is None or set(edtf) <= set("X-") else edtf


def _instrument(value: Citation | LegalInstrument, language: Language) -> str:
    words = labels(language)
    kind = value.type[0].upper() + value.type[1:]
    name = value.title or kind
    if not name.lower().startswith(value.type):
        name = f"{kind} {value.number}, {name}" if value.number else f"{kind} {name}"
    elif value.number:
        name += f" {value.number}"
    parts = [
        name if value.year is None else f"{name} ({value.year})",
        words["issued"].format(day(value.date, language)) if value.date else "",
        value.issuer.name if value.issuer else "",
    ]
    shown = ", ".join(part for part in parts if part)
    if isinstance(value, LegalInstrument):
        return shown
    # A full citation resolves to what it already says, so only a short one gets an arrow.
    meant = _instrument(value.instrument, language) if value.instrument else shown
    cited = f"{value.pinpoint}, {shown}" if value.pinpoint else shown
    return cited if meant == shown else f"{cited} → {meant}"


def _statistic(value: Statistic, language: Language) -> str:
    words = labels(language)
    ends = [number(end, language) for end in (value.low, value.high) if end is not None]
    shown = " – ".join(ends) if value.value is None else number(value.value, language)
    if value.value is None and len(ends) == 1:
        shown = ("≥ " if value.high is None else "≤ ") + shown
    if value.of is not None:
        shown = words["of"].format(value=shown, whole=number(value.of, language))
    if value.unit:
        shown += value.unit if value.unit == "%" else f" {value.unit}"
    if value.per:
        shown = words["per"].format(value=shown, per=value.per)
    if value.qualifier:
        shown = words[value.qualifier].format(shown)
    return words[value.change].format(shown) if value.change else shown
