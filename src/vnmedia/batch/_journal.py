"""The unfinished result of a batch on disk, and how much of it is known to be whole.

Beside the wanted file lies a folder with what is written so far and a checkpoint that says how many bytes
of it are good and which documents they hold. The checkpoint is replaced atomically, after its data has
reached the disk; what a broken run wrote after it is cut off when the next run opens the journal. Both have
checksums, so files that something else has changed since are refused.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

import attrs

from ..errors import BatchError
from ..serializers.atomic import is_stream, open_stream

fcntl: ModuleType | None
try:
    import fcntl
except ModuleNotFoundError:  # Windows
    fcntl = None

__all__ = ["Checkpoint", "Journal"]

_AT_ONCE = 2**20
_LOCK, _CHECKPOINT, _FRESH = "lock", "checkpoint.json", "checkpoint.new"


@attrs.define(kw_only=True)
class Checkpoint:
    """How far a batch has come.

    Attributes:
        options: What must be the same for the rest of the work: the version, the inputs, the order.
        done: All documents before the *done*-th are written.
        digest: A digest of their names, to check that a resumed run meets the same documents.
        ahead: Later documents that are already written.
        sizes: The good bytes of each file.
        sums: Their CRC-32.
        failed: How many of the written documents failed.
        complete: Whether all that is left is to move the files to their place.
    """

    options: dict[str, Any]
    done: int = 0
    digest: str = ""
    ahead: list[int] = attrs.Factory(list)
    sizes: dict[str, int] = attrs.Factory(dict)
    sums: dict[str, int] = attrs.Factory(dict)
    failed: int = 0
    complete: bool = False


class Journal:
    """The files of a batch while it runs; a context manager that closes them.

    Args:
        targets: Where each file goes when all is done, by its name; None where it is not kept.
        folder: Where the files are until then.
        options: See ``Checkpoint``.
        restart: Whether to discard what an earlier run has left.

    Raises:
        BatchError: Another process has the journal open, it belongs to other work or was not written by a
            batch, or it is damaged.
    """

    def __init__(
        self,
        targets: dict[str, Path | None],
        folder: Path,
        options: dict[str, Any],
        *,
        restart: bool = False,
    ) -> None:
        self._targets = targets
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._sums = dict.fromkeys(targets, 0)
        self._own = {_LOCK, _CHECKPOINT, _FRESH, *targets}
        if folder.is_dir():
            self._refuse_others()
        folder.mkdir(exist_ok=True)
        self._lock = self._locked()
        try:
            if restart:  # with the lock held: another process may still be writing there
                self._clear()
            self.checkpoint = self._read() or Checkpoint(options=options)
            if self.checkpoint.options != options:
                raise BatchError(
                    str(folder),
                    "is what a run of another version, input or order left; restart to throw it away",
                )
            self._refuse_damaged()
            if not self.checkpoint.complete:
                self._open_files()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_error: object) -> None:
        for file in self._files.values():
            # What cannot be written now lies after the checkpoint, so the next run does it again.
            with suppress(OSError):
                file.close()
        self._lock.close()

    def write(self, name: str, line: bytes) -> None:
        """Append *line* to the file *name*."""
        self._files[name].write(line)
        self._sums[name] = zlib.crc32(line, self._sums[name])

    def save(self, *, done: int, digest: str, ahead: Iterable[int], failed: int) -> None:
        """Bring all that is written to the disk, then replace the checkpoint."""
        for name, file in self._files.items():
            file.flush()
            os.fsync(file.fileno())
            self.checkpoint.sizes[name] = os.fstat(file.fileno()).st_size
            self.checkpoint.sums[name] = self._sums[name]
        self.checkpoint.done, self.checkpoint.digest, self.checkpoint.failed = done, digest, failed
        self.checkpoint.ahead = list(ahead)
        self._write()

    def complete(self) -> None:
        """Note that all is written; if killed from here on, the next run does only what is left."""
        self.checkpoint.complete = True
        self._write()
        for file in self._files.values():
            file.close()

    def finish(self) -> None:
        """Move the files to where they are wanted; if killed in between, the next run does the rest.

        A device or pipe is written to, not replaced.
        """
        for name, target in self._targets.items():
            if target is None:
                (self._folder / name).unlink(missing_ok=True)
                continue
            if is_stream(target):
                with (self._folder / name).open("rb") as made, open_stream(target) as out:
                    shutil.copyfileobj(made, out)
                continue
            with suppress(FileNotFoundError):  # an earlier run moved it before it was killed
                (self._folder / name).replace(target)
            _sync_folder(target.parent)
        self._clear()
        with suppress(OSError):  # somebody has put a file of their own there
            (self._folder / _LOCK).unlink()
            self._folder.rmdir()

    def _refuse_others(self) -> None:
        inside = {path.name for path in self._folder.iterdir()}
        # A batch writes its lock first: without a lock, files with our names belong to somebody else.
        others = sorted(inside - self._own if inside & {_LOCK, _CHECKPOINT} else inside)
        if others:
            raise BatchError(
                str(self._folder), f"holds what no batch has put there: {', '.join(others[:3])}; move it away"
            )

    def _clear(self) -> None:
        for name in self._own - {_LOCK}:
            (self._folder / name).unlink(missing_ok=True)

    def _locked(self) -> BinaryIO:
        lock = (self._folder / _LOCK).open("ab")
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                lock.close()
                raise BatchError(str(self._folder), "another process is writing there") from error
        if os.fstat(lock.fileno()).st_nlink == 0:
            lock.close()
            raise BatchError(str(self._folder), "another process has just finished there")
        return lock

    def _read(self) -> Checkpoint | None:
        try:
            content = (self._folder / _CHECKPOINT).read_bytes()
        except FileNotFoundError:
            return None
        try:
            fields, seal = json.loads(content)
            if seal != _seal(fields):
                raise ValueError("its checksum is of other words")
            return Checkpoint(**fields)
        except (ValueError, TypeError, RecursionError) as error:
            raise BatchError(
                str(self._folder), f"has a broken checkpoint ({error}); restart to throw it away"
            ) from error

    def _refuse_damaged(self) -> None:
        """Refuse files that no longer hold what was written; in a complete batch one may have been moved."""
        for name, size in self.checkpoint.sizes.items():
            path, target = self._folder / name, self._targets.get(name)
            if self.checkpoint.complete and not path.exists() and (target is None or target.exists()):
                continue
            if _sum_of(path, size) != self.checkpoint.sums.get(name):
                reason = f"no longer holds the {size} bytes of {name} that were written"
                raise BatchError(str(self._folder), f"{reason}; restart to throw it away")
        self._sums |= self.checkpoint.sums

    def _write(self) -> None:
        fresh = self._folder / _FRESH
        with fresh.open("w", encoding="utf-8") as file:
            fields = attrs.asdict(self.checkpoint)
            json.dump([fields, _seal(fields)], file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._folder / _CHECKPOINT)
        _sync_folder(self._folder)

    def _open_files(self) -> None:
        for name in self._targets:
            file = self._files[name] = (self._folder / name).open("ab")
            file.truncate(self.checkpoint.sizes.get(name, 0))


def _seal(fields: object) -> str:
    """The checksum that shows that a checkpoint is as it was written."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def _sum_of(path: Path, size: int) -> int | None:
    """The CRC-32 of the first *size* bytes of the file at *path*; None where it has fewer."""
    found = 0
    try:
        with path.open("rb") as file:
            while size and (part := file.read(min(size, _AT_ONCE))):
                found = zlib.crc32(part, found)
                size -= len(part)
    except FileNotFoundError:
        return None
    return None if size else found


def _sync_folder(folder: Path) -> None:
    """Bring a renaming in *folder* to the disk, where the system supports that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
