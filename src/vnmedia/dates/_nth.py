"""Rules for one unit counted within a larger one: ``thứ Hai đầu tiên của tháng 12``."""

from __future__ import annotations

import re

from ._candidates import Candidate, Nth, Shift, Step, Year
from ._cues import preceded
from ._patterns import SUNDAY, before, rule
from ._weekdays import WEEKDAYS

__all__ = ["NTH"]

Match = re.Match[str]

_PLACES = {
    "đầu": 1, "đầu tiên": 1, "thứ nhất": 1, "thứ 1": 1, "thứ hai": 2, "thứ 2": 2, "thứ ba": 3, "thứ 3": 3,
    "thứ tư": 4, "thứ 4": 4, "cuối": -1, "cuối cùng": -1,
}  # fmt: skip
_PLACE = r"(?P<p>đầu tiên|đầu|cuối cùng|cuối|thứ (?:nhất|hai|ba|tư|[1-4])(?!\w))"
# What holds it follows at once; a year or month without a number is the present one.
_HOLDER = (
    r"(?: (?:của |trong )?(?P<now>năm|tháng|quý)(?!\w)(?! (?:\d|i|v|h[ằà]ng|này|nay|trước|ngoái|tới|sau|qua"
    r"|vừa|học|mới|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|giêng|chạp))"
    r"|(?= (?:của |trong )?(?:năm|tháng|quý|quí) |~(?:của~)?h[ằà]ng ))"
)
_UNITS = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "quí": "quarter"}
_LARGER = {
    "day": ("tháng", "quý", "năm"),
    "week": ("tháng", "năm"),
    "month": ("quý", "năm"),
    "quarter": ("năm",),
}
_VAGUE = re.compile(r"(?:\d|mươi|chục|ba|bốn|sáu|bảy|tám|chín|mười) {1,3}$")


def _nth(match: Match) -> Candidate | None:
    unit, place = _UNITS[match["u"]], _PLACES[" ".join(match["p"].split())]
    # "ngày đầu năm", "ngày cuối tháng" are the first or last days, none in particular.
    if unit == "day" and match["p"] in ("đầu", "cuối"):
        return None
    if preceded(match, "vague-before") or _VAGUE.search(before(match)):
        return None
    if match["now"] and match["now"] not in _LARGER[unit]:
        return None
    return Nth(place=place, unit=unit, of=_present(match["now"]))  # type: ignore[arg-type]


def _present(unit: str | None) -> Year | Step | None:
    if unit is None:
        return None
    return (
        Year(year=Shift(0)) if unit == "năm" else Step(unit="month" if unit == "tháng" else "quarter", by=0)
    )


_NTH = rule(
    "ngày, tuần, tháng thứ mấy của đơn vị lớn hơn",
    "ngày:word tuần tháng quý quí",
    rf"(?P<u>ngày|tuần|tháng|quý|quí) {_PLACE}{_HOLDER}",
    _nth,
    ["ngày cuối cùng của năm", "tuần cuối cùng của tháng", "tháng cuối năm", "quý đầu tiên của năm"],
    ["6 tháng đầu năm", "những tháng cuối năm", "ngày đầu năm"],
)
_NTH_WEEKDAY = rule(
    "thứ mấy trong tháng",
    "thứ chủ_nhật chúa_nhật",
    rf"(?:thứ (?P<wd>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|{SUNDAY}) {_PLACE}{_HOLDER}",
    lambda match: Nth(
        place=_PLACES[" ".join(match["p"].split())],
        unit="weekday",
        weekday=WEEKDAYS[match["wd"]] if match["wd"] else 6,
        of=_present(match["now"]),
    ),
    ["thứ Hai đầu tiên của tháng", "Chủ nhật cuối cùng trong năm"],
    ["thứ ba liên tiếp"],
)

NTH = (_NTH, _NTH_WEEKDAY)
