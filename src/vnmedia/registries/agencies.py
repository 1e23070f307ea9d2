"""Public bodies and press organisations: one graph of records with validity and sources.

Central bodies are listed in ``agencies.toml``, press organisations in ``press.toml``. Local ones are
not listed: ``local_bodies.toml`` has the name of a body without its place, and each place of its levels
makes a body of it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import attrs

from .store import Alias, Registry, load
from .validity import Validity

__all__ = ["Abbreviation", "Body", "Level", "LocalBody", "abbreviations", "bodies", "local_bodies", "press"]

Level = Literal["central", "provincial", "district", "commune", "regional", "national"]


@attrs.frozen(kw_only=True)
class Body:
    """A public body or press organisation.

    Attributes:
        id: Its id, never reused; a body that was founded anew has another.
        name: The official name in Vietnamese.
        name_en: The official name in English.
        kind: What sort of body it is (``ministry``, ``department``, ``newspaper``, …).
        parent: The id of the body it belongs to.
        governing: Who governs it, where that is no body of the registry.
        codes: What stands for it in the numbers of documents.
        domains: Its addresses on the web.
    """

    id: str
    name: str
    name_en: str | None = None
    kind: str
    level: Level
    parent: str | None = None
    governing: str | None = None
    aliases: tuple[Alias, ...] = ()
    codes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    validity: Validity
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class LocalBody:
    """The name that bodies of many places share.

    Attributes:
        name: The name without the place (``Ủy ban nhân dân``).
        levels: The levels of the places that have one.
        parent: The id of the local body it belongs to, in the same place.
        alone: Whether the name without a place is a name.
    """

    id: str
    name: str
    kind: str
    levels: tuple[Level, ...]
    parent: str | None = None
    alone: bool = False
    aliases: tuple[Alias, ...] = ()
    validity: Validity
    successors: tuple[str, ...] = ()
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Abbreviation:
    """What an abbreviation in the name of a body stands for.

    Attributes:
        text: Its capitals alone: ``TTTT`` for ``TT&TT``, ``TT-TT`` and ``TTTT``.
        expansions: What it may stand for, in lower case.
    """

    id: str
    text: str
    expansions: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def bodies() -> Registry[Body]:
    """Central bodies of State, Party, Front and mass organisations, with their units.

    >>> bodies()["bo-tttt"].successors
    ('bo-khcn', 'bo-vhttdl')
    """
    return load("agencies.toml", Body)


@cache
def press() -> Registry[Body]:
    """Newspapers, magazines, broadcasters, publishers, the news agency and news portals.

    >>> press()["tien-phong"].name
    'Báo Tiền Phong'
    """
    return load("press.toml", Body)


@cache
def local_bodies() -> Registry[LocalBody]:
    """The names of local bodies, without their place.

    >>> local_bodies()["so-y-te"].name
    'Sở Y tế'
    """
    return load("local_bodies.toml", LocalBody)


@cache
def abbreviations() -> Registry[Abbreviation]:
    """The abbreviations that stand in names of bodies.

    >>> abbreviations()["gtvt"].expansions
    ('giao thông vận tải',)
    """
    return load("abbreviations.toml", Abbreviation)


@attrs.frozen(kw_only=True)
class WordList:
    """Words that the finder of bodies goes by."""

    id: str
    words: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def word_lists() -> Registry[WordList]:
    """What may begin, continue and end a name, by the use that the finder makes of it."""
    return load("agency_words.toml", WordList)
