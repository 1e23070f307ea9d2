"""Markers, which begin the units of a body: ``Chương II``, ``Điều 5.``, ``1.``, ``a)`` and the like.

A line that looks like a marker is one only if its number continues those before it. Only this distinguishes
``2. Phạt tiền`` from a sentence that a narrow page broke before a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from ..model.document import DivisionKind
from ._lines import Line
from ._words import number_of

__all__ = [
    "ARTICLE",
    "CHAPTER",
    "CLAUSE",
    "INNER",
    "INNERMOST",
    "LETTER",
    "ROMAN",
    "SUBSECTION",
    "Marker",
    "markers_of",
]

# Ranks from the largest unit down. A capital letter and a Roman numeral alone stand below điều, since a
# decision's điều may hold the plan that it approves, which is divided so.
PART, CHAPTER, SECTION, SUBSECTION, ARTICLE, LETTER, ROMAN, CLAUSE, INNER, INNERMOST, POINT, SUBPOINT = range(
    12
)

_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


@attrs.define(eq=False)  # not frozen: one is made for nearly each line of a document
class Marker:
    """A marker with which a line may begin.

    Attributes:
        rank: The size of its unit, 0 for the largest; a unit holds those of higher rank.
        kind: The kind of the unit.
        number: Its number as printed.
        order: The number's place in its series; a letter after it (``2a``) adds a fraction of one.
        end: Where it ends in the line.
        repealed: Whether the unit is only ``(được bãi bỏ)``, as in consolidated texts.
    """

    rank: int
    kind: DivisionKind
    number: str
    order: float
    end: int
    repealed: bool = False


_REPEALED = re.compile(r"\s*\((?:đã |được )?bãi bỏ\)\.?\Z")


def _roman(text: str) -> int | None:
    """The value of a Roman numeral in lower case, up to 99."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(
        -value if any(later > value for later in values[index + 1 : index + 2]) else value
        for index, value in enumerate(values)
    )


def _arabic(text: str) -> float | None:
    """The place of ``5``, ``12a`` or ``3.2`` (its last part) in its series."""
    match = re.fullmatch(r"(?:[0-9]{1,3}\.)*([0-9]{1,4})([a-zđ]?)", text)
    if match is None:
        return None
    letter = (_ALPHABET.index(match.group(2)) + 1) / 100 if match.group(2) else 0
    return int(match.group(1)) + letter


def _word(text: str) -> float | None:
    """The value of a numeral in words (``nhất``, ``mười hai``) or of an ordinal (``thứ hai``, ``thứ 2``)."""
    number = text.removeprefix("thứ ").strip()
    return _arabic(number) or number_of(number)


def _any_number(text: str) -> float | None:
    return _arabic(text) or _roman(text) or _word(text)


def _letter(text: str) -> float | None:
    return _ALPHABET.index(text) + 1 if len(text) == 1 and text in _ALPHABET else None


_NUMBER = r"((?:[0-9]{1,4}[a-zđ]?|[ivxlc]{1,7})\b|(?:thứ )?(?:mười |hai mươi )?[^\W\d_]{2,5}\b)"
# What follows the number of a named unit: nothing, a mark, or its name; ``Điều 5 của Luật`` is a citation.
_NAMED_END = r"(?:\s*[.:)]|\s*[-–](?=\s)|(?=\s*\Z)|(?=\s))"

# Consolidated texts put a footnote's number beside that of a unit (``Điều 5[1].``, ``2.[3]``).
_NOTE = r"(?:\s?\[[0-9]{1,3}\])?"

_Form = tuple[int, DivisionKind, re.Pattern[str], Callable[[str], float | None]]


def _form(rank: int, kind: DivisionKind, pattern: str, order: Callable[[str], float | None]) -> _Form:
    return rank, kind, re.compile(pattern), order


_NAMED: dict[str, tuple[_Form, ...]] = {
    "p": (_form(PART, "part", rf"phần\s+{_NUMBER}{_NAMED_END}", _any_number),),
    "c": (_form(CHAPTER, "chapter", rf"chương\s+{_NUMBER}{_NAMED_END}", _any_number),),
    "m": (_form(SECTION, "section", rf"mục\s+{_NUMBER}{_NAMED_END}", _any_number),),
    "t": (_form(SUBSECTION, "subsection", rf"tiểu mục\s+{_NUMBER}{_NAMED_END}", _any_number),),
    "đ": (
        _form(
            ARTICLE,
            "article",
            rf"[đð]iều\s+([0-9]{{1,4}}[a-zđ]?){_NOTE}(?:\s*[.:]{_NOTE}|\s*[-–](?=\s)|(?=\s*\Z))",
            _arabic,
        ),
        _form(ARTICLE, "article", rf"điều\s+(thứ {_NUMBER[1:]}(?:\s*[.:]|(?=\s*\Z))", _word),
    ),
}
_NAMED["ð"] = _NAMED["đ"]
_CAPITAL: tuple[_Form, ...] = (
    _form(ROMAN, "section", r"([ivx]{1,6})\s*[.)/\-–:](?=\s|\w)", _roman),
    _form(LETTER, "part", r"([a-zđ])\s*[.)/\-–:](?=\s)", _letter),
)
_SMALL: tuple[_Form, ...] = (
    _form(POINT, "point", rf"([a-zđ]){_NOTE}\s?[.)/]{_NOTE}(?=\s|[^\W\d_])", _letter),
    _form(
        SUBPOINT, "subpoint", r"([a-zđ]\.?[0-9]{1,2})\s?[.)](?=\s)", lambda text: _arabic(text[1:].strip("."))
    ),
)
# A line can begin with the number of an instrument (``01/NQ-CP``), which a narrow page broke off its type.
_DIGIT: tuple[_Form, ...] = (
    _form(
        CLAUSE,
        "clause",
        rf"([0-9]{{1,3}}[a-zđ]?){_NOTE}\s?[.)/](?!(?<=/)[a-zđ]{{1,8}}[-/]\w){_NOTE}(?=\s|[^\W\d_])",
        _arabic,
    ),
    _form(CLAUSE, "clause", r"([0-9]{1,2})\s?[-–](?=\s)", _arabic),
    _form(INNER, "clause", r"([0-9]{1,3}\.[0-9]{1,3})[.)]?(?=\s)", _arabic),
    _form(INNERMOST, "clause", r"([0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3})[.)]?(?=\s)", _arabic),
)


# Party documents number the points of a clause like this.
_BRACKETED: tuple[_Form, ...] = (_form(POINT, "point", r"\(([0-9]{1,2})\)(?=\s)", _arabic),)


def markers_of(line: Line) -> list[Marker]:
    """The markers with which *line* may begin; several if ``C.`` may be a letter or a numeral."""
    first = line.plain[0]
    forms: tuple[_Form, ...] = _NAMED.get(line.lower[0], ())
    if first.isdigit():
        forms = _DIGIT
    elif first == "(":
        forms = _BRACKETED
    elif first.isupper():
        forms += _CAPITAL
    else:
        forms += _SMALL
    found = []
    for rank, kind, pattern, order in forms:
        match = pattern.match(line.lower)
        if match is None:
            continue
        place = order(match.group(1))
        if place is not None:
            number = line.plain[match.start(1) : match.end(1)]
            repealed = _REPEALED.match(line.lower, match.end()) is not None
            found.append(Marker(rank, kind, number, place, match.end(), repealed))
    return found or _article_without_stop(line)


# A heading is a paragraph of its own: "Điều 5 Luật Báo chí …" is a citation, a sentence ends with a mark.
_BARE_ARTICLE = re.compile(
    r"[ĐÐ]iều\s+(?P<number>[0-9]{1,4}[a-zđ]?)\s+"
    r"(?!(?:Luật|Bộ luật|Nghị|Thông tư|Quyết định|Pháp lệnh|Hiến pháp|Quy|Điều lệ|Công ước|Hiệp|Chỉ thị"
    r"|Hợp đồng|Thỏa thuận)\b)(?P<heading>\S[^\n]{1,150}(?<![.;:,!?]))\Z"
)


def _article_without_stop(line: Line) -> list[Marker]:
    """The article that begins *line* without a mark after its number (``Điều 5 Chính sách của Nhà nước``)."""
    bare = _BARE_ARTICLE.match(line.plain) if line.gap else None
    if bare is None or not bare["heading"][0].isupper():
        return []
    place = _arabic(bare["number"])
    return [] if place is None else [Marker(ARTICLE, "article", bare["number"], place, bare.end("number"))]
