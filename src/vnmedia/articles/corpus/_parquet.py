"""Parquet → documents, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from ...errors import ExtraError, SourceError
from .._parse import MAX_BYTES
from ._document import RawDocument
from ._rows import NAMES, Fields, document_of

try:
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise ExtraError("arrow", "pyarrow") from error

__all__ = ["read_parquet"]

_AT_ONCE = 64
#: A row group is decompressed in one piece.
_MOST_IN_GROUP = 16 * MAX_BYTES


def read_parquet(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each row."""
    number = 0
    try:
        table = parquet.ParquetFile(file)
        wanted = {*(fields or {}).values(), *(name for names in NAMES.values() for name in names)}
        columns = [name for name in table.schema_arrow.names if name in wanted]
        for group in range(table.num_row_groups):
            if table.metadata.row_group(group).total_byte_size > _MOST_IN_GROUP:
                rows = table.metadata.row_group(group).num_rows
                yield SourceError(
                    f"{place} rows {number + 1} to {number + rows}", "", "a row group too large"
                )
                number += rows
                continue
            for batch in table.iter_batches(batch_size=_AT_ONCE, row_groups=[group], columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield _or_error(row, fields, f"{place} row {number}")
    except (pa.ArrowException, OSError) as error:
        yield SourceError(f"{place} row {number + 1}", "", f"cannot be read: {error}")


def _or_error(row: dict[str, object], fields: Fields | None, place: str) -> RawDocument | SourceError:
    try:
        return document_of(row, fields, place)
    except SourceError as error:
        return error
