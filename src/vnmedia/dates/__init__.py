"""To be written."""

from __future__ import annotations

from typing import Any

from ..errors import ParseError
from ..grammar import Rule
from ..model import Context, Mention, TimeExpression
from ..text import TextView

__all__ = ["RULES", "find", "parse", "render"]

RULES: tuple[Rule[Any], ...] = ()


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[TimeExpression], ...]:
    """Every mention in *text*."""
    return ()


def parse(quote: str, context: Context = Context()) -> TimeExpression:
    """The value of the whole *quote*."""
    raise ParseError("date", quote, (0, len(quote)), "no rule reads it")


def render(value: TimeExpression) -> str:
    """*value* in canonical Vietnamese."""
    raise NotImplementedError
