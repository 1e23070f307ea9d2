"""Unit tests of the view that rules match on, and of sentences."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia.text import TextView, sentences


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("Uỷ ban", "ủy ban"),
        ("HOÀ BÌNH, KHOẺ", "hòa bình, khỏe"),
        ("hoàn toàn, quý, quỳ", "hoàn toàn, quý, quỳ"),
        ("Bộ\u00a0Y\u200b tế", "bộ y tế"),
        ("thông\u00adtin", "thôngtin"),
        ("A.\r\nB", "a.\nb"),
        ("a \u00a0 \n  B", "a\nb"),
        ("Tổ  đấu tranh", "tổ đấu tranh"),
        ("526  494", "526  494"),
        ("\ud800x", "\ufffdx"),
        ("İ", "i"),
        ("Nghị định số\n24/2014", "nghị định số 24/2014"),
        ("ngày 09\ntháng 10", "ngày 09 tháng 10"),
        ("Sở Ngoại \r\nvụ", "sở ngoại vụ"),
        ("dự án\n12 xã", "dự án\n12 xã"),
        ("gồm\na) đất", "gồm\na) đất"),
        ("họp.\nhết", "họp.\nhết"),
        ("họp\nHết", "họp\nhết"),
        ("họp\n\nhết", "họp\n\nhết"),
    ],
)
def test_the_view_drops_what_changes_no_meaning(text: str, lower: str) -> None:
    """Tone placement, invisible characters and the kind of space are unified."""
    assert TextView(text).lower == lower


@given(st.text(st.characters(codec=None)) | st.text("aoàhuỷ \u200b\u00a0\r\n1"), st.data())
def test_a_span_of_the_view_maps_to_the_text(text: str, data: st.DataObject) -> None:
    """Any part of the view has a span in the NFC text, in order, and views of equal length."""
    view = TextView(text)
    assert view.text == unicodedata.normalize("NFC", text)
    assert len(view.lower) == len(view.plain)
    if view.plain:
        start = data.draw(st.integers(0, len(view.plain) - 1))
        end = data.draw(st.integers(start + 1, len(view.plain)))
        span = view.span(start, end)
        assert 0 <= span.start < span.end <= len(view.text)
        assert span.of(view.text)


def test_digits_begin_no_word() -> None:
    """A digit inside a word or number starts nothing."""
    assert TextView("T9 22h17, 135/QĐ").digits == [3, 10]


@given(st.text(alphabet="aA. \n!?…”)1"))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    """Sentences are in order, do not overlap, and leave out white space alone."""
    spans = list(sentences(text))
    covered = "".join(span.of(text) for span in spans)
    assert covered.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
