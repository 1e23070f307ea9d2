"""Figures: every number that measures or counts something, with its unit and how exact it claims to be.

A figure is a number with what it counts: percent, money (ISO 4217), a measure's symbol, or a noun as
printed. Ranges, parts of a whole (``63/63 Sở``), orders of magnitude (``hàng nghìn``) and rough counts
(``dăm ba``) are figures too. Lengths of time are dates; ordinals, codes, names with a number in them
(``quận 3``, ``khoản 2``), scores and versions are no figures.

>>> [(m.quote, m.value.unit) for m in find("Hơn 7,5 triệu đồng và 63/63 Sở, giảm 50 - 60%.")]
[('Hơn 7,5 triệu đồng', 'VND'), ('63/63 Sở', 'Sở'), ('50 - 60%', '%')]
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import localcontext

from ..errors import ParseError
from ..grammar import Grammar
from ..model import NOTHING_INFERRED, Context, Mention, Statistic, When, context_of
from ..model._inferred import inferred_of
from ..numbers import RECKONING
from ..registries import once
from ..text import TextView
from ._leads import lead_of, led
from ._render import render
from ._resolve import figures
from ._rules import RULES, Candidate, glued_codes

__all__ = ["RULES", "find", "find_outside", "grammar", "parse", "parse_statistic", "render"]


_FROM_SENTENCE = inferred_of({"unit": "sentence"})


@once
def grammar() -> Grammar[Candidate]:
    """The rules, ready to scan."""
    return Grammar(RULES)


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[Statistic], ...]:
    """The figures in *text*, by start, none overlapping another.

    >>> [(m.quote, str(m.value.value)) for m in find("7,5 triệu đồng cho 63/63 Sở")]
    [('7,5 triệu đồng', '7500000'), ('63/63 Sở', '63')]
    """
    return find_outside(TextView.of(text))


def find_outside(view: TextView, taken: Iterable[tuple[int, int]] = ()) -> tuple[Mention[Statistic], ...]:
    """The figures in *view*; digits inside the places *taken* (start and end, in order) are not read."""
    # One pass after the other is faster than number by number.
    numbers = list(grammar().find(view, taken))
    glued = glued_codes(view)
    if glued:
        numbers = sorted([*numbers, *glued], key=lambda number: number.start)
    return tuple(
        view.mention(
            figure.start, figure.end, figure.value(), _FROM_SENTENCE if figure.inferred else NOTHING_INFERRED
        )
        for figure in figures(view, numbers)
    )


def parse(quote: str, context: Context = Context()) -> Statistic:
    """The one figure that the whole of *quote* states; ``từ`` or words for its change or role may come first.

    >>> parse("hơn 700 link/tuần").per
    'tuần'
    >>> parse("tăng 12,7%").change
    'increase'

    Raises:
        ParseError: Part of *quote* belongs to no figure.
    """
    view = TextView(quote)
    lead = lead_of(view.lower)
    begin = len(f"{lead} ") if lead else len("từ ") if view.lower.startswith("từ ") else 0
    with localcontext(RECKONING):
        found = find(view, context)
    for mention in found:
        if mention.start in (0, begin) and mention.end == len(view.text):
            return led(mention.value, lead) if lead and mention.start else mention.value
        raise ParseError("statistic", quote, (mention.end, len(quote)), "words around the figure")
    raise ParseError("statistic", quote, (0, len(quote)), "a figure is needed, such as 7,5 tỷ đồng")


def parse_statistic(text: str, context: Context | None = None, *, published: When | None = None) -> Statistic:
    """The one figure that the whole of *text* states.

    Args:
        text: The figure, without words around it.
        context: What is known of the text, in place of the argument that follows.
        published: When the text was published: a date, a date-time, or either in ISO 8601.

    >>> parse_statistic("hơn 700 link/tuần").per
    'tuần'

    Raises:
        ParseError: Part of *text* belongs to no figure.
        TypeError: An argument is of another type.
        ValueError: *published* is no day.
    """
    return parse(text, context_of(context, published=published))
