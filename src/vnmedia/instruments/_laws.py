"""Names of laws: where a name ends in a text, and which laws bear it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import attrs

from ..registries import Pattern
from ..registries.instruments import Law, fold_code, laws
from ..text import lowered

__all__ = [
    "in_force",
    "law_by_number",
    "laws_titled",
    "read_amended",
    "read_begun_title",
    "read_title",
    "sole",
]

_TOKEN = Pattern(
    r"(?P<gap>[ \n]{0,2}(?:[,;]|[ \n](?=và[ \n]))[ \n]{0,2}(?:và[ \n]{1,2})?|[ \n]{1,2})"
    r"(?P<word>\(?\w+(?:[&/-]\w+)*)\)?"
)
_FIRST = re.compile(r"\w+")
_MARK = ","


@attrs.define
class _Node:
    """A place in the tree of titles: what can follow, and the laws whose title ends here."""

    following: dict[str, _Node] = attrs.Factory(dict)
    laws: tuple[Law, ...] = ()


@cache
def _titles() -> _Node:
    """The titles by their words; a comma or ``và`` in a title is a step of its own."""
    root = _Node()
    for law in laws().values():
        for title in {*_abbreviated(law.title), *law.short}:
            node = root
            for step in _steps(lowered(title)):
                node = node.following.setdefault(step, _Node())
            node.laws += (law,)
    return root


#: Names of bodies in titles, and how texts shorten them, also one of two: ``Hội đồng nhân dân và UBND``.
_SHORT_BODIES = (("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))


def _abbreviated(title: str) -> list[str]:
    """*title*, and with its bodies shortened."""
    made = [title]
    for name, short in _SHORT_BODIES:
        made += [one.replace(name, short) for one in made if name in one]
    return made


def _steps(title: str) -> list[str]:
    first = _FIRST.match(title)
    assert first is not None
    steps = [first.group()]
    for match in _TOKEN.finditer(title, first.end()):
        if match["gap"].strip():
            steps.append(_MARK)
        steps.append(match["word"])
    return steps


def read_title(lower: str, start: int) -> tuple[int, tuple[Law, ...]] | None:
    """Where the longest known name that begins at *start* ends, and the laws that bear it."""
    first = _FIRST.match(lower, start)
    node = _titles().following.get(first.group()) if first is not None else None
    best = None
    end = first.end() if first is not None else start
    while node is not None:
        if node.laws:
            best = (end, node.laws)
        match = _TOKEN.match(lower, end)
        if match is None:
            break
        node = _next(node, match)
        end = match.end() if "(" in match.group() else match.end("word")
    return best


#: How many words of a name a text must give, if it leaves out the end.
_FEWEST_BEGUN = 7


def read_begun_title(lower: str, start: int) -> tuple[int, tuple[Law, ...]] | None:
    """The end of a name whose last words the text leaves out, and the laws that bear the name.

    ``Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài (tại Việt Nam)``.
    """
    first = _FIRST.match(lower, start)
    node = _titles().following.get(first.group()) if first is not None else None
    end, steps = (first.end() if first is not None else start), 1
    while node is not None:
        match = _TOKEN.match(lower, end)
        following = _next(node, match) if match is not None else None
        if match is None or following is None:
            break
        node, end, steps = following, match.end("word"), steps + 1
    laws_below = _below(node) if node is not None and steps >= _FEWEST_BEGUN else ()
    return (end, laws_below) if len({law.title for law in laws_below}) == 1 else None


def _below(node: _Node) -> tuple[Law, ...]:
    found: list[Law] = []
    waiting = [node]
    while waiting:
        here = waiting.pop()
        found.extend(here.laws)
        waiting.extend(here.following.values())
    return tuple(found)


def _next(node: _Node, match: re.Match[str]) -> _Node | None:
    """The next place; the text may leave out a comma of the title, but not add one."""
    marked = node.following.get(_MARK)
    after_mark = marked.following.get(match["word"]) if marked is not None else None
    if match["gap"].strip():
        return after_mark
    return node.following.get(match["word"]) or after_mark


_AMENDING = Pattern(
    r"luật[ \n]{1,2}(?:sửa đổi(?:(?:,|[ ]và)[ ]bổ sung)?|bãi bỏ)"
    r"(?:[ ](?:một số|các)[ ]điều)?[ \n]{1,2}(?:của[ \n]{1,2})?(?:các[ ]luật[ ]|[0-9]{1,2}[ ]luật[ ])?"
)
_JOINED = Pattern(r"[ \n]{0,2}(?:,[ \n]{1,2}(?:và[ \n]{1,2})?|[ \n]và[ \n]{1,2})(?=bộ luật|luật|pháp lệnh)")
#: A law in the list that no registry knows: it ends where the list continues, or a day or number begins.
_LISTED_LAW = Pattern(
    r"(?:bộ luật|luật|pháp lệnh)[ \n][^,.;:()0-9]{2,70}?(?=,[ \n](?:bộ luật|luật|pháp lệnh)[ \n]"
    r"|[ \n](?:ngày|số|năm)[ \n][0-9])"
)
_MOST_AMENDED = 40


def read_amended(lower: str, start: int) -> int | None:
    """Where the name of an amending law ends, with the names of the laws that it amends."""
    match = _AMENDING.match(lower, start)
    if match is None:
        return None
    end = None
    position = match.end()
    for _ in range(_MOST_AMENDED):
        title = read_title(lower, position)
        unknown = _LISTED_LAW.match(lower, position) if title is None else None
        if title is None and unknown is None:
            return end
        end = title[0] if title is not None else unknown.end() if unknown is not None else position
        joined = _JOINED.match(lower, end)
        if joined is None:
            return end
        position = joined.end()
    return end


def laws_titled(title: str) -> tuple[Law, ...]:
    """The laws that bear the whole of *title*, in any case and with any commas."""
    lower = lowered(title).strip()
    found = read_title(lower, 0)
    return found[1] if found is not None and found[0] == len(lower) else ()


@cache
def _by_number() -> dict[str, tuple[Law, ...]]:
    table: dict[str, tuple[Law, ...]] = {}
    for law in laws().values():
        if law.number:
            key = number_key(law.number)
            table[key] = (*table.get(key, ()), law)
    return table


def number_key(number: str) -> str:
    """The key that all spellings of a law's number share."""
    return fold_code(number.replace("/", "").replace(".", "")).lstrip("0")


def law_by_number(canonical: str) -> tuple[Law, ...]:
    """The laws with the number *canonical*: one, or before 1998 all that one order promulgated."""
    return _by_number().get(number_key(canonical), ())


def in_force(bearers: tuple[Law, ...], day: dt.date | None) -> Law | None:
    """The one of *bearers* in force on *day*; without a day, the only bearer if there is just one."""
    return sole(tuple(law for law in bearers if day is None or _holds(law, day)))


def _holds(law: Law, day: dt.date) -> bool:
    """Whether *law* was, or may have been, in force on *day*: from its passing if its effect is unknown."""
    passed = law.passed or (dt.date(law.year, 1, 1) if law.year is not None else None)
    begins = law.validity.start or passed
    return begins is not None and begins <= day and (law.validity.end is None or day <= law.validity.end)


def sole(found: tuple[Law, ...]) -> Law | None:
    """The law if there is just one, else None."""
    return found[0] if len(found) == 1 else None
