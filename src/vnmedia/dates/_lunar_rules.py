"""Rules of the lunar calendar: Tết, the years' names, what marks a date as lunar."""

from __future__ import annotations

import re

from ._candidates import Candidate, Cycle, Day, Part, Year
from ._patterns import NUMBER_WORD, day_number, rule, words

__all__ = ["LUNAR"]

Match = re.Match[str]

_STEMS = {
    "giáp": 0, "ất": 1, "bính": 2, "đinh": 3, "mậu": 4, "kỷ": 5, "kỉ": 5, "canh": 6, "tân": 7, "nhâm": 8,
    "quý": 9, "quí": 9,
}  # fmt: skip
_BRANCHES = {
    "tý": 0, "tí": 0, "sửu": 1, "dần": 2, "mão": 3, "mẹo": 3, "thìn": 4, "tỵ": 5, "tị": 5, "ngọ": 6, "mùi": 7,
    "thân": 8, "dậu": 9, "tuất": 10, "hợi": 11,
}  # fmt: skip
_CYCLE = rf"(?P<stem>{words(_STEMS)}) (?P<branch>{words(_BRANCHES)})(?!\w)"


def _place(match: Match) -> Cycle | None:
    """The year of the cycle; only half of the pairs of stem and branch exist."""
    stem, branch = _STEMS[match["stem"]], _BRANCHES[match["branch"]]
    return Cycle((6 * stem - 5 * branch) % 60) if stem % 2 == branch % 2 else None


def _named_year(match: Match) -> Candidate | None:
    place = _place(match)
    return None if place is None else Year(year=place, sure=match.group().startswith("năm"))


_YEAR = rule(
    "năm can chi",
    "năm:word giáp ất bính đinh mậu kỷ kỉ canh tân nhâm quý quí",
    rf"(?:năm )?{_CYCLE}",
    _named_year,
    ["năm Đinh Dậu", "Canh Tý"],
    ["năm Giáp Sửu", "Quý vị"],
)

_NOT_OF_TET = r"(?! (?:dương lịch|tây|trung thu|đoan ngọ|hàn thực|thiếu nhi|độc lập|thanh minh))"


def _tet(match: Match) -> Candidate | None:
    return Day(day=1, month=1, lunar=True, tet=True, sure=False)


_TET = rule(
    "Tết",
    "tết",
    r"tết(?: (?:nguyên đán(?: cổ truyền)?|cổ truyền(?: dân tộc)?|âm lịch|ta|cả)(?!\w))?(?!\w)" + _NOT_OF_TET,
    _tet,
    ["Tết", "Tết Nguyên đán", "Tết cổ truyền"],
    ["Tết Dương lịch", "Tết Trung thu"],
)


def _day_of_tet(match: Match) -> Candidate | None:
    day = day_number(match["d"])
    first = bool(match["w"]) or day <= 10
    if not first and not 20 <= day <= 30:
        return None
    return Day(day=day, month=1 if first else 12, lunar=True, tet=True)


_DAY_OF_TET = rule(
    "mùng n Tết, n Tết",
    "0:word ngày:number ngày:word mùng mồng hai ba",
    rf"(?:ngày )?(?P<w>m[ùồ]ng )?(?P<d>\d{{1,2}}|{NUMBER_WORD})(?: (?:tháng (?:giêng|chạp)|âm lịch))? tết"
    r"(?: (?:nguyên đán|âm lịch|cổ truyền))?(?!\w)" + _NOT_OF_TET,
    _day_of_tet,
    ["mùng 1 Tết", "28 Tết", "ngày 30 Tết", "mồng 5 Tết Nguyên đán"],
    ["12 Tết"],
)
_EVE = rule(
    "giao thừa",
    "giao_thừa đêm",
    r"(?:đêm )?(?:giao thừa|ba mươi tết|30 tết)(?!\w)",
    lambda match: Day(day=-1, month=12, lunar=True, tet=True),
    ["giao thừa", "đêm giao thừa", "đêm 30 Tết"],
)
_MARK = rule(
    "âm lịch",
    "âm_lịch âl al a.l nhuận",
    r"âm lịch(?!\w)|[aâ]l(?!\w)|a\.l\.?|nhuận(?: âm lịch)?(?!\w)",
    lambda match: Part(lunar=True, leap=match.group().startswith("nhuận")),
    ["âm lịch", "nhuận", "nhuận âm lịch"],
)

LUNAR = (_YEAR, _TET, _DAY_OF_TET, _EVE, _MARK)
