"""The words that say whether a time holds for the figures after it: of reports, events, plans and turns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from .. import registries
from ..grammar import any_of, any_word
from ._sentences import At, words

__all__ = ["OF_BODY", "events", "goals", "goes_on", "is_of_reports", "plans", "reports", "turns"]

#: The longest time that a report within a year covers: eleven months.
_MONTHS = dt.timedelta(days=335)
#: After one of these a plan is only what a figure is measured against: đạt 85% kế hoạch.
_MEASURED_AGAINST = ("% ", "so ", "với ", "bằng ", "vượt ", "chỉ tiêu ", "bộ ", "sở ")
#: After a plan in the name of a body: Sở Kế hoạch và Đầu tư.
OF_BODY = r"(?! (?:và|-|–|&) (?:đầu tư|tài chính))"


@cache
def reports() -> re.Pattern[str]:
    """Verbs of saying, reporting and issuing: the day of the report is not that of its figures."""
    return re.compile(rf"(?:{any_word(registries.words('link_words/reports'))})(?!\w)")


@cache
def turns() -> re.Pattern[str]:
    return re.compile(rf"[\s“\"'\-–•*+]*(?:{words('frame-ends')})(?!\w)")


@cache
def events() -> re.Pattern[str]:
    """Verbs of a single event, at the end of a string; its day holds for nothing after the comma."""
    return re.compile(rf"(?<!\w)(?:{words('events')})(?: (?:vào|từ|hồi|trong))? \Z")


def plans(lower: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """The words of norms, wishes and plans from *start* to *end*."""
    return _plans().finditer(lower, start, end) if _plan_words().search(lower, start, end) else ()


@cache
def _plan_words() -> re.Pattern[str]:
    """The words of ``_plans`` alone, which are found much faster, and mostly are not there."""
    return re.compile(
        any_of(word for id in ("no-carry", "in-period") for word in registries.words(f"link_words/{id}"))
    )


@cache
def _plans() -> re.Pattern[str]:
    plans = any_word(registries.words("link_words/no-carry"), not_after=_MEASURED_AGAINST)
    inside = any_word(registries.words("link_words/in-period"))
    return re.compile(rf"(?:{plans})(?!\w){OF_BODY}|(?:{inside})(?!\w| [0-9ivx])")


@cache
def goals() -> re.Pattern[str]:
    targets = ("sẽ", *registries.words("link_words/targets"))
    return re.compile(rf"(?:{any_word(targets, not_after=(*_MEASURED_AGAINST, 'lần '))})(?!\w){OF_BODY}")


@cache
def goes_on() -> re.Pattern[str]:
    return re.compile(rf"[\s“\"'\-–•*+]*(?:{words('frame-goes-on')})(?!\w)")


def is_of_reports(time: At) -> bool:
    """Whether a time is of whole months, but no year: a month, a quarter, the first half-year."""
    start, end = time.value.start, time.value.end
    if not start or not end or start.day != 1 or end - start > _MONTHS:
        return False
    return bool((end + dt.timedelta(days=1)).day == 1)
