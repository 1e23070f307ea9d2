"""Reading documents as a function from Arrow record batches to record batches, for distributed engines.

Needs the extra ``arrow``. Spark's ``mapInArrow``, Ray Data's ``map_batches`` and Dask take such a function;
``vnmedia.spark`` applies it in Spark.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from .articles import parse_article
from .articles._stamps import is_zero
from .errors import ExtraError, SourceError
from .mentions import wanted_of

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    raise ExtraError("arrow", "pyarrow") from error

from .serializers.arrow import document_row, document_schema

__all__ = ["parse_batches", "schema"]

#: The columns that are read besides ``source``; ``parse_article`` has arguments of the same names.
_OPTIONS = ("id", "media_type", "path", "published", "url")
_AT_ONCE = 256


@cache
def schema() -> pa.Schema:
    """The schema that ``parse_batches`` gives: ``document_schema`` of the Arrow tables, and ``error``.

    >>> schema().names[-1], schema().field("error").type
    ('error', DataType(string))
    """
    return document_schema().append(pa.field("error", pa.string()))


def parse_batches(
    batches: Iterable[pa.RecordBatch], *, kinds: Iterable[str] | None = None
) -> Iterator[pa.RecordBatch]:
    """One row for each row of *batches*, in order, with the tables of its article as lists.

    Args:
        batches: Rows with the column ``source`` (a document's text or bytes) and optionally ``id`` (a
            number is taken as its digits), ``url``, ``path``, ``media_type`` and ``published`` (a date, a
            timestamp, or either in ISO 8601; what programs write for an unknown time, such as the first
            second of 1970, is none). Other columns are left out.
        kinds: The kinds of mentions that are wanted; all by default.

    A document that cannot be read gives a row with its ``id``, ``url`` and ``error``, and nothing else.

    >>> rows = pa.RecordBatch.from_pylist([{"id": "a", "source": "Ngày 17/12/2020, Bộ Y tế họp."}])
    >>> [found] = parse_batches([rows])
    >>> found.column("agencies").to_pylist()[0][0]["name"]
    'Bộ Y tế'

    Raises:
        ValueError: A batch has no column ``source``, or a column twice, or one of *kinds* is not a kind.
    """
    wanted = wanted_of(kinds)
    for batch in batches:
        if "source" not in batch.schema.names:
            raise ValueError(f"no column 'source' among {batch.schema.names}")
        names = [name for name in ("source", *_OPTIONS) if name in batch.schema.names]
        if twice := [name for name in names if batch.schema.names.count(name) > 1]:
            raise ValueError(f"the column {twice[0]!r} is there more than once")
        known = batch.select(names)
        # A batch may have ten thousand documents, and their mentions take more memory than they do.
        for start in range(0, known.num_rows, _AT_ONCE):
            part = known.slice(start, _AT_ONCE)
            documents = zip(*map(_values, part.columns), strict=True)
            rows = [_row(dict(zip(names, values, strict=True)), wanted) for values in documents]
            yield pa.RecordBatch.from_pylist(rows, schema())


def _values(column: pa.Array) -> list[Any]:
    """The values of *column*; one that Python cannot hold, such as a day in the year 12,000, as its error."""
    try:
        return list(column.to_pylist())
    except Exception:  # noqa: BLE001 - what pyarrow raises differs from type to type
        return [_value(cell) for cell in column]


def _value(cell: pa.Scalar[Any]) -> Any:
    try:
        return cell.as_py()
    except Exception as error:  # noqa: BLE001 - as above
        return error


def _row(document: dict[str, Any], kinds: frozenset[str]) -> dict[str, Any]:
    if isinstance(document.get("id"), int):
        document["id"] = str(document["id"])
    named = {name: value if isinstance(value := document.get(name), str) else None for name in ("id", "url")}
    try:
        for name, value in document.items():
            if isinstance(value, Exception):
                raise ValueError(f"{name}: {value}")
        source = document.pop("source")
        if source is None:
            raise SourceError(str(document.get("id")), "", "the source is null")
        document["published"] = _moment(document.get("published"))
        return document_row(parse_article(source, **document, kinds=kinds))
    except Exception as error:  # noqa: BLE001 - one document must not end the work on a million others
        return named | {"error": f"{type(error).__name__}: {error}"}


def _moment(published: dt.date | str | None) -> dt.date | None:
    if isinstance(published, str):
        read = dt.date if len(published) == 10 else dt.datetime
        published = read.fromisoformat(published)
    return None if isinstance(published, dt.date) and is_zero(published) else published
