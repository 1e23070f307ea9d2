"""Reads many documents: files one after another, or a corpus by many processes, resumed after a kill."""

from ._assumed import Assumed
from ._files import (
    EVERYTHING,
    Asked,
    documents_in,
    files_in,
    is_corpus,
    parse_file,
    parse_files,
    parse_stream,
)
from ._run import Progress, Summary, parse_corpus
from ._workers import Failure

__all__ = [
    "EVERYTHING",
    "Asked",
    "Assumed",
    "Failure",
    "Progress",
    "Summary",
    "documents_in",
    "files_in",
    "is_corpus",
    "parse_corpus",
    "parse_file",
    "parse_files",
    "parse_stream",
]
