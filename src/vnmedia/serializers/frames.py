"""Articles as data frames of pandas or Polars, or as a DuckDB database, in one call.

Needs the extra ``arrow``, and the package that is asked for. The tables are those of ``arrow``.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from ..errors import ExtraError
from ..model import Article
from .arrow import to_arrow

__all__ = ["to_duckdb", "to_pandas", "to_polars"]


def to_pandas(articles: Iterable[Article]) -> dict[str, Any]:
    """The tables of *articles* as pandas data frames by name; Arrow's types keep numbers exact.

    >>> from vnmedia import parse_article
    >>> frames = to_pandas([parse_article("Năm 2020, Bộ Y tế chi 7,5 tỷ đồng.", id="a")])
    >>> frames["statistics"][["article_id", "quote", "value", "unit"]].values.tolist()
    [['a', '7,5 tỷ đồng', Decimal('7500000000.0000000000'), 'VND']]

    Raises:
        ExtraError: pandas is not installed.
    """
    pandas = _needed("pandas")
    return {
        name: table.to_pandas(types_mapper=pandas.ArrowDtype) for name, table in to_arrow(articles).items()
    }


def to_polars(articles: Iterable[Article]) -> dict[str, Any]:
    """The tables of *articles* as Polars data frames by name.

    >>> from vnmedia import parse_article
    >>> frames = to_polars([parse_article("Năm 2020, Bộ Y tế họp.", id="a")])
    >>> frames["agencies"].select("article_id", "quote", "name").rows()
    [('a', 'Bộ Y tế', 'Bộ Y tế')]

    Raises:
        ExtraError: Polars is not installed.
    """
    polars = _needed("polars")
    return {name: polars.from_arrow(table) for name, table in to_arrow(articles).items()}


def to_duckdb(articles: Iterable[Article]) -> Any:
    """A connection to a DuckDB database in memory with the tables of *articles*.

    >>> from vnmedia import parse_article
    >>> database = to_duckdb([parse_article("Năm 2020, Bộ Y tế họp.", id="a")])
    >>> database.sql("SELECT article_id, quote, edtf FROM dates").fetchall()
    [('a', 'Năm 2020', '2020')]

    Raises:
        ExtraError: DuckDB is not installed.
    """
    database = _needed("duckdb").connect()
    for name, table in to_arrow(articles).items():
        database.register("made", table)
        database.execute(f'CREATE TABLE "{name}" AS FROM made')
        database.unregister("made")
    return database


def _needed(package: str) -> Any:
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise ExtraError(package, package) from error
