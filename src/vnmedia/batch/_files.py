"""Reads many files, one after another: each gives its article, or the error that says why it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from ..articles import MAX_BYTES
from ..articles.corpus import PAGES, Fields, RawDocument, holds_many, read_documents, wanted_below
from ..errors import SourceError
from ..model import Article
from ._assumed import Assumed

__all__ = [
    "EVERYTHING",
    "Asked",
    "documents_in",
    "files_in",
    "is_corpus",
    "parse_file",
    "parse_files",
    "parse_stream",
]


@attrs.frozen(kw_only=True)
class Asked:
    """How every document is to be read.

    Attributes:
        fields: Which columns of rows hold which fields; see ``read_corpus``.
        kinds: The kinds of mentions that are wanted, None for all.
        assumed: The day of publishing of documents that do not state one.
    """

    fields: Fields | None = None
    kinds: tuple[str, ...] | None = None
    assumed: Assumed = Assumed()

    def of(self, document: RawDocument) -> Article:
        """The article read from *document*.

        Raises:
            SourceError: It is not text, or too large.
        """
        return document.article(kinds=self.kinds, assumed=self.assumed.of(document.place))


#: All kinds of mentions, and nothing assumed about documents.
EVERYTHING = Asked()


def is_corpus(path: Path) -> bool:
    """Whether *path* is a glob, or a file that holds many documents or is compressed."""
    is_glob = bool(set("*?[") & set(str(path))) and not path.exists()
    return is_glob or (holds_many(path) and not path.is_dir())


def documents_in(
    paths: Iterable[Path], *, fields: Fields | None = None
) -> Iterator[Path | RawDocument | SourceError]:
    """The documents in *paths*, always in the same order: files to be read, members of corpora, or errors."""
    for path in paths:
        yield from read_documents(path, fields=fields) if is_corpus(path) else files_in([path])


def parse_files(paths: Iterable[Path], *, asked: Asked = EVERYTHING) -> Iterator[Article | SourceError]:
    """The article of each file in *paths*, in order; a folder stands for the files in it, at any depth.

    A file that cannot be read gives its error in place of an article, and the others go on.
    """
    for found in files_in(paths):
        yield found if isinstance(found, SourceError) else _or_error(found, asked)


def files_in(paths: Iterable[Path]) -> Iterator[Path | SourceError]:
    """The files that *paths* stand for, always in the same order; no more than one folder is held at once.

    A folder that cannot be listed, or that holds no file of a kind that is read, gives an error in its place.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        file: Path | SourceError | None = None
        for file in wanted_below(path, lambda inside: inside.suffix.lower() in PAGES):
            yield file
        if file is None:
            yield SourceError(str(path), "", f"a folder without a file that ends in {', '.join(PAGES)}")


def _or_error(path: Path, asked: Asked) -> Article | SourceError:
    try:
        return parse_file(path, asked=asked)
    except SourceError as error:
        return error


def parse_file(path: Path, *, asked: Asked = EVERYTHING) -> Article:
    """The article in the file at *path*; its id is the file's stem.

    Raises:
        SourceError: The file cannot be read, is too large, or is not text.
    """
    try:
        with path.open("rb") as file:
            media_type = PAGES.get(path.suffix.lower())
            return parse_stream(file, str(path), media_type=media_type, id=path.stem, asked=asked)
    except OSError as error:
        raise SourceError(str(path), "", error.strerror or str(error)) from error


def parse_stream(
    file: BinaryIO,
    name: str,
    *,
    media_type: str | None = None,
    id: str | None = None,
    asked: Asked = EVERYTHING,
) -> Article:
    """The article that the whole of *file* holds; *name* is the file's name.

    Raises:
        SourceError: It is larger than ``MAX_BYTES``, or not text.
    """
    content = file.read(MAX_BYTES + 1)
    return asked.of(RawDocument(content=content, place=name, media_type=media_type, id=id))
