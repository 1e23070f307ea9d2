"""Days of a month, alone, in spans and in lists."""

from __future__ import annotations

import re
from itertools import pairwise

from ..model import Duration
from ..model._trusted import changed
from ..registries import Pattern
from ._candidates import Candidate, Day, Months, Range, Rhythm, Several, Shift
from ._cues import followed, preceded
from ._patterns import (
    LEAN,
    MONTH,
    NUMBER_WORD,
    YEAR,
    after,
    before,
    day_number,
    is_lunar,
    lean_of,
    month_number,
    number,
    part_of_day,
    rule,
    year_of,
)

__all__ = ["DAYS"]

Match = re.Match[str]

# Days ---------------------------------------------------------------------------------------------

_DATE_LIST = Pattern(
    r"(?:(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|các|dịp|lễ) {1,3}\d{1,2}(?:, {1,3}\d{1,2}){0,6}"
    r"(?:[.-]\d{1,2})?|\d{1,2}/\d{1,2})(?:[/.-]\d{4})?"
    r" {0,3}(?:,|và|hoặc|đến|tới|-|–|hay) {1,3}$"
)


# Digits that continue a longer number are no day: ``0243.9.12.2020``.
_RUNS_ON = Pattern(r"\d[./]$")


def _full(match: Match) -> Candidate | None:
    if _is_month_span(match):
        return Months(first=int(match["d"]), last=int(match["m"]), year=int(match["y"]), grain="span")
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not match["w"] and _RUNS_ON.search(before(match, 2)):
        return None
    short = len(year) == 2
    if short and (month > 12 or day > 31 or match["a"] != match["b"]):
        return None
    if not match["w"] and (month > 12 or day > 31) and match["a"] == ".":
        return None
    return Day(day=day, month=month, year=int(year), short_year=short)


def _is_month_span(match: Match) -> bool:
    """``từ 6-9/2020``: the mark between the first two joins months if another mark stands before the year."""
    joined = not match["w"] and match["a"] in "-–" and match["b"] in "/." and len(match["y"]) == 4
    return joined and 1 <= int(match["d"]) < int(match["m"]) <= 12 and before(match, 3) == "từ "


_FULL = rule(
    "ngày/tháng/năm",
    r"(?P<w>(?:(?:ngày|hôm)~:?~)?(?:m[ùồ]ng )?)(?P<d>\d{1,2})~(?P<a>[/.\-–])~(?P<m>\d{1,2})~(?P<b>[/.\-–])~"
    r"(?P<y>[12]\d{3}(?!\w|[/-][a-zđ]|[./]\d)|\d\d(?!\w|[/.,-]\w|~%))",
    _full,
    ["ngày 17/12/2020", "17-12-2020", "17.12.2020", "17 – 12 – 2020", "mùng 2/9/1945", "17/12/20"],
    ["số 17/12/2020/QĐ-UBND", "phiên bản 4.4.2"],
)


def _worded(match: Match) -> Candidate | None:
    told = match["w"] or match["y"] or match["y2"]
    if not told and (preceded(match, "length-before") or followed(match, "sum-after")):
        return None  # "lũy kế 10 tháng 5 tỷ đồng"
    if not match["w"] and (preceded(match, "numbered-before") or preceded(match, "citation-before")):
        return None  # "Chỉ thị 12 tháng 3-2020"
    return Day(
        day=day_number(match["d"]),
        month=month_number(match["m"]),
        year=year_of(match["y"] or match["y2"]),
        lean=lean_of(match),
        lunar=is_lunar(match["m"]) or match["d"] == "rằm",
        sure=bool(told) or not preceded(match, "place-before"),
    )


_WORDED = rule(
    "ngày … tháng … năm",
    rf"(?P<w>(?:(?:ngày(?: |(?=\d))|hôm ))?(?:m[ùồ]ng )?)(?P<d>\d{{1,2}}|rằm|{NUMBER_WORD})~(?:,~)?tháng"
    rf"(?: |(?=\d))(?P<m>{MONTH})(?! (?:tuần|ngày|giờ)|,\d|~%|\.\d{{1,3}}(?!\d))"
    rf"(?:(?:~,~| |(?<=\d))năm(?: |(?=\d))(?P<y>{YEAR}|nay(?!\w)|ngoái|trước|tới|sau|kia)"
    rf"|~[/.-]~(?P<y2>{YEAR})|, (?=năm))?" + LEAN,
    _worded,
    [
        "ngày 06 tháng 4 năm 2011",
        "6 tháng Tư năm 2011",
        "ngày mồng 3 tháng 2 năm 1930",
        "ngày 20 tháng 4/2017",
        "ngày 20 tháng4 năm2017",
        "ngày20 tháng4 năm2017",
    ],
    [
        "trong 3 tháng 2 tuần",
        "kỳ hạn 12 tháng 6,8%",
        "lũy kế 8 tháng 3.250 tỷ đồng",
        "lũy kế 8 tháng 3 tỷ đồng",
    ],
)


def _numeric(match: Match) -> Candidate | None:
    day, month = int(match["d"]), int(match["m"])
    lean = lean_of(match)
    if match["w"]:
        return Day(day=day, month=month, lean=lean)
    if day > 31 or month > 12 or preceded(match, "ratio-before") or _RUNS_ON.search(before(match, 2)):
        return None
    if day < month and _FRACTION_BEFORE.search(before(match, 40)):
        return None
    if day < month and _is_fraction_of_two(match, day, month):
        return None
    year_after = _YEAR_AFTER.match(match.string, match.end())
    if followed(match, "year-unit-after") and not year_after and not _ZONED.search(before(match)):
        return None
    if "." in match.group() and _is_amount(match):
        return None
    sure = bool(preceded(match, "date-before", "(,:") or _DATE_LIST.search(before(match)) or match["lean"])
    sure = sure or (day > 12 and "/" in match.group() and preceded(match, "late-day-before", ":"))
    return Day(day=day, month=month, lean=lean, sure=sure)


def _is_amount(match: Match) -> bool:
    """Whether digits with a dot are an amount: ``trung bình 5.03``."""
    if _is_end_of_stretch(match.string, match.start()):
        return False
    return bool(preceded(match, "amount-before") or _PER_HEAD.search(before(match)))


_STRETCH = Pattern(
    r"(?<!tăng )(?<!giảm )(?<!\w)từ {1,3}(?P<d>\d{1,2})\.(?P<m>\d{1,2}) {0,3}(?:đến|tới|-|–)"
    r" {0,3}(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})(?![\w%]|[.,]\d|[ ]{1,3}(?:%|điểm))"
)
#: How far before a day the stretch that it ends may begin.
_STRETCH_REACH = 24


def _is_end_of_stretch(text: str, start: int) -> bool:
    """Whether the day at *start* is an end of ``từ 30.4 đến 3.5``, which grows as days, not as numbers."""
    found = _STRETCH.search(text, max(0, start - _STRETCH_REACH), start + _STRETCH_REACH)
    if found is None or not found.start() < start < found.end():
        return False
    day, month, last_day, last_month = (int(found[name]) for name in ("d", "m", "d2", "m2"))
    return day > max(12, last_day) and 0 < month < last_month <= min(12, month + 2)


# A number of points or wishes per pupil is no birthday: ``theo thí sinh: 5.03``.
_PER_HEAD = Pattern(r"(?:thí|học|nghiên cứu) sinh ?: ?$")
# ``dịp 30/4 năm nay`` is a day in a year, ``từ 3-5 năm`` a length.
_YEAR_AFTER = Pattern(r",? {1,3}năm (?:nay|ngoái|trước|sau|tới|kia|[12]\d{3})(?!\w)")
# After these words ``21/1 giờ Việt Nam`` is a day and its zone, not half an hour.
_ZONED = Pattern(r"(?:sáng|trưa|chiều|tối|đêm|khuya) {1,3}$")
_OTHER = r"(?P<d>[1-9])/(?P<m>\d{1,2})"
_OTHER_AFTER = Pattern(rf" {{0,3}}(?:đến|tới|-|–) {{0,3}}{_OTHER}(?![/\d])(?!,? {{1,3}}năm)")
_OTHER_BEFORE = Pattern(rf"(?<![\d/]){_OTHER} {{0,3}}(?:đến|tới|-|–) {{0,3}}$")
_YEAR_WORD = Pattern(r",? {1,3}năm(?!\w)")
_HALF_A_YEAR = 6


def _is_fraction_of_two(match: Match, day: int, month: int) -> bool:
    """Whether the match and its neighbour are fractions: ``từ 1/3 đến 1/2 thu nhập``."""
    if (other := _OTHER_AFTER.match(match.string, match.end())) is not None:
        return _grows((day, month), (int(other["d"]), int(other["m"])))
    other = _OTHER_BEFORE.search(before(match))
    if other is None or _YEAR_WORD.match(match.string, match.end()):
        return False
    return _grows((int(other["d"]), int(other["m"])), (day, month))


def _grows(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether the second fraction is larger, while as days the two would be most of a year apart."""
    grows = last[0] < last[1] and first[0] < first[1] and first[0] * last[1] < last[0] * first[1]
    return grows and (last[1] - first[1]) % 12 > _HALF_A_YEAR


# The second of two fractions: ``bằng 1/3 đến 1/2 giá cũ``.
_FRACTION_BEFORE = Pattern(
    r"(?:bằng|chiếm|giảm|tăng|chỉ|còn|mất|khoảng|hơn|gần)(?: từ)? [1-9]/\d{1,2} ?(?:đến|tới|-|–) ?$"
)

_NUMERIC = rule(
    "ngày/tháng",
    r"(?P<w>(?:(?:ngày|hôm)~:?~)?(?:m[ùồ]ng )?)(?P<d>\d{1,2})(?:[/.\-–]|~/~)(?P<m>\d{1,2})"
    r"(?!\d|[.,/]\d|[-/][a-zđ]|~%|\w)" + LEAN,
    _numeric,
    ["ngày 7.8", "ngày 15/12", "hôm 10/7", "ngày 5/1 tới", "mồng 8/3", "2/9"],
    [
        "đường 30/4",
        "chiếm 1/3 dân số",
        "thắng 3-1",
        "Mega 6/45",
        "bằng 1/3 đến 1/2 giá cũ",
        "từ 1/3 đến 1/2 thu nhập",
        "trẻ từ 5-11 tuổi",
    ],
)


#: The end of what stands before a stretch of days, which would then lack its month.
_FROM = Pattern(r"(?<!\w)(?:từ|các|hai|ba|bốn|[2-9]) {1,3}$")


def _spaced(match: Match) -> Candidate | None:
    """``Ngày 17 - 9``; ``ngày 5 - 9`` may as well be five days, and ``từ ngày 17 - 9`` may lack an end."""
    day, month = int(match["d"]), int(match["m"])
    if day <= month or _FROM.search(before(match, 8)):
        return None
    return Day(day=day, month=month, part=part_of_day(match["part"]), lean=lean_of(match))


_SPACED = rule(
    "ngày - tháng",
    r"(?:(?P<part>sáng|trưa|chiều|tối|đêm) (?:ngày )?|ngày )(?P<d>[12]\d|3[01]|0?[1-9]) [-–] "
    r"(?P<m>0?[1-9]|1[0-2])(?=[,.;:)](?!\d)|\n|$| (?:tại|<time_words/lean>)(?!\w))" + LEAN,
    _spaced,
    ["ngày 17 - 9", "sáng 19 – 12"],
    ["ngày 5 - 9", "17 - 9"],
)


def _day_span(match: Match) -> Candidate | None:
    first, last, month = int(match["d"]), int(match["d2"]), month_number(match["m"])
    year = year_of(match["y"])
    bracketed = before(match).endswith("(") and after(match, 1) == ")"
    told = match["w"] or bracketed or year is not None or preceded(match, "date-before", "(,:")
    if not told:
        return None
    if first >= last:
        return None
    whole = Day(day=first, month=month, year=year, lunar=is_lunar(match["m"]))
    return Range(first=whole, last=changed(whole, day=last))


_DAY_SPAN = rule(
    "ngày a-b/tháng",
    r"(?P<w>(?:(?:trong )?(?:các|hai|ba|bốn|2|3|4) )?(?:ngày )?(?:m[ùồ]ng )?)(?P<d>\d{1,2})~(?:-|–|đến"
    r"|tới)~(?:ngày )?(?:m[ùồ]ng )?(?P<d2>\d{1,2})"
    rf"(?:[/.-]| tháng )(?P<m>{MONTH})(?:(?:[/.-]| năm )(?P<y>{YEAR}))?(?![\w]|[.,/]\d)",
    _day_span,
    ["ngày 8-9/12", "ngày 4-8/6/2017", "hai ngày 10-11/2", "ngày 1 đến 15 tháng 3 năm 2021"],
    ["điểm 3-4/10"],
)


# ``trong hai ngày (19 và 20/9/2018)``
_DAYS_BRACKET = Pattern(r"ngày {1,3}\($")


def _day_list(match: Match) -> Candidate | None:
    days = tuple(int(day) for day in re.findall(r"\d+", match["days"]))
    month, year = month_number(match["m"]), year_of(match["y"])
    if any(second <= first for first, second in pairwise(days)):
        return None
    if match.group()[0].isdigit() and not match["w"] and not _DAYS_BRACKET.search(before(match)):
        return None
    consecutive = days[-1] - days[0] == len(days) - 1
    if not consecutive and not match["w"]:
        return None
    first = Day(day=days[0], month=month, year=year, lunar=is_lunar(match["m"]))
    if consecutive:
        return Range(first=first, last=changed(first, day=days[-1]))
    return Several(members=tuple(changed(first, day=day) for day in days))


_DAY_LIST = rule(
    "các ngày a, b và c/tháng",
    r"(?P<w>(?:(?:các|hai|ba|bốn|năm|[2-9]) )?)(?:ngày (?:m[ùồ]ng )?|m[ùồ]ng |(?<=\())(?P<days>\d{1,2}(?:~,~"
    r"(?:ngày )?(?:m[ùồ]ng )?\d{1,2}){0,12}(?:~,)?~"
    r"(?:và|,|&|hoặc)~(?:ngày )?(?:m[ùồ]ng )?\d{1,2})"
    rf"(?:[/.-]| tháng )(?P<m>{MONTH})(?:(?:[/.-]| năm )(?P<y>{YEAR}))?(?![\w]|[.,/]\d)",
    _day_list,
    ["các ngày 26, 27 và 28/6", "ngày 3 và 4/6", "các ngày 3, 4 và 7/6", "mùng 5 và 6/3"],
)


# The rest of a list of days whose last one gives the month: ``ngày 5`` + ``, 9 và 16/4``.
_LIST_FOLLOWS = (
    r"(?:,~(?:ngày )?\d{1,2}){0,8}~(?:,|và|hoặc|,~và)~(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm|ngày) )?"
    r"\d{1,2}[/.-](?P<listed>0?[1-9]|1[0-2])(?![\w/])"
)


# ``2 ngày 3`` and ``mỗi ngày 3`` count days; ``22h17 ngày 4`` does not.
_COUNTED = Pattern(r"(?:(?<![:hg+-])(?<![:hg+-]\d)\d|mỗi|từng|hàng|hằng|một|hai|ba|bốn|sáu|bảy) {1,3}$")
_DAY_PART_FOLLOWS = (
    r"~(?:đến|tới)~(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm)~(?:ngày~)?|(?:hết )?(?:ngày~)?)\d{1,2}[/.-]"
    r"(?P<until>0?[1-9]|1[0-2])(?![\w/])"
)


def _bare_day(match: Match) -> Candidate | None:
    if match["listed"]:
        return Day(day=number(match["word"] or match["d"]), month=int(match["listed"]))
    month = match["step"]
    if not month and _COUNTED.search(before(match)):
        return None
    shift = {"trước": -1, "này": 0, "tới": 1, "sau": 1}.get(month or "")
    return Day(
        day=number(match["word"] or match["d"]),
        month=None if shift is None else Shift(shift),
        lean=lean_of(match),
    )


_BARE_DAY = rule(
    "ngày trong tháng",
    r"(?:(?:ngày )?m[ùồ]ng (?P<word>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"|(?:ngày(?: |(?=\d))(?:m[ùồ]ng )?|m[ùồ]ng )"
    r"(?P<d>0?[1-9]|[12]\d|3[01]))(?!\w|[.,:%]\d|/-?\d|[-–/]\w|~[%*x×]"
    r"| [-–] (?:0?[1-9]|1[0-2])(?:[,.;:)](?!\d)|\n|$)| (?:đêm|tháng "
    r"(?!trước|này|tới|sau)\w|%|triệu|tỷ|tỉ|nghìn|ngàn|người|lần|ca"
    r"|bữa|buổi|tiếng|viên|chuyến))"
    r"(?: tháng (?P<step>trước|này|tới|sau)(?!\w)|(?=" + _LIST_FOLLOWS + "))?" + LEAN,
    _bare_day,
    ["ngày 16", "ngày 30 tháng trước", "mùng 3", "mùng Một"],
    ["2 ngày 1 đêm", "mỗi ngày 3 lần", "ngày 20 nghìn", "ngày 3 bữa"],
)


_PART_DAY = rule(
    "buổi và ngày trong danh sách",
    r"(?P<part>sáng|trưa|chiều|tối|đêm) (?:ngày )?(?P<d>\d{1,2})(?="
    + _LIST_FOLLOWS
    + "|"
    + _DAY_PART_FOLLOWS
    + "|(?P<alone>$))",
    lambda match: Day(
        day=int(match["d"]),
        month=int(match["listed"] or match["until"] or 0) or None,
        part=part_of_day(match["part"]),
        sure=not match["alone"],
    ),
    ["chiều 17"],
)
_NIGHT = rule(
    "đêm a rạng sáng b/tháng",
    r"(?:đêm|tối) (?:ngày )?(?P<d>\d{1,2})(?:[/.-](?P<m>\d{1,2}))?(?:~,)?(?: và)? rạng(?: sáng)? (?:ngày )?"
    r"(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})"
    rf"(?:[/.-](?P<y>{YEAR}))?(?!\d|[/.-]\d)",
    lambda match: Range(
        first=Day(day=int(match["d"]), month=int(match["m"] or match["m2"]), year=year_of(match["y"])),
        last=Day(day=int(match["d2"]), month=int(match["m2"]), year=year_of(match["y"])),
    ),
    ["đêm 4, rạng sáng 5/6", "đêm 30/6 rạng sáng 1/7/2017", "đêm 3, rạng sáng 4-5", "tối 4, rạng sáng 5/6"],
)


def _days_each(match: Match) -> Candidate | None:
    days = tuple(15 if day == "rằm" else int(day) for day in re.findall(r"\d+|rằm", match["days"]))
    if days[-1] > 31 or any(second <= first for first, second in pairwise(days)):
        return None
    lunar = bool(match["lunar"]) or "rằm" in match["days"]
    return Rhythm(every=_MONTHLY, days=days, lunar=lunar)


_MONTHLY = Duration(months=1)  # type: ignore[arg-type]
_DAYS_EACH = rule(
    "các ngày hằng tháng",
    r"(?:các )?(?:ngày )?(?:m[ùồ]ng )?(?P<days>(?:(?:\d{1,2}(?:~,~(?:ngày )?(?:m[ùồ]ng )?\d{1,2}){0,9}"
    r"(?:~và~|~,~)(?:ngày )?(?:m[ùồ]ng )?(?:\d{1,2}|rằm))|rằm))"
    r"(?: (?P<lunar>âm lịch))?~,?~(?:h[ằà]ng|mỗi) tháng(?!\w)",
    _days_each,
    ["các ngày 3, 13 và 23 hằng tháng", "ngày 1 và 15 hằng tháng", "mùng 1, ngày rằm hằng tháng",
     "ngày rằm hằng tháng"],
    ["ngày 15 và 10 hằng tháng"],
)  # fmt: skip


def _short_span(match: Match) -> Candidate | None:
    first = Day(day=int(match["d"]), month=int(match["m"]))
    last = Day(day=int(match["d2"]), month=int(match["m2"]), year=year_of(match["y"]))
    if not match["y"] and _grows((int(match["d"]), int(match["m"])), (int(match["d2"]), int(match["m2"]))):
        return None
    return Range(first=first, last=last)


_SHORT_SPAN = rule(
    "ngày/tháng-ngày/tháng",
    r"(?:ngày )?(?P<d>[12]\d|3[01]|0?[1-9])/(?P<m>0?[1-9]|1[0-2])[-–](?P<d2>[12]\d|3[01]|0?[1-9])/"
    rf"(?P<m2>0?[1-9]|1[0-2])(?:/(?P<y>{YEAR}))?(?!\w|[/.,-]\w|~%)",
    lambda match: (
        _short_span(match)
        if match["y"]
        or match.group().startswith("ngày")
        or preceded(match, "date-before", "(,:")
        or int(match["d"]) > 12
        else None
    ),
    ["28/12-3/1", "ngày 1/7-5/8", "30/4-1/5/2021"],
    ["tăng 1/3-1/2"],
)

# CLDR's and WordPress's short names of the months: ``21 thg 9, 2025``, ``Ngày 9 Th8, 2023``.
_SHORT_MONTH = rule(
    "ngày thg tháng",
    r"(?P<w>(?:(?:ngày|hôm) )?)(?P<d>\d{1,2})~,?~th(?P<g>g\.?)?~(?P<m>0?[1-9]|1[0-2])"
    rf"(?:~[,/-]?~(?:năm )?(?P<y>{YEAR})(?: scn)?)?(?!\w|[/.,-]\w)",
    lambda match: (
        Day(day=int(match["d"]), month=int(match["m"]), year=year_of(match["y"]))
        if match["g"] or match["y"]
        else None
    ),
    ["21 thg 9, 2025", "ngày 9 Th8, 2023", "3 thg 10"],
    ["20 Th 6"],
)
_SHORT_MONTH_SPAN = rule(
    "ngày a-b thg tháng",
    r"(?P<d>\d{1,2})~[-–]~(?P<d2>\d{1,2})~,?~thg\.?~(?P<m>0?[1-9]|1[0-2])"
    rf"(?:~[,/-]?~(?:năm )?(?P<y>{YEAR}))?(?!\w|[/.,-]\w)",
    lambda match: Range(
        first=Day(day=int(match["d"]), month=int(match["m"]), year=year_of(match["y"])),
        last=Day(day=int(match["d2"]), month=int(match["m"]), year=year_of(match["y"])),
    ),
    ["3 – 5 thg 9, 2021"],
)
_MONTH_FIRST = rule(
    "tháng ngày, năm",
    rf"tháng (?P<m>{MONTH}) (?P<d>\d{{1,2}}),~(?P<y>{YEAR})",
    lambda match: Day(day=int(match["d"]), month=month_number(match["m"]), year=int(match["y"])),
    ["Tháng Tám 19, 2021", "Tháng Mười Một 3, 2020"],
    ["tháng 3 20 người"],
)

DAYS = (
    _SHORT_MONTH,
    _SHORT_MONTH_SPAN,
    _MONTH_FIRST,
    _FULL,
    _SHORT_SPAN,
    _DAYS_EACH,
    _WORDED,
    _NUMERIC,
    _SPACED,
    _DAY_SPAN,
    _DAY_LIST,
    _BARE_DAY,
    _PART_DAY,
    _NIGHT,
)
