"""Properties of the model: written and read, pickled, hashed, its values are the same."""

import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.property import strategies

import vnmedia
from vnmedia import Article, Duration


@given(strategies.articles())
def test_what_is_read_back_equals_what_was_written(article: Article) -> None:
    """A record loses nothing of any article, and writing it again gives the same line."""
    line = vnmedia.dumps(article)
    again = vnmedia.loads(line)
    assert again == article
    assert hash(again) == hash(article)
    assert vnmedia.dumps(again) == line


@given(strategies.articles())
def test_an_article_pickles(article: Article) -> None:
    """A pickled article comes back equal, as a batch needs it."""
    assert pickle.loads(pickle.dumps(article)) == article


@given(strategies.articles())
def test_every_mention_quotes_its_place(article: Article) -> None:
    """The text at a mention's span is its quote, and the kinds hold every mention."""
    assert all(article.text[m.start : m.end] == m.quote for m in article.mentions)
    kinds = (
        article.dates,
        article.instruments,
        article.agencies,
        article.statistics,
        article.officials,
    )
    assert sum(map(len, kinds)) == len(article.mentions)


@pytest.mark.parametrize("kind", sorted(strategies.values()))
@given(data=st.data())
def test_every_value_pickles_and_hashes(kind: str, data: st.DataObject) -> None:
    """A value of each kind comes back equal from a pickle, with the same hash."""
    value: Any = data.draw(strategies.values()[kind])
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert hash(again) == hash(value)


@pytest.mark.parametrize("kind", sorted(strategies.values()))
@given(data=st.data())
def test_every_value_shows_as_what_makes_it(kind: str, data: st.DataObject) -> None:
    """An interpreter shows a value as the call that gives an equal one."""
    value: Any = data.draw(strategies.values()[kind])
    assert eval(repr(value), {**vars(vnmedia.model), "Decimal": Decimal, "datetime": dt}) == value


@given(strategies.durations)
def test_a_duration_is_read_from_what_it_prints(duration: Duration) -> None:
    """ISO 8601 carries every length of time."""
    assert Duration.from_iso(str(duration)) == duration
