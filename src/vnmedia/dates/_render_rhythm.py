"""Lengths, clock times and recurrences in canonical Vietnamese."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from ..model import Duration, TimeExpression

__all__ = ["PARTS_OF_DAY", "clock", "lengths", "rhythm", "spelled_length"]

PARTS_OF_DAY = {
    "dawn": "rạng sáng", "morning": "sáng", "noon": "trưa", "afternoon": "chiều", "evening": "tối",
    "night": "đêm",
}  # fmt: skip
_UNITS = (
    ("years", "năm"), ("months", "tháng"), ("weeks", "tuần"), ("days", "ngày"), ("hours", "giờ"),
    ("minutes", "phút"), ("seconds", "giây"),
)  # fmt: skip
_WEEKDAYS = dict(
    zip(
        ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
        strict=True,
    )
)
_PLACES = {1: "đầu tiên", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", -1: "cuối cùng"}
_LONG_SPAN = 3


def clock(time: dt.time, part: str = "") -> str:
    """``08:30``, with seconds, the part of the day and the zone where it has them."""
    seconds = f":{time.second:02}" if time.second else ""
    offset = time.utcoffset()
    if offset is None:
        return f"{time:%H:%M}{seconds}{part}"
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"{time:%H:%M}{seconds}{part} GMT{zone}"


def lengths(low: Duration, high: Duration | None) -> str:
    """A length, or the two that bound it."""
    if high is None:
        return spelled_length(low)
    first, last = spelled_length(low).split(" "), spelled_length(high).split(" ")
    if len(first) == len(last) == 2 and first[1] == last[1]:
        return f"{first[0]}-{last[0]} {first[1]}"
    return f"{spelled_length(low)} đến {spelled_length(high)}"


def spelled_length(length: Duration) -> str:
    """``2 năm 6 tháng``."""
    told = [
        f"{amount.normalize():f} {name}".replace(".", ",")
        for field, name in _UNITS
        if (amount := getattr(length, field))
    ]
    # "13 giờ 1 phút" would be a time of day.
    clocklike = told and told[0].endswith("giờ") and 13 <= length.hours <= 23 and length.minutes
    return (
        " và ".join(told[:2]) + "".join(f" {part}" for part in told[2:]) if clocklike else " ".join(told)
    ) or ("0 giây")


def rhythm(value: TimeExpression, every: Duration) -> str:
    """How often, and on which days and hours."""
    said = dict(part.split("=") for part in value.rule.split(";")) if value.rule else {}
    part = PARTS_OF_DAY.get(value.part_of_day or "", "")
    if part and not ("BYDAY" in said or "BYMONTHDAY" in said):
        return f"mỗi {part}"
    often = _often(every, value.times)
    if value.rule is None and value.calendar is None:
        often = f"tuần đầu {often}"
    point = f"{part} {_point(said)}".strip()
    hours = ""
    if value.hours:
        first, last = value.hours
        ending = "24h" if last.second else f"{last:%H}h{last:%M}"
        zone = clock(first)[len(clock(first.replace(tzinfo=None))) :]
        hours = f"{first:%H}h{first:%M} - {ending}{zone} "
    elif "BYHOUR" in said:
        hours = f"{int(said['BYHOUR'])}h{int(said['BYMINUTE']):02} "
    digit = often[0].isdigit() or often.startswith("cứ")
    return (
        hours
        + point
        + (", " if point and digit else " " if point else "")
        + often
        + (" âm lịch" if value.calendar else "")
    )


def _often(every: Duration, times: int | None) -> str:
    amount, _, unit = spelled_length(every).partition(" ")
    if times is None:
        return f"hằng {unit}" if amount == "1" else f"{amount} {unit} một lần"
    return f"{times} lần mỗi {unit}" if amount == "1" else f"cứ {amount} {unit} {times} lần"


def _point(said: dict[str, str]) -> str:
    """The days that a rule names."""
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
    names = ", ".join(_WEEKDAYS[day[-2:]] for day in days)
    if len(days[0]) == 2:
        return names
    return f"{names} {_PLACES[int(days[0][:-2])]}" + (f" của tháng {months[0]}" if months else "")


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
