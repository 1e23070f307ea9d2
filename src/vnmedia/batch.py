"""Many files, one after another: each gives its article, or the error that says why it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from .articles import MAX_BYTES, parse_article
from .errors import SourceError
from .model import Article

__all__ = ["SUFFIXES", "parse_file", "parse_files", "parse_stream"]

#: The files that are read in a folder, with their media types.
SUFFIXES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}


def parse_files(paths: Iterable[Path]) -> Iterator[Article | SourceError]:
    """The article of each file in *paths*, in order; a folder stands for the files in it, at any depth.

    A file that cannot be read gives its error in place of an article, and the others go on.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield _or_error(path)


def _in_folder(folder: Path) -> Iterator[Article | SourceError]:
    try:
        files = sorted(
            path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()
        )
    except OSError as error:
        yield SourceError(str(folder), "", error.strerror or str(error))
        return
    if not files:
        yield SourceError(str(folder), "", f"a folder without a file that ends in {', '.join(SUFFIXES)}")
    for path in files:
        yield _or_error(path)


def _or_error(path: Path) -> Article | SourceError:
    try:
        return parse_file(path)
    except SourceError as error:
        return error


def parse_file(path: Path) -> Article:
    """The article in the file at *path*; its id is the file's stem.

    Raises:
        SourceError: The file cannot be read, is too large, or is no text.
    """
    try:
        with path.open("rb") as file:
            return parse_stream(file, str(path), media_type=SUFFIXES.get(path.suffix.lower()), id=path.stem)
    except OSError as error:
        raise SourceError(str(path), "", error.strerror or str(error)) from error


def parse_stream(
    file: BinaryIO, name: str, *, media_type: str | None = None, id: str | None = None
) -> Article:
    """The article that is all of *file*, which *name* names.

    Raises:
        SourceError: It is larger than ``MAX_BYTES``, or no text.
    """
    content = file.read(MAX_BYTES + 1)
    return parse_article(content, media_type=media_type, path=name, id=id)
