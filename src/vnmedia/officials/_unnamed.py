"""The body of an office where the words after the office imply the body without naming it.

``Phó Cục trưởng Viễn thông`` belongs to the ``Cục Viễn thông``, ``Phó chủ tịch quận 12`` to that district's
People's Committee, ``Bí thư Quảng Ninh`` to its Party committee, ``Trưởng phòng Giá, Sở Tài chính`` to a
unit of that department. A place without its level counts only if it
is a province: ``Chủ tịch Mai Sơn`` may be a person.
"""

from __future__ import annotations

import re
from functools import cache

from .. import agencies
from ..model import Agency, Context
from ..registries import Pattern, words
from ..registries.agencies import Body, LocalBody, Office, bodies, local_bodies, word_lists
from ..registries.places import provinces
from ..text import TextView, lowered
from ._institutes import institute_at
from ._persons import holds_person, person_after

__all__ = ["unit_at", "unnamed_body"]

#: A committee of the Party without its place: ``Phó Bí thư Huyện ủy``, ``Bí thư Ban cán sự đảng``.
_COMMITTEE = Pattern(r" ((?:tỉnh|thành|huyện|quận|thị|đảng) ủy|ban cán sự đảng|đảng đoàn)(?!\w)")
#: The bureau of a Party committee without its place: ``Ủy viên Ban Thường vụ Đảng ủy``.
_BUREAU = Pattern(r" (?:(?P<standing>ban thường vụ|btv)|ban chấp hành|bch)(?P<party> đảng (?:ủy|bộ))?(?!\w)")
#: What a unit does, between an office and the body above the unit: ``Trưởng phòng Giá (Sở Tài chính)``.
_FIELD = Pattern(r" (?P<field>[^\W_][^,;:.()\n]{0,60}?)(?:,? thuộc |, | \(| [-–] | của | )")
#: A place instead of its body: ``Phó chủ tịch quận 12``, ``Bí thư huyện Mỹ Đức``.
_PLACE = Pattern(r" (tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?= ?[^\W_])")
_COMMITTEES = {"tỉnh": "Tỉnh ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy"} | dict.fromkeys(
    ("thành phố", "tp", "tp."), "Thành ủy"
)
_FIRST_WORD = Pattern(r" ([^\W_]+)")
#: What the name of a mission abroad holds: ``Đại sứ Việt Nam tại Nga``.
_SENT_TO = " tại "
_OF_PLACE = "Ủy ban nhân dân"
_PEOPLES_COMMITTEES = "ubnd."
#: The levels that may stand without a name, as the context shows the place: ``Chủ tịch tỉnh Lê Văn An``.
_BARE_LEVELS = ("tỉnh", "thành phố")
_FAR = 60  # characters, which hold the field or place of a body
_LONGEST_PROVINCE = 5  # words, a dash counted


def unnamed_body(view: TextView, end: int, office: Office, context: Context) -> tuple[Agency | None, int]:
    """The body that the words after an *office* imply without naming it, and where they end."""
    party = _party_body(view.lower, end, office)
    if party is not None:
        return party
    if not office.alone:
        institute = institute_at(view.plain, end)
        if institute is not None:
            return institute
    if office.heads is not None:
        if not _begins_field(office.heads, view, end):
            return None, end  # most often the name of a person follows
        return _called_with(office.heads, view.plain, end, context)
    if not office.of_party and not office.of_place:
        return None, end
    place = _PLACE.match(view.lower, end)
    if place is not None:
        return _of_level(view.plain, end, place, office, context)
    if _is_province(view.lower, end):
        return _of_province(view.plain, end, office, context)
    return None, end


def _party_body(lower: str, end: int, office: Office) -> tuple[Agency, int] | None:
    """The committee or the bureau of the Party that is named without its place, and where it ends."""
    if office.of_party:
        bare = _COMMITTEE.match(lower, end)
        if bare is not None:
            return Agency(name=bare.group(1).capitalize(), kind="party"), bare.end()
    bureau = _BUREAU.match(lower, end)
    if bureau is None or not (bureau["standing"] or bureau["party"]):
        return None
    name = "Ban Thường vụ" if bureau["standing"] else "Ban Chấp hành"
    party = (bureau["party"] or "").replace("đ", "Đ")
    return Agency(name=name + party, kind="party"), bureau.end()


def unit_at(plain: str, end: int, above: int, head: str) -> tuple[str, int | None] | None:
    """The name of the unit between an office, which ends at *end*, and the body *above* it.

    With it comes where the name ends if a bracket holds the body above.

    >>> unit_at("Trưởng phòng Giá (Sở Tài chính)", 12, 18, "Phòng")
    ('Phòng Giá', 16)
    """
    found = _FIELD.fullmatch(plain, end, above)
    if found is None:
        return None
    field = found["field"]
    begun = field[0].isupper() or field[0].isdigit() or field.startswith(words("office_words/unit-fields"))
    if not begun or not _no_fields().isdisjoint(field.lower().split(" ")) or holds_person(field):
        return None
    field = field[:1].upper() + field[1:]
    name = field if field.startswith(f"{head} ") else f"{head} {field}"
    return name, found.end("field") if plain[above - 1] == "(" else None


@cache
def _no_fields() -> frozenset[str]:
    """Words that no field of a unit has: those that end the name of a body."""
    return frozenset(word_lists()["stops"].words)


def _begins_field(head: str, view: TextView, end: int) -> bool:
    """Whether the word after *end* is an abbreviation, or begins what follows *head* in a name."""
    word = _FIRST_WORD.match(view.plain, end)
    if word is None:
        return False
    if view.lower[word.start(1) : word.end()] in _fields(head):
        return True
    return word[1].isupper() or view.lower.find(_SENT_TO, end, end + _FAR) >= 0


@cache
def _fields(head: str) -> frozenset[str]:
    """The first words after *head* in the names of the registries, in lower case."""
    known: list[Body | LocalBody] = [*bodies().values(), *local_bodies().values()]
    names = (
        name
        for body in known
        for name in (body.name, *(alias.text for alias in body.aliases))
        if name.startswith(f"{head} ")
    )
    found = (_FIRST_WORD.match(lowered(name), len(head)) for name in names)
    return frozenset(word[1] for word in found if word is not None)


def _of_level(
    plain: str, end: int, place: re.Match[str], office: Office, context: Context
) -> tuple[Agency | None, int]:
    """The body of a *place* with its level: ``Chủ tịch huyện Mỹ Đức``, or of a level alone."""
    level = place.group(1)
    head = _OF_PLACE if office.of_place else _COMMITTEES.get(level)
    if head is None:
        return None, end
    agency, stop = _called_with(head, plain, end if office.of_place else place.end(), context)
    if agency is not None:
        return agency, stop
    if level not in _BARE_LEVELS or person_after(plain, place.end() + 1) is None:
        return None, end
    if office.of_place:
        return Agency(name=f"{head} {level}", kind="peoples-committee"), place.end()
    return Agency(name=head, kind="party"), place.end()


def _of_province(plain: str, end: int, office: Office, context: Context) -> tuple[Agency | None, int]:
    """The body of the province whose name follows without its level: ``Bí thư Quảng Ninh``."""
    committee, stop = _called_with(_OF_PLACE, plain, end, context)
    if office.of_place or committee is None or committee.id is None:
        return committee, stop
    # The Party committee of a city has another name than that of the province which the city was before.
    province = provinces().get(committee.id.removeprefix(_PEOPLES_COMMITTEES))
    return _called_with(_COMMITTEES[province.kind], plain, end, context) if province else (None, end)


def _is_province(lower: str, end: int) -> bool:
    """Whether the words after *end* begin with the name of a province, and of no other thing."""
    if lower[end : end + 1] != " " or lower.startswith(words("office_words/no-provinces"), end + 1):
        return False
    following = re.split(r"[ ,;.:()\n]", lower[end + 1 : end + 1 + _FAR])[:_LONGEST_PROVINCE]
    return any(" ".join(following[:count]) in _provinces() for count in range(2, len(following) + 1))


@cache
def _provinces() -> frozenset[str]:
    return frozenset(TextView(province.name).lower for province in provinces().values())


def _called_with(head: str, plain: str, end: int, context: Context) -> tuple[Agency | None, int]:
    """The body of a registry that *head* and the words after *end* name, and where those words end."""
    if plain[end : end + 1] != " ":
        return None, end
    rest = plain[end : end + _FAR].partition("\n")[0]
    first = next(iter(agencies.find(head + rest, context)), None)
    if first is None or first.span.start != 0 or first.span.end <= len(head):
        return None, end
    if first.value.id is None and not first.value.candidates and not _is_mission(first.value):
        return None, end
    return first.value, end + first.span.end - len(head)


def _is_mission(agency: Agency) -> bool:
    """Whether *agency* represents this country in another: ``Đại sứ Việt Nam tại Nga``."""
    return agency.kind == "mission" and " Việt Nam tại " in agency.name
