"""The days of a suspension, an extension or an expiry, read from the sentence that states it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..model import Relation, RelationKind, TimeExpression
from ..model._trusted import trusted
from ..registries import Pattern
from ._read import Reader
from ._relations import Stated

__all__ = ["WITH_DAYS", "days_stated", "relation_of"]

_relation = trusted(Relation)
#: The relations that a text states with days.
WITH_DAYS: set[RelationKind] = {"suspends", "extends", "repeals"}
_LONGEST = 400
_SENTENCE_END = Pattern(r"[.;](?=\s|\Z)|\n")
_BEFORE = Pattern(r"(?<!\w)(?:(?:kể[ ])?từ|(?P<until>đến(?:[ ]hết)?))[ ](?:ngày[ ])?\Z")
_WITHIN = Pattern(r"(?:kể[ ])?từ[ ]|(?P<until>đến[ ]|hết[ ])")


def relation_of(reader: Reader, stated: Stated) -> Relation:
    """The relation that was *stated*, with its days."""
    view = reader.view
    since, until = _days(reader, stated) if stated.kind in WITH_DAYS else (None, None)
    return _relation(
        kind=stated.kind,
        target=view.span(stated.target.start, stated.target.end),
        evidence=view.span(stated.start, stated.end),
        since=since,
        until=until,
    )


def _days(reader: Reader, stated: Stated) -> tuple[dt.date | None, dt.date | None]:
    """The days that the sentence names from the verb on, outside its citations."""
    start = stated.start
    stop = _SENTENCE_END.search(reader.lower, max(stated.end, stated.target.end), start + _LONGEST)
    end = stop.start() if stop is not None else min(len(reader.lower), start + _LONGEST)
    cited = [(draft.start, draft.after) for draft in (stated.actor, stated.target)]
    times = [
        (time.start, time.end, time.mention.value)
        for time in reader.reading.times_within(start, end)
        if not any(first <= time.start < last for first, last in cited)
    ]
    return days_stated(reader.lower, start, times)


def days_stated(
    lower: str, start: int, times: Iterable[tuple[int, int, TimeExpression]]
) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day, by the words around *times* in *lower* from *start* on."""
    since = until = None
    for begin, end, value in times:
        before = _BEFORE.search(lower, max(start, begin - 16), begin)
        within = _WITHIN.match(lower, begin, end)
        if before is None and within is None:
            continue
        last = before["until"] if before is not None else within["until"] if within is not None else None
        if last is None:
            since = since or value.start
        if last is not None or value.start != value.end:
            until = until or value.end
    return since, until
