"""The joins of the kind: what neighbouring candidates make together."""

from __future__ import annotations

from collections.abc import Iterable
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
    Nth,
    Part,
    Range,
    Rhythm,
    Season,
    Several,
    Step,
    Weekday,
    Year,
)
from ._pieces import Join, Joiner, Piece, Trace
from ._recurrence import (
    from_day_each,
    from_month_each,
    from_weekday_each,
    recurring,
    with_point,
    with_weekday,
)

__all__ = ["JOINS", "joined"]


def _with_clock(clock: Here, other: Any) -> Candidate | None:
    if other.clock is not None:
        return None
    timed: Candidate = attrs.evolve(other, clock=clock.clock, part=other.part or clock.clock.part)
    return _certain(timed)


def _certain(candidate: Any) -> Candidate:
    made: Candidate = attrs.evolve(candidate, sure=True) if hasattr(candidate, "sure") else candidate
    return made


def _of_day(part: Part, other: Any) -> Candidate | None:
    if isinstance(other, Rhythm) and not (other.weekdays or other.days):
        return None
    if part.portion or part.onward or part.lunar:
        return None
    if isinstance(other, Range) and not _in_one_month(other):
        return _certain(other)
    return _certain(attrs.evolve(other, part=part.part))


def _in_one_month(days: Range) -> bool:
    ends = (days.first, days.last)
    return all(isinstance(end, Day) for end in ends) and len({end.month for end in ends}) == 1  # type: ignore[union-attr]


def _portioned(part: Part, other: Any) -> Candidate | None:
    if part.portion is None or (isinstance(other, Months) and other.grain == "span"):
        return None
    if isinstance(other, Range) and (isinstance(other.first, Now) or isinstance(other.last, Now)):
        return None
    whole: Candidate = attrs.evolve(other, portion=part.portion)
    return _certain(whole)


def _dated(weekday: Weekday, day: Day) -> Candidate | None:
    if day.weekday is not None or weekday.week is not None:
        return None
    clock, part = day.clock or weekday.clock, day.part or weekday.part
    return attrs.evolve(day, weekday=weekday.weekday, clock=clock, part=part, sure=True)


def _of_year(part: Any, year: Year) -> Candidate | None:
    if part.year is not None or year.portion is not None:
        return None
    if isinstance(year.year, Cycle):  # "ngày 7/8 năm Canh Tý": such years are of the lunar calendar
        return _certain(attrs.evolve(part, year=year.year, lunar=True)) if hasattr(part, "lunar") else None
    dated: Candidate = attrs.evolve(part, year=year.year)
    return _certain(dated)


def _in_week(weekday: Weekday, week: Step) -> Candidate | None:
    if week.unit != "week" or week.portion is not None:
        return None
    return attrs.evolve(weekday, week=week.by, sure=True)


def _today(step: Step, day: Day) -> Candidate | None:
    if step.unit != "day":
        return None
    clock, part = day.clock or step.clock, day.part or step.part
    return attrs.evolve(day, sure=True, clock=clock, part=part, from_today=step.by)


def _within(nth: Nth, holder: Any) -> Candidate | None:
    if nth.of is not None or holder.portion is not None or getattr(holder, "lunar", False):
        return None
    return attrs.evolve(nth, of=holder) if _holds(nth, holder) else None


def _holds(nth: Nth, holder: Any) -> bool:
    """Whether *holder* is the larger of the two."""
    if isinstance(holder, Year) or nth.unit in ("day", "weekday"):
        return not (isinstance(holder, Step) and holder.unit not in ("month", "quarter"))
    months = holder.last - holder.first if isinstance(holder, Months) else {"quarter": 2}.get(holder.unit, 0)
    return nth.unit == "week" or (nth.unit == "month" and months > 0)


def _lunar(point: Any, mark: Part) -> Candidate | None:
    if not mark.lunar and not mark.leap:
        return None
    if isinstance(point, Rhythm):
        return attrs.evolve(point, lunar=True)
    if isinstance(point, Range | Several):
        return _all_lunar(point)
    lunar: Candidate = attrs.evolve(point, lunar=True, leap=point.leap or mark.leap)
    return _certain(lunar)


def _all_lunar(days: Range | Several) -> Candidate | None:
    """``từ mùng 3 đến mùng 6 tháng Hai âm lịch``: the mark at the end is of every day."""
    members: tuple[Any, ...] = (days.first, days.last) if isinstance(days, Range) else days.members
    if not all(isinstance(member, Day) for member in members):
        return None
    marked: list[Any] = [attrs.evolve(member, lunar=True) for member in members]
    if isinstance(days, Range):
        return attrs.evolve(days, first=marked[0], last=marked[1])
    return attrs.evolve(days, members=tuple(marked))


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


def _added(length: Length, rest: Length) -> Candidate | None:
    """``2 năm 3 tháng`` + ``5 ngày``: each unit smaller than those before."""
    first, second = _units(length.low), _units(rest.low)
    if length.high is not None or rest.high is not None or not first or not second or first[-1] >= second[0]:
        return None
    parts = {name: getattr(length.low, name) + getattr(rest.low, name) for name in _PARTS}
    return Length(low=Duration(**parts))


_PARTS = [field.name for field in attrs.fields(Duration)]


def _units(length: Duration) -> list[int]:
    """The places of the units that *length* counts in, the largest first."""
    return [place for place, name in enumerate(_PARTS) if getattr(length, name)]


def _lengths(low: Length, high: Length) -> Candidate | None:
    if low.high is not None or high.high is not None:
        return None
    return Length(low=low.low, high=high.low) if _seconds(low.low) < _seconds(high.low) else None


def _seconds(length: Duration) -> Decimal:
    days = length.years * 365 + length.months * 30 + length.weeks * 7 + length.days
    return days * 86400 + length.hours * 3600 + length.minutes * 60 + length.seconds


_Points = (Day, Months, Year, Step, Weekday, Echo, Decade, Century, Here)


def _range(first: Any, last: Any) -> Candidate | None:
    if isinstance(first, Weekday) and not first.sure and not isinstance(last, Weekday):
        return None  # "đợt tiêm thứ 3 đến ngày 12/9"
    if isinstance(first, Here) and not isinstance(last, Here):
        return Range(first=first, last=last) if getattr(last, "clock", None) else None
    if isinstance(last, Here) and not isinstance(first, Here):
        return _until_hour(first, last)
    return Range(first=first, last=last)


def _until_hour(first: Any, last: Here) -> Candidate | None:
    """``từ 9h ngày 16/12 đến 17h``: an hour alone that comes later is one of the same day."""
    clock = getattr(first, "clock", None)
    if (
        clock is None
        or clock.end is not None
        or (last.clock.hour, last.clock.minute) <= (clock.hour, clock.minute)
    ):
        return None
    return Range(first=first, last=attrs.evolve(first, clock=last.clock))


def _hyphened(first: Any, last: Any) -> Candidate | None:
    if type(first) is not type(last) or isinstance(first, Here | Echo):
        return None
    if isinstance(first, Day) and (first.month is None or not (first.sure or last.sure or last.year)):
        return None
    if isinstance(first, Day) and first.lunar != last.lunar:  # one day by two calendars
        return None
    return _range(first, last)


def _until_now(first: Any, now: Range) -> Candidate | None:
    if now.first is not None or not isinstance(now.last, Now):
        return None
    if isinstance(first, Range) and isinstance(first.last, Now):  # "đến nay đến nay …" nests no deeper
        return None
    return Range(first=first, last=Now())


def _open_ended(point: Any, part: Part) -> Candidate | None:
    return Range(first=point, last=None) if part.onward and not isinstance(point, Here) else None


def _from_now(now: Range, last: Any) -> Candidate | None:
    return Range(first=Now(), last=last) if now.last is None and isinstance(now.first, Now) else None


#: The passes, each a list of joins; a pass sees what the one before it made.
JOINS: tuple[tuple[Join, ...], ...] = (
    (
        Join(
            name="nhiều đơn vị",
            left=(Length,),
            right=(Length,),
            gap="~,?~(?:và~)?",
            build=_added,
            examples=("2 năm 3 tháng 5 ngày", "1 tuần 2 ngày 3 giờ 20 phút"),
        ),
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
            right=(Day, Several, Weekday, Step, Range, Echo, Rhythm),
            gap="~,?~[(]?(?:của~|các~)?",
            build=_of_day,
            examples=("sáng 12/7/2017", "chiều ngày 8-9/12/2020"),
        ),
        Join(
            name="đầu, giữa, cuối của đơn vị",
            left=(Part,),
            right=(Months, Year, Step, Decade, Century, Season),
            gap=" (?:các )?",
            build=_portioned,
            examples=("cuối tháng 10/2016", "đầu năm 2017", "đầu mùa giải 2016/17"),
        ),
        Join(
            name="đầu, giữa, cuối của giai đoạn",
            left=(Part,),
            right=(Range,),
            gap=" ",
            build=_portioned,
            examples=("cuối nhiệm kỳ 2016-2021", "đầu giai đoạn 2021-2025"),
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
            left=(Day, Months, Rhythm, Range, Several),
            right=(Part,),
            gap=r"~\(?",
            build=_lunar,
            behind=r"~\)",
            examples=("10/3/2017 âm lịch", "tháng 6 nhuận", "ngày 10 đến 15 tháng 2 âm lịch"),
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
            build=with_weekday,
            examples=("thứ Bảy, Chủ nhật hằng tuần",),
        ),
        Join(
            name="điểm lặp lại",
            left=(Weekday, Day, Months, Here, Nth),
            right=(Rhythm,),
            gap="~(?:,|của)?~",
            build=recurring,
            examples=("thứ Hai hằng tuần", "ngày 10 hằng tháng", "ngày 21/6 hằng năm"),
        ),
        Join(
            name="các ngày lặp lại",
            left=(Day, Months),
            right=(Rhythm,),
            gap="~(?:,|và|,~và)~",
            build=with_point,
            examples=("ngày 20/6 và ngày 20/12 hằng năm", "tháng 3 và tháng 9 hằng năm"),
        ),
        Join(
            name="thứ mấy của đơn vị nào",
            left=(Nth,),
            right=(Months, Year, Step),
            gap=" (?:của |trong )?",
            build=_within,
            examples=("thứ Hai đầu tiên của tháng 5/2020", "ngày cuối cùng của năm 2020"),
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
            gap="~,?~(?:cho đến|đến hết|tới hết|đến trước|đến|tới)~(?:hết |khoảng )?",
            build=_range,
            examples=("từ ngày 19/4 đến ngày 20/5/2020", "từ tháng 3 đến tháng 5/2020"),
        ),
        Join(
            name="từ thứ … đến thứ … hằng tuần",
            left=(Weekday,),
            right=(Rhythm,),
            gap="~(?:đến|tới|-|–)~",
            build=from_weekday_each,
            examples=("từ thứ Hai đến thứ Sáu hằng tuần",),
        ),
        Join(
            name="từ ngày … đến ngày … hằng tháng",
            left=(Day,),
            right=(Rhythm,),
            gap="~(?:đến|tới|-|–)~(?:hết )?",
            build=from_day_each,
            examples=("từ ngày 1 đến ngày 15 hằng tháng",),
        ),
        Join(
            name="từ tháng … đến tháng … hằng năm",
            left=(Months, Day),
            right=(Rhythm,),
            gap="~(?:đến|tới|-|–)~(?:hết )?",
            build=from_month_each,
            examples=("từ tháng 6 đến tháng 9 hằng năm",),
        ),
        Join(
            name="đầu, giữa, cuối của giai đoạn từ … đến …",
            left=(Part,),
            right=(Range,),
            gap=" giai đoạn (?:từ )?",
            build=_portioned,
            examples=("đầu giai đoạn từ tháng 3/2020 đến tháng 5/2020",),
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
            name="từ … trở đi",
            left=_Points,
            right=(Part,),
            gap=" ",
            build=_open_ended,
            examples=("từ năm 2021 trở đi", "từ ngày 1/7/2025 trở đi"),
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


@cache
def _joiner() -> Joiner:
    return Joiner(JOINS)


def joined(text: str, pieces: Iterable[Piece], trace: Trace | None = None) -> list[Piece]:
    """*pieces* with neighbours joined, over the lower-case *text*; the order stays."""
    return _joiner().joined(text, pieces, trace)
