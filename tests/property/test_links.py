"""Properties of links: any words around figures are read, and cheap questions keep nothing out."""

import datetime as dt
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import registries
from vnmedia.clauses import _recalled
from vnmedia.clauses._patterns import (
    anaphora,
    ends_in_growth_noun,
    intent_words,
    intents,
    may_end_in_verb,
    verbs_before_figure,
)
from vnmedia.links import link_figures
from vnmedia.links._comparing import compares, comparing
from vnmedia.mentions import find
from vnmedia.model import Context
from vnmedia.text import TextView

LISTS = {
    f"{file}/{id}": registries.words(f"{file}/{id}")
    for file, ids in {
        "clause_words": "verbs after-verbs measures breaks compounds openers growth-nouns intents anaphora",
        "link_words": "compared-by targets plan says sentence-openers frame-ends no-carry baseline-ends owns",
    }.items()
    for id in ids.split()
}
FIGURES = ("5%", "3,2 tỷ đồng", "12 xã", "gấp 3 lần", "2 lần", "63/63 tỉnh", "ước đạt 87 tỷ đồng", "15 tuổi")
OTHERS = (
    *(
        "năm 2020",
        "cùng kỳ năm trước",
        "tháng 7",
        "đến nay",
        "Bộ Y tế",
        "Hà Nội",
        "của",
        "so với",
        "so",
        "từ",
    ),
    *("lên", "xuống còn", "lần lượt", "cao hơn", "con số này", ",", ";", ":", "(", ")", ".", "\n", "“"),
)
WORDS = st.one_of(
    st.sampled_from(FIGURES),
    st.sampled_from(OTHERS),
    st.sampled_from(sorted(LISTS)).flatmap(lambda name: st.sampled_from(LISTS[name])),
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@given(TEXTS)
def test_whatever_stands_around_figures_they_are_read(text) -> None:
    """No words raise, and each link is a stretch of the text; no figure is its own subject or time."""
    for mention in find(text, Context(published=dt.date(2025, 10, 9))):
        if mention.kind == "statistic":
            value = mention.value
            for span in (value.subject, value.period, value.baseline, value.agency, value.source):
                assert span is None or span.of(text).strip()
            assert mention.span not in (value.period, value.baseline)


@given(st.lists(st.one_of(WORDS, st.sampled_from(("\x01\x01", "\x02", "", "(tăng", "-đạt"))), max_size=6))
def test_no_verb_is_kept_from_its_figure(words) -> None:
    """Where the last word rules a verb out, none is found."""
    lead = " ".join(words) + " "
    last = lead.rstrip().rpartition(" ")[2]
    assert may_end_in_verb(last) or verbs_before_figure().search(lead) is None


@given(st.lists(WORDS, max_size=4).map(" ".join))
def test_a_verb_of_planning_ends_with_one_of_its_words(zone) -> None:
    """Where no such word ends what is searched, nothing is found."""
    assert zone.rstrip().endswith(intent_words()) or intents().search(zone) is None


@given(
    st.lists(
        st.sampled_from((*LISTS["link_words/compared-by"], "mức", "hồi", "với", "lần", "xlần")), max_size=3
    )
)
def test_no_comparison_is_kept_from_its_time(words) -> None:
    """The last word tells only where there is none."""
    for lead in (" ".join(words), " ".join([*words, ""])):
        assert (comparing(lead) is None) == (compares().search(lead) is None or words[-1:] == ["xlần"])


@given(st.lists(st.one_of(WORDS, st.sampled_from(LISTS["clause_words/anaphora"])), max_size=4).map(" ".join))
def test_what_stands_for_a_topic_is_found(zone) -> None:
    """Con số này and its like are found wherever the whole search finds them."""
    assert (_recalled(zone) is None) == (anaphora().search(zone) is None)


@given(st.sampled_from(LISTS["clause_words/growth-nouns"]), st.sampled_from(("", "với ", "x", "_", "(")))
def test_a_noun_of_growth_is_a_whole_word(noun, before) -> None:
    """It is told where no letter stands right before it, and no part of it lies outside."""
    text = f"{before}{noun} rồi"
    end = len(before) + len(noun)
    assert ends_in_growth_noun(text, 0, end) == (before != "x")
    assert not ends_in_growth_noun(text, len(before) + 4, end)
    assert not ends_in_growth_noun(text, 0, len(text))


class Counted(str):
    """A text that counts how many of its characters are copied or looked through."""

    __slots__ = ()
    work = 0

    def __getitem__(self, key):
        part = str.__getitem__(self, key)
        Counted.work += len(part)
        return part

    def find(self, sub, start=0, end=sys.maxsize):
        found = str.find(self, sub, start, end)
        Counted.work += (min(end, len(self)) if found < 0 else found) - start
        return found

    def rfind(self, sub, start=0, end=sys.maxsize):
        found = str.rfind(self, sub, start, end)
        Counted.work += min(end, len(self)) - (start if found < 0 else found)
        return found

    def count(self, sub, start=0, end=sys.maxsize):
        Counted.work += min(end, len(self)) - start
        return str.count(self, sub, start, end)


def work(text: str) -> int:
    """How many lines run, and a twentieth of the characters read, while the figures of *text* are linked."""
    view, lines = TextView(text), 0
    mentions = find(view, Context(published=dt.date(2025, 10, 9)))
    view.lower, view.plain = Counted(view.lower), Counted(view.plain)
    Counted.work = 0

    def trace(_frame: object, event: str, _arg: object):
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        link_figures(view, mentions)
    finally:
        sys.settrace(before)
    return lines + Counted.work // 20


#: Repeated, each makes one sentence without end.
ENDLESS = (
    *("5% ", "5%,", "tăng 5%, ", "5%; ", "(5%) ", "5%) ", "(5% ", "5%) và (năm 2020 ", "đạt 5% (năm 2020); "),
    *(
        "năm 2020 đạt 5%, ",
        "năm 2020, 5%) ",
        "(năm 2020 5 tỷ đồng, ",
        "năm 2020 ",
        "cùng kỳ 5%, ",
        "9 tháng 5%, ",
    ),
    *("nhiệm kỳ 2021 - 2026, 5 xã, ", "trong 9 tháng sẽ đạt 5%, ", "con số này 5%, ", "trong đó ngô 5 ha "),
    *(
        "lần lượt 5% và 6% so với tháng 7 và cùng kỳ, ",
        "từ 5% lên 6%, ",
        "cao hơn năm 2020 5%, ",
        "5 tôm 7 con/kg ",
    ),
    *("Bộ Y tế có 5 ca, ", "theo Bộ Y tế 5 ca ", "5 ca (theo Bộ Y tế), ", "Hà Nội có 5 ca ", "Hà Nội 5 ca, "),
    *("Hà Nam có 5 ca; ", "trong đó, theo đó, 5% ", "đến nay 5%, ", "đến nay ", "mục tiêu 5%, "),
)


@pytest.mark.parametrize("opening", ["", "Năm 2021, Hà Nội có ", "Bộ Y tế "])
@pytest.mark.parametrize("piece", ENDLESS)
def test_the_work_for_a_figure_does_not_grow_with_its_sentence(piece, opening) -> None:
    """Twice as long a sentence takes about twice the work: no figure reads back to its beginning."""
    once, twice = (work(opening + piece * count) for count in (120, 240))
    assert twice <= 2.25 * once + 400, (once, twice)
