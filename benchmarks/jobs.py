"""A batch by two processes beside a batch by one, in elapsed time: run it on an idle machine.

Documents are as long as news articles, in a folder of files; every run is a process of its own. Linux only.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from . import common

_DOCUMENTS = 10_000
_BATCH = """
import json, re, resource, sys
from multiprocessing import active_children
from pathlib import Path
from vnmedia.batch import parse_corpus
peak = 0
def watch(progress):  # the workers are another process's children, so nobody sums them up
    global peak
    if progress.documents % 50 == 0:
        for worker in active_children():
            found = re.search("VmHWM:\\s*([0-9]+)", Path(f"/proc/{worker.pid}/status").read_text())
            peak = max(peak, int(found[1]) if found else 0)
parse_corpus([Path(sys.argv[1])], Path(sys.argv[2]), jobs=int(sys.argv[3]), on_progress=watch)
own = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([own.ru_utime + own.ru_stime, peak / 1000]))
"""
_ALONE = """
import sys
from pathlib import Path
from vnmedia.batch import parse_files
from vnmedia.serializers import dumps
part, parts = int(sys.argv[3]), int(sys.argv[4])
with open(sys.argv[2], "w", encoding="utf-8") as file:
    for article in parse_files(sorted(Path(sys.argv[1]).iterdir())[part::parts]):
        file.write(dumps(article) + "\\n")
"""


def run(texts: Sequence[str]) -> common.Table:
    """The table: two processes, one, and two that share nothing, which show the machine's own limit."""
    pieces = list(islice(cycle(common.news(texts)), _DOCUMENTS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number, piece in enumerate(pieces):
            (folder / "in" / f"{number:06}.txt").write_text(piece, encoding="utf-8")
        seconds, used, worker = min(_batch(folder, 2) for _ in range(2))
        one, _, single = min(_batch(folder, 1) for _ in range(2))
        alone, apart = _alone(folder, 1), _alone(folder, 2)
    size = common.size_of(pieces)

    def row(name: str, seconds: float, peak: float = 0.0) -> common.Row:
        return common.Row(name, size, seconds, len(pieces), peak, len(pieces))

    rows = (
        row("--jobs 2", seconds, worker),
        row("--jobs 1", one, single),
        row("one process without a batch", alone),
        row("limit: two processes that share nothing", apart),
        row("what one parent could hand out", used),
    )
    return common.Table("A batch by many processes (peak: a worker)", rows, {"--jobs 1": 1.7})


def _batch(folder: Path, jobs: int) -> tuple[float, float, float]:
    """Elapsed seconds, the parent's seconds of processor time, and the megabytes of the largest worker."""
    start = time.monotonic()
    command = [sys.executable, "-c", _BATCH, str(folder / "in"), str(folder / "out.jsonl"), str(jobs)]
    done = subprocess.run(command, check=True, capture_output=True)
    seconds = time.monotonic() - start
    used, peak = json.loads(done.stdout)
    return seconds, used, peak


def _alone(folder: Path, parts: int) -> float:
    """Elapsed seconds until *parts* processes have each read their share of the files."""
    start = time.monotonic()
    processes = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                _ALONE,
                str(folder / "in"),
                str(folder / f"{part}.jsonl"),
                str(part),
                str(parts),
            ]
        )
        for part in range(parts)
    ]
    assert [process.wait() for process in processes] == [0] * parts
    return time.monotonic() - start
