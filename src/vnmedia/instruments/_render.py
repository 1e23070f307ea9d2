"""Canonical forms of a citation, in Vietnamese and in English.

The Vietnamese forms are those of Nghị định 78/2025/NĐ-CP Điều 68: in full at the first mention (type, number,
date, issuer, subject; a law by its name and year), short afterwards.
"""

from __future__ import annotations

import datetime as dt

from ..model import Citation, Pinpoint
from ..model.instrument import UNITS
from ..registries.instruments import instrument_types, issuer_codes
from ._uri import slug

__all__ = ["render", "render_english"]

_ENGLISH_UNITS = {
    "appendix": "Appendix",
    "form": "Form",
    "part": "Part",
    "chapter": "Chapter",
    "section": "Section",
    "subsection": "Subsection",
    "article": "Article",
    "clause": "Clause",
    "point": "Point",
    "subpoint": "Item",
}


def render(value: Citation, *, short: bool = False) -> str:
    """*value* in canonical Vietnamese, from its printed fields.

    Args:
        value: The citation.
        short: Leaves date, issuer and subject out, as in a later mention.

    >>> from . import parse
    >>> value = parse("NĐ 119/2020/NĐ-CP, ngày 7/10/2020")
    >>> render(value)
    'Nghị định số 119/2020/NĐ-CP ngày 07 tháng 10 năm 2020 của Chính phủ'
    >>> render(value, short=True)
    'Nghị định số 119/2020/NĐ-CP'
    """
    parts = [_places(value.places)] if value.places else []
    named = value.title is not None and value.title_span is None
    head = value.title if named and value.title else value.type[0].upper() + value.type[1:]
    parts.append(head)
    if value.number is not None:
        parts.append(f"số {value.number}")
    if named and value.date is None and value.year is not None and value.number is None:
        parts.append(f"năm {value.year}")
    if not short:
        if value.date is not None:
            parts.append(_day(value.date))
        if value.issuer is not None and not named:
            parts.append("của " + ", ".join(body.name for body in (value.issuer, *value.co_issuers)))
        if value.title_span is not None and value.title is not None:
            parts.append(value.title)
    if value.amended:
        parts.append(f"(sửa đổi, bổ sung năm {', '.join(map(str, value.amended))})")
    return " ".join(parts)


def render_english(value: Citation) -> str:
    """*value* in English, in the manner of the official translations; titles stay Vietnamese.

    >>> from . import parse
    >>> render_english(parse("khoản 2 Điều 5 Nghị định 119/2020/NĐ-CP ngày 7/10/2020"))
    "Clause 2, Article 5 of the Government's Decree No. 119/2020/NĐ-CP dated October 7, 2020"
    """
    kind = instrument_types()[slug(value.type)].english
    named = value.title is not None and value.title_span is None
    parts = []
    if value.issuer is not None and not named:
        parts.append(f"the {_english_body(value.issuer.id, value.issuer.name)}'s")
    parts.append(kind)
    if value.number is not None:
        parts.append(f"No. {value.number}")
    elif named and value.year is not None:
        parts.append(f"of {value.year}")
    if named and value.type != "hiến pháp":
        parts.append(f"({value.title})")
    if value.date is not None:
        parts.append(f"dated {value.date:%B} {value.date.day}, {value.date.year}")
    text = " ".join(parts)
    if not value.places:
        return text[0].upper() + text[1:]
    places = "; ".join(_english_place(place) for place in value.places)
    return f"{places} of {text if text.startswith('the ') else 'the ' + text}"


def _day(day: dt.date) -> str:
    # Nghị định 30/2020/NĐ-CP: days below 10 and the months 1 and 2 have a leading zero.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _places(places: tuple[Pinpoint, ...]) -> str:
    return ", ".join(map(str, places[:-1])) + (" và " if len(places) > 1 else "") + str(places[-1])


def _english_place(place: Pinpoint) -> str:
    labels = ((unit, getattr(place, unit)) for unit, _ in reversed(UNITS))
    return ", ".join(f"{_ENGLISH_UNITS[unit]} {label}" for unit, label in labels if label is not None)


def _english_body(id: str | None, name: str) -> str:
    for record in issuer_codes().values():
        if record.name == name or (id is not None and record.agency == id):
            return record.english
    return name
