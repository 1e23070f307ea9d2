"""From the numbers in a text to its figures: units, qualifiers, ranges; other numbers are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from string import ascii_uppercase

from ..grammar import Found
from ..model.statistic import Qualifier
from ..numbers import CONTEXT, plain_decimal
from ..registries import Pattern
from ..text import TextView
from ._around import (
    EVERY,
    FAR,
    is_compared,
    is_name,
    is_part,
    per_before,
    qualifier_after,
    qualifier_before,
    qualifying,
    times_before,
    words_before,
)
from ._counts import counts, is_proper, makes_no_figure
from ._figure import Figure
from ._joins import LONGEST_BETWEEN, WITH_CENTS, joined_range, repeats, shares_unit, with_minor_unit
from ._open import OPEN, settle
from ._rules import Candidate, alone
from ._units import Counted, currency, read_per, read_unit, words_of

__all__ = ["figures"]

# How many provinces there were: since 2008 and since 2025.
_PROVINCES = (Decimal(63), Decimal(34))
_AFTER_DASH = Pattern("(?<=[0-9][-–])")
# The words right before a negative number; where there are none, a sign may stand there.
_MAY_BE_SIGNED: tuple[list[str], ...] = ([], ["âm"])
_MONEY_SIGNS = "$€£¥₫₩₹₽₱฿"
_MONEY_BEFORE = Pattern(
    rf"(?:(?<!\w)(?P<code>[A-Z]{{3}}|Rs\.?|RM) ?|(?P<sign>US[$]|VN[$]|[{_MONEY_SIGNS}]) ?)\Z"
)
# The last characters of all of them: after most words no number need be checked for money before it.
_MONEY_ENDS = frozenset(f"{ascii_uppercase}s.{_MONEY_SIGNS}")
# Currencies whose code is recognized without a large sum.
_COMMON = frozenset(("VND", "USD", "EUR", "GBP", "JPY", "CNY", "AUD", "SGD", "CHF", "HKD", "INR"))
# What may stand between a number without a unit and the one whose unit it shares.
_LEADS_ON = Pattern(r" ?[-–—~÷,]| (?:đến|tới|cho|lên|xuống|còn|và|hoặc|hay)(?!\w)")
_MILLION = Decimal(10) ** 6
_BILLION = Decimal(10) ** 9
_SILVER = tuple(f"{medal}{mark} " for medal in (" bạc", " hcb") for mark in (",", ", và", " và"))
_CENTS = Pattern(r" ([0-9]{2})(?=\s*\Z|[;!?)]|[.,](?![0-9]))")
_HALF = Pattern(" (?:rưỡi|rưởi)(?!\\w)")
# What is read after a unit begins with one of these, or is a few words with ``trở``.
_READS_ON = re.compile(" ?/| (?:rưỡi|rưởi|mỗi|một|trên|có lẻ)(?!\\w)")


def figures(view: TextView, found: Iterable[Found[Candidate]]) -> list[Figure]:
    """The figures that the numbers *found* in *view* make, in order, none overlapping another.

    Ranges and sums in two units are joined, rows share their unit.
    """
    made: list[Figure] = []
    row: list[Figure] = []
    for figure in _alone(view, found):
        last = row[-1] if row and figure.start - row[-1].end <= LONGEST_BETWEEN else None
        if last is not None and _is_taken_in(view, row, figure):
            continue
        if _AFTER_DASH.match(view.lower, figure.number_start):
            continue  # the second number of a score or a code is no figure of its own
        if last is None or last.counted is not None or not shares_unit(view, last, figure):
            made += _with_units(row)
            row = []
        row.append(figure)
    made += _with_units(row)
    settle(view, made)
    return made


def _alone(view: TextView, found: Iterable[Found[Candidate]]) -> list[Figure]:
    """Each number that may be a figure, or the first of several that share a unit."""
    made: list[Figure] = []
    end = 0
    for number in found:
        if number.start < end:
            continue
        figure = _figure(view, number, end)
        if figure is None and number.candidate.spaced:
            figure = _figure(view, alone(number), end)
        if figure is not None:
            end = figure.end
            made.append(figure)
    return made


def _is_taken_in(view: TextView, row: list[Figure], figure: Figure) -> bool:
    """Whether *figure* goes into the last one of the *row* before it, or only repeats that."""
    one = joined_range(view, row[-1], figure) or with_minor_unit(view, row[-1], figure)
    if one is not None:
        row[-1] = one
    return one is not None or repeats(view, row[-1], figure)


def _with_units(row: list[Figure]) -> list[Figure]:
    """The figures of a *row* that shares its last one's unit and scale; none if that one has no unit."""
    last = row[-1] if row else None
    if last is None or last.counted is None:
        return []
    for figure in row:
        if figure.counted is None:
            figure.counted = last.counted
            if figure.candidate.scale == 1:
                figure.low = plain_decimal(CONTEXT.multiply(figure.low, last.candidate.scale))
                if figure.high is not None:
                    figure.high = plain_decimal(CONTEXT.multiply(figure.high, last.candidate.scale))
    return row


def _figure(view: TextView, found: Found[Candidate], previous: int) -> Figure | None:
    """The figure that a number makes; without a unit where the number may only begin a range.

    The figure before ends at *previous*: a dash right there joins two bounds and is no code (``20cm-35cm``).
    """
    candidate, start, end = found.candidate, found.start, found.end
    lower, plain = view.lower, view.plain
    if is_part(plain, start, end, bound=start - 1 == previous):
        return None
    counted = _counted(view, found)
    if candidate.spaced and not _is_one_number(view, found, counted):
        return None
    last = plain[start - 1]
    may_be_paid = (plain[start - 2] if last == " " else last) in _MONEY_ENDS
    paid = _money_before(plain, found) if may_be_paid and start else None
    if paid is not None and (counted is None or counted.sort not in ("money", "percent", "measure")):
        return _prefixed(view, found, *paid)
    if counted is None:
        if candidate.scale == 1 and not _LEADS_ON.match(lower, end):
            return None
    elif makes_no_figure(candidate, counted):
        return None
    return _with_words(view, found, counted)


def _with_words(view: TextView, found: Found[Candidate], counted: Counted | None) -> Figure | None:
    """The figure of a number and what it counts, as the words around them show."""
    candidate, start, end = found.candidate, found.start, found.end
    lower, plain = view.lower, view.plain
    near = words_before(lower, start)
    if (plain[start].isupper() or plain[end - 1] == "K") and is_proper(plain, start, end, counted, near):
        return None
    begin, qualifier, words = start, None, near
    if not near or near[0] in _turning():
        begin, qualifier, words = _qualified(lower, found, counted, near)
    counted = _credible(candidate, counted) or _unnamed(view, found, near)
    if counted is not None and not counts(view, found, counted, near, qualifier):
        return None
    figure = Figure(
        start=begin,
        number_start=start,
        end=end if counted is None else counted.end,
        low=candidate.value,
        high=candidate.high,
        candidate=candidate,
        counted=counted,
        qualifier=candidate.qualifier or qualifier,
        words=words,
    )
    if counted is not None:
        if candidate.other is not None:
            figure.low = _chosen(candidate, counted)
        if counted.sort != "noun" and near[:1] in _MAY_BE_SIGNED:
            _read_sign(lower, figure)
        _read_after(view, figure)
        _read_before(lower, figure)
    return figure


@cache
def _turning() -> frozenset[str]:
    """The words right before a number with which it may begin before itself."""
    return qualifying() | {"gấp"}


def _credible(candidate: Candidate, counted: Counted | None) -> Counted | None:
    """What is *counted*, unless there are no billions of it: 44 tỷ doanh thu, 10 tỷ chỉ sau một ngày."""
    if counted is None or (counted.sort != "word" and counted.unit != "chỉ") or candidate.scale < _MILLION:
        return counted
    return counted if counted.unit != "chỉ" and candidate.scale < _BILLION else None


def _money_before(plain: str, found: Found[Candidate]) -> tuple[int, str] | None:
    """Where the sign or code of money before a number begins, and its currency."""
    start = found.start
    paid = _MONEY_BEFORE.search(plain, max(0, start - 5), start)
    money = currency(paid["code"] or paid["sign"]) if paid is not None else None
    if paid is None or money is None or (paid["code"] and not _is_paid(plain, found, money)):
        return None
    return paid.start(), money


def _is_paid(plain: str, found: Found[Candidate], money: str | None) -> bool:
    """Whether a code before a number means money: USD 300, GBP3,01; not the ship SAR 412 or the norm EUR5."""
    candidate = found.candidate
    if candidate.scale != 1 or candidate.value >= 1000:
        return True
    glued = plain[found.start - 1] != " "
    return money in _COMMON and not (glued and len(candidate.printed) == 1)


def _is_one_number(view: TextView, found: Found[Candidate], counted: Counted | None) -> bool:
    """Whether 25 000 is one number: it counts something, and no name or table cell stands before it."""
    lower, start = view.lower, found.start
    if counted is None or counted.sort in ("word", "time", "place", "age"):
        return False
    words = words_before(lower, start)
    if start and lower[start - 1] == "\n":
        return False
    return not is_name(words, Decimal(1), firm=False) and words[:1] != ["giờ"]


def _qualified(
    lower: str, found: Found[Candidate], counted: Counted | None, near: list[str]
) -> tuple[int, Qualifier | None, list[str]]:
    """Where the figure begins, its qualifier, and the words before; false qualifiers are left out."""
    measured = counted is not None and counted.sort == "measure" and not is_compared(lower, counted.end)
    begin, qualifier, words = qualifier_before(lower, found.start, near, measured=measured)
    if qualifier is not None and counted is not None:
        by_how_much = near[:1] == ["vượt"] and counted.sort == "percent"  # vượt 8%
        young = near[:1] == ["non"] and counted.sort not in ("money", "measure")  # mầm non 5 tuổi
        if by_how_much or young or _is_preposition(lower, begin, found.candidate, counted):
            return found.start, None, near
    if counted is not None and counted.unit == "lần":
        return times_before(lower, begin, qualifier, words)
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
    _read_after(view, figure)
    return figure


def _is_preposition(lower: str, begin: int, candidate: Candidate, counted: Counted) -> bool:
    """Whether ``trên``, ``dưới`` are of place: trên 5 lĩnh vực, trên 63 tỉnh, dưới 2 hình thức."""
    if not lower.startswith(("trên ", "dưới "), begin):
        return False
    few = candidate.value < 10 or candidate.value in _PROVINCES
    if few and counted.unit in words_of("surface"):
        return True
    return candidate.of is not None or (few and counted.noun_class in ("place", "document"))


def _read_after(view: TextView, figure: Figure) -> None:
    """Read on after the unit: a half, cents, what the figure is counted per, a qualifier."""
    if figure.counted is not None and figure.counted.unit in WITH_CENTS:
        _read_cents(view, figure)
    lower, end = view.lower, figure.end
    if not _READS_ON.match(lower, end) and lower.find(" trở ", end, end + FAR) < 0:
        return  # as mostly
    half = _HALF.match(lower, end)
    if half is not None:
        figure.low = CONTEXT.add(figure.low, Decimal("0.5"))
        figure.end = half.end()
    per = read_per(view, figure.end)
    if per is not None:
        figure.per, figure.end = per
    end, after = qualifier_after(lower, figure.end)
    if after is not None:
        figure.end, figure.qualifier = end, after


def _read_before(lower: str, figure: Figure) -> None:
    """Read what the figure is counted per where it stands before: ``mỗi quý 280 triệu đồng``."""
    counted, words = figure.counted, figure.words
    if len(words) < 2 or words[1] not in EVERY:
        return
    if figure.per is None and counted is not None and figure.candidate.of is None:
        each = per_before(lower, figure.start, words, priced=counted.sort in ("money", "measure"))
        if each is not None:
            figure.per, figure.start = each


def _read_cents(view: TextView, figure: Figure) -> None:
    """Read two digits after the money as its hundredths: ``hai đô 23``."""
    cents = _CENTS.match(view.lower, figure.end)
    if cents is not None and figure.high is None and figure.low == figure.low.to_integral_value():
        figure.low = CONTEXT.add(figure.low, CONTEXT.multiply(Decimal(cents[1]), Decimal("0.01")))
        figure.end = cents.end()


def _counted(view: TextView, found: Found[Candidate]) -> Counted | None:
    if found.candidate.unit is not None:
        return Counted(found.candidate.unit, found.end, "measure")
    counted = read_unit(view, found.end)
    if counted is None:
        return None
    if counted.unit == "VND":
        # 8 bạc, 5 đồng: medals
        medals = view.lower.endswith(_SILVER, 0, found.start)
        return Counted("đồng", counted.end, "noun") if medals else counted
    coins = counted.unit in words_of("coins") and (found.candidate.of or found.candidate.value) >= 1000
    if coins or (counted.unit == "đồng hồ" and view.lower.startswith(" sơ", counted.end)):
        # 1.000.000 đồng tiền mặt, 100.000 đồng hồ sơ: a sum; 6 đồng tiền counts currencies.
        return Counted("VND", counted.end - len(counted.unit) + len("đồng"), "money")
    return counted


def _unnamed(view: TextView, found: Found[Candidate], words: list[str]) -> Counted | None:
    """A large sum without a unit, which its sentence may show; None for a small number."""
    candidate, lower, end = found.candidate, view.lower, found.end
    priced = candidate.typed or lower.startswith("/", end) or not words_of("price").isdisjoint(words[:3])
    large = candidate.scale >= _MILLION or (candidate.scale >= 1000 and priced)
    return Counted("", end, OPEN) if large else None


def _chosen(candidate: Candidate, counted: Counted | None) -> Decimal:
    """The reading of the digits that the unit allows: things, and money such as đồng, have no fractions."""
    if candidate.other is None or counted is None or candidate.scale != 1:
        return candidate.value
    whole = counted.sort in ("noun", "word") or counted.unit in ("VND", "JPY", "KRW")
    if whole and "," in candidate.printed:
        return candidate.other
    return candidate.value


def _read_sign(lower: str, figure: Figure) -> None:
    """Read the sign that makes the number negative, and the qualifier before it."""
    sign = _sign(lower, figure.number_start)
    if not sign:
        return
    figure.low = CONTEXT.minus(figure.low)
    if figure.start == figure.number_start:
        begin = figure.start - sign
        figure.start, qualifier, figure.words = qualifier_before(lower, begin, words_before(lower, begin))
        figure.qualifier = figure.candidate.qualifier or qualifier


def _sign(lower: str, start: int) -> int:
    """The length of the sign that makes the number negative: ``-2,5%``, ``âm 3 độ C``."""
    if (
        lower.startswith("âm ", max(0, start - 3))
        and start >= 3
        and not lower[max(0, start - 4) : start - 3].isalpha()
    ):
        return 3
    if start and lower[start - 1] in "-−–" and (start < 2 or lower[start - 2] in " (\n:;[“\"'‘«"):
        return 1
    return 0
