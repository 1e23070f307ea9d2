"""What the commands share: the articles of the paths they are given, and messages that steer no terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ..articles.corpus import read_corpus
from ..batch import is_corpus, parse_files, parse_stream
from ..errors import SerializationError, SourceError
from ..model import Article
from ..serializers import loads

_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def safe(text: str) -> str:
    """*text* without what would steer the terminal or break a row."""
    return _UNSAFE.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


_RECORD = b'{"schema": "vnmedia/'


class Articles:
    """The articles in *paths*, one after another: files, folders, ``-`` for standard input.

    A file that cannot be read is reported on standard error and counted, and the others go on. Records that
    ``vnmedia parse`` wrote are taken as they are; a glob or a file of another format is read as a corpus.

    Attributes:
        failed: How many could not be read so far.
    """

    def __init__(self, paths: tuple[str, ...]) -> None:
        self._paths = paths
        self.failed = 0

    def __iter__(self) -> Iterator[Article]:
        for path in self._paths:
            for result in _results(path):
                if isinstance(result, Article):
                    yield result
                else:
                    self.failed += 1
                    click.echo(f"vnmedia: {safe(str(result))}", err=True)

    @property
    def status(self) -> int:
        """The exit status: 1 where a file could not be read."""
        return 1 if self.failed else 0


def _results(path: str) -> Iterator[Article | SourceError]:
    if path == "-":
        try:
            yield parse_stream(sys.stdin.buffer, "standard input")
        except SourceError as error:
            yield error
    elif holds_records(Path(path)):
        yield from _records(Path(path))
    elif is_corpus(Path(path)):
        yield from _corpus(path)
    else:
        yield from parse_files([Path(path)])


def holds_records(path: Path) -> bool:
    """Whether *path* is a file of records; other JSON lines are documents to be parsed."""
    if path.suffix != ".jsonl":
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_RECORD)) == _RECORD
    except OSError:
        return True


def _corpus(path: str) -> Iterator[Article | SourceError]:
    """The articles of a corpus; a member that cannot be read gives its error when it is met."""
    errors: list[SourceError] = []
    try:
        for article in read_corpus(path, on_error=errors.append):
            yield from errors
            errors.clear()
            yield article
    except SourceError as error:
        errors.append(error)
    yield from errors


def _records(path: Path) -> Iterator[Article | SourceError]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield loads(line)
                except SerializationError as error:
                    yield SourceError(f"{path}:{number}", "", f"not a record: {error}")
    except OSError as error:
        yield SourceError(str(path), "", error.strerror or str(error))
    except UnicodeDecodeError as error:
        yield SourceError(str(path), "utf-8", error.reason)
