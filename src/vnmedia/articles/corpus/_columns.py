"""Which column of a row, or key of an object, holds which field of a document."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from ...errors import SourceError
from ...registries import load

__all__ = ["FIELDS", "ColumnNames", "Columns", "Fields", "is_known", "texts_of"]

#: Which column holds a field, as the caller says; the texts of several are put under each other.
Fields = Mapping[str, str | Sequence[str]]

_MARKS = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class ColumnNames:
    """What the columns of one field are usually called, the more telling before the less."""

    id: str
    names: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def _names() -> dict[str, tuple[str, ...]]:
    columns = load("columns.toml", ColumnNames)
    return {column.id: tuple(map(_folded, column.names)) for column in columns.values()}


#: The fields that a row may have.
FIELDS = (
    "text",
    "html",
    "id",
    "url",
    "title",
    "lead",
    "published",
    "modified",
    "authors",
    "publisher",
    "section",
    "tags",
)


def _folded(name: str) -> str:
    """*name* without what differs from one file to the next: case, diacritics, marks."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("đ", "d"))
    return _MARKS.sub("", "".join(char for char in plain if not unicodedata.combining(char)))


@attrs.frozen
class Columns:
    """The columns of a file, or the keys of an object, by the fields that they hold.

    Attributes:
        seen: The names, as the file has them.
        of: For each field the columns that may hold it; the first with a value counts.
        joined: The fields whose columns the caller names; all of them count.
    """

    seen: tuple[str, ...]
    of: Mapping[str, tuple[str, ...]]
    joined: frozenset[str]

    @classmethod
    def told(cls, seen: Iterable[str], fields: Fields | None, place: str) -> Columns:
        """The columns of those names, with what the caller says of them.

        Raises:
            SourceError: A column that the caller names is not there, or none can be told to hold the text.
        """
        seen = tuple(seen)
        given = _given(fields)
        unknown = [name for names in given.values() for name in names if not _stands(name, seen)]
        if unknown:
            raise SourceError(place, "", f"no column {unknown[0]!r} among {_listed(seen)}")
        folded: dict[str, str] = {}
        for name in seen:
            folded.setdefault(_folded(name), name)
        of = {
            field: tuple(folded[name] for name in names if name in folded)
            for field, names in _names().items()
        }
        if not {"text", "html"}.isdisjoint(given):
            of["text"] = of["html"] = ()
        columns = cls(seen, of | given, frozenset(given))
        if not any(columns.of[field] for field in ("text", "html", "lead")):
            raise SourceError(
                place,
                "",
                f"no column can be told to hold the text: {_listed(seen)}; name it: --field text=COLUMN, "
                'or fields={"text": COLUMN}',
            )
        return columns

    def value(self, field: str, row: Mapping[str, Any]) -> Any:
        """What *row* has for *field*, None where that is nothing."""
        values = [value for name in self.of[field] if not _is_missing(value := _get(row, name))]
        if field == "url":
            values = [value for value in values if _is_address(value)]
        elif field == "publisher":
            values = [value for value in values if not _is_address(value)]
        if not values:
            return None
        if field in self.joined and len(values) > 1:
            return "\n".join(text for value in values for text in texts_of(value))
        return values[0]


def is_known(name: str, fields: Fields | None) -> bool:
    """Whether *name* is one that columns usually have, or that the caller gives.

    >>> is_known("Tiêu đề", None), is_known("x7", None)
    (True, False)
    """
    given = any(name in names for names in _given(fields).values())
    return given or any(_folded(name) in names for names in _names().values())


def _given(fields: Fields | None) -> dict[str, tuple[str, ...]]:
    return {
        field: (names,) if isinstance(names, str) else tuple(names) for field, names in (fields or {}).items()
    }


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value.strip()) is not None


def _is_missing(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _stands(name: str, seen: Sequence[str]) -> bool:
    return name in seen or name.partition(".")[0] in seen


def _get(row: Mapping[str, Any], name: str) -> Any:
    """The value of *name*, which may be a path of keys parted by full stops."""
    if name in row:
        return row[name]
    value: Any = row
    for key in name.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(map(repr, names[:30])) or "none"
    return shown if len(names) <= 30 else f"{shown} and {len(names) - 30} more"


#: The keys under which an object keeps what it is called, or its text.
_NAMING = ("rendered", "name", "full_name", "title", "text", "value", "label", "#text", "$t")


def texts_of(value: Any) -> list[str]:
    """The texts in *value*: a text, a number, an object with a name, or a list of these.

    >>> texts_of([{"name": "Kim Oanh"}, "Hải Yến", None])
    ['Kim Oanh', 'Hải Yến']
    """
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [str(value)]
    if isinstance(value, Mapping):
        return next((found for key in _NAMING if (found := texts_of(value.get(key)))), [])
    return [text for item in value for text in texts_of(item)] if isinstance(value, (list, tuple)) else []
