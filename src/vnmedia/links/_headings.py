"""Headings and reports, whose time holds for the figures that follow."""

from __future__ import annotations

import re

from ..clauses import names_measure
from ._sentences import At, Sentence

__all__ = ["heads_figures", "is_heading", "leads_list", "sums_up", "tells_figures"]

_STATISTICS = re.compile(r"(?<!\w)(?:số liệu|thống kê|kết quả|tình hình|kinh tế)(?!\w)")
_NUMBERED = re.compile(r"\s*(?:[ivx]{1,5}|[0-9]{1,2})[.)]\s")
_TASKS = re.compile(
    r"(?<!\w)(?:kế hoạch|nhiệm vụ|mục tiêu|chương trình|giải pháp|dự thảo|phương hướng)(?!\w)"
)
# Before the time of a cumulative figure: lũy kế 8 tháng.
_CUMULATIVE = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|tính chung|cộng dồn)(?: trong| cả)? \Z")
#: A heading is shorter than this, and no full stop ends it.
_LONGEST = 120


def is_heading(lower: str, sentence: Sentence) -> bool:
    """Whether *sentence* is a short line by itself, with no figure and no full stop."""
    if sentence.figures:
        return False
    end = lower.find("\n", sentence.start)
    line_end = end if end >= 0 else len(lower)
    begins = sentence.start <= 1 or lower.rfind("\n", sentence.start - 2, sentence.start) >= 0
    ended = lower[sentence.end - 1 : sentence.end] in tuple(".!?;")
    return begins and line_end - sentence.start < _LONGEST and not ended


def heads_figures(lower: str, sentence: Sentence, time: At) -> bool:
    """Whether a heading with *time* opens a part with figures: it is numbered, or names what is measured."""
    if _TASKS.search(lower, sentence.start, sentence.end):
        return False
    words = lower[sentence.start : time.start]
    return _NUMBERED.match(words) is not None or _STATISTICS.search(words) is not None or names_measure(words)


def tells_figures(lower: str, start: int, end: int) -> bool:
    """Whether the words from *start* to *end* announce numbers, not tasks."""
    return _STATISTICS.search(lower, start, end) is not None and _TASKS.search(lower, start, end) is None


def sums_up(lower: str, start: int) -> bool:
    """Whether the time at *start* is that of a cumulative figure: ``lũy kế 8 tháng``."""
    return _CUMULATIVE.search(lower, max(0, start - 16), start) is not None


def leads_list(lower: str, sentence: Sentence, time: At) -> bool:
    """Whether a stretch of time ends the words before a colon and the figures: ``Kết quả năm 2024: …``."""
    if not lower.startswith(": ", time.end) or time.value.start == time.value.end:
        return False
    return not sentence.figures or time.end < sentence.figures[0].start
