"""Finding all kinds in one text, and how mentions of two kinds may share words.

Mentions of different kinds may overlap: the date inside a citation is a date too. ``SHARED`` says for every
two kinds how they may; a contract test checks the finders against it. Only figures are settled here, when all
others are known: a number that is part of a date, of a citation or of a body's name (``Đội Cảnh sát giao
thông số 2``) measures nothing. The other finders follow the table by themselves, so that each gives the same
mentions alone as together with the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import localcontext
from enum import Enum
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any

import attrs

from . import agencies, dates, instruments, officials, statistics
from .agencies._openings import openings
from .errors import ParseError
from .grammar import scan_together
from .links import link_figures
from .model import Agency, Block, Context, Mention, Span, Statistic, When, context_of
from .numbers import RECKONING
from .officials._offices import office_scanner
from .reading import Reading
from .registries import once
from .tables import find_tables, table_figures, table_years, title_start
from .text import TextView

__all__ = ["KINDS", "SHARED", "Shared", "find", "find_agencies", "find_statistics", "wanted_of"]

#: Characters that join a figure and the words after it.
_BETWEEN = " \n/(,"
_span, _start, _end, _kind = map(attrgetter, ("span", "span.start", "span.end", "value.kind_name"))
_mention = attrgetter("mention")

KINDS = {
    "date": dates,
    "instrument": instruments,
    "agency": agencies,
    "statistic": statistics,
    "official": officials,
}


class Shared(Enum):
    """How mentions of two kinds, *first* and *second*, may share words."""

    INSIDE = "the first stands whole inside the second, and both stay"
    COUNTED = "the second begins inside the first, which counts it, and both stay; else the first goes"
    NUMBER = "the first goes where its number is part of the second"
    APART = "they share no words"


#: How the mentions of every two kinds, *first* and *second*, may share words.
SHARED = {
    ("date", "instrument"): Shared.INSIDE,  # the day of issue
    ("agency", "date"): Shared.INSIDE,  # ``Ngày thành lập Đảng Cộng sản Việt Nam``
    ("date", "official"): Shared.APART,
    ("agency", "instrument"): Shared.INSIDE,  # the issuer
    ("agency", "official"): Shared.INSIDE,  # whose office it is
    ("official", "instrument"): Shared.APART,
    ("statistic", "date"): Shared.NUMBER,
    ("statistic", "instrument"): Shared.NUMBER,
    ("statistic", "agency"): Shared.COUNTED,  # ``63/63 Sở Y tế``
    ("statistic", "official"): Shared.NUMBER,
}


def find(
    text: str | TextView,
    context: Context = Context(),
    kinds: Iterable[str] | None = None,
    tables: Sequence[Block] | None = None,
) -> tuple[Mention[Any], ...]:
    """The mentions of every kind in *text*, or only of *kinds*, by start; no two of one kind overlap.

    A kind has the same values whether it is asked for alone or with the others. Figures need the mentions of
    all other kinds, which they give way to and are linked with; the others ask a ``Reading`` for what they
    need. *tables* are the text's tables with their cells, by default those that its marks show.

    >>> [m.quote for m in find("Năm 2020, Bộ Y tế chi 7,5 triệu đồng.")]
    ['Năm 2020', 'Bộ Y tế', '7,5 triệu đồng']
    >>> [m.quote for m in find("Năm 2020, Bộ Y tế chi 7,5 triệu đồng.", kinds=["date"])]
    ['Năm 2020']

    Raises:
        ValueError: One of *kinds* is not a kind.
    """
    wanted = wanted_of(kinds)
    needed = frozenset(KINDS) if "statistic" in wanted else wanted
    reading = Reading(text, context)
    if needed == KINDS.keys():
        _scan_together()(reading.view)
    with localcontext(RECKONING):  # a caller's rounding and traps must not change the values of a text
        if tables is None and "date" in needed:
            tables = find_tables(reading.view.text)
        others = _but_figures(reading, needed, tables or ())
        if "statistic" not in needed:
            return tuple(_in_order(chain.from_iterable(others.values())))
        found = _with_figures(reading.view, others, tables or ())
    return tuple(found if wanted == needed else (mention for mention in found if mention.kind in wanted))


def _but_figures(
    reading: Reading, needed: Collection[str], tables: Sequence[Block]
) -> dict[str, list[Mention[Any]]]:
    """The mentions of the kinds *needed*, by kind, without figures."""
    found: dict[str, list[Mention[Any]]] = {}
    if "date" in needed:
        times = list(map(_mention, reading.times))
        years = (table_years(reading.view.text, table, times) for table in tables)
        found["date"] = list(chain(times, *years))
    if "instrument" in needed:
        found["instrument"] = list(instruments.find(reading))
    if "agency" in needed:
        found["agency"] = list(map(_mention, reading.bodies))
    if "official" in needed:
        found["official"] = list(officials.find(reading))
    return found


def _with_figures(
    view: TextView, others: Mapping[str, Iterable[Mention[Any]]], tables: Sequence[Block]
) -> list[Mention[Any]]:
    """*others*, which are by kind, and the figures, linked with them, in order."""
    together = list(chain.from_iterable(others.values()))
    found = _in_order(chain(together, _outside(_figures(view, others), together)))
    return _with_tables(view, found, tables) if tables else link_figures(view, found)


@once
def _scan_together() -> Callable[[TextView], None]:
    """A function that scans a view for the words that mentions of all kinds begin with."""
    grammars = (dates.grammar(), instruments.grammar(), statistics.grammar())
    return scan_together([*(grammar.scanner for grammar in grammars), openings().scanner, office_scanner()])


def _in_order(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    """*mentions* by start, the longest first, then by kind; sorted three times, which takes half as long."""
    ordered = sorted(mentions, key=_kind)
    ordered.sort(key=_end, reverse=True)
    ordered.sort(key=_start)
    return ordered


def _figures(view: TextView, others: Mapping[str, Iterable[Mention[Any]]]) -> Iterable[Mention[Statistic]]:
    """The figures in *view*, without reading digits that would give way to one of *others*."""
    numbered = (of for kind, of in others.items() if SHARED["statistic", kind] is Shared.NUMBER)
    places = map(view.locate, map(_span, chain.from_iterable(numbered)))
    return statistics.find_outside(view, sorted(places))


def _with_tables(view: TextView, found: list[Mention[Any]], tables: Sequence[Block]) -> list[Mention[Any]]:
    """*found* with the figures in cells of *tables*; figures in sentences are linked without the tables."""
    ends = [table.end for table in tables]
    starts = [title_start(view.text, table) for table in tables]

    def in_table(mention: Mention[Any]) -> bool:
        index = bisect_right(ends, mention.start)
        return index < len(tables) and starts[index] <= mention.start

    inside = [mention for mention in found if in_table(mention)]
    prose = link_figures(view, [mention for mention in found if not in_table(mention)])
    made = [mention for table in tables for mention in table_figures(view.text, table, found)]
    cells = {mention.span for mention in made}
    kept = (m for m in inside if m.kind != "statistic" or (m.span not in cells and _in_cell(m.span, tables)))
    return _in_order(chain(prose, kept, made))


def _in_cell(span: Span, tables: Sequence[Block]) -> bool:
    """Whether all of *span* stands in a cell that has more than a number."""
    table = tables[bisect_right(tables, span.start, key=attrgetter("end"))]
    if span.start < table.start:
        return True  # in its title
    index = bisect_right(table.cells, span.start, key=attrgetter("span.start")) - 1
    return index >= 0 and span.end <= table.cells[index].span.end


def wanted_of(kinds: Iterable[str] | None) -> frozenset[str]:
    """The *kinds* that are wanted: all where None.

    Raises:
        ValueError: One of them is not a kind.
    """
    if kinds is None:
        return frozenset(KINDS)
    wanted = frozenset((kinds,) if isinstance(kinds, str) else kinds)
    unknown = wanted - KINDS.keys()
    if unknown:
        raise ValueError(f"kinds: {', '.join(sorted(unknown))} is not one of {', '.join(KINDS)}")
    return wanted


def find_agencies(
    text: str, context: Context | None = None, *, published: When | None = None
) -> tuple[Mention[Agency], ...]:
    """Every name of a public body or press organisation in *text*, in order.

    Without *published*, the day of writing that the text itself states decides which bodies are meant.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text, instead of *published*.
        published: When the text was published: a date, a date-time, or either in ISO 8601. The bodies of that
            day are meant.

    >>> [m.value.name for m in find_agencies("Bộ TT&TT làm việc với Bộ Y tế", published="2020-12-17")]
    ['Bộ Thông tin và Truyền thông', 'Bộ Y tế']

    Raises:
        TypeError: An argument is of another type.
        ValueError: *published* is not a day.
    """
    reading = Reading(text, context_of(context, published=published))
    return agencies.find(reading.view, reading.context, written=lambda: reading.written)


def find_statistics(
    text: str, context: Context | None = None, *, published: When | None = None
) -> tuple[Mention[Statistic], ...]:
    """Every figure in *text* that measures or counts something, in order.

    A number that is part of a date, a citation or a name is not a figure.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text, instead of *published*.
        published: When the text was published: a date, a date-time, or either in ISO 8601.

    >>> [m.quote for m in find_statistics("Năm 2020, Đội Cảnh sát giao thông số 2 phạt 15 xe.")]
    ['15 xe']

    Raises:
        TypeError: An argument is of another type.
        ValueError: *published* is not a day.
    """
    return find(text, context_of(context, published=published), kinds=("statistic",))


def _outside(
    figures: Iterable[Mention[Statistic]], others: Iterable[Mention[Any]]
) -> Iterator[Mention[Statistic]]:
    """The *figures* that give way to none of *others*."""
    taken = sorted(others, key=_start)
    starts = list(map(_start, taken))
    reaches = list(accumulate(map(_end, taken), max))  # the last end of all up to each
    for figure in figures:
        span = figure.span
        first = bisect_right(starts, span.start)
        if first and reaches[first - 1] > span.start:
            here = bisect_left(starts, span.start)
            within = here and reaches[here - 1] > span.start
            if within or not all(_is_per(other, figure) for other in taken[here:first]):
                continue
        last = bisect_left(starts, span.end, first)
        kept = _kept(figure, taken[first:last]) if first < last else figure
        if kept is not None:
            yield kept


def _kept(figure: Mention[Statistic], over: Sequence[Mention[Any]]) -> Mention[Statistic] | None:
    """What is left of *figure* if the mentions *over* begin inside it; None if it gives way to one."""
    if any(_gives_way(figure, other) for other in over):
        return None
    return _cut(figure, over)


def _cut(figure: Mention[Statistic], over: Iterable[Mention[Any]]) -> Mention[Statistic] | None:
    """*figure* without the last words that begin a time expression: ``5 tỷ đồng/năm 2020``.

    None where what is left is not a figure.
    """
    crossing = (other.start for other in over if other.kind == "date" and other.end > figure.end)
    start = next(crossing, None)
    if start is None:
        return figure
    quote = figure.quote[: start - figure.start].rstrip(_BETWEEN)
    try:
        statistics.parse(quote)
    except ParseError:
        return None
    unit, cut = figure.value.unit, figure.quote[len(quote) :]
    value = attrs.evolve(figure.value, unit=None if unit and unit in cut else unit, per=None)
    span = Span(start=figure.start, end=figure.start + len(quote))
    return attrs.evolve(figure, span=span, quote=quote, value=value)


def _is_per(other: Mention[Any], figure: Mention[Statistic]) -> bool:
    """Whether *other* is the recurrence before the number of *figure*: ``mỗi quý 280 triệu đồng``."""
    starts = other.start == figure.start and other.end < figure.end
    return starts and other.kind == "date" and other.value.every is not None


def _gives_way(figure: Mention[Statistic], other: Mention[Any]) -> bool:
    """Whether *figure* gives way to *other*, which begins inside it."""
    shared = SHARED["statistic", other.kind]
    if shared is Shared.COUNTED:
        number = figure.value.value
        return number is not None and number != number.to_integral_value()  # nobody counts 2.3 bodies
    if other.kind == "instrument":
        return True
    # In ``khoảng 8/2020`` the number is the date's, in ``2 lần năm 2020`` it is the figure's own.
    before = figure.quote[: other.start - figure.start]
    return not any(character.isdecimal() for character in before)
