"""Properties of figures: kinds of numbers and of units, generated from their rules."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from vnmedia import find_statistics, parse_number, parse_statistic, render_number
from vnmedia.registries.units import units

DIGITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SIGNS = sorted(
    {unit.symbol for unit in units().values() if unit.dimension in ("length", "mass", "energy", "power")}
    & {form for unit in units().values() for form in unit.forms}
)


@given(st.integers(1, 998), st.integers(1, 999), st.sampled_from(["-", " - ", "–"]))
def test_thousands_said_once_hold_for_both_bounds(low, more, dash) -> None:
    """25-30.000 đồng is 25.000 to 30.000."""
    high = min(low + more, 999)
    figure = parse_statistic(f"{low}{dash}{high}.000 đồng")
    assert (figure.low, figure.high, figure.unit) == (low * 1000, high * 1000, "VND")


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["đồng", "tấn", "người", "ha"]))
def test_a_blank_parts_thousands(thousands, rest, unit) -> None:
    """12 345 người are as many as 12.345."""
    (found,) = find_statistics(f"Nơi đó có {thousands} {rest:03} {unit}.")
    assert found.value == parse_statistic(f"{thousands}.{rest:03} {unit}")


@given(
    st.sampled_from(DIGITS),
    st.sampled_from(DIGITS),
    st.sampled_from(DIGITS),
    st.sampled_from(["triệu", "tỷ"]),
)
def test_two_bare_digits_after_a_hundred(hundreds, tens, ones, scale) -> None:
    """Ba trăm bốn bảy triệu is 347 million."""
    value = 100 * DIGITS.index(hundreds) + 10 * DIGITS.index(tens) + DIGITS.index(ones) + 111
    factor = {"triệu": 10**6, "tỷ": 10**9}[scale]
    assert parse_number(f"{hundreds} trăm {tens} {ones} {scale}") == value * factor


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["nghìn tỷ", "ngàn tỷ"]), st.booleans())
def test_the_last_scale_word_counts_by_all_before_it(millions, thousands, scale, in_words) -> None:
    """1 triệu 997 nghìn tỷ is 1.997 nghìn tỷ."""
    style = "words" if in_words else "digits"
    first, second = (render_number(number, style=style) for number in (millions, thousands))
    expected = (millions * 1000 + thousands) * Decimal(10) ** 12
    assert parse_number(f"{first} triệu {second} {scale}") == expected


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(SIGNS), st.sampled_from(["-", "–", " đến "]))
def test_a_unit_may_stand_at_both_bounds(low, more, unit, joiner) -> None:
    """20cm-35cm is 20 to 35 cm."""
    space = " " if joiner == " đến " else ""
    figure = parse_statistic(f"{low}{space}{unit}{joiner}{low + more}{space}{unit}")
    assert (figure.low, figure.high, figure.unit) == (low, low + more, unit)


@given(
    st.integers(2, 900),
    st.sampled_from(["triệu", "tỷ"]),
    st.sampled_from(["lượt xem", "người", "hành khách"]),
)
def test_a_sum_takes_the_unit_beside_it_and_never_a_currency(number, scale, unit) -> None:
    """Where people or visits are counted beside it, a bare million counts them too."""
    _, bare = find_statistics(f"Năm ngoái có 5 {scale} {unit}, năm nay có {number} {scale}.")
    assert bare.value.unit == unit


@given(st.integers(2, 900), st.sampled_from(["triệu", "tỷ", "nghìn tỷ"]))
def test_a_sum_of_which_nothing_is_said_has_no_unit(number, scale) -> None:
    """Nobody named a currency, so there is none."""
    (found,) = find_statistics(f"Con số ấy đã lên tới {number} {scale}.")
    assert found.value.unit is None


@given(
    st.integers(2, 9000), st.sampled_from(["tấn", "%", "người", "km", "tỷ đồng"]), st.sampled_from("¹⁴⁵⁶⁷⁸⁹")
)
def test_a_footnote_belongs_to_no_figure(number, unit, mark) -> None:
    """A raised digit after the unit changes nothing."""
    (marked,) = find_statistics(f"Tổng cộng {number} {unit}{mark}.")
    assert marked.value == find_statistics(f"Tổng cộng {number} {unit}.")[0].value
