"""The register of instruments: every instrument that a set of articles cites, each once."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from ..model import Article, Citation, LegalInstrument
from ..serializers.atomic import fresh_file
from ..serializers.csv import spreadsheet_cell
from ..serializers.markup import clean

__all__ = ["Entry", "Register", "write_register"]

_FIELDS = (
    "type",
    "number",
    "date",
    "issuer",
    "title",
    "year",
    "uri",
    "count",
    "articles",
    "first_article",
    "first_day",
    "relations",
)


@attrs.define(kw_only=True, eq=False)
class Entry:
    """One instrument with where it was cited.

    Attributes:
        instrument: The fullest form of it that was met.
        count: How often it was cited.
        articles: The numbers of the articles that cite it, in their order.
        first: The article that cites it first by day of publishing, as (day in ISO form, number, id).
        relations: What it is said to do to others: the relation's kind and the other's entry, in order.
    """

    instrument: LegalInstrument
    count: int = 0
    articles: list[int] = attrs.field(factory=list)
    first: tuple[str, int, str | None] | None = None
    relations: dict[tuple[str, Entry], int] = attrs.field(factory=dict)

    def related(self, kind: str, other: Entry) -> None:
        """Count one statement that this instrument has the relation *kind* to *other*."""
        self.relations[kind, other] = self.relations.get((kind, other), 0) + 1

    def cited(self, number: int, article: Article) -> None:
        """Count one citation in *article*, which has the number *number*."""
        self.count += 1
        if not self.articles or self.articles[-1] != number:
            self.articles.append(number)
        day = article.published.isoformat()[:10] if article.published else "9999"
        here = (day, number, article.id and clean(article.id))
        if self.first is None or here[:2] < self.first[:2]:
            self.first = here


class Register:
    """Instruments by their identity: the identifier they resolve to, or type, number and year.

    >>> register = Register()
    >>> decree = Citation(type="nghị định", number="119/2020/NĐ-CP")
    >>> register.add(decree, 0, Article(text="")) is register.add(decree, 1, Article(text=""))
    True
    """

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._by_key: dict[tuple[object, ...], Entry] = {}

    def __iter__(self) -> Iterator[Entry]:
        """The entries, the most cited first."""
        return iter(sorted(self._entries, key=lambda entry: (-entry.count, entry.first or ("", 0, None))))

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, citation: Citation, number: int, article: Article) -> Entry | None:
        """The entry of the instrument that *citation* in *article* means; *number* is the article's.

        None where nothing says which instrument it is (``Nghị định này``).
        """
        full = citation.instrument or citation.printed
        keys = list(_keys(full))
        if not keys:
            return None
        entry = next((self._by_key[key] for key in keys if key in self._by_key), None)
        if entry is None:
            entry = Entry(instrument=full)
            self._entries.append(entry)
        elif _fullness(full) > _fullness(entry.instrument):
            entry.instrument = full
        for key in keys:
            self._by_key.setdefault(key, entry)
        entry.cited(number, article)
        return entry

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each entry as strings and numbers, the most cited first."""
        for entry in self:
            first = entry.first or ("", 0, None)
            instrument = entry.instrument
            yield {
                "type": instrument.type,
                "number": instrument.number,
                "date": instrument.date and instrument.date.isoformat(),
                "issuer": instrument.issuer and instrument.issuer.name,
                "title": instrument.title,
                "year": instrument.year,
                "uri": instrument.uri,
                "count": entry.count,
                "articles": len(entry.articles),
                "first_article": first[2],
                "first_day": None if first[0] == "9999" else first[0],
                "relations": "; ".join(
                    f"{kind} {_name(other.instrument)}" for kind, other in entry.relations
                ),
            }


def _name(instrument: LegalInstrument) -> str:
    return " ".join(filter(None, (instrument.title or instrument.type, instrument.number)))


def _keys(instrument: LegalInstrument) -> Iterator[tuple[object, ...]]:
    """The keys that identify *instrument*, the most certain first."""
    if instrument.uri:
        yield ("uri", instrument.uri)
    year = instrument.date.year if instrument.date else instrument.year
    if instrument.number:
        # A number with a year in it (119/2020/NĐ-CP) is unique; others start again each year.
        dated = any(part.isdigit() and len(part) == 4 for part in instrument.number.split("/")[1:])
        yield (instrument.type, instrument.number.casefold(), None if dated else year)
    elif instrument.title:
        yield (instrument.type, instrument.title.casefold(), year)
    elif instrument.date:
        yield (instrument.type, instrument.date, instrument.issuer and instrument.issuer.name)


def _fullness(instrument: LegalInstrument) -> int:
    return sum(getattr(instrument, field.name) is not None for field in attrs.fields(LegalInstrument))


def write_register(register: Register, path: str | os.PathLike[str]) -> None:
    """Write *register* to *path*: CSV for spreadsheets (``.csv``) or ``.json``; whole or not at all.

    Raises:
        ValueError: *path* has another ending.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in (".csv", ".json"):
        raise ValueError(f"path: {os.fspath(path)!r} ends in neither .csv nor .json")
    rows = list(register.rows())
    with fresh_file(path) as fresh:
        if suffix == ".json":
            fresh.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            return
        with fresh.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_FIELDS)
            writer.writerows([spreadsheet_cell(row[name]) for name in _FIELDS] for row in rows)
