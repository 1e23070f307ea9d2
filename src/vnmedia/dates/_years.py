"""Years, decades, centuries."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from ..registries import Pattern, Worded, alternation
from ._candidates import Candidate, Century, Decade, Range, Several, Shift, Year
from ._cues import followed, preceded
from ._patterns import ROMAN, YEAR, after, before, number, roman_number, rule

__all__ = ["YEARS"]

Match = re.Match[str]

_YEAR_RULE = rule(
    "năm",
    rf"năm(?: |(?=\d))(?P<y>{YEAR})(?!~[-–/]~\d\d)",
    lambda match: Year(year=int(match["y"])),
    ["năm 2020", "năm2000"],
    ["năm người", "sinh viên năm 2"],
)


def _worded_year(match: Match) -> Candidate | None:
    """``năm hai nghìn không trăm hai mươi``, or the digits one by one: ``năm một chín bảy lăm``."""
    if match["digits"]:
        century, rest = match["digits"].split()[:2], match["digits"].split()[2:]
        year = (_DIGITS[century[0]] * 10 + _DIGITS[century[1]]) * 100 + _below_hundred(rest)
    else:
        year = number(match["n"])
    if match["hundreds"]:
        return Year(year=year, sure=False)
    return Year(year=year) if 1000 <= year <= 2999 else None


def _below_hundred(said: list[str]) -> int:
    """``linh năm``, ``mười bảy``, ``ba mươi``, ``bảy lăm``."""
    if said[0] in ("linh", "lẻ"):
        return _DIGITS[said[1]]
    if said[0] == "mười":
        return 10 + (_DIGITS[said[1]] if len(said) > 1 else 0)
    return _DIGITS[said[0]] * 10 + sum(_DIGITS[word] for word in said[1:] if word != "mươi")


_DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
           "bảy": 7, "tám": 8, "chín": 9}  # fmt: skip
_D = alternation(_DIGITS)
_WORDED_YEAR = rule(
    "năm viết bằng chữ",
    rf"năm (?P<n>(?:một|hai) (?:nghìn|ngàn)(?: (?:linh|lẻ|trăm|mươi|mười|{_D})){{0,7}}"
    rf"|(?P<digits>(?:một (?:bảy|tám|chín)|hai không)"
    rf" (?:(?:linh|lẻ) {_D}|mười(?: {_D})?|{_D} mươi(?: {_D})?|{_D} {_D}))"
    rf"|(?P<hundreds>(?:một|hai|ba|bốn|năm|sáu|b[ảẩ]y|tám|chín) trăm(?: (?:linh|lẻ|mươi|mười|{_D})){{1,4}}))"
    r"(?!\w)"
    r"(?! (?:năm|tháng|ngày|giờ|người|đồng|tỷ|triệu|lẻ|linh|trăm))",
    _worded_year,
    [
        "năm hai nghìn không trăm hai mươi",
        "năm một nghìn chín trăm bốn mươi lăm",
        "năm một chín bảy lăm",
        "năm hai không mười bảy",
        "năm hai không linh năm",
        "năm hai không ba mươi",
        "năm chín trăm ba mươi tám",
    ],
    ["năm hai nghìn đồng", "năm một"],
)


def _years(match: Match) -> Candidate | None:
    years = tuple(int(year) for year in re.findall(r"\d{4}", match["years"]))
    if any(second <= first for first, second in pairwise(years)):
        return None
    members = tuple(Year(year=year) for year in years)
    if years[-1] - years[0] == len(years) - 1 or match["span"]:
        return Range(first=members[0], last=members[-1])
    return Several(members=members)


_YEARS = rule(
    "các năm a, b và c",
    rf"(?:các|những|hai|ba|bốn|[2-5]) năm (?P<years>{YEAR}(?:(?P<span>~[-–]~)|(?:,~(?:năm )?{YEAR}){{0,6}}"
    rf"(?:,|,? và|,? hoặc)~(?:năm )?){YEAR})(?!~[-–/]~\d)",
    _years,
    ["các năm 2017, 2018 và 2019", "hai năm 2019 và 2020", "2 năm 2016-2017", "các năm 2016, 2018"],
    ["những năm 1980"],
)
# A year that ends a number: ``TT-BTTTT 01/2020 - năm 2021``.
_WITHIN_NUMBER = Pattern(r"\d ?[/.]$")
# A year that ends the name of a law: ``Luật Báo chí 2016 đến năm 2021``.
_OF_A_LAW = Pattern(r"(?<!\w)(?:luật|pháp lệnh|hiến pháp)(?: {1,3}[^\W\d]+){0,8} {1,3}$")
_YEAR_LIST = Pattern(r"(?:(?:năm|tết) {1,3}|\()\d{4}(?:, {1,3}\d{4}){0,6}(?:,| và| hoặc|, và|,? đến) {1,3}$")


def _is_of_a_citation(match: Match) -> bool:
    return bool(_WITHIN_NUMBER.search(before(match, 3)) or _OF_A_LAW.search(before(match, 60)))


def _bare_year(match: Match) -> Candidate | None:
    if _is_of_a_citation(match) or followed(match, "year-unit-after"):
        return None
    # a birth: (1980), (1980, trú tại …)
    bracketed = before(match, 1) == "(" and match.string.startswith((")", ", "), match.end())
    sure = bracketed or preceded(match, "year-before") or bool(_YEAR_LIST.search(before(match)))
    sure = sure or (before(match, 2).endswith(("(", "; ")) and bool(_ROW.match(match.string, match.end())))
    return Year(year=int(match["y"]), sure=sure or _names_an_event(match))


# A year that heads a row of figures: ``(2001 tăng 7,1%; 2002 tăng 6,5%)``, ``(2019: 45 vụ; 2020: 32 vụ)``.
_ROW = Pattern(r"(?:: ?| {1,3}(?:tăng|giảm|đạt|là|có|chiếm) {1,3})(?:gần |hơn |trên |khoảng )?\d")


# What ends the name of an event that its year closes: ``kỳ thi tốt nghiệp THPT 2024 đúng hạn``.
_ENDS_NAME = Pattern(r" {0,3}(?:$|[\n,;:)”\"]|[.?!](?!\d))")


def _names_an_event(match: Match) -> bool:
    """Whether the year ends the name of a plan, a contest or the like, which belongs to one year."""
    if preceded(match, "numbered-name-before"):
        return False
    if not (_ENDS_NAME.match(match.string, match.end()) or followed(match, "after-event-year")):
        return False
    clause = re.split(r"[,;:!?\n(]|\.(?!\w)", before(match, 70))[-1]
    heads = [found.end() for found in _EVENT_HEADS.finditer(clause)]
    # Only words, and few of them, stand between the event and its year.
    return bool(heads) and bool(re.fullmatch(r"(?: {1,3}[^\W\d]+){0,8} {1,3}", clause[heads[-1] :]))


_EVENT_HEADS = Worded(r"(?<!\w)<time_cues/event-before>(?!\w)")


def _of_era(year: int, *, before_christ: bool) -> int:
    """The year as EDTF counts it, with a year 0."""
    return 1 - year if before_christ else year


_ERA_YEAR = rule(
    "năm của công nguyên",
    r"(?:năm (?P<y>\d{1,4})|(?P<y2>\d{3,4})(?= scn| tcn)) (?:(?P<bc>trước công nguyên|trước cn|tcn|tr\.?~cn)"
    r"|sau công nguyên|sau cn|scn|công nguyên)(?!\w)",
    lambda match: Year(year=_of_era(int(match["y"] or match["y2"]), before_christ=bool(match["bc"]))),
    ["2029 SCN", "năm 40 sau Công nguyên", "năm 179 trước Công nguyên"],
)


def _old_year(match: Match) -> Candidate:
    """A year of three digits; of two beside names of the first centuries: ``Năm 40, Hai Bà Trưng``."""
    year = int(match["y"])
    return Year(year=year, sure=year > 200 or bool(_ANTIQUITY.match(after(match, 60))))


_ANTIQUITY = Worded(r"[^.;:!?\n]*(?<!\w)<time_cues/antiquity-after>(?!\w)")


_OLD_YEAR = rule(
    "năm ba chữ số",
    r"năm (?P<y>[1-9]\d{1,2})(?!\w|[.,:%]\d|[/-]\w| (?:người|tuổi|%|triệu|tỷ|nghìn|đồng))",
    _old_year,
    ["năm 938", "năm 40"],
    ["năm 100 người", "năm 135/QĐ-TTg"],
)
_BARE_YEAR = rule(
    "năm không có chữ năm",
    r"(?P<y>(?:19|20)\d\d|2100)(?!\w|[.,]\d|[-/]\w|~%)",
    _bare_year,
    ["2020", "1999"],
    ["2017 người", "số 2016/QĐ"],
)


def _year_span(match: Match) -> Candidate | None:
    first, last = int(match["y"]), match["y2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < end <= first + (1000 if match["w"] else 100):
        return None
    if not match["w"] and _is_of_a_citation(match):
        return None
    bracketed = before(match, 2).endswith(("(", "; ")) and match.string.startswith(")", match.end())
    plain = bracketed or (
        len(last) == 4 and first >= 1900 and end <= 2100 and not followed(match, "year-unit-after")
    )
    told = match["w"] or plain
    return Range(first=Year(year=first), last=Year(year=end)) if told else None


_YEAR_SPAN = rule(
    "năm-năm",
    r"(?P<w>(?:\d{1,2} năm |(?:từ )?(?:giai đoạn|nhiệm k[ỳì]|thời k[ỳì]|niên khóa|khóa|kỳ|các năm"
    r"|những năm|năm)"
    r"(?: từ)?(?: \d{1,2})?(?: năm)? |từ (?:năm )?)?)"
    r"(?P<y>[12]\d{3})~(?:[-–—/]|đến năm|đến|tới)~(?P<y2>[12]\d{3}|\d\d)(?!\w|[-/.,]\w|~%)",
    _year_span,
    [
        "giai đoạn 2016-2020",
        "giai đoạn 2011 - 2020",
        "nhiệm kỳ 2020-2025",
        "năm 2016-2017",
        "2016 - 2017",
        "từ năm 2013 - 2015",
    ],
    ["số 2016-2017/QĐ"],
)


def _decade(match: Match) -> Candidate | None:
    first = int(match["n"])
    last = int(match["n2"]) if match["n2"] else None
    if first % 10 or (last is not None and last % 10):
        return None
    century: Shift | None = None
    if match["c"]:
        century = Shift(-1 if match["c"] in ("trước", "qua") else 0)
    elif match["roman"]:
        base = roman_number(match["roman"]) * 100 - 100
        first, last = base + first % 100, None if last is None else base + last % 100
    return Decade(first=first, last=last, century=century)


_DECADE = rule(
    "thập niên",
    rf"(?:thập (?:niên|kỷ|kỉ)|(?:những|các) (?:năm|thập (?:niên|kỷ|kỉ)))(?: đầu| cuối)? (?P<n>[12]\d\d0"
    rf"|[1-9]0)(?:~(?:-|–|và|đến|,)~(?P<n2>[12]\d\d0|[1-9]0))?(?!\w|[.,/-]\d|~-)"
    rf"(?:,? (?:của )?thế k[ỷỉ] (?:(?P<c>trước|này|qua)|(?P<roman>{ROMAN}|\d\d?))(?!\w))?",
    _decade,
    [
        "thập niên 90",
        "thập niên 1990",
        "những năm 1980",
        "những năm 90 của thế kỷ trước",
        "những năm 80 - 90 của thế kỷ trước",
    ],
    ["những năm 2017"],
)


def _century(match: Match) -> Candidate | None:
    half: Literal[1, 2] | None = None
    if match["half"]:
        half = 1 if match["half"] == "đầu" else 2
    if match["step"]:
        return Century(
            number=Shift(-1 if match["step"] in ("trước", "qua") else int(match["step"] != "này")), half=half
        )
    found = number(match["word"]) if match["word"] else roman_number(match["n"])
    if match["n2"] and not half and found < roman_number(match["n2"]) <= 30:
        return Range(first=Century(number=found), last=Century(number=roman_number(match["n2"])))
    return Century(number=found, before=bool(match["bc"]), half=half) if 1 <= found <= 30 else None


# Below ten a number alone may be a count of centuries: ``hai thế kỷ năm``.
_CENTURY_WORDS = "(?:hai mươi|mười)(?: (?:một|mốt|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?"
_CENTURY = rule(
    "thế kỷ",
    r"(?:nửa (?P<half>đầu|cuối|sau) (?:của )?)?thế k[ỷỉ] (?:thứ )?"
    rf"(?:(?:(?P<n>{ROMAN}|\d\d?)|(?P<word>{_CENTURY_WORDS}))(?!\w)(?:~(?:[-–]|và)~(?P<n2>{ROMAN}|\d\d?)(?!\w))?"
    r"(?P<bc> (?:trước công nguyên|trước cn|tcn))?(?: (?:sau công nguyên|scn))?"
    r"|(?P<step>trước|này|qua|tới)(?!\w))",
    _century,
    [
        "thế kỷ XX",
        "thế kỷ 21",
        "thế kỷ III trước Công nguyên",
        "thế kỷ trước",
        "nửa đầu thế kỷ XX",
        "thế kỷ mười chín",
        "thế kỷ hai mươi mốt",
    ],
    ["thế kỷ mới"],
)


YEARS = (
    _YEAR_RULE,
    _WORDED_YEAR,
    _YEARS,
    _ERA_YEAR,
    _OLD_YEAR,
    _BARE_YEAR,
    _YEAR_SPAN,
    _DECADE,
    _CENTURY,
)
