"""Public bodies and press organisations: one graph of records with validity and sources.

Central bodies are listed in ``agencies.toml``, press organisations in ``press.toml``. Local ones are
not listed: ``local_bodies.toml`` has the name of a body without its place, and each place of its levels
makes a body of it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import attrs

from .store import Alias, Registry, WordList, load
from .validity import Validity

__all__ = [
    "Abbreviation",
    "Body",
    "Head",
    "Level",
    "LevelSpan",
    "LocalBody",
    "Office",
    "Parent",
    "abbreviations",
    "bodies",
    "heads",
    "local_bodies",
    "offices",
    "press",
    "word_lists",
]

Level = Literal["central", "provincial", "district", "commune", "regional", "national", "abroad"]


@attrs.frozen(kw_only=True)
class Parent:
    """A body that another one belonged to, and from when to when it did."""

    id: str
    validity: Validity


@attrs.frozen(kw_only=True)
class Body:
    """A public body or press organisation.

    Attributes:
        id: Its id, never reused; a body that was founded anew has another.
        name: The official name in Vietnamese.
        name_en: The official name in English.
        kind: What sort of body it is (``ministry``, ``department``, ``newspaper``, …).
        parent: The id of the body it belongs to, or belonged to last.
        parents: The bodies that it has belonged to, one after the other, where there were several or the days
            differ from those that both lived; on any other day it is not known which it was.
        governing: Who governs it, where that is no body of the registry.
        codes: What stands for it in the numbers of documents.
        domains: Its addresses on the web.
        shared: Whether many bodies have a unit of its name (``Vụ Pháp chế``), so that the name alone is none.
        ended: Why it ended; always where nothing took its place.
    """

    id: str
    name: str
    name_en: str | None = None
    kind: str
    level: Level
    parent: str | None = None
    parents: tuple[Parent, ...] = ()
    governing: str | None = None
    aliases: tuple[Alias, ...] = ()
    codes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    shared: bool = False
    validity: Validity
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    ended: str | None = None
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class LevelSpan:
    """From when to when the places of one level had a body, where that differs from its name's own days.

    Attributes:
        ended: Why it ended there, where nothing took its place.
    """

    level: Level
    validity: Validity
    ended: str | None = None
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class LocalBody:
    """The name that bodies of many places share.

    Attributes:
        name: The name without the place (``Ủy ban nhân dân``).
        levels: The levels of the places that have one; *abroad* are the missions in other countries.
        parent: The id of the local body it belongs to, in the same place.
        over: The id of the local body that stands over it, in the place above its own.
        alone: Whether the name without a place is a name.
        spans: The levels whose places had it for other days than *validity*.
        numbered: In how many numbered ones each province has it, as far as is known.
        ended: Why it ended, where nothing of its place took its place.
    """

    id: str
    name: str
    kind: str
    levels: tuple[Level, ...]
    parent: str | None = None
    over: str | None = None
    alone: bool = False
    aliases: tuple[Alias, ...] = ()
    validity: Validity
    spans: tuple[LevelSpan, ...] = ()
    numbered: dict[str, int] = attrs.field(factory=dict, hash=False)
    successors: tuple[str, ...] = ()
    ended: str | None = None
    sources: tuple[str, ...]

    def span_at(self, level: Level) -> LevelSpan | None:
        """The days of its own that the places of *level* had it, None where they are those of the name."""
        return next((span for span in self.spans if span.level == level), None)

    def validity_at(self, level: Level) -> Validity:
        """From when to when the places of *level* had it.

        >>> local_bodies()["cong-an"].validity_at("district").end.isoformat()
        '2025-02-28'
        """
        span = self.span_at(level)
        return span.validity if span is not None else self.validity


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
class Head:
    """A word, or a few, that names of bodies begin with.

    Attributes:
        kind: What sort of body a name that begins so is, where no registry has it.
        depth: How deep in the order of bodies it stands: ``Phòng`` (5) can stand right before the name
            of any body of less depth (``Phòng Cảnh sát giao thông Công an tỉnh Phú Thọ``).
        form: What makes a name of it that no registry has: any capitals (*open*), the words of known names
            (*known*), nothing (*none*).
        numbered: Whether a number does (``Sư đoàn 308``).
        lower: Whether it does so without a capital of its own (``cục Quản lý đất đai``).
        free: Whether words in small letters do, up to the place that closes them (``Ban chỉ đạo phòng chống
            hạn hán tỉnh Cà Mau``).
    """

    id: str
    text: str
    kind: str
    depth: int
    form: Literal["open", "known", "none"]
    numbered: bool = False
    lower: bool = True
    free: bool = False
    sources: tuple[str, ...]


@cache
def heads() -> Registry[Head]:
    """What names of bodies begin with.

    >>> heads()["phong"].depth
    5
    """
    return load("agency_heads.toml", Head)


@cache
def word_lists() -> Registry[WordList]:
    """What may begin, continue and end a name, by the use that the finder makes of it."""
    return load("agency_words.toml", WordList)


@attrs.frozen(kw_only=True)
class Office:
    """A public office.

    Attributes:
        text: What it is called.
        called: What it is called without its body (``Phó Thủ tướng`` in ``Phó Thủ tướng Chính phủ``).
        alone: Whether it says by itself that it is public; any other needs the body beside it.
        body: The id of the one body that has it.
        heads: What the name of its body begins with, which may be left out: ``Phó Cục trưởng Viễn thông``.
        of_party: Whether committees of the Party have it: ``Bí thư Huyện ủy``.
        of_place: Whether it is that of a People's Committee, whose place may stand for it:
            ``Chủ tịch huyện Mỹ Đức``.
    """

    id: str
    text: str
    called: str | None = None
    alone: bool = False
    body: str | None = None
    heads: str | None = None
    of_party: bool = False
    of_place: bool = False
    sources: tuple[str, ...]


@cache
def offices() -> Registry[Office]:
    """The public offices that persons are named in.

    >>> offices()["thong-doc"].body
    'nhnn'
    """
    return load("offices.toml", Office)
