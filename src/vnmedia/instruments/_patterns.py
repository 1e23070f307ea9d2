"""Named fragments of the rules' patterns, over the lower-case view; the types come from the registry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

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
#: White space, or none, that ends no paragraph.
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
    """What the press writes for a type's name (``nđ``), in lower case."""
    return {word.lower(): record for record in instrument_types().values() for word in record.shorthands}


def type_named(words: str) -> InstrumentType:
    """The type whose name or shorthand *words* is, in any case and spacing."""
    name = " ".join(words.lower().split()).replace("qui ", "quy ")
    return _types_by_name().get(name) or shorthands()[name]


@cache
def type_pattern() -> str:
    """An alternation of the types' names, the longer before the shorter, with any white space inside."""
    return _alternation(_types_by_name())


@cache
def unnamed_type_pattern() -> str:
    """The same without the types that are cited by name."""
    return _alternation(name for name, record in _types_by_name().items() if record.strength != "named")


@cache
def short_pattern() -> str:
    """An alternation of the shorthands."""
    return _alternation(shorthands())


@cache
def any_of(words: str) -> str:
    """An alternation of the words in the list with the id *words*, each standing whole."""
    return rf"(?:{_alternation(instrument_words(words))})(?!\w)"


def _alternation(names: Iterable[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(
        re.escape(name).replace(r"\ ", r"[ \n]{1,2}").replace("quy[", "qu[yi][") for name in ordered
    )
