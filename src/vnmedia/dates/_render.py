"""From value to canonical Vietnamese that reads back as the same value, where the words alone can say it."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from ..model import TimeExpression
from . import _lunar
from ._lunar import to_lunar
from ._render_rhythm import PARTS_OF_DAY, clock, lengths, rhythm, spelled_length

__all__ = ["render"]

_PORTIONS = {"start": "đầu ", "mid": "giữa ", "end": "cuối ", "approximate": "khoảng "}
_QUARTERS = ("I", "II", "III", "IV")


def render(value: TimeExpression) -> str:
    """*value* in canonical Vietnamese.

    What was reckoned from a reference day is rendered by its days: ``5 năm qua`` as the years it covers.

    >>> render(TimeExpression(edtf="2020-34", start=dt.date(2020, 4, 1), end=dt.date(2020, 6, 30)))
    'quý II/2020'
    >>> from vnmedia import Duration
    >>> render(TimeExpression(duration=Duration(years=2, months=6)))
    '2 năm 6 tháng'
    """
    if value.every is not None:
        return rhythm(value, value.every)
    portion = _PORTIONS.get(value.modifier or "", "")
    if value.part_of_day is not None and value.time is None:
        portion += f"{PARTS_OF_DAY[value.part_of_day]} "
    if value.start is None and value.end is None and value.edtf is None and value.duration is not None:
        # "khoảng 8 giờ" would be a time of day.
        about = "chừng " if portion == "khoảng " and value.duration.hours else portion
        return about + lengths(value.duration, value.duration_max)
    said = _timed(value)
    if value.modifier not in (None, "approximate"):
        said = _of_portion(value, said)
    lasting = f" ({spelled_length(value.duration)})" if value.duration is not None else ""
    return portion + said + lasting


def _of_portion(value: TimeExpression, said: str) -> str:
    """What ``đầu`` can stand before: a unit, or a stretch that is called one."""
    if said == "hôm nay":
        return "tuần này"
    if said == _OPEN_LUNAR:
        return "tháng Giêng"
    return f"giai đoạn {said}" if said.startswith("từ ") else said


# Clock times --------------------------------------------------------------------------------------


def _timed(value: TimeExpression) -> str:
    if not value.hours:
        days = _days(value, value.edtf)
        if value.time is None:
            return days
        opening = re.match(r"từ |cho đến hết ", days) if _is_open(value) else None
        behind = opening.end() if opening else 0
        part = f" {PARTS_OF_DAY[value.part_of_day]}" if value.part_of_day else ""
        return f"{days[:behind]}{clock(value.time, part)} {days[behind:]}"
    first, last = value.hours
    brief = first.tzinfo == last.tzinfo and _naive(first) < _naive(last) and not first.second
    if value.start == value.end and brief and (not last.second or _naive(last) == dt.time(23, 59, 59)):
        ending = "24h" if last.second else f"{last:%H}h{last:%M}"
        return f"{first:%H}h{first:%M} - {ending}{_zone(last)} {_days(value, value.edtf)}"
    return f"từ {clock(first)} {_edge(value, value.start)} đến {clock(last)} {_edge(value, value.end)}"


def _naive(time: dt.time) -> dt.time:
    return time.replace(tzinfo=None)


def _zone(time: dt.time) -> str:
    return clock(time)[len(clock(_naive(time))) :]


def _is_open(value: TimeExpression) -> bool:
    return (value.start is None) != (value.end is None)


# Days ---------------------------------------------------------------------------------------------

_OPEN_LUNAR = "rằm tháng Giêng"


def _days(value: TimeExpression, edtf: str | None) -> str:
    if value.calendar:
        return _lunar_days(value)
    known = _known((edtf or "").split("T")[0])
    return known or _span(value)


def _known(edtf: str) -> str | None:
    """The name of what *edtf* says by its form alone."""
    if edtf.startswith("{"):
        return _list(edtf.strip("{}").split(","))
    for pattern, words in _FORMS:
        match = re.fullmatch(pattern, edtf)
        if match is not None:
            return words(match)
    first, slash, last = edtf.partition("/")
    if slash and edtf.startswith(("XXXX", "-", "0000")):
        return f"từ {_known(first)} đến {_known(last)}".replace("đến hôm nay", "đến ngày mai")
    return None


def _span(value: TimeExpression) -> str:
    start, end = value.start, value.end
    if start is None:
        return f"cho đến hết {_edge(value, end)}" if end else "hôm nay"
    if end is None:
        return f"từ {_edge(value, start)}"
    if start == end:
        return _edge(value, start)
    if value.part_of_day and (start.year, start.month) == (end.year, end.month):
        return f"ngày {start.day}-{end.day}/{start.month}/{start.year}"
    if start.month == start.day == 1 and (end.month, end.day) == (12, 31):
        if start.year % 100 == 1 and end.year == start.year + 99:
            return f"thế kỷ {end.year // 100}"
        return (
            _year(start.year) if start.year == end.year else f"từ {_year(start.year)} đến {_year(end.year)}"
        )
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return f"từ tháng {start:%m/%Y} đến tháng {end:%m/%Y}".replace(" 0", " ")
    return f"từ {_edge(value, start)} đến {_edge(value, end)}"


def _edge(value: TimeExpression, day: dt.date | None) -> str:
    if day is None:
        return "hôm nay"
    if value.calendar:
        return _lunar_day(to_lunar(day))
    return f"ngày {day.day}/{day.month}/{day.year}"


def _year(year: int) -> str:
    if year < 1:
        return f"năm {1 - year} trước Công nguyên"
    return f"năm {year}" + (" sau Công nguyên" if year < 100 else "")


def _list(members: list[str]) -> str:
    """``{2020-06-03,2020-06-07}``: what members have in common is said once."""
    stems = {member.rpartition("-")[0] for member in members}
    depth = {member.count("-") for member in members}
    if len(stems) == 1 and len(depth) == 1 and depth <= {1, 2}:
        (stem,) = stems
        lasts = [str(int(member.rpartition("-")[2])) for member in members]
        told = f"{', '.join(lasts[:-1])} và {lasts[-1]}"
        year, _, month = stem.partition("-")
        if not month:
            return f"các tháng {told}" + (f" năm {year}" if year != "XXXX" else "")
        if month != "XX":
            return f"các ngày {told}/{int(month)}" + (f"/{year}" if year != "XXXX" else "")
    names = [str(_known(member) or _iso_day(member)) for member in members]
    return f"{', '.join(names[:-1])} và {names[-1]}"


def _iso_day(text: str) -> str:
    day = dt.date.fromisoformat(text)
    return f"ngày {day.day}/{day.month}/{day.year}"


def _before_christ(match: re.Match[str]) -> str:
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if last == first:
        return _year(first)
    if last % 100 == 0 and first == last - 99:
        return f"thế kỷ {1 - last // 100} trước Công nguyên"
    return f"từ {_year(first)} đến {_year(last)}"


_FORMS = (
    (r"(?P<y>\d{4})", lambda match: _year(int(match["y"])) if match["y"] != "0000" else _year(0)),
    (r"(?P<y>\d{4})-(?P<m>0\d|1[0-2])", lambda match: f"tháng {int(match['m'])}/{match['y']}"),
    (r"(?P<y>\d{4})-3(?P<q>[3-6])", lambda match: f"quý {_QUARTERS[int(match['q']) - 3]}/{match['y']}"),
    (r"(?P<y>\d{4})-40", lambda match: f"nửa đầu năm {match['y']}"),
    (r"(?P<y>\d{4})-41", lambda match: f"nửa cuối năm {match['y']}"),
    (r"(?P<d>\d{3})X", lambda match: f"thập niên {match['d']}0"),
    (r"XXXX-(?P<m>\d\d)-(?P<d>\d\d)", lambda match: f"ngày {int(match['d'])}/{int(match['m'])}"),
    (r"XXXX-(?P<m>\d\d)", lambda match: f"tháng {int(match['m'])}"),
    (r"XXXX-XX-(?P<d>\d\d)", lambda match: f"ngày {int(match['d'])}"),
    (r"XXXX-XX", lambda match: "tháng này"),
    (r"XXXX", lambda match: "năm nay"),
    (r"XXXX-XX-XX", lambda match: "hôm nay"),
    (r"(?P<first>-\d{4}|0000)(?:/(?P<last>-\d{4}|0000))?", _before_christ),
)


# The lunar calendar -------------------------------------------------------------------------------


def _lunar_days(value: TimeExpression) -> str:
    start, end = value.start, value.end
    if start is None and end is None:
        return _OPEN_LUNAR
    if start is None:
        return f"cho đến hết {_edge(value, end)}"
    if end is None:
        return f"từ {_edge(value, start)}"
    if start == end:
        return _edge(value, start)
    first = to_lunar(start)
    year = _lunar.year_of_lunar(first.year)
    if (start, end) == (year.first, year.last):
        return f"năm {_lunar.name_of(first.year)} ({first.year})"
    if (start, end) == _lunar.month_of(first.month, first.year, leap=first.leap):
        return f"tháng {first.month}{' nhuận' if first.leap else ' âm lịch'} năm {first.year}"
    return f"từ {_edge(value, start)} đến {_edge(value, end)}"


def _lunar_day(day: _lunar.LunarDay) -> str:
    return f"ngày {day.day}/{day.month}{' nhuận' if day.leap else ''} âm lịch năm {day.year}"
