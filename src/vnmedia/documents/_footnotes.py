"""The footnotes of a consolidated text, and their marks after numbers, headings and words.

A consolidated text (văn bản hợp nhất, Pháp lệnh 01/2012/UBTVQH13) states in footnotes which instrument added
each passage. Text extraction leaves the footnotes between the lines of the pages, and their marks glued to
words and numbers (``3.9 Ban hành``, ``Điều 17.16``). Marks and footnotes count up from one, which
distinguishes them from other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Span
from ._same_length import blanked
from ._words import words_of

__all__ = ["is_consolidated", "without_footnotes"]

_CONSOLIDATED = re.compile(
    r"văn\s+bản\s+hợp\s+nhất|được\s+sửa\s+đổi,?\s+bổ\s+sung(?:,\s+bãi\s+bỏ)?\s+bởi\s*:", re.IGNORECASE
)
_HEAD = 6000
_LINE = re.compile(r"[^\n]*\n?")
_NOTE = re.compile(r"\s*(\[)?([0-9]{1,3})(?(1)\]|(?=\s))\s*([^\W\d_]|[“\"])")
#: What only a footnote begins with, even if its mark was lost.
_SURELY_NOTE = re.compile(r"\s*\[?([0-9]{1,3})\]?\s*(?:[^\W\d_]+ ){1,3}(?:này (?:được|đã)|số [0-9]|“)")
#: A number where a mark may stand, also right after a year (``giai đoạn 2021 - 20251``).
_DIGITS = re.compile(
    r"(?:(?<![0-9/])|(?<=(?<![0-9/.,])(?:19|20)[0-9]{2}))\[?([0-9]{1,3})\]?(?=[\s.,;:)”\"]|\Z)"
)
_UNIT_LABEL = re.compile(
    r"\s*(?:(?:điều|chương|mục|phần)\s[0-9ivxlc]{1,6}[a-zđ]?\s?[.:]?|[0-9]{1,3}[a-zđ]?\s?[.)]|[a-zđ]\s?\))",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(?:\A|[\s“\"(])([^\W\d_]+)[)”\"]?[.,;:)]?\Z")
_NAMED_UNIT = re.compile(r"\s*(?:Điều [0-9]{1,4}[a-zđ]?\.|(?:Chương|CHƯƠNG|Phần|PHẦN) [IVXLC0-9]{1,6}\b)")
#: Lines that never stand in a footnote: a chapter alone on its line, an attachment, the closing.
_BODY = re.compile(
    r"(?:(?:Chương|CHƯƠNG|Phần|PHẦN) (?:[IVXLC]{1,6}|[0-9]{1,2})\Z|XÁC THỰC VĂN BẢN|Số ?: ?[0-9]+/VBHN"
    r"|PHỤ LỤC\b"
    r"|Phụ lục (?:[IVX]{1,5}|[0-9]{1,2})\Z|\(Ban hành kèm theo|Nơi nhận|Mẫu (?:số )?[0-9]{1,3}[a-z]?\Z)"
)
#: Where an attachment begins, whose forms and tables are set in small type too.
_ATTACHED = re.compile(r"PHỤ LỤC\b|Phụ lục (?:[IVX]{1,5}|[0-9]{1,2})\Z|Mẫu (?:số )?[0-9]{1,3}[a-z]?\b")
_ARTICLE = re.compile(r"\s*Điều ([0-9]{1,4})[a-zđ]?\s?[.:]")
_QUOTES = re.compile('[“”"]')
_CLOSED = re.compile(r"[”\"][.;]?\Z")
#: How a footnote continues after a quotation: with the next instrument, or the next passage.
_NOTE_GOES_ON = re.compile(
    r"(?:-\s)?(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Văn bản|Căn cứ|Khoản"
    r"|Điểm|Điều|Mục|Chương"
    r"|Phụ lục|Cụm từ|Từ|Đoạn|Nội dung|Tên|[“\"])(?!\w)"
)
_ENDED = re.compile(r"[.;!?][”\"’»)]*\.?\s*\Z|[”»]\s*\Z")
#: How many numbers ahead the next mark may be, if marks were lost.
_REACH = 3
#: Footnotes are set smaller, so that more fits on their lines.
_WIDER = 1.07
_FEWEST_FULL = 8
#: The least share of lines in a block of footnotes that are wider than those of the body.
_SMALL_SHARE = 0.3


def is_consolidated(text: str) -> bool:
    """Whether *text* states at its beginning that it is a consolidated text."""
    return _CONSOLIDATED.search(text, 0, _HEAD) is not None


def without_footnotes(text: str) -> tuple[str, tuple[Span, ...]]:
    """*text* without footnotes and their marks, of the same length, and the spans of the footnotes."""
    if not is_consolidated(text):
        return text, ()
    pages = _Pages(text)
    pages.read()
    notes = [(pages.lines[first][0], pages.lines[last][1]) for first, last in pages.notes]
    spans = tuple(
        Span(start=start, end=start + len(text[start:end].rstrip())) for start, end in pages.single_notes()
    )
    return blanked(text, sorted([*notes, *pages.marks])), spans


class _Pages:
    """The lines of a text, divided into body and footnotes.

    Attributes:
        lines: Where each line begins and ends.
        notes: The first and the last line of each stretch of footnotes.
        marks: Where the marks of footnotes stand in the body.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.lines = [match.span() for match in _LINE.finditer(text) if match.group()]
        self._words = [text[start:end].strip() for start, end in self.lines]
        self._wide = _body_width(self._words) * _WIDER
        self._mark = self._note = self._article = 0
        self._small = _small_blocks(self._words, self._wide)
        self._noted = {int(note[1]) for words in self._words if (note := _SURELY_NOTE.match(words))}
        self._broken_off = self._attached = False
        self._depth = 0
        self._beginnings: set[int] = set()
        self.notes: list[tuple[int, int]] = []
        self.marks: list[tuple[int, int]] = []

    def read(self) -> None:
        """Fills ``notes`` and ``marks``."""
        index = 0
        while index < len(self.lines):
            if self._begins_note(index) or self._goes_on(index):
                last = self._last_line(index)
                self.notes.append((index, last))
                index = last + 1
            else:
                self._find_marks(*self.lines[index])
                article = _ARTICLE.match(self._words[index])
                self._article = int(article[1]) if article is not None else self._article
                if _ATTACHED.match(self._words[index]):
                    self._attached, self._broken_off = True, False
                index += 1

    def single_notes(self) -> Iterator[tuple[int, int]]:
        """The place of each footnote; a continuation on the next page is one of its own."""
        for first, last in self.notes:
            begins = [first, *(index for index in range(first + 1, last + 1) if index in self._beginnings)]
            for start, after in pairwise([*begins, last + 1]):
                yield self.lines[start][0], self.lines[after - 1][1]

    def _begins_note(self, index: int) -> bool:
        """Whether the line begins the next footnote: its mark must stand before it."""
        match = _NOTE.match(self._text, *self.lines[index])
        if match is None or match[3].islower():
            return False
        number = int(match[2])
        if not self._note < number <= self._note + _REACH:
            return False
        known = number <= self._mark or _SURELY_NOTE.match(self._text, *self.lines[index]) is not None
        if known:
            self._note, self._depth = number, 0
            self._beginnings.add(index)
        return known

    def _goes_on(self, index: int) -> bool:
        """Whether the line continues the footnotes of the page above."""
        if not self._note or not self._words[index] or self._is_surely_body(index):
            return False
        if index in self._small and not self._attached:
            return True
        return self._broken_off and len(self._words[index]) > self._wide

    def _is_surely_body(self, index: int) -> bool:
        """Whether the line begins an attachment, or a unit with a mark that has no note yet."""
        if _ATTACHED.match(self._words[index]):
            return True
        label = _UNIT_LABEL.match(self._text, *self.lines[index])
        digits = _DIGITS.match(self._text, label.end(), self.lines[index][1]) if label else None
        known = max(self._mark, self._note)
        return digits is not None and known < int(digits[1]) <= known + _REACH

    def _last_line(self, first: int) -> int:
        """The last line of the footnotes that begin, or continue, with the line *first*."""
        for index in range(first, len(self.lines)):
            self._depth = _depth(self._words[index], self._depth)
            following = self._next(index)
            if following is None:
                break
            if self._begins_note(following):
                continue
            if self._words[index] and self._ends_before(index, following):
                self._broken_off = self._depth > 0 or not _ENDED.search(self._words[index])
                return index
        return len(self.lines) - 1

    def _next(self, index: int) -> int | None:
        """The next line that is not blank."""
        return next((at for at in range(index + 1, min(index + 6, len(self.lines))) if self._words[at]), None)

    def _ends_before(self, index: int, following: int) -> bool:
        """Whether the body continues with line *following*, after line *index* of a footnote."""
        words, after = self._words[index], self._words[following]
        if self._is_surely_body(following):
            return True
        if len(after) > self._wide or following in self._small or words.endswith(":"):
            return False
        article = _ARTICLE.match(after)
        if _BODY.match(after) or (article is not None and int(article[1]) == self._article + 1):
            return True
        if following > index + 1:  # a blank line
            return not (self._depth and after.startswith(("“", '"')))
        if self._depth:
            return False
        if _CLOSED.search(words) and not _NOTE_GOES_ON.match(after):
            return True
        goes_on = after[0].islower() or _UNIT_LABEL.match(after) is not None
        return _NAMED_UNIT.match(after) is not None or (goes_on and _ENDED.search(words) is not None)

    def _find_marks(self, start: int, end: int) -> None:
        label = _UNIT_LABEL.match(self._text, start, end)
        for match in _DIGITS.finditer(self._text, start, end):
            number = int(match[1])
            if not self._mark < number <= self._mark + _REACH:
                continue
            after_label = label is not None and label.end() == match.start()
            before = self._text[max(start, match.start() - 24) : match.start()]
            if after_label or self._is_next(number, before):
                self._mark = number
                self.marks.append(match.span())

    def _is_next(self, number: int, before: str) -> bool:
        """Whether *number*, right after the words *before*, is the next mark."""
        if before[-1:].isdigit():
            return number == self._mark + 1 and number in self._noted
        return (number == self._mark + 1 or number in self._noted) and _is_glued(before)


def _is_glued(before: str) -> bool:
    """Whether a number right after *before* does not belong to the sentence."""
    if not before or before[-1].isspace():
        return False
    match = _WORD_BEFORE.search(before)
    return match is not None and match[1].lower() not in words_of("before-numbers")


def _depth(words: str, depth: int) -> int:
    """How many quotations are open after *words*, given how many were before."""
    for character in _QUOTES.findall(words):
        if character == "“" or (character == '"' and not depth):
            depth += 1
        else:
            depth = max(0, depth - 1)
    return depth


def _small_blocks(lines: Sequence[str], wide: float) -> set[int]:
    """The first lines of the blocks between blank lines that are set in the small type of footnotes."""
    found: set[int] = set()
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index]:
            continue
        block = lines[start:index]
        if start and sum(len(line) > wide for line in block) > _SMALL_SHARE * len(block):
            found.add(start)
        start = index + 1
    return found


def _body_width(lines: Sequence[str]) -> float:
    """The length of the body's full lines; infinite if lines are whole paragraphs."""
    full = sorted(
        len(line) for line, after in pairwise(lines) if after[:1].islower() and _UNIT_LABEL.match(line)
    )
    return full[len(full) * 7 // 10] if len(full) >= _FEWEST_FULL else float("inf")
