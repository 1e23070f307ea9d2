"""Strategies for texts: what a finder may be given."""

from hypothesis import strategies as st

#: Pieces that rules begin with, continue with or trip over.
# fmt: off
PIECES = (
    "ngày 17/12/2020", "22h17", "từ năm 2019 đến nay", "hôm qua", "tháng 5", "quý II/2019", "2016-2017",
    "năm", "thứ Năm tuần tới", "mùng 1 Tết", "6 tháng đầu năm", "31/2", "3-4",
    "Quyết định số 135/QĐ-TTg ngày 20/01/2020", "Nghị định 119/2020/NĐ-CP", "điểm a khoản 2 Điều 5",
    "Luật Báo chí 2016", "Nghị quyết số 35-NQ/TW", "của Thủ tướng Chính phủ", "Nghị định này", "Bộ TT&TT",
    "UBND tỉnh Thái Bình", "các Cục: Báo chí; Xuất bản, In và Phát hành", "Công an TP Hà Nội", "Sở Y tế",
    "Đảng", "hơn 7,5 triệu đồng", "63/63 Sở", "50 - 60%", "hàng nghìn người", "700 link/tuần",
    "1.196,4 nghìn tỷ", "hai mươi mốt", "64 .000", "số", "và", "của", "các", "(", ")", "/", "-", ".", ",",
    ":", ";", "\n", "&", "“", "”", "\u200b", "\u00a0", "\u00ad", "\r\n", "0", "9999999999", "½", "²",
    "Uỷ ban", "hoà", "QUYẾT ĐỊNH", "ĐIỀU", "t9", "%",
)
# fmt: on

pieces = st.sampled_from(PIECES)
soup = st.lists(pieces | st.text(max_size=8), max_size=25).map(" ".join)
dense_soup = st.lists(pieces | st.text(max_size=3), max_size=25).map("".join)
anything = st.text(st.characters(codec=None), max_size=200)
texts = soup | dense_soup | anything
