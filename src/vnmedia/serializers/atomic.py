"""Files and folders that appear only when they are complete."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["fresh_file", "fresh_folder", "is_stream", "linked", "open_stream"]

#: The names of what a process has open, by their number.
_STANDARD = {"/dev/stdout": 1, "/dev/stderr": 2}
_NUMBERED = re.compile(r"/(?:dev|proc/self)/fd/([0-9]+)")


def is_stream(path: str | os.PathLike[str]) -> bool:
    """Whether *path* is a device, a pipe, or what this process has open (``/dev/stdout``).

    Such a one is written to and never replaced: another program has it open too.
    """
    there = Path(path)
    return _descriptor(path) is not None or (there.exists() and not there.is_file() and not there.is_dir())


def open_stream(path: str | os.PathLike[str]) -> BinaryIO:
    """The stream *path*, to write to. What this process has open goes on where it is."""
    descriptor = _descriptor(path)
    return Path(path).open("wb") if descriptor is None else os.fdopen(os.dup(descriptor), "wb")


def _descriptor(path: str | os.PathLike[str]) -> int | None:
    name = os.fspath(path)
    numbered = _NUMBERED.fullmatch(name)
    return int(numbered[1]) if numbered else _STANDARD.get(name)


def linked(path: str | os.PathLike[str]) -> Path:
    """Where *path* leads, so that a link stays a link.

    Raises:
        OSError: It is a link that leads back to itself.
    """
    wanted = Path(os.path.realpath(path))
    if wanted.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), os.fspath(path))
    return wanted


@contextmanager
def fresh_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A path to write to; at the end the file there replaces *path*.

    A link stays a link, and its target is replaced. A device or pipe is written to directly.
    """
    stream = is_stream(path)
    wanted = Path(path) if stream else linked(path)
    beside = None if stream else wanted.parent
    with tempfile.TemporaryDirectory(prefix=f".{wanted.name}-", dir=beside) as folder:
        fresh = Path(folder) / wanted.name
        yield fresh
        if stream:
            with fresh.open("rb") as made, open_stream(path) as out:
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
    wanted = linked(path)
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
