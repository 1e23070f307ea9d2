"""Properties of parse_article over any text."""

import contextlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import texts

import vnmedia
from vnmedia.articles._layout import lay_out
from vnmedia.articles._lines import _BLANK, lines
from vnmedia.text import TextView, nfc

LINES = (
    "Chia sẻ",
    "Tin liên quan",
    "Bình luận",
    "Thứ năm, 17/12/2020 22:17",
    "Tác giả: Lan Anh",
    "Theo TTXVN",
    "a.jpg",
    "- Một mục.",
    "Ảnh minh họa",
    "Hà Giang",
    "Từ khóa: a, b",
    "(CLO) Một câu dài có đủ tám chữ ở đây.",
    "Tiêu đề bài",
    "((((((((",
    "1.",
    "Nguyễn Nguyễn Nguyễn",
    "A - B - C - ",
    "Một câu dài có đủ tám chữ ở đây. Lan Anh",
    "/ / / /",
)
pages = st.lists(st.sampled_from(LINES) | texts, max_size=12).map("\n".join)


@given(pages)
def test_any_text_gives_an_article_that_reads_back(text: str) -> None:
    """Building checks offsets and blocks; the record keeps all of it."""
    article = vnmedia.parse_article(text)
    assert vnmedia.loads(vnmedia.dumps(article)) == article


@given(pages)
def test_what_is_in_no_block_is_white_space(text: str) -> None:
    """Nothing of a page is left out of its blocks."""
    text = nfc(text)
    covered = bytearray(len(text))
    for block in lay_out(text, list(lines(TextView(text)))).blocks:
        covered[block.span.start : block.span.end] = b"\1" * len(block.span)
    assert not "".join(char for char, seen in zip(text, covered, strict=True) if not seen).strip(
        _BLANK + "\r"
    )


MARKUP = (
    "<p>",
    "</p>",
    "<div class='author'>",
    "</div>",
    "<h1>",
    "</h1>",
    "<br>",
    "<b>",
    "</b>",
    "<table><tr><td>",
    "<li>",
    "<img src='a.jpg'>",
    "<figcaption>",
    "<a href='/x'>",
    "</a>",
    "<div class='related'>",
    "&nbsp;",
    "&#55296;",
    "<!--",
    "<script type='application/ld+json'>",
    '{"@type": "NewsArticle", "author": [',
    "</script>",
    "<meta name='pubdate' ",
    "content='2020-13-01'>",
    "<time>",
    "<article class='fck_detail'>",
    "style='display:none'>",
    "<p hidden>",
)


@given(st.lists(st.sampled_from((*MARKUP, *LINES)) | texts, max_size=20).map("".join))
def test_any_markup_gives_an_article_that_reads_back(markup: str) -> None:
    """A page is put together whatever the tags; its blocks fill its text."""
    article = vnmedia.parse_article(markup, media_type="text/html")
    assert vnmedia.loads(vnmedia.dumps(article)) == article
    assert "\n\n".join(block.span.of(article.text) for block in article.blocks) == article.text


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_the_typed_error(content: bytes) -> None:
    """No other error, whatever the bytes."""
    with contextlib.suppress(vnmedia.SourceError):
        vnmedia.parse_article(content)


@pytest.mark.parametrize("joint", ["\n", " ", ". "])
@pytest.mark.parametrize("piece", LINES)
def test_twice_the_page_takes_about_twice_the_steps(piece: str, joint: str) -> None:
    """Counted in the interpreter's steps, for each kind of line repeated."""
    steps("x")
    once, twice = (steps(joint.join([piece] * count)) for count in (100, 200))
    assert twice <= 2.2 * once + 400


def steps(text: str) -> int:
    count = 0

    def trace(_frame: object, event: str, _arg: object):
        nonlocal count
        count += event in ("line", "call")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        lay_out(text, list(lines(TextView(text))))
    finally:
        sys.settrace(before)
    return count
