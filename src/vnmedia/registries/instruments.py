"""The registries of instruments: their types, the codes of their issuers, the laws, the relations.

Types follow Điều 4 of Luật 64/2025/QH15, Điều 7 of Nghị định 30/2020/NĐ-CP and Quy định 399-QĐ/TW. The laws
are in a CSV table (``laws.csv``), since there are hundreds of them.
"""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache, lru_cache
from typing import Literal

import attrs

from ..errors import RegistryError
from ..model import RelationKind
from .files import text_of
from .store import Registry, always, load, words
from .validity import Validity

__all__ = [
    "InstrumentRelation",
    "InstrumentType",
    "IssuerCode",
    "Law",
    "LawGap",
    "fold_code",
    "instrument_relations",
    "instrument_types",
    "instrument_words",
    "issuer_codes",
    "issuer_of_code",
    "law_gaps",
    "laws",
    "type_of_code",
]

Strength = Literal["strong", "medium", "weak", "named"]


@attrs.frozen(kw_only=True)
class InstrumentType:
    """A type of instrument.

    Attributes:
        id: ASCII.
        name: The Vietnamese name in lower case, as the ``type`` of a citation gives it.
        english: The English name, as the official translations have it.
        codes: The letters that stand for it in a number (``NĐ``).
        shorthands: What the press writes instead of the name (``NĐ 100``).
        category: Which of the regulations defines it.
        strength: How surely a bare number after the name makes a citation; see the head of the data file.
        example: A citation of it.
        sources: Ids in ``sources.toml``.
    """

    id: str
    name: str
    english: str
    codes: tuple[str, ...] = ()
    shorthands: tuple[str, ...] = ()
    category: str
    strength: Strength
    example: str
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class IssuerCode:
    """A code that stands for an issuer in the number of a document.

    Attributes:
        id: ASCII.
        code: The code as the regulations and the gazette write it.
        name: The body's official name.
        english: Its English name.
        agency: The body's id in ``agencies.toml``, None where it is not there.
        variants: Other spellings, older codes among them.
        local: Whether many bodies share the code, so that it identifies none of them.
        validity: When documents carry the code.
        sources: Ids in ``sources.toml``.
    """

    id: str
    code: str
    name: str
    english: str
    agency: str | None = None
    variants: tuple[str, ...] = ()
    local: bool = False
    validity: Validity = attrs.field(factory=always)
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class InstrumentRelation:
    """Words that say what one instrument does to another.

    Attributes:
        id: ASCII.
        phrase: The words, in lower case.
        kind: The relation that they state.
        passive: Whether the verb can be passive: ``A được thay thế bởi B``.
        examples: Sentences with the words.
        sources: Ids in ``sources.toml``.
    """

    id: str
    phrase: str
    kind: RelationKind
    passive: bool = False
    examples: tuple[str, ...] = ()
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Law:
    """A law, code, ordinance or constitution.

    Attributes:
        id: ASCII: the number, or the title and year where it has none of its own.
        type: The type's name.
        title: The official name.
        number: Its number; before 1998 the number of the order that promulgated it, so it need not be unique.
        passed: The day it was passed, which is its date in citations.
        validity: From its entry into force to its last day.
        replaced_by: The numbers of what took its place, or the short name of a constitution.
        amended_by: The numbers of what amended it, as far as is known.
        short: Short names in use.
        source: An id in ``sources.toml``.
    """

    id: str
    type: str
    title: str
    number: str | None
    passed: dt.date | None
    validity: Validity
    replaced_by: tuple[str, ...]
    amended_by: tuple[str, ...]
    short: tuple[str, ...]
    source: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Its one *source*, in the form that the checks of all registries use."""
        return (self.source,)

    @property
    def year(self) -> int | None:
        """The year that it is cited by."""
        if self.passed is not None:
            return self.passed.year
        part = (self.number or "").split("/")[1:2]
        return int(part[0]) if part and part[0].isdigit() else None


@attrs.frozen(kw_only=True)
class LawGap:
    """A law that is known to exist, though no source read so far has its title.

    Attributes:
        id: ASCII: the number.
        number: Its number.
        about: What it is about, as others describe it; not a title.
        passed: The day it was passed.
        effective: The day of its entry into force.
        amends: The numbers of what it amends or replaces.
        sources: Ids in ``sources.toml``.
    """

    id: str
    number: str
    about: str
    passed: str | None = None
    effective: str | None = None
    amends: tuple[str, ...] = ()
    sources: tuple[str, ...]


def instrument_types() -> Registry[InstrumentType]:
    """The types of instruments by id."""
    return load("instrument_types.toml", InstrumentType)


def issuer_codes() -> Registry[IssuerCode]:
    """The codes of issuers by id."""
    return load("instrument_issuers.toml", IssuerCode)


def instrument_relations() -> Registry[InstrumentRelation]:
    """The words that state relations, by id."""
    return load("instrument_relations.toml", InstrumentRelation)


@cache
def instrument_words(id: str) -> tuple[str, ...]:
    """The words of one list, the longer before the shorter."""
    listed = words(f"instrument_words/{id}")
    return tuple(sorted(listed, key=lambda word: (-len(word), word)))


def law_gaps() -> Registry[LawGap]:
    """The laws whose titles are unknown, by id."""
    return load("law_gaps.toml", LawGap)


@cache
def laws() -> Registry[Law]:
    """The laws by id."""
    file = "laws.csv"
    return Registry(file, tuple(_law(file, row) for row in csv.DictReader(text_of(file).splitlines())))


def _law(file: str, row: dict[str, str]) -> Law:
    try:
        return Law(
            id=row["id"],
            type=row["type"],
            title=row["title"],
            number=row["number"] or None,
            passed=dt.date.fromisoformat(row["passed"]) if row["passed"] else None,
            validity=Validity.parse(f"{row['effective']}/{row['until'] or '..'}"),
            replaced_by=_listed(row["replaced_by"]),
            amended_by=_listed(row["amended_by"]),
            short=_listed(row["short"]),
            source=row["source"],
        )
    except (KeyError, ValueError) as error:
        raise RegistryError(file, row.get("id") or "", "", str(error)) from error


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


@lru_cache(maxsize=4096)
def fold_code(code: str) -> str:
    """*code* without the marks in which spellings differ: case, ampersands, the stroke of Đ, the horn of Ư.

    >>> fold_code("BGD&ĐT") == fold_code("BGDDT")
    True
    """
    return code.upper().translate(_CODE_FOLD)


_CODE_FOLD = str.maketrans({"Đ": "D", "Ð": "D", "Ư": "U", "&": None, "-": None, " ": None})


@cache
def _issuers_by_code() -> dict[str, tuple[IssuerCode, ...]]:
    table: dict[str, tuple[IssuerCode, ...]] = {}
    for record in issuer_codes().values():
        for code in (record.code, *record.variants):
            key = fold_code(code)
            if record not in table.get(key, ()):
                table[key] = (*table.get(key, ()), record)
    return table


def issuer_of_code(code: str, on: dt.date | None = None) -> IssuerCode | None:
    """The issuer that *code* stood for on a day; None where no issuer is known, or more than one.

    >>> issuer_of_code("BNNPTNT").name
    'Bộ Nông nghiệp và Phát triển nông thôn'
    """
    known = _issuers_by_code().get(fold_code(code), ())
    if len(known) > 1:
        in_use = [record for record in known if record.validity.end is None]
        known = tuple(record for record in known if on in record.validity) if on else tuple(in_use)
    if len(known) > 1:
        known = tuple(record for record in known if fold_code(record.code) == fold_code(code))
    return known[0] if len(known) == 1 else None


@cache
def _types_by_code() -> dict[str, tuple[InstrumentType, ...]]:
    table: dict[str, tuple[InstrumentType, ...]] = {}
    for record in instrument_types().values():
        for code in record.codes:
            table[fold_code(code)] = (*table.get(fold_code(code), ()), record)
    return {code: tuple(sorted(found, key=lambda r: _foreign(r, code))) for code, found in table.items()}


def _foreign(record: InstrumentType, code: str) -> tuple[int, bool]:
    """A sort key: the place of *code* among the type's codes, and whether the type is the Party's."""
    return [fold_code(known) for known in record.codes].index(code), record.category == "party"


def type_of_code(code: str) -> tuple[InstrumentType, ...]:
    """The types whose letters *code* is, the likeliest first; ``DD`` is how Telex types ``Đ``.

    >>> [record.name for record in type_of_code("NĐ")]
    ['nghị định']
    """
    folded = fold_code(code)
    return _types_by_code().get(folded) or _types_by_code().get(folded.replace("DD", "D"), ())
