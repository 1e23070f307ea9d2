"""A DuckDB file with the Arrow tables. Needs the extra ``duckdb``."""

from __future__ import annotations

import os
from collections.abc import Iterable

from ..errors import ExtraError
from ..model import Article
from .arrow import batches, schemas
from .atomic import fresh_file

try:
    import duckdb
except ModuleNotFoundError as error:
    raise ExtraError("duckdb", "duckdb") from error

__all__ = ["write_duckdb"]


def write_duckdb(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write *articles* as the tables of one DuckDB file.

    The articles are taken one batch at a time. The file appears, or is replaced, when all is written; after
    an error it is as it was.
    """
    with fresh_file(path) as fresh, duckdb.connect(str(fresh)) as database:
        for name, schema in schemas().items():
            database.register("empty", schema.empty_table())
            database.execute(f'CREATE TABLE "{name}" AS FROM empty')
            database.unregister("empty")
        for tables in batches(articles):
            for name, table in tables.items():
                database.register("batch", table)
                database.execute(f'INSERT INTO "{name}" FROM batch')
                database.unregister("batch")
