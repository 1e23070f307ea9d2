"""Whether a type and a number in the text are a citation, or a quantity."""

from __future__ import annotations

import re
from functools import cache

from ..registries import Pattern
from ..registries.instruments import InstrumentType
from ._number import Number
from ._patterns import any_of, shorthands
from ._rules import Candidate

__all__ = ["MONTH_AFTER", "goes_on_list", "is_credible", "other_number"]

_YEAR_ALONE = Pattern(r"19[4-9][0-9]|20[0-4][0-9]")
#: A month after a number is the month of issue: `Quyết định 517 tháng 3-2023`.
MONTH_AFTER = re.compile(
    r"[ ](?:ký |ban hành |ra )?tháng[ ](?:0?[1-9]|1[0-2])(?:[ ]?[-/.][ ]?|[ ]năm[ ])(?:19"
    r"|20)[0-9]{2}(?![0-9])"
)
#: What can only be a measure, even after a type with a capital.
_MEASURE = Pattern(
    r"[ ]?%|[.,][0-9]|[ ]năm[ ][0-9]{4}[ ]?[-–][ ]?[0-9]"
    r"|[ ](?:(?:năm|ngày)(?![ ][0-9])|tháng|tuần|giờ|phút|nghìn|ngàn|triệu|tỷ|tỉ|đồng|usd|vnđ|km|m2|ha"
    r"|lần(?![ ](?:này|đầu|trước|sau|thứ|tới|nữa)))(?!\w)"
)


@cache
def _alone() -> re.Pattern[str]:
    """What may follow the bare number of a document, but never a number that counts something."""
    return re.compile(
        r"[ ]*(?:\n|$|[.,;:)(\]\"”’!?…–/-](?![0-9])|(?:ngày[ ][0-9]|năm[ ][0-9]{4})"
        rf"|{any_of('after-bare-number')})"
    )


@cache
def _quantity() -> re.Pattern[str]:
    """What may follow a number that counts something, but never the number of a document."""
    return re.compile(
        r"[ ]?%|[.,][0-9]|[ ]năm[ ][0-9]{4}[ ]?[-–][ ]?[0-9]"
        rf"|[ ](?:(?:năm|ngày)(?![ ][0-9])(?!\w)|{any_of('after-quantity')})"
    )


@cache
def other_number() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('before-other-numbers')}(?:[ ]số)?[: ]*\Z")


def is_credible(
    candidate: Candidate, kind: InstrumentType, parts: Number, plain: str, lower: str, start: int, end: int
) -> bool:
    """Whether the *candidate* at *start*, whose number ends at *end*, cites a document of *kind*."""
    groups = candidate.match.groupdict()
    capital = plain[start].isupper()
    if groups.get("short") and not _is_shorthand(plain, start, candidate.match.end("short")):
        return False
    if parts.full:
        return True
    if plain[candidate.match.start("number") - 1] == "\n" and plain.startswith((". ", ") "), end):
        return False  # the number of a list's item, below words that end in a type
    if parts.year is not None:
        return kind.strength != "weak"
    if kind.strength == "named":
        return False
    if MONTH_AFTER.match(lower, end) and (capital or kind.strength == "strong"):
        return True
    if groups.get("marked"):
        return (kind.strength != "weak" or capital) and not _MEASURE.match(lower, end)
    if _YEAR_ALONE.fullmatch(parts.serial):
        return False
    if kind.strength == "strong" and capital:
        return not _MEASURE.match(lower, end)
    alone = _alone().match(lower, end) is not None
    if kind.strength == "strong":
        return alone and not _quantity().match(lower, end)
    return kind.strength == "medium" and capital and alone


def _is_shorthand(plain: str, start: int, end: int) -> bool:
    word = plain[start:end]
    if word.lower() not in shorthands() or word.islower() or word[:2].islower():
        return False
    before = plain[max(0, start - 2) : start]
    return not (before[:1].isdigit() and before[1:] == ".")  # Pháp điển's own mark: Điều 41.5.NĐ.1.14


def goes_on_list(parts: Number, lower: str, end: int, *, marked: bool, plural: bool, follows: bool) -> bool:
    """Whether a short number that ends at *end* is the next of a list.

    It is, if `số` stands before it (*marked*), if the list begins in the plural (*plural*: `các Quyết định
    41, 42, 43`), or if another number or a mark *follows*.
    """
    if marked or plural:
        return not _MEASURE.match(lower, end)
    return len(parts.serial) > 1 and (follows or _alone().match(lower, end) is not None)
