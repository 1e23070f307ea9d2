"""Unit tests of the tidy CSV file and of data frames: the same mentions as the record, one row each."""

import csv
from pathlib import Path

import pytest

import vnmedia
from vnmedia.serializers.csv import TIDY, write_tidy_csv

TEXT = (
    "Họp báo\nNgày 5/3/2020, ông Nguyễn Văn An, Bộ trưởng Bộ Y tế, ký Thông tư số 2/2020/TT-BYT "
    "ngày 3/2/2020; chi 2 tỷ đồng, =1+1.\n"
)


@pytest.fixture
def article() -> vnmedia.Article:
    return vnmedia.parse_article(TEXT, id="=a", published="2020-03-05")


def test_a_row_for_each_mention_of_every_kind(article: vnmedia.Article, tmp_path: Path) -> None:
    """Its place leads to its quote, its columns say what the value says, and no cell runs."""
    write_tidy_csv([article], tmp_path / "out.tidy.csv")
    with (tmp_path / "out.tidy.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == TIDY
    assert [row["kind"] for row in rows] == [mention.kind for mention in article.mentions]
    for row, mention in zip(rows, article.mentions, strict=True):
        assert article.text[int(row["start"]) : int(row["end"])] == row["quote"] == mention.quote
        assert row["meaning"]
        assert row["article_id"] == "'=a"
    found = {row["kind"]: row for row in rows}
    assert (rows[0]["from"], rows[0]["identifier"]) == ("2020-03-05", "2020-03-05")
    assert (found["statistic"]["number"], found["statistic"]["unit"]) == ("2000000000", "VND")
    assert found["agency"]["identifier"] == found["official"]["identifier"] == "bo-y-te"
    assert found["instrument"]["identifier"].startswith("/eli/vn/")


@pytest.mark.parametrize("form", ["pandas", "polars", "duckdb"])
def test_frames_have_the_tables(form: str, article: vnmedia.Article) -> None:
    """One call gives every table, with as many rows, and each says the article's id and the quote."""
    pytest.importorskip(form, reason=f"the extra {form} is not installed")
    arrow = pytest.importorskip("vnmedia.serializers.arrow", reason="the extra arrow is not installed")
    frames = pytest.importorskip("vnmedia.serializers.frames")
    wanted = arrow.to_arrow([article])
    made = getattr(frames, f"to_{form}")([article])
    for name, table in wanted.items():
        if form == "duckdb":
            shown = made.sql(f'SELECT * FROM "{name}"')
            names, count = shown.columns, len(shown.fetchall())
        else:
            names, count = list(made[name].columns), len(made[name])
        assert (names, count) == (table.column_names, table.num_rows)
        assert name == "articles" or "article_id" in names
        assert name in ("articles", "blocks") or "quote" in names
