"""Instruments: citations of particular legal, administrative and Party documents of Việt Nam.

A citation has a type, and mostly a number, date and issuer (``Quyết định số 135/QĐ-TTg ngày 20/01/2020
của Thủ tướng Chính phủ``), or it names a law (``Luật Báo chí năm 2016``). Its fields stay as printed; the
instrument that it means is in ``instrument``, found in the same text or in the registry of laws.

These are not citations: a type without a particular document (``các nghị định``), a verb (``quyết định``), a
common noun (``luật chơi``), a form, a standard, a judgment, a contract or a file number.

>>> [m.value.number for m in find("Nghị định 119/2020/NĐ-CP và các quyết định khác")]
['119/2020/NĐ-CP']
"""

from __future__ import annotations

import re
from typing import Any

from ..errors import ParseError
from ..grammar import Rule
from ..model import Citation, Context, Mention, When, context_of
from ..model._when import when
from ..reading import Reading
from ..registries import Pattern
from ..registries import instruments as registry
from ..registries.instruments import Law
from ..text import TextView
from ._laws import law_by_number
from ._number import analyse, number_end
from ._relation_days import WITH_DAYS, days_stated
from ._relations import TO_TARGET, relation_verbs
from ._render import render, render_english
from ._resolve import mentions_of
from ._rules import Candidate, grammar, rules

__all__ = [
    "RULES",
    "TO_TARGET",
    "WITH_DAYS",
    "days_stated",
    "find",
    "find_instruments",
    "grammar",
    "law",
    "laws",
    "normalize_number",
    "parse",
    "parse_instrument",
    "relation_verbs",
    "render",
    "render_english",
]

RULES: tuple[Rule[Candidate], ...]


def __getattr__(name: str) -> Any:
    # Made on first use: the rules need the types' names from a data file, and importing must read none.
    if name == "RULES":
        return rules()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def find(text: str | TextView | Reading, context: Context = Context()) -> tuple[Mention[Citation], ...]:
    """All citations in *text*, by start, without overlaps.

    A law named without its year is the one in force on ``context.published``. Without that day it is resolved
    only where the text itself says which it is, or where there has been only one law of that name.

    >>> (mention,) = find("theo điểm a khoản 2 Điều 5 Luật Xuất bản năm 2012")
    >>> mention.value.pinpoint, mention.value.instrument.number
    ('điểm a khoản 2 Điều 5', '19/2012/QH13')
    """
    return tuple(mentions_of(Reading.of(text, context)))


def parse(quote: str, context: Context = Context()) -> Citation:
    """The one citation that the whole of *quote* is.

    >>> parse("Thông tư số 33/2018/TT- BLĐTBXH").instrument.number
    '33/2018/TT-BLĐTBXH'

    Raises:
        ParseError: Part of *quote* does not belong to a citation.
    """
    view = TextView(quote)
    found = tuple(mentions_of(Reading(view, context)))
    left = len(view.text) - len(view.text.lstrip())
    right = len(view.text.rstrip(_MARKS_AFTER))
    if not found:
        raise ParseError(
            "instrument", quote, (0, len(quote)), "a citation is needed, such as Nghị định 119/2020/NĐ-CP"
        )
    first = found[0]
    if first.start > left:
        raise ParseError("instrument", quote, (0, min(first.start, len(quote))), "words before the citation")
    if first.end < right:
        raise ParseError(
            "instrument", quote, (min(first.end, len(quote)), len(quote)), "words after the citation"
        )
    return first.value


#: Full stops and footnote marks after a citation are ignored.
_MARKS_AFTER = " \n\t\r\u00a0.,;\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_SO = Pattern(r"\s*(?:số\s*:?\s*)?", re.IGNORECASE)


def normalize_number(number: str) -> str:
    """The number of a document as the regulations write it (Nghị định 30/2020/NĐ-CP, Phụ lục III).

    Letters in the spelling of the registries, at least two digits, no spaces. Numbers equal in this form are
    the same number; which document it is depends on its issuer and day too (``Citation.uri``).

    >>> normalize_number("28/2020/nđ-cp")
    '28/2020/NĐ-CP'
    >>> normalize_number("số 5 /NQ- CP.")
    '05/NQ-CP'

    Raises:
        ParseError: *number* is not the whole number of a document.
        TypeError: *number* is not a string.
    """
    view = TextView(number)
    begin = _SO.match(view.plain)
    start = begin.end() if begin is not None else 0
    end = number_end(view.plain, start)
    if end is None or end < len(view.plain.rstrip(_MARKS_AFTER)):
        rest = (end or start, len(number)) if (end or start) < len(number) else (0, len(number))
        raise ParseError("number", number, rest, "no number of a document")
    parts = analyse(view.plain[start:end])
    if not parts.full:
        raise ParseError("number", number, (0, len(number)), "no letters of a type or an issuer")
    return parts.canonical


def law(number: str) -> Law:
    """The law, code or ordinance with a number: its passing, its validity, what amended and replaced it.

    >>> found = law("80/2015/QH13")
    >>> found.title, str(found.passed), found.validity.text, found.replaced_by
    ('Luật Ban hành văn bản quy phạm pháp luật', '2015-06-22', '2016-07-01/2025-03-31', ('64/2025/QH15',))

    Raises:
        KeyError: The registry has no law with that number, or (before 1998) several promulgated by one order.
        ParseError: *number* is not the number of a document.
    """
    found = law_by_number(normalize_number(number))
    if len(found) != 1:
        raise KeyError(number)
    return found[0]


def laws(*, on: When | None = None) -> tuple[Law, ...]:
    """The laws of the registry, by id; with *on*, only those known to be in force on that day.

    >>> {"80/2015/QH13", "64/2025/QH15"} & {law.number for law in laws(on="2025-04-01")}
    {'64/2025/QH15'}
    """
    every = tuple(registry.laws().values())
    day = Context(published=when("on", on)).day
    if day is None:
        return every
    return tuple(law for law in every if law.validity.start is not None and day in law.validity)


def find_instruments(
    text: str, context: Context | None = None, *, published: When | None = None
) -> tuple[Mention[Citation], ...]:
    """Every citation of one particular legal, administrative or Party document in *text*, by start.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text; it replaces the argument below.
        published: When the text was published: a date, a date-time, or either in ISO 8601. It decides which
            law was in force and fills in a year that is left out.

    >>> [m.quote for m in find_instruments("Căn cứ Nghị định số 119/2020/NĐ-CP ngày 07/10/2020;")]
    ['Nghị định số 119/2020/NĐ-CP ngày 07/10/2020']
    >>> [m.value.uri for m in find_instruments("theo Luật Báo chí", published="2020-12-17")]
    ['/eli/vn/luat/2016/103-2016-qh13']

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: *published* is not a day.
    """
    return find(text, context_of(context, published=published))


def parse_instrument(text: str, context: Context | None = None, *, published: When | None = None) -> Citation:
    """The one citation that the whole of *text* is.

    Args:
        text: The citation, without words around it.
        context: As in ``find_instruments``.
        published: As in ``find_instruments``.

    >>> parse_instrument("Nghị định số 119/2020/NĐ-CP").issuer.name
    'Chính phủ'

    Raises:
        ParseError: Part of *text* does not belong to a citation.
        TypeError: An argument has the wrong type.
        ValueError: *published* is not a day.
    """
    return parse(text, context_of(context, published=published))
