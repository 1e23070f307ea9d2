"""Reading names that no registry has, by their form: a head, then what the body does."""

from __future__ import annotations

from ..registries.agencies import Head
from ._boards import BoardReader
from ._endings import Endings
from ._fields import FieldReader
from ._lexicon import Entry
from ._lookup import Lookup
from ._name import BodyName
from ._patterns import GAP, NUMBER, WORD, counts_places

__all__ = ["FormedNames"]

#: The kinds of bodies whose title may be one syllable: ``Tạp chí Đẹp``.
_TITLED = ("newspaper", "e-newspaper", "magazine", "publisher")


class FormedNames:
    """Reads names that are known by their form alone."""

    def __init__(self, look: Lookup, fields: FieldReader, boards: BoardReader, endings: Endings) -> None:
        self._look = look
        self._plain = look.plain
        self._lower = look.lower
        self._lexicon = look.lexicon
        self._fields = fields
        self._boards = boards
        self._endings = endings

    def read(self, start: int, end: int, entry: Entry, head: Head) -> BodyName | None:
        """The name that *head* begins, as its form shows it."""
        reading = self._capitalised(start, end, entry, head)
        board = self._board(start, end, entry, head) if head.free else None
        if board is None or (reading is not None and reading.end >= board.end):
            return reading
        return board

    def _board(self, start: int, end: int, entry: Entry, head: Head) -> BodyName | None:
        """The name of a board or association whose field may be in small letters, up to its place."""
        position = end + 1
        if self._plain[end:position] != " " or not (self._look.is_upper(start) or head.lower):
            return None
        if self._is_excluded(start, position):
            return None
        first = WORD.match(self._lower, position)
        if (
            first is None
            or f"{head.text.rsplit(' ', 1)[-1].lower()} {first.group()}" in self._lexicon.compounds
        ):
            return None  # "Hội đồng quản trị": a word of its own, and no "Hội"
        field = self._boards.field(position)
        if field is None:
            return None
        return BodyName(start, field.end, f"{head.text} {field.text}", (entry,), field.locality)

    def _capitalised(self, start: int, end: int, entry: Entry, head: Head) -> BodyName | None:
        """A name of a head and a number, a body above, or words that begin with a capital."""
        upper = self._look.is_upper(start)
        number = NUMBER.match(self._plain, end) if head.numbered and upper else None
        if number is not None and not counts_places(self._plain, end):
            return self._endings.numbered(
                BodyName(start, number.end(), head.text + number.group().replace("SỐ", "số"), (entry,))
            )
        gap = GAP.match(self._lower, end)
        if gap is None or self._plain[end : gap.end()] != " " or not (upper or head.lower):
            return None
        position = gap.end()
        if head.form == "open" and upper and self._lower.startswith("các ", position):
            found = self._fields.through(position)
            return BodyName(start, found[0], f"{head.text} {found[1]}", (entry,)) if found else None
        if not self._may_be_field(start, position) or (
            self._names_a_place(start) if upper else self._look.is_foreign(end)
        ):
            return None
        reading = self._endings.nested(BodyName(start, end, head.text, (entry,))) if upper else None
        if reading is not None or head.form == "none":
            return reading
        if self._plain[start : position + 2].isupper() and self._lower[start:end] == head.text.lower():
            return self._in_a_heading(start, position, entry, head)
        abroad = self._look.longest(self._lexicon.foreign, position) if head.form == "open" else None
        if abroad is not None and not self._look.is_upper(abroad[0] + 1):
            return None
        stop, name = self._fields.field(position, head)
        if stop <= position or name.startswith("The "):
            return None
        if head.form == "known" and self._look.longest(self._lexicon.places, position) is not None:
            return None  # "trung tâm Hà Nội"
        if self._is_foreign(position, stop, head):
            return None
        whole = BodyName(start, stop, f"{head.text} {name}", (entry,))
        whole = self._endings.with_place(whole)
        return whole if whole.end > stop or self._is_title(name, head) else None

    def _may_be_field(self, start: int, position: int) -> bool:
        """Whether the words at *position* can make a name with the head at *start*."""
        if not self._look.is_upper(position) or self._is_excluded(start, position):
            return False
        # In "các Ban Hội đồng nhân dân tỉnh" only the body above is a name.
        return not (self._lower.startswith("các ", max(0, start - 4)) and self._look.begins_body(position))

    def _is_excluded(self, start: int, position: int) -> bool:
        """Whether the words at *position*, or with the head at *start*, make no body: ``Ban Giám đốc``."""
        excluded = self._lexicon.excluded
        return (
            self._look.longest(excluded, position) is not None
            or self._look.longest(excluded, start) is not None
        )

    def _is_title(self, name: str, head: Head) -> bool:
        """Whether *name* can be all that follows *head*: one syllable makes a festival (``Hội Lim``)."""
        return " " in name or head.kind in _TITLED or (name.lower(),) in self._lexicon.heads

    def _is_foreign(self, start: int, stop: int, head: Head) -> bool:
        """Whether the body is one abroad; titles and institutes may be about the place they end with."""
        about = head.kind in _TITLED or head.kind == "institute"
        return self._is_of_a_state(start, stop) or (not about and self._ends_abroad(start, stop))

    def _ends_abroad(self, start: int, stop: int) -> bool:
        """Whether a name's last words, or those before a comma, are a place abroad, and none is ``Việt Nam``.

        A single syllable after a capital is not taken for a place: ``Thủ Đức``.
        """
        quote = self._lower[start:stop]
        if "việt" in quote:
            return False
        if quote.endswith(self._lexicon.ends_abroad):
            return True
        before = word = start
        while word and word < stop:
            found = self._look.longest(self._lexicon.foreign, word)
            if found is not None and (found[0] == stop or self._plain[found[0]] == ","):
                return " " in self._plain[word:stop] or not self._look.is_upper(before)
            before, word = word, self._lower.find(" ", word, stop) + 1
        return False

    def _is_of_a_state(self, start: int, stop: int) -> bool:
        """Whether a name says of which other country its body is: ``Viện Thống kê Quốc gia Pháp``.

        The name may have stopped before that: ``Tổng cục Thống kê Liên``, ``Viện Thống kê``.
        """
        for lead in self._lexicon.of_a_state:
            word = self._lower.find(lead, start, stop + 1 + len(lead))
            if word > start and self._look.is_abroad(word + len(lead)):
                return True
        return False

    def _in_a_heading(self, start: int, position: int, entry: Entry, head: Head) -> BodyName | None:
        """A name in capitals, where any word looks like a name: it must end as names do, or end its line.

        A head of one word begins too much else there: ``BÁO CÁO``, ``HỘI VIÊN``, ``PHÒNG CHÁY``.
        """
        if " " not in head.text:
            return None
        closed = self._fields.through(position) if head.form == "open" else None
        stop, field = closed or self._fields.field(position, head, heading=True)
        if not field:
            return None
        name = f"{head.text} {field.capitalize()}".replace("việt nam", "Việt Nam")
        reading = BodyName(start, stop, name, (entry,))
        placed = self._endings.with_place(reading)
        ended = closed or placed.end > stop or self._plain[stop : stop + 1] != " "
        return placed if ended else None

    def _names_a_place(self, start: int) -> bool:
        """Whether a place whose first word looks like a head begins at *start*: ``Đài Loan``, ``Hội An``."""
        return any(
            self._look.longest(tree, start) is not None
            for tree in (self._lexicon.foreign, self._lexicon.places)
        )
