"""Files → documents, by their suffixes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from glob import glob, has_magic
from importlib import import_module
from pathlib import Path
from typing import IO

from ...errors import ExtraError, SourceError
from ._columns import Fields
from ._csv import read_csv
from ._document import RawDocument
from ._folders import PAGES, wanted_below
from ._json import read_json, read_jsonl
from ._streams import base_suffixes, opened, whole

__all__ = ["holds_many", "read_documents"]

_Reader = Callable[[IO[bytes], str, Fields | None], Iterator[RawDocument | SourceError]]


def _loaded(module: str, name: str) -> _Reader:
    """A reader that needs an extra, imported when the first such file comes."""

    def read(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
        try:
            reader: _Reader = getattr(import_module(module, __package__), name)
        except ExtraError as error:
            raise SourceError(place, "", f"needs an extra: pip install 'vnmedia[{error.extra}]'") from error
        return reader(file, place, fields)

    return read


_READERS: dict[str, _Reader] = {
    **dict.fromkeys((".jsonl", ".ndjson", ".jl"), read_jsonl),
    **dict.fromkeys((".csv", ".tsv"), read_csv),
    ".json": read_json,
    ".parquet": _loaded("._parquet", "read_parquet"),
    ".warc": _loaded("._warc", "read_warc"),
    ".xml": _loaded("._feeds", "read_xml"),
}
_CORPORA = frozenset(_READERS)
_SUFFIXES = _CORPORA.union(PAGES)


def holds_many(path: Path) -> bool:
    """Whether the ending of *path* is that of a corpus, or of a compressed file.

    >>> [holds_many(Path(name)) for name in ("a.csv", "a.html.gz", "a.html")]
    [True, True, False]
    """
    suffix, compression = base_suffixes(path)
    return suffix in _CORPORA or bool(compression)


def read_documents(
    path: str | os.PathLike[str], *, fields: Fields | None = None
) -> Iterator[RawDocument | SourceError]:
    """The documents of a corpus, not yet read as articles; an error stands in the place of a broken member.

    See ``read_corpus`` for *path* and *fields*.
    """
    found = False
    for file in _files(os.fspath(path)):
        found = True
        if isinstance(file, SourceError):
            yield file
            continue
        try:
            yield from _in_file(file, fields)
        except SourceError as error:
            yield error
    if not found:
        yield SourceError(os.fspath(path), "", "no file there that documents are read from")


def _files(path: str) -> Iterator[Path | SourceError]:
    if has_magic(path) and not Path(path).exists():
        for name in sorted(glob(path, recursive=True)):  # noqa: PTH207 - an absolute pattern is one too
            if Path(name).is_file():
                yield Path(name)
    elif Path(path).is_dir():
        yield from wanted_below(Path(path), lambda file: base_suffixes(file)[0] in _SUFFIXES)
    else:
        yield Path(path)


def _in_file(path: Path, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    suffix, place = base_suffixes(path)[0], str(path)
    if not path.exists():
        raise SourceError(place, "", "no such file or folder")
    if suffix not in _SUFFIXES:
        raise SourceError(place, "", f"a file of no known format: {', '.join(sorted(_SUFFIXES))}")
    with opened(path, raw=suffix == ".warc") as file:
        if suffix in PAGES:
            stem = path.name.partition(".")[0] if path.suffix != suffix else path.stem
            yield RawDocument(content=whole(file, place), place=place, id=stem, media_type=PAGES[suffix])
        else:
            yield from _READERS[suffix](file, place, fields)
