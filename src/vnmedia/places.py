"""The country's places over time: which unit a name or an address meant, and what became of it.

Provinces, districts and communes are records of the registries. This module finds them by name, on a day, and
follows them through the reform of 1 July 2025 and the changes since, forwards and back.

>>> old = resolve_place("phường Trúc Bạch, quận Ba Đình, Hà Nội")
>>> [(part.place.full_name, part.share) for part in old.at("2025-07-01")]
[('phường Ba Đình', 'whole')]

A name is read from the smallest unit to the largest, separated by commas, hyphens, brackets or the level
words themselves. Tone placement, case, spaces and the form of an apostrophe do not matter; without any
diacritics a name is read if only one unit can be meant. What the registries do not have (when a commune from
before the reform was made, what became of a district that ended before 2025) is left open, never guessed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

import attrs

from .errors import AmbiguityError, ParseError
from .model._said import in_plain_words
from .model._when import When, when
from .registries import Pattern
from .registries.places import Commune, District, Province, Share, communes, districts, provinces
from .text import bare, nfc, old_tones

__all__ = ["Level", "Part", "Place", "candidates", "changes", "place", "places", "resolve_place"]

Level = Literal["province", "district", "commune"]
_Unit = Province | District | Commune

#: Level words and their short forms.
_LEVELS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "huyện": "huyện", "h": "huyện",
    "quận": "quận", "q": "quận", "thị xã": "thị xã", "tx": "thị xã", "xã": "xã", "x": "xã",
    "phường": "phường", "p": "phường", "thị trấn": "thị trấn", "tt": "thị trấn", "đặc khu": "đặc khu",
}  # fmt: skip
#: What may stand between a unit and the one above it.
_PARTING = Pattern(r" ?[,;()] ?| (?:thuộc|của) | - | ")
_HYPHEN = Pattern("[-–]")
#: A word in names of the Central Highlands that is spelled in three ways.
_DAK = Pattern(r"(?<!\w)đ[ăa]k(?!\w)")
#: The most characters of a name with all its units.
_MOST = 200


def _day(name: str, value: When) -> dt.date:
    """*value*, the caller's argument *name*, as a day; for a date-time, its day."""
    day = when(name, value)
    assert day is not None
    return day.date() if isinstance(day, dt.datetime) else day


@attrs.frozen(kw_only=True)
class Part:
    """A place on another day, and how much of the earlier of the two units is in the later one.

    Attributes:
        place: The unit that existed on that day.
        share: ``whole`` where all of the earlier unit lies in the later one, else ``part``.
    """

    place: Place
    share: Share


@in_plain_words
@attrs.frozen(kw_only=True)
class Place:
    """One administrative unit, for as long as it existed.

    Attributes:
        id: Its id in the registry, never reused.
        name: Its name without the level word (``Đông Anh``).
        kind: The level word (``xã``).
        level: ``province``, ``district`` (until 30 June 2025) or ``commune``.
        code: Its number in the statistics office's list of units, None where it has none.
        start: The first day, None where that is not known.
        end: The last day, None where the unit still exists or the day is not known.
    """

    id: str
    name: str
    kind: str
    level: Level
    code: str | None
    start: dt.date | None
    end: dt.date | None

    @property
    def full_name(self) -> str:
        """The level word and the name, such as ``xã Đông Anh``."""
        return f"{self.kind} {self.name}"

    def stood_on(self, day: When) -> bool:
        """Whether it existed on *day*, as far as known."""
        day = _day("day", day)
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def parent(self, day: When | None = None) -> Place | None:
        """The unit above it on *day*, by default on its last known day; None for a province.

        >>> resolve_place("xã Tiên Yên, tỉnh Quảng Ninh", on="2026-01-01").parent().full_name
        'thành phố Quảng Ninh'
        """
        above = [place(id) for id in _parents(self.id)]
        if day is not None:
            above = [each for each in above if each.stood_on(day)]
        return above[-1] if above else None

    @property
    def predecessors(self) -> tuple[Part, ...]:
        """The units that went into it, each with its share that did."""
        return tuple(Part(place=place(id), share=share) for id, share in _links().before.get(self.id, ()))

    @property
    def successors(self) -> tuple[Part, ...]:
        """The units that it went into, each with the share of this one."""
        return tuple(Part(place=place(id), share=share) for id, share in _links().after.get(self.id, ()))

    def at(self, day: When) -> tuple[Part, ...]:
        """The units on *day* in the area of this one: itself, or what it went into or came from.

        There are several where it was divided or made of several; none where the registries have none.

        >>> [part.place.name for part in resolve_place("xã Đông Anh").at("2025-06-30")][:3]
        ['Đông Anh', 'Cổ Loa', 'Đông Hội']
        """
        day = _day("day", day)
        forwards = self.end is not None and self.end < day
        found: dict[str, Share] = {}
        reached: list[tuple[Place, Share]] = [(self, "whole")]
        while reached:
            unit, share = reached.pop()
            if unit.stood_on(day):
                found[unit.id] = "whole" if "whole" in (share, found.get(unit.id)) else "part"
                continue
            reached += [
                (part.place, "part" if "part" in (share, part.share) else "whole")
                for part in (unit.successors if forwards else unit.predecessors)
            ]
        return tuple(Part(place=place(id), share=found[id]) for id in sorted(found))


@cache
def place(id: str) -> Place:
    """The unit with that id.

    >>> place("huyen-dong-anh-ha-noi").full_name
    'huyện Đông Anh'

    Raises:
        KeyError: No unit has it.
    """
    unit = _unit(id)
    return Place(
        id=unit.id,
        name=unit.name,
        kind=unit.kind,
        level=_level(unit),
        code=unit.code,
        start=unit.validity.start,
        end=unit.validity.end,
    )


def places(level: Level | None = None, *, on: When | None = None) -> Iterator[Place]:
    """All units, or those of one level or those that existed on a day, by level and id.

    >>> sum(1 for unit in places("commune", on="2025-07-01"))
    3321
    """
    day = None if on is None else _day("on", on)
    for name, registry in (("province", provinces()), ("district", districts()), ("commune", communes())):
        if level in (None, name):
            for id in registry:
                unit = place(id)
                if day is None or unit.stood_on(day):
                    yield unit


def changes(day: When) -> Iterator[tuple[Place, Place, Share]]:
    """Each unit that ended on the day before *day*, a unit that it went into, and the share of it that did.

    >>> [(earlier.full_name, later.full_name) for earlier, later, _ in changes("2026-09-01")]
    [('tỉnh Quảng Ninh', 'thành phố Quảng Ninh')]
    """
    last = _day("day", day) - dt.timedelta(days=1)
    for unit in places():
        if unit.end == last:
            for part in unit.successors:
                yield unit, part.place, part.share


def resolve_place(name: str, *, on: When | None = None) -> Place:
    """The one unit that the whole of *name* means.

    Args:
        name: A name, with or without its level word, and with or without the units above it.
        on: A day on which it existed; without one, units of any time are meant.

    >>> resolve_place("UBND xã Đông Anh"[5:], on="2026-01-01").id
    'xa-dong-anh-00454-2025'
    >>> resolve_place("p. Bến Nghé, Q.1, TP. Hồ Chí Minh").parent().full_name
    'quận 1'

    Raises:
        AmbiguityError: Several units may be meant; they are its ``candidates``.
        ParseError: No unit has that name, or none that existed on the day.
    """
    found = candidates(name, on=on)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguityError("place", name, found)
    ended = candidates(name) if on is not None else ()
    reason = "no unit of the country has that name"
    if ended:
        reason = f"no unit of that name stood on {on}; {_life(ended[0])}"
    raise ParseError("place", name, (0, len(name)), reason)


def candidates(name: str, *, on: When | None = None) -> tuple[Place, ...]:
    """Every unit that the whole of *name* may mean, those that still exist first; empty where there is none.

    Args:
        name: As in ``resolve_place``.
        on: A day on which the units existed; without one, units of any time.

    >>> [unit.end is None for unit in candidates("phường Ngọc Hà, Hà Nội")]
    [True, False]
    """
    if not isinstance(name, str):
        raise TypeError(f"name: a string is needed, not {type(name).__name__}")
    day = None if on is None else _day("on", on)
    if len(name) > _MOST:
        return ()
    found = [place(id) for id in _named(_folded(name).strip(" .,;()"))]
    if day is not None:
        found = [unit for unit in found if unit.stood_on(day)]
    return tuple(sorted(found, key=lambda unit: (unit.end is not None, unit.id)))


def _life(unit: Place) -> str:
    after = ", ".join(part.place.full_name for part in unit.successors)
    if unit.end is None:
        return f"{unit.full_name} has stood since {unit.start}"
    return f"{unit.full_name} ended on {unit.end}" + (f" and went into {after}" if after else "")


def _unit(id: str) -> _Unit:
    return provinces().get(id) or districts().get(id) or communes()[id]


def _level(unit: _Unit) -> Level:
    if isinstance(unit, Commune):
        return "commune"
    return "district" if isinstance(unit, District) else "province"


def _parents(id: str) -> tuple[str, ...]:
    unit = _unit(id)
    if isinstance(unit, Commune):
        return unit.parents
    return (unit.province,) if isinstance(unit, District) else ()


@cache
def _above(id: str) -> frozenset[str]:
    """All units above the one with that id, at any time."""
    parents = _parents(id)
    return frozenset(parents).union(*map(_above, parents))


_Linked = dict[str, list[tuple[str, Share]]]


@attrs.frozen
class _Links:
    """For each unit the units that it came from and went into, with the share of the earlier one."""

    before: _Linked
    after: _Linked


@cache
def _links() -> _Links:
    before: _Linked = defaultdict(list)
    after: _Linked = defaultdict(list)

    def link(earlier: str, later: str, share: Share) -> None:
        after[earlier].append((later, share))
        before[later].append((earlier, share))

    for province in provinces().values():
        for later in province.successors:
            link(province.id, later, "whole" if len(province.successors) == 1 else "part")
    of_district: defaultdict[str, set[str]] = defaultdict(set)
    for later, above, earlier, share in _commune_links():
        link(earlier, later, share)
        of_district[above].add(later)
    for district, later_ones in of_district.items():
        # The registry links communes to communes; a district went where its communes went.
        after[district] = [
            (later, "part" if len(later_ones) > 1 else "whole") for later in sorted(later_ones)
        ]
    return _Links(before, after)


def _commune_links() -> Iterator[tuple[str, str, str, Share]]:
    """The ids of each commune, of what stood above a predecessor, and of that one, with its share."""
    table = communes()
    parents, predecessors = table.columns.index("parents"), table.columns.index("predecessors")
    for later, row in table.rows.items():
        for text in row[predecessors].split("|") if row[predecessors] else ():
            earlier, _, part = text.partition(":")
            above = earlier if earlier not in table.rows else table.rows[earlier][parents]
            yield later, above, earlier, "part" if part else "whole"


def _folded(text: str) -> str:
    """*text* as names are compared: in lower case, one tone placement, one apostrophe, one hyphen."""
    return " ".join(_folded_lines(text))


def _folded_lines(text: str) -> list[str]:
    lower = _DAK.sub("đắk", old_tones(nfc(text).lower()).replace("’", "'"))
    return [" ".join(line.split()) for line in _HYPHEN.sub(" - ", lower).split("\n")]


@cache
def _names(plain: bool) -> dict[str, list[str]]:
    """The ids of the units by their names: as printed, or without diacritics if *plain*."""
    if plain:
        plainly: defaultdict[str, list[str]] = defaultdict(list)
        for name, ids in _names(False).items():
            plainly[bare(name)] += ids
        return plainly
    names: defaultdict[str, list[str]] = defaultdict(list)
    spelled = list(_spellings())
    # Folding all as one text costs a fraction of folding each.
    folded = _folded_lines("\n".join(name for _, name in spelled))
    for (id, _), name in zip(spelled, folded, strict=True):
        if id not in names[name]:
            names[name].append(id)
    return names


def _spellings() -> Iterator[tuple[str, str]]:
    """Each unit's id with each of its names, without making the records of the large tables."""
    for province in provinces().values():
        yield province.id, province.name
        for alias in province.aliases:
            if alias.strength == "strong":
                yield province.id, alias.text
    for table in (districts(), communes()):
        name, aliases = table.columns.index("name"), table.columns.index("aliases")
        for id, row in table.rows.items():
            yield id, row[name]
            for text in row[aliases].split("|") if row[aliases] else ():
                yield id, text


def _named(text: str) -> set[str]:
    """The ids of the units that *text*, folded, may mean, read from the smallest unit to the largest."""
    plain = text == bare(text)
    read: dict[int, set[str]] = {}
    partings = list(_PARTING.finditer(text))
    # From the end of the text backwards, so that the units above have been read before a unit.
    for start in [*(parting.end() for parting in reversed(partings)), 0]:
        if start in read:
            continue
        found = set(_alone(text[start:], plain))
        for parting in partings:
            above = read.get(parting.end())
            if parting.start() > start and above:
                inside = _alone(text[start : parting.start()].rstrip(), plain)
                found.update(id for id in inside if not above.isdisjoint(_above(id)))
        read[start] = found
    return read[0]


def _alone(text: str, plain: bool) -> Iterable[str]:
    """The ids of the units whose name, with or without its level word, is *text*."""
    names = _names(plain)
    found = list(names.get(text, ()))
    for kind, name in _leveled(text, plain):
        found += [id for id in names.get(name, ()) if _unit(id).kind == kind]
    return found


def _leveled(text: str, plain: bool) -> Iterator[tuple[str, str]]:
    """The level word that *text* begins with, in full, and the name after it."""
    for word, kind in _words(plain):
        rest = text.removeprefix(word)
        if len(rest) < len(text) and rest and (rest[0] in " ." or rest[0].isdecimal()):
            yield kind, rest.lstrip(" .")


@cache
def _words(plain: bool) -> Sequence[tuple[str, str]]:
    return [(bare(word) if plain else word, kind) for word, kind in _LEVELS.items()]
