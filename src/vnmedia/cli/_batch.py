"""``vnmedia parse --jobs``: many processes, a progress bar, a summary; resumes after it was killed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from .. import batch
from ..errors import BatchError
from ..model import Article
from ._progress import bar, counted, stopping
from ._sources import holds_records, safe, told

__all__ = ["run_batch"]


def run_batch(
    paths: tuple[str, ...],
    output: Path,
    *,
    asked: batch.Asked,
    write: Callable[[Iterable[Article], Path], None] | None,
    jobs: int,
    ordered: bool,
    time_limit: float,
    restart: bool,
) -> int:
    """Run a batch over *paths*. Returns 0, or 1 where a document failed, 2 where it could not go on."""
    for path in paths:
        if path == "-" or holds_records(Path(path)):
            raise click.UsageError(f"--jobs takes files, folders and corpora of documents, not {path}")
    sources = [Path(path) for path in paths]
    done = batch.Progress(documents=0, failed=0)
    try:
        with stopping(lambda: _stopped(done)), told() as notes, bar(sources) as show:

            def count(progress: batch.Progress) -> None:
                nonlocal done
                done = progress
                show(progress.documents)

            summary = batch.parse_corpus(
                sources,
                output,
                asked=asked,
                write=write,
                jobs=jobs or None,
                ordered=ordered,
                time_limit=time_limit or None,
                restart=restart,
                on_progress=count,
            )
    except (BatchError, OSError, RuntimeError) as error:
        click.echo(f"vnmedia: {safe(str(error))}", err=True)
        return 2
    click.echo(_summary(summary, notes.passed_over), err=True)
    return 1 if summary.failed else 0


def _stopped(done: batch.Progress) -> str:
    return f"stopped after {counted(done.documents, 'document')}; the same command goes on from there"


def _summary(summary: batch.Summary, passed_over: int) -> str:
    parts = [f"vnmedia: {counted(summary.documents - summary.failed, 'record')} in {summary.records}"]
    if summary.failed:
        parts.append(f"{counted(summary.failed, 'document')} failed, listed in {summary.errors}")
    if summary.resumed:
        parts.append(f"{summary.resumed:,} of all done by an earlier run")
    if passed_over:
        parts.append(f"{counted(passed_over, 'other file')} not read")
    return safe("; ".join(parts))
