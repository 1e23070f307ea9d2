"""Unit tests of the view that rules match on, and of sentences."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia.text import TextView, nfc, sentences


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("Uỷ ban", "ủy ban"),
        ("HOÀ BÌNH, KHOẺ", "hòa bình, khỏe"),
        ("hoàn toàn, quý, quỳ", "hoàn toàn, quý, quỳ"),
        ("Bộ\u00a0Y\u200b tế", "bộ y tế"),
        ("thông\u00adtin", "thôngtin"),
        ("A.\r\nB", "a.\nb"),
        ("a \u00a0 \n  B", "a\nb"),
        ("Tổ  đấu tranh", "tổ đấu tranh"),
        ("chủ \u200b nhật", "chủ nhật"),
        ("chủ\u200b \u200b\u00a0nhật", "chủ nhật"),
        ("526  494", "526  494"),
        ("\ud800x", "\ufffdx"),
        ("İ", "i"),
        ("Nghị định số\n24/2014", "nghị định số 24/2014"),
        ("ngày 09\ntháng 10", "ngày 09 tháng 10"),
        ("Sở Ngoại \r\nvụ", "sở ngoại vụ"),
        ("dự án\n12 xã", "dự án\n12 xã"),
        ("gồm\na) đất", "gồm\na) đất"),
        ("họp.\nhết", "họp.\nhết"),
        ("họp\nHết", "họp\nhết"),
        ("họp\n\nhết", "họp\n\nhết"),
    ],
)
def test_the_view_drops_what_changes_no_meaning(text: str, lower: str) -> None:
    """Tone placement, invisible characters and the kind of space are unified."""
    assert TextView(text).lower == lower


@given(st.lists(st.text("aeou \u0323\u0301\n<\u1100\u1161\u11a8", max_size=9), max_size=9), st.integers(0, 9))
def test_a_long_text_is_brought_into_nfc_as_a_whole_would_be(words: list[str], more: int) -> None:
    """Where the text is cut into parts, nothing is composed otherwise."""
    text = ("e" * 512 + "\u0302").join(words) + " " * more
    assert nfc(text) == unicodedata.normalize("NFC", text)


@given(st.text(st.characters(codec=None)) | st.text("aoàhuỷ \u200b\u00a0\r\n1"), st.data())
def test_a_span_of_the_view_maps_to_the_text(text: str, data: st.DataObject) -> None:
    """Any part of the view has a span in the NFC text, in order, and views of equal length."""
    view = TextView(text)
    assert view.text == unicodedata.normalize("NFC", text)
    assert len(view.lower) == len(view.plain)
    if view.plain:
        start = data.draw(st.integers(0, len(view.plain) - 1))
        end = data.draw(st.integers(start + 1, len(view.plain)))
        span = view.span(start, end)
        assert 0 <= span.start < span.end <= len(view.text)
        assert span.of(view.text)


def test_digits_begin_no_word() -> None:
    """A digit inside a word or number starts nothing."""
    assert TextView("T9 22h17, 135/QĐ").digit_runs == [(3, (2, "h")), (10, (3, "/"))]
    assert TextView("T9 22h17, USD5").glued_digits == [1, 6, 13]


@given(st.text(alphabet="aA. \n!?…”)1"))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    """Sentences are in order, do not overlap, and leave out white space alone."""
    spans = list(sentences(text))
    covered = "".join(span.of(text) for span in spans)
    assert covered.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


WRAPPED = """Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04 tháng 4 năm 2014 của Chính phủ về
tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thành phố trực thuộc
Trung ương; theo đề nghị của Giám đốc Sở Nội vụ và Chánh Văn phòng tỉnh An
Giang về việc kiện toàn tổ chức, bộ máy, sau khi thống nhất ý kiến với Mặt trận
Tổ quốc Việt Nam và các tổ chức thành viên ở các xã, phường, thị trấn trong cả
tỉnh, quyết định như sau
Điều 1. Tên gọi
Sở Nội vụ chủ trì, phối hợp với
Sở Tài chính thực hiện các nhiệm vụ trong giai đoạn nêu tại Đề án của Bộ Nội vụ
1. Rà soát, sắp xếp lại các phòng, đơn vị trực thuộc theo hướng tinh gọn đầu mối
và nâng cao chất lượng hoạt động.
"""


def test_a_break_at_the_width_of_the_lines_is_soft() -> None:
    """Where lines are as long as they can be, a name goes on after the break; short lines and items end."""
    lines = TextView(WRAPPED).plain.splitlines()
    assert [line[:20] for line in lines] == [
        "Căn cứ Nghị định số ",
        "Điều 1. Tên gọi",
        "Sở Nội vụ chủ trì, p",
        "1. Rà soát, sắp xếp ",
    ]
    assert "tỉnh An Giang về" in lines[0]
    assert "thuộc Trung ương;" in lines[0]
    assert "với Mặt trận Tổ quốc Việt Nam" in lines[0]
    assert "phối hợp với Sở Tài chính" in lines[2]


def test_paragraphs_of_one_line_have_no_width() -> None:
    """A few broken lines among long paragraphs do not make a heading go on."""
    text = "\n".join(["Chiều qua, " + "tỉnh họp bàn " * 20 + "xong."] * 9)
    broken = "một dòng có độ dài vừa phải nằm trong danh mục kèm theo\n" * 4 + "Đầu mục\nHết"
    assert TextView(f"{text}\n{broken}").plain.endswith("kèm theo\nĐầu mục\nHết")


def test_soft_breaks_take_one_pass() -> None:
    """Texts of many short or full lines are read, whatever their breaks are."""
    for text in ("a\n" * 50_000, ("x " * 25 + "\nb\n") * 5_000, "của\nA" * 20_000):
        view = TextView(text)
        assert len(view.plain) == len(view.printed)


def test_in_wrapped_text_a_line_may_break_off_early() -> None:
    """A ground, a bracket before a small letter, and a preposition are no end, however short the line is."""
    text = (
        "Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04 tháng 4 năm 2014 của Chính phủ về\ntổ chức các cơ quan;\n"
        "Xét đề nghị của Giám đốc\nSở Nội vụ và ý kiến của Hội đồng nhân dân (HĐND)\ntỉnh,\nQUYẾT ĐỊNH:\n"
        "Điều 1. Giao các sở, ngành và Ủy ban nhân dân các huyện, thị xã, thành phố\nthi hành, phối hợp với\n"
        "Công an tỉnh\nSở Tài chính cấp kinh phí.\n"
    )
    assert TextView(text).plain.splitlines()[1:] == [
        "Xét đề nghị của Giám đốc Sở Nội vụ và ý kiến của Hội đồng nhân dân (HĐND) tỉnh,",
        "QUYẾT ĐỊNH:",
        "Điều 1. Giao các sở, ngành và Ủy ban nhân dân các huyện, thị xã, thành phố thi hành, phối hợp với "
        "Công an tỉnh",
        "Sở Tài chính cấp kinh phí.",
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**VĂN PHÒNG CHÍNH\nPHỦ**", "VĂN PHÒNG CHÍNH\nPHỦ"),
        ("**Số:** 12/TB", "Số: 12/TB"),
        ("từ **7/12** tới", "từ 7/12 tới"),
        ("2**3 = 8", "2**3 = 8"),
        ("****", "****"),
    ],
)
def test_the_marks_of_bold_type_are_not_read(text: str, plain: str) -> None:
    """A view has the words without them; what only looks like them stays."""
    assert TextView(text).plain == plain
