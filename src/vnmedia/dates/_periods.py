"""Months, quarters, halves."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from ..model import Duration
from ..model._trusted import changed
from ..registries import Pattern, meanings
from ._candidates import Candidate, Months, Rhythm, Several, Shift, Step, Year
from ._cues import followed
from ._patterns import (
    LEAN,
    MONTH,
    NUMBER_WORD,
    YEAR,
    before,
    is_lunar,
    is_of_goods,
    lean_of,
    month_number,
    number,
    numbers_of,
    rule,
    year_of,
)

__all__ = ["PERIODS"]

Match = re.Match[str]

# Months, quarters, halves ----------------------------------------------------------------------------

_OF_YEAR = (
    rf"(?:~[/.\-–]~|(?: |~,~)năm(?: |(?=\d)))(?P<y>{YEAR})"
    r"|(?:~,~)? ?năm (?P<ys><time_words/year-step>)(?!\w)"
)
_YEAR_TAIL = rf"(?:{_OF_YEAR})?"


def _month(match: Match) -> Candidate | None:
    month = month_number(match["m"])
    if match["m"] == "năm" and re.search(r"(?:ngày|những|năm|bao|tuổi) {1,3}$", before(match)):
        return None
    each = before(match).endswith(("cách mạng ", "mỗi ", "hằng ", "hàng ", "từng "))
    if each and not is_of_goods(match.string, match.start() - len("hàng ")):
        return None
    if match["m"].isdigit() and not (match["y"] or match["ys"]) and followed(match, "sum-after"):
        return None
    return Months(
        first=month,
        last=month,
        year=year_of(match["y"] or match["ys"]),
        lean=lean_of(match),
        lunar=is_lunar(match["m"]),
    )


_MONTH = rule(
    "tháng",
    rf"(?:tháng(?: |(?=\d))(?P<m>{MONTH})(?![.,/-]\d\d?(?!\d)|\.\d{{3}}(?!\d))"
    + _YEAR_TAIL
    + LEAN
    + rf"|t(?P<t>0?[1-9]|1[0-2])[/.-](?P<ty>{YEAR}))",
    lambda match: (
        Months(first=int(match["t"]), last=int(match["t"]), year=int(match["ty"]))
        if match["t"]
        else _month(match)
    ),
    [
        "tháng 9/2017",
        "tháng9/2017",
        "tháng 9.2017",
        "tháng 9-2017",
        "tháng Mười Hai",
        "tháng 3 năm ngoái",
        "T9/2017",
        "tháng 3 tới",
    ],
    ["những tháng năm ấy"],
)


# A serial number of the year, or a street: ``số 9/2017``.
_NUMBERED = Pattern(
    r"(?:số|đợt|lần|kỳ|phiên|khóa|điều|thông tư|nghị định|quyết định|nghị quyết|chỉ thị|luật|công văn"
    r"|đường|[a-zđ]-[a-zđ]{2,8}) {1,3}$"
)


def _month_year(match: Match) -> Candidate | None:
    month = int(match["m"])
    if match["y"] == "2000" and month == 1:
        return None  # the scale of a map
    if month > 12 or _NUMBERED.search(before(match, 14)):
        return None
    return Months(first=month, last=month, year=int(match["y"]))


_MONTH_YEAR = rule(
    "tháng/năm",
    r"(?P<m>0?[1-9]|1[0-2])[/](?P<y>(?:19|20)\d\d)(?![\w]|[/.,-]\w)",
    _month_year,
    ["9/2017", "12/2020"],
    ["10/2017/TT-BTTTT", "13/2016"],
)


def _month_span(match: Match) -> Candidate | None:
    first, last = month_number(match["m"]), month_number(match["m2"])
    if first >= last:
        return None
    return Months(first=first, last=last, year=year_of(match["y"] or match["ys"]), grain="span")


_MONTH_SPAN = rule(
    "tháng a-b",
    r"(?:các )?tháng (?P<m>\d{1,2})~(?:-|–|đến|tới)~(?P<m2>\d{1,2})(?!\d|[.,/-]\d\d?(?!\d))" + _YEAR_TAIL,
    _month_span,
    ["tháng 3-5/2020", "tháng 3 - 5 năm 2020"],
)

_EVERY = {"tháng": Duration(months=1), "quý": Duration(months=3), "năm": Duration(years=1)}  # type: ignore[arg-type]


def _months_of_year(match: Match) -> Candidate | None:
    count = number(match["n"]) * (3 if match["u"] in ("quý", "quí") else 1)
    if not 1 <= count <= 12:
        return None
    year = year_of(match["y"] or match["ys"] or match["y3"])
    if match["p"] in (None, "của") and year is None:
        return None
    year = Shift(0) if year is None else year
    late = bool(match["p"]) and ("cuối" in match["p"] or "còn lại" in match["p"])
    first, last = (13 - count, 12) if late else (1, count)
    return Months(first=first, last=last, year=year, grain="span")


_MONTHS_OF_YEAR = rule(
    "n tháng đầu năm",
    rf"(?P<n>\d{{1,2}}|{NUMBER_WORD}) (?P<u>tháng|quý|quí)(?: (?P<p>đầu tiên của|đầu của|cuối của|đầu|cuối"
    rf"|còn lại (?:của|trong)|của))?"
    rf"(?: năm(?: (?:(?P<y>{YEAR})|(?P<ys><time_words/year-step>)(?!\w)))?|[ /](?P<y3>{YEAR}))(?! \d| học)",
    _months_of_year,
    [
        "6 tháng đầu năm 2024",
        "9 tháng năm 2016",
        "sáu tháng đầu năm nay",
        "6 tháng cuối năm 2017",
        "Ba tháng cuối năm",
        "6 tháng đầu 2020",
        "4 tháng còn lại của năm 2020",
    ],
    ["6 tháng năm người"],
)


def _month_list(match: Match) -> Candidate | None:
    months = tuple(int(month) for month in re.findall(r"\d+", match["months"]))
    year = year_of(match["y"] or match["ys"])
    if any(second <= first for first, second in pairwise(months)) or months[-1] > 12:
        return None
    if months[-1] - months[0] == len(months) - 1:
        return Months(first=months[0], last=months[-1], year=year, grain="span")
    return Several(members=tuple(Months(first=month, last=month, year=year) for month in months))


_MONTH_LIST = rule(
    "các tháng a, b và c",
    r"(?:(?:các|hai|ba|bốn|[2-9]) )?tháng (?P<months>\d{1,2}(?:,~\d{1,2}){0,10}(?:~,|~và|,~và| và"
    r"| hoặc)~\d{1,2})"
    r"(?!\d|[.,]\d|/\d{1,2}(?!\d)|%| (?:tháng|ngày|năm(?! \d)|tuần|lần(?! lượt))(?!\w))" + _YEAR_TAIL,
    _month_list,
    ["các tháng 10, 11 và 12", "tháng 10 và 11 năm 2020", "2 tháng 11 và 12", "tháng 11, 12/2020"],
    ["tháng 5 và 20 người", "tháng 1, 2 lần"],
)


def _quarter_of_year(quarter: int, year: int) -> Candidate:
    return Months(first=quarter * 3 - 2, last=quarter * 3, year=year, grain="quarter")


_Q = rule(
    "quý viết tắt",
    rf"q(?P<q>[1-4]|i{{1,3}}|iv)(?:~[/.-]?~| (?:của )?năm )(?P<y>{YEAR})",
    lambda match: _quarter_of_year(numbers_of("quarter")[match["q"]], int(match["y"])),
    ["Q1/2020", "Q4 2020", "QII/2022", "Q2 năm 2022", "Q4 của năm 2020"],
)
_SHORT_NAME = rule(
    "thg",
    rf"thg\.?~(?P<m>0?[1-9]|1[0-2])(?:~[,/-]?~(?:năm )?(?P<y>{YEAR}))?(?!\w|[/.,-]\w)",
    lambda match: Months(first=int(match["m"]), last=int(match["m"]), year=year_of(match["y"])),
    ["thg 9 năm 2025", "thg 9, 2025", "thg 9"],
)
_T = rule(
    "n tháng đầu năm viết tắt",
    rf"(?P<n>[1-9]|1[0-2])t[/.-]?(?P<y>{YEAR})",
    lambda match: Months(first=1, last=int(match["n"]), year=int(match["y"]), grain="span"),
    ["6T/2020", "9T2020"],
)


def _recurring_part(match: Match) -> Candidate | None:
    every, place = _EVERY[match["u"]], -1 if match["p"].startswith("cuối") else 1
    if match["w"] == "tuần":
        return Rhythm(every=every, loose=True)
    if match["u"] == "tháng":
        return Rhythm(every=every, days=(place,))
    months = (1 if place > 0 else 12,) if match["u"] == "năm" else ()
    return Rhythm(every=every, days=(place,), months=months, loose=match["u"] == "quý")


_RECURRING_WEEK = rule(
    "tuần đầu các tháng",
    r"(?P<w>tuần|ngày) (?P<p>đầu|cuối)(?: tiên| cùng)?(?: của)? (?:các|h[ằà]ng|mỗi) "
    r"(?P<u>tháng|quý|năm)(?!\w)",
    _recurring_part,
    ["tuần đầu các tháng", "ngày cuối hằng tháng"],
)

_QUARTER = r"<time_words/quarter>(?!\w|[.,]\d)"


def _quarter(match: Match) -> Candidate | None:
    place = numbers_of("quarter")[match["q"]]
    year = year_of(match["y"] or match["ys"] or match["fiscal"])
    if match["q"] in ("đầu", "cuối") and not year and " năm" not in match.group():
        return None
    return changed(_quarters(place, place, year), lean=lean_of(match), fiscal=_is_fiscal(match))


def _is_fiscal(match: Match) -> bool:
    return bool(match["fiscal"] or match["some"])


def _quarters(first: int, last: int, year: int | Shift | None) -> Months:
    grain: Literal["quarter", "span"] = "quarter" if first == last else "span"
    return Months(first=first * 3 - 2, last=last * 3, year=year, grain=grain)


_FISCAL_YEAR = rf"(?:niên độ|năm) tài chính (?P<fiscal>{YEAR})(?!~[-–/]~\d)"
#: A fiscal year that does not show in which year its quarters are: only a bracket does.
_SOME_FISCAL_YEAR = rf"(?P<some>(?:niên độ(?: tài chính)?|năm tài chính)(?: {YEAR}~[-–/]~\d{{2,4}})?)"
_QUARTER_END = (
    rf"(?:(?: của)?(?:{_OF_YEAR}))?"
    r"(?:(?: của)? năm(?! \w))?" + LEAN + rf"(?:,? (?:của )?(?:{_FISCAL_YEAR}|{_SOME_FISCAL_YEAR}))?"
)
_QUARTER_RULE = rule(
    "quý",
    rf"qu[ýí] (?P<q>{_QUARTER})" + _QUARTER_END,
    _quarter,
    [
        "quý II/2019",
        "quý 1-2017",
        "quý IV",
        "quí 3 năm 2018",
        "quý III vừa qua",
        "quý đầu tiên năm 2017",
        "quý III năm tài chính 2025",
        "quý I năm tài chính",
        "quý III niên độ 2024-2025",
        "quý III của năm",
    ],
    ["Quý 5", "quý vị"],
)


def _quarter_list(match: Match) -> Candidate | None:
    places = numbers_of("quarter")
    quarters = [places[word] for word in re.split(r"[\s,–-]+", match["quarters"]) if word in places]
    year = year_of(match["y"] or match["ys"] or match["fiscal"])
    if any(second <= first for first, second in pairwise(quarters)):
        return None
    if match["to"] or quarters[-1] - quarters[0] == len(quarters) - 1:
        return changed(
            _quarters(quarters[0], quarters[-1], year), lean=lean_of(match), fiscal=_is_fiscal(match)
        )
    return Several(members=tuple(_quarters(quarter, quarter, year) for quarter in quarters))


_QUARTER_LIST = rule(
    "các quý a, b và c",
    rf"(?:(?:các|hai|ba|[23]) )?qu[ýí] (?P<quarters>{_QUARTER}"
    rf"(?:~(?P<to>-|–|đến)~(?:qu[ýí] )?{_QUARTER}|(?:(?:~,|~và|,~và)~(?:qu[ýí] )?{_QUARTER}){{1,3}}))"
    r"(?! (?:tháng|ngày|tuần))" + _QUARTER_END,
    _quarter_list,
    ["quý I, II và III năm 2020", "hai quý II và III", "quý III và quý IV/2021", "quý I-III/2021"],
    ["quý 3 và 20 người"],
)


def _fiscal(match: Match) -> Candidate | None:
    """A fiscal year, or months of it; only a bracket shows which months.

    The year itself is the calendar year unless a bracket says otherwise (Luật Kế toán 88/2015/QH13, điều 12).
    """
    if not match["half"] and not match["n"]:
        return Year(year=int(match["fiscal"])) if match["fiscal"] else None
    count = 6 if match["half"] else number(match["n"])
    if not 1 <= count <= 12:
        return None
    return Months(first=1, last=count, year=year_of(match["fiscal"]), grain="span", fiscal=True)


_FISCAL = rule(
    "năm tài chính",
    rf"(?:(?P<half>nửa (?:đầu|cuối|sau)) (?:của )?"
    rf"|(?P<n>\d{{1,2}}|{NUMBER_WORD}) tháng (?:đầu |cuối )?(?:của )?|cả )?"
    rf"(?:{_FISCAL_YEAR}|{_SOME_FISCAL_YEAR})",
    _fiscal,
    [
        "năm tài chính 2024",
        "nửa đầu năm tài chính 2025",
        "9 tháng đầu năm tài chính 2025",
        "cả niên độ tài chính 2023",
        "nửa đầu niên độ",
    ],
    ["năm tài chính 2023-2024"],
)


def _half(match: Match) -> Candidate | None:
    early = match["p"] == "đầu"
    days = (1, 15) if early else (16, 31)
    if match["m"]:
        month = month_number(match["m"])
        return Months(first=month, last=month, year=year_of(match["y"] or match["ys"]), days=days)
    if match["ms"]:
        return Step(unit="month", by=numbers_of("month-step")[match["ms"]], days=days)
    year = year_of(match["y2"] or match["ys2"] or match["y3"]) or Shift(0)
    return Months(first=1 if early else 7, last=6 if early else 12, year=year, grain="half")


_HALF = rule(
    "nửa đầu, nửa cuối",
    rf"nửa (?:năm )?(?P<p>đầu|cuối|sau) (?:của )?(?:tháng (?:(?P<m>{MONTH})"
    + _YEAR_TAIL
    + rf"|(?P<ms><time_words/month-step>)(?!\w))"
    rf"|năm(?: (?:(?P<y2>{YEAR})|(?P<ys2><time_words/year-step>)(?!\w)))?|(?P<y3>{YEAR}))(?! \d)",
    _half,
    ["nửa đầu năm 2017", "nửa cuối tháng 9.2017", "nửa đầu năm nay", "nửa đầu 2020", "nửa cuối tháng trước"],
)


def _tenth(word: str) -> tuple[int, int]:
    """The first and the last of the ten days that a word names."""
    first, last = meanings("time_words/tenth")[word].split()
    return int(first), int(last)


_TENTH = rule(
    "thượng tuần, trung tuần, hạ tuần",
    rf"(?P<p><time_words/tenth>) tuần tháng (?:(?P<m>{MONTH})"
    + _YEAR_TAIL
    + r"|(?P<ms><time_words/month-step>)(?!\w))",
    lambda match: (
        Step(unit="month", by=numbers_of("month-step")[match["ms"]], days=_tenth(match["p"]))
        if match["ms"]
        else Months(
            first=month_number(match["m"]),
            last=month_number(match["m"]),
            year=year_of(match["y"] or match["ys"]),
            days=_tenth(match["p"]),
        )
    ),
    ["trung tuần tháng 5/2017", "hạ tuần tháng 2/2017", "trung tuần tháng này"],
)


def _days_of_month(match: Match) -> Candidate | None:
    try:
        count = number(match["n"]) * (7 if match["u"] == "tuần" else 1)
    except ValueError:
        return None
    if not 1 < count <= 28:
        return None
    early = match["p"] == "đầu"
    month = month_number(match["m"]) if match["m"] else 1 if early else 12
    return Months(
        first=month,
        last=month,
        year=year_of(match["y"] or match["ys"] or match["y2"] or match["ys2"]),
        days=(1, count) if early else (-count, -1),
    )


_DAYS_OF_MONTH = rule(
    "n ngày, n tuần đầu tháng, đầu năm",
    rf"(?P<n>\d{{1,2}}|{NUMBER_WORD}) (?P<u>ngày|tuần) (?P<p>đầu|cuối)(?: tiên| cùng)?(?: của)? "
    rf"(?:tháng (?P<m>{MONTH})"
    + _YEAR_TAIL
    + rf"|năm (?:(?P<y2>{YEAR})|(?P<ys2><time_words/year-step>)(?!\w)))",
    _days_of_month,
    [
        "10 ngày đầu tháng 12",
        "mười lăm ngày đầu tháng 11/2020",
        "5 ngày cuối tháng 9",
        "hai tuần đầu tháng 10",
        "3 tuần cuối năm 2022",
        "10 ngày đầu năm nay",
    ],
    ["50 ngày đầu năm 2022"],
)

PERIODS = (
    _SHORT_NAME,
    _MONTH_LIST,
    _Q,
    _T,
    _RECURRING_WEEK,
    _MONTH,
    _MONTH_YEAR,
    _MONTH_SPAN,
    _MONTHS_OF_YEAR,
    _QUARTER_RULE,
    _QUARTER_LIST,
    _FISCAL,
    _HALF,
    _TENTH,
    _DAYS_OF_MONTH,
)
