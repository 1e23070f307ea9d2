"""Turns a corpus into records or tables by many processes; a broken run can be resumed."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import attrs

from .. import __version__
from ..articles.corpus import RawDocument
from ..errors import BatchError, SourceError
from ..model import Article
from ..serializers import dumps, loads
from ..serializers.atomic import is_stream, linked
from ._files import EVERYTHING, Asked, documents_in, parse_file
from ._journal import Journal
from ._workers import Failure, work

__all__ = ["Progress", "Summary", "parse_corpus"]

_RECORDS, _ERRORS = "records.jsonl", "errors.jsonl"
#: How a row of failures begins.
_ROW_START = b'{"index": '
_LONGEST_ROW = 100


@attrs.frozen(kw_only=True)
class Progress:
    """How far a batch has come: how many documents are written, and how many of them are failures."""

    documents: int
    failed: int


@attrs.frozen(kw_only=True)
class Summary:
    """What a batch did.

    Attributes:
        documents: How many documents there were.
        failed: How many of them became a row in *errors*.
        resumed: How many of them an earlier, broken run had written.
        records: The file of records.
        errors: The file of failures.
    """

    documents: int
    failed: int
    resumed: int
    records: Path
    errors: Path


def parse_corpus(
    paths: Sequence[Path],
    output: Path,
    *,
    asked: Asked = EVERYTHING,
    write: Callable[[Iterable[Article], Path], None] | None = None,
    jobs: int | None = None,
    ordered: bool = True,
    time_limit: float | None = 60.0,
    restart: bool = False,
    checkpoint_every: float = 2.0,
    on_progress: Callable[[Progress], object] = lambda _progress: None,
) -> Summary:
    """Write the record of each document in *paths* to *output*, and each failure to a file beside it.

    The failures of ``records.jsonl`` are in ``records.errors.jsonl``: one JSON object a line with the
    document's ``index``, its ``source``, the class of the ``error`` and the ``reason``. Until all is done
    both lie in the folder ``records.jsonl.part``. If *write* is given, it makes *output* from the records at
    the end, one article at a time. The same call resumes a run that was killed, and its result is the same
    to the byte as that of an undisturbed run (in the order of *paths*, or, unordered, as a set of lines).
    Memory does not grow with the number of documents.

    Args:
        paths: Files, folders (all files in them), and corpora (``vnmedia.articles.corpus``).
        output: The file of records; an existing one is replaced at the end.
        asked: Which kinds are wanted, which columns hold what, and when undated documents were published.
        write: What writes articles, such as ``vnmedia.serializers.parquet.write_parquet``.
        jobs: How many processes; by default one for each core that this process may use.
        ordered: Whether the records keep the order of the documents.
        time_limit: The seconds that one document may take before it counts as failed.
        restart: Whether to discard what a broken run has left.
        checkpoint_every: How many seconds of work a broken run loses at most.
        on_progress: Called after each document.

    Raises:
        BatchError: Another process is writing the same output, or what a broken run left belongs to other
            inputs or options or to another version of vnmedia.
        OSError: The output cannot be written; what is written so far stays.
        ValueError: *jobs* is negative.
    """
    if jobs is not None and jobs < 0:
        raise ValueError(f"a number of processes is needed, not {jobs}")
    stream = is_stream(output)
    output = output if stream else linked(output)
    errors = output.with_suffix(".errors.jsonl" if write else f".errors{output.suffix}")
    folder = output.with_name(f"{output.name}.part")
    if stream:
        # It has no place beside it for our files, and no broken run to resume.
        folder = Path(tempfile.mkdtemp(prefix="vnmedia-"))
        errors = folder.with_suffix(".errors.jsonl")
    else:
        _refuse_to_replace(errors)
    inputs = [os.fsencode(path).hex() for path in paths]
    options = {"version": __version__, "paths": inputs, "ordered": ordered, "asked": _printed(asked)}
    targets = {_ERRORS: errors, _RECORDS: None if write else output}
    with Journal(targets, folder, options, restart=restart) as journal:
        point = journal.checkpoint
        resumed = point.done + len(point.ahead)
        if not point.complete:
            run = _Run(journal, asked, checkpoint_every, on_progress)
            results = work(
                partial(_record, asked), run.documents(paths), jobs=jobs or _cores(), time_limit=time_limit
            )
            with closing(results):  # closing ends the workers, whatever happens
                run.write(_in_order(results, point.done) if ordered else results)
            journal.complete()
        if write and (folder / _RECORDS).exists():
            write(_articles(folder / _RECORDS), output)
        journal.finish()
    if stream and not point.failed:
        errors.unlink(missing_ok=True)  # nobody looks for an empty file among those that last for a while
    return Summary(documents=point.done, failed=point.failed, resumed=resumed, records=output, errors=errors)


def _printed(asked: Asked) -> dict[str, object]:
    """*asked* as a checkpoint holds it, in a form that reads back from JSON as equal."""
    fields = {field: list(_tuple(columns)) for field, columns in (asked.fields or {}).items()}
    day = asked.assumed.day
    return {
        "fields": fields,
        "kinds": sorted(asked.kinds) if asked.kinds is not None else None,
        "assumed": [str(day) if day else None, asked.assumed.by],
    }


def _tuple(columns: str | Sequence[str]) -> Sequence[str]:
    return (columns,) if isinstance(columns, str) else columns


def _refuse_to_replace(errors: Path) -> None:
    """Refuse to go on where *errors* exists and no batch has written it.

    Raises:
        BatchError: *errors* is such a file.
    """
    if not errors.exists():
        return
    if not errors.is_file():
        raise BatchError(str(errors), "is not a file that failures can be written to")
    with errors.open("rb") as file:
        line = file.readline(_LONGEST_ROW)
    if line and not line.startswith(_ROW_START):
        raise BatchError(str(errors), "is not a file of failures that a batch wrote; move it away")


def _articles(records: Path) -> Iterator[Article]:
    with records.open(encoding="utf-8") as lines:
        yield from map(loads, lines)


@attrs.frozen
class _Document:
    """One document, with its number in the corpus."""

    number: int
    found: Path | RawDocument | SourceError

    @property
    def source(self) -> str:
        if isinstance(self.found, Path):
            return str(self.found)
        return self.found.place if isinstance(self.found, RawDocument) else self.found.source


Result = tuple[_Document, bytes | Failure]


class _Run:
    """One run over the documents that the journal does not hold yet."""

    def __init__(
        self,
        journal: Journal,
        asked: Asked,
        checkpoint_every: float,
        on_progress: Callable[[Progress], object],
    ) -> None:
        self._journal = journal
        self._fields = asked.fields
        self._every = checkpoint_every
        self._on_progress = on_progress
        point = journal.checkpoint
        self._done, self._digest, self._failed = point.done, point.digest, point.failed
        self._ahead = set(point.ahead)
        self._digests: dict[int, str] = {}  # of the documents met so far from number *done* on

    def documents(self, paths: Sequence[Path]) -> Iterator[_Document]:
        """The documents in *paths* that are still to be done."""
        first, written = self._done, frozenset(self._ahead)
        digest, number = "", -1
        for number, found in enumerate(documents_in(paths, fields=self._fields)):
            document = _Document(number, found)
            digest = hashlib.sha256(digest.encode() + os.fsencode(document.source)).hexdigest()
            if number >= first:
                self._digests[number] = digest
                if number not in written:
                    yield document
            elif number == first - 1 and digest != self._digest:
                break
        if number < first - 1 or (number == first - 1 and digest != self._digest):
            reason = "the documents are no longer those that the broken run began with"
            raise BatchError(", ".join(map(str, paths)), reason)

    def write(self, results: Iterable[Result]) -> None:
        """Write *results* as they come, with a checkpoint from time to time and one at the end."""
        saved = time.monotonic()
        for document, outcome in results:
            if isinstance(outcome, Failure):
                self._failed += 1
                self._journal.write(_ERRORS, _error(document, outcome))
            else:
                self._journal.write(_RECORDS, outcome)
            self._ahead.add(document.number)
            self._on_progress(Progress(documents=self._done + len(self._ahead), failed=self._failed))
            if time.monotonic() - saved > self._every:
                self._save()
                saved = time.monotonic()
        self._save()

    def _save(self) -> None:
        while self._done in self._ahead and self._done in self._digests:
            self._ahead.remove(self._done)
            self._digest = self._digests.pop(self._done)
            self._done += 1
        self._journal.save(
            done=self._done, digest=self._digest, ahead=sorted(self._ahead), failed=self._failed
        )


def _in_order(results: Iterable[Result], first: int) -> Iterator[Result]:
    """*results* by their document's number, from *first* on; the pool's window bounds how many wait."""
    waiting: dict[int, Result] = {}
    for result in results:
        waiting[result[0].number] = result
        while first in waiting:
            yield waiting.pop(first)
            first += 1


def _record(asked: Asked, document: _Document) -> bytes:
    if isinstance(document.found, SourceError):
        raise document.found
    found = document.found
    article = parse_file(found, asked=asked) if isinstance(found, Path) else asked.of(found)
    # A file's name may hold bytes that are not UTF-8; JSON escapes them as Python does.
    return (dumps(article) + "\n").encode("utf-8", "backslashreplace")


def _error(document: _Document, failure: Failure) -> bytes:
    row = {
        "index": document.number,
        "source": document.source,
        "error": failure.error,
        "reason": failure.reason,
    }
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
