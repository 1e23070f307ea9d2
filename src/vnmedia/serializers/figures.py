"""Figures as tidy rows: one figure a row, the same columns in every row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import Agency, Article, Span, Statistic, TimeExpression

__all__ = ["statistics_table"]


def statistics_table(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """A row for each figure in *articles*, ready for ``pandas.DataFrame``, ``polars`` or ``pyarrow``.

    A row has the figure (``value``, ``low``, ``high``, ``of`` as ``Decimal``, ``unit``, ``qualifier``,
    ``per``, ``change``), what is measured (``subject``), when (``period`` as printed, ``period_start``,
    ``period_end``), by whom (``agency``, ``agency_id``), compared with what (``baseline`` as printed,
    ``baseline_start``, ``baseline_end`` where it is a time) and where it stands (``article``, ``start``,
    ``end``, ``quote``). What the text does not say plainly is None.

    >>> from vnmedia import parse_article
    >>> article = parse_article("Năm 2021, doanh thu tăng 12,7% so với năm 2020.", id="a1")
    >>> row = statistics_table([article])[0]
    >>> row["article"], str(row["value"]), row["unit"], row["subject"], row["period"], row["baseline"]
    ('a1', '12.7', '%', 'doanh thu', 'Năm 2021', 'năm 2020')
    """
    return [row for article in articles for row in _rows(article)]


def _rows(article: Article) -> Iterable[dict[str, Any]]:
    times = _by_span(article, TimeExpression)
    agencies = _by_span(article, Agency)
    for mention in article.mentions:
        figure = mention.value
        if not isinstance(figure, Statistic):
            continue
        period, baseline = times.get(figure.period), times.get(figure.baseline)
        agency = agencies.get(figure.agency)
        yield {
            "article": article.id,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "per": figure.per,
            "of": figure.of,
            "change": figure.change,
            "subject": _words(article, figure.subject),
            "period": _words(article, figure.period),
            "period_start": period and period.start,
            "period_end": period and period.end,
            "agency": agency and agency.name,
            "agency_id": agency and agency.id,
            "baseline": _words(article, figure.baseline),
            "baseline_start": baseline and baseline.start,
            "baseline_end": baseline and baseline.end,
            "start": mention.start,
            "end": mention.end,
            "quote": mention.quote,
        }


def _by_span(article: Article, kind: type[Any]) -> dict[Span | None, Any]:
    return {mention.span: mention.value for mention in article.mentions if isinstance(mention.value, kind)}


def _words(article: Article, span: Span | None) -> str | None:
    return None if span is None else span.of(article.text)
