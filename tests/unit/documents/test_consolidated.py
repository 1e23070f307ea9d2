"""Consolidated texts: who confirmed them, what they consolidate, footnotes and their marks."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vnmedia import parse_instrument_document
from vnmedia.model import InstrumentDocument

HEAD = (
    "VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "LUẬT\nSÔNG HỒ\n"
    "Luật Sông hồ số 9/2018/QH14 ngày 14 tháng 6 năm 2018 của Quốc hội, có hiệu lực kể từ ngày 01 tháng "
    "01 năm 2019, "
    "được sửa đổi, bổ sung bởi:\n"
    "1. Luật số 5/2022/QH15 ngày 10 tháng 6 năm 2022 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 "
    "năm 2023;\n"
    "2. Luật số 7/2024/QH15 ngày 12 tháng 6 năm 2024 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 "
    "năm 2025.\n"
    "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
)
BODY = (
    "Quốc hội ban hành Luật Sông hồ1.\n\n"
    "1 Luật số 5/2022/QH15 có căn cứ ban hành như sau:\n“Căn cứ Hiến pháp;\nQuốc hội ban hành Luật sửa "
    "đổi.”.\n\n"
    "Điều 1. Phạm vi điều chỉnh\n1.2 Luật này quy định về sông.\n2. Luật này quy định về hồ.\n"
    "3.3 (được bãi bỏ)\n\n"
    "2 Khoản này được sửa đổi theo quy định tại Điều 1 của Luật số 5/2022/QH15, có hiệu lực từ ngày 01 "
    "tháng 01 năm "
    "2023.\n3 Khoản này được bãi bỏ theo quy định tại Điều 2 của Luật số 7/2024/QH15.\n\n"
    "Điều 2.4 Hồ chứa\nHồ chứa gồm:\na) Hồ lớn;\nb)5 Hồ nhỏ.\n\n"
    "4 Điều này được sửa đổi theo quy định tại Điều 3 của Luật số 7/2024/QH15.\n"
    "5 Điểm này được bổ sung theo quy định tại Điều 4 của Luật số 7/2024/QH15.\n\n"
    "Điều 3. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2019.\n"
)
END = (
    "VĂN PHÒNG QUỐC HỘI\nSố: 31/VBHN-VPQH\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 07 tháng 7 năm 2024\n"
    "CHỦ NHIỆM\nTrần Văn Mẫu\n"
)


def read() -> InstrumentDocument:
    """The whole consolidated text."""
    return parse_instrument_document(HEAD + BODY + END)


def test_number_day_and_body_of_the_confirmation() -> None:
    """They stand at the end, beside ``XÁC THỰC VĂN BẢN HỢP NHẤT``."""
    document = read()
    instrument = document.instrument
    assert (instrument.type, instrument.number) == ("văn bản hợp nhất", "31/VBHN-VPQH")
    assert instrument.date == dt.date(2024, 7, 7)
    assert instrument.issuer is not None
    assert instrument.issuer.name == "Văn phòng Quốc hội"
    assert [(s.office, s.name) for s in document.signatures] == [("CHỦ NHIỆM", "Trần Văn Mẫu")]


def test_it_consolidates_its_base() -> None:
    """The base is the target, and its day of effect is the text's; the amending laws are no clauses."""
    document = read()
    assert [
        relation.target.of(document.text)
        for relation in document.instrument.relations
        if relation.kind == "consolidates"
    ] == ["Luật Sông hồ số 9/2018/QH14 ngày 14 tháng 6 năm 2018 của Quốc hội"]
    assert document.effect is not None
    assert document.effect.date == dt.date(2019, 1, 1)


def test_marked_units_are_units_and_footnotes_stand_apart() -> None:
    """The mark of a footnote is no part of a number, a footnote no part of a unit."""
    document = read()
    assert [(unit.kind, unit.number) for unit in document.walk()] == [
        ("article", "1"),
        ("clause", "1"),
        ("clause", "2"),
        ("clause", "3"),
        ("article", "2"),
        ("point", "a"),
        ("point", "b"),
        ("article", "3"),
    ]
    said = " ".join(passage.text for unit in document.walk() for passage in unit.paragraphs)
    assert "Khoản này" not in said
    assert [note.text.split()[0] for note in document.footnotes] == ["1", "2", "3", "4", "5"]
    assert document.footnotes[2].text.startswith("3 Khoản này được bãi bỏ")


def test_a_text_that_breaks_off_has_no_number() -> None:
    """Without its confirmation it is a consolidated text all the same."""
    instrument = parse_instrument_document(HEAD + BODY).instrument
    assert (instrument.type, instrument.number, instrument.date) == ("văn bản hợp nhất", None, None)


@given(st.integers(1, 12))
def test_marks_count_up(clauses: int) -> None:
    """However many clauses are marked, each is one, and each footnote stands apart."""
    body = "Điều 1. Hồ\n" + "".join(f"{n}.{n} Hồ thứ {'a' * n} là hồ.\n" for n in range(1, clauses + 1))
    notes = "".join(f"{n} Khoản này được bổ sung theo Luật số 5/2022/QH15.\n" for n in range(1, clauses + 1))
    document = parse_instrument_document(f"{HEAD}Quốc hội ban hành Luật Sông hồ.\n{body}\n{notes}\n{END}")
    numbers = [unit.number for unit in document.walk() if unit.kind == "clause"]
    assert numbers == [str(n) for n in range(1, clauses + 1)]
    assert sum(note.text.count("Khoản này") for note in document.footnotes) == clauses


def test_the_letterhead_has_what_the_confirmation_leaves_out() -> None:
    """Ministries print number, day and body on top, and only the signature below the confirmation."""
    text = (
        "BỘ XÂY DỰNG\nSố: 14/VBHN-BXD\nHà Nội, ngày 21 tháng 5 năm 2031\nTHÔNG TƯ\nQuy định về nhà mẫu\n"
        "Thông tư số 3/2029/TT-BXD ngày 1 tháng 2 năm 2029 của Bộ trưởng Bộ Xây dựng quy định nhà mẫu, có "
        "hiệu lực kể từ ngày 5 tháng 3 năm 2029, được sửa đổi, bổ sung bởi:\nThông tư số 5/2030/TT-BXD ngày "
        "3 tháng 4 năm 2030.\nCăn cứ Luật Nhà ở số 27/2023/QH15;\nĐiều 1.[1] Phạm vi\n1.2 Một.\n"
        "Điều 2. Hai.\n"
        "XÁC THỰC VĂN BẢN HỢP NHẤT\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Văn Mẫu\n"
        "[1] Điều này được sửa đổi theo quy định tại Điều 1 Thông tư số 5/2030/TT-BXD.\n"
        "2 Khoản này được bổ sung theo quy định tại Điều 2 Thông tư số 5/2030/TT-BXD.\n"
    )
    document = parse_instrument_document(text)
    instrument = document.instrument
    assert (instrument.number, str(instrument.date)) == ("14/VBHN-BXD", "2031-05-21")
    assert instrument.issuer is not None
    assert instrument.issuer.name == "Bộ Xây dựng"
    assert len(document.footnotes) == 2
    assert [unit.number for unit in document.walk()] == ["1", "1", "2"]


#: Twelve clauses of a narrow page, which shows how wide its lines are.
CLAUSES = "".join(f"{n}. Hồ thứ {n} dài và\nrộng hơn những gì luật định.\n" for n in range(1, 13))


def marked(middle: str) -> InstrumentDocument:
    """A consolidated text with *middle* as the rest of its body, after the enacting words and their mark."""
    return parse_instrument_document(f"{HEAD}Quốc hội ban hành Luật Sông hồ.\n{middle}{END}")


@given(st.sampled_from(["2026 - 20301", "năm 20301", "nhà mẫu1"]), st.integers(2, 3))
def test_a_mark_that_a_footnote_answers_needs_no_mark_before_it(end: str, lost: int) -> None:
    """Marks are lost in extraction; a footnote of the same number says that it is one."""
    document = marked(
        f"Chương trình hồ giai đoạn {end}.\nĐiều 1. Phạm vi hồ{lost}\nLuật này quy định về hồ.\n\n"
        "1 Luật số 5/2022/QH15 có căn cứ ban hành như sau:\n“Căn cứ Hiến pháp.”.\n\n"
        f"{lost} Điều này được sửa đổi theo quy định tại Điều 3 của Luật số 7/2024/QH15.\n\n"
    )
    headings = [unit.heading.text for unit in document.walk() if unit.heading]
    assert headings == ["Phạm vi hồ"]
    assert len(document.footnotes) == 2


def test_the_last_digit_of_a_longer_number_is_no_mark() -> None:
    """Without a footnote that answers, the digits belong to the number."""
    document = marked("Điều 1. Vốn\nVốn của hồ là 20301.\nĐiều 2. Nhà mẫu 2\nNhà mẫu 2 là nhà.\n")
    assert [passage.text for unit in document.walk() for passage in unit.paragraphs] == [
        "Vốn của hồ là 20301.",
        "Nhà mẫu 2 là nhà.",
    ]
    assert [unit.heading.text for unit in document.walk() if unit.heading] == ["Vốn", "Nhà mẫu 2"]


def test_a_marked_unit_after_a_page_of_footnotes_is_a_unit() -> None:
    """Its label with the next mark stands in the body only, however wide the lines below it are."""
    wide = "Hồ " * 40
    document = marked(
        f"Điều 1. Hồ\n{CLAUSES}\n1 Luật số 5/2022/QH15 có căn cứ ban hành như sau: {wide}\n{wide}.\n\n"
        f"13.2 (được bãi bỏ)\n14. {wide}\n{wide}.\n\n"
        "2 Khoản này được bãi bỏ theo quy định tại Điều 2 của Luật số 7/2024/QH15.\n\n"
    )
    numbers = [unit.number for unit in document.walk() if unit.kind == "clause"]
    assert numbers == [str(n) for n in range(1, 15)]


def test_wide_lines_of_a_form_are_no_footnotes() -> None:
    """The forms after an attachment's heading are set in small type as footnotes are."""
    form = "1. Tên đơn vị đề xuất" + "." * 90
    document = parse_instrument_document(
        f"{HEAD}Quốc hội ban hành Luật Sông hồ1.\nĐiều 1. Hồ\n{CLAUSES}\n"
        f"1 Luật số 5/2022/QH15 có căn cứ ban hành như sau:\n“Căn cứ Hiến pháp.”.\n\n"
        f"PHỤ LỤC I\nMẪU ĐƠN\n(Kèm theo Luật số 9/2018/QH14)\n\n{form}\n{form.replace('1', '2')}\n\n"
    )
    assert [note.text[:2] for note in document.footnotes] == ["1 "]
    assert any("Tên đơn vị" in part.span.of(document.text) for part in document.attachments)


def test_an_excerpt_leaves_chapters_out() -> None:
    """A chapter alone on its line is one, even if the chapters between are missing."""
    document = marked(
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Hồ\nHồ là hồ.\nChương IV\nĐIỀU KHOẢN THI HÀNH\n"
        "Điều 9. Chuyển tiếp\nHồ cũ theo luật cũ.\n"
    )
    assert [unit.number for unit in document.divisions] == ["I", "IV"]


def test_a_text_on_one_line_keeps_its_confirmation() -> None:
    """Without line breaks, base, number, day, body and signature are found all the same."""
    document = parse_instrument_document(" ".join((HEAD + BODY + END).split()) + " Phụ lục 01 Danh mục hồ")
    instrument = document.instrument
    assert (instrument.type, instrument.number) == ("văn bản hợp nhất", "31/VBHN-VPQH")
    assert instrument.date == dt.date(2024, 7, 7)
    assert [relation.kind for relation in instrument.relations][:1] == ["consolidates"]
    assert [(s.office, s.name) for s in document.signatures] == [("CHỦ NHIỆM", "Trần Văn Mẫu")]


@given(
    st.sampled_from(["Đại tướng ", "Thượng tá ", "(Đã ký) ", "Đã ký ", ""]),
    st.sampled_from(
        [" Phụ lục I DANH MỤC HỒ", " Mẫu số 01 Đơn", " PHỤ LỤC I DANH MỤC", " Nơi nhận: - Như trên;", ""]
    ),
)
def test_a_signature_on_the_paper_s_only_line(before: str, after: str) -> None:
    """Rank or ``Đã ký`` before the name, and whatever follows it, leave office and name as they are."""
    document = parse_instrument_document(
        "BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 9/2026/TT-BTC "
        "Hà Nội, ngày 05 tháng 01 năm 2026 THÔNG TƯ Quy định về hồ sơ Căn cứ Luật Nhà ở số 27/2023/QH15; "
        "Bộ trưởng Bộ Tài chính ban hành Thông tư quy định về hồ sơ. Điều 1. Hồ sơ gồm đơn. "
        "Điều 2. Thông tư này có hiệu lực từ "
        f"ngày 01 tháng 3 năm 2026./. KT. BỘ TRƯỞNG THỨ TRƯỞNG {before}Trần Văn Mẫu{after}"
    )
    (signature,) = document.signatures
    assert signature.office == "THỨ TRƯỞNG"
    assert signature.name == "Trần Văn Mẫu"
