"""What the commands share: the articles of the paths they are given, and messages that steer no terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ..batch import parse_files, parse_stream
from ..errors import SerializationError, SourceError
from ..model import Article
from ..serializers import loads

_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def safe(text: str) -> str:
    """*text* without what would steer the terminal or break a row."""
    return _UNSAFE.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


class Articles:
    """The articles in *paths*, one after another: files, folders, ``-`` for standard input.

    A file that cannot be read is reported on standard error and counted, and the others go on. A file that
    ends in ``.jsonl`` holds records that ``vnmedia parse`` wrote.

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
    elif path.endswith(".jsonl"):
        yield from _records(Path(path))
    else:
        yield from parse_files([Path(path)])


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
