"""Which of the times on a page is when it was published, and which when it was changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from ._metadata import Metadata
from ._moment import VIETNAM, Moment, machine_moment
from ._phrases import begins
from ._profiles import Profile

__all__ = ["Shown", "choose_times"]


@attrs.frozen
class Shown:
    """A time that readers see: the text it stands in, and whether that stands by the headline."""

    text: str
    moment: Moment
    near: bool


def choose_times(
    visible: Iterable[Shown], meta: Metadata, profile: Profile
) -> tuple[Moment | None, Moment | None]:
    """When the page was published and changed.

    What readers see by the headline is right where the metadata contradict it: those have wrong offsets, the
    time of writing, or a clock of 12 hours. Where they agree to the minute, theirs is more exact. A time far
    from the headline may be today's, and counts last.
    """
    shown: Moment | None = None
    changed: Moment | None = None
    far: Moment | None = None
    for time in visible:
        if begins(time.text.lower().strip(" |-–("), "changed"):
            changed = changed or time.moment
        elif time.near:
            shown = shown or time.moment
        else:
            far = far or time.moment
    stated = _stated(meta.published, profile)
    published = _agreed(shown, stated) or changed or far
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
