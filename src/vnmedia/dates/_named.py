"""Rules for the days that have a name, made from their registry on first use."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import attrs

from ..grammar import Rule
from ..registries import Alias, Registry, Validity, always, load
from ..text import TextView
from ._candidates import Candidate, Day

__all__ = ["NamedDay", "name_rules", "named_days"]


@attrs.frozen(kw_only=True)
class NamedDay:
    """A day of the year with a name, by the solar or the lunar calendar.

    Attributes:
        strength: ``weak`` where the name itself is an everyday word.
        since: The year of the event that it recalls, or of its first observance.
        validity: When it bears the name.
    """

    id: str
    name: str
    day: int
    month: int
    lunar: bool = False
    strength: Literal["strong", "weak"] = "strong"
    aliases: tuple[Alias, ...] = ()
    since: int | None = None
    validity: Validity = attrs.field(factory=always)
    sources: tuple[str, ...] = ()


def named_days() -> Registry[NamedDay]:
    """The registry."""
    return load("named_days.toml", NamedDay)


@cache
def _by_name() -> dict[str, Day]:
    """The day of each name, in the form of a view's lower case, where spaces are single."""
    found: dict[str, Day] = {}
    for record in named_days().values():
        day = Day(day=record.day, month=record.month, lunar=record.lunar, named=True)
        names = [(record.name, record.strength), *((alias.text, alias.strength) for alias in record.aliases)]
        for name, strength in names:
            found[TextView(name).lower] = attrs.evolve(day, sure=strength == "strong")
    return found


def name_rules() -> tuple[Rule[Candidate], ...]:
    """The rule of the named days; its examples are their names."""
    names = sorted(_by_name(), key=lambda name: (-len(name), name))
    return (
        Rule(
            name="ngày có tên",
            heads=tuple(names),
            pattern=rf"(?:{'|'.join(map(re.escape, names))})(?!\w)",
            build=lambda match: _by_name()[match.group()],
            examples=tuple(names),
        ),
    )
