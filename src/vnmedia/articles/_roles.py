"""Reads class names, ids and styles: which role an element plays, and how it is set."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..registries import WordList, load, words

__all__ = ["FLAGGED", "Flags", "Look", "flags_of", "roles_of"]

_CAMEL = re.compile(r"[A-ZĐ]+(?![a-z])|[A-Z]?[a-z]+")
_PART = re.compile(r"[^\W_]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}")
#: Digits among letters belong to a hash: ``ad`` is not a word in ``css-ad1x2`` or ``styles_ad__3fA9``.
_HASH = re.compile(r"\d[A-Za-z]|[A-Za-z]\d+[A-Za-z]")
_DIGIT = re.compile(r"\d")
_LONGEST_NAMES = 500
_MOST_CLASSES = 20
_HIDDEN = re.compile(r"display\s*:\s*none")
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden")
_VISIBLE = re.compile(r"visibility\s*:\s*visible")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_ITALIC = re.compile(r"font-style\s*:\s*italic")
_ASIDE = re.compile(r"text-align\s*:\s*(?:right|center)")
#: Hidden on some screens and shown on others: ``hidden md:block``, ``d-none d-lg-flex``.
_RESPONSIVE = re.compile(
    r"(?:^|\s)(?:(?:xs|sm|md|lg|xl|xxl|2xl):|d-(?:xs|sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline|table|contents)"
)


class Look:
    """How an element is set, as bits of a number.

    ``HIDDEN`` is ``display: none``, which no inner element undoes; ``INVISIBLE`` is undone by ``VISIBLE``.
    """

    HIDDEN = 1
    INVISIBLE = 2
    VISIBLE = 4
    BOLD = 8
    ITALIC = 16
    ASIDE = 32
    RESPONSIVE = 64


#: The attributes that describe an element, in the order of the arguments of ``flags_of``.
FLAGGED = ("class", "id", "style", "type", "data-role", "itemprop", "pubdate")


class Flags(NamedTuple):
    """What the attributes of an element say: how it is set, its roles, and the selectors that match it."""

    look: int
    roles: frozenset[str]
    keys: tuple[str, ...]


@lru_cache(maxsize=8192)
def flags_of(
    classes: str, id: str, style: str, kind: str, part: str, item: str, date: str, hidden: bool
) -> Flags:
    """The flags of an element by the values of its attributes; *hidden* if it has that attribute.

    >>> flags_of("sapo", "n1", "", "", "", "", "", False).keys
    ('.sapo', '#n1')
    """
    named = (("itemprop", item), ("data-role", part), ("pubdate", date))
    keys = (
        *(f".{name}" for name in classes.split()[:_MOST_CLASSES]),
        *((f"#{id}",) if id else ()),
        *(f"[{name}={value}]" for name, value in named if value),
    )
    look = _look_of(style, classes) | (Look.HIDDEN if hidden else 0)
    return Flags(look, roles_of(classes, id, kind, part), keys)


def _look_of(style: str, classes: str) -> int:
    """How *style* and *classes* set an element."""
    look = 0
    for pattern, bit in (
        (_HIDDEN, Look.HIDDEN),
        (_INVISIBLE, Look.INVISIBLE),
        (_VISIBLE, Look.VISIBLE),
        (_BOLD, Look.BOLD),
        (_ITALIC, Look.ITALIC),
        (_ASIDE, Look.ASIDE),
    ):
        if style and pattern.search(style):
            look |= bit
    if classes and not _vocabulary("hidden").isdisjoint(classes.split()):
        look |= Look.RESPONSIVE if _RESPONSIVE.search(classes) else Look.HIDDEN
    return look


def roles_of(classes: str, id: str, kind: str, part: str) -> frozenset[str]:
    """The roles that an element plays, by its class, id, type and data-role."""
    words = _words_of(f"{classes} {kind} {part}")
    roles = {role for role, listed in _vocabularies().items() if not listed.isdisjoint(words)}
    if id:
        named = _words_of(id)
        numbered = _DIGIT.search(id) is not None
        roles |= {
            role
            for role, listed in _vocabularies().items()
            # An id with a number names one element of one page; its words are no reason to leave that out.
            if not (role == "drop" and numbered) and not listed.isdisjoint(named)
        }
    return frozenset(roles)


@cache
def _vocabularies() -> dict[str, frozenset[str]]:
    return {role: _vocabulary(role) for role in load("page_markup.toml", WordList)}


@cache
def _vocabulary(role: str) -> frozenset[str]:
    return frozenset(words(f"page_markup/{role}"))


def _words_of(names: str) -> set[str]:
    """The words in class names and ids: ``article__sapo cmsDesc`` has article, sapo, cms, desc."""
    found: set[str] = set()
    for name in names[:_LONGEST_NAMES].split():
        if _UUID.search(name):
            continue
        found.add(name.lower())
        found.add(re.sub(r"[-_]", "", name.lower()))
        for part in _PART.findall(name):
            if not _HASH.search(part):
                found.update(word.lower() for word in _CAMEL.findall(part))
    return found
