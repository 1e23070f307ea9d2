"""The words by which the layout of a document is read; the lists are data."""

from __future__ import annotations

from functools import cache

from .. import registries

__all__ = ["CAPITAL", "SMALL", "number_of", "words_of"]

#: The letters of Vietnamese, for use inside a character class.
SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
CAPITAL = f"A-Z{SMALL[3:].upper()}"


@cache
def words_of(id: str) -> frozenset[str]:
    """The words of one list, in lower case.

    >>> "ủy ban" in words_of("body")
    True
    """
    return frozenset(registries.words(f"document_words/{id}"))


def number_of(word: str) -> int | None:
    """The value of a numeral in words, None for other words.

    >>> number_of("nhất")
    1
    """
    said = registries.meanings("document_words/number").get(word)
    return int(said) if said is not None else None
