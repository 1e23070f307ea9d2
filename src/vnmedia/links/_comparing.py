"""The words before a time that is no figure's own: the time of a comparison, a plan or an act."""

from __future__ import annotations

import re
from functools import cache

from .. import registries
from ..registries import Pattern
from ._sentences import words

__all__ = ["compares", "comparing", "in_term", "in_turn"]

# Before a term of office that is itself the time meant: trong nhiệm kỳ 2020 - 2025.
_IN_TERM = Pattern(r"(?<!\w)(?:trong|cả|suốt|đầu|cuối|giữa) \Z")
#: How far ``lần lượt`` may stand before a figure.
_TURN = 40
#: What may stand between the words of a comparison and its time.
_AFTER = ("mức", "của", "cả", "hồi", "kế hoạch", "với")


@cache
def compares() -> re.Pattern[str]:
    """The words before the time of a comparison or of an act; they match at the end of a string."""
    between = "|".join(_AFTER)
    return re.compile(
        rf"(?:(?<!\w)(?:{words('compared-by')})(?: (?:{between}))?"
        r"|lần|hiệu lực(?: thi hành)?(?: từ| kể từ)?) \Z"
    )


@cache
def _last_of_comparisons() -> frozenset[str]:
    """The last syllables of what ``compares`` matches."""
    last = (word.rpartition(" ")[2] for word in (*registries.words("link_words/compared-by"), *_AFTER))
    return frozenset((*last, "lần", "lực", "hành", "từ"))


def comparing(lead: str) -> re.Match[str] | None:
    """The match of ``compares`` at the end of *lead*, or None; the last word rules most cases out."""
    if not lead.endswith(" ") or lead[:-1].rpartition(" ")[2] not in _last_of_comparisons():
        return None
    return compares().search(lead)


def in_term(lead: str) -> bool:
    """Whether *lead* shows that the term of office after it is itself the time meant."""
    return _IN_TERM.search(lead) is not None


def in_turn(lower: str, start: int) -> bool:
    """Whether the figure at *start* is one of a row that ``lần lượt`` introduces."""
    return "lần lượt" in lower[max(0, start - _TURN) : start]
