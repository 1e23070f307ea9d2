"""Reading documents on a Spark cluster. Needs the extra ``spark``, and vnmedia on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from .arrow import parse_batches, schema
from .errors import ExtraError
from .mentions import wanted_of

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.functions import col, inline
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import ArrayType, StructType
except ModuleNotFoundError as error:
    raise ExtraError("spark", "pyspark") from error

__all__ = ["parse", "tables"]

_TAKEN = ("source", "id", "url", "path", "media_type", "published")


def parse(documents: DataFrame, *, kinds: Iterable[str] | None = None) -> DataFrame:
    """One row for each document, with the tables of its article as arrays; see ``vnmedia.arrow``.

    What Spark retries, or loses with a machine, is done again as a whole, so each document is there once.

    Args:
        documents: Rows with the column ``source`` (a document's text or bytes) and optionally ``id``,
            ``url``, ``path``, ``media_type`` and ``published``; other columns are left out. Give an ``id`` to
            join the result with them.
        kinds: The kinds of mentions that are wanted; all by default.

    Raises:
        ValueError: One of *kinds* is not a kind.
    """
    taken = documents.select(*(name for name in _TAKEN if name in documents.columns))
    function = partial(parse_batches, kinds=wanted_of(kinds))
    return taken.mapInArrow(function, from_arrow_schema(schema()))


def tables(parsed: DataFrame) -> dict[str, DataFrame]:
    """The tables in the result of ``parse``, by name, in the form of the Arrow tables, and ``errors``.

    Their column ``article`` is the document's ``id``. Cache or write *parsed* first: each table reads it.
    """
    assert isinstance(parsed.schema, StructType)
    lists = [
        field.name
        for field in parsed.schema.fields
        if isinstance(field.dataType, ArrayType) and isinstance(field.dataType.elementType, StructType)
    ]
    nested = [name for name in lists if name != "images"]
    read = parsed.where(col("error").isNull())
    found = {name: read.select(col("id").alias("article"), inline(col(name))) for name in nested}
    return {
        "articles": read.drop(*nested, "error"),
        **found,
        "errors": parsed.where(col("error").isNotNull()).select("id", "url", "error"),
    }
