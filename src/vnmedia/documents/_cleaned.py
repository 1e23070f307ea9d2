"""A document's text without what crawlers, the gazette and consolidators inserted.

Each step keeps the length of the text, so that positions stay valid: what does not belong to the document is
overwritten with an invisible character, which no view shows, and a lost line break replaces the space that
was put there.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import attrs

from ..model import Span
from ..text import nfc, trimmed
from ._collapsed import with_line_breaks
from ._footnotes import without_footnotes
from ._gazette import without_gazette
from ._markdown import without_markdown
from ._same_length import FILLER
from ._spread import without_spread_lines
from ._torn import without_torn_signatures

__all__ = ["Cleaned", "cleaned"]

_WORD = re.compile(r"\w")
_FILLED = re.compile(f"{FILLER}+")


@attrs.frozen
class Cleaned:
    """A document's text, as it came and as it is read.

    Attributes:
        text: The text in NFC, as it came.
        legible: The same text with only the document's own words, of the same length.
        dropped: Where words were left out, in order.
        footnotes: Where the footnotes of a consolidated text stand, in order.
    """

    text: str
    legible: str
    dropped: tuple[Span, ...]
    footnotes: tuple[Span, ...]

    def kept(self, span: Span) -> list[Span]:
        """The parts of *span* that remain without the words left out, or *span* itself."""
        if not self.dropped:
            return [span]
        parts: list[Span | None] = []
        start = span.start
        first = bisect_right(self.dropped, span.start, key=lambda gap: gap.end)
        for gap in self.dropped[first:]:
            if gap.start >= span.end:
                break
            if start < gap.start:
                parts.append(_said(self.legible, start, gap.start))
            start = gap.end
        parts.append(_said(self.legible, start, span.end))
        return [part for part in parts if part is not None] or [span]


def _said(text: str, start: int, end: int) -> Span | None:
    """The span of ``text[start:end]`` without the white space around it, None where nothing is left."""
    first, last = trimmed(text, start, end)
    return Span(start=first, end=last) if first < last else None


def cleaned(text: str) -> Cleaned:
    """*text* with what does not belong to the document left out."""
    whole = nfc(text)
    legible = without_markdown(without_spread_lines(whole))
    legible = without_torn_signatures(with_line_breaks(without_gazette(legible)))
    legible, footnotes = without_footnotes(legible)
    return Cleaned(whole, legible, tuple(_dropped(whole, legible)), footnotes)


def _dropped(whole: str, legible: str) -> list[Span]:
    """The stretches that hold words in *whole* and nothing in *legible*."""
    if FILLER not in legible:
        return []
    runs = (match.span() for match in _FILLED.finditer(legible))
    return [Span(start=start, end=end) for start, end in runs if _WORD.search(whole, start, end)]
