"""Unit tests of pinpoints: every order and list of units becomes one place each."""

import pytest

from vnmedia import Pinpoint, find_instruments
from vnmedia.instruments._places import read_places


@pytest.mark.parametrize(
    ("run", "places"),
    [
        ("Điều 5", ["Điều 5"]),
        ("điểm a khoản 2 Điều 5", ["điểm a khoản 2 Điều 5"]),
        ("điểm e, khoản 3, Điều 5", ["điểm e khoản 3 Điều 5"]),
        ("các điều từ 61 đến 63", ["Điều 61", "Điều 62", "Điều 63"]),
        ("Điều 5 khoản 2 điểm a", ["điểm a khoản 2 Điều 5"]),
        ("điểm a, b khoản 2 Điều 5 và Điều 7", ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5", "Điều 7"]),
        ("điểm a khoản 2 và khoản 3 Điều 5", ["điểm a khoản 2 Điều 5", "khoản 3 Điều 5"]),
        ("khoản 1 Điều 3, khoản 2 Điều 4", ["khoản 1 Điều 3", "khoản 2 Điều 4"]),
        ("khoản 10, Mục IV Điều 1", ["khoản 10 Điều 1 Mục IV"]),
        ("các Điều 5, 6 và 7 Chương III", ["Điều 5 Chương III", "Điều 6 Chương III", "Điều 7 Chương III"]),
        ("Điều 12a", ["Điều 12a"]),
        ("Phụ lục II", ["Phụ lục II"]),
        ("tiết 1 điểm b khoản 4 điều 2", ["tiết 1 điểm b khoản 4 Điều 2"]),
        ("ĐIỂM A KHOẢN 2 ĐIỀU 5", ["điểm a khoản 2 Điều 5"]),
    ],
)
def test_a_run_is_read_into_its_places(run: str, places: list[str]) -> None:
    """Each place in full, in the order of the text."""
    assert [str(place) for place in read_places(run)] == places


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("theo khoản 2 Điều 5 của Luật Trẻ em", "khoản 2 Điều 5"),
        ("Chương III Nghị định 119/2020/NĐ-CP", "Chương III"),
        ("Phụ lục I ban hành kèm theo Thông tư số 01/2020/TT-BTTTT", "Phụ lục I"),
        ("Điều 5 và Điều 6, Nghị định 119/2020/NĐ-CP", "Điều 5 và Điều 6"),
        ("Điều 5 hợp đồng. Nghị định 119/2020/NĐ-CP", None),
    ],
)
def test_a_pinpoint_belongs_to_the_citation_right_after_it(text: str, pinpoint: str | None) -> None:
    """Only a connecting word may stand between them."""
    (mention,) = find_instruments(text)
    assert mention.value.pinpoint == pinpoint
    assert bool(mention.value.places) == (pinpoint is not None)


def test_a_place_without_units_is_refused() -> None:
    """The error names a field."""
    with pytest.raises(ValueError, match="article"):
        Pinpoint()
