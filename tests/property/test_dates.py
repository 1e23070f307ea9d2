"""Properties of the kind date: what is rendered reads back, bounds agree with independent calendars."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import pytest
from dateutil.relativedelta import relativedelta
from edtf import parse_edtf
from expressions import KINDS, expressions
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from tests.examples import examples

from vnmedia import Context, Duration, TimeExpression, dates

days = st.dates(dt.date(1001, 1, 1), dt.date(2999, 12, 31))
modern = st.dates(dt.date(1900, 2, 1), dt.date(2100, 12, 31))
years = st.integers(1000, 2999)
months = st.integers(1, 12)


def whole(start: dt.date, end: dt.date, edtf: str, **more: object) -> TimeExpression:
    return TimeExpression(start=start, end=end, edtf=edtf, **more)  # type: ignore[arg-type]


def last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, monthrange(year, month)[1])


clock_times = st.none() | st.times().map(lambda time: time.replace(microsecond=0))


@st.composite
def single_days(draw: st.DrawFn) -> TimeExpression:
    """A day, with a clock time, a range of hours, or neither."""
    day = draw(days)
    clock = draw(clock_times)
    if clock is None:
        return whole(day, day, day.isoformat())
    return whole(day, day, dt.datetime.combine(day, clock).isoformat(), time=clock)


@st.composite
def units(draw: st.DrawFn) -> TimeExpression:
    """A month, quarter, half-year, year, decade or century, whole or its beginning, middle or end."""
    year, month = draw(years), draw(months)
    quarter, half, decade, century = (month - 1) // 3, (month - 1) // 6, year // 10 * 10, year // 100 * 100
    portion = draw(st.sampled_from([None, "start", "mid", "end", "approximate"]))
    made = [
        whole(dt.date(year, month, 1), last_of(year, month), f"{year}-{month:02}", modifier=portion),
        whole(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year}", modifier=portion),
        whole(
            dt.date(year, quarter * 3 + 1, 1),
            last_of(year, quarter * 3 + 3),
            f"{year}-{33 + quarter}",
            modifier=portion,
        ),
        whole(dt.date(year, half * 6 + 1, 1), last_of(year, half * 6 + 6), f"{year}-{40 + half}"),
        whole(dt.date(decade, 1, 1), dt.date(decade + 9, 12, 31), f"{decade // 10}X", modifier=portion),
        whole(
            dt.date(min(century, 2000) + 1, 1, 1),
            dt.date(min(century, 2000) + 100, 12, 31),
            f"{min(century, 2000) + 1}/{min(century, 2000) + 100}",
            modifier=portion,
        ),
    ]
    return draw(st.sampled_from(made))


@st.composite
def stretches(draw: st.DrawFn) -> TimeExpression:
    """From one day, month or year to another, or open at one end."""
    start, end = sorted((draw(days), draw(days)))
    if start.year == end.year:
        start = start.replace(year=start.year - 1, day=min(start.day, 28))
    kind = draw(st.sampled_from(["days", "months", "years", "since", "until"]))
    more = {"time": draw(clock_times), "modifier": draw(st.sampled_from([None, "approximate"]))}
    if kind == "since":
        return TimeExpression(start=start, edtf=f"{start}/..", **more)
    if kind == "until":
        return TimeExpression(end=end, edtf=f"../{end}", **more)
    if kind == "months":
        start, end = dt.date(start.year, start.month, 1), last_of(end.year, end.month)
    elif kind == "years":
        start, end = dt.date(start.year, 1, 1), dt.date(end.year, 12, 31)
    return dates.parse(f"từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y}")


leap_year = st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))
open_days = leap_year.map(lambda day: TimeExpression(edtf=f"XXXX-{day:%m-%d}")) | months.map(
    lambda month: TimeExpression(edtf=f"XXXX-{month:02}")
)

amounts = st.integers(1, 99)
lengths = st.one_of(
    *(
        st.builds(lambda amount, unit=unit: Duration(**{unit: amount}), amounts)
        for unit in ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
    ),
    st.builds(lambda a, b: Duration(years=a, months=b), amounts, amounts),
    st.builds(lambda a, b: Duration(hours=a, minutes=b), amounts, amounts),
).map(lambda length: TimeExpression(duration=length))

rhythms = st.one_of(
    st.sampled_from(
        [
            "hằng năm", "hằng tháng", "3 tháng một lần", "90 phút/lần", "3 lần/ngày", "thứ Hai hằng tuần",
            "thứ Bảy, Chủ nhật hằng tuần", "ngày 21/6 hằng năm", "ngày 10 hằng tháng",
            "8h30 thứ Hai hằng tuần",
            "tháng 6 hằng năm", "ngày 11 tháng Giêng hằng năm", "từ thứ Hai đến thứ Sáu hằng tuần",
        ]
    ).map(dates.parse)
)  # fmt: skip


@st.composite
def lunar(draw: st.DrawFn) -> TimeExpression:
    """A lunar day, by the day that it falls on."""
    day = draw(modern)
    return whole(day, day, day.isoformat(), calendar="lunar")


@given(single_days() | units() | stretches() | open_days | lengths | rhythms | lunar())
def test_what_is_rendered_reads_back(value: TimeExpression) -> None:
    """parse∘render is the identity over every type of expression."""
    assert dates.parse(dates.render(value)) == value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@examples(40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_every_type_of_expression_reads_back(kind: type[object], data: st.DataObject) -> None:
    """What a reader makes of any candidate is rendered in words that give it again."""
    value = data.draw(expressions(kind))
    assert dates.parse(dates.render(value)) == value


@given(single_days() | units() | stretches())
def test_bounds_agree_with_the_edtf_package(value: TimeExpression) -> None:
    """An independent EDTF reader gives the same first and last day."""
    assert value.edtf is not None
    read = parse_edtf(value.edtf)
    assert bound(read.lower_strict()) == value.start
    assert bound(read.upper_strict()) == value.end


def bound(moment: object) -> dt.date | None:
    return dt.date(*moment[:3]) if isinstance(moment, tuple) else None


@pytest.mark.parametrize("amount", [1, 2, 12, 13])
@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
def test_counting_back_agrees_with_dateutil(amount: int, day: dt.date) -> None:
    """``cách đây N tháng`` is the month that dateutil comes to."""
    value = dates.parse(f"cách đây {amount} tháng", Context(published=day))
    assert value.start == (day - relativedelta(months=amount)).replace(day=1)


@given(single_days() | units() | stretches() | lengths, st.sampled_from([str.upper, str.lower, str.title]))
def test_letter_case_changes_nothing(value: TimeExpression, change: object) -> None:
    """Upper, lower and title case read alike."""
    assert dates.parse(change(dates.render(value))) == value  # type: ignore[operator]


@pytest.mark.parametrize(
    "words",
    [
        "rạng sáng ngày 1/1 âm lịch hằng năm",
        "rạng sáng ngày 1 âm lịch hằng tháng",
        "rạng sáng thứ Hai hằng tuần âm lịch",
        "sáng ngày 1/1 âm lịch, 2 lần mỗi năm",
        "tháng 1, 2 lần mỗi năm",
    ],
)
def test_recurrences_of_lunar_days_and_numbers_of_times_read_back(words: str) -> None:
    """A part of a lunar day, and a month right before a number of times."""
    value = dates.parse(words)
    assert dates.render(value) == words
