"""Lists of related words, from ``data/word_lists.toml``."""

from __future__ import annotations

from functools import cache

from .. import registries

__all__ = ["words"]


@cache
def words(id: str) -> frozenset[str]:
    """The words of the list *id*."""
    return frozenset(registries.words(f"word_lists/{id}"))
