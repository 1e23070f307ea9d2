"""A monthly report in the form of the statistics office: every row and every column of its figures."""

import csv
from pathlib import Path

import pytest

import vnmedia

REPORT = Path(__file__).parents[2] / "pages" / "report"
with (REPORT / "expected.csv").open(encoding="utf-8", newline="") as lines:
    EXPECTED = list(csv.DictReader(lines))


def cell(value: object) -> str:
    """A cell of the table as the file has it."""
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", ["thang-9.txt", "thang-9.html"])
def test_all_rows_of_the_report(name: str) -> None:
    """Thirty figures in three parts and two tables, as text and as a page, have the same rows."""
    article = vnmedia.parse_article(REPORT / name)
    rows = vnmedia.statistics_table([article])
    found = [{column: cell(row[column]) for column in EXPECTED[0]} for row in rows]
    assert len(EXPECTED) == 30
    assert found == EXPECTED
    assert [block.kind for block in article.blocks].count("table") == 2
    assert all(row["article"] == "thang-9" and row["holder"] is None for row in rows)


def test_the_row_is_the_sentence_of_a_cell() -> None:
    """What stands around a figure of a table is its row, without what is beside the table."""
    article = vnmedia.parse_article(REPORT / "thang-9.txt")
    rows = [row for row in vnmedia.statistics_table([article]) if row["quote"] == "530,5"]
    assert [row["sentence"] for row in rows] == ["Xi măng (nghìn tấn) | 512 | 530,5 | 104,2"]
