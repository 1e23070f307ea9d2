"""A real cluster on this machine: a master and two workers as processes of their own, one of them killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from vnmedia.arrow import parse_batches, schema

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'vnmedia[spark]'")
if shutil.which("java") is None:
    pytest.skip("no Java here", allow_module_level=True)

from benchmarks.cluster import Cluster, kill_in_the_middle

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers."""
    environment = dict(os.environ)
    made = Cluster(tmp_path_factory.mktemp("cluster"), 2)
    try:
        yield made
    finally:
        made.stop()
        os.environ.clear()
        os.environ.update(environment)


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
def test_a_worker_is_killed_and_every_document_is_there_once(cluster: Cluster) -> None:
    """The rows are those of one machine, and so are the tables made of them."""
    from vnmedia import spark

    session = cluster.session()
    killed = kill_in_the_middle(session, 20, 3, lambda: cluster.kill(cluster.workers[0]))
    try:
        rows = [{"id": f"{n:04}", "source": f"{SEEDS[n % 5]}\n\n{n} tỷ đồng"} for n in range(200)]
        rows.append({"id": "null", "source": None})
        documents = session.createDataFrame(rows, "id string, source string").repartition(20)
        found = sorted(spark.parse(documents).toArrow().to_pylist(), key=lambda row: row["id"])
        assert killed.is_set()
        assert cluster.workers[0].poll() is not None
        wanted = [
            row for batch in parse_batches([pa.RecordBatch.from_pylist(rows)]) for row in batch.to_pylist()
        ]
        assert found == sorted(wanted, key=lambda row: row["id"])

        some = pa.Table.from_pylist(found[:5] + found[-1:], schema())
        tables = spark.tables(session.createDataFrame(some))
        dates = tables["dates"].select("article", "mention", "edtf").collect()
        assert [tuple(row) for row in dates] == [
            (row["id"], date["mention"], date["edtf"]) for row in found[:5] for date in row["dates"]
        ]
        assert [row["id"] for row in tables["errors"].collect()] == ["null"]
        assert tables["articles"].count() == 5
    finally:
        killed.set()
        session.stop()
