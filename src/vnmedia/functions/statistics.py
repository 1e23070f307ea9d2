"""Figures."""

from __future__ import annotations

from .. import mentions, statistics
from ..model import Mention, Statistic

__all__ = ["find_statistics", "parse_statistic"]


def find_statistics(text: str) -> tuple[Mention[Statistic], ...]:
    """Every figure in *text* that measures or counts something, by start.

    >>> [(str(m.value.value), m.value.unit) for m in find_statistics("hơn 7,5 triệu đồng")]
    [('7500000', 'VND')]
    """
    return mentions.find_statistics(text)


def parse_statistic(text: str) -> Statistic:
    """The one figure that the whole of *text* is.

    >>> parse_statistic("hơn 700 link/tuần").per
    'tuần'

    Raises:
        ParseError: Part of *text* belongs to no figure.
    """
    return statistics.parse(text)
