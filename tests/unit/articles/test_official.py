"""Unit tests of official documents in plain text."""

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
            "V/v báo cáo tình hình dịch bệnh",
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
