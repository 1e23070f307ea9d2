"""The lunar calendar of Việt Nam, both ways, 1899 to 2100.

A table of months, as the published calendars print them: reckoned at UTC+7 since 1968, at UTC+8 before.
So it differs from the Chinese calendar in 1985, 2007, 2030 and in single months of other years. Two packages
agree with it from 1968 to 2053 on every day; the tests compare.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from bisect import bisect_right
from functools import cache

import attrs

from ..model._trusted import changed
from ..registries import Worded, rendered
from ..registries.files import text_of
from ._candidates import Candidate, Cycle, Day, Part, Year
from ._patterns import NUMBER_WORD, before, day_number, numbers_of, rule

__all__ = ["CYCLE", "LUNAR", "LunarDay", "LunarYear", "month_of", "to_lunar", "to_solar", "year_of_lunar"]

#: Years of the cycle of stems and branches.
CYCLE = 60


@attrs.frozen(kw_only=True)
class LunarDay:
    """A day of the lunar calendar; *leap* marks the second of two months with the same number."""

    day: int
    month: int
    year: int
    leap: bool = False


@attrs.frozen
class LunarYear:
    """One lunar year: its first day, its leap month (0 for none) and the lengths of its months."""

    first: dt.date
    leap: int
    lengths: tuple[int, ...]

    def index(self, month: int, leap: bool) -> int:
        """The place of a month among the year's months.

        Raises:
            ValueError: The year has no such month.
        """
        if not 1 <= month <= 12 or (leap and month != self.leap):
            raise ValueError(f"no {'leap ' if leap else ''}month {month} in that lunar year")
        return month - 1 + (leap or bool(self.leap and month > self.leap))

    @property
    def last(self) -> dt.date:
        """The year's last day, the eve of the next Tết."""
        return self.first + dt.timedelta(days=sum(self.lengths) - 1)


@cache
def _years() -> dict[int, LunarYear]:
    return {
        int(row["year"]): LunarYear(
            dt.date.fromisoformat(row["first"]),
            int(row["leap"] or 0),
            tuple(30 if length == "L" else 29 for length in row["lengths"]),
        )
        for row in csv.DictReader(text_of("lunar_years.csv").splitlines())
    }


@cache
def _firsts() -> tuple[list[dt.date], list[int]]:
    years = sorted(_years())
    return [_years()[year].first for year in years], years


def year_of_lunar(year: int) -> LunarYear:
    """The lunar year that begins in the Gregorian *year*.

    Raises:
        ValueError: The year lies outside the table.
    """
    try:
        return _years()[year]
    except KeyError:
        raise ValueError(f"no lunar calendar for {year}") from None


def month_of(month: int, year: int, *, leap: bool = False) -> tuple[dt.date, dt.date]:
    """The first and last day of a lunar month.

    Raises:
        ValueError: There is no such month, or it lies outside the table.
    """
    found = year_of_lunar(year)
    index = found.index(month, leap)
    first = found.first + dt.timedelta(days=sum(found.lengths[:index]))
    return first, first + dt.timedelta(days=found.lengths[index] - 1)


def to_solar(lunar: LunarDay) -> dt.date:
    """The Gregorian day of a lunar one.

    >>> to_solar(LunarDay(day=1, month=1, year=2017)).isoformat()
    '2017-01-28'

    Raises:
        ValueError: There is no such day, or it lies outside the table.
    """
    first, last = month_of(lunar.month, lunar.year, leap=lunar.leap)
    day = first + dt.timedelta(days=lunar.day - 1)
    if not first <= day <= last:
        raise ValueError(f"no day {lunar.day} in lunar month {lunar.month} of {lunar.year}")
    return day


def to_lunar(day: dt.date) -> LunarDay:
    """The lunar day of a Gregorian one.

    >>> to_lunar(dt.date(2017, 7, 24))
    LunarDay(day=2, month=6, year=2017, leap=True)

    Raises:
        ValueError: The day lies outside the table.
    """
    firsts, years = _firsts()
    place = bisect_right(firsts, day) - 1
    if place < 0 or day > _years()[years[place]].last:
        raise ValueError(f"no lunar calendar for {day}")
    year = _years()[years[place]]
    rest = (day - year.first).days
    index = 0
    while rest >= year.lengths[index]:
        rest -= year.lengths[index]
        index += 1
    leap = bool(year.leap) and index == year.leap
    month = index + 1 - bool(year.leap and index >= year.leap)
    return LunarDay(day=rest + 1, month=month, year=years[place], leap=leap)


def name_of(year: int) -> str:
    """The name of a lunar year.

    >>> name_of(2017)
    'Đinh Dậu'
    """
    stems, branches = rendered("time_words/stem"), rendered("time_words/branch")
    return f"{stems[str((year - 4) % 10)]} {branches[str((year - 4) % 12)]}".title()


# Rules: Tết, the years' names, what marks a date as lunar


Match = re.Match[str]

_CYCLE = r"(?P<stem><time_words/stem>) (?P<branch><time_words/branch>)(?!\w)"


def _place(match: Match) -> Cycle | None:
    """The year of the cycle; only half of the pairs of stem and branch exist."""
    stem, branch = numbers_of("stem")[match["stem"]], numbers_of("branch")[match["branch"]]
    return Cycle((6 * stem - 5 * branch) % 60) if stem % 2 == branch % 2 else None


_HISTORY = Worded(r"(?<!\w)<time_cues/history-before>(?!\w)")


def _named_year(match: Match) -> Candidate | None:
    place, stated = _place(match), match["y"] or match["y2"]
    if place is None:
        return None
    if stated is not None:  # what is printed wins, whatever its place in the cycle
        return Year(year=int(stated), lunar=True)
    if _HISTORY.search(before(match, 48)):
        return Year(year=changed(place, bygone=True))
    return Year(year=place, sure=match.group().startswith("năm"))


_YEAR = rule(
    "năm can chi",
    rf"(?:năm )?{_CYCLE}"
    r"(?:~\((?:tức )?(?:năm )?(?P<y>[1-9]\d{2,3})\)|~[-–,]?~(?P<y2>1\d{3}|20\d\d)(?![\w/]|[.,]\d))?",
    _named_year,
    ["năm Đinh Dậu", "Canh Tý", "năm Kỷ Dậu (1789)", "Giáp Thân 1884"],
    ["năm Giáp Sửu", "Quý vị"],
)

_NOT_OF_TET = r"(?! (?:dương lịch|tây|trung thu|đoan ngọ|hàn thực|thiếu nhi|độc lập|thanh minh))"


def _tet(match: Match) -> Candidate | None:
    return Day(day=1, month=1, lunar=True, tet=True, sure=False)


_TET = rule(
    "Tết",
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
    rf"(?:ngày )?(?P<w>m[ùồ]ng )?(?P<d>\d{{1,2}}|{NUMBER_WORD})(?: (?:tháng (?:giêng|chạp)|âm lịch))? tết"
    r"(?: (?:nguyên đán|âm lịch|cổ truyền))?(?!\w)" + _NOT_OF_TET,
    _day_of_tet,
    ["mùng 1 Tết", "28 Tết", "ngày 30 Tết", "mồng 5 Tết Nguyên đán"],
    ["12 Tết"],
)
_EVE = rule(
    "giao thừa",
    r"(?:đêm )?(?:giao thừa|ba mươi tết|30 tết)(?!\w)",
    lambda match: Day(day=-1, month=12, lunar=True, tet=True),
    ["giao thừa", "đêm giao thừa", "đêm 30 Tết"],
)
_MARK = rule(
    "âm lịch",
    r"âm lịch(?!\w)|[aâ]l(?!\w)|a\.l\.?|nhuận(?: âm lịch)?(?!\w)",
    lambda match: Part(lunar=True, leap=match.group().startswith("nhuận")),
    ["âm lịch", "nhuận", "nhuận âm lịch"],
)

LUNAR = (_YEAR, _TET, _DAY_OF_TET, _EVE, _MARK)
