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


@pytest.mark.parametrize(
    ("text", "type_name", "number"),
    [
        ("Số: 01NQ/UBTVQH9", "nghị quyết", "01NQ/UBTVQH9"),
        ("Số: 86/QĐ UBND", "quyết định", "86/QĐUBND"),
        ("Số: 05/2007/QH12\n\nNGHỊ QUYẾT\nVỀ GIÁ ĐÒ", "nghị quyết", "05/2007/QH12"),
    ],
)
def test_own_numbers_without_a_mark_and_of_the_assembly(text: str, type_name: str, number: str) -> None:
    """The National Assembly numbers laws and resolutions alike: the line below says which it is."""
    (mention,) = find_instruments(text)
    assert (mention.value.type, mention.value.number) == (type_name, number)
    assert mention.value.instrument is None or mention.value.instrument.type == type_name


def test_a_document_is_told_by_its_body_and_day() -> None:
    """A capital and a body that is known show one document."""
    text = "theo Nghị quyết của Chính phủ ngày 26-5-1978 và quyết định của ông An ngày 3/4/2021"
    (mention,) = find_instruments(text)
    assert mention.quote == "Nghị quyết của Chính phủ ngày 26-5-1978"
    assert mention.value.date is not None
    assert mention.value.issuer is not None
    assert mention.value.issuer.name == "Chính phủ"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nghị định 177/2024/NĐ-CP Quy định chế độ nghỉ hưu", "Quy định chế độ nghỉ hưu"),
        (
            "Căn cứ Nghị quyết số 4/NQ-HĐND ngày 2/3/2020 của HĐND tỉnh Hà Nam phân cấp nguồn thu;",
            "phân cấp nguồn thu",
        ),
        ("theo Luật tổ chức Hội đồng nhân dân và UBND", "Luật tổ chức Hội đồng nhân dân và UBND"),
    ],
)
def test_titles(text: str, title: str) -> None:
    """A verb with a capital begins a title; a body in a law's name may be shortened."""
    assert find_instruments(text)[0].value.title == title


def test_a_law_is_passed_on_the_day_of_its_sentence() -> None:
    """The day before the verb, as after a passive."""
    text = "Ngày 20/11/2012, Quốc hội thông qua Luật Xuất bản."
    (mention,) = find_instruments(text)
    assert str(mention.value.date) == "2012-11-20"
    assert find_instruments("Pháp lệnh Không số") == ()
