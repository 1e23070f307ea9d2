"""A Spark cluster on this machine, and what it needs for many documents while a worker is killed.

``python -m benchmarks.cluster FOLDER 200000`` generates as many short documents as it is told and reads them
with two workers of one core each; one of them is killed in the middle, and another started, as a cluster's
manager does. Each document must be there once, and the first ones as this process reads them. Needs the extra
``spark`` and Java; Linux only.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark

import vnmedia
from vnmedia import spark
from vnmedia.arrow import parse_batches

from . import common

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_HOME = Path(pyspark.__file__).parent
_ENVIRONMENT = {
    "PYSPARK_PYTHON": sys.executable,
    "PYTHONPATH": str(Path(vnmedia.__file__).parents[1]),
    "SPARK_LOCAL_IP": "127.0.0.1",
    "SPARK_DAEMON_MEMORY": "256m",
}
_PORTS = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
#: How many of the documents are read here too, and compared.
_COMPARED = 500
#: About how long a generated document is, in characters.
_SIZE = 400


class Cluster:
    """A master and its workers as processes of their own; each worker has one core.

    Attributes:
        url: The master's address.
        workers: The workers, as processes that lead a session of their own.
    """

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        self._master, log = self._start("master", "org.apache.spark.deploy.master.Master", *_PORTS)
        self.url = _wait_for(log, r"spark://127\.0\.0\.1:\d+")
        for _ in range(workers):
            self.add_worker()

    def add_worker(self) -> None:
        """One more worker; returns when the master knows it."""
        name = f"worker{len(self.workers) + 1}"
        size = ("--cores", "1", "--memory", "1g", "--work-dir", str(self._folder / name))
        worker, log = self._start(name, "org.apache.spark.deploy.worker.Worker", *size, *_PORTS, self.url)
        self.workers.append(worker)
        _wait_for(log, "Successfully registered")

    def session(self) -> SparkSession:
        """A session on this cluster."""
        from pyspark.sql import SparkSession

        os.environ.update(_ENVIRONMENT)
        return (
            SparkSession.builder.master(self.url)
            .config("spark.executor.memory", "512m")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.executorEnv.PYTHONPATH", _ENVIRONMENT["PYTHONPATH"])
            .getOrCreate()
        )

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """End one of the workers and all that it started, at once."""
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def replace_first(self) -> None:
        """Kill the first of the workers, and start another."""
        self.kill(self.workers[0])
        self.add_worker()

    def stop(self) -> None:
        """End all of it."""
        for daemon in (self._master, *self.workers):
            self.kill(daemon)

    def _start(self, name: str, *args: str) -> tuple[subprocess.Popen[bytes], Path]:
        log = self._folder / f"{name}.log"
        command = [str(_HOME / "bin" / "spark-class"), *args]
        with log.open("wb") as file:
            process = subprocess.Popen(
                command,
                stdout=file,
                stderr=file,
                cwd=self._folder,
                env=os.environ | _ENVIRONMENT,
                start_new_session=True,
            )
        return process, log


def kill_in_the_middle(
    session: SparkSession, tasks: int, done: int, kill: Callable[[], None]
) -> threading.Event:
    """Call *kill* once when *done* of the *tasks* of a stage are done, and set the event.

    Setting it from outside ends the wait.
    """
    killed = threading.Event()
    tracker = session.sparkContext.statusTracker()

    def watch() -> None:
        while not killed.is_set():
            stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
            if any(stage and stage.numTasks == tasks and stage.numCompletedTasks >= done for stage in stages):
                kill()
                killed.set()
            time.sleep(0.05)

    threading.Thread(target=watch, daemon=True).start()
    return killed


def _wait_for(log: Path, pattern: str) -> str:
    """What *pattern* finds in a log, once it does."""
    for _ in range(600):
        match = re.search(pattern, log.read_text(errors="replace"))
        if match:
            return match.group()
        time.sleep(0.1)
    raise AssertionError(log.read_text(errors="replace")[-2000:])


def _documents(path: Path, count: int) -> None:
    """Write *count* documents to *path*: a sentence of their own, and some paragraphs of the seeds."""
    random = Random(count)
    paragraphs = [
        part for text in common.documents(None, 0.1) for part in text.split("\n\n") if len(part) > 80
    ]
    schema = pa.schema([("id", pa.string()), ("source", pa.string())])
    with pq.ParquetWriter(path, schema) as writer:
        for first in range(0, count, 10_000):
            rows = []
            for number in range(first, min(first + 10_000, count)):
                parts = [f"Ngày {number % 28 + 1}/3/2020, tỉnh chi {number} triệu đồng."]
                while sum(map(len, parts)) < _SIZE:
                    parts.append(random.choice(paragraphs))
                rows.append({"id": f"{number:07}", "source": "\n\n".join(parts)[: 2 * _SIZE]})
            writer.write_table(pa.Table.from_pylist(rows, schema))


class _Peak(threading.Thread):
    """The largest memory of a Python process in which Spark runs our code, in MB."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.megabytes = 0.0

    def run(self) -> None:
        while True:
            for process in Path("/proc").glob("[0-9]*"):
                with suppress(OSError):
                    if b"pyspark.daemon" in (process / "cmdline").read_bytes():
                        found = re.search(r"VmHWM:\s+(\d+)", (process / "status").read_text())
                        self.megabytes = max(self.megabytes, int(found[1]) / 1024 if found else 0)
            time.sleep(0.5)


def main() -> None:
    """Read the documents with a worker killed in the middle, and print what it took."""
    folder, count = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    folder.mkdir(parents=True)
    _documents(folder / "documents.parquet", count)
    tasks = max(20, count // 2000)
    cluster = Cluster(folder, 2)
    peak = _Peak()
    try:
        session = cluster.session()
        documents = session.read.parquet(str(folder / "documents.parquet")).repartition(tasks)
        killed = kill_in_the_middle(session, tasks, tasks // 2, cluster.replace_first)
        peak.start()
        begin = time.monotonic()
        spark.parse(documents).write.parquet(str(folder / "parsed"))
        seconds = time.monotonic() - begin
        _compare(session, folder)
        session.stop()
    finally:
        cluster.stop()
    assert killed.is_set()
    parsed = pq.read_table(folder / "parsed", columns=["id", "error"])
    ids = parsed["id"].to_pylist()
    assert len(ids) == len(set(ids)) == count
    assert parsed["error"].null_count == count
    print(f"{count} documents, each once; {seconds:.0f} s, with a worker killed in the middle")
    print(f"{count / seconds / 2:.0f} documents a second and core; at most {peak.megabytes:.0f} MB a worker")


def _compare(session: SparkSession, folder: Path) -> None:
    """Compare the rows of the first documents with what this process reads."""
    source = pq.read_table(folder / "documents.parquet").slice(0, _COMPARED)
    wanted = [row for batch in parse_batches(source.to_batches()) for row in batch.to_pylist()]
    parsed = session.read.parquet(str(folder / "parsed")).where(f"id <= '{wanted[-1]['id']}'")
    assert sorted(parsed.toArrow().to_pylist(), key=lambda row: row["id"]) == wanted


if __name__ == "__main__":
    main()
