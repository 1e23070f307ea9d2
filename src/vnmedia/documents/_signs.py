"""What the head of a text must say to be an official document's; every text is asked that."""

from __future__ import annotations

import re
from functools import cache

from ..registries.instruments import instrument_types

__all__ = ["MARK", "SHORT", "may_be_official", "type_names"]

#: Texts of so many characters at most are read whole, also where what stands above is asked for alone.
SHORT = 20_000
_MOST_LINES_ABOVE_TYPE = 5
#: The motto, or the Party's name, in capitals.
MARK = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")


def may_be_official(text: str) -> bool:
    """Whether the head *text* says what those of official documents do: the motto, or a type near the top."""
    above = text.split("\n", _MOST_LINES_ABOVE_TYPE)[:_MOST_LINES_ABOVE_TYPE]
    marked = "CỘNG" in text and MARK.search(text) is not None  # the word alone is found quickly
    return marked or any(map(_names_type, above))


@cache
def type_names() -> frozenset[str]:
    """The names of all types."""
    return frozenset(record.name for record in instrument_types().values())


def _names_type(line: str) -> bool:
    return line.isupper() and line.strip().lower() in type_names()
