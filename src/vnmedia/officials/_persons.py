"""Names of persons: a Vietnamese surname and capitals, beside a place in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from ..registries.agencies import word_lists
from ..registries.places import districts, provinces
from ..text import TextView

__all__ = ["person_after", "person_before"]

_WORD = re.compile(r"[^\W\d_]+")
_NAME = 5  # words in a name, at most
_FAR = 60  # characters, which hold a name and a title


def person_after(plain: str, start: int) -> str | None:
    """The name that begins at *start*, which no place has."""
    name = _name_in(_ended(_capitals_at(plain, start)))
    return name if name is not None and plain.startswith(name, start) else None


def person_before(plain: str, end: int) -> str | None:
    """The name that ends at *end*, which no place has."""
    return _name_in(_capitals_before(plain, end))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(word_lists()["surnames"].words) | frozenset(word_lists()["more-surnames"].words)


@cache
def _places() -> frozenset[str]:
    """The names of places that a surname begins, in lower case: ``hà nội``."""
    return frozenset(
        TextView(place.name).lower for registry in (provinces(), districts()) for place in registry.values()
    )


@cache
def _no_names() -> frozenset[str]:
    """The words that begin a sentence where a name seems to go on: ``Nguyễn Văn An Trong buổi họp``."""
    return frozenset(word_lists()["after-names"].words)


@cache
def _no_names_in_headings() -> frozenset[str]:
    """The words that cannot be part of a name, where each word has capitals: ``LÊ VĂN AN DỰ HỘI NGHỊ``."""
    more = word_lists()["after-names-in-headings"].words
    return frozenset(map(str.upper, (*word_lists()["after-names"].words, *more)))


def _capitals_at(plain: str, start: int) -> list[str]:
    """The words with capitals from *start* on, one space between them; five at most."""
    words: list[str] = []
    word = _WORD.match(plain, start)
    while word is not None and word.group()[0].isupper() and len(words) < _NAME:
        words.append(word.group())
        word = _WORD.match(plain, word.end() + 1) if plain[word.end() : word.end() + 1] == " " else None
    return words


def _ended(words: list[str]) -> list[str]:
    """*words* up to the first that goes on with the sentence."""
    if len(words) > 2 and words[-1] in _no_names():
        return words[:-1]
    if all(map(str.isupper, words)):
        return list(takewhile(lambda word: word not in _no_names_in_headings(), words))
    return words


def _capitals_before(plain: str, end: int) -> list[str]:
    """The words with capitals right before *end*; six at most, for a title may stand before the name."""
    line = plain[max(0, end - _FAR) : end].rpartition("\n")[2]
    words = line.split(" ")[-_NAME - 1 :]
    while words and not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        words.pop(0)
    return words


def _name_in(words: Sequence[str]) -> str | None:
    """The name of a person in *words*: from a surname on, two words at least; a place is none."""
    for index in range(len(words) - 1):
        if words[index].capitalize() in _surnames():
            name = " ".join(words[index:])
            return None if name.lower() in _places() else name
    return None
