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
from ..model.statistic import Role
from ..text import TextView
from ._baseline import changes, comparisons, levels
from ._holder import acting_place, holder, place_of, rows, source, sources
from ._period import Frames
from ._role import has_goal, is_goal, role
from ._sentences import At, FigureAt, Sentence, read_sentences
from ._subject import Topics

__all__ = ["link_figures"]

_NO_LINKS = (None,) * 7
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
    """The text of *view* up to the last of *sentences*, with their figures and times hidden."""
    places: list[Place] = []
    figures: list[At] = []
    times: list[At] = []
    sorts: list[Place] = []
    for sentence in sentences:
        if sentence.figures:
            places.append((sentence.start, sentence.end))
            figures += sentence.figures
            times += sentence.times
            times += sentence.lengths
            if sentence.sizes:
                sorts += _sorts(view.lower, sentence)
    return Masked(
        view.lower[: sentences[-1].end + 1],
        view.plain,
        places,
        [(at.start, at.end) for at in figures],
        [(at.start, at.end) for at in times],
        sorts,
    )


def _linked(
    view: TextView, masked: Masked, sentence: Sentence, topics: Topics, frames: Frames
) -> Iterator[tuple[FigureAt, Statistic]]:
    """The figures of *sentence* that have links, in order, with them."""
    figures = sentence.figures
    stand = [(at.start, at.end) for at in figures]
    clauses = read_clauses(masked, (sentence.start, sentence.end), stand, _named(view.lower, figures))
    ways_up = levels(view.lower, sentence)
    baselines = comparisons(view, sentence, clauses, ways_up)
    periods = frames.of(sentence, baselines, clauses)
    subjects = topics.of(sentence, clauses, baselines)
    ways = changes(view, sentence, clauses, baselines, ways_up)
    places = rows(view, sentence)
    acting = acting_place(view, sentence)
    given = sources(view, sentence) if sentence.agencies else []
    goals = has_goal(sentence)
    for index, figure in enumerate(figures):
        value, clause, subject = figure.value, clauses[index], subjects[index]
        baseline, period, change = baselines[index], periods[index], ways[index]
        given_by = source(view, sentence, figure, given) if given else None
        if goals and is_goal(view.lower, sentence, figure, change):
            part: Role | None = "target"
        else:
            host = None if clause.follows is None else figures[clause.follows]
            part = role(view.lower, figure, clause, change, baseline, subject, host)
        links = (
            change,
            _span(view, baseline),
            _span_of(period),
            _owner(view, sentence, figure, given_by, subject, places[index], acting),
            _span(view, subject),
            _span_of(given_by),
            part,
        )
        if part is not None or value.change is not None or links != _NO_LINKS:
            read = (value.value, value.low, value.high, value.unit, value.qualifier, value.per, value.of)
            yield figure, _statistic(*read, *links)


def _owner(
    view: TextView,
    sentence: Sentence,
    figure: FigureAt,
    given_by: At | None,
    subject: Place | None,
    row: Place | None,
    acting: tuple[Place, int] | None,
) -> Span | None:
    """The body that owns a figure, else the place that does: that of its row, or one in its sentence."""
    if sentence.agencies:
        owner = holder(view, sentence, figure, given_by, subject)
        if owner is not None:
            return owner.mention.span
    if row is None and (acting is not None or subject is not None):
        row = place_of(view, figure, subject, acting)
    return _span(view, row)


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


def _named(lower: str, figures: Sequence[FigureAt]) -> list[bool]:
    """Whether each figure needs a topic: it counts no things, or a later figure may take its topic over."""
    named = [not figure.counts for figure in figures]
    for index in range(1, len(figures)):
        if not figures[index].counts:
            named[index - 1] = True
            if index > 1 and lower[figures[index - 1].start - 1] == "(":
                named[index - 2] = True  # the figure between stands in brackets
    return named
