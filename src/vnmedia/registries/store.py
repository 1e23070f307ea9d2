"""Reading a registry's file into typed records, once, on first use.

Each registry is one TOML file: an array of tables under one key. Unknown fields are refused; an error names
the file, the record and the field.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, wraps
from importlib import import_module
from threading import RLock
from typing import Any, Generic, Literal, ParamSpec, Protocol, TypeVar

import attrs

from ..errors import RegistryError
from .files import parsed, tables_of, text_of
from .rows import UNFIT, maker
from .validity import Validity

__all__ = [
    "Alias",
    "Record",
    "Registry",
    "Source",
    "Table",
    "WordList",
    "always",
    "load",
    "meanings",
    "once",
    "read_records",
    "rendered",
    "sources",
    "words",
]


class Record(Protocol):
    """What every registry's records have."""

    @property
    def id(self) -> str:
        """The id: ASCII, never reused."""


R = TypeVar("R", bound=Record)
P = ParamSpec("P")
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Alias:
    """Another name of a record.

    A strong alias names the record wherever it stands. A weak one (short, shared, an everyday word) needs
    something beside it that shows that the record is meant.
    """

    text: str
    strength: Literal["strong", "weak"] = "strong"


@attrs.frozen(kw_only=True)
class Source:
    """Where a fact was read: the act itself, or a page."""

    id: str
    title: str
    url: str | None = None
    read: str | None = None
    licence: str | None = None


@attrs.frozen(kw_only=True)
class WordList:
    """Words of the language that are alike in one way.

    Attributes:
        id: The list's id, unique in its file.
        words: The words, in lower case where rules look them up in the lower-case view.
        meanings: Given instead of *words* where rules need what a word means: the words of each meaning.
            Values are rendered with the first word of their meaning.
        why: What the words decide. Such a choice needs no source.
        role: What the words are, where a file has several lists of one role.
        sources: Where the words were read, if they are facts: names, abbreviations.
    """

    id: str
    meanings: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    words: tuple[str, ...] = attrs.field()
    why: str = ""
    role: str = ""
    sources: tuple[str, ...] = ()

    @words.default
    def _words_of_all_meanings(self) -> tuple[str, ...]:
        return tuple(word for words in self.meanings.values() for word in words)


def always() -> Validity:
    """The validity of a record whose file states none."""
    return Validity.parse("/..")


class Registry(Mapping[str, R], Generic[R]):
    """The records of one file by their ids, in the file's order."""

    _record_class: type[R]

    def __init__(self, file: str, records: Iterable[R]) -> None:
        self.file = file
        self._made: dict[str, R] = {}
        self._rows: Mapping[str, Any] = self._made
        for record in records:
            if self._made.setdefault(record.id, record) is not record:
                raise _twice(file, record.id)

    @classmethod
    def of_rows(cls, file: str, rows: Sequence[dict[str, Any]], record_class: type[R]) -> Registry[R]:
        """The registry of *rows*; each record is made when it is first asked for, as a text needs few."""
        registry = cls(file, ())
        registry._record_class = record_class
        registry._rows = {str(row.get("id")): row for row in rows}
        if len(registry._rows) != len(rows):
            raise _twice(file, _first_twice(str(row.get("id")) for row in rows))
        return registry

    def __getitem__(self, id: str) -> R:
        made = self._made.get(id)
        if made is None:
            record = _structured(self.file, [self._rows[id]], self._record_class)[0]
            made = self._made.setdefault(id, record)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Table(Mapping[str, R], Generic[R]):
    """The records of a large table by their ids; each is made of its row when it is first asked for.

    Attributes:
        file: The table's file.
        columns: The names of its columns; the first is the id.
    """

    def __init__(self, file: str, read: Callable[..., R]) -> None:
        header, *lines = text_of(file).splitlines()
        self.file = file
        self.columns = tuple(header.split(","))
        self._lines = {line.partition(",")[0]: line for line in lines}
        self._read = read
        self._made: dict[str, R] = {}
        if len(self._lines) != len(lines):
            raise _twice(file, _first_twice(line.partition(",")[0] for line in lines))

    @cached_property
    def rows(self) -> Mapping[str, list[str]]:
        """The rows by id, as they stand in the file, for passes over all of them."""
        return dict(zip(self._lines, csv.reader(self._lines.values()), strict=True))

    def row(self, id: str) -> list[str]:
        """The row of one record, as it stands in the file."""
        return next(csv.reader([self._lines[id]]))

    def __getitem__(self, id: str) -> R:
        made = self._made.get(id)
        if made is None:
            row = self.row(id)
            if len(row) != len(self.columns):
                raise RegistryError(self.file, id, "", f"{len(row)} fields for {len(self.columns)} columns")
            made = self._made[id] = self._read(**dict(zip(self.columns, row, strict=True)))
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _first_twice(ids: Iterable[str]) -> str:
    return next(id for id, count in Counter(ids).items() if count > 1)


def _twice(file: str, id: str) -> RegistryError:
    return RegistryError(file, id, "id", "another record has this id")


def once(make: Callable[P, T]) -> Callable[P, T]:
    """*make* cached as by ``functools.cache``, but made by one thread while others wait, as it takes long.

    Otherwise threads that meet at the first use would each make the value, and take many times as long. A
    value that exists is returned without the lock.
    """
    made: dict[object, T] = {}
    making = RLock()

    @cache
    @wraps(make)
    def get(*args: P.args, **kwargs: P.kwargs) -> T:
        key = args, tuple(kwargs.items())
        with making:
            if key not in made:  # else another thread made it while this one waited
                made[key] = make(*args, **kwargs)
            return made[key]

    return get  # type: ignore[return-value]


@once
def load(file: str, record_class: type[R]) -> Registry[R]:
    """The registry in the package's data file *file*, which is read at the first call.

    Raises:
        RegistryError: The file breaks a rule of its form; a record that does is refused when it is asked for.
    """
    return Registry.of_rows(file, _rows(file, tables_of(file)), record_class)


def words(id: str) -> tuple[str, ...]:
    """The words of one list, in the order of its file; *id* is that of the file and of the list.

    >>> "theo" in words("link_words/source-of") or words("time_cues/clock-before")[:2]
    ('lúc', 'hồi')

    Raises:
        RegistryError: The file breaks a rule of its form.
        KeyError: It has no such list.
    """
    return _listed(id).words


def _listed(id: str) -> WordList:
    file, _, name = id.partition("/")
    listed: WordList = load(f"{file}.toml", WordList)[name]
    return listed


@cache
def meanings(id: str) -> Mapping[str, str]:
    """The meaning of each word of a list, in the order of its file; *id* is as for ``words``.

    >>> meanings("time_words/unit")["quý"]
    'month 3'
    """
    listed = _listed(id).meanings
    return {word: meaning for meaning, words in listed.items() for word in words}


def rendered(id: str) -> Mapping[str, str]:
    """The word that each meaning of a list is rendered with; *id* is as for ``words``.

    >>> rendered("time_words/part-of-day")["night"]
    'đêm'
    """
    return {meaning: words[0] for meaning, words in _listed(id).meanings.items()}


def read_records(file: str, content: str, record_class: type[R]) -> tuple[R, ...]:
    """The records in the TOML text *content*; *file* is what errors call it.

    Raises:
        RegistryError: The text is not TOML, or a record has an unknown, missing or wrong field.
    """
    return _structured(file, _rows(file, parsed(file, content)), record_class)


def _rows(file: str, tables: Mapping[str, Any]) -> list[dict[str, Any]]:
    if len(tables) != 1:
        raise RegistryError(file, "", "", f"one array of tables is expected, not {sorted(tables)}")
    rows: list[dict[str, Any]] = next(iter(tables.values()))
    return rows


def _structured(file: str, rows: Iterable[dict[str, Any]], record_class: type[R]) -> tuple[R, ...]:
    make = maker(record_class)
    try:
        return tuple(map(make, rows))
    except UNFIT:
        return _with_paths(file, rows, record_class)  # which says where


def _with_paths(file: str, rows: Iterable[dict[str, Any]], record_class: type[R]) -> tuple[R, ...]:
    # Loaded here: the files of the package have no faults.
    structuring = import_module("..structuring", __package__)
    converter = structuring.strict_converter()
    converter.register_structure_hook(Validity, structuring.from_text(Validity.parse, "an EDTF interval"))
    records: list[R] = []
    for row in rows:
        try:
            records.append(converter.structure(row, record_class))
        except structuring.WRONG as error:
            field, reason = next(structuring.problems(error))
            raise RegistryError(file, str(row.get("id", "")), field, reason) from error
    return tuple(records)


@cache
def sources() -> Registry[Source]:
    """The sources that records name, by id."""
    return load("sources.toml", Source)
