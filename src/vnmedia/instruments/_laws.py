"""Names of laws: where one ends in a text, and which laws bear it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from ..registries.instruments import Law, fold_code, laws
from ..text import TextView

__all__ = ["in_force", "law_by_number", "laws_titled", "read_amended", "read_title", "sole"]

_TOKEN = re.compile(
    r"(?P<gap>[ \n]{0,2}(?:[,;]|[ \n](?=và[ \n]))[ \n]{0,2}(?:và[ \n]{1,2})?|[ \n]{1,2})"
    r"\(?(?P<word>\w+(?:[&/-]\w+)*)\)?"
)
_FIRST = re.compile(r"\w+")
_END = ""
_MARK = ","


@cache
def _trie() -> dict[str, object]:
    """The titles by their words; a comma or ``và`` in a title is a step of its own."""
    root: dict[str, object] = {}
    for law in laws().values():
        for title in {law.title, *law.short}:
            node = root
            for step in _steps(TextView(title).lower):
                node = node.setdefault(step, {})  # type: ignore[assignment]
            node[_END] = (*node.get(_END, ()), law)  # type: ignore[misc]
    return root


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
    node = _trie().get(first.group()) if first else None
    if first is None or not isinstance(node, dict):
        return None
    end = first.end()
    best = (end, node[_END]) if _END in node else None
    while True:
        match = _TOKEN.match(lower, end)
        if match is None or lower.startswith("(sửa đổi", match.start("word") - 1):
            return best  # that the law was, or will be, amended is no part of its name
        node = _next(node, match)
        if node is None:
            return best
        end = match.end("word")
        if lower[end : end + 1] == ")" and "(" in match.group():
            end += 1
        if _END in node:
            best = (end, node[_END])


def _next(node: dict[str, object], match: re.Match[str]) -> dict[str, object] | None:
    """The next node; a comma that the title has may be missing in the text, not the other way round."""
    marked = node.get(_MARK)
    if match["gap"].strip():
        step = marked.get(match["word"]) if isinstance(marked, dict) else None
    else:
        step = node.get(match["word"])
        if step is None and isinstance(marked, dict):
            step = marked.get(match["word"])
    return step if isinstance(step, dict) else None


_AMENDING = re.compile(
    r"luật[ \n]{1,2}(?:sửa đổi(?:(?:,|[ ]và)[ ]bổ sung)?|bãi bỏ)"
    r"(?:[ ](?:một số|các)[ ]điều)?[ \n]{1,2}(?:của[ \n]{1,2})?(?:các[ ]luật[ ]|[0-9]{1,2}[ ]luật[ ])?"
)
_JOINED = re.compile(
    r"[ \n]{0,2}(?:[,;][ \n]{1,2}(?:và[ \n]{1,2})?|[ \n]và[ \n]{1,2})(?=bộ luật|luật|pháp lệnh)"
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
        if title is None:
            return end
        end = title[0]
        joined = _JOINED.match(lower, end)
        if joined is None:
            return end
        position = joined.end()
    return end


def laws_titled(title: str) -> tuple[Law, ...]:
    """The laws that bear the whole of *title*, in any case and with any commas."""
    lower = TextView(title).lower.strip()
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
    """What the spellings of a law's number share."""
    return fold_code(number.replace("/", "").replace(".", "")).lstrip("0")


def law_by_number(canonical: str) -> tuple[Law, ...]:
    """The laws with the number *canonical*: one, or before 1998 all that one order promulgated."""
    return _by_number().get(number_key(canonical), ())


def in_force(bearers: tuple[Law, ...], day: dt.date | None) -> Law | None:
    """The one of *bearers* in force on *day*; without a day the only one there ever was."""
    return sole(tuple(law for law in bearers if day is None or _holds(law, day)))


def _holds(law: Law, day: dt.date) -> bool:
    begins = law.validity.start or law.passed
    return begins is not None and begins <= day and (law.validity.end is None or day <= law.validity.end)


def sole(found: tuple[Law, ...]) -> Law | None:
    """The law where there is just one."""
    return found[0] if len(found) == 1 else None
