"""Names of bodies that are broken over lines in capitals, as in letterheads.

A letterhead is set in narrow columns: ``BỘ GIÁO DỤC VÀ`` / ``ĐÀO TẠO``, ``ỦY BAN NHÂN DÂN`` / ``TỈNH KIÊN
GIANG``. A break between two lines in capitals is inside a name if a known name goes on over it, or if the
next line begins with the level of a place or is a place; any other line is a name or heading of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from ..registries import Pattern
from ..text import TextView
from ._lexicon import Lexicon
from ._lookup import Lookup
from ._patterns import WORD

__all__ = ["whole_headings"]

_LONGEST = 120  # characters of a line
_MOTTO = Pattern(r"cộng hòa|xã hội chủ nghĩa|^đảng cộng sản việt nam$")
_PLACE_BEGINS = Pattern(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|phường|thị trấn|đặc khu|xã(?! hội\b))"
    r"(?! ủy\b| đoàn\b| đội\b) |việt nam\b"
)
_LEVEL_ENDS = Pattern(r"\b(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|ủy)\Z")


def whole_headings(view: TextView, lexicon: Lexicon) -> TextView:
    """*view* without the line breaks inside names in capitals."""
    runs = list(_runs(view))
    if not runs:
        return view
    joined = Lookup(view.joined([position for run in runs for position in run[1:-1]]), lexicon)
    inside = [position for run in runs for position in _inside(joined, run)]
    return view.joined(inside) if inside else view


def _runs(view: TextView) -> Iterator[list[int]]:
    """Each run of lines in capitals: the places of the breaks before, between and after them."""
    run: list[int] = []
    before, position = -1, view.plain.find("\n")
    while before < len(view.plain):
        end = position if position >= 0 else len(view.plain)
        if _is_heading(view, before + 1, end):
            run = run or [before]
            run.append(end)
        else:
            if len(run) > 2:
                yield run
            run = []
        before, position = end, view.plain.find("\n", end + 1)
    if len(run) > 2:
        yield run


def _is_heading(view: TextView, start: int, end: int) -> bool:
    if not (1 < end - start <= _LONGEST and view.plain[start].isupper()):
        return False
    return view.plain[start:end].isupper() and _MOTTO.search(view.lower[start:end]) is None


def _inside(ground: Lookup, run: list[int]) -> Iterator[int]:
    """The breaks of *run* that stand inside a name."""
    reach = 0
    crossed: list[tuple[int, int]] = []
    for word in WORD.finditer(ground.lower, run[0] + 1, run[-1]):
        start = word.start()
        if start < reach:
            continue
        place = ground.longest(ground.lexicon.places, start)
        reach = max([start, *ground.walk(ground.lexicon.tree, start), *([place[0]] if place else [])])
        crossed.append((start, reach))
    for position, after in pairwise(run[1:]):
        index = bisect_right(crossed, position, key=lambda stretch: stretch[0]) - 1
        place = ground.longest(ground.lexicon.places, position + 1)
        asks = _LEVEL_ENDS.search(ground.lower, max(0, position - 10), position)
        if (
            crossed[index][1] > position
            or _PLACE_BEGINS.match(ground.lower, position + 1)
            or (place is not None and (asks or place[0] == after))
        ):
            yield position
