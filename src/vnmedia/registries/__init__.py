"""Registries: the facts that rules rest on, as typed records with sources and validity.

Each lies in one file under ``data/``, is read on first use and never at import, and is checked in full
by the tests (``vnmedia.registries.checks``), not at each start.
"""

from .store import (
    Alias,
    Registry,
    Source,
    Table,
    WordList,
    always,
    load,
    meanings,
    once,
    read_records,
    rendered,
    sources,
    words,
)
from .validity import Validity
from .worded import Pattern, Worded, alternation, expand

__all__ = [
    "Alias",
    "Pattern",
    "Registry",
    "Source",
    "Table",
    "Validity",
    "WordList",
    "Worded",
    "alternation",
    "always",
    "expand",
    "load",
    "meanings",
    "once",
    "read_records",
    "rendered",
    "sources",
    "words",
]
