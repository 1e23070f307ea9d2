"""The words and paragraphs in the text of one block of a page."""

from __future__ import annotations

import re

from ..text import nfc

__all__ = ["BREAK", "paragraphs", "words_of"]

#: Stands for a line break; no text that was decoded has it.
BREAK = "\x0b"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def words_of(text: str) -> str:
    """The words of *text* in NFC, one space between them."""
    words = " ".join(text.split())
    # Invisible characters are not printable, and that test is faster.
    if not words.isprintable():
        words = " ".join(_INVISIBLE.sub("", words).split())
    return words if words.isascii() else nfc(words)


def paragraphs(text: str) -> list[str]:
    """The paragraphs between the line breaks of a block's text; a break inside a sentence is ignored."""
    found: list[str] = []
    broken = True
    for line in _INVISIBLE.sub("", text).split(BREAK):
        words = words_of(line)
        if not words:
            broken = True
            continue
        if not broken and found[-1][-1:].isalnum() and words[0].islower():
            found[-1] += " " + words
        else:
            found.append(words)
        broken = False
    return found
