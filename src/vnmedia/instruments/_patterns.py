"""Named fragments of the rules' patterns, over the lower-case view; the types come from the registry."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from ..registries.instruments import InstrumentType, instrument_types, instrument_words

__all__ = [
    "DATE_BEHIND",
    "DAY",
    "GAP",
    "NEAR",
    "any_of",
    "day_of",
    "heads",
    "printed",
    "short_pattern",
    "shorthands",
    "type_named",
    "type_pattern",
    "unnamed_type_pattern",
]

GAP = r"[ \n]{1,3}"
#: White space, or none, that ends no paragraph.
NEAR = r"(?:[ ]{0,2}\n?(?!\n)[ ]{0,2})"

_YEAR = r"(?:19|20)[0-9]{2}"
#: A day, with or without its year.
DAY = (
    r"(?:(?P<d1>[0-3]?[0-9])[ ]?(?P<s>[/.-])[ ]?(?P<m1>[01]?[0-9])"
    rf"(?:[ ]?(?P=s)[ ]?(?P<y1>{_YEAR}))?(?![0-9]|[/.-][0-9])"
    r"|(?P<d2>[0-3]?[0-9])[ \n]{1,2}tháng[ \n]{1,2}(?P<m2>[01]?[0-9]|giêng|chạp)"
    rf"(?:,?[ \n]{{1,2}}(?:năm[ \n]{{1,2}})?(?P<y2>{_YEAR}))?(?![0-9]))"
)
#: What may stand between a citation and its day; a day without the word `ngày` has its year.
DATE_BEHIND = (
    rf"{NEAR},?{NEAR}(?P<bracket>\()?"
    r"(?:(?:(?:được[ ])?(?:ký|ban hành|ra|đề|cấp)[ \n]|vào[ \n])?ngày[ \n]{0,2}"
    r"|(?=[0-3]?[0-9][ ]?[/.-][ ]?[01]?[0-9][ ]?[/.-][ ]?[12][0-9]{3}))"
    rf"{DAY}(?(bracket)\))"
)
_MONTHS = {"giêng": 1, "chạp": 12}


def day_of(match: re.Match[str], year: int | None = None) -> dt.date | None:
    """The day that a match of ``DAY`` gives, *year* where it has none; None where there is no such day."""
    day, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
    stated = match["y1"] or match["y2"]
    if stated is None and year is None:
        return None
    try:
        return dt.date(int(stated or year or 0), _MONTHS.get(month) or int(month), int(day))
    except ValueError:
        return None


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
def heads() -> tuple[str, ...]:
    """The types' names as they may stand in a text: their first words alone are everyday ones."""
    return printed(_types_by_name())


def printed(names: Iterable[str]) -> tuple[str, ...]:
    """*names* with a space or a line break between any two words, and ``qui`` beside ``quy``."""
    spelled = {name.replace("quy ", word) for name in names for word in ("quy ", "qui ")}
    return tuple(
        "".join(parts)
        for name in sorted(spelled)
        for parts in product(*((" ", "\n") if part == " " else (part,) for part in re.split("( )", name)))
    )


@cache
def any_of(words: str) -> str:
    """An alternation of the words in the list with the id *words*, each standing whole."""
    return rf"(?:{_alternation(instrument_words(words))})(?!\w)"


def _alternation(names: Iterable[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(
        re.escape(name).replace(r"\ ", r"[ \n]{1,2}").replace("quy[", "qu[yi][") for name in ordered
    )
