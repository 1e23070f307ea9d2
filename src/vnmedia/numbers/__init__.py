"""To be written."""

from __future__ import annotations

from decimal import Decimal

from ..errors import ParseError

__all__ = ["parse_number"]


def parse_number(text: str) -> Decimal:
    """The number that the whole of *text* writes."""
    raise ParseError("number", text, (0, len(text)), "no rule reads it")
