"""To be written."""

from __future__ import annotations

from typing import Any

from ..errors import ParseError
from ..grammar import Rule
from ..model import Context, LegalInstrument, Mention
from ..text import TextView

__all__ = ["RULES", "find", "parse", "render"]

RULES: tuple[Rule[Any], ...] = ()


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[LegalInstrument], ...]:
    """Every mention in *text*."""
    return ()


def parse(quote: str, context: Context = Context()) -> LegalInstrument:
    """The value of the whole *quote*."""
    raise ParseError("instrument", quote, (0, len(quote)), "no rule reads it")


def render(value: LegalInstrument) -> str:
    """*value* in canonical Vietnamese."""
    raise NotImplementedError
