"""The forms in which a person and an office stand together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from .. import agencies
from ..grammar import Rule, word_scanner
from ..model import Agency, Mention, Official
from ..registries.agencies import Office, bodies, offices, word_lists
from ..text import TextView

__all__ = ["RULES", "read"]

Found = tuple[int, int, Official]

_WORD = re.compile(r"[^\W\d_]+")
_HONORIFIC = re.compile(r" \(?(?:ông |bà |đồng chí )?")
_JOINT = re.compile(r"(?:, | - | – | \()(?:nguyên |quyền )?$")
_NAME = 5  # words in a name, at most
_FAR = 60  # characters, which hold a name and a title


@cache
def _tables() -> tuple[
    dict[str, Office], re.Pattern[str], Callable[[str], list[tuple[int, int]]], frozenset[str]
]:
    by_text = {TextView(office.text).lower: office for office in offices().values()}
    longest_first = sorted(by_text, key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    scan = word_scanner({text.split(" ")[0] for text in by_text})
    surnames = frozenset(word_lists()["surnames"].words) | frozenset(word_lists()["more-surnames"].words)
    return by_text, pattern, scan, surnames


def read(view: TextView, found: Sequence[Mention[Agency]]) -> Iterator[Found]:
    """The persons in public offices: start, end and value over the view, none overlapping another."""
    by_text, pattern, scan, _ = _tables()
    starts = [mention.start for mention in found]
    behind = 0
    for start, _ in scan(view.lower):
        if start < behind or not _begins(view.plain, start):
            continue
        match = pattern.match(view.lower, start)
        if match is None:
            continue
        office = by_text[match.group()]
        official = _official(view, start, match.end(), office, _agency_at(view, match.end(), found, starts))
        if official is not None and official[0] >= behind:
            behind = official[1]
            yield official


def _begins(plain: str, start: int) -> bool:
    """Whether an office can begin here: with a capital, or behind a comma or dash."""
    return plain[start].isupper() or plain[max(0, start - 2) : start] in (", ", "- ", "– ")


def _agency_at(
    view: TextView, position: int, found: Sequence[Mention[Agency]], starts: list[int]
) -> Mention[Agency] | None:
    """The body whose name begins right behind *position*; offices like ``Trưởng ban`` share its head."""
    if not found or position >= len(view.plain):
        return None
    at = view.span(position, position + 1).start
    for index in (bisect_left(starts, at), bisect_left(starts, at) - 1):
        if 0 <= index < len(found) and at - 5 <= found[index].start <= at + 1 and found[index].end > at + 1:
            return found[index]
    return None


def _official(
    view: TextView, start: int, end: int, office: Office, body: Mention[Agency] | None
) -> Found | None:
    if body is None and not office.alone:
        return None
    value = body.value if body is not None else _own(office)
    stop = _view_end(view, end, body) if body is not None else end
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


def _view_end(view: TextView, position: int, body: Mention[Agency]) -> int:
    """Where the name of *body* ends in the view."""
    end = position + (body.end - view.span(position, position + 1).start)
    while end > position + 1 and (end > len(view.plain) or view.span(end - 1, end).end > body.end):
        end -= 1
    return end


def _capitals_at(plain: str, start: int) -> list[str]:
    """The words with capitals from *start* on, one space between them; five at most."""
    words: list[str] = []
    word = _WORD.match(plain, start)
    while word is not None and word.group()[0].isupper() and len(words) < _NAME:
        words.append(word.group())
        word = _WORD.match(plain, word.end() + 1) if plain[word.end() : word.end() + 1] == " " else None
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
        if words[index].capitalize() in _tables()[3]:
            return " ".join(words[index:])
    return None


def _reads(before: bool) -> Callable[[TextView, int], tuple[int, Official] | None]:
    def one(view: TextView, start: int) -> tuple[int, Official] | None:
        for first, end, value in read(view, agencies.find(view)):
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
