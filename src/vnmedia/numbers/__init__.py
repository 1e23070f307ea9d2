"""Numerals: the value of a number written in Vietnamese digits, words or both, as a ``Decimal``.

Digits follow the Vietnamese convention (``1.234,5``); English marks and common slips are distinguished by
their form (``1,234.5``, ``7.5 triệu``, ``64 .000``). Words of both regions are read, with scale words in
chains (``1.196,4 nghìn tỷ``, ``1 tỷ 200 triệu``), halves and tenths (``3 triệu rưỡi``, ``triệu hai``),
fractions and decimals (``hai phần ba``, ``ba phẩy một bốn``).

>>> parse_number("hai mươi mốt nghìn không trăm mười một")
Decimal('21011')
>>> render_number(Decimal("98982.3")), render_number(Decimal(105), style="words")
('98.982,3', 'một trăm linh năm')

The other kinds read numbers inside their own patterns: ``NUMBER`` and its parts are fragments of regular
expressions over lower-case text, ``read`` gives the value of such a match, ``match_number`` does
both at one place.
"""

from __future__ import annotations

import decimal
import re
from decimal import Decimal
from functools import cache
from typing import Literal

import attrs

from ..errors import ParseError
from ..registries import Pattern
from ..text import TextView
from ._fragments import CARDINAL, DIGITS, FRACTION, IN_DIGITS, NUMBER, ORDER, PAIR, SCALE, SMALL_WORDS, WORDS
from ._render import Region, render_digits, render_words
from ._value import CONTEXT, RECKONING, digits, evaluate, fraction, order, pair, scale
from ._value import plain as plain_decimal

__all__ = [
    "CARDINAL",
    "CONTEXT",
    "DIGITS",
    "FRACTION",
    "IN_DIGITS",
    "NUMBER",
    "ORDER",
    "PAIR",
    "RECKONING",
    "SCALE",
    "SMALL_WORDS",
    "WORDS",
    "Numeral",
    "digits",
    "fraction",
    "match_number",
    "order",
    "pair",
    "parse_number",
    "parse_roman",
    "plain_decimal",
    "read",
    "render_number",
    "scale",
]

_ROMAN = Pattern("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# N, Tr and T are the short forms of nghìn, triệu and tỷ in the Unicode CLDR.
_SHORT = Pattern(rf"(?P<sign>[-−] ?)?(?P<digits>{DIGITS}|,[0-9]{{1,12}})(?P<suffix>[KMG]?| ?(?:N|Tr|T))")
_SUFFIXES = {
    suffix: Decimal(10) ** power
    for suffix, power in (("", 0), ("K", 3), ("N", 3), ("M", 6), ("Tr", 6), ("G", 9), ("T", 9))
}
_MINUS = re.compile("(?:âm |trừ |[-−–])")
# 23 1/5, năm và một phần hai
_MIXED = Pattern(
    "(?P<whole>[^/]{1,60}?)(?: và | )(?P<part>[0-9]{1,18} ?/ ?[0-9]{1,18}|[^/]{0,60}? phần [^/]{1,60})"
)
_QUOTIENT_OF = Pattern("(?P<top>[^/]{1,60}?)(?: ?/ ?| trên | chia )(?P<bottom>[^/]{1,60})")
_QUOTIENT = decimal.Context(prec=28)


@attrs.frozen(kw_only=True)
class Numeral:
    """A numeral that stands at some place in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        value: Its value.
        high: The upper bound where it is a rough count (``hai ba`` is 2 to 3), else None.
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None


def match_number(lower: str, position: int = 0) -> Numeral | None:
    """The longest numeral, in digits or words, that begins at *position*; None if there is none.

    Args:
        lower: A text in lower case, as ``TextView.lower`` gives it.
        position: Where the numeral begins.

    >>> match_number("hội nghị hai mươi lăm năm", 9)
    Numeral(start=9, end=21, value=Decimal('25'), high=None)
    >>> match_number("hai ba trăm hộ").high
    Decimal('300')
    """
    rough = _compiled(PAIR).match(lower, position)
    if rough is not None:
        low, high = pair(rough.group())
        return Numeral(start=position, end=rough.end(), value=low, high=high)
    match = _compiled(NUMBER).match(lower, position)
    if match is None:
        return None
    return Numeral(start=position, end=match.end(), value=read(match.group()))


def read(text: str, *, other: bool = False) -> Decimal:
    """The value of a lower-case *text* that ``NUMBER`` has matched whole.

    With *other*, the second reading of digits with one mark (``12,500`` grouped in the English way), or the
    first if there is only one.
    """
    sign = _MINUS.match(text)
    bare = text[sign.end() :] if sign else text
    value = (evaluate(bare, other=True) if other else None) or evaluate(bare)
    assert value is not None
    return CONTEXT.minus(value) if sign and value else value


def parse_number(text: str) -> Decimal:
    """The number that the whole of *text* states, in digits, words or both.

    Roman numerals must be in capitals. A fraction gives its quotient, to 28 digits.

    >>> parse_number("1.196,4 nghìn tỷ"), parse_number("2 triệu rưỡi"), parse_number("XIII")
    (Decimal('1196400000000000'), Decimal('2500000'), Decimal('13'))

    Raises:
        ParseError: Part of *text* is no number.
    """
    view = TextView.of(text)
    bare = view.plain.strip()
    if bare and _ROMAN.fullmatch(bare):
        return Decimal(parse_roman(bare))
    lower = bare.lower()
    value = _whole(lower)
    if value is not None:
        return value
    short = _SHORT.fullmatch(bare)
    if short is not None:
        return _abbreviated(short)
    sign = _MINUS.match(lower)
    value = _divided(lower[sign.end() :] if sign else lower)
    if value is not None:
        return CONTEXT.minus(value) if sign and value else value
    partial = match_number(lower, 0)
    if partial is not None:
        raise ParseError("number", text, (partial.end, len(text)), "these words are not part of the numeral")
    raise ParseError("number", text, (0, len(text)), "a numeral is needed, such as 36.243.374")


def _whole(lower: str) -> Decimal | None:
    """The value of *lower* if all of it is a numeral, whole or decimal."""
    if _compiled(NUMBER).fullmatch(lower):
        return read(lower)
    if lower.startswith("trừ ") and _compiled(NUMBER).fullmatch(lower, len("trừ ")):
        return read(lower)
    spaced = re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3}){1,8}(?:,[0-9]{1,12})?", lower)
    return digits(lower)[0] if spaced else None


def _divided(lower: str) -> Decimal | None:
    """The quotient of a fraction, or of a whole number and a fraction: ``4 1/2``, ``ba phần tư``."""
    if _compiled(FRACTION).fullmatch(lower):
        return _QUOTIENT.divide(*fraction(lower))
    mixed = _MIXED.fullmatch(lower)
    if mixed is not None:
        whole, part = _whole(mixed["whole"]), _divided(mixed["part"])
        if whole is not None and part is not None:
            return _QUOTIENT.add(whole, part)
    quotient = _QUOTIENT_OF.fullmatch(lower)
    if quotient is None:
        return None
    top, bottom = _whole(quotient["top"]), _whole(quotient["bottom"])
    return _QUOTIENT.divide(top, bottom) if top is not None and bottom else None


def _abbreviated(match: re.Match[str]) -> Decimal:
    """``1,2M``, ``3000K``, ``,77``, ``- 1.200.000``: foreign signs and marks of scale."""
    text = f"0{match['digits']}" if match["digits"].startswith(",") else match["digits"]
    value = plain_decimal(CONTEXT.multiply(digits(text)[0], _SUFFIXES[match["suffix"].strip()]))
    return CONTEXT.minus(value) if match["sign"] and value else value


def parse_roman(text: str) -> int:
    """The value of a Roman numeral in its strict form, from 1 to 3999.

    >>> parse_roman("XIII")
    13

    Raises:
        ParseError: *text* is no Roman numeral in capitals.
    """
    if not text or not _ROMAN.fullmatch(text):
        raise ParseError(
            "Roman numeral", text, (0, len(text)), "a Roman numeral in strict form is needed, such as XIV"
        )
    values = [_ROMAN_VALUES[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-value if value < larger else value for value, larger in zip(values, after, strict=True))


def render_number(
    value: Decimal | int, *, style: Literal["digits", "words"] = "digits", region: Region = "north"
) -> str:
    """*value* in Vietnamese, so that ``parse_number`` reads it back.

    Args:
        value: Any finite number; below 10^18 for words.
        style: ``"digits"`` (``1.234,5``) or ``"words"``.
        region: Whose words: ``"north"`` has nghìn, linh, tư, ``"south"`` ngàn, lẻ, bốn.

    >>> render_number(21011, style="words", region="south")
    'hai mươi mốt ngàn không trăm mười một'

    Raises:
        ValueError: *value* is not finite, or has no name in words.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"value: {number} is not a number")
    return render_digits(number) if style == "digits" else render_words(number, region)


@cache
def _compiled(fragment: str) -> re.Pattern[str]:
    return re.compile(fragment)
