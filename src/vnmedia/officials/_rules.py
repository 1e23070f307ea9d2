"""The forms in which a person and an office stand together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ..grammar import Rule
from ..model import Official
from ..reading import Reading
from ..registries import Worded
from ..registries.agencies import word_lists
from ..text import TextView
from ._offices import Held, offices_in
from ._persons import person_after, person_before

__all__ = ["RULES", "read"]

Found = tuple[int, int, Official]

#: Between a person and the office after the name.
_JOINT = re.compile(r"(?:, | - | – | \()\Z")
#: Between two offices of one person.
_CHAINED = (", ", "; ", ", kiêm ", " kiêm ", " - ", " – ")
_LONGEST_CHAIN = 6  # offices
#: What says that an office is another person's.
_OF_OTHERS = (" của ", " thay mặt ", " do ", " bởi ", " với ", " cho ", " theo ")
#: The signature of a document: the office in capitals, the name on a line of its own.
_SIGNED = re.compile(r"\s*\n(?:\W{0,2}(?:đã ký|daky)\W{0,3}\n)?\s*", re.IGNORECASE)
_FOR_WHOM = re.compile(r"(?:^|\n)(?:TM|KT|TL|TUQ|Q)\.[^\n]*(?:\n[^\n]*)?\Z")
_BLOCK = 160  # characters of a signature before the office

#: A clause that says that somebody holds an office, or comes to it, between the name and the office.
_HOLDS = re.compile(
    r"(?: \([^()\n]{1,40}\))?,?(?: (?:hiện|hiện nay|nay|đang|đã|vừa|mới|chính thức|tiếp tục))*"
    r"(?: được [^.;\n]{0,120}?(?:bầu|bổ nhiệm|chỉ định|phân công|điều động|phê chuẩn|cử|giao)[^.;\n]{0,90}?)?"
    r" (?:giữ chức(?: vụ| danh)?|giữ cương vị|giữ vị trí|làm|là|đảm nhiệm(?: chức(?: vụ)?)?"
    r"|đảm nhận(?: chức(?: vụ)?)?|tái giữ chức(?: vụ)?|tái đắc cử(?: chức(?: vụ)?)?) \Z"
)
#: Where such a clause may begin, after the name.
_CLAUSE_BEGINS = re.compile(r"(?: \(|,)? (?:hiện|nay|đang|đã|vừa|mới|chính|tiếp|được|giữ|làm|là|đảm|tái) ")
#: What says that an office is only proposed, was held once, or is lost.
_NOT_HELD = Worded(r"(?<!\w)<agency_words/not-held>(?!\w)", re.IGNORECASE)
_CLAUSE = 190  # characters


def read(reading: Reading) -> Iterator[Found]:
    """The persons in public offices: start, end and value over the view, none overlapping another."""
    held = list(offices_in(reading))
    plain = reading.view.plain
    after, index = 0, 0
    while index < len(held):
        chain = _chain(plain, held, index)
        index += len(chain)
        for start, end, official in _officials(reading.view, chain):
            if start >= after:
                after = end
                yield start, end, official


def _chain(plain: str, held: list[Held], index: int) -> list[Held]:
    """The office at *index* and those that follow it as further ones of one person."""
    chain = [held[index]]
    if plain.endswith(_OF_OTHERS, 0, chain[0].start):
        return chain  # "Bằng khen của Thủ tướng, Thứ trưởng Lê Văn An trao": the first is another's
    for other in held[index + 1 : index + _LONGEST_CHAIN]:
        if plain[chain[-1].stop : other.start] not in _CHAINED and not _comes_to(plain, chain[-1], other):
            break
        chain.append(other)
    return chain


def _comes_to(plain: str, held: Held, other: Held) -> bool:
    """Whether a clause after an office says that its holder comes to the *other* one too."""
    if other.start > held.stop + _CLAUSE or plain[held.stop : held.stop + 1] != ",":
        return False
    gap = _HOLDS.match(plain, held.stop, other.start)
    return gap is not None and not _NOT_HELD.search(gap.group())


def _officials(view: TextView, chain: list[Held]) -> Iterator[Found]:
    """The person that a chain of offices is of, with each of the offices; nothing where there is none."""
    if not any(each.public for each in chain) and not _is_signature(view.plain, chain[0].start):
        return
    first, last = chain[0], chain[-1]
    left, right = _left(view, first), _right(view.plain, last)
    begins_anew = left is not None or view.plain.endswith(_OF_OTHERS, 0, first.start)
    if right is not None and begins_anew and view.plain.startswith((",", " -", " –"), last.stop):
        right = None  # "Lê Văn An, Giám đốc Sở Y tế, bà Vũ Lan": the second begins anew
    if right is not None:
        start, text = right
        for each in chain[:-1]:
            yield each.start, each.stop, _official(text, each)
        yield last.start, start + len(text), _official(text, last)
        return
    if left is None:
        return
    start, text = left
    yield start, first.stop, _official(text, first)
    for each in chain[1:]:
        if each.public:
            yield each.start, each.stop, _official(text, each)


def _official(name: str, held: Held) -> Official:
    return Official(name=name, office=held.title, agency=held.agency, former=held.former)


def _right(plain: str, held: Held) -> tuple[int, str] | None:
    """The person after an office: ``Thứ trưởng Lê Văn An``, ``Chủ tịch UBND xã, ông Lê Văn An``."""
    gap = _titles().match(plain, held.stop)
    if gap is not None and (gap.end() > gap.end("joint") or not gap["joint"].strip()):
        name = person_after(plain, gap.end())
        if name is not None:
            return gap.end(), name
    signed = _SIGNED.match(plain, held.stop)
    if signed is None or not plain[held.start : held.stop].isupper():
        return None
    name = person_after(plain, signed.end())
    end = signed.end() + len(name or "")
    return (signed.end(), name) if name is not None and plain[end : end + 1] in ("", "\n") else None


@cache
def _titles() -> re.Pattern[str]:
    """What stands between an office and the person: a space, or a comma and how the person is addressed."""
    ranks = sorted(word_lists()["ranks"].words, key=len, reverse=True)
    words = "|".join(re.escape(rank) for rank in ranks)
    return re.compile(rf"(?P<joint> \(?|, | - | – )(?:(?:{words})[.,]? ?(?=[^\W\d_]))*")


def _is_signature(plain: str, start: int) -> bool:
    """Whether the office at *start* is that of who signs a document: ``TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH``."""
    return _FOR_WHOM.search(plain, max(0, start - _BLOCK), start) is not None


def _left(view: TextView, held: Held) -> tuple[int, str] | None:
    """The person before an office: ``Lê Văn An, Giám đốc …``, ``Lê Văn An được bầu làm Chủ tịch …``."""
    plain = view.plain
    joint = _JOINT.search(plain, max(0, held.start - 4), held.start)
    if joint is not None:
        name = person_before(plain, joint.start())
        return (joint.start() - len(name), name) if name is not None else None
    return None if held.former else _by_clause(plain, held.start)


def _by_clause(plain: str, start: int) -> tuple[int, str] | None:
    """The person of whom a clause before *start* says that they hold the office, or come to it."""
    first = max(0, start - _CLAUSE)
    for mark in (". ", "\n", "; "):
        first = max(first, plain.rfind(mark, first, start) + 1)
    begins = [match.start() for match in _CLAUSE_BEGINS.finditer(plain, first, start)]
    for position in reversed(begins):
        gap = _HOLDS.match(plain, position, start)
        if gap is None:
            continue
        name = person_before(plain, position)
        if name is not None:
            before = plain[first : position - len(name)]
            held = not _NOT_HELD.search(gap.group()) and not _NOT_HELD.search(before[-40:])
            return (position - len(name), name) if held else None
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
