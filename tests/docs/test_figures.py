"""The page on figures: its table of the seeds is what the library gives, and its examples run."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import vnmedia
from vnmedia.serializers.figure_files import write_statistics
from vnmedia.serializers.figures import COLUMNS

TOP = Path(__file__).parents[2]
PAGE = (TOP / "docs" / "how-to" / "figures.md").read_text(encoding="utf-8")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def rows() -> list[dict]:
    """The figures of the five seeds."""
    return vnmedia.statistics_table(
        vnmedia.parse_article(path) for path in sorted((TOP / "seeds").glob("*.txt"))
    )


def shown(row: dict) -> dict[str, str]:
    """A row as the page has it."""
    number = row["value"] if row["value"] is not None else f"{row['low']} to {row['high']}"
    whole = f"of {row['of']}" if row["of"] is not None else ""
    start, end = row["period_start"], row["period_end"]
    until = (
        ""
        if start is None
        else f"from {start}"
        if end is None
        else str(start)
        if start == end
        else f"{start} to {end}"
    )
    return {
        "quote": row["quote"],
        "value": f"{number}, {row['qualifier']}" if row["qualifier"] else str(number),
        "unit": row["unit"],
        "of, per": f"per {row['per']}" if row["per"] else whole,
        "subject": row["subject"] or "",
        "period": until,
        "holder": row["holder"] or "",
        "role": row["role"] or "",
    }


def test_the_table_of_the_seeds(rows: list[dict]) -> None:
    """Each row of the page is that of a figure, in every column."""
    table = PAGE.partition("as the table has them:\n\n")[2].partition("\n\n")[0].splitlines()
    head, _, *lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert len(lines) >= 7
    found = [shown(row) for row in rows]
    for line in lines:
        assert dict(zip(head, line, strict=True)) in found


def test_the_examples_for_frames_run(rows: list[dict], tmp_path, monkeypatch) -> None:
    """The rows go into pandas, Polars and DuckDB as the page says."""
    for package in ("pandas", "polars", "duckdb", "pyarrow"):
        pytest.importorskip(package)
    monkeypatch.chdir(tmp_path)
    write_statistics(rows, "so-lieu.parquet")
    example = re.search(r"```python\n(import pandas.*?)```", PAGE, re.DOTALL)
    assert example is not None
    code, _, query = example[1].strip().rpartition("\n")
    names = {"rows": rows}
    exec(code, names)  # the page's own code
    assert len(names["frame"]) == len(rows)
    assert set(names["rises"]["change"]) <= {"increase"}
    assert names["table"].columns == ["subject", "period_start", "value"]
    assert len(names["table"]) == sum(row["unit"] == "%" for row in rows)
    levels = eval(query, names).fetchall()
    assert len(levels) == sum(row["role"] == "level" for row in rows)


def test_a_workbook_is_read_back(rows: list[dict], tmp_path) -> None:
    """Each row and each column of the sheet holds what the table has."""
    pytest.importorskip("xlsxwriter")
    write_statistics(rows, tmp_path / "t.xlsx")
    head, *lines = read_sheet(tmp_path / "t.xlsx")
    assert head == dict(enumerate(COLUMNS))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for column, (name, kind) in enumerate(COLUMNS.items()):
            if kind == "date":
                assert (column in line) == (row[name] is not None)
            elif kind == "text":
                assert line.get(column) == row[name] or (row[name] == "" and column not in line)
            else:
                assert line.get(column) == (None if row[name] is None else float(row[name]))


def read_sheet(path: Path) -> list[dict[int, object]]:
    """The cells of the first sheet by row, each by its column."""
    with zipfile.ZipFile(path) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.itertext()) for part in strings.iter(f"{SHEET}si")]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return [dict(map(lambda cell: read_cell(cell, texts), row)) for row in sheet.iter(f"{SHEET}row")]


def read_cell(cell: ElementTree.Element, texts: list[str]) -> tuple[int, object]:
    """The column of a cell, from 0, and its text or number."""
    column = 0
    for letter in re.match("[A-Z]+", cell.get("r", ""))[0]:
        column = column * 26 + ord(letter) - 64
    value = cell.findtext(f"{SHEET}v") or "0"
    return column - 1, texts[int(value)] if cell.get("t") == "s" else float(value)
