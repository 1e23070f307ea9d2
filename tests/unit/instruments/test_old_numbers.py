"""The number of the document itself where its letters name no type, and numbers that lost a hyphen."""

from __future__ import annotations

import pytest

from vnmedia import find_instruments


@pytest.mark.parametrize(
    ("text", "type_name", "number", "issuer"),
    [
        ("Số: 221-HĐBT", "văn bản", "221-HĐBT", "Hội đồng Bộ trưởng"),
        ("Số: 13-TC/TCT\nHà Nội, ngày 5\n\nTHÔNG TƯ\nVề thuế", "thông tư", "13-TC/TCT", "Bộ Tài chính"),
        (
            "Số: 01-TANDTC-VKSNDTC/TTLT",
            "thông tư liên tịch",
            "01-TANDTC-VKSNDTC/TTLT",
            "Tòa án nhân dân tối cao",
        ),
        ("Số: 12/BYT-KCB\nV/v mở bến thuyền", "công văn", "12/BYT-KCB", "Bộ Y tế"),
        ("theo Quyết định số 28/QĐ TTg ngày 2/3/2011", "quyết định", "28/QĐTTg", "Thủ tướng Chính phủ"),
        (
            "theo Quyết định số 3/QĐ-UBND UBND tỉnh Hà Nam ngày 2/3/2011",
            "quyết định",
            "3/QĐ-UBND",
            "Ủy ban nhân dân tỉnh Hà Nam",
        ),
    ],
)
def test_number_type_and_issuer(text: str, type_name: str, number: str, issuer: str) -> None:
    """The type is that of the line in capitals below; a letter has its subject or addressee there."""
    (mention,) = find_instruments(text)
    value = mention.value
    assert (value.type, value.number, value.issuer and value.issuer.name) == (type_name, number, issuer)


@pytest.mark.parametrize("text", ["Số: 221", "Số: 12/XYZ-K", "nhà số: 13-TC/TCT", "Số: 12-BYT khác"])
def test_other_lines_with_a_number(text: str) -> None:
    """Without a known body's letters, or inside a line, it is no number of the document."""
    assert find_instruments(text) == ()


def test_a_joint_circular_of_the_old_kind_has_all_its_issuers() -> None:
    """`liên bộ` is joint as `liên tịch` is."""
    (mention,) = find_instruments("Thông tư liên bộ số 3/TT-LB ngày 15/1/1994 của Bộ Tài chính - Bộ Y tế")
    assert [body.name for body in mention.value.co_issuers] == ["Bộ Y tế"]


def test_the_subject_after_the_session_and_that_of_a_consolidated_text() -> None:
    """The session of a council stands between the body and the subject."""
    text = "Nghị quyết số 4/NQ-HĐND ngày 2/3/2021 của HĐND tỉnh Hà Nam khóa XVII, kỳ họp thứ bảy về giá đất"
    assert find_instruments(text)[0].value.title == "về giá đất"
    text = "Văn bản hợp nhất 4/VBHN-BTC năm 2021 hợp nhất Thông tư quy định giá đò do Bộ trưởng ban hành"
    assert find_instruments(text)[0].value.title == "hợp nhất Thông tư quy định giá đò"
