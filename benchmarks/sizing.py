"""What a corpus needs: documents a second for each core, core-hours, bytes written, memory of a process.

Documents are as long as news articles. Time is processor time in a fresh process that has read the
registries. Output is measured over documents that all differ, since repeated ones compress. Linux only.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import vnmedia
from vnmedia.arrow import parse_batches, schema
from vnmedia.serializers.parquet import write_parquet

from . import common

_DOCUMENTS = 1000
_SIZE = 3000
#: The work on some texts, or lines, and the setup that it needs, as code.
_RECORDS = "[vnmedia.dumps(vnmedia.parse_article(text)) for text in some]", ""
_BATCHES = (
    "list(parse_batches([pa.RecordBatch.from_pydict({'source': some})]))",
    "import pyarrow as pa; from vnmedia.arrow import parse_batches",
)
_TABLES = (
    "write_parquet(map(vnmedia.loads, some), Path(folder.name) / 'out')",
    "from tempfile import TemporaryDirectory; from vnmedia.serializers.parquet import write_parquet; "
    "folder = TemporaryDirectory()",
)
_PROGRAM = """
import json, re, sys, time
from pathlib import Path
import vnmedia
{setup}
def once(some):
    {work}
texts = json.load(sys.stdin)
once(texts[:30])
times = []
for _ in range(3):
    begin = time.process_time()
    once(texts)
    times.append(time.process_time() - begin)
peak = re.search("VmHWM:\\s*([0-9]+)", Path("/proc/self/status").read_text())[1]  # of this program alone
print(json.dumps([min(times), int(peak) / 1000]))
"""


def run(texts: Sequence[str]) -> common.Sheet:
    """A row for each way of writing what was found."""
    pieces = common.news(texts, _SIZE)
    many = list(islice(cycle(pieces), _DOCUMENTS))
    distinct = list(dict.fromkeys(pieces))
    records = _measured(*_RECORDS, many)
    tables = _measured(*_BATCHES, many)
    made = _measured(*_TABLES, [vnmedia.dumps(vnmedia.parse_article(text)) for text in many])
    written = _written(distinct)
    rows = [
        _row("records as JSON lines", written["records"], records),
        _row("the same with gzip", written["gzip"]),
        _row("record batches in Parquet", written["batches"], tables),
        _row("tables in Parquet, made of records", written["tables"], made),
        _row("the texts themselves", common.size_of(distinct) * 1e6 / len(distinct)),
    ]
    columns = (
        "",
        "documents/s a core",
        "core-hours for a billion",
        "bytes a document (GB a billion)",
        "MB a process",
    )
    return common.Sheet(f"What documents of about {_SIZE / 1000:.0f} kB need", columns, tuple(rows))


def _row(name: str, size: float, measured: tuple[float, float] | None = None) -> tuple[str, ...]:
    if measured is None:
        return name, "", "", f"{size:,.0f}", ""
    speed, peak = measured
    return name, f"{speed:,.0f}", f"{1e9 / speed / 3600:,.0f}", f"{size:,.0f}", f"{peak:.0f}"


def _measured(work: str, setup: str, texts: list[str]) -> tuple[float, float]:
    """Documents for each second of processor time, and the most megabytes that the process held."""
    program = _PROGRAM.format(work=work, setup=setup)
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(texts), text=True, check=True, capture_output=True
    )
    seconds, peak = json.loads(done.stdout)
    return len(texts) / seconds, peak


def _written(texts: list[str]) -> dict[str, float]:
    """The bytes that each further document takes, by format."""
    articles = [vnmedia.parse_article(text) for text in texts]
    lines = "".join(vnmedia.dumps(article) + "\n" for article in articles).encode()

    def batches(path: Path, some: int) -> None:
        found = parse_batches([pa.RecordBatch.from_pydict({"source": texts[:some]})]) if some else ()
        pq.write_table(pa.Table.from_batches(found, schema()), path, compression="zstd")

    return {
        "records": len(lines) / len(articles),
        "gzip": len(gzip.compress(lines)) / len(articles),
        "batches": _size(batches, len(texts)),
        "tables": _size(lambda path, some: write_parquet(articles[:some], path), len(texts)),
    }


def _size(write: Callable[[Path, int], object], count: int) -> float:
    """The bytes for each of *count* documents, without those of a file that has no documents."""
    with tempfile.TemporaryDirectory() as name:
        sizes = []
        for some in (0, count):
            target = Path(name) / f"{some}"
            write(target, some)
            files = target.iterdir() if target.is_dir() else [target]
            sizes.append(sum(file.stat().st_size for file in files))
    return (sizes[1] - sizes[0]) / count
