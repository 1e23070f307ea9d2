"""Opening files, compressed or not, and reading no more of them than the stated limits."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO

from ...errors import SourceError
from .._decode import wide_encoding
from .._parse import MAX_BYTES

__all__ = ["BROKEN", "Utf8", "base_suffixes", "limited_lines", "opened", "whole"]

#: What reading a damaged or cut file may raise.
BROKEN = (OSError, EOFError, zlib.error)


def base_suffixes(path: Path) -> tuple[str, str]:
    """The suffix that tells the format, and that of the compression around it or an empty one.

    >>> base_suffixes(Path("a/dump.JSONL.gz"))
    ('.jsonl', '.gz')
    """
    last = path.suffix.lower()
    if last in (".gz", ".zst"):
        return Path(path.stem).suffix.lower(), last
    return last, ""


@contextmanager
def opened(path: Path, *, raw: bool = False) -> Iterator[IO[bytes]]:
    """The file at *path*, decompressed as it is read; with *raw*, gzip is left to the caller.

    Raises:
        SourceError: It cannot be opened, or turns out to be damaged.
    """
    compression = base_suffixes(path)[1]
    try:
        if compression == ".gz" and not raw:
            with gzip.open(path, "rb") as file:
                yield file  # type: ignore[misc]
        elif compression == ".zst":
            with path.open("rb") as file:
                yield _zstd_reader(path)(file)
        else:
            with path.open("rb") as file:
                yield file
    except BROKEN as error:
        raise SourceError(str(path), "", f"cannot be read: {error}") from error


def _zstd_reader(path: Path) -> Callable[[IO[bytes]], IO[bytes]]:
    """FastWARC's reader, which tells a cut file from a whole one; loaded when the first such file comes."""
    try:
        reader: Callable[[IO[bytes]], IO[bytes]] = import_module("fastwarc.stream_io").ZstdReader
    except ModuleNotFoundError as error:
        raise SourceError(str(path), "", "needs an extra: pip install 'vnmedia[corpus]'") from error
    return reader


class Utf8:
    """A file of text as UTF-8 without a byte order mark, also where it is in UTF-16 or UTF-32.

    >>> import io
    >>> Utf8(io.BytesIO("Bộ".encode("utf-16"))).read().decode()
    'Bộ'
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        start = file.read(4096)
        encoding, mark = wide_encoding(start)
        self._decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None
        self._start = start[mark:]

    def read(self, size: int = -1) -> bytes:
        """The next bytes, about *size* of them; none at the end."""
        while True:
            read = self._start or self._file.read(size)
            self._start = b""
            if self._decoder is None:
                return read
            text = self._decoder.decode(read, final=not read)
            if text or not read:
                return text.encode("utf-8", "replace")


def whole(file: IO[bytes] | Utf8, place: str) -> bytes:
    """All of *file*.

    Raises:
        SourceError: It is larger than a document may be; the rest is not decompressed.
    """
    pieces, size = [], 0
    while piece := file.read(min(2**20, MAX_BYTES + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise SourceError(place, "", f"larger than {MAX_BYTES // 2**20} MiB")
    return b"".join(pieces)


def limited_lines(file: IO[bytes] | Utf8, place: str) -> Iterator[tuple[int, bytes]]:
    """The lines of *file* with their numbers.

    Raises:
        SourceError: A line is larger than a document may be: what follows cannot be found without reading it.
    """
    number, size = 0, 0
    begun: list[bytes] = []  # the pieces of a line whose end has not come yet
    while piece := file.read(2**16):
        *ended, last = piece.split(b"\n")
        for line in ended:
            number += 1
            yield number, b"".join([*begun, line])
            begun, size = [], 0
        begun.append(last)
        size += len(last)
        if size > MAX_BYTES:
            raise SourceError(f"{place}:{number + 1}", "", f"a line larger than {MAX_BYTES // 2**20} MiB")
    if size:
        yield number + 1, b"".join(begun)
