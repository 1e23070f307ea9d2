"""The digest laid out: headings, tables and charts that each format writes in its own way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..serializers.describe import day, describe, moment
from ..serializers.labels import Language, labels
from ..serializers.markup import web_address
from ._collect import Collected, Line, Listed, Period, Sentence
from ._register import Entry

__all__ = ["Cell", "Chart", "Report", "Section", "Table", "named", "report"]

#: How many lines a table of one period has at most; the register has all.
_MOST = 20

#: How much of a sentence stands in a table; the list of sentences has the rest.
_SHOWN = 160
_LONGEST_WORD = 30


@attrs.frozen(kw_only=True)
class Cell:
    """A cell: text, and where it leads: a web page or a sentence of the digest."""

    text: str
    url: str | None = None
    sentence: int | None = None


@attrs.frozen(kw_only=True)
class Table:
    """A table; the cells of a number's column are numbers in words."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@attrs.frozen(kw_only=True)
class Chart:
    """Bars with their names."""

    bars: tuple[tuple[str, int], ...]


@attrs.frozen(kw_only=True)
class Section:
    """A heading of level 2 or 3 with a table or chart under it, or neither."""

    heading: str
    level: int = 2
    table: Table | None = None
    chart: Chart | None = None


@attrs.frozen(kw_only=True)
class Report:
    """A digest, ready to be written."""

    language: Language
    title: str
    summary: str
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    sources: tuple[Listed, ...]


def report(collected: Collected, *, language: Language = "vi") -> Report:
    """The digest that *collected* tells, with labels in Vietnamese or English."""
    words = labels(language)
    known = [name for period in collected.periods if (name := period.key)]
    title = words["digest"]
    if known:
        first, last = _named(known[0], language), _named(known[-1], language)
        title += f": {first}" if first == last else f": {first} – {last}"
    summary = words["totals"].format(
        articles=collected.articles, mentions=collected.kinds.total(), instruments=len(collected.register)
    )
    sources = sorted((a for period in collected.periods for a in period.articles), key=lambda a: a.number)
    return Report(
        language=language,
        title=title,
        summary=summary,
        sections=tuple(_sections(collected, language)),
        sentences=tuple(collected.sentences),
        sources=tuple(sources),
    )


def _sections(collected: Collected, language: Language) -> Iterator[Section]:
    words = labels(language)
    published = tuple((_named(p.key, language), len(p.articles)) for p in collected.periods)
    yield Section(heading=words["articles_per_period"], chart=Chart(bars=published))
    kinds = tuple((words[kind], count) for kind, count in sorted(collected.kinds.items()))
    yield Section(heading=words["mentions_per_kind"], chart=Chart(bars=kinds))
    for period in collected.periods:
        yield Section(heading=_named(period.key, language))
        yield from _of_period(period, language)
    days = sorted(collected.days.items())
    yield Section(heading=words["timeline"], table=_timeline(days, language))
    yield Section(heading=words["register"], table=_register(collected, language))


def _of_period(period: Period, language: Language) -> Iterator[Section]:
    listed = [
        (Cell(text=name), Cell(text=str(count)), Cell(text=titles))
        for name, count, titles in _by_publisher(period.articles, language)
    ]
    yield _section("who", ("who", "count", "articles"), listed, language)
    instruments = sorted(period.instruments.values(), key=lambda line: -line.count)[:_MOST]
    yield _section(
        "instruments",
        ("instrument", "count", "first", "relations"),
        [
            (*_counted(_titled(line.value, language), line), _related(line.value, language))
            for line in instruments
        ],
        language,
    )
    agencies = sorted(period.agencies.values(), key=lambda line: -line.count)[:_MOST]
    yield _section(
        "agencies",
        ("agency", "count", "first"),
        [_counted(line.value.name, line) for line in agencies],
        language,
    )
    changes = [
        (Cell(text=line.subject or ""), Cell(text=describe(line.value, language)), _cited(line))
        for line in period.changes[:_MOST]
    ]
    yield _section("changes", ("subject", "value", "sentence"), changes, language)


def _by_publisher(articles: Iterable[Listed], language: Language) -> Iterator[tuple[str, int, str]]:
    titles: dict[str, list[str]] = {}
    for article in articles:
        name = article.publisher or labels(language)["unknown"]
        titles.setdefault(name, []).append(named(article, language))
    for name, of_it in sorted(titles.items(), key=lambda pair: -len(pair[1])):
        yield name, len(of_it), "; ".join(of_it)


def _section(
    heading: str, header: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], language: Language
) -> Section:
    return Section(heading=labels(language)[heading], level=3, table=_table(header, rows, language))


def _table(header: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], language: Language) -> Table:
    """The rows under their names, without the columns in which nothing stands."""
    filled = [i for i in range(len(header)) if not rows or any(row[i].text for row in rows)]
    names = tuple(labels(language)[header[i]] for i in filled)
    return Table(header=names, rows=tuple(tuple(row[i] for i in filled) for row in rows))


def _counted(text: str, line: Line) -> tuple[Cell, ...]:
    return Cell(text=text), Cell(text=str(line.count)), _cited(line)


def _titled(entry: Entry, language: Language) -> str:
    return describe(entry.instrument, language)


def _related(entry: Entry, language: Language) -> Cell:
    """What is said that an instrument does to others."""
    words = labels(language)
    return Cell(
        text="; ".join(f"{words[kind]} {_titled(other, language)}" for kind, other in entry.relations)
    )


def _cited(line: Line) -> Cell:
    """The sentence of *line*, of a long one the part that has the words."""
    text, quote = line.sentence.text, " ".join(line.quote.split())
    start = max(text.find(quote), 0)
    start = 0 if start + len(quote) <= _SHOWN else start - max(_SHOWN - len(quote), 0) // 2
    return Cell(text=_part(text, start), sentence=line.sentence.number)


def _part(text: str, start: int) -> str:
    """What stands from *start* on, in whole words, with dots where something is left out."""
    end = start + _SHOWN
    if start > 0 and (space := text.find(" ", start, start + _LONGEST_WORD)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", end - _LONGEST_WORD, end)) > start:
        end = space
    return "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


def _timeline(days: list[tuple[dt.date, Line]], language: Language) -> Table:
    rows = tuple(
        (Cell(text=day(date, language)), Cell(text=str(line.count)), _cited(line)) for date, line in days
    )
    return _table(("date", "count", "sentence"), rows, language)


def _register(collected: Collected, language: Language) -> Table:
    rows = tuple(
        (
            Cell(text=_titled(entry, language), url=web_address(entry.instrument.uri)),
            Cell(text=str(entry.count)),
            Cell(text=str(len(entry.articles))),
            _related(entry, language),
        )
        for entry in collected.register
    )
    return _table(("instrument", "count", "articles", "relations"), rows, language)


def _named(key: str, language: Language) -> str:
    """A period in words: ``Tuần 51/2020 (14/12/2020 – 20/12/2020)``, ``Tháng 12/2020``."""
    words = labels(language)
    if not key:
        return words["undated"]
    year, week, number = key[:4], "W" in key, int(key[-2:])
    if not week:
        return f"{words['month']} {number}/{year}"
    monday = dt.date.fromisocalendar(int(year), number, 1)
    sunday = dt.date.fromordinal(min(monday.toordinal() + 6, dt.date.max.toordinal()))
    return f"{words['week']} {number}/{year} ({day(monday, language)} – {day(sunday, language)})"


def named(article: Listed, language: Language) -> str:
    """An article in one line: its title, and when it was published."""
    title = article.title or article.id or labels(language)["untitled"]
    return f"{title} ({moment(article.published, language)})" if article.published else title
