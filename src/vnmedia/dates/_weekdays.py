"""The days of the week, alone, in lists and recurring, and units counted within a larger one."""

from __future__ import annotations

import re
from itertools import pairwise

from ..model import Duration
from ..registries import Pattern, Worded
from ._candidates import Candidate, Nth, Range, Rhythm, Shift, Step, Week, Weekday, Year
from ._cues import followed, preceded
from ._patterns import (
    LEAN,
    SUNDAY,
    YEAR,
    after,
    before,
    calendar_unit,
    lean_of,
    numbers_of,
    part_of_day,
    rule,
)

__all__ = ["NTH", "WEEK"]

Match = re.Match[str]

_WEEKDAY_AFTER = Worded(
    r" {0,3}(?:,? {1,3}ngày \d|,? ?\(? ?\d{1,2}[/.-]\d|, (?:chủ|thứ)|(?:và|đến|hoặc|-) (?:"
    + SUNDAY
    + r"|thứ [2-7hbtns])"
    r"|(?:tuần|h[àằ]ng tuần|tới|vừa qua|vừa rồi|mỗi tuần))"
)


def _weekday_of(match: Match) -> int:
    """The day of the week; 6, a Sunday, if there is no ``thứ``."""
    return numbers_of("weekday")[match["wd"]] if match["wd"] else 6


def _weekday(match: Match) -> Candidate | None:
    day = _weekday_of(match)
    if match["this"]:
        return Weekday(weekday=day, week=0)
    if match["sunday"]:
        return Weekday(weekday=day, lean=lean_of(match), sure=match["sunday"] != "cn")
    if preceded(match, "ordinal-before"):
        return None
    told = _WEEKDAY_AFTER.match(match.string, match.end())
    if match["wd"].isdigit() and not (told or match["lean"]) and before(match).endswith("phiên "):
        return None  # tăng phiên thứ 3: one of several in a row
    alone = preceded(match, "weekday-before") and not followed(match, "ordinal-after")
    sure = bool(told or match["lean"] or alone)
    return Weekday(weekday=day, lean=lean_of(match), sure=sure)


_WEEKDAY = rule(
    "thứ trong tuần",
    r"(?:ngày )?(?:thứ (?P<wd><time_words/weekday>)(?!\w)(?! (?:mươi|trăm|nghìn))|"
    # ``512/UBND-CN ngày 5/5``: with letters before the hyphen it ends a document's number.
    rf"(?P<sunday>{SUNDAY}|(?<![^\W\d_][-/])cn)(?!\w))(?: (?P<this>này)(?!\w))?"
    + LEAN
    + r"|(?<![/&-])t(?P<short>[2-7])(?=~[,(]?~\d{1,2}[/.]\d)",
    lambda match: Weekday(weekday=int(match["short"]) - 2, sure=False) if match["short"] else _weekday(match),
    ["thứ Hai", "chủ nhật tới", "chúa nhật", "ngày thứ sáu", "thứ Bảy này"],
    [
        "lần thứ năm",
        "kỳ họp thứ 3",
        "phiên thứ 3",
        "con thứ 3",
        "thứ hai mươi",
        "số 79/VPCP-CN ngày 2/8/2018",
    ],
)

# Several, and each --------------------------------------------------------------------------------

_WEEKLY = Duration(weeks=1)  # type: ignore[arg-type]
_DAILY = Duration(days=1)  # type: ignore[arg-type]
_NAME = "<time_words/weekday>"
_NAMES = Worded(rf"{_NAME}(?!\w)")


def _listed(match: Match) -> Candidate | None:
    """``thứ 2, 4, 6`` recur weekly if the words show it or there are three; ``thứ 2-6`` is a stretch."""
    days = [numbers_of("weekday")[day] for day in _NAMES.compiled.findall(match["days"])]
    if match["sunday"]:
        days.append(6)
    if any(second <= first for first, second in pairwise(days)) or preceded(match, "ordinal-before"):
        return None
    each, span = bool(match["each"]), len(days) == 2 and bool(re.search("[-–]", match["days"]))
    if span and each:
        return Rhythm(every=_WEEKLY, weekdays=tuple(range(days[0], days[1] + 1)), span=True)
    if span:
        return Range(first=Weekday(weekday=days[0]), last=Weekday(weekday=days[1]))
    digits = match["days"][0].isdigit()
    told = each or bool(match["all"]) or (digits and len(days) > 2)
    return Rhythm(every=_WEEKLY, weekdays=tuple(days)) if told else None


_LIST = rule(
    "các thứ viết gọn",
    r"(?P<all>các (?:ngày |(?:buổi )?(?:sáng|trưa|chiều|tối) )?)?thứ "
    rf"(?P<days>{_NAME}(?:~[,–-]~{_NAME}(?!\w)){{1,5}}(?:~(?:,~)?và~{_NAME})?|{_NAME} và {_NAME})"
    r"(?!\w|[/.,-]\d| (?:\d|tháng|năm|tuổi)|~[,–-]~\d)(?:~(?:,|và|,~và)~(?P<sunday>"
    + SUNDAY
    + r"|cn)(?!\w))?(?P<each>~,?~(?:h[ằà]ng|mỗi) tuần(?!\w))?",
    _listed,
    ["thứ 2, 4, 6 hằng tuần", "thứ 2-4-6", "các tối thứ 3, 5, 7", "thứ 2-6", "các ngày thứ Ba, Năm và Bảy"],
    ["thứ 5, 6/2", "thứ ba, năm 2020", "đứng thứ 2, 3", "lần thứ hai - năm 2017"],
)


def _each(match: Match) -> Candidate | None:
    if match["wd"] and followed(match, "year-unit-after"):
        return None
    if match["weekend"]:
        return Rhythm(every=_WEEKLY, weekdays=(5, 6))
    part = part_of_day(match["part"] or match["part2"])
    if match["wd"] or match["sunday"]:
        return Rhythm(every=_WEEKLY, weekdays=(_weekday_of(match),), part=part)
    return Rhythm(every=_DAILY, part=part)


_EACH = rule(
    "mỗi buổi, mỗi thứ",
    r"(?:mỗi|h[ằà]ng) (?:(?P<weekend>cuối tuần)|(?:(?:buổi )?(?P<part>rạng sáng|sáng|trưa|chiều|tối|đêm) )?"
    rf"(?:thứ (?P<wd>{_NAME})(?!\w)(?! \d)|(?P<sunday>{SUNDAY}))"
    r"|(?:buổi )?(?P<part2>rạng sáng|sáng|trưa|chiều|tối|đêm))(?!\w)"
    r"(?: (?:h[ằà]ng|mỗi) tuần(?!\w))?",
    _each,
    ["mỗi sáng", "mỗi tối thứ Bảy", "mỗi thứ Hai", "mỗi Chủ nhật hằng tuần", "mỗi cuối tuần"],
    ["mỗi thứ 2 kg"],
)


def _weekend(match: Match) -> Candidate | None:
    week = numbers_of("weekend-step")[match["s"]] if match["s"] else 0
    return Range(first=Weekday(weekday=5, week=week), last=Weekday(weekday=6, week=week))


_WEEKEND = rule(
    "hai ngày cuối tuần",
    r"(?:hai|2) ngày (?:nghỉ )?cuối tuần(?: (?P<s><time_words/weekend-step>)(?!\w))?(?! \d)",
    _weekend,
    ["hai ngày cuối tuần", "2 ngày cuối tuần qua"],
)

_WEEK_ALONE = Pattern(
    r"(?:^|[.,;:\n(–-] ?"
    r"|(?:trong|của|hết|đến|so với|so|bản tin|báo cáo|từ|riêng|tới|sang|ở|vào|qua|sau|trước|và) )$"
)
_WEEK_OF_A_CHILD = Pattern(r"(?<!\w)(?:thai|bầu|sinh non)(?!\w)")


def _numbered_week(match: Match) -> Candidate | None:
    """``tuần 36 năm 2025``; without a year only if it can be no week of a pregnancy or a programme."""
    number_, year = int(match["n"]), match["y"] or match["y2"]
    if year is not None:
        return Week(number=number_, year=int(year))
    if number_ <= _WEEKS_OF_A_MONTH or followed(match, "week-of-after"):
        return None
    if _WEEK_OF_A_CHILD.search(before(match, 60) + after(match, 60)):
        return None
    return Week(number=number_, sure=bool(_WEEK_ALONE.search(before(match, 12))))


#: A lower number may be counted within a month.
_WEEKS_OF_A_MONTH = 5
_NUMBERED = rule(
    "tuần thứ mấy của năm",
    rf"tuần (?:thứ )?(?P<n>0?[1-9]|[1-4]\d|5[0-3])(?!\w|[.,]\d)"
    rf"(?:~[,/-]~(?P<y>{YEAR})|,? (?:của )?năm (?P<y2>{YEAR}))?(?! (?:tuổi|thai))",
    _numbered_week,
    ["tuần 36 năm 2025", "tuần thứ 14 năm 2023", "tuần 10 của năm 2005", "tuần 36/2025", "tuần 36"],
    ["tuần 3"],
)

WEEK = (_WEEKDAY, _LIST, _EACH, _WEEKEND, _NUMBERED)


# One unit counted within a larger one: ``thứ Hai đầu tiên của tháng 12``


_PLACE = r"(?P<p><time_words/place>)(?!\w)"
# The larger unit follows at once; a year or month without a number is the present one.
_HOLDER = (
    r"(?: (?:của |trong )?(?P<now>năm|tháng|quý)(?!\w)(?! (?:\d|i|v|h[ằà]ng|này|nay|trước|ngoái|tới|sau|qua"
    r"|học|mới|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|giêng|chạp|đó|ấy|đầu|cuối|kế|liền|tiếp|thứ|có|phát"
    r"|tính|dương|tài|âm|báo|đăng|nộp))"
    r"|(?= (?:của |trong )?(?:năm|tháng|quý|quí) |~(?:của~)?h[ằà]ng ))"
)
_LARGER: dict[str, tuple[str, ...]] = {
    "day": ("tháng", "quý", "năm"),
    "week": ("tháng", "năm"),
    "month": ("quý", "năm"),
    "quarter": ("năm",),
}
_VAGUE = Pattern(r"(?:\d|mươi|chục|ba|bốn|sáu|bảy|tám|chín|mười) {1,3}$")


def _nth(match: Match) -> Candidate | None:
    unit, place = calendar_unit(match["u"]), numbers_of("place")[" ".join(match["p"].split())]
    # "ngày đầu năm", "ngày cuối tháng" are the first or last days, none in particular.
    if unit == "day" and match["p"] in ("đầu", "cuối"):
        return None
    if preceded(match, "vague-before") or _VAGUE.search(before(match)):
        return None
    if match["now"] and match["now"] not in _LARGER[unit]:
        return None
    weekday = _weekday_of(match) if match["wd"] or match["sunday"] else None
    if weekday is not None and unit != "week":
        return None
    return Nth(place=place, unit=unit, weekday=weekday, of=_present(match["now"]))  # type: ignore[arg-type]


def _present(unit: str | None) -> Year | Step | None:
    if unit is None:
        return None
    return Year(year=Shift(0)) if unit == "năm" else Step(unit=calendar_unit(unit), by=0)


_NTH = rule(
    "ngày, tuần, tháng thứ mấy của đơn vị lớn hơn",
    rf"(?:(?:thứ (?P<wd>{_NAME})|(?P<sunday>{SUNDAY}))~,?~(?:của~)?)?"
    rf"(?P<u>ngày|tuần|tháng|quý|quí) {_PLACE}{_HOLDER}",
    _nth,
    [
        "ngày cuối cùng của năm",
        "tuần cuối cùng của tháng",
        "tháng cuối năm",
        "quý đầu tiên của năm",
        "thứ Hai tuần đầu tiên của tháng",
    ],
    ["6 tháng đầu năm", "những tháng cuối năm", "ngày đầu năm", "thứ Hai ngày cuối cùng của năm"],
)
_WEEK_OF_MONTH = rule(
    "tuần thứ mấy của tháng",
    r"tuần (?P<n>[1-5])(?= (?:của |trong )?tháng |$)",
    lambda match: Nth(place=int(match["n"]), unit="week"),
    ["tuần 2"],
)
_NTH_WEEKDAY = rule(
    "thứ mấy trong tháng",
    rf"(?:thứ (?P<wd><time_words/weekday>)|{SUNDAY}) {_PLACE}{_HOLDER}",
    lambda match: Nth(
        place=numbers_of("place")[" ".join(match["p"].split())],
        unit="weekday",
        weekday=_weekday_of(match),
        of=_present(match["now"]),
    ),
    ["thứ Hai đầu tiên của tháng", "Chủ nhật cuối cùng trong năm"],
    ["thứ ba liên tiếp"],
)

NTH = (_NTH, _NTH_WEEKDAY, _WEEK_OF_MONTH)
