"""Identifies a document as a citation of it would: type, number, day, issuer, title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice

from .. import agencies, instruments
from ..errors import ParseError
from ..model import Agency, Citation, Context, LegalInstrument
from ..model.document import Passage
from ..text import TextView
from ._front import Front
from ._signs import type_names
from ._words import words_of

__all__ = ["identified", "number_of", "own_type", "points_to", "signed_by_organ", "type_name_of"]

_BODIES_OF_PLACES = {"HĐND": "Hội đồng nhân dân", "UB": "Ủy ban nhân dân"}
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)\s")
_LAW_TYPES = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_LAWMAKERS = {
    "hiến pháp": "Quốc hội",
    "bộ luật": "Quốc hội",
    "luật": "Quốc hội",
    "pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}
#: Bodies that every place has; the line with the place may be missing.
_ELSEWHERE_NAMED = {"hội đồng nhân dân", "ủy ban nhân dân"}
#: The Party's letterhead names the Central Committee even if one of these issues (``CỦA BỘ CHÍNH TRỊ``).
_ORGAN = re.compile(r"của\s+(bộ chính trị|ban bí thư|ban chấp hành trung ương)\b", re.IGNORECASE)
#: The type of a number whose letters name none.
_ANY = "văn bản"
_ENACTS = re.compile(r"\s(?:ban hành|quyết định|quyết nghị|thông qua|quy định|hướng dẫn)\b")
_OWN_TYPE = re.compile(
    r"(?:\A|[.;:]\s|\n)(?:[0-9]{1,2}[.)]\s)?((?:[^\W\d_]{1,7}\s){1,4})này\s"
    r"(?:quy định|có hiệu lực|áp dụng|đã được|được)\b"
)


def identified(front: Front, type_name: str, day: dt.date | None, enacting: str | None) -> LegalInstrument:
    """The instrument that has *front* above its body; *enacting* are the words that enact it."""
    title, number = front.title, number_of(front)
    known = Citation(type=type_name, number=number)
    issuers: tuple[Agency, ...] = ()
    if number:
        short = f"{type_name} số {number}"
        known = _read_citation(short, day) or known
        issuers = _issuers(front, type_name, number, known.issuer, enacting)
        # Many bodies number alike (``QĐ-UBND``); day and issuer distinguish their documents.
        dated = f" ngày {day:%d/%m/%Y}" if day else ""
        body = f" của {issuers[0].name}" if issuers else ""
        known = _read_citation(short + dated + body, day) or known
    is_law = type_name in _LAW_TYPES
    issuers = issuers or _issuers(front, type_name, number, known.issuer, enacting)
    return LegalInstrument(
        type=type_name,
        number=number,
        date=day,
        issuer=issuers[0] if issuers else None,
        co_issuers=issuers[1:],
        title=_cited_title(type_name, title, known) if is_law else _stated_title(front, type_name, enacting),
        year=day.year if day and is_law else known.year,
        uri=known.uri,
    )


def _stated_title(front: Front, type_name: str, enacting: str | None) -> str | None:
    """The title as printed; without one, the subject that the enacting words repeat.

    ``Bộ trưởng Bộ Y tế ban hành Thông tư quy định về …``
    """
    if front.title is not None or enacting is None:
        return front.title.text if front.title is not None else None
    said = re.search(rf"\sban hành {re.escape(type_name)} (?=\w)", enacting, re.IGNORECASE)
    return enacting[said.end() :].rstrip(" .:;") if said is not None else None


def signed_by_organ(issuer: Agency | None, signed_for: Iterable[str], day: dt.date | None) -> Agency | None:
    """The organ of the Central Committee for which a document under its letterhead is signed.

    ``T/M BỘ CHÍNH TRỊ`` below ``BAN CHẤP HÀNH TRUNG ƯƠNG``; otherwise the *issuer*.
    """
    if issuer is None or issuer.id != "bch-tw":
        return issuer
    organs = (_resolved(day, body) for body in signed_for if body.casefold() in _ORGANS)
    return next((organ for organ in organs if organ is not None), issuer)


_ORGANS = {"bộ chính trị", "ban bí thư"}


def number_of(front: Front) -> str | None:
    """The number that the letterhead prints, or the card."""
    return front.head.printed_number or (front.card.number if front.card else None)


def points_to(cited: str, own: str) -> bool:
    """Whether ``Thông tư này`` in a document of the type *own* means that document, as in a joint circular.

    >>> points_to("thông tư", "thông tư liên tịch"), points_to("nghị định", "thông tư")
    (True, False)
    """
    return own in (cited, f"{cited} liên tịch")


def own_type(body: str) -> str | None:
    """The type that *body*, in lower case, gives the document: ``Luật này quy định …``."""
    for match in _OWN_TYPE.finditer(body):
        name = " ".join(match.group(1).split())
        if name in type_names():
            return name
    return None


def type_name_of(front: Front, said: str | None) -> str:
    """The type that a line or the card names; else the number's, or the type that the body *said*."""
    named = front.head.type_name or (front.card.type_name if front.card else None)
    if named is not None and named != _CIRCULAR:
        return named
    told = _told_type(number_of(front))
    if named is not None:
        return told if told == _JOINT_CIRCULAR else named
    if front.head.subject is not None:
        return told or _LETTER
    if front.head.number is not None and front.head.number.text.lower().startswith("bản án"):
        return "bản án"
    return told or said or _ANY


_CIRCULAR, _JOINT_CIRCULAR, _LETTER = "thông tư", "thông tư liên tịch", "công văn"


def _told_type(number: str | None) -> str | None:
    """The type that a number's letters name."""
    told = next(iter(instruments.find(f"Số: {number}")), None) if number else None
    return told.value.type if told is not None and told.value.type != _ANY else None


def _read_citation(quote: str, day: dt.date | None) -> Citation | None:
    """The citation in *quote*; None for a number of unknown form, which is kept as printed."""
    with suppress(ParseError):
        return instruments.parse(quote, Context(published=day))
    return None


def _cited_title(type_name: str, title: Passage | None, known: Citation) -> str | None:
    """The title for citations; a law is cited by type and name (``Luật Báo chí``), as in the registry."""
    if known.instrument is not None and known.instrument.title is not None:
        return known.instrument.title
    return f"{type_name.capitalize()} {title.text}" if title else None


def _issuers(
    front: Front, type_name: str, number: str | None, implied: Agency | None, enacting: str | None
) -> tuple[Agency, ...]:
    """The bodies named by letterhead or card; else the one that the number implies or that enacts."""
    head, day = front.head, front.date
    organ = _ORGAN.match(front.title.text) if front.is_party and front.title is not None else None
    if organ is not None:
        return tuple(filter(None, [_resolved(day, organ.group(1))]))
    if not head.issuers:
        stated = _card_issuer(front, number) or implied or _enactor(enacting, day) or _lawmaker(type_name)
        return tuple(issuer for issuer in (stated,) if issuer is not None)
    printed = [TextView(body.text).plain for body in head.issuers]
    together = _together(printed[0], day) if len(printed) == 1 else ()
    if together:
        return together
    found = [_in_place(name, printed, front) for name in printed]
    found[0] = _first_issuer(found[0], printed[0], front, number, implied)
    if implied is not None and found[0] is not implied and _is_slip(implied, printed[0], enacting):
        return (implied,)
    return tuple(
        issuer or Agency(name=_in_any_place(body.text))
        for issuer, body in zip(found, head.issuers, strict=True)
    )


def _in_any_place(printed: str) -> str:
    """The name of a body as *printed*, in small letters if every place has one: ``HỘI ĐỒNG NHÂN DÂN``."""
    return printed.capitalize() if printed.casefold() in _ELSEWHERE_NAMED else printed


def _in_place(name: str, printed: Sequence[str], front: Front) -> Agency | None:
    """The body with a *name* of those *printed* in the letterhead; the last may give all its place."""
    place = _PLACE.search(printed[-1].lower()) if len(printed) > 1 else None
    shared = [f"{name} {printed[-1][place.start() :]}"] if place is not None else []
    return _chairman(name, front) or _resolved(front.date, *_names(name, front), *shared)


def _first_issuer(
    found: Agency | None, printed: str, front: Front, number: str | None, implied: Agency | None
) -> Agency | None:
    """The first body of the letterhead: as *found* by its *printed* name, else as other places say."""
    if found is None:
        found = _named_on_card(printed.casefold(), front, number)
    if found is None or found.id is None:
        found = _said_again(printed, front) or found
    if implied is None:
        return found
    says_more = found is None or _is_central_party(front, printed)
    return implied if says_more or implied.name.casefold() == printed.casefold() else found


#: The council and the committee of one place, which may issue a paper together.
_COUNCIL_AND_COMMITTEE = re.compile(
    r"(?:thường trực )?(?P<first>hđnd|hội đồng nhân dân)(?: ?[-–&] ?| và )"
    r"(?P<second>ubnd|ủy ban nhân dân) (?P<place>\S.*)\Z"
)


def _together(printed: str, day: dt.date | None) -> tuple[Agency, ...]:
    """Both bodies of ``HĐND - UBND TỈNH …``; none where *printed* does not name both, or no known place."""
    match = _COUNCIL_AND_COMMITTEE.match(printed.casefold())
    if match is None:
        return ()
    place = printed[match.start("place") :]
    names = (f"{printed[slice(*match.span(body))]} {place}" for body in ("first", "second"))
    found = tuple(filter(None, (_resolved(day, name) for name in names)))
    return found if len(found) == 2 else ()


def _named_on_card(printed: str, front: Front, number: str | None) -> Agency | None:
    """A body that every place has, or its chairman, identified by the place on the card."""
    if printed.removeprefix(_CHAIR) not in _ELSEWHERE_NAMED:
        return None
    body = _card_issuer(front, number)
    return Agency(name=f"Chủ tịch {body.name}") if body is not None and printed.startswith(_CHAIR) else body


def _said_again(printed: str, front: Front) -> Agency | None:
    """A body whose *printed* name is damaged, by the line below the title that begins with the same words."""
    enactor = (front.enactor or "").removeprefix(_CHAIR.upper())
    same = enactor.split()[:_SAME_WORDS] == printed.split()[:_SAME_WORDS]
    body = _resolved(front.date, enactor) if enactor and same else None
    return body if body is not None and body.id is not None else None


_SAME_WORDS = 5


def _is_central_party(front: Front, printed: str) -> bool:
    """Whether a Party document's number says more than its letterhead, which names no local committee."""
    return (
        front.head.is_party and re.match(r"(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b", printed.lower()) is None
    )


#: Since 2025 the chairman of a people's committee issues documents in his own right, as the Government's did.
_CHAIR = "chủ tịch "
_CHAIRED = ("ủy ban nhân dân ", "chính phủ ")


def _chairman(printed: str, front: Front) -> Agency | None:
    """The office with its body, as in citations: ``CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …``."""
    body = printed[len(_CHAIR) :]
    if not printed.casefold().startswith(_CHAIR) or not body.casefold().startswith(_CHAIRED):
        return None
    committee = _resolved(front.date, *_names(body, front))
    return Agency(name=f"Chủ tịch {committee.name}") if committee is not None else None


def _is_slip(implied: Agency, printed: str, enacting: str | None) -> bool:
    """Whether a letterhead names a different body than the number and the enacting words."""
    words = (enacting or "").casefold()
    return implied.name.casefold() in words and printed.casefold() not in words


def _lawmaker(type_name: str) -> Agency | None:
    """The only body that makes documents of that type, by Điều 4 of Luật 64/2025/QH15."""
    name = _LAWMAKERS.get(type_name)
    return _resolved(None, name) if name is not None else None


def _enactor(enacting: str | None, day: dt.date | None) -> Agency | None:
    """The body named in enacting words such as ``Bộ trưởng Bộ Y tế ban hành Thông tư …``."""
    verb = _ENACTS.search(enacting.lower()) if enacting else None
    if enacting is None or verb is None:
        return None
    name = " ".join(enacting[: verb.start()].split())
    return _resolved(day, _body_of(name), name)


def _body_of(name: str) -> str:
    """*name* without the office that it begins with: ``Bộ Y tế`` of ``Bộ trưởng Bộ Y tế``."""
    words = name.split()
    heads = (count for count in range(4, 0, -1) if " ".join(words[:count]).lower() in words_of("office"))
    return " ".join(words[next(heads, 0) :])


def _names(printed: str, front: Front) -> Iterator[str]:
    """The possible full names of a body of the letterhead.

    A unit's own name may need that of the body above it (``VĂN PHÒNG`` below ``TỈNH ỦY QUẢNG NINH``) or its
    place (``SỞ Y TẾ`` below ``UBND TỈNH HÀ NAM``); the enacting line may have a longer name.
    """
    yield printed
    yield _body_of(printed)  # ``CỦA BỘ TRƯỞNG BỘ Y TẾ SỐ …``
    if printed.endswith(" NƯỚC"):  # ``QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM``
        yield printed.removesuffix(" NƯỚC")
    for level in islice(_PLACE.finditer(printed.lower()), 1, 2):  # the province after the district
        yield printed[: level.start()].strip(" ,-")
    if front.head.parent is not None:
        above = TextView(front.head.parent.text).plain
        yield f"{printed} {above}"
        place = _PLACE.search(above.lower())
        if place is not None:
            yield f"{printed} {above[place.start() :]}"
            yield f"{printed} {above[place.end() :]}"
    if front.enactor is not None and front.enactor.startswith(f"{printed} "):
        yield front.enactor
    # Điều 8 of Phụ lục I: documents of a province's bodies name the province as their place.
    if (
        front.enactor is not None
        and front.head.place is not None
        and front.enactor.endswith(f"{printed} TỈNH")
    ):
        yield f"{printed} TỈNH {front.head.place}"


def _card_issuer(front: Front, number: str | None) -> Agency | None:
    """The body that the card names; the card may give only the place (``Nơi ban hành: Tỉnh Điện Biên``)."""
    if front.card is None or front.card.issuer is None:
        return None
    name = front.card.issuer
    whole = [f"{body} {name}" for letters, body in _BODIES_OF_PLACES.items() if letters in (number or "")]
    return _resolved(front.date, name, *whole) or Agency(name=name)


def _resolved(day: dt.date | None, *names: str) -> Agency | None:
    """The body with one of *names*, by its official name; one in a registry is preferred."""
    found: Agency | None = None
    for name in names:
        with suppress(ParseError):
            agency = agencies.resolve(name, day)
            found = found or Agency(id=agency.id, name=agency.name)
            if agency.id is not None:
                return Agency(id=agency.id, name=agencies.record(agency.id).name)
    return found
