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
