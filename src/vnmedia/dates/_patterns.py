"""Fragments that the rules are made of, and how their groups are read.

In a pattern a space stands for one to three spaces and ``~`` for none to three, so that no rule has to
spell that out. Every repeat is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..grammar import Rule
from ..model.time import PartOfDay
from ..numbers import parse_number
from ._candidates import Candidate, Clock, Lean, Portion, Shift, Unit

__all__ = [
    "DAY_PART",
    "LEAN",
    "LUNAR_MONTHS",
    "MONTH",
    "MONTH_STEPS",
    "NUMBER_WORD",
    "ROMAN",
    "SUNDAY",
    "UNIT",
    "UNITS",
    "YEAR",
    "Unit",
    "after",
    "before",
    "clock_of",
    "day_number",
    "lean_of",
    "month_number",
    "number",
    "part_of_day",
    "roman_number",
    "rule",
    "words",
    "year_of",
]


_SPACES = str.maketrans({" ": " {1,3}", "~": " {0,3}"})


def words(options: Iterable[str]) -> str:
    """An alternation of *options*, the longest first, so that none hides another."""
    return "|".join(sorted(options, key=lambda option: (-len(option), option)))


def _guarded(
    build: Callable[[re.Match[str]], Candidate | None],
) -> Callable[[re.Match[str]], Candidate | None]:
    """*build*, with None for words that look like a number and are none (``hai ba tháng``)."""

    def guarded(match: re.Match[str]) -> Candidate | None:
        try:
            return build(match)
        except ValueError:
            return None

    return guarded


def rule(
    name: str,
    pattern: str,
    build: Callable[[re.Match[str]], Candidate | None],
    examples: Iterable[str],
    counterexamples: Iterable[str] = (),
) -> Rule[Candidate]:
    """A rule whose pattern has the two short signs for spaces."""
    return Rule(
        name=name,
        pattern=pattern.translate(_SPACES),
        build=_guarded(build),
        examples=tuple(examples),
        counterexamples=tuple(counterexamples),
    )


def before(match: re.Match[str], length: int = 28) -> str:
    """What stands before the match, as far as a rule may look."""
    start = match.start()
    return match.string[max(0, start - length) : start]


def after(match: re.Match[str], length: int = 28) -> str:
    """What stands behind the match, as far as a rule may look."""
    return match.string[match.end() : match.end() + length]


# Numbers ------------------------------------------------------------------------------------------

NUMBER_WORD = (
    "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)"
    "(?: (?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ)){0,5}?(?!\\w)"
)


def number(text: str) -> int:
    """The whole number that digits or words write.

    Raises:
        ValueError: It is none.
    """
    return int(text) if text.isdigit() else int(parse_number(text))


MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
#: Months whose names only the lunar calendar has.
LUNAR_MONTHS = ("giêng", "chạp")
MONTH = rf"(?:0?[1-9]|1[0-2]|{words(MONTH_WORDS)})(?!\w)"
#: ``chúa nhật`` is what the South and the churches say.
SUNDAY = "(?:chủ|chúa) nh[ậự]t"
YEAR = r"[12]\d{3}(?!\w|[.,]\d)"
ROMAN = "(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi{0,3}|xix|xxi{0,3})"
_ROMAN = {"i": 1, "v": 5, "x": 10}


def month_number(text: str) -> int:
    """The month that digits or a name give."""
    return int(text) if text.isdigit() else MONTH_WORDS[" ".join(text.split())]


def day_number(text: str) -> int:
    """The day that digits or words give."""
    return 15 if text == "rằm" else number(text)


def roman_number(text: str) -> int:
    """The number that Roman or other digits give."""
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


# Years --------------------------------------------------------------------------------------------

_YEAR_SHIFTS = {
    "nay": 0, "này": 0, "ngoái": -1, "trước": -1, "qua": 0, "vừa qua": -1, "kia": -2, "tới": 1, "sau": 1,
}  # fmt: skip


def year_of(text: str | None) -> int | Shift | None:
    """The year that digits or a word such as ``ngoái`` give."""
    if text is None:
        return None
    return int(text) if text.isdigit() else Shift(_YEAR_SHIFTS[text])


#: A month counted from the present one, by the word behind it.
MONTH_STEPS = {"này": 0, "trước": -1, "qua": -1, "tới": 1, "sau": 1}

LEAN = (
    "(?: (?P<lean>vừa qua|vừa rồi|mới đây|sắp tới|tới đây|tới)"
    r"(?! \d| nay| ngày| tháng| năm| từ(?!\w)|\w))?"
)
_LEANS: dict[str, Lean] = {
    "vừa qua": "past", "vừa rồi": "past", "mới đây": "past",
    "sắp tới": "future", "tới đây": "future", "tới": "future",
}  # fmt: skip


def lean_of(match: re.Match[str]) -> Lean | None:
    """Which way ``vừa qua`` or ``tới`` behind a date makes it lean."""
    return _LEANS.get(match["lean"] or "")


# Units --------------------------------------------------------------------------------------------

UNITS: dict[str, tuple[Unit, int]] = {
    "giây": ("second", 1), "phút": ("minute", 1), "giờ": ("hour", 1), "tiếng đồng hồ": ("hour", 1),
    "tiếng": ("hour", 1), "ngày": ("day", 1), "đêm": ("day", 1), "hôm": ("day", 1), "tuần lễ": ("week", 1),
    "tuần": ("week", 1), "tháng": ("month", 1), "quý": ("month", 3), "quí": ("month", 3), "năm": ("year", 1),
    "thập kỷ": ("year", 10), "thập kỉ": ("year", 10), "thập niên": ("year", 10), "thế kỷ": ("year", 100),
    "thế kỉ": ("year", 100), "thiên niên kỷ": ("year", 1000), "bữa": ("day", 1),
}  # fmt: skip
#: ``bữa`` is a day where it counts from today (``5 bữa nữa``), else a meal.
UNIT = f"{words(unit for unit in UNITS if unit != 'bữa')}|bữa(?= (?:nữa|trước)(?!\\w))"

PORTIONS: dict[str, Portion] = {"đầu": "start", "giữa": "mid", "cuối": "end"}


# Clock times --------------------------------------------------------------------------------------

_DAY_PARTS = (
    ["rạng sáng", "sáng sớm", "sớm", "sáng", "buổi sáng", "trưa", "buổi trưa", "đầu giờ chiều", "chiều tối",
     "chiều", "buổi chiều", "tối", "buổi tối", "đêm", "đêm khuya", "khuya", "nửa đêm", "đầu giờ sáng",
     "cuối giờ chiều", "ban đêm", "xế chiều", "tối muộn", "tờ mờ sáng", "ban sáng", "ban trưa",
     "ban chiều", "ban tối", "chập tối", "chạng vạng tối", "sẩm tối", "đầu giờ trưa", "gần trưa",
     "đầu buổi chiều", "buổi đêm", "gần sáng", "nửa đêm về sáng"]
)  # fmt: skip
DAY_PART = words(_DAY_PARTS)


#: The part of the day that the last of these words in a phrase names (``chiều tối`` is the evening).
_PARTS_OF_DAY: dict[str, PartOfDay] = {
    "rạng sáng": "dawn", "sáng": "morning", "sớm": "morning", "trưa": "noon", "chiều": "afternoon",
    "tối": "evening", "đêm": "night", "khuya": "night",
}  # fmt: skip


def part_of_day(words: str | None) -> PartOfDay | None:
    """The part of the day that *words* such as ``đầu giờ chiều`` name."""
    said = " ".join((words or "").split())
    if said == "sáng sớm":
        return "morning"
    if said == "tối muộn":
        return "evening"
    return next((part for word, part in _PARTS_OF_DAY.items() if said.endswith(word)), None)


def clock_of(hour: int, minute: int, words: str | None, second: int = 0) -> Clock | None:
    """The clock time on the 24-hour dial, in the part of the day that *words* name; None where there is none.

    Afternoon and evening count from noon, the night from noon for the hours before midnight.
    """
    part = part_of_day(words)
    if part is not None:
        hour = _on_the_dial(hour, minute, part)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return None
    return Clock(hour=hour, minute=minute, second=second, part=part)


def _on_the_dial(hour: int, minute: int, part: PartOfDay) -> int:
    if part in ("afternoon", "evening"):
        return hour + 12 if 1 <= hour < 12 else hour
    if part == "noon":
        return hour + 12 if 1 <= hour < 4 else hour
    if part == "night" and 9 <= hour < 12:
        return hour + 12
    if hour == 12:  # midnight: "12 giờ đêm" ends a day, "12 giờ 15 sáng" begins one
        return 24 if part == "night" and not minute else 0
    return hour
