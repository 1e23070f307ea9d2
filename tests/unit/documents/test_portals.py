"""Papers as portals and crawlers print them: torn labels, lost lines, old headings."""

import datetime as dt

import pytest

from vnmedia import parse_instrument_document
from vnmedia.model import InstrumentDocument

HEAD = """{issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Sơn La, ngày 20 tháng 11 năm 2030
"""
ISSUER = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA"
GROUND = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n"
BODY = "Điều 1. Lập bến thuyền Mẫu.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
DECISION = f"QUYẾT ĐỊNH\nVề bến thuyền\n{ISSUER.replace(chr(10), ' ')}\n{GROUND}QUYẾT ĐỊNH:\n{BODY}"
SIGNED = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu\n"


def decision(closing: str, body: str = DECISION) -> InstrumentDocument:
    """A decision of a province with that *closing*."""
    return parse_instrument_document(HEAD.format(issuer=ISSUER, number="9/2030/QĐ-UBND") + body + closing)


@pytest.mark.parametrize(
    "closing",
    [
        f"Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n{SIGNED}",
        f"Nơi\nnhận:\n- Như Điều 2;\n- Lưu: VT.\n{SIGNED}",
        f"- Như Điều 2;\n- Lưu: VT.\n{SIGNED}",
        f"Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n{SIGNED.replace(chr(10), ' ')}",
    ],
)
def test_recipients_and_signature(closing: str) -> None:
    """Their label may be torn or lost; two authorities may stand on one line with office and name."""
    document = decision(closing)
    assert [passage.text for passage in document.recipients] == ["Như Điều 2", "Lưu: VT"]
    (signature,) = document.signatures
    assert [authority.form for authority in signature.authorities] == ["TM", "KT"]
    assert (signature.office, signature.name) == ("PHÓ CHỦ TỊCH", "Trần Văn Mẫu")
    assert [unit.number for unit in document.divisions] == ["1", "2"]


@pytest.mark.parametrize("first", ["Chánh\nVăn phòng", "Các\nSở"])
def test_an_office_broken_in_an_article_is_no_heading(first: str) -> None:
    """The source of a page breaks its lines anywhere, also after the first word of a sentence."""
    body = DECISION + f"Điều 3. {first} chịu trách nhiệm thi hành Quyết định này.\n"
    unit = decision(SIGNED, body).divisions[2]
    assert unit.heading is None
    assert unit.paragraphs[0].text.startswith(first.replace("\n", " "))


@pytest.mark.parametrize(
    "words",
    ["Hội đồng nhân dân tỉnh thông qua", "HĐND tỉnh thông qua", "được Hội đồng nhân dân tỉnh thông qua"],
)
def test_effect_from_the_day_on_which_a_council_passes_it(words: str) -> None:
    """The closing sentence says which day that is, which is before the day of issue."""
    document = parse_instrument_document(
        HEAD.format(issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA", number="9/NQ-HĐND")
        + f"NGHỊ QUYẾT\nVề bến thuyền\n{GROUND}QUYẾT NGHỊ:\nĐiều 1. Lập bến thuyền Mẫu.\n"
        + f"Điều 2. Nghị quyết này có hiệu lực kể từ ngày {words}.\n"
        + "Nghị quyết này được HĐND tỉnh khóa XX, kỳ họp thứ 3 thông qua ngày 18 tháng 11 năm 2030.\n"
        + "CHỦ TỊCH\nTrần Văn Mẫu\n"
    )
    assert document.effect is not None
    assert document.effect.date == dt.date(2030, 11, 18)


def test_who_enacts_is_no_part_of_the_issuer() -> None:
    """Without the line of the type an office below the letterhead enacts; the place names the province."""
    document = parse_instrument_document(
        HEAD.format(issuer="ỦY BAN NHÂN DÂN |", number="9/QĐ-UBND |")
        + f"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n{GROUND}QUYẾT ĐỊNH:\n{BODY}KT. CHỦ TỊCH |\n"
    )
    issuer = document.instrument.issuer
    assert issuer is not None
    assert (issuer.id, issuer.name) == ("ubnd.son-la", "Ủy ban nhân dân tỉnh Sơn La")


def test_a_title_goes_on_after_a_quotation() -> None:
    """A line in capitals that ends with a quotation ends no title."""
    body = DECISION.replace("Về bến thuyền", "VỀ ĐỀ ÁN “BẾN MẪU\nCỦA TỈNH, CÁC XÃ”\nTRÊN SÔNG ĐÀ")
    assert decision(SIGNED, body).instrument.title == "VỀ ĐỀ ÁN “BẾN MẪU CỦA TỈNH, CÁC XÃ” TRÊN SÔNG ĐÀ"


def test_a_ground_ends_with_its_sentence() -> None:
    """What a body then does in the same paragraph enacts, and cites no ground."""
    document = parse_instrument_document(
        HEAD.format(issuer=ISSUER, number="9/KH-UBND")
        + "KẾ HOẠCH\nVề bến thuyền\n"
        + "Căn cứ Nghị định số 8/2030/NĐ-CP của Chính phủ. Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện "
        + f"Nghị định số 8/2030/NĐ-CP như sau:\nI. MỤC ĐÍCH\nLập bến.\nII. NỘI DUNG\nMở bến.\n{SIGNED}"
    )
    (ground,) = document.grounds
    assert ground.passage.text == "Căn cứ Nghị định số 8/2030/NĐ-CP của Chính phủ."
    assert len(ground.citations) == 1
    assert document.enacting is not None
    assert document.enacting.text.startswith("Ủy ban nhân dân tỉnh ban hành Kế hoạch")


STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
ORDER = (
    f"CHỦ TỊCH NƯỚC {STATE}\n"
    f"Căn cứ Điều 88 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
    "Căn cứ Điều 80 của Luật Ban hành văn bản quy phạm pháp luật,\n"
    "NAY CÔNG BỐ:\nLuật Bến thuyền\n"
    "Đã được Quốc hội khóa XX, kỳ họp thứ 3 thông qua ngày 18 tháng 11 năm 2030.\n"
)
TODAY = (
    f"CHỦ TỊCH NƯỚC\nSố: 9/2030/L-CTN\n{STATE}\nĐộc lập - Tự do - Hạnh phúc\n"
    f"Hà Nội, ngày 02 tháng 12 năm 2030\nLỆNH\nVỀ VIỆC CÔNG BỐ LUẬT\n{ORDER}CHỦ TỊCH\nTrần Văn Mẫu\n"
)
BEFORE_2005 = (
    f"LỆNH\nCỦA CHỦ TỊCH NƯỚC {STATE}\nSỐ 9/2030/L-CTN NGÀY 02 THÁNG 12 NĂM 2030\n"
    f"VỀ VIỆC CÔNG BỐ LUẬT\n{ORDER}CHỦ TỊCH NƯỚC {STATE}\nTrần Văn Mẫu\n"
)


@pytest.mark.parametrize("text", [TODAY, BEFORE_2005])
@pytest.mark.parametrize("mark", ["\n", " "])
def test_an_order_of_the_president(text: str, mark: str) -> None:
    """Number, day and title in letterhead or heading; on one line it keeps its signature."""
    document = parse_instrument_document(text.replace("\n", mark))
    instrument = document.instrument
    assert (instrument.type, instrument.number, instrument.date, instrument.title) == (
        "lệnh", "9/2030/L-CTN", dt.date(2030, 12, 2), "VỀ VIỆC CÔNG BỐ LUẬT",
    )  # fmt: skip
    assert instrument.issuer is not None
    assert instrument.issuer.id == "chu-tich-nuoc"
    assert [len(ground.citations) for ground in document.grounds] == [1, 1]
    assert document.enacting is not None
    assert document.enacting.text.startswith("NAY CÔNG BỐ")
    assert document.signatures[-1].name == "Trần Văn Mẫu"
    assert not document.attachments


@pytest.mark.parametrize("first", ["\n", " "])
@pytest.mark.parametrize("second", ["\n", " "])
def test_number_and_day_in_the_heading(first: str, second: str) -> None:
    """``NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ … NGÀY … VỀ …`` on one line, two or three."""
    document = parse_instrument_document(
        f"NGHỊ ĐỊNH{first}CỦA CHÍNH PHỦ SỐ 9/2003/NĐ-CP NGÀY 08 THÁNG 4 NĂM 2003{second}VỀ BẾN THUYỀN\n"
        "CHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\nNGHỊ ĐỊNH:\n"
        "Điều 1. Lập bến thuyền Mẫu.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nTrần Văn Mẫu\n"
    )
    instrument = document.instrument
    assert (instrument.number, instrument.date) == ("9/2003/NĐ-CP", dt.date(2003, 4, 8))
    assert instrument.title == "VỀ BẾN THUYỀN"


@pytest.mark.parametrize(
    ("type_name", "body", "number", "issuer"),
    [
        ("NGHỊ QUYẾT", "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "71 NQ/UBTVQH9", "ubtvqh"),
        ("LỆNH", "CHỦ TỊCH NƯỚC", "9 L/CTN", "chu-tich-nuoc"),
        ("QUYẾT ĐỊNH", "BỘ TRƯỞNG BỘ Y TẾ", "89/1994/BYT-QĐ", "bo-y-te"),
        ("SẮC LỆNH", "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA", "71", None),
    ],
)
@pytest.mark.parametrize("mark", ["\n", " "])
def test_an_old_number_in_the_heading(
    type_name: str, body: str, number: str, issuer: str | None, mark: str
) -> None:
    """Letters after a space, or none: number, day, issuer and title are told apart."""
    document = parse_instrument_document(
        f"{type_name}\nCỦA {body} SỐ {number} NGÀY 8 THÁNG 4 NĂM 1994{mark}VỀ BẾN THUYỀN\n{body}\n"
        f"Căn cứ Hiến pháp năm 1992;\n{type_name}:\nĐiều 1. Lập bến thuyền Mẫu.\n{body}\nTrần Văn Mẫu\n"
    )
    instrument = document.instrument
    assert instrument.number == number.replace(" ", "")
    assert (instrument.date, instrument.title) == (dt.date(1994, 4, 8), "VỀ BẾN THUYỀN")
    assert instrument.issuer is not None
    assert issuer in (None, instrument.issuer.id)


def test_a_day_without_a_number_gives_none() -> None:
    """``Số`` left blank before the day is no number."""
    document = parse_instrument_document(
        f"BỘ XÂY DỰNG\nSố ngày 8 tháng 4 năm 1994\n{STATE}\nĐộc lập - Tự do - Hạnh phúc\n"
        "QUYẾT ĐỊNH\nVề bến thuyền\nBỘ TRƯỞNG BỘ XÂY DỰNG\nCăn cứ Hiến pháp năm 1992;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Lập bến thuyền Mẫu.\n"
    )
    assert (document.number, document.instrument.number) == (None, None)
    assert document.instrument.date == dt.date(1994, 4, 8)


def test_articles_with_ordinals_in_digits() -> None:
    """``Điều thứ 1``, as in decrees of 1945 to 1957."""
    document = parse_instrument_document(
        "SẮC LỆNH\nCỦA CHỦ TỊCH NƯỚC SỐ 71 NGÀY 8 THÁNG 4 NĂM 1950\nVỀ BẾN THUYỀN\nCHỦ TỊCH NƯỚC\n"
        "RA SẮC LỆNH:\n"
        "Điều thứ 1: Lập bến thuyền Mẫu.\nĐiều thứ 2: Sắc lệnh này thi hành từ ngày ký.\n"
    )
    assert [unit.number for unit in document.divisions] == ["thứ 1", "thứ 2"]


def test_the_number_of_a_draft_holds_no_other_column() -> None:
    """Columns in turn part ``Số:`` from the letters of a number left blank."""
    document = parse_instrument_document(
        f"BỘ XÂY DỰNG\nSố:\n\n{STATE}\nĐộc lập - Tự do - Hạnh phúc\n\n/TTr-BXD\n\n"
        "Hà Nội, ngày\n\ntháng\n\nnăm 2030\n"
        "TỜ TRÌNH\nVề bến thuyền\nKính gửi: Chính phủ\nI. SỰ CẦN THIẾT\nCần bến.\nII. NỘI DUNG\nLập bến.\n"
    )
    assert document.number is not None
    assert document.number.text == "Số: /TTr-BXD"
    assert document.instrument.number is None


def test_a_stamp_between_the_grounds_is_no_part_of_them() -> None:
    """What signs a file stands where the page breaks."""
    second = "Căn cứ Luật Giao thông đường thủy nội địa số 23/2004/QH11;\n"
    body = DECISION.replace(GROUND, f"{GROUND}Ký bởi: Cổng Thông tin điện tử\n{second}")
    assert len(decision(SIGNED, body).grounds) == 2


def test_a_blank_line_below_every_line() -> None:
    """Where it stands within sentences too, it parts no paragraphs."""
    lines = (
        "Căn cứ Nghị định số 8/2029/NĐ-CP ngày 03 tháng 01 năm 2029 của Chính phủ quy định về|"
        "bến thuyền;|Căn cứ Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm|2004;|"
        "QUYẾT ĐỊNH:|Điều 1. Lập bến thuyền Mẫu trên sông Đà, do Ủy ban nhân dân xã và các|"
        "thôn quản lý theo quy định của pháp luật.|"
        "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2030 và thay thế|"
        "Quyết định số 7/2025/QĐ-UBND ngày 02 tháng 02 năm 2025 của Ủy ban nhân dân|tỉnh Sơn La.|"
    )
    whole = HEAD.format(issuer=ISSUER, number="9/2030/QĐ-UBND") + "QUYẾT ĐỊNH\nVề bến thuyền\n"
    document = parse_instrument_document((whole + lines.replace("|", "\n") + SIGNED).replace("\n", "\n\n"))
    assert [ground.passage.text.split()[-1] for ground in document.grounds] == ["thuyền;", "2004;"]
    assert document.divisions[0].paragraphs[0].text.endswith("theo quy định của pháp luật.")
    assert [relation.kind for relation in document.instrument.relations].count("replaces") == 1


def test_an_attachment_begins_on_the_line_of_the_name() -> None:
    """``Trần Văn Mẫu QUY ĐỊNH VỀ BẾN THUYỀN (Ban hành kèm theo …)``."""
    closing = (
        SIGNED.replace("\n", " ").strip() + " QUY ĐỊNH VỀ BẾN THUYỀN (Ban hành kèm theo Quyết định này)\n"
    )
    document = decision(f"Nơi nhận:\n- Như Điều 2;\n{closing}Điều 1. Bến\n1. Bến Mẫu.\n")
    assert [signature.name for signature in document.signatures] == ["Trần Văn Mẫu"]
    assert len(document.attachments) == 1


@pytest.mark.parametrize(
    ("named", "number", "wanted"),
    [
        ("THÔNG TƯ", "9/2010/TTLT-BYT-BTC", "thông tư liên tịch"),
        ("THÔNG TƯ", "9/2010/TT-BYT", "thông tư"),
        ("THÔNG TƯ LIÊN TỊCH", "9/2010/TT-BYT", "thông tư liên tịch"),
        ("", "9/QĐ-BYT", "quyết định"),
    ],
)
def test_what_a_number_says_of_the_type(named: str, number: str, wanted: str) -> None:
    """A joint circular may call itself a circular; a subject without the line of a type makes no letter."""
    document = parse_instrument_document(
        HEAD.format(issuer="BỘ Y TẾ", number=number)
        + f"{named}\nVỀ VIỆC LẬP BẾN THUYỀN\nBỘ TRƯỞNG BỘ Y TẾ\n{GROUND}QUYẾT ĐỊNH:\n{BODY}"
    )
    assert document.instrument.type == wanted
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.id == "bo-y-te"


def test_effect_in_a_point() -> None:
    """``b) Chỉ thị này thay thế … và có hiệu lực từ ngày ký``."""
    document = parse_instrument_document(
        HEAD.format(issuer="THỦ TƯỚNG CHÍNH PHỦ", number="9/CT-TTg")
        + "CHỈ THỊ\nVề bến thuyền\n1. Bộ Xây dựng hướng dẫn.\n2. Thực hiện\na) Các bộ chịu trách nhiệm.\n"
        + "b) Chỉ thị này thay thế Chỉ thị số 7/CT-TTg năm 2025 và có hiệu lực từ ngày ký ban hành.\n"
        + "THỦ TƯỚNG\nTrần Văn Mẫu\n"
    )
    assert document.effect is not None
    assert document.effect.date == dt.date(2030, 11, 20)


@pytest.mark.parametrize(
    ("signed", "issuer"),
    [
        ("T/M BỘ CHÍNH TRỊ\nTrần Văn Mẫu", "bo-chinh-tri"),
        ("T/M BAN BÍ THƯ\nTHƯỜNG TRỰC BAN BÍ THƯ\nTrần Văn Mẫu", "ban-bi-thu"),
        ("T/M BAN CHẤP HÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ\nTrần Văn Mẫu", "bch-tw"),
    ],
)
def test_whom_a_party_paper_is_signed_for(signed: str, issuer: str) -> None:
    """The letterhead of the Central Committee stands above the papers of its organs too."""
    document = parse_instrument_document(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 9-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 07 tháng 02 năm 2030\n"
        "QUY ĐỊNH\nvề bến thuyền\nĐiều 1. Bến\n1. Bến Mẫu.\nĐiều 2. Đò\n1. Đò Mẫu.\n" + signed + "\n"
    )
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.id == issuer


@pytest.mark.parametrize(
    ("committee", "issuer"),
    [
        ("TỈNH ỦY LÀO CAI", "tinh-uy.lao-cai"),
        ("THÀNH ỦY HÀ NỘI", "thanh-uy.ha-noi"),
        ("HUYỆN ỦY MỸ ĐỨC", "huyen-uy.huyen-my-duc-ha-noi"),
        ("QUẬN ỦY CẦU GIẤY", "quan-uy.quan-cau-giay-ha-noi"),
        ("THỊ ỦY AN KHÊ", "thi-uy.thi-xa-an-khe-gia-lai"),
        ("ĐẢNG ỦY XÃ MẪU", None),
    ],
)
def test_a_local_committee_issues_its_papers_whatever_their_number_says(
    committee: str, issuer: str | None
) -> None:
    """``TW`` stands in numbers of local papers too, by a slip for ``TU``."""
    document = parse_instrument_document(
        f"{committee}\n*\nSố 9-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 07 tháng 02 năm 2020\n"
        "QUY ĐỊNH\nvề bến thuyền\nĐiều 1. Bến\n1. Bến Mẫu.\nĐiều 2. Đò\n1. Đò Mẫu.\nTrần Văn Mẫu\n"
    )
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name.upper() == committee
    assert document.instrument.issuer.id == issuer
