"""Unit tests of the forms that numbers of documents take, and of their one canonical form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import ParseError, find_instruments, normalize_number, parse_instrument


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("28/2020/nđ-cp", "28/2020/NĐ-CP"),
        ("28/2020/nd-cp", "28/2020/NĐ-CP"),
        ("số 5 /NQ- CP.", "05/NQ-CP"),
        ("135/qđ-ttg", "135/QĐ-TTg"),
        ("7∕QĐ-TTg", "07/QĐ-TTg"),
        ("35-nq/tw", "35-NQ/TW"),
        ("12/2021/QH 15", "12/2021/QH15"),
        ("30/2020/NĐ-CP¹", "30/2020/NĐ-CP"),
        ("07/CV-AB-2024", "07/CV-AB-2024"),
    ],
)
def test_canonical_numbers(printed: str, canonical: str) -> None:
    """Letters, strokes, spaces, footnote marks and leading zeros are as the regulations have them."""
    assert normalize_number(printed) == canonical


@pytest.mark.parametrize("text", ["", "12", "12/2020", "Nghị định 12/2020/NĐ-CP", "12/2020/NĐ-CP và", "a/b"])
def test_what_is_no_number(text: str) -> None:
    """Words, a serial alone or more than a number are refused."""
    with pytest.raises(ParseError) as caught:
        normalize_number(text)
    assert caught.value.kind == "number"


@given(
    st.integers(1, 9999), st.integers(1990, 2030), st.sampled_from(["NĐ-CP", "TT-BTC", "QĐ-TTg", "QĐ-UBND"])
)
def test_normalizing_twice_changes_nothing(serial: int, year: int, letters: str) -> None:
    """The canonical form is its own, and small letters lead to it."""
    once = normalize_number(f"{serial}/{year}/{letters}")
    assert normalize_number(once) == once == normalize_number(f"{serial}/{year}/{letters.lower()}")


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("Quyết định 88 tháng 5-2023 về giá đất", "Quyết định 88 tháng 5-2023", "88"),
        (
            "Nghị quyết số 3/2023/QH 15 ngày 1/2/2023",
            "Nghị quyết số 3/2023/QH 15 ngày 1/2/2023",
            "3/2023/QH15",
        ),
        ("Thông tư 7/2019/TT-BTC(1) và", "Thông tư 7/2019/TT-BTC", "7/2019/TT-BTC"),
        ("Nghị định 7/2019/NĐ-CP3 và", "Nghị định 7/2019/NĐ-CP", "7/2019/NĐ-CP"),
        ("công văn số 4/CV-AB-2024 ngày 5/3/2024", "công văn số 4/CV-AB-2024 ngày 5/3/2024", "4/CV-AB-2024"),
        ("Nghị quyết 10/NQ-TT HĐND của tỉnh", "Nghị quyết 10/NQ-TT HĐND", "10/NQ-TTHĐND"),
        ("Thông tư 62 lần này siết cho vay", "Thông tư 62", "62"),
        ("Sau Nghị định 91 người dân yên tâm", "Nghị định 91", "91"),
        ("vay theo Nghị định 55\nTỉnh có 300 hộ", "Nghị định 55", "55"),
        ("ra quyết định số 26 điều động xe", "quyết định số 26", "26"),
    ],
)
def test_a_number_is_found_and_whole(text: str, quote: str, number: str) -> None:
    """With its month, a space in its suffix, a footnote's mark after it; before a noun or a line's end."""
    (mention,) = find_instruments(text)
    assert (mention.quote, mention.value.number) == (quote, number)


@pytest.mark.parametrize(
    "text",
    [
        "ra quyết định 12 cán bộ phải chuyển vị trí",
        "họp nghị quyết 3 năm một lần",
        "Thông tư 2 tháng một lần",
        "theo quy định 5L/100km xe mới được chạy",
    ],
)
def test_a_quantity_is_no_number(text: str) -> None:
    """What counts months, years, people or litres cites nothing."""
    assert find_instruments(text) == ()


@pytest.mark.parametrize("text", ["28/2020/nđ-cp", "193/2025/QH15", "26/2018/AL", "Nghị định 28/2020/NĐ-CP."])
def test_loose_numbers_parse(text: str) -> None:
    """Small letters, a bare number of the National Assembly, a trailing full stop."""
    assert parse_instrument(text).number == text.removeprefix("Nghị định ").rstrip(".")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("xây dựng Luật Phòng, chống ngập lụt.", "Luật Phòng, chống ngập lụt"),
        ("Luật Đất đai, Luật Nhà ở", "Luật Đất đai"),
        ("không đúng quy định Luật Xây dựng.", "Luật Xây dựng"),
    ],
)
def test_the_name_of_a_law_is_whole(text: str, title: str) -> None:
    """A comma stands in a name only between words that laws are named by in pairs."""
    assert find_instruments(text)[0].value.title == title


def test_a_name_that_breaks_off_leads_to_its_law() -> None:
    """All but the last words of a long name are enough."""
    (mention,) = find_instruments(
        "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài, thị thực"
    )
    assert mention.value.uri == "/eli/vn/luat/2014/47-2014-qh13"


def test_markdown_inside_a_citation() -> None:
    """The marks of emphasis stand in the quote and change no value."""
    (mention,) = find_instruments(
        "theo **Nghị định số** 12/2020/NĐ-CP ngày **05/02/2020** của **Chính phủ**;"
    )
    assert mention.quote == "Nghị định số** 12/2020/NĐ-CP ngày **05/02/2020** của **Chính phủ"
    assert str(mention.value.date) == "2020-02-05"
