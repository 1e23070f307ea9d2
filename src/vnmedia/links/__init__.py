"""The links of figures: topic, time, holder, source and baseline.

A link is set only where the words state it plainly; it stays None where two readings are possible. Each link
is a span of words; where these are a mention of another kind, it is exactly that mention's span. The clauses
of a sentence are read once (``vnmedia.clauses``); a time goes on to the next sentences as a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..clauses import Masked, Place, read_clauses
from ..model import Mention, Statistic
from ..model._trusted import trusted
from ..text import TextView
from ._baseline import changes, comparisons, levels
from ._headings import goal_parts
from ._holder import owners
from ._period import Frames
from ._role import roles
from ._sentences import FigureAt, Sentence, read_sentences
from ._subject import Topics

__all__ = ["link_figures"]

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
    topics, frames, goals = Topics(view), Frames(view), goal_parts(view.lower)
    between: list[Sentence] = []
    for sentence in sentences:
        if sentence.figures:
            if between:
                frames.pass_over(between)
                between.clear()
            planned = bool(goals) and any(start <= sentence.start < end for start, end in goals)
            _link(view, masked, sentence, topics, frames, linked, planned)
        else:
            between.append(sentence)
    return linked


def _masked(view: TextView, sentences: Sequence[Sentence]) -> Masked:
    """The text of *view* up to the last of *sentences*, with their figures and times hidden."""
    bracketed: list[Place] = []
    figures: list[Place] = []
    times: list[Place] = []
    sorts: list[Place] = []
    for sentence in sentences:
        if sentence.figures:
            figures += sentence.stand
            times += sentence.dated
            if "(" in sentence.said:
                bracketed.append((sentence.start, sentence.end))
            if sentence.sizes:
                sorts += _sorts(view.lower, sentence)
    return Masked(view.lower[: sentences[-1].end + 1], view.plain, bracketed, figures, times, sorts)


def _link(
    view: TextView,
    masked: Masked,
    sentence: Sentence,
    topics: Topics,
    frames: Frames,
    linked: list[Mention[Any]],
    planned: bool,
) -> None:
    """Put the figures of *sentence* that have links into *linked*, with them; *planned*: a part of goals."""
    lower, figures = view.lower, sentence.figures
    place = sentence.start, sentence.end
    named = _named(lower, figures)
    clauses = read_clauses(masked, place, sentence.stand, named)
    ways_up = levels(lower, sentence) if len(figures) > 1 else ()
    baselines = comparisons(view, sentence, clauses, ways_up)
    periods = frames.of(sentence, baselines, clauses)
    subjects = topics.of(sentence, clauses, baselines, named)
    ways = changes(view, sentence, clauses, baselines, ways_up)
    parts = roles(lower, sentence, clauses, ways, baselines, subjects, planned or frames.goal)
    owned = owners(view, sentence, subjects)
    span = view.span
    for figure, change, baseline, period, subject, (agency, source), part in zip(
        figures, ways, baselines, periods, subjects, owned, parts, strict=True
    ):
        value = figure.value
        if not (part or change or baseline or period or subject or agency or source or value.change):
            continue
        read = _statistic(
            value.value,
            value.low,
            value.high,
            value.unit,
            value.qualifier,
            value.per,
            value.of,
            change,
            None if baseline is None else span(*baseline),
            None if period is None else period.mention.span,
            agency,
            None if subject is None else span(*subject),
            source,
            part,
        )
        mention = figure.mention
        linked[figure.rank] = _mention(mention.span, mention.quote, read, mention.inferred)


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
    if len(figures) > 1 and any(named):
        for index in range(len(figures) - 1, 0, -1):
            if not figures[index].counts:
                named[index - 1] = True
                if index > 1 and (
                    lower[figures[index - 1].start - 1] == "("  # the figure between stands in brackets
                    or figures[index - 1].unit == figures[index - 2].unit  # 500 hộ, tăng 20 hộ (4%)
                ):
                    named[index - 2] = True
    return named
