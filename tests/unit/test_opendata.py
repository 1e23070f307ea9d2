"""The registries as open data."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from vnmedia.cli import main
from vnmedia.opendata import tables, write_registries
from vnmedia.registries.agencies import bodies
from vnmedia.registries.places import communes


def test_every_form_holds_the_same_rows(tmp_path: Path) -> None:
    """CSV, JSON and Parquet of each table read back alike."""
    counts = write_registries(tmp_path / "out", version="1")
    for name, rows in tables().items():
        assert counts[name] == len(rows)
        assert json.loads((tmp_path / "out" / f"{name}.json").read_text(encoding="utf-8")) == rows
        assert pq.read_table(tmp_path / "out" / f"{name}.parquet").num_rows == len(rows)
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert [row.get("id") for row in csv.DictReader(file)] == [row.get("id") for row in rows]


def test_a_record_keeps_all_that_its_registry_tells() -> None:
    """Validity as an interval, strong and weak names apart, the share of a unit that was divided."""
    (row,) = [row for row in tables()["agencies"] if row["id"] == "bo-tttt"]
    record = bodies()["bo-tttt"]
    assert row["validity"] == record.validity.text
    assert row["aliases"]
    assert set(row["aliases"]) | set(row["weak_aliases"]) == {alias.text for alias in record.aliases}
    (row,) = [row for row in tables()["communes"] if row["id"] == "xa-dong-anh-00454-2025"]
    assert "xa-co-loa-00505" in row["predecessors"]
    assert "xa-duc-tu-00496:part" in row["predecessors"]
    links = sum(len(unit.predecessors) for unit in communes().values())
    assert len(tables()["place_changes"]) > links


def test_the_command_writes_and_says_how_much(tmp_path: Path) -> None:
    """Only the form that was asked for, with a page that tells licence and counts."""
    result = CliRunner().invoke(
        main, ["registry", "export", "-o", str(tmp_path / "out"), "--format", "csv"], catch_exceptions=False
    )
    assert result.exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert "laws.csv" in names
    assert "laws.json" not in names
    assert "MIT licence" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("again", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_a_folder_of_other_files_is_never_replaced(
    tmp_path: Path, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that an earlier run wrote is; others are refused before a registry is read."""
    folder = tmp_path / "out"
    if again:
        write_registries(folder, formats=["csv"], version="1")
    else:
        folder.mkdir()
        (folder / "README.md").write_text("mine", encoding="utf-8")
        (folder / "mine.txt").write_text("mine", encoding="utf-8")
        monkeypatch.delattr("vnmedia.opendata.tables")
    result = CliRunner().invoke(main, ["registry", "export", "-o", str(folder), "--format", "csv"])
    assert (result.exit_code == 0) == again
    assert (folder / "mine.txt").is_file() != again
