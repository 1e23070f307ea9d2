"""Writes the table of figures to a file whose ending gives the format: CSV, Parquet, Excel or a page.

Parquet needs the extra ``arrow``, Excel the extra ``xlsx``.
"""

from __future__ import annotations

import csv
import datetime as dt
import html
import os
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import ExtraError
from .atomic import fresh_file
from .csv import spreadsheet_cell
from .figures import COLUMNS

__all__ = ["ENDINGS", "write_statistics"]

Row = Mapping[str, Any]

#: The formats of the table by their ending.
ENDINGS = (".csv", ".parquet", ".xlsx", ".html")
# How many digits Excel keeps exactly; a number with more is written as text.
_EXACT_DIGITS = 15
_STYLE = (
    "body{font:15px/1.4 system-ui,sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}"
    "th{background:#eee}td.number{text-align:right;font-variant-numeric:tabular-nums}"
)


def write_statistics(rows: Iterable[Row], path: str | os.PathLike[str]) -> None:
    """Write *rows* of ``statistics_table`` to *path*, whole or not at all.

    Args:
        rows: The rows.
        path: A file that ends in ``.csv``, ``.parquet``, ``.xlsx`` or ``.html``.

    Raises:
        ValueError: *path* has another ending.
        ExtraError: The extra that the format needs is not installed.
    """
    write = _WRITERS.get(Path(path).suffix.lower())
    if write is None:
        raise ValueError(f"path: {os.fspath(path)!r} ends in none of {', '.join(ENDINGS)}")
    listed = list(rows)
    with fresh_file(path) as fresh:
        write(listed, fresh)


def _write_csv(rows: list[Row], path: Path) -> None:
    """Write UTF-8 with a BOM, as spreadsheets expect; no cell runs as a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([spreadsheet_cell(row[name]) for name in COLUMNS])


def _write_parquet(rows: list[Row], path: Path) -> None:
    pa = _extra("pyarrow", "arrow", "pyarrow")
    pq = _extra("pyarrow.parquet", "arrow", "pyarrow")
    arrow = _extra("vnmedia.serializers.arrow", "arrow", "pyarrow")
    types = {"text": pa.string(), "number": arrow.NUMBER, "date": pa.date32(), "count": pa.int64()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    cells = [{name: _arrow_cell(row[name], arrow.exact) for name in COLUMNS} for row in rows]
    pq.write_table(pa.Table.from_pylist(cells, schema=schema), path, compression="zstd")


def _arrow_cell(value: Any, exact: Callable[[Decimal], Decimal | None]) -> Any:
    return exact(value) if isinstance(value, Decimal) else value


def _write_xlsx(rows: list[Row], path: Path) -> None:
    """Write one sheet with a fixed head; numbers and days are typed, text is never a formula or a link."""
    xlsxwriter = _extra("xlsxwriter", "xlsx", "xlsxwriter")
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(os.fspath(path), options) as book:
        sheet = book.add_worksheet("statistics")
        head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, head)
        for line, row in enumerate(rows, start=1):
            for column, name in enumerate(COLUMNS):
                _write_cell(sheet, line, column, row[name], day)
        sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)


def _write_cell(sheet: Any, line: int, column: int, value: Any, day: Any) -> None:
    if value is None:
        return
    if isinstance(value, Decimal):
        if len(value.normalize().as_tuple().digits) <= _EXACT_DIGITS:
            sheet.write_number(line, column, float(value))
        else:
            sheet.write_string(line, column, f"{value:f}")
    elif isinstance(value, int):
        sheet.write_number(line, column, value)
    elif isinstance(value, dt.date) and value.year >= 1900:
        sheet.write_datetime(line, column, value, day)
    else:
        sheet.write_string(line, column, str(value))


def _write_html(rows: list[Row], path: Path) -> None:
    """Write a page that needs no other file, with one table."""
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    lines = ("".join(_html_cell(row[name], kind) for name, kind in COLUMNS.items()) for row in rows)
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    page = (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>Số liệu</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>Số liệu</h1>\n<table><thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody></table></body></html>\n"
    )
    path.write_text(page, encoding="utf-8")


def _html_cell(value: Any, kind: str) -> str:
    shown = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f'<td class="{kind}">{html.escape(shown)}</td>'


def _extra(module: str, extra: str, package: str) -> Any:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ExtraError(extra, package) from error


_WRITERS: dict[str, Callable[[list[Row], Path], None]] = {
    ".csv": _write_csv,
    ".parquet": _write_parquet,
    ".xlsx": _write_xlsx,
    ".html": _write_html,
}
