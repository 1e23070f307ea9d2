"""From a value to canonical Vietnamese that reads back as the same value, if words alone can state it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from itertools import pairwise

from ..model import Duration, TimeExpression
from ..model.time import PartOfDay
from ..registries import rendered, words
from . import _lunar
from ._lunar import to_lunar

__all__ = ["render"]

_QUARTERS = ("I", "II", "III", "IV")


def render(value: TimeExpression) -> str:
    """*value* in canonical Vietnamese.

    A value reckoned from a reference day is rendered by its days: ``5 năm qua`` as the years it covers.

    >>> render(TimeExpression(edtf="2020-34", start=dt.date(2020, 4, 1), end=dt.date(2020, 6, 30)))
    'quý II/2020'
    >>> from vnmedia import Duration
    >>> render(TimeExpression(duration=Duration(years=2, months=6)))
    '2 năm 6 tháng'
    """
    if value.every is not None:
        return _rhythm(value, value.every)
    portion = "khoảng " if value.modifier == "approximate" else _portion(value.modifier)
    if value.part_of_day is not None and value.time is None:
        portion += f"{_part(value.part_of_day)} "
    if value.start is None and value.end is None and value.edtf is None and value.duration is not None:
        # "khoảng 8 giờ" would be a time of day.
        about = "chừng " if portion == "khoảng " and value.duration.hours else portion
        return about + _lengths(value.duration, value.duration_max)
    said = _timed(value)
    if value.modifier not in (None, "approximate"):
        said = _of_portion(value, said)
    lasting = f" ({_spelled_length(value.duration)})" if value.duration is not None else ""
    return portion + said + lasting


def _portion(modifier: str | None) -> str:
    return f"{rendered('time_words/portion')[modifier]} " if modifier else ""


def _part(part: PartOfDay | None) -> str:
    return rendered("time_words/part-of-day")[part] if part else ""


def _of_portion(value: TimeExpression, said: str) -> str:
    """*said* as the whole that ``đầu`` names a part of: a unit, or a stretch that is called one."""
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
        after = opening.end() if opening else 0
        part = f" {_part(value.part_of_day)}" if value.part_of_day else ""
        return f"{days[:after]}{_clock(value.time, part)} {days[after:]}"
    first, last = value.hours
    brief = first.tzinfo == last.tzinfo and _naive(first) < _naive(last) and not first.second
    if value.start == value.end and brief and (not last.second or _naive(last) == dt.time(23, 59, 59)):
        ending = "24h" if last.second else f"{last:%H}h{last:%M}"
        return f"{first:%H}h{first:%M} - {ending}{_zone(last)} {_days(value, value.edtf)}"
    return f"từ {_clock(first)} {_edge(value, value.start)} đến {_clock(last)} {_edge(value, value.end)}"


def _naive(time: dt.time) -> dt.time:
    return time.replace(tzinfo=None)


def _zone(time: dt.time) -> str:
    return _clock(time)[len(_clock(_naive(time))) :]


def _is_open(value: TimeExpression) -> bool:
    return (value.start is None) != (value.end is None)


# Days ---------------------------------------------------------------------------------------------

_OPEN_LUNAR = "rằm tháng Giêng"
#: The last year of the present cycle, which its name alone leaves open.
_OPEN_LUNAR_YEAR = "năm Quý Hợi"


def _days(value: TimeExpression, edtf: str | None) -> str:
    if value.calendar:
        return _lunar_days(value)
    known = _known((edtf or "").split("T")[0])
    return known or _span(value)


def _known(edtf: str) -> str | None:
    """The words for an *edtf* whose form alone determines them."""
    if edtf.startswith("{"):
        return _list(edtf.strip("{}").split(","))
    for pattern, form in _FORMS:
        match = re.fullmatch(pattern, edtf)
        if match is not None:
            return form(match)
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
    """``{2020-06-03,2020-06-07}``: the parts that the members share are stated once."""
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
        return _OPEN_LUNAR_YEAR if value.edtf == "XXXX" else _OPEN_LUNAR
    if start is None:
        return f"cho đến hết {_edge(value, end)}"
    if end is None:
        return f"từ {_edge(value, start)}"
    if start == end:
        return _edge(value, start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):  # a year before the tables
        return f"năm {_lunar.name_of(start.year)} ({start.year})"
    first = to_lunar(start)
    year = _lunar.year_of_lunar(first.year)
    if (start, end) == (year.first, year.last):
        return f"năm {_lunar.name_of(first.year)} ({first.year})"
    if (start, end) == _lunar.month_of(first.month, first.year, leap=first.leap):
        return f"tháng {first.month}{' nhuận' if first.leap else ' âm lịch'} năm {first.year}"
    return f"từ {_edge(value, start)} đến {_edge(value, end)}"


def _lunar_day(day: _lunar.LunarDay) -> str:
    return f"ngày {day.day}/{day.month}{' nhuận' if day.leap else ''} âm lịch năm {day.year}"


# Lengths, clock times and recurrences


_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONG_SPAN = 3


def _clock(time: dt.time, part: str = "") -> str:
    """``08:30``, with seconds, the part of the day and the zone if there are any."""
    seconds = f":{time.second:02}" if time.second else ""
    offset = time.utcoffset()
    if offset is None:
        return f"{time:%H:%M}{seconds}{part}"
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"{time:%H:%M}{seconds}{part} GMT{zone}"


def _lengths(low: Duration, high: Duration | None) -> str:
    """A length, or the two that bound it."""
    if high is None:
        return _spelled_length(low)
    first, last = _spelled_length(low).split(" "), _spelled_length(high).split(" ")
    if len(first) == len(last) == 2 and first[1] == last[1]:
        return f"{first[0]}-{last[0]} {first[1]}"
    return f"{_spelled_length(low)} đến {_spelled_length(high)}"


def _spelled_length(length: Duration) -> str:
    """``2 năm 6 tháng``."""
    told = [
        f"{amount.normalize():f} {rendered('time_words/unit')[unit]}".replace(".", ",")
        for unit in _UNITS
        if (amount := getattr(length, f"{unit}s"))
    ]
    # "13 giờ 1 phút" would be a time of day.
    clocklike = told and told[0].endswith("giờ") and 13 <= length.hours <= 23 and length.minutes
    return (
        " và ".join(told[:2]) + "".join(f" {part}" for part in told[2:]) if clocklike else " ".join(told)
    ) or ("0 giây")


def _rhythm(value: TimeExpression, every: Duration) -> str:
    """How often, and on which days and hours."""
    said = dict(part.split("=") for part in value.rule.split(";")) if value.rule else {}
    part = _part(value.part_of_day)
    if part and not (value.calendar or "BYDAY" in said or "BYMONTHDAY" in said):
        return f"mỗi {part}"
    often = _often(every, value.times)
    if value.rule is None and value.calendar is None:
        often = f"tuần đầu {often}"
    point = f"{part} {_point(said)}".strip()
    if value.calendar:
        point, often = _by_the_moon(point, often, every)
    digit = often[0].isdigit() or often.startswith("cứ")
    joint = (", " if digit else " ") if point else ""
    return _hours_each(value, said) + point + joint + often


def _by_the_moon(part: str, often: str, every: Duration) -> tuple[str, str]:
    """A day that a *part* of a day belongs to, and how *often*: such a recurrence keeps no day of its own."""
    if not part or every.weeks:
        return f"{part} thứ Hai" if part else "", f"{often} âm lịch"
    return f"{part} ngày 1{'/1' if every.years else ''} âm lịch", often


def _hours_each(value: TimeExpression, said: dict[str, str]) -> str:
    """The hours of a recurrence, with the space after them."""
    if value.hours:
        first, last = value.hours
        ending = "24h" if last.second else f"{last:%H}h{last:%M}"
        zone = _clock(first)[len(_clock(first.replace(tzinfo=None))) :]
        return f"{first:%H}h{first:%M} - {ending}{zone} "
    return f"{int(said['BYHOUR'])}h{int(said['BYMINUTE']):02} " if "BYHOUR" in said else ""


def _often(every: Duration, times: int | None) -> str:
    amount, _, unit = _spelled_length(every).partition(" ")
    if times is None:
        return f"hằng {unit}" if amount == "1" else f"{amount} {unit} một lần"
    return f"{times} lần mỗi {unit}" if amount == "1" else f"cứ {amount} {unit} {times} lần"


def _point(said: dict[str, str]) -> str:
    """The days that an RFC 5545 rule names."""
    months = [int(month) for month in said["BYMONTH"].split(",")] if "BYMONTH" in said else []
    if "BYDAY" in said:
        return _weekdays(said["BYDAY"].split(","), months)
    if "BYMONTHDAY" in said:
        days = [int(day) for day in said["BYMONTHDAY"].split(",")]
        return _month_days(days, months)
    if not months:
        return ""
    if len(months) > 1 and all(second == first % 12 + 1 for first, second in pairwise(months)):
        return f"từ tháng {months[0]} đến tháng {months[-1]}"
    return _listed([f"tháng {month}" for month in months])


def _weekdays(days: list[str], months: list[int]) -> str:
    names = ", ".join(_weekday(day[-2:]) for day in days)
    if len(days[0]) == 2:
        return names
    place = rendered("time_words/place")[days[0][:-2]]
    return f"{names} {place}" + (f" của tháng {months[0]}" if months else "")


def _weekday(code: str) -> str:
    place = _WEEKDAYS.index(code)
    if place == len(_WEEKDAYS) - 1:
        return words("time_words/sunday")[0].capitalize()
    return f"thứ {rendered('time_words/weekday')[str(place)].capitalize()}"


def _month_days(days: list[int], months: list[int]) -> str:
    if days == [-1]:
        return "ngày cuối cùng" + (f" của tháng {months[0]}" if months else "")
    month = f"/{months[0]}" if months else ""
    if len(days) >= _LONG_SPAN and days[-1] - days[0] == len(days) - 1:
        return f"từ ngày {days[0]}{month} đến ngày {days[-1]}{month}"
    if len(months) > 1:
        return _listed([f"ngày {days[0]}/{month}" for month in months])
    return _listed([f"ngày {day}{month}" for day in days])


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"
