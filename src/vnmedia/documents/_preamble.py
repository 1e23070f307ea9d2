"""The parts of the text before the first unit: addressees, grounds, enacting words, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Citation, Mention
from ..model.document import Ground, Passage
from ._front import ADDRESSED, GROUND_HEAD
from ._lines import Line, Page
from ._words import CAPITAL

__all__ = ["Preamble", "whole_grounds"]

_GROUND = re.compile(r"(?:thực hiện|trên cơ sở|thi hành|xét|theo)\b")
_ENACTING = re.compile(
    r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị|lệnh|nghị định|thông tư|quy định|thông báo|kết luận)\s*:?\Z"
    r"|nay công bố\s*:?\Z|ra sắc lệnh\s*:?\Z"
    r"|(?!đã được\b)[^\n]{0,200}\b(?:ban hành|quyết định|quyết nghị|thông qua)\b(?!\s(?:này|số)\b)"
    r"|(?:bộ|liên bộ|thống đốc|tổng thanh tra|chánh án|viện trưởng|chủ nhiệm|tổng cục|ban bí thư)\s"
    r"[^\n]{3,80}?\s(?:quy định|hướng dẫn)\s[^\n]{3,500}\snhư sau\s?:?\Z"
)
#: A sentence after a ground without a line break: ``… của Chính phủ. Ủy ban nhân dân tỉnh ban hành …``.
_NEXT_SENTENCE = re.compile(
    rf"\.\s(?=[{CAPITAL}][^.;]{{2,120}}?"
    r"\s(?:ban hành|xây dựng|quyết định|thông báo|hướng dẫn|đề nghị|yêu cầu|có ý kiến)\s)"
)

#: What always begins a paragraph: a ground, or the words that end the grounds.
_BEGINS = re.compile(rf"{GROUND_HEAD.pattern}|(?:quyết định|quyết nghị|nghị quyết|chỉ thị|ra sắc lệnh)\s?:\Z")

#: A document on a line of its own, which continues the ground on the line before.
_LISTED = re.compile(
    r"(?:các )?(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư)\s(?!này\b)\w"
)


def whole_grounds(groups: Iterable[tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
    """*groups* with each ground whole: a mark ends it, and a document on a line below may continue it."""
    ground: list[Line] = []
    for group in groups:
        if ground and _goes_on(ground[-1], group[0]):
            ground.extend(group)
            continue
        if ground:
            yield tuple(ground)
        ground = list(group) if GROUND_HEAD.match(group[0].lower) else []
        if not ground:
            yield group
    if ground:
        yield tuple(ground)


def _goes_on(last: Line, first: Line) -> bool:
    """Whether the ground that ends with line *last* continues in the paragraph that begins with *first*."""
    if first.plain.isupper() or any(
        head.match(first.lower) for head in (GROUND_HEAD, _GROUND, _ENACTING, ADDRESSED)
    ):
        return False
    if last.plain.endswith(";"):
        return _LISTED.match(first.lower) is not None
    return not (first.gap or last.ended or last.plain.endswith(","))


class Preamble:
    """The lines before the first unit, sorted into parts."""

    def __init__(self, page: Page, lines: Sequence[Line]) -> None:
        self._page = page
        self.addressees: list[Passage] = []
        self.grounds: list[Passage] = []
        self.enacting: Passage | None = None
        self.rest: list[Passage] = []
        addressing = False
        for group in whole_grounds(page.paragraphs(lines, breaks=_BEGINS)):
            lower = group[0].lower
            start, end = group[0].start, group[-1].end
            addressed = ADDRESSED.match(lower)
            addressing = bool(addressed) or (addressing and lower.startswith(("-", "+", "–")))
            if addressing:
                self._address(start + (addressed.end() if addressed else 0), end)
            elif GROUND_HEAD.match(lower) or (_GROUND.match(lower) and group[-1].plain.endswith((";", ","))):
                following = _NEXT_SENTENCE.search(page.view.printed, start, end)
                self.grounds.append(page.passage(start, following.start() + 1 if following else end))
                if following is not None:
                    self._other(page.passage(following.end(), end))
            else:
                self._other(page.passage(start, end))

    def _address(self, start: int, end: int) -> None:
        text = self._page.view.printed
        while start < end and text[start] in " -+–:\n":
            start += 1
        while end > start and text[end - 1] in " ;.,\n":
            end -= 1
        if start < end:
            self.addressees.append(self._page.passage(start, end))

    def _other(self, passage: Passage) -> None:
        formula = self.enacting is not None and self.enacting.text.isupper()
        if self.grounds and not formula and _ENACTING.match(passage.text.lower()):
            if self.enacting is not None:
                self.rest.append(self.enacting)
            self.enacting = passage
        else:
            self.rest.append(passage)

    def grounds_citing(self, citations: Sequence[Mention[Citation]]) -> tuple[Ground, ...]:
        """The grounds, each with the *citations* in it; *citations* are in order."""
        made = []
        following = 0
        for passage in self.grounds:
            while following < len(citations) and citations[following].end <= passage.start:
                following += 1
            first = following
            while following < len(citations) and citations[following].end <= passage.end:
                following += 1
            made.append(Ground(passage=passage, citations=tuple(citations[first:following])))
        return tuple(made)
