"""The package's data files, and the tables in those of them that are TOML.

Parsing all TOML files takes a third of a second, which everybody would pay who reads one text. So what they
hold stands in JSON beside them too, as ``.ci/prebuilt.py`` writes it. Each of those files names the TOML file
by the checksum of what stood in it: where that was changed since, the TOML is parsed, and no old fact read.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import PurePosixPath
from pkgutil import get_data
from typing import Any
from zlib import crc32

from ..errors import RegistryError

__all__ = ["content_of", "parsed", "prebuilt", "tables_of", "text_of"]

Tables = dict[str, Any]


def content_of(file: str) -> bytes:
    """What stands in the data file *file*."""
    content = get_data("vnmedia", f"data/{file}")
    assert content is not None  # a loader of packages that cannot read files
    return content


def text_of(file: str) -> str:
    """What stands in the data file *file*, as text."""
    return content_of(file).decode()


def tables_of(file: str) -> Tables:
    """The tables in the TOML file *file*, from its JSON where that is of this file.

    Raises:
        RegistryError: The file is no TOML.
    """
    content = content_of(file)
    kept = _kept(file)
    if kept.get("of") == crc32(content):
        tables: Tables = kept["tables"]
        return tables
    return parsed(file, content.decode())


def parsed(file: str, content: str) -> Tables:
    """The tables in the TOML text *content*; *file* is what errors call it.

    Raises:
        RegistryError: The text is no TOML.
    """
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(file, "", "", str(error)) from error


def prebuilt(content: bytes) -> str:
    """The JSON file of a TOML file in which *content* stands; its text alone tells what stands there."""
    kept = {"of": crc32(content), "tables": tomllib.loads(content.decode())}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n"


def _kept(file: str) -> Tables:
    """What the JSON file of the TOML file *file* holds; nothing where there is none."""
    try:
        kept: Tables = json.loads(content_of(f"prebuilt/{PurePosixPath(file).stem}.json"))
    except (OSError, ValueError):  # a new registry, or marks of a merge
        return {}
    return kept
