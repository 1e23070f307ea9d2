"""The Vietnamese encodings from before Unicode: TCVN3 (ABC), VISCII, VNI.

TCVN3 and VNI were encodings of fonts, so their text is also found inside Unicode, with each byte as a
Latin-1 or Windows-1252 character (``ViÖt Nam`` in a TCVN3 font shows ``Việt Nam``).
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from ..registries import Pattern, load
from ._syllable import share_of_syllables

__all__ = ["LEGACY", "LegacyEncoding", "encode", "from_legacy", "without_fonts"]

LEGACY = ("tcvn3", "vni", "viscii")
_FONTS = ("tcvn3", "vni")
_UNICODE_VIETNAMESE = re.compile(
    "[\u1ea0-\u1ef9\u0103\u0102\u01a0\u01a1\u01af\u01b0\u0110\u0111\u0128\u0168]"
)
_HIGH = Pattern("[\u00a1-\u00ff\u0152-\u0178]")
_FROM_1252 = {
    ord(char): byte for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))
}


@attrs.frozen(kw_only=True)
class LegacyEncoding:
    """One encoding: ``letters`` maps each letter to its bytes in hexadecimal."""

    id: str
    name: str
    letters: str
    sources: tuple[str, ...] = ()

    def table(self) -> dict[str, str]:
        """The encoded form of each letter, with its bytes as Latin-1 characters."""
        pairs = (entry.split("=") for entry in self.letters.split())
        return {letter: bytes.fromhex(codes).decode("latin-1") for letter, codes in pairs}


@cache
def _reader(encoding: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {
        code: letter for letter, code in load("encodings.toml", LegacyEncoding)[encoding].table().items()
    }
    codes = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes))), table


def from_legacy(text: str, encoding: str) -> str:
    """*text*, bytes of *encoding* as Latin-1 characters, in Unicode.

    >>> from_legacy("ViÖt Nam", "tcvn3"), from_legacy("Vieät Nam", "vni")
    ('Việt Nam', 'Việt Nam')
    """
    pattern, table = _reader(encoding)
    return pattern.sub(lambda match: table[match.group()], text)


def encode(text: str, encoding: str) -> bytes:
    """*text* in one of the old encodings; characters that it lacks become ``?``.

    >>> encode("Hà Nội", "vni").hex(" ")
    '48 61 f8 20 4e 6f e4 69'
    """
    table = load("encodings.toml", LegacyEncoding)[encoding].table()
    return "".join(table.get(char, char) for char in text).encode("latin-1", "replace")


def without_fonts(text: str) -> tuple[str, str] | None:
    """*text* in Unicode and the encoding of the font it was written for; None if it is for no such font.

    >>> without_fonts("Céng hoµ x· héi chñ nghÜa ViÖt Nam")
    ('Cộng hoà xã hội chủ nghĩa Việt Nam', 'tcvn3')
    """
    if _UNICODE_VIETNAMESE.search(text) or not _HIGH.search(text):
        return None
    sample = text[:50_000]
    before, words = share_of_syllables(sample)
    if words < 3 or before > 0.7:
        return None
    for encoding in _FONTS:
        share, _ = share_of_syllables(from_legacy(sample.translate(_FROM_1252), encoding))
        if share >= 0.9:
            return from_legacy(text.translate(_FROM_1252), encoding), encoding
    return None
