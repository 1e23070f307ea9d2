"""Where a year that is left out comes from, and what the text named before."""

from __future__ import annotations

import datetime as dt
import unicodedata
from itertools import pairwise
from typing import Literal

import pytest

from vnmedia import Context, ParseError, dates, find_dates, parse_datetime
from vnmedia.text import TextView

DAY = dt.date(2017, 2, 8)


def edtfs(text: str, day: dt.date | None = None, **context: object) -> list[str | None]:
    found = dates.find(text, Context(published=day, **context))  # type: ignore[arg-type]
    return [mention.value.edtf for mention in found]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Ngày 28/12, đoàn làm việc.", DAY, ["2016-12-28"]),
        ("Hội nghị sẽ khai mạc ngày 28/12.", DAY, ["2017-12-28"]),
        ("Ông đã ký ngày 15/2.", DAY, ["2016-02-15"]),
        ("Ngày 5/3/2015, khởi công; đến ngày 10/6 thì xong.", DAY, ["2015-03-05", "2015-06-10"]),
        ("Năm 2015, đợt một kết thúc ngày 10/6.", DAY, ["2015", "2015-06-10"]),
        ("Theo Quyết định số 12/QĐ-TTg ngày 5/3/2015, ngày 9/2 họp.", DAY, ["2015-03-05", "2017-02-09"]),
        ("Ngày 8/2, họp. Hạn nộp trước ngày 1/3/2017.\nNgày 20/2/2017 công bố.", None,
         ["2017-02-08", "2017-03-01", "2017-02-20"]),
        ("Ngày 28/12 ký. Ngày 5/1/2017 công bố.", None, ["2016-12-28", "2017-01-05"]),
        ("Kế hoạch năm 2017. Ngày 8/2, sở họp. Đến năm 2020 xong.", None, ["2017", "XXXX-02-08", "2020"]),
        ("Chiều 8/2, sở họp.", None, ["XXXX-02-08"]),
        ("Ông A (sinh ngày 12/3/1980) bị bắt ngày 8/2. Ngày 5/12/2016, khởi tố.", None,
         ["1980-03-12", "XXXX-02-08", "2016-12-05"]),
        ("Thông tư có hiệu lực từ ngày 1/2/2018. Ngày 20/12, Bộ công bố.", None,
         ["2018-02-01", "XXXX-12-20"]),
        ("Sáng 5/3, tỉnh họp. Khởi công ngày 12/6/2015, sẽ xong ngày 30/6/2019. Tháng 2/2018 đạt 60%.", None,
         ["2018-03-05", "2015-06-12", "2019-06-30", "2018-02"]),
        ("Chiều 29/2, sở họp.", None, ["XXXX-02-29"]),
        ("Hôm qua, sở họp.", None, ["XXXX-XX-XX"]),
    ],
)  # fmt: skip
def test_the_order_in_which_a_year_is_looked_for(text: str, day: dt.date | None, expected: list[str]) -> None:
    """Words, the sentence, the reference, the document's own day, else it stays open."""
    assert edtfs(text, day) == expected


@pytest.mark.parametrize(
    ("prefer", "expected"), [("nearest", "2017-01-20"), ("past", "2017-01-20"), ("future", "2018-01-20")]
)
def test_prefer_leans_what_is_open(prefer: str, expected: str) -> None:
    """The caller's preference decides where nothing in the text does."""
    assert dates.parse("20/1", Context(published=DAY, prefer=prefer)).edtf == expected  # type: ignore[arg-type]


def test_what_refers_to_the_day_named_last() -> None:
    """cùng ngày, hôm sau and N ngày sau count from the day that the text named, not from the reference."""
    text = "Ngày 3/2, họp. Chiều cùng ngày, ký. Hôm sau công bố. Ba ngày sau thì xong."
    assert edtfs(text, DAY) == ["2017-02-03", "2017-02-03", "2017-02-04", "2017-02-07"]


def test_the_same_period_a_year_before() -> None:
    """cùng kỳ is the period named last, one year earlier, to the end of its month."""
    assert edtfs("2 tháng đầu năm 2017 tăng 5% so với cùng kỳ.", DAY) == [
        "2017-01/2017-02",
        "2016-01/2016-02",
    ]


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("31/2/2023", "no day 31 in month 2 of 2023"),
        ("ngày 29/2/2023", "no day 29 in month 2 of 2023"),
        ("ngày 5/13/2023", "no month 13"),
        ("từ nay", "says no other end"),
        ("từ ngày 5/6/2020 đến ngày 4/6/2020", "ends before it starts"),
        ("ngày 7/2/2017 (tức ngày 12 tháng Giêng)", "says another day than the words before"),
    ],
)
def test_parse_says_why(quote: str, reason: str) -> None:
    """An impossible day is refused with the reason."""
    with pytest.raises(ParseError) as caught:
        dates.parse(quote, Context(published=DAY))
    assert caught.value.reason == reason


def test_parse_says_where() -> None:
    """The span is the part that no rule reads."""
    with pytest.raises(ParseError) as caught:
        dates.parse("ngày 7/2/2017 xong")
    start, end = caught.value.span
    assert caught.value.quote[start:end] == " xong"


def test_two_names_of_one_day_are_one_value() -> None:
    """A solar day and its lunar name in brackets are one expression."""
    assert dates.parse("ngày 7/2/2017 (tức ngày 11 tháng Giêng)", Context(published=DAY)).edtf == "2017-02-07"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_forms_of_the_text_change_nothing(form: Literal["NFC", "NFD"]) -> None:
    """Decomposed letters, no-break spaces and zero-width characters read alike."""
    text = "từ ngày\u00a019/4 đến\u200b ngày 20/5/2020"
    assert edtfs(unicodedata.normalize(form, text)) == ["2020-04-19/2020-05-20"]


def test_mentions_do_not_overlap_and_quote_the_text() -> None:
    """Each quote stands at its span, in order."""
    view = TextView("Chiều 8/2, từ 9h đến 11h ngày 9/2 và trong 3 ngày tới, hằng tuần, đến năm 2020.")
    found = dates.find(view)
    assert all(view.text[mention.start : mention.end] == mention.quote for mention in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_recurrence_iterates() -> None:
    """A weekday of every week comes as a rule that dateutil walks."""
    value = dates.parse("8h30 thứ Hai hằng tuần")
    assert value.rule == "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=30;BYSECOND=0"
    since = dt.datetime(2020, 12, 17)
    assert value.rrule(since)[0] == dt.datetime(2020, 12, 21, 8, 30)


def test_a_lunar_recurrence_has_no_rule() -> None:
    """RFC 5545 rules count by the Gregorian calendar alone."""
    value = dates.parse("ngày 11 tháng Giêng hằng năm")
    assert (value.calendar, value.rule) == ("lunar", None)
    with pytest.raises(ValueError, match="rule"):
        value.rrule(dt.datetime(2020, 1, 1))


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_calendar_ends_without_an_error(day: dt.date) -> None:
    """What would lie beyond the calendar is no mention, and parse says so."""
    text = "hôm qua, tuần trước, tháng tới, 5 năm nữa, cách đây 3 thế kỷ, thứ Hai tuần sau, rằm tháng Giêng"
    assert all(mention.value is not None for mention in dates.find(text, Context(published=day)))
    with pytest.raises(ParseError):
        dates.parse("tuần trước" if day == dt.date.min else "tuần sau", Context(published=day))


def test_two_neighbours_are_a_range() -> None:
    """``hai ba năm`` names two numbers, the bounds of a length."""
    value = dates.parse("hai ba năm")
    assert (str(value.duration), str(value.duration_max)) == ("P2Y", "P3Y")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ngày 31/2/2023", "no day 31 in month 2 of 2023"),
        ("30/2", "no day 30 in month 2"),
        ("tháng 13", "no month 13"),
        ("quý 5", "no quarter 5"),
        ("thứ 8", "no weekday thứ 8"),
        ("25h", "no hour 25"),
        ("25g", "no hour 25"),
        ("7h61", "no minute 61"),
        ("7g61", "no minute 61"),
        ("10:75", "no minute 75"),
        ("mùng 31 Tết", "no lunar day 31/1"),
        ("từ 5/6/2020 đến 3/6/2020", "ends before it starts"),
        ("  ", "nothing is written"),
        ("lần thứ hai", "a time expression is needed, such as 17/12/2020"),
    ],
)
def test_a_refusal_says_why(text: str, reason: str) -> None:
    """The reason names the number that does not exist, as far as it is one."""
    with pytest.raises(ParseError) as caught:
        dates.parse(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "các tháng 1, 3", "từ 20/1 đến mùng 5 Tết Canh Tý", "từ 8h GMT+7 đến 9h ngày 5/6",
        "22h đến 5h sáng hôm sau", "thứ Hai đầu tiên của tháng", "ngày cuối cùng của năm 9999",
        "nửa đầu thế kỷ 30", "mùa hè này", "năm học tới", "hai ngày cuối tuần tới", "cùng tháng năm trước",
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [None, dt.date(1999, 8, 1), dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_find_is_total_at_the_edges(text: str, published: dt.date | None) -> None:
    """Days at the ends of the calendar, lists without a year and zones of one end alone raise nothing."""
    dates.find(text, Context(published=published))


@pytest.mark.parametrize(
    ("text", "published", "inferred"),
    [
        ("ngày 17/12/2020", "2020-12-19", {}),
        ("ngày 17/12", "2020-12-19", {"year": "published"}),
        ("hôm qua", "2020-12-19", {"day": "published"}),
        ("tháng trước", "2020-12-19", {"month": "published"}),
        ("ngày 16", "2020-12-19", {"year": "published", "month": "published"}),
        ("3 năm tới", "2020-12-19", {"start": "published", "end": "published"}),
        ("2 giờ trước", "2020-12-19T09:00", {"day": "published", "time": "published"}),
        ("từ năm 2011 đến nay", "2020-12-19", {"end": "published"}),
        ("Ngày 5/6/2017, huyện họp. Ngày 7/6", None, {"year": "document"}),
        ("Năm 2015, đợt một kết thúc ngày 10/6", None, {"year": "sentence"}),
        ("Nghị định số 119/2020/NĐ-CP ngày 7/10", None, {"year": "number"}),
        ("cuối tháng 3", None, {}),
        ("Ngày 3/2/2017, họp. Chiều cùng ngày", None, {"day": "text"}),
        ("17/12/20", "2020-12-19", {"century": "published"}),
    ],
)
def test_what_the_words_do_not_say_is_told(
    text: str, published: str | None, inferred: dict[str, str]
) -> None:
    """A mention names each part of its value that was concluded, and from what."""
    assert find_dates(text, published=published)[-1].inferred == inferred


def test_what_a_neighbour_says_is_told() -> None:
    """The first of a list has its year from the last, a fiscal quarter its days from the bracket."""
    (first, _) = find_dates("cuối tháng 3, đầu tháng 4/2019")
    assert first.inferred == {"year": "list"}
    (quarter, _) = find_dates("quý I năm 2023 (1/10/2022-31/12/2022)")
    assert (quarter.inferred, quarter.value.edtf) == ({"days": "bracket"}, "2022-10/2022-12")


@pytest.mark.parametrize(
    ("text", "published", "moment"),
    [
        ("17/12", "2020-12-19", "2020-12-17T00:00:00+07:00"),
        ("tối mai", "2020-12-19", "2020-12-20T18:00:00+07:00"),
        ("tháng 9/2017", None, "2017-09-01T00:00:00+07:00"),
        ("15h GMT ngày 5/6/2020", None, "2020-06-05T15:00:00+00:00"),
        ("3 giờ tới", "2024-03-05T14:20", "2024-03-05T14:20:00+07:00"),
        ("2 giờ trước", "2024-03-05T01:20", "2024-03-04T23:20:00+07:00"),
    ],
)
def test_one_moment_of_an_expression(text: str, published: str | None, moment: str) -> None:
    """The moment is where the expression begins, in Việt Nam's time unless it says another zone."""
    assert parse_datetime(text, published=published).isoformat() == moment


@pytest.mark.parametrize("text", ["hai tuần", "hằng tháng", "17/12", "8h"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    """A length, a rhythm and what stays open are no moment."""
    with pytest.raises(ParseError, match="no moment"):
        parse_datetime(text)


def test_prefer_holds_for_clock_times() -> None:
    """A clock time alone lies on the side of the reference that the caller prefers."""
    at = "2017-02-02T15:30"
    said = [parse_datetime("lúc 2 giờ sáng", published=at, prefer=side).day for side in ("past", "future")]
    assert said == [2, 3]


@pytest.mark.parametrize("unit", ["quý I", "Quý I của", "quý III,", "3 tháng đầu", "ba tháng đầu của"])
@pytest.mark.parametrize("year", ["năm tài chính", "niên độ 2024-2025"])
@pytest.mark.parametrize(
    ("bracket", "wanted"),
    [
        ("(tháng 4 - 6)", "2025-04/2025-06"),
        ("(từ tháng 7 đến tháng 9)", "2025-07/2025-09"),
        ("(1/4 - 30/6/2025)", "2025-04/2025-06"),
        ("(tháng 4 - 9)", "XXXX"),
        ("(theo kiểm toán)", "XXXX"),
        ("", "XXXX"),
    ],
)
def test_a_quarter_of_a_fiscal_year_is_that_of_its_bracket_alone(
    unit: str, year: str, bracket: str, wanted: str
) -> None:
    """A fiscal year begins when its company says so: without a bracket nothing tells the months."""
    text = f"Hãng báo lãi trong {unit} {year} {bracket} là 80 tỷ đồng."
    first = find_dates(text, published="2025-10-05")[0]
    assert (first.quote, first.value.edtf) == (f"{unit} {year}", wanted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trước đó, ngày 3/2, tỉnh họp.", "2025-02-03"),
        ("Trước đó, vào tháng 2, công ty nộp hồ sơ.", "2025-02"),
        ("Theo cáo trạng, khoảng 20h ngày 3/2, An đến.", "2025-02-03T20:00:00"),
        ("Ngày 3/2, tỉnh đã họp.", "2025-02-03"),
        ("Tháng 2, tỉnh đã khởi công cầu.", "2025-02"),
        ("Ngày 3/2, Sở Kế hoạch và Đầu tư đã họp.", "2025-02-03"),
        ("Trong quý I, xuất khẩu đạt 3 tỷ USD.", "2025-33"),
        ("Từ ngày 1/1 đến ngày 31/3, đội xử lý 200 vụ.", "2025-01/2025-03"),
        ("Trước đó, tỉnh dự kiến ngày 3/2 khởi công.", "2026-02-03"),
        ("Quý I, tỉnh phấn đấu thu hút 5 dự án.", "2026-33"),
        ("Mục tiêu quý I tăng trưởng đạt 7%.", "2026-33"),
        ("Từ ngày 15/2, mức phạt tăng.", "2026-02-15"),
        ("Ngày 3/2, tỉnh sẽ họp vì xã đã xin.", "2026-02-03"),
        ("Ngày 20/10, tỉnh đã họp.", "2025-10-20"),
    ],
)
def test_what_is_told_as_done_lies_in_the_past(text: str, expected: str) -> None:
    """Also where the next occurrence is nearer; only a day close to that of the text stays after it."""
    assert edtfs(text, dt.date(2025, 10, 5)) == [expected]
