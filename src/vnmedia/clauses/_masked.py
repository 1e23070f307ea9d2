"""A text as its clauses are read: with its figures, times and brackets hidden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ..registries import Pattern
from ._patterns import BRACKET, FIGURE, HIDDEN, TIME

__all__ = ["Lead", "Masked"]

Place = tuple[int, int]

# How far before a figure its clause is read.
_REACH = 260
# What parts clauses, beside ``_PART`` and a full stop before a space.
_MARKS = ':!?\n“”"…'
_PART = ";"
# The full stop of a short form parts none: TP. HCM, TS. Nam.
_SHORT_FORM = Pattern(r"\W(?:tp|tx|tt|ts|ths|[pqh])\Z")
_LONGEST_FORM = 4
_BRACKETS = Pattern(r"\([^()\n]{0,200}\)")


class Lead:
    """Where the words that lead to a figure stand, and how they are read.

    Attributes:
        begin: Where they begin.
        start: Where the figure begins.
        end: Where the figure ends.
        after_figure: Whether the figure before ends where they begin.
        bracket: The bracket around the figure.
        sentence: The sentence.
        text: The text with times, figures and perhaps brackets hidden.
        words: The words, without a colon at their end.
        before: Those before the verb.
        verb: The words from the verb on.
        colon: Whether a colon ended the words.
    """

    __slots__ = (
        "after_figure",
        "before",
        "begin",
        "bracket",
        "colon",
        "end",
        "sentence",
        "start",
        "text",
        "verb",
        "words",
    )

    def __init__(
        self, text: str, sentence: Place, bracket: Place | None, begin: int, figure: Place, after_figure: bool
    ) -> None:
        self.text, self.sentence, self.bracket = text, sentence, bracket
        self.begin, self.after_figure = begin, after_figure
        self.start, self.end = figure
        self.words = self.before = text[begin : self.start]
        self.verb = ""
        self.colon = False


class Masked:
    """A text with its times and figures hidden, and its brackets apart from those around figures.

    Other words that are no part of a clause may be hidden too: ``tôm | loại 50 con/kg``.

    Attributes:
        lower: The text as it stands, in small letters.
        plain: The text with its capitals.
        inner: The text with times and figures hidden, for the figures in brackets.
        outer: *inner* with brackets hidden too.
    """

    def __init__(
        self,
        lower: str,
        plain: str,
        sentences: Iterable[Place],
        figures: Iterable[Place],
        times: Iterable[Place],
        asides: Iterable[Place] = (),
    ) -> None:
        self.lower, self.plain = lower, plain
        hidden = [(start, end, FIGURE) for start, end in figures]
        hidden += [(start, end, TIME) for start, end in times]
        hidden += [(start, end, BRACKET) for start, end in asides]
        hidden.sort()
        self.inner = self.outer = _hidden(lower, hidden)
        self._brackets = [
            match.span()
            for start, end in sentences
            if "(" in lower[start:end]
            for match in _BRACKETS.finditer(self.inner, start, end)
        ]
        self._parted_inner = self._parted_outer = _parted(self.inner)
        if self._brackets:
            hidden = [(*place, BRACKET) for place in self._brackets]
            self.outer = _hidden(self.inner, hidden)
            self._parted_outer = _hidden(self._parted_inner, hidden)

    def leads(self, sentence: Place, figures: Sequence[Place]) -> list[Lead]:
        """Where the words before each of *figures* in *sentence* stand.

        They begin where the figure before ends, or after the mark that parts clauses, but not after a colon
        right before the figure.
        """
        leads: list[Lead] = []
        before = before_outside = -1
        for start, end in figures:
            bracket = self._around(start, end)
            begin, parted = max(sentence[0], start - _REACH), self._parted_outer
            previous, before = before, end
            if bracket is None:
                previous, before_outside = before_outside, end
            else:
                begin, parted = max(begin, bracket[0] + 1), self._parted_inner
            after_figure = previous >= begin
            if after_figure:
                begin = previous
            part = self._last_part(parted, begin, start)
            if part is not None:
                begin, after_figure = part, False
            text = self.outer if bracket is None else self.inner
            leads.append(Lead(text, sentence, bracket, begin, (start, end), after_figure))
        return leads

    def _around(self, start: int, end: int) -> Place | None:
        """The bracket around the words from *start* to *end*."""
        index = bisect_right(self._brackets, (start, start)) - 1
        return self._brackets[index] if index >= 0 and end <= self._brackets[index][1] else None

    def _last_part(self, parted: str, begin: int, start: int) -> int | None:
        """Where the words after the last mark begin, between *begin* and a figure at *start*."""
        end = start
        while (end := parted.rfind(_PART, begin, end)) >= 0:
            mark = self.lower[end]
            is_label = mark == ":" and not self.inner[end + 1 : start].strip(HIDDEN + " ,")
            if not is_label and (mark != "." or not _SHORT_FORM.search(self.lower, end - _LONGEST_FORM, end)):
                return end + 1
        return None

    def before_bracket(self, bracket: Place, begin: int) -> Place:
        """The words before *bracket*, after the last mark, no further away than *begin*."""
        end = bracket[0]
        begin = max(begin, end - _REACH)
        return max(begin, self._parted_outer.rfind(_PART, begin, end) + 1), end


def _hidden(text: str, places: Iterable[tuple[int, int, str]]) -> str:
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
    return "".join(parts)


def _parted(text: str) -> str:
    """*text* with the same mark wherever a clause may end."""
    for mark in _MARKS:
        text = text.replace(mark, _PART)
    return text.replace(". ", f"{_PART} ")
