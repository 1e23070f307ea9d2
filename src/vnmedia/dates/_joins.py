"""How neighbouring candidates become one expression: ``22h17`` + ``ngày 17/12``, ``từ`` … ``đến`` ….

A join says which two candidates it takes, what may stand between them and what they make. Three passes
run from left to right, the tightest bond first, so the work grows with the number of candidates alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from ..model import Duration
from ._candidates import (
    Candidate,
    Century,
    Cycle,
    Day,
    Decade,
    Echo,
    Here,
    Length,
    Months,
    Now,
    Part,
    Range,
    Rhythm,
    Several,
    Shift,
    Step,
    Weekday,
    Year,
)

__all__ = ["JOINS", "Join", "Piece", "joined"]


@attrs.frozen
class Piece:
    """A candidate and where it stands in the view."""

    start: int
    end: int
    candidate: Candidate


@attrs.frozen(kw_only=True)
class Join:
    """A way in which two neighbours make one candidate.

    Attributes:
        name: What it is called.
        left, right: The classes that it joins.
        gap: What may stand between them, in full, with the short signs for spaces.
        build: The two → the joined candidate, or None where they do not fit.
        behind: What the joined expression takes in behind its right part, such as a closing bracket.
        examples: Texts that the join reads whole.
    """

    name: str
    left: tuple[type[Any], ...]
    right: tuple[type[Any], ...]
    gap: str
    build: Callable[[Any, Any], Candidate | None]
    behind: str = ""
    examples: tuple[str, ...] = ()


def _with_clock(clock: Here, other: Any) -> Candidate | None:
    if other.clock is not None:
        return None
    timed: Candidate = attrs.evolve(other, clock=clock.clock)
    return _certain(timed)


def _certain(candidate: Any) -> Candidate:
    made: Candidate = attrs.evolve(candidate, sure=True) if hasattr(candidate, "sure") else candidate
    return made


def _of_day(part: Part, other: Any) -> Candidate | None:
    return None if part.portion else _certain(other)


def _portioned(part: Part, other: Any) -> Candidate | None:
    if part.portion is None or (isinstance(other, Months) and other.grain == "span"):
        return None
    whole: Candidate = attrs.evolve(other, portion=part.portion)
    return _certain(whole)


def _dated(weekday: Weekday, day: Day) -> Candidate | None:
    if day.weekday is not None or weekday.week is not None:
        return None
    return attrs.evolve(day, weekday=weekday.weekday, clock=day.clock or weekday.clock, sure=True)


def _of_year(part: Any, year: Year) -> Candidate | None:
    if part.year is not None or year.portion is not None:
        return None
    dated: Candidate = attrs.evolve(part, year=year.year)
    return _certain(dated)


def _in_week(weekday: Weekday, week: Step) -> Candidate | None:
    if week.unit != "week" or week.portion is not None:
        return None
    return attrs.evolve(weekday, week=week.by, sure=True)


def _today(step: Step, day: Day) -> Candidate | None:
    return attrs.evolve(day, sure=True, clock=day.clock or step.clock) if step.unit == "day" else None


def _lunar(point: Any, mark: Part) -> Candidate | None:
    if not mark.lunar and not mark.leap:
        return None
    if isinstance(point, Rhythm):
        return attrs.evolve(point, lunar=True)
    lunar: Candidate = attrs.evolve(point, lunar=True, leap=point.leap or mark.leap)
    return _certain(lunar)


def _named_and_printed(name: Day, day: Day) -> Candidate | None:
    if not name.named or day.named or name.lunar or (name.day, name.month) != (day.day, day.month):
        return None
    return attrs.evolve(day, sure=True)


def _of_cycle(point: Any, year: Year) -> Candidate | None:
    if not isinstance(point.year, Cycle) or not isinstance(year.year, int):
        return None
    dated: Candidate = attrs.evolve(point, year=year.year, lunar=True)
    return _certain(dated)


def _eve_of(eve: Day, tet: Day) -> Candidate | None:
    if not (eve.tet and tet.tet) or eve.year is not None or (tet.day, tet.month) != (1, 1):
        return None
    return attrs.evolve(eve, year=tet.year, sure=True)


def _recurring(point: Any, rhythm: Rhythm) -> Candidate | None:
    if isinstance(point, Here) and rhythm.clock is None:
        return attrs.evolve(rhythm, clock=point.clock)
    if rhythm.weekdays or rhythm.day:
        return None
    if isinstance(point, Weekday):
        return attrs.evolve(rhythm, weekdays=(point.weekday,), clock=point.clock)
    if isinstance(point, Months):
        return (
            attrs.evolve(rhythm, month=point.first, lunar=point.lunar) if point.first == point.last else None
        )
    if point.year is not None or not isinstance(point.day, int) or isinstance(point.month, Shift):
        return None
    return attrs.evolve(rhythm, day=point.day, month=point.month, lunar=point.lunar, clock=point.clock)


def _listed_weekdays(weekday: Weekday, rhythm: Rhythm) -> Candidate | None:
    if not rhythm.weekdays or weekday.clock is not None:
        return None
    return attrs.evolve(rhythm, weekdays=(weekday.weekday, *rhythm.weekdays))


def _weekday_span(weekday: Weekday, rhythm: Rhythm) -> Candidate | None:
    if len(rhythm.weekdays) != 1 or weekday.clock is not None:
        return None
    last = rhythm.weekdays[0]
    days = range(weekday.weekday, weekday.weekday + (last - weekday.weekday) % 7 + 1)
    return attrs.evolve(rhythm, weekdays=tuple(day % 7 for day in days), span=True)


def _lengths(low: Length, high: Length) -> Candidate | None:
    if low.high is not None or high.high is not None:
        return None
    return Length(low=low.low, high=high.low) if _seconds(low.low) < _seconds(high.low) else None


def _seconds(length: Duration) -> Decimal:
    days = length.years * 365 + length.months * 30 + length.weeks * 7 + length.days
    return days * 86400 + length.hours * 3600 + length.minutes * 60 + length.seconds


_Points = (Day, Months, Year, Step, Weekday, Echo, Decade, Century, Here)


def _range(first: Any, last: Any) -> Candidate | None:
    if isinstance(first, Here) != isinstance(last, Here) and not (isinstance(last, Day) and last.clock):
        return None
    return Range(first=first, last=last)


def _hyphened(first: Any, last: Any) -> Candidate | None:
    if type(first) is not type(last) or isinstance(first, Here | Echo):
        return None
    if isinstance(first, Day) and (first.month is None or not (first.sure or last.sure or last.year)):
        return None
    return _range(first, last)


def _until_now(first: Any, now: Range) -> Candidate | None:
    if now.first is not None or not isinstance(now.last, Now):
        return None
    if isinstance(first, Range) and isinstance(first.last, Now):  # "đến nay đến nay …" nests no deeper
        return None
    return Range(first=first, last=Now())


def _from_now(now: Range, last: Any) -> Candidate | None:
    return Range(first=Now(), last=last) if now.last is None and isinstance(now.first, Now) else None


#: The passes, each a list of joins; a pass sees what the one before it made.
JOINS: tuple[tuple[Join, ...], ...] = (
    (
        Join(
            name="giờ trước ngày",
            left=(Here,),
            right=(Day, Weekday, Step, Echo),
            gap="~[,|(–-]?~(?:(?:của|vào|trong)~)?",
            build=lambda clock, day: (
                None if isinstance(day, Step) and day.unit != "day" else _with_clock(clock, day)
            ),
            behind=r"~\)",
            examples=("22h17 ngày 17/12/2020", "08:55 | 25/11/2023"),
        ),
        Join(
            name="buổi của ngày",
            left=(Part,),
            right=(Day, Several, Weekday, Step, Range, Echo),
            gap="~,?~[(]?(?:của~|các~)?",
            build=_of_day,
            examples=("sáng 12/7/2017", "chiều ngày 8-9/12/2020"),
        ),
        Join(
            name="đầu, giữa, cuối của đơn vị",
            left=(Part,),
            right=(Months, Year, Step, Decade, Century),
            gap=" (?:các )?",
            build=_portioned,
            examples=("cuối tháng 10/2016", "đầu năm 2017"),
        ),
        Join(
            name="thứ và ngày",
            left=(Weekday,),
            right=(Day,),
            gap=r"~[,(–-]?~(?:tức~)?",
            build=_dated,
            behind=r"~\)",
            examples=("Thứ năm, 17/12/2020", "T6 (18/12/2020)"),
        ),
        Join(
            name="hôm nay và ngày",
            left=(Step,),
            right=(Day,),
            gap=" ",
            build=_today,
            examples=("hôm nay 3/7/2017",),
        ),
        Join(
            name="thứ trong tuần nào",
            left=(Weekday,),
            right=(Step,),
            gap="~,?~(?:của~)?",
            build=_in_week,
            examples=("thứ Sáu tuần trước",),
        ),
        Join(
            name="ngày, tháng của năm nào",
            left=(Day, Months),
            right=(Year,),
            gap=" (?:của )?|,~",
            build=_of_year,
            examples=("ngày 17/12 năm 2020", "tháng 3 năm ngoái"),
        ),
        Join(
            name="âm lịch, nhuận",
            left=(Day, Months, Rhythm),
            right=(Part,),
            gap=r"~\(?",
            build=_lunar,
            behind=r"~\)",
            examples=("10/3/2017 âm lịch", "tháng 6 nhuận"),
        ),
        Join(
            name="ngày có tên và ngày",
            left=(Day,),
            right=(Day,),
            gap=" ",
            build=_named_and_printed,
            examples=("Quốc khánh 2/9",),
        ),
        Join(
            name="đêm giao thừa của Tết nào",
            left=(Day,),
            right=(Day,),
            gap=" ",
            build=_eve_of,
            examples=("giao thừa Tết Canh Tý",),
        ),
        Join(
            name="năm can chi và số năm",
            left=(Day, Year),
            right=(Year,),
            gap=r" \(?(?:năm )?",
            build=_of_cycle,
            behind=r"~\)",
            examples=("Tết Mậu Thân 1968", "năm Canh Tý (2020)"),
        ),
        Join(
            name="các thứ trong tuần, hằng tuần",
            left=(Weekday,),
            right=(Rhythm,),
            gap="~(?:,|và|,~và)~",
            build=_listed_weekdays,
            examples=("thứ Bảy, Chủ nhật hằng tuần",),
        ),
        Join(
            name="điểm lặp lại",
            left=(Weekday, Day, Months, Here),
            right=(Rhythm,),
            gap="~,?~",
            build=_recurring,
            examples=("thứ Hai hằng tuần", "ngày 10 hằng tháng", "ngày 21/6 hằng năm"),
        ),
    ),
    (
        Join(
            name="buổi, giờ trước cụm ngày",
            left=(Here,),
            right=(Day, Weekday, Step, Echo),
            gap="~[,|(–-]?~(?:(?:của|vào|trong)~)?",
            build=lambda clock, day: (
                None if isinstance(day, Step) and day.unit != "day" else _with_clock(clock, day)
            ),
            examples=("22h17 Thứ năm, 17/12/2020",),
        ),
        Join(
            name="giờ sau ngày",
            left=(Day, Weekday, Step),
            right=(Here,),
            gap="~[,|–-]?~(?:(?:vào lúc|vào|lúc|hồi)~)?",
            build=lambda day, clock: (
                None if isinstance(day, Step) and day.unit != "day" else _with_clock(clock, day)
            ),
            examples=("Thứ năm, 17/12/2020 22:17", "25/11/2023 - 08:55"),
        ),
    ),
    (
        Join(
            name="từ … đến …",
            left=_Points,
            right=_Points,
            gap="~,?~(?:cho đến|đến hết|tới hết|đến trước|đến|tới)~(?:hết )?",
            build=_range,
            examples=("từ ngày 19/4 đến ngày 20/5/2020", "từ tháng 3 đến tháng 5/2020"),
        ),
        Join(
            name="từ thứ … đến thứ … hằng tuần",
            left=(Weekday,),
            right=(Rhythm,),
            gap="~(?:đến|tới|-|–)~",
            build=_weekday_span,
            examples=("từ thứ Hai đến thứ Sáu hằng tuần",),
        ),
        Join(
            name="từ ngày … đến ngày … hằng tháng",
            left=(Day,),
            right=(Rhythm,),
            gap="~(?:đến|tới|-|–)~(?:hết )?",
            build=lambda day, rhythm: (
                attrs.evolve(rhythm, day=None, month=None, span=True) if rhythm.day else None
            ),
            examples=("từ ngày 1 đến ngày 15 hằng tháng",),
        ),
        Join(
            name="khoảng thời gian từ … đến …",
            left=(Length,),
            right=(Length,),
            gap="~(?:đến|tới|-|–)~",
            build=_lengths,
            examples=("6 tháng đến 3 năm",),
        ),
        Join(
            name="a - b",
            left=(Day, Months, Year, Decade, Century, Weekday),
            right=(Day, Months, Year, Decade, Century, Weekday),
            gap="~[-–—]~",
            build=_hyphened,
            examples=("21/6/1925 - 21/6/2017",),
        ),
        Join(
            name="… đến nay",
            left=(*_Points, Range),
            right=(Range,),
            gap="~,?~",
            build=_until_now,
            examples=("từ năm 2019 đến nay", "từ đầu năm 2017 đến nay"),
        ),
        Join(
            name="từ nay đến …",
            left=(Range,),
            right=_Points,
            gap=" (?:cho )?(?:đến|tới)~(?:hết )?",
            build=_from_now,
            examples=("từ nay đến năm 2021",),
        ),
    ),
)

_FROM = re.compile(r"(?:(?:kể|tính) {1,3})?từ {1,3}(?:hôm {1,3})?$")


@cache
def _table() -> Sequence[
    dict[tuple[type[Any], type[Any]], list[tuple[Join, re.Pattern[str], re.Pattern[str]]]]
]:
    spaces = str.maketrans({" ": " {1,3}", "~": " {0,3}"})
    passes = []
    for joins in JOINS:
        table: dict[tuple[type[Any], type[Any]], list[tuple[Join, re.Pattern[str], re.Pattern[str]]]] = {}
        for join in joins:
            entry = (join, re.compile(join.gap.translate(spaces)), re.compile(join.behind.translate(spaces)))
            for left in join.left:
                for right in join.right:
                    table.setdefault((left, right), []).append(entry)
        passes.append(table)
    return passes


def joined(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """*pieces* with neighbours joined, over the lower-case *text*; the order stays."""
    current = list(pieces)
    for number, table in enumerate(_table()):
        kept: list[Piece] = []
        for piece in reversed(current) if number == 0 else current:
            while kept:
                left, right = (piece, kept[-1]) if number == 0 else (kept[-1], piece)
                made = _join(text, left, right, table)
                if made is None:
                    break
                kept.pop()
                piece = made
            kept.append(piece)
        current = kept[::-1] if number == 0 else kept
    return [_from(text, piece) for piece in current]


def _join(text: str, left: Piece, right: Piece, table: dict[Any, Any]) -> Piece | None:
    if not 0 <= right.start - left.end <= 16:
        return None
    for join, gap, behind in table.get((type(left.candidate), type(right.candidate)), ()):
        if not gap.fullmatch(text, left.end, right.start):
            continue
        candidate = join.build(left.candidate, right.candidate)
        if candidate is not None:
            end = right.end
            if join.behind and "(" in text[left.end : right.start]:
                closing = behind.match(text, end)
                end = closing.end() if closing else end
            return Piece(left.start, end, candidate)
    return None


def _from(text: str, piece: Piece) -> Piece:
    """A stretch takes in the ``từ`` that stands before it; a lone point does not."""
    whole = isinstance(piece.candidate, Range) and piece.candidate.first is not None
    if whole or (isinstance(piece.candidate, Rhythm) and piece.candidate.span):
        match = _FROM.search(text, max(0, piece.start - 14), piece.start)
        if match:
            return attrs.evolve(piece, start=match.start())
    return piece
