"""The sentences of a text with the figures, times and bodies that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import Any, TypeAlias, TypeVar

from .. import registries
from ..grammar import any_of
from ..model import Mention, Statistic, TimeExpression
from ..registries.units import symbols
from ..text import TextView, sentence_ends

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
Place: TypeAlias = tuple[int, int]

_start, _end, _first = attrgetter("start"), attrgetter("end"), itemgetter(0)
_kind, _span = attrgetter("value.kind_name"), attrgetter("span")
#: The kinds of mentions that a sentence is read for.
_READ = frozenset(("statistic", "agency", "date"))

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
    """A mention with its value: where it stands in the view."""

    __slots__ = ("end", "mention", "start", "value")

    def __init__(self, start: int, end: int, mention: Mention[Any]) -> None:
        self.start, self.end, self.mention = start, end, mention
        self.value = mention.value


class FigureAt(At):
    """A figure, and what its unit tells.

    Attributes:
        rank: How many mentions stand before it.
        unit: Its unit.
        counts: Whether the unit is a noun, which says by itself what is counted.
        is_age: Whether it tells how old somebody is.
    """

    __slots__ = ("counts", "is_age", "rank", "unit")

    def __init__(
        self, start: int, end: int, mention: Mention[Statistic], rank: int, counts: bool, is_age: bool
    ) -> None:
        self.start, self.end, self.mention, self.rank = start, end, mention, rank
        self.value = value = mention.value
        self.unit, self.counts, self.is_age = value.unit, counts, is_age


#: The figures of a sentence, where they stand, its bodies and sorts.
_Figures: TypeAlias = tuple[Sequence[FigureAt], Sequence[Place], Sequence[At], Sequence[At]]
#: Its times that have days of their own, the others, and where all of them stand.
_Times: TypeAlias = tuple[Sequence[At], Sequence[At], Sequence[Place]]
_NO_FIGURES: _Figures = (), (), (), ()
_NO_TIMES: _Times = (), (), ()


class Sentence:
    """One sentence: where it stands in the view, and what it holds.

    Attributes:
        line: Where its line begins.
        said: Its words, in small letters.
        figures: Its figures; the bodies and sorts of a sentence without figures are not kept.
        stand: Where its figures begin and end.
        parts: Where its parts after a semicolon or colon begin; None until that is asked.
        dated: Where its times of all sorts begin and end.
        times: The times that have days of their own.
        lengths: The other times: lengths and recurrences.
        sizes: Figures that only tell a sort of things: tôm 50 con/kg, khách sạn 5 sao.
    """

    __slots__ = (
        *("agencies", "dated", "end", "figures", "lengths", "line", "parts", "said", "sizes", "stand"),
        *("start", "times"),
    )

    def __init__(self, end: int, line: int, said: str, figures: _Figures, times: _Times) -> None:
        self.line, self.said = line, said
        self.start, self.end = end - len(said), end
        self.figures, self.stand, self.agencies, self.sizes = figures
        self.times, self.lengths, self.dated = times
        self.parts: list[int] | None = None

    def near(self, mentions: Sequence[At], figure: FigureAt) -> Sequence[At]:
        """Those of *mentions* near enough to *figure* to be linked to it, and always the sentence's first."""
        if not mentions:
            return mentions
        first = bisect_left(mentions, figure.start - FAR, key=_start)
        last = bisect_left(mentions, figure.end + REACH, key=_start)
        return [mentions[0], *mentions[first:last]] if first else mentions[:last]


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


def read_sentences(view: TextView, mentions: Sequence[Mention[Any]]) -> list[Sentence]:
    """The sentences of *view* that hold a figure, a time or a body, in order, up to the last with a figure.

    Times and bodies in a citation do not count.
    """
    kinds = list(map(_kind, mentions))
    if "statistic" not in kinds:
        return []
    last = len(kinds) - 1 - kinds[::-1].index("statistic")
    places = view.places(map(_span, mentions))
    if "instrument" in kinds:
        _leave_out_cited(kinds, places)
    starts = list(map(_first, places))
    lower, bounds = view.lower, _bounds(view, places[last][1])
    sentences: list[Sentence] = []
    line = before = stop = 0
    while stop <= last:
        first = stop
        index = bisect_right(bounds, starts[first])
        begin, end = bounds[index - 1], bounds[index]
        stop = bisect_left(starts, end, first)
        held = kinds[first:stop]
        if _READ.isdisjoint(held):
            continue
        line = begin if lower[begin - 1] == "\n" else _line_break(lower, before, begin) or line
        before = begin
        words = lower[begin:end].rstrip()
        figures = _figures(held, places, mentions, first) if "statistic" in held else _NO_FIGURES
        times = _times(held, places, mentions, first) if "date" in held else _NO_TIMES
        sentences.append(Sentence(begin + len(words), line, words.lstrip(), figures, times))
    return sentences


def _leave_out_cited(kinds: list[str], places: Sequence[Place]) -> None:
    """Make nothing of the times and bodies of *kinds* that stand in a citation."""
    rank = -1
    for _ in range(kinds.count("instrument")):
        rank = kinds.index("instrument", rank + 1)
        end, inside = places[rank][1], rank + 1
        while inside < len(kinds) and places[inside][0] < end:
            if kinds[inside] in ("date", "agency"):
                kinds[inside] = ""
            inside += 1


def _bounds(view: TextView, last: int) -> list[int]:
    """Where the sentences of *view* begin and end, up to that of *last*; the rest is one sentence."""
    plain, lower = view.plain, view.lower
    stop = lower.find("\n", last) + 1
    while stop and _is_short_form(lower, stop):
        stop = lower.find("\n", stop) + 1
    ends = sentence_ends(plain[:stop] if stop else plain)
    kept = [end for end in ends if lower[end - 2] not in _SHORT_FORM_ENDS or not _is_short_form(lower, end)]
    return [0, *kept, len(plain)]


def _line_break(lower: str, start: int, end: int) -> int:
    """Where a line begins between *start* and *end*, the last one if several do; 0 if none does."""
    newline = lower.rfind("\n", start, end) + 1
    while newline and _is_short_form(lower, newline):
        newline = lower.rfind("\n", start, newline - 1) + 1
    return newline


def _times(
    kinds: Sequence[str], places: Sequence[Place], mentions: Sequence[Mention[Any]], first: int
) -> _Times:
    """The times among *mentions*, whose *kinds* from the *first* on are given."""
    times: list[At] = []
    lengths: list[At] = []
    dated: list[Place] = []
    for rank, kind in enumerate(kinds, first):
        if kind == "date":
            start, end = place = places[rank]
            mention = mentions[rank]
            dated.append(place)
            (times if _has_days(mention.value) else lengths).append(At(start, end, mention))
    return times, lengths, dated


def _figures(
    kinds: Sequence[str], places: Sequence[Place], mentions: Sequence[Mention[Any]], first: int
) -> _Figures:
    """The figures and bodies among *mentions*, whose *kinds* from the *first* on are given."""
    figures: list[FigureAt] = []
    stand: list[Place] = []
    agencies: list[At] = []
    sizes: list[At] = []
    for rank, kind in enumerate(kinds, first):
        if kind == "statistic":
            start, end = place = places[rank]
            mention = mentions[rank]
            counts, is_age, is_size = _told(mention.value.unit, mention.value.per)
            if is_size:
                sizes.append(At(start, end, mention))
            else:
                figures.append(FigureAt(start, end, mention, rank, counts, is_age))
                stand.append(place)
        elif kind == "agency":
            start, end = places[rank]
            agencies.append(At(start, end, mentions[rank]))
    return figures, stand, agencies, sizes


def _is_short_form(lower: str, end: int) -> bool:
    """Whether the full stop at *end* is that of a short form: TP. HCM, TS. Nam."""
    return lower.endswith(_SHORT_FORMS, 0, end - (lower[end - 1] == "\n"))


def _has_days(value: TimeExpression) -> bool:
    """Whether a time has days of its own; a length, a recurrence and ``đến nay`` have none."""
    if value.every is not None or value.duration is not None:
        return False
    return value.start is not None or (value.edtf is not None and not value.edtf.startswith(".."))


@lru_cache(maxsize=1024)  # units recur
def _told(unit: str | None, per: str | None) -> tuple[bool, bool, bool]:
    """What a *unit* tells: whether it says what is counted, tells an age, or only a sort of things."""
    if unit is None:
        return False, False, False
    is_size = unit == "sao" or (per == "kg" and unit in _PIECES)
    counts = per is None and unit not in symbols() and unit not in _ABSTRACT
    return counts, unit.endswith("tuổi"), is_size


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
