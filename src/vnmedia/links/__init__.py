"""What a figure is about: its topic, its time, whose it is, who gives it, what it is compared with.

Only what the words say plainly is linked; a figure keeps None where two readings are open. Each link is the
span of the words, and where those are a mention of another kind, exactly that mention's. The clauses of a
sentence are read once (``vnmedia.clauses``); times go on from one sentence to the next as frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..clauses import read_clauses
from ..model import Mention, Span, Statistic
from ..text import TextView
from ._baseline import changes, comparisons, levels
from ._holder import acting_place, holder, place_of, source
from ._period import Frames
from ._role import has_goal, is_goal, role
from ._sentences import At, Sentence, counts_things, read_sentences
from ._subject import Topics

__all__ = ["link_figures"]


def link_figures(view: TextView, mentions: Sequence[Mention[Any]]) -> list[Mention[Any]]:
    """*mentions* with the figures among them linked; the others as they are.

    Args:
        view: The text that the mentions were found in.
        mentions: The mentions of all kinds, by start.
    """
    sentences = read_sentences(view, mentions)
    if not sentences:
        return list(mentions)
    linked = _linked(view, sentences)
    return [next(linked) if mention.kind == "statistic" else mention for mention in mentions]


def _linked(view: TextView, sentences: Sequence[Sentence]) -> Iterator[Mention[Statistic]]:
    """The figures of all *sentences*, in order, with their links."""
    topics, frames = Topics(view), Frames(view)
    for sentence in sentences:
        if not sentence.figures:
            frames.of(sentence, (), ())
            continue
        figures = [(at.start, at.end) for at in sentence.figures]
        times = [(at.start, at.end) for at in (*sentence.times, *sentence.lengths)]
        named = _named(view, sentence)
        clauses = read_clauses(view.lower, (sentence.start, sentence.end), figures, times, named, view.plain)
        ways_up = levels(view, sentence)
        baselines = comparisons(view, sentence, clauses, ways_up)
        periods = frames.of(sentence, baselines, clauses)
        subjects = topics.of(sentence, clauses, baselines)
        ways = changes(view, sentence, clauses, baselines, ways_up)
        acting = acting_place(view, sentence)
        goals = has_goal(view.lower, sentence)
        for index, figure in enumerate(sentence.figures):
            owner = given_by = place = None
            if sentence.agencies:
                given_by = source(view, sentence, figure)
                owner = holder(view, sentence, figure, given_by)
            baseline, subject, way = baselines[index], subjects[index], ways[index]
            if owner is None and (acting is not None or subject is not None):
                place = place_of(view, figure, subject, acting)
            mention, value = figure.mention, figure.mention.value
            linked = Statistic(  # made anew: attrs.evolve takes longer than all that is linked
                value=value.value,
                low=value.low,
                high=value.high,
                unit=value.unit,
                qualifier=value.qualifier,
                per=value.per,
                of=value.of,
                change=way,
                baseline=baseline and view.span(*baseline),
                period=_span(periods[index]),
                agency=_span(owner) or (place and view.span(*place)),
                source=_span(given_by),
                subject=subject and view.span(*subject),
                role="target"
                if goals and is_goal(view.lower, sentence, figure)
                else role(view.lower, figure, clauses[index], way, baseline, subject),
            )
            yield Mention(span=mention.span, quote=mention.quote, value=linked, inferred=mention.inferred)


def _named(view: TextView, sentence: Sentence) -> list[bool]:
    """Which figures need a topic: those that count no things, and one before that they may go on with."""
    named = [not counts_things(at.mention.value) for at in sentence.figures]
    aside = [view.lower.startswith("(", at.start - 1) for at in sentence.figures]
    after = [*named[1:], False]
    over = [
        skips and need for skips, need in zip([*aside[1:], False], [*named[2:], False, False], strict=False)
    ]
    return [any(needs) for needs in zip(named, after, over, strict=True)]


def _span(at: At | None) -> Span | None:
    return None if at is None else at.mention.span
