"""JSON → documents: one object a line, an array, or a list somewhere in an object."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from ...errors import SourceError
from .._parse import MAX_BYTES
from ._columns import Columns, Fields
from ._document import RawDocument
from ._rows import RowReader
from ._streams import Utf8, limited_lines, whole

__all__ = ["read_json", "read_jsonl"]

_AT_ONCE = 2**20
_DEEPEST = 5
_BETWEEN = " \t\r\n,"


def read_jsonl(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each line of JSON.

    Raises:
        SourceError: The whole is one array or one object and no lines.
    """
    reader = RowReader(fields)
    first = True
    for number, line in limited_lines(Utf8(file), place):
        if not line.strip():
            continue
        where = f"{place}:{number}"
        if first and line.lstrip().startswith(b"["):
            raise SourceError(place, "", "a JSON array, not one object a line: name it .json")
        if first and line.strip() == b"{":
            raise SourceError(place, "", "JSON objects over many lines, not one a line: name it .json")
        first = False
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield SourceError(where, "", f"not JSON: {error}")
            continue
        if found := _read(row, reader, where):
            yield found


def _read(row: Any, reader: RowReader, where: str) -> RawDocument | SourceError | None:
    return reader.read(row, where) if isinstance(row, dict) else SourceError(where, "", "not a JSON object")


def read_json(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each object in an array, one at a time; or those in the object that the file is.

    Raises:
        SourceError: It is no JSON, or holds no object that is a document.
    """
    reader = RowReader(fields)
    text = Utf8(file)
    start = b""
    while not start.strip() and (read := text.read(_AT_ONCE)):
        start = read
    if not start.lstrip().startswith(b"["):
        rows = _rows_in(_loaded(_Rest(start, text), place), fields, place)
        found: Iterator[tuple[str, Any]] = ((f"{place} object {n}", row) for n, row in enumerate(rows, 1))
    else:
        found = _elements(_Rest(start, text), place)
    for where, row in found:
        if document := _read(row, reader, where):
            yield document


class _Rest(Utf8):
    """A file of which *start* has been read already."""

    def __init__(self, start: bytes, file: Utf8) -> None:
        self._file = file  # type: ignore[assignment]
        self._start = start
        self._decoder = None


def _loaded(file: Utf8, place: str) -> Any:
    try:
        return json.loads(whole(file, place))
    except (ValueError, RecursionError) as error:
        raise SourceError(place, "", f"not JSON: {error}") from error


def _rows_in(value: Any, fields: Fields | None, place: str, depth: int = 0) -> list[Any]:
    """The objects in *value* that are documents: itself, those of a list, or what stands under a key."""
    if isinstance(value, dict):
        rows = _rows_of_object(value, fields, place, depth)
    else:
        objects = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
        told = any(_told(item, fields, place) is not None for item in objects[:100])
        rows = objects if told else None
    if rows is None and depth == 0:
        keys = ", ".join(map(repr, value)) if isinstance(value, dict) else type(value).__name__
        raise SourceError(place, "", f"no object in it can be told to be a document: {keys[:500]}")
    return rows or []


def _rows_of_object(
    value: Mapping[str, Any], fields: Fields | None, place: str, depth: int
) -> list[Any] | None:
    columns = _told(value, fields, place)
    if columns is not None:
        return _turned(value, columns)
    inner = list(value.values())
    for candidate in inner if depth < _DEEPEST else []:
        if rows := _rows_in(candidate, fields, place, depth + 1):
            objects = [item for item in inner if isinstance(item, dict)]
            # An object may hold objects, each under its id.
            return objects if len(rows) == 1 and len(objects) == len(inner) else rows
    return None


def _told(value: Mapping[str, Any], fields: Fields | None, place: str) -> Columns | None:
    try:
        return Columns.told(value, fields, place)
    except SourceError:
        return None


def _turned(value: Mapping[str, Any], columns: Columns) -> list[Any]:
    """The row that *value* is; or the rows, where it has for each column an object of its cells by row."""
    cells = columns.value("text", value) or columns.value("html", value)
    if not isinstance(cells, dict) or not all(key.isdigit() for key in cells):
        return [value]
    return [
        {name: column.get(key) for name, column in value.items() if isinstance(column, dict)} for key in cells
    ]


def _elements(file: Utf8, place: str) -> Iterator[tuple[str, Any]]:
    """The elements of the array in *file*, of which no more than a piece is held."""
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    scan = json.JSONDecoder().raw_decode
    text, position, number = decode(file.read(_AT_ONCE)).lstrip()[1:], 0, 1
    while True:
        while position < len(text) and text[position] in _BETWEEN:
            position += 1
        if text.startswith("]", position):
            return
        try:
            element, position = scan(text, position)
        except (ValueError, RecursionError) as error:  # broken, or not all of it is read yet
            text, position = text[position:], 0
            more = decode(file.read(max(_AT_ONCE, len(text))))
            if not more or len(text) > MAX_BYTES:
                where = f"{place} object {number}"
                raise SourceError(where, "", f"not JSON: {error}; the rest is not read") from error
            text += more
            continue
        yield f"{place} object {number}", element
        number += 1
