"""Tables in a text: Markdown's rows between marks, as a block with its cells; and the figures in their cells.

A table is rows of cells between ``|``, each row on a line of its own that begins and ends with the mark; the
text of a page's ``<table>`` is written in the same form. A row of dashes (``|---|---|``) is the rule below a
head. Rows may be shorter than the widest one; a cell without words is none.

A cell with a bare number is a figure where the table says in what it is counted: in the column's head
(``Giá trị (triệu USD)``, ``So với cùng kỳ (%)``), in the row (``ĐVT``), or above (``ĐVT: tỷ đồng``). The
row's label is its subject, times in the head or above are its period.

Limits: tables without marks at both ends of their rows, cells over several lines, a table in a cell; a number
that the table gives no unit for is no figure.
"""

from __future__ import annotations

from ._figures import table_figures, table_years
from ._grid import Grid, is_numeric
from ._markdown import find_tables, title_start, written

__all__ = ["Grid", "find_tables", "is_numeric", "table_figures", "table_years", "title_start", "written"]
