"""The lines of a document, the columns of its letterhead, and which lines belong to a quotation.

A body is read line by line over the view. The letterhead and the closing stand in two columns, which text
extraction prints side by side (separated by ``|``, tabs or many spaces), one after the other, or in turn. A
*stream* puts them into reading order and keeps the position of each character in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..model import Span
from ..model.document import Passage
from ..text import TextView
from ._cleaned import Cleaned, cleaned
from ._words import words_of

__all__ = ["Line", "Page", "Stream", "on_one_line"]

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
# Rules, stars and dots that only separate one element from the next.
_ORNAMENT = re.compile(r"[\s\-–—_=*.·•~|:+#…]*+(?:o0o)?[\s\-–—_=*.·•~|:+#…]*+", re.IGNORECASE)
# Blanks to be filled in by hand (``Số:      /2024``, ``ngày     tháng``) do not separate columns.
_COLUMN = re.compile(
    r"(?<![\s…])(?<!ố:)(?<!Ố:)(?<!ngày)(?<!tháng)(?<!năm)"
    r"(?:[ \u00a0\t]*+\|[\s|]*+|[ \u00a0]*+\t\s*+|[ \u00a0]{3,}+)(?![/…])"
)
#: A quick test: every gap between columns has one of these, and few lines do.
_MAY_PART = re.compile(r"[|\t\u00a0]|   ")
_ENDED = re.compile(r"[.;:!?…]['\"”’»)]*\s*\Z|[”»]\s*\Z|\./\.?\Z")


def on_one_line(text: str) -> str:
    """*text* with each run of white space as one space."""
    return " ".join(text.split())


@attrs.define(eq=False)  # not frozen: one is made for each line of a document
class Line:
    """A line that is not blank: its place in the view, without the space around it.

    Attributes:
        start: Where it begins in the view.
        end: Where it ends.
        plain: Its words.
        lower: The same in lower case.
        width: The length of the printed line, even if this is only a part of it.
        gap: Whether a blank line or a rule stands above it.
        quoted: Whether it stands within a quotation that began on an earlier line, or begins one.
    """

    start: int
    end: int
    plain: str
    lower: str
    width: int
    gap: bool
    quoted: bool

    @property
    def ended(self) -> bool:
        """Whether its last character ends a sentence or a clause."""
        return _ENDED.search(self.plain, max(0, len(self.plain) - 12)) is not None


_UNFINISHED = re.compile(r"\b(?:của|và|các|những|chánh|tại|theo|với|thuộc|giữa|bởi|số|do|về)\Z")
_PINPOINT = re.compile(r"\b(?:điều|khoản|điểm|chương|mục|phụ lục)\s[0-9a-zđ]{1,5}\Z")
_CITED = re.compile(
    r"(?:nghị định|thông tư|quyết định|nghị quyết|luật|bộ luật|pháp lệnh|chỉ thị)\s(?:số|này|liên)\b"
)
# A dash inside a name (``kinh tế - xã hội``) does not begin an item of a list.
_COMPOUND = re.compile(r"\b(?:kinh tế|chính trị|văn hóa|lao động|kế hoạch|quốc phòng|an ninh)\Z")
_COMPOUND_END = re.compile(r"[-–] (?:xã hội|thương binh|tài chính|an ninh|quốc phòng|nghề nghiệp)\b")


def _goes_on(before: Line, after: Line) -> bool:
    """Whether the unfinished sentence in *before* continues in *after*, which may begin with a capital."""
    tail = before.lower[-24:]
    return (
        _UNFINISHED.search(tail) is not None
        or (_PINPOINT.search(tail) is not None and _CITED.match(after.lower) is not None)
        or (_COMPOUND.search(tail) is not None and _COMPOUND_END.match(after.lower) is not None)
        or _names_office(before, after)
    )


def _names_office(before: Line, after: Line) -> bool:
    """Whether an office that ends a line belongs to the body below: ``của Giám đốc`` / ``Sở Y tế``."""
    if before.plain.isupper() or after.plain.isupper():
        return False
    words = before.lower.split()[-_LONGEST_OFFICE:]
    if len(words) < _LONGEST_OFFICE or not any(
        " ".join(words[at:]) in words_of("office") for at in range(1, len(words))
    ):
        return False
    body = after.lower.split()[:3]
    return any(" ".join(body[:count]) in words_of("body") for count in range(1, len(body) + 1))


#: The longest name of an office, in words.
_LONGEST_OFFICE = 5


class Page:
    """A text as lines, with the methods that make passages of them.

    Attributes:
        text: The text in NFC; spans are over it.
        view: The view of the document's own words.
        footnotes: The spans of the footnotes, which are not among the lines.
        lines: The lines that are not blank.
    """

    def __init__(self, text: str) -> None:
        self._cleaned = cleaned(text)
        self.text = self._cleaned.text
        self.view = TextView(_ODD_BLANK.sub(" ", self._cleaned.legible))
        self.footnotes = tuple(
            Passage(spans=(span,), text=on_one_line(span.of(self.text))) for span in self._cleaned.footnotes
        )
        self.lines = tuple(_lines(self.view))
        self._starts = [line.start for line in self.lines]
        self._full = _full_width(self.lines)

    def span(self, start: int, end: int) -> Span:
        """The span of ``view[start:end]``."""
        return self.view.span(start, end)

    def passage(self, start: int, end: int) -> Passage:
        """The passage ``view[start:end]``, which must not be blank."""
        return _printed(self._cleaned, [self.view.span(start, end)])

    def is_quoted(self, position: int) -> bool:
        """Whether the line at *position* in the view stands in a quotation."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and self.lines[index].quoted

    def cells(self, line: Line) -> Iterator[tuple[int, str]]:
        """The text in each column of *line*, with its place."""
        return _cells(self.view.text, self.view.span(line.start, line.end))

    def joined(self, before: Line, after: Line) -> bool:
        """Whether *after* continues the unfinished sentence in *before*."""
        if "\n" not in self.view.plain[before.end : after.start]:
            return True
        if before.ended:
            return False
        if after.plain[:1].islower() or _goes_on(before, after):
            return True
        return not after.gap and before.width >= self._full and after.plain[0] not in '-+“"•'

    def paragraphs(
        self, lines: Sequence[Line], *, breaks: re.Pattern[str] | None = None
    ) -> Iterator[tuple[Line, ...]]:
        """*lines* in groups, one for each paragraph: lines that a narrow page broke are together.

        A line that *breaks* matches always begins a paragraph.
        """
        group: list[Line] = []
        for line in lines:
            begins = breaks is not None and breaks.match(line.lower)
            if group and (begins or not self.joined(group[-1], line)):
                yield tuple(group)
                group = []
            group.append(line)
        if group:
            yield tuple(group)

    def stream(self, lines: Iterable[Line]) -> Stream:
        """The stream of *lines*: their columns one after the other."""
        return Stream(self._cleaned, self.view, lines)


class Stream:
    """The cells of some lines in reading order: the left column, then the right one.

    Attributes:
        plain: The cells, one a line.
        lower: The same in lower case.
    """

    def __init__(self, page: Cleaned, view: TextView, lines: Iterable[Line]) -> None:
        self._page = page
        self._cells: list[tuple[int, TextView]] = []
        self._starts: list[int] = []
        plain: list[str] = []
        length = 0
        for offset, raw in _in_columns(view, lines):
            cell = TextView(raw)
            if _ORNAMENT.fullmatch(cell.plain):
                continue
            self._cells.append((offset, cell))
            self._starts.append(length)
            plain.append(cell.plain)
            length += len(cell.plain) + 1
        self.plain = "\n".join(plain)
        self.lower = self.plain.lower()

    def passage(self, start: int, end: int) -> Passage:
        """The passage ``plain[start:end]``, which must not be blank."""
        spans = []
        first = bisect_right(self._starts, start) - 1
        for index in range(first, len(self._starts)):
            if self._starts[index] >= end:
                break
            offset, cell = self._cells[index]
            left = max(start - self._starts[index], 0)
            right = min(end - self._starts[index], len(cell.plain))
            if left < right:
                span = cell.span(left, right)
                spans.append(Span(start=offset + span.start, end=offset + span.end))
        return _printed(self._page, spans)


#: Blanks that no rule knows, such as the separators of old files.
_ODD_BLANK = re.compile("[\x0b\x0c\x1c-\x1f\x85\u1680\u2028\u2029\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def _printed(page: Cleaned, spans: Iterable[Span]) -> Passage:
    """The passage of *spans*, in reading order, as printed, without words of the gazette and the like."""
    parts = [part for span in spans for part in page.kept(span)]
    text = " ".join(page.legible[part.start : part.end] for part in parts)
    spans = sorted(parts, key=lambda part: part.start)
    return Passage(spans=tuple(spans), text=on_one_line(_INVISIBLE.sub("", text)))


def _in_columns(view: TextView, lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    """The cells with their places in the text; consecutive rows of two columns are read column by column."""
    left: list[tuple[int, str]] = []
    right: list[tuple[int, str]] = []
    for line in lines:
        span = view.span(line.start, line.end)
        cells = list(_cells(view.text, span))
        indented = _starts_in_right_column(view.text, span.start)
        if len(cells) == 1 and not indented and not right:
            yield from left
            left = cells
            continue
        if len(cells) > 1:
            left.append(cells[0])
            right.extend(cells[1:])
        else:
            (right if indented else left).extend(cells)
    yield from left
    yield from right


def _starts_in_right_column(text: str, start: int) -> bool:
    head = text[max(0, start - 80) : start]
    head = head[head.rfind("\n") + 1 :]
    return len(head.expandtabs(8)) >= 24 and not head.strip(" \t\u00a0|")


def _cells(text: str, span: Span) -> Iterator[tuple[int, str]]:
    position = span.start
    if not _MAY_PART.search(text, span.start, span.end):
        yield position, text[position : span.end]
        return
    for match in _COLUMN.finditer(text, span.start, span.end):
        if position < match.start():
            yield position, text[position : match.start()]
        position = match.end()
    if position < span.end:
        yield position, text[position : span.end]


def _lines(view: TextView) -> Iterator[Line]:
    gap = True
    kept: list[tuple[int, int, bool]] = []
    last = -1
    for match in _LINE.finditer(view.printed):
        part = match.group()
        start = match.start() + len(part) - len(part.lstrip(" |\u00a0"))
        end = match.start() + len(part.rstrip(" |"))
        if last >= 0 and view.printed.count("\n", last, match.start()) > 1:
            gap = True
        last = match.end()
        if start >= end or _ORNAMENT.fullmatch(view.printed, start, end):
            gap = True
            continue
        kept.append((start, end, gap))
        gap = False
    quoted = _quoted([view.printed[start:end] for start, end, _ in kept])
    for (start, end, gap), inside in zip(kept, quoted, strict=True):
        plain = view.printed[start:end]
        yield Line(start, end, plain, plain.lower(), len(plain), gap, inside)


def _quoted(lines: Sequence[str]) -> list[bool]:
    """Which lines stand in a quotation that begins with a line and ends with the same or a later one.

    An opening mark counts at the start of a line, since amending acts quote new articles so; an unclosed mark
    opens no quotation. Curly and straight marks close each other, since printers mix them. The closing lines
    are found from the end in one pass; if a mark inside is never closed, a line that ends with a closing mark
    before the next unit closes the quotation.
    """
    depths = [0]
    for line in lines:
        depths.append(_depth(line, depths[-1]))
    ends = _first_not_above(depths)
    last_resort = _next_end(lines)
    inside = [False] * len(lines)
    index = 0
    while index < len(lines):
        close = None
        if lines[index].startswith(("“", '"')) and depths[index + 1] >= depths[index]:
            close = ends[index] if ends[index] is not None else last_resort[index]
        if close is None:
            index += 1
            continue
        inside[index : close + 1] = [True] * (close + 1 - index)
        index = close + 1
    return inside


def _depth(line: str, depth: int) -> int:
    """How many quotations are open after *line*, given how many were before."""
    if _MARKS.isdisjoint(line):
        return depth
    for mark in _QUOTE.finditer(line):
        opens = mark.group() == "“"
        if mark.group() == '"':
            before, after = line[: mark.start()], line[mark.end() :]
            last = not after.strip(" .;,")
            # At the end of a line a mark opens nothing, even after a space.
            opens = not (last and depth) if not before else before[-1] in " (“" and not last
        depth += 1 if opens else -1
    return depth


_MARKS = frozenset('“”"')
_QUOTE = re.compile('[“”"]')
_NEW_UNIT = re.compile(
    r"(?:[0-9]{1,3}[a-zđ]?[.)]|[a-zđ]\)|[Đđ]iều [0-9]{1,4}|Chương |CHƯƠNG |Nơi nhận|TM\.|KT\.)"
)


def _next_end(lines: Sequence[str]) -> list[int | None]:
    """For each line, the first from it on that ends with a closing mark before a unit or the end."""
    found: list[int | None] = [None] * len(lines)
    nearest: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if lines[index].rstrip(".;,").endswith(("”", '"')) and (not below or _NEW_UNIT.match(below)):
            nearest = index
        found[index] = nearest
    return found


def _first_not_above(depths: Sequence[int]) -> list[int | None]:
    """For each line, the first from it on after which no more marks are open than before the line."""
    found: list[int | None] = [None] * (len(depths) - 1)
    waiting: list[int] = []
    for line in range(len(depths) - 2, -1, -1):
        # Ends of lines by depth, the nearest on top; no earlier line can use a deeper one.
        while waiting and depths[waiting[-1] + 1] >= depths[line + 1]:
            waiting.pop()
        waiting.append(line)
        low, high = 0, len(waiting)
        while low < high:
            middle = (low + high) // 2
            if depths[waiting[middle] + 1] <= depths[line]:
                low = middle + 1
            else:
                high = middle
        found[line] = waiting[low - 1] if low else None
    return found


def _full_width(lines: Sequence[Line]) -> float:
    """The length from which a line of a narrow page is full; infinite if lines are whole paragraphs."""
    if len(lines) < 2:
        return float("inf")
    broken = sum(1 for line in lines if line.plain[0].islower() and not re.match(r"\w{1,2}[.)/]", line.plain))
    if broken < len(lines) / 8:
        return float("inf")
    widths = sorted(len(line.plain) for line in lines)
    return 0.75 * widths[len(widths) * 9 // 10]
