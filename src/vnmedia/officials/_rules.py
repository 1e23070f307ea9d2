"""The forms in which a person and an office stand together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

from ..grammar import Rule
from ..model import Agency, Official
from ..model._trusted import trusted
from ..reading import Reading
from ..registries import Pattern, Worded, words
from ..text import TextView
from ._offices import Held, countries, office_scanner, offices_in
from ._persons import holds_person, is_addressed, person_after, person_before

__all__ = ["RULES", "read"]

Found = tuple[int, int, Official]
_as_official = trusted(Official)

#: Between a person and the office after the name, also with an age or rank: ``An (SN 1970, cựu …``, and
#: with more about the person in brackets: ``An (sinh năm 1970), Giám đốc``.
_JOINT = Worded(
    r"(?: \([^()\n]{1,32}\)(?=,| [-–]))?"
    r"(?:,| [-–]|(?<=\w)[-–]| \(| (?=[HT]?UV)) ?(?:(?:[0-9]{2} tuổi|[HT]?UV(?: ?T\.Ư)?[^,;.()\n–]{0,40}"
    r"|(?:SN|sinh(?: (?:năm|ngày))?|năm sinh):? ?[0-9][0-9/.-]{3,9}|<agency_words/ranks>)(?:,| [-–]) )*\Z",
    re.IGNORECASE,
)
_FAR_JOINT = 48  # characters
#: What such words end with, except for a space.
_MARKS_OF_JOINT = (",", "-", "–", "(")
#: Between two offices of one person.
_CHAINED = (", ", "; ", ", kiêm ", " kiêm ", " kiêm chức ", " kiêm chức vụ ", " - ", " – ")
_ONE_BODY = (" kiêm ", " - ", " – ")
#: Two offices that a minister at the head of an office or committee has by one title.
_OF_OFFICE = ("Bộ trưởng", "Chủ nhiệm")
#: Between two offices of one person, with the term of the first.
_TERM = Pattern(r"(?: khóa [IVXL]+)?(?:,? nhiệm kỳ [0-9]{4} ?[-–] ?[0-9]{4})?(?:, | kiêm | [-–] )")
#: Before the office of the person who appoints somebody else.
_BY = (" được ", " do ", " bởi ")
_LONGEST_CHAIN = 6  # offices
#: The unknown body of an office, before the next office of the same person.
_UNKNOWN_BODY = Pattern(r" [A-ZĐ][^,;.:()\n]{1,80}, ")
#: The unknown body of an office, before a clause by which the same person comes to another office.
_UNKNOWN_HOLDER = Worded(r" [A-ZĐ][^,;.:()\n]{1,80}?(?=(?: <office_words/adverbs>)* được )")
#: Before an office: that it is another person's.
_OF_OTHERS = Worded(r"(?<!\S)<office_words/of-others> \Z")
#: Before an office: that it is spoken of as such, unless somebody holds it or comes to it.
_OFFICE_AS_SUCH = ("chức vụ ", "chức danh ", "vị trí ")
_HELD_AS_SUCH = Worded(r"(?<!\w)<office_words/holds> \Z")
#: Before an office: what its holder does, who may be named after it: ``dưới sự chủ trì của``.
_ACT_OF = Pattern(r"(?<!\w)sự (?:[^\W\d_]+ ){1,6}của \Z")
#: Before an office or a person: a helper or relative of the holder, whose name may follow the office.
_ATTENDANT = Worded(
    r"(?<!\w)<office_words/attendants>(?: của)? (?:<agency_words/ranks>[.,]? )*\Z", re.IGNORECASE
)
_FAR_ATTENDANT = 40  # characters
#: What the offices of helpers begin with, in whose name the holder's own office and name may follow.
_HELPERS = ("trợ lý ", "thư ký ")
#: Between an office and the person: a space, or a comma and how the person is addressed.
_TITLES = Worded(
    r"(?: khóa [IVXL]+)?(?:,? nhiệm kỳ [0-9]{4} ?[-–] ?[0-9]{4})?"
    r"(?P<joint>(?: \([^()\n]{1,40}\))?(?: là | - | – |, | \(| ))(?:<agency_words/ranks>[.,]? ?(?=[^\W\d_]))*"
)
#: The word before another country's name: the end of an officer's title; not the place of an ambassador.
_TITLE_END = Pattern(r"(?<!\w)[a-zà-ỹđ]{2,7}(?<!tại)(?<!sang) \Z")
_LONGEST_WORD = 8  # characters, with the space
#: Between another country's name and the name of one of its officers.
_TO_OFFICER = Worded(r"(?:,? <agency_words/ranks>)* (?=[A-ZĐ])")
#: What joins an official to another one.
_TOGETHER = Pattern(r",? (?:cùng|và|với)(?: với)?(?: (?:các|đồng chí|ông|bà))? |, ")
#: The signature of a document: the office in capitals, the name on a line of its own, perhaps with a rank.
_SIGNED = Worded(
    r"\s*\n(?:\W{0,2}(?:đã ký|daky)\W{0,3}\n)?\s*+(?:<agency_words/ranks>(?:[.,] ?| )(?=[^\W\d_]))*",
    re.IGNORECASE,
)
#: The line of the office, or the one above it, says for whom it is signed.
_FOR_WHOM = Pattern(r"(?:TM|KT|TL|TUQ|Q)\.")
_BLOCK = 160  # characters of a signature before the office

#: A clause that says that somebody holds an office, or comes to it, between the name and the office.
_HOLDS = Worded(
    r"(?:,? khóa [IVXL]+)?(?:,? nhiệm kỳ [0-9]{4} ?[-–] ?[0-9]{4})?(?: [-–])?"
    r"(?: \([^()\n]{1,40}\))?,?(?: do)?(?: người)?(?: <office_words/adverbs>)*"
    r"(?: được [^.;\n]{0,120}?<office_words/appoints>[^.;\n]{0,90}?)?"
    # "điều động ông Lê Văn An, Bí thư Thị ủy, đến nhận công tác tại HĐND tỉnh, giữ chức …"
    r"(?:,? (?:về|đến) (?:nhận )?(?:công tác|nhiệm vụ)(?: tại [^,.;\n]{1,60})?(?:,| và))?"
    # The committees that somebody joins with the office: ``tham gia Ban Chấp hành, giữ chức Bí thư``.
    r"(?:,? tham gia (?:ban chấp hành|ban thường vụ|bch|btv|đảng ủy)[^.;\n]{0,90}?(?:,| và))?"
    r" <office_words/holds> \Z",
    re.IGNORECASE,
)
#: A clause that says that somebody leaves one office for the next one.
_LEAVES = Worded(
    r"(?: <office_words/adverbs>)*(?: được [^.;,\n]{0,40})? (?:thôi|rời) [^.;\n]{3,120}?,? để"
    r"(?: (?:đảm nhận nhiệm vụ mới|nhận nhiệm vụ mới|nhận nhiệm vụ|điều động|phân công|và|nhiệm vụ),?)*"
    r" <office_words/holds> \Z"
)
_LEAVING = Worded(r"(?: <office_words/adverbs>)*(?: được [^.;,\n]{0,40})? (?:thôi|rời) ")
#: Where such a clause may begin, after the name.
_CLAUSE_BEGINS = Worded(
    r"(?: \(|,? )(?:được|người|(?:về|đến) nhận|<office_words/adverbs>|<office_words/holds>) "
)
#: Words for an office that is only proposed, was held once, or is lost.
_NOT_HELD = Worded(r"(?<!\w)<agency_words/not-held>(?!\w)", re.IGNORECASE)
_CLAUSE = 190  # characters
#: Between an office and the person who comes to it: ``bầu chức danh Chủ tịch UBND tỉnh đối với ông …``.
_FOR_PERSON = Worded(
    r"(?P<joint>(?: [^,.;:()\n]{1,60})?(?:(?:, | \()nhiệm kỳ [0-9]{4} ?[-–] ?[0-9]{4}\)?)? đối với )"
    r"(?:<agency_words/ranks>[.,]? ?(?=[^\W\d_]))+"
)
_FAR_PERSON = 80  # characters
_LIST = 300  # characters, of the offices before another one in a list
_APPOINTED = Worded(r"(?<!\w)<office_words/appoints>(?!\w)")


def read(reading: Reading) -> Iterator[Found]:
    """The persons in public offices: start, end and value over the view, without overlaps."""
    plain = reading.view.plain
    hits = office_scanner().hits(reading.view)
    held = list(offices_in(reading, hits))
    after, index = 0, 0
    named = _Named(plain, hits)
    while index < len(held):
        chain, index = _chain(plain, held, index)
        for start, end, official in _officials(reading.view, named, chain, after):
            named.add(end, official)
            if start >= after:
                after = end
                yield start, end, official


class _Named:
    """The officials that a text named so far, and may name again without the body; *hits*: the scanner's."""

    def __init__(self, plain: str, hits: Sequence[tuple[int, int]]) -> None:
        self._plain, self._hits = plain, hits
        #: By office and name.
        self._agencies: dict[tuple[str, str], Agency | None] = {}
        #: By the chief's office: the one body of all named chiefs and deputies; None where there are several.
        self._led: dict[str, Agency | None] = {}
        self._last: tuple[int, Official] | None = None

    def add(self, end: int, official: Official) -> None:
        """Remember *official*, whose mention ends at *end*."""
        self._last = end, official
        self._agencies.setdefault((official.office.lower(), official.name), official.agency)
        if official.agency is not None:
            led = self._led.setdefault(_chief(official.office), official.agency)
            if led is not None and led.name != official.agency.name:
                self._led[_chief(official.office)] = None

    def ending_at(self, end: int, name: str) -> tuple[int, str] | None:
        """The last official's name, where it ends at *end* and *name* holds more: a place before it.

        ``Bí thư Tỉnh ủy Thái Bình Lê Văn An giữ chức …``: the province's name may be a person's too.
        """
        if self._last is None or self._last[0] != end or not name.endswith(f" {self._last[1].name}"):
            return None
        return end - len(self._last[1].name), self._last[1].name

    @cached_property
    def foreigners(self) -> frozenset[str]:
        """The names that stand right after another country's name in the text, and the listed ones."""
        plain, abroad = self._plain, countries()
        officers = (
            _TO_OFFICER.match(plain, end)
            for start, end in self._hits
            if plain[start:end] in abroad and _TITLE_END.search(plain, max(0, start - _LONGEST_WORD), start)
        )
        persons = (person_after(plain, gap.end()) for gap in officers if gap is not None)
        return frozenset(words("office_words/foreigners")).union(filter(None, persons))

    def holds(self, held: Held, name: str) -> bool:
        """Whether the text named the person called *name* in that office before."""
        return (held.title.lower(), name) in self._agencies

    def with_body(self, held: Held, name: str) -> Held:
        """*held* with the body that the text gave before for the person called *name*, or for the chief.

        A deputy's chief stands right before (``Chủ tịch UBND tỉnh A cùng Phó Chủ tịch``), or the text named
        only one body with such an office.
        """
        if held.public:
            return held
        key, chief = (held.title.lower(), name), _chief(held.title)
        if key in self._agencies:
            return held._replace(agency=self._agencies[key], public=True)
        if chief == held.title.lower():
            return held
        agency = self._led.get(chief)
        if self._last is not None and _TOGETHER.fullmatch(self._plain, self._last[0], held.start):
            agency = self._last[1].agency if _chief(self._last[1].office) == chief else None
        return held if agency is None else held._replace(agency=agency, public=True)


def _chief(office: str) -> str:
    """The chief's office, in small letters, for a deputy's *office* (``Phó Chủ tịch Thường trực``)."""
    return office.lower().removeprefix("phó ").removesuffix(" thường trực")


def _chain(plain: str, held: list[Held], index: int) -> tuple[list[Held], int]:
    """The office at *index* with the further offices of the same person, and the index after them."""
    chain, last = [held[index]], index
    if _is_of_others(plain, chain[0].start) and not _is_of_both(chain[0], held[index + 1 : index + 2]):
        return (
            chain,
            index + 1,
        )  # "Bằng khen của Thủ tướng, Thứ trưởng Lê Văn An trao": the first office is another person's
    for position, other in enumerate(held[index + 1 : index + _LONGEST_CHAIN], index + 1):
        if _goes_on(plain, chain[-1], other):
            chain.append(other)
            last = position
        elif not plain.endswith(_BY, 0, other.start):
            break  # "được Thủ tướng bổ nhiệm giữ chức Thứ trưởng": the first office is another person's
    return chain, last + 1


def _is_of_both(held: Held, following: Sequence[Held]) -> bool:
    """Whether the next office is mostly the same person's: ``do Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh``."""
    party = held.title.lower().endswith("bí thư") and not held.title.lower().startswith("phó")
    return party and any(other.title.lower().startswith("chủ tịch") for other in following)


def _is_of_others(plain: str, start: int) -> bool:
    ends = plain.endswith(_before_office("of-others"), 0, start)
    return ends and _OF_OTHERS.search(plain, max(0, start - 12), start) is not None


@cache
def _before_office(id: str) -> tuple[str, ...]:
    """The words of a list as they stand right before an office."""
    return tuple(f"{word} " for word in words(f"office_words/{id}"))


def _is_apposed(plain: str, held: Held, person: tuple[int, str]) -> bool:
    """Whether a name in commas is that of the office: ``sự chủ trì của Chủ tịch, ông Lê Văn An, …``."""
    closed = plain.startswith((",", ";", "."), person[0] + len(person[1]))
    return closed and _ACT_OF.search(plain, max(0, held.start - _FAR_JOINT), held.start) is not None


def _is_attendant(plain: str, start: int) -> bool:
    """Whether the office or person at *start* only identifies somebody else: ``Phu nhân Thủ tướng``."""
    return _ATTENDANT.search(plain, max(0, start - _FAR_ATTENDANT), start) is not None


def _goes_on(plain: str, held: Held, other: Held) -> bool:
    """Whether the *other* office belongs to the same person."""
    if other.start > held.stop + _CLAUSE:
        return False
    between = plain[held.stop : other.start]
    if between in _CHAINED or _comes_to(plain, held, other):
        return True
    if between == " " and _is_one_title(held, other):
        return True
    if between.startswith((" nhiệm kỳ ", " khóa ")) and _TERM.fullmatch(between):
        return True
    if held.agency is not None or held.public:
        return False
    unknown = _UNKNOWN_BODY.fullmatch(plain, held.stop, other.start)
    return unknown is not None and not holds_person(unknown.group())


def _is_one_title(held: Held, other: Held) -> bool:
    """Whether two offices are one title: ``Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ``."""
    return held.agency is None and (held.title, other.title) == _OF_OFFICE


def _comes_to(plain: str, held: Held, other: Held) -> bool:
    """Whether a clause after an office says that its holder comes to the *other* one too."""
    if not plain.startswith((",", " "), held.stop):
        return False
    begins = held.stop
    if not held.public:
        # "Tổng Giám đốc Công ty Hòa Phát được bổ nhiệm giữ chức Thứ trưởng"
        unknown = _UNKNOWN_HOLDER.match(plain, held.stop, other.start)
        begins = unknown.end() if unknown is not None else begins
    gap = _holding(plain, begins, other.start)  # "Bộ trưởng Bộ Ngoại giao (vẫn giữ chức Phó Thủ tướng)"
    if gap is None or holds_person(plain[held.stop : begins], any_name=False):
        return False
    return not _NOT_HELD.search(gap.group()) and not holds_person(gap.group())


def _officials(view: TextView, named: _Named, chain: list[Held], after: int) -> Iterator[Found]:
    """The persons who hold a chain of offices, with each of the offices; nothing where no person is named.

    A person named before *after* is in an earlier mention, and no part of a further one.
    """
    first, last = chain[0], chain[-1]
    left = _left(view, first)
    right = None if _helps(left, first) else _right(view.plain, last)
    if right is not None and _begins_anew(view.plain, chain, left):
        right = right if left is None and _is_apposed(view.plain, first, right) else None
    if right is None:
        if left is not None:
            yield from _of_person(view, named, chain, left, after, follows=False)
        return
    if left is not None and len(chain) > 1:
        # "Lê Văn An, Hạt trưởng X; Cục trưởng Y Vũ Lan". With commas it is unclear whose offices come first.
        if view.plain.startswith("; ", chain[-2].stop):
            yield from _of_person(view, named, chain[:-1], left, after, follows=False)
        chain = _surely_of_last(chain)
    if not _is_attendant(view.plain, first.start) or named.holds(last, right[1]):
        yield from _of_person(view, named, chain, right, after, follows=True)


def _surely_of_last(chain: list[Held]) -> list[Held]:
    """Those of a *chain* between two persons that are the second one's for sure."""
    return chain[-2:] if _is_one_title(chain[-2], chain[-1]) else chain[-1:]


def _helps(left: tuple[int, str] | None, held: Held) -> bool:
    """Whether a person before an office has it that helps another's: ``làm Trợ lý Thủ tướng Vũ Lan``."""
    return left is not None and held.title.lower().startswith(_HELPERS)


def _begins_anew(plain: str, chain: list[Held], left: tuple[int, str] | None) -> bool:
    """Whether a person after *chain* does not hold it: ``Lê Văn An, Giám đốc Sở Y tế, bà Vũ Lan``."""
    apart = plain.startswith((",", " -", " –"), chain[-1].stop)
    if not apart or left is not None:
        return apart
    return _is_of_others(plain, chain[0].start) or _is_vacant(plain, chain[0].start)


def _is_vacant(plain: str, start: int) -> bool:
    """Whether the sentence speaks of the office as such: ``chờ kiện toàn chức vụ Bí thư Thành ủy, ông …``."""
    if not plain.endswith(_OFFICE_AS_SUCH, 0, start):
        return False
    return _HELD_AS_SUCH.search(plain, max(0, start - _FAR_JOINT), start) is None


def _of_person(
    view: TextView,
    named: _Named,
    chain: list[Held],
    person: tuple[int, str],
    after: int,
    *,
    follows: bool,
) -> Iterator[Found]:
    """The public offices among those of a *person*, whose name stands before them, or *follows*."""
    start, name = person
    if not follows and start < after:
        start, name = named.ending_at(start + len(name), name) or person
    if name in named.foreigners:
        return
    offices = _public(view.plain, named, chain, name)
    for each in offices:
        begin = each.start if follows or each is not offices[0] or start < after else start
        end = start + len(name) if follows and each.start == chain[-1].start else each.stop
        yield begin, end, _official(name, each)


def _public(plain: str, named: _Named, chain: list[Held], name: str) -> list[Held]:
    """The offices of a person that are public, by themselves or by what the text says elsewhere."""
    if _is_signature(plain, chain[0].start):
        return chain
    chain = [named.with_body(held, name) for held in chain]
    if not any(held.public for held in chain):
        return []
    chain = [_sharing(plain, held, after) for held, after in zip(chain, [*chain[1:], None], strict=True)]
    # "Bộ trưởng, Chủ nhiệm Lê Văn An": the second is public too; a company's office would name its body.
    bare = [plain[held.stop : after.start] in _CHAINED for held, after in pairwise(chain)]
    last = plain.startswith(f" {name}", chain[-1].stop)
    return [held for held, is_bare in zip(chain, [*bare, last], strict=True) if held.public or is_bare]


def _sharing(plain: str, held: Held, after: Held | None) -> Held:
    """*held* with the body of the office that a dash or ``kiêm`` joins to it: ``Phó Tư lệnh kiêm …``."""
    if held.public or after is None or plain[held.stop : after.start] not in _ONE_BODY:
        return held
    return held._replace(agency=after.agency)


def _official(name: str, held: Held) -> Official:
    return _as_official(name=name, office=held.title, agency=held.agency, former=held.former)


def _right(plain: str, held: Held) -> tuple[int, str] | None:
    """The person after an office: ``Thứ trưởng Lê Văn An``, ``Chủ tịch UBND xã, ông Lê Văn An``."""
    gap = _appointed(plain, held) or _TITLES.match(plain, held.stop)
    if gap is not None:
        joint, end = gap["joint"], gap.end()
        if joint == " là " and _NOT_HELD.search(_before(plain, held)):
            return None  # "miễn nhiệm Ủy viên UBND tỉnh là ông Lê Văn An"
        titled = end > gap.end("joint")
        if titled or joint.endswith(") ") or joint.isspace():
            name = person_after(plain, end, any_name=titled or held.central)
            if name is not None:
                return end, name
    signed = _SIGNED.match(plain, held.stop)
    if signed is None or not plain[held.start : held.stop].isupper():
        return None
    name = person_after(plain, signed.end())
    end = signed.end() + len(name or "")
    return (signed.end(), name) if name is not None and plain[end : end + 1] in ("", "\n") else None


def _appointed(plain: str, held: Held) -> re.Match[str] | None:
    """The words between an office and the person who comes to it, up to the name."""
    if plain.find(" đối với ", held.stop, held.stop + _FAR_PERSON) < 0:
        return None
    gap = _FOR_PERSON.match(plain, held.stop)
    if gap is None:
        return None
    before = _before(plain, held)
    if before.endswith("; "):  # "bầu: Chủ tịch … đối với ông A; Phó Chủ tịch … đối với ông B"
        first = max(plain.rfind(mark, max(0, held.start - _LIST), held.start) for mark in (". ", "\n"))
        before = plain[max(first, held.start - _LIST, 0) : held.start]
    return gap if _APPOINTED.search(before) and not _NOT_HELD.search(before) else None


def _before(plain: str, held: Held) -> str:
    """The words before an office that may say how somebody comes to it, or loses it."""
    return plain[max(0, held.start - _FAR_JOINT) : held.start]


def _is_signature(plain: str, start: int) -> bool:
    """Whether the office at *start* is in a document's signature: ``TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH``."""
    lines = plain[max(0, start - _BLOCK) : start].split("\n")
    return any(map(_FOR_WHOM.match, lines[-2:]))


def _left(view: TextView, held: Held) -> tuple[int, str] | None:
    """The person before an office: ``Lê Văn An, Giám đốc …``, ``Lê Văn An được bầu làm Chủ tịch …``."""
    plain = view.plain
    joint = None
    if plain[max(0, held.start - 2) : held.start].rstrip(" ")[-1:] in _MARKS_OF_JOINT:
        joint = _JOINT.search(plain, max(0, held.start - _FAR_JOINT), held.start)
    if joint is not None:
        name = person_before(plain, joint.start())
        return (joint.start() - len(name), name) if name is not None else None
    name = person_before(plain, held.start - 1) if plain.endswith(" ", 0, held.start) else None
    if name is not None and is_addressed(plain, held.start - 1 - len(name)):
        return held.start - 1 - len(name), name  # đồng chí Lê Văn An Chủ tịch UBND xã
    return None if held.former else _by_clause(plain, held.start)


def _by_clause(plain: str, start: int) -> tuple[int, str] | None:
    """The person who, by a clause before *start*, holds the office or comes to it."""
    if not plain.endswith(_before_office("holds"), 0, start):
        return None
    first = max(0, start - _CLAUSE)
    for mark in (". ", "\n", "; "):
        first = max(first, plain.rfind(mark, first, start) + 1)
    begins = [match.start() for match in _CLAUSE_BEGINS.finditer(plain, first, start)]
    for position in reversed(begins):
        gap = _holding(plain, position, start)
        if gap is None:
            continue
        name = person_before(plain, position)
        if name is not None and not _is_attendant(plain, position - len(name)):
            before = plain[first : position - len(name)]
            held = not _NOT_HELD.search(gap.group()) and not _NOT_HELD.search(before[-40:])
            return (position - len(name), name) if held else None
    return _by_leaving(plain, first, start)


def _holding(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The words that say that somebody holds the office at *end*, also in brackets: ``An (hiện là …``."""
    if plain.startswith(" (", start):
        return _HOLDS.match(f" {plain[start + 2 : end]}") or _HOLDS.match(plain, start, end)
    return _HOLDS.match(plain, start, end)


def _by_leaving(plain: str, first: int, start: int) -> tuple[int, str] | None:
    """The person who leaves another office for that at *start*: ``thôi giữ chức A để giữ chức B``."""
    if plain.find(" để ", first, start) < 0:
        return None
    for leaving in _LEAVING.finditer(plain, first, start):
        name = person_before(plain, leaving.start())
        if name is not None and _LEAVES.match(plain, leaving.start(), start):
            return leaving.start() - len(name), name
    return None


def _reads(before: bool) -> Callable[[TextView, int], tuple[int, Official] | None]:
    def one(view: TextView, start: int) -> tuple[int, Official] | None:
        for first, end, value in read(Reading(view)):
            if first == start and view.plain.startswith(value.name, start) != before:
                return end, value
        return None

    return one


RULES: tuple[Rule[Official], ...] = (
    Rule(
        name="chức vụ trước tên người",
        read=_reads(before=True),
        examples=(
            "Thứ trưởng Hoàng Văn Bảo",
            "Chủ tịch UBND TP Hà Nội Nguyễn Văn Chung",
            "Phó Thủ tướng Trương Văn Bình",
            "Nguyên Bộ trưởng Bộ Y tế Lê Văn Mai",
            "Chủ tịch UBND tỉnh Lai Châu, ông Lê Văn An",
            "Chủ tịch UBND phường Bến Thành (TP.HCM) Lê Văn An",
            "Phó chủ tịch quận 12 Võ Văn Minh",
            "THỨ TRƯỞNG\nTrần Văn Bình",
        ),
        counterexamples=(
            "Giám đốc Công ty Hòa Phát Trần Văn Long",
            "Thứ trưởng Bộ Y tế cho biết",
            "Chủ tịch Hội đồng, ông Lê Văn An",
        ),
    ),
    Rule(
        name="chức vụ sau tên người",
        read=_reads(before=False),
        examples=(
            "Đỗ Văn Anh - Giám đốc Trung tâm Thông tin",
            "Lê Thị Bình, Phó Chủ tịch UBND huyện Mỹ Đức",
            "Trần Văn Nam - Phó Bí thư Huyện ủy",
            "Lê Văn Cường được bầu giữ chức Chủ tịch UBND tỉnh Lai Châu",
            "Lê Văn Cường làm Quyền Bộ trưởng Bộ Y tế",
            "Trần Văn Nam tái đắc cử chức Chủ tịch UBND tỉnh",
        ),
        counterexamples=(
            "Trần Văn Long, Giám đốc Công ty Hòa Phát",
            "Lê Văn Cường chưa từng làm Chủ tịch UBND tỉnh Lai Châu",
        ),
    ),
)
