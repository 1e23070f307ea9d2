"""A consolidated text (văn bản hợp nhất): what it consolidates, and who confirmed it under which number.

Pháp lệnh 01/2012/UBTVQH13: the number, the day and the body that confirms the text stand at its end, beside
``XÁC THỰC VĂN BẢN HỢP NHẤT``; the base and its amendments are named below the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from ._footnotes import is_consolidated
from ._letterhead import Letterhead, read_letterhead
from ._lines import Line, Page

__all__ = ["TYPE", "Consolidation", "read_consolidation"]

TYPE = "văn bản hợp nhất"
_CONFIRMED = re.compile(r"xác thực văn bản hợp nhất")
_AMENDED = re.compile(r"được\s+sửa\s+đổi,?\s+bổ\s+sung(?:,\s+bãi\s+bỏ)?\s+bởi\s*:")
_BEGINS_TEXT = re.compile(r"(?:căn cứ|theo đề nghị|xét đề nghị|điều (?:1|thứ nhất)\b|chương (?:i|1)\b|phần )")
_NUMBER = re.compile(r"số\s*[:.]?\s*[0-9]")
_MOST_LINES_ABOVE = 5
_MOST_LINES_BELOW = 6
_MOST_BASE_LINES = 120


@attrs.frozen(kw_only=True)
class Consolidation:
    """The parts that show that a text is a consolidated one.

    Attributes:
        base: The lines that name the base and its amendments: the first, and the one after the last.
        confirmed: Number, day and body of the confirmation, None where the text breaks off before it.
        confirmed_line: The line where the confirmation begins; the number of lines if there is none.
        signed_line: The line after the confirmation, where the signature begins.
    """

    base: tuple[int, int]
    confirmed: Letterhead | None
    confirmed_line: int
    signed_line: int


def read_consolidation(page: Page, first: int) -> Consolidation | None:
    """The consolidation of a text whose title ends before line *first*; None if it is not consolidated."""
    if not is_consolidated(page.text):
        return None
    lines = page.lines
    base = _base(lines, first)
    at = next((i for i, line in enumerate(lines) if _CONFIRMED.match(line.lower)), None)
    if at is None:
        if base[0] == base[1]:
            return None
        return Consolidation(base=base, confirmed=None, confirmed_line=len(lines), signed_line=len(lines))
    start = at
    while start > max(first, at - _MOST_LINES_ABOVE) and _belongs(lines[start - 1]):
        start -= 1
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES_BELOW) and not lines[end].plain.isupper():
        end += 1
    confirmed = read_letterhead(page, start, end)
    return Consolidation(base=base, confirmed=confirmed, confirmed_line=start, signed_line=end)


def _belongs(line: Line) -> bool:
    return (
        line.plain.isupper() or _NUMBER.match(line.lower) is not None or line.lower.startswith("hà nội, ngày")
    )


def _base(lines: Sequence[Line], first: int) -> tuple[int, int]:
    """The lines from *first* on that name the base and its amendments, up to the base's own text."""
    end = next(
        (
            i
            for i in range(first, min(len(lines), first + _MOST_BASE_LINES))
            if _BEGINS_TEXT.match(lines[i].lower)
        ),
        first,
    )
    names = _AMENDED.search("\n".join(line.lower for line in lines[first:end]))
    return (first, end) if names is not None else (first, first)
