"""A sentence as its clauses are read: with its figures, times and brackets hidden."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ..registries import Pattern
from ._patterns import BRACKET, FIGURE, HIDDEN, TIME

__all__ = ["HARD", "REACH", "Masked"]

Place = tuple[int, int]

# How far before a figure its clause is read.
REACH = 260
# The full stop of a short form ends no clause: TP. HCM, TS. Nam.
HARD = re.compile(
    r"[;:!?\n“”\"….]"
    r"(?:(?<!\.)|(?=\s)(?<!\Wtp\.)(?<!\Wtx\.)(?<!\Wtt\.)(?<!\Wts\.)(?<!\Wths\.)(?<!\W[pqh]\.))"
)
_BRACKETS = Pattern(r"\([^()\n]{0,200}\)")


class Masked:
    """A sentence with its times hidden, and its brackets apart from those around figures.

    Attributes:
        base: Where the sentence begins in the text.
        text: The sentence as it stands.
        figures: Where the figures stand in the sentence.
        inner: The sentence with times and figures hidden, for the figures in brackets.
        outer: *inner* with brackets hidden too.
        around: The bracket around each figure.
        begins: Where the words that lead to each figure begin, and whether the figure before ends there.
    """

    def __init__(
        self, lower: str, sentence: Place, figures: Sequence[Place], times: Iterable[Place], plain: str
    ) -> None:
        self.base, end = sentence
        self.text = lower[self.base : end]
        self.plain = plain
        self.figures = [(start - self.base, stop - self.base) for start, stop in figures]
        hidden = [(start, stop, FIGURE) for start, stop in self.figures]
        hidden += [(start - self.base, stop - self.base, TIME) for start, stop in times]
        self.inner = _hidden(self.text, sorted(hidden))
        brackets = [match.span() for match in _BRACKETS.finditer(self.inner)] if "(" in self.inner else []
        self.outer = self.inner
        self.around: list[Place | None] = [None] * len(figures)
        if brackets:
            self.outer = _hidden(self.inner, [(*place, BRACKET) for place in brackets])
            self.around = [_around(brackets, start, stop) for start, stop in self.figures]
        self.begins = _begins(self)


def _around(brackets: Sequence[Place], start: int, stop: int) -> Place | None:
    """The bracket, of *brackets* in order, around the words from *start* to *stop*."""
    index = bisect_right(brackets, (start, start)) - 1
    return brackets[index] if index >= 0 and stop <= brackets[index][1] else None


def _hidden(text: str, places: Sequence[tuple[int, int, str]]) -> str:
    """*text* with a mark at each character of *places*, which are in order."""
    parts: list[str] = []
    position = 0
    for start, stop, mark in places:
        if start < position:
            start = position
        if stop > start:
            parts.append(text[position:start])
            parts.append(mark * (stop - start))
            position = stop
    parts.append(text[position:])
    return "".join(parts)[: len(text)]


def _begins(masked: Masked) -> list[tuple[int, bool]]:
    """Where the words before each figure begin, and whether that is where the figure before ends.

    Otherwise they begin after the mark that parts clauses, but not after a colon right before the figure.
    """
    outside, inside = _parts(masked)
    begins: list[tuple[int, bool]] = []
    before = before_outside = 0
    for (start, end), bracket in zip(masked.figures, masked.around, strict=True):
        begin = start - REACH if start > REACH else 0
        text, parts, previous = masked.outer, outside, before_outside
        if bracket is not None:
            begin = max(begin, bracket[0] + 1)
            text, parts, previous = masked.inner, inside, before
        after_figure = previous > 0 and previous >= begin
        if after_figure:
            begin = previous
        part = _last_part(text, parts, begin, start) if parts else None
        begins.append((begin, after_figure) if part is None else (part, False))
        before = end
        if bracket is None:
            before_outside = end
    return begins


def _parts(masked: Masked) -> tuple[list[int], list[int]]:
    """Where marks part clauses before the last figure: outside of brackets, and everywhere."""
    last = masked.figures[-1][0]
    outside = [match.start() for match in HARD.finditer(masked.outer, 0, last)]
    if not any(masked.around):
        return outside, outside
    return outside, [match.start() for match in HARD.finditer(masked.inner, 0, last)]


def _last_part(text: str, parts: Sequence[int], begin: int, start: int) -> int | None:
    """Where the words after the last of the marks *parts* begin, between *begin* and a figure at *start*."""
    last = bisect_left(parts, start)
    for part in reversed(parts[max(0, last - 2) : last]):
        if part < begin:
            return None
        if text[part] != ":" or text[part + 1 : start].strip(HIDDEN + " ,"):
            return part + 1
    return None
