"""Words that several readers used to read, each in its own way, and that have one reading now."""

import datetime as dt

import pytest

import vnmedia
from vnmedia.mentions import find
from vnmedia.model import Context

DAY = Context(published=dt.date(2020, 12, 19))


def test_a_birthday_gives_no_citation_its_year() -> None:
    """The day of a citation is that of the date mention, whose year comes from the day of publishing."""
    text = "Ông sinh ngày 2/9/1960. Thủ tướng ký Quyết định số 135/QĐ-TTg ngày 20/11."
    (citation,) = vnmedia.find_instruments(text, DAY)
    assert citation.value.date == vnmedia.find_dates(text, DAY)[-1].value.start == dt.date(2020, 11, 20)


def test_the_issuer_is_the_body_of_the_same_words() -> None:
    """What the rest of the text tells of a body without its place counts for the issuer too."""
    text = "UBND tỉnh Hà Nam họp. Xã đã nhận Quyết định số 5/QĐ-UBND ngày 2/3/2020 của UBND tỉnh."
    mentions = find(text, DAY)
    (citation,) = (m.value for m in mentions if m.kind == "instrument")
    body = [m.value for m in mentions if m.kind == "agency"][-1]
    assert citation.issuer.id == body.id == "ubnd.ha-nam"


@pytest.mark.parametrize(
    ("text", "value"),
    [("tám phần mười dân số", "0.8"), ("chín phần mười dân số", "0.9"), ("sáu phần bảy xã", "6")],
)
def test_fractions_begin_with_any_number(text: str, value: str) -> None:
    """As the pattern of fractions says."""
    (figure,) = vnmedia.find_statistics(text)
    assert str(figure.value.value) == value


@pytest.mark.parametrize(
    "text",
    ["ban đêm 5/3", "chập tối 5/3", "5 bữa nữa", "bẩy ngày đầu tháng 2/2020", "ngày7/3", "bốn ngày 10-13/2"],
)
def test_a_time_is_one_expression_from_its_first_word_on(text: str) -> None:
    """No first word is lost, and nothing is split."""
    assert [m.quote for m in vnmedia.find_dates(text, DAY)] == [text]


def test_a_law_and_its_number_hold_no_body() -> None:
    """A name that would end inside the number is none."""
    found = find("Luật Hải quan số 54/2014/QH13", DAY)
    assert [(m.kind, m.quote) for m in found] == [("instrument", "Luật Hải quan số 54/2014/QH13")]
