"""Unit tests of units that the clause gave before the number."""

import pytest

from vnmedia import find_statistics


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Tổng số người tham gia các loại bảo hiểm là 69,8 triệu.", "người"),
        ("Số thuê bao đạt 120 triệu.", "thuê bao"),
        ("Số tiền phạt là 81 triệu.", "VND"),
        ("Số người hỏi còn ít. Phí là 2 triệu.", "VND"),
        ("Hãng lãi 44.059 tỷ doanh thu thuần.", "VND"),
        ("Phim thu hơn 10 tỷ chỉ sau dịp lễ.", "VND"),
        ("Thế giới có 8 tỷ người.", "người"),
        ("Khen thưởng 17 tập thể.", "tập thể"),
    ],
)
def test_what_the_clause_counts_is_the_unit(text: str, unit: str) -> None:
    """``số người … là 69,8 triệu`` counts people; without such a noun millions are đồng."""
    (mention,) = find_statistics(text)
    assert mention.value.unit == unit


def test_zero_degrees_is_a_figure() -> None:
    """``không`` alone is a negation, before ``độ`` a number."""
    (figure,) = find_statistics("Trời lạnh tới không độ C.")
    assert (figure.value.value, figure.value.unit) == (0, "°C")
