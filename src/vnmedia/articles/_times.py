"""Chooses the times of publication and of change from the times on a page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs

from ._body import Body
from ._headline import around, first_of
from ._metadata import Metadata
from ._moment import VIETNAM, Moment, first_moment, machine_moment, sets_month_first
from ._phrases import begins, is_one, label
from ._profiles import Profile
from ._stamps import ZERO, is_zero, read_stamp
from ._tree import Fragment, Tree

__all__ = ["Shown", "choose_times", "shown_times", "unknown_times"]

#: The most characters of a time line, and how far it may be below the end of the text or inside it.
_LONGEST = 120
_BELOW, _INSIDE = 6, 4
#: The most characters of a label.
_LABEL = 40
#: What marks a time as unknown: the year 1970, a year that begins with 0, only zeros, or .NET's first moment.
_MAY_BE_ZERO = re.compile(r"1970|\b0\d{3}(?!\d)|\A\s*0+\s*\Z|-62135|\(0\)")
_SHORTEST_SHOWN, _LONGEST_SHOWN = 8, 40
#: The attributes in which markup states a time for machines.
_MACHINE = ("datetime", "data-time", "title", "content")


@attrs.frozen
class Shown:
    """A time that readers see: the text that holds it, and whether that stands by the headline."""

    text: str
    moment: Moment
    near: bool


def shown_times(tree: Tree, profile: Profile, head: range, title_at: int, body: Body) -> Iterator[Shown]:
    """The times on the page, the likeliest first: under the headline, at the ends of the text, elsewhere.

    Times in links and in boxes of the page belong to other stories.
    """
    machine = _machine_times(tree)
    month_first = sets_month_first(f.text for f in tree.fragments if len(f.text) <= _LONGEST)
    foreign = _foreign(tree, body)
    under = [i for i in head if i > title_at]
    above = [i for i in reversed(head) if i < title_at]
    inside = range(body.start, min(body.start + _INSIDE, body.end))
    below = range(body.end, min(body.end + _BELOW, len(tree.fragments)))
    # A time in a sharing box right under the headline is still the article's.
    shared = (index for index in under if foreign[index])
    first, later = ([i for i in part if not foreign[i]] for part in ((*under, *inside), (*above, *below)))
    for index in (*first, *shared, *later):
        if _tells_no_time(tree, index, under=title_at < index < body.start):
            continue
        moment = _moment(tree.fragments[index], machine.get(index, ()), month_first=month_first)
        if moment is not None:
            yield Shown(_labelled(tree, index), moment, near=title_at - 3 <= index < body.end)
    for node in first_of(tree, profile.time):
        text = tree.text_of(node)[:_LONGEST]
        found = first_moment(text, month_first=month_first)
        if found is not None and not foreign[min(node.first, len(foreign) - 1)]:
            yield Shown(text, found[0], near=False)


def _labelled(tree: Tree, index: int) -> str:
    """The text of a fragment, with a label before it from an element of its own."""
    text = tree.fragments[index].text
    before = tree.fragments[index - 1].text if index and len(text) <= _LONGEST else ""
    is_label = len(before) <= _LABEL and is_one(before.lower().rstrip(" :"), "changed", "effective")
    return f"{before} {text}" if is_label else text


def _tells_no_time(tree: Tree, index: int, *, under: bool) -> bool:
    """Whether a fragment is hidden, belongs to another story, or states when a law takes effect."""
    fragment = tree.fragments[index]
    if fragment.hidden or _is_of_other(fragment, under=under):
        return True
    return begins(_labelled(tree, index).lower().strip(" |-–("), "effective")


def _is_of_other(fragment: Fragment, *, under: bool) -> bool:
    """Whether it links to another story; *under* the headline the time alone may link to the page."""
    if fragment.linked * 2 <= len(fragment.text):
        return False
    found = first_moment(fragment.text) if under and len(fragment.text) <= _LONGEST else None
    return found is None or any(map(str.isalpha, fragment.text[: found[1]] + fragment.text[found[2] :]))


def _machine_times(tree: Tree) -> dict[int, list[str]]:
    """The machine-readable times of elements, by the fragment that they stand in."""
    times: dict[int, list[str]] = {}
    for node in tree.tagged("time", "abbr", "span"):
        if node.tag in ("time", "abbr") or "time" in node.roles:
            stated = [node.get(name) for name in _MACHINE if node.get(name)]
            if stated:
                times.setdefault(node.first, []).extend(stated)
    return times


def _foreign(tree: Tree, body: Body) -> bytearray:
    foreign = bytearray(len(tree.fragments) + 1)
    for node in tree.foreign:
        first, last = tree.range_of(node)
        if not (first <= body.start and body.end <= last):
            foreign[first:last] = b"\1" * (last - first)
    return foreign


def _moment(fragment: Fragment, machine: Iterable[str], *, month_first: bool) -> Moment | None:
    """The time that *fragment* shows or that its markup states; either may have the clock time."""
    if len(fragment.text) > _LONGEST:
        return None
    timed = any("time" in node.roles or node.tag == "time" for node in around(fragment, 2))
    found = first_moment(fragment.text, month_first=month_first)
    stated = next((moment for text in machine if (moment := machine_moment(text)) is not None), None)
    if stated is not None and is_zero(stated):
        stated = None
    if found is not None and is_zero(found[0]):
        return None
    if found is None:
        return _in_vietnam(stated)
    if not (timed or machine or _is_time_line(fragment.text, found)):
        return None
    shown, exact = found[0], _in_vietnam(stated)
    if isinstance(exact, dt.datetime) and not isinstance(shown, dt.datetime) and exact.date() == shown:
        return exact
    return shown


def _in_vietnam(moment: Moment | None) -> Moment | None:
    return moment.astimezone(VIETNAM) if isinstance(moment, dt.datetime) else moment


def _is_time_line(text: str, found: tuple[Moment, int, int]) -> bool:
    """Whether *text* is mostly the time, or labels it as the time of publishing."""
    _, start, end = found
    rest = len(text) - (end - start)
    return rest <= 30 or label(text.lower(), "posted") > 0 or label(text.lower(), "changed") > 0


def choose_times(
    visible: Iterable[Shown], meta: Metadata, profile: Profile
) -> tuple[Moment | None, Moment | None]:
    """When the page was published and changed.

    The visible time by the headline is right if the metadata contradict it: they may have wrong offsets, the
    time of writing, or a 12-hour clock. If both agree to the minute, the metadata are more exact. A time far
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
    return [_local(moment, profile) for moment in moments if not is_zero(moment)]


def unknown_times(tree: Tree, meta: Metadata, head: range, body: Body) -> Iterator[str]:
    """Warnings about times of the article that only stand for an unknown time.

    Such times are looked for in the metadata, and in the markup and visible text around the headline.
    """
    near = range(head.start, min(body.start + _INSIDE, body.end))
    stated = [("published", text) for text in meta.published] + [("modified", text) for text in meta.modified]
    for index, texts in _machine_times(tree).items():
        stated += [("published", text) for text in texts if index in near]
    seen = (tree.fragments[index].text for index in near)
    stated += [("published", text) for text in seen if _SHORTEST_SHOWN <= len(text) <= _LONGEST_SHOWN]
    for field, text in dict.fromkeys(stated):
        if _MAY_BE_ZERO.search(text) and read_stamp(text)[1] == ZERO:
            yield f"{field} {text!r:.60}: {ZERO}"


def _local(moment: Moment, profile: Profile) -> Moment:
    """*moment* on Vietnam's clock; a neighbouring zone's offset is an error beside the right clock time."""
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
