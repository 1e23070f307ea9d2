"""Stable identifiers of instruments, in the manner of the European Legislation Identifier.

``/eli/vn/{type}/{year}/{number}``, all in lower-case ASCII; a number that many bodies give at once
(``-QĐ-UBND``) is followed by the issuer: ``/eli/vn/quyet-dinh/2021/12-qd-ubnd/ubnd-tinh-…``. A law without
a number of its own has its name in the number's place. A citation that does not identify one instrument (no
year, or a local code without a place) has no identifier.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import lru_cache

from ..agencies import record
from ..model import Agency
from ..registries import Pattern
from ..registries.instruments import Law, issuer_of_code
from ._number import Number

__all__ = ["law_uri", "numbered_uri", "slug"]

_NOT_ASCII_WORD = Pattern(r"[^a-z0-9]+")
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
_ENDS_IN_LEVEL = Pattern(rf"(?<!\w){_LEVEL}\Z")
_BARE_UNIT = Pattern(rf"(?:sở|phòng|chi cục|thanh tra)(?!\w)(?:(?!(?<!\w){_LEVEL}(?!\w))[^\n])*")


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """*text* in lower-case ASCII words joined by hyphens.

    >>> slug("Nghị định 119/2020/NĐ-CP")
    'nghi-dinh-119-2020-nd-cp'
    """
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return _NOT_ASCII_WORD.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def law_uri(law: Law) -> str:
    """The identifier of a law."""
    kind = slug(law.type)
    if law.type == "hiến pháp":
        return f"/eli/vn/{kind}/{law.year}"
    own = law.number is not None and law.id == slug(law.number)
    name = law.number if own and law.number else law.title.partition(" ")[2]
    return f"/eli/vn/{kind}/{law.year}/{slug(name)}"


def _is_placeless(issuer: Agency) -> bool:
    """Whether many bodies have the name because it names no place (``UBND tỉnh``, ``Sở Công Thương``)."""
    name = issuer.name.lower()
    return issuer.id is None and (
        _ENDS_IN_LEVEL.search(name) is not None or _BARE_UNIT.fullmatch(name) is not None
    )


def numbered_uri(type: str, parts: Number, date: dt.date | None, issuer: Agency | None) -> str | None:
    """The identifier of a document of *type* cited by *parts*, as far as its date and issuer are known."""
    year = parts.year or (date.year if date else None)
    # The National Assembly numbers laws and resolutions alike, so the type must be known.
    if year is None or not parts.full or (type == "văn bản" and parts.term is not None):
        return None
    uri = f"/eli/vn/{slug(type)}/{year}/{slug(parts.canonical)}"
    if any(issuer_of_code(code) is not None for code in parts.issuers) and parts.issuer_records(date):
        return uri
    if issuer is None or _is_placeless(issuer):
        return None
    name = issuer.name if issuer.id is None else record(issuer.id).name  # "UBND tỉnh" of a known province
    return f"{uri}/{slug(name)}"
