"""From value to canonical Vietnamese that reads back as the same value, where the words alone can say it."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from ..model import Duration, TimeExpression
from . import _lunar
from ._lunar import to_lunar

__all__ = ["render"]

_UNITS = (
    ("years", "năm"), ("months", "tháng"), ("weeks", "tuần"), ("days", "ngày"), ("hours", "giờ"),
    ("minutes", "phút"), ("seconds", "giây"),
)  # fmt: skip
_PORTIONS = {"start": "đầu ", "mid": "giữa ", "end": "cuối ", "approximate": "khoảng "}
_WEEKDAYS = dict(
    zip(
        ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
        strict=True,
    )
)
_QUARTERS = ("I", "II", "III", "IV")


def render(value: TimeExpression) -> str:
    """*value* in canonical Vietnamese.

    What was reckoned from a reference day is rendered by its days: ``5 năm qua`` as the years it covers.

    >>> render(TimeExpression(edtf="2020-34", start=dt.date(2020, 4, 1), end=dt.date(2020, 6, 30)))
    'quý II/2020'
    >>> render(TimeExpression(duration=Duration(years=2, months=6)))
    '2 năm 6 tháng'
    """
    if value.every is not None:
        return _rhythm(value, value.every)
    portion = _PORTIONS.get(value.modifier or "", "")
    if value.start is None and value.end is None and value.duration is not None:
        return portion + _lengths(value.duration, value.duration_max)
    return portion + _clocked(value, _lunar_days(value) if value.calendar else _days(value))


# Lengths and rhythms ------------------------------------------------------------------------------


def _lengths(low: Duration, high: Duration | None) -> str:
    if high is None:
        return _length(low)
    first, last = _length(low).split(" "), _length(high).split(" ")
    if len(first) == len(last) == 2 and first[1] == last[1]:
        return f"{first[0]}-{last[0]} {first[1]}"
    return f"{_length(low)} đến {_length(high)}"


def _length(length: Duration) -> str:
    told = [
        f"{amount.normalize():f} {name}".replace(".", ",")
        for field, name in _UNITS
        if (amount := getattr(length, field))
    ]
    # "13 giờ 1 phút" would be a time of day.
    clocklike = len(told) == 2 and 13 <= length.hours <= 23 and length.minutes
    return (" và " if clocklike else " ").join(told) or "0 giây"


def _rhythm(value: TimeExpression, every: Duration) -> str:
    said = dict(part.split("=") for part in value.rule.split(";")) if value.rule else {}
    amount, _, unit = _length(every).partition(" ")
    rhythm = f"hằng {unit}" if amount == "1" else f"{amount} {unit} một lần"
    if value.times is not None:
        rhythm = f"{value.times} lần mỗi {unit}" if amount == "1" else rhythm
    point = ""
    if "BYDAY" in said:
        point = ", ".join(_WEEKDAYS[day] for day in said["BYDAY"].split(",")) + " "
    elif "BYMONTHDAY" in said:
        month = f"/{said['BYMONTH']}" if "BYMONTH" in said else ""
        point = f"ngày {said['BYMONTHDAY']}{month} "
    elif "BYMONTH" in said:
        point = f"tháng {said['BYMONTH']} "
    clock = f"{int(said['BYHOUR'])}h{int(said['BYMINUTE']):02} " if "BYHOUR" in said else ""
    return clock + point + rhythm + (" âm lịch" if value.calendar else "")


# Days ---------------------------------------------------------------------------------------------


def _clocked(value: TimeExpression, days: str) -> str:
    if value.hours:
        first, last = value.hours
        return f"{first:%H}h{first:%M} - {last:%H}h{last:%M} {days}"
    if value.time is None:
        return days
    seconds = f":{value.time.second:02}" if value.time.second else ""
    offset = value.time.utcoffset()
    zone = "" if offset is None else f" GMT{int(offset.total_seconds() // 3600):+d}"
    return f"{value.time:%H:%M}{seconds}{zone} {days}"


def _days(value: TimeExpression) -> str:
    edtf = (value.edtf or "").split("T")[0]
    for pattern, words in _FORMS:
        match = re.fullmatch(pattern, edtf)
        if match is not None:
            return words(match)
    return _span(value.start, value.end)


def _span(start: dt.date | None, end: dt.date | None) -> str:
    if start is None:
        return f"cho đến hết {_edge(end)}" if end else "hôm nay"
    if end is None:
        return f"từ {_edge(start)}"
    if start == end:
        return _edge(start)
    if start.month == start.day == 1 and (end.month, end.day) == (12, 31):
        if start.year % 100 == 1 and end.year == start.year + 99:
            return f"thế kỷ {end.year // 100}"
        return f"năm {start.year}" if start.year == end.year else f"từ năm {start.year} đến năm {end.year}"
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return f"từ tháng {start:%m/%Y} đến tháng {end:%m/%Y}".replace(" 0", " ")
    return f"từ {_edge(start)} đến {_edge(end)}"


def _edge(day: dt.date | None) -> str:
    assert day is not None
    return f"ngày {day.day}/{day.month}/{day.year}"


def _list(match: re.Match[str]) -> str:
    """``{2020-06-03,2020-06-07}``: the members differ in their last part alone."""
    members = match["members"].split(",")
    lasts = [str(int(member.rpartition("-")[2])) for member in members]
    stem = members[0].rpartition("-")[0].split("-")
    told = f"{', '.join(lasts[:-1])} và {lasts[-1]}"
    if len(stem) == 1:
        return f"các tháng {told}" + (f" năm {stem[0]}" if stem[0] != "XXXX" else "")
    return f"các ngày {told}/{int(stem[1])}" + (f"/{stem[0]}" if stem[0] != "XXXX" else "")


def _before_christ(match: re.Match[str]) -> str:
    last = int(match["last"] or match["first"])
    if match["last"] is None:
        return f"năm {1 - last} trước Công nguyên"
    return f"thế kỷ {1 - last // 100} trước Công nguyên"


def _open_months(match: re.Match[str]) -> str:
    first, last = int(match["a"]), int(match["b"])
    return f"từ tháng {first} đến tháng {last}"


def _decade(match: re.Match[str]) -> str:
    return f"thập niên {match['d']}0"


_FORMS = (
    (r"(?P<y>\d{4})", lambda match: f"năm {int(match['y'])}"),
    (r"(?P<y>\d{4})-(?P<m>0\d|1[0-2])", lambda match: f"tháng {int(match['m'])}/{match['y']}"),
    (r"(?P<y>\d{4})-3(?P<q>[3-6])", lambda match: f"quý {_QUARTERS[int(match['q']) - 3]}/{match['y']}"),
    (r"(?P<y>\d{4})-40", lambda match: f"nửa đầu năm {match['y']}"),
    (r"(?P<y>\d{4})-41", lambda match: f"nửa cuối năm {match['y']}"),
    (r"(?P<d>\d{3})X", _decade),
    (r"XXXX-(?P<m>\d\d)-(?P<d>\d\d)", lambda match: f"ngày {int(match['d'])}/{int(match['m'])}"),
    (r"XXXX-(?P<m>\d\d)", lambda match: f"tháng {int(match['m'])}"),
    (r"XXXX-(?P<a>\d\d)/XXXX-(?P<b>\d\d)", _open_months),
    (
        r"XXXX-(?P<m>\d\d)-(?P<d>\d\d)/XXXX-(?P<n>\d\d)-(?P<e>\d\d)",
        lambda match: (
            f"từ ngày {int(match['d'])}/{int(match['m'])} đến ngày {int(match['e'])}/{int(match['n'])}"
        ),
    ),
    (r"XXXX-XX-(?P<d>\d\d)", lambda match: f"ngày {int(match['d'])}"),
    (r"XXXX-XX", lambda match: "tháng này"),
    (r"XXXX", lambda match: "năm nay"),
    (r"XXXX-XX-XX", lambda match: "hôm nay"),
    (r"\{(?P<members>[^{}]+)\}", _list),
    (r"(?P<first>-\d{4}|0000)(?:/(?P<last>-\d{4}|0000))?", _before_christ),
)


# The lunar calendar -------------------------------------------------------------------------------


def _lunar_days(value: TimeExpression) -> str:
    start, end = value.start, value.end
    if start is None or end is None:
        return "rằm tháng Giêng"
    first, last = to_lunar(start), to_lunar(end)
    if start == end:
        return _lunar_day(first)
    year = _lunar.year_of_lunar(first.year)
    if (start, end) == (year.first, year.last):
        return f"năm {_lunar.name_of(first.year)} ({first.year})"
    if (start, end) == _lunar.month_of(first.month, first.year, leap=first.leap):
        return f"tháng {first.month}{' nhuận' if first.leap else ' âm lịch'} năm {first.year}"
    return f"từ {_lunar_day(first)} đến {_lunar_day(last)}"


def _lunar_day(day: _lunar.LunarDay) -> str:
    return f"ngày {day.day}/{day.month}{' nhuận' if day.leap else ''} âm lịch năm {day.year}"
