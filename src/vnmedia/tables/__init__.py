"""Tables in a text: Markdown's rows between marks, as a block with its cells; and the figures in their cells.

A table is rows of cells between ``|``, each row on a line of its own that begins and ends with the mark; the
text of a page's ``<table>`` is written in the same form. A row of dashes (``|---|---|``) is the rule below a
head. Rows may be shorter than the widest one; a cell without words does not count as a cell.

A cell with a bare number is a figure where the table gives its unit: in the column's head (``Giá trị (triệu
USD)``, ``So với cùng kỳ (%)``), in the row (``ĐVT``), or above (``ĐVT: tỷ đồng``). The row's label is its
subject; times in the head or above are its period.

Limits: tables without marks at both ends of their rows, cells over several lines, and a table in a cell are
not read; a number without a unit in the table is not a figure.
"""

from __future__ import annotations

from ._figures import table_figures, table_years
from ._grid import Grid, is_numeric
from ._markdown import find_tables, title_start, written

__all__ = ["Grid", "find_tables", "is_numeric", "table_figures", "table_years", "title_start", "written"]
