"""All kinds over one text, and who gives way where two kinds claim the same words.

Mentions of different kinds may overlap: the date inside a citation is a date too. But a number that is
part of a date, of a citation or of a body's name (``Đội Cảnh sát giao thông số 2``) measures nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from . import agencies, dates, instruments, officials, statistics
from .links import link_figures
from .model import Context, Mention, Statistic, When, context_of
from .reading import Reading
from .text import TextView

__all__ = ["KINDS", "find", "find_statistics"]

KINDS = {
    "date": dates,
    "instrument": instruments,
    "agency": agencies,
    "statistic": statistics,
    "official": officials,
}


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[Any], ...]:
    """The mentions of every kind in *text*, by start; of one kind no two overlap.

    >>> [m.quote for m in find("Năm 2020, Bộ Y tế chi 7,5 triệu đồng.")]
    ['Năm 2020', 'Bộ Y tế', '7,5 triệu đồng']
    """
    reading = Reading(text, context)
    view = reading.view
    others: list[Mention[Any]] = [
        *(time.mention for time in reading.times),
        *instruments.find(reading),
        *(body.mention for body in reading.bodies),
    ]
    figures = _outside(statistics.find(view, context), others)
    persons = officials.find(reading)
    found = sorted(chain(others, figures, persons), key=lambda m: (m.start, -m.end, m.kind))
    return tuple(link_figures(view, found))


def find_statistics(
    text: str, context: Context | None = None, *, published: When | None = None
) -> tuple[Mention[Statistic], ...]:
    """Every figure in *text* that measures or counts something, by start.

    A number that is part of a date, a citation or a name is none.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text, in place of the argument that follows.
        published: When the text was published: a date, a date-time, or either in ISO 8601.

    >>> [m.quote for m in find_statistics("Năm 2020, Đội Cảnh sát giao thông số 2 phạt 15 xe.")]
    ['15 xe']

    Raises:
        TypeError: An argument is of another type.
        ValueError: *published* is no day.
    """
    found = find(text, context_of(context, published=published))
    return tuple(mention for mention in found if mention.kind == "statistic")


def _outside(
    figures: Iterable[Mention[Statistic]], others: Iterable[Mention[Any]]
) -> Iterable[Mention[Statistic]]:
    """The *figures* whose number belongs to none of *others*; one pass, both being sorted first."""
    taken = sorted(others, key=lambda mention: mention.start)
    index = 0
    reach = 0
    for figure in figures:
        begun = index
        while index < len(taken) and taken[index].start < figure.end:
            index += 1
        over = [other for other in taken[begun:index] if other.start > figure.start]
        reach = max([reach, *(other.end for other in taken[begun:index] if other.start <= figure.start)])
        if reach <= figure.start and not any(_holds_number(other, figure) for other in over):
            yield figure
        reach = max([reach, *(other.end for other in over)])


def _holds_number(other: Mention[Any], figure: Mention[Statistic]) -> bool:
    """Whether *other*, which begins inside *figure*, holds its number and not only what it counts.

    ``63/63 Sở Y tế`` counts bodies; in ``khoảng 8/2020`` the number is the date's.
    """
    before = figure.quote[: other.start - figure.start]
    return other.kind != "agency" and not any(character.isdecimal() for character in before)
