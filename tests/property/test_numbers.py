"""What holds for every number."""

from decimal import Decimal

import hypothesis.strategies as st
from babel.numbers import format_decimal
from hypothesis import example, given

from vnmedia import statistics
from vnmedia.numbers import match_number, parse_number, render_number

integers = st.integers(min_value=-(10**15), max_value=10**15)
decimals = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6)

#: The words that the numerals of figures begin with.
HEADS = sorted(head for head in statistics.grammar().heads if head.isalpha())


@given(integers | decimals)
def test_digits_read_back(number) -> None:
    """Digits give the number back."""
    text = render_number(number)
    assert parse_number(text) == number


@given(integers | decimals, st.sampled_from(["north", "south"]))
@example(1_000_000_000_000_005, "south")
def test_words_read_back(number, region) -> None:
    """Number words of both regions give the number back."""
    assert parse_number(render_number(number, style="words", region=region)) == number


@given(integers | decimals)
def test_digits_agree_with_babel(number) -> None:
    """Digits are those of CLDR's Vietnamese conventions, and CLDR's are read back."""
    shown = format_decimal(number, locale="vi", decimal_quantization=False)
    assert render_number(number) == shown
    assert parse_number(shown) == number


@given(
    st.lists(st.sampled_from([*HEADS, "mốt", "tư", "lăm", "linh", "lẻ", "rưỡi", "phẩy", "phần", "12", ","]))
)
def test_any_string_of_number_words_is_read_or_refused(words) -> None:
    """No order of number words breaks the reading, and a match is never empty."""
    text = " ".join(words)
    numeral = match_number(text)
    if numeral is not None:
        assert 0 < numeral.end <= len(text)
        assert isinstance(numeral.value, Decimal)
