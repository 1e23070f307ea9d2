"""The corpus of clauses: for each figure of a sentence its topic, its verb, and what it goes on with."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import find_dates, find_statistics
from vnmedia.clauses import Masked, read_clauses

CORPUS = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))["sentence"]
WORDS = (
    "tăng", "giảm", "đạt", "chiếm", "và", ", ", "; ", "(", ")", ": ", "giá", "số", "doanh thu", "của", "với",
    "5%", "3 tỷ đồng", "7 xã", "năm 2020", "so với", "được", "mức", "gấp", "2 lần", "“", "\n", "còn", "từ",
)  # fmt: skip


def read(text):
    """The quotes of the figures of *text*, each with its clause."""
    figures = find_statistics(text)
    places = [(mention.start, mention.end) for mention in figures]
    times = [(mention.start, mention.end) for mention in find_dates(text)]
    masked = Masked(text.lower(), text, [(0, len(text))], places, times)
    clauses = read_clauses(masked, (0, len(text)), places)
    return [mention.quote for mention in figures], clauses


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"][:40])
def test_the_clauses_of_a_sentence(case) -> None:
    """Each figure has the topic, the verb and the figure to go on with that the case names, and no other."""
    quotes, clauses = read(case["text"])
    assert quotes == [figure["quote"] for figure in case["figures"]]
    for figure, clause in zip(case["figures"], clauses, strict=True):
        topic = clause.topic and case["text"][slice(*clause.topic)]
        followed = None if clause.follows is None else quotes[clause.follows]
        assert topic == figure.get("topic"), figure
        assert "verb" not in figure or clause.verb == figure["verb"], figure
        assert "follows" not in figure or followed == figure["follows"], figure
        assert clause.recalls == figure.get("recalls", False)
        assert clause.bracketed == figure.get("bracketed", False)
        assert "none" not in figure or followed is None


@given(st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join))
def test_any_words_have_clauses(text) -> None:
    """Whatever stands around figures, each has one clause, with a topic in the text or a figure before."""
    quotes, clauses = read(text)
    assert len(clauses) == len(quotes)
    for index, clause in enumerate(clauses):
        assert clause.topic is None or 0 <= clause.topic[0] < clause.topic[1] <= len(text)
        assert clause.follows is None or clause.follows < index
