"""Where a span of the NFC text stands in the caller's own text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

__all__ = ["in_original"]


def in_original(start: int, end: int, quote: str, original: str) -> tuple[int, int] | None:
    """The part of *original* that became *quote*, at *start* to *end* of the text that was read.

    The text that was read is *original* in NFC; as an article, also without a byte order mark and with one
    kind of line end. None where *quote* does not stand there.
    """
    if original[start:end] == quote and unicodedata.is_normalized("NFC", original):
        return start, end
    for parts in (_composed(original), _unmarked(original)):
        found = _located(start, end, parts)
        if found is not None and _lines(_nfc(original[slice(*found)])) == _lines(quote):
            return found
    return None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _located(start: int, end: int, parts: Iterator[tuple[int, int]]) -> tuple[int, int] | None:
    """The stretch of the original whose parts become the characters from *start* to *end*."""
    begun: int | None = None
    read = position = 0
    for taken, given in parts:
        if begun is None and read + given > start:
            begun = position
        position += taken
        read += given
        if read >= end:
            return None if begun is None else (begun, position)
    return None


def _composed(original: str) -> Iterator[tuple[int, int]]:
    """The smallest parts that normalization keeps apart: the length of each, before and after."""
    begin = 0
    for position in range(1, len(original) + 1):
        if position == len(original) or _parts(original, begin, position):
            part = original[begin:position]
            yield len(part), 1 if len(part) == 1 and part.isascii() else len(_nfc(part))
            begin = position


def _parts(text: str, begin: int, position: int) -> bool:
    """Whether the text from *position* on composes with nothing in the part before it."""
    character = text[position]
    if character.isascii():
        return True
    if unicodedata.combining(character):
        return False
    before = text[begin:position]
    return _nfc(before + character) == _nfc(before) + _nfc(character)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _unmarked(original: str) -> Iterator[tuple[int, int]]:
    """The same parts, without a byte order mark and with a line feed for each line end."""
    position = 0
    for taken, given in _composed(original):
        part = original[position : position + taken]
        mark = (position == 0 and part == "\ufeff") or (
            part == "\r" and original[position + 1 : position + 2] == "\n"
        )
        position += taken
        yield taken, 0 if mark else given
