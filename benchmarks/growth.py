"""Whether time and memory grow with length and with the number of documents, and with nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import vnmedia

from . import common


def run(texts: Sequence[str]) -> common.Table:
    """The same text, once and ten times, as one document and as many; the longest against the others.

    A text of ten times the length may take a tenth longer for each byte than any of the others.
    """
    some = common.sample(texts, 0.05)

    def find(text: str) -> Sequence[object]:
        return vnmedia.parse_article(text).mentions

    rows = (
        common.measure("one of ten times that length", find, ["\n\n".join([*some] * 10)], runs=3),
        common.measure("joined to one", find, ["\n\n".join(some)]),
        common.measure("ten times as many", find, [*some] * 10, runs=3),
        common.measure("some documents", find, some),
    )
    return common.Table("Growth", rows, {row.name: 1 / 1.1 for row in rows[1:]})
