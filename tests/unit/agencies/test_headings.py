"""Names in capitals: lines of letterheads that break them, and headings where every word looks like one."""

import datetime as dt

import pytest

from vnmedia import agencies
from vnmedia.model import Context

DAY = Context(published=dt.date(2018, 3, 1))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG\n-------",
            [("Ủy ban nhân dân tỉnh Kiên Giang", "ubnd.kien-giang")],
        ),
        ("UỶ BAN NHÂN\nDÂN\nTỈNH SƠN LA", [("Ủy ban nhân dân tỉnh Sơn La", "ubnd.son-la")]),
        ("ỦY\nBAN NHÂN DÂN\nTỈNH AN GIANG", [("Ủy ban nhân dân tỉnh An Giang", "ubnd.an-giang")]),
        (
            "BỘ GIÁO DỤC VÀ\nĐÀO TẠO\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM",
            [("Bộ Giáo dục và Đào tạo", "bo-gddt")],
        ),
        (
            "BỘ TÀI CHÍNH\nTỔNG CỤC HẢI QUAN\nCỤC HẢI QUAN\nTỈNH LẠNG SƠN",
            [
                ("Bộ Tài chính", "bo-tai-chinh"),
                ("Tổng cục Hải quan", "tong-cuc-hai-quan"),
                ("Cục Hải quan tỉnh Lạng Sơn", "cuc-hai-quan-tinh.lang-son"),
            ],
        ),
        (
            "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nTỈNH ĐẮK LẮK",
            [("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Đắk Lắk", "ubmttq-tinh.dak-lak")],
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH THỪA THIÊN\nHUẾ",
            [("Hội đồng nhân dân tỉnh Thừa Thiên Huế", "hdnd.thua-thien-hue")],
        ),
        (
            "ỦY BAN NHÂN DÂN THÀNH PHỐ\nHỒ CHÍ MINH",
            [("Ủy ban nhân dân thành phố Hồ Chí Minh", "ubnd.ho-chi-minh")],
        ),
        ("TỈNH ỦY\nĐỒNG THÁP\n*", [("Tỉnh ủy Đồng Tháp", "tinh-uy.dong-thap")]),
        ("KHO BẠC NHÀ NƯỚC\nNAM ĐỊNH", [("Kho bạc Nhà nước Nam Định", "kbnn-tinh.nam-dinh")]),
        ("TM. ỦY BAN NHÂN DÂN XÃ\nCHỦ TỊCH", [("Ủy ban nhân dân xã", None)]),
        ("THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", [("Thủ tướng Chính phủ", "thu-tuong")]),
    ],
)
def test_a_name_goes_on_over_lines_in_capitals(text: str, wanted: list[tuple[str, str | None]]) -> None:
    """A letterhead's lines are one name where a known name, or its place, goes on; each else is its own."""
    assert [(m.value.name, m.value.id) for m in agencies.find(text, DAY)] == wanted


def test_the_quote_keeps_the_lines() -> None:
    """A name is quoted as it stands in the text, with its line breaks."""
    (mention,) = agencies.find("BỘ GIÁO DỤC VÀ\r\nĐÀO TẠO\r\n-----", DAY)
    assert mention.quote == "BỘ GIÁO DỤC VÀ\r\nĐÀO TẠO"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH GIAI ĐOẠN 2017",
            ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH"],
        ),
        ("BÁO CÁO CỦA ỦY BAN NHÂN DÂN TỈNH VỀ THU CHI", ["ỦY BAN NHÂN DÂN TỈNH"]),
        ("HĐND TỈNH THÔNG QUA NGHỊ QUYẾT", ["HĐND TỈNH"]),
        ("UBND THÀNH PHỐ CHỈ ĐẠO", ["UBND THÀNH PHỐ"]),
        ("ĐẢNG ỦY XÃ HỘI NGHỊ TỔNG KẾT", ["ĐẢNG ỦY XÃ"]),
        ("UBND XÃ TÂN PHÚ GIAI ĐOẠN MỚI", ["UBND XÃ TÂN PHÚ"]),
        ("KHO BẠC NHÀ NƯỚC CẤP TỈNH", ["KHO BẠC NHÀ NƯỚC"]),
        ("ĐỘI CẢNH SÁT GIAO THÔNG SỐ 1 XỬ PHẠT", ["ĐỘI CẢNH SÁT GIAO THÔNG SỐ 1"]),
        ("UBND QUẬN 7, UBND PHƯỜNG 12", ["UBND QUẬN 7", "UBND PHƯỜNG 12"]),
        ("UBND tỉnh KIÊN GIANG", ["UBND tỉnh KIÊN GIANG"]),
        ("SỞ NỘI VỤ BÁO CÁO KẾT QUẢ CHO HỘI VIÊN", ["SỞ NỘI VỤ"]),
        ("CÁN BỘ Y TẾ CƠ SỞ", []),
        ("PHÒNG CHỐNG DỊCH TỈNH HÀ NAM", []),
        ("HIỆP HỘI THÉP VIỆT NAM KIẾN NGHỊ", ["HIỆP HỘI THÉP VIỆT NAM"]),
        ("TRUNG TÂM DỊCH VỤ ĐÔ THỊ TỈNH HÀ NAM", ["TRUNG TÂM DỊCH VỤ ĐÔ THỊ TỈNH HÀ NAM"]),
        ("TRUNG TÂM THƯƠNG MẠI MỞ CỬA", []),
    ],
)
def test_a_name_in_a_heading_ends_where_it_ends(text: str, quotes: list[str]) -> None:
    """Where every word is in capitals, places are those of the registry, and fields words of known names."""
    assert [mention.quote for mention in agencies.find(text, DAY)] == quotes


def test_headings_take_one_pass() -> None:
    """Many lines in capitals are read in time that grows with them: each word is looked up once or twice."""
    for text in ("ỦY BAN NHÂN\nDÂN\nTỈNH\n" * 500, "A\n" * 5_000, "TỈNH\n" * 5_000):
        assert len(agencies.find(text, DAY)) <= text.count("\n")


def test_the_body_above_several_is_one() -> None:
    """Of many units that only their head names, the body that they belong to is the name."""
    found = agencies.find("các Ban Hội đồng nhân dân tỉnh; Ban Pháp chế HĐND tỉnh; các Vụ Bộ Y tế", DAY)
    assert [mention.quote for mention in found] == [
        "Hội đồng nhân dân tỉnh",
        "Ban Pháp chế HĐND tỉnh",
        "Bộ Y tế",
    ]


def test_an_organ_of_a_committee_needs_no_place() -> None:
    """The boards of a Party committee are bodies by what they do, as departments are."""
    found = agencies.find("Ban Tuyên giáo Tỉnh ủy và Văn phòng Huyện ủy báo cáo Tỉnh ủy.", DAY)
    assert [mention.quote for mention in found] == ["Ban Tuyên giáo Tỉnh ủy", "Văn phòng Huyện ủy"]
