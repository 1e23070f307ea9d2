"""Public bodies and press organisations: one graph of records with validity and sources.

Central bodies are listed in ``agencies.toml``, press organisations in ``press.toml``. Local bodies are not
listed: ``local_bodies.toml`` has their names without a place, and each place of the right level has a body of
that name.
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
    """A body that another one belonged to, and from when to when."""

    id: str
    validity: Validity


@attrs.frozen(kw_only=True)
class Body:
    """A public body or press organisation.

    Attributes:
        id: Its id, never reused; a body that was founded again has a new one.
        name: The official name in Vietnamese.
        name_en: The official name in English.
        kind: What sort of body it is (``ministry``, ``department``, ``newspaper``, …).
        parent: The id of the body it belongs to, or belonged to last.
        parents: The bodies that it has belonged to, in order of time. Given where there were several, or the
            days differ from those on which both existed; on any other day the parent is unknown.
        governing: Who governs it, where that is not a body of the registry.
        codes: Its codes in the numbers of documents.
        domains: Its addresses on the web.
        shared: Whether units of many bodies have its name (``Vụ Pháp chế``), so that the name alone is not
            enough.
        ended: Why it ended; always given where nothing took its place.
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
    """From when to when the places of one level had a body, where that differs from the validity of its name.

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
        levels: The levels of the places that have one; *abroad* is for the missions in other countries.
        parent: The id of the local body it belongs to, in the same place.
        over: The id of the local body that stands over it, in the place above its own.
        alone: Whether the name can stand without a place.
        spans: The levels whose places had it on other days than *validity*.
        numbered: How many numbered ones each province has, as far as known.
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
        """The span of *level*, None where its days are those of the name."""
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
        kind: What sort of body has a name that begins so, where no registry has the name.
        depth: How deep in the hierarchy of bodies it stands: ``Phòng`` (5) can stand right before the name
            of any body of less depth (``Phòng Cảnh sát giao thông Công an tỉnh Phú Thọ``).
        form: What makes an unlisted name with it: any words with capitals (*open*), the words of known names
            (*known*), nothing (*none*).
        numbered: Whether a number makes a name with it (``Sư đoàn 308``).
        lower: Whether it makes a name without a capital of its own (``cục Quản lý đất đai``).
        free: Whether words in small letters make a name with it, up to the place that closes them (``Ban chỉ
            đạo phòng chống hạn hán tỉnh Cà Mau``).
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
    """The heads of names of bodies.

    >>> heads()["phong"].depth
    5
    """
    return load("agency_heads.toml", Head)


@cache
def word_lists() -> Registry[WordList]:
    """Words that may begin, continue or end a name, in one list for each use in the finder."""
    return load("agency_words.toml", WordList)


@attrs.frozen(kw_only=True)
class Office:
    """A public office.

    Attributes:
        text: What it is called.
        called: What it is called without its body (``Phó Thủ tướng`` in ``Phó Thủ tướng Chính phủ``).
        alone: Whether its title alone shows that it is public; any other needs the body beside it.
        body: The id of the one body that has it.
        heads: How the name of its body begins, which may be left out: ``Phó Cục trưởng Viễn thông``.
        of_party: Whether committees of the Party have it: ``Bí thư Huyện ủy``.
        of_place: Whether People's Committees have it, and the place may stand for the committee:
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
