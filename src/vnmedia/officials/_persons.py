"""Names of persons: a Vietnamese surname and capitals, beside a place in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, takewhile

from ..registries import Pattern, Worded
from ..registries.agencies import word_lists
from ..registries.places import districts, provinces
from ..text import lowered

__all__ = ["holds_person", "is_addressed", "person_after", "person_before"]

_WORD = re.compile(r"[^\W\d_]+")
#: As many words as a name has at most, one space between them.
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4}")
_NAME = 5  # words
_FAR = 60  # characters, which hold a name and a title
#: Letters that no Vietnamese name has: Kim Jong.
_FOREIGN = Pattern(r"[FJWfjw]")
#: The end of a name whose last syllable begins no sentence: ``Lê Đồng và ông …``, not ``Lê An Đồng chí …``.
_ENDS_NAME = Pattern(r"(?<= Đồng)(?! (?:chí|thời|tình|loạt|chủ|hành|bộ|bào)(?!\w))")
_TITLED = Worded(r"(?<!\w)<agency_words/ranks>[.,]? \Z")
_ADDRESSED = Worded(r"(?<!\w)<agency_words/ranks> [A-ZĐ]")
_LONGEST_TITLE = 16  # characters


def person_after(plain: str, start: int, any_name: bool = False) -> str | None:
    """The person's name that begins at *start*; a name that a place has too counts only with *any_name*."""
    if not plain[start : start + 1].isupper():
        return None
    words = _capitals_at(plain, start)
    # Most offices are followed by no name: the first word tells.
    if len(words) < 2 or words[0].capitalize() not in _surnames():
        return None
    whole = _ENDS_NAME.match(plain, start + len(" ".join(words))) is not None
    return _name_in(words if whole else _ended(words), any_name)


def person_before(plain: str, end: int) -> str | None:
    """The person's name that ends at *end*; one that a place has too needs a title: ``ông Mai Sơn``."""
    space = plain.rfind(" ", max(0, end - _FAR), end)
    if space < 0 or not plain[space + 1].isupper():
        return None
    name = _name_in(_capitals_before(plain, end), True)
    if name is None or name.lower() not in _places():
        return name
    return name if is_addressed(plain, end - len(name)) else None


def is_addressed(plain: str, start: int) -> bool:
    """Whether a title or rank stands before the name at *start*: ``ông Mai Sơn``."""
    return _TITLED.search(plain, max(0, start - _LONGEST_TITLE), start) is not None


def holds_person(words: str, any_name: bool = True) -> bool:
    """Whether *words* hold a form of address, or the name of a person.

    A name that a place has too counts only with *any_name*.
    """
    runs = groupby(_WORD.findall(words), key=lambda word: word[0].isupper())
    return _ADDRESSED.search(words) is not None or any(
        _name_in([*run], any_name) is not None for capital, run in runs if capital
    )


@cache
def _surnames() -> frozenset[str]:
    return frozenset(word_lists()["surnames"].words) | frozenset(word_lists()["more-surnames"].words)


@cache
def _places() -> frozenset[str]:
    """The names of places that begin with a surname, in lower case: ``hà nội``."""
    return frozenset(
        lowered(place.name) for registry in (provinces(), districts()) for place in registry.values()
    )


@cache
def _no_names() -> frozenset[str]:
    """Words that begin a new sentence though a name seems to go on: ``Nguyễn Văn An Trong buổi họp``."""
    return frozenset(word_lists()["after-names"].words)


@cache
def _no_names_in_headings() -> frozenset[str]:
    """Words that cannot be part of a name where all is in capitals: ``LÊ VĂN AN DỰ HỘI NGHỊ``."""
    more = word_lists()["after-names-in-headings"].words
    return frozenset(map(str.upper, (*word_lists()["after-names"].words, *more)))


def _capitals_at(plain: str, start: int) -> list[str]:
    """The words with capitals from *start* on, one space between them; five at most."""
    words = _WORDS.match(plain, start)
    return [*takewhile(_begins_with_capital, words.group().split(" "))] if words is not None else []


def _ended(words: list[str]) -> list[str]:
    """*words* up to the first that continues the sentence instead of the name."""
    if len(words) > 2 and words[-1] in _no_names():
        return words[:-1]
    if all(map(str.isupper, words)):
        return list(takewhile(lambda word: word not in _no_names_in_headings(), words))
    return words


def _capitals_before(plain: str, end: int) -> list[str]:
    """The words with capitals right before *end*; six at most, as a title may stand before the name."""
    line = plain[max(0, end - _FAR) : end].rpartition("\n")[2]
    words = [*takewhile(_has_capital, reversed(line.split(" ")[-_NAME - 1 :]))]
    words.reverse()
    return words


def _begins_with_capital(word: str) -> bool:
    return word[0].isupper()


def _has_capital(word: str) -> bool:
    return word[:1].isupper() and _WORD.fullmatch(word) is not None


def _is_short_form(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _name_in(words: Sequence[str], any_name: bool) -> str | None:
    """The person's name in *words*, from a surname on; one that a place has too only with *any_name*."""
    for index in range(len(words) - 1):
        if words[index].capitalize() in _surnames():
            name = " ".join(words[index:])
            if _FOREIGN.search(name) or (
                not name.isupper() and any(_is_short_form(word) for word in words[index:])
            ):
                return None
            return None if not any_name and name.lower() in _places() else name
    return None
