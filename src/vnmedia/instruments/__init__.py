"""Instruments: citations of particular legal, administrative and Party documents of Việt Nam.

A citation has a type, and mostly a number, date and issuer (``Quyết định số 135/QĐ-TTg ngày 20/01/2020
của Thủ tướng Chính phủ``), or it names a law (``Luật Báo chí năm 2016``). Its fields stay as printed; what it
means is in ``uri`` and ``resolved``, found in the same text or in the registry of laws.

No citation is a type without a particular document (``các nghị định``), a verb (``quyết định``), a common
noun (``luật chơi``), a form, a standard, a judgment, a contract or a file number.

>>> [m.value.number for m in find("Nghị định 119/2020/NĐ-CP và các quyết định khác")]
['119/2020/NĐ-CP']
"""

from __future__ import annotations

from typing import Any

from ..errors import ParseError
from ..grammar import Rule
from ..model import Context, LegalInstrument, Mention
from ..reading import Reading
from ..text import TextView
from ._render import render, render_english
from ._resolve import mentions_of
from ._rules import Candidate, rules

__all__ = ["RULES", "find", "parse", "render", "render_english"]

RULES: tuple[Rule[Candidate], ...]


def __getattr__(name: str) -> Any:
    # The rules hold the types' names, which lie in a data file; importing reads none.
    if name == "RULES":
        return rules()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def find(
    text: str | TextView | Reading, context: Context = Context()
) -> tuple[Mention[LegalInstrument], ...]:
    """Every citation in *text*, by start, none overlapping another.

    A law that is named without its year is the one in force on ``context.published``; without that day it is
    resolved only where the text itself tells, or where there has never been another.

    >>> (mention,) = find("theo điểm a khoản 2 Điều 5 Luật Xuất bản năm 2012")
    >>> mention.value.pinpoint, mention.value.resolved.number
    ('điểm a khoản 2 Điều 5', '19/2012/QH13')
    """
    return tuple(mentions_of(Reading.of(text, context)))


def parse(quote: str, context: Context = Context()) -> LegalInstrument:
    """The one citation that the whole of *quote* is.

    >>> parse("Thông tư số 33/2018/TT- BLĐTBXH").resolved.number
    '33/2018/TT-BLĐTBXH'

    Raises:
        ParseError: Part of *quote* belongs to no citation.
    """
    view = TextView(quote)
    found = tuple(mentions_of(Reading(view, context)))
    left = len(view.text) - len(view.text.lstrip())
    right = len(view.text.rstrip())
    if not found:
        raise ParseError("instrument", quote, (0, len(quote)), "no rule reads it")
    first = found[0]
    if first.start > left:
        raise ParseError("instrument", quote, (0, min(first.start, len(quote))), "words before the citation")
    if first.end < right:
        raise ParseError(
            "instrument", quote, (min(first.end, len(quote)), len(quote)), "words behind the citation"
        )
    return first.value
