"""Arrow tables with a fixed schema, which ``parquet`` and ``duckdb`` write to files.

Needs the extra ``arrow``. The tables ``articles``, ``blocks``, ``mentions``, ``dates``, ``instruments``,
``agencies``, ``statistics``, ``officials`` and ``relations`` are joined by ``article`` and ``mention``, which
count from 0; each also has ``article_id``, and each with mentions their ``quote``. The other columns are the
fields of the model's classes. ``frames`` makes data frames of pandas and Polars, or a DuckDB database.

What the tables lose, compared with the record: a number that ``decimal128(38, 10)`` cannot hold exactly is
null, and a clock time's own zone is dropped (``time``, ``earliest``, ``latest`` are the text's local time).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, localcontext
from functools import cache
from itertools import islice
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from ..errors import ExtraError
from ..model import Article, Duration
from ._columns import Column, LocalTime, Row, columns, rows, without_none

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    raise ExtraError("arrow", "pyarrow") from error

__all__ = ["NUMBER", "batches", "document_row", "document_schema", "exact", "schemas", "to_arrow"]

_PRECISION, _SCALE = 38, 10

#: Columns that a row of one document has once, and need not repeat for each of its mentions.
_OF_TABLES = ("article", "article_id")

#: The type of cells that hold a number of a text.
NUMBER = pa.decimal128(_PRECISION, _SCALE)

_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int32(),
    Decimal: NUMBER,
    Duration: pa.string(),
    dt.date: pa.date32(),
    dt.time: pa.time64("us"),
    dt.datetime: pa.timestamp("us", tz="UTC"),
    LocalTime: pa.timestamp("us"),
}


def _type(kind: Any) -> pa.DataType:
    """The Arrow type of cells whose Python type is *kind*."""
    if get_origin(kind) is Literal:
        return pa.dictionary(pa.int8(), pa.string())
    if get_origin(kind) is tuple:
        return pa.list_(_type(get_args(kind)[0]))
    if attrs.has(kind) and kind not in _TYPES:
        hints = get_type_hints(kind)
        return pa.struct(
            [(field.name, _type(without_none(hints[field.name]))) for field in attrs.fields(kind)]
        )
    return _TYPES[kind]


def exact(number: Decimal) -> Decimal | None:
    """*number* where the column's type holds it exactly, else None."""
    with localcontext(prec=_PRECISION * 2) as context:
        context.clear_flags()
        if number.adjusted() >= _PRECISION - _SCALE:
            return None
        shown = number.quantize(Decimal(1).scaleb(-_SCALE))
        return shown if shown == number else None


_CELLS: dict[Any, Callable[[Any], Any]] = {
    Decimal: exact,
    Duration: str,
    dt.time: lambda time: time.replace(tzinfo=None),
    LocalTime: lambda moment: moment.replace(tzinfo=None),
}


def _list(items: tuple[Any, ...]) -> list[Any]:
    return [attrs.asdict(item) if attrs.has(type(item)) else item for item in items]


def _writer(column: Column) -> Callable[[Any], Any] | None:
    """The function that turns a value of *column* into a cell; None where the value is the cell."""
    return _list if get_origin(column.type) is tuple else _CELLS.get(column.type)


def _spread_writer(column: Column) -> Callable[[Any], Any] | None:
    """The same for a cell of ``document_schema``."""
    write = _writer(column)
    if column.type is dt.time:
        return lambda time: str(time.replace(tzinfo=None))
    if write is _list:
        return lambda items: [str(item) if isinstance(item, dt.time) else item for item in _list(items)]
    return write


@cache
def _spread_writers(table: str) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """The columns of *table* in ``document_schema``, each with the function that makes its cells."""
    return tuple((c.name, _spread_writer(c)) for c in columns()[table] if c.name not in _OF_TABLES)


@cache
def schemas() -> dict[str, pa.Schema]:
    """The schema of each table.

    >>> schemas()["statistics"].field("value").type
    Decimal128Type(decimal128(38, 10))
    """
    return {
        table: pa.schema([(column.name, _type(column.type)) for column in cells])
        for table, cells in columns().items()
    }


@cache
def document_schema() -> pa.Schema:
    """The schema of one row for each document: the columns of ``articles``, then a list of each table's rows.

    It is for engines that take a single table. The rows need no number of their article; what is a
    dictionary or a time of day in the tables is a string here (``22:17:00``), which every engine takes.

    >>> document_schema().field("agencies").type.value_type.field("mention").type
    DataType(int32)
    """
    fields = {
        name: [(field.name, _spread(field.type)) for field in schema if field.name not in _OF_TABLES]
        for name, schema in schemas().items()
    }
    lists = [(name, pa.list_(pa.struct(inner))) for name, inner in fields.items() if name != "articles"]
    return pa.schema([*fields["articles"], *lists])


def _spread(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_time(kind):
        return pa.string()
    if pa.types.is_list(kind):
        return pa.list_(_spread(kind.value_type))
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def document_row(article: Article) -> dict[str, Any]:
    """*article* as a row of ``document_schema``."""
    row: dict[str, Any] = {name: [] for name in columns() if name != "articles"}
    for table, found in rows(article, 0):
        inner = {
            name: value if (value := found[name]) is None or write is None else write(value)
            for name, write in _spread_writers(table)
        }
        if table == "articles":
            row |= inner
        else:
            row[table].append(inner)
    return row


def _table(name: str, found: list[Row]) -> pa.Table:
    schema = schemas()[name]
    cells = [_column(column, found, schema.field(column.name).type) for column in columns()[name]]
    return pa.Table.from_arrays(cells, schema=schema)


def _column(column: Column, found: list[Row], kind: pa.DataType) -> pa.Array:
    values = [row[column.name] for row in found]
    write = _writer(column)
    if write is not None:
        values = [None if value is None else write(value) for value in values]
    return pa.array(values, kind)


def batches(articles: Iterable[Article], size: int = 1000) -> Iterator[dict[str, pa.Table]]:
    """The tables of *size* articles at a time, so that a corpus need not fit in memory.

    Where there are no articles, there is one batch of empty tables.
    """
    numbered = enumerate(articles)
    part = list(islice(numbered, size))
    while True:
        found: dict[str, list[Row]] = {name: [] for name in columns()}
        for number, article in part:
            for table, row in rows(article, number):
                found[table].append(row)
        yield {name: _table(name, some) for name, some in found.items()}
        part = list(islice(numbered, size))
        if not part:
            return


def to_arrow(articles: Iterable[Article]) -> dict[str, pa.Table]:
    """The tables of *articles*, by name.

    >>> tables = to_arrow([Article(text="Hà Nội")])
    >>> tables["articles"].column("text").to_pylist(), tables["dates"].num_rows
    (['Hà Nội'], 0)
    """
    made = list(batches(articles))
    return {name: pa.concat_tables([some[name] for some in made]).unify_dictionaries() for name in columns()}
