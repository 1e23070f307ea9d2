"""Who issued a paper that a body sends, submits or proposes in; and what replaces what, said shortly."""

import pytest

from vnmedia import find_instruments


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


@pytest.mark.parametrize("aside", ["", " (hết hiệu lực từ 1/7/2030)", " (ban hành năm 2025)"])
@pytest.mark.parametrize(
    "verb", ["được thay bằng", "nay được thay bằng", "đã được thay thế bằng", "bị thay bởi"]
)
def test_replaced_said_shortly(aside: str, verb: str) -> None:
    """``thay`` before ``bằng`` and ``bởi`` is ``thay thế``; a bracket between does not matter."""
    old, new = find_instruments(f"Thông tư số 7/2025/TT-BYT{aside} {verb} Thông tư số 9/2030/TT-BYT.")
    assert old.value.relations == ()
    assert [(relation.kind, relation.target) for relation in new.value.relations] == [("replaces", old.span)]
