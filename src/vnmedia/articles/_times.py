"""Which of the times on a page is when it was published, and which when it was changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ._metadata import Metadata
from ._moment import VIETNAM, Moment, machine_moment
from ._phrases import begins
from ._profiles import Profile

__all__ = ["choose_times"]


def choose_times(
    visible: Iterable[tuple[str, Moment]], meta: Metadata, profile: Profile
) -> tuple[Moment | None, Moment | None]:
    """When the page was published and changed.

    What the reader sees is right where the metadata contradict it: those have wrong offsets, the time of
    writing, or a clock of 12 hours. Where they agree to the minute, theirs is more exact.
    """
    shown: Moment | None = None
    changed: Moment | None = None
    for text, moment in visible:
        if begins(text.lower().strip(" |-–("), "changed"):
            changed = changed or moment
        else:
            shown = shown or moment
    stated = _stated(meta.published, profile)
    published = _agreed(shown or (None if stated else changed), stated)
    modified = next(iter(_stated(meta.modified, profile)), None) or (
        changed if published != changed else None
    )
    return published, modified


def _stated(texts: Iterable[str], profile: Profile) -> list[Moment]:
    moments = [moment for text in texts if (moment := machine_moment(text)) is not None]
    return [_local(moment, profile) for moment in moments]


def _local(moment: Moment, profile: Profile) -> Moment:
    """*moment* on Vietnam's clock. Offsets of neighbours are mistakes beside the right clock time."""
    if not isinstance(moment, dt.datetime):
        return moment
    if moment.utcoffset() == dt.timedelta(0) and "offset-is-local" not in profile.quirks:
        return moment.astimezone(VIETNAM)
    return moment.replace(tzinfo=VIETNAM)


def _agreed(shown: Moment | None, stated: list[Moment]) -> Moment | None:
    if shown is None:
        clocked = [moment for moment in stated if isinstance(moment, dt.datetime)]
        return next(iter(clocked or stated), None)
    day = shown.date() if isinstance(shown, dt.datetime) else shown
    for moment in stated:
        if not isinstance(moment, dt.datetime):
            continue
        if not isinstance(shown, dt.datetime):
            if moment.date() == day:
                return moment
        elif moment.replace(second=0, microsecond=0) == shown.replace(second=0):
            return moment
    return shown
