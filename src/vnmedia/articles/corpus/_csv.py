"""CSV and its like → documents; the first row names the columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import IO, Any

from ...errors import SourceError
from .._decode import decode
from .._parse import MAX_BYTES
from ._columns import Columns, Fields, is_known
from ._document import RawDocument
from ._rows import or_error
from ._streams import Utf8, limited_lines

__all__ = ["read_csv"]

_DELIMITERS = (",", ";", "\t", "|", "^")
_SEPARATOR = re.compile(r"sep=(.)\s*")  # Excel's own first line


def read_csv(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each row, whatever delimiter its first row has.

    Raises:
        SourceError: Its columns cannot be told.
    """
    lines = _text_lines(Utf8(file), place)
    first = next(lines, "")
    separator = _SEPARATOR.fullmatch(first)
    if separator is not None:
        first = next(lines, "")
    delimiter = separator[1] if separator is not None else _delimiter(first, fields)
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    header = _next_row(rows, f"{place}:1")
    if header is None or isinstance(header, SourceError):
        raise header or SourceError(place, "", "an empty file")
    names = [name.strip() for name in header]
    columns = Columns.told(names, fields, place)
    while True:
        where = f"{place}:{rows.line_num + 1 + (separator is not None)}"
        row = _next_row(rows, where)
        if row is None:
            return
        if isinstance(row, SourceError):
            yield row
        elif len(row) == len(names):
            yield or_error(dict(zip(reversed(names), reversed(row), strict=True)), columns, where)
        elif row:
            yield SourceError(where, "", f"{len(row)} columns, not {len(names)}")


def _delimiter(header: str, fields: Fields | None) -> str:
    """The delimiter that parts *header* into the most columns that are known, or else into the most."""

    def worth(delimiter: str) -> tuple[int, int]:
        names: list[str] = []
        with suppress(csv.Error):
            names = next(csv.reader([header], delimiter=delimiter), [])
        return sum(is_known(name.strip(), fields) for name in names), len(names)

    return max(_DELIMITERS, key=worth)


def _text_lines(file: Utf8, place: str) -> Iterator[str]:
    for number, line in limited_lines(file, place):
        try:
            yield line.decode() + "\n"
        except UnicodeDecodeError:
            yield _in_old_encoding(line, f"{place}:{number}") + "\n"


def _in_old_encoding(line: bytes, place: str) -> str:
    with suppress(SourceError):
        return decode(line, place).text
    return line.decode(errors="replace")


def _next_row(rows: Any, where: str) -> list[str] | SourceError | None:
    """The next row; its cells may be as large as a document, which the module only allows for all at once."""
    before = csv.field_size_limit(MAX_BYTES)
    try:
        return next(rows, None)
    except csv.Error as error:
        return SourceError(where, "", f"not CSV: {error}")
    finally:
        csv.field_size_limit(before)
