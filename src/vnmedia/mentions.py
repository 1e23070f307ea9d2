"""All kinds over one text, and who gives way where two kinds claim the same words.

Mentions of different kinds may overlap: the date inside a citation is a date too. But a number that is
part of a date, of a citation or of a body's name (``Đội Cảnh sát giao thông số 2``) measures nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from . import agencies, dates, instruments, statistics
from .links import link_figures
from .model import Context, Mention, Statistic
from .text import TextView

__all__ = ["KINDS", "find", "find_statistics"]

KINDS = {"date": dates, "instrument": instruments, "agency": agencies, "statistic": statistics}


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[Any], ...]:
    """The mentions of every kind in *text*, by start; of one kind no two overlap.

    >>> [m.quote for m in find("Năm 2020, Bộ Y tế chi 7,5 triệu đồng.")]
    ['Năm 2020', 'Bộ Y tế', '7,5 triệu đồng']
    """
    view = TextView.of(text)
    others: list[Mention[Any]] = [
        *dates.find(view, context),
        *instruments.find(view, context),
        *agencies.find(view, context),
    ]
    figures = _outside(statistics.find(view, context), others)
    found = sorted(chain(others, figures), key=lambda m: (m.start, -m.end, m.kind))
    return tuple(link_figures(view, found))


def find_statistics(text: str | TextView, context: Context = Context()) -> tuple[Mention[Statistic], ...]:
    """The figures in *text* that are part of no date, citation or name."""
    return tuple(mention for mention in find(text, context) if mention.kind == "statistic")


def _outside(
    figures: Iterable[Mention[Statistic]], others: Iterable[Mention[Any]]
) -> Iterable[Mention[Statistic]]:
    """The *figures* that share no character with *others*; one pass, both being sorted first."""
    taken = sorted((other.start, other.end) for other in others)
    index = 0
    reach = 0
    for figure in figures:
        while index < len(taken) and taken[index][0] < figure.end:
            reach = max(reach, taken[index][1])
            index += 1
        if reach <= figure.start:
            yield figure
