"""Fields in small letters: what a board, council or association deals with, up to its place.

``Hội đồng thẩm định giá đất tỉnh Lai Châu``, ``Ban chỉ đạo phòng chống hạn hán và cháy rừng huyện Mỹ Đức``,
``Hội nuôi ong Việt Nam``. Nothing in the words themselves says where such a name ends, so it is read only
where its place, or ``Việt Nam``, closes it.
"""

from __future__ import annotations

from typing import NamedTuple

from ._lookup import Lookup
from ._patterns import CLOSING, CLOSINGS, GAP, WORD
from ._places import Locality, PlaceReader

__all__ = ["BoardReader", "ClosedField"]

_LONGEST = 14  # words of a field
#: Words that a field may begin with, though they end any other name: ``Ban Chỉ đạo về chuyển đổi số``.
_OPENS = frozenset(("về",))


class ClosedField(NamedTuple):
    """A field and the place that closes it: where it ends, and both in full."""

    end: int
    text: str
    locality: Locality | None = None


class BoardReader:
    """Reads the fields of boards in one text."""

    def __init__(self, look: Lookup, places: PlaceReader) -> None:
        self._look = look
        self._plain = look.plain
        self._lower = look.lower
        self._lexicon = look.lexicon
        self._places = places

    def field(self, start: int) -> ClosedField | None:
        """The field that begins at *start*, with its place; None where no place closes it."""
        position, end = start, start
        for count in range(_LONGEST):
            closed = self._closed(start, end, position) if count else None
            if closed is not None:
                return closed
            word = WORD.match(self._lower, position)
            if word is None or self._is_over(position, word.group(), is_first=not count):
                return None
            end = word.end()
            gap = GAP.match(self._lower, end)
            if gap is None:
                return None
            position = gap.end()
        return None

    def _closed(self, start: int, end: int, position: int) -> ClosedField | None:
        """The field from *start* to *end*, if what closes it follows at *position*."""
        closing = CLOSING.match(self._plain, position)
        if closing is not None and self._plain[position - 1] != "/":  # "Nghị quyết 18-NQ/TW"
            name = self._plain[start:position] + CLOSINGS.get(closing.group(), closing.group())
            return ClosedField(closing.end(), name)
        locality, stop = self._places.locality(end)
        if locality is None or not locality.named:
            return None
        return ClosedField(stop, f"{self._plain[start:end]} {locality.text}", locality)

    def _is_over(self, position: int, word: str, *, is_first: bool) -> bool:
        """Whether the field has ended before the *word* at *position*."""
        if is_first and word in _OPENS:
            return False
        if word in self._lexicon.stops or word in self._lexicon.board_stops:
            return True
        if self._look.acts(position):
            step = WORD.match(self._lower, position + len(word) + 1)
            return step is None or (word, step.group()) not in self._lexicon.pairs
        if not self._look.is_upper(position):
            return False
        return self._look.is_person(position) or self._look.begins_body(position)
