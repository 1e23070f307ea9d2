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
    goes_on_naming,
    is_name,
    is_part,
    is_score,
    qualifier_before,
    qualifier_behind,
    words_before,
)
from ._rules import Candidate
from ._units import Counted, read_per, read_unit, words_of

__all__ = ["Figure", "figures"]

_JOINER = re.compile(r" ?[-–—~÷] ?| (?:đến|tới) | đến | cho đến ")
# How many provinces there were: from 2008 and from 2025.
_PROVINCES = (Decimal(63), Decimal(34))
_DASHED = re.compile("[0-9][-–]")
# Figures that share the unit of the last: tăng từ 5 lên 7 triệu đồng, hai, ba và bốn tỷ đồng.
_ROW = re.compile(" (?:lên|xuống|lên đến|lên tới|xuống còn|còn|và|hoặc|hay) |, ")
# What may stand between a number without a unit and the one whose unit it shares.
# Digits that a count has without marks.
_LONGEST_COUNT = 7
_MONEY_BEFORE = re.compile(r"(?:(?<![A-Za-z])(?P<code>USD|VND|EUR) |(?P<sign>US\$|[$€£¥₫]) ?)\Z")
_MONEY_SIGNS = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₫": "VND"}
_LEADS_ON = re.compile(r" ?[-–—~÷,]| (?:đến|tới|cho|lên|xuống|còn|và|hoặc|hay)(?!\w)")
_GLOSS = re.compile(r" ?\((?:tức |tương đương )?")
_MILLION = Decimal(10) ** 6
_PRICE = frozenset(("giá", "tiền", "phí", "phạt", "lương", "vé", "trả", "bán", "mua", "thu", "chi", "thưởng"))
_ONE_COUNTS = frozenset(("percent", "money", "measure"))
_VAGUE_MEASURES = frozenset(("lượng", "chỉ", "mẫu", "thước", "gang", "sải", "độ", "m³", "dặm", "cent", "giạ"))
_LAW_PARTS = frozenset(("điều", "khoản", "điểm", "mục", "chương", "phần", "phụ lục", "luật"))
_COINS = frozenset(("đồng tiền", "đồng xu", "đồng hồ", "đồng đội", "đồng minh"))
# Names of money that mean much else: from a thousand on, or with a scale word, they are money.
_RARE_MONEY = frozenset(("bảng", "tệ", "real", "rand", "lira", "bạt", "try"))
# Words that mean much else beside a number; they count only nouns that are commonly counted.
_RARELY_COUNT = frozenset(map(Decimal, range(5, 11)))
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
        yield figure


def _figure(view: TextView, found: Found[Candidate]) -> Figure | None:
    """The figure that one number makes; without a unit where it may only begin a range."""
    candidate, lower, start, end = found.candidate, view.lower, found.start, found.end
    if is_part(view.plain, start, end):
        return None
    counted = _counted(view, found)
    paid = _MONEY_BEFORE.search(view.plain, max(0, start - 5), start)
    if paid is not None and (counted is None or counted.sort not in ("money", "percent", "measure")):
        return _prefixed(view, found, paid)
    if counted is None and candidate.scale == 1 and not _LEADS_ON.match(lower, end):
        return None
    if (counted is not None and counted.sort in ("time", "place")) or _is_proper(
        view.plain, start, end, counted
    ):
        return None
    near = words_before(lower, start)
    begin, qualifier, words = qualifier_before(lower, start, near)
    if qualifier is not None and _is_preposition(lower, begin, candidate, counted):
        begin, qualifier, words = start, None, near
    if qualifier == "above" and counted is not None and counted.sort == "percent" and near[:1] == ["vượt"]:
        begin, qualifier, words = start, None, near  # vượt 8%: by how much
    if counted is None:
        counted = _bare_money(view, candidate, end, near)
    if counted is not None and not _counts(view, found, counted, near, qualifier):
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


def _prefixed(view: TextView, found: Found[Candidate], paid: re.Match[str]) -> Figure:
    """A sum with its money before it: ``$5 triệu``, ``USD 300``."""
    code = paid["code"] or _MONEY_SIGNS[paid["sign"]]
    near = words_before(view.lower, paid.start())
    begin, qualifier, words = qualifier_before(view.lower, paid.start(), near)
    return Figure(
        start=begin,
        number_start=found.start,
        end=found.end,
        low=found.candidate.value,
        high=found.candidate.high,
        candidate=found.candidate,
        counted=Counted(code, found.end, "money"),
        qualifier=qualifier,
        words=words,
    )


def _is_preposition(lower: str, begin: int, candidate: Candidate, counted: Counted | None) -> bool:
    """Whether ``trên``, ``dưới`` say where: trên 5 lĩnh vực, trên 63 tỉnh, dưới 2 hình thức."""
    if not lower.startswith(("trên ", "dưới "), begin) or counted is None:
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
    if counted is not None and counted.unit in _COINS and found.candidate.value >= 1000:
        # 1.000.000 đồng tiền mặt: a sum; 6 đồng tiền counts currencies.
        return Counted("VND", counted.end - len(counted.unit) + len("đồng"), "money")
    return counted


def _bare_money(view: TextView, candidate: Candidate, end: int, words: list[str]) -> Counted | None:
    """``gần 3 tỷ`` without a noun is an amount of đồng; a population is of people."""
    if words[:2] == ["số", "dân"] and candidate.scale >= 1000:
        return Counted("người", end, "noun", "person")
    if view.lower.startswith("/", end) or (end and view.lower[end - 1] in "kr"):
        priced = candidate.scale >= 1000
    else:
        priced = candidate.scale >= _MILLION or (
            candidate.scale >= 1000 and any(word in _PRICE for word in words[:3])
        )
    return Counted("VND", end, "money") if priced else None


def _counts(
    view: TextView, found: Found[Candidate], counted: Counted, words: list[str], qualifier: Qualifier | None
) -> bool:
    """Whether the number before *counted* counts it, rather than naming something before it."""
    candidate = found.candidate
    in_digits = bool(candidate.printed)
    if candidate.bare and qualifier is None:
        return False
    if counted.sort == "percent":
        return True
    if (
        view.lower[found.end : counted.end].strip() in _RARE_MONEY
        and candidate.scale == 1
        and candidate.value < 1000
    ):
        return False
    if not in_digits and candidate.value == 1 and candidate.of is None and candidate.scale == 1:
        return counted.sort in _ONE_COUNTS and counted.unit not in _VAGUE_MEASURES
    if view.lower.startswith("năm ", found.start) and found.end - found.start == 3:
        return counted.sort in ("noun", "money") and not _is_year_word(view.lower, found.start, counted)
    if counted.sort in ("money", "measure", "age"):
        return not (words and words[0] in ("số", "ql", "km") and is_name(words, candidate.value, firm=False))
    if _is_numbering(view, found, counted) or (in_digits and goes_on_naming(view.lower, found.start)):
        return False
    firm = counted.sort == "noun" and counted.unit[0].islower()
    if words[:1] == ["điều"] and counted.noun_class == "document":
        firm = False
    # quân số 500 người: no house has a number before people
    people = words[:1] == ["số"] and counted.noun_class in ("person", "household")
    if qualifier is None and not people and is_name(words, candidate.value, firm=firm):
        return False
    if not in_digits and counted.sort == "word" and candidate.value in _RARELY_COUNT:
        return False
    return not (_is_year(candidate, qualifier) or _is_code(view.lower, found.start, candidate))


def _is_numbering(view: TextView, found: Found[Candidate], counted: Counted) -> bool:
    """Whether what follows is named rather than counted: ``khoản 3 Điều 5``, a list's ``1 Sở Y tế``."""
    behind = view.plain[counted.end : counted.end + 2]
    if counted.unit.lower() in _LAW_PARTS:
        return behind[1:].isdecimal() or view.lower.startswith(" này", counted.end)
    opens_line = found.start == 0 or view.plain[found.start - 1] == "\n"
    return opens_line and found.candidate.of is None and counted.unit[0].isupper() and behind[1:].isupper()


def _is_year_word(lower: str, start: int, counted: Counted) -> bool:
    """Whether a lone ``năm`` is the year: ``mỗi năm người dân …``, ``10 năm``, ``năm học``."""
    before = words_before(lower, start)[:1]
    return (
        lower[max(0, start - 2) : start - 1].isdecimal()
        or bool(words_of("year-before").intersection(before))
        or counted.unit in words_of("year-behind")
    )


def _is_year(candidate: Candidate, qualifier: Qualifier | None) -> bool:
    """Four digits without a mark are a year unless they are round or something qualifies them."""
    text = candidate.printed
    return (
        len(text) == 4
        and text.isdecimal()
        and 1800 <= int(text) <= 2100
        and int(text) % 100 != 0
        and qualifier is None
    )


def _is_code(lower: str, start: int, candidate: Candidate) -> bool:
    """Whether the digits are too many for a count, or go on a row of groups: a telephone's, an account's."""
    text = candidate.printed
    return text.isdecimal() and (
        len(text) > _LONGEST_COUNT or (len(text) > 2 and lower[max(0, start - 4) : start - 1].isdecimal())
    )


def _chosen(candidate: Candidate, counted: Counted | None) -> Decimal:
    """The reading of the digits that the unit allows: things and whole đồng are not split."""
    if candidate.other is None or counted is None or candidate.scale != 1:
        return candidate.value
    whole = counted.sort in ("noun", "word") or counted.unit in ("VND", "JPY", "KRW")
    if whole and "," in candidate.printed:
        return candidate.other
    return candidate.value


def _is_proper(plain: str, start: int, end: int, counted: Counted | None) -> bool:
    """Whether a capital makes the number part of a name (Ba Đình, thứ Hai) or of a code (5K)."""
    if plain[end - 1] == "K" and plain[end - 2].isdecimal():
        return end - start < 4
    if not plain[start].isupper() or plain[start:end].isupper():
        return False
    if counted is None or not counted.unit[0].islower():
        return True
    before = plain[max(0, start - 3) : start].rstrip(" ")
    return counted.sort == "word" and bool(before) and (before[-1].isalnum() or before[-1] == ",")


def _sign(lower: str, start: int) -> int:
    """How many characters before the number make it negative: ``-2,5%``, ``âm 3 độ C``."""
    if lower.startswith("âm ", max(0, start - 3)) and start >= 3:
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
    joiner = _JOINER.fullmatch(view.lower, first.end, second.start)
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
