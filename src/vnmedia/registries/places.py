"""Provinces and districts: their names, from when to when, and what became of them.

Communes are not listed: there were eleven thousand of them until 30 June 2025 and 3,321 since, and a
name behind ``xã`` or ``phường`` is read by its form.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

import attrs

from ..errors import RegistryError
from .store import Alias, Registry, load
from .validity import Validity

__all__ = ["District", "Province", "districts", "provinces"]

ProvinceKind = Literal["tỉnh", "thành phố", "đặc khu"]


@attrs.frozen(kw_only=True)
class Province:
    """A unit of the first level.

    Attributes:
        id: Its id; a unit that a merger made anew has the year behind its name.
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
    """A unit of the second level, which was done away with on 1 July 2025."""

    id: str
    name: str
    kind: Literal["huyện", "quận", "thị xã", "thành phố"]
    province: str
    validity: Validity
    code: str | None
    aliases: tuple[Alias, ...] = ()


@cache
def provinces() -> Registry[Province]:
    """Every province and centrally run city since 1945.

    >>> provinces()["ha-nam"].successors
    ('ninh-binh-2025',)
    """
    return load("provinces.toml", Province)


@cache
def districts() -> Registry[District]:
    """The districts to 30 June 2025, and those that earlier changes ended.

    >>> districts()["huyen-my-duc-ha-noi"].province
    'ha-noi'

    Raises:
        RegistryError: A row of the file has a wrong field.
    """
    content = (files("vnmedia") / "data" / "districts.csv").read_text(encoding="utf-8")
    return Registry("districts.csv", tuple(map(_district, csv.DictReader(content.splitlines()))))


def _district(row: dict[str, str]) -> District:
    try:
        validity = Validity.parse(row["validity"])
    except ValueError as error:
        raise RegistryError("districts.csv", row["id"], "validity", str(error)) from error
    kind = row["kind"]
    if kind not in ("huyện", "quận", "thị xã", "thành phố"):
        raise RegistryError("districts.csv", row["id"], "kind", f"no level of a district: {kind!r}")
    return District(
        id=row["id"],
        name=row["name"],
        kind=kind,  # type: ignore[arg-type]  # checked above
        province=row["province"],
        validity=validity,
        code=row["code"] or None,
        aliases=tuple(Alias(text=text) for text in row["aliases"].split("|") if text),
    )
