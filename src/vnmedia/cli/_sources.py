"""What the commands share: the articles in the given paths, and messages that are safe for a terminal."""

from __future__ import annotations

import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from ..articles.corpus import read_documents
from ..batch import EVERYTHING, Asked, is_corpus, parse_files, parse_stream
from ..errors import SerializationError, SourceError
from ..model import Article
from ..serializers import loads
from ._progress import bar, counted

#: How many notes of one kind are printed; and the parts in which notes of one kind differ.
_SHOWN = 3
_PARTICULAR = re.compile(r"'[^']*'|\d+")
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def safe(text: str) -> str:
    """*text* with characters replaced that would control the terminal or break a row."""
    return _UNSAFE.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


#: How a record begins; a file of records has one on each line, or one array of them.
_RECORD = b'{"schema": "vnmedia/'
_RECORDS = {".jsonl": _RECORD, ".ndjson": _RECORD, ".json": b"[\n" + _RECORD}


class Articles:
    """The articles in *paths*, one after another: files, folders, ``-`` for standard input.

    A file that cannot be read is reported on standard error and counted, and the others go on. Records that
    ``vnmedia parse`` wrote are taken as they are; a glob or a file of another format is read as a corpus.

    Attributes:
        read: How many have been read so far.
        failed: How many could not be read so far.
        passed_over: How many files in folders were not of a kind that is read.
    """

    def __init__(self, paths: tuple[str, ...], asked: Asked = EVERYTHING, *, progress: bool = False) -> None:
        self._paths = paths
        self._asked = asked
        self._progress = progress
        self.read = self.failed = self.passed_over = 0

    def __iter__(self) -> Iterator[Article]:
        shown = bar([Path(path) for path in self._paths]) if self._progress else nullcontext()
        with told() as notes, shown as show:
            for path in self._paths:
                for result in _results(path, self._asked):
                    if isinstance(result, Article):
                        yield result
                        self.read += 1
                    else:
                        self.failed += 1
                        click.echo(f"vnmedia: {safe(str(result))}", err=True)
                    if show is not None:
                        show(self.read + self.failed)
        self.passed_over = notes.passed_over

    def closing(self, output: Path, made: str = "") -> str:
        """The closing line: what was *made*, by default how many records, and how many documents failed."""
        parts = [f"vnmedia: {made or counted(self.read, 'record')} in {output}"]
        if self.failed:
            parts.append(f"{counted(self.failed, 'document')} failed")
        if self.passed_over:
            parts.append(f"{counted(self.passed_over, 'other file')} not read")
        return safe("; ".join(parts))

    def stopped(self, how: str) -> str:
        """The message when somebody stops the reading; *how* says how to go on."""
        return f"stopped after {counted(self.read + self.failed, 'document')}, and nothing is written; {how}"

    @property
    def status(self) -> int:
        """The exit status: 1 where a file could not be read."""
        return 1 if self.failed else 0


class _Notes(logging.Handler):
    """Prints what the logger ``vnmedia`` says about documents: the first notes of each kind, and their count.

    Attributes:
        passed_over: How many files in folders were reported as not read.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.passed_over = 0
        self._counts: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Print *record*, or only count it."""
        message = record.getMessage()
        self.passed_over += getattr(record, "passed_over", 0)
        kind = _PARTICULAR.sub("…", str(record.args[-1]) if isinstance(record.args, tuple) else message)
        self._counts[kind] += 1
        if self._counts[kind] <= _SHOWN:
            click.echo(f"vnmedia: {safe(message)}", err=True)

    def sum_up(self) -> None:
        """Print for how many more documents the same holds."""
        for kind, count in self._counts.items():
            if count > _SHOWN:
                click.echo(f"vnmedia: {count:,} documents in all: {safe(kind)}", err=True)


@contextmanager
def told() -> Iterator[_Notes]:
    """While this lasts, standard error reports what is corrected in or left out of documents."""
    notes = _Notes()
    logger = logging.getLogger("vnmedia")
    logger.addHandler(notes)
    try:
        yield notes
    finally:
        logger.removeHandler(notes)
        notes.sum_up()


def _results(path: str, asked: Asked) -> Iterator[Article | SourceError]:
    if path == "-":
        try:
            yield parse_stream(sys.stdin.buffer, "standard input", asked=asked)
        except SourceError as error:
            yield error
    elif holds_records(Path(path)):
        yield from _records(Path(path))
    elif is_corpus(Path(path)):
        yield from _corpus(path, asked)
    else:
        yield from parse_files([Path(path)], asked=asked)


def holds_records(path: Path) -> bool:
    """Whether *path* is a file of records; other JSON holds documents to be parsed."""
    start = _RECORDS.get(path.suffix.lower())
    if start is None:
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(start)) == start
    except OSError:
        return True


def _corpus(path: str, asked: Asked) -> Iterator[Article | SourceError]:
    """The articles of a corpus; a member that cannot be read gives an error in its place."""
    for document in read_documents(path, fields=asked.fields):
        try:
            yield document if isinstance(document, SourceError) else asked.of(document)
        except SourceError as error:
            yield error


def _records(path: Path) -> Iterator[Article | SourceError]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                record = line.strip().removesuffix(",")  # an array has a record a line, too
                try:
                    if record not in ("", "[", "]"):
                        yield loads(record)
                except SerializationError as error:
                    yield SourceError(f"{path}:{number}", "", f"not a record: {error}")
    except OSError as error:
        yield SourceError(str(path), "", error.strerror or str(error))
    except UnicodeDecodeError as error:
        yield SourceError(str(path), "utf-8", error.reason)
