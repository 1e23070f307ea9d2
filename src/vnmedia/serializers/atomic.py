"""Files and folders that appear when they are complete, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A path to write to, beside *path*; what is there at the end takes the place of *path*."""
    wanted = Path(path)
    with tempfile.TemporaryDirectory(prefix=f".{wanted.name}-", dir=wanted.parent) as folder:
        fresh = Path(folder) / wanted.name
        yield fresh
        fresh.replace(wanted)


@contextmanager
def fresh_folder(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A folder to write to, beside *path*; at the end it takes the place of the folder *path*."""
    wanted = Path(path)
    with tempfile.TemporaryDirectory(prefix=f".{wanted.name}-", dir=wanted.parent) as folder:
        fresh = Path(folder) / "new"
        fresh.mkdir()
        yield fresh
        if wanted.is_dir():
            wanted.rename(Path(folder) / "old")
        fresh.rename(wanted)
        shutil.rmtree(Path(folder) / "old", ignore_errors=True)
