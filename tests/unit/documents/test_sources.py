"""Documents as crawlers and the gazette give them: what was put between their words changes nothing."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import ParseError, parse_instrument_document
from vnmedia.model import InstrumentDocument

LINES = (
    "BỘ XÂY DỰNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 17/2031/TT-BXD",
    "Hà Nội, ngày 04 tháng 3 năm 2031",
    "THÔNG TƯ",
    "Quy định về nhà mẫu",
    "Căn cứ Luật Nhà ở số 27/2023/QH15;",
    "Bộ trưởng Bộ Xây dựng ban hành Thông tư quy định về nhà mẫu.",
    "Điều 1. Phạm vi điều chỉnh",
    "1. Thông tư này quy định về nhà mẫu.",
    "2. Nhà mẫu gồm:",
    "a) Nhà gỗ;",
    "b) Nhà gạch.",
    "Điều 2. Hiệu lực thi hành",
    "Thông tư này có hiệu lực thi hành từ ngày 15 tháng 5 năm 2031.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "KT. BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "Trần Văn Mẫu",
)
PLAIN = "\n".join(LINES)


def facts(document: InstrumentDocument) -> tuple[object, ...]:
    """What a register takes from a document."""
    instrument = document.instrument
    return (
        instrument.type,
        instrument.number,
        instrument.date,
        instrument.issuer and instrument.issuer.name,
        document.place,
        document.title and document.title.text,
        [(unit.kind, unit.number) for unit in document.walk()],
        document.effect and document.effect.date,
        [ground.citations[0].value.number for ground in document.grounds],
        [(signature.office, signature.name) for signature in document.signatures],
        [passage.text for passage in document.recipients],
    )


WANTED = facts(parse_instrument_document(PLAIN))


def test_the_plain_paper() -> None:
    """What all the others are held against."""
    assert WANTED[:6] == (
        "thông tư",
        "17/2031/TT-BXD",
        dt.date(2031, 3, 4),
        "Bộ Xây dựng",
        "Hà Nội",
        "Quy định về nhà mẫu",
    )
    assert WANTED[7] == dt.date(2031, 5, 15)
    assert WANTED[9] == [("THỨ TRƯỞNG", "Trần Văn Mẫu")]


def marked_up(line: str) -> str:
    """*line* with the emphasis that crawlers write."""
    if line.isupper() or line.startswith("Điều"):
        return f"**{line}**"
    return f"*{line}*" if line.startswith(("Căn cứ", "Hà Nội")) else line


RUNNING_HEAD = "CÔNG BÁO/Số 25 + 26/Ngày 05-01-2031"
STAMP = "Ký bởi: Cổng Thông tin điện tử Chính phủ\nThời gian ký: 24.04.2031 08:15:02 +07:00\n"


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(map(marked_up, LINES)),
        "\n".join(f"## {line}" if line.startswith("Điều") else line for line in LINES),
        PLAIN.replace("1. Thông", "1\\. Thông").replace("\n2. ", "\n2\\. "),
        "VĂN BẢN QUY PHẠM PHÁP LUẬT\n" + STAMP + PLAIN,
        PLAIN.replace("\nĐộc lập - Tự do - Hạnh phúc\n", " Độc lập - Tự do - Hạnh phúc ---------------\n"),
        PLAIN.replace("BỘ XÂY DỰNG\n", "BỘ XÂY DỰNG -------\n", 1)
        .replace("TT-BXD\nHà Nội", "TT-BXD Hà Nội")
        .replace("2031\nTHÔNG TƯ\nQuy định", "2031 THÔNG TƯ Quy định"),
        "THÔNG TƯ SỐ 17/2031/TT-BXD VỀ NHÀ MẪU\n\n" + PLAIN,
    ],
    ids=["emphasis", "headings", "escapes", "gazette", "rules", "letterhead on few lines", "page title"],
)
def test_the_same_paper_in_another_dress(text: str) -> None:
    """Markdown, the gazette's lines, a collapsed letterhead and a page's title change no fact."""
    assert facts(parse_instrument_document(text)) == WANTED


@pytest.mark.slow
@given(st.integers(7, len(LINES) - 1), st.integers(7, len(LINES) - 1))
def test_running_heads_stand_anywhere(first: int, second: int) -> None:
    """A running head between any two lines is no line of the document."""
    lines = list(LINES)
    for place, number in sorted(((first, 2), (second, 3)), reverse=True):
        lines.insert(place, f"{number} {RUNNING_HEAD}" if number % 2 == 0 else f"{RUNNING_HEAD} {number}")
    document = parse_instrument_document("\n".join(lines))
    assert facts(document) == WANTED
    assert "CÔNG BÁO" in document.text


def test_a_letterhead_among_the_lines_of_the_body() -> None:
    """Number, day and body come from where text extraction put them, and are no text of the article there."""
    torn = "\n".join([*LINES[5:11], *LINES[:5], *LINES[11:]])
    assert facts(parse_instrument_document(torn)) == WANTED


def test_a_paper_without_letterhead() -> None:
    """Type, issuer, units, effect and signature are read all the same."""
    document = parse_instrument_document("\n".join(LINES[5:]))
    found = facts(document)
    assert found[0] == "thông tư"
    assert found[1:3] == (None, None)
    assert found[3] == "Bộ Xây dựng"
    assert found[5:] == WANTED[5:]


def test_a_body_alone() -> None:
    """``Luật này`` says what it is, the closing when it was passed."""
    document = parse_instrument_document(
        "CHƯƠNG I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nLuật này quy định về sông hồ.\nLuật này đã được "
        "Quốc hội khóa XVI, "
        "kỳ họp thứ 2 thông qua ngày 10 tháng 4 năm 2026./.\nCHỦ TỊCH QUỐC HỘI\n(Đã ký)\nTrần Văn Mẫu\n"
    )
    assert (document.instrument.type, document.instrument.date) == ("luật", dt.date(2026, 4, 10))


def test_a_signature_in_a_row_of_a_table() -> None:
    """Recipients, authority, office and name come apart in the cells."""
    row = "| **Nơi nhận:** - Như trên; - Lưu: VT. | **KT. BỘ TRƯỞNG THỨ TRƯỞNG** **Trần Văn Mẫu** |"
    assert facts(parse_instrument_document("\n".join([*LINES[:16], row]))) == WANTED


@pytest.mark.parametrize("line", ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Trần Văn Mẫu"])
@pytest.mark.parametrize("signed", ["", "(Đã ký)\n", "\n\n( Đã ký)\n\n"])
@pytest.mark.parametrize("marks", ["", "**"])
def test_a_page_breaks_a_signature_after_its_first_word(line: str, signed: str, marks: str) -> None:
    """``KT.`` / ``BỘ TRƯỞNG``, ``THỨ`` / ``TRƯỞNG``, ``Trần`` / ``Văn Mẫu``."""
    torn = PLAIN.replace(f"\n{line}", "\n" + marks + line.replace(" ", "\n", 1) + marks)
    assert torn != PLAIN
    torn = torn.replace("THỨ TRƯỞNG\n", "THỨ TRƯỞNG\n" + signed)
    assert facts(parse_instrument_document(torn)) == WANTED


def test_a_whole_paper_on_one_line() -> None:
    """What a crawler collapsed has all that the paper has."""
    found = facts(parse_instrument_document(PLAIN.replace("\n", " ")))
    assert found == WANTED


ON_ONE_LINE = (
    "THÔNG TƯ",
    "Sửa đổi một số điều của Thông tư số 03/2029/TT-BXD về nhà mẫu",
    "Căn cứ Luật Nhà ở số 27/2023/QH15;",
    "Căn cứ biên bản họp của hội đồng;",
    "Trên cơ sở ý kiến của các bộ;",
    "Bộ trưởng Bộ Xây dựng ban hành Thông tư sửa đổi một số điều của Thông tư số 03/2029/TT-BXD.",
    "Điều 1. Sửa đổi, bổ sung một số khoản của Điều 3",
    "1. Sửa đổi khoản 2 như sau:",
    "“2. Nhà mẫu gồm:",
    "a) Nhà gỗ;",
    "b) Nhà gạch.”.",
    "2. Bãi bỏ khoản 3.",
    "Điều 2. Danh hiệu “Nhà mẫu”",
    "1. Căn cứ nhu cầu, bộ xét danh hiệu.",
    "2. Căn cứ kết quả, bộ trao danh hiệu.",
    "Điều 3. Hồ sơ",
    "a) Đơn;",
    "b) Bản vẽ.",
    "Điều 4. Thông tư này có hiệu lực từ ngày 15 tháng 5 năm 2031./.",
    "KT. BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "Trần Văn Mẫu",
    "PHỤ LỤC",
    "MẪU ĐƠN",
)


def facts_but_grounds(document: InstrumentDocument) -> list[object]:
    """What a register takes; not each ground here cites."""
    return [*facts(attrs.evolve(document, grounds=()))]


def test_an_amending_paper_on_one_line() -> None:
    """Grounds, first clauses and points after headings, new text that is quoted, and the signature."""
    on_lines = parse_instrument_document("\n".join(ON_ONE_LINE))
    on_one = parse_instrument_document(" ".join(ON_ONE_LINE))
    assert [facts_but_grounds(on_one), len(on_one.grounds)] == [facts_but_grounds(on_lines), 3]
    units = [(unit.kind, unit.number) for unit in on_one.walk()]
    assert units.count(("clause", "1")) == units.count(("clause", "2")) == 2
    assert units.count(("point", "a")) == 1
    assert on_one.signatures[0].name == "Trần Văn Mẫu"
    assert len(on_one.attachments) == 1


COUNCIL = (
    "HỘI ĐỒNG NHÂN DÂN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 54/2031/NQ-HĐND",
    "Ninh Bình, ngày 13 tháng 7 năm 2031",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Căn cứ Luật Nhà ở số 27/2023/QH15;",
    "QUYẾT NGHỊ:",
    "Điều 1. Thông qua quy định về nhà mẫu.",
    "Điều 2. Nghị quyết này thay thế Nghị quyết số 29/2017/NQ-HĐND ngày 08 tháng 12 năm 2017 của Hội đồng "
    "nhân dân tỉnh; được Hội đồng nhân dân tỉnh Ninh Bình khóa XX, kỳ họp thứ 6 thông qua ngày 13/7/2031 "
    "và có hiệu lực từ ngày 23 tháng 7 năm 2031./.",
    "| CHỦ TỊCH |",
)


@pytest.mark.parametrize(
    "above",
    [
        ("", "HỘI ĐỒNG NHÂN DÂN TỈNH NINH BÌNH", "KHÓA XX KỲ HỌP THỨ TƯ"),
        ("", "HỘI ĐỒNG NHÂN DÂN TỈNH NINH BÌNH KHÓA XX, KỲ HỌP THỨ 4", ""),
        ("Số hiệu | 54/2031/NQ-HĐND |\nCơ quan ban hành | Tỉnh Ninh Bình |\nLĩnh vực | Nhà ở |\n", "", ""),
    ],
    ids=["session below", "session beside", "card"],
)
def test_a_council_whose_title_a_portal_lost(above: tuple[str, str, str]) -> None:
    """The body is named without its session; the office alone signs; the effect stands after the passing."""
    card, *named = above
    text = card + "\n".join([*COUNCIL[:4], *filter(None, named), *COUNCIL[4:]])
    document = parse_instrument_document(text)
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Hội đồng nhân dân tỉnh Ninh Bình"
    assert document.effect is not None
    assert document.effect.date == dt.date(2031, 7, 23)
    assert [(signature.office, signature.name) for signature in document.signatures] == [("CHỦ TỊCH", None)]
    assert len(document.grounds) == 2
    assert [relation.kind for relation in document.instrument.relations].count("based-on") == 2


@pytest.mark.parametrize("subject", ["V/v\n: Nhà mẫu\nVLXD", "V/v nhà mẫu\nVLXD", "V/v: nhà\nmẫu VLXD"])
def test_a_subject_on_several_lines(subject: str) -> None:
    """What goes on in capitals is no body, and a label may stand alone."""
    document = parse_instrument_document(
        f"BỘ XÂY DỰNG\nSố: 12/BXD-QLN\n{subject}\nHà Nội, ngày 4 tháng 3 năm 2031\n"
        "Kính gửi: Sở Xây dựng.\nBộ trả lời."
    )
    assert document.instrument.type == "công văn"
    assert document.title is not None
    assert document.title.text.lower() == "nhà mẫu vlxd"
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Bộ Xây dựng"


def test_a_heading_in_capitals_goes_on_in_capitals() -> None:
    """``I. GIA HẠN`` / ``SỐ NỢ`` is one name."""
    document = parse_instrument_document(
        PLAIN.replace("Điều 1. Phạm vi điều chỉnh", "I. XÂY DỰNG\nNHÀ MẪU").replace(
            "Điều 2. Hiệu lực", "II. HIỆU LỰC"
        )
    )
    assert document.divisions[0].heading is not None
    assert document.divisions[0].heading.text == "XÂY DỰNG NHÀ MẪU"


def test_laws_of_an_amending_law_that_no_registry_knows() -> None:
    """The whole list is its name: no law in it is a ground."""
    ground = (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Nhà ở, Luật Vườn hoa công cộng, Luật Đất đai, "
        "Luật Thuyền thúng ngày 29 tháng 11 năm 2030;"
    )
    document = parse_instrument_document(PLAIN.replace(LINES[7], ground))
    based = [relation for relation in document.instrument.relations if relation.kind == "based-on"]
    assert len(based) == 1


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Tin hôm nay", "no letterhead"),
        ("BỘ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTin hôm nay", "no line names the type"),
        ("QUYẾT ĐỊNH\nMột dòng thường", "neither grounds nor an article"),
    ],
)
def test_a_refusal_says_what_is_missing(text: str, missing: str) -> None:
    """The error names what was looked for."""
    with pytest.raises(ParseError, match=missing):
        parse_instrument_document(text)


def test_printed_text_stays_as_printed() -> None:
    """The place of a tone mark is that of the text."""
    document = parse_instrument_document(PLAIN.replace("Nhà gỗ", "Nhà của Uỷ ban"))
    assert any("Uỷ ban" in passage.text for unit in document.walk() for passage in unit.paragraphs)
