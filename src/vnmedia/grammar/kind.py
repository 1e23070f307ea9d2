"""The interface of every kind, and how overlaps within one kind are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

from ..model import Context, Mention
from ..model.span import Value
from ..text import TextView
from .rules import Rule

__all__ = ["Kind", "longest"]

V = TypeVar("V", bound=Value)
W = TypeVar("W", bound=Value)


class Kind(Protocol[W]):
    """A kind of mention. Each kind is a package that has these names.

    ``find`` raises no error on any text. ``parse`` reads one value from the whole
    quote and raises ``ParseError`` otherwise. ``render`` gives the value's canonical Vietnamese.
    """

    RULES: Sequence[Rule[Any]]

    def find(self, text: str | TextView, context: Context = ...) -> tuple[Mention[W], ...]:
        """Every mention in *text*, by start, none overlapping another."""

    def parse(self, quote: str, context: Context = ...) -> W:
        """The value of the whole *quote*."""

    def render(self, value: W) -> str:
        """*value* in canonical Vietnamese."""


def longest(mentions: Iterable[Mention[V]]) -> tuple[Mention[V], ...]:
    """*mentions* without overlaps: the earliest wins, the longest among those that begin together."""
    kept: list[Mention[V]] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
