"""The records of a WARC file as bytes, each by itself, so that a broken one costs no other.

A record is as long as its head says, and another head or the end follows. Where that is not so, its end is
looked for: the end of its gzip member, or the next head. What is no record is passed over to the next head,
or to the next gzip member that begins with one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import IO

import attrs

__all__ = ["Record", "framed"]

_PIECE = 2**16
_LONGEST_HEAD = 2**16
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BEGINNING = re.compile(rb"WARC/\d\.\d\r?\n")
_NEXT = re.compile(rb"\n(?=WARC/\d\.\d\r?\n[\w-]{1,60}:)")
_MEMBER = b"\x1f\x8b\x08"
_PROBE = 1024
#: After that many false beginnings inside what a broken member was read over, all of that is passed over.
_MOST_PROBES = 8
_OFF_BY = 4  # bytes of the line ends between two records: a length wrong by no more loses nothing


@attrs.frozen
class Record:
    """One record.

    Attributes:
        head: Its own head.
        block: What it holds; nothing where *why* says what is wrong with it.
        why: Why it cannot be read.
        repair: What was mended in it.
    """

    head: bytes = b""
    block: bytes = b""
    why: str = ""
    repair: str = ""


class _Plain:
    """A file, decompressed or not, as one run of bytes."""

    #: Whether the end of the run is known to be where a record ends.
    is_sound = False

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.held = bytearray()
        self.broken: str = ""

    def fill(self, size: int) -> bool:
        """Whether *size* bytes are held now; fewer are only where the run ends."""
        while len(self.held) < size:
            piece = self._more()
            if not piece:
                return False
            self.held += piece
        return True

    def drop(self, size: int) -> None:
        """Lets go of the first *size* bytes."""
        del self.held[:size]

    def next_run(self) -> bool:
        """Whether another run follows, which is gone to then."""
        return False

    def _more(self) -> bytes:
        return self._file.read(_PIECE)


class _Members(_Plain):
    """A gzip file, each member a run of its own."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        file.seek(0)
        self._raw = b""
        self._reached = 0  # where in the file the raw bytes end
        self._begin()

    def next_run(self) -> bool:
        self.held.clear()
        if self.broken and not self._found_again():
            return False
        while not self._raw.strip(b"\0"):  # some writers fill a file up
            if not self._read_raw():
                return False
        self._begin()
        return True

    def _begin(self) -> None:
        self._start = self._reached - len(self._raw)
        self._inflater = zlib.decompressobj(wbits=31)
        self.is_sound, self.broken = False, ""

    def _read_raw(self) -> bool:
        piece = self._file.read(_PIECE)
        self._raw += piece
        self._reached += len(piece)
        return bool(piece)

    def _more(self) -> bytes:
        while not self._inflater.eof and not self.broken:
            if not self._raw and not self._read_raw():
                self.broken = "a cut gzip member"
                break
            try:
                piece = self._inflater.decompress(self._raw, _PIECE)
            except zlib.error as error:
                self.broken = f"a broken gzip member ({error})"
                break
            self.is_sound = bool(self._inflater.eof)
            self._raw = self._inflater.unused_data if self.is_sound else self._inflater.unconsumed_tail
            if piece:
                return piece
        return b""

    def _found_again(self) -> bool:
        """Whether a member with the head of a record begins after the broken one, which is gone to then."""
        failed_at = self._reached - len(self._raw)
        position, probes = self._start + len(_MEMBER), 0
        while True:
            if probes == _MOST_PROBES:
                position = max(position, failed_at)
            position = self._seek(position)
            if position < 0:
                return False
            probes += 1
            try:
                start = zlib.decompressobj(wbits=31).decompress(self._raw[:_PROBE], 16)
            except zlib.error:
                start = b""
            if start.startswith(b"WARC/"):
                return True
            position += 1

    def _seek(self, position: int) -> int:
        """Goes to the next beginning of a member at or after *position*; -1 where there is none."""
        self._file.seek(position)
        self._raw, self._reached = b"", position
        while self._read_raw():
            found = self._raw.find(_MEMBER)
            if found >= 0:
                position = self._reached - len(self._raw) + found
                self._raw = self._raw[found:]
                while len(self._raw) < _PROBE and self._read_raw():
                    pass
                return position
            self._raw = self._raw[-2:]
        return -1


def framed(file: IO[bytes], most: int) -> Iterator[Record]:
    """The records of *file*, of whose blocks none is larger than *most* bytes."""
    run = _Plain(file)
    run.fill(len(_MEMBER))
    if run.held.startswith(_MEMBER[:2]):
        run = _Members(file)
    while True:
        said = False
        for record in _in_run(run, most):
            said = said or bool(record.why)
            yield record
        if run.broken and not said:
            yield Record(why=run.broken)
        if not run.next_run():
            return


def _in_run(run: _Plain, most: int) -> Iterator[Record]:
    while True:
        while run.fill(1) and run.held[:1].isspace():
            run.drop(len(run.held) - len(run.held.lstrip()))
        if not run.held:
            return
        run.fill(_LONGEST_HEAD)
        end = _HEAD_END.search(run.held, 0, _LONGEST_HEAD)
        if _BEGINNING.match(run.held) is None or end is None or _NEXT.search(run.held, 0, end.end()):
            yield Record(why=run.broken or "not a WARC record")
            if not _go_to_next(run, 1):
                return
            continue
        head = bytes(run.held[: end.end()])
        stated = _LENGTH.search(head)
        if stated is None:
            yield Record(head, why="a record that does not say how long it is")
            if not _go_to_next(run, len(head)):
                return
            continue
        record, goes_on = _with_block(run, head, stated, most)
        yield record
        if not goes_on:
            return


def _with_block(run: _Plain, head: bytes, stated: re.Match[bytes], most: int) -> tuple[Record, bool]:
    """The record of that *head*, and whether something may follow it in its run."""
    length = int(stated[1])
    if length > most:
        return Record(head, why=f"a record of {length} bytes"), _pass_over(run, len(head), length)
    whole = run.fill(len(head) + length)
    run.fill(len(head) + length + 2 * _OFF_BY + 10)
    block = bytes(run.held[len(head) : len(head) + length])
    swallows = b"\nWARC/" in block and _NEXT.search(block) is not None and not _is_as_long_as_http_says(block)
    if whole and not swallows and _ends_well(run, len(head) + length):
        run.drop(len(head) + length)
        return Record(head, block), True
    if run.broken and not swallows:
        run.held.clear()
        return Record(head, why=run.broken), False
    return _with_its_own_end(run, head, stated, most)


def _ends_well(run: _Plain, end: int) -> bool:
    """Whether line ends stand at *end*, and then another record, or the end of what is not broken."""
    after = bytes(run.held[end : end + 2 * _OFF_BY])
    rest = after.lstrip()
    if not rest:
        return not run.broken
    if after.startswith(b"\r\n\r\n"):
        return True
    return after[:1] in (b"\r", b"\n") and rest.startswith(b"WARC/"[: len(rest)])


def _is_as_long_as_http_says(block: bytes) -> bool:
    """Whether *block* is a response that is as long as its own head says: a page may show a record."""
    end = _HEAD_END.search(block, 0, _LONGEST_HEAD)
    stated = _LENGTH.search(block, 0, end.end()) if end is not None else None
    return end is not None and stated is not None and int(stated[1]) == len(block) - end.end()


def _with_its_own_end(run: _Plain, head: bytes, stated: re.Match[bytes], most: int) -> tuple[Record, bool]:
    """The record whose length is wrong, as far as its end can be told otherwise."""
    length = int(stated[1])
    found = None
    searched = len(head)
    while found is None and len(run.held) <= len(head) + most:
        more = run.fill(len(run.held) + _PIECE)
        found = _NEXT.search(run.held, searched)
        searched = max(len(head), len(run.held) - 200)
        if not more:
            break
    if found is None and not run.is_sound:
        run.held.clear()
        return Record(head, why="a record cut short"), False
    end = found.start() if found is not None else len(run.held)
    block = bytes(run.held[len(head) : end]).rstrip(b"\r\n")
    run.drop(end)
    wrong = f"{len(block)} bytes long and says {length}"
    if found is not None and length > len(block) + 2 * _OFF_BY:
        return Record(head, why=f"a record that is {wrong}"), True
    head = head[: stated.start(1)] + str(len(block)).encode() + head[stated.end(1) :]
    return Record(head, block, repair=f"a WARC record that is {wrong}"), found is not None


def _go_to_next(run: _Plain, start: int) -> bool:
    """Whether a record begins in the run from *start* on, which is gone to then."""
    while True:
        found = _NEXT.search(run.held, start)
        if found is not None:
            run.drop(found.end())
            return True
        run.drop(max(0, len(run.held) - 200))
        start = 0
        if not run.fill(len(run.held) + 1):
            run.held.clear()
            return False


def _pass_over(run: _Plain, head: int, length: int) -> bool:
    """Whether the run goes on after a block that is too large to be held."""
    left = head + length
    while left > len(run.held):
        left -= len(run.held)
        run.held.clear()
        if not run.fill(1):
            return False
    run.drop(left)
    return True
