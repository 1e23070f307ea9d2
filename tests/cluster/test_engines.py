"""The examples of the docs, run by Dask and Ray Data as they stand there."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import vnmedia
from vnmedia.arrow import parse_batches

TOP = Path(__file__).parents[2]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((TOP / "seeds").glob("*.txt"))]
ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(Path(vnmedia.__file__).parents[1]),
    "RAY_AUTH_MODE": "disabled",
    "RAY_USAGE_STATS_ENABLED": "0",
}


@pytest.mark.parametrize("engine", ["dask", "ray"])
def test_an_engine_gives_the_rows_of_one_machine(engine: str, tmp_path: Path) -> None:
    """Two files in, every document once, with all that was found in it and the reason where it failed."""
    if importlib.util.find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed: pip install 'vnmedia[engines]'")
    rows = [{"id": f"{n:02}", "source": f"{SEEDS[n % 5]}\n\n{n} tỷ đồng"} for n in range(20)]
    rows.append({"id": "null", "source": None})
    (tmp_path / "documents").mkdir()
    for number, part in enumerate((rows[:9], rows[9:])):
        pq.write_table(pa.Table.from_pylist(part), tmp_path / "documents" / f"{number}.parquet")
    example = TOP / "docs" / "how-to" / "examples" / f"parse_with_{engine}.py"
    command = [sys.executable, str(example), str(tmp_path / "documents"), str(tmp_path / "result")]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    found = pq.read_table(tmp_path / "result").to_pylist()
    wanted = [row for batch in parse_batches([pa.RecordBatch.from_pylist(rows)]) for row in batch.to_pylist()]
    assert sorted(found, key=lambda row: row["id"]) == wanted
