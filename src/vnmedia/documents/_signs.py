"""A quick test, made for every text: whether its beginning may be an official document's."""

from __future__ import annotations

from functools import cache

from ..registries import Pattern
from ..registries.instruments import instrument_types

__all__ = ["MARK", "SHORT", "may_be_official", "type_names"]

#: Texts of at most so many characters are read whole, even if only the part above the body is wanted.
SHORT = 20_000
_MOST_LINES_ABOVE_TYPE = 5
#: The motto, or the Party's name, in capitals.
MARK = Pattern(r"CỘNG\s+H(?:ÒA|OÀ)|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")


def may_be_official(text: str) -> bool:
    """Whether *text*, the beginning of a text, has the motto, or a type near the top."""
    above = text.split("\n", _MOST_LINES_ABOVE_TYPE)[:_MOST_LINES_ABOVE_TYPE]
    marked = "CỘNG" in text and MARK.search(text) is not None  # one word is found faster
    return marked or any(map(_names_type, above))


@cache
def type_names() -> frozenset[str]:
    """The names of all types."""
    return frozenset(record.name for record in instrument_types().values())


def _names_type(line: str) -> bool:
    return line.isupper() and line.strip().lower() in type_names()
