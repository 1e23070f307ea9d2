"""The engine reads what the patterns of the rules read: their openings keep nothing out."""

import csv
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from patterns import GRAMMARS, reach, strings

from vnmedia.grammar import Grammar, Rule
from vnmedia.grammar._index import digest, rows
from vnmedia.text import TextView

RULES = [(kind, rule) for kind, grammar in GRAMMARS.items() for rule in grammar.rules]


@pytest.mark.parametrize(("kind", "rule"), RULES, ids=[f"{kind}: {rule.name}" for kind, rule in RULES])
def test_what_a_pattern_reads_the_engine_reads(kind: str, rule: Rule) -> None:
    """Of its examples, and of strings made from its pattern, the engine reads as much as the patterns do."""
    grammar = GRAMMARS[kind]
    read = 0
    for text in (*(TextView(text).lower for text in rule.examples), *strings(rule.pattern, 60)):
        view = TextView(text)
        if view.lower != text:
            continue
        wanted = reach(grammar.rules, view, 0)
        read += wanted > 0
        assert next((hit.end for hit in grammar.find(view) if hit.start == 0), 0) == wanted, text
    assert read


# fmt: off
NUMBERS = ("1", "2", "3", "8", "05", "12", "15", "30", "100", "2017", "2020", "1.000", "2.5", "ba", "năm",
           "mười", "hai", "tám", "sáu", "bẩy", "không")
MARKS = ("/", "-", "–", ".", ":", ",", "(", ")", "%", "h", "g", "t")
WORDS = (
    "ngày", "tháng", "năm", "tuần", "quý", "giờ", "phút", "hôm", "mùng", "thứ", "đầu", "cuối", "các", "từ",
    "đến", "và", "tết", "lần", "thập kỷ", "thế kỷ", "trước", "sau", "nay", "này", "qua", "tới", "rưỡi", "học",
    "tư", "chạp", "một", "âm lịch", "công nguyên", "sáng", "chiều", "quốc khánh", "giai đoạn", "nhiệm kỳ",
    "khóa", "xx", "kỳ", "ban đêm", "phần", "triệu", "tỷ", "phẩy", "nửa", "đồng", "điều", "khoản", "luật",
    "nghị định", "quyết định", "số", "qđ", "nđ-cp", "này",
)
# fmt: on


def alone(grammar: Grammar, view: TextView) -> Iterator[tuple[int, int]]:
    """What the patterns read from each word and number on, from left to right."""
    after = 0
    for match in re.finditer(r"[^\W\d_]+|\d+", view.lower):
        start = match.start()
        if start >= after and not re.match(r"\w", view.lower[start - 1 : start]):
            end = reach(grammar.rules, view, start)
            if end:
                after = end
                yield start, end


@pytest.mark.parametrize("kind", GRAMMARS)
@given(
    st.lists(
        st.tuples(st.sampled_from((*NUMBERS, *NUMBERS, *MARKS, *WORDS)), st.sampled_from(("", " ", " "))),
        max_size=10,
    ).map(lambda parts: "".join(word + space for word, space in parts))
)
@example("năm-sáu ngày")
@example("17, tháng 12 năm 2020")
@example("tám phần mười dân số")
@example("ban đêm 5/3")
def test_words_and_numbers_in_any_order_are_read_alike(kind: str, text: str) -> None:
    """The engine finds in a text what the patterns find that are tried at each of its words."""
    view = TextView(text)
    found = [(hit.start, hit.end) for hit in GRAMMARS[kind].find(view)]
    assert found == list(alone(GRAMMARS[kind], view))


def test_the_index_says_what_is_derived() -> None:
    """Each line of the committed index for a pattern in use is the one that the pattern gives."""
    patterns = {digest(rule.pattern): rule.pattern for _, rule in RULES}
    text = files("vnmedia.data").joinpath("openings.csv").read_text(encoding="utf-8")
    kept = [tuple(line) for line in list(csv.reader(text.splitlines()))[1:]]
    assert kept
    known = {line[0] for line in kept} & patterns.keys()
    assert [line for line in kept if line[0] in known] == list(rows(patterns[name] for name in known))
