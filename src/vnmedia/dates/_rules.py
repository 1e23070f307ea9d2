"""Every rule of the kind, in the order in which equals are preferred."""

from __future__ import annotations

from functools import cache

from ..grammar import Grammar, Rule
from ._candidates import Candidate
from ._clock import CLOCK
from ._days import DAYS
from ._lengths import LENGTHS
from ._lunar_rules import LUNAR
from ._named import name_rules
from ._periods import PERIODS
from ._relative import RELATIVE
from ._seasons import season_rules

__all__ = ["RULES", "grammar"]

RULES: tuple[Rule[Candidate], ...] = (*CLOCK, *DAYS, *PERIODS, *RELATIVE, *LENGTHS, *LUNAR)


@cache
def grammar() -> Grammar[Candidate]:
    """The rules, and those that the registries make, compiled on first use."""
    return Grammar((*RULES, *season_rules(), *name_rules()))
