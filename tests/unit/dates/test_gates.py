"""The gates of the rules save time and lose nothing."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from vnmedia.dates import _rules
from vnmedia.dates._candidates import Candidate
from vnmedia.dates._named import name_rules
from vnmedia.dates._seasons import season_rules
from vnmedia.grammar import Grammar
from vnmedia.text import TextView

# fmt: off
NUMBERS = (
    "1", "2", "3", "8", "05", "12", "15", "30", "100", "2017", "2020", "1.000", "2.5", "ba", "năm", "mười",
    "hai",
)
MARKS = ("/", "-", "–", ".", ":", ",", "(", ")", "%", "h", "g", "t")
WORDS = (
    "ngày", "tháng", "năm", "tuần", "quý", "giờ", "phút", "hôm", "mùng", "thứ", "đầu", "cuối", "các", "từ",
    "đến", "và", "tết", "lần", "thập kỷ", "thế kỷ", "trước", "sau", "nay", "này", "qua", "tới", "rưỡi", "học",
    "tư", "chạp", "một", "âm lịch", "công nguyên", "sáng", "chiều", "quốc khánh", "giai đoạn", "nhiệm kỳ",
    "khóa", "xx", "kỳ",
)
# fmt: on


@cache
def ungated() -> Grammar[Candidate]:
    """All rules, each tried wherever one of its heads stands."""
    return Grammar((*_rules.RULES, *season_rules(), *name_rules()))


def read(grammar: Grammar[Candidate], text: str) -> list[tuple[int, int, str, Candidate]]:
    return [(hit.start, hit.end, hit.rule.name, hit.candidate) for hit in grammar.find(TextView(text))]


@given(
    st.lists(
        st.tuples(st.sampled_from((*NUMBERS, *NUMBERS, *MARKS, *WORDS)), st.sampled_from(("", " ", " "))),
        max_size=10,
    ).map(lambda parts: "".join(word + space for word, space in parts))
)
@example("năm-sáu ngày")
@example("17, tháng 12 năm 2020")
def test_what_a_gate_keeps_out_no_rule_reads(text: str) -> None:
    """Numbers, marks and words in any order give the same candidates with the gates and without."""
    assert read(_rules.grammar(), text) == read(ungated(), text)
