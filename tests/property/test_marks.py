"""Properties: marks that stand for something else change no value, and each quote stands where it says."""

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia.marks import FILLER, legible, read_through

TEXTS = (
    "Sáng 5/6/2020, Bộ Giáo dục và Đào tạo chi 5 tỷ đồng theo Quyết định số 135/QĐ-TTg ngày 20/01/2020.",
    "UBND tỉnh Hà Nam họp với Sở Y tế ngày 17/12/2021; có 1.200 người dự, tăng 12,5% so với năm 2019.",
    "Thanh tra Chính phủ và Bộ Công an kết luận theo Nghị định số 30/2020/NĐ-CP của Chính phủ.",
    "Ngày 3/2/2024, ông Nguyễn Văn Nam, Giám đốc Sở Tài chính tỉnh Hà Nam, nói về khoản 3,5 triệu USD.",
)

#: One side of a mark whose other side stands outside of a quote.
_HALF = re.compile(r"\]\([^()\s]*\)|[*\[\]]")


def values(text: str) -> list[tuple[str, str, object]]:
    """The mentions of *text* with the words that a reader has of each."""
    article = vnmedia.parse_article(text, published="2024-05-06")
    assert all(article.text[m.start : m.end] == m.quote for m in article.mentions)
    return [
        (m.kind, _HALF.sub("", legible(m.quote)), getattr(m.value, "name", None) or str(m.value))
        for m in article.mentions
    ]


def unplaced(found: list[tuple[str, str, object]]) -> list[tuple[str, str, object]]:
    """*found* without the places in the text, which marks move."""
    return [(kind, words, re.sub(r"\d+", "", str(value))) for kind, words, value in found]


def escaped(text: str, chosen: frozenset[int], form: Callable[[str], str]) -> str:
    return "".join(form(char) if n in chosen and not char.isdigit() else char for n, char in enumerate(text))


NAMED = {
    char: f"&{name}" for name, char in html.entities.html5.items() if name.endswith(";") and len(char) == 1
}
FORMS = [
    lambda char: f"&#{ord(char)};",
    lambda char: f"&#x{ord(char):x};",
    lambda char: f"&amp;#{ord(char)};",
    lambda char: NAMED.get(char, char),
]


@given(st.sampled_from(TEXTS), st.frozensets(st.integers(0, 110)), st.sampled_from(FORMS))
def test_entities_are_read_as_what_they_stand_for(
    text: str, chosen: frozenset[int], form: Callable[[str], str]
) -> None:
    """Whichever letters are escaped, by number or by name, once or twice."""
    assert unplaced(values(escaped(text, chosen, form))) == unplaced(values(text))


@given(st.sampled_from(TEXTS), st.integers(0, 20), st.integers(1, 6), st.sampled_from(["**", "***", "*"]))
def test_emphasis_is_no_part_of_a_value(text: str, first: int, count: int, mark: str) -> None:
    """Whichever words stand between the stars."""
    words = text.split(" ")
    first = min(first, len(words) - count)
    words[first] = mark + words[first]
    words[first + count - 1] += mark
    assert unplaced(values(" ".join(words))) == unplaced(values(text))


@pytest.mark.parametrize("text", TEXTS)
def test_joined_syllables_are_apart(text: str) -> None:
    """A word segmenter joins the syllables of each word."""
    for name in ("Giáo dục", "Đào tạo", "tỉnh Hà Nam", "Hà Nam", "Y tế", "Chính phủ", "Công an", "Thanh tra"):
        text = text.replace(name, name.replace(" ", "_"))
    assert unplaced(values(text)) == unplaced(values(text.replace("_", " ")))


@pytest.mark.parametrize("text", TEXTS)
def test_a_link_is_its_words(text: str) -> None:
    """Its address is no part of a name, and gives no mention."""
    linked = re.sub(
        r"(135/QĐ-TTg|Hà Nam|Chính phủ|Sở Tài chính)", r"[\1](https://vb.vn/so-7/2020?id=5)", text
    )
    assert unplaced(values(linked)) == unplaced(values(text))


def test_the_cells_of_a_table_are_lines_of_their_own() -> None:
    """Nothing is read over their border."""
    article = vnmedia.parse_article("| Bộ Y tế | Hà Nam |\n| --- | --- |\n| 5 tỷ đồng | 7 người |\n")
    assert [m.quote for m in article.mentions] == ["Bộ Y tế", "5 tỷ đồng", "7 người"]


@pytest.mark.parametrize(
    "text",
    [
        "a & b; c",
        "AT&T; x",
        "5 * 3 * 2",
        "(*) Ghi chú",
        "giá* và lãi*",
        "a_b_c.txt",
        "[1] và (2)",
        "#covid",
        "a | b",
        "C:\\tam",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    """Stars, brackets and lines that mean something else."""
    assert read_through(text) == text


@given(st.text(alphabet="&#amp;nbsx1*_[]()|\\ \nộ/h:t"))
def test_reading_through_keeps_the_length(text: str) -> None:
    """So every place stays where it is."""
    assert len(read_through(text)) == len(text)
    assert FILLER not in legible(text)


def test_a_title_has_no_marks() -> None:
    """Nor entities; that these were read is noted, for the marks change no word."""
    article = vnmedia.parse_article(
        "## **Bộ GD&amp;ĐT họp bàn về kỳ thi năm nay**\n\nSáng 5/6/2020, Bộ họp với các sở về kỳ thi.\n"
    )
    assert article.title == "Bộ GD&ĐT họp bàn về kỳ thi năm nay"
    assert article.source.repairs == ("HTML entities read as characters",)
