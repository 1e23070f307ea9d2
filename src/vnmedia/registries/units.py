"""What figures are counted in: units of measure and money, counted nouns, and the words beside numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Literal

import attrs

from .files import text_of
from .store import WordList, load

__all__ = [
    "NounClass",
    "Region",
    "Unit",
    "by_opening",
    "count_nouns",
    "first_word",
    "symbols",
    "units",
    "word_lists",
]

# A raised digit ends the first word: m² begins with m.
_HEAD = re.compile(r"[^\W\d_¹²³]+|.")
Region = Literal["north", "central", "south"]
NounClass = Literal[
    "building", "classifier", "container", "cooking", "document", "event", "household", "object",
    "organisation", "person", "place", "project", "seat", "vehicle",
]  # fmt: skip


@attrs.frozen(kw_only=True)
class Unit:
    """A unit, and how it is printed.

    Attributes:
        symbol: What a figure's ``unit`` says.
        forms: How it is printed. A form of more than two letters without capitals is found in any case, other
            forms only as they are.
        dimension: What it measures.
        factor: How many of *base* one unit is, None where there is no such number (money, °F, months).
        base: The unit of the International System that *factor* counts, or a code of money.
        region: Where a customary measure has this value; None means everywhere.
    """

    id: str
    symbol: str
    forms: tuple[str, ...]
    dimension: str
    factor: str | None = None
    base: str | None = None
    region: Region | None = None
    sources: tuple[str, ...]

    @property
    def ratio(self) -> Decimal | None:
        """*factor* as a number."""
        return None if self.factor is None else Decimal(self.factor)


def units() -> Mapping[str, Unit]:
    """The units by id."""
    return load("units.toml", Unit)


@cache
def symbols() -> frozenset[str]:
    """The symbols of all units: what a figure's unit is where no noun is counted."""
    return frozenset(unit.symbol for unit in units().values())


@cache
def word_lists() -> Mapping[str, WordList]:
    """The lists of words by id."""
    return load("figure_words.toml", WordList)


@cache
def count_nouns() -> Mapping[str, str]:
    """The class of each noun that figures commonly count, by the noun in lower case."""
    return {row["noun"]: row["class"] for row in csv.DictReader(text_of("count_nouns.csv").splitlines())}


def first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """*phrases* by their first word, the longest first, so that the first that fits is the longest."""
    by_word: dict[str, list[str]] = {}
    for phrase in phrases:
        head = _HEAD.match(phrase)
        assert head is not None
        by_word.setdefault(head.group(), []).append(phrase)
    for listed in by_word.values():
        listed.sort(key=len, reverse=True)
    return by_word


def by_opening(phrases: Iterable[str]) -> dict[str, list[str]]:
    """*phrases* by their first word with the two characters after it, the longest first.

    Many phrases have the same first word (``nhà``), few the same next letter too. Those that are at most a
    character longer than their first word are also listed under that alone, for where no other can stand.

    >>> by_opening(["nhà", "nhà máy", "nhà dân"])
    {'nhà m': ['nhà máy', 'nhà'], 'nhà d': ['nhà dân', 'nhà'], 'nhà': ['nhà']}
    """
    found: dict[str, list[str]] = {}
    for head, listed in first_word(phrases).items():
        reach = len(head) + 2
        short = [phrase for phrase in listed if len(phrase) < reach]
        long = listed[: len(listed) - len(short)]
        for opening in dict.fromkeys(phrase[:reach] for phrase in long):
            found[opening] = [phrase for phrase in long if phrase.startswith(opening)] + short
        found[head] = short
    return found
