"""Parquet files of the Arrow tables: a folder with one file for each table. Needs the extra ``arrow``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import ExitStack

from ..errors import ExtraError
from ..model import Article
from .arrow import batches, schemas
from .atomic import fresh_folder

try:
    import pyarrow.parquet as pq
except ModuleNotFoundError as error:
    raise ExtraError("arrow", "pyarrow") from error

__all__ = ["write_parquet"]


def write_parquet(articles: Iterable[Article], folder: str | os.PathLike[str]) -> None:
    """Write *articles* as ``folder/articles.parquet``, ``folder/mentions.parquet``, ….

    The articles are taken one batch at a time. The folder appears, or is replaced, when all is written; after
    an error it is as it was.

    Raises:
        FileExistsError: The folder holds files that are not Parquet.
    """
    with fresh_folder(folder, is_own=lambda file: file.suffix == ".parquet") as fresh, ExitStack() as stack:
        writers = {
            name: stack.enter_context(pq.ParquetWriter(fresh / f"{name}.parquet", schema, compression="zstd"))
            for name, schema in schemas().items()
        }
        for tables in batches(articles):
            for name, table in tables.items():
                writers[name].write_table(table)
