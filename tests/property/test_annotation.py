"""Annotating changes nothing but what it puts in, whatever the text and the page."""

import html
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from vnmedia.annotation import annotate
from vnmedia.model import Article

MARK = re.compile(r"</?u>")
TAGS = ("<p>", "</p>", "<b>", "</b>", "<a href='x'>", "</a>", "<br/>", "<!-- Bộ -->", "<script>x</script>",
        "&amp;", "&nbsp;", "<", ">", '<i title="', "'", '"', "<svg>", "</svg>", "</", "<!", "\n")  # fmt: skip


@given(articles())
def test_an_annotated_text_is_the_text(article) -> None:
    """Without its tags, and unescaped, the result is the text; tags close in the order they open in."""
    marked = annotate(article, "<u>")
    assert html.unescape(MARK.sub("", marked)) == html.unescape(html.escape(article.text))
    depth = 0
    for tag in MARK.findall(marked):
        depth += 1 if tag == "<u>" else -1
        assert depth >= 0
    assert depth == 0


@given(articles(), st.data())
def test_an_annotated_page_is_the_page(article, data) -> None:
    """Without the tags put in, the page is what it was."""
    cuts = data.draw(st.lists(st.integers(0, len(article.text)), max_size=6).map(sorted))
    parts = [article.text[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    page = "".join(
        piece
        for part in parts
        for piece in (html.escape(part, quote=False), data.draw(st.sampled_from(TAGS)))
    )
    assert MARK.sub("", annotate(article, "<u>", html=page)) == page


@given(articles())
def test_a_page_of_the_text_shows_every_mention(article) -> None:
    """Where the page shows the text whole, each mention with a visible character is tagged."""
    page = f"<p>{html.escape(article.text)}</p>"
    visible = [m for m in article.mentions if re.sub("[\\s\u200b\u200f\u202e]", "", m.quote)]
    if "\x00" not in article.text:
        assert annotate(article, "<u>", html=page).count("<u>") >= len(visible)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", '<a "', '<a x="', "<!--", "</", "&amp", "<b>Bộ ", "aaaa", "<p ='"]
)
def test_twice_the_page_takes_about_twice_the_steps(piece: str) -> None:
    """Broken mark-up costs no more than its length."""

    def steps(count: int) -> int:
        total = 0

        def trace(_frame: object, _event: str, _arg: object):
            nonlocal total
            total += 1
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            annotate(Article(text="Bộ Y tế họp " * count), html=piece * count)
        finally:
            sys.settrace(before)
        return total

    once, twice = steps(60), steps(120)
    assert twice <= 2.2 * once + 400
