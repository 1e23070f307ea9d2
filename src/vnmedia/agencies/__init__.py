"""To be written."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ..errors import ParseError
from ..grammar import Rule
from ..model import Agency, Context, Mention
from ..text import TextView
from ._finder import readings

__all__ = ["RULES", "find", "parse", "render"]

RULES: tuple[Rule[Any], ...] = ()


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[Agency], ...]:
    """Every mention in *text*."""
    view = TextView.of(text)
    return tuple(view.mention(r.start, r.end, Agency(name=r.name)) for r in readings(view))


def parse(quote: str, context: Context = Context()) -> Agency:
    """The value of the whole *quote*."""
    raise ParseError("agency", quote, (0, len(quote)), "no rule reads it")


def render(value: Agency) -> str:
    """*value* in canonical Vietnamese."""
    return value.name


def resolve(name: str, on: object = None) -> Agency:
    """The body that *name* stands for."""
    raise ParseError("agency", name, (0, len(name)), "no body has that name")
