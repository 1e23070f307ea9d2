"""The sentences of a text with the figures, times and bodies that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
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

    def __init__(self, start: int, end: int, mention: Mention[Statistic], rank: int) -> None:
        self.start, self.end, self.mention, self.rank = start, end, mention, rank
        self.value = value = mention.value
        self.unit = unit = value.unit
        self.counts, self.is_age = _told(unit, value.per)


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

    def __init__(self, start: int, line: int, said: str) -> None:
        self.start, self.line, self.said = start, line, said
        self.end = start + len(said)
        self.figures: Sequence[FigureAt] = ()
        self.stand: Sequence[Place] = ()
        self.times: Sequence[At] = ()
        self.lengths: Sequence[At] = ()
        self.dated: Sequence[Place] = ()
        self.agencies: Sequence[At] = ()
        self.sizes: Sequence[At] = ()
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
    kinds = [mention.value.kind_name for mention in mentions]
    if "statistic" not in kinds:
        return []
    last = len(kinds) - 1 - kinds[::-1].index("statistic")
    places = view.places([mention.span for mention in mentions])
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
        newline = _line_break(lower, before, begin)
        if newline:
            line = newline
        before = begin
        said = lower[begin:end].lstrip()
        sentence = Sentence(end - len(said), line, said.rstrip())
        sentences.append(sentence)
        if "date" in held:
            _add_times(sentence, held, places[first:stop], mentions[first:stop])
        if "statistic" in held:
            _add_figures(sentence, held, places, mentions, first)
    return sentences


def _leave_out_cited(kinds: list[str], places: Sequence[Place]) -> None:
    """Make nothing of the times and bodies of *kinds* that stand in a citation."""
    for rank, kind in enumerate(kinds):
        if kind == "instrument":
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


def _add_times(
    sentence: Sentence, kinds: Iterable[str], places: Iterable[Place], mentions: Iterable[Mention[Any]]
) -> None:
    """Add the times among *mentions*."""
    dated: list[Place] = []
    times: list[At] = []
    lengths: list[At] = []
    sentence.dated, sentence.times, sentence.lengths = dated, times, lengths
    for kind, place, mention in zip(kinds, places, mentions, strict=True):
        if kind == "date":
            dated.append(place)
            start, end = place
            (times if _has_days(mention.value) else lengths).append(At(start, end, mention))


def _add_figures(
    sentence: Sentence,
    kinds: Sequence[str],
    places: Sequence[Place],
    mentions: Sequence[Mention[Any]],
    first: int,
) -> None:
    """Add the figures and bodies among *mentions*, whose *kinds* from the *first* on are given."""
    figures: list[FigureAt] = []
    stand: list[Place] = []
    agencies: list[At] = []
    for rank, kind in enumerate(kinds, first):
        if kind == "statistic":
            start, end = place = places[rank]
            mention = mentions[rank]
            if _is_size(mention.value):
                sentence.sizes = [*sentence.sizes, At(start, end, mention)]
            else:
                figures.append(FigureAt(start, end, mention, rank))
                stand.append(place)
        elif kind == "agency":
            start, end = places[rank]
            agencies.append(At(start, end, mentions[rank]))
    sentence.figures, sentence.stand, sentence.agencies = figures, stand, agencies


def _is_short_form(lower: str, end: int) -> bool:
    """Whether the full stop at *end* is that of a short form: TP. HCM, TS. Nam."""
    return lower.endswith(_SHORT_FORMS, 0, end - (lower[end - 1] == "\n"))


def _has_days(value: TimeExpression) -> bool:
    """Whether a time has days of its own; a length, a recurrence and ``đến nay`` have none."""
    if value.every is not None or value.duration is not None:
        return False
    return value.start is not None or (value.edtf is not None and not value.edtf.startswith(".."))


def _is_size(value: Statistic) -> bool:
    """Whether a figure only tells a sort of things."""
    unit = value.unit
    return unit == "sao" or (value.per == "kg" and unit in _PIECES)


@lru_cache(maxsize=1024)  # units recur
def _told(unit: str | None, per: str | None) -> tuple[bool, bool]:
    """Whether *unit* is a noun that says what is counted, and whether it tells an age."""
    if unit is None:
        return False, False
    return per is None and unit not in symbols() and unit not in _ABSTRACT, unit.endswith("tuổi")


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
