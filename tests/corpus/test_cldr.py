"""Days and times as CLDR writes them in Vietnamese, which most software does, read back."""

import datetime as dt
import random
from collections.abc import Callable

import pytest
from babel.dates import format_date, format_datetime, format_skeleton, format_time, get_timezone

from vnmedia import TimeExpression, parse_date

SEED = 36
ZONE = get_timezone("Asia/Ho_Chi_Minh")
LENGTHS = ("short", "medium", "long", "full")


def moments() -> list[dt.datetime]:
    """500 moments since Việt Nam has one zone, of years that two digits can name."""
    draw = random.Random(SEED)
    first = dt.datetime(1976, 1, 1, tzinfo=ZONE)
    return [first + dt.timedelta(seconds=draw.randrange(53 * 365 * 86400)) for _ in range(500)]


def is_day(value: TimeExpression, moment: dt.datetime) -> bool:
    return value.start == value.end == moment.date()


def is_clock(value: TimeExpression, moment: dt.datetime) -> bool:
    said = value.time
    return said is not None and (said.hour, said.minute) == (moment.hour, moment.minute)


def is_moment(value: TimeExpression, moment: dt.datetime) -> bool:
    return is_day(value, moment) and is_clock(value, moment)


def is_month(value: TimeExpression, moment: dt.datetime) -> bool:
    return value.start == moment.date().replace(day=1) and value.edtf == f"{moment:%Y-%m}"


def is_quarter(value: TimeExpression, moment: dt.datetime) -> bool:
    return value.edtf == f"{moment.year}-{33 + (moment.month - 1) // 3}"


def is_year(value: TimeExpression, moment: dt.datetime) -> bool:
    return value.edtf == str(moment.year)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(
    ("write", "same"),
    [(format_date, is_day), (format_time, is_clock), (format_datetime, is_moment)],
    ids=["date", "time", "datetime"],
)
def test_every_length_reads_back(
    write: Callable[..., str], same: Callable[[TimeExpression, dt.datetime], bool], length: str
) -> None:
    """Short, medium, long and full dates, times and date-times give what they were made of."""
    for moment in moments():
        zoned = {} if write is format_date else {"tzinfo": ZONE}
        text = write(moment.date() if write is format_date else moment, length, locale="vi", **zoned)
        assert same(parse_date(text, published="2026-11-29"), moment), text


SKELETONS = {
    "yMd": is_day, "yMEd": is_day, "yMMMd": is_day, "yMMMEd": is_day, "yMMMMd": is_day, "GyMMMd": is_day,
    "yM": is_month, "yMMM": is_month, "yMMMM": is_month, "yQQQ": is_quarter, "yQQQQ": is_quarter,
    "y": is_year, "Gy": is_year, "Hm": is_clock, "Hms": is_clock, "hm": is_clock, "Bhm": is_clock,
}  # fmt: skip


@pytest.mark.parametrize("skeleton", SKELETONS)
def test_every_skeleton_reads_back(skeleton: str) -> None:
    """Parts of a date or a time in CLDR's order, short names and eras too."""
    for moment in moments():
        text = format_skeleton(skeleton, moment, tzinfo=ZONE, locale="vi")
        assert SKELETONS[skeleton](parse_date(text, published="2026-11-29"), moment), text


@pytest.mark.parametrize("skeleton", ["Md", "MEd", "MMMd", "MMMEd", "MMMMd"])
def test_a_day_without_year_is_the_nearest(skeleton: str) -> None:
    """Beside its own day of publication it is that day."""
    for moment in moments():
        text = format_skeleton(skeleton, moment, locale="vi")
        assert is_day(parse_date(text, published=moment.date()), moment), text
