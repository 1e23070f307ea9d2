"""A table's cells by row and column, and which of them are heads, labels and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

import attrs

from ..model import Block, Cell
from ..numbers import digits
from ..registries import Pattern

__all__ = ["Grid", "Number", "is_numeric", "read_number"]

#: A table with more places is not read; spanning cells could make it huge.
_MOST_PLACES = 20_000
_NUMBER = Pattern(
    r"(?P<open>\()?(?P<sign>[-+−–] ?)?(?P<digits>[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?:,[0-9]{1,6})?"
    r"|[0-9]{1,18}(?:[.,][0-9]{1,9}){0,5}) ?(?P<percent>%)?(?P<close>\))?"
)
_YEAR = Pattern(r"(?:19|20)[0-9]{2}")
_ORDINAL = Pattern(r"\(?(?:[0-9]{1,2}|[ivx]{1,5}|[a-h])(?:\)|\.)?|\([0-9]{1,2}\) ?=.{0,40}", re.IGNORECASE)
_INDEX = Pattern(r"(?:stt|tt|số tt|#|no\.?|số thứ tự)", re.IGNORECASE)
_UNITS = Pattern(r"(?:đvt|đơn vị(?: tính)?|đ\.v\.t)", re.IGNORECASE)


@attrs.frozen
class Number:
    """The number in a cell: its two readings, and whether it has a sign."""

    value: Decimal
    other: Decimal | None
    is_signed: bool
    is_percent: bool
    is_english: bool


def read_number(words: str) -> Number | None:
    """The number that all of *words* is; None for a dash alone and for a year.

    >>> read_number("1.234,5").value, read_number("(12,5)").value, read_number("-")
    (Decimal('1234.5'), Decimal('-12.5'), None)
    """
    found = _NUMBER.fullmatch(words.strip())
    if found is None or (found["open"] is None) != (found["close"] is None):
        return None
    printed = found["digits"].replace("\u00a0", " ")
    value, other = digits(printed)
    dots, commas = printed.count("."), printed.count(",")
    minus = found["open"] is not None or (found["sign"] or "+")[0] != "+"
    if minus:
        value, other = -value, -other if other is not None else None
    return Number(
        value=value,
        other=other,
        is_signed=found["sign"] is not None or found["open"] is not None,
        is_percent=found["percent"] is not None,
        is_english=commas > 1 or (commas == 1 and 0 <= printed.find(",") < printed.find(".") and dots == 1),
    )


def is_numeric(words: str) -> bool:
    """Whether all of *words* is a number, as in a cell of a column of figures."""
    return read_number(words) is not None


@attrs.define(slots=False, eq=False)
class Grid:
    """A table's cells by row and column.

    Attributes:
        text: The text that the table stands in.
        table: Its block.
        cells: The cell that covers each place, by row and column.
        height: How many rows it has.
        width: How many columns it has.
    """

    text: str
    table: Block
    cells: dict[tuple[int, int], Cell] = attrs.field(factory=dict)
    height: int = 0
    width: int = 0

    @classmethod
    def of(cls, text: str, table: Block) -> Grid:
        """The grid of *table*, a block of *text*."""
        grid = cls(text, table)
        for cell in table.cells:
            grid.height = max(grid.height, cell.row + 1)
            grid.width = max(grid.width, cell.column + 1)
        for cell in table.cells:
            rows = range(cell.row, min(cell.row + cell.rows, grid.height))
            columns = range(cell.column, cell.column + min(cell.columns, 200))
            if len(grid.cells) + len(rows) * len(columns) > _MOST_PLACES:
                break
            grid.width = max(grid.width, columns.stop)
            grid.cells.update({(row, column): cell for row in rows for column in columns})
        return grid

    def words(self, cell: Cell) -> str:
        """The words of *cell*, without marks of emphasis."""
        return cell.span.of(self.text).strip("* ")

    def row(self, row: int) -> list[Cell]:
        """The cells that begin in *row*, in order."""
        return self._rows.get(row, [])

    @cached_property
    def _rows(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.table.cells:
            rows.setdefault(cell.row, []).append(cell)
        return rows

    @cached_property
    def numbers(self) -> dict[Cell, Number]:
        """The cells in all rows that are numbers."""
        read = ((cell, read_number(self.words(cell))) for cell in self.table.cells)
        return {cell: number for cell, number in read if number is not None}

    @cached_property
    def title(self) -> list[Cell]:
        """The cells at the top that span the whole table: its title, its unit."""
        found: list[Cell] = []
        for row in range(self.height):
            cells = self.row(row)
            if len(cells) != 1 or cells[0].columns < self.width or self.width < 2:
                break
            found.append(cells[0])
        return found

    @cached_property
    def body(self) -> int:
        """The first row below the head: the first with a number other than a year or a column number."""
        for row in range(len(self.title), self.height):
            if self._is_data(row):
                first = row
                break
        else:
            return self.height
        while first - 1 > len(self.title) and self._is_section(first - 1):
            first -= 1  # a part's name right above its first row
        marked = [cell.row + cell.rows for cell in self.table.cells if cell.head and cell.row < first]
        return max([first, *(end for end in marked if end <= first)])

    def _is_data(self, row: int) -> bool:
        cells = self.row(row)
        numbers = [cell for cell in cells if cell in self.numbers and not cell.head]
        if all(_ORDINAL.fullmatch(self.words(cell)) for cell in cells):
            return False  # (1) (2) (3): numbers of the columns
        return any(
            not (_YEAR.fullmatch(self.words(cell)) or (cell.column == 0 and self.is_index(0)))
            for cell in numbers
        )

    def _is_section(self, row: int) -> bool:
        cells = self.row(row)
        return len(cells) == 1 and cells[0] not in self.numbers and not cells[0].head

    def is_index(self, column: int) -> bool:
        """Whether *column* only counts the rows: STT."""
        return any(
            _INDEX.fullmatch(self.words(cell)) for cell in self.table.cells[:80] if cell.column == column
        )

    def heads(self, column: int) -> list[Cell]:
        """The cells of the head over *column*, from the top."""
        over = [self.cells.get((row, column)) for row in range(len(self.title), self.body)]
        return list(dict.fromkeys(cell for cell in over if cell is not None))

    @cached_property
    def units(self) -> int | None:
        """The column that gives each row's unit; None where there is none."""
        for column in range(self.width):
            heads = self.heads(column)
            if heads and any(_UNITS.fullmatch(self.words(head)) for head in heads):
                return column
        return None

    @cached_property
    def labels(self) -> int | None:
        """The column of the rows' labels: the first column whose cells are mostly words."""
        said: Counter[int] = Counter()
        numeric: Counter[int] = Counter()
        for cell in self.table.cells:
            if cell.row >= self.body:
                (numeric if cell in self.numbers else said)[cell.column] += 1
        for column in range(self.width):
            if column == self.units or self.is_index(column) or not said[column]:
                continue
            if said[column] >= numeric[column]:
                return column
        return self._years()

    def _years(self) -> int | None:
        """The first column, if all its numbers are years."""
        first = [cell for cell in self.numbers if cell.column == 0 and cell.row >= self.body]
        return 0 if first and all(_YEAR.fullmatch(self.words(cell)) for cell in first) else None

    @cached_property
    def is_english(self) -> bool:
        """Whether numbers are written in the English way: a cell shows it, and none shows the contrary."""
        english = sum(number.is_english for number in self.numbers.values())
        return english > 0 and not any(
            "," in words and "." in words and words.rfind(",") > words.rfind(".")
            for words in map(self.words, self.numbers)
        )

    def value(self, number: Number) -> Decimal:
        """The value of *number* in the table's own way of writing numbers."""
        return number.other if self.is_english and number.other is not None else number.value


def columns_of(grid: Grid) -> Sequence[int]:
    """The columns that may hold figures."""
    return [
        column
        for column in range(grid.width)
        if column not in (grid.labels, grid.units) and not grid.is_index(column)
    ]
