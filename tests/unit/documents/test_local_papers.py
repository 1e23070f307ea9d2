"""Papers of provinces, letters and copies, as law portals print them."""

import datetime as dt

import pytest

from vnmedia import parse_instrument_document
from vnmedia.model import InstrumentDocument

HEAD = """{issuer}
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}
Lào Cai, ngày 20 tháng 11 năm 2030
"""
DECISION = """QUYẾT ĐỊNH
Ban hành Quy định về bến thuyền
{issuer}
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Xây dựng{mark}
QUYẾT ĐỊNH{colon}
Điều 1. Ban hành kèm theo Quyết định này Quy định về bến thuyền.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
"""
CLOSING = "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu\n"


def decision(
    *,
    issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI",
    colon: str = ":",
    mark: str = ",",
    closing: str = CLOSING,
) -> InstrumentDocument:
    """A decision of a province."""
    head = HEAD.format(issuer=issuer, number="9/2030/QĐ-UBND")
    return parse_instrument_document(head + DECISION.format(issuer=issuer, colon=colon, mark=mark) + closing)


def signed(document: InstrumentDocument) -> list[tuple[list[tuple[str, str]], str | None, str | None]]:
    """For whom, in which office and by whom a document is signed."""
    return [
        (
            [(authority.form, authority.of) for authority in signature.authorities],
            signature.office,
            signature.name,
        )
        for signature in document.signatures
    ]


WANTED = [([("TM", "ỦY BAN NHÂN DÂN")], "CHỦ TỊCH", "Trần Văn Mẫu")]


@pytest.mark.parametrize(
    "closing",
    [
        CLOSING,
        CLOSING.replace("TM. ", "TM.\n"),
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Trần Văn Mẫu\n",
        "Nơi nhận: - Như Điều 2; - Lưu: VT.\nTM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Trần Văn Mẫu\n",
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Mẫu |\n",
        CLOSING.replace("Trần", "Đã ký: Trần"),
        CLOSING
        + "SỞ TƯ PHÁP\nSố: 12/SY-STP\nSAO Y BẢN CHÍNH\nLào Cai, ngày 02 tháng 12 năm 2030\n"
        + "GIÁM ĐỐC\nLê Thị Sao\n",
        CLOSING + "DANH MỤC BẾN THUYỀN (Kèm theo Quyết định số 9/2030/QĐ-UBND)\nSTT\nBẾN TRÊN\n",
    ],
)
def test_one_signature_however_it_is_printed(closing: str) -> None:
    """Torn, on one line, in a cell, with a copy's stamp or a list of names below it."""
    document = decision(closing=closing)
    assert signed(document) == WANTED
    assert [passage.text for passage in document.recipients] == ["Như Điều 2", "Lưu: VT"]


@pytest.mark.parametrize("colon", [":", ""])
@pytest.mark.parametrize("mark", [",", ""])
def test_the_word_that_decides_is_no_name(colon: str, mark: str) -> None:
    """``CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`` above the grounds is not signed by ``QUYẾT ĐỊNH``."""
    document = decision(issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI", colon=colon, mark=mark)
    assert signed(document) == WANTED
    assert len(document.grounds) == 2
    assert [unit.number for unit in document.divisions] == ["1", "2"]


def test_a_chairman_issues_in_his_own_right() -> None:
    """His office is named with its body, and the province below it is no name."""
    document = decision(issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI")
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"
    assert signed(document) == WANTED


def test_a_slip_in_a_deputys_office() -> None:
    """Below ``KT.`` stands the signer's own office."""
    closing = "KT. BỘ TRƯỞNG\nTHỨ TRUỞNG\nTrần Văn Mẫu\n"
    assert signed(decision(closing=closing)) == [([("KT", "BỘ TRƯỞNG")], "THỨ TRUỞNG", "Trần Văn Mẫu")]


def test_an_office_broken_off_from_its_body() -> None:
    """``của Chánh Văn phòng`` / ``Ủy ban nhân dân tỉnh`` is one ground."""
    text = (
        HEAD.format(issuer="ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", number="9/QĐ-UBND")
        + DECISION.format(issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", colon=":", mark=",")
        + CLOSING
    ).replace(
        "Theo đề nghị của Giám đốc Sở Xây dựng,",
        "Theo đề nghị tại Tờ trình số\n42/TTr-VPUB ngày 06/11/2030 của Chánh Văn phòng\n"
        "Ủy ban nhân dân tỉnh,",
    )
    ground = parse_instrument_document(text).grounds[-1]
    assert ground.passage.text.endswith("của Chánh Văn phòng Ủy ban nhân dân tỉnh,")
    assert [mention.value.number for mention in ground.citations] == ["42/TTr-VPUB"]


RESOLUTION = HEAD.format(issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI", number="9/2030/NQ-HĐND") + (
    "NGHỊ QUYẾT\nVề bến thuyền\nHỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương;\n"
    "QUYẾT NGHỊ:\nĐiều 1. Thông qua quy hoạch bến thuyền.\nĐiều 2. Tổ chức thực hiện\n{effect}\n"
    "CHỦ TỊCH\nTrần Văn Mẫu\n"
)


@pytest.mark.parametrize(
    ("effect", "day"),
    [
        (
            "Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa XVI, kỳ họp thứ 3 thông qua ngày 09 tháng "
            "11 năm 2030 và có hiệu lực sau 10 ngày kể từ ngày thông qua.",
            dt.date(2030, 11, 19),
        ),
        (
            "Nghị quyết này được thông qua tại kỳ họp thứ 3 ngày 09 tháng 11 năm 2030 và có hiệu lực từ ngày "
            "thông qua.",
            dt.date(2030, 11, 9),
        ),
        ("Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày ký.", dt.date(2030, 11, 30)),
    ],
)
def test_effect_counts_from_the_day_of_passing(effect: str, day: dt.date) -> None:
    """An assembly passes a resolution some days before its chairman issues it."""
    document = parse_instrument_document(RESOLUTION.format(effect=effect))
    assert document.effect is not None
    assert document.effect.date == day
    assert document.instrument.date == dt.date(2030, 11, 20)


def test_whose_resolution_it_is_is_no_title() -> None:
    """``NGHỊ QUYẾT CỦA HĐND TỈNH …`` stands above the title."""
    text = RESOLUTION.format(effect="").replace("NGHỊ QUYẾT\n", "NGHỊ QUYẾT CỦA HĐND TỈNH LÀO CAI\n", 1)
    document = parse_instrument_document(text)
    assert document.title is not None
    assert document.title.text == "Về bến thuyền"


def test_a_letter_names_no_type() -> None:
    """``Kính gửi`` without a type's name makes it a công văn."""
    text = HEAD.format(issuer="VĂN PHÒNG CHÍNH PHỦ", number="68/VPCP-KGVX") + (
        "Kính gửi: Bộ Xây dựng.\nVăn phòng Chính phủ xin thông báo về bến thuyền./.\n" + CLOSING
    )
    assert parse_instrument_document(text).instrument.type == "công văn"


def test_a_title_that_the_enacting_words_alone_say() -> None:
    """A crawler lost type and title; the enacting words repeat them."""
    text = HEAD.format(issuer="BỘ XÂY DỰNG", number="9/2030/TT-BXD") + (
        "Căn cứ Luật Nhà ở số 27/2023/QH15;\nBộ trưởng Bộ Xây dựng ban hành Thông tư quy định "
        "về bến thuyền.\n"
        "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định về bến thuyền.\n"
    )
    document = parse_instrument_document(text)
    assert document.title is None
    assert document.instrument.title == "quy định về bến thuyền"


def test_a_law_without_letterhead_is_the_national_assemblys() -> None:
    """Only it makes laws."""
    text = (
        "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về bến thuyền.\n"
        "Điều 2. Hiệu lực\nLuật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.\n"
    )
    issuer = parse_instrument_document(text).instrument.issuer
    assert issuer is not None
    assert issuer.id == "quoc-hoi"


@pytest.mark.parametrize("day", ["07/05/2030", "7.5.2030", "07 tháng 5 năm 2030", "Ngày 7 tháng 5 năm 2030"])
def test_the_day_of_a_card_is_read_as_any_other(day: str) -> None:
    """A portal may write it in words."""
    text = (
        f"Số hiệu: 9/QĐ-UBND\nLoại văn bản: Quyết định\nNơi ban hành: Tỉnh Lào Cai\nNgày ban hành: {day}\n"
        "Người ký: Trần Văn Mẫu\nĐiều 1. Mở bến thuyền.\n"
    )
    assert parse_instrument_document(text).instrument.date == dt.date(2030, 5, 7)


def grounds(printed: str) -> list[list[str | None]]:
    """What each of the *printed* grounds of a resolution cites, by number or name."""
    text = RESOLUTION.format(effect="").replace("Căn cứ Luật Tổ chức chính quyền địa phương;\n", printed)
    return [
        [mention.value.number or mention.value.title for mention in ground.citations]
        for ground in parse_instrument_document(text).grounds
    ]


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        (
            "Căn cứ Luật Nhà ở số 27/2023/QH15;\nLuật Đất đai số 31/2024/QH15;\n"
            "Căn cứ Nghị định số 5/2030/NĐ-CP;\n",
            [["27/2023/QH15", "31/2024/QH15"], ["5/2030/NĐ-CP"]],
        ),
        (
            "Căn cứ Nghị quyết số 66/NQ-CP về Phiên họp\nChính phủ chuyên đề;\nCăn cứ Luật Nhà ở;\n",
            [["66/NQ-CP"], ["Luật Nhà ở"]],
        ),
        (
            "Căn cứ Luật Nhà ở;\nHội đồng nhân dân tỉnh Lào Cai ban hành Nghị quyết về bến.\n",
            [["Luật Nhà ở"]],
        ),
    ],
)
def test_a_ground_goes_on_to_its_mark(printed: str, cited: list[list[str | None]]) -> None:
    """On a line of its own stands what it also lists, or the rest of its sentence; not what enacts."""
    assert grounds(printed) == cited


def test_a_numeral_broken_off_from_its_heading() -> None:
    """``II.`` / ``NỘI DUNG`` is a section."""
    text = RESOLUTION.format(effect="").replace(
        "Điều 1. Thông qua quy hoạch bến thuyền.\nĐiều 2. Tổ chức thực hiện\n",
        "I.\nMỤC TIÊU\n1. Mở bến.\nII.\nNỘI DUNG\n1. Đóng thuyền.\n",
    )
    units = [
        (unit.number, unit.heading and unit.heading.text)
        for unit in parse_instrument_document(text).divisions
    ]
    assert units == [("I", "MỤC TIÊU"), ("II", "NỘI DUNG")]


def test_a_party_paper_of_a_meeting_in_a_province() -> None:
    """Its committee issues it, whatever letters it numbers with; the meeting is part of the title."""
    document = parse_instrument_document(
        "TỈNH ỦY LÀO CAI\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 45-KL/TƯ\nLào Cai, ngày 13 tháng 5 năm 2022\n"
        "KẾT LUẬN\nHỘI NGHỊ LẦN THỨ BẢY\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH (KHOÁ XVI)\nvề bến thuyền đến năm 2025,\n"
        "định hướng đến năm 2030\nHội nghị lần thứ bảy họp ngày 26/4/2022 và kết luận:\nI. ĐÁNH GIÁ\nTốt.\n"
        "T/M TỈNH ỦY\nBÍ THƯ\nTrần Văn Mẫu\n"
    )
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Tỉnh ủy Lào Cai"
    assert document.title is not None
    assert document.title.text == (
        "HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH ĐẢNG BỘ TỈNH (KHOÁ XVI) về bến thuyền đến năm 2025, định hướng "
        "đến năm 2030"
    )


def test_a_decision_replaces_from_the_day_of_signing_and_issue() -> None:
    """``có hiệu lực kể từ ngày ký, ban hành và thay thế …``."""
    text = HEAD.format(issuer="BỘ XÂY DỰNG", number="9/QĐ-BXD") + DECISION.format(
        issuer="BỘ TRƯỞNG BỘ XÂY DỰNG", colon=":", mark=","
    ).replace("từ ngày ký.", "kể từ ngày ký, ban hành và thay thế Quyết định số 7/QĐ-BXD.")
    document = parse_instrument_document(text)
    assert [r.kind for r in document.instrument.relations] == ["based-on", "replaces"]


def test_an_old_decree() -> None:
    """``T.M.`` with stops, and a sentence after ``Điều 2.-``."""
    text = (
        "CHÍNH PHỦ\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 9-CP\n"
        "Hà Nội, ngày 16 tháng 7 năm 1996\nNGHỊ ĐỊNH\nBAN HÀNH QUY CHẾ BẾN THUYỀN\nCHÍNH PHỦ\nNGHỊ ĐỊNH:\n"
        "Điều 1.- Ban hành Quy chế bến thuyền.\n"
        "Điều 2.- Nghị định này có hiệu lực sau 15 ngày kể từ ngày ký.\n"
        "T.M. CHÍNH PHỦ\nTHỦ TƯỚNG\nTrần Văn Mẫu\n"
    )
    document = parse_instrument_document(text)
    assert signed(document) == [([("TM", "CHÍNH PHỦ")], "THỦ TƯỚNG", "Trần Văn Mẫu")]
    assert document.effect is not None
    assert document.effect.date == dt.date(1996, 7, 31)


def test_a_joint_circular_calls_itself_a_circular() -> None:
    """Both bodies issue it, whatever stands around the dash; what it replaces is its own act."""
    text = (
        HEAD.format(issuer="BỘ XÂY DỰNG-BỘ NỘI VỤ", number="9/2030/TTLT-BXD-BNV")
        + "THÔNG TƯ LIÊN TỊCH\nHướng dẫn về bến thuyền\nĐiều 1. Hiệu lực\n"
        "Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký và thay thế Thông tư liên tịch số "
        "5/2003/TTLT-BXD-BNV.\n"
    )
    instrument = parse_instrument_document(text).instrument
    assert [body.name for body in (instrument.issuer, *instrument.co_issuers) if body] == [
        "Bộ Xây dựng",
        "Bộ Nội vụ",
    ]
    assert [relation.kind for relation in instrument.relations] == ["replaces"]


def test_a_drafts_mark_is_no_body() -> None:
    """``DỰ THẢO 2`` below the letterhead; its number is still blank."""
    text = (
        HEAD.format(issuer="BỘ XÂY DỰNG", number="    /2030/TT-BXD\nDỰ THẢO 2")
        + "THÔNG TƯ\nQuy định về bến thuyền\n"
        "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định về bến thuyền.\n"
    )
    instrument = parse_instrument_document(text).instrument
    assert instrument.number is None
    assert instrument.issuer is not None
    assert instrument.issuer.name == "Bộ Xây dựng"


@pytest.mark.parametrize(
    ("printed", "bodies"),
    [
        ("HĐND - UBND TỈNH LÀO CAI", ["Hội đồng nhân dân tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"]),
        (
            "THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
            ["Hội đồng nhân dân tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"],
        ),
        ("VĂN PHÒNG HĐND - UBND TỈNH LÀO CAI", None),
    ],
)
def test_council_and_committee_of_one_place(printed: str, bodies: list[str] | None) -> None:
    """Both issue the paper; an office that serves both is one body."""
    instrument = decision(issuer=printed).instrument
    assert instrument.issuer is not None
    found = [instrument.issuer.name, *(body.name for body in instrument.co_issuers)]
    assert found == bodies if bodies is not None else len(found) == 1


def test_a_place_that_only_the_last_of_several_bodies_names() -> None:
    """It is the place of all of them."""
    instrument = parse_instrument_document(
        "HỘI ĐỒNG NHÂN DÂN - ỦY BAN NHÂN DÂN - ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH LÀO CAI\n"
        "Số: 3/NQLT-HĐND-UBND-UBMTTQVN\nLào Cai, ngày 8 tháng 8 năm 2030\nNGHỊ QUYẾT LIÊN TỊCH\n"
        "Về bến thuyền\nĐiều 1. Phối hợp.\n"
    ).instrument
    assert instrument.issuer is not None
    assert [instrument.issuer.name, *(body.name for body in instrument.co_issuers)] == [
        "Hội đồng nhân dân tỉnh Lào Cai",
        "Ủy ban nhân dân tỉnh Lào Cai",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
    ]


@pytest.mark.parametrize("torn", ["Căn cứ", "Theo đề nghị", "QUYẾT ĐỊNH"])
def test_the_words_that_a_part_begins_with_may_be_torn(torn: str) -> None:
    """A line break within them hides neither a ground nor the words that end the grounds."""
    whole = HEAD.format(issuer="ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", number="9/2030/QĐ-UBND")
    whole += DECISION.format(issuer="ỦY BAN NHÂN DÂN TỈNH LÀO CAI", colon=":", mark=",")
    document = parse_instrument_document(whole.replace(torn, torn.replace(" ", "\n", 1)))
    assert [ground.passage.text.split()[0] for ground in document.grounds] == ["Căn", "Theo"]
    assert document.enacting is not None
    assert document.enacting.text == "QUYẾT ĐỊNH:"


PARTY = (
    "KẾT LUẬN\nCỦA {organ}\nvề công tác bến thuyền\nSau khi thảo luận, hội nghị kết luận như sau:\n"
    "I- KẾT QUẢ\n1. Bến thuyền đạt kết quả.\nT/M {organ}\nBÍ THƯ\nTrần Văn Mẫu\n"
)


@pytest.mark.parametrize("above", ["", "Toàn văn Kết luận về bến thuyền\nThứ Năm, ngày 13/11/2031 10:20\n"])
@pytest.mark.parametrize("organ", ["BAN CHẤP HÀNH TRUNG ƯƠNG", "BỘ CHÍNH TRỊ", "BAN THƯỜNG VỤ TỈNH ỦY"])
def test_a_party_paper_below_a_portals_lines(above: str, organ: str) -> None:
    """Without its letterhead the rest is read; the portal's day is not the paper's."""
    document = parse_instrument_document(above + PARTY.format(organ=organ))
    assert (document.layout, document.instrument.type) == ("party", "kết luận")
    assert document.instrument.date is None
    assert [signature.name for signature in document.signatures] == ["Trần Văn Mẫu"]
    assert [unit.number for unit in document.divisions] == ["I"]


@pytest.mark.parametrize("place", ["Thành phố Lào Cai", "Lào Cai"])
def test_letters_lost_in_the_letterhead(place: str) -> None:
    """Portals lose letters: the number is one without ``ố``, and the line below the title names the body."""
    head = HEAD.format(issuer="ỦY BAN NHÂN DÂN\nTỈNH LLÀO CAI", number="9/2030/QĐ-UBND")
    head = head.replace("Số:", "S:").replace("Lào Cai, ngày", f"{place}, ngày")
    text = head + DECISION.format(issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI", colon=":", mark=",")
    document = parse_instrument_document(text)
    assert document.instrument.number == "9/2030/QĐ-UBND"
    assert document.instrument.issuer is not None
    assert document.instrument.issuer.name == "Ủy ban nhân dân tỉnh Lào Cai"
    assert document.place == place
