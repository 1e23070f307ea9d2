"""What every benchmark shares: the documents, the clock, the table.

Figures are medians of several runs in one process on the same documents; use the ratios between rows of one
run, never a row alone. Run all with ``python -m benchmarks``, one with ``python -m benchmarks dates``.
"""

from __future__ import annotations

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
    """One tool on one set of documents."""

    name: str
    megabytes: float
    seconds: float
    found: int
    peak_megabytes: float

    @property
    def speed(self) -> float:
        """Megabytes of UTF-8 a second."""
        return self.megabytes / self.seconds


def documents(corpus: Path | None = None, megabytes: float = 1.0) -> list[str]:
    """The seeds, or the texts in *corpus*, repeated to about *megabytes*, in one fixed shuffled order."""
    folder = corpus or SEEDS
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    texts *= max(1, round(megabytes / size))
    random.Random(0).shuffle(texts)
    return texts


def paragraphs(texts: Iterable[str]) -> list[str]:
    """The paragraphs of *texts*: what tools that are slow on whole documents are given."""
    return [line for text in texts for line in text.splitlines() if line.strip()]


def measure(name: str, find: Callable[[str], Sequence[object]], texts: Sequence[str], runs: int = 5) -> Row:
    """The median time that *find* takes over all of *texts*, its yield and its peak memory; one warm-up."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    tracemalloc.start()
    found = sum(len(find(text)) for text in texts[: max(1, len(texts) // 10)])
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        found = sum(len(find(text)) for text in texts)
        times.append(time.perf_counter() - start)
    return Row(name, size, statistics.median(times), found, peak)


def report(title: str, rows: Sequence[Row]) -> str:
    """A Markdown table of *rows*; the first row is ours, the ratios are ours to theirs."""
    ours = rows[0]
    lines = [
        f"### {title}",
        "",
        "| tool | MB | MB/s | found | peak MB | ours is faster by |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        ratio = "" if row is ours else f"{ours.speed / row.speed:,.1f} ×"
        lines.append(
            f"| {row.name} | {row.megabytes:.2f} | {row.speed:,.3f} | {row.found} | {row.peak_megabytes:.1f} "
            f"| {ratio} |"
        )
    return "\n".join(lines)
