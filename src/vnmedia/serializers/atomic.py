"""Files and folders that appear only when they are complete."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["fresh_file", "fresh_folder"]


@contextmanager
def fresh_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A path to write to; at the end the file there replaces *path*.

    A link stays a link, and its target is replaced. A device or pipe is written to directly.
    """
    wanted = Path(os.path.realpath(path))
    is_device = wanted.exists() and not wanted.is_file() and not wanted.is_dir()
    beside = None if is_device else wanted.parent
    with tempfile.TemporaryDirectory(prefix=f".{wanted.name}-", dir=beside) as folder:
        fresh = Path(folder) / wanted.name
        yield fresh
        if is_device:
            with fresh.open("rb") as made, wanted.open("wb") as out:
                shutil.copyfileobj(made, out)
        else:
            fresh.replace(wanted)


@contextmanager
def fresh_folder(path: str | os.PathLike[str], *, is_own: Callable[[Path], bool]) -> Iterator[Path]:
    """A folder to write to, beside *path*; at the end it replaces the folder *path*.

    Args:
        path: The folder that is wanted; for a link, its target is meant.
        is_own: Whether a file is of the sort written there. A folder with other files is not replaced.

    Raises:
        FileExistsError: The folder holds other files, or is not a folder; raised before anything is written.
    """
    wanted = Path(os.path.realpath(path))
    _refuse_others(wanted, is_own)
    with tempfile.TemporaryDirectory(prefix=f".{wanted.name}-", dir=wanted.parent) as folder:
        fresh = Path(folder) / "new"
        fresh.mkdir()
        yield fresh
        if wanted.is_dir():
            wanted.rename(Path(folder) / "old")
        fresh.rename(wanted)
        shutil.rmtree(Path(folder) / "old", ignore_errors=True)


def _refuse_others(wanted: Path, is_own: Callable[[Path], bool]) -> None:
    """Raise where *wanted* exists and is anything but a folder of our own files."""
    if not wanted.exists():
        return
    if not wanted.is_dir():
        raise FileExistsError(errno.EEXIST, "is a file, and a folder is to be written", str(wanted))
    others = sorted(one.name for one in wanted.iterdir() if not (one.is_file() and is_own(one)))
    if others:
        reason = f"holds other files ({', '.join(others[:3])}); move them away, or name another folder"
        raise FileExistsError(errno.EEXIST, reason, str(wanted))
