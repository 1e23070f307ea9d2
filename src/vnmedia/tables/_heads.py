"""Reading the words of a table's heads, labels and title: a unit, a comparison, a goal, a time."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from ..errors import ParseError
from ..model import Cell, Span
from ..registries import Pattern
from ..registries.units import count_nouns, symbols
from ..statistics import parse

__all__ = [
    "Measured",
    "bare_label",
    "compared_with",
    "counted_in",
    "declared_unit",
    "is_goal",
    "is_share",
    "moves",
]

_DECLARED = Pattern(r"(?:đvt|đ\.v\.t|đơn vị tính|đơn vị)\s*[:：]\s*(?P<unit>[^;|()\n]{1,40})", re.IGNORECASE)
_BRACKET = Pattern(r"\((?P<unit>[^()]{1,40})\)\s*\Z")
_PERCENT = Pattern(r"(?<![0-9])%")
_COUNT = Pattern(r"(?:tổng )?số (?:lượng )?(?P<noun>[^()]{2,30})", re.IGNORECASE)
_COMPARED = Pattern(
    r"so (?:với )?(?P<what>[^()%\n]{2,80})"
    r"|% (?:thực hiện )?(?P<plan>(?:kế hoạch|dự toán|cùng kỳ)[^()%\n]{0,60})"
    r"|(?:bằng|đạt) (?P<of>(?:kế hoạch|dự toán|cùng kỳ)[^()%\n]{0,60})",
    re.IGNORECASE,
)
_MOVES = Pattern(r"(?<!\w)(?:tăng|giảm)(?!\w)|\(\+\)|\+/-|±", re.IGNORECASE)
_GOAL = Pattern(r"(?<!\w)(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?!\w)", re.IGNORECASE)
_SHARE = Pattern(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)", re.IGNORECASE)
_NUMBERING = Pattern(
    r"(?:[-–+*•]\s*|(?:[ivx]{1,5}|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[a-zđ])[.)]\s*|[ivx]{1,5}\s[-–]\s)",
    re.IGNORECASE,
)


@attrs.frozen
class Measured:
    """What a column, a row or a table is counted in: the unit, what it is counted per, and its scale."""

    unit: str
    per: str | None
    scale: Decimal


def _measured(words: str, *, known: bool) -> Measured | None:
    """The unit that *words* are; with *known*, counted nouns must be listed ones."""
    words = words.strip(" .:")
    for text in (f"1 {words}", words, f"1 {words.lower()}"):
        try:
            figure = parse(text)
        except ParseError:
            continue
        if figure.unit is None or figure.value is None or figure.change is not None:
            continue
        if known and figure.unit not in symbols() and figure.unit.lower() not in count_nouns():
            continue
        return Measured(figure.unit, figure.per, figure.value)
    return None


def declared_unit(words: str) -> Measured | None:
    """The unit that *words* declare for a table or a column: ``ĐVT: tỷ đồng``."""
    found = _DECLARED.search(words)
    if found is None:
        return None
    first = re.split(r",(?![0-9])| và |/(?=\s)", found["unit"])[0]
    return _measured(first, known=False)


def counted_in(words: str) -> Measured | None:
    """The unit that a head or a label ends with or is: ``Giá trị (triệu USD)``, ``Tốc độ (%)``, ``Số vụ``.

    >>> counted_in("Sản lượng (nghìn tấn)").scale, counted_in("Năm 2024")
    (Decimal('1000'), None)
    """
    declared = declared_unit(words)
    if declared is not None:
        return declared
    bracket = _BRACKET.search(words)
    if bracket is not None:
        measured = _measured(bracket["unit"], known=True)
        if measured is not None:
            return measured
    if _PERCENT.search(words):
        return Measured("%", None, Decimal(1))
    count = _COUNT.fullmatch(words.strip())
    if count is not None:
        return _measured(count["noun"].lower(), known=True)
    return _measured(words, known=True) if len(words) <= 16 and not words[-1:].isdigit() else None


def compared_with(text: str, cell: Cell) -> Span | None:
    """The span of what a column's figures are compared with: ``So với | cùng kỳ | (%)``."""
    words = cell.span.of(text)
    found = _COMPARED.search(words)
    if found is None:
        return None
    name = next(group for group in ("what", "plan", "of") if found[group] is not None)
    what = found[name].rstrip(" :,-–")
    start = cell.span.start + found.start(name)
    return Span(start=start, end=start + len(what)) if what else None


def moves(words: str) -> bool:
    """Whether a head says that its figures are rises and falls: ``Tăng, giảm (%)``."""
    return _MOVES.search(words) is not None


def is_goal(words: str) -> bool:
    """Whether a head is for planned figures."""
    return _GOAL.search(words) is not None


def is_share(words: str) -> bool:
    """Whether a head is for parts of a whole."""
    return _SHARE.search(words) is not None


def bare_label(text: str, cell: Cell) -> Span | None:
    """The span of a row's label without its numbering and unit: ``1. | Xuất khẩu | (triệu USD)``."""
    words = cell.span.of(text)
    start = 0
    while (mark := _NUMBERING.match(words, start)) is not None and mark.end() > start:
        start = mark.end()
    end = len(words)
    bracket = _BRACKET.search(words)
    if bracket is not None and bracket.start() > start and _measured(bracket["unit"], known=True):
        end = bracket.start()
    bare = words[start:end].strip(" :*")
    if not any(map(str.isalpha, bare)):
        return None
    begin = cell.span.start + words.index(bare, start)
    return Span(start=begin, end=begin + len(bare))
