"""Unit tests of bylines."""

import pytest

from vnmedia.articles._byline import Byline, read_byline, tail_byline

BYLINES = {
    "Minh Hằng": (("Minh Hằng",), ()),
    "THANH TÙNG": (("THANH TÙNG",), ()),
    "Đ.Hùng": (("Đ.Hùng",), ()),
    "Th. Nguyên": (("Th. Nguyên",), ()),
    "N.T.H": (("N.T.H",), ()),
    "Kim Oanh - Bá Thắng": (("Kim Oanh", "Bá Thắng"), ()),
    "Kim Oanh, Bá Thắng và Lê Thu": (("Kim Oanh", "Bá Thắng", "Lê Thu"), ()),
    "Tác giả: Kim Oanh": (("Kim Oanh",), ()),
    "Bài, ảnh: KIM OANH": (("KIM OANH",), ()),
    "Tin và ảnh: Kim Oanh": (("Kim Oanh",), ()),
    "KIM OANH; Ảnh: BÁ THẮNG": (("KIM OANH",), ()),
    "Kim Oanh (thực hiện)": (("Kim Oanh",), ()),
    "Kim Oanh (TTXVN)": (("Kim Oanh",), ("TTXVN",)),
    "Kim Oanh/VOV.VN": (("Kim Oanh",), ("VOV.VN",)),
    "CTV Kim Oanh/VOV-Tây Bắc": (("Kim Oanh",), ("VOV",)),
    "Kim Oanh (Theo AFP)": (("Kim Oanh",), ("AFP",)),
    "Theo Kim Oanh (Dân Trí)": (("Kim Oanh",), ("Dân Trí",)),
    "Theo Kim Oanh/ Lao động Thủ đô": (("Kim Oanh",), ("Lao động Thủ đô",)),
    "Theo VnExpress": ((), ("VnExpress",)),
    "(Theo Reuters, AFP)": ((), ("Reuters", "AFP")),
    "Nguồn: TTXVN": ((), ("TTXVN",)),
    "PV": (("PV",), ()),
    "Nhóm phóng viên": (("Nhóm phóng viên",), ()),
    "Tổng hợp": ((), ()),
    "Theo Hải Quan": ((), ("Hải Quan",)),
    "Trang Anh (Theo Dân trí)": (("Trang Anh",), ("Dân trí",)),
    "Kim Oanh (từ Bangkok)": (("Kim Oanh",), ()),
    "Kim Oanh Tổng hợp": (("Kim Oanh",), ()),
    "Kim Oanh Ảnh: NVCC": (("Kim Oanh",), ()),
    "Kim Oanh/VOV.VN Theo CNN": (("Kim Oanh",), ("VOV.VN", "CNN")),
    "Kim Oanh Theo Đời sống & Pháp luật": (("Kim Oanh",), ("Đời sống & Pháp luật",)),
    "Kim Oanh & Bá Thắng": (("Kim Oanh", "Bá Thắng"), ()),
    "Kim Oanh-Bá Thắng": (("Kim Oanh", "Bá Thắng"), ()),
    "Kim Oanh và nhóm PV": (("Kim Oanh", "nhóm PV"), ()),
    "TS. Lê Văn Tám": (("TS. Lê Văn Tám",), ()),
    "Kim Oanh kimoanh@bao.vn": (("Kim Oanh",), ()),
}


@pytest.mark.parametrize(("line", "read"), BYLINES.items())
def test_bylines(line: str, read: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Names are authors, outlets are sources, notes and credits for pictures are neither."""
    assert read_byline(line) == Byline(*read)


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội",
        "Việt Nam",
        "Doanh nghiệp",
        "Trí Thức Trẻ",
        "Xem thêm:",
        "Bộ Y tế",
        "Trung tâm Thông tin",
        "Ông Lê Văn Tám - Phó Chủ tịch UBND tỉnh",
        "Người đăng: admin",
        "Thời sự - Chính trị",
        "Một câu dài nói về việc khác hẳn với tên người viết bài",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    """Places, headings, bodies and legends name no author."""
    assert read_byline(line) is None


TAILS = {
    "Mức thu mới áp dụng từ tháng sau. Kim Oanh": ("Kim Oanh",),
    "Vụ việc đang được điều tra./. Hà Giang": ("Hà Giang",),
    "“Chúng tôi sẽ làm ngay”- ông Tám nói. Bá Thắng": ("Bá Thắng",),
    "Chỉ có vậy thôi”. T.Sơn": ("T.Sơn",),
    "Giá vàng giảm còn 36,4 triệu đồng/lượng! KIM OANH - BÁ THẮNG": ("KIM OANH", "BÁ THẮNG"),
    "Số điểm cuối cùng là 82 Q.D": ("Q.D",),
    "Chuyến bay bị chậm ba giờ. Kim Oanh (TTXVN)": ("Kim Oanh",),
    "Chuyến bay bị chậm ba giờ. Kim Oanh. Ảnh: Bá Thắng.": ("Kim Oanh",),
    "Chuyến bay bị chậm ba giờ. Kim Oanh Xem thêm: Vì sao chậm?": ("Kim Oanh",),
}


@pytest.mark.parametrize(("text", "authors"), TAILS.items())
def test_the_words_after_the_last_sentence(text: str, authors: tuple[str, ...]) -> None:
    """They are the byline where they are plainly names."""
    found = tail_byline(text)
    assert found is not None
    assert found[0].authors == authors
    assert text[found[1] :].startswith(authors[0])


@pytest.mark.parametrize(
    "text",
    [
        "Các chủ nhân đều đến từ TP. Hồ Chí Minh",
        "Đoàn do GS. Nguyễn Văn Tám",
        "Danh sách gồm: 1. Lê Văn Tám; 2. Bùi Thị Tư",
        "Hội nghị sẽ họp ngày 20.2.2017.",
        "Ban hành theo quy định./. Xem thêm:",
        "Hội đồng do ông Lê Văn Tám làm chủ tịch",
        "Cầu xong. Kim Oanh, theo lời kể của một người dân ở xã",
        "",
        "Kim Oanh",
    ],
)
def test_words_of_the_sentence_are_not_taken(text: str) -> None:
    """Where no whole sentence stands before, or the words are no names, there is no byline."""
    assert tail_byline(text) is None
