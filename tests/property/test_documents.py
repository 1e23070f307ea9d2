"""Documents: any text is read or refused, spans give what stands there, units cover the body in order."""

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import texts

from vnmedia import ParseError, parse_instrument_document
from vnmedia.model import Division, InstrumentDocument, Passage
from vnmedia.text import TextView

FOLDER = Path(__file__).parents[1] / "corpus" / "documents"
SAMPLES = [path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))]
HEAD = "Số: 1/QĐ-TTg\nHà Nội, ngày 1 tháng 2 năm 2020\nQUYẾT ĐỊNH\nVề việc\n"
PIECES = (
    "Điều 1. A\n", "1. x\n", "a) x\n", "“\n", '"\n', "“a”\n", "- \n", "-----x\n", " ", "|", "\t", "Số: ",
    "Phụ lục\n", "(kèm theo\n", "Nơi nhận:\n", "TM. A\n", "BỘ TRƯỞNG\n", "Căn cứ ", "Căn cứ\n", "A\n", "a\n",
    "này có hiệu lực từ ", "I. X\n", "Chương 1\n", "Điều 9. x\n", "Quyết định này có hiệu lực\n", "(",
    "ngày tháng năm ", "QUY CHẾ\n", "V/v ", "*a* ", "**a** ", "Nơi nhận: | KT. AB ", "KT.\nCHỦ\n",
    "CHỦ\nTỊCH\nA\n", "Căn cứ Luật A; Căn cứ ", "như sau: “a) ", "này thay thế các văn bản sau:\n",
    "được sửa đổi bởi:\n1 Khoản này được ", "\nMục 1", "\nChương I", "\x85", "\x1c", "\u2028", "\u200b",
)  # fmt: skip


def passages(document: InstrumentDocument):
    """Every passage of the document."""
    single = (
        document.motto,
        document.parent,
        document.number,
        document.dateline,
        document.type,
        document.title,
    )
    yield from (passage for passage in (*single, document.enacting) if passage is not None)
    yield from (*document.issuers, *document.addressees, *document.preamble, *document.recipients)
    yield from (ground.passage for ground in document.grounds)
    yield from (signature.passage for signature in document.signatures)
    for division in document.walk():
        yield from division.paragraphs


def squeezed(text: str) -> str:
    """*text* without space, ornament and what nobody sees."""
    return re.sub(r"[\W_]", "", text)


def check(document: InstrumentDocument) -> None:
    """What holds for every document."""
    for passage in passages(document):
        stood = TextView(" ".join(span.of(document.text) for span in passage.spans)).plain
        assert sorted(squeezed(stood)) == sorted(squeezed(TextView(passage.text).plain))
        assert all(before.end <= after.start for before, after in pairwise(passage.spans))
    for division in document.walk():
        assert division.number in division.label.of(document.text)


def leaves(division: Division):
    """The spans of a unit's label, name and text, and of the units within it."""
    yield division.label
    own: list[Passage] = [*([division.heading] if division.heading else []), *division.paragraphs]
    yield from (span for passage in own for span in passage.spans)
    for inner in division.divisions:
        yield from leaves(inner)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A document with lines moved, cut, joined, or strange things put in."""
    lines = draw(st.sampled_from(SAMPLES)).split("\n")
    for _ in range(draw(st.integers(0, 5))):
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["swap", "cut", "join", "put", "drop"]))
        if how == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif how == "cut":
            lines[at] = lines[at][: draw(st.integers(0, 30))]
        elif how == "join":
            lines[at] += draw(st.sampled_from([" ", "\t", " | ", "\r", " “"])) + lines[to]
        elif how == "put":
            lines.insert(at, draw(st.sampled_from(PIECES) | texts))
        elif len(lines) > 1:
            del lines[at]
    return draw(st.sampled_from(["\n", "\r\n", "\n\n"])).join(lines)


@given(damaged() | texts.map(HEAD.__add__) | texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises anything but ParseError, and what is read agrees with the text."""
    try:
        document = parse_instrument_document(text)
    except ParseError:
        return
    check(document)


@given(st.lists(st.sampled_from(PIECES), min_size=20, max_size=60).map("".join))
def test_pieces_in_any_order_are_read_or_refused(text: str) -> None:
    """Below a head that is one."""
    try:
        document = parse_instrument_document(HEAD + text)
    except ParseError:
        return
    check(document)


@pytest.mark.parametrize("blank", ["\x85", "\x1c", "\x0c", "\u2028", "\u3000", "\u200b"])
def test_a_label_before_an_odd_blank_has_no_name(blank: str) -> None:
    """Nobody would see one."""
    document = parse_instrument_document(f"{HEAD}Điều 1. A\nMục 1{blank}\nMục 2\nĐiều 2. B\n")
    assert all(part.heading is None for part in document.walk() if part.kind == "section")


@pytest.mark.parametrize("text", SAMPLES)
def test_the_units_cover_the_body(text: str) -> None:
    """Between the first unit's label and the last word of the last, no character stands outside."""
    document = parse_instrument_document(text)
    if not document.divisions:
        return
    spans = [span for division in document.divisions for span in leaves(division)]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    between = "".join(document.text[before.end : after.start] for before, after in pairwise(spans))
    assert not squeezed(between)


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_document_takes_about_twice_the_steps(piece: str) -> None:
    """For every opening of a part, repeated: doubling the text doubles the steps, give or take a tenth."""

    def steps(count: int) -> int:
        total = 0

        def trace(_frame: object, _event: str, _arg: object):
            nonlocal total
            total += 1
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            parse_instrument_document(HEAD + piece * count)
        finally:
            sys.settrace(before)
        return total

    parse_instrument_document(HEAD + "Điều 1. A.")  # tables are built on first use
    once, twice = steps(100), steps(200)
    assert twice <= 2.2 * once + 1000, (once, twice)
