"""The year nearest to the day of publication."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vnmedia.dates._reader import Reader, _nearest_of
from vnmedia.model import Context

DAYS = st.tuples(st.integers(1, 12), st.integers(1, 31))


@given(
    DAYS, DAYS, st.sampled_from((None, "past", "future")), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
)
def test_the_years_beside_this_one_tell(
    first: tuple[int, int], last: tuple[int, int], lean: str | None, day: dt.date
) -> None:
    """Where one of three years has an occurrence that is near, no other year has a nearer one."""
    years = (day.year, day.year - 1, day.year + 1, *range(day.year - 8, day.year + 9))
    expected = _nearest_of(years, first, last, lean, day) or (366, None)
    assert Reader(Context())._nearest(first, last, lean, day) == expected
