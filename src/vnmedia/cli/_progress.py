"""The progress bar while documents are read, and the message at the end or when somebody stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from ..articles.corpus import PAGES, files_below
from ..batch import is_corpus

__all__ = ["bar", "counted", "stopping"]

#: The exit status that a shell gives a command that was stopped by Ctrl-C.
_INTERRUPTED = 130


def counted(number: int, name: str) -> str:
    """*number* with *name*, in the plural unless *number* is 1.

    >>> counted(1, "document"), counted(1200, "document")
    ('1 document', '1,200 documents')
    """
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


class _Rate(ProgressColumn):
    """The column that shows how many documents are read a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="progress.data.speed")


@contextmanager
def bar(paths: Sequence[Path]) -> Iterator[Callable[[int], object]]:
    """A bar that shows how many documents of *paths* are done, if standard error is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _documents: None
        return
    columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console) as shown:
        task = shown.add_task("", total=_total(paths))
        begun = False

        def show(documents: int) -> None:
            nonlocal begun
            if begun:
                shown.update(task, completed=documents)
            else:  # what an earlier run did says nothing about the rate
                shown.reset(task, completed=documents)
                begun = True

        yield show


def _total(paths: Sequence[Path]) -> int | None:
    """How many documents there are; None where they would all have to be read to know."""
    if any(is_corpus(path) or not path.exists() for path in paths):
        return None
    return sum(_files(path) if path.is_dir() else 1 for path in paths)


def _files(folder: Path) -> int:
    return sum(1 for _ in files_below(folder, lambda file: file.suffix.lower() in PAGES))


@contextmanager
def stopping(said: Callable[[], str]) -> Iterator[None]:
    """End the command with the message of *said* where somebody stops the block by Ctrl-C."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"vnmedia: {said()}", err=True)
        raise SystemExit(_INTERRUPTED) from None
