"""The places of the registries of every level: by id and name, what they lie in and went into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ..registries.agencies import Level
from ..registries.files import derived, derived_text
from ..registries.places import Commune, District, Province, communes, districts, provinces
from ..text import nfc, old_tones
from ._patterns import WORD

__all__ = [
    "Unit",
    "above",
    "communes_from",
    "heirs",
    "kind_of",
    "level_of",
    "lies_in",
    "provinces_of",
    "stored",
    "unit",
]

Unit = Province | District | Commune
#: The three spellings of the first word of many names in the Central Highlands.
_DAK = ("đắk", "đăk", "đak")
#: The data file that the names of communes are read from.
_SOURCES = ("communes.csv",)
#: How many places are cached.
_MEMORY = 8192


@lru_cache(maxsize=_MEMORY)
def unit(id: str) -> Unit:
    """The place with an id.

    Raises:
        KeyError: No place has it.
    """
    return provinces().get(id) or districts().get(id) or communes()[id]


@lru_cache(maxsize=_MEMORY)
def kind_of(id: str) -> str:
    """The level word of a place, without making the record of a commune."""
    known = provinces().get(id) or districts().get(id)
    if known is not None:
        return known.kind
    table = communes()
    return table.row(id)[table.columns.index("kind")]


def level_of(place: Unit) -> Level:
    """The level of the bodies that *place* has: ``provincial``, ``district`` or ``commune``."""
    if isinstance(place, Province):
        return "provincial"
    return "district" if isinstance(place, District) else "commune"


def above(id: str) -> tuple[str, ...]:
    """The ids of the places right above one, in order of time."""
    place = unit(id)
    if isinstance(place, Commune):
        return place.parents
    return (place.province,) if isinstance(place, District) else ()


@lru_cache(maxsize=_MEMORY)
def lies_in(id: str) -> frozenset[str]:
    """The ids of all places that one lies or lay in, and its own."""
    found = {id}
    waiting = [id]
    while waiting:
        more = [up for up in above(waiting.pop()) if up not in found]
        found.update(more)
        waiting.extend(more)
    return frozenset(found)


def provinces_of(id: str) -> frozenset[str]:
    """The ids of the provinces that a place lies or lay in."""
    return frozenset(up for up in lies_in(id) if up in provinces())


def heirs(id: str) -> Sequence[str]:
    """The ids of the places that one went into when it ended."""
    place = unit(id)
    if isinstance(place, Province):
        return place.successors
    # The table of heirs is made when an ended place is asked for: most texts name none.
    return _heirs_of_units().get(id, ()) if place.validity.end is not None else ()


def communes_from(word: str) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """The communes whose names begin with *word*, by words, with the name as it is spelled, and the ids."""
    kept, ids = _kept_names()
    table = communes()
    name = table.columns.index("name")
    for line in kept.get(word, "").splitlines():
        path, _, numbers = line.partition("\t")
        found = tuple([ids[int(number)] for number in numbers.split(" ")])
        yield tuple(path.split(" ")), table.row(found[0])[name], found


@cache
def _kept_names() -> tuple[dict[str, str], list[str]]:
    """The lines of ``prebuilt/communes.json`` by first word, and the ids that their numbers stand for."""
    return derived("communes", _SOURCES, _names_by_word), list(communes())


def stored() -> str:
    """The text of ``prebuilt/communes.json``; it depends on the table of communes alone."""
    return derived_text(_SOURCES, _names_by_word)


def _names_by_word() -> dict[str, str]:
    """For each first word the names of communes, a line each: its words, and the numbers of their rows."""
    table = communes()
    name, aliases = table.columns.index("name"), table.columns.index("aliases")
    begun: defaultdict[str, defaultdict[str, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    for number, row in enumerate(table.rows.values()):
        for text in (row[name], *row[aliases].split("|")) if row[aliases] else (row[name],):
            first, *more = WORD.findall(old_tones(nfc(text).lower()))
            for word in _DAK if first in _DAK else (first,):
                begun[word][" ".join([word, *more])][number] = None
    return {
        word: "\n".join(f"{path}\t{' '.join(map(str, numbers))}" for path, numbers in names.items())
        for word, names in sorted(begun.items())
    }


@cache
def _heirs_of_units() -> dict[str, tuple[str, ...]]:
    """What each commune and district of before the reform went into."""
    table = communes()
    parents, before = table.columns.index("parents"), table.columns.index("predecessors")
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for later, row in table.rows.items():
        for text in row[before].split("|") if row[before] else ():
            earlier = text.partition(":")[0]
            found[earlier][later] = None
            if earlier in table.rows:
                found[table.rows[earlier][parents]][later] = None
    return {id: tuple(sorted(later)) for id, later in found.items()}
