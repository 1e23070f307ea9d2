"""The letterhead: the issuer, the number, place and date, and the line that names the type.

Ô số 1 to 5 of Phụ lục I of Nghị định 30/2020/NĐ-CP: quốc hiệu and tiêu ngữ, the issuing body and the one
above it, the number, place and date, type and title. Fixed words are taken out of the cells wherever they
stand, so the order in which the two columns were printed does not matter; names are what remains.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

import attrs

from ..model import Passage
from ._lines import Line, Page, Stream, on_one_line
from ._signs import type_names
from ._words import words_of

__all__ = [
    "Letterhead",
    "begins_body",
    "begins_title",
    "day_of",
    "find_day",
    "find_number",
    "is_motto",
    "merged",
    "printed_number",
    "read_letterhead",
    "split_type",
    "torn_letterhead",
]

#: The most lines of a letterhead, with what web pages print above it.
_MOST_LINES = 60
_MOST_TITLE_LINES = 4
_MOST_LETTERHEAD_LINES = 14

_MOTTO = re.compile(
    r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+ngh[ĩíiì]a(?:\s+việt\s+nam)?|việt\s+nam\s+dân\s+chủ\s+cộng\s+hòa"
    r"|độc\s+lập\s*[-–—,.]?\s*tự\s+do\s*[-–—,.]?\s*hạnh\s+phúc"
)
_PARTY = re.compile(r"đảng\s+cộng\s+sản\s+việt\s+nam")
_NUMERAL = r"[0-9][0-9.]*[a-zđ]?"
_CODE = r"[^\W\d_][\w&]*(?:\([\w]+\))?"
#: The letters of a type, which hold no vowel, as before 2000 after a space: ``214 NQ/UBTVQH9``, ``12 L/CTN``.
_SPACED_CODE = r"\s(?=[bcdđghklmnpqrstvx]{1,4}/[^\W\d_]{2})"
_NUMBER = re.compile(
    rf"(?:(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|chỉ\s+thị|bản\s+án)\s+)?"
    rf"(?:\bsố\s*[:.]?|(?:\A|(?<=\n))s[oô]?\s?:)\s*("
    rf"(?:{_NUMERAL}|[.…_]{{1,12}})?(?:\s?[-–/]\s*(?:[0-9]{{4}}|{_CODE})|{_SPACED_CODE}{_CODE})"
    rf"(?:\s?[-–/.]\s*{_CODE})*"
    # A decree of 1945 to 1957 has no letters: ``SỐ 47 NGÀY 9 THÁNG 3 NĂM 1946``.
    rf"|{_NUMERAL}(?=\sngày\s[0-9]{{1,2}}[\s/-]))"
)
# The document's own number begins a line or a cell; a number within a sentence is another document's.
_OWN_NUMBER = re.compile(rf"(?:^|(?<=[|\t])|(?<=[|\t ] )){_NUMBER.pattern}", re.MULTILINE)
#: The letters of documents that several bodies issue together: TTLT, NQLT, QCPH, CTrPH, KHPH.
_JOINT = re.compile(r"[a-zđ](?:lt|ph)(?![a-zđ])")
_BLANK = r"[.…_]{0,12}"
#: A day of the week, which portals print where a dateline has the place.
_WEEKDAY = r"(?:thứ\s|chủ\s)?(?:hai|ba|tư|năm|sáu|bảy|nhật)"
_DATELINE = re.compile(
    rf"(?:\b(?!{_WEEKDAY},)([^\W\d_][^\n,;:|0-9]{{1,40}}),\s*)?ngày\s*:?\s*([0-9]{{1,2}}|{_BLANK})\s*"
    rf"(?:tháng\s*([0-9]{{1,2}}|{_BLANK})\s*năm\s*([0-9]{{4}}|{_BLANK})|"
    r"[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{4}))"
)
#: Words that titles begin with; ``BAN HÀNH`` looks like a body.
_TITLE = re.compile(
    r"(?:ban hành|về|v/v|quy định|phê duyệt|công bố|sửa đổi|bổ sung|bãi bỏ|thông qua|hướng dẫn)\b"
)
_BARE_NUMBER = re.compile(r"[0-9]+/|DỰ THẢO(?!\w)")
_SUBJECT = re.compile(r"(?:v\s?/\s?v|về việc)\b")
_SUBJECT_LABEL = re.compile(r"v\s?/\s?v\b\s*:?\s*")
_ONE_SYLLABLE_ABOVE = re.compile(r"(?:\A|(?<=\n))[^\W\d_][^\W\d_A-ZĐ]{1,6}\n\Z")
_SESSION = re.compile(r"(?<!\w)(?:KH(?:ÓA|OÁ) (?:THỨ )?[IVX0-9]{1,5}|KỲ HỌP|NHIỆM KỲ)(?!\w)[^\n]*")
_WORD = re.compile(r"\w+")
_FRAGMENT = re.compile(r"[^\W_][^\n]*[^\s:;,.\-–]|[^\W_]")
_STOP = re.compile(
    r"(?:nhân danh\b|(?:[-–+]\s*)?căn cứ|theo (?:đề nghị|tờ trình)|xét |kính gửi"
    r"|điều (?:[0-9]{1,3}[a-zđ]?[.:]|[0-9]{1,3}\Z|1\b|thứ nhất\b)|chương (?:[ivxl]{1,5}|1)\b"
    r"|phần (?:i|1|thứ nhất)\b|i[.\-)/]\s|1[.)/]\s)"
)
#: The end of a line whose name continues in the next line.
_OPEN_END = re.compile(r"(?:\b(?:và|của|các|về|thuộc|ban chấp hành|văn phòng|ủy ban thường vụ)|[-–,])\Z")


@attrs.frozen(kw_only=True)
class Letterhead:
    """The parts of a letterhead, and the first line of the page after it.

    Attributes:
        next_line: The line after the letterhead, or the line of the type if there is one.
        type_end: Where the type's name ends in the view; the title may begin after it.
        subject: The subject of a công văn (``V/v …``).
    """

    next_line: int
    motto: Passage | None
    is_party: bool
    parent: Passage | None
    issuers: tuple[Passage, ...]
    number: Passage | None
    printed_number: str | None
    dateline: Passage | None
    place: str | None
    date: dt.date | None
    type: Passage | None
    type_name: str | None
    type_end: int
    subject: Passage | None


def read_letterhead(page: Page, first: int = 0, end: int | None = None) -> Letterhead:
    """The letterhead, or the parts of one, on *page* from line *first* on, up to *end* if given."""
    if end is None:
        extent, type_name, type_length = _extent(page.lines[first:])
        next_line = first + extent
    else:
        next_line, type_name, type_length = end, None, 0
    carver = _Carver(page.stream(page.lines[first:next_line]))
    motto = carver.take_all(_MOTTO)
    party = None if motto else carver.take(_PARTY, capital=True)
    number = carver.take(_OWN_NUMBER)
    dateline = carver.take_best(_DATELINE)
    subject = carver.take_subject() if type_name is None else None
    joint = "liên tịch" in (type_name or "") or (number is not None and bool(_JOINT.search(number.group())))
    # Columns printed in turn may separate the motto's last words from it.
    torn = motto is not None and "VIỆT NAM" not in motto.text
    parent, issuers = _bodies(carver, joint=joint, torn=torn)
    type_line = page.lines[next_line] if type_name else None
    return Letterhead(
        next_line=next_line,
        motto=motto or carver.passage(party),
        is_party=party is not None,
        parent=parent,
        issuers=issuers,
        number=carver.passage(number),
        printed_number=printed_number(carver.stream.plain, number),
        dateline=_whole_dateline(carver.stream, dateline),
        place=_place(carver.stream, dateline),
        date=day_of(dateline),
        type=page.passage(type_line.start, type_line.start + type_length) if type_line else None,
        type_name=type_name,
        type_end=type_line.start + type_length if type_line else 0,
        subject=subject,
    )


def _place_start(stream: Stream, dateline: re.Match[str]) -> int:
    """Where the place begins: on the line before in ``Long`` / ``Xuyên, ngày …``."""
    above = _ONE_SYLLABLE_ABOVE.search(stream.plain, max(0, dateline.start() - 10), dateline.start())
    one = dateline.group(1) is not None and " " not in dateline.group(1)
    return above.start() if above is not None and one else dateline.start()


def _whole_dateline(stream: Stream, dateline: re.Match[str] | None) -> Passage | None:
    return None if dateline is None else stream.passage(_place_start(stream, dateline), dateline.end())


def _place(stream: Stream, dateline: re.Match[str] | None) -> str | None:
    if dateline is None or dateline.group(1) is None:
        return None
    return on_one_line(stream.plain[_place_start(stream, dateline) : dateline.end(1)]) or None


def split_type(line: Line) -> tuple[str, int] | None:
    """The type that *line* names, and the length of its name; the rest, in capitals, is the title.

    ``QUYẾT ĐỊNH:`` with a colon ends a preamble and does not name the type.
    """
    if line.plain.endswith(":"):
        return None
    words = list(islice(_WORD.finditer(line.lower), 6))
    for count in range(len(words), 0, -1):
        name = " ".join(word.group() for word in words[:count])
        end = words[count - 1].end()
        if name in type_names() and words[0].start() == 0:
            whole = end == len(line.plain)
            return (name, end) if whole or (line.plain.isupper() and line.plain[end] in " :") else None
    return None


def find_number(lower: str) -> re.Match[str] | None:
    """The first number line in a text in lower case."""
    return _NUMBER.search(lower)


def find_day(lower: str) -> re.Match[str] | None:
    """The first day in a text in lower case, with the place before it, if there is one."""
    return _DATELINE.search(lower)


def printed_number(plain: str, match: re.Match[str] | None) -> str | None:
    """The number in a match of the number line, without spaces; None for one left blank."""
    if match is None:
        return None
    number = re.sub(r"\s+", "", plain[slice(*match.span(1))]).replace("–", "-").strip(".")
    return number if number[:1].isdigit() else None


def day_of(dateline: re.Match[str] | None) -> dt.date | None:
    """The day in a match of the dateline; None if it was left blank."""
    if dateline is None:
        return None
    _, day, month, year, other_month, other_year = dateline.groups()
    try:
        return dt.date(int(year or other_year or ""), int(month or other_month or ""), int(day))
    except ValueError:
        return None


def _extent(lines: Sequence[Line]) -> tuple[int, str | None, int]:
    """The line after the letterhead; if it names the type, also the type and the length of its name."""
    after = _page_title(lines)
    subject = False
    for index, line in enumerate(lines[:_MOST_LINES]):
        if index < after:
            continue
        if _STOP.match(line.lower):
            return _without_type(lines[:index], after, subject=subject), None, 0
        marks = (_OWN_NUMBER, _MOTTO, _PARTY, _DATELINE)
        subject = subject or _SUBJECT.match(line.lower) is not None
        if _SUBJECT.match(line.lower) or any(mark.search(line.lower) for mark in marks):
            after = index + 1
        elif after == index and line.plain[0].islower():
            after += 1
        named = split_type(line)
        if named and (after or line.plain.isupper()):
            return index, *named
    return after, None, 0


def _without_type(lines: Sequence[Line], after: int, *, subject: bool) -> int:
    """The line after a letterhead that has no line of the type; *after* is that after its fixed elements.

    Capitals there are the title, unless a *subject* is one, or the enacting office; else names of bodies.
    """
    title = not subject and begins_title(lines[after:])
    return after if after and (title or _enacts(lines, after)) else len(lines)


def _enacts(lines: Sequence[Line], at: int) -> bool:
    """Whether line *at* names the enacting office, with a body already above it."""
    if at >= len(lines) or not _stands_in_letterhead(lines[at]):
        return False
    words = lines[at].lower.split()
    named = any(line.plain.isupper() and begins_body(line.lower) for line in lines[:at])
    return named and any(" ".join(words[:count]) in words_of("office") for count in (1, 2))


def _page_title(lines: Sequence[Line]) -> int:
    """How many lines above the letterhead are the title of a page, which also names the type.

    A letterhead (quốc hiệu or number) stands below it, and the line of the type below that.
    """
    for index, line in enumerate(lines[:_MOST_TITLE_LINES]):
        if _STOP.match(line.lower):
            break
        if not split_type(line):
            continue
        below = list(takewhile(_is_above_text, lines[index + 1 : index + 1 + _MOST_LETTERHEAD_LINES]))
        marked = next((i for i, other in enumerate(below) if _is_mark(other)), None)
        if marked is not None and any(split_type(other) for other in below[marked + 1 :]):
            return index + 1
        break
    return 0


def _is_above_text(line: Line) -> bool:
    return _STOP.match(line.lower) is None


def is_motto(line: Line) -> bool:
    """Whether *line* begins with quốc hiệu in capitals, like a letterhead."""
    return line.plain.isupper() and _MOTTO.match(line.lower) is not None


def _is_mark(line: Line) -> bool:
    return any(mark.search(line.lower) is not None for mark in (_OWN_NUMBER, _MOTTO))


def begins_title(lines: Sequence[Line]) -> bool:
    """Whether the first of *lines* is a title in capitals, rather than a body's name."""
    if not lines or not lines[0].plain.isupper() or lines[0].plain.endswith(":"):
        return False
    if _STOP.match(lines[0].lower):
        return False
    return _TITLE.match(lines[0].lower) is not None or not _begins_name(lines[0].lower, "")


def torn_letterhead(page: Page, first: int) -> tuple[int, int] | None:
    """The lines of a letterhead that text extraction put among those of the body from *first* on.

    If a letterhead is a picture with text laid over the page, it comes after the page's other text.
    """
    lines = page.lines
    for at in range(first, min(len(lines), first + _FARTHEST_TORN)):
        if _MOTTO.search(lines[at].lower) and lines[at].plain.isupper():
            start, end = at, at + 1
            while start > first and _stands_in_letterhead(lines[start - 1]):
                start -= 1
            while end < len(lines) and _stands_in_letterhead(lines[end]):
                end += 1
            return start, end
    return None


_FARTHEST_TORN = 150


def _stands_in_letterhead(line: Line) -> bool:
    marks = (_OWN_NUMBER, _MOTTO, _DATELINE)
    if any(
        (match := mark.search(line.lower)) and match.end() - match.start() > 0.8 * len(line.plain)
        for mark in marks
    ):
        return True
    return line.plain.isupper() and _begins_name(line.lower, "")


class _Carver:
    """A stream from which fixed elements are taken out one by one, so that names are left."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._left = stream.lower

    def take(self, pattern: re.Pattern[str], *, capital: bool = False) -> re.Match[str] | None:
        """The first match, which is taken out."""
        match = pattern.search(self._left)
        if match is None or (capital and not self.stream.plain[slice(*match.span())].isupper()):
            return None
        self._drop(*match.span())
        return match

    def take_best(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match that has its first group, else the first match."""
        found = list(pattern.finditer(self._left))
        match = next((match for match in found if match.group(1)), found[0] if found else None)
        if match is not None:
            self._drop(*match.span())
        return match

    def take_all(self, pattern: re.Pattern[str]) -> Passage | None:
        """All matches as one passage."""
        places = [match.span() for match in pattern.finditer(self._left)]
        for place in places:
            self._drop(*place)
        return merged([self.stream.passage(*place) for place in places])

    def take_subject(self) -> Passage | None:
        """The words after ``V/v``, with the lines that continue them."""
        found: list[Passage] = []
        begun = False
        for start, end in self.fragments():
            label = _SUBJECT_LABEL.match(self._left, start, end)
            named = self.stream.plain[start:end].isupper() and begins_body(self._left[start:end])
            if _SUBJECT.match(self._left, start, end) or (begun and not named):
                begun = True
                if label is None or label.end() < end:
                    found.append(self.stream.passage(label.end() if label else start, end))
                self._drop(start, end)
            elif begun:
                break
        return merged(found)

    def fragments(self) -> list[tuple[int, int]]:
        """The parts that are left of each line."""
        return [match.span() for match in _FRAGMENT.finditer(self._left)]

    def passage(self, match: re.Match[str] | None) -> Passage | None:
        """The passage of a match, without what was already taken out."""
        if match is None:
            return None
        start = match.start()
        parts = re.finditer(r"\S(?:.*\S)?", match.group())
        return merged([self.stream.passage(start + part.start(), start + part.end()) for part in parts])

    def _drop(self, start: int, end: int) -> None:
        self._left = self._left[:start] + "\n" * (end - start) + self._left[end:]


def merged(passages: Sequence[Passage]) -> Passage | None:
    """*passages* as one, None for none."""
    if not passages:
        return None
    spans = sorted((span for passage in passages for span in passage.spans), key=lambda span: span.start)
    return Passage(spans=tuple(spans), text=" ".join(passage.text for passage in passages))


def _bodies(carver: _Carver, *, joint: bool, torn: bool) -> tuple[Passage | None, tuple[Passage, ...]]:
    """The body above and the issuing bodies, from the names that are left above the type."""
    names: list[list[Passage]] = []
    above = ""
    for start, end in carver.fragments():
        text = carver.stream.plain[start:end]
        if not text.isupper() or (torn and text == "VIỆT NAM") or _BARE_NUMBER.match(text):
            continue
        text, end = _without_session(text, start)
        if not text:
            continue
        for part in _joint_parts(text) if joint else [(0, len(text))]:
            passage = carver.stream.passage(start + part[0], start + part[1])
            line = text[slice(*part)].lower()
            if names and not _begins_name(line, above):
                names[-1].append(passage)
            elif names or _begins_name(line, ""):
                names.append([passage])
            above = line
    bodies = [body for body in map(merged, names) if body is not None]
    if joint:
        return None, tuple(bodies)
    return (bodies[-2] if len(bodies) > 1 else None), tuple(bodies[-1:])


def _without_session(text: str, start: int) -> tuple[str, int]:
    """A line without the session in it (``KHÓA XVI, KỲ HỌP THỨ TƯ``), and where the rest ends."""
    session = _SESSION.search(text)
    if session is not None:
        text = text[: session.start()].rstrip(" ,-–")
    return text, start + len(text)


def _joint_parts(text: str) -> list[tuple[int, int]]:
    """The places of bodies separated by a dash (``BỘ TÀI CHÍNH - BỘ NỘI VỤ``)."""
    parts, start = [], 0
    for dash in re.finditer(r" ?[-–] ?", text):
        if _begins_name(text[dash.end() :].lower(), ""):
            parts.append((start, dash.start()))
            start = dash.end()
    return [*parts, (start, len(text))]


def begins_body(line: str) -> bool:
    """Whether *line*, in lower case, begins like the name of a body in a letterhead."""
    return _begins_name(line, "")


def _begins_name(line: str, before: str) -> bool:
    """Whether a line of a letterhead begins a new name, rather than continuing the one above."""
    if _TITLE.match(line):
        return False
    known = words_of("body") if before else words_of("body") | words_of("first-body")
    if before and (_OPEN_END.search(before) or _breaks_off(before, words_of("body"))):
        return False
    words = line.split()[:4]
    openings = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    return any(opening in known for opening in openings) or (not before and _breaks_off(line, known))


def _breaks_off(line: str, known: Iterable[str]) -> bool:
    """Whether *line* breaks off within the first words of a name: ``ỦY`` above ``BAN NHÂN DÂN``."""
    return any(opening.startswith(f"{line} ") for opening in known)
