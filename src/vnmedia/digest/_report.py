"""The digest laid out: headings, tables and charts that each format writes in its own way."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

import attrs

from ..serializers.describe import day, describe, moment, number
from ..serializers.labels import Language, labels
from ..serializers.markup import web_address
from ._collect import Collected, Listed, Period, Sentence, Tally
from ._register import Entry

__all__ = ["Cell", "Chart", "Panel", "Report", "Section", "Table", "named", "report"]

#: The most lines in a table of one period; the register has all.
_MOST = 20
#: The most lines of each sort in the summary, days in the timeline, and bars in a chart.
_TOP = 5
_DAYS = 40
_BARS = 24

#: How many characters of a sentence stand in a table; the list of sentences has the whole.
_SHOWN = 160
_LONGEST_WORD = 30


@attrs.frozen(kw_only=True)
class Cell:
    """A cell: its text, and what it links to: a web page or a sentence of the digest."""

    text: str
    url: str | None = None
    sentence: int | None = None


@attrs.frozen(kw_only=True)
class Table:
    """Rows under the names of their columns.

    Attributes:
        header: The names of the columns.
        rows: The rows, the most important first.
        left_out: The note on rows that were left out; empty where none was.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: str = ""

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column, whether it has only numbers."""
        return tuple(all(cell.text.isdigit() for cell in column) for column in zip(*self.rows, strict=True))


@attrs.frozen(kw_only=True)
class Chart:
    """Bars with their names, and a note on those that are not drawn."""

    bars: tuple[tuple[str, int], ...]
    left_out: str = ""


@attrs.frozen(kw_only=True)
class Panel:
    """A table or a chart under its heading.

    Attributes:
        heading: Its name.
        content: The table or chart.
    """

    heading: str
    content: Table | Chart


@attrs.frozen(kw_only=True)
class Section:
    """A heading with the parts that stand under it.

    Attributes:
        role: What it is: the ``summary``, the ``charts``, one ``period``, or the lists of ``all`` periods.
        heading: Its name.
        about: How much it holds, in a few words.
        parts: Its panels; none is empty.
    """

    role: Literal["summary", "charts", "period", "all"]
    heading: str
    about: str = ""
    parts: tuple[Panel, ...] = ()


@attrs.frozen(kw_only=True)
class Report:
    """A digest, ready to be written.

    Attributes:
        language: The language of its labels.
        title: Its title, with the days that it covers.
        summary: How many articles, mentions and instruments there are.
        sections: The summary, the charts, the periods from the newest on, the timeline and the register.
        sentences: The sentences that its lines link to, numbered in the order of the lines.
        sources: All articles, in the order in which they were read.
    """

    language: Language
    title: str
    summary: str
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    sources: tuple[Listed, ...]


def report(collected: Collected, *, language: Language = "vi") -> Report:
    """The digest of what was *collected*, with labels in Vietnamese or English."""
    words = labels(language)
    known = [name for period in collected.periods if (name := period.key)]
    title = words["digest"]
    if known:
        first, last = _named(known[0], language), _named(known[-1], language)
        title += f": {first}" if first == last else f": {first} – {last}"
    counts = (
        ("articles", collected.articles),
        ("mentions", collected.kinds.total()),
        ("instruments", len(collected.register)),
    )
    summary = words["totals"].format(**{name: number(Decimal(count), language) for name, count in counts})
    layout = _Laying(collected, language)
    return Report(
        language=language,
        title=title,
        summary=summary,
        sections=tuple(layout.sections()),
        sentences=tuple(layout.sentences.values()),
        sources=tuple(layout.sources),
    )


class _Laying:
    """Lays out a digest, and keeps the sentences that its lines link to so far, by their original number."""

    def __init__(self, collected: Collected, language: Language) -> None:
        self.collected = collected
        self.language = language
        self.words = labels(language)
        self.sentences: dict[int, Sentence] = {}
        self.sources = sorted((a for p in collected.periods for a in p.articles), key=lambda a: a.number)

    def sections(self) -> Iterator[Section]:
        """All sections in order, without empty ones."""
        # The newest first, those without a day last.
        newest = sorted(self.collected.periods, key=lambda period: period.key, reverse=True)
        made = [
            Section(role="summary", heading=self.words["summary"], parts=tuple(self._summary(newest))),
            Section(role="charts", heading=self.words["charts"], parts=tuple(self._charts())),
            *(self._period(period) for period in newest),
            Section(role="all", heading=self.words["timeline"], parts=tuple(self._timeline())),
            Section(role="all", heading=self.words["register"], parts=tuple(self._register())),
        ]
        yield from (section for section in made if section.parts)

    def _summary(self, newest: list[Period]) -> Iterator[Panel]:
        """The newest articles, who published most, what was cited and named most, what changed most."""
        yield from self._articles("newest", self.sources, _TOP)
        publishers = Counter(article.publisher for article in self.sources if article.publisher)
        rows = [(Cell(text=name), Cell(text=str(count))) for name, count in publishers.most_common(_TOP)]
        yield from self._part("who", ("who", "articles"), rows)
        if len(newest) > 1 and newest[0].key:
            cited = newest[0].instruments.items()
            new = [line for entry, line in cited if not any(entry in p.instruments for p in newest[1:])]
            yield from self._top("new_instruments", "instrument", new)
        yield from self._top("most_cited", "instrument", _together(p.instruments for p in newest))
        yield from self._top("most_named", "agency", _together(p.agencies for p in newest))
        changes = (line for period in newest for line in period.changes if line.value.role != "target")
        yield from self._changes("biggest", [line for line in changes if _percent(line) is not None], _TOP)

    def _charts(self) -> Iterator[Panel]:
        periods = tuple((self._short(p.key), len(p.articles)) for p in self.collected.periods)
        left = len(periods) - _BARS
        left_out = self.words["earlier"].format(left) if left > 0 else ""
        chart = Chart(bars=periods[-_BARS:], left_out=left_out)
        kinds = tuple((self.words[kind], count) for kind, count in sorted(self.collected.kinds.items()))
        for heading, drawn in (("articles_per_period", chart), ("mentions_per_kind", Chart(bars=kinds))):
            if drawn.bars:
                yield Panel(heading=self.words[heading], content=drawn)

    def _period(self, period: Period) -> Section:
        """One period: its articles, the instruments cited, the bodies named, the figures that changed."""
        parts = (
            *self._articles("articles", period.articles),
            *self._most("instruments", "instrument", period.instruments.values()),
            *self._most("agencies", "agency", period.agencies.values()),
            *self._changes("changes", period.changes),
        )
        about = self.words["in_period"].format(
            articles=len(period.articles), instruments=len(period.instruments)
        )
        return Section(role="period", heading=_named(period.key, self.language), about=about, parts=parts)

    def _articles(self, heading: str, listed: Sequence[Listed], most: int | None = None) -> Iterator[Panel]:
        """A table of articles, one row each, the newest first."""
        newest = sorted(listed, key=lambda a: a.published.isoformat() if a.published else "", reverse=True)
        rows = [
            (
                Cell(text=_title(article, self.language), url=web_address(article.url)),
                Cell(text=article.publisher or ""),
                Cell(text=moment(article.published, self.language) if article.published else ""),
            )
            for article in newest[:most]
        ]
        yield from self._part(heading, ("title", "who", "published"), rows)

    def _top(self, heading: str, name: str, lines: Iterable[Tally]) -> Iterator[Panel]:
        """A table of what was said most often, each linked to the sentence that said it first."""
        ordered = sorted(lines, key=lambda line: -line.count)[:_TOP]
        rows = [
            (attrs.evolve(self._cited(line), text=self._name(line)), Cell(text=str(line.count)))
            for line in ordered
        ]
        yield from self._part(heading, (name, "count"), rows)

    def _most(self, heading: str, name: str, lines: Iterable[Tally]) -> Iterator[Panel]:
        """A table of what was said, most often first, with count, first sentence and relations."""
        ordered = sorted(lines, key=lambda line: -line.count)
        rows = [
            (
                Cell(text=self._name(line)),
                Cell(text=str(line.count)),
                self._cited(line),
                self._related(line.value) if isinstance(line.value, Entry) else Cell(text=""),
            )
            for line in ordered[:_MOST]
        ]
        yield from self._part(heading, (name, "count", "first", "relations"), rows, len(ordered) - _MOST)

    def _changes(self, heading: str, lines: Iterable[Tally], most: int = _MOST) -> Iterator[Panel]:
        """A table of figures that rose or fell: first those in per cent, by size."""
        ordered = sorted(lines, key=lambda line: -(_percent(line) or 0))
        rows = [
            (Cell(text=describe(line.value, self.language)), Cell(text=line.subject or ""), self._cited(line))
            for line in ordered[:most]
        ]
        left = len(ordered) - most if most == _MOST else 0
        yield from self._part(heading, ("value", "subject", "sentence"), rows, left)

    def _timeline(self) -> Iterator[Panel]:
        """A table of the days that were named most, in order of time."""
        most = sorted(self.collected.days.items(), key=lambda item: (-item[1].count, item[0]))[:_DAYS]
        rows = [
            (Cell(text=day(date, self.language)), Cell(text=str(line.count)), self._cited(line))
            for date, line in sorted(most)
        ]
        yield from self._part(
            "days_named", ("date", "count", "sentence"), rows, len(self.collected.days) - _DAYS
        )

    def _register(self) -> Iterator[Panel]:
        rows = [
            (
                Cell(text=describe(entry.instrument, self.language), url=web_address(entry.instrument.uri)),
                Cell(text=str(entry.count)),
                Cell(text=str(len(entry.articles))),
                self._related(entry),
            )
            for entry in self.collected.register
        ]
        yield from self._part("instruments", ("instrument", "count", "articles", "relations"), rows)

    def _part(
        self, heading: str, header: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], left: int = 0
    ) -> Iterator[Panel]:
        """A table of *rows* under *header*, without empty columns; nothing where there are no rows."""
        if not rows:
            return
        filled = [i for i in range(len(header)) if any(row[i].text for row in rows)]
        table = Table(
            header=tuple(self.words[header[i]] for i in filled),
            rows=tuple(tuple(row[i] for i in filled) for row in rows),
            left_out=self.words["left_out"].format(left) if left > 0 else "",
        )
        yield Panel(heading=self.words[heading], content=table)

    def _name(self, line: Tally) -> str:
        value = line.value.instrument if isinstance(line.value, Entry) else line.value
        return describe(value, self.language)

    def _related(self, entry: Entry) -> Cell:
        """The relations that an instrument is said to have to others."""
        said = (
            f"{self.words[kind]} {describe(other.instrument, self.language)}"
            for kind, other in entry.relations
        )
        return Cell(text="; ".join(said))

    def _cited(self, line: Tally) -> Cell:
        """The sentence of *line*; for a long one, the part that holds the words."""
        sentence = self.sentences.setdefault(
            line.sentence.number, attrs.evolve(line.sentence, number=len(self.sentences) + 1)
        )
        text, quote = sentence.text, " ".join(line.quote.split())
        start = max(text.find(quote), 0)
        start = 0 if start + len(quote) <= _SHOWN else start - max(_SHOWN - len(quote), 0) // 2
        return Cell(text=_cut(text, start), sentence=sentence.number)

    def _short(self, key: str) -> str:
        """A period's name beside a bar: a week without its days."""
        return _named(key, self.language).partition(" (")[0]


def _together(lines: Iterable[Mapping[Any, Tally]]) -> list[Tally]:
    """The lines of all periods; lines with the same key become one, with the sum of their counts."""
    whole: dict[Any, Tally] = {}
    for of_period in lines:
        for key, line in of_period.items():
            before = whole.get(key)
            whole[key] = attrs.evolve(line, count=line.count + (before.count if before else 0))
    return list(whole.values())


def _percent(line: Tally) -> Decimal | None:
    """By how many per cent a figure changed; None where it is given in anything else."""
    value = line.value
    if value.unit != "%":
        return None
    ends: tuple[Decimal | None, ...] = (value.value, value.high, value.low)
    return next((end for end in ends if end is not None), None)


def _cut(text: str, start: int) -> str:
    """A part of *text* from *start* on, in whole words, with dots where something is left out."""
    end = start + _SHOWN
    if start > 0 and (space := text.find(" ", start, start + _LONGEST_WORD)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", end - _LONGEST_WORD, end)) > start:
        end = space
    return "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


def _named(key: str, language: Language) -> str:
    """A period in words: ``Tuần 51/2020 (14/12/2020 – 20/12/2020)``, ``Tháng 12/2020``."""
    words = labels(language)
    if not key:
        return words["undated"]
    year, week, count = key[:4], "W" in key, int(key[-2:])
    if not week:
        return f"{words['month']} {count}/{year}"
    monday = dt.date.fromisocalendar(int(year), count, 1)
    sunday = dt.date.fromordinal(min(monday.toordinal() + 6, dt.date.max.toordinal()))
    return f"{words['week']} {count}/{year} ({day(monday, language)} – {day(sunday, language)})"


def _title(article: Listed, language: Language) -> str:
    return article.title or article.id or labels(language)["untitled"]


def named(article: Listed, language: Language) -> str:
    """An article in one line: its title, publisher and day."""
    when = moment(article.published, language) if article.published else ""
    about = ", ".join(filter(None, (article.publisher, when)))
    return f"{_title(article, language)} ({about})" if about else _title(article, language)
