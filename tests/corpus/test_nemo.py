"""What NeMo's Vietnamese rules write and say, made again from those rules: each form reads as the other.

NeMo has tables of pairs, spoken and written, for dates, numbers, measures, ranges and money. The families
are those, spelled here by other rules; what is refused by design is in docs/reference/numbers.md.
"""

from decimal import Decimal
from itertools import product

import pytest

from vnmedia import ParseError, parse_date, parse_number, parse_statistic

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def below_hundred(number: int) -> str:
    """The number in words, from 1 to 99."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    if tens == 1:
        return f"mười {'lăm' if ones == 5 else DIGITS[ones]}" if ones else "mười"
    last = {0: "", 1: " mốt", 5: " lăm"}.get(ones, f" {DIGITS[ones]}")
    return f"{DIGITS[tens]} mươi{last}"


def said_years(year: int) -> list[str]:
    """The ways in which a year of this century or the last is said."""
    century, rest = divmod(year, 100)
    low = f"linh {DIGITS[rest]}" if rest < 10 else below_hundred(rest)
    if century == 20:
        plain = [f"hai nghìn không trăm {low}", f"hai ngàn {low}", f"hai không {low}"]
        return (
            plain
            if rest % 10 == 0 or rest < 10
            else [*plain, f"hai không {DIGITS[rest // 10]} {DIGITS[rest % 10]}"]
        )
    return [f"một nghìn chín trăm {low}", f"một chín {low}"]


@pytest.mark.parametrize(
    ("year", "month"), list(product((1945, 1975, 1999, 2005, 2010, 2018, 2023), (3, 5, 11)))
)
def test_months_of_years_in_words(year: int, month: int) -> None:
    """A month and a year in words are those in digits."""
    written = parse_date(f"tháng {month} năm {year}")
    for said in said_years(year):
        assert parse_date(f"tháng {below_hundred(month)} năm {said}") == written
        assert parse_date(f"năm {said}") == parse_date(f"năm {year}")


@pytest.mark.parametrize("year", [308, 744, 938])
def test_years_of_three_digits_in_words(year: int) -> None:
    """``năm chín trăm ba mươi tám``."""
    hundreds, rest = divmod(year, 100)
    low = f"lẻ {DIGITS[rest]}" if rest < 10 else below_hundred(rest)
    assert parse_date(f"năm {DIGITS[hundreds]} trăm {low}") == parse_date(f"năm {year}")


@pytest.mark.parametrize("day", range(1, 31))
def test_days_in_words(day: int) -> None:
    """``ngày hai mươi tư tháng bảy`` with ``mùng`` up to the tenth."""
    before = "ngày mùng " if day <= 10 else "ngày "
    said = parse_date(f"{before}{below_hundred(day)} tháng bảy năm 2013")
    assert said == parse_date(f"ngày {day} tháng 7 năm 2013")


SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


@pytest.mark.parametrize(("scale", "digit"), list(product(SCALES, range(2, 10))))
def test_numbers_as_they_are_said(scale: str, digit: int) -> None:
    """The tens left out, a last digit in the next lower place, a half, a sign, decimals by either point."""
    factor = SCALES[scale]
    word = DIGITS[digit]
    assert parse_number(f"{word} {scale} rưỡi") == digit * factor + factor // 2
    if digit != 5:  # "một nghìn năm" may be a thousand years
        assert parse_number(f"một {scale} {word}") == factor + digit * factor // 10
    assert parse_number(f"{word} {scale} mốt") == digit * factor + factor // 10
    assert parse_number(f"âm {word} {scale}") == parse_number(f"trừ {word} {scale}") == -digit * factor
    for point in ("phẩy", "chấm"):
        assert parse_number(f"{word} {point} không ba {scale}") == Decimal(f"{digit}.03") * factor
    assert parse_number(f"ba trăm bốn {word} {scale}") == (340 + digit) * factor


MEASURES = {
    "mét": "m", "ki lô mét": "km", "kilomet": "km", "xăng ti mét": "cm", "xen ti mét": "cm",
    "mét vuông": "m²", "ki lô mét vuông": "km²", "mét khối": "m³", "xen ti mét khối": "cm³",
    "ki lô gram": "kg", "kí lô": "kg", "gram": "g", "mi li lít": "ml", "muy crô mét": "µm",
    "inch": "inch", "vôn": "V", "mi li ampe": "mA", "phần trăm": "%", "ki lô mét trên giờ": "km/h",
    "gigabyte": "GB", "terabyte": "TB", "mê ga hẹc": "MHz",
}  # fmt: skip


@pytest.mark.parametrize(("said", "sign"), list(MEASURES.items()))
def test_measures_in_words(said: str, sign: str) -> None:
    """A measure in words is the one in signs, with a decimal, and as a range with its unit twice."""
    for words, digits in (("hai mươi", "20"), ("ba phẩy năm", "3,5"), ("hai trăm lẻ tư", "204")):
        spoken, written = parse_statistic(f"{words} {said}"), parse_statistic(f"{digits} {sign}")
        assert (spoken.value, spoken.unit, spoken.per) == (written.value, written.unit, written.per)
    spoken, written = parse_statistic(f"ba {said} đến sáu {said}"), parse_statistic(f"3{sign}-6{sign}")
    assert (spoken.low, spoken.high, spoken.unit) == (written.low, written.high, written.unit)


@pytest.mark.parametrize(
    ("said", "written"),
    [("mười đồng", "10₫"), ("mười phẩy năm đồng", "10,5 đồng"), ("mười đô la năm mươi xu", "10,5$"),
     ("mười ơ rô", "10€"),
     ("mười bảng anh", "10£"), ("mười nghìn đồng", "10k VND"), ("một triệu năm trăm nghìn đồng", "1tr5 vnd"),
     ("hai ơ rô năm mươi xu", "2,50€"), ("năm mươi nghìn đồng trên ngày", "50.000đ/ngày"),
     ("mười đô la trên giờ", "10$/giờ"), ("năm mươi nghìn đồng đến một trăm nghìn đồng", "50.000đ-100.000đ"),
     ("hai triệu đến năm triệu đồng", "2tr-5tr"), ("mười đô la đến hai mươi đô la", "10$-20$")],
)  # fmt: skip
def test_money_in_words(said: str, written: str) -> None:
    """A sum in words is the one in digits."""
    first, second = parse_statistic(said), parse_statistic(written)
    assert (first.value, first.low, first.high, first.unit, first.per) == (
        second.value, second.low, second.high, second.unit, second.per,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["bốn ba", "bảy hai", "một nghìn hai sáu"])
def test_two_digits_alone_are_no_number(text: str) -> None:
    """Two bare digits may be a range, a row or a number: without a hundred before them nothing tells."""
    with pytest.raises(ParseError):
        parse_number(text)


@pytest.mark.parametrize("text", ["3p20s", "15h cst", "12h jst"])
def test_signs_of_one_letter_and_zones_by_letters_are_no_time(text: str) -> None:
    """Minutes by ``p``, seconds by ``s`` and the zones of other countries are not read."""
    with pytest.raises(ParseError):
        parse_date(text)
