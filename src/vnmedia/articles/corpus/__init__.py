"""Corpora: many documents in few files, read one after another and never held together.

A corpus is a folder, a glob, or a file: text and HTML, JSON lines, CSV, WARC, Parquet, and all but the last
also as ``.gz`` or ``.zst``. Each document keeps its id, address and date.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from glob import has_magic
from os import PathLike
from pathlib import Path

from ...errors import SourceError
from ...mentions import wanted_of
from ...model import Article
from ._columns import FIELDS, Fields
from ._document import RawDocument
from ._folders import PAGES, files_below, wanted_below
from ._formats import holds_many, read_documents

__all__ = [
    "FIELDS",
    "PAGES",
    "Fields",
    "RawDocument",
    "files_below",
    "holds_many",
    "read_corpus",
    "read_documents",
    "wanted_below",
]

_LOG = logging.getLogger("vnmedia")


def read_corpus(
    path: str | PathLike[str],
    *,
    fields: Fields | None = None,
    kinds: Iterable[str] | None = None,
    published: dt.date | None = None,
    on_error: Callable[[SourceError], object] | None = None,
) -> Iterator[Article]:
    """The articles of a corpus, in its order, one at a time.

    Args:
        path: A folder (read at any depth), a glob such as ``crawl/*.warc.gz``, or a file.
        fields: For rows and objects: which column holds ``text`` (or ``html``), ``id``, ``url``, ``title``,
            ``lead``, ``published``, ``modified``, ``authors``, ``publisher``, ``section``, ``tags``; several
            columns are put under each other. By default the usual names are looked for, Vietnamese ones too.
        kinds: The kinds of mentions that are wanted; all by default. Dates alone take
            the time of dates alone, and are the same.
        published: When documents were published that do not say so.
        on_error: Is given the error of each member that cannot be read, with its place; the others go on.
            By default it is logged as a warning of the logger ``vnmedia``.

    >>> import json, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "dump.jsonl"
    >>> _ = path.write_text(json.dumps({"id": "a1", "content": "Ngày 17/12/2020, Bộ Y tế họp."}))
    >>> [(article.id, article.agencies[0].quote) for article in read_corpus(path)]
    [('a1', 'Bộ Y tế')]

    Raises:
        SourceError: Nothing is at *path*, and no *on_error* is given to be told so.
        TypeError: *path* is none.
        ValueError: One of *kinds* is no kind.
    """
    if not isinstance(path, str | PathLike):
        raise TypeError(f"path: a string or Path is needed, not {type(path).__name__}")
    if on_error is None and not (has_magic(os.fspath(path)) or Path(path).exists()):
        raise SourceError(os.fspath(path), "", "no such file or folder")
    wanted = wanted_of(kinds)
    read = partial(RawDocument.article, kinds=wanted, assumed=published)
    return _read(path, fields, read, on_error or (lambda error: _LOG.warning("%s", error)))


def _read(
    path: str | PathLike[str],
    fields: Fields | None,
    read: Callable[[RawDocument], Article],
    report: Callable[[SourceError], object],
) -> Iterator[Article]:
    for document in read_documents(path, fields=fields):
        if isinstance(document, SourceError):
            report(document)
            continue
        try:
            yield read(document)
        except SourceError as error:
            report(error)
