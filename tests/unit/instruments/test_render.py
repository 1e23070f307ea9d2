"""Unit tests of the canonical forms, in both languages."""

import pytest

from vnmedia import find_instruments
from vnmedia.instruments import parse, render, render_english


@pytest.mark.parametrize(
    ("quote", "full", "short", "english"),
    [
        (
            "khoản 2 Điều 5 NĐ 119/2020/NĐ-CP ngày 7/10/2020",
            "khoản 2 Điều 5 Nghị định số 119/2020/NĐ-CP ngày 07 tháng 10 năm 2020 của Chính phủ",
            "khoản 2 Điều 5 Nghị định số 119/2020/NĐ-CP",
            "Clause 2, Article 5 of the Government's Decree No. 119/2020/NĐ-CP dated October 7, 2020",
        ),
        (
            "Quyết định 749/QĐ-TTg, 03/01/2020",
            "Quyết định số 749/QĐ-TTg ngày 03 tháng 01 năm 2020 của Thủ tướng Chính phủ",
            "Quyết định số 749/QĐ-TTg",
            "The Prime Minister's Decision No. 749/QĐ-TTg dated January 3, 2020",
        ),
        ("Luật Báo chí 2016", "Luật Báo chí năm 2016", "Luật Báo chí năm 2016", "Law of 2016 (Luật Báo chí)"),
        (
            "Bộ luật Hình sự 2015 (sửa đổi, bổ sung năm 2017)",
            "Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)",
            "Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)",
            "Code of 2015 (Bộ luật Hình sự)",
        ),
        ("Nghị định 67", "Nghị định số 67", "Nghị định số 67", "Decree No. 67"),
    ],
)
def test_forms(quote: str, full: str, short: str, english: str) -> None:
    """In full, short, and in English."""
    value = parse(quote)
    assert render(value) == full
    assert render(value, short=True) == short
    assert render_english(value) == english


def test_a_joint_document_names_all_its_issuers() -> None:
    """In the order of the number."""
    assert render(parse("Thông tư liên tịch số 119/2013/TTLT-BTC-BNV")).endswith(
        "của Bộ Tài chính, Bộ Nội vụ"
    )


def test_the_subject_closes_the_full_form() -> None:
    """It stands after the issuer."""
    (mention,) = find_instruments("Nghị định 119/2020/NĐ-CP về xử phạt trong hoạt động báo chí.")
    assert render(mention.value) == (
        "Nghị định số 119/2020/NĐ-CP của Chính phủ về xử phạt trong hoạt động báo chí"
    )
