"""Whole documents, as text extraction gives them."""

import datetime as dt
import pickle
import unicodedata
from pathlib import Path

import attrs
import pytest

from vnmedia import ParseError, find_instruments, parse_instrument_document
from vnmedia.model import Division, InstrumentDocument, Passage, Pinpoint

SAMPLES = Path(__file__).parents[2] / "corpus" / "documents"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def read(name: str) -> InstrumentDocument:
    """The document of one sample."""
    return parse_instrument_document((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))


def texts(passages: tuple[Passage, ...]) -> list[str]:
    """What stands in each."""
    return [passage.text for passage in passages]


def outline(divisions: tuple[Division, ...]) -> list[object]:
    """Kind and number of each unit, with those within it."""
    made: list[object] = []
    for division in divisions:
        made.append(f"{division.kind} {division.number}")
        if division.divisions:
            made.append(outline(division.divisions))
    return made


HEADS = {
    "quyet-dinh-two-columns": ("quyết định", "1234/QĐ-UBND", dt.date(2024, 3, 5), "Lào Cai"),
    "cong-van-bars": ("công văn", "5104/BTTTT-PTTH&TTĐT", dt.date(2023, 10, 12), "Hà Nội"),
    "nghi-quyet-party": ("nghị quyết", "35-NQ/TW", dt.date(2018, 10, 22), "Hà Nội"),
    "luat-interleaved": ("luật", "103/2016/QH13", dt.date(2016, 4, 5), "Hà Nội"),
    "nghi-dinh-2004": ("nghị định", "110/2004/NĐ-CP", dt.date(2004, 4, 8), None),
    "thong-tu-lien-tich": ("thông tư liên tịch", "163/2013/TTLT-BTC-BNV", dt.date(2013, 11, 15), "Hà Nội"),
    "quyet-dinh-with-quy-che": ("quyết định", "12/QĐ-ATTP", dt.date(2019, 2, 1), "Hà Nội"),
    "nghi-dinh-with-phu-luc": ("nghị định", "119/2020/NĐ-CP", dt.date(2020, 10, 7), "Hà Nội"),
    "cong-van-interleaved": ("công văn", "4125/TCT-CS", dt.date(2021, 3, 23), "Hà Nội"),
    "cong-dien": ("công điện", "36/CĐ-TTg", dt.date(2026, 4, 25), "Hà Nội"),
    "nghi-quyet-hdnd": ("nghị quyết", "25/NQ-HĐND", dt.date(2021, 9, 17), "Tiền Giang"),
    "chi-thi-run-together": ("chỉ thị", "16/CT-TTg", dt.date(2026, 4, 23), "Hà Nội"),
    "thong-bao-vpcp": ("thông báo", "211/TB-VPCP", dt.date(2026, 4, 24), "Hà Nội"),
    "ke-hoach-ubnd": ("kế hoạch", "2582/KH-UBND", dt.date(2018, 6, 25), "Ninh Thuận"),
    "huong-dan-party-columns": ("hướng dẫn", "22-HD/BTGTW", dt.date(2017, 1, 10), "Hà Nội"),
    "giay-moi-party": ("giấy mời", "52-GM/VPTU", dt.date(2026, 7, 2), "Quảng Ninh"),
    "nghi-dinh-amending": ("nghị định", "13/2021/NĐ-CP", dt.date(2021, 3, 1), "Hà Nội"),
    "quyet-dinh-narrow-letterhead": ("quyết định", "27/2011/QĐ-UBND", dt.date(2011, 8, 12), "Mỹ Tho"),
    "quyet-dinh-with-card": ("quyết định", "41/2019/QĐ-UBND", dt.date(2019, 11, 18), "Lai Châu"),
    "chuong-trinh-phoi-hop": (
        "chương trình phối hợp",
        "05/CTrPH-BTTTT-HNDVN",
        dt.date(2018, 6, 22),
        "Hà Nội",
    ),
    "thong-tu-broken-lines": ("thông tư", "09/2020/TT-BTTTT", dt.date(2020, 5, 29), "Hà Nội"),
}


def test_every_sample_has_its_head() -> None:
    """No sample is left out of the table."""
    assert sorted(HEADS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_type_number_date_and_place(name: str) -> None:
    """The letterhead is read however its columns were printed."""
    document = read(name)
    instrument = document.instrument
    assert (instrument.type, instrument.number, instrument.date, document.place) == HEADS[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace(", ", ",\u00a0"),
        lambda text: "\ufeff" + text.replace("ủy", "uỷ"),
    ],
    ids=["nfd", "crlf", "blank lines", "nbsp", "bom and tone"],
)
def test_the_form_of_the_text_changes_no_unit(name: str, change) -> None:
    """Normalisation, line ends and blank lines leave type, number, date and units as they are."""
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    plain, changed = parse_instrument_document(text), parse_instrument_document(change(text))
    assert changed.instrument.number == plain.instrument.number
    assert changed.instrument.date == plain.instrument.date
    assert outline(changed.divisions) == outline(plain.divisions)
    assert [s.name for s in changed.signatures] == [s.name for s in plain.signatures]


def test_two_columns_side_by_side() -> None:
    """A body's name that goes on in the next row is one name, and the number's row gives the date too."""
    document = read("quyet-dinh-two-columns")
    assert texts(document.issuers) == ["ỦY BAN NHÂN DÂN TỈNH LÀO CAI"]
    assert document.motto is not None
    assert document.motto.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    assert document.enacting is not None
    assert document.enacting.text == "QUYẾT ĐỊNH:"
    assert texts(document.recipients) == ["Bộ TT&TT", "TT. TU, HĐND tỉnh", "Như Điều 3", "Lưu: VT, KGVX"]


def test_a_decision_divides_its_plan_within_an_article() -> None:
    """Roman numerals, numbers and decimals nest within the article that approves the plan."""
    assert outline(read("quyet-dinh-two-columns").divisions) == [
        "article 1",
        [
            "section I",
            ["clause 1", "clause 2", ["point a", "point b"]],
            "section II",
            ["clause 1", ["clause 1.1", "clause 1.2"]],
        ],
        "article 2",
        "article 3",
    ]


def test_grounds_and_what_they_cite() -> None:
    """A ground that a narrow page broke is one, with each instrument that it names."""
    grounds = read("quyet-dinh-two-columns").grounds
    assert len(grounds) == 3
    assert [mention.value.number for mention in grounds[1].citations] == ["749/QĐ-TTg"]
    assert [mention.value.number for mention in grounds[2].citations] == ["15/TTr-STTTT"]


def test_an_article_has_a_name_or_a_sentence() -> None:
    """An unended line with text below is a name; the sentence of a decision's article is its text."""
    headings = {d.number: d.heading for d in read("nghi-dinh-with-phu-luc").walk() if d.kind == "article"}
    assert [heading and heading.text for heading in headings.values()] == [
        "Phạm vi điều chỉnh",
        "Đối tượng áp dụng",
        "Sửa đổi",
        "Hiệu lực thi hành",
    ]
    articles = read("quyet-dinh-two-columns").divisions
    assert [article.heading for article in articles] == [None, None, None]
    assert articles[1].paragraphs[0].text == (
        "Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành tổ chức "
        "Triển khai Quyết định này."
    )


def test_chapters_and_their_names() -> None:
    """A chapter's name may fill several lines in capitals, or stand in small letters."""
    document = read("nghi-dinh-with-phu-luc")
    assert outline(document.divisions) == [
        "chapter I",
        ["article 1", ["clause 1", ["point a", "point b", "point đ"], "clause 2"], "article 2"],
        "chapter II",
        ["section 1", ["article 3", ["clause 1", "clause 2"], "article 4"]],
    ]
    assert document.divisions[1].heading is not None
    assert document.divisions[1].heading.text == "HÀNH VI VI PHẠM, HÌNH THỨC XỬ PHẠT"


def test_what_an_amendment_quotes_is_no_unit() -> None:
    """An article in quotation marks is text of the clause that puts it in."""
    article = read("nghi-dinh-with-phu-luc").divisions[1].divisions[0].divisions[0]
    clause = article.divisions[0]
    assert texts(clause.paragraphs) == ["Sửa đổi Điều 5 như sau:", "“Điều 5. Mới", "1. Một.", "2. Hai.”"]


def test_a_line_that_begins_with_a_number_is_no_clause() -> None:
    """A number at the head of a line that a narrow page broke continues no series."""
    document = read("thong-tu-broken-lines")
    assert outline(document.divisions) == ["article 1", ["clause 1", "clause 2"], "article 2"]
    article = document.divisions[0]
    assert article.heading is not None
    assert article.heading.text == "Phạm vi điều chỉnh và đối tượng áp dụng"
    assert (
        article.divisions[0]
        .paragraphs[0]
        .text.endswith("theo khoản 2. Điều 5 của Luật đó không áp dụng ở đây, và các quy định có liên quan.")
    )


def test_a_broken_letterhead() -> None:
    """Names, number and date go on in the next line."""
    document = read("thong-tu-broken-lines")
    assert texts(document.issuers) == ["BỘ THÔNG TIN VÀ TRUYỀN THÔNG"]
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Bộ Thông tin và Truyền thông"
    assert document.title is not None
    assert document.title.text.endswith("thông tin nguồn và hệ thống thông tin cấp tỉnh")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("nghi-dinh-with-phu-luc", dt.date(2020, 12, 1)),
        ("quyet-dinh-two-columns", dt.date(2024, 3, 5)),
        ("luat-interleaved", dt.date(2017, 1, 1)),
        ("quyet-dinh-with-quy-che", dt.date(2019, 3, 1)),
        ("thong-tu-broken-lines", dt.date(2020, 7, 15)),
        ("nghi-dinh-2004", None),
    ],
)
def test_from_when_it_has_effect(name: str, day: dt.date | None) -> None:
    """A stated day, the day of signing, or none where it hangs on the gazette."""
    effect = read(name).effect
    assert effect is not None
    assert effect.date == day
    assert " này có hiệu lực" in effect.passage.text


def effect_of(sentence: str) -> dt.date | None:
    """The effective day of a decision of 5 March 2024 with one sentence."""
    document = parse_instrument_document(
        f"Số: 7/QĐ-TTg\nHà Nội, ngày 05 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề việc\nĐiều 1. {sentence}\n"
    )
    return document.effect.date if document.effect else None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.", dt.date(2024, 3, 5)),
        ("Quyết định này thi hành kể từ ngày ký.", dt.date(2024, 3, 5)),
        ("Quyết định này được thi hành từ ngày 10/3/2024.", dt.date(2024, 3, 10)),
        ("Quyết định này có giá trị thi hành kể từ ngày ký.", dt.date(2024, 3, 5)),
        ("Các đơn vị trong Quyết định này thi hành nhiệm vụ từ ngày 10/3/2024.", None),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", dt.date(2024, 3, 15)),
        (
            "Quyết định này có hiệu lực từ ngày 20/3/2024 và thay thế Quyết định số 1/QĐ-TTg.",
            dt.date(2024, 3, 20),
        ),
        (
            "Nghị quyết này được thông qua ngày 01/3/2024 và có hiệu lực từ ngày 11/3/2024.",
            dt.date(2024, 3, 11),
        ),
        *(
            (
                f"Quyết định này có hiệu lực từ ngày {first} đến hết ngày {last}, trừ khoản 2.",
                dt.date(2024, 4, 1),
            )
            for first, last in (("1/4/2024", "30/9/2026"), ("01 tháng 4 năm 2024", "31 tháng 12 năm 2030"))
        ),
        ("Điều 5 Quyết định này có hiệu lực từ ngày 20/3/2024.", None),
        ("Quyết định số 1/QĐ-TTg hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", None),
        ("Sửa như sau:\n“Nghị định này có hiệu lực từ ngày 20/3/2024.”", None),
    ],
)
def test_only_the_document_itself_takes_effect(sentence: str, day: dt.date | None) -> None:
    """A part of it, another document, or what is quoted, is not meant."""
    assert effect_of(sentence) == day


def test_signatures() -> None:
    """Authority, office and name, for one signer and for several."""
    (one,) = read("nghi-dinh-with-phu-luc").signatures
    assert [(by.form, by.of) for by in one.authorities] == [("TM", "CHÍNH PHỦ")]
    assert (one.office, one.name) == ("THỦ TƯỚNG", "Nguyễn Xuân Phúc")
    (deputy,) = read("quyet-dinh-two-columns").signatures
    assert [(by.form, by.of) for by in deputy.authorities] == [("KT", "CHỦ TỊCH")]
    assert (deputy.office, deputy.name) == ("PHÓ CHỦ TỊCH", "Nguyễn Thị An")
    assert [(s.office, s.name) for s in read("thong-tu-lien-tich").signatures] == [
        ("THỨ TRƯỞNG", "Trần Anh Tuấn"),
        ("THỨ TRƯỞNG", "Nguyễn Công Nghiệp"),
    ]


def test_a_joint_document_has_several_issuers() -> None:
    """The bodies that a dash parts both issue; none is above the other."""
    document = read("thong-tu-lien-tich")
    assert texts(document.issuers) == ["BỘ TÀI CHÍNH", "BỘ NỘI VỤ"]
    assert document.parent is None


def test_the_body_above_is_not_the_issuer() -> None:
    """Of two names in a letterhead the lower one issues."""
    document = read("quyet-dinh-with-quy-che")
    assert document.parent is not None
    assert document.parent.text == "BỘ Y TẾ"
    assert texts(document.issuers) == ["CỤC AN TOÀN THỰC PHẨM"]


def test_a_cong_van_has_a_subject_and_addressees() -> None:
    """What stands after V/v is its title, Kính gửi its addressees; it has no line for its type."""
    document = read("cong-van-bars")
    assert document.type is None
    assert document.title is not None
    assert document.title.text == "tăng cường quản lý hoạt động quảng cáo trên mạng"
    assert texts(document.addressees) == [
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        "Các Hiệp hội quảng cáo",
    ]


def test_whom_a_cong_dien_goes_to() -> None:
    """The list after ``… điện:`` are its addressees."""
    assert texts(read("cong-dien").addressees) == [
        "Bộ trưởng các Bộ: Quốc phòng, Công an",
        "Chủ tịch Ủy ban nhân dân các tỉnh",
    ]


def test_a_subject_in_turn_with_the_date() -> None:
    """The subject's second line goes on, the dateline after it does not belong to it."""
    document = read("cong-van-interleaved")
    assert document.title is not None
    assert document.title.text == "chính sách thuế GTGT đối với hoạt động báo chí"
    (signature,) = document.signatures
    assert [(by.form, by.of) for by in signature.authorities] == [
        ("TL", "TỔNG CỤC TRƯỞNG"),
        ("KT", "VỤ TRƯỞNG VỤ CHÍNH SÁCH"),
    ]


def test_a_party_paper() -> None:
    """The Party's layout: its own title, a number with a hyphen, T/M."""
    document = read("nghi-quyet-party")
    assert document.layout == "party"
    assert document.motto is not None
    assert document.motto.text == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert [(by.form, by.of) for by in document.signatures[0].authorities] == [("TM", "BỘ CHÍNH TRỊ")]
    assert outline(document.divisions) == ["section I", ["clause 1", "clause 2"], "section II", ["clause 1"]]


@pytest.mark.parametrize(
    ("name", "issuer", "uri"),
    [
        (
            "ke-hoach-ubnd",
            "Ủy ban nhân dân tỉnh Ninh Thuận",
            "/eli/vn/ke-hoach/2018/2582-kh-ubnd/uy-ban-nhan-dan-tinh-ninh-thuan",
        ),
        (
            "nghi-quyet-hdnd",
            "Hội đồng nhân dân tỉnh Tiền Giang",
            "/eli/vn/nghi-quyet/2021/25-nq-hdnd/hoi-dong-nhan-dan-tinh-tien-giang",
        ),
        ("chi-thi-run-together", "Thủ tướng Chính phủ", "/eli/vn/chi-thi/2026/16-ct-ttg"),
        ("huong-dan-party-columns", "Ban Tuyên giáo Trung ương", "/eli/vn/huong-dan/2017/22-hd-btgtw"),
        ("luat-interleaved", "Quốc hội", "/eli/vn/luat/2016/103-2016-qh13"),
    ],
)
def test_the_letterhead_completes_the_citation(name: str, issuer: str, uri: str) -> None:
    """With day and issuer from the letterhead also a local number identifies one instrument."""
    instrument = read(name).instrument
    assert instrument.issuer is not None
    assert (instrument.issuer.name, instrument.uri) == (issuer, uri)


def test_quotations_of_an_amendment_in_both_kinds_of_marks() -> None:
    """Straight and curly marks, with others inside them, hide the clauses that they quote."""
    assert outline(read("nghi-dinh-amending").divisions) == [
        "article 1",
        ["clause 1", "clause 2", "clause 3"],
        "article 2",
        ["clause 1", "clause 2"],
    ]


def outline_of(body: str) -> list[object]:
    """The units of a law with that body."""
    head = "QUỐC HỘI\nLuật số: 1/2020/QH14\nHà Nội, ngày 1 tháng 2 năm 2020\nLUẬT\nTHỬ NGHIỆM\n"
    return outline(parse_instrument_document(head + body).divisions)


@pytest.mark.parametrize(
    ("body", "units"),
    [
        (
            "Phần thứ nhất\nQUY ĐỊNH CHUNG\nChương I: A\nĐiều 1.- B\nMột.\nPHẦN THỨ HAI\nTỘI PHẠM\n"
            "Chương II CÁC TỘI\nÐiều 2: C\nHai.\n",
            [
                "part thứ nhất",
                ["chapter I", ["article 1"]],
                "part THỨ HAI",
                ["chapter II", ["article 2"]],
            ],
        ),
        (
            "Điều 5[1]. A\n1.[2] Một.\n2. (được bãi bỏ)\nĐiều 6.[3] (được bãi bỏ)\n",
            ["article 5", ["clause 1", "clause 2"], "article 6"],
        ),
        (
            "Điều 1. A\n1) Một:\na. Hai;\nb. Ba.\n2) Bốn.\n",
            ["article 1", ["clause 1", ["point a", "point b"], "clause 2"]],
        ),
        ("Điều 1. A\nMột.\nĐiều 1a. B\nHai.\nĐiều 2. C\nBa.\n", ["article 1", "article 1a", "article 2"]),
        ("Điều 1. A\nTheo quy định tại\nĐiều 9. Luật khác.\nĐiều 2. B\nHai.\n", ["article 1", "article 2"]),
        (
            "A. MỞ ĐẦU\nI. Một\n1. Hai.\n1.1. Ba.\n1.1.1. Bốn.\nB. NỘI DUNG\nI. Năm\n",
            [
                "part A",
                ["section I", ["clause 1", ["clause 1.1", ["clause 1.1.1"]]]],
                "part B",
                ["section I"],
            ],
        ),
    ],
)
def test_forms_of_numbering(body: str, units: list[object]) -> None:
    """Marks, letters, footnotes and capitals in which units are numbered."""
    assert outline_of(body) == units


def test_this_document_is_the_document_itself() -> None:
    """``Luật này`` is the law that says so; what an amendment quotes speaks of another one."""
    law = read("luat-interleaved")
    own = [m.value.uri for m in law.citations if m.quote == "Luật này"]
    assert own
    assert set(own) == {law.instrument.uri}
    amending = parse_instrument_document(
        "Số: 7/2024/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2024\nNGHỊ ĐỊNH\nSửa đổi một số điều\n"
        "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Phạm vi\nNghị định này quy định về phí.”\n"
        "Điều 2. Nghị định này có hiệu lực từ ngày 01/4/2024.\n"
    )
    assert [m.value.uri for m in amending.citations if m.quote == "Nghị định này"] == [
        None,
        amending.instrument.uri,
    ]


def test_plans_and_guides_without_articles() -> None:
    """Roman numerals, numbers with a stop or a dash, and letters, each with their names."""
    plan = read("ke-hoach-ubnd")
    assert outline(plan.divisions) == [
        "section I",
        ["clause 1", "clause 2"],
        "section II",
        ["clause 1", ["point a", "point b"], "clause 2"],
    ]
    assert [d.heading and d.heading.text for d in plan.divisions[1].divisions] == [
        "Sở Thông tin và Truyền thông",
        None,
    ]
    assert outline(read("huong-dan-party-columns").divisions) == [
        "section I",
        ["clause 1", "clause 2"],
    ]


def test_the_unit_that_a_pinpoint_names() -> None:
    """A citation's place leads to the unit, whatever chapter it stands in; an unknown one to nothing."""
    document = read("nghi-dinh-with-phu-luc")
    (mention,) = find_instruments("điểm đ khoản 1 Điều 1 Nghị định 119/2020/NĐ-CP")
    unit = document.at(mention.value.places[0])
    assert unit is not None
    assert (unit.kind, unit.paragraphs[0].text) == ("point", "Khác.")
    assert document.at(Pinpoint(article="9")) is None
    appendix = document.at(Pinpoint(appendix="I", clause="2"))
    assert appendix is not None
    assert appendix.paragraphs[0].text == "Mẫu hai"
    assert document.at(Pinpoint(appendix="II", clause="2")) is None


def test_attachments() -> None:
    """An appendix and a promulgated regulation are read by themselves, with the note that ties them."""
    (appendix,) = read("nghi-dinh-with-phu-luc").attachments
    assert appendix.number == "I"
    assert appendix.title is not None
    assert appendix.title.text == "PHỤ LỤC I DANH MỤC MẪU"
    (regulation,) = read("quyet-dinh-with-quy-che").attachments
    assert regulation.note is not None
    assert regulation.note.text.startswith("(Ban hành kèm theo Quyết định số 12/QĐ-ATTP ngày 01 tháng 02")
    assert outline(regulation.divisions) == ["chapter I", ["article 1", "article 2", ["clause 1"]]]


def test_a_draft_has_neither_number_nor_day() -> None:
    """Blanks left to be filled give nothing, and hide nothing."""
    document = parse_instrument_document(
        "BỘ Y TẾ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số:      /2024/TT-BYT     Độc lập - Tự do - Hạnh phúc\n"
        "               Hà Nội, ngày     tháng     năm 2024\n"
        "THÔNG TƯ\nQuy định về thuốc\nĐiều 1. Phạm vi\nMột.\n"
    )
    assert document.instrument.number is None
    assert document.instrument.date is None
    assert document.place == "Hà Nội"


@pytest.mark.parametrize(
    "text", ["", "\n", "Tin hôm nay", "Bộ Y tế họp\nNgày 5/3", "\ud800\x00", "Điều 1. Một"]
)
def test_what_is_no_document_is_refused(text: str) -> None:
    """Without anything of a letterhead there is no document; the error is typed."""
    with pytest.raises(ParseError) as caught:
        parse_instrument_document(text)
    assert caught.value.kind == "document"


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_a_value(name: str) -> None:
    """It compares, hashes and pickles."""
    document = read(name)
    assert pickle.loads(pickle.dumps(document)) == document
    assert hash(attrs.evolve(document)) == hash(document)


def test_a_letterhead_in_narrow_columns() -> None:
    """Names, place and number are whole that each line of a narrow column breaks; so are the grounds."""
    document = read("quyet-dinh-narrow-letterhead")
    assert texts(document.issuers) == ["ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG"]
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.id == "ubnd.tien-giang"
    assert document.dateline is not None
    assert document.dateline.text == "Mỹ Tho, ngày 12 tháng 8 năm 2011"
    assert document.title is not None
    assert document.title.text.endswith("GIỮA SỞ THÔNG TIN VÀ TRUYỀN THÔNG VỚI CÁC HUYỆN")
    assert [ground.passage.text[-30:] for ground in document.grounds] == [
        "UBND ngày 26 tháng 11 năm 2003;"[-30:],
        "cuộc họp giao ban tháng 7 của tỉnh;"[-30:],
        "Sở Thông tin và Truyền thông tỉnh Tiền Giang,"[-30:],
    ]


def test_a_card_says_what_the_letterhead_leaves_out() -> None:
    """A portal's card gives the type; the line that enacts completes the body's name."""
    document = read("quyet-dinh-with-card")
    assert document.type is None
    assert document.title is not None
    assert document.title.text.startswith("BAN HÀNH QUY CHẾ")
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Ủy ban nhân dân tỉnh Lai Châu"


@pytest.mark.parametrize(
    ("card", "wanted"),
    [
        (
            "Số ký hiệu | 12/KH-UBND\nLoại văn bản | Kế hoạch\nCơ quan ban hành | UBND tỉnh Hà Nam\n"
            "Ngày ban hành | 05/02/2021\nTrích yếu | Chuyển đổi số năm 2021\n",
            (
                "kế hoạch",
                "12/KH-UBND",
                dt.date(2021, 2, 5),
                "Ủy ban nhân dân tỉnh Hà Nam",
                "Chuyển đổi số năm 2021",
            ),
        ),
        (
            "Số hiệu:\n31/NQ-HĐND\nLoại văn bản:\nNghị quyết\nNơi ban hành:\nTỉnh Hà Nam\nNgày ban hành:\n"
            "10-12-2020\nNgười ký:\nTrần Văn Bảy\n",
            ("nghị quyết", "31/NQ-HĐND", dt.date(2020, 12, 10), "Hội đồng nhân dân tỉnh Hà Nam", None),
        ),
        (
            "Số hiệu: 77/TB-ABC\nNgày ban hành: 31/02/2020\nCơ quan ban hành: Phòng Ba\nLĩnh vực: Khác\n",
            ("thông báo", "77/TB-ABC", None, "Phòng Ba", None),
        ),
    ],
)
def test_a_card_alone(card: str, wanted: tuple[object, ...]) -> None:
    """Labels and values stand side by side or in turn; a day that is none is left out."""
    document = parse_instrument_document(card + "Điều 1. Phê duyệt.\nĐiều 2. Thi hành.\n")
    value = document.instrument
    issuer = value.issuer.name if value.issuer else None
    assert (value.type, value.number, value.date, issuer, value.title) == wanted


def test_joint_bodies_each_issue() -> None:
    """The letters of the number tell that several bodies issue, whose names the lines break."""
    value = read("chuong-trinh-phoi-hop").instrument
    assert value.issuer is not None
    assert [value.issuer.id, *(other.id for other in value.co_issuers)] == ["bo-tttt", "hoi-nong-dan"]


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (
            "UBND TỈNH NINH BÌNH\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG\nSố: 77/KH-STTTT\nNinh Bình, ngày 15/01/2024\n"
            "KẾ HOẠCH\nTuyên truyền năm 2024\n",
            ("kế hoạch", "Sở Thông tin và Truyền thông tỉnh Ninh Bình"),
        ),
        (
            "ĐẢNG BỘ TỈNH QUẢNG NGÃI\nTỈNH ỦY\n*\nSố 12-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Quảng Ngãi, ngày 25 tháng 10 năm 2021\nNGHỊ QUYẾT\nvề chuyển đổi số\n",
            ("nghị quyết", "Tỉnh ủy Quảng Ngãi"),
        ),
        (
            "TÒA ÁN NHÂN DÂN\nHUYỆN LẤP VÒ\nTỈNH ĐỒNG THÁP\nBản án số: 45/2022/HS-ST\nNgày: 22 - 9 - 2022\n"
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
            ("bản án", "Tòa án nhân dân huyện Lấp Vò"),
        ),
    ],
)
def test_a_body_is_completed_by_what_stands_above_it(head: str, wanted: tuple[str, str]) -> None:
    """A department has the place of the body above, a committee that of its branch of the Party."""
    document = parse_instrument_document(head + "1. Nội dung thứ nhất.\n2. Nội dung thứ hai.\n")
    issuer = document.instrument.issuer
    assert issuer is not None
    assert issuer.id is not None
    assert (document.instrument.type, issuer.name) == wanted


def test_a_document_without_a_day_is_read_by_the_one_that_is_given() -> None:
    """A law that is named without its year is the one in force then; a day of its own wins."""
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 5/CT-TTg\n{}CHỈ THỊ\nVề công tác báo chí\n"
        "Căn cứ Luật Báo chí;\n1. Thực hiện ngay.\n"
    )
    bare, dated = text.format(""), text.format("Hà Nội, ngày 20 tháng 4 năm 2018\n")
    for document, uri in (
        (parse_instrument_document(bare, published="2020-12-17"), "/eli/vn/luat/2016/103-2016-qh13"),
        (parse_instrument_document(bare, published="2010-12-17"), "/eli/vn/luat/1989/bao-chi"),
        (parse_instrument_document(dated, published="2010-12-17"), "/eli/vn/luat/2016/103-2016-qh13"),
    ):
        assert [mention.value.uri for mention in document.citations if mention.value.title] == [uri]


PAGE_LAW = """QUỐC HỘI

Số: 7/2026/QH16

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

LUẬT
CHỢ PHIÊN

Điều 1 Phạm vi điều chỉnh

{clause}

Điều 2 Giải thích từ ngữ

1. Chợ phiên là chợ họp theo phiên, "

2. Phiên chợ là một lần họp chợ.

Điều 3. Hiệu lực

Luật này có hiệu lực từ ngày 01/01/2027.
"""


@pytest.mark.parametrize(
    "clause",
    [
        "Luật này quy định việc họp chợ.",
        'Chợ có "phiên" và "buổi"; "\n\nĐoạn sau.',
        "Theo\n\nĐiều 9 Luật Thương mại và các luật khác\n\nthì chợ được họp.",
        "Theo\n\nĐiều 9 Luật này nói rõ.",
    ],
)
def test_articles_of_saved_pages_are_all_found(clause: str) -> None:
    """Also where no stop follows the number, and where a lone mark ends a line: that opens no quotation."""
    document = parse_instrument_document(PAGE_LAW.format(clause=clause))
    articles = [division for division in document.divisions if division.kind == "article"]
    assert [division.number for division in articles] == ["1", "2", "3"]
    assert [division.number for division in articles[1].divisions] == ["1", "2"]


@pytest.mark.parametrize("organ", ["BỘ CHÍNH TRỊ", "BAN BÍ THƯ"])
@pytest.mark.parametrize("words", ["Quan điểm", "Thời điểm", "Danh mục", "Tài khoản", "Địa điểm"])
def test_an_organ_of_the_central_committee_and_points_in_brackets(organ: str, words: str) -> None:
    """The title names who issues; no word that ends in ``điểm`` or ``mục`` asks for a number."""
    document = parse_instrument_document(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 35-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 14 tháng 6 năm "
        f"2024\nCHỈ THỊ\nCỦA {organ}\nvề chợ đêm\nThời gian qua, chợ đông.\nI- NỘI DUNG\n1. {words}\n"
        f"(1) Một.\n(2) Hai.\nT/M {organ}\nTHƯỜNG TRỰC BAN BÍ THƯ\nTrần Văn Mẫu\n"
    )
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name.upper() == organ
    assert [(unit.kind, unit.number) for unit in document.walk()] == [
        ("section", "I"),
        ("clause", "1"),
        ("point", "1"),
        ("point", "2"),
    ]


GROUNDS = "Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;\nTheo đề nghị của Giám đốc Sở Y tế,\n"
ARTICLES = "Điều 1. Ban hành quy chế.\nĐiều 2. Giao Sở Y tế thực hiện.\n"


@pytest.mark.parametrize(
    ("formula", "kind"),
    [("QUYẾT ĐỊNH:", "quyết định"), ("QUYẾT NGHỊ:", "nghị quyết"), ("NGHỊ QUYẾT", "nghị quyết")],
)
def test_an_excerpt_from_its_grounds_on(formula: str, kind: str) -> None:
    """Without a letterhead the words below the grounds tell the type."""
    document = parse_instrument_document(f"{GROUNDS}{formula}\n{ARTICLES}")
    assert document.instrument.type == kind
    assert len(document.grounds) == 2
    with pytest.raises(ParseError):
        parse_instrument_document(f"{GROUNDS}Nay thông báo\n{ARTICLES}")


def test_a_number_at_the_head_of_a_line_is_no_clause() -> None:
    """A narrow page breaks ``Nghị quyết số`` off its number."""
    head = "SỞ Y TẾ\nSố: 08/CT-SYT\nHà Nam, ngày 25 tháng 5 năm 2015\nCHỈ THỊ\nVỀ THU PHÍ ĐÒ\n"
    document = parse_instrument_document(
        f"{head}Thực hiện Nghị quyết số\n01/NQ-CP ngày 03/01/2015, các sở thu phí.\n"
    )
    assert document.divisions == ()
    document = parse_instrument_document(f"{head}1/ Sở Y tế thu phí.\n2/Sở Tài chính thu phí.\n")
    assert outline(document.divisions) == ["clause 1", "clause 2"]


def test_a_signature_in_small_letters() -> None:
    """The note that it was signed shows an office in any case."""
    head = "SỞ Y TẾ\nSố: 5/QĐ-SYT\nHà Nam, ngày 5 tháng 1 năm 2005\nQUYẾT ĐỊNH\n"
    text = f"{head}{ARTICLES}\nPhó Giám đốc\n\n(Đã ký)\n\nLê Văn An\n"
    (signature,) = parse_instrument_document(text).signatures
    assert (signature.office, signature.name) == ("Phó Giám đốc", "Lê Văn An")


def test_where_a_title_in_capitals_ends() -> None:
    """It holds a line in capitals that a comma leaves open, and no sentence below it that tells a time."""
    head = "VĂN PHÒNG CHÍNH PHỦ\nSố: 114/TB-VPCP\nHà Nội, ngày 15 tháng 4 năm 2022\nTHÔNG BÁO\n"
    text = f"{head}KẾT LUẬN CỦA TỔ TRƯỞNG,\nCHỦ TỊCH HỘI ĐỒNG PHÍ.\nSáng ngày 9 tháng 4, Tổ công tác họp.\n"
    title = parse_instrument_document(text).title
    assert title is not None
    assert title.text == "KẾT LUẬN CỦA TỔ TRƯỞNG, CHỦ TỊCH HỘI ĐỒNG PHÍ."


def test_the_enacting_words_of_a_minister() -> None:
    """``… quy định … như sau:`` enacts too, and names the body."""
    text = f"THÔNG TƯ\nQuy định về phí đò\n{GROUNDS}Bộ trưởng Bộ Y tế quy định về phí đò như sau:\n{ARTICLES}"
    document = parse_instrument_document(text)
    assert document.enacting is not None
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Bộ Y tế"


def test_a_decree_of_the_first_years() -> None:
    """``Chiểu …`` opens its grounds, ``RA SẮC LỆNH`` enacts, and the name above the note is the signer's."""
    document = parse_instrument_document(
        "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 175 NGÀY 14 THÁNG 4 NĂM 1948\n"
        "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ\n"
        "Chiểu Sắc lệnh số 63 ngày 22-11-1945 và Sắc lệnh số 77 ngày 21-12-1945 về bến đò,\n"
        "Chiểu đề nghị của Bộ trưởng Bộ Y tế,\nRA SẮC LỆNH:\nĐiều 1\nBãi bỏ bến đò.\nĐiều 2\nThi hành.\n"
        "Lê Văn An\n(Đã ký)\n"
    )
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Chủ tịch Chính phủ nước Việt Nam Dân chủ Cộng hòa"
    assert [len(ground.citations) for ground in document.grounds] == [2, 0]
    assert document.enacting is not None
    assert document.enacting.text == "RA SẮC LỆNH:"
    assert [relation.kind for relation in document.instrument.relations] == ["based-on", "based-on"]
    assert [(signature.office, signature.name) for signature in document.signatures] == [(None, "Lê Văn An")]


def test_a_body_whose_place_is_lost() -> None:
    """It is written as in a sentence."""
    head = "HỘI ĐỒNG NHÂN DÂN\nSố: 18/2025/NQ-HĐND\nHà Nam, ngày 21 tháng 7 năm 2025\nNGHỊ QUYẾT\n"
    text = f"{head}VỀ PHÍ ĐÒ\n{ARTICLES}"
    issuer = parse_instrument_document(text).instrument.issuer
    assert issuer is not None
    assert issuer.name == "Hội đồng nhân dân"
