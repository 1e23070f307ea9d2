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
        batches: Rows with the column ``source`` (a document's text or bytes) and optionally ``id``, ``url``,
            ``path``, ``media_type`` and ``published`` (a date, a timestamp, or either in ISO 8601). Other
            columns are left out.
        kinds: The kinds of mentions that are wanted; all by default.

    A document that cannot be read gives a row with its ``id``, ``url`` and ``error``, and nothing else.

    >>> rows = pa.RecordBatch.from_pylist([{"id": "a", "source": "Ngày 17/12/2020, Bộ Y tế họp."}])
    >>> [found] = parse_batches([rows])
    >>> found.column("agencies").to_pylist()[0][0]["name"]
    'Bộ Y tế'

    Raises:
        ValueError: A batch has no column ``source``, or one of *kinds* is not a kind.
    """
    wanted = wanted_of(kinds)
    for batch in batches:
        if "source" not in batch.schema.names:
            raise ValueError(f"no column 'source' among {batch.schema.names}")
        known = batch.select([name for name in ("source", *_OPTIONS) if name in batch.schema.names])
        # A batch may have ten thousand documents, and their mentions take more memory than they do.
        for start in range(0, known.num_rows, _AT_ONCE):
            rows = [_row(document, wanted) for document in known.slice(start, _AT_ONCE).to_pylist()]
            yield pa.RecordBatch.from_pylist(rows, schema())


def _row(document: dict[str, Any], kinds: frozenset[str]) -> dict[str, Any]:
    source = document.pop("source")
    try:
        if source is None:
            raise SourceError(str(document.get("id")), "", "the source is null")
        document["published"] = _moment(document.get("published"))
        return document_row(parse_article(source, **document, kinds=kinds))
    except Exception as error:  # noqa: BLE001 - one document must not end the work on a million others
        reason = f"{type(error).__name__}: {error}"
        return {"id": document.get("id"), "url": document.get("url"), "error": reason}


def _moment(published: dt.date | str | None) -> dt.date | None:
    if not isinstance(published, str):
        return published
    return dt.date.fromisoformat(published) if len(published) == 10 else dt.datetime.fromisoformat(published)
