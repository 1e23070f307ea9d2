"""Aligning the characters of a text with the page that it was read from.

White space and invisible characters differ between a page and its text, and parts of a page may be left out
or moved. So both are compared without such characters, by stretches: a stretch begins where a run of
characters is the same in both, and extends to both sides as far as they agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

__all__ = ["align", "seen_length"]

#: How many characters have to agree for a stretch to begin.
_RUN = 12
_NOT_SEEN = "\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_UNSEEN = re.compile(f"[{_NOT_SEEN}]")
_SEEN = re.compile(f"[^{_NOT_SEEN}]+")
_BLOCK = 512


def align(text: str, shown: str) -> list[int | None]:
    """For each character of *text* its place in *shown*, None where it has none or is invisible.

    The time is linear: each character is compared once to the right and once to the left.

    >>> align("a  bc", "a bc")
    [0, None, None, 2, 3]
    """
    left, left_places = _seen(text)
    right, right_places = _seen(shown)
    run = max(1, min(_RUN, len(left)))
    starts: dict[str, list[int]] = {}
    for place in range(len(right) - run + 1):
        starts.setdefault(right[place : place + run], []).append(place)
    aligned: list[int | None] = [None] * len(text)
    position = done = passed = 0
    while position + run <= len(left):
        found = starts.get(left[position : position + run])
        if found is None:
            position += 1
            continue
        place = _nearest(found, passed)
        start, start_place = position, place
        while start > done and start_place > 0 and left[start - 1] == right[start_place - 1]:
            start, start_place = start - 1, start_place - 1
        length = _agreement(left, position, right, place)
        position, place = position + length, place + length
        for own, theirs in zip(left_places[start:position], right_places[start_place:place], strict=True):
            aligned[own] = theirs
        done = position
        passed = place
    return aligned


def seen_length(text: str) -> int:
    """How many characters of *text* a reader sees."""
    return len(text) - len(_UNSEEN.findall(text))


def _nearest(found: Sequence[int], start: int) -> int:
    """The first place from *start* on, or else the first: a page may show its parts in another order."""
    index = bisect_left(found, start)
    return found[index] if index < len(found) else found[0]


def _seen(text: str) -> tuple[str, Sequence[int]]:
    """The characters of *text* that a reader sees, with their places."""
    if not _UNSEEN.search(text):
        return text, range(len(text))
    parts: list[str] = []
    places: list[int] = []
    for match in _SEEN.finditer(text):
        parts.append(match.group())
        places.extend(range(*match.span()))
    return "".join(parts), places


def _agreement(left: str, start: int, right: str, place: int) -> int:
    """How many characters agree from *start* and *place* on; compared by blocks, the last one by halves."""
    length = 0
    while (block := left[start + length : start + length + _BLOCK]) and right.startswith(
        block, place + length
    ):
        length += len(block)
    low, high = 0, min(len(block), len(right) - place - length)
    while low < high:
        middle = (low + high + 1) // 2
        if right.startswith(block[:middle], place + length):
            low = middle
        else:
            high = middle - 1
    return length + low
