"""Who issued a document: the body or office that the text names beside its citation."""

from __future__ import annotations

import re
from functools import cache

from ..model import Agency
from ..model._trusted import trusted
from ..reading import Reading
from ..registries import Pattern
from ..registries.instruments import IssuerCode, issuer_codes
from ._patterns import any_of

__all__ = ["OFFICES", "issuer_of", "read_centre", "read_issuer", "read_organ"]

_agency = trusted(Agency)

#: Offices that are named without their body, by their first words; the longer before the shorter.
OFFICES: dict[str, tuple[str, str | None]] = {
    "thủ tướng chính phủ": ("Thủ tướng Chính phủ", "thu-tuong"),
    "thủ tướng": ("Thủ tướng Chính phủ", "thu-tuong"),
    "ttgcp": ("Thủ tướng Chính phủ", "thu-tuong"),
    "chủ tịch nước": ("Chủ tịch nước", "chu-tich-nuoc"),
    "bộ chính trị": ("Bộ Chính trị", "bo-chinh-tri"),
    "ban bí thư trung ương đảng": ("Ban Bí thư Trung ương Đảng", "ban-bi-thu"),
    "ban bí thư trung ương": ("Ban Bí thư Trung ương", "ban-bi-thu"),
    "ban bí thư": ("Ban Bí thư", "ban-bi-thu"),
    "ban chấp hành trung ương đảng": ("Ban Chấp hành Trung ương Đảng", "bch-tw"),
    "ban chấp hành trung ương": ("Ban Chấp hành Trung ương", "bch-tw"),
    "bch trung ương đảng": ("Ban Chấp hành Trung ương Đảng", "bch-tw"),
    "bch trung ương": ("Ban Chấp hành Trung ương", "bch-tw"),
    "tổng kiểm toán nhà nước": ("Tổng Kiểm toán nhà nước", None),
    "tổng thanh tra chính phủ": ("Tổng Thanh tra Chính phủ", None),
}
_OFFICE = Pattern(
    rf"(?:{'|'.join(sorted(map(re.escape, OFFICES), key=lambda name: -len(name)))})"
    r"(?!\w|[ ](?:đoàn|hội|mặt trận)(?!\w))"
)
# What may stand after an organ of the Party: `Bộ Chính trị Ban Chấp hành Trung ương Đảng khóa XII`.
_ORGAN_OF = Pattern(
    r"(?:,?[ \n](?:ban chấp hành|bch)[ ]trung ương(?:[ ]đảng(?:[ ]cộng sản việt nam)?)?(?!\w))?"
    r"(?:,?[ \n]{1,2}\(?kh(?:óa|oá)[ ][ivx]{1,5}\)?(?!\w))?"
)

# A meeting of an organ stands for it: `của Hội nghị lần thứ tư Ban Chấp hành Trung ương`.
_MEETING = Pattern(
    r"hội nghị(?:[ ]toàn quốc)?[ ](?:lần thứ[ ]\w{1,5}"
    r"|trung ương[ ]\w{1,4})[ ](?=ban chấp hành|bch)"
)
_DELEGATION = Pattern(
    r"đoàn giám sát(?:[ ]chuyên đề)?(?:[ ]của[ ](?P<of>quốc hội|ủy ban thường vụ quốc hội"
    r"|hội đồng nhân dân|hđnd)(?!\w))?"
)
_OF_ASSEMBLY = Pattern(r"[ ]của[ ]quốc hội(?!\w)")
_ASSEMBLYS_OWN = Pattern(r"(?:ủy ban|ban|hội đồng dân tộc|văn phòng)(?!\w)")

_ORGANS = {
    "ban thường vụ": "Ban Thường vụ", "btv": "Ban Thường vụ", "thường trực": "Thường trực",
    "ban chấp hành": "Ban Chấp hành", "bch": "Ban Chấp hành",
}  # fmt: skip
_COMMITTEE = Pattern(
    rf"(?:(?P<organ>{'|'.join(_ORGANS)})[ \n])?(?P<level>tỉnh|thành|huyện|quận|thị|đảng)[ ]ủy(?!\w)"
)


@cache
def _office_head() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:q\.|quyền)[ ])?(?P<deputy>phó[ ]|(?=thứ[ ]))?{any_of('offices')}[ \n]{{0,2}}")


def issuer_of(record: IssuerCode) -> Agency:
    """The issuer that a code stands for."""
    return _agency(id=record.agency, name=record.name)


def read_issuer(reading: Reading, start: int) -> tuple[int, Agency, bool] | None:
    """The body or office named at *start* in the view: its end, the agency, whether a deputy is named."""
    lower = reading.view.lower
    organ = read_organ(lower, start) or _delegation(reading, start)
    if organ is not None:
        return _up_to_body(reading, start, organ)
    role = _office_head().match(lower, start)
    if role is not None:
        return _office_of_body(reading, role)
    found = _body(reading, start)
    if found is None:
        return None
    of_assembly = _OF_ASSEMBLY.match(lower, found[0]) if _ASSEMBLYS_OWN.match(lower, start) else None
    end = of_assembly.end() if of_assembly is not None else _with_organ(lower, found[0])
    return end, found[1], False


def _up_to_body(reading: Reading, start: int, organ: tuple[int, Agency, bool]) -> tuple[int, Agency, bool]:
    """The *organ* at *start*, or the body there whose name is longer: ``Ban Bí thư Trung ương Đoàn``."""
    body = reading.body_at(start)
    if body is None or body.end <= organ[0]:
        return organ
    agency = body.agency
    same = agency.id == organ[1].id
    return body.end, organ[1] if same else _agency(id=agency.id, name=agency.name), False


def _office_of_body(reading: Reading, role: re.Match[str]) -> tuple[int, Agency, bool] | None:
    """The holder of an office, known by the body after it; for a deputy, the body itself."""
    deputy = role["deputy"] is not None
    found = _body(reading, role.end())
    if found is None:
        office = _OFFICE.match(reading.view.lower, role.end()) if deputy else None
        if office is None:
            return None
        name, id = OFFICES[office.group()]
        return office.end(), _agency(id=id, name=name), True
    end, issuer = found
    if deputy:
        return end, issuer, True
    title = " ".join(role.group().split())
    return end, _agency(name=f"{title[0].upper()}{title[1:]} {issuer.name}"), False


def read_organ(lower: str, start: int) -> tuple[int, Agency, bool] | None:
    """The office or organ named without its body at *start*, in any case."""
    meeting = _MEETING.match(lower, start)
    office = _OFFICE.match(lower, meeting.end() if meeting is not None else start)
    if office is None:
        return None
    name, id = OFFICES[" ".join(office.group().split())]
    return _with_organ(lower, office.end()), _agency(id=id, name=name), False


_CENTRE = Pattern(r"trung ương(?:[ ]đảng)?(?!\w|[ ](?:đoàn|hội|mặt trận|cục)(?!\w))")


def read_centre(lower: str, start: int) -> tuple[int, Agency, bool] | None:
    """``Trung ương`` alone at *start*: as the issuer of a resolution, the Party's Central Committee."""
    centre = _CENTRE.match(lower, start)
    if centre is None:
        return None
    name, id = OFFICES["ban chấp hành trung ương"]
    return _with_organ(lower, centre.end()), _agency(id=id, name=name), False


def _delegation(reading: Reading, start: int) -> tuple[int, Agency, bool] | None:
    """``Đoàn giám sát của Quốc hội``: a body for one task."""
    match = _DELEGATION.match(reading.view.lower, start)
    if match is None:
        return None
    body = reading.body_at(match.start("of")) if match["of"] else None
    end = max(match.end(), body.end if body is not None else 0)
    words = " ".join(reading.view.plain[start : match.start("of") if match["of"] else end].split())
    name = (
        f"{words} {body.agency.name}" if body is not None else " ".join(reading.view.plain[start:end].split())
    )
    return end, _agency(name=name[0].upper() + name[1:]), False


def _with_organ(lower: str, end: int) -> int:
    organ = _ORGAN_OF.match(lower, end)
    return organ.end() if organ is not None else end


def _body(reading: Reading, start: int) -> tuple[int, Agency] | None:
    found, known = reading.body_at(start), _central(reading.view.lower, start)
    if found is None:
        return known or _committee(reading.view.lower, start)
    agency = found.agency
    if agency.id is None and known is not None and known[0] == found.end:
        # The number's letters settle what the name leaves open: only one of the namesakes numbers documents.
        own = known[1].id
        return found.end, _agency(id=own if own in (agency.candidates or (own,)) else None, name=agency.name)
    return found.end, _agency(id=agency.id, name=agency.name)


def _committee(lower: str, start: int) -> tuple[int, Agency] | None:
    """A committee of the Party named without its place; the citation of a local document says which."""
    match = _COMMITTEE.match(lower, start)
    if match is None:
        return None
    organ = _ORGANS.get(match["organ"], "")
    return match.end(), _agency(name=f"{organ} {match['level'].capitalize()} ủy".lstrip())


@cache
def _names() -> dict[str, tuple[tuple[str, Agency], ...]]:
    """The central bodies by the first word of their names, the longest names first."""
    table: dict[str, list[tuple[str, Agency]]] = {}
    seen: dict[str, Agency] = {}
    for record in issuer_codes().values():
        name = record.name.lower()
        # A body may have had two codes: the one still in use names it.
        if not record.local and (record.validity.end is None or name not in seen):
            seen[name] = issuer_of(record)
    for name, issuer in seen.items():
        table.setdefault(name.split()[0], []).append((name, issuer))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


@cache
def _every_name() -> tuple[str, ...]:
    return tuple(name for rows in _names().values() for name, _ in rows)


_WORD = Pattern(r"\w+")


def _central(lower: str, start: int) -> tuple[int, Agency] | None:
    if not lower.startswith(_every_name(), start):
        return None  # most often; many names begin with the same word
    word = _WORD.match(lower, start)
    for name, issuer in _names().get(word.group(), ()) if word else ():
        end = start + len(name)
        if lower.startswith(name, start) and not lower[end : end + 1].isalnum():
            return end, issuer
    return None
