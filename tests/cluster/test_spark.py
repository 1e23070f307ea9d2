"""A real cluster on this machine: a master and two workers as processes of their own, one of them killed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pytest

import vnmedia
from vnmedia.arrow import parse_batches, schema

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'vnmedia[spark]'")
if shutil.which("java") is None:
    pytest.skip("no Java here", allow_module_level=True)

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
HOME = Path(pyspark.__file__).parent
ENVIRONMENT = os.environ | {
    "PYSPARK_PYTHON": sys.executable,
    "PYTHONPATH": str(Path(vnmedia.__file__).parents[1]),
    "SPARK_LOCAL_IP": "127.0.0.1",
    "SPARK_DAEMON_MEMORY": "256m",
}


def start(folder: Path, name: str, *args: str) -> tuple[subprocess.Popen[bytes], Path]:
    """A daemon of the cluster in a session of its own, and its log."""
    log = folder / f"{name}.log"
    command = [str(HOME / "bin" / "spark-class"), *args]
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=file, cwd=folder, env=ENVIRONMENT, start_new_session=True
        )
    return process, log


def wait_for(log: Path, pattern: str) -> str:
    """What *pattern* finds in a log, once it does."""
    for _ in range(600):
        match = re.search(pattern, log.read_text(errors="replace"))
        if match:
            return match.group()
        time.sleep(0.1)
    raise AssertionError(log.read_text(errors="replace")[-2000:])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The master's address and the workers."""
    folder = tmp_path_factory.mktemp("cluster")
    daemons = []
    try:
        ports = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        master, log = start(folder, "master", "org.apache.spark.deploy.master.Master", *ports)
        daemons.append(master)
        url = wait_for(log, r"spark://127\.0\.0\.1:\d+")
        for number in (1, 2):
            size = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder / f"work{number}"))
            worker = start(
                folder, f"worker{number}", "org.apache.spark.deploy.worker.Worker", *size, *ports, url
            )
            daemons.append(worker[0])
            wait_for(worker[1], "Successfully registered")
        yield url, daemons[1:]
    finally:
        for daemon in daemons:
            kill(daemon)


def kill(daemon: subprocess.Popen[bytes]) -> None:
    """Ends a daemon and all that it started, at once."""
    with suppress(ProcessLookupError):
        os.killpg(daemon.pid, signal.SIGKILL)
    daemon.wait()


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
def test_a_worker_is_killed_and_every_document_is_there_once(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows are those of one machine, and so are the tables made of them."""
    from pyspark.sql import SparkSession

    from vnmedia import spark

    url, workers = cluster
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    session = (
        SparkSession.builder.master(url)
        .config("spark.executor.memory", "512m")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.executorEnv.PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
        .getOrCreate()
    )
    killed = threading.Event()
    try:
        rows = [{"id": f"{n:04}", "source": f"{SEEDS[n % 5]}\n\n{n} tỷ đồng"} for n in range(200)]
        rows.append({"id": "null", "source": None})
        documents = session.createDataFrame(rows, "id string, source string").repartition(20)
        parsed = spark.parse(documents)
        tracker = session.sparkContext.statusTracker()

        def kill_in_the_middle() -> None:
            while not killed.is_set():
                stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
                if any(stage and stage.numTasks == 20 and stage.numCompletedTasks >= 3 for stage in stages):
                    kill(workers[0])
                    killed.set()
                time.sleep(0.05)

        thread = threading.Thread(target=kill_in_the_middle, daemon=True)
        thread.start()
        found = sorted(parsed.toArrow().to_pylist(), key=lambda row: row["id"])
        assert killed.is_set()
        assert workers[0].poll() is not None
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
