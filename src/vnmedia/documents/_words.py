"""The words that the layout of a document is read by; the lists are data."""

from __future__ import annotations

from functools import cache

from .. import registries

__all__ = ["CAPITAL", "SMALL", "number_of", "words_of"]

#: The letters of Vietnamese, as the inside of a set of characters.
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
    """What a numeral in words says, None for another word.

    >>> number_of("nhất")
    1
    """
    said = registries.meanings("document_words/number").get(word)
    return int(said) if said is not None else None
