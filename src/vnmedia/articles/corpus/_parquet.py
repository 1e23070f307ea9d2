"""Parquet → documents, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from ...errors import ExtraError, SourceError
from .._parse import MAX_BYTES
from ._columns import Columns, Fields
from ._document import RawDocument
from ._rows import or_error

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
    """The document of each row.

    Raises:
        SourceError: It cannot be read, or its columns cannot be told.
    """
    number = 0
    try:
        table = parquet.ParquetFile(file)
        columns = Columns.told(table.schema_arrow.names, fields, place)
        wanted = sorted({name for names in columns.of.values() for name in names})
        for group in range(table.num_row_groups):
            if table.metadata.row_group(group).total_byte_size > _MOST_IN_GROUP:
                rows = table.metadata.row_group(group).num_rows
                yield SourceError(
                    f"{place} rows {number + 1} to {number + rows}", "", "a row group too large"
                )
                number += rows
                continue
            for batch in table.iter_batches(batch_size=_AT_ONCE, row_groups=[group], columns=wanted):
                for row in _rows(batch):
                    number += 1
                    where = f"{place} row {number}"
                    if isinstance(row, dict):
                        yield or_error(row, columns, where)
                    else:
                        yield SourceError(where, "", row)
    except (pa.ArrowException, OSError) as error:
        yield SourceError(f"{place} row {number + 1}", "", f"cannot be read: {error}")


def _rows(batch: pa.RecordBatch) -> Iterator[dict[str, Any] | str]:
    """The rows of *batch*; in place of one whose values Python cannot hold, the reason."""
    batch = _in_microseconds(batch)
    try:
        yield from batch.to_pylist()
    except (ValueError, OverflowError):  # a UnicodeDecodeError is a ValueError
        for index in range(batch.num_rows):
            try:
                yield from batch.slice(index, 1).to_pylist()
            except (ValueError, OverflowError) as error:
                yield f"cannot be read: {error}"


def _in_microseconds(batch: pa.RecordBatch) -> pa.RecordBatch:
    """*batch* with times in nanoseconds cut to what a record can hold."""
    columns = [
        column.cast(pa.timestamp("us", column.type.tz), safe=False)
        if pa.types.is_timestamp(column.type) and column.type.unit == "ns"
        else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, batch.schema.names)
