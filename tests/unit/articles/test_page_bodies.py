"""Unit and property tests of a page's body: no word of the text is lost to the names of its elements."""

import logging
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia

TITLE = "Cầu mới thông xe sau hai năm xây dựng"
TEXTS = tuple(
    f"Ngày {day}/3/2020, đoàn kiểm tra số {day} đã đến bến phà và ghi nhận ý kiến của bà con hai bên bờ sông."
    for day in range(2, 10)
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
TEASER = "<div class='item'><a href='/1'>Khởi công cầu thứ hai của huyện trong tháng này</a></div>"
FOOTER = "<footer><p>Tổng Biên tập: Nguyễn Văn B. Giấy phép số 1/GP-BTTTT cấp ngày 1/1/2020.</p></footer>"
MARKUP = tomllib.loads(
    (Path(vnmedia.__file__).parent / "data" / "page_markup.toml").read_text(encoding="utf-8")
)
DROP_WORDS = next(sorted(record["words"]) for record in MARKUP["markup"] if record["id"] == "drop")


def page(body: str, top: str = f"<h1>{TITLE}</h1>") -> str:
    head = f"<head><title>{TITLE}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{top}{body}{TEASER * 3}{FOOTER}</body></html>"


def paragraphs(article: vnmedia.Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind == "paragraph"]


def read(body: str) -> list[str]:
    return paragraphs(vnmedia.parse_article(page(body)))


@pytest.mark.parametrize("word", DROP_WORDS)
def test_no_word_takes_the_text_away(word: str) -> None:
    """An element that holds the text is kept, whatever its class says."""
    assert read(f"<div class='col {word}-1'>{PARAGRAPHS}</div>") == list(TEXTS)


@pytest.mark.parametrize(
    "opening",
    [
        "<a name=top>",
        "<a href='/'>",
        "<nav>",
        "<aside>",
        "<button>",
        "<select>",
        "<svg>",
        "<object>",
        "<map>",
        "<video>",
        "<embed>",
        "<div class='hidden md:block'>",
        "<div class='d-none d-lg-flex'>",
        "<div style='visibility:hidden'><div style='visibility:visible'>",
        "<div id='ad-share-41d2b8a0-77aa-4c1e-9d0e-5f2f8f6b1c11'>",
        "<p class='x'\">",
        "<div style='display:none'>",
    ],
)
def test_text_that_a_browser_shows(opening: str) -> None:
    """Elements that were never closed, hidden on some screens, or shown again inside what is hidden."""
    assert read(f"{opening}{PARAGRAPHS}") == list(TEXTS)


def test_a_copy_for_other_screens_is_left_out() -> None:
    """Of two copies, one for each kind of screen, a reader sees one."""
    copies = f"<div class='hidden md:block'>{PARAGRAPHS}</div><div class='md:hidden'>{PARAGRAPHS}</div>"
    assert read(copies) == list(TEXTS)


def test_a_paragraph_that_a_law_repeats_is_kept_each_time() -> None:
    """The same words under each article are no copy."""
    fine = "Phạt tiền từ 1 triệu đồng đến 3 triệu đồng đối với hành vi vi phạm quy định tại khoản 1 Điều này."
    body = "".join(f"<p>Điều {n}. Hành vi thứ {n}</p><p>{fine}</p>" for n in range(1, 6))
    assert vnmedia.parse_article(page(body)).text.count("Phạt tiền") == 5


def test_boxes_inside_the_text_are_left_out() -> None:
    """A small box of another story goes; a sentence in an element called so stays a part of its paragraph."""
    box = "<div class='related'><p>Một cây cầu khác ở xa cũng vừa được thông xe sau bao năm.</p></div>"
    with_box = "".join(f"<p>{text}</p>" + box * (index == 3) for index, text in enumerate(TEXTS))
    assert read(with_box) == list(TEXTS)
    inline = PARAGRAPHS.replace("bến phà", "<span class='ad'>bến phà</span>")
    assert read(inline) == list(TEXTS)


def test_parts_side_by_side_and_a_tab_in_english() -> None:
    """A text in several elements is one text; its translation is not of it."""
    halves = (
        f"<div class='part'>{PARAGRAPHS}</div><div class='part'>{PARAGRAPHS.replace('2020', '2021')}</div>"
    )
    assert len(read(halves)) == 2 * len(TEXTS)
    english = (
        "<p>The inspectors came to the ferry and took note of what the people on both banks had to say.</p>"
    )
    assert read(f"<div class='part'>{PARAGRAPHS}</div><div class='part'>{english * 9}</div>") == list(TEXTS)


def test_a_profile_is_a_vote_and_the_user_is_told(caplog: pytest.LogCaptureFixture) -> None:
    """Where the element that a profile names holds little of the prose, the densest block is the text."""
    stub = (
        "<div class='fck_detail'><p>Mời bạn đọc xem toàn bộ bài viết ở phần dưới của trang này nhé.</p></div>"
    )
    with caplog.at_level(logging.WARNING, logger="vnmedia"):
        article = vnmedia.parse_article(page(f"{stub}<section>{PARAGRAPHS}</section>"))
    assert set(TEXTS) <= set(paragraphs(article))
    assert any("densest block" in repair for repair in article.source.repairs)
    assert "densest block" in caplog.text


def test_cells_of_a_row_stand_on_one_line() -> None:
    """A table of data is one part, its rows are lines; the two columns of a letterhead stay apart."""
    rows = (("Thanh Hóa", 120, 35), ("Nghệ An", 98, 41))
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    markup = page(PARAGRAPHS + f"<table>{table}</table>" + f"<p>{TEXTS[0]} Hết.</p>")
    article = vnmedia.parse_article(markup)
    tables = [block.span.of(article.text) for block in article.blocks if block.kind == "table"]
    assert tables == ["| Thanh Hóa | 120 | 35 |\n| Nghệ An | 98 | 41 |"]


@given(
    wrappers=st.lists(
        st.sampled_from(("div", "section", "article", "center", "td", "span", "form", "font")), max_size=4
    ),
    word=st.sampled_from(DROP_WORDS),
    around=st.sampled_from(("", TEASER, "<nav><ul><li><a href='/a'>Thời sự</a></li></ul></nav>")),
    split=st.sampled_from(("<p>{}</p>", "<div>{}</div>", "{}<br><br>", "<div align=center><p>{}</p></div>")),
)
def test_the_words_of_a_kept_paragraph_are_whole(
    wrappers: list[str], word: str, around: str, split: str
) -> None:
    """However the same article is marked up, its paragraphs come out whole, each once and in order."""
    body = "".join(split.format(text) for text in TEXTS)
    for tag in wrappers:
        opening, closing = (f"<{tag} class='{word}'>", f"</{tag}>")
        if tag == "td":
            opening, closing = f"<table><tr>{opening}", f"{closing}</tr></table>"
        body = f"{around}{opening}{body}{closing}"
    assert [text for text in read(body) if text in TEXTS] == list(TEXTS)


@given(
    st.lists(
        st.sampled_from(("<div", ">", "'", '"', "=", "<svg>", "</svg>", "<!--", "-->", "<a ", TEXTS[0])),
        max_size=30,
    )
)
def test_nothing_raises_over_broken_markup(parts: list[str]) -> None:
    """Any sequence of marks gives an article."""
    vnmedia.parse_article("<html><body>" + "".join(parts), media_type="text/html")


@pytest.mark.parametrize(("rows", "columns"), [(2300, 3), (3, 230)])
def test_a_table_beyond_the_limits_loses_no_cell(rows: int, columns: int) -> None:
    """What is too large to be read as a table stays text."""
    numbers = [[str(row * 1000 + column) for column in range(columns)] for row in range(rows)]
    table = "".join(f"<tr>{''.join(f'<td>{number}</td>' for number in row)}</tr>" for row in numbers)
    prose = "<p>Tỉnh khởi công cây cầu mới nối hai bờ sông, dự kiến hoàn thành sau ba năm thi công.</p>" * 3
    markup = f"<article><h1>Số liệu các xã</h1>{prose}<table>{table}</table>{prose}</article>"
    kept = set(vnmedia.parse_article(markup, media_type="text/html").text.replace("|", " ").split())
    assert not {number for row in numbers for number in row} - kept
