"""Unit tests of who issued a cited document, and when, as the sentence round it says."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import find_instruments

DAY = dt.date(2023, 4, 12)


def issued(text: str) -> list[tuple[str | None, dt.date | None, str | None]]:
    """Number, day and issuer of each citation in *text*."""
    return [
        (m.value.number, m.value.date, m.value.issuer.name if m.value.issuer else None)
        for m in find_instruments(text, published="2023-05-01")
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Theo đề nghị của Sở Xây dựng tại Tờ trình số 15/TTr-SXD ngày 12/4/2023.",
            [("15/TTr-SXD", DAY, "Sở Xây dựng")],
        ),
        (
            "Xét đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 15/TTr-SXD ngày 12/4/2023 và Tờ trình số "
            "18/TTr-SXD ngày 12/4/2023;",
            [("15/TTr-SXD", DAY, "Sở Xây dựng"), ("18/TTr-SXD", DAY, "Sở Xây dựng")],
        ),
        (
            "UBND tỉnh Lào Cai ký 2 Quyết định số 31/QĐ-UBND và 32/QĐ-UBND.",
            [
                ("31/QĐ-UBND", None, "Ủy ban nhân dân tỉnh Lào Cai"),
                ("32/QĐ-UBND", None, "Ủy ban nhân dân tỉnh Lào Cai"),
            ],
        ),
        (
            "Thực hiện Chỉ thị số 9-CT/TU ngày 12/4/2023, Kế hoạch số 6-KH/TU ngày 12/4/2023 của Ban "
            "Thường vụ "
            "Tỉnh ủy;",
            [("9-CT/TU", DAY, "Ban Thường vụ Tỉnh ủy"), ("6-KH/TU", DAY, "Ban Thường vụ Tỉnh ủy")],
        ),
        (
            "các Văn bản của Bộ Y tế số 71/BYT-KCB ngày 12/4/2023 về thuốc, số 72/BYT-KCB ngày "
            "12/4/2023 về máu.",
            [("71/BYT-KCB", DAY, "Bộ Y tế"), ("72/BYT-KCB", DAY, "Bộ Y tế")],
        ),
        (
            "Ngày 12/4/2023, tỉnh Lào Cai có Quyết định số 44 về chợ đêm.",
            [("44", DAY, None)],
        ),
        (
            "Quyết định số 9/2023/QĐ-UBND được UBND tỉnh Lào Cai ban hành ngày 12/4.",
            [("9/2023/QĐ-UBND", DAY, "Ủy ban nhân dân tỉnh Lào Cai")],
        ),
        (
            "Nghị định 11/2023/NĐ-CP về bến thủy vừa được Chính phủ ban hành ngày 12/4 và có hiệu lực "
            "từ 1/6.",
            [("11/2023/NĐ-CP", DAY, "Chính phủ")],
        ),
        (
            "Chỉ thị số 8-CT/TW ngày 12/4/2023 của Ban Bí thư Trung ương Đảng về lễ hội.",
            [("8-CT/TW", DAY, "Ban Bí thư Trung ương Đảng")],
        ),
        (
            "Báo cáo số 5/BC-ĐGS ngày 12/4/2023 của Đoàn giám sát của Quốc hội.",
            [("5/BC-ĐGS", DAY, "Đoàn giám sát của Quốc hội")],
        ),
        (
            "Chỉ thị 8-CT/TW, Chỉ thị 9 và Chỉ thị số 11-CT/TW của Ban Bí thư.",
            [("8-CT/TW", None, "Ban Bí thư"), ("9", None, "Ban Bí thư"), ("11-CT/TW", None, "Ban Bí thư")],
        ),
        (
            "Quyết định số 7 và Quyết định số 9 của UBND tỉnh Lào Cai.",
            [
                ("7", None, "Ủy ban nhân dân tỉnh Lào Cai"),
                ("9", None, "Ủy ban nhân dân tỉnh Lào Cai"),
            ],
        ),
        (
            "Nghị quyết 8-NQ/TW của Trung ương, Nghị định 7/2023/NĐ-CP và Thông tư 9 của Bộ Y tế.",
            [
                ("8-NQ/TW", None, "Ban Chấp hành Trung ương"),
                ("7/2023/NĐ-CP", None, "Chính phủ"),
                ("9", None, "Bộ Y tế"),
            ],
        ),
        ("kết luận số 3-KL/TW bộ chính trị về xây dựng đảng", [("3-KL/TW", None, "Bộ Chính trị")]),
        ("Nghị định 11/2023/NĐ-CP được áp dụng từ ngày 12/4/2023.", [("11/2023/NĐ-CP", None, "Chính phủ")]),
    ],
)
def test_who_issued_and_when(text: str, wanted: list[tuple[str, dt.date | None, str | None]]) -> None:
    """The proposing body, the subject, a list, the passive; a day of effect is no day of issue."""
    assert issued(text) == wanted


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Nghị định 11/2023/NĐ-CP", {"issuer": "number"}),
        ("Nghị định 11/2023/NĐ-CP của Chính phủ", {}),
        ("UBND tỉnh Lào Cai ban hành Quyết định số 31/QĐ-UBND.", {"issuer": "sentence"}),
        ("119/2020/NĐ-CP", {"issuer": "number", "type": "number"}),
    ],
)
def test_what_the_quote_does_not_say_is_told(text: str, reasons: dict[str, str]) -> None:
    """``inferred`` names the field and where it comes from."""
    (mention,) = find_instruments(text)
    assert mention.inferred == reasons


@given(st.lists(st.integers(100, 999), min_size=2, max_size=6, unique=True))
def test_the_subject_issued_all_of_its_list(numbers: list[int]) -> None:
    """However long the list is, each number has the body and its last one is not lost before a verb."""
    listed = ", ".join(map(str, numbers[:-1])) + f" và {numbers[-1]}"
    found = issued(f"Cục Thuế tỉnh Lào Cai ra các Thông báo {listed} phạt chậm nộp.")
    assert [number for number, _, _ in found] == list(map(str, numbers))
    assert {name for _, _, name in found} == {"Cục Thuế tỉnh Lào Cai"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Quán triệt 02 Nghị quyết của Bộ Chính trị, gồm: Nghị quyết số 59-NQ/TW về chợ và Nghị quyết số "
            "70-NQ/TW về đò.",
            [("59-NQ/TW", None, "Bộ Chính trị"), ("70-NQ/TW", None, "Bộ Chính trị")],
        ),
        (
            "Ngày 30/6, Bộ trưởng Bộ Xây dựng ký ban hành Thông tư số 9/2025/TT-BXD.",
            [("9/2025/TT-BXD", dt.date(2025, 6, 30), "Bộ trưởng Bộ Xây dựng")],
        ),
        (
            "HĐND tỉnh Nghệ An thông qua Nghị quyết 3/2025/NQ-HĐND.",
            [("3/2025/NQ-HĐND", None, "Hội đồng nhân dân tỉnh Nghệ An")],
        ),
        (
            "Thủ tướng Chính phủ đã có Công văn (số 73/TTg-CN) về chợ.",
            [("73/TTg-CN", None, "Thủ tướng Chính phủ")],
        ),
    ],
)
def test_heads_of_lists_and_days_without_a_year(text: str, wanted: list) -> None:
    """The body before a list gave all of it; a day of the sentence without a year has that of the number."""
    found = find_instruments(text, published=dt.date(2026, 6, 1))
    assert [
        (mention.value.number, mention.value.date, mention.value.issuer and mention.value.issuer.name)
        for mention in found
    ] == wanted


def test_the_secretariat_issues_beside_the_politburo() -> None:
    """``của Bộ Chính trị, Ban Bí thư`` is one citation with two issuers; another body begins a clause."""
    both, one = find_instruments(
        "Kết luận số 12-KL/TW ngày 28/2/2025 của Bộ Chính trị, Ban Bí thư; Nghị quyết 5-NQ/TW của Bộ Chính "
        "trị, Chính phủ đã họp."
    )
    assert [body.name for body in both.value.co_issuers] == ["Ban Bí thư"]
    assert not one.value.co_issuers


@pytest.mark.parametrize(
    "said", ["vào ngày 12/4", "ngày 12/4", "hôm 12/4", "12/4/2023", "hôm qua, ngày 12/4", "sáng ngày 12/4"]
)
def test_a_passive_gives_the_day_and_ends_the_subject(said: str) -> None:
    """However the day is said."""
    text = f"Thông tư 21/2023/TT-BYT về kê đơn thuốc được Bộ Y tế ban hành {said} và áp dụng từ 1/8."
    assert issued(text) == [("21/2023/TT-BYT", DAY, "Bộ Y tế")]
    assert find_instruments(text)[0].value.title == "về kê đơn thuốc"


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Chánh Thanh tra tỉnh", "Thanh tra tỉnh"),
        ("Trưởng Ban Dân tộc tỉnh", "Ban Dân tộc tỉnh"),
        ("Cục trưởng Cục Hải quan", "Cục Hải quan"),
    ],
)
def test_who_proposes_is_the_offices_body(office: str, body: str) -> None:
    """``Theo đề nghị của Chánh Thanh tra tỉnh tại Báo cáo …``."""
    text = f"Theo đề nghị của {office} tại Báo cáo số 15/BC-ABC ngày 12/4/2023."
    assert issued(text) == [("15/BC-ABC", DAY, body)]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Tổ công tác đặc biệt của Chính phủ có văn bản số 3/BC-TCT.", "Tổ công tác đặc biệt của Chính phủ"),
        ("Cục trưởng Cục Hải quan của Bộ Tài chính ban hành Quyết định số 12/QĐ.", "Cục trưởng Cục Hải quan"),
        ("Nhóm bạn của Chính phủ có văn bản số 3/ABC.", None),
        ("Quyết định số 84 QĐ/TWĐTN của Ban Bí thư Trung ương Đoàn.", "Ban Bí thư Trung ương Đoàn"),
        ("Quyết định số 8/QĐ của Ban Chấp hành Trung ương Đoàn.", "Ban Chấp hành Trung ương Đoàn"),
        ("Chỉ thị số 8-CT/TW của Ban Bí thư Trung ương Đảng.", "Ban Bí thư Trung ương Đảng"),
    ],
)
def test_an_owner_or_a_namesake_issued_nothing(text: str, issuer: str | None) -> None:
    """What is the Government's is not the Government; the Youth Union's secretariat is not the Party's."""
    assert issued(text)[0][2] == issuer
