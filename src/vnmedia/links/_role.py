"""What a figure is beside others: a level, a difference, a ratio, a share or a target."""

from __future__ import annotations

import re
from functools import cache

from ..clauses import Clause, Place
from ..model.statistic import Role
from ..text import TextView
from ._baseline import Change
from ._sentences import At, Sentence, words

__all__ = ["role"]

_SHARE = re.compile(r"chiếm(?!\w)")
_OF_ALL = re.compile(r" (?:số|tổng|các|dân số|diện tích|trong số|trong tổng)(?!\w)")
_REACHED = re.compile(r"(?<!\w)(?:lên|xuống|còn|đạt|mức)(?!\w)")
_RATIO = re.compile(r"(?:bằng|tương đương|đạt|hoàn thành|ước đạt|mới đạt)(?!\w)")


@cache
def _targets() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('targets')})(?!\w)")


def role(
    view: TextView,
    sentence: Sentence,
    figure: At,
    clause: Clause,
    change: Change | None,
    baseline: Place | None,
    subject: Place | None,
) -> Role | None:
    """The role of *figure*; None where its words do not tell."""
    value, lower = figure.mention.value, view.lower
    if _targets().search(lower, max(sentence.start, figure.start - 120), figure.start):
        return "target"
    if value.unit == "lần":
        compared = baseline is not None or "gấp" in lower[max(0, figure.start - 8) : figure.end]
        return "ratio" if compared or change is not None else None
    if value.of is not None or _SHARE.match(clause.verb):
        return "share"
    behind = baseline is not None and baseline[0] >= figure.end
    if value.unit == "%" and behind and change is None and _RATIO.match(clause.verb):
        return "ratio"
    if value.unit == "%" and _OF_ALL.match(lower, figure.end):
        return "share"
    if change is not None:
        before = baseline is not None and baseline[1] <= figure.start
        return "level" if before or _REACHED.search(clause.verb) else "difference"
    return "level" if clause.verb or subject is not None else None
