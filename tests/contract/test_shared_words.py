"""Mentions of two kinds share words only as the table says, and each finder gives what all give together."""

import datetime as dt
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.examples import examples

import vnmedia
from vnmedia.mentions import KINDS, SHARED, Shared, find
from vnmedia.model import Context, Mention
from vnmedia.text import nfc

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))]
GOLD = sorted((Path(__file__).parents[3] / "shared" / "gold").glob("dev*/texts/*.txt"))
FINDERS = {
    "date": vnmedia.find_dates,
    "instrument": vnmedia.find_instruments,
    "agency": vnmedia.find_agencies,
    "statistic": vnmedia.find_statistics,
    "official": vnmedia.find_officials,
}
EXAMPLES = sorted({example for kind in KINDS.values() for rule in kind.RULES for example in rule.examples})
GLUE = (" của ", ", ", ". ", " và ", " ngày ", " số ", " ", " do ", "\n", " (")
sentences = st.lists(st.tuples(st.sampled_from(EXAMPLES), st.sampled_from(GLUE)), min_size=2, max_size=5).map(
    lambda parts: "".join(text + glue for text, glue in parts)
)


def holds(text: str, one: Mention[Any], other: Mention[Any]) -> bool:
    """Whether the two share words as the table says, or none."""
    if not one.span.overlaps(other.span):
        return True
    if (one.kind, other.kind) not in SHARED:
        one, other = other, one
    how = SHARED[one.kind, other.kind]
    inside = other.start <= one.start and one.end <= other.end
    if how is Shared.INSIDE:
        return inside
    if how is Shared.COUNTED:
        return one.start < other.start
    before = text[one.start : other.start]
    return how is Shared.NUMBER and other.kind == "date" and any(map(str.isdecimal, before))


def check(text: str, context: Context = Context()) -> None:
    text = nfc(text)
    mentions = find(text, context)
    for one, other in combinations(mentions, 2):
        if one.kind != other.kind:
            assert holds(text, one, other), (one.kind, one.quote, other.kind, other.quote)
    for kind, finder in FINDERS.items():
        assert finder(text, context) == tuple(m for m in mentions if m.kind == kind), kind


def test_every_two_kinds_are_in_the_table() -> None:
    """Ten pairs, each once."""
    assert {frozenset(pair) for pair in SHARED} == {frozenset(pair) for pair in combinations(KINDS, 2)}
    assert len(SHARED) == 10


@examples(400)
@given(sentences, st.sampled_from([Context(), Context(published=dt.date(2020, 12, 17))]))
@example("Luật Hải quan số 54/2014/QH13", Context())
@example("Chỉ thị số 37-CT/TW của Ban Bí thư Trung ương Đảng", Context())
@example("BỘ KẾ HOẠCH VÀ ĐẦU TƯ\nSố: 18/2022/TT-BKHĐT", Context())
@example("Thông tư số 08-BYT/TT", Context())
@example("2.3 Trung tâm Y tế huyện Mỹ Đức, 63/63 Sở Y tế", Context())
@example("TT-BTTTT 01/2020, tháng 3-5/2020", Context())
@example("NĐ 100 ngày 07 năm của ", Context())
@example("Tăng 2 lần năm 2020; khoảng 8/2020", Context())
def test_what_rules_read_side_by_side_shares_words_as_the_table_says(text: str, context: Context) -> None:
    """Over examples of all kinds in any order."""
    check(text, context)


@pytest.mark.parametrize("text", SEEDS, ids=lambda text: text[:20])
def test_the_seeds_share_words_as_the_table_says(text: str) -> None:
    """Over whole articles."""
    check(text)


@pytest.mark.skipif(not GOLD, reason="the annotated texts are not here")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_annotated_texts_share_words_as_the_table_says(path: Path) -> None:
    """Over every annotated text, where they are."""
    check(path.read_text(encoding="utf-8"), Context(published=dt.date(2020, 12, 17)))


@pytest.mark.parametrize(
    "opening",
    ["Từ năm 2020", "Theo đó", "Trong đó", "Tại đây", "Ngày 5/3", "Sau khi", "Khi đó", "Ngoài ra", "Đến nay",
     "Cùng với đó"],
)  # fmt: skip
@pytest.mark.parametrize(
    "body", ["UBND tỉnh", "HĐND tỉnh", "Công an huyện", "Sở", "UBND huyện", "Công an TP"]
)
def test_a_full_stop_ends_the_name_of_a_body(body: str, opening: str) -> None:
    """The sentence that follows is no part of it."""
    text = f"Việc này do {body}. {opening}, xã làm."
    stop = text.index(".")
    assert all(m.end <= stop or m.start > stop for m in vnmedia.find_agencies(text))
