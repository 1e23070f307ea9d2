"""The joins: what neighbouring candidates make together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ._built import (
    added,
    dated,
    eve_of,
    from_now,
    hyphened,
    in_week,
    lengths,
    lunar,
    lunar_year,
    named_and_printed,
    of_cycle,
    of_day,
    of_year,
    open_ended,
    portioned,
    stretch,
    today,
    until_now,
    with_clock,
    within,
)
from ._candidates import (
    Century,
    Day,
    Decade,
    Echo,
    Here,
    Length,
    Months,
    Nth,
    Part,
    Range,
    Rhythm,
    Season,
    Several,
    Step,
    Week,
    Weekday,
    Year,
)
from ._pieces import Join, Joiner, Piece, Trace
from ._recurrence import (
    announced,
    from_day_each,
    from_hour_each,
    from_month_each,
    from_weekday_each,
    recurring,
    stretch_each,
    with_point,
    with_weekday,
)

__all__ = ["JOINS", "joined"]

#: What may stand between a time of day and its day.
_TO_DAY = "~[,|(–-]?~(?:(?:của|vào|trong)~)?"


_Points = (Day, Months, Year, Step, Weekday, Echo, Decade, Century, Here)

#: The passes, each a list of joins; a pass works on the results of the one before it.
JOINS: tuple[tuple[Join, ...], ...] = (
    (
        Join(
            name="nhiều đơn vị",
            left=(Length,),
            right=(Length,),
            gap="~,?~(?:và~)?",
            build=added,
            examples=("2 năm 3 tháng 5 ngày", "1 tuần 2 ngày 3 giờ 20 phút"),
        ),
        Join(
            name="giờ trước ngày",
            left=(Here,),
            right=(Day, Weekday, Step, Echo),
            gap=_TO_DAY,
            build=lambda clock, day: (
                None if isinstance(day, Step) and day.unit != "day" else with_clock(clock, day)
            ),
            after=r"~\)",
            examples=("22h17 ngày 17/12/2020", "08:55 | 25/11/2023"),
        ),
        Join(
            name="buổi của ngày",
            left=(Part,),
            right=(Day, Several, Weekday, Step, Range, Echo, Rhythm),
            gap="~,?~[(]?(?:của~|các~)?",
            build=of_day,
            examples=("sáng 12/7/2017", "chiều ngày 8-9/12/2020"),
        ),
        Join(
            name="đầu, giữa, cuối của đơn vị",
            left=(Part,),
            right=(Months, Year, Step, Decade, Century, Season),
            gap=" (?:các )?",
            build=portioned,
            examples=("cuối tháng 10/2016", "đầu năm 2017", "đầu mùa giải 2016/17"),
        ),
        Join(
            name="đầu, giữa, cuối của giai đoạn",
            left=(Part,),
            right=(Range,),
            gap=" ",
            build=portioned,
            examples=("cuối nhiệm kỳ 2016-2021", "đầu giai đoạn 2021-2025"),
        ),
        Join(
            name="thứ và ngày",
            left=(Weekday,),
            right=(Day,),
            gap=r"~[,(–-]?~(?:tức~)?",
            build=dated,
            after=r"~\)",
            examples=("Thứ năm, 17/12/2020", "T6 (18/12/2020)"),
        ),
        Join(
            name="ngày và thứ trong ngoặc",
            left=(Day,),
            right=(Weekday,),
            gap=r"~\((?:nhằm |tức |đúng |vào )?(?:ngày )?",
            build=lambda day, weekday: dated(weekday, day),
            after=r"~\)",
            examples=("ngày 17/12/2020 (thứ Năm)", "ngày 17/12/2020 (thứ 5)"),
        ),
        Join(
            name="hôm nay và ngày",
            left=(Step,),
            right=(Day,),
            gap=" ",
            build=today,
            examples=("hôm nay 3/7/2017",),
        ),
        Join(
            name="thứ trong tuần nào",
            left=(Weekday,),
            right=(Step,),
            gap="~,?~(?:của~)?",
            build=in_week,
            examples=("thứ Sáu tuần trước",),
        ),
        Join(
            name="ngày, tháng của năm nào",
            left=(Day, Months),
            right=(Year, Echo),
            gap=" (?:của )?|,~",
            build=of_year,
            examples=("ngày 17/12 năm 2020", "tháng 3 năm ngoái", "ngày 31/1 của năm tiếp theo"),
        ),
        Join(
            name="âm lịch, nhuận",
            left=(Day, Months, Rhythm, Range, Several),
            right=(Part,),
            gap=r"~,?~\(?",
            build=lunar,
            after=r"~\)",
            examples=("10/3/2017 âm lịch", "tháng 6 nhuận", "ngày 10 đến 15 tháng 2 âm lịch"),
        ),
        Join(
            name="các ngày âm lịch của năm nào",
            left=(Range,),
            right=(Year,),
            gap=" ",
            build=lunar_year,
            examples=("mùng 4 đến 10 tháng Giêng năm Đinh Dậu",),
        ),
        Join(
            name="ngày có tên và ngày",
            left=(Day,),
            right=(Day,),
            gap=" (?:đầu tiên )?",
            build=named_and_printed,
            examples=("Quốc khánh 2/9", "ngày Quốc khánh đầu tiên 2/9/1945"),
        ),
        Join(
            name="đêm giao thừa của Tết nào",
            left=(Day,),
            right=(Day,),
            gap=" ",
            build=eve_of,
            examples=("giao thừa Tết Canh Tý",),
        ),
        Join(
            name="năm can chi và số năm",
            left=(Day, Year),
            right=(Year,),
            gap=r" \(?(?:năm )?",
            build=of_cycle,
            after=r"~\)",
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
            name="lặp lại rồi đến điểm",
            left=(Rhythm,),
            right=(Day, Months, Weekday, Nth, Here),
            gap="~,?~(?:vào|cứ (?:đến|vào|tới))~(?:dịp |lúc |ngày )?|,~(?:đến|tới|nhân)~(?:dịp |ngày )?",
            build=announced,
            examples=("Hằng năm, cứ đến ngày 21/6", "mỗi năm vào tháng 3", "hằng tuần, vào thứ Hai"),
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
            build=within,
            examples=("thứ Hai đầu tiên của tháng 5/2020", "ngày cuối cùng của năm 2020"),
        ),
    ),
    (
        Join(
            name="buổi, giờ trước cụm ngày",
            left=(Here,),
            right=(Day, Weekday, Step, Echo),
            gap=_TO_DAY,
            build=lambda clock, day: (
                None if isinstance(day, Step) and day.unit != "day" else with_clock(clock, day)
            ),
            examples=("22h17 Thứ năm, 17/12/2020",),
        ),
        Join(
            name="giờ sau ngày",
            left=(Day, Weekday, Step),
            right=(Here,),
            gap="~[,|–-]?~(?:(?:vào lúc|vào|lúc|hồi)~)?",
            build=lambda day, clock: (
                None if isinstance(day, Step) and day.unit != "day" else with_clock(clock, day)
            ),
            examples=("Thứ năm, 17/12/2020 22:17", "25/11/2023 - 08:55"),
        ),
    ),
    (
        Join(
            name="từ … đến …",
            left=_Points,
            right=(*_Points, Week),
            gap="~,?~(?:cho đến|đến trước|đến|tới)~(?:hết |khoảng )?",
            build=stretch,
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
            name="từ giờ … đến giờ … hằng ngày",
            left=(Here,),
            right=(Rhythm,),
            gap="~(?:đến|tới|-|–)~",
            build=from_hour_each,
            examples=("từ 8 giờ sáng đến 5 giờ chiều hằng ngày",),
        ),
        Join(
            name="các ngày của một tháng hằng năm",
            left=(Range,),
            right=(Rhythm,),
            gap="~",
            build=stretch_each,
            examples=("từ ngày 13 đến 15 tháng Giêng hằng năm",),
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
            build=portioned,
            examples=("đầu giai đoạn từ tháng 3/2020 đến tháng 5/2020",),
        ),
        Join(
            name="khoảng thời gian từ … đến …",
            left=(Length,),
            right=(Length,),
            gap="~(?:đến|tới|-|–)~",
            build=lengths,
            examples=("6 tháng đến 3 năm", "5 ngày tới 7 ngày"),
        ),
        Join(
            name="a - b",
            left=(Day, Months, Year, Decade, Century, Weekday),
            right=(Day, Months, Year, Decade, Century, Weekday),
            gap=r"~(?:-{1,3}>?|[–—→\x7e÷]|–>)~",
            build=hyphened,
            examples=("21/6/1925 - 21/6/2017", "21/6/1925 -- 21/6/2017", "1/5→5/5/2024"),
        ),
        Join(
            name="… đến nay",
            left=(*_Points, Range),
            right=(Range,),
            gap="~,?~",
            build=until_now,
            examples=("từ năm 2019 đến nay", "từ đầu năm 2017 đến nay"),
        ),
        Join(
            name="từ … trở đi",
            left=_Points,
            right=(Part,),
            gap=" ",
            build=open_ended,
            examples=("từ năm 2021 trở đi", "từ ngày 1/7/2025 trở đi"),
        ),
        Join(
            name="từ nay đến …",
            left=(Range,),
            right=_Points,
            gap=" (?:cho )?(?:đến|tới)~(?:hết )?",
            build=from_now,
            examples=("từ nay đến năm 2021",),
        ),
    ),
)


@cache
def _joiner() -> Joiner:
    return Joiner(JOINS)


def joined(text: str, pieces: Iterable[Piece], trace: Trace | None = None) -> list[Piece]:
    """*pieces* with neighbours joined, over the lower-case *text*, in the same order."""
    return _joiner().joined(text, pieces, trace)
