"""Figures that stand beside each other: ranges after a blank, counts on both sides of a slash."""

from itertools import product

import pytest

from vnmedia import statistics

DASHES = ("-", "–")
UNITS = (("km/giờ", "km/h"), ("%", "%"), ("độ C", "°C"), ("triệu đồng", "VND"), ("tấn", "tấn"))
COUNTED = ("người", "hộ", "đối tượng", "học sinh", "xã", "đơn vị")


@pytest.mark.parametrize(("dash", "unit"), list(product(DASHES, UNITS)))
def test_a_blank_before_the_dash_makes_a_range_and_no_minus(dash, unit) -> None:
    """The first number is the smaller one; alone, or after a larger one, the dash is a minus."""
    printed, symbol = unit
    [figure] = statistics.find(f"Mức từ 12 {dash}18 {printed} là cao.")
    scale = 10**6 if symbol == "VND" else 1
    assert (figure.value.low, figure.value.high, figure.value.unit) == (12 * scale, 18 * scale, symbol)
    if symbol != "VND":
        last = statistics.find(f"Chỉ số 12 {dash}8 {printed}.")[-1]
        assert last.value.value == -8


@pytest.mark.parametrize(("first", "second"), list(product(("vụ", "lượt", "hộ", "lớp"), COUNTED)))
def test_both_numbers_about_a_slash_count(first, second) -> None:
    """A round number after the slash says what the first is for instead."""
    found = statistics.find(f"Đã có 07 {first}/15 {second} trong tháng.")
    assert [(int(m.value.value), m.value.unit, m.value.per) for m in found] == [
        (7, first, None),
        (15, second, None),
    ]
    [rate] = statistics.find(f"Tỷ lệ 7 {first}/1.000 {second}.")
    assert rate.value.per == f"1.000 {second}"
