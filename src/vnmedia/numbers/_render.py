"""Numbers in canonical Vietnamese."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ._value import plain

__all__ = ["Region", "render_digits", "render_words"]

Region = Literal["north", "south"]

_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LIMIT = Decimal(10) ** 18


def render_digits(value: Decimal) -> str:
    """*value* with ``.`` between groups of three and ``,`` before the decimals."""
    return f"{plain(value):,f}".translate({ord(","): ".", ord("."): ","})


def render_words(value: Decimal, region: Region) -> str:
    """*value* in number words of one region, the decimals digit by digit."""
    value = plain(value)
    if abs(value) >= _LIMIT:
        raise ValueError(f"value: {value} has no name below one tỷ tỷ")
    whole, _, part = f"{abs(value):f}".partition(".")
    words = _whole(int(whole), region)
    if part:
        words += ["phẩy", *(_ONES[int(digit)] for digit in part)]
    return " ".join(["âm", *words] if value < 0 else words)


def _whole(number: int, region: Region) -> list[str]:
    billions, rest = divmod(number, 10**9)
    words = [*_whole(billions, region), "tỷ"] if billions else []
    thousand = "nghìn" if region == "north" else "ngàn"
    for power, name in ((10**6, "triệu"), (10**3, thousand), (1, "")):
        group, rest = divmod(rest, power)
        if group or (power == 1 and not words):
            words += _group(group, region, full=bool(words))
            words += [name] if name else []
    return words


def _group(number: int, region: Region, *, full: bool) -> list[str]:
    """A group of three digits; in a *full* one the empty places are named."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [_ONES[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        if not ones and words:
            return words
        return [*words, "linh" if region == "north" else "lẻ", _ONES[ones]] if words else [_ONES[ones]]
    words += ["mười"] if tens == 1 else [_ONES[tens], "mươi"]
    return [*words, _last(tens, ones, region)] if ones else words


def _last(tens: int, ones: int, region: Region) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones == 1:
        return "mốt"
    return "tư" if tens > 1 and ones == 4 and region == "north" else _ONES[ones]
