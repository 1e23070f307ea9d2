"""The forms that the number of a figure takes; its unit and qualifier are for ``_resolve`` to read."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

import attrs

from ..grammar import Found, Rule
from ..model.statistic import Qualifier
from ..numbers import CONTEXT, digits, fraction, order, pair, plain_decimal, read, scale
from ..numbers._value import scaled
from ..registries import Pattern
from ..text import TextView
from ._patterns import (
    BARE_SCALE,
    DOUBLE,
    FRACTION_,
    HALF_UNIT,
    INSERTED,
    NUMBER_,
    NUMBER_IN_DIGITS,
    ORDER_,
    PAIR_,
    PART,
    PART_IN_DIGITS,
    SPACED,
)

__all__ = ["RULES", "Candidate", "alone", "glued_codes"]

_TIMES = {
    "rưỡi": "1.5", "đôi": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8",
    "chín": "9", "mười": "10",
}  # fmt: skip


_TYPED = re.compile(r"[0-9](?:k| ?trđ?[0-9]*| ?(?:nghin|ngan|trieu|ty))\Z")
_MONEY = (
    "USD", "VND", "VNĐ", "EUR", "GBP", "JPY", "CNY", "AUD", "SGD", "CAD", "CHF", "HKD", "INR", "KRW", "THB",
    "MYR", "Rs", "RM",
)  # fmt: skip
_CODE_BEFORE = Pattern(rf"(?<!\w)(?:{'|'.join(_MONEY)})\Z")
_WITHOUT_WORDS = re.compile("[0-9., ]+")

# From this value on, a sum may exceed the planned one; a count of things never exceeds the whole.
_SUM = 10**6


@attrs.define(kw_only=True)  # not frozen: made for each number, it costs a third of the time
class Candidate:
    """A number as printed, without what stands around it.

    Attributes:
        value: Its value, or the lower bound of a rough count.
        high: The upper bound of a rough count.
        other: The second reading of digits with one mark.
        of: The whole that the value is a part of.
        scale: What its last scale words multiply to.
        unit: The unit as printed, where it stands inside the number.
        printed: The number as printed, empty where it has no digits.
        bare: Whether it is a scale word alone, which needs a qualifier.
        typed: Whether its scale is in a short form used for money: 500k, 7tr, 3 trieu.
        spaced: Whether a blank stands between its thousands, which may also separate two numbers.
    """

    value: Decimal
    high: Decimal | None = None
    other: Decimal | None = None
    of: Decimal | None = None
    scale: Decimal = Decimal(1)
    qualifier: Qualifier | None = None
    unit: str | None = None
    printed: str = ""
    bare: bool = False
    typed: bool = False
    spaced: bool = False


def _number(match: re.Match[str]) -> Candidate | None:
    text = match["number"]
    if not text[0].isdecimal():
        return _in_words(text)
    # A long run of digits after a zero is a telephone's or an account's number.
    if text[0] == "0" and len(text) > 3 and text[1] not in ",.":
        return None
    if text.isdecimal():
        return Candidate(value=Decimal(text), printed=text)
    if _WITHOUT_WORDS.fullmatch(text):
        value, second = digits(text)
        value = plain_decimal(value)
        other = (second or value) if "," in text else value
        return Candidate(value=value, other=None if other == value else other, printed=text)
    with_scale = scaled(text)
    if with_scale is not None:
        value, second, multiple = with_scale
        other = (second or value) if "," in text else value
    else:
        value, multiple = read(text), scale(text)
        other = read(text, other=True) if "," in text else value
    return Candidate(
        value=value,
        other=None if other == value else other,
        scale=multiple,
        typed=_TYPED.search(text) is not None,
        printed=text,
    )


@lru_cache(maxsize=4096)
def _in_words(text: str) -> Candidate:
    """The number that *text* states in words alone; nobody changes it, and few different ones occur."""
    return Candidate(value=read(text), scale=scale(text))


def _spaced(match: re.Match[str]) -> Candidate:
    multiple = order(match["scales"])
    value = plain_decimal(CONTEXT.multiply(digits(match["spaced"])[0], multiple))
    return Candidate(value=value, scale=multiple, printed=match["spaced"], spaced=True)


def alone(found: Found[Candidate]) -> Found[Candidate]:
    """The second of two numbers that looked like one, with a blank between its thousands."""
    printed = found.candidate.printed
    start = printed.index(" ") + 1
    factor = found.candidate.scale
    value = CONTEXT.multiply(digits(printed[start:])[0], factor)
    candidate = Candidate(value=plain_decimal(value), scale=factor, printed=printed[start:])
    return Found(found.start + start, found.end, RULES[0], candidate)


def glued_codes(view: TextView) -> list[Found[Candidate]]:
    """The numbers right after a currency code, which no other pattern reads: ``USD1,25 triệu``."""
    found = []
    for start in view.glued_digits:
        if not view.plain.endswith(_MONEY, 0, start) or not _CODE_BEFORE.search(view.plain, start - 3, start):
            continue
        match = _number_pattern().match(view.lower, start)
        candidate = _number(match) if match else None
        if match is not None and candidate is not None:
            found.append(Found(match.start(), match.end(), RULES[0], candidate))
    return found


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(NUMBER_IN_DIGITS)


def _part(match: re.Match[str]) -> Candidate | None:
    value, whole = read(match["part"]), read(match["whole"])
    multiple = scale(match["whole"])
    if multiple > 1 and scale(match["part"]) == 1 and value != 1:
        # 50/120 tỷ đồng: the scale word is for both; 1/10 triệu ca is a rate
        value = plain_decimal(CONTEXT.multiply(value, multiple))
    if not whole or (value > whole and whole < _SUM) or match["part"] == "một":
        return None
    return Candidate(value=value, of=whole, printed=match["part"])


def _fraction(match: re.Match[str]) -> Candidate | None:
    if match["fraction"].endswith(("phần nghìn", "phần ngàn", "phần triệu")):
        return None  # the units ‰ and ppm
    top, bottom = fraction(match["fraction"])
    value = CONTEXT.divide(top, bottom)
    if CONTEXT.multiply(value, bottom) == top and len(value.as_tuple().digits) < 12:
        return Candidate(value=value)
    return Candidate(value=top, of=bottom)


def _order(match: re.Match[str]) -> Candidate:
    _, _, scales = match["order"].partition(" ")
    if not scales:
        return Candidate(value=Decimal(10), qualifier="about")
    value = order(scales)
    return Candidate(value=value, qualifier="order", scale=value)


def _bare_scale(match: re.Match[str]) -> Candidate:
    value = order(match["scales"])
    return Candidate(value=value, scale=value, bare=True)


def _pair(match: re.Match[str]) -> Candidate:
    low, high = pair(match["pair"])
    return Candidate(value=low, high=high, scale=scale(match["pair"]))


def _double(match: re.Match[str]) -> Candidate:
    return Candidate(value=Decimal(_TIMES[match["double"]]), unit="lần")


def _inserted(match: re.Match[str]) -> Candidate:
    decimals, unit = match["decimals"] or match["after"], match["unit"] or match["spaced_unit"].strip()
    return Candidate(value=Decimal(f"{match['whole']}.{decimals}"), unit=unit, printed=match.group())


def _half_unit(match: re.Match[str]) -> Candidate:
    return Candidate(value=Decimal("1.5"), unit=match["unit"])


RULES: tuple[Rule[Candidate], ...] = (
    Rule(
        name="số đếm",
        pattern=NUMBER_,
        digits=NUMBER_IN_DIGITS,
        build=_number,
        examples=(
            "7.5 triệu",
            "36.243.374",
            "hai mươi mốt nghìn",
            "triệu rưỡi",
            "500k",
            "1 tỷ 200 triệu",
            "không phẩy bốn",
            "2 chấm 23",
            "ba trăm bốn bảy",
        ),
        counterexamples=("17.12.2020", "0912345678", "không"),
    ),
    Rule(
        name="số có khoảng trắng giữa hàng nghìn",
        pattern=SPACED,
        build=_spaced,
        examples=("25 000", "12 345", "6 500 tỷ"),
        counterexamples=("012 345", "12 345 678", "2020 345"),
    ),
    Rule(
        name="phần trên tổng số",
        pattern=PART,
        digits=PART_IN_DIGITS,
        build=_part,
        examples=(
            "63/63",
            "2.152/2.418",
            "3 trong 5",
            "12 trên tổng số 45",
            "hai trong số 15",
            "tám trên mười",
            "tám trên một trăm",
        ),
        counterexamples=(
            "17/12/2020",
            "135/QĐ-TTg",
            "5/3",
            "3 trong năm",
            "2 trên 95%",
            "3 trên một nghìn hai trăm",
            "5 trên một triệu",
        ),
    ),
    Rule(
        name="phân số",
        pattern=FRACTION_,
        build=_fraction,
        examples=("hai phần ba", "2 phần 3", "một nửa", "ba phần tư", "một phần mười"),
        counterexamples=("hai phần quà", "phần mềm", "5 phần nghìn"),
    ),
    Rule(
        name="bậc độ lớn",
        pattern=ORDER_,
        build=_order,
        examples=("hàng nghìn", "hàng chục nghìn tỷ", "vài trăm", "cả triệu", "mươi"),
        counterexamples=("hàng hóa", "cả nước", "vài người", "hàng tỷ lệ"),
    ),
    Rule(
        name="bậc số đứng một mình",
        pattern=BARE_SCALE,
        build=_bare_scale,
        examples=("trăm", "chục triệu", "nghìn tỷ"),
        counterexamples=("tỷ lệ", "triệu tập", "trăm họ"),
    ),
    Rule(
        name="cặp số ước chừng",
        pattern=PAIR_,
        build=_pair,
        examples=("hai ba trăm", "dăm ba", "năm bảy triệu", "đôi ba"),
        counterexamples=("hai mươi", "bốn năm", "đôi khi"),
    ),
    Rule(
        name="số lần gấp",
        pattern=DOUBLE,
        build=_double,
        examples=("gấp đôi", "gấp rưỡi", "gấp ba"),
        counterexamples=("gấp rút", "gấp ba lần"),
    ),
    Rule(
        name="số lẻ sau đơn vị",
        pattern=INSERTED,
        build=_inserted,
        examples=("1m65", "2m5", "1kg2", "1 m 65"),
        counterexamples=("100m2", "50 m3", "5 m 20 người"),
    ),
    Rule(
        name="đơn vị rưỡi",
        pattern=HALF_UNIT,
        build=_half_unit,
        examples=("tạ rưỡi", "lít rưỡi"),
        counterexamples=("tấn công", "mẫu rưới"),
    ),
)
