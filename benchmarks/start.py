"""The time to start: importing, the registries, the first article, beside importing pandas.

Each is the median over fresh processes, less that of a process that does nothing. The speed in a row means
nothing; only the ratios of the times do.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence

from . import common

_PROGRAMS = {
    "import vnmedia": "import vnmedia",
    "import pandas": "import pandas",
    "import dateparser": "import dateparser",
    "import every name of vnmedia": "from vnmedia import *",
    "import vnmedia and read the registries": (
        "import vnmedia; vnmedia.parse_article('Ngày 17/12/2020, Bộ Y tế ban hành Quyết định số 1/QĐ-BYT.')"
    ),
    "the command: vnmedia --version": "from vnmedia.cli import main; main(['--version'])",
}


def run(_texts: Sequence[str]) -> common.Table:
    """The table; its megabytes are 1, so that MB/s means times a second."""
    nothing = _seconds("pass")
    rows = []
    for name, program in _PROGRAMS.items():
        try:
            seconds = max(1e-4, _seconds(program) - nothing)
        except subprocess.CalledProcessError:
            continue
        rows.append(common.Row(name, 1.0, seconds, 0, 0.0, 1))
    return common.Table("To begin (seconds are 1 / (MB/s))", tuple(rows), {"import pandas": 5})


def _seconds(program: str, runs: int = 5) -> float:
    """The median processor time of a fresh process that runs *program*."""
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times)
