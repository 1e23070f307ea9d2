"""The lunar calendar, against the published tables and independent packages."""

from __future__ import annotations

import datetime as dt

import pytest

from vnmedia.dates._lunar import LunarDay, month_of, name_of, to_lunar, to_solar, year_of_lunar

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)

# Year, first day of the year, the last day of month 12 before it, leap month; as printed.
TET = """
1985 01-21 30 2, 2007 02-17 29 0, 2012 01-23 29 4, 2013 02-10 29 0, 2014 01-31 30 9, 2015 02-19 30 0,
2016 02-08 29 0, 2017 01-28 30 6, 2018 02-16 30 0, 2019 02-05 30 0, 2020 01-25 30 4, 2021 02-12 30 0,
2022 02-01 29 0, 2023 01-22 30 2, 2024 02-10 30 0, 2025 01-29 29 6, 2026 02-17 29 0, 2027 02-06 29 0,
2028 01-26 29 5, 2029 02-13 29 0, 2030 02-02 29 0, 2031 01-23 29 3, 2032 02-11 29 0, 2033 01-31 30 11
"""

# First days of months 1 to 12, then the leap month's own.
MONTHS = {
    1985: "01-21 02-20 04-20 05-20 06-18 07-18 08-16 09-15 10-14 11-12 12-12 1986-01-10 03-21",
    2007: "02-17 03-19 04-17 05-17 06-15 07-14 08-13 09-11 10-11 11-10 12-10 2008-01-08",
    2017: "01-28 02-26 03-28 04-26 05-26 06-24 08-22 09-20 10-20 11-18 12-18 2018-01-17 07-23",
    2020: "01-25 02-23 03-24 04-23 06-21 07-21 08-19 09-17 10-17 11-15 12-14 2021-01-13 05-23",
    2023: "01-22 02-20 04-20 05-19 06-18 07-18 08-16 09-15 10-15 11-13 12-13 2024-01-11 03-22",
    2025: "01-29 02-28 03-29 04-28 05-27 06-25 08-23 09-22 10-21 11-20 12-20 2026-01-19 07-25",
    2028: "01-26 02-25 03-26 04-25 05-24 07-22 08-20 09-19 10-18 11-16 12-16 2029-01-15 06-23",
    2030: "02-02 03-04 04-03 05-02 06-01 07-01 07-30 08-29 09-27 10-27 11-25 12-25",
}


def day(text: str, year: int) -> dt.date:
    return dt.date.fromisoformat(text if len(text) == 10 else f"{year}-{text}")


@pytest.mark.parametrize("row", [row.strip() for row in TET.replace("\n", " ").split(",")])
def test_tet_its_eve_and_the_leap_month(row: str) -> None:
    """The first day of the year, the length of the month before it and the leap month are as printed."""
    year, first, eve, leap = row.split()
    number = int(year)
    assert to_solar(LunarDay(day=1, month=1, year=number)) == day(first, number)
    assert to_lunar(day(first, number) - dt.timedelta(days=1)) == LunarDay(
        day=int(eve), month=12, year=number - 1
    )
    assert year_of_lunar(number).leap == int(leap)


@pytest.mark.parametrize("year", MONTHS)
def test_first_days_of_months(year: int) -> None:
    """Each month begins on the day that the tables print."""
    firsts = MONTHS[year].split()
    for month, first in enumerate(firsts[:12], 1):
        assert month_of(month, year)[0] == day(first, year)
    if len(firsts) == 13:
        leap = year_of_lunar(year).leap
        assert month_of(leap, year, leap=True)[0] == day(firsts[12], year)


def test_there_and_back_for_every_day() -> None:
    """Every day from 1900 to 2100 comes back from the lunar calendar."""
    for number in range(FIRST.toordinal(), LAST.toordinal() + 1):
        solar = dt.date.fromordinal(number)
        assert to_solar(to_lunar(solar)) == solar


def test_an_astronomical_package_agrees_where_the_tables_do() -> None:
    """lunar-vn reckons at UTC+7 throughout: from 1968 to 2053 every day is the same."""
    lunar_vn = pytest.importorskip("lunar_vn", reason="the package lunar-vn is not installed")
    for number in range(dt.date(1968, 1, 1).toordinal(), dt.date(2053, 12, 31).toordinal() + 1):
        solar = dt.date.fromordinal(number)
        ours, theirs = to_lunar(solar), lunar_vn.solar_to_lunar(solar)
        assert (ours.day, ours.month, ours.year, ours.leap) == (
            theirs.day, theirs.month, theirs.year, bool(theirs.leap),
        )  # fmt: skip


@pytest.mark.parametrize(
    "lunar",
    [
        LunarDay(day=30, month=12, year=2024),
        LunarDay(day=1, month=5, year=2025, leap=True),
        LunarDay(day=31, month=1, year=2025),
        LunarDay(day=1, month=13, year=2025),
        LunarDay(day=1, month=1, year=1800),
    ],
)
def test_days_that_are_none(lunar: LunarDay) -> None:
    """A 30th of a short month, a leap month of another year, or a year beyond the table is refused."""
    with pytest.raises(ValueError, match="no "):
        to_solar(lunar)


@pytest.mark.parametrize("solar", [dt.date(1899, 1, 1), dt.date(2102, 1, 1)])
def test_days_beyond_the_table(solar: dt.date) -> None:
    """A day outside the table has no lunar day."""
    with pytest.raises(ValueError, match="no lunar calendar"):
        to_lunar(solar)


@pytest.mark.parametrize(("year", "name"), [(1968, "Mậu Thân"), (1984, "Giáp Tý"), (2025, "Ất Tỵ")])
def test_names_of_years(year: int, name: str) -> None:
    """The cycle of sixty gives the year's name."""
    assert name_of(year) == name
