"""The value of a numeral whose form a fragment has already matched."""

from __future__ import annotations

import decimal
import re
from decimal import Decimal
from functools import lru_cache

from ..registries import Pattern

__all__ = ["CONTEXT", "digits", "evaluate", "fraction", "order", "pair", "plain", "scale", "scaled"]

#: Precise enough for every numeral that the fragments admit; the caller's own context is left alone.
CONTEXT = decimal.Context(prec=60)
#: The precision of results, whatever context the caller works in.
RECKONING = decimal.Context(
    prec=28, rounding=decimal.ROUND_HALF_EVEN, traps=[decimal.InvalidOperation, decimal.DivisionByZero]
)

ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
TENS = {"mười": 10, "hăm": 20, "băm": 30}
# Counts of these belong to the group before a larger scale word: ba chục nghìn, bốn trăm triệu.
SMALL = {"chục": 10, "tá": 12, "trăm": 100}
SCALES = {
    name: Decimal(10) ** power
    for names, power in (
        ("nghìn ngàn nghin ngan k n", 3),
        ("vạn", 4),
        ("triệu trieu tr trđ", 6),
        ("tỷ tỉ ty", 9),
    )
    for name in names.split()
}
_HALF = frozenset(("rưỡi", "rưởi"))
_POINTS = frozenset(("phẩy", "chấm"))
_LETTER = Pattern(r"[^\W\d]")
_DIGITS_ALONE = re.compile("[0-9.,]+")
_TOKEN = Pattern(r"[0-9](?:[0-9., ]*[0-9])?|[^\W\d_]+")
_PAIRS = {
    "một hai": (1, 2), "hai ba": (2, 3), "ba bốn": (3, 4), "bốn năm": (4, 5), "năm sáu": (5, 6),
    "sáu bảy": (6, 7), "bảy tám": (7, 8), "tám chín": (8, 9), "chín mười": (9, 10), "năm bảy": (5, 7),
    "năm mười": (5, 10), "dăm ba": (3, 5), "dăm bảy": (5, 7), "đôi ba": (2, 3), "vài ba": (2, 4),
    "mươi mười lăm": (10, 15), "mươi lăm": (10, 15),
}  # fmt: skip


def plain(value: Decimal) -> Decimal:
    """*value* without an exponent or needless zeros, so that one number has one form."""
    exponent = value.as_tuple().exponent
    if exponent == 0:
        return value
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=CONTEXT)
    return value.normalize(CONTEXT)


def digits(text: str) -> tuple[Decimal, Decimal | None]:
    """The value of a numeral in digits, and a second reading if its one mark allows two.

    Of two kinds of mark, the last is the decimal one; a mark that occurs twice groups. One ``.`` before
    three digits groups, unless a lone zero stands before it; one ``,`` before three is decimal, but
    an English mark would group there, so the grouped reading is the second one.
    """
    if text.isdecimal():
        return Decimal(text), None
    text = text.replace(" ", "")
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        decimal_mark = max(".,", key=text.rfind)
        return _marked(text, decimal_mark), None
    if dots + commas != 1:
        return _marked(text, ""), None
    mark = "." if dots else ","
    whole, part = text.split(mark)
    if len(part) != 3 or len(whole) > 3 or whole.startswith("0"):
        return _marked(text, mark), None
    grouped, with_decimals = _marked(text, ""), _marked(text, mark)
    return (grouped, with_decimals) if mark == "." else (with_decimals, grouped)


def _marked(text: str, decimal_mark: str) -> Decimal:
    if decimal_mark == ",":
        return Decimal(text.replace(".", "").replace(",", "."))
    text = text.replace(",", "")
    return Decimal(text if decimal_mark else text.replace(".", ""))


class _Sum:
    """A numeral while it is read word by word: finished parts, and the group before the next scale word.

    Attributes:
        unit: The value of the last scale word; ``rưỡi`` is half of it, a lone digit a tenth of it.
    """

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, Decimal]] = []
        self.hundreds: Decimal | None = None
        self.rest: Decimal | None = None
        self.unit = Decimal(1)

    def group(self) -> Decimal | None:
        if self.hundreds is None:
            return self.rest
        return CONTEXT.add(self.hundreds, self.rest or Decimal(0))

    def add(self, value: Decimal) -> None:
        self.rest = CONTEXT.add(self.rest or Decimal(0), value)

    def shift(self) -> None:
        """``mươi`` turns the digit before it into tens, and so does a digit word after it: ``ba lăm``."""
        self.rest = CONTEXT.multiply(self.rest or Decimal(1), Decimal(10))

    def add_part(self, value: Decimal) -> None:
        self.parts.append((value, Decimal(1)))

    def multiply(self, factor: Decimal) -> None:
        """``mươi``, ``trăm``, ``chục``, ``tá``: their product stays in the group."""
        group = self.group()
        self.hundreds = CONTEXT.multiply(Decimal(1) if group is None else group, factor)
        self.rest, self.unit = None, factor

    def scale(self, factor: Decimal) -> None:
        """A larger scale word multiplies what the smaller ones have counted, a smaller one adds a part."""
        group = self.group()
        self.hundreds = self.rest = None
        if group is None and self.parts:
            value, unit = self.parts.pop()
            self.unit = CONTEXT.multiply(unit, factor)
        else:
            value = Decimal(1) if group is None else group
            self.unit = factor
        # 2 triệu 25 nghìn tỷ: the last word multiplies all that stands before it
        while self.parts and self.parts[-1][1] < factor:
            value = CONTEXT.add(value, self.parts.pop()[0])
        self.parts.append((CONTEXT.multiply(value, factor), self.unit))

    def total(self) -> Decimal:
        total = self.group() or Decimal(0)
        for value, _ in self.parts:
            total = CONTEXT.add(total, value)
        return plain(total)


def evaluate(text: str, *, other: bool = False) -> Decimal | None:
    """The value of a numeral that ``CARDINAL`` has matched, or the *other* reading of its digits.

    None where there is no other reading.
    """
    if not text[0].isdecimal():
        return None if other else _in_words(text)
    if text[-1].isdecimal() and not _LETTER.search(text):
        first, second = digits(text)
        return second if other else plain(first)
    mixed = scaled(text)
    if mixed is not None:
        return mixed[1] if other else mixed[0]
    return _by_words(text, other=other)


def scaled(text: str) -> tuple[Decimal, Decimal | None, Decimal] | None:
    """The value of digits with one scale word, its other reading and the scale; None for any other form."""
    mixed = _with_one_scale(text)
    if mixed is None:
        return None
    number, factor = mixed
    first, second = digits(number)
    value = plain(CONTEXT.multiply(first, factor))
    return value, None if second is None else plain(CONTEXT.multiply(second, factor)), factor


def _with_one_scale(text: str) -> tuple[str, Decimal] | None:
    """The digits and the scale of a numeral in the commonest mixed form, ``4.680 tỷ``; None for any other."""
    number, _, word = text.partition(" ")
    factor = SCALES.get(word)
    return (number, factor) if factor is not None and _DIGITS_ALONE.fullmatch(number) else None


@lru_cache(maxsize=4096)
def _in_words(text: str) -> Decimal | None:
    """The value of a numeral that begins with a word; the cache helps, as few different ones occur."""
    return _by_words(text)


def _by_words(text: str, *, other: bool = False) -> Decimal | None:
    """The value of a numeral, word by word, or its other reading."""
    words = _TOKEN.findall(text)
    total = _Sum()
    before = ""
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        if word in _POINTS:
            return _decimals(total.total(), words[index + 1 :])
        if not word[0].isdecimal():
            _add_word(total, word, before, after)
        elif before in SCALES and not after and " " not in text:
            # 2tr5, 1tỷ25: digits glued to the end of the scale word are its decimals.
            total.add_part(CONTEXT.multiply(Decimal(f"0.{word}"), total.unit))
        else:
            value, second = digits(word)
            if other and not index:
                if second is None:
                    return None
                value = second
            if before in SCALES and not after and len(word) == 1:
                value = CONTEXT.multiply(value, CONTEXT.divide(total.unit, Decimal(10)))
            total.add(value)
        before = word
    return total.total()


def _add_word(total: _Sum, word: str, before: str, after: str) -> None:
    if word in ONES:
        value = Decimal(ONES[word])
        if before in ONES and total.rest is not None:
            total.shift()
        elif _counts_tenths(before, after):
            value = CONTEXT.multiply(value, CONTEXT.divide(total.unit, Decimal(10)))
        total.add(value)
    elif word in TENS:
        total.add(Decimal(TENS[word]))
    elif word == "mươi":
        total.shift()
    elif word in SMALL:
        total.multiply(Decimal(SMALL[word]))
    elif word in SCALES:
        total.scale(SCALES[word])
    elif word in _HALF:
        total.add(CONTEXT.divide(total.unit, Decimal(2)))
    elif word == "nửa":
        total.add(Decimal("0.5"))


def _counts_tenths(before: str, after: str) -> bool:
    """Whether a lone digit word after a scale word counts its tenths: ``triệu hai``, ``trăm mốt``."""
    if before == "trăm":
        return after not in ONES and after not in ("mươi", "trăm")
    return before in SCALES and not after


def _decimals(whole: Decimal, words: list[str]) -> Decimal:
    """``ba phẩy một bốn`` is 3,14, and so is ``ba phẩy mười bốn``."""
    scales = [word for word in words if word in SCALES or word in SMALL]
    spoken = [word for word in words if word not in scales]
    if spoken[0].isdecimal():
        part = spoken[0]
    elif all(word in ONES for word in spoken):
        part = "".join(str(ONES[word]) for word in spoken)
    else:
        part = str(evaluate(" ".join(spoken)))
    value = CONTEXT.add(whole, Decimal(f"0.{part}"))
    for word in scales:
        value = CONTEXT.multiply(value, SCALES.get(word, Decimal(SMALL.get(word, 1))))
    return plain(value)


def pair(text: str) -> tuple[Decimal, Decimal]:
    """The bounds of a rough count that ``PAIR`` has matched: ``hai ba trăm`` is 200 to 300."""
    words = text.split(" ")
    count = 3 if text.startswith("mươi mười lăm") else 2
    low, high = _PAIRS[" ".join(words[:count])]
    factor = order(" ".join(words[count:]))
    return CONTEXT.multiply(Decimal(low), factor), CONTEXT.multiply(Decimal(high), factor)


def order(scales: str) -> Decimal:
    """The product of scale words: ``chục nghìn`` is 10000."""
    value = Decimal(1)
    for word in scales.split():
        value = CONTEXT.multiply(value, SCALES.get(word) or Decimal(SMALL[word]))
    return value


def scale(text: str) -> Decimal:
    """The product of the scale words from ``nghìn`` on that end a numeral, 1 if it has none.

    A half or a tenth of the scale may follow them: ``2 tỷ rưỡi``, ``2 tỷ 3``.
    """
    mixed = _with_one_scale(text)
    if mixed is not None:
        return mixed[1]
    return _in_scale_words(text) if not text[0].isdecimal() else _last_scales(text)


@lru_cache(maxsize=4096)
def _in_scale_words(text: str) -> Decimal:
    return _last_scales(text)


def _last_scales(text: str) -> Decimal:
    words = _TOKEN.findall(text)
    if len(words) > 1 and (words[-1] in _HALF or words[-1] in ONES or words[-1].isdecimal()):
        words.pop()
    count = len(words)
    while count and words[count - 1] in SCALES:
        count -= 1
    return order(" ".join(words[count:]))


def fraction(text: str) -> tuple[Decimal, Decimal]:
    """Numerator and denominator of a fraction that ``FRACTION`` has matched."""
    if text.endswith("nửa"):
        return Decimal(1), Decimal(2)
    top, _, bottom = text.partition("phần ")
    denominator = order(bottom) if bottom.split()[0] in SCALES else evaluate(bottom)
    numerator = evaluate(top) if top else Decimal(1)
    assert numerator is not None
    assert denominator
    return numerator, denominator
