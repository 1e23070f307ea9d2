"""Figures as tidy rows: one figure a row, the same columns in every row."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model import Agency, Article, Mention, Span, Statistic, TimeExpression
from ..text import sentence_ends, trimmed

__all__ = ["COLUMNS", "select_rows", "statistics_table"]

#: The columns of the table, in order, each with the type of its cells.
COLUMNS: Mapping[str, str] = {
    "article": "text", "quote": "text", "subject": "text", "holder": "text", "holder_id": "text",
    "source": "text", "value": "number", "low": "number", "high": "number", "of": "number", "unit": "text",
    "per": "text", "qualifier": "text", "role": "text", "change": "text", "baseline": "text",
    "baseline_value": "number", "baseline_unit": "text", "baseline_start": "date", "baseline_end": "date",
    "period": "text", "period_start": "date", "period_end": "date", "inferred": "text", "sentence": "text",
    "start": "count", "end": "count",
}  # fmt: skip

_PERIOD = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


def statistics_table(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """A row for each figure in the bodies of *articles*, for ``pandas.DataFrame``, ``polars`` or ``pyarrow``.

    A row has the figure's place (``article``, ``quote``, ``sentence``, ``start``, ``end``), its value
    (``value``, ``low``, ``high``, ``of`` as ``Decimal``, ``unit``, ``per``, ``qualifier``), what is measured
    (``subject`` as printed, None where the unit says what is counted), the body or the province that it is
    about (``holder``, ``holder_id`` of a body) and who gives it (``source``), whether it is a level, a
    difference, a ratio, a share or a target (``role``), which way it goes (``change``), compared with what
    (``baseline`` as printed, ``baseline_value`` and ``baseline_unit`` where that is another figure,
    ``baseline_start`` and ``baseline_end`` where it is a time), when (``period`` as printed,
    ``period_start``, ``period_end``), and which parts were concluded (``inferred``). What the text does not
    say plainly is None.

    >>> from vnmedia import parse_article
    >>> article = parse_article("Năm 2021, doanh thu tăng 12,7% so với năm 2020.", id="a1")
    >>> row = statistics_table([article])[0]
    >>> row["article"], str(row["value"]), row["unit"], row["subject"], row["period"], row["baseline"]
    ('a1', '12.7', '%', 'doanh thu', 'Năm 2021', 'năm 2020')
    >>> row["role"], row["change"], row["sentence"]
    ('difference', 'increase', 'Năm 2021, doanh thu tăng 12,7% so với năm 2020.')
    """
    return [row for article in articles for row in _rows(article)]


def select_rows(
    rows: Iterable[dict[str, Any]],
    *,
    subject: str | None = None,
    unit: str | None = None,
    period: str | None = None,
) -> list[dict[str, Any]]:
    """The *rows* that match every argument given.

    Args:
        rows: Rows of ``statistics_table``.
        subject: Words that the subject contains, in any case; for counted things, that the unit contains.
        unit: The unit as in the table: ``%``, ``VND``, ``người``.
        period: A year, quarter, month or day (``2024``, ``2024-Q2``, ``2024-03``, ``2024-03-31``), or two
            with ``/`` between: the rows whose period lies in that time or overlaps it.

    >>> from vnmedia import parse_article
    >>> article = parse_article("Năm 2021, giá thép tăng 5%. Năm 2022, giá than giảm 3%.", id="a")
    >>> rows = statistics_table([article])
    >>> [row["quote"] for row in select_rows(rows, subject="giá", period="2022")]
    ['3%']

    Raises:
        ValueError: *period* is none of these.
    """
    days = None if period is None else _days(period)
    words = None if subject is None else subject.casefold()

    def fits(row: dict[str, Any]) -> bool:
        named = row["subject"] or row["unit"] or ""
        return (
            (words is None or words in named.casefold())
            and (unit is None or (row["unit"] or "").casefold() == unit.casefold())
            and (days is None or _meets(row, *days))
        )

    return [row for row in rows if fits(row)]


def _meets(row: dict[str, Any], first: dt.date, last: dt.date) -> bool:
    start, end = row["period_start"], row["period_end"]
    if start is None and end is None:
        return False
    return (start is None or start <= last) and (end is None or end >= first)


def _days(period: str) -> tuple[dt.date, dt.date]:
    """The first and last day of *period*."""
    first, _, last = period.partition("/")
    try:
        return _bounds(first)[0], _bounds(last or first)[1]
    except ValueError as error:
        raise ValueError(f"period: {period!r} is not a year, quarter, month or day") from error


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    year = int(match["year"])
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day
    first, last = 1, 12
    if match["quarter"]:
        first = 3 * int(match["quarter"]) - 2
        last = first + 2
    elif match["month"]:
        first = last = int(match["month"])
    begin = dt.date(year, first, 1)
    return begin, dt.date(year, last, calendar.monthrange(year, last)[1])


def _rows(article: Article) -> Iterator[dict[str, Any]]:
    figures = _by_span(article, Statistic)
    linked = (_by_span(article, TimeExpression), _by_span(article, Agency), figures)
    ends = [*sentence_ends(article.text), len(article.text)] if figures else []
    for mention in article.mentions:
        figure = mention.value
        if not isinstance(figure, Statistic) or not article.in_body(mention):
            continue
        row = {
            "article": article.id,
            "quote": mention.quote,
            **{name: getattr(figure, name) for name in ("value", "low", "high", "of", "unit", "per")},
            **{name: getattr(figure, name) for name in ("qualifier", "role", "change")},
            **_linked(article, figure, *linked),
            "inferred": _concluded(mention),
            "sentence": _sentence(article, mention, ends),
            "start": mention.start,
            "end": mention.end,
        }
        yield {name: row[name] for name in COLUMNS}


def _linked(
    article: Article,
    figure: Statistic,
    times: Mapping[Span | None, TimeExpression],
    agencies: Mapping[Span | None, Agency],
    figures: Mapping[Span | None, Statistic],
) -> dict[str, Any]:
    """The columns of what a figure is linked with, by the values of those spans."""
    period, baseline = times.get(figure.period), times.get(figure.baseline)
    holder, source = agencies.get(figure.agency), agencies.get(figure.source)
    level = figures.get(figure.baseline)
    return {
        "subject": _words(article, figure.subject),
        "holder": holder.name if holder else _words(article, figure.agency),
        "holder_id": getattr(holder, "id", None),
        "source": source.name if source else _words(article, figure.source),
        "baseline": _words(article, figure.baseline),
        **{f"baseline_{name}": getattr(level, name, None) for name in ("value", "unit")},
        **{f"baseline_{name}": getattr(baseline, name, None) for name in ("start", "end")},
        "period": _words(article, figure.period),
        **{f"period_{name}": getattr(period, name, None) for name in ("start", "end")},
    }


def _concluded(mention: Mention[Any]) -> str | None:
    return ", ".join(f"{part}: {reason}" for part, reason in mention.inferred.items()) or None


def _sentence(article: Article, mention: Mention[Any], ends: list[int]) -> str:
    """The sentence of a figure; for one in a table, its row."""
    block = article.block_at(mention)
    if block is not None and block.cells:
        cells = block.cells
        first = last = max(0, bisect_right(cells, mention.start, key=lambda cell: cell.span.start) - 1)
        while first and cells[first - 1].row == cells[last].row:
            first -= 1
        while last + 1 < len(cells) and cells[last + 1].row == cells[first].row:
            last += 1
        return " | ".join(cell.span.of(article.text) for cell in cells[first : last + 1])
    index = bisect_right(ends, mention.start)
    start, end = trimmed(article.text, ends[index - 1] if index else 0, ends[index])
    return article.text[start:end]


def _by_span(article: Article, kind: type[Any]) -> dict[Span | None, Any]:
    return {mention.span: mention.value for mention in article.mentions if isinstance(mention.value, kind)}


def _words(article: Article, span: Span | None) -> str | None:
    return None if span is None else span.of(article.text)
