"""Every word that places something in time decides what is read in a sentence of its own."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from vnmedia import find_dates
from vnmedia.registries import WordList, load

ROWS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("time_words.toml").read_text(encoding="utf-8")
)["word"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['list']}: {row['word']}")
def test_a_word_of_time_decides_what_is_read(row: dict[str, Any]) -> None:
    """Where the word stands, what it means and how far the expression goes; without it that is lost."""
    (mention,) = find_dates(row["text"], published=dt.date(2020, 12, 19))
    assert row["word"] in mention.quote.lower()
    assert mention.quote == row["quote"]
    value = mention.value
    assert (value.edtf or str(value.duration)) == row["value"]
    assert (value.part_of_day, value.modifier) == (row.get("part"), row.get("modifier"))


def test_every_word_has_a_sentence() -> None:
    """A word that is new is shown at work; one that is gone is missed."""
    listed = [(id, word) for id, words in load("time_words.toml", WordList).items() for word in words.words]
    assert sorted(listed) == sorted((row["list"], row["word"]) for row in ROWS)
