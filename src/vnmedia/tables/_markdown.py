"""Reading rows of Markdown as table blocks, and writing cells as rows of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

import attrs

from ..model import Block, Cell, Span
from ..model._trusted import trusted
from ..registries import Pattern

__all__ = ["find_tables", "title_start", "written"]

_cell, _span = trusted(Cell), trusted(Span)
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_RULE = Pattern(r"^[ \t]*\|?[ \t]*:?-{2,}:?(?:[ \t]*\|[ \t]*:?-{2,}:?)*+[ \t]*\|?[ \t]*$", re.MULTILINE)
_MARK = Pattern(r"(?<!\\)\|")
# Bảng 1; Biểu số 02
_TITLE = Pattern(r"[*# ]*(?:bảng|biểu)(?: số)? ?[0-9]", re.IGNORECASE)
_TITLE_LINES = 2
_LONGEST_TITLE = 220
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2
#: The most columns that are read.
_MOST_COLUMNS = 200


def find_tables(text: str) -> tuple[Block, ...]:
    """The tables in *text*, which is in NFC: two or more adjacent rows of two or more cells.

    Marks at the ends of the lines may be left out if a line of dashes follows the first row.

    >>> table = find_tables("| Năm | Thu |\\n|---|---:|\\n| 2023 | 5,2 |")[0]
    >>> [(cell.row, cell.column, cell.head) for cell in table.cells]
    [(0, 0, True), (0, 1, True), (1, 0, False), (1, 1, False)]
    """
    if "|" not in text:
        return ()
    found = (_table(text, rows) for rows in (*_runs(text), *_open_runs(text)))
    return tuple(sorted((table for table in found if table is not None), key=attrgetter("start")))


def _runs(text: str) -> Iterator[list[Span]]:
    """The rows of each table: adjacent lines with marks at both ends."""
    rows: list[Span] = []
    for line in _ROW.finditer(text):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        row = Span(start=start, end=start + len(line.group().strip()))
        if rows and text[rows[-1].end : row.start].strip(" \t\r") != "\n":
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _open_runs(text: str) -> Iterator[list[Span]]:
    """The rows of each table without marks at the line ends: a head, a rule per column, other lines."""
    after = 0
    for rule in _RULE.finditer(text):
        head = _line(text, text.rfind("\n", 0, max(0, rule.start() - 1)) + 1)
        rules = _line(text, rule.start())
        if rule.start() <= max(after, 1) or _ROW.fullmatch(rule.group()) or "|" not in rule.group():
            continue
        if head.end > rule.start() or len(_marks(text, head)) != len(_marks(text, rules)):
            continue
        rows = [head, rules]
        while (
            "|" in (row := _line(text, text.find("\n", rows[-1].end) + 1)).of(text)
            and row.start > rows[-1].end
        ):
            rows.append(row)
        after = rows[-1].end
        yield rows


def _line(text: str, start: int) -> Span:
    """The line that begins at *start*, without the white space around it."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    first = start + len(line) - len(line.lstrip())
    return Span(start=first, end=first + len(line.strip()))


def _marks(text: str, row: Span) -> list[int]:
    """The places of the marks around the cells of *row*, or of its ends where they have none."""
    marks = [mark.start() for mark in _MARK.finditer(text, row.start, row.end)]
    if not marks:
        return []
    first = [] if marks[0] == row.start else [row.start - 1]
    last = [] if marks[-1] == row.end - 1 else [row.end]
    return [*first, *marks, *last]


def _table(text: str, rows: Sequence[Span]) -> Block | None:
    rules = [index for index, row in enumerate(rows) if _RULE.fullmatch(text, row.start, row.end)]
    ruled = rules[0] if rules[:1] and rules[0] > 0 else 0
    apart = frozenset(rules)
    printed = [row for index, row in enumerate(rows) if index not in apart]
    cells = [
        attrs.evolve(cell, head=index < ruled)
        for index, row in enumerate(printed)
        for cell in _cells(text, row, index)
    ]
    widest = max((cell.column for cell in cells), default=0) + 1
    if len(printed) < _FEWEST_ROWS or widest < _FEWEST_COLUMNS:
        return None
    return Block(kind="table", span=Span(start=rows[0].start, end=rows[-1].end), cells=tuple(cells))


def _cells(text: str, row: Span, index: int) -> Iterator[Cell]:
    for column, (left, right) in enumerate(pairwise(_marks(text, row)[: _MOST_COLUMNS + 1])):
        words = text[left + 1 : right]
        bare = words.strip()
        if bare:
            start = left + 1 + words.find(bare)
            yield Cell(span=Span(start=start, end=start + len(bare)), row=index, column=column)


def title_start(text: str, table: Block) -> int:
    """Where the title right above *table* begins (``Bảng 1. …``), or the table if it has no title."""
    end = table.start
    for _ in range(_TITLE_LINES):
        end = len(text[max(0, end - _LONGEST_TITLE) : end].rstrip()) + max(0, end - _LONGEST_TITLE)
        start = text.rfind("\n", max(0, end - _LONGEST_TITLE), end) + 1
        if _TITLE.match(text, start):
            return start
        end = start
    return table.start


def written(rows: Sequence[Sequence[tuple[str, Cell]]], width: int) -> tuple[str, tuple[Cell, ...]]:
    """The *rows* of a table of *width* columns as rows of Markdown, and its cells with their new spans.

    Each cell comes with its words; its old span is ignored. Where a cell spans several columns or rows, its
    words stand in the first, and the others are empty.
    """
    lines, placed, position = [], [], 0
    for row in rows:
        words = [""] * width
        for text, cell in row:
            words[cell.column] = text.replace("|", "\\|")
        starts, line = [], "|"
        for text in words:
            starts.append(position + len(line) + 1)
            line += f" {text} |" if text else "  |"
        for _, cell in row:
            start = starts[cell.column]
            span = _span(start, start + len(words[cell.column]))
            placed.append(_cell(span, cell.row, cell.column, cell.rows, cell.columns, cell.head))
        lines.append(line)
        position += len(line) + 1
    return "\n".join(lines), tuple(placed)
