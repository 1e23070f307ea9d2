"""The clock and the parts of the day."""

from __future__ import annotations

import re

from ..model._trusted import changed
from ..registries import Pattern
from ._candidates import Candidate, Clock, Day, Here, Part, Step
from ._cues import preceded
from ._patterns import (
    DAY_PART,
    NUMBER_WORD,
    after,
    clock_of,
    number,
    numbers_of,
    part_of_day,
    portion_of,
    rule,
)

__all__ = ["CLOCK"]

Match = re.Match[str]

# Clock --------------------------------------------------------------------------------------------

_DAY_FOLLOWS = Pattern(
    r" {0,3}[,(|-]? {0,3}(?:ngày|hôm|cùng ngày|thứ|ch[ủú]a? nh|m[ùồ]ng|mai|nay|rạng|\d{1,2}[/.-]\d"
    r"|(?:h[ằà]ng|mỗi) (?:ngày|tuần|đêm))"
)


#: No zone is farther from UTC than fourteen hours; the value is in minutes.
_FARTHEST = 14 * 60
_VIETNAM = 7 * 60


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
    offset = _offset(match)
    sure = bool(end) or offset is not None or _is_clock(match)
    told = sure or ":" in match.group() or _is_all(match)
    if not told or abs(offset or 0) > _FARTHEST:
        return None
    if match["rel"]:
        clock = changed(first, end=end, offset=offset)
        return Step(unit="day", by=numbers_of("day-turn")[match["rel"]], clock=clock, part=clock.part)
    return Here(clock=changed(first, end=end, offset=offset), sure=sure)


def _offset(match: Match) -> int | None:
    """The zone in minutes from UTC; None if none is stated."""
    if match["here"]:
        return _VIETNAM
    if match["plain"]:
        return int(match["plain"][:3]) * 60 + int(match["plain"][0] + match["plain"][-2:])
    if match["zone"]:
        return int(match["zone"]) * 60 + int(match["zone"][0] + (match["off"] or "0"))
    return 0 if re.search("gmt|utc", match.group()) else None


def _clock_time(match: Match) -> Clock | None:
    hour, minute = int(match["h"]), int(match["mi"] or match["mi2"] or 0)
    if match["half"]:
        minute = 30
    if match["less"]:
        hour, minute = hour - 1, 60 - number(match["less"])
    if minute < 0 or hour < 0:
        return None
    if match["half_day"] and hour <= 12:
        hour = hour % 12 + 12 * (match["half_day"] in ("pm", "ch"))
    return clock_of(hour, minute, match["part"], int(match["s"] or match["s2"] or 0))


# ``8h``, ``8h rưỡi`` alone; 24 hours or more are a length, and so is ``8 giờ``.
_ALONE = Pattern(r"(?:1?\d|2[0-3])[hg](?: rưỡi)?")


def _is_all(match: Match) -> bool:
    """Whether the match is the whole text; then it is a time of day, but inside a text it stays unsure."""
    return match.string.strip() == match.group() and bool(_ALONE.fullmatch(match.group()))


# ``10 giờ 45`` before a mark or at the end; before another word it may be a length of 10 hours.
_TO_THE_END = Pattern(r"\d{1,2} {1,3}giờ {1,3}\d\d")


def _is_clock(match: Match) -> bool:
    """Whether the match is a time of day and not a length or a ratio."""
    if match["part"] or match["less"] or match["half_day"] or _DAY_FOLLOWS.match(match.string, match.end()):
        return True
    if preceded(match, "length-before"):
        return False
    if match.group().endswith("phút") and not 13 <= int(match["h"]) <= 23:
        return preceded(match, "clock-before")
    if _TO_THE_END.fullmatch(match.group()) and not re.match(r" {1,3}\w", after(match, 4)):
        return True
    glued = re.match(r"\d{1,2}[hg]\d{2}|0 {0,3}(?:giờ|h)|(?:1[3-9]|2[0-3]) giờ \d", match.group())
    return bool(glued or preceded(match, "clock-before"))


_HOUR = (
    r"(?P<h>[01]?\d|2[0-4])"
    r"(?:~(?:h|g|giờ)(?![^\W\d])(?:~(?P<mi>[0-5]\d|\d)(?!\d|[.,/]\d|[^\W\dp])(?:~(?:phút(?!\w)"
    r"(?:~(?P<s2>[0-5]?\d)~giây(?!\w))?|p(?!\w)|['’])|(?!\w)))?"
    r"|:(?P<mi2>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:]|[.,]\d))"
    rf"(?: kém (?P<less>[0-5]?\d|{NUMBER_WORD}(?! (?:mươi|lăm|nhăm|hai|một|ba)(?!\w)))(?: phút)?"
    r"|(?P<half> rưỡi))?"
)
#: The half alone, without ``giờ``, needs the part of the day: ``9 rưỡi tối``.
_HALF_PAST = r"(?P<h>[1-9]|1[0-2]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?) rưỡi"

_LAST_HOUR = (
    r"~(?:-|–|đến|tới)~(?P<h2>[01]?\d|2[0-4])(?:~(?:h|g|giờ)(?!\w)~|:|(?:h|g)(?=\d))(?P<mi3>[0-5]\d)?"
    r"(?:~phút)?(?!\w)"
)
_HOUR_ENDS = (
    rf"(?:~(?P<part>{DAY_PART})(?!\w)(?: (?P<rel><time_words/day-turn>)(?!\w))?)?"
    r"(?:~(?P<half_day>am|pm|sa|ch)(?!\w))?"
    r"(?:~,?~\(?(?:(?:gmt|utc)(?:~(?P<zone>[+-]\d{1,2})(?::?(?P<off>[0-5]\d))?)?(?!\w)"
    r"|(?P<plain>[+-]\d{2}:?[0-5]\d)(?!\d)|(?P<here>giờ (?:việt nam|hà nội|đông dương)))\)?)?"
    # Whose time it is, without an offset, before its day: ``5h23 (giờ địa phương) ngày 6/2``.
    r"(?:~\((?:theo )?giờ [^()\d\n]{2,20}\)(?=~,?~(?:ngày|hôm|thứ|sáng|chiều|tối)(?!\w)))?"
)
_CLOCK = rule(
    "giờ phút",
    _HOUR + "(?P<h2>(?!))?(?P<mi3>(?!))?" + _HOUR_ENDS,
    _clock,
    [
        "22h17",
        "22:17 GMT+7",
        "8 giờ kém 15 sáng",
        "7 giờ rưỡi tối",
        "22g17",
        "15h GMT",
        "15h giờ Việt Nam",
        "11:50:44 +0700",
        "9:05 Giờ Đông Dương",
        "12:05 AM",
        "12 giờ 15 sáng",
        "12h30 đêm",
    ],
    ["trong 2 giờ", "tốc độ 60 km/h"],
)
_CLOCK_SPAN = rule(
    "giờ đến giờ",
    _HOUR + _LAST_HOUR + _HOUR_ENDS,
    _clock,
    ["9h-11h30", "13h30-16h", "8 giờ đến 17 giờ"],
)


_HALF_CLOCK = rule(
    "giờ rưỡi bỏ chữ giờ",
    _HALF_PAST + rf" (?P<part>{DAY_PART})(?!\w)(?: (?P<rel><time_words/day-turn>)(?!\w))?",
    lambda match: _half_clock(match),
    ["9 rưỡi tối", "tám rưỡi sáng", "5 rưỡi chiều qua"],
    ["9 rưỡi", "một triệu rưỡi tối"],
)


def _half_clock(match: Match) -> Candidate | None:
    clock = clock_of(number(match["h"]), 30, match["part"])
    if clock is None:
        return None
    if not match["rel"]:
        return Here(clock=clock)
    return Step(unit="day", by=numbers_of("day-turn")[match["rel"]], clock=clock, part=clock.part)


def _hour_span(match: Match) -> Candidate | None:
    first, last = (clock_of(int(match[hour]), 0, match["part"]) for hour in ("h", "h2"))
    if first is None or last is None or first.hour >= last.hour:
        return None
    told = match["part"] or _DAY_FOLLOWS.match(match.string, match.end()) or preceded(match, "clock-before")
    if not told or (match["unit"] == "giờ" and preceded(match, "length-before")):
        return None
    return Here(clock=changed(first, end=(last.hour, int(match["mi"] or match["mi2"] or 0))))


_HOUR_SPAN = rule(
    "a-b giờ",
    r"(?P<h>[01]?\d|2[0-4])~(?:-|–|đến|tới)~(?P<h2>[01]?\d|2[0-4])~(?P<unit>h|g|giờ)(?![^\W\d])(?:(?P<mi>[0-5]\d)"
    r"|~(?P<mi2>[0-5]\d)(?:~phút)?(?=~(?:$|[.,;)]|ngày|hôm|cùng|thứ|sáng|trưa|chiều|tối|đêm)))?"
    rf"(?!\w|/)(?:~(?P<part>{DAY_PART})(?!\w))?",
    _hour_span,
    ["9-11h sáng", "7 - 9 giờ tối", "9 - 11 giờ 45 sáng"],
    ["3-5 giờ"],
)


# Greedy, since what follows a clock time need not end the number.
_MINUTE = NUMBER_WORD.replace("{0,5}?", "{0,2}")
_WORD_CLOCK = rule(
    "giờ viết bằng chữ",
    rf"(?P<h>không|{NUMBER_WORD}) giờ(?:(?P<half> rưỡi)| (?P<mi>{_MINUTE}|\d\d?)(?!\w)"
    r"(?:(?P<unit> phút)(?!\w)|(?! (?:ngày|giờ|giây|tuần|tháng|năm)(?!\w)))"
    rf"| kém (?P<less>{_MINUTE}|\d\d?)(?: phút)?)?"
    rf"(?!\w)(?: (?P<part>{DAY_PART})(?!\w)(?: (?P<rel><time_words/day-turn>)(?!\w))?)?",
    lambda match: _worded_clock(match),
    [
        "một giờ sáng", "hai giờ rưỡi chiều", "tám giờ tối qua", "tám giờ ba mươi phút sáng",
        "mười giờ kém mười lăm", "không giờ mười phút",
    ],
    ["mười giờ", "hai giờ ba mươi phút"],
)  # fmt: skip


def _worded_clock(match: Match) -> Candidate | None:
    """A clock time in words; one that could be a length (``mười giờ``) only beside a word that shows it."""
    hour = 0 if match["h"] == "không" else number(match["h"])
    minute = number(match["mi"]) if match["mi"] else 30 * bool(match["half"])
    if match["less"]:
        hour, minute = hour - 1, 60 - number(match["less"])
    clock = clock_of(hour, minute, match["part"]) if hour >= 0 and minute >= 0 else None
    told = match["part"] or match["less"] or match["h"] == "không" or (match["mi"] and not match["unit"])
    if not told and (_DAY_FOLLOWS.match(match.string, match.end()) or preceded(match, "clock-before")):
        told = "giờ" if not preceded(match, "length-before") else ""
    if clock is None or not told:
        return None
    if not match["rel"]:
        return Here(clock=clock)
    return Step(unit="day", by=numbers_of("day-turn")[match["rel"]], clock=clock, part=clock.part)


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
        clock=changed(clock, offset=offset),
    )


_ISO = rule(
    "ngày giờ ISO 8601",
    r"(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?:t| )(?P<h>\d\d):(?P<mi>\d\d)(?::(?P<s>\d\d)(?:\.\d{1,6})?)?"
    r"(?P<zone>z|[+-]\d\d:?\d\d)?(?!\w)",
    _iso,
    ["2020-12-17T22:17:00+07:00"],
)


def _part(match: Match) -> Candidate | None:
    return Part(part=part_of_day(match.group()))


def _iso_day(match: Match) -> Candidate | None:
    day, month = match["d"] or match["d2"], match["m"] or match["m2"]
    return Day(day=int(day), month=int(month), year=int(match["y"]))


_ISO_DAY = rule(
    "năm-tháng-ngày",
    r"(?P<y>(?:19|20)\d\d)(?:-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
    r"|/(?P<m2>0?[1-9]|1[0-2])/(?P<d2>0?[1-9]|[12]\d|3[01]))(?![\w/-]|[.,]\d)",
    _iso_day,
    ["2022-03-28", "2022/03/28", "2018/1/5"],
    ["2022-03-28-01", "số 2022/03/28/QĐ"],
)
_PART = rule(
    "buổi",
    rf"(?:(?:giữa )?(?:{DAY_PART})|(?:đầu|cuối)(?= ngày (?:\d{{1,2}}[/.-]|hôm|mai)))"
    r"(?=(?: của| các)?~,?~\(?(?:ngày|mai|qua|nay|hôm|thứ|ch[ủú]a? nh[ậự]t|cn(?!\w)|m[ùồ]ng|cùng"
    rf"|rằm|\d{{1,2}}[/.\-–]\d|\d{{1,2}},? (?:và|rạng)|t[2-7] |giao thừa|noel|\d{{1,2}} tết|\d\d? tháng)|$)",
    _part,
    ["sáng", "rạng sáng", "buổi chiều", "ban đêm", "chập tối"],
    ["sáng tạo", "buổi sáng trong lành"],
)
_PORTION = rule(
    "đầu, giữa, cuối",
    r"<time_words/portion>(?= (?:các )?(?:tháng|năm|tuần|quý|quí|thế k|thập|những năm|[12]\d{3}(?!\w)"
    r"|giai đoạn|nhiệm k|thời k|mùa|vụ|niên|nửa (?:đầu|cuối|sau))|$)",
    lambda match: Part(portion=portion_of(match.group())),
    ["đầu", "giữa", "cuối"],
    ["đầu người", "giữa hai bên"],
)


CLOCK = (_CLOCK, _CLOCK_SPAN, _HOUR_SPAN, _WORD_CLOCK, _HALF_CLOCK, _ISO, _ISO_DAY, _PART, _PORTION)
