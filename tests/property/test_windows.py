"""Properties of long texts read part by part: the same mentions as at once, whatever the window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import Context, SourceError, windows
from vnmedia.mentions import find
from vnmedia.windows import find_in_windows

OPENING = (
    "Hà Nội, ngày 5/3/2020. Cục Xuất bản, In và Phát hành (CXB) thuộc Bộ Thông tin và Truyền thông "
    "(sau đây gọi tắt là Bộ) trình Nghị định số 15/2020/NĐ-CP ngày 3/2/2020 của Chính phủ."
)
PARAGRAPHS = (
    "Theo CXB, Nghị định 15/2020/NĐ-CP đã có hiệu lực; hôm qua, Bộ đã báo cáo Chính phủ.",
    "Năm 2019, cả nước có 1.250 cơ sở in, tăng 5% so với năm 2018.\nDoanh thu đạt 7,5 nghìn tỷ đồng.",
    "Ông Nguyễn Văn An, Cục trưởng CXB, cho biết quý I sẽ kiểm tra 15 tỉnh, thành phố.",
    "Điều 3 của Luật Xuất bản 2012 quy định việc này. UBND tỉnh Hà Tĩnh phạt 20 triệu đồng.",
    "Trời không mưa mà cũng chẳng nắng.",
    "- Từ 8h đến 11h30 ngày 17/12\n- Sở Y tế tỉnh Hà Tĩnh, Sở Tài chính",
    "",
)
CONTEXT = Context(published="2020-03-05")


@given(
    chosen=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=60),
    window=st.sampled_from((1, 300, 2000)),
    gap=st.sampled_from(("\n\n", "\n \n\n")),
)
def test_windows_give_what_the_whole_gives(chosen: list[str], window: int, gap: str) -> None:
    """Kinds, places, quotes and values, spans inside of values included."""
    text = gap.join([OPENING, *chosen])
    assert tuple(find_in_windows(text, CONTEXT, window=window)) == find(text, CONTEXT)


@given(chosen=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=30))
def test_a_kind_alone_has_the_same_mentions(chosen: list[str]) -> None:
    """Though what is carried needs the others."""
    text = "\n\n".join([OPENING, *chosen])
    lines = text.splitlines(keepends=True)
    found = find_in_windows(lines, CONTEXT, kinds=["date"], window=300)
    assert tuple(found) == find(text, CONTEXT, kinds=["date"])


def test_no_more_than_a_window_and_what_is_carried_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the text is: what is read at once does not grow."""
    read: list[int] = []

    def counted(text: str, context: Context) -> object:
        read.append(len(text))
        return find(text, context)

    monkeypatch.setattr(windows, "find", counted)
    monkeypatch.setattr(windows, "_NAMING", 3000)
    monkeypatch.setattr(windows, "_TAIL", 1000)
    said = "Sở Y tế tỉnh Hà Tĩnh ban hành Quyết định số {}/QĐ-SYT.\n"
    many = (line for number in range(1500) for line in (said.format(number), "\n"))
    assert sum(mention.kind == "instrument" for mention in find_in_windows(many, window=5000)) == 1500
    assert max(read) <= 5000 + 3000 + 1000 + 5000 + 200


def test_a_paragraph_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would have to be held whole."""
    monkeypatch.setattr(windows, "LONGEST_PARAGRAPH", 1000)
    with pytest.raises(SourceError, match="a paragraph longer than 1,000 characters"):
        list(find_in_windows("a" * 1001))
