"""The tree of a body: where each unit begins, its name and its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from ..model import Span
from ..model.document import Division, Passage
from ._lines import Line, Page
from ._markers import (
    ARTICLE,
    CHAPTER,
    CLAUSE,
    INNER,
    INNERMOST,
    LETTER,
    ROMAN,
    SUBSECTION,
    Marker,
    markers_of,
)

__all__ = ["read_divisions"]

#: The most characters of a unit's name.
_LONGEST_HEADING = 300
#: A longer first sentence of a clause, without a mark at its end, is text that lost its full stop.
_LONGEST_CLAUSE_NAME = 150
_MOST_HEADING_LINES = 6
#: Words that continue a citation of a unit; a unit of the document itself has its name there.
_CITED = (
    "của ",
    "này",
    "nêu ",
    "kèm ",
    "luật ",
    "nghị định ",
    "thông tư ",
    "quyết định ",
    "và ",
    "ban hành ",
    "đến ",
)
#: Words at the end of a line to which the number in the next line belongs.
_ASKING_END = re.compile(
    r"\b(?:(?<!một số )(?<!các )(?:(?<!tài )(?<!điều )khoản"
    r"|(?<!quan )(?<!địa )(?<!thời )(?<!ưu )(?<!nhược )(?<!khuyết )(?<!đặc )(?<!trọng )(?<!thí )điểm|điều"
    r"|(?<!danh )(?<!hạng )(?<!chuyên )mục|chương|phụ lục)|ngày|tháng|và|hoặc|đến|tại)\Z"
)


@attrs.define
class _Open:
    """A unit that is being read."""

    marker: Marker
    line: Line
    lines: list[Line] = attrs.field(factory=list)
    children: list[Division] = attrs.field(factory=list)

    @property
    def label_end(self) -> int:
        return self.line.start + self.marker.end


class _Sequence:
    """Which numbers a marker may have at its place."""

    def __init__(self, lines: Sequence[Line], markers: Sequence[list[Marker]]) -> None:
        self._last: dict[int, Marker] = {}
        self._articles_left: dict[float, int] = {}
        for line, found in zip(lines, markers, strict=True):
            for marker in found if not line.quoted else ():
                if marker.rank == ARTICLE:
                    self._articles_left[marker.order] = line.start

    def allows(self, marker: Marker, line: Line, before: Line | None) -> bool:
        """Whether *marker* continues its series, or begins one."""
        rest = line.lower[marker.end :].lstrip(" .:)")
        if marker.rank <= SUBSECTION and rest.startswith(_CITED):
            return False
        if before is not None and not line.gap and _asks_for_number(before):
            return False
        last = self._last.get(marker.rank)
        clean = before is None or line.gap or _ends_paragraph(before)
        if marker.rank == ARTICLE:
            return self._allows_article(marker, line, last, clean)
        if marker.rank in (INNER, INNERMOST):
            return self._continues(marker, last) and self._inside(marker)
        if last is None:
            return marker.order == 1 or (
                clean and marker.rank <= CLAUSE and marker.rank not in (LETTER, ROMAN)
            )
        if self._continues(marker, last):
            return True
        if marker.rank <= SUBSECTION:
            # An excerpt leaves chapters out: the next one then stands alone on its line.
            left_out = not rest and marker.order > last.order
            return clean and (marker.order == 1 or left_out)
        return clean and marker.order > last.order and marker.rank not in (LETTER, ROMAN)

    @staticmethod
    def _continues(marker: Marker, last: Marker | None) -> bool:
        """Whether it is next: ``5`` after ``4`` or ``4a``, ``4b`` after ``4a``, ``4`` after a repealed 4."""
        if last is None:
            return marker.order == 1
        if marker.order == last.order and last.repealed:
            return True
        return 0 < marker.order - last.order <= 1 and (
            marker.order % 1 == 0 or int(marker.order) == int(last.order)
        )

    def _allows_article(self, marker: Marker, line: Line, last: Marker | None, clean: bool) -> bool:
        if last is None:
            return marker.order == 1 or clean
        if self._continues(marker, last):
            return True
        # If a later article continues the series, this one is quoted without quotation marks.
        following = self._articles_left.get(int(last.order) + 1, -1)
        return clean and marker.order > last.order and following < line.start

    def _inside(self, marker: Marker) -> bool:
        """Whether the unit around it fits: clause ``1`` (or Điều 1) for ``1.2``, ``1.2`` for ``1.2.3``."""
        above = marker.number.rpartition(".")[0]
        ranks = (INNER,) if marker.rank == INNERMOST else (CLAUSE, ARTICLE)
        holder = next((self._last[rank] for rank in ranks if rank in self._last), None)
        return holder is not None and holder.number == above

    def note(self, marker: Marker) -> None:
        """Notes that *marker* begins a unit: series in it start again, except articles and chapters."""
        kept = (ARTICLE, CHAPTER) if marker.rank < CHAPTER else (ARTICLE,)
        for rank in [rank for rank in self._last if rank > marker.rank and rank not in kept]:
            del self._last[rank]
        self._last[marker.rank] = marker


def read_divisions(
    page: Page, lines: Sequence[Line], places: Sequence[int] | None = None
) -> tuple[list[Line], tuple[Division, ...]]:
    """The lines before the first unit, and the units of *lines*.

    With *places* in the view, in order, only units that hold one of them, also in a unit below, have name
    and text.
    """
    markers = [[] if line.quoted else markers_of(line) for line in lines]
    sequence = _Sequence(lines, markers)
    head: list[Line] = []
    top: list[Division] = []
    stack: list[_Open] = []
    before: Line | None = None
    for line, found in zip(lines, markers, strict=True):
        marker = next((marker for marker in found if sequence.allows(marker, line, before)), None)
        before = line
        if marker is None:
            (stack[-1].lines if stack else head).append(line)
            continue
        sequence.note(marker)
        _close(page, stack, top, marker.rank, line.start, places)
        stack.append(_Open(marker, line))
    _close(page, stack, top, -1, len(page.view.plain), places)
    return head, tuple(top)


def _close(
    page: Page, stack: list[_Open], top: list[Division], rank: int, end: int, places: Sequence[int] | None
) -> None:
    """Closes the units that cannot hold a unit of *rank*, which begins at *end*."""
    while stack and stack[-1].marker.rank >= rank:
        done = stack.pop()
        whole = places is None or bisect_left(places, done.line.start) < bisect_left(places, end)
        (stack[-1].children if stack else top).append(_division(page, done, whole=whole))


def _division(page: Page, unit: _Open, *, whole: bool) -> Division:
    heading, paragraphs = _heading(page, unit) if whole else (None, [])
    parts: list[Span] = [page.span(unit.line.start, unit.label_end)]
    parts += [passage.spans[-1] for passage in ([heading] if heading else []) + paragraphs]
    parts += [child.span for child in unit.children]
    return Division(
        kind=unit.marker.kind,
        number=unit.marker.number,
        label=parts[0],
        heading=heading,
        paragraphs=tuple(paragraphs),
        divisions=tuple(unit.children),
        span=Span(start=parts[0].start, end=parts[-1].end),
    )


def _heading(page: Page, unit: _Open) -> tuple[Passage | None, list[Passage]]:
    """The name of a unit and its paragraphs."""
    lines = _without_label(unit)
    if not lines:
        return None, []
    count = _named_heading(unit, lines) if unit.marker.rank <= SUBSECTION else _run_in(page, unit, lines)
    heading = page.passage(lines[0].start, lines[count - 1].end) if count else None
    return heading, list(_passages(page, lines[count:]))


def _without_label(unit: _Open) -> list[Line]:
    """The lines of a unit without its label; the first line may then be empty."""
    line = unit.line
    rest = line.plain[unit.marker.end :]
    start = unit.label_end + len(rest) - len(rest.lstrip(" .:-–"))
    if start >= line.end:
        return unit.lines
    left = start - line.start
    return [attrs.evolve(line, start=start, plain=line.plain[left:], lower=line.lower[left:]), *unit.lines]


def _named_heading(unit: _Open, lines: Sequence[Line]) -> int:
    """How many lines name a chapter: those in capitals, else the first and its continuation."""
    count = 0
    for line in lines[:_MOST_HEADING_LINES]:
        if count and not (line.plain.isupper() or line.plain[0].islower()):
            break
        if line.plain.endswith((".", ";")) and not line.plain.isupper():
            break
        count += 1
    return count


def _run_in(page: Page, unit: _Open, lines: Sequence[Line]) -> int:
    """How many lines name an article or clause: a line without a closing mark, followed by more text.

    An article of a decision has no name: its text follows the number. So a sentence with nothing after it,
    or with a closing mark, is text.
    """
    first: Sequence[Line] = next(iter(page.paragraphs(lines)))
    if first[0].plain.isupper():
        first = _in_capitals(lines)
    length = first[-1].end - first[0].start
    longest = _LONGEST_HEADING if unit.marker.rank <= ROMAN else _LONGEST_CLAUSE_NAME
    after = len(lines) > len(first) or bool(unit.children)
    if not after or first[-1].plain.endswith((".", ";", ":", ",")) or length > longest:
        return 0
    return len(first)


def _in_capitals(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines in capitals at the start of *lines*, up to a blank line: a name broken over lines."""
    count = 1
    while count < min(len(lines), _MOST_HEADING_LINES) and _goes_on_in_capitals(lines[count]):
        count += 1
    return lines[:count]


def _goes_on_in_capitals(line: Line) -> bool:
    return line.plain.isupper() and not line.gap


def _passages(page: Page, lines: Iterable[Line]) -> Iterable[Passage]:
    for group in page.paragraphs(list(lines)):
        yield page.passage(group[0].start, group[-1].end)


def _asks_for_number(line: Line) -> bool:
    """Whether the number that begins the next line belongs to the last words of *line*."""
    return _ASKING_END.search(line.lower, max(0, len(line.lower) - 20)) is not None


def _ends_paragraph(line: Line) -> bool:
    return line.ended or line.plain.isupper() or line.plain[-1] == ")"
