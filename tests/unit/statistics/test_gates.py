"""Cheap questions that most numbers are asked first keep out none that the costly ones would let in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.property.texts import texts

from vnmedia.statistics import _around, _joins, _resolve, _units
from vnmedia.statistics._units import read_per
from vnmedia.text import TextView

WORDS = st.sampled_from(
    ("mỗi", "hằng", "hàng", "một", "quý", "ngày", "tháng", "m²", "Rs.", "RM", "USD", "US$", "$", "€", "xUSD",
     "SAR", "a", "", "-", "(", "(mỗi", "12", "và,", "\n", "trở", "lên", "rưỡi", "đồng", "“", "+")
)  # fmt: skip
LINES = st.lists(WORDS, max_size=8).map(" ".join) | st.lists(WORDS, max_size=4).map("".join) | texts


class _Everything:
    def __contains__(self, _item: object) -> bool:
        return True


@given(LINES)
def test_money_before(before: str) -> None:
    """Its last character tells most numbers that no sign or code of money stands before them."""
    plain = TextView(before).plain
    if _resolve._MONEY_BEFORE.search(plain):
        last = plain.removesuffix(" ")[-1]
        assert last in _resolve._MONEY_ENDS


@given(LINES, st.booleans())
def test_per_before(before: str, priced: bool) -> None:
    """The word before the last tells most figures that they are for each of nothing."""
    lower = TextView(f"{before} 5").lower
    words = _around.words_before(lower, len(lower) - 1)
    gated = _around.per_before(lower, len(lower) - 1, words, priced=priced)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_around, "EVERY", _Everything())
        always = _around.per_before(lower, len(lower) - 1, [*words, "", ""], priced=priced)
    assert always == gated


@given(LINES)
def test_what_goes_on_after_a_unit(text: str) -> None:
    """Halves, what a figure is for each of and qualifiers: one look tells most figures that there is none."""
    view = TextView(text)
    for position in range(len(view.lower)):
        far = " trở " in view.lower[position : position + _around.FAR]
        if not far and not _resolve._READS_ON.match(view.lower, position):
            assert not _resolve._HALF.match(view.lower, position)
            assert read_per(view, position) is None
            assert _around.qualifier_after(view.lower, position) == (position, None)


@given(LINES, LINES)
def test_a_blank_after_a_number_joins_it_to_nothing(before: str, after: str) -> None:
    """It is part of a longer string by what stands before it alone."""
    start, end = len(before), len(before) + 2
    alone = _around.is_part(f"{before}12", start, end)
    assert _around.is_part(f"{before}12 {after}", start, end) is alone


@given(LINES)
def test_a_gloss_begins_with_its_bracket(text: str) -> None:
    """Whatever stands in it."""
    if _joins._GLOSS.match(text):
        assert text.startswith((" (", "("))


@given(st.lists(st.sampled_from((" đến ", " và ", ", ", " (", "(tức ", " ", "-", " xuống còn ")), max_size=3))
def test_figures_far_apart(between: list[str]) -> None:
    """Nothing that joins two figures, or makes one repeat the other, is longer than is looked at."""
    text = "".join(between)
    joins = (_joins._JOINER, _joins._ROW, _joins._GLOSS)
    assert len(text) <= _joins.LONGEST_BETWEEN or not any(join.fullmatch(text) for join in joins)


@given(WORDS, WORDS)
def test_what_may_begin_is_remembered_by_the_words_alone(head: str, after: str) -> None:
    """The forms and nouns that are kept for a word are those that would be looked up again."""
    opening = f"{head} {after}"[: len(head) + 2]
    assert _units._listed(opening, head) == _units._listed.__wrapped__(opening, head)


def test_no_unit_or_noun_begins_with_a_longer_word() -> None:
    """Than those that are looked up."""
    assert max(map(len, (*_units._forms()[0], *_units._nouns()))) <= _units._LONGEST_WORD + 2


@given(LINES)
def test_words_before(text: str) -> None:
    """As they are told word by word."""
    lower = TextView(text).lower + " "
    told = []
    for word in reversed(lower[-_around._REACH - 1 : -1].rsplit(" ", 6)[-6:]):
        tail = re.search(r"[^\W\d_]+\Z", word)
        told += [tail.group()] if tail else []
        if not word.isalpha():
            break
    assert _around.words_before(lower, len(lower)) == told
