"""The places of the registries of every level: by id and name, what they lie in and went into."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from ..registries import Pattern
from ..registries.agencies import Level
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
    "unit",
]

Unit = Province | District | Commune
#: The three spellings of the first word of many names in the Central Highlands.
_DAK = ("đắk", "đăk", "đak")
#: The first word of each line, or nothing.
_FIRST_WORDS = Pattern(rf"^(?:{WORD.pattern})?", re.MULTILINE)
#: How many places are cached.
_MEMORY = 8192


def unit(id: str) -> Unit:
    """The place with an id.

    Raises:
        KeyError: No place has it.
    """
    return provinces().get(id) or districts().get(id) or communes()[id]


def kind_of(id: str) -> str:
    """The level word of a place, without making the record of a commune."""
    known = provinces().get(id) or districts().get(id)
    if known is not None:
        return known.kind
    table = communes()
    return table.rows[id][table.columns.index("kind")]


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


@cache
def _names_of_communes() -> tuple[list[tuple[str, str, str]], list[str], dict[str, list[int]]]:
    """The names of communes (id, name, one of its names), the last in lower case, and which begin so."""
    table = communes()
    name, aliases = table.columns.index("name"), table.columns.index("aliases")
    names = [
        (id, row[name], text)
        for id, row in table.rows.items()
        for text in ((row[name], *row[aliases].split("|")) if row[aliases] else (row[name],))
    ]
    # Folding all as one text costs a fraction of folding each, and so does looking for their first words.
    folded = old_tones(nfc("\n".join([text for _, _, text in names])).lower())
    begun: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(_FIRST_WORDS.findall(folded)):
        begun[word].append(index)
    return names, folded.split("\n"), begun


def communes_from(word: str) -> dict[tuple[str, ...], tuple[str, tuple[str, ...]]]:
    """The communes whose names begin with *word*, by words: the name as it is spelled, and the ids."""
    names, folded, begun = _names_of_communes()
    forms = _DAK if word in _DAK else (word,)
    found: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    for index in sorted(index for form in forms for index in begun.get(form, ())):
        id, own, _ = names[index]
        path = (word, *WORD.findall(folded[index])[1:])
        known = found.get(path)
        if known is None or id not in known[1]:
            found[path] = (own, (id,)) if known is None else (known[0], (*known[1], id))
    return found


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
