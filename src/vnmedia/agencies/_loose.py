"""Looking up names as no text has them: without diacritics, with wrong ones, or in English.

In a text the diacritics count, since ``bo`` or ``cong an`` there may be anything. Someone who asks for a name
means a body, so only the letters are compared; a name that several bodies share has them all as candidates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ..places import candidates as places_named
from ..registries.agencies import Body, LocalBody, bodies
from ..text import bare
from ._lexicon import Entry, Node, Place, lexicon
from ._name import BodyName
from ._patterns import CHAIN, WORD, expansions, key, words
from ._places import Locality

__all__ = ["loosely"]

#: The most characters that a name has.
_MOST = 200
_Path = tuple[str, ...]
#: What separates a body from its place.
_PARTING = " ,;-–("
#: Words of an English name that may be left out.
_ARTICLES = frozenset(("the", "and"))
_OF_VIETNAM = ("of", "vietnam")


def loosely(name: str) -> BodyName | None:
    """The name that *name* is when only its letters count; None where no body has it."""
    if len(name) > _MOST:
        return None
    for text in _spelled_out(name):
        reading = _listed(text, len(name)) or _local(text, len(name))
        if reading is not None:
            return reading
    english = _english().get(_english_path(name))
    return BodyName(0, len(name), english[0].name, english) if english else None


def _listed(text: str, length: int) -> BodyName | None:
    """The listed body that all of *text* names, or a local body without its place."""
    named = _bare_names().get(_path(text), ())
    entries = tuple(entry for entry in named if isinstance(entry.record, Body))
    entries = entries or tuple(e for e in named if isinstance(e.record, LocalBody) and e.record.alone)
    if not entries:
        return None
    names = {entry.name for entry in entries}
    return BodyName(0, length, names.pop() if len(names) == 1 else text, entries)


def _local(text: str, length: int) -> BodyName | None:
    """The body of a place that *text* names: the longest name of a local body, then the place."""
    found = list(WORD.finditer(text))
    for last in range(len(found) - 1, 0, -1):
        head = _path(text[: found[last - 1].end()])
        entries = tuple(each for each in _bare_names().get(head, ()) if isinstance(each.record, LocalBody))
        locality = _locality(text[found[last - 1].end() :].strip(_PARTING)) if entries else None
        if locality is not None:
            return BodyName(0, length, f"{entries[0].name} {locality.text}", entries, locality)
    return None


def _locality(text: str) -> Locality | None:
    """The place that *text* names, with those above it or without."""
    meant = places_named(text) or places_named(bare(text))
    if not meant:
        return None
    kinds, names = {place.kind for place in meant}, {place.name for place in meant}
    leveled = len(kinds) == 1 and _path(text) not in {_path(name) for name in names}
    said = meant[0].full_name if leveled else meant[0].name
    place = Place(meant[0].name, tuple(place.id for place in meant), provincial=False)
    return Locality(said if len(names) == 1 else text, kinds.pop() if leveled else None, place)


def _spelled_out(name: str) -> Iterator[str]:
    """*name*, and the same with its abbreviation in full: ``So GD-DT Nghe An``."""
    yield name
    for chain in CHAIN.finditer(name):
        for path in _bare_expansions().get(bare(key(chain.group())), ()):
            yield f"{name[: chain.start()]}{' '.join(path)}{name[chain.end() :]}"


def _path(text: str) -> _Path:
    """The words of *text* without diacritics; ``và`` is written or left out."""
    return tuple(word for word in map(bare, words(text)) if word != "va")


@cache
def _bare_names() -> dict[_Path, tuple[Entry, ...]]:
    """The entries of the lexicon that name a body, by their words without diacritics."""
    found: defaultdict[_Path, dict[Entry, None]] = defaultdict(dict)
    waiting: list[tuple[_Path, Node]] = [((), lexicon().tree), ((), lexicon().whole)]
    while waiting:
        path, node = waiting.pop()
        for word, below in node.items():
            if word:
                waiting.append(((*path, bare(word)), below))
        found[path].update((entry, None) for entry in node.get(None, ()) if entry.level is None)
    return {path: tuple(entries) for path, entries in found.items() if entries}


@cache
def _bare_expansions() -> dict[str, tuple[_Path, ...]]:
    """What capitals stand for, by the capitals without diacritics."""
    found: defaultdict[str, tuple[_Path, ...]] = defaultdict(tuple)
    for letters, paths in expansions().items():
        found[bare(letters)] += paths
    return found


@cache
def _english() -> dict[_Path, tuple[Entry, ...]]:
    """The listed bodies by the words of their English names."""
    found: defaultdict[_Path, tuple[Entry, ...]] = defaultdict(tuple)
    for body in bodies().values():
        if body.name_en is not None:
            found[_english_path(body.name_en)] += (Entry(body.name, "body", body),)
    return found


def _english_path(text: str) -> _Path:
    lower = re.sub(r"[’']", "", bare(text.lower())).replace("viet nam", "vietnam")
    path = tuple(word for word in WORD.findall(lower) if word not in _ARTICLES)
    return path[:-2] if path[-2:] == _OF_VIETNAM else path
