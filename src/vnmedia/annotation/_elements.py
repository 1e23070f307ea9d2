"""Sets of elements from the HTML standard."""

from __future__ import annotations

__all__ = ["VOID"]

#: Elements that have no content and no end tag.
VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
