"""Every word that says how exact a figure claims to be does so in a sentence of its own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from vnmedia import find_statistics
from vnmedia.registries import WordList, load

ROWS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("qualifiers.toml").read_text(encoding="utf-8")
)["word"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_a_word_before_a_figure_says_how_exact_it_is(row: dict[str, Any]) -> None:
    """What it says, and how far the figure goes."""
    (mention,) = find_statistics(row["text"])
    assert (mention.value.qualifier, mention.quote) == (row["qualifier"], row["quote"])


def test_every_word_has_a_sentence() -> None:
    """A word that is new is shown at work; one that is gone is missed."""
    lists = [listed for listed in load("figure_words.toml", WordList).values() if listed.role == "qualifier"]
    listed = [(one.id, word) for one in lists for word in one.words]
    assert sorted(listed) == sorted((row["qualifier"], row["word"]) for row in ROWS)
