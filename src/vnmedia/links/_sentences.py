"""The sentences of a text with the figures, times and bodies that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from .. import registries
from ..grammar import any_of
from ..model import Mention, Statistic, TimeExpression
from ..registries.units import symbols
from ..text import TextView, sentence_ends, trimmed

__all__ = [
    "FAR",
    "PART_END",
    "REACH",
    "At",
    "FigureAt",
    "Sentence",
    "closes_bracket",
    "ended_before",
    "ends_lead",
    "last_words",
    "next_after",
    "read_sentences",
    "within",
    "words",
]

AtT = TypeVar("AtT", bound="At")

# Words are read in small windows beside a figure, so that the work is bounded by the number of figures.
REACH = 160
#: How far ahead of a figure its time or its body may stand.
FAR = 400
#: What parts a sentence; the full stop in a number does not.
PART_END = re.compile(r"[;:!?\n.](?!(?<=\.)[0-9])")
_BRACKETS = re.compile("[()]")
_SHORT_FORMS = (" tp.", " tx.", " ts.", " ths.", " pgs.", " gs.")
#: What stands before the last character of a sentence that ends with one of them, or with its line break.
_SHORT_FORM_ENDS = "pxs."
# Units of comparison and of scores, which do not say what they count.
_ABSTRACT = frozenset(("lần", "điểm", "điểm %", "bậc", "phần"))


# Pieces in a kilogram tell how big the goods are.
_PIECES = frozenset(("con", "trái", "quả", "củ", "hạt", "bông"))


class At:
    """A mention with its value: where it stands in the view, and how many mentions stand before it."""

    __slots__ = ("end", "mention", "rank", "start", "value")

    def __init__(self, start: int, end: int, mention: Mention[Any], rank: int) -> None:
        self.start, self.end, self.mention, self.rank = start, end, mention, rank
        self.value = mention.value


class FigureAt(At):
    """A figure, and what its unit tells.

    Attributes:
        unit: Its unit.
        counts: Whether the unit is a noun, which says by itself what is counted.
        is_age: Whether it tells how old somebody is.
    """

    __slots__ = ("counts", "is_age", "unit")

    def __init__(self, start: int, end: int, mention: Mention[Statistic], rank: int) -> None:
        self.start, self.end, self.mention, self.rank = start, end, mention, rank
        self.value = value = mention.value
        self.unit = unit = value.unit
        self.counts = unit is not None and value.per is None and unit not in _no_nouns()
        self.is_age = unit is not None and unit.endswith("tuổi")


class Sentence:
    """One sentence: where it stands in the view, and what it holds.

    Attributes:
        line: Where its line begins.
        said: Its words, in small letters.
        times: The times that have days of their own.
        lengths: The other times: lengths and recurrences.
        sizes: Figures that only tell a sort of things: tôm 50 con/kg, khách sạn 5 sao.
    """

    __slots__ = ("agencies", "end", "figures", "lengths", "line", "said", "sizes", "start", "times")

    def __init__(self, start: int, end: int, line: int, said: str) -> None:
        self.start, self.end, self.line, self.said = start, end, line, said
        self.figures: list[FigureAt] = []
        self.times: list[At] = []
        self.lengths: list[At] = []
        self.agencies: list[At] = []
        self.sizes: list[At] = []

    def add(self, kind: str, start: int, end: int, mention: Mention[Any], rank: int) -> None:
        """Add the figure, time or body that *mention* is."""
        value = mention.value
        if kind == "statistic":
            if value.unit == "sao" or (value.per == "kg" and value.unit in _PIECES):
                self.sizes.append(At(start, end, mention, rank))
            else:
                self.figures.append(FigureAt(start, end, mention, rank))
        elif kind == "agency":
            self.agencies.append(At(start, end, mention, rank))
        else:
            (self.times if _has_days(value) else self.lengths).append(At(start, end, mention, rank))

    def near(self, mentions: list[At], figure: FigureAt) -> list[At]:
        """Those of *mentions* near enough to *figure* to be linked to it, and always the sentence's first."""
        if not mentions:
            return mentions
        first = bisect_left(mentions, figure.start - FAR, key=_start)
        last = bisect_left(mentions, figure.end + REACH, key=_start)
        return mentions[:1] * (first > 0) + mentions[first:last]


def ended_before(mentions: Sequence[AtT], position: int, reach: int = FAR) -> Sequence[AtT]:
    """Those of *mentions* that end before *position*, no further away than *reach*."""
    if not mentions or mentions[0].end > position:
        return ()
    first = last = (
        bisect_right(mentions, position, key=_end) if mentions[-1].end > position else len(mentions)
    )
    while first and mentions[first - 1].start >= position - reach:
        first -= 1
    return mentions[first:last]


def closes_bracket(words: str) -> bool:
    """Whether *words* close a bracket that stands open before them: ``tăng 2% (1)) và``."""
    depth = 0
    for mark in _BRACKETS.findall(words):
        depth += 1 if mark == "(" else -1
        if depth < 0:
            return True
    return False


def next_after(mentions: Sequence[AtT], position: int) -> AtT | None:
    """The first of *mentions* that begins at *position* or after it."""
    if not mentions or mentions[-1].start < position:
        return None
    return mentions[bisect_left(mentions, position, key=_start)]


def within(mentions: Sequence[At], start: int, end: int) -> bool:
    """Whether any of *mentions* overlaps the words from *start* to *end*."""
    index = bisect_right(mentions, start, key=_end)
    return index < len(mentions) and mentions[index].start < end


def _start(at: At) -> int:
    return at.start


def _end(at: At) -> int:
    return at.end


def read_sentences(view: TextView, mentions: Sequence[Mention[Any]]) -> list[Sentence]:
    """The sentences of *view* that hold a figure, a time or a body, in order, up to the last with a figure.

    Times and bodies in a citation do not count.
    """
    last = _last_figure(mentions)
    if last < 0:
        return []
    bounds = _Bounds(view, view.locate(mentions[last].span)[1])
    sentences: list[Sentence] = []
    limit = cited = 0
    for rank, mention in enumerate(mentions):
        kind = mention.value.kind_name
        if kind == "official":
            continue
        start, end = view.locate(mention.span)
        if kind == "instrument":
            cited = max(cited, end)
        elif start >= cited or kind == "statistic":
            if start >= limit:
                if rank > last:
                    break
                sentence, limit = bounds.sentence_at(start)
                sentences.append(sentence)
            sentence.add(kind, start, end, mention, rank)
    return sentences


class _Bounds:
    """Where the sentences of a text begin and end, up to that of *last*; to be asked in text order."""

    def __init__(self, view: TextView, last: int) -> None:
        self.plain, self.lower = view.plain, view.lower
        stop = view.lower.find("\n", last) + 1
        while stop and _is_short_form(view.lower, stop):
            stop = view.lower.find("\n", stop) + 1
        text = view.plain[:stop] if stop else view.plain
        ends = [
            end
            for end in sentence_ends(text)
            if view.lower[end - 2] not in _SHORT_FORM_ENDS or not _is_short_form(view.lower, end)
        ]
        self.ends = iter([*ends, len(view.plain)])
        self.begin = self.end = self.line = 0

    def sentence_at(self, start: int) -> tuple[Sentence, int]:
        """The sentence at *start*, without its mentions, and where the next one may begin."""
        begin, end = self.begin, self.end
        while end <= start:
            begin, end = end, next(self.ends)
            if self.plain[begin - 1] == "\n":
                self.line = begin
        self.begin, self.end = begin, end
        first, stop = trimmed(self.plain, begin, end)
        return Sentence(first, stop, self.line, self.lower[first:stop]), end


def _last_figure(mentions: Sequence[Mention[Any]]) -> int:
    """The rank of the last figure; -1 where there is none."""
    last = len(mentions) - 1
    while last >= 0 and mentions[last].value.kind_name != "statistic":
        last -= 1
    return last


def _is_short_form(lower: str, end: int) -> bool:
    """Whether the full stop at *end* is that of a short form: TP. HCM, TS. Nam."""
    return lower.endswith(_SHORT_FORMS, 0, end - (lower[end - 1] == "\n"))


def _has_days(value: TimeExpression) -> bool:
    """Whether a time has days of its own; a length, a recurrence and ``đến nay`` have none."""
    if value.every is not None or value.duration is not None:
        return False
    return value.start is not None or (value.edtf is not None and not value.edtf.startswith(".."))


@cache
def _no_nouns() -> frozenset[str]:
    return symbols() | _ABSTRACT


def ends_lead(lower: str, start: int, position: int, last: frozenset[str]) -> bool:
    """Whether the word after *start* and right before the space ending at *position* may be one of *last*.

    Where it is not, a pattern that ends with these words finds nothing and needs no search.
    """
    if lower[position - 1 : position] != " ":
        return False
    word = lower[max(start, lower.rfind(" ", start, position - 1) + 1) : position - 1]
    return word in last or not word[:1].isalnum()


def last_words(*ids: str) -> set[str]:
    """The last syllables of the link words in the lists *ids*."""
    return {word.rpartition(" ")[2] for id in ids for word in registries.words(f"link_words/{id}")}


@cache
def words(id: str) -> str:
    """The list *id* of link words as alternatives, the longest first."""
    return any_of(registries.words(f"link_words/{id}"))
