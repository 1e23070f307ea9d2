"""Unit tests of the times that rows and feeds state."""

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia.articles._moment import VIETNAM
from vnmedia.articles._stamps import UNREADABLE, ZERO, on_vietnams_clock, read_stamp

MOMENT = dt.datetime(2024, 3, 5, 22, 17, 30, tzinfo=VIETNAM)

FORMS = [
    lambda utc: utc.isoformat(),
    lambda utc: utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
    lambda utc: utc.strftime("%Y-%m-%d %H:%M:%S+0000"),
    lambda utc: utc.strftime("%Y%m%dT%H%M%SZ"),
    lambda utc: utc.strftime("%Y/%m/%d %H:%M:%S UTC"),
    lambda utc: utc.strftime("%a, %d %b %Y %H:%M:%S GMT"),
    lambda utc: utc.strftime("%d %B %Y %H:%M:%S GMT"),
    lambda utc: int(utc.timestamp()),
    lambda utc: utc.timestamp() * 1000,
    lambda utc: str(int(utc.timestamp() * 10**6)),
    lambda utc: str(int(utc.timestamp())) + "0" * 9,
    lambda utc: utc.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S"),
    lambda utc: utc.astimezone(VIETNAM).strftime("%d-%m-%Y %I:%M:%S %p"),
    lambda utc: utc.astimezone(VIETNAM).strftime("%Y%m%d%H%M%S"),
    lambda utc: utc.astimezone(VIETNAM).strftime("%B %d, %Y %I:%M:%S %p"),
    lambda utc: utc.astimezone(VIETNAM).strftime("%m/%d/%Y %I:%M:%S %p").lstrip("0").replace("/0", "/"),
    lambda utc: utc.astimezone(VIETNAM).replace(tzinfo=None),
]
DAYS = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%b %d, %Y",
    "%d %B %Y",
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_time_gives_it_on_vietnams_clock(form) -> None:
    """Whichever zone it is written in."""
    value = form(dt.datetime(2024, 3, 15, 18, 17, 30, tzinfo=dt.UTC))
    moment, why = read_stamp(value)
    assert (moment.isoformat(), why) == ("2024-03-16T01:17:30+07:00", None)


@given(st.dates(dt.date(1971, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(DAYS))
def test_a_day_stays_a_day(day: dt.date, form: str) -> None:
    """In every form, and never with a clock time that nobody stated."""
    assert read_stamp(day.strftime(form)) == (day, None)


@pytest.mark.parametrize(
    "value",
    [
        "0001-01-01T00:00:00",
        "0001-01-01",
        "1/1/0001 12:00:00 AM",
        "01/01/0001",
        "0099-03-05",
        "0000-00-00 00:00:00",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        0,
        "0",
        0.0,
        dt.date(1, 1, 1),
        dt.datetime(1, 1, 1),
        dt.datetime(1970, 1, 1),
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "January 1, 0001",
        "1970-01-01T07:00:00",
        "01/01/1970 07:00",
        "/Date(-62135596800000)/",
        "/Date(0)/",
        "12/30/1899",
        "1899-12-30T00:00:00",
        "01/01/1900",
        "1900-01-01T00:00:00Z",
        "1904-01-01 00:00:00",
        dt.date(1900, 1, 1),
        "-62135596800",
        -62135596800,
    ],
)
def test_the_zero_of_a_machine_is_no_time(value: object) -> None:
    """It gives nothing, and says so."""
    assert read_stamp(value) == (None, ZERO)


@pytest.mark.parametrize(
    "value",
    [
        "3 giờ trước",
        "x",
        "Dec 2020",
        "2020-12",
        "10:30",
        "2020-13-45",
        -5,
        1e300,
        math.inf,
        True,
        [],
        "9" * 18,
        "0945.54.03.03",
        "May",
    ],
)
def test_what_states_no_whole_day_is_reported(value: object) -> None:
    """Nothing is made up from today."""
    assert read_stamp(value) == (None, UNREADABLE)


@pytest.mark.parametrize("value", [None, "", "  ", "NaN", "null", math.nan, "None", "NaT"])
def test_nothing_stated_is_nothing_to_report(value: object) -> None:
    """A missing value has many spellings."""
    assert read_stamp(value) == (None, None)


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.datetimes(), st.dates()))
def test_reading_a_time_never_raises(value: object) -> None:
    """A value that is no time is one that states none; a time is one that a record can hold."""
    moment, why = read_stamp(value)
    assert moment is None or why is None
    if isinstance(moment, dt.datetime):
        assert moment.utcoffset() == dt.timedelta(hours=7)


def test_the_edges_of_the_calendar_stay_where_they_are() -> None:
    """Where Vietnam's clock has no such time."""
    edge = dt.datetime.max.replace(tzinfo=dt.UTC)
    assert on_vietnams_clock(edge) == edge
