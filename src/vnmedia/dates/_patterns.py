"""Fragments that the rules are made of, and how their groups are read.

In a pattern a space stands for one to three spaces, ``~`` for none to three, and ``<time_words/unit>`` for
the words of that list, so that no rule has to spell them out. Every repeat is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Literal

from ..grammar import Rule
from ..model._trusted import changed
from ..model.time import PartOfDay
from ..numbers import parse_number
from ..registries import Pattern, expand, meanings, words
from ._candidates import Candidate, Clock, Lean, Portion, Shift, Unit

__all__ = [
    "DAY_PART",
    "LEAN",
    "MONTH",
    "NUMBER_WORD",
    "ROMAN",
    "SUNDAY",
    "UNIT",
    "YEAR",
    "CalendarUnit",
    "Unit",
    "after",
    "before",
    "calendar_unit",
    "clock_of",
    "day_number",
    "in_part",
    "is_lunar",
    "is_of_goods",
    "lean_of",
    "month_number",
    "number",
    "numbers_of",
    "part_of_day",
    "portion_of",
    "roman_number",
    "rule",
    "units",
    "year_of",
]


_SPACES = str.maketrans({" ": " {1,3}", "~": " {0,3}"})


def _guarded(
    build: Callable[[re.Match[str]], Candidate | None],
) -> Callable[[re.Match[str]], Candidate | None]:
    """*build*, with None for words that look like a number but are none (``hai ba tháng``)."""

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
    """A rule whose pattern uses the two short signs for spaces and the names of word lists."""
    return Rule(
        name=name,
        pattern=partial(_spelled_out, pattern),
        build=_guarded(build),
        examples=tuple(examples),
        counterexamples=tuple(counterexamples),
    )


@cache
def _spelled_out(pattern: str) -> str:
    return expand(pattern).translate(_SPACES)


def before(match: re.Match[str], length: int = 28) -> str:
    """The text before the match, within a rule's reach."""
    start = match.start()
    return match.string[max(0, start - length) : start]


def after(match: re.Match[str], length: int = 28) -> str:
    """The text after the match, within a rule's reach."""
    return match.string[match.end() : match.end() + length]


# A noun that ends with ``hàng``: ``ngân hàng``; others only before a certain time, as the ``hàng năm`` of
# ``lượng khách hàng năm`` is a recurrence.
_GOODS = Pattern(
    r"(?<!\w)(?:ngân|(?:khách|mặt|cửa|đơn|bán|mua|giao|nhập|xuất|đặt|nhận|chuyển)"
    r"(?= {1,3}hàng {1,3}\w+ {1,3}(?:\d|(?:[ivx]{1,4}|nay|này|trước|ngoái|qua|tới|sau)(?!\w))))"
    r" {1,3}hàng(?!\w)"
)
#: How far before ``hàng`` the word that it ends may begin.
_GOODS_REACH = 9


def is_of_goods(text: str, start: int) -> bool:
    """Whether ``hàng`` at *start* ends a noun and is no ``hằng``: ``ngân hàng năm 2024``."""
    if not text.startswith("hàng", start):
        return False
    found = _GOODS.search(text, max(0, start - _GOODS_REACH))
    return found is not None and found.start() < start < found.end()


# Numbers ------------------------------------------------------------------------------------------

NUMBER_WORD = (
    "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)"
    "(?: (?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ)){0,5}?(?!\\w)"
)


def number(text: str) -> int:
    """The whole number that digits or words state.

    Raises:
        ValueError: They state none.
    """
    return int(text) if text.isdigit() else int(parse_number(text))


MONTH = r"(?:0?[1-9]|1[0-2]|<time_words/month>)(?!\w)"
SUNDAY = "<time_words/sunday>"
YEAR = r"[12]\d{3}(?!\w|[.,]\d)"
ROMAN = "(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi{0,3}|xix|xxi{0,3})"
_ROMAN = {"i": 1, "v": 5, "x": 10}


def month_number(text: str) -> int:
    """The month that digits or a name state."""
    return int(text) if text.isdigit() else numbers_of("month")[" ".join(text.split())]


def is_lunar(month: str) -> bool:
    """Whether only the lunar calendar has a month with that name."""
    return month in words("time_words/lunar-months")


def day_number(text: str) -> int:
    """The day that digits or words state."""
    return 15 if text == "rằm" else number(text)


def roman_number(text: str) -> int:
    """The number that Roman or other digits state."""
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


# Years --------------------------------------------------------------------------------------------


def year_of(text: str | None) -> int | Shift | None:
    """The year that digits or a word such as ``ngoái`` state."""
    if text is None:
        return None
    return int(text) if text.isdigit() else Shift(numbers_of("year-step")[text])


# ``tới`` before another time leads to that: từ sáng 5/3 tới chiều 6/3, tới hết ngày 20/5.
LEAN = (
    r"(?: (?P<lean><time_words/lean>)(?! \d| nay| ngày| tháng| năm| từ(?!\w)|\w"
    r"| (?:hết|thứ|chủ nhật|rạng sáng|sáng|trưa|chiều|tối|đêm)(?!\w)))?"
)


def lean_of(match: re.Match[str]) -> Lean | None:
    """The direction that ``vừa qua`` or ``tới`` after a date gives it."""
    return meanings("time_words/lean").get(match["lean"] or "")  # type: ignore[return-value]


# Units --------------------------------------------------------------------------------------------

CalendarUnit = Literal["day", "week", "month", "quarter", "year"]
#: Some words are units only in a distance from today (``5 bữa nữa``).
UNIT = r"<time_words/unit>|<time_words/turned-unit>(?= (?:nữa|trước)(?!\w))"


@cache
def units() -> Mapping[str, tuple[Unit, int]]:
    """The unit in which lengths are kept, and how many of it each word means: ``quý`` is three months."""
    listed = {**meanings("time_words/unit"), **meanings("time_words/turned-unit")}
    parted = {word: meaning.partition(" ") for word, meaning in listed.items()}
    return {word: (unit, int(count or 1)) for word, (unit, _, count) in parted.items()}  # type: ignore[misc]


def calendar_unit(word: str) -> CalendarUnit:
    """The calendar unit that a word names; unlike in ``units``, a quarter is one."""
    unit, count = units()[word]
    return "quarter" if (unit, count) == ("month", 3) else unit  # type: ignore[return-value]


@cache
def numbers_of(id: str) -> Mapping[str, int]:
    """The number that each word of a list of ``time_words`` means."""
    return {word: int(meaning) for word, meaning in meanings(f"time_words/{id}").items()}


def portion_of(word: str) -> Portion:
    """The part of a unit that ``đầu``, ``giữa``, ``cuối`` name."""
    return meanings("time_words/portion")[word]  # type: ignore[return-value]


# Clock times --------------------------------------------------------------------------------------

DAY_PART = "<time_words/part-of-day>"


def part_of_day(said: str | None) -> PartOfDay | None:
    """The part of the day that words such as ``đầu giờ chiều``, ``giữa trưa`` name."""
    name = " ".join((said or "").split()).removeprefix("giữa ")
    return meanings("time_words/part-of-day").get(name)  # type: ignore[return-value]


def clock_of(hour: int, minute: int, words: str | None, second: int = 0) -> Clock | None:
    """The 24-hour clock time in the part of the day that *words* name; None if there is no such time.

    Afternoon and evening count from noon, the night from noon for the hours before midnight.
    """
    part = part_of_day(words)
    if part is not None:
        hour = _on_the_dial(hour, minute, part)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return None
    return Clock(hour=hour, minute=minute, second=second, part=part)


def in_part(clock: Clock, part: PartOfDay) -> Clock:
    """*clock*, whose own words name no part of the day, in the *part* said apart: ``5h23, chiều 6/2``."""
    hour = _on_the_dial(clock.hour, clock.minute, part)
    end = clock.end and (_on_the_dial(clock.end[0], clock.end[1], part), clock.end[1])
    if end is not None and end <= (hour, clock.minute):
        return clock
    return changed(clock, hour=hour, end=end)


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
