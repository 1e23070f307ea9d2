"""The forms in which a person and an office stand together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from operator import attrgetter

from .. import agencies
from ..grammar import Rule, word_scanner
from ..model import Agency, Context, Official
from ..reading import Body, Reading
from ..registries.agencies import Office, bodies, offices, word_lists
from ..text import TextView

__all__ = ["RULES", "read"]

Found = tuple[int, int, Official]

_WORD = re.compile(r"[^\W\d_]+")
_HONORIFIC = re.compile(r" \(?(?:ông |bà |đồng chí )?")
_JOINT = re.compile(r"(?:, | - | – | \()(?:nguyên |cựu |quyền )?$")
#: What stands between a body and the one it belongs to, before the name: ``Ủy ban Tư pháp của Quốc hội``.
_OF = (" của ", " thuộc ")
#: The offices that are named by the field of their ministry alone: ``Bộ trưởng Y tế``.
_OF_MINISTRY = ("Bộ trưởng", "Thứ trưởng")
_NAME = 5  # words in a name, at most
_FAR = 60  # characters, which hold a name and a title


@cache
def _offices() -> tuple[dict[str, Office], Callable[[str], list[tuple[int, int]]]]:
    """The offices by what they are called in lower case, and what finds those words."""
    by_text = {TextView(office.text).lower: office for office in offices().values()}
    return by_text, word_scanner(by_text)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(word_lists()["surnames"].words) | frozenset(word_lists()["more-surnames"].words)


@cache
def _no_names() -> frozenset[str]:
    """The words that begin a sentence where a name seems to go on: ``Nguyễn Văn An Trong buổi họp``."""
    return frozenset(word_lists()["after-names"].words)


@cache
def _no_names_in_headings() -> frozenset[str]:
    """The words that cannot be part of a name, where each word has capitals: ``LÊ VĂN AN DỰ HỘI NGHỊ``."""
    more = word_lists()["after-names-in-headings"].words
    return frozenset(map(str.upper, (*word_lists()["after-names"].words, *more)))


@cache
def _fields() -> frozenset[str]:
    """The first words, in lower case, of the fields that ministries are named by."""
    names = (
        name
        for body in bodies().values()
        if body.kind == "ministry"
        for name in (body.name, *(alias.text for alias in body.aliases))
    )
    return frozenset(word for name in names for word in TextView(name).lower.split(" ")[1:2])


def read(reading: Reading) -> Iterator[Found]:
    """The persons in public offices: start, end and value over the view, none overlapping another."""
    by_text, scan = _offices()
    view, places = reading.view, reading.bodies
    after = 0
    for start, end in scan(view.lower):
        if start < after or not _begins(view.plain, start):
            continue
        office = by_text[view.lower[start:end]]
        body, stop = None, end
        index = _body_at(places, start, end)
        if index is not None:
            body, stop = places[index].agency, _with_parent(view.lower, places, index)
            own = places[index].start
            shorter = by_text.get(view.lower[start:own].rstrip())
            if shorter is not None and " " in view.lower[own:end]:
                # "Bí thư Thành ủy Hà Nội": the committee is the body's, as "ban" in "Trưởng ban" is not.
                office, end = shorter, start + len(shorter.text)
        elif office.text in _OF_MINISTRY:
            body, stop = _ministry(view.plain, end, reading.context)
        official = _official(view, (start, end, stop), office, body)
        if official is not None and official[0] >= after:
            after = official[1]
            yield official


def _begins(plain: str, start: int) -> bool:
    """Whether an office can begin here: with a capital, or after a comma or dash."""
    return plain[start].isupper() or plain[max(0, start - 2) : start] in (", ", "- ", "– ")


def _body_at(places: Sequence[Body], first: int, last: int) -> int | None:
    """Which body begins right after the office *first* to *last*, or within it: ``Trưởng ban``."""
    index = bisect_right(places, last + 1, key=attrgetter("start")) - 1
    if index < 0:
        return None
    return index if first < places[index].start and places[index].end > last + 1 else None


def _with_parent(lower: str, places: Sequence[Body], index: int) -> int:
    """Where a body ends, with the one that it is said to belong to."""
    end = places[index].end
    above = places[index + 1] if index + 1 < len(places) else None
    return above.end if above is not None and lower[end : above.start] in _OF else end


def _ministry(plain: str, position: int, context: Context) -> tuple[Agency | None, int]:
    """The ministry that an office is of by its field alone, and where the field ends."""
    if plain[position : position + 1] != " " or not plain[position + 1 : position + 2].isupper():
        return None, position
    field = _WORD.match(plain, position + 1)
    if field is None or not (field[0].isupper() or TextView(field[0]).lower in _fields()):
        return None, position
    head = "Bộ "
    rest = plain[position + 1 : position + _FAR].partition("\n")[0]
    for mention in agencies.find(head + rest, context):
        if mention.span.start == 0 and mention.value.kind == "ministry":
            return mention.value, position + 1 + mention.span.end - len(head)
        break
    return None, position


def _official(
    view: TextView, parts: tuple[int, int, int], office: Office, body: Agency | None
) -> Found | None:
    """The person beside an office; *parts* are where it begins, where it ends, and where its body ends."""
    start, end, stop = parts
    if body is None and not office.alone:
        return None
    value = body if body is not None else _own(office)
    title = view.plain[start:end]
    title = office.text if title.isupper() else title[:1].upper() + title[1:]
    right = _HONORIFIC.match(view.plain, stop)
    name = _person(_capitals_at(view.plain, right.end())) if right is not None else None
    if right is not None and name is not None and view.plain.startswith(name, right.end()):
        return start, right.end() + len(name), Official(name=name, office=title, agency=value)
    left = _JOINT.search(view.plain, max(0, start - 12), start)
    name = _person(_capitals_before(view.plain, left.start())) if left is not None else None
    if left is not None and name is not None:
        return left.start() - len(name), stop, Official(name=name, office=title, agency=value)
    return None


def _own(office: Office) -> Agency | None:
    """The one body that has *office*."""
    if office.body is None:
        return None
    body = bodies()[office.body]
    return Agency(id=body.id, name=body.name, kind=body.kind, parent=body.parent)


def _capitals_at(plain: str, start: int) -> list[str]:
    """The words with capitals from *start* on, one space between them; five at most."""
    words: list[str] = []
    word = _WORD.match(plain, start)
    while word is not None and word.group()[0].isupper() and len(words) < _NAME:
        words.append(word.group())
        word = _WORD.match(plain, word.end() + 1) if plain[word.end() : word.end() + 1] == " " else None
    return _ended(words)


def _ended(words: list[str]) -> list[str]:
    """*words* up to the first that goes on with the sentence."""
    if len(words) > 2 and words[-1] in _no_names():
        return words[:-1]
    if all(map(str.isupper, words)):
        return list(takewhile(lambda word: word not in _no_names_in_headings(), words))
    return words


def _capitals_before(plain: str, end: int) -> list[str]:
    """The words with capitals right before *end*; six at most, for a title may stand before the name."""
    words = plain[max(0, end - _FAR) : end].split(" ")[-_NAME - 1 :]
    while words and not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        words.pop(0)
    return words


def _person(words: Sequence[str]) -> str | None:
    """The name of a person in *words*: from a surname on, two words at least."""
    for index in range(len(words) - 1):
        if words[index].capitalize() in _surnames():
            return " ".join(words[index:])
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
        heads=(),
        read=_reads(before=True),
        examples=(
            "Thứ trưởng Hoàng Văn Bảo",
            "Chủ tịch UBND TP Hà Nội Nguyễn Văn Chung",
            "Phó Thủ tướng Trương Văn Bình",
        ),
        counterexamples=("Giám đốc Công ty Hòa Phát Trần Văn Long", "Thứ trưởng Bộ Y tế cho biết"),
    ),
    Rule(
        name="chức vụ sau tên người",
        heads=(),
        read=_reads(before=False),
        examples=("Đỗ Văn Anh - Giám đốc Trung tâm Thông tin", "Lê Thị Bình, Phó Chủ tịch UBND huyện Mỹ Đức"),
        counterexamples=("Trần Văn Long, Giám đốc Công ty Hòa Phát",),
    ),
)
