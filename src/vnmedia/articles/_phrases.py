"""The words by which the parts of a page are recognised, from ``data/layout.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ..grammar import any_of, any_word
from ..registries import Pattern, WordList, load
from ..text import lowered

__all__ = ["begins", "closes_article", "cut", "ends", "holds", "is_one", "label", "opening", "roles_of_line"]

# The longest text of a role that is compared as a whole.
_LONGEST = 100
# How far from the beginning of an imprint its first colon stands, at most.
_HEAD = 40
# A count of comments after the words.
_COUNTED = Pattern(r"\s*\(\d{1,6}\)$")

Role = Literal[
    "line",
    "line-start",
    "list",
    "back",
    "end",
    "end-start",
    "end-named",
    "more",
    "author",
    "source",
    "credit",
    "note",
    "staff",
    "caption",
    "posted",
    "changed",
    "issued",
    "effective",
    "section",
    "tags",
    "link",
    "unnamed",
    "place",
    "outlet",
    "abbreviation",
    "body",
    "degree",
    "reporter",
    "wire",
    "outlet-start",
    "outlet-end",
    "person",
    "act",
    "day",
]


_NONE: frozenset[str] = frozenset()


@cache
def _roles() -> dict[str, frozenset[str]]:
    """The roles of each text; the texts are in the form in which lines are compared."""
    roles: dict[str, frozenset[str]] = {}
    for listed in load("layout.toml", WordList).values():
        for text in listed.words:
            form = lowered(text)
            roles[form] = roles.get(form, _NONE) | {listed.role}
    return roles


def _texts(*roles: Role) -> list[str]:
    """The texts of *roles*, the longest first."""
    texts = (text for text, played in _roles().items() if not played.isdisjoint(roles))
    return sorted(texts, key=len, reverse=True)


@cache
def _opening(*roles: Role) -> re.Pattern[str]:
    return re.compile(rf"{any_of(_texts(*roles))}(?!\w)")


@cache
def _ending(role: Role) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, _texts(role)))})\Z")


@cache
def _anywhere(role: Role) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word(_texts(role))})(?!\w)")


@cache
def _label(role: Role) -> re.Pattern[str]:
    return re.compile(rf"[\s\-–>*•(\[]*(?:{'|'.join(map(re.escape, _texts(role)))})\s*[:：]\s*")


@cache
def _capitalised(role: Role) -> re.Pattern[str]:
    """The texts of *role* with a capital, which few words of a text have: a search passes over the rest."""
    rests: dict[str, list[str]] = {}
    for text in _texts(role):
        rests.setdefault(text[0], []).append(text[1:])
    heads = (rf"{re.escape(first.upper())}(?<!\w.)(?i:{any_of(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?:{'|'.join(heads)})(?!\w)")


def is_one(line: str, *roles: Role) -> bool:
    """Whether the whole of *line*, in lower case, is a text of one of *roles*.

    >>> is_one("tin liên quan", "list")
    True
    """
    return not roles_of_line(line).isdisjoint(roles)


def roles_of_line(line: str) -> frozenset[str]:
    """The roles that have the whole of *line*, in lower case, as a text.

    >>> sorted(roles_of_line("tin liên quan:"))
    ['list', 'more', 'unnamed']
    """
    if len(line) > _LONGEST:
        return _NONE
    texts = _roles()
    bare = (_COUNTED.sub("", line) if line.endswith(")") else line).strip(" .:»>|•*-–[]()+")
    found = texts.get(bare, _NONE)
    return found | texts[line] if bare != line and line in texts else found


def begins(line: str, *roles: Role) -> bool:
    """Whether *line*, in lower case, begins with a text of one of *roles*."""
    return _opening(*roles).match(line) is not None


def closes_article(line: str, *, is_prose: bool) -> bool:
    """Whether *line*, in lower case, begins as what stands below an article does.

    A sentence of a text on the press may begin as an imprint does; an imprint has a number or a colon.

    >>> closes_article("giấy phép hoạt động số 123/gp-btttt.", is_prose=True)
    True
    >>> closes_article("giấy phép hoạt động của báo do bộ cấp.", is_prose=True)
    False
    """
    if begins(line, "end-start"):
        return True
    told = not is_prose or ":" in line[:_HEAD] or any(map(str.isdigit, line))
    return told and begins(line, "end-named")


def opening(line: str, role: Role) -> int:
    """The length of the text of *role* at the start of *line*, in lower case; 0 if there is none.

    >>> opening("phóng viên lan anh", "reporter")
    10
    """
    match = _opening(role).match(line)
    return match.end() if match else 0


def ends(line: str, role: Role) -> bool:
    """Whether *line*, in lower case, ends with a text of *role*."""
    return _ending(role).search(line) is not None


def holds(line: str, role: Role) -> bool:
    """Whether a text of *role* stands anywhere in *line*, which is in lower case."""
    return _anywhere(role).search(line) is not None


def cut(text: str, role: Role) -> str:
    """*text* up to the last place where a text of *role* begins a sentence of its own.

    >>> cut("Cầu đã thông xe. Kim Oanh Xem thêm: Khởi công cầu mới", "more")
    'Cầu đã thông xe. Kim Oanh'
    """
    first = _capitalised(role).search(text)
    return text[: first.start() if first is not None else len(text)].rstrip(" >»-–*|([")


def label(line: str, role: Role) -> int:
    """The length of the label of *role* at the start of *line*, with its colon; 0 if there is none.

    >>> label("tác giả: lan anh", "author")
    9
    """
    match = _label(role).match(line)
    return match.end() if match else 0
