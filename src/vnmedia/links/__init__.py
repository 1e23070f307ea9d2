"""The links of figures: topic, time, holder, source and baseline.

A link is set only where the words state it plainly; it stays None where two readings are possible. Each link
is a span of words; where these are a mention of another kind, it is exactly that mention's span. The clauses
of a sentence are read once (``vnmedia.clauses``); a time goes on to the next sentences as a frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..clauses import Masked, Place, read_clauses
from ..model import Mention, Span, Statistic
from ..model._trusted import trusted
from ..text import TextView
from ._baseline import changes, comparisons, levels
from ._holder import acting_place, holder, place_of, rows, source
from ._period import Frames
from ._role import has_goal, is_goal, role
from ._sentences import At, Sentence, counts_things, read_sentences
from ._subject import Topics

__all__ = ["link_figures"]

_NO_LINKS = (None,) * 8
_SORT_OF = ("loại ", "cỡ ", "size ", "kích cỡ ", "loại từ ", "từ ")
_statistic, _mention = trusted(Statistic), trusted(Mention)


def link_figures(view: TextView, mentions: Sequence[Mention[Any]]) -> list[Mention[Any]]:
    """The *mentions*, with the links of the figures set; the others are unchanged.

    Args:
        view: The text that the mentions were found in.
        mentions: The mentions of all kinds, by start.
    """
    linked = list(mentions)
    sentences = read_sentences(view, mentions)
    if not sentences:
        return linked
    masked = _masked(view, sentences)
    topics, frames = Topics(view), Frames(view)
    for sentence in sentences:
        if not sentence.figures:
            frames.of(sentence, (), ())
            continue
        for figure, value in _linked(view, masked, sentence, topics, frames):
            mention = figure.mention
            linked[figure.rank] = _mention(mention.span, mention.quote, value, mention.inferred)
    return linked


def _masked(view: TextView, sentences: Sequence[Sentence]) -> Masked:
    """The text of *view* with the figures and times of *sentences* hidden."""
    with_figures = [sentence for sentence in sentences if sentence.figures]
    return Masked(
        view.lower,
        view.plain,
        [(sentence.start, sentence.end) for sentence in with_figures],
        [(at.start, at.end) for sentence in with_figures for at in sentence.figures],
        [(at.start, at.end) for sentence in with_figures for at in (*sentence.times, *sentence.lengths)],
        [sort for sentence in with_figures if sentence.sizes for sort in _sorts(view.lower, sentence)],
    )


def _linked(
    view: TextView, masked: Masked, sentence: Sentence, topics: Topics, frames: Frames
) -> Iterator[tuple[At, Statistic]]:
    """The figures of *sentence* that have links, in order, with them."""
    figures = [(at.start, at.end) for at in sentence.figures]
    counted = [counts_things(at.value) for at in sentence.figures]
    named = _named(view.lower, sentence, counted) if any(counted) else None
    clauses = read_clauses(masked, (sentence.start, sentence.end), figures, named)
    ways_up = levels(view.lower, sentence)
    baselines = comparisons(view, sentence, clauses, ways_up)
    periods = frames.of(sentence, baselines, clauses)
    subjects = topics.of(sentence, clauses, baselines, counted)
    ways = changes(view, sentence, clauses, baselines, ways_up)
    acting = acting_place(view, sentence)
    goals = has_goal(sentence)
    for figure, clause, baseline, period, subject, change, row in zip(
        sentence.figures, clauses, baselines, periods, subjects, ways, rows(view, sentence), strict=True
    ):
        owner, given_by = _holders(view, sentence, figure, row, subject, acting)
        is_target = goals and is_goal(view.lower, sentence, figure, change)
        host = None if clause.follows is None else sentence.figures[clause.follows]
        part = "target" if is_target else role(view.lower, figure, clause, change, baseline, subject, host)
        value = figure.value
        if (value.change, change, baseline, period, owner, subject, given_by, part) == _NO_LINKS:
            continue
        linked = _statistic(
            value.value,
            value.low,
            value.high,
            value.unit,
            value.qualifier,
            value.per,
            value.of,
            change,
            _span(view, baseline),
            _span_of(period),
            owner,
            _span(view, subject),
            given_by,
            part,
        )
        yield figure, linked


def _holders(
    view: TextView,
    sentence: Sentence,
    figure: At,
    row: Place | None,
    subject: Place | None,
    acting: tuple[Place, int] | None,
) -> tuple[Span | None, Span | None]:
    """The body or place that *figure* is about, and the body that gives it."""
    owner = given_by = None
    if sentence.agencies:
        given_by = source(view, sentence, figure)
        owner = holder(view, sentence, figure, given_by, subject)
    place = row
    if owner is None and row is None and (acting is not None or subject is not None):
        place = place_of(view, figure, subject, acting)
    return _span_of(owner) or _span(view, place), _span_of(given_by)


def _span(view: TextView, place: Place | None) -> Span | None:
    return None if place is None else view.span(*place)


def _span_of(at: At | None) -> Span | None:
    return None if at is None else at.mention.span


def _sorts(lower: str, sentence: Sentence) -> list[Place]:
    """Where the words for a sort of goods stand, which end in its size: tôm | loại 50 con/kg."""
    sorts: list[Place] = []
    for at in sentence.sizes:
        lead = next((word for word in _SORT_OF if lower.endswith(word, 0, at.start)), "")
        sorts.append((at.start - len(lead), at.end))
    return sorts


def _named(lower: str, sentence: Sentence, counted: Sequence[bool]) -> list[bool]:
    """Whether each figure needs a topic: it counts no things, or a later figure may take its topic over."""
    named = [not counts for counts in counted]
    for index, counts in enumerate(counted):
        if index and not counts:
            named[index - 1] = True
            if index > 1 and lower.startswith("(", sentence.figures[index - 1].start - 1):
                named[index - 2] = True  # the figure between stands in brackets
    return named
