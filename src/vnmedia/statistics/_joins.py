"""Pairs of numbers that belong together: ranges, rows that share a unit, sums in two units."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from ..numbers import CONTEXT, plain_decimal
from ..registries import Pattern
from ..registries.units import Unit, units
from ..text import TextView
from ._around import is_name, is_score
from ._figure import Figure
from ._open import OPEN

__all__ = ["LONGEST_BETWEEN", "WITH_CENTS", "joined_range", "repeats", "shares_unit", "with_minor_unit"]

_JOINER = Pattern(r" ?[-–—~÷] ?| (?:đến|tới|cho đến|cho tới) ")
# Figures that share the unit of the last: tăng từ 5 lên 7 triệu đồng, hai, ba và bốn tỷ đồng.
_ROW = Pattern(" (?:lên|xuống|lên đến|lên tới|xuống còn|còn|và|hoặc|hay) |, ")
_BETWEEN = Pattern(r"giữa (?:khoảng )?\Z")
_GLOSS = Pattern(r" ?\((?:tức |tương đương )?")
#: Two figures farther apart than this have nothing to do with each other.
LONGEST_BETWEEN = len(" (tương đương ")
# The first bound, where only the second states the thousands: 25-30.000 đồng.
_BARE = Pattern("[1-9][0-9]{0,2}")
_THOUSANDS = Pattern("[0-9]{1,3}[.,][0-9]{3}")
_HUNDREDTH = Decimal("0.01")
#: The currencies whose hundredths are mentioned in texts.
WITH_CENTS = frozenset(("USD", "EUR", "GBP", "AUD", "CAD", "SGD", "HKD", "NZD", "INR"))


def shares_unit(view: TextView, first: Figure, second: Figure) -> bool:
    """Whether *first*, which has no unit of its own, takes that of *second*."""
    if second.counted is not None and second.counted.sort not in ("money", "measure", "percent", OPEN):
        return False
    return _ROW.fullmatch(view.lower, first.end, second.start) is not None and not is_name(
        first.words, first.low, firm=False
    )


def repeats(view: TextView, first: Figure, second: Figure) -> bool:
    """Whether *second* repeats *first* in brackets: hai nghìn đồng (2.000 đồng)."""
    return (
        first.counted is not None
        and second.counted is not None
        and view.lower.startswith((" (", "("), first.end)  # as the repetition does
        and (first.low, first.high, first.counted.unit) == (second.low, second.high, second.counted.unit)
        and _GLOSS.fullmatch(view.lower, first.end, second.start) is not None
    )


def joined_range(view: TextView, first: Figure, second: Figure) -> Figure | None:
    """The range that two figures with a dash or ``đến`` between them make."""
    _unsign(view, first, second)
    joiner = _JOINER.fullmatch(view.lower, first.end, second.start)
    if joiner is None and view.lower[first.end : second.start] == " và ":
        between = _BETWEEN.search(view.lower, max(0, first.start - 14), first.start)
        if between is not None:
            joiner, first.start = between, between.start()  # giữa 1.000 và 2.000 đồng
    if joiner is None or second.counted is None or first.candidate.of or second.candidate.of:
        return None
    if first.counted is not None and first.counted.unit not in ("", second.counted.unit):
        return None
    dashed = joiner.group().strip() in "-–—"
    low, high = _bounds(first, second, dashed)
    if dashed and second.counted.sort in ("noun", "word") and is_name(first.words, low, firm=False):
        return None
    if _is_slip(first.candidate.printed, second.candidate.printed):
        return None
    if low >= high or (dashed and second.counted.sort in ("noun", "word") and is_score(first.words)):
        return None
    second.start, second.low, second.high = first.start, low, high
    second.qualifier = second.qualifier or first.qualifier
    second.words = first.words
    return second


def _unsign(view: TextView, first: Figure, second: Figure) -> None:
    """Read the sign of *second* as the dash of a range after a smaller bare number: ``10 -15 km``."""
    signed = second.start < second.number_start and second.low < 0
    if signed and first.counted is None and second.start == first.end + 1 and -first.low > second.low:
        second.start, second.low = second.number_start, CONTEXT.minus(second.low)


# 40.0000-45.000 USD: one bound has thousands, the other a slip that is neither thousands nor decimals.
_SLIP = Pattern(r"[0-9]{1,3}\.[0-9]{4,6}")


def _is_slip(first: str, second: str) -> bool:
    """Whether one of two bounds is misprinted, so that its value is unknown."""
    return any(
        _SLIP.fullmatch(one) and _THOUSANDS.fullmatch(other)
        for one, other in ((first, second), (second, first))
    )


def _bounds(first: Figure, second: Figure, dashed: bool) -> tuple[Decimal, Decimal]:
    """The two numbers; the first takes the scale word or the thousands that only the second states."""
    low, high = first.low, second.high or second.low
    if first.counted is not None or first.candidate.scale != 1:
        return low, high
    if low * second.candidate.scale <= high:
        low = plain_decimal(CONTEXT.multiply(low, second.candidate.scale))
    if not _BARE.fullmatch(first.candidate.printed) or not _THOUSANDS.fullmatch(second.candidate.printed):
        return low, high
    thousands = CONTEXT.multiply(low, Decimal(1000))
    if thousands >= high or (not dashed and thousands * 10 < high):
        return low, high
    money = second.counted is not None and second.counted.sort == "money"
    return (thousands, high) if money or high % 1000 == 0 else (low, high)


def with_minor_unit(view: TextView, first: Figure, second: Figure) -> Figure | None:
    """The sum of a figure and one in a smaller unit: ``3 cây 5 chỉ``, ``2 đô la và 23 xu``."""
    between = view.lower[first.end : second.start]
    if between not in (" ", " và ") or first.counted is None or second.counted is None:
        return None
    if first.high is not None or second.high is not None or first.per or second.qualifier:
        return None
    if first.candidate.of is not None or second.candidate.of is not None:
        return None
    if first.counted.sort == "money":
        part = _HUNDREDTH if second.counted.unit == "cent" and first.counted.unit in WITH_CENTS else None
    else:
        part = _share(first.counted.unit, second.counted.unit) if between == " " else None
    if part is None or CONTEXT.multiply(second.low, part) >= 1:
        return None
    first.low = plain_decimal(CONTEXT.add(first.low, CONTEXT.multiply(second.low, part)))
    first.end, first.per = second.end, second.per
    return first


def _share(symbol: str, smaller: str) -> Decimal | None:
    """The value of a smaller unit as a share of a larger one; None where they measure different things."""
    for large in _measures(symbol):
        for small in _measures(smaller):
            one_region = large.region == small.region or None in (large.region, small.region)
            if large.base != small.base or not one_region or large.ratio is None or small.ratio is None:
                continue
            if small.ratio < large.ratio:
                return CONTEXT.divide(small.ratio, large.ratio)
    return None


@cache
def _measures(symbol: str) -> tuple[Unit, ...]:
    """The units with *symbol* that have a value in a base unit; several where it differs by region."""
    return tuple(unit for unit in units().values() if unit.symbol == symbol and unit.ratio is not None)
