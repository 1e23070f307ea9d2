"""What every benchmark shares: the documents, the clock, the table.

Figures are medians of several runs in one process on the same documents, in seconds of processor time; use
the ratios between rows of one run, never a row alone. Run all with ``python -m benchmarks``, one with
``python -m benchmarks whole``.
"""

from __future__ import annotations

import os
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs

SEEDS = Path(__file__).parents[1] / "seeds"


@attrs.frozen
class Row:
    """One tool on one set of documents.

    Attributes:
        name: The tool.
        megabytes: The size of its input, in UTF-8.
        seconds: The median of its runs.
        found: How many things it found in one run.
        peak_megabytes: The most memory that it held in addition to what was in use before.
        documents: How many documents it was given.
    """

    name: str
    megabytes: float
    seconds: float
    found: int
    peak_megabytes: float
    documents: int

    @property
    def speed(self) -> float:
        """Megabytes of UTF-8 a second."""
        return self.megabytes / self.seconds


@attrs.frozen
class Table:
    """The rows of one benchmark; the first is ours, and the others are compared with it.

    Attributes:
        targets: The least ratio that ours should have to a row, by the row's name.
    """

    title: str
    rows: tuple[Row, ...]
    targets: dict[str, float] = attrs.Factory(dict)

    def ratio(self, row: Row) -> float:
        """How many times as fast as *row* ours is."""
        return self.rows[0].speed / row.speed


@attrs.frozen
class Sheet:
    """Figures that are not compared with another tool."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def documents(corpus: Path | None = None, megabytes: float = 1.0) -> list[str]:
    """The seeds, or the texts in *corpus*, repeated to about *megabytes*, in one fixed shuffled order."""
    folder = corpus or SEEDS
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    texts *= max(1, round(megabytes / size_of(texts)))
    random.Random(0).shuffle(texts)
    return texts


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def size_of(texts: Iterable[str]) -> float:
    """Megabytes of UTF-8."""
    return sum(len(text.encode(errors="surrogatepass")) for text in texts) / 1e6


def paragraphs(texts: Iterable[str]) -> list[str]:
    """The paragraphs of *texts*, for tools that are slow on whole documents."""
    return [line for text in texts for line in text.splitlines() if line.strip()]


def news(texts: Iterable[str], size: int = 3000) -> list[str]:
    """*texts* cut at line ends into documents as long as news articles: about *size* bytes."""
    pieces = []
    for text in texts:
        piece = ""
        for line in text.splitlines(keepends=True):
            piece += line
            if len(piece.encode()) >= size:
                pieces.append(piece)
                piece = ""
        if piece:
            pieces.append(piece)
    return pieces


def sample(texts: Sequence[str], megabytes: float) -> Sequence[str]:
    """The first of *texts*, about *megabytes* in all, for slow tools."""
    taken = 0.0
    for count, text in enumerate(texts, 1):
        taken += size_of([text])
        if taken >= megabytes:
            return texts[:count]
    return texts


def measure(name: str, find: Callable[[str], Sequence[object]], texts: Sequence[str], runs: int = 5) -> Row:
    """The row for *find* over all of *texts*: median time after one warm-up, number found, peak memory."""
    tracemalloc.start()
    for text in sample(texts, 0.05):
        find(text)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    times = []
    found = 0
    for _ in range(runs):
        start = time.process_time()
        found = sum(len(find(text)) for text in texts)
        times.append(time.process_time() - start)
    return Row(name, size_of(texts), statistics.median(times), found, peak, len(texts))


def report(table: Table | Sheet, before: dict[str, float] | None = None) -> str:
    """*table* in Markdown; *before* has the ratios of an earlier run to compare with."""
    if isinstance(table, Sheet):
        body = [table.columns, ("---", *("--:" for _ in table.columns[1:])), *table.rows]
        return "\n".join([f"### {table.title}", "", *(f"| {' | '.join(row)} |" for row in body)])
    lines = [
        f"### {table.title}",
        "",
        "| tool | MB | MB/s | documents/s | found | peak MB | ours is faster by | wanted | before |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for row in table.rows:
        ours = row is table.rows[0]
        target, old = table.targets.get(row.name), (before or {}).get(row.name)
        cells = (
            row.name,
            f"{row.megabytes:.2f}",
            f"{row.speed:,.3g}",
            f"{row.documents / row.seconds:,.3g}",
            f"{row.found:,}",
            f"{row.peak_megabytes:.1f}",
            "" if ours else f"{table.ratio(row):,.3g} ×",
            "" if target is None else f"{target:,.3g} ×",
            "" if ours or old is None else f"{old:,.3g} ×",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
