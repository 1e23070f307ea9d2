"""CSV for spreadsheets: one file, a row for each mention, safe to open.

The tidy file has the same few columns for every kind: what the mention means in words, and its days, number,
unit and identifier. In the wide file a row holds the article's fields, the mention's, and those of its value
under the kind's name (``date_start``, ``instrument_number``, …); the columns of the other kinds are
empty, and an article without a mention has one row. The text and its blocks are left out: the record and the
Parquet tables have them.

A cell of text that a spreadsheet would run as a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab
or a line end) gets an apostrophe in front, as OWASP recommends; numbers stay numbers.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from ..model import Agency, Article, Citation, Mention, Official, Statistic, TimeExpression
from ._columns import TABLES, Row, columns, rows
from .atomic import fresh_file
from .describe import describe

__all__ = ["TIDY", "header", "spreadsheet_cell", "write_csv", "write_tidy_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Columns whose content the article's columns already have.
_ONCE = ("article", "article_id")
_OF_MENTION = (*_ONCE, "mention", "quote")
_PREFIX = {table: kind for kind, table in TABLES.items()}


@cache
def header() -> tuple[str, ...]:
    """The names of the columns.

    >>> header()[:3]
    ('article', 'id', 'source_path')
    """
    names = [c.name for c in columns()["articles"] if c.name != "text"]
    names += [c.name for c in columns()["mentions"] if c.name not in _ONCE]
    for table, prefix in _PREFIX.items():
        names += [
            f"{prefix}_{c.name}" for c in columns()[table] if c.name not in (*_ONCE, "mention", "quote")
        ]
    return tuple(names)


def spreadsheet_cell(value: Any) -> Any:
    """*value* as a cell that no spreadsheet runs; None gives an empty cell.

    >>> spreadsheet_cell("=1+1"), spreadsheet_cell(Decimal("-5"))
    ("'=1+1", '-5')
    """
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, tuple):
        value = json.dumps([_item(item) for item in value], ensure_ascii=False, default=str) if value else ""
    if value is None or isinstance(value, int):
        return value
    shown = str(value)
    return "'" + shown if shown.startswith(_FORMULA) else shown


def _item(item: Any) -> Any:
    return attrs.asdict(item) if attrs.has(type(item)) else item


def _wide(article: Article, number: int) -> Iterable[Row]:
    """The rows of *article*, each with everything that the tables have for one mention."""
    frame: Row = {}
    wide: Row = {}
    for table, row in rows(article, number):
        if table == "articles":
            frame = wide = {name: value for name, value in row.items() if name != "text"}
        elif table == "mentions":
            wide = frame | row
        elif table in _PREFIX:
            values = {f"{_PREFIX[table]}_{name}": value for name, value in row.items()}
            yield wide | {name: value for name, value in values.items() if name in header()}
    if not article.mentions:
        yield frame


def write_csv(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write *articles* to one CSV file: UTF-8 with a BOM, as spreadsheets expect, a row for each mention.

    *path* appears, or is replaced, when all is written; after an error it is as it was.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "articles.csv"
    >>> write_csv([Article(id="a", text="Hà Nội")], path)
    >>> len(path.read_text(encoding="utf-8-sig").splitlines())
    2
    """
    with fresh_file(path) as fresh, fresh.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header())
        for number, article in enumerate(articles):
            for row in _wide(article, number):
                writer.writerow([spreadsheet_cell(row.get(name)) for name in header()])


#: The columns of the tidy file.
TIDY = (
    "article_id",
    "published",
    "publisher",
    "title",
    "mention",
    "kind",
    "quote",
    "start",
    "end",
    "meaning",
    "from",
    "until",
    "number",
    "unit",
    "identifier",
)


def write_tidy_csv(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write *articles* to a CSV file with one row for each mention and the same few columns for every kind.

    ``meaning`` says in English what the mention means; ``from`` and ``until`` are the days of a time, or the
    day of an instrument; ``number`` and ``unit`` are a figure's; ``identifier`` is the EDTF of a time, the id
    of a body, the address of an instrument. Spreadsheets open it as they do the wide file.

    >>> import pathlib, tempfile
    >>> from vnmedia import parse_article
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "articles.tidy.csv"
    >>> write_tidy_csv([parse_article("Ngày 5/3/2020, Bộ Y tế chi 2 tỷ đồng.", id="a")], path)
    >>> [line.split(",")[5:7] for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]]
    [['date', 'Ngày 5/3/2020'], ['agency', 'Bộ Y tế'], ['statistic', '2 tỷ đồng']]
    """
    with fresh_file(path) as fresh, fresh.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(TIDY)
        for article in articles:
            frame = (article.id, article.published, article.publisher, article.title)
            for index, mention in enumerate(article.mentions):
                cells = (*frame, index, *_tidy(mention))
                writer.writerow([spreadsheet_cell(cell) for cell in cells])


def _tidy(mention: Mention[Any]) -> tuple[Any, ...]:
    """The cells of *mention*, from the column of its kind on."""
    value = mention.value
    days: tuple[Any, Any] = (None, None)
    number = unit = identifier = None
    if isinstance(value, TimeExpression):
        days, identifier = (value.start, value.end), value.edtf
    elif isinstance(value, Citation):
        days, identifier = (value.date, value.date), value.uri
    elif isinstance(value, Agency):
        identifier = value.id
    elif isinstance(value, Statistic):
        number, unit = value.value, value.unit
    elif isinstance(value, Official):
        identifier = value.agency.id if value.agency is not None else None
    meaning = describe(value, "en")
    place = (mention.kind, mention.quote, mention.start, mention.end)
    return (*place, meaning, *days, number, unit, identifier)
