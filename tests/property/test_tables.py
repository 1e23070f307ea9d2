"""Tables of any words, written in two syntaxes, are read back cell by cell; any text has tables or none."""

import html
import sys

from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia.model import Block, Cell, Span
from vnmedia.tables import find_tables, table_figures, written
from vnmedia.text import nfc

WORDS = st.sampled_from(
    ("Chỉ tiêu", "Năm 2023", "2024", "So với cùng kỳ (%)", "Gạo", "1.234,5", "-", "12,5%", "(3,1)", "Số vụ")
)
CELLS = WORDS | st.just("")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """The rows of a table with words in its first column, a number in its last, and no empty rows."""
    width = draw(st.integers(3, 5))
    rows = draw(st.lists(st.lists(CELLS, min_size=width - 2, max_size=width - 2), min_size=2, max_size=6))
    return [[f"Hàng {index}", *row, f"{index + 1},5"] for index, row in enumerate(rows)]


def laid(rows: list[list[str]]) -> list[list[tuple[str, Cell]]]:
    """The cells with words of *rows*."""
    place = Span(start=0, end=0)
    return [
        [(text, Cell(span=place, row=r, column=c)) for c, text in enumerate(row) if text]
        for r, row in enumerate(rows)
    ]


def read(text: str, table: Block) -> list[list[str]]:
    """The words of the table by row and column."""
    width = max(cell.column for cell in table.cells) + 1
    grid = [[""] * width for _ in range(max(cell.row for cell in table.cells) + 1)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.span.of(text)
    return grid


@given(rows=tables(), left=st.booleans())
def test_rows_without_marks_at_their_ends_are_read_back(rows: list[list[str]], left: bool) -> None:
    """A line of as many rules as the head has cells makes a table of lines without marks at their ends."""
    text, _ = written(laid(rows), len(rows[0]))
    head, *lines = text.split("\n")
    lines = [head, "|" + " --- |" * len(rows[0]), *lines]
    bare = "\n".join(line[0 if left else 2 : -2] for line in lines)
    tables = find_tables(f"Trước.\n\n{bare}\n\nx | y")
    assert [read(f"Trước.\n\n{bare}\n\nx | y", table) for table in tables] == [rows]


@given(rows=tables(), ruled=st.booleans())
def test_markdown_is_read_back(rows: list[list[str]], ruled: bool) -> None:
    """The rows of a table of marks, with the rule below its head or without, are what was written."""
    text, cells = written(laid(rows), len(rows[0]))
    if ruled:
        head, _, rest = text.partition("\n")
        text = f"{head}\n|{'---|' * len(rows[0])}\n{rest}"
    else:
        assert find_tables(text)[0].cells == cells
    (table,) = find_tables(f"Bảng 1\n\n{text}\n\nHết."[8:])
    assert read(text, table) == rows
    assert [cell.head for cell in table.cells if cell.row == 0] == [ruled] * sum(map(bool, rows[0]))


@given(rows=tables(), headed=st.booleans())
def test_a_page_has_the_same_rows(rows: list[list[str]], headed: bool) -> None:
    """The table of a page is one block, whose cells give the words of the page's cells."""
    body = "".join(
        "<tr>" + "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in row) + "</tr>"
        for row, tag in zip(rows, ["th" if headed else "td", *["td"] * len(rows)], strict=False)
    )
    prose = "<p>Sở Công Thương vừa gửi báo cáo tình hình sản xuất trên địa bàn đến các đơn vị trong tỉnh.</p>"
    article = vnmedia.parse_article(
        f"<html><body><article>{prose}<table>{body}</table>{prose}</article></body></html>"
    )
    (table,) = [block for block in article.blocks if block.kind == "table"]
    assert read(article.text, table) == [[nfc(text) for text in row] for row in rows]
    assert vnmedia.loads(vnmedia.dumps(article)) == article


@given(text=st.text(st.sampled_from("| \n-:a1,5%\\"), max_size=120))
def test_any_marks_have_tables_or_none(text: str) -> None:
    """Nothing raises; cells stand in order in their table, and figures where they say."""
    for table in find_tables(nfc(text)):
        assert all(cell.span.of(nfc(text)).strip() for cell in table.cells)
        for mention in table_figures(nfc(text), table, ()):
            assert mention.span.of(nfc(text)) == mention.quote
    vnmedia.find_statistics(text)


def test_the_work_grows_with_the_table() -> None:
    """Counted in calls, twice the rows take about twice the work."""

    def calls(text: str) -> int:
        count = 0

        def profile(_frame: object, event: str, _arg: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(profile)
        try:
            vnmedia.find_statistics(text)
        finally:
            sys.setprofile(None)
        return count

    head = "| Hàng | Năm 2023 | So với năm 2022 (%) |\n"
    row = "| Gạo (tấn) | 1.250 | 104,5 |\n"
    calls(head + row)
    assert calls(head + row * 160) <= 2.3 * calls(head + row * 80)
