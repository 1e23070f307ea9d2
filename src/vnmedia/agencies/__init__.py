"""To be written."""

from __future__ import annotations

from typing import Any

from ..errors import ParseError
from ..grammar import Rule
from ..model import Agency, Context, Mention
from ..text import TextView

__all__ = ["RULES", "find", "parse", "render"]

RULES: tuple[Rule[Any], ...] = ()


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[Agency], ...]:
    """Every mention in *text*."""
    return ()


def parse(quote: str, context: Context = Context()) -> Agency:
    """The value of the whole *quote*."""
    raise ParseError("agency", quote, (0, len(quote)), "no rule reads it")


def render(value: Agency) -> str:
    """*value* in canonical Vietnamese."""
    raise NotImplementedError


def resolve(name: str, on: object = None) -> Agency:
    """The body that *name* stands for."""
    raise ParseError("agency", name, (0, len(name)), "no body has that name")
