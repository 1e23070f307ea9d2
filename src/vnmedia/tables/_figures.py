"""The figures in a table's cells, with the unit, subject and time that heads and labels give."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

import attrs

from ..model import Block, Cell, Mention, Span, Statistic, TimeExpression
from ..model.statistic import Role
from ..numbers import CONTEXT, plain_decimal
from ..registries import Pattern
from ._grid import Grid, Number, columns_of
from ._heads import Measured, bare_label, compared_with, counted_in, declared_unit, is_goal, is_share, moves

__all__ = ["table_figures", "table_years"]

_YEAR = Pattern(r"(?:sơ bộ |ước |năm )?((?:19|20)[0-9]{2})", re.IGNORECASE)
_TIMES = Pattern(r"(?:năm|tháng|quý|ngày|kỳ|thời gian|thời kỳ|giai đoạn|tuần)(?!\w).{0,12}", re.IGNORECASE)
#: How far above a table its title stands.
_ABOVE = 400
_LONGEST_TITLE = 220
#: An index against a year before is about a hundred; a rate of growth is seldom so high.
_LEAST_INDEX = 50


def table_years(
    text: str, table: Block, found: Sequence[Mention[Any]]
) -> tuple[Mention[TimeExpression], ...]:
    """The heads and labels of *table* that are years, where *found*, which is in order, has no time."""
    grid = Grid.of(text, table)
    years = []
    for cell in table.cells:
        year = _YEAR.fullmatch(grid.words(cell))
        named = cell.row < grid.body or cell.column == grid.labels
        if year is None or not named or any(mention.kind == "date" for mention in _in(found, cell.span)):
            continue
        start = cell.span.start + cell.span.of(text).index(year[1])
        number = int(year[1])
        value = TimeExpression(edtf=year[1], start=dt.date(number, 1, 1), end=dt.date(number, 12, 31))
        years.append(Mention(span=Span(start=start, end=start + 4), quote=year[1], value=value))
    return tuple(years) if grid.body < grid.height else ()


def table_figures(text: str, table: Block, found: Sequence[Mention[Any]]) -> tuple[Mention[Statistic], ...]:
    """The figures in the cells of *table*.

    Args:
        text: The text that the table stands in.
        table: Its block.
        found: The mentions of the text, in order; a figure found in a cell is completed.
    """
    grid = Grid.of(text, table)
    if not grid.numbers and not any(mention.kind == "statistic" for mention in _in(found, table.span)):
        return ()
    return tuple(_Reader(grid, found).read())


@attrs.define
class _Column:
    """What the heads over a column say of its figures."""

    unit: Measured | None = None
    unit_from: str = "head"
    time: Span | None = None
    baseline: Span | None = None
    moves: bool = False
    goal: bool = False
    share: bool = False
    is_index: bool = False
    name: Span | None = None


class _Reader:
    """One table with the mentions around it."""

    def __init__(self, grid: Grid, found: Sequence[Mention[Any]]) -> None:
        self.grid, self.text = grid, grid.text
        self.found = found
        self.unit, self.time = self._above()
        columns = columns_of(grid)
        self.columns = {column: self._column(column) for column in columns}
        self.labels = {row: cell for (row, column), cell in grid.cells.items() if column == grid.labels}

    def read(self) -> Iterator[Mention[Statistic]]:
        """The figures of all rows below the head."""
        for row in range(self.grid.body, self.grid.height):
            for cell in self.grid.row(row):
                figure = self._figure(cell) if cell.column in self.columns else None
                if figure is not None:
                    yield figure

    def _above(self) -> tuple[Measured | None, Span | None]:
        """The unit and the time in the table's title: rows over its whole width, and the lines above."""
        places = [cell.span for cell in self.grid.title]
        corner = self.grid.cells.get((len(self.grid.title), 0))
        places += [corner.span] if corner is not None else []
        places += self._lines_above()
        unit = next((unit for place in places if (unit := declared_unit(place.of(self.text)))), None)
        times = [time for place in places for time in self._times(place)]
        return unit, times[0] if len(times) == 1 else None

    def _lines_above(self) -> list[Span]:
        """The two lines above the table, unless they are sentences."""
        start = self.grid.table.span.start
        begin = max(0, start - _ABOVE)
        lines: list[Span] = []
        end = start
        while end > begin and len(lines) < 2:
            line = self.text.rfind("\n", begin, end) + 1 or begin
            words = self.text[line:end].strip()
            if words and (len(words) > _LONGEST_TITLE or words.endswith((".", ";")) or words[:1] == "|"):
                break
            if words:
                at = line + self.text[line:end].index(words)
                lines.append(Span(start=at, end=at + len(words)))
            end = line - 1
        return lines

    def _times(self, place: Span) -> list[Span]:
        """The times with days in *place*, in order; a year alone counts."""
        return [
            mention.span
            for mention in _in(self.found, place)
            if mention.kind == "date" and (mention.value.start or mention.value.end)
        ]

    def _column(self, column: int) -> _Column:
        made = _Column()
        for head in self.grid.heads(column):
            self._read_head(head, made)
        made.goal &= made.baseline is None
        numbers = [(cell, number) for cell, number in self.grid.numbers.items() if cell.column == column]
        signed = any(number.is_signed for _, number in numbers)
        values = [self.grid.value(number) for cell, number in numbers if cell.row >= self.grid.body]
        made.is_index = bool(values) and not signed and min(values) >= _LEAST_INDEX
        made.moves |= signed and made.baseline is not None
        return made

    def _read_head(self, head: Cell, made: _Column) -> None:
        """Note in *made* what one head says of its column; heads are read from the top down."""
        words = self.grid.words(head)
        made.unit = counted_in(words) or made.unit
        made.moves |= moves(words)
        made.goal |= is_goal(words)
        made.share |= is_share(words)
        baseline = compared_with(self.text, head)
        made.baseline = baseline or made.baseline
        times = [time for time in self._times(head.span) if baseline is None or time.start < baseline.start]
        made.time = self._narrower(made.time, times[0] if times else None)
        if not times and not (made.baseline or made.moves):
            made.name = bare_label(self.text, head)

    def _narrower(self, upper: Span | None, lower: Span | None) -> Span | None:
        """The time of two heads over one another; None where the lower one is not in the upper."""
        if upper is None or lower is None:
            return lower or upper
        outer, inner = self._value(upper), self._value(lower)
        if outer is None or inner is None or None in (outer.start, outer.end, inner.start, inner.end):
            return None
        inside = outer.start <= inner.start and inner.end <= outer.end  # type: ignore[operator]
        return lower if inside else None

    def _value(self, span: Span) -> TimeExpression | None:
        return next((m.value for m in _in(self.found, span) if m.span == span and m.kind == "date"), None)

    def _figure(self, cell: Cell) -> Mention[Statistic] | None:
        inside = _in(self.found, cell.span)
        own = next((m for m in inside if m.kind == "statistic" and m.span == cell.span), None)
        number = self.grid.numbers.get(cell)
        if own is None and (number is None or any(mention.kind != "statistic" for mention in inside)):
            return None
        column = self.columns[cell.column]
        label = self.labels.get(cell.row)
        value, inferred = (own.value, {}) if own is not None else self._counted(cell, number, column)
        if value is None:
            return None
        period = self._period(column, label, inferred)
        subject = self._subject(column, label, inferred)
        change = self._change(value, number, column)
        linked = attrs.evolve(
            value,
            subject=subject,
            period=period,
            baseline=column.baseline,
            change=change,
            role=_role(value, column, change),
        )
        quote = cell.span.of(self.text)
        return Mention(span=cell.span, quote=quote, value=linked, inferred=inferred)

    def _counted(
        self, cell: Cell, number: Number | None, column: _Column
    ) -> tuple[Statistic | None, dict[str, str]]:
        """The number of a cell with the unit that its column, its row or the table gives."""
        assert number is not None
        value = self.grid.value(number)
        if number.is_percent:
            return Statistic(value=value, unit="%"), {}
        unit, reason = self._unit(cell, column)
        if unit is None:
            return None, {}
        scaled = plain_decimal(CONTEXT.multiply(value, unit.scale))
        return Statistic(value=scaled, unit=unit.unit, per=unit.per), {"unit": reason}

    def _unit(self, cell: Cell, column: _Column) -> tuple[Measured | None, str]:
        if column.unit is not None:
            return column.unit, "head"
        stated = self.grid.cells.get((cell.row, self.grid.units)) if self.grid.units is not None else None
        if stated is not None:
            return declared_unit(f"ĐVT: {self.grid.words(stated)}"), "row"
        label = self.labels.get(cell.row)
        if label is not None and (unit := counted_in(self.grid.words(label))) is not None:
            return unit, "row"
        if column.baseline is not None or column.share or column.moves:
            return None, ""  # what is compared may be a percentage or not
        return self.unit, "title"

    def _period(self, column: _Column, label: Cell | None, inferred: dict[str, str]) -> Span | None:
        times = self._times(label.span) if label is not None else []
        if len(times) == 1:
            inferred["period"] = "row"
            return times[0]
        if column.time is not None:
            inferred["period"] = "head"
            return column.time
        if (column.baseline is not None or column.moves) and self._levels:
            latest = self._latest()
            if latest is not None:
                inferred["period"] = "head"
            return latest
        if self.time is not None:
            inferred["period"] = "title"
        return self.time

    @cached_property
    def _levels(self) -> list[Span]:
        """The times of the level columns, whose figures other columns compare."""
        levels = (each for each in self.columns.values() if not (each.baseline or each.moves or each.goal))
        return list(dict.fromkeys(level.time for level in levels if level.time is not None))

    def _latest(self) -> Span | None:
        """The last time of the level columns; None where months stand beside years or longer spans."""
        bounds = {}
        for span in self._levels:
            value = self._value(span)
            if value is None or value.start is None or value.end is None:
                return None
            bounds[span] = value.start, value.end
        months = {(end.year - start.year) * 12 + end.month - start.month for start, end in bounds.values()}
        return max(bounds, key=lambda span: bounds[span][1]) if len(months) == 1 else None

    def _subject(self, column: _Column, label: Cell | None, inferred: dict[str, str]) -> Span | None:
        named = bare_label(self.text, label) if label is not None else None
        if label is not None and named is not None and not self._is_time(label):
            inferred["subject"] = "row"
            return named
        if column.name is not None:
            inferred["subject"] = "head"
        return column.name

    def _is_time(self, label: Cell) -> bool:
        words = self.grid.words(label)
        times = self._times(label.span)
        whole = len(times) == 1 and len(times[0]) >= len(words) - 2
        return whole or _YEAR.fullmatch(words) is not None or _TIMES.fullmatch(words) is not None

    def _change(self, value: Statistic, number: Number | None, column: _Column) -> Any:
        if value.change is not None or not column.moves or value.value is None or not value.value:
            return value.change
        if number is None:
            return None
        return "increase" if value.value > 0 else "decrease"


def _role(value: Statistic, column: _Column, change: str | None) -> Role | None:
    if change is not None:
        return "difference"
    if column.share and value.unit == "%":
        return "share"
    if column.goal:
        return "target"
    if column.baseline is None:
        return "level"
    if value.unit == "lần" or (value.unit == "%" and column.is_index):
        return "ratio"
    return None


def _in(mentions: Sequence[Mention[Any]], place: Span) -> Sequence[Mention[Any]]:
    """The *mentions*, given in order, that begin and end in *place*."""
    first = bisect_left(mentions, place.start, key=attrgetter("start"))
    last = bisect_right(mentions, place.end, key=attrgetter("start"))
    return [mention for mention in mentions[first:last] if mention.end <= place.end]
