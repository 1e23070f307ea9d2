"""A text as its clauses are read: with its figures, times and brackets hidden."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import methodcaller

from .. import registries
from ..registries import Pattern, Worded
from ._patterns import BRACKET, FIGURE, HIDDEN, TIME

__all__ = ["Clause", "Masked"]

Place = tuple[int, int]
_span = methodcaller("span")

# How far before a figure its clause is read.
_REACH = 260
_PART = ";"
# What parts clauses, beside ``_PART`` and a full stop before a space.
_MARKS = ':!?\n“”"…'
# The full stop of a short form parts none: TP. HCM, TS. Nam.
_SHORT_FORM = Pattern(r"\W(?:tp|tx|tt|ts|ths|[pqh])\Z")
_LONGEST_FORM = 4
_BRACKETS = Pattern(r"\([^()\n]{0,200}\)")

# Introduces a list whose members share one measure: trong đó miền Bắc 5 triệu tấn.
_LISTS = Worded(r"(?<!\w)<clause_words/list-openers>(?!\w)|:")


class Clause:
    """What leads to one figure: the words before it, and what they say once they are read.

    Attributes:
        topic: Where the words for what is measured stand in the text; None where nothing says it plainly.
        verb: The words from the verb to the figure, in small letters; empty without a verb.
        follows: The index of the figure whose topic holds here too, where this one has none of its own.
        recalls: Whether words such as ``con số này`` stand for the topic of the sentence before.
        bracketed: Whether the figure stands in brackets.
        row: Where the name of a list's member stands, if it is all there is before the figure; else None. The
            measure of the list stands before it.
        opens: Where the list of that member opens; -1 where only a semicolon parts the members.
        share_of: The whole that the figure is a share of, where it stands right after: ``26% tổng vốn``.
        begin: Where the words before the figure begin.
        start: Where the figure begins.
        end: Where the figure ends.
        after_figure: Whether the figure before ends where the words begin.
        bracket: The bracket around the figure.
        sentence: The sentence.
        text: The text with times, figures and perhaps brackets hidden.
        words: The words, without a colon at their end.
        before: Those before the verb.
        colon: Whether a colon ended the words.
    """

    __slots__ = (
        *("after_figure", "before", "begin", "bracket", "bracketed", "colon", "end", "follows", "opens"),
        *("recalls", "row", "sentence", "share_of", "start", "text", "topic", "verb", "words"),
    )

    def __init__(
        self, text: str, sentence: Place, begin: int, figure: Place, after_figure: bool, bracket: Place | None
    ) -> None:
        self.text, self.sentence, self.begin = text, sentence, begin
        self.after_figure, self.bracket, self.bracketed = after_figure, bracket, bracket is not None
        self.start, self.end = figure
        self.words = self.before = text[begin : self.start]
        self.verb = ""
        self.recalls = self.colon = False
        self.topic: Place | None = None
        self.follows: int | None = None
        self.row: Place | None = None
        self.opens = -1
        self.share_of: Place | None = None


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
        sentences: Iterable[Place],  # those with a bracket suffice
        figures: Iterable[Place],
        times: Iterable[Place],
        asides: Iterable[Place] = (),
    ) -> None:
        self.lower, self.plain = lower, plain
        hidden = [*zip(figures, repeat(FIGURE)), *zip(times, repeat(TIME)), *zip(asides, repeat(BRACKET))]
        hidden.sort()
        self.inner = self.outer = _hidden(lower, hidden)
        self._list: tuple[Place | None, int] = None, -1
        self._brackets: list[Place] = []
        for place in sentences:
            self._brackets += map(_span, _BRACKETS.finditer(self.inner, *place))
        if self._brackets:
            self.outer = _hidden(self.inner, zip(self._brackets, repeat(BRACKET)))

    def clauses(self, sentence: Place, figures: Sequence[Place]) -> list[Clause]:
        """The clauses of *figures* in *sentence*, of which only the places are known.

        Their words begin where the figure before ends, or after the mark that parts clauses, but not after a
        colon right before the figure.
        """
        if self._brackets and self._in(sentence):
            return self._around_brackets(sentence, figures)
        text, first = self.outer, sentence[0]
        parted = _parted(text[first : figures[-1][0]]) if figures else ""
        clauses: list[Clause] = []
        before = -1
        for figure in figures:
            start = figure[0]
            begin = max(first, start - _REACH)
            after_figure = before >= begin
            if after_figure:
                begin = before
            part = first + parted.rfind(_PART, begin - first, start - first)
            if part >= begin and (part := self._last_part(parted, first, begin, start, part)) >= begin:
                begin, after_figure = part + 1, False
            clauses.append(Clause(text, sentence, begin, figure, after_figure, None))
            before = figure[1]
        return clauses

    def _around_brackets(self, sentence: Place, figures: Sequence[Place]) -> list[Clause]:
        """``clauses`` for a sentence with brackets: the words of a figure in one begin within it."""
        first = sentence[0]
        outside, inside = (_parted(text[slice(*sentence)]) for text in (self.outer, self.inner))
        clauses: list[Clause] = []
        before = before_outside = -1
        for figure in figures:
            start, end = figure
            text, parted = self.outer, outside
            begin = max(first, start - _REACH)
            previous, before = before, end
            bracket = self._around(start, end)
            if bracket is None:
                previous, before_outside = before_outside, end
            else:
                text, parted = self.inner, inside
                begin = max(begin, bracket[0] + 1)
            after_figure = previous >= begin
            begin = max(begin, previous)
            part = first + parted.rfind(_PART, begin - first, start - first)
            if part >= begin and (part := self._last_part(parted, first, begin, start, part)) >= begin:
                begin, after_figure = part + 1, False
            clauses.append(Clause(text, sentence, begin, figure, after_figure, bracket))
        return clauses

    def _in(self, sentence: Place) -> bool:
        """Whether *sentence* holds a bracket."""
        index = bisect_left(self._brackets, (sentence[0], 0))
        return index < len(self._brackets) and self._brackets[index][0] < sentence[1]

    def list_opens(self, sentence: Place) -> int:
        """Where the first words end that introduce a list in *sentence*, outside brackets; -1 without any."""
        if self._list[0] != sentence:
            words = self.outer[slice(*sentence)]
            may_open = ":" in words or any(
                word in words for word in registries.words("clause_words/list-openers")
            )
            opens = _LISTS.search(self.outer, *sentence) if may_open else None
            self._list = sentence, -1 if opens is None else opens.end()
        return self._list[1]

    def _around(self, start: int, end: int) -> Place | None:
        """The bracket around the words from *start* to *end*."""
        index = bisect_right(self._brackets, (start, start)) - 1
        return self._brackets[index] if index >= 0 and end <= self._brackets[index][1] else None

    def _last_part(self, parted: str, first: int, begin: int, start: int, part: int) -> int:
        """Where the last mark from *begin* to *part* is that ends a clause before a figure at *start*.

        It is less than *begin* if there is none. *parted* is the sentence, which begins at *first*.
        """
        while part >= begin:
            mark = self.lower[part]
            is_label = mark == ":" and not self.inner[part + 1 : start].strip(HIDDEN + " ,")
            if not is_label and (
                mark != "." or not _SHORT_FORM.search(self.lower, part - _LONGEST_FORM, part)
            ):
                break
            part = first + parted.rfind(_PART, begin - first, part - first)
        return part

    def before_bracket(self, bracket: Place, begin: int) -> Place:
        """The words before *bracket*, after the last mark, no further away than *begin*."""
        end = bracket[0]
        begin = max(begin, end - _REACH)
        return begin + _parted(self.outer[begin:end]).rfind(_PART) + 1, end


def _hidden(text: str, places: Iterable[tuple[Place, str]]) -> str:
    """*text* with a mark at each character of *places*, which are in order."""
    parts: list[str] = []
    position = 0
    for (start, stop), mark in places:
        if start >= position:
            parts += text[position:start], mark * (stop - start)
            position = stop
        elif stop > position:
            parts.append(mark * (stop - position))
            position = stop
    parts.append(text[position:])
    return "".join(parts)


def _parted(text: str) -> str:
    """*text* with the same mark wherever a clause may end; a full stop ends one before a space."""
    for mark in _MARKS:
        text = text.replace(mark, _PART)
    return text.replace(". ", f"{_PART} ")
