"""Decodes bytes into text: finds the encoding, mends what is broken, rejects what is not text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

import attrs

from ..errors import SourceError
from ..registries import Pattern
from ..text import nfc
from ._legacy import LEGACY, from_legacy, without_fonts
from ._syllable import share_of_syllables

__all__ = ["Decoded", "declared_charset", "decode", "mended", "wide_encoding"]

# Longer marks first: a UTF-32 mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\0", "a database"),
)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_SURROGATE = re.compile("[\ud800-\udfff]")
# UTF-8 that was read as Windows-1252: a lead byte and its continuation bytes, as characters.
# Decoders disagree on 0x80 to 0x9F: those of Latin-1 make control characters of them.
_AS_1252 = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    character: byte for byte in range(0x80, 0xA0) if (character := bytes([byte]).decode("cp1252", "ignore"))
}
_LEAD = "".join(re.escape(char) for char, byte in _AS_1252.items() if byte >= 0xC2)
_CONTINUED = "".join(re.escape(char) for char, byte in _AS_1252.items() if byte < 0xC0)
_TWICE = Pattern(f"(?:[{_LEAD}][{_CONTINUED}]{{1,3}})+")
# Finding a fixed string is far faster than matching a set of characters.
_PAIRS_OF_TWICE = ("áº", "á»", "â€", "â\x80")
_HINTS_OF_TWICE = {lead: Pattern(f"{lead}[\x80-\xbf\u0152-\u2122]") for lead in "ÃÄÆ"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# A page of entities has no bytes beyond ASCII to judge by, so its declared encoding is taken.
_WESTERN = frozenset(("iso-8859-1", "windows-1252", "us-ascii"))
_SAMPLE = 200_000


@attrs.frozen
class Decoded:
    """Text in NFC with uniform line ends, and how it was decoded."""

    text: str
    encoding: str | None
    repairs: tuple[str, ...] = ()


def decode(source: str | bytes, name: str, *, declared: str | None = None) -> Decoded:
    """The text in *source*; *declared* is the encoding that its container states.

    Raises:
        SourceError: The bytes are in another format, or no encoding turns them into a text.
    """
    if isinstance(source, str):
        text, repairs = mended(source.removeprefix("\ufeff"))
        return _finished(text, None, repairs)
    for magic, what in _FORMATS:
        if source.startswith(magic):
            raise SourceError(name, "", f"{what}, not a text")
    text, encoding, repairs = _read(source, name, declared)
    encoded = source if encoding == "utf-8" and not repairs else text.encode()
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if controls > len(text) // 100:
        raise SourceError(name, encoding, _controls(controls))
    text, more = _letters_mended(text.removeprefix("\ufeff"))
    return _finished(text, encoding, repairs + more)


def _controls(count: int) -> str:
    held = "a control character" if count == 1 else f"{count} control characters"
    return f"not a text: it holds {held}"


def declared_charset(source: bytes) -> str | None:
    """The encoding that an HTML page declares, in lower case.

    >>> declared_charset(b'<meta charset="windows-1258">')
    'windows-1258'
    """
    match = _CHARSET.search(source[:4096])
    return match.group(1).decode("ascii").lower() if match else None


def _finished(text: str, encoding: str | None, repairs: tuple[str, ...]) -> Decoded:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(nfc(text), encoding, repairs)


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """*text* with the damage done by other programs repaired, and the names of the repairs.

    >>> mended("Viá»‡t Nam")
    ('Việt Nam', ('double-encoded UTF-8 decoded',))
    """
    if _is_encodable(text):
        return _letters_mended(text)
    text, repairs = _letters_mended(_SURROGATE.sub("\ufffd", text))
    return text, ("lone surrogates replaced", *repairs)


def _letters_mended(text: str) -> tuple[str, tuple[str, ...]]:
    """As ``mended``, for a text that was decoded and so holds no lone surrogate."""
    repairs: list[str] = []
    if _may_be_twice(text):
        once = _TWICE.sub(_once, text)
        if once != text:
            text = once
            repairs.append("double-encoded UTF-8 decoded")
    found = without_fonts(text)
    if found is not None:
        text, encoding = found
        repairs.append(f"letters of a {encoding} font converted")
    return text, tuple(repairs)


def _is_encodable(text: str) -> bool:
    """Whether *text* has no lone surrogate; the encoder finds one far faster than a pattern."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _may_be_twice(text: str) -> bool:
    """Whether *text* has a UTF-8 lead byte next to a continuation byte, both as characters."""
    return any(pair[1] in text and pair in text for pair in _PAIRS_OF_TWICE) or any(
        lead in text and hint.search(text) is not None for lead, hint in _HINTS_OF_TWICE.items()
    )


def _once(match: re.Match[str]) -> str:
    try:
        return bytes(_AS_1252[char] for char in match.group()).decode()
    except UnicodeDecodeError:
        return match.group()


def wide_encoding(start: bytes) -> tuple[str | None, int]:
    """The encoding of a file of rows by its *start*, if it is UTF-16 or UTF-32, and the length of its mark.

    >>> wide_encoding(b"\\xff\\xfei\\0d\\0"), wide_encoding(b"\\xef\\xbb\\xbfid"), wide_encoding(b"id")
    (('utf-16-le', 2), (None, 3), (None, 0))
    """
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return (encoding if encoding != "utf-8" else None), len(mark)
    return (_wide(start) if b"\0" in start else None), 0


def _read(source: bytes, name: str, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _strictly_or_mended(source[len(mark) :], encoding)
    if b"\0" in source[:4096]:
        wide = _wide(source)
        if wide is None:
            raise SourceError(name, "", "not a text: it holds NUL bytes")
        return _strictly_or_mended(source, wide)
    try:
        return source.decode(), "utf-8", ()
    except UnicodeDecodeError:
        return _not_utf8(source, name, declared)


def _strictly_or_mended(source: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return source.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        return (
            source.decode(encoding, "replace"),
            encoding,
            ("broken bytes replaced",),
        )


def _wide(source: bytes) -> str | None:
    """The UTF-16 encoding of text without a mark: in Vietnamese most of the higher bytes are zero."""
    sample = source[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < len(sample) // 2 or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _not_utf8(source: bytes, name: str, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    # A few broken bytes in what is otherwise UTF-8 come from cutting or joining.
    text = source.decode(errors="replace")
    broken = text.count("\ufffd")
    beyond = sum(byte >= 0xC2 for byte in source[:_SAMPLE])
    if broken * 20 <= beyond or (broken == 1 and beyond > 1):
        return text, "utf-8", (f"{broken} broken bytes replaced",)
    best: tuple[float, str, str] | None = None
    for encoding, read in _candidates().items():
        text = read(source[:_SAMPLE])
        share, words = share_of_syllables(unicodedata.normalize("NFC", text))
        if words and share >= 0.85 and (best is None or share > best[0]):
            best = (share, encoding, text)
    if best is None and declared in _WESTERN:
        return source.decode("cp1252", "replace"), declared, ()
    if best is None:
        raise SourceError(name, declared or "utf-8", "no encoding gives a Vietnamese text")
    text = best[2] if len(source) <= _SAMPLE else _candidates()[best[1]](source)
    return text, best[1], ()


def _candidates() -> dict[str, Callable[[bytes], str]]:
    readers: dict[str, Callable[[bytes], str]] = {
        "windows-1258": lambda source: source.decode("cp1258", "replace")
    }
    for encoding in LEGACY:
        readers[encoding] = lambda source, encoding=encoding: from_legacy(  # type: ignore[misc]
            source.decode("latin-1"), encoding
        )
    return readers
