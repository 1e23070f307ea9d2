"""Which words tell the year of a day without one, in a text of which nobody knows the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import Context, dates
from vnmedia.model import TimeExpression

OPEN = "XXXX-05-18"


def value_of(text: str, quote: str, published: dt.date | None = None) -> TimeExpression:
    found = {mention.quote: mention.value for mention in dates.find(text, Context(published=published))}
    return found[quote]


BYGONE = [
    "Theo cáo trạng, sáng {d}/{m}/{y} bị cáo lái xe lên vỉa hè.",
    "Trước đây, ngày {d}/{m}/{y}, xã đã giao đất cho hai hộ.",
    "Nhà máy thành lập ngày {d}/{m}/{y} theo giấy phép của tỉnh.",
    "Luật có hiệu lực từ ngày {d}/{m}/{y}.",
    "Việc này trái với Nghị định số 34/NĐ-CP ngày {d}/{m}/{y}.",
    "Ông Bình (sinh ngày {d}/{m}/{y}) là chủ tàu.",
    "Chợ được xây từ năm {y}.",
    "Phiên đấu thầu chợ năm {y} bị dừng.",
    "Đến năm {y}, huyện phải có đủ nước sạch.",
    "Cầu sẽ xong vào năm {y}.",
    "Hội thi năm {y} không có giải nhất.",
    "Mục tiêu năm {y} là xóa nhà tạm.",
]


@pytest.mark.parametrize("sentence", BYGONE)
@pytest.mark.parametrize("order", ["{own} {other}", "{other} {own}"])
@given(day=st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)))
def test_another_event_tells_no_year(sentence: str, order: str, day: dt.date) -> None:
    """A past event, a law, a birth, a plan and what they say of their year leave the day open."""
    own = "Ngày 18/5, ủy ban họp báo."
    text = order.format(own=own, other=sentence.format(d=day.day, m=day.month, y=day.year))
    assert value_of(text, "Ngày 18/5").edtf == OPEN


TELLING = [
    ("Hôm qua, ngày {before:%-d/%-m/%Y}, tổ công tác đã đến xã. Ngày 18/5, tổ báo cáo.", "Ngày 18/5"),
    ("Sáng nay ({before:%-d/%-m/%Y}), tỉnh họp về kết quả ngày 18/5.", "ngày 18/5"),
    ("Ngày {before:%-d/%-m/%Y}, huyện họp. Đến ngày 18/5, huyện họp lần nữa.", "ngày 18/5"),
    ("Ngày 18/5, xã họp. Trước đó, ngày {before:%-d/%-m/%Y}, đoàn kiểm tra đã đến.", "Ngày 18/5"),
    ("Ngày 18/5, sở nhắc các trường gửi báo cáo trước ngày {after:%-d/%-m/%Y}.", "Ngày 18/5"),
    ("Ngày 18/5, tòa cho biết phiên xử dự kiến mở vào ngày {after:%-d/%-m/%Y}.", "Ngày 18/5"),
    ("Ngày 18/5, sở giao các phòng hoàn thành ngay trong tháng {after:%-m/%Y}.", "Ngày 18/5"),
    ("Từ đầu năm {year} đến nay, huyện có 9 vụ cháy. Vụ lớn nhất ngày 18/5.", "ngày 18/5"),
    ("Ngày 18/5, tỉnh giao ban. Năm {year}, tỉnh tiếp tục xóa nhà tạm.", "Ngày 18/5"),
    ("Ngày 18/5, sở báo cáo nhiệm vụ năm {year}.", "Ngày 18/5"),
    ("Quy định áp dụng từ ngày 1/1/{earlier}. Qua hơn 6 năm thực hiện, ngày 18/5, sở tổng kết.", "ngày 18/5"),
]


@pytest.mark.parametrize(("text", "quote"), TELLING)
@given(year=st.integers(1995, 2035), days=st.integers(1, 25))
def test_what_does_tell_the_year(text: str, quote: str, year: int, days: int) -> None:
    """The day of speaking, the account, a term ahead and the year that the text speaks in do tell it."""
    day = dt.date(year, 5, 18)
    step = dt.timedelta(days=days)
    filled = text.format(before=day - step, after=day + step, year=year, earlier=year - 6)
    assert value_of(filled, quote).start == day


@pytest.mark.parametrize("words", ["ngày 9/6 tới", "tháng 6 vừa qua"])
def test_what_counts_from_the_day_of_writing_takes_nothing_from_an_account(words: str) -> None:
    """``tới`` and ``vừa qua`` are counted from a day that the account does not tell."""
    text = f"Ngày 2/6/2016, tàu về bến. Sở sẽ xem lại kết quả {words}."
    assert value_of(text, words).start is None


def test_a_later_year_ends_an_account() -> None:
    """Where the text goes on to a later year, its last full date is no longer near its own time."""
    text = "Ngày 10/5/2012, khởi công. Vào cuối 2016, cầu vẫn chưa xong. Ngày 18/5, tỉnh kiểm tra."
    assert value_of(text, "Ngày 18/5").edtf == OPEN


PUBLISHED = dt.date(2025, 9, 12)


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [
        # a word of the future in another clause, or about what has just begun
        ("Xe tải sẽ bị phạt: Từ ngày 11/9, xe vi phạm phải dừng.", "ngày 11/9", "2025-09-11"),
        ("Phí mới sẽ được thu từ ngày 1/9.", "ngày 1/9", "2025-09-01"),
        ("Hội chợ sẽ mở cửa ngày 20/3.", "ngày 20/3", "2026-03-20"),
        ("Ngày mở phiên tòa đã được ấn định ngày 20/9.", "ngày 20/9", "2025-09-20"),
        # the year before a bracket is its days'
        ("Số hồ sơ năm 2021 (tính đến 30/6) là 900.", "30/6", "2021-06-30"),
        (
            "Số hồ sơ năm 2021 (từ ngày 2/4 và sau ngày 9/4) là 900, ngày 9/9 công bố.",
            "ngày 9/9",
            "2025-09-09",
        ),
        # an older account goes on
        ("Ngày 3/4/2013, xã giao đất. Ngày 20/4, hộ A xây nhà.", "Ngày 20/4", "2013-04-20"),
        ("Ngày 3/4/2013, xã giao đất.\nNgày 20/4, hộ A xây nhà.", "Ngày 20/4", "2025-04-20"),
        ("Ngày 3/9/2013, xã giao đất. Ngày 10/9, tỉnh kiểm tra.", "Ngày 10/9", "2025-09-10"),
    ],
)
def test_the_year_beside_a_day_of_publication(text: str, quote: str, start: str) -> None:
    """The nearest, unless the words put it elsewhere; never a year on for what has just begun."""
    assert str(value_of(text, quote, PUBLISHED).start) == start


def test_the_period_of_a_year_before_is_no_new_period() -> None:
    """``cùng kỳ`` stays one year before the period that the text reports on."""
    text = "Quý I/2024 lãi 9 tỷ đồng, gấp 3 lần quý I/2023. Chi phí cao hơn cùng kỳ."
    assert value_of(text, "cùng kỳ").start == dt.date(2023, 1, 1)
