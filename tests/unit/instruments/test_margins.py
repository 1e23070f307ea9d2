"""Unit tests of where a citation's parts end, and what identifies nothing."""

import pytest

from vnmedia import find_instruments


def test_a_law_under_revision_is_not_resolved() -> None:
    """``(sửa đổi)`` speaks of a law to come, not of an older one that amended it."""
    (mention,) = find_instruments("Quốc hội thảo luận dự án Luật Báo chí (sửa đổi).")
    assert mention.quote == "Luật Báo chí (sửa đổi)"
    assert mention.value.title == "Luật Báo chí"
    assert mention.value.uri is None


@pytest.mark.parametrize(
    ("issuer", "identified"),
    [
        ("UBND tỉnh", False),
        ("UBND thành phố", False),
        ("Sở Công Thương", False),
        ("UBND tỉnh Lào Cai", True),
        ("Sở Công Thương tỉnh Lào Cai", True),
    ],
)
def test_an_issuer_without_its_place_identifies_no_document(issuer: str, identified: bool) -> None:
    """A local number and a name that every province has give no identifier."""
    (mention,) = find_instruments(f"Văn bản số 1234/UBND-KGVX ngày 03/4/2020 của {issuer}.")
    assert (mention.value.uri is not None) == identified


@pytest.mark.parametrize("after", [" có hiệu lực từ ngày 01/7/2023", " nêu rõ trách nhiệm của các bên", ""])
def test_the_subject_ends_before_what_is_said_of_the_document(after: str) -> None:
    """The predicate of the sentence is no part of the title."""
    (mention, *_) = find_instruments(f"Nghị định số 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân{after}.")
    assert mention.value.title == "về bảo vệ dữ liệu cá nhân"


def test_a_decree_with_its_year_needs_no_suffix() -> None:
    """Only the Government issues decrees; the number stays as printed."""
    (mention,) = find_instruments("theo Nghị định 168/2024 của Chính phủ")
    assert mention.value.number == "168/2024"
    assert mention.value.instrument is not None
    assert mention.value.instrument.number == "168/2024/NĐ-CP"
    (other,) = find_instruments("theo Thông tư 29/2024 của Bộ")
    assert other.value.uri is None


def test_a_semicolon_ends_the_name_of_an_amending_law() -> None:
    """Commas join the laws that one law amends; a semicolon begins the next law of a list."""
    mentions = find_instruments(
        "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư; Luật Đấu thầu (sửa đổi)"
    )
    assert [mention.value.title for mention in mentions] == [
        "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư",
        "Luật Đấu thầu",
    ]


def test_the_type_before_a_list_of_numbers() -> None:
    """The words that head a list say which of its letters' types is meant; without them the letters do."""
    text = "sửa đổi các Quy định: số 89-QĐ/TW, ngày 4/8/2017; số 214-QĐ/TW, ngày 2/1/2020. Xem số 12-QĐ/TW."
    assert [mention.value.type for mention in find_instruments(text)] == [
        "quy định",
        "quy định",
        "quyết định",
    ]


def test_a_level_that_belongs_to_the_sentence() -> None:
    """After a comma, or before a verb, the level is no part of the number."""
    for text in ("Theo Quyết định 5/QĐ-UBND, tỉnh cấp vốn.", "Tại Quyết định 5/QĐ-UBND tỉnh giao Sở Y tế."):
        assert find_instruments(text)[0].quote == "Quyết định 5/QĐ-UBND"
