"""Fragments of the rules' patterns, for the lower-case view; the types come from the registry."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from ..grammar import any_of as any_beginning
from ..registries.instruments import InstrumentType, instrument_types, instrument_words

__all__ = [
    "BEFORE_DAY",
    "GAP",
    "NEAR",
    "any_of",
    "short_pattern",
    "shorthands",
    "type_named",
    "type_pattern",
    "unnamed_type_pattern",
]

GAP = r"[ \n]{1,3}"
#: Optional white space that does not end a paragraph.
NEAR = r"(?:[ ]{0,2}\n?(?!\n)[ ]{0,2})"

#: What may stand between a citation and its day: ``, ``, `` (ký ``, `` được ban hành ``.
BEFORE_DAY = (
    rf"{NEAR},?{NEAR}(?P<bracket>\()?"
    r"(?P<issued>(?:được[ ])?(?:ký|ban hành|ra|đề|cấp)[ \n](?:vào[ \n])?|vào[ \n])?"
)


@cache
def _types_by_name() -> dict[str, InstrumentType]:
    return {record.name: record for record in instrument_types().values()}


@cache
def shorthands() -> dict[str, InstrumentType]:
    """The types by their abbreviations in the press (``nđ``), in lower case."""
    return {word.lower(): record for record in instrument_types().values() for word in record.shorthands}


@lru_cache(maxsize=1024)
def type_named(words: str) -> InstrumentType:
    """The type that *words*, its name or shorthand in any case and spacing, stands for."""
    name = " ".join(words.lower().split()).replace("qui ", "quy ")
    return _types_by_name().get(name) or shorthands()[name]


@cache
def type_pattern() -> str:
    """Any of the types' names, the longest first, with any white space between words."""
    return _alternation(_types_by_name())


@cache
def unnamed_type_pattern() -> str:
    """As ``type_pattern``, without the types that are cited by name."""
    return _alternation(name for name, record in _types_by_name().items() if record.strength != "named")


@cache
def short_pattern() -> str:
    """An alternation of the shorthands."""
    return _alternation(shorthands())


@cache
def any_of(words: str) -> str:
    """An alternation of the words in the list with the id *words*, each matched as a whole word."""
    return rf"(?:{_alternation(instrument_words(words))})(?!\w)"


def _alternation(names: Iterable[str]) -> str:
    spellings = sorted({spelling for name in names for spelling in (name, name.replace("quy ", "qui "))})
    return any_beginning(spellings).replace(r"\ ", r"[ \n]{1,2}")
