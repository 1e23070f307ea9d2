"""The clock, the parts of the day and the days of the week."""

from __future__ import annotations

import re

import attrs

from ._candidates import Candidate, Clock, Day, Here, Part, Step, Weekday
from ._cues import followed, preceded
from ._patterns import DAY_PART, LEAN, NUMBER_WORD, PORTIONS, clock_of, lean_of, number, rule

__all__ = ["CLOCK"]

Match = re.Match[str]

# Clock --------------------------------------------------------------------------------------------

_DAY_FOLLOWS = re.compile(
    r" {0,3}[,(|-]? {0,3}(?:ngày|hôm|cùng ngày|thứ|chủ nhật|m[ùồ]ng|mai|nay|rạng|\d{1,2}[/.-]\d)"
)


_DAYS = {"nay": 0, "qua": -1, "mai": 1}


#: No zone is farther from UTC than fourteen hours; in minutes.
_FARTHEST = 14 * 60


def _clock(match: Match) -> Candidate | None:
    first = _clock_time(match)
    if first is None:
        return None
    end = None
    if match["h2"]:
        last = clock_of(int(match["h2"]), int(match["mi3"] or 0), match["part"])
        if last is None or (last.hour, last.minute) <= (first.hour, first.minute):
            return None
        end = (last.hour, last.minute)
    offset = int(match["zone"]) * 60 if match["zone"] else None
    sure = bool(end) or _is_clock(match)
    if (not sure and ":" not in match.group()) or abs(offset or 0) > _FARTHEST:
        return None
    if match["rel"]:
        return Step(unit="day", by=_DAYS[match["rel"]], clock=attrs.evolve(first, end=end, offset=offset))
    return Here(clock=attrs.evolve(first, end=end, offset=offset), sure=sure)


def _clock_time(match: Match) -> Clock | None:
    hour, minute = int(match["h"]), int(match["mi"] or match["mi2"] or 0)
    if match["half"]:
        minute = 30
    if match["less"]:
        hour, minute = hour - 1, 60 - int(match["less"])
    if minute < 0 or hour < 0:
        return None
    if match["half_day"] in ("pm", "ch") and hour < 12:
        hour += 12
    return clock_of(hour, minute, match["part"], int(match["s"] or 0))


def _is_clock(match: Match) -> bool:
    """Whether a time of day is meant and not a length or a ratio."""
    if match["part"] or match["less"] or _DAY_FOLLOWS.match(match.string, match.end()):
        return True
    if preceded(match, "length-before"):
        return False
    if match.group().endswith("phút") and not 13 <= int(match["h"]) <= 23:
        return preceded(match, "clock-before")
    glued = re.match(r"\d{1,2}[hg]\d{2}|0 {0,3}(?:giờ|h)|(?:1[3-9]|2[0-3]) giờ \d", match.group())
    return bool(glued or preceded(match, "clock-before"))


_CLOCK = rule(
    "giờ phút",
    "0",
    r"(?P<h>[01]?\d|2[0-4])"
    r"(?:~(?:h|g|giờ)(?![^\W\d])(?:~(?P<mi>[0-5]\d|\d)(?!\d|[.,/]\d|\w)(?:~(?:phút(?!\w)|p"
    r"(?!\w)|['’]))?)?"
    r"|:(?P<mi2>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:]|[.,]\d))"
    r"(?: kém (?P<less>[0-5]?\d)(?: phút)?|(?P<half> rưỡi))?"
    r"(?:~(?:-|–|đến|tới)~(?P<h2>[01]?\d|2[0-4])(?:~(?:h|g|giờ)(?!\w)~|:|(?:h|g)(?=\d))(?P<mi3>[0-5]\d)?"
    r"(?:~phút)?(?!\w))?"
    rf"(?:~(?P<part>{DAY_PART})(?!\w)(?: (?P<rel>nay|qua|mai)(?!\w))?)?"
    r"(?:~(?P<half_day>am|pm|sa|ch)(?!\w))?"
    r"(?:~,?~\(?(?:gmt|utc)~(?P<zone>[+-]\d{1,2})(?::?00)?\)?)?",
    _clock,
    ["22h17", "22:17 GMT+7", "8 giờ kém 15 sáng", "9h-11h30", "7 giờ rưỡi tối", "22g17", "13h30-16h"],
    ["trong 2 giờ", "tốc độ 60 km/h"],
)


_WORD_CLOCK = rule(
    "giờ viết bằng chữ",
    "một hai ba bốn năm sáu bảy bẩy tám chín mười",
    rf"(?P<h>{NUMBER_WORD}) giờ(?P<half> rưỡi)? (?P<part>{DAY_PART})(?!\w)(?: (?P<rel>nay|qua|mai)(?!\w))?",
    lambda match: _worded_clock(match),
    ["một giờ sáng", "hai giờ rưỡi chiều", "tám giờ tối qua"],
)


def _worded_clock(match: Match) -> Candidate | None:
    try:
        clock = clock_of(number(match["h"]), 30 if match["half"] else 0, match["part"])
    except ValueError:
        return None
    if clock is None:
        return None
    if not match["rel"]:
        return Here(clock=clock)
    return Step(unit="day", by=_DAYS[match["rel"]], clock=clock)


def _iso(match: Match) -> Candidate | None:
    clock = clock_of(int(match["h"]), int(match["mi"]), None, int(match["s"] or 0))
    if clock is None:
        return None
    offset = None
    if match["zone"]:
        zone = match["zone"].replace(":", "")
        offset = 0 if zone == "z" else int(zone[:3]) * 60 + int(zone[0] + zone[3:5])
        if abs(offset) > _FARTHEST:
            return None
    return Day(
        day=int(match["d"]),
        month=int(match["m"]),
        year=int(match["y"]),
        clock=attrs.evolve(clock, offset=offset),
    )


_ISO = rule(
    "ngày giờ ISO 8601",
    "0",
    r"(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?:t| )(?P<h>\d\d):(?P<mi>\d\d)(?::(?P<s>\d\d)(?:\.\d{1,6})?)?"
    r"(?P<zone>z|[+-]\d\d:?\d\d)?(?!\w)",
    _iso,
    ["2020-12-17T22:17:00+07:00"],
)


def _part(match: Match) -> Candidate | None:
    return Part()


def _iso_day(match: Match) -> Candidate | None:
    return Day(day=int(match["d"]), month=int(match["m"]), year=int(match["y"]))


_ISO_DAY = rule(
    "năm-tháng-ngày",
    "0",
    r"(?P<y>(?:19|20)\d\d)(?P<mark>[-/])(?P<m>0[1-9]|1[0-2])(?P=mark)(?P<d>0[1-9]|[12]\d|3[01])(?![\w/-]"
    r"|[.,]\d)",
    _iso_day,
    ["2022-03-28", "2022/03/28"],
    ["2022-03-28-01", "số 2022/03/28/QĐ"],
)
_PART = rule(
    "buổi",
    "sáng trưa chiều tối đêm khuya rạng sớm nửa buổi xế đầu cuối",
    rf"(?:(?:vào )?{DAY_PART})(?=(?: của| các)?~,?~\(?(?:ngày|mai|qua|nay|hôm|thứ|chủ|m[ùồ]ng|cùng|rằm"
    rf"|\d{{1,2}}[/.\-–]\d|\d{{1,2}},? (?:và|rạng)|t[2-7] |giao thừa|noel|\d{{1,2}} tết|\d\d? tháng)|$)",
    _part,
    ["sáng", "rạng sáng", "buổi chiều"],
    ["sáng tạo", "buổi sáng trong lành"],
)
_PORTION = rule(
    "đầu, giữa, cuối",
    "đầu giữa cuối",
    r"(?:đầu|giữa|cuối)(?= (?:các )?(?:tháng|năm|tuần|quý|quí|thế k|thập|những năm|[12]\d{3}(?!\w))|$)",
    lambda match: Part(portion=PORTIONS[match.group()]),
    ["đầu", "giữa", "cuối"],
    ["đầu người", "giữa hai bên"],
)

# Weekdays -----------------------------------------------------------------------------------------

_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_WEEKDAY_AFTER = re.compile(
    r" {0,3}(?:,? {1,3}ngày \d|,? ?\(? ?\d{1,2}[/.-]\d|, (?:chủ|thứ)|(?:và|đến|hoặc|-) (?:chủ nhật"
    r"|thứ [2-7hbtns])"
    r"|(?:tuần|h[àằ]ng tuần|tới|vừa qua|vừa rồi|mỗi tuần))"
)


def _weekday(match: Match) -> Candidate | None:
    day = 6 if match["sunday"] else _WEEKDAYS[match["wd"]]
    if match["sunday"]:
        return Weekday(weekday=day, lean=lean_of(match), sure=match["sunday"] != "cn")
    if preceded(match, "ordinal-before"):
        return None
    told = _WEEKDAY_AFTER.match(match.string, match.end())
    alone = preceded(match, "weekday-before") and not followed(match, "ordinal-after")
    sure = bool(told or match["lean"] or alone)
    return Weekday(weekday=day, lean=lean_of(match), sure=sure)


_WEEKDAY = rule(
    "thứ trong tuần",
    "thứ chủ cn ngày t2 t3 t4 t5 t6 t7",
    r"(?:ngày )?(?:thứ (?P<wd>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\w])(?! (?:mươi|trăm|nghìn))|"
    r"(?P<sunday>chủ nhật|cn)(?!\w))" + LEAN + r"|t(?P<short>[2-7])(?=~[,(]?~\d{1,2}[/.]\d)",
    lambda match: Weekday(weekday=int(match["short"]) - 2, sure=False) if match["short"] else _weekday(match),
    ["thứ Hai", "chủ nhật tới", "ngày thứ sáu"],
    ["lần thứ năm", "kỳ họp thứ 3", "con thứ 3", "thứ hai mươi"],
)


CLOCK = (_CLOCK, _WORD_CLOCK, _ISO, _ISO_DAY, _PART, _PORTION, _WEEKDAY)
