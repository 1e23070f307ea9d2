"""How long worker processes take until each has read a document, and what memory each has for itself.

Elapsed time: run it on an idle machine. Memory is PSS: what a process has for itself, and its share of what
it has together with others. Linux only.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import vnmedia
from vnmedia.batch._workers import Failure, work

from . import common

_JOBS = (1, 2, 8)
_RUNS = 3
#: How many documents there are for each process; enough that each gets some of them.
_EACH = 40


def read(text: str) -> tuple[int, int]:
    """The work on a text; the processes that did it and that started it."""
    vnmedia.dumps(vnmedia.parse_article(text))
    return os.getpid(), os.getppid()


def run(texts: Sequence[str]) -> common.Sheet:
    """A row for each number of processes."""
    del texts
    rows = []
    for jobs in _JOBS:
        runs = [_measured(jobs) for _ in range(_RUNS)]
        first, every = (sorted(run[place] for run in runs)[_RUNS // 2] for place in (0, 1))
        memory = max(run[2] for run in runs)
        rows.append((f"{jobs}", f"{first:.2f}", f"{every:.2f}", f"{memory:.0f}"))
    columns = ("processes", "s to the first record", "s until each has read one", "PSS of a worker, MB")
    return common.Sheet("To begin with many processes", columns, tuple(rows))


def _measured(jobs: int) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.workers", str(jobs)], check=True, capture_output=True
    )
    return list(json.loads(done.stdout))


def _pss(process: int) -> float:
    """The megabytes of *process*, and its share of those that it has together with others."""
    found = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text())
    return int(found[1]) / 1000 if found else 0.0


def main() -> None:
    """Start as many processes as asked, and print what they took."""
    jobs = int(sys.argv[1])
    pieces = common.news(common.documents(None, 0.1 * jobs))[: _EACH * jobs]
    began = time.monotonic()
    first = 0.0
    met: dict[int, float] = {}
    results = work(read, pieces, jobs=jobs)
    for count, (_, found) in enumerate(results, 1):
        assert not isinstance(found, Failure)
        worker, _ = found
        met.setdefault(worker, time.monotonic() - began)
        first = first or met[worker]
        if count == len(pieces):  # they live until the last result is taken
            print(json.dumps([first, max(met.values()), sum(map(_pss, met)) / len(met), len(met)]))


if __name__ == "__main__":
    main()
