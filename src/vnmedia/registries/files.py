"""The package's data files, and the tables in the TOML files among them.

Parsing all TOML files takes a third of a second, too long for reading one text. So their tables stand beside
them in JSON too, and so does what else is made of them and takes long; ``.ci/prebuilt.py`` writes it. Each
JSON file has the checksum of the files that it was made from: where one has changed since, it is read itself,
and no old fact is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import reduce
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import get_data
from typing import Any
from zlib import crc32

from ..errors import RegistryError

__all__ = ["content_of", "derived", "derived_text", "parsed", "prebuilt", "tables_of", "text_of"]

Tables = dict[str, Any]


def content_of(file: str) -> bytes:
    """The content of the data file *file*."""
    content = get_data("vnmedia", f"data/{file}")
    assert content is not None  # a loader of packages that cannot read files
    return content


def text_of(file: str) -> str:
    """The content of the data file *file*, as text."""
    return content_of(file).decode()


def tables_of(file: str) -> Tables:
    """The tables in the TOML file *file*, from its JSON file where that is up to date.

    Raises:
        RegistryError: The file is not TOML.
    """
    content = content_of(file)
    kept = _kept(PurePosixPath(file).stem)
    if kept.get("of") == crc32(content):
        tables: Tables = kept["tables"]
        return tables
    return parsed(file, content.decode())


def parsed(file: str, content: str) -> Tables:
    """The tables in the TOML text *content*; *file* is what errors call it.

    Raises:
        RegistryError: The text is not TOML.
    """
    toml = import_module("tomllib")  # a process that reads only JSON does without it
    try:
        tables: Tables = toml.loads(content)
    except toml.TOMLDecodeError as error:
        raise RegistryError(file, "", "", str(error)) from error
    return tables


def prebuilt(content: bytes) -> str:
    """The text of the JSON file for a TOML file with this *content*; it depends on nothing else."""
    return _kept_as(crc32(content), parsed("", content.decode()))


def derived(name: str, files: Iterable[str], make: Callable[[], Tables]) -> Tables:
    """What *make* makes of the data files *files*: from the JSON file *name*, where that is up to date."""
    kept = _kept(name)
    if kept.get("of") == _sum_of(files):
        tables: Tables = kept["tables"]
        return tables
    return make()


def derived_text(files: Iterable[str], make: Callable[[], Tables]) -> str:
    """The text of the JSON file that ``derived`` reads."""
    return _kept_as(_sum_of(files), make())


def _sum_of(files: Iterable[str]) -> int:
    return reduce(lambda known, file: crc32(content_of(file), known), files, 0)


def _kept_as(of: int, tables: Tables) -> str:
    kept = {"of": of, "tables": tables}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n"


def _kept(name: str) -> Tables:
    """The content of the JSON file *name*; empty where there is none."""
    try:
        kept: Tables = json.loads(content_of(f"prebuilt/{name}.json"))
    except (OSError, ValueError):  # a new registry, or marks of a merge
        return {}
    return kept
