"""The words that a layout is read by."""

from vnmedia.registries import meanings


def test_numerals_count_from_one() -> None:
    """Phần thứ nhất to phần thứ hai mươi; nhất and một are both one."""
    numbers = meanings("document_words/number")
    assert {int(number) for number in numbers.values()} == set(range(1, 21))
    assert numbers["nhất"] == numbers["một"] == "1"
