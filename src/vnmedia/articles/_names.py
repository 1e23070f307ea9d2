"""Whether words are a person's name or pen name, as the press prints them."""

from __future__ import annotations

import re

from ._syllable import is_syllable
from ._words import words

__all__ = ["is_name", "is_sure_name"]

# T.Bình, Th.Hương, H. Nam; Q.D, N.T.H., and capitals alone such as HL.
_INITIAL = re.compile(r"(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)\.")
_INITIALS = re.compile(r"[A-ZĐ](?:\.[A-ZĐ]){1,3}\.?|[A-ZĐ]{2,3}")
_PARTS = re.compile(r"(?:(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)\.)|[^\s.]+")
_WORD = re.compile(r"[^\W\d_]+")


def is_name(text: str) -> bool:
    """Whether *text* has the form of a name: one to five capitalised syllables, or initials.

    >>> [is_name(text) for text in ("Đăng Quý", "VĂN HUY", "T.Bình", "Q.D", "Zen Nguyễn", "Bánh kẹo")]
    [True, True, True, True, True, False]
    """
    if _INITIALS.fullmatch(text):
        return True
    parts = _PARTS.findall(text)
    if not 1 <= len(parts) <= 5 or not all(map(_is_part, parts)) or "".join(parts) != text.replace(" ", ""):
        return False
    full = [part for part in parts if not part.endswith(".")]
    if not full:
        return False
    known = [_is_known(part) for part in full]
    if len(parts) == 1:
        return known[0]
    # A foreign or made-up part needs a Vietnamese one beside it that certainly belongs to a name.
    foreign = [part for part in full if not is_syllable(part)]
    if any(part.isupper() for part in foreign) and not text.isupper():
        return False
    return any(known) and len(foreign) <= 1


def is_sure_name(text: str) -> bool:
    """Whether every part occurs in names, so that it counts as a name even without a sentence before it.

    >>> is_sure_name("Hải Yến"), is_sure_name("Trà Đá")
    (True, False)
    """
    return is_name(text) and all(
        _is_known(part) or part.endswith(".")
        for part in _PARTS.findall(text)
        if not _INITIALS.fullmatch(text)
    )


def _is_part(part: str) -> bool:
    if _INITIAL.fullmatch(part):
        return True
    return (
        bool(_WORD.fullmatch(part))
        and part[0].isupper()
        and (part[1:].islower() or part.isupper() or len(part) == 1)
    )


def _is_known(part: str) -> bool:
    word = part.lower()
    return word in words("given") or word in words("surnames")
