"""Provinces, districts and communes: their names, from when to when, and what became of them.

The provinces are in a TOML file; the many districts and communes are in CSV files. The communes are the
10,035 of 30 June 2025, and the 3,321 of 1 July 2025 with the changes since. When an older one began is not
known, so its validity has no start. Each later unit lists the units that went into it: a predecessor that
went into it only in part is marked ``:part``.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, cast, get_args

import attrs

from ..errors import RegistryError
from .store import Alias, Registry, Table, load
from .validity import Validity

__all__ = ["Commune", "District", "Predecessor", "Province", "Share", "communes", "districts", "provinces"]

ProvinceKind = Literal["tỉnh", "thành phố", "đặc khu"]
DistrictKind = Literal["huyện", "quận", "thị xã", "thành phố"]
CommuneKind = Literal["xã", "phường", "thị trấn", "đặc khu"]
#: How much of an earlier unit went into a later one.
Share = Literal["whole", "part"]


@attrs.frozen(kw_only=True)
class Province:
    """A unit of the first level.

    Attributes:
        id: Its id; a unit that was made by a merger has the year after its name.
        name: Its name without the level word (``Hà Nam``).
        kind: The level word that stands before it.
        code: Its number in the list of administrative units, where it had one.
        iso: Its code in ISO 3166-2.
    """

    id: str
    name: str
    kind: ProvinceKind
    aliases: tuple[Alias, ...] = ()
    code: str | None = None
    iso: str | None = None
    validity: Validity
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class District:
    """A unit of the second level, which was abolished on 1 July 2025."""

    id: str
    name: str
    kind: DistrictKind
    province: str
    validity: Validity
    code: str | None
    aliases: tuple[Alias, ...] = ()


@attrs.frozen(kw_only=True)
class Predecessor:
    """A unit that went into a later one, and how much of it."""

    id: str
    share: Share = "whole"


@attrs.frozen(kw_only=True)
class Commune:
    """A unit of the lowest level.

    Attributes:
        id: Its id: kind, name and code, and for those made since 2025 the year.
        name: Its name without the level word (``Đông Anh``, ``Gia Tân 1``).
        kind: The level word.
        parents: The ids of the units above it, in order of time: its district until 30 June 2025, its
            province since, once for each form that the province has had.
        validity: From when to when it existed.
        code: Its number in the list of administrative units. Codes are used again: ``00004`` is one unit
            to 30 June 2025 and another since.
        aliases: Other spellings of its name in the sources.
        predecessors: The units that went into it.
        sources: Ids in ``sources.toml``.
    """

    id: str
    name: str
    kind: CommuneKind
    parents: tuple[str, ...]
    validity: Validity
    code: str
    aliases: tuple[Alias, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    sources: tuple[str, ...]


@cache
def provinces() -> Registry[Province]:
    """Every province and centrally run city, as far back as the sources go.

    >>> provinces()["ha-nam"].successors
    ('ninh-binh-2025',)
    """
    return load("provinces.toml", Province)


@cache
def districts() -> Table[District]:
    """The districts of 30 June 2025, and those that earlier changes ended.

    >>> districts()["huyen-my-duc-ha-noi"].province
    'ha-noi'

    Raises:
        RegistryError: Two records have one id; asking for a record: its row has a wrong field.
    """
    return Table("districts.csv", _district)


@cache
def communes() -> Table[Commune]:
    """The communes of 30 June 2025, and those since.

    >>> communes()["xa-dong-anh-00454-2025"].parents
    ('ha-noi',)

    Raises:
        RegistryError: Two records have one id; asking for a record: its row has a wrong field.
    """
    return Table("communes.csv", _commune)


def _district(
    id: str, name: str, kind: str, province: str, validity: str, code: str, aliases: str
) -> District:
    return District(
        id=id,
        name=name,
        kind=cast(DistrictKind, _kind("districts.csv", id, kind, get_args(DistrictKind))),
        province=province,
        validity=_validity("districts.csv", id, validity),
        code=code or None,
        aliases=_aliases(aliases),
    )


def _commune(
    id: str,
    kind: str,
    name: str,
    parents: str,
    validity: str,
    code: str,
    aliases: str,
    predecessors: str,
    sources: str,
) -> Commune:
    return Commune(
        id=id,
        name=name,
        kind=cast(CommuneKind, _kind("communes.csv", id, kind, get_args(CommuneKind))),
        parents=tuple(parents.split("|")),
        validity=_validity("communes.csv", id, validity),
        code=code,
        aliases=_aliases(aliases),
        predecessors=tuple(map(_predecessor, _listed(predecessors))),
        sources=tuple(_listed(sources)),
    )


def _predecessor(text: str) -> Predecessor:
    id, _, part = text.partition(":")
    return Predecessor(id=id, share="part" if part else "whole")


def _listed(text: str) -> list[str]:
    return text.split("|") if text else []


def _aliases(texts: str) -> tuple[Alias, ...]:
    return tuple(Alias(text=text) for text in _listed(texts))


@cache
def _interval(text: str) -> Validity:
    """The validity in *text*; cached, as the communes share a handful."""
    return Validity.parse(text)


def _validity(file: str, id: str, text: str) -> Validity:
    try:
        return _interval(text)
    except ValueError as error:
        raise RegistryError(file, id, "validity", str(error)) from error


def _kind(file: str, id: str, kind: str, kinds: tuple[str, ...]) -> str:
    if kind not in kinds:
        raise RegistryError(file, id, "kind", f"{kind!r} is not one of {', '.join(kinds)}")
    return kind
