"""From the numbers in a text to its figures: units, qualifiers, ranges, and what is no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from ..grammar import Found
from ..model import Statistic
from ..model.statistic import Qualifier
from ..numbers import CONTEXT, plain_decimal
from ..text import TextView
from ._around import (
    change_before,
    is_name,
    is_part,
    is_score,
    qualifier_before,
    qualifier_behind,
    words_before,
)
from ._counts import counts, is_proper
from ._rules import Candidate
from ._units import Counted, currency, read_per, read_unit

__all__ = ["Figure", "figures"]

_JOINER = re.compile(r" ?[-–—~÷] ?| (?:đến|tới|cho đến|cho tới) ")
_LONGEST_JOINER = len(" cho đến ")
# How many provinces there were: from 2008 and from 2025.
_PROVINCES = (Decimal(63), Decimal(34))
_DASHED = re.compile("[0-9][-–]")
# Figures that share the unit of the last: tăng từ 5 lên 7 triệu đồng, hai, ba và bốn tỷ đồng.
_ROW = re.compile(" (?:lên|xuống|lên đến|lên tới|xuống còn|còn|và|hoặc|hay) |, ")
_MONEY_BEFORE = re.compile(r"(?:(?<!\w)(?P<code>[A-Z]{3}|Rs\.?) |(?P<sign>US\$|VN\$|[$€£¥₫]) ?)\Z")
# Money whose code needs no large sum to be known as one.
_COMMON = frozenset(("VND", "USD", "EUR", "GBP", "JPY", "CNY", "AUD", "SGD", "CHF", "HKD", "INR"))
_BETWEEN = re.compile(r"giữa (?:khoảng )?\Z")
# What may stand between a number without a unit and the one whose unit it shares.
_LEADS_ON = re.compile(r" ?[-–—~÷,]| (?:đến|tới|cho|lên|xuống|còn|và|hoặc|hay)(?!\w)")
_GLOSS = re.compile(r" ?\((?:tức |tương đương )?")
_MILLION = Decimal(10) ** 6
_BILLION = Decimal(10) ** 9
_PRICE = frozenset(("giá", "tiền", "phí", "phạt", "lương", "vé", "trả", "bán", "mua", "thu", "chi", "thưởng"))
# Things that begin like the money; from a thousand on it is the money.
_COINS = frozenset(("đồng tiền", "đồng xu", "đồng hồ", "đồng đội", "đồng minh"))
# How far before its number a clause may say what is counted: "số người tham gia … đạt 70 triệu".
_CLAUSE = 100  # characters
_CLAUSE_GAP = re.compile(r"[^.;:()\n0-9]*")
_HALF = re.compile(" (?:rưỡi|rưởi)(?!\\w)")


@attrs.define
class Figure:
    """A figure as it is put together: a number with what was read around it."""

    start: int
    number_start: int
    end: int
    low: Decimal
    high: Decimal | None
    candidate: Candidate
    counted: Counted | None
    qualifier: Qualifier | None
    words: list[str]
    per: str | None = None

    def value(self) -> Statistic:
        """The figure as a value of the model."""
        unit = self.counted.unit if self.counted else None
        return Statistic(
            value=self.low if self.high is None else None,
            low=None if self.high is None else self.low,
            high=self.high,
            unit=unit,
            qualifier=self.qualifier,
            per=self.per,
            of=self.candidate.of,
            change=change_before(self.words),
        )


def figures(view: TextView, found: Iterable[Found[Candidate]]) -> Iterator[Figure]:
    """The figures that the numbers *found* in *view* make, in order, none overlapping another."""
    row: list[Figure] = []
    for figure in _alone(view, found):
        last = row[-1] if row else None
        joined = _range(view, last, figure) if last is not None else None
        if joined is not None:
            row[-1] = joined
            continue
        if _DASHED.match(view.lower, max(0, figure.number_start - 2), figure.number_start):
            # The second number of a score or a code is no figure of its own.
            continue
        if last is not None and not _shares_unit(view, last, figure):
            yield from _with_units(row)
            row = []
        elif last is not None and _repeats(view, last, figure):
            continue
        row.append(figure)
    yield from _with_units(row)


def _alone(view: TextView, found: Iterable[Found[Candidate]]) -> Iterator[Figure]:
    """Each number that may be a figure, or the first of several that share a unit."""
    end = 0
    for number in found:
        figure = _figure(view, number) if number.start >= end else None
        if figure is not None:
            end = figure.end
            yield figure


def _with_units(row: list[Figure]) -> Iterator[Figure]:
    """The figures of a *row* that shares its last one's unit and scale; none where that has no unit."""
    if not row or row[-1].counted is None:
        return
    last = row[-1]
    for figure in row:
        if figure.counted is None:
            figure.counted = last.counted
            if figure.candidate.scale == 1:
                figure.low = plain_decimal(CONTEXT.multiply(figure.low, last.candidate.scale))
                if figure.high is not None:
                    figure.high = plain_decimal(CONTEXT.multiply(figure.high, last.candidate.scale))
        yield figure


def _figure(view: TextView, found: Found[Candidate]) -> Figure | None:
    """The figure that one number makes; without a unit where it may only begin a range."""
    candidate, lower, start, end = found.candidate, view.lower, found.start, found.end
    if is_part(view.plain, start, end):
        return None
    counted = _counted(view, found)
    paid = _MONEY_BEFORE.search(view.plain, max(0, start - 5), start)
    money = currency(paid["code"] or paid["sign"]) if paid is not None else None
    if paid and paid["code"] and candidate.scale == 1 and candidate.value < 1000 and money not in _COMMON:
        money = None  # the ship SAR 412
    if paid and money and (counted is None or counted.sort not in ("money", "percent", "measure")):
        return _prefixed(view, found, paid.start(), money)
    if counted is None and candidate.scale == 1 and not _LEADS_ON.match(lower, end):
        return None
    if counted is not None and counted.sort in ("time", "place"):
        return None
    if is_proper(view.plain, start, end, counted):
        return None
    near = words_before(lower, start)
    begin, qualifier, words = _qualified(lower, found, counted, near)
    if counted is not None and candidate.scale >= _BILLION and _is_seldom_counted(counted):
        counted = None  # 44 tỷ doanh thu, 10 tỷ chỉ sau một ngày: such things come not in billions
    counted = counted or _bare_money(view, found, near)
    if counted is not None and not counts(view, found, counted, near, qualifier):
        return None
    sign = _sign(lower, start) if counted is not None and counted.sort != "noun" else 0
    if sign and begin == start:
        begin, qualifier, words = qualifier_before(lower, start - sign, words_before(lower, start - sign))
    value = _chosen(candidate, counted)
    figure = Figure(
        start=begin,
        number_start=start,
        end=counted.end if counted else end,
        low=CONTEXT.minus(value) if sign else value,
        high=candidate.high,
        candidate=candidate,
        counted=counted,
        qualifier=candidate.qualifier or qualifier,
        words=words,
    )
    if counted is not None:
        _read_behind(view, figure)
    return figure


def _qualified(
    lower: str, found: Found[Candidate], counted: Counted | None, near: list[str]
) -> tuple[int, Qualifier | None, list[str]]:
    """Where the figure begins, its qualifier, and the words before; what only looks like one is left out."""
    begin, qualifier, words = qualifier_before(lower, found.start, near)
    if qualifier is not None and counted is not None:
        by_how_much = near[:1] == ["vượt"] and counted.sort == "percent"  # vượt 8%
        if by_how_much or _is_preposition(lower, begin, found.candidate, counted):
            return found.start, None, near
    return begin, qualifier, words


def _prefixed(view: TextView, found: Found[Candidate], start: int, money: str) -> Figure:
    """A sum with its money before it, from *start*: ``$5 triệu``, ``USD 300``."""
    near = words_before(view.lower, start)
    begin, qualifier, words = qualifier_before(view.lower, start, near)
    figure = Figure(
        start=begin,
        number_start=found.start,
        end=found.end,
        low=found.candidate.value,
        high=found.candidate.high,
        candidate=found.candidate,
        counted=Counted(money, found.end, "money"),
        qualifier=qualifier,
        words=words,
    )
    _read_behind(view, figure)
    return figure


def _is_preposition(lower: str, begin: int, candidate: Candidate, counted: Counted) -> bool:
    """Whether ``trên``, ``dưới`` say where: trên 5 lĩnh vực, trên 63 tỉnh, dưới 2 hình thức."""
    if not lower.startswith(("trên ", "dưới "), begin):
        return False
    few = candidate.value < 10 or candidate.value in _PROVINCES
    return candidate.of is not None or (few and counted.noun_class in ("place", "document"))


def _read_behind(view: TextView, figure: Figure) -> None:
    half = _HALF.match(view.lower, figure.end)
    if half is not None:
        figure.low = CONTEXT.add(figure.low, Decimal("0.5"))
        figure.end = half.end()
    per = read_per(view, figure.end)
    if per is not None:
        figure.per, figure.end = per
    end, behind = qualifier_behind(view.lower, figure.end)
    if behind is not None:
        figure.end, figure.qualifier = end, behind


def _counted(view: TextView, found: Found[Candidate]) -> Counted | None:
    if found.candidate.unit is not None:
        return Counted(found.candidate.unit, found.end, "measure")
    counted = read_unit(view, found.end)
    if (
        counted is not None
        and counted.unit in _COINS
        and (found.candidate.of or found.candidate.value) >= 1000
    ):
        # 1.000.000 đồng tiền mặt: a sum; 6 đồng tiền counts currencies.
        return Counted("VND", counted.end - len(counted.unit) + len("đồng"), "money")
    return counted


def _is_seldom_counted(counted: Counted) -> bool:
    return counted.sort == "word" or counted.unit == "chỉ"


def _said_before(view: TextView, start: int) -> Counted | None:
    """What the clause before *start* says that its number counts: ``số người tham gia là 70 triệu``."""
    lower = view.lower
    number = lower.rfind("số ", max(0, start - _CLAUSE), start)
    if number < 0 or not _CLAUSE_GAP.fullmatch(lower, number, start):
        return None
    said = read_unit(view, number + 2)
    return said if said is not None and said.sort == "noun" and said.noun_class is not None else None


def _bare_money(view: TextView, found: Found[Candidate], words: list[str]) -> Counted | None:
    """``gần 3 tỷ`` without a noun is an amount of đồng, but where ``số`` said before what is counted."""
    candidate, start, end = found.candidate, found.start, found.end
    if words[:2] == ["số", "dân"] and candidate.scale >= 1000:
        return Counted("người", end, "noun", "person")
    if candidate.scale >= 1000:
        said = _said_before(view, start)
        if said is not None:
            return Counted(said.unit, end, said.sort, said.noun_class)
    if view.lower.startswith("/", end) or (end and view.lower[end - 1] in "kr"):
        priced = candidate.scale >= 1000
    else:
        priced = candidate.scale >= _MILLION or (
            candidate.scale >= 1000 and any(word in _PRICE for word in words[:3])
        )
    return Counted("VND", end, "money") if priced else None


def _chosen(candidate: Candidate, counted: Counted | None) -> Decimal:
    """The reading of the digits that the unit allows: things and whole đồng are not split."""
    if candidate.other is None or counted is None or candidate.scale != 1:
        return candidate.value
    whole = counted.sort in ("noun", "word") or counted.unit in ("VND", "JPY", "KRW")
    if whole and "," in candidate.printed:
        return candidate.other
    return candidate.value


def _sign(lower: str, start: int) -> int:
    """How many characters before the number make it negative: ``-2,5%``, ``âm 3 độ C``."""
    if (
        lower.startswith("âm ", max(0, start - 3))
        and start >= 3
        and not lower[max(0, start - 4) : start - 3].isalpha()
    ):
        return 3
    if start and lower[start - 1] in "-−–" and (start < 2 or lower[start - 2] in " (\n:;[“\"'‘«"):
        return 1
    return 0


def _shares_unit(view: TextView, first: Figure, second: Figure) -> bool:
    """Whether *first* has no unit of its own and takes that of *second*, or *second* only repeats it."""
    if first.counted is not None:
        return _repeats(view, first, second)
    if second.counted is not None and second.counted.sort not in ("money", "measure", "percent"):
        return False
    return _ROW.fullmatch(view.lower, first.end, second.start) is not None and not is_name(
        first.words, first.low, firm=False
    )


def _repeats(view: TextView, first: Figure, second: Figure) -> bool:
    """Whether *second* gives *first* once more in brackets: hai nghìn đồng (2.000 đồng)."""
    return (
        first.counted is not None
        and second.counted is not None
        and (first.low, first.high, first.counted.unit) == (second.low, second.high, second.counted.unit)
        and _GLOSS.fullmatch(view.lower, first.end, second.start) is not None
    )


def _range(view: TextView, first: Figure, second: Figure) -> Figure | None:
    """The range that two figures with a dash or ``đến`` between them make."""
    if second.start - first.end > _LONGEST_JOINER:
        return None
    joiner = _JOINER.fullmatch(view.lower, first.end, second.start)
    if joiner is None and view.lower[first.end : second.start] == " và ":
        between = _BETWEEN.search(view.lower, max(0, first.start - 14), first.start)
        if between is not None:
            joiner, first.start = between, between.start()  # giữa 1.000 và 2.000 đồng
    if joiner is None or second.counted is None or first.candidate.of or second.candidate.of:
        return None
    if first.counted is not None and first.counted.unit != second.counted.unit:
        return None
    low, high = first.low, second.high or second.low
    if first.candidate.scale == 1 and first.counted is None and low * second.candidate.scale <= high:
        low = plain_decimal(CONTEXT.multiply(low, second.candidate.scale))
    dashed = joiner.group().strip() in "-–—"
    if dashed and second.counted.sort in ("noun", "word") and is_name(first.words, low, firm=False):
        return None
    if low >= high or (dashed and second.counted.sort in ("noun", "word") and is_score(first.words)):
        return None
    second.start, second.low, second.high = first.start, low, high
    second.qualifier = second.qualifier or first.qualifier
    second.words = first.words
    return second
