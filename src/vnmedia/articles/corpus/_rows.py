"""Rows and objects → documents: each field is taken as the row states it."""

from __future__ import annotations

import ast
import json
import math
import re
from collections.abc import Mapping
from typing import Any

from ...errors import SourceError
from ...text import nfc
from .._decode import mended
from .._moment import Moment
from .._stamps import read_stamp
from .._tags import MARKED_UP, holds_markup, is_page, without_markup
from ._columns import Columns, Fields, texts_of
from ._document import RawDocument

__all__ = ["RowReader", "document_of", "or_error"]

_NOTHING = frozenset(("nan", "none", "null", "n/a", "na", "[]", "{}"))
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;|\n]|\s[-–/&]\s|\svà\s)\s*")
_BETWEEN_TAGS = re.compile(r"\s*[,;|#\n]\s*")
_LONGEST_LIST = 10_000


class RowReader:
    """Reads the objects of one file, whose keys may differ.

    A form of object in which no text can be told is reported once, and each of its objects passed over.
    """

    def __init__(self, fields: Fields | None) -> None:
        self._fields = fields
        self._columns: dict[tuple[str, ...], Columns | None] = {}
        self._told: Columns | None = None

    def read(self, row: Mapping[str, Any], place: str) -> RawDocument | SourceError | None:
        """The document of *row*, an error, or None where an error has said already that there is none."""
        keys = tuple(row)
        if keys not in self._columns:
            try:
                self._columns[keys] = self._told = Columns.told(keys, self._fields, place)
            except SourceError as error:
                if self._told is not None:  # of a form that has a text, but not here
                    return or_error(row, self._told, place)
                self._columns[keys] = None
                return SourceError(place, "", f"{error.reason}; rows of this form are passed over")
        columns = self._columns[keys]
        return or_error(row, columns, place) if columns is not None else None


def or_error(row: Mapping[str, Any], columns: Columns, place: str) -> RawDocument | SourceError:
    """The document that *row* holds, or the error that says why it holds none."""
    try:
        return document_of(row, columns, place)
    except SourceError as error:
        return error


def document_of(row: Mapping[str, Any], columns: Columns, place: str) -> RawDocument:
    """The document that *row* holds.

    Raises:
        SourceError: It has no text, or one of another type than text, or an infinite time.
    """
    content, media_type, repairs = _content(row, columns, place)
    published, why = _stamp(row, columns, "published", place)
    modified, why_modified = _stamp(row, columns, "modified", place)
    ids = texts_of(columns.value("id", row))
    url = columns.value("url", row)
    return RawDocument(
        content=content,
        place=place,
        id=ids[0].strip() if ids else None,
        url=url.strip() if url else None,
        title=_one(row, columns, "title", place),
        lead=_one(row, columns, "lead", place),
        section=_one(row, columns, "section", place),
        publisher=_one(row, columns, "publisher", place),
        published=published,
        modified=modified,
        authors=_many(columns.value("authors", row), _BETWEEN_NAMES, place),
        tags=_many(columns.value("tags", row), _BETWEEN_TAGS, place),
        media_type=media_type,
        repairs=(*repairs, *(note for note in (why, why_modified) if note)),
    )


def _content(
    row: Mapping[str, Any], columns: Columns, place: str
) -> tuple[str | bytes, str | None, tuple[str, ...]]:
    """The text or page, its media type, and what was mended."""
    page = columns.value("html", row)
    if isinstance(page, (str, bytes)):
        return page, "text/html", ()
    value = columns.value("text", row)
    if isinstance(value, bytes) and value:
        return value, None, ()
    text = "\n".join(texts_of(value if value is not None else columns.value("lead", row)))
    if not text.strip() or text.strip().lower() in _NOTHING:
        raise SourceError(place, "", "no text in it")
    if not holds_markup(text):
        return text, None, ()
    if is_page(text):
        return text, "text/html", ()
    return without_markup(text, place), "text/plain", (MARKED_UP,)


def _stamp(
    row: Mapping[str, Any], columns: Columns, field: str, place: str
) -> tuple[Moment | None, str | None]:
    """The time that *field* states; where it states one that is not taken, what is to be said of it.

    Raises:
        SourceError: It is infinite, which no time is: what wrote the row went wrong.
    """
    value = columns.value(field, row)
    if isinstance(value, float) and math.isinf(value):
        raise SourceError(place, "", f"{field} is {value}, which no time is")
    if isinstance(value, (Mapping, list, tuple)):
        value = next(iter(texts_of(value)), None)
    moment, why = read_stamp(value)
    return moment, f"{field} {str(value)[:60]!r}: {why}" if why else None


def _one(row: Mapping[str, Any], columns: Columns, field: str, place: str) -> str | None:
    """The words of *field* as they are printed, without tags and entities."""
    texts = _listed(columns.value(field, row))
    words = " ".join(_clean(without_markup(texts[0], place)).split()) if texts else ""
    return words if words and words.lower() not in _NOTHING else None


def _clean(text: str) -> str:
    return nfc(mended(text)[0])


def _many(value: Any, between: re.Pattern[str], place: str) -> tuple[str, ...]:
    """The names or keywords in *value*: a list, or a text in which marks part them."""
    texts = [without_markup(text, place) for text in _listed(value)]
    parts = between.split(texts[0]) if len(texts) == 1 else texts
    words = (" ".join(_clean(part).split()).strip(" .") for part in parts)
    return tuple(dict.fromkeys(word for word in words if word and word.lower() not in _NOTHING))


def _listed(value: Any) -> list[str]:
    """The texts in *value*, which may be a list that a program has written as one text (``"['a', 'b']"``)."""
    if isinstance(value, str) and len(value) <= _LONGEST_LIST and value.strip()[:1] in ("[", "{"):
        for read in (json.loads, ast.literal_eval):
            try:
                return texts_of(read(value.strip()))
            except (ValueError, SyntaxError, RecursionError, MemoryError):
                continue
    return texts_of(value)
