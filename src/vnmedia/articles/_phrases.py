"""The words by which the parts of a page are told apart, from ``data/layout.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import attrs

from ..registries import load
from ..text import TextView

__all__ = ["Phrases", "begins", "cut", "holds", "is_one", "label"]

# No text of a role that is compared whole is longer.
_LONGEST = 100
# How many comments there are.
_COUNTED = re.compile(r"\s*\(\d{1,6}\)$")

Role = Literal[
    "line",
    "line-start",
    "list",
    "end",
    "end-start",
    "more",
    "author",
    "source",
    "credit",
    "note",
    "staff",
    "caption",
    "posted",
    "changed",
    "section",
    "tags",
    "link",
    "unnamed",
    "place",
    "outlet",
    "abbreviation",
    "type",
    "person",
    "act",
]


@attrs.frozen(kw_only=True)
class Phrases:
    """Texts that play one role on a page."""

    id: str
    role: Role
    texts: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def _texts(role: Role) -> frozenset[str]:
    """The role's texts in the form that lines are compared in."""
    return frozenset(
        TextView(text).lower
        for phrases in load("layout.toml", Phrases).values()
        if phrases.role == role
        for text in phrases.texts
    )


@cache
def _opening(role: Role) -> re.Pattern[str]:
    texts = sorted(_texts(role), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, texts))})(?!\w)")


@cache
def _anywhere(role: Role) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_opening(role).pattern}")


@cache
def _label(role: Role) -> re.Pattern[str]:
    texts = sorted(_texts(role), key=len, reverse=True)
    return re.compile(rf"[\s\-–>*•(\[]*(?:{'|'.join(map(re.escape, texts))})\s*[:：]\s*")


def is_one(line: str, *roles: Role) -> bool:
    """Whether the whole of *line*, in lower case, is a text of one of *roles*.

    >>> is_one("tin liên quan", "list")
    True
    """
    if len(line) > _LONGEST:
        return False
    bare = _COUNTED.sub("", line).strip(" .:»>|•*-–[]()+")
    return any(line in _texts(role) or bare in _texts(role) for role in roles)


def begins(line: str, role: Role) -> bool:
    """Whether *line*, in lower case, begins with a text of *role*."""
    return _opening(role).match(line) is not None


def holds(line: str, role: Role) -> bool:
    """Whether a text of *role* stands somewhere in *line*, which is in lower case."""
    return _anywhere(role).search(line) is not None


def cut(text: str, role: Role) -> str:
    """*text* up to the last place where a text of *role* begins a sentence of its own.

    >>> cut("Cầu đã thông xe. Kim Oanh Xem thêm: Khởi công cầu mới", "more")
    'Cầu đã thông xe. Kim Oanh'
    """
    lower = text.lower()
    if len(lower) != len(text):
        return text
    first = min(
        (match.start() for match in _anywhere(role).finditer(lower) if text[match.start()].isupper()),
        default=len(text),
    )
    return text[:first].rstrip(" >»-–*|([")


def label(line: str, role: Role) -> int:
    """How long the label of *role* is that *line* begins with, its colon included; 0 where none is.

    >>> label("tác giả: lan anh", "author")
    9
    """
    match = _label(role).match(line)
    return match.end() if match else 0
