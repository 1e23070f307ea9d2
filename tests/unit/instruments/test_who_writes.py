"""Who issued a paper that a body sends, submits or proposes in; what else the sentence says of a citation."""

import pytest

from vnmedia import find_instruments, parse_article


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Sở Y tế trình UBND tỉnh tại Tờ trình số 7/TTr-SYT.", "Sở Y tế"),
        ("Sở Y tế đã báo cáo UBND tỉnh tại Báo cáo số 7/BC-SYT.", "Sở Y tế"),
        ("Bộ Y tế đề nghị Bộ Tài chính tại Công văn số 7/BYT-KH.", "Bộ Y tế"),
        ("Chính phủ trình Quốc hội tại Tờ trình số 7/TTr-CP.", "Chính phủ"),
        ("UBND tỉnh Nghệ An gửi Bộ Xây dựng tại văn bản số 7.", "Ủy ban nhân dân tỉnh Nghệ An"),
        ("Theo đề nghị của Sở Y tế gửi UBND tỉnh tại Tờ trình số 7/TTr-SYT.", "Sở Y tế"),
        ("Theo đề nghị Cục trưởng Cục Phòng bệnh tại Tờ trình số 7/TTr-PB.", "Cục Phòng bệnh"),
        ("Theo đề nghị của Sở Nội vụ và Sở Y tế tại Tờ trình số 7/TTr-SYT.", "Sở Y tế"),
        ("Theo đề nghị của Sở Nội vụ và của Sở Y tế tại Tờ trình số 7/TTr-SYT.", "Sở Y tế"),
        ("Hồ sơ trình UBND tỉnh tại Tờ trình số 7/TTr-UB.", None),
    ],
)
def test_the_writer_issues_and_not_the_addressee(text: str, issuer: str | None) -> None:
    """The body before the verb writes, the one after it only gets the paper."""
    (mention,) = find_instruments(text)
    assert (mention.value.issuer.name if mention.value.issuer else None) == issuer


@pytest.mark.parametrize(
    "words",
    ["Thay mặt", "Thay mặt cho", "Thừa lệnh", "Thừa lệnh của", "Thừa ủy quyền", "Được sự uỷ quyền của"],
)
@pytest.mark.parametrize(
    ("giver", "signer", "number", "issuer"),
    [
        ("Chính phủ", "Thủ tướng", "Nghị định số 7/2025/NĐ-CP", "Chính phủ"),
        ("Thủ tướng Chính phủ", "Bộ trưởng Bộ Y tế", "Tờ trình số 7/TTr-CP", "Thủ tướng Chính phủ"),
        ("Bộ trưởng Bộ Y tế", "Chánh Văn phòng Bộ Y tế", "Công văn số 7/BYT-VP", "Bộ trưởng Bộ Y tế"),
        (
            "Chủ tịch UBND tỉnh Nghệ An",
            "Giám đốc Sở Y tế Lê Văn An",
            "Quyết định số 7/QĐ-UBND",
            "Chủ tịch Ủy ban nhân dân tỉnh Nghệ An",
        ),
    ],
)
def test_who_signs_for_another_does_not_issue(
    words: str, giver: str, signer: str, number: str, issuer: str
) -> None:
    """The body or office that is signed for issues, and the day before it is the paper's."""
    (mention,) = find_instruments(f"Ngày 5/9/2025, {words} {giver}, {signer} ký {number} về bến.")
    assert mention.value.issuer is not None
    assert mention.value.issuer.name == issuer
    assert str(mention.value.date) == "2025-09-05"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Quyết định số 7/QĐ-UBND ngày 3/2 của UBND tỉnh Nghệ An nêu rõ.", 2025),
        ("Ngày 3/2, UBND tỉnh Nghệ An ban hành Quyết định số 7/QĐ-UBND.", 2025),
        ("Ngày 20/10, UBND tỉnh Nghệ An ban hành Quyết định số 7/QĐ-UBND.", 2025),
    ],
)
def test_a_paper_with_a_number_is_not_of_a_later_day(text: str, year: int) -> None:
    """A day without a year is past where a paper was issued on it, unless it is close to the text's day."""
    found = parse_article(text, published="2025-10-05").mentions
    (paper,) = (mention.value for mention in found if mention.kind == "instrument")
    (day,) = (mention.value for mention in found if mention.kind == "date")
    assert paper.date == day.start
    assert paper.date.year == year


def test_a_paper_that_is_promised_has_a_day_ahead() -> None:
    """``sẽ ban hành`` says that the day comes."""
    text = "Ngày 3/2, UBND tỉnh Nghệ An sẽ ban hành Quyết định số 7/QĐ-UBND."
    (day,) = (m.value for m in parse_article(text, published="2025-10-05").mentions if m.kind == "date")
    assert day.start.year == 2026


@pytest.mark.parametrize("aside", ["", " (hết hiệu lực từ 1/7/2030)", " (ban hành năm 2025)"])
@pytest.mark.parametrize(
    "verb", ["được thay bằng", "nay được thay bằng", "đã được thay thế bằng", "bị thay bởi"]
)
def test_replaced_said_shortly(aside: str, verb: str) -> None:
    """``thay`` before ``bằng`` and ``bởi`` is ``thay thế``; a bracket between does not matter."""
    old, new = find_instruments(f"Thông tư số 7/2025/TT-BYT{aside} {verb} Thông tư số 9/2030/TT-BYT.")
    assert old.value.relations == ()
    assert [(relation.kind, relation.target) for relation in new.value.relations] == [("replaces", old.span)]


def test_thay_alone_replaces_nothing() -> None:
    """``được thay tại`` says where something is changed, and of what nothing."""
    found = find_instruments("Mẫu của Thông tư số 7/2025/TT-BYT được thay tại Thông tư số 9/2030/TT-BYT.")
    assert [mention.value.relations for mention in found] == [(), ()]


@pytest.mark.parametrize("head", ["gồm", "bao gồm", "gồm:", "là:"])
def test_a_list_has_the_body_before_it(head: str) -> None:
    """Also where its papers have short numbers, each with its subject."""
    text = (
        f"Hội nghị học 2 nghị quyết của Bộ Chính trị, {head} Nghị quyết số 5 về bến; Nghị quyết số 6 về đò."
    )
    names = [mention.value.issuer.name for mention in find_instruments(text) if mention.value.issuer]
    assert names == ["Bộ Chính trị", "Bộ Chính trị"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "về đổi mới sáng tạo (ĐMST) và chuyển đổi số của tỉnh.",
            "về đổi mới sáng tạo (ĐMST) và chuyển đổi số của tỉnh",
        ),
        ("về khoa học, đổi mới (KH, ĐM) quốc gia.", "về khoa học, đổi mới (KH, ĐM) quốc gia"),
        ("về bến thuyền (sau đây gọi là Nghị định) và đò.", "về bến thuyền"),
        ("về bảo hiểm y tế (BHYT), Bộ Y tế hướng dẫn.", "về bảo hiểm y tế"),
        ("về bảo hiểm y tế (BHYT) đã có hiệu lực.", "về bảo hiểm y tế (BHYT)"),
    ],
)
def test_a_short_name_within_a_subject(words: str, title: str) -> None:
    """A bracket with a short name ends no subject that goes on after it."""
    (mention,) = find_instruments(f"Chính phủ ban hành Nghị định số 9/2030/NĐ-CP {words}")
    assert mention.value.title == title


@pytest.mark.parametrize("passive", ["được Quốc hội thông qua ngày", "đã được Quốc hội thông qua ngày"])
def test_the_day_on_which_a_named_law_was_passed(passive: str) -> None:
    """It tells which law of that name is meant."""
    (mention,) = find_instruments(f"Luật Đất đai {passive} 26/11/2003 có nhiều điểm mới.")
    assert str(mention.value.date) == "2003-11-26"
    assert mention.value.instrument is not None
    assert mention.value.instrument.number == "13/2003/QH11"


def test_an_action_programme_carries_out() -> None:
    """As plans and programmes do."""
    programme, target = find_instruments(
        "Chương trình hành động số 9-CTr/TU thực hiện Nghị quyết số 8-NQ/TW."
    )
    assert [(r.kind, r.target) for r in programme.value.relations] == [("implements", target.span)]
