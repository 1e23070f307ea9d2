"""``vnmedia parse --jobs``: many processes, a progress bar, a summary; killed and run again, it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from .. import batch
from ..errors import BatchError
from ..model import Article
from ._sources import holds_records, safe

__all__ = ["run_batch"]


def run_batch(
    paths: tuple[str, ...],
    output: Path,
    *,
    write: Callable[[Iterable[Article], Path], None] | None,
    jobs: int,
    ordered: bool,
    time_limit: float,
    restart: bool,
) -> int:
    """The exit status of a batch over *paths*: 0, 1 where a document failed, 2 where it could not go on."""
    for path in paths:
        if path == "-" or holds_records(Path(path)):
            raise click.UsageError(f"--jobs takes files, folders and corpora of documents, not {path}")
    sources = [Path(path) for path in paths]
    try:
        with _bar(sources) as show:
            summary = batch.parse_corpus(
                sources,
                output,
                write=write,
                jobs=jobs or None,
                ordered=ordered,
                time_limit=time_limit or None,
                restart=restart,
                on_progress=show,
            )
    except (BatchError, OSError, RuntimeError) as error:
        click.echo(f"vnmedia: {safe(str(error))}", err=True)
        return 2
    click.echo(_summary(summary), err=True)
    return 1 if summary.failed else 0


def _summary(summary: batch.Summary) -> str:
    parts = [f"vnmedia: {summary.documents - summary.failed:,} records in {summary.records}"]
    if summary.failed:
        parts.append(f"{summary.failed:,} failed documents in {summary.errors}")
    if summary.resumed:
        parts.append(f"{summary.resumed:,} of them by an earlier run")
    return safe("; ".join(parts))


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="progress.data.speed")


@contextmanager
def _bar(paths: list[Path]) -> Iterator[Callable[[batch.Progress], object]]:
    """What shows the progress; nothing where standard error is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _progress: None
        return
    columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        unknown = any(batch.is_corpus(path) for path in paths)
        task = bar.add_task("", total=None if unknown else sum(1 for _ in batch.files_in(paths)))
        begun = False

        def show(progress: batch.Progress) -> None:
            nonlocal begun
            if begun:
                bar.update(task, completed=progress.documents)
            else:  # what an earlier run did says nothing about the rate
                bar.reset(task, completed=progress.documents)
                begun = True

        yield show
