"""Whether a word is a Vietnamese syllable; this distinguishes names from acronyms, and encodings.

A syllable is an onset, a rime and one of six tones; a rime that ends in a stop takes only two of them.
The lists are those of the orthography, with rimes that only a few words have (``oong``, ``uyu``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..registries import Pattern
from ._words import words

__all__ = ["is_syllable", "share_of_syllables"]

_TONES = dict.fromkeys("\u0300\u0301\u0303\u0309\u0323")
_STOPPED = ("c", "ch", "p", "t")
_STOP_TONES = frozenset("\u0301\u0323")
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = Pattern(r"[^\x00-\x7f]")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether *word*, in any case, is a possible Vietnamese syllable.

    >>> [is_syllable(word) for word in ("Nguyễn", "quyết", "HẢI", "Zing", "hát", "hàt", "TTXVN")]
    [True, True, True, False, True, False, False]
    """
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in parts if mark in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", parts.translate(dict.fromkeys(map(ord, _TONES))))
    if plain.endswith(_STOPPED) and tones and tones[0] not in _STOP_TONES:
        return False
    rimes = words("rimes")
    return plain in rimes or any(
        plain.startswith(onset) and plain[len(onset) :] in rimes for onset in words("onsets")
    )


def share_of_syllables(text: str) -> tuple[float, int]:
    """The share of syllables among the words of *text* with a letter beyond ASCII, and their number.

    >>> share_of_syllables("Hà Nội có cafés")
    (0.75, 4)
    """
    found = [word for word in _WORD.findall(text) if _BEYOND_ASCII.search(word)]
    good = sum(map(is_syllable, found))
    return (good / len(found) if found else 0.0), len(found)
