"""The unit of a sum that states none: ``98 triệu dân, Hà Nội 8 triệu``, ``Lượt xem: 3 tỷ``, ``phạt 3 triệu``.

A bare million or billion is money only where its sentence speaks of money. Else it takes the unit that its
clause names, or that a large figure beside it has; else it has none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

import attrs

from ..registries import Pattern
from ..text import TextView
from ._figure import Figure
from ._units import Counted, noun_at, words_of

__all__ = ["OPEN", "settle"]

#: The sort of a unit that is not known yet.
OPEN: Final = "open"
# How much of a sentence is read before and after its number.
_REACH = 240
_SENTENCE_END = Pattern(r"[.!?…](?=\s)|\n")
_CLAUSE_END = Pattern(r"[,;:()](?=\s)|\n")
# Leads from a noun to the number of it.
_MEASURES = Pattern(
    r"(?: [^\W\d_]+){0,4}?(?::| (?:đạt|là|lên|tăng|giảm|vượt|còn|chạm|cán))"
    r"(?: (?:khoảng|gần|hơn|trên|tới|đến|mức|mốc|còn|lên|xuống|dưới))* ?"
)
_NAMED = Pattern(r"(?:[\s\-–•*+“\"]*)(?:(?:tổng|có|hiện|riêng|với|và|khoảng) )*(?=số |lượng |\w)")
# Figures from here on may share their unit with a sum beside them.
_LARGE = Decimal(1000)


@cache
def _money() -> re.Pattern[str]:
    """Words about money, each in a named group; compounds that only look so come first, without a name."""
    other = "|".join(sorted(map(re.escape, words_of("no-money")), key=len, reverse=True))
    money = "|".join(sorted(map(re.escape, words_of("money")), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:(?:{other})|(?P<money>{money}))(?!\w)")


def _speaks_of_money(lower: str, start: int, end: int) -> bool:
    return any(match["money"] for match in _money().finditer(lower, start, end))


def settle(view: TextView, figures: list[Figure]) -> None:
    """Give each of *figures*, which are in order, the unit that its own words do not state."""
    for index, figure in enumerate(figures):
        if figure.counted is not None and figure.counted.sort == OPEN:
            found = _unit(view, figures, index)
            figure.inferred = found is not None
            if found is not None:
                figure.counted = attrs.evolve(found, end=figure.counted.end)


def _unit(view: TextView, figures: list[Figure], index: int) -> Counted | None:
    figure, lower = figures[index], view.lower
    if figure.per in words_of("priced-per"):
        return _VND
    start, end = _sentence(lower, figure)
    before = [other for other in figures[max(0, index - 6) : index] if other.start >= start]
    after = [other for other in figures[index + 1 : index + 7] if other.end <= end]
    clause = max([start, *(other.end for other in before)])
    clause_end = min([end, *(other.start for other in after)])
    named = _named(view, clause, figure.start)
    if named is not None:
        return named
    if _speaks_of_money(lower, clause, clause_end):
        return _VND
    for other in (*reversed(before), *after):
        if other.counted is not None and _lends_unit(other):
            return other.counted
    return _VND if figure.candidate.typed or _speaks_of_money(lower, start, end) else None


_VND = Counted("VND", 0, "money")


def _lends_unit(figure: Figure) -> bool:
    counted = figure.counted
    if counted is None or counted.sort in (OPEN, "percent", "age") or figure.candidate.of is not None:
        return False
    return counted.sort == "money" or (figure.high or figure.low) >= _LARGE


def _sentence(lower: str, figure: Figure) -> tuple[int, int]:
    """The sentence around *figure*, within the reach that is read."""
    start = max(0, figure.start - _REACH)
    for boundary in _SENTENCE_END.finditer(lower, start, figure.start):
        start = boundary.end()
    limit = min(len(lower), figure.end + _REACH)
    next_boundary = _SENTENCE_END.search(lower, figure.end, limit)
    return start, next_boundary.start() if next_boundary else limit


def _named(view: TextView, start: int, end: int) -> Counted | None:
    """The noun that a number counts, as the clause before says: ``số người dự là``, ``Lượt truy cập:``."""
    lower = view.lower
    said = lower.rfind("dân số", start, end)
    if said >= 0:
        return Counted("người", end, "noun", "person")
    for lead in ("số ", "tổng "):  # số người dự, tổng lượt xem
        number = lower.rfind(lead, start, end)
        if number >= 0 and (counted := _noun(view, number + len(lead), end)) is not None:
            return counted
    opening = _NAMED.match(lower, start, end)
    counted = _noun(view, opening.end(), end) if opening else None
    return counted if counted is not None and _MEASURES.fullmatch(lower, counted.end, end) else None


def _noun(view: TextView, start: int, limit: int) -> Counted | None:
    """The noun at *start*, before *limit*, if there can well be millions of it."""
    counted = noun_at(view, start)
    return counted if counted is not None and counted.end <= limit and _is_counted(counted) else None


def _is_counted(counted: Counted) -> bool:
    """Whether there can well be millions of it: people, visits, things, but no bodies, papers or places."""
    if _money().search(counted.unit.lower()):
        return False
    return counted.noun_class in ("person", "event", "object", "household", "vehicle", "classifier")
