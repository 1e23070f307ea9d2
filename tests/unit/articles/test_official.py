"""Unit tests of official documents in plain text."""

from pathlib import Path

import pytest

import vnmedia

LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/2021/QĐ-UBND
Bắc Giang, ngày 05 tháng 3 năm 2021
"""
TEXT = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Theo đề nghị của Giám đốc Sở Y tế,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Trung tâm.
Điều 2. Quyết định này có hiệu lực từ ngày ký./.
Nơi nhận:
- Như Điều 2;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Tám
"""


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        (
            LETTERHEAD + "QUYẾT ĐỊNH\nBan hành Quy chế làm việc\ncủa Trung tâm Y tế\n" + TEXT,
            "QUYẾT ĐỊNH Ban hành Quy chế làm việc của Trung tâm Y tế",
            "2021-03-05",
        ),
        (
            LETTERHEAD + "QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ LÀM VIỆC\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n" + TEXT,
            "QUYẾT ĐỊNH BAN HÀNH QUY CHẾ LÀM VIỆC",
            "2021-03-05",
        ),
        (
            "Quyết định ban hành Quy chế làm việc của Trung tâm\n"
            + LETTERHEAD
            + "QUYẾT ĐỊNH\nBan hành\n"
            + TEXT,
            "Quyết định ban hành Quy chế làm việc của Trung tâm",
            "2021-03-05",
        ),
        (
            LETTERHEAD + "V/v báo cáo tình hình dịch bệnh\nKính gửi: Bộ Y tế\nThực hiện văn bản trên.\n",
            "báo cáo tình hình dịch bệnh",
            "2021-03-05",
        ),
        (
            "TỈNH ỦY BẮC GIANG\n*\nSố 15-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nBắc Giang, ngày 12/4/2022\nCHỈ THỊ\n"
            "về công tác dân vận\nThời gian qua, các cấp ủy đã quan tâm công tác này.\nT/M BAN THƯỜNG VỤ\n",
            "CHỈ THỊ về công tác dân vận",
            "2022-04-12",
        ),
        (
            " ".join((LETTERHEAD + "QUYẾT ĐỊNH Ban hành Quy chế " + TEXT).split()),
            None,
            "2021-03-05",
        ),
    ],
)
def test_title_and_day_of_official_documents(text: str, title: str | None, day: str) -> None:
    """The type with its subject is the title, the letterhead's day the day; who signs is no author."""
    article = vnmedia.parse_article(text)
    assert article.title == title
    assert article.published.isoformat() == day
    assert article.authors == ()


SAMPLES = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        (
            "quyet-dinh-narrow-letterhead",
            "QUYẾT ĐỊNH BAN HÀNH QUY CHẾ PHỐI HỢP QUẢN LÝ TRẠM TRUYỀN THANH CƠ SỞ GIỮA SỞ THÔNG TIN VÀ "
            "TRUYỀN THÔNG VỚI CÁC HUYỆN",
            "2011-08-12",
        ),
        (
            "quyet-dinh-with-card",
            "Quyết định 41/2019/QĐ-UBND về Quy chế quản lý cổng thông tin điện tử tỉnh Lai Châu",
            "2019-11-18",
        ),
        (
            "chuong-trinh-phoi-hop",
            "CHƯƠNG TRÌNH PHỐI HỢP VỀ TUYÊN TRUYỀN, PHỔ BIẾN KIẾN THỨC CHO NÔNG DÂN GIỮA BỘ THÔNG TIN VÀ "
            "TRUYỀN THÔNG VÀ HỘI NÔNG DÂN VIỆT NAM",
            "2018-06-22",
        ),
        ("nghi-dinh-2004", "NGHỊ ĐỊNH VỀ CÔNG TÁC VĂN THƯ", "2004-04-08"),
        ("cong-van-interleaved", "chính sách thuế GTGT đối với hoạt động báo chí", "2021-03-23"),
        (
            "thong-tu-broken-lines",
            "THÔNG TƯ Quy định kỹ thuật về dữ liệu của hệ thống thông tin nguồn "
            "và hệ thống thông tin cấp tỉnh",
            "2020-05-29",
        ),
    ],
)
def test_odd_letterheads(name: str, title: str, day: str) -> None:
    """However the lines were broken, motto, letterhead and type alone are neither title nor author."""
    article = vnmedia.parse_article((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    assert (article.title, article.published.isoformat(), article.authors) == (title, day, ())
    titles = [block for block in article.blocks if block.kind == "title"]
    assert len(titles) == 1


def test_the_day_of_the_letterhead_decides_between_namesakes() -> None:
    """A body that was founded anew later is the one of the document's own day."""
    text = (SAMPLES / "quyet-dinh-narrow-letterhead.txt").read_text(encoding="utf-8")
    mentions = vnmedia.parse_article(text).mentions
    ids = {m.value.name: m.value.id for m in mentions if m.kind == "agency"}
    assert ids["Ủy ban nhân dân tỉnh Tiền Giang"] == "ubnd.tien-giang"
    assert ids["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tiền Giang"] is not None


def test_a_document_without_its_head_has_no_title() -> None:
    """What begins with the grounds is the rest of a document."""
    article = vnmedia.parse_article("Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016\nvà các quy định khác;\n")
    assert article.title is None


def test_the_parts_of_an_official_document() -> None:
    """Motto, number, day, title, text and signature are told apart."""
    article = vnmedia.parse_article(LETTERHEAD + "QUYẾT ĐỊNH\nBan hành Quy chế\n" + TEXT)
    kinds = [block.kind for block in article.blocks]
    assert kinds[:9] == ["heading"] * 2 + ["boilerplate"] * 4 + ["heading", "dateline", "title"]
    assert kinds[-3:] == ["byline"] * 3


def test_an_article_that_names_the_republic_is_no_official_document() -> None:
    """The motto in a sentence, or without number and day, makes no letterhead."""
    article = vnmedia.parse_article(
        "Kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam\nSáng nay, Đảng Cộng sản Việt Nam làm lễ kỷ niệm.\n"
        "Số: 35 đại biểu đã dự lễ tại hội trường lớn của tỉnh. Kim Oanh\n"
    )
    assert article.title == "Kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam"
    assert article.authors == ("Kim Oanh",)
