"""Lists of words that are alike in one way, from ``data/word_lists.toml``."""

from __future__ import annotations

from functools import cache

import attrs

from ..registries import load

__all__ = ["Vocabulary", "words"]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """One list, its words parted by white space."""

    id: str
    words: str
    sources: tuple[str, ...]


@cache
def words(id: str) -> frozenset[str]:
    """The words of the list that has this id."""
    return frozenset(load("word_lists.toml", Vocabulary)[id].words.split())
