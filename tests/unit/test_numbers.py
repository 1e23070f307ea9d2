"""Numerals: forms, values, limits."""

import re
from decimal import Decimal, getcontext

import pytest

from vnmedia import ParseError
from vnmedia.numbers import (
    IN_DIGITS,
    PAIR,
    SCALE,
    SMALL_WORDS,
    WORDS,
    match_number,
    parse_number,
    parse_roman,
    render_number,
)

FORMS = {
    "36.243.374": "36243374", "36 243 374": "36243374", "36.243.374,5": "36243374.5",
    "98.982,30": "98982.3", "1,234,567": "1234567", "1,234.56": "1234.56", "64 .000": "64000",
    "64. 000": "64000", "1.234": "1234", "0.125": "0.125", "3.14": "3.14", "7.5 triệu": "7500000",
    "7,5 triệu": "7500000", "1,235 triệu": "1235000", "12,500": "12.5", "007": "7", "-2,5": "-2.5",
    "−3": "-3", "âm ba": "-3", "5tỷ": "5000000000", "1.196,4 nghìn tỷ": "1196400000000000",
    "2 triệu tỷ": "2000000000000000", "1 tỷ 200 triệu": "1200000000",
    "2 tỷ 35 triệu 400 nghìn": "2035400000", "5 nghìn 300 tỷ": "5300000000000", "3 triệu rưỡi": "3500000",
    "1 triệu 2": "1200000", "4 trăm triệu": "400000000", "11 vạn": "110000", "500k": "500000",
    "300 tr": "300000000", "2tr5": "2500000", "không": "0", "mười": "10", "mười một": "11",
    "mười lăm": "15", "hai mươi mốt": "21", "hai mươi tư": "24", "hai tư": "24", "ba lăm": "35",
    "hăm mốt": "21", "băm sáu": "36", "ba mươi bẩy": "37", "một trăm linh năm": "105",
    "một trăm lẻ một": "101", "hai trăm mốt": "210", "ba trăm sáu mươi lăm": "365",
    "một nghìn không trăm linh một": "1001", "một nghìn lẻ một": "1001", "hai nghìn tư": "2400",
    "hai mươi mốt nghìn không trăm mười một": "21011", "một triệu hai trăm ngàn": "1200000",
    "triệu hai": "1200000",
    "bốn trăm ba mươi triệu, hai trăm năm mươi chín nghìn, năm trăm sáu mươi tám": "430259568",
    "hai trăm rưỡi": "250",
    "trăm rưởi": "150", "nghìn rưởi": "1500", "một vạn rưởi": "15000", "chục rưỡi": "15",
    "nửa triệu": "500000", "nửa tá": "6", "ba phẩy một bốn": "3.14", "ba phẩy mười bốn": "3.14",
    "hai phẩy năm tỷ": "2500000000", "một nửa": "0.5", "3/4": "0.75", "ba phần tư": "0.75",
    "hai phần năm": "0.4", "1 phần nghìn": "0.001", "XIII": "13",
    "100K": "100000", "3M": "3000000", "1,2M": "1200000", ",77": "0.77", ",0012G": "1200000",
    "- 1.200.000": "-1200000", "-1,2M": "-1200000", "01,10": "1.1", "âm 1.200.000": "-1200000",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), FORMS.items())
def test_forms(text, value) -> None:
    """Each form has one value, in one representation."""
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "17.12.2020", "4.4.2", "1.23.456", "12a", "lăm", "tỷ", "mươi", "một hai ba",
     "hai mươi mươi", "nghìn", "phần", "1/0", "IIII", "vx", "triệu triệu", "không trăm",
     "9" * 40],
)  # fmt: skip
def test_no_numeral(text) -> None:
    """What is no numeral is refused with its text."""
    with pytest.raises(ParseError) as error:
        parse_number(text)
    assert error.value.quote == text


@pytest.mark.parametrize(
    ("text", "number"),
    [("hai năm", "hai"), ("mười năm", "mười"), ("năm năm", "năm"), ("hai mươi năm", "hai mươi"),
     ("hai trăm năm mươi năm", "hai trăm năm mươi"), ("5 tỷ lệ", "5"), ("2 triệu phú", "2"),
     ("hai trăm hai người", "hai trăm"), ("ba triệu, hai người", "ba triệu"), ("1 triệu 2 lần", "1 triệu"),
     ("hai ba trăm hộ", "hai ba trăm"), ("bốn năm nữa", "bốn"), ("7,5 triệu đồng", "7,5 triệu"),
     ("5, 6 và 7", "5"), ("2.152/2.418", "2.152")],
)  # fmt: skip
def test_where_a_numeral_ends(text, number) -> None:
    """A numeral takes all its words and none of the noun's."""
    numeral = match_number(text)
    assert text[numeral.start : numeral.end] == number


def test_rough_counts_have_two_bounds() -> None:
    """Two neighbouring digit words are a range."""
    numeral = match_number("hơn năm bảy triệu", 4)
    assert (numeral.value, numeral.high) == (5000000, 7000000)


def test_the_callers_decimal_context_does_not_matter() -> None:
    """Values are exact whatever precision the caller works with."""
    getcontext().prec, before = 3, getcontext().prec
    try:
        assert str(parse_number("1.234.567,25 nghìn")) == "1234567250"
        assert render_number(Decimal("1234567.25")) == "1.234.567,25"
    finally:
        getcontext().prec = before


def test_words_of_both_regions() -> None:
    """The two regions differ in nghìn, linh and tư."""
    assert render_number(1024, style="words") == "một nghìn không trăm hai mươi tư"
    assert render_number(1004, style="words", region="south") == "một ngàn không trăm lẻ bốn"


def test_a_number_without_words_is_refused() -> None:
    """There is no name for 10^18 and above, nor for infinity."""
    with pytest.raises(ValueError, match="value"):
        render_number(10**18, style="words")
    with pytest.raises(ValueError, match="value"):
        render_number(Decimal("inf"))


def test_roman() -> None:
    """Roman numerals are strict."""
    assert [parse_roman(text) for text in ("I", "IV", "XL", "MMXXVI")] == [1, 4, 40, 2026]
    with pytest.raises(ParseError):
        parse_roman("VX")


@pytest.mark.parametrize(
    "pair",
    ["một hai", "hai ba", "ba bốn", "bốn năm", "năm sáu", "sáu bảy", "bảy tám", "tám chín", "năm bảy"],
)
def test_a_rough_count_is_no_number_of_two_digits(pair: str) -> None:
    """``bốn bảy nghìn`` is 47 thousand, ``bảy tám nghìn`` seven or eight thousand."""
    assert re.fullmatch(WORDS, "bốn bảy nghìn")
    assert not re.fullmatch(WORDS, f"{pair} nghìn")
    assert re.fullmatch(PAIR, f"{pair} nghìn")


@pytest.mark.parametrize(
    ("scale", "after"),
    [
        *(("triệu", word) for word in ("phú", "tập", "hồi", "chứng")),
        *(("tỷ", word) for word in ("lệ", "giá", "số", "trọng", "phú", "suất", "mỉ", "thí", "muội", "như")),
        ("trăm", "họ"),
    ],
)
def test_a_longer_word_that_begins_as_a_scale_is_none(scale: str, after: str) -> None:
    """``hai tỷ đồng`` has two thousand million, ``hai tỷ lệ`` counts rates."""
    assert re.match(SCALE, f"{scale} đồng")
    assert not re.match(SCALE, f"{scale} {after}")


#: A fragment, a text with each of the words at the place of {}, and what the fragment reads first in it.
READINGS = (
    (SCALE, "triệu {}", "phú|tập|hồi|chứng", ""),
    (SCALE, "tỷ {}", "lệ|giá|số|trọng|phú|suất|mỉ|thí|muội|như", ""),
    (SCALE, "trăm {}", "họ", ""),
    (WORDS, "hai mươi {}", "mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín", "hai mươi {}"),
    (WORDS, "hai mươi năm {}", "nghìn|ngàn|vạn|triệu|tỷ|tỉ", "hai mươi năm {}"),
    (WORDS, "một trăm hai năm {}", "nghìn|ngàn|vạn|triệu|tỷ|tỉ", "một trăm hai năm {}"),
    (WORDS, "mười năm {}", "trăm", "mười"),
    (WORDS, "{} hai nghìn", "một", "{}"),
    (WORDS, "{} ba nghìn", "hai", "{}"),
    (WORDS, "{} bốn nghìn", "ba", "{}"),
    (WORDS, "{} năm nghìn", "bốn", "{}"),
    (WORDS, "{} sáu nghìn", "năm", "{}"),
    (WORDS, "{} bảy nghìn", "năm|sáu", "{}"),
    (WORDS, "{} tám nghìn", "bảy", "{}"),
    (WORDS, "{} chín nghìn", "tám", "{}"),
    (WORDS, "một trăm ba bảy {}", "mươi|mốt|lăm|nhăm|trăm|chục|phần", "một trăm"),
    (WORDS, "mười ba {}", "mươi|trăm", "mười"),
    (WORDS, "hai mươi ba {}", "mươi|trăm", "hai mươi"),
    (WORDS, "{} ba", "hăm|băm", "{} ba"),
    (WORDS, "{} mốt", "hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín", "{} mốt"),
    (WORDS, "hai {}", "mốt|tư|lăm|nhăm", "hai {}"),
    (WORDS, "một triệu {}", "mốt|tư|một|hai|ba|bốn|lăm|sáu|bảy|bẩy|tám|chín|rưỡi|rưởi", "một triệu {}"),
    (WORDS, "một triệu hai {}", "đồng|vnđ|vnd|đ", "một triệu hai"),
    (WORDS, "một nghìn hai {}", "triệu|tỷ|tỉ", "một nghìn hai {}"),
    (WORDS, "một triệu hai {}", "người", "một triệu"),
    (WORDS, "một trăm {} ba", "linh|lẻ|lẽ", "một trăm {} ba"),
    (WORDS, "một trăm linh {}", "tư", "một trăm linh {}"),
    (WORDS, "một nghìn {} trăm linh ba", "không", "một nghìn {} trăm linh ba"),
    (WORDS, "ba bảy {}", "nghìn|ngàn|triệu|tỷ|tỉ", "ba bảy {}"),
    (WORDS, "hai phẩy năm {}", "qua|trước|sau|nay|tới|ngoái", "hai"),
    (WORDS, "hai phẩy {}", "không|năm|mười|mốt|tư|lăm|nhăm", "hai phẩy {}"),
    (SMALL_WORDS, "hai {}", "không|linh|lẻ|lẽ|rưỡi|rưởi|phẩy|chấm|nghìn", ""),
    (SMALL_WORDS, "mười {}", "mươi", ""),
    (
        IN_DIGITS,
        "3 n {}",
        "lượt|người|đánh giá|nhận xét|bình luận|theo dõi|thích|đăng ký|sao|tin nhắn",
        "3 n",
    ),
    (IN_DIGITS, "3{}5", "tr|tỷ|tỉ", "3{}5"),
    (IN_DIGITS, "3 {}", "nghin|ngan|trieu", "3 {}"),
    (IN_DIGITS, "3 ty {}", "dong|vnd|usd|do la|euro", "3 ty"),
    (IN_DIGITS, "3 nghìn 500 {}", "đồng|vnđ|vnd|đ|usd|euro", "3 nghìn 500"),
    (IN_DIGITS, "3 nghìn 500 {}", "người", "3 nghìn"),
    (IN_DIGITS, "3 triệu 5 {}", "đồng|vnđ|đ", "3 triệu 5"),
)


@pytest.mark.parametrize(("fragment", "text", "words", "read"), READINGS, ids=[row[1] for row in READINGS])
def test_each_word_of_a_numeral_decides_what_is_read(fragment, text, words, read) -> None:
    """Without the word the numeral would end elsewhere, or be none."""
    for word in words.split("|"):
        found = re.search(fragment, text.replace("{}", word))
        assert (found.group() if found else "") == read.replace("{}", word), word
