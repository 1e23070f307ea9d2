"""The registries as open data: every record with its validity and sources, as CSV, JSON or Parquet.

There is one table for each registry, and ``place_changes`` for which unit went into which. Columns have the
names of the records' fields; validity is an EDTF interval, both ends inclusive. In CSV, several values in a
cell are separated by ``|``. ``README.md`` beside the tables describes their contents, licence and sources.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, Literal, get_args

import attrs

from .errors import ExtraError
from .places import places
from .registries import Alias, Validity, sources
from .registries.agencies import abbreviations, bodies, local_bodies, offices, press
from .registries.instruments import instrument_types, issuer_codes, law_gaps, laws
from .registries.places import communes, districts, provinces
from .serializers.atomic import fresh_folder

__all__ = ["FORMATS", "Format", "tables", "write_registries"]

Format = Literal["csv", "json", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
Row = dict[str, Any]

_REGISTRIES: dict[str, Callable[[], Mapping[str, Any]]] = {
    "abbreviations": abbreviations,
    "agencies": bodies,
    "communes": communes,
    "districts": districts,
    "instrument_issuers": issuer_codes,
    "instrument_types": instrument_types,
    "law_gaps": law_gaps,
    "laws": laws,
    "local_bodies": local_bodies,
    "offices": offices,
    "press": press,
    "provinces": provinces,
    "sources": sources,
}
_README = """# The registries of vnmedia {version}

Public bodies, press organisations, places, laws and types of instruments of Việt Nam, with the time in which
each record holds (`validity`: an EDTF interval, both ends inclusive; an empty end is unknown, `..` is open)
and where it was read (`sources`: ids of the table `sources`; `general-knowledge` and `practice` are no act).

Facts are free. Their arrangement here is under the MIT licence of vnmedia. The names and codes of units are
those of the statistics office's public lists.

| table | rows |
| --- | --- |
"""


def _is_own(path: Path) -> bool:
    """Whether *path* has the name of a file that ``write_registries`` writes."""
    table = path.stem in _REGISTRIES or path.stem == "place_changes"
    return path.name == "README.md" or (table and path.suffix[1:] in FORMATS)


def tables() -> dict[str, list[Row]]:
    """The rows of each table by its name; a row is a dict of strings, booleans, lists of strings and None.

    >>> [row["name"] for row in tables()["provinces"] if row["id"] == "ha-noi"]
    ['Hà Nội']
    """
    made = {name: [_row(record) for record in read().values()] for name, read in _REGISTRIES.items()}
    changed: list[Row] = [
        {"earlier": unit.id, "later": part.place.id, "share": part.share, "from": str(part.place.start)}
        for unit in places()
        for part in unit.successors
    ]
    return dict(sorted((made | {"place_changes": changed}).items()))


def write_registries(
    folder: str | os.PathLike[str], *, formats: Iterable[Format] = FORMATS, version: str
) -> dict[str, int]:
    """Write every table into *folder*; returns the number of rows of each.

    Args:
        folder: A new folder, or one that this function wrote; it appears when all is written.
        formats: The formats to write. ``parquet`` needs the extra ``arrow``.
        version: The version of vnmedia, for the folder's ``README.md``.

    Raises:
        ExtraError: Parquet was asked for, and pyarrow is not installed.
        FileExistsError: *folder* has other files; raised before any registry is read.
    """
    writers = [(form, _WRITERS[form]()) for form in formats]
    with fresh_folder(folder, is_own=_is_own) as fresh:
        made = tables()
        for form, write in writers:
            for name, rows in made.items():
                write(fresh / f"{name}.{form}", rows)
        counts = "".join(f"| {name} | {len(rows)} |\n" for name, rows in made.items())
        (fresh / "README.md").write_text(_README.format(version=version) + counts, encoding="utf-8")
    return {name: len(rows) for name, rows in made.items()}


def _row(record: Any) -> Row:
    """The fields of *record*; weak aliases have a column of their own, as they are no names by themselves."""
    row: Row = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.name == "aliases":
            row["aliases"] = [alias.text for alias in value if alias.strength == "strong"]
            row["weak_aliases"] = [alias.text for alias in value if alias.strength == "weak"]
        else:
            row[field.name] = _cell(value)
    return row


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Validity):
        return value.text
    if isinstance(value, Alias):
        return value.text
    if isinstance(value, tuple):
        return [_cell(item) for item in value]
    if attrs.has(type(value)):
        return ":".join(str(part) for part in attrs.astuple(value) if part != "whole")
    return str(value)


def _columns(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(rows)))


def _write_csv(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_columns(rows))
        for row in rows:
            writer.writerow("|".join(cell) if isinstance(cell, list) else cell for cell in row.values())


def _write_json(path: Path, rows: list[Row]) -> None:
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _parquet() -> Callable[[Path, list[Row]], None]:
    try:
        pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        raise ExtraError("arrow", "pyarrow") from error

    def write(path: Path, rows: list[Row]) -> None:
        pq.write_table(pa.Table.from_pylist(rows), path, compression="zstd")

    return write


_WRITERS: dict[Format, Callable[[], Callable[[Path, list[Row]], None]]] = {
    "csv": lambda: _write_csv,
    "json": lambda: _write_json,
    "parquet": _parquet,
}
