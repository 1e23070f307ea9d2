"""What Duckling's Vietnamese rules read of time, made from rules: each family of phrases with its value.

Duckling's corpus has the same families at the same reference, 2 February 2017, 3:55. For the ends of
stretches and for parts of the day it has conventions of its own; ours are in docs/reference/times.md.
"""

import datetime as dt
from itertools import product

import pytest
from dateutil.relativedelta import relativedelta

from vnmedia import ParseError, parse_date

NOW = dt.datetime(2017, 2, 2, 3, 55)
TODAY = NOW.date()
MONDAY = TODAY - dt.timedelta(days=TODAY.weekday())
NUMBERS = {1: "một", 2: "hai", 3: "ba"}
WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")


def bounds(text: str) -> tuple[dt.datetime, dt.datetime]:
    value = parse_date(text, published=NOW, prefer="future")
    assert value.earliest is not None
    assert value.latest is not None
    return value.earliest.replace(tzinfo=None), value.latest.replace(tzinfo=None)


def days(text: str) -> tuple[dt.date, dt.date]:
    first, last = bounds(text)
    return first.date(), last.date()


@pytest.mark.parametrize(
    ("words", "by"), [("hôm kia", -2), ("hôm qua", -1), ("hôm nay", 0), ("ngày mai", 1), ("bữa nay", 0)]
)
def test_days_counted_from_today(words: str, by: int) -> None:
    """A day by its distance, with ``ngày`` before it as well."""
    day = TODAY + dt.timedelta(days=by)
    assert days(words) == (day, day)
    if words.startswith("hôm"):
        assert days(f"ngày {words}") == (day, day)


@pytest.mark.parametrize("weekday", range(6))
def test_weekdays(weekday: int) -> None:
    """A weekday by word or number, the next one, or the one of a week that is named."""
    for name in (f"thứ {WEEKDAYS[weekday]}", f"thứ {weekday + 2}"):
        ahead = TODAY + dt.timedelta(days=(weekday - TODAY.weekday()) % 7)
        assert days(name) == (ahead, ahead)
        for words, week in (("tuần này", 0), ("tuần tới", 1), ("tuần sau", 1), ("tuần trước", -1)):
            day = MONDAY + dt.timedelta(days=weekday, weeks=week)
            assert days(f"{name} {words}") == days(f"{name} của {words}") == (day, day)


@pytest.mark.parametrize(("month", "day"), [(3, 3), (3, 7), (10, 12), (4, 9)])
def test_days_of_a_month(month: int, day: int) -> None:
    """The day that is to come, in words, with slashes and with its year."""
    expected = (dt.date(2017, month, day), dt.date(2017, month, day))
    forms = [f"ngày {day} tháng {month}", f"{day}/{month}", f"{day:02}/{month:02}", f"{day}/{month}/17"]
    forms += [f"{day}/{month}/2017", f"ngày {day} tháng {month} năm 2017"]
    assert {days(form) for form in forms} == {expected}


@pytest.mark.parametrize(
    ("unit", "step"), [("tuần", {"weeks": 1}), ("tháng", {"months": 1}), ("quý", {"months": 3})]
)
@pytest.mark.parametrize(("words", "by"), [("trước", -1), ("này", 0), ("sau", 1), ("tới", 1)])
def test_units_counted_from_now(unit: str, step: dict[str, int], words: str, by: int) -> None:
    """The week, month or quarter before, with or after the present one, whole."""
    first = {"tuần": MONDAY, "tháng": dt.date(2017, 2, 1), "quý": dt.date(2017, 1, 1)}[unit]
    start = first + relativedelta(**step) * by
    end = start + relativedelta(**step) - dt.timedelta(days=1)
    assert days(f"{unit} {words}") == (start, end)


@pytest.mark.parametrize(
    ("words", "year"), [("ngoái", 2016), ("trước", 2016), ("nay", 2017), ("sau", 2018), ("tới", 2018),
                        ("tiếp theo", 2018), ("kế tiếp", 2018)],
)  # fmt: skip
def test_years(words: str, year: int) -> None:
    """The year before, this one, the next."""
    assert days(f"năm {words}") == (dt.date(year, 1, 1), dt.date(year, 12, 31))


PARTS = {"sáng": (4, 11), "chiều": (12, 18), "tối": (18, 23)}


@pytest.mark.parametrize(("part", "day"), list(product(PARTS, [("qua", -1), ("nay", 0), ("mai", 1)])))
def test_parts_of_a_day(part: str, day: tuple[str, int]) -> None:
    """``tối mai`` is the evening of the next day, with ``ngày`` or ``hôm`` too."""
    words, by = day
    first, last = bounds(f"{part} {words}")
    midnight = dt.datetime.combine(TODAY, dt.time()) + dt.timedelta(days=by)
    assert (first, last.hour) == (midnight + dt.timedelta(hours=PARTS[part][0]), PARTS[part][1])
    assert bounds(f"{part} {'ngày' if by > 0 else 'hôm'} {words}") == (first, last)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("3 giờ chiều", 15, 0), ("3 giờ rưỡi chiều", 15, 30), ("3:30 chiều", 15, 30), ("8 giờ tối", 20, 0),
     ("11 giờ kém 15", 10, 45), ("10 giờ 45", 10, 45), ("10h45", 10, 45), ("10g45", 10, 45),
     ("ba giờ rưỡi chiều", 15, 30), ("lúc 1 giờ 30 chiều", 13, 30)],
)  # fmt: skip
def test_clock_times(text: str, hour: int, minute: int) -> None:
    """A clock time is the next one; beside a day it is that day's."""
    assert bounds(text)[0] == dt.datetime(2017, 2, 2, hour, minute)
    assert bounds(f"{text} ngày 23/4")[0] == dt.datetime(2017, 4, 23, hour, minute)


CLOCK_UNITS = {"giây": "seconds", "phút": "minutes", "giờ": "hours", "tiếng": "hours"}


@pytest.mark.parametrize(("unit", "number"), list(product(CLOCK_UNITS, NUMBERS)))
def test_stretches_of_the_clock(unit: str, number: int) -> None:
    """Hours, minutes and seconds run up to the reference or from it on."""
    step = dt.timedelta(**{CLOCK_UNITS[unit]: number})
    for amount, (words, sign) in product(
        (str(number), NUMBERS[number]), (("vừa rồi", -1), ("vừa qua", -1), ("tới", 1), ("tiếp theo", 1))
    ):
        value = parse_date(f"{amount} {unit} {words}", published=NOW)
        first, last = sorted((NOW, NOW + sign * step))
        assert value.hours == (first.time(), last.time())
        assert (value.start, value.end) == (first.date(), last.date())


@pytest.mark.parametrize("text", ["sau bữa trưa", "3 s tiếp theo", "4pm CET"])
def test_what_is_refused_by_design(text: str) -> None:
    """Meals, units by one letter and zones by their letters are no times here."""
    with pytest.raises(ParseError):
        parse_date(text, published=NOW)
