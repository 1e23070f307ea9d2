"""The files below a folder, always in the same order."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from ...errors import SourceError

__all__ = ["PAGES", "files_below", "wanted_below"]

_LOG = logging.getLogger("vnmedia")

#: The endings of files that hold one document each, with their media types.
PAGES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}


def wanted_below(folder: Path, is_wanted: Callable[[Path], bool]) -> Iterator[Path | SourceError]:
    """As ``files_below``; the logger ``vnmedia`` hears how many files of which kinds are passed over."""
    others: Counter[str] = Counter()

    def is_counted(path: Path) -> bool:
        wanted = is_wanted(path)
        if not wanted:
            others[path.suffix.lower() or "without an ending"] += 1
        return wanted

    yield from files_below(folder, is_counted)
    if others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        files = "1 other file" if others.total() == 1 else f"{others.total()} other files"
        passed_over = {"passed_over": others.total()}
        _LOG.warning("%s: %s not read: %s", folder, files, kinds, extra=passed_over)


def files_below(folder: Path, is_wanted: Callable[[Path], bool]) -> Iterator[Path | SourceError]:
    """The wanted files in *folder* at any depth, by name.

    A folder that cannot be listed gives an error in its place; links to folders are not followed.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> for name in ("b.txt", "a.txt", "c.pdf"):
    ...     (folder / name).touch()
    >>> [path.name for path in files_below(folder, lambda path: path.suffix in PAGES)]
    ['a.txt', 'b.txt']
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(str(folder), "", error.strerror or str(error))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(path, is_wanted)
        elif is_wanted(path) and entry.is_file():
            yield path
