"""Rules for the days that have a name, made from their registry on first use."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
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
def name_rules() -> tuple[Rule[Candidate], ...]:
    """One rule a named day and strength, with its names as examples."""
    rules = []
    for record in named_days().values():
        for strength in ("strong", "weak"):
            names = [alias.text for alias in record.aliases if alias.strength == strength]
            if record.strength == strength:
                names.insert(0, record.name)
            if names:
                rules.append(_rule(record, names, sure=strength == "strong"))
    return tuple(rules)


def _rule(record: NamedDay, names: list[str], *, sure: bool) -> Rule[Candidate]:
    # The view has one tone placement; names are brought to it as texts are.
    lower = sorted((TextView(name).lower for name in names), key=lambda name: -len(name))
    candidate = Day(day=record.day, month=record.month, lunar=record.lunar, named=True, sure=sure)
    build: Callable[[re.Match[str]], Candidate | None] = partial(_same, candidate)
    return Rule(
        name=record.name if sure else f"{record.name} (tên ngắn)",
        heads=tuple({_head(name) for name in lower}),
        pattern=rf"(?:{'|'.join(re.escape(name) for name in lower)})(?!\w)",
        build=build,
        examples=tuple(names),
    )


def _head(name: str) -> str:
    found = re.match(r"\w+", name)
    assert found is not None
    return found.group()


def _same(candidate: Candidate, _match: re.Match[str]) -> Candidate:
    return candidate
