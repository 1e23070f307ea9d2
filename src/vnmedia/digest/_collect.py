"""The content of a digest, gathered from articles one at a time."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal, get_args

import attrs

from ..model import Agency, Article, Citation, Mention, Span, Statistic, TimeExpression
from ..text import sentences
from ._publishers import publisher_of
from ._register import Entry, Register

__all__ = ["Collected", "Listed", "Period", "Sentence", "Tally", "collect"]

By = Literal["week", "month"]

#: How many characters of a sentence are kept: in some texts no sentence ever ends.
_LONGEST = 2000


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence that a line of the digest comes from.

    Attributes:
        number: Its number in the digest, from 1.
        text: The sentence, cut where it is very long.
        article: The number of its article.
    """

    number: int
    text: str
    article: int


@attrs.frozen(kw_only=True)
class Listed:
    """An article as the digest lists it."""

    number: int
    id: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: dt.date | None


@attrs.define(kw_only=True)
class Tally:
    """Something that was said: its value and subject, how often, and its first words and sentence."""

    value: Any
    quote: str
    sentence: Sentence
    count: int = 0
    subject: str | None = None


@attrs.define(kw_only=True)
class Period:
    """A week or a month: the articles published in it, and what they said.

    Attributes:
        key: ``2020-W51`` or ``2020-12``; empty for articles without a day.
    """

    key: str
    articles: list[Listed] = attrs.field(factory=list)
    instruments: dict[Entry, Tally] = attrs.field(factory=dict)
    agencies: dict[str, Tally] = attrs.field(factory=dict)
    changes: list[Tally] = attrs.field(factory=list)


@attrs.define(kw_only=True)
class Collected:
    """Everything that a digest shows.

    Attributes:
        by: ``"week"`` or ``"month"``.
        articles: How many articles there are.
        register: All instruments cited.
        kinds: How many mentions there are of each kind.
        days: The days that the articles speak of, each with the first sentence that does so.
        sentences: The sentences that lines refer to, by number.
    """

    by: By
    articles: int = 0
    register: Register = attrs.field(factory=Register)
    kinds: Counter[str] = attrs.field(factory=Counter)
    days: dict[dt.date, Tally] = attrs.field(factory=dict)
    sentences: list[Sentence] = attrs.field(factory=list)
    _periods: dict[str, Period] = attrs.field(factory=dict)

    @property
    def periods(self) -> list[Period]:
        """The periods in order, the one without a day last."""
        return sorted(self._periods.values(), key=lambda period: (not period.key, period.key))

    def add(self, article: Article) -> None:
        """Add what *article* says."""
        number = self.articles
        self.articles += 1
        period = self._periods.setdefault(key := _key(article.published, self.by), Period(key=key))
        period.articles.append(
            Listed(
                number=number,
                id=article.id,
                title=article.title,
                publisher=publisher_of(article),
                url=article.url,
                published=article.published,
            )
        )
        around = _Sentences(article, number, self)
        # What stands in a page's furniture (menus, counters, other stories) is not what the article says.
        said = [mention for mention in article.mentions if article.in_body(mention)]
        cited = {
            m.span: self.register.add(m.value, number, article) for m in said if isinstance(m.value, Citation)
        }
        for mention in said:
            self.kinds[mention.kind] += 1
            if isinstance(mention.value, Citation):
                _cite(period, mention, cited, around)
            else:
                self._say(period, mention, around)

    def _say(self, period: Period, mention: Mention[Any], around: _Sentences) -> None:
        value = mention.value
        if isinstance(value, Agency):
            _count(period.agencies, value.id or value.name.casefold(), value, mention, around)
        elif isinstance(value, Statistic) and value.change:
            text = around.article.text
            subject = text[value.subject.start : value.subject.end] if value.subject else None
            line = Tally(
                value=value, quote=mention.quote, sentence=around.of(mention), count=1, subject=subject
            )
            period.changes.append(line)
        elif isinstance(value, TimeExpression) and value.start and value.start == value.end:
            _count(self.days, value.start, value, mention, around)


class _Sentences:
    """The sentences of one article; each one asked for gets a number in the digest."""

    def __init__(self, article: Article, number: int, digest: Collected) -> None:
        self.article = article
        self.number = number
        self._digest = digest
        self._spans = list(sentences(article.text)) if article.mentions else []
        self._starts = [span.start for span in self._spans]
        self._made: dict[int, Sentence] = {}

    def of(self, mention: Mention[Any]) -> Sentence:
        """The sentence in which *mention* begins; where there is none, the mention itself."""
        index = bisect_right(self._starts, mention.start) - 1
        if index not in self._made:
            text = self._spans[index].of(self.article.text) if index >= 0 else mention.quote
            text = " ".join(text.split())
            shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            made = Sentence(number=len(self._digest.sentences) + 1, text=shown, article=self.number)
            self._digest.sentences.append(made)
            self._made[index] = made
        return self._made[index]


def _cite(
    period: Period, mention: Mention[Citation], cited: dict[Span, Entry | None], around: _Sentences
) -> None:
    entry = cited[mention.span]
    if entry is None:
        return
    _count(period.instruments, entry, entry, mention, around)
    for relation in mention.value.relations:
        other = cited.get(relation.target)
        if other is not None and other is not entry:
            entry.related(relation.kind, other)


def _count(lines: dict[Any, Tally], key: Any, value: Any, mention: Mention[Any], around: _Sentences) -> None:
    line = lines.get(key)
    if line is None:
        line = lines[key] = Tally(value=value, quote=mention.quote, sentence=around.of(mention))
    line.count += 1


def _key(published: dt.date | None, by: By) -> str:
    if published is None:
        return ""
    if by == "month":
        return f"{published.year:04}-{published.month:02}"
    week = published.isocalendar()
    return f"{week.year:04}-W{week.week:02}"


def collect(articles: Iterable[Article], *, by: By = "week") -> Collected:
    """The content of a digest of *articles*, by week or by month; the articles are taken one at a time.

    Raises:
        ValueError: *by* is something else.
    """
    if by not in get_args(By):
        raise ValueError(f"by: {by!r} is not one of {', '.join(get_args(By))}")
    collected = Collected(by=by)
    for article in articles:
        collected.add(article)
    return collected
