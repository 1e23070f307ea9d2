"""The tables of a page that hold data, with their cells as rows of text; layout tables do not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from ..model import Cell, Span
from ..model._trusted import trusted
from ..tables import is_numeric, written
from ..text import nfc
from ._piece import Piece
from ._tree import Fragment, Node, Tree

__all__ = ["with_tables"]

_cell = trusted(Cell)
_NOWHERE = Span(start=0, end=0)
_FEWEST_COLUMNS = 3
_LONGEST_CELL = 120
#: The longest cell of a table of data; a table with longer cells lays out prose.
_LONGEST_IN_TABLE = 400
_DEEPEST_IN_CELL = 4
_MOST_SPANNED = 100
_MOST_COLUMNS = 200
_MOST_ROWS = 2000

Laid = list[tuple[str, Cell]]


def with_tables(tree: Tree, found: list[Piece]) -> list[Piece]:
    """*found* with the cells of each table of data as one piece.

    In other tables each row of data becomes one line; letterheads keep their two columns.
    """
    if next(tree.tagged("td", "th"), None) is None:
        return found
    joined: list[Piece] = []
    words = _words_in_tables(tree)
    placed = [(piece, _cell_of(piece.fragment.node)) for piece in found]
    for table, group in groupby(placed, key=lambda held: _table_of(held[1])):
        held = list(group)
        pieces = [piece for piece, _ in held]
        made = _table(tree, table, pieces, words.get(table, {})) if table is not None else None
        joined.extend([made] if made is not None else _with_rows(held))
    return joined


def _words_in_tables(tree: Tree) -> dict[Node, dict[Node, str]]:
    """The words in each table's own cells, even in those that alone would read as furniture."""
    parts: dict[Node, dict[Node, list[str]]] = {}
    for fragment in _in_cells(tree):
        cell = None if fragment.hidden else _cell_of(fragment.node)
        table = _table_of(cell)
        if cell is not None and table is not None:
            parts.setdefault(table, {}).setdefault(cell, []).append(fragment.text)
    return {table: {cell: " ".join(said) for cell, said in cells.items()} for table, cells in parts.items()}


def _in_cells(tree: Tree) -> Iterator[Fragment]:
    """The fragments in cells, in order; those in nested cells come only once."""
    end = 0
    for cell in tree.tagged("td", "th"):
        first, last = tree.range_of(cell)
        yield from tree.fragments[max(first, end) : last]
        end = max(end, last)


def _table(tree: Tree, table: Node, pieces: Sequence[Piece], words: Mapping[Node, str]) -> Piece | None:
    """The table with *pieces* as its cells; None if it is only a layout in columns."""
    if len(pieces) * 2 < len(words):
        return None
    rows = _rows(tree, table, words)
    said = sum(bool(nfc(text).strip()) for text in words.values())
    if sum(map(len, rows)) < said:
        return None  # too large to be read as a table: its cells stay paragraphs, so none is lost
    if not _is_data(rows):
        return None
    width = max(cell.column + cell.columns for row in rows for _, cell in row)
    text, cells = written(rows, width)
    return attrs.evolve(pieces[0], kind="table", text=text, cells=cells)


def _rows(tree: Tree, table: Node, words: Mapping[Node, str]) -> list[Laid]:
    """The rows of *table* that have words, each cell with its place."""
    rows: list[Laid] = []
    over: dict[int, int] = {}  # how many more rows a cell above spans, by column
    for row in _rows_of(tree, table):
        laid: Laid = []
        column = 0
        for cell in tree.children(row):
            if cell.tag not in ("td", "th"):
                continue
            while over.get(column, 0) > 0:
                column += 1
            columns, deep = _spanned(cell, "colspan"), _spanned(cell, "rowspan")
            if column + columns > _MOST_COLUMNS:
                break
            if text := nfc(words.get(cell, "")).strip():
                head = cell.tag == "th"
                laid.append((text, _cell(_NOWHERE, len(rows), column, deep, columns, head)))
            over |= dict.fromkeys(range(column, column + columns), deep)
            column += columns
        over = {column: deep - 1 for column, deep in over.items() if deep > 1}
        if laid and len(rows) < _MOST_ROWS:
            rows.append(laid)
    return rows


def _rows_of(tree: Tree, table: Node) -> Iterable[Node]:
    for child in tree.children(table):
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in tree.children(child) if row.tag == "tr")


def _spanned(cell: Node, name: str) -> int:
    """How many rows or columns *cell* spans."""
    digits = cell.get(name).strip()
    count = int(digits) if digits.isdecimal() and len(digits) < 6 else 1
    return min(max(count, 1), _MOST_SPANNED)


def _is_data(rows: Sequence[Laid]) -> bool:
    """Whether *rows* are data: mostly rows of short cells, with many columns or with numbers at the ends."""
    cells = [(text, cell) for row in rows for text, cell in row]
    if any(len(text) > _LONGEST_IN_TABLE for text, _ in cells):
        return False
    several = [row for row in rows if len(row) > 1]
    if len(several) < 2 or len(several) * 2 < len(rows):
        return False
    long = sum(len(text) > _LONGEST_CELL for text, _ in cells)
    if long * 4 > len(cells):
        return False
    if max(cell.column for _, cell in cells) + 1 >= _FEWEST_COLUMNS:
        return True
    numeric = sum(is_numeric(row[-1][0]) or row[-1][1].head for row in several)
    return numeric * 2 >= len(several)


def _with_rows(placed: Sequence[tuple[Piece, Node | None]]) -> list[Piece]:
    """The pieces, each with its cell, with those of one row of data as one line."""
    joined: list[Piece] = []
    for row, group in groupby(placed, key=lambda held: held[1].parent if held[1] is not None else None):
        held = list(group)
        pieces = [piece for piece, _ in held]
        cells = {cell for _, cell in held} if row is not None else set()
        is_data = len(pieces) == len(cells) >= _FEWEST_COLUMNS
        if is_data and all(len(piece.text) <= _LONGEST_CELL for piece in pieces):
            text = " | ".join(piece.text for piece in pieces)
            joined.append(attrs.evolve(pieces[0], kind="paragraph", text=text))
        else:
            joined.extend(pieces)
    return joined


def _table_of(cell: Node | None) -> Node | None:
    """The table around *cell*."""
    while cell is not None and cell.tag != "table":
        cell = cell.parent
    return cell


def _cell_of(node: Node | None) -> Node | None:
    """The cell that *node* stands in, if it is not too deep in it."""
    for _ in range(_DEEPEST_IN_CELL):
        if node is None or node.tag in ("td", "th"):
            return node
        node = node.parent
    return None
