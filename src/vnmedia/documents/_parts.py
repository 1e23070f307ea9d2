"""Finds the parts of a document on its page: letterhead, preamble, body, closing."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..model.document import Division
from ._closing import closing_start
from ._consolidated import TYPE as CONSOLIDATED
from ._consolidated import Consolidation, read_consolidation
from ._divisions import read_divisions
from ._front import ADDRESSED, GROUND_HEAD, Front
from ._identity import own_type, type_name_of
from ._lines import Line, Page

__all__ = ["Parts"]

_MOST_OWN_LINES = 60
#: The only form of Nghị định 30/2020/NĐ-CP that does not name its type; it names its addressee instead.
_LETTER = "công văn"
_MOST_ADDRESS_LINES = 4


class Parts:
    """The parts of a document.

    Attributes:
        front: What stands above the body; for a consolidated text, completed from its confirmation.
        above: The lines before the first unit.
        divisions: The units of the body.
        body: The lines of the preamble and the body.
        below: The lines after the letterhead and the title, to the end.
        closing_line: The line where the closing begins.
        type_name: The document's type.
        says_type: Whether the body, or the words below the grounds, state the type (``Luật này quy định …``).
        base: The lines that name the base of a consolidated text.
    """

    def __init__(self, page: Page, front: Front, places: Sequence[int] | None = None) -> None:
        """The parts of *page* below *front*; with *places*, only the units that hold one are read whole."""
        first = front.next_line
        consolidation = read_consolidation(page, first)
        end = closing_start(page.lines, first)
        self.closing_line = end
        self.base: Sequence[Line] = ()
        if consolidation is not None:
            self.base = page.lines[slice(*consolidation.base)]
            first = consolidation.base[1]
            end = min(end, consolidation.confirmed_line)
            self.closing_line = max(end, min(consolidation.signed_line, self.closing_line))
            front = _confirmed(front, consolidation)
        self.front = front
        self.below = [line for line in page.lines[first:] if not front.is_torn(line)]
        self.body = [line for line in page.lines[first:end] if not front.is_torn(line)]
        self.divisions: tuple[Division, ...]
        above, self.divisions = read_divisions(page, self.body, places)
        self.above = [*self.base, *above]
        said = own_type("\n".join(line.lower for line in _ends(self.body) if not line.quoted)) or _enacted(
            above
        )
        self.says_type = said is not None and self.has_articles
        if said is None and any(ADDRESSED.match(line.lower) for line in above[:_MOST_ADDRESS_LINES]):
            said = _LETTER
        self.type_name = type_name_of(front, said) if consolidation is None else CONSOLIDATED

    @property
    def has_articles(self) -> bool:
        """Whether the body is divided into articles."""
        return any(unit.kind == "article" for division in self.divisions for unit in division.walk())


#: The words that enact a document, alone on a line below the grounds, and the type that they tell.
_FORMULAS = {"quyết định": "quyết định", "quyết nghị": "nghị quyết", "nghị quyết": "nghị quyết"}


def _enacted(above: Sequence[Line]) -> str | None:
    """The type that the words below the grounds tell, as in an excerpt without its letterhead."""
    if not above or not GROUND_HEAD.match(above[0].lower) or not above[-1].plain.isupper():
        return None
    return _FORMULAS.get(above[-1].lower.rstrip(" :"))


def _ends(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines that may state the type of the document: the first and the last of the body."""
    return [*lines[:_MOST_OWN_LINES], *lines[_MOST_OWN_LINES:][-_MOST_OWN_LINES:]]


def _confirmed(front: Front, consolidation: Consolidation) -> Front:
    """*front* with those of number, day, place and body that the confirmation states."""
    said = consolidation.confirmed
    if said is None:
        return front
    head = front.head
    if said.number is not None:
        head = attrs.evolve(head, number=said.number, printed_number=said.printed_number)
    if said.date is not None:
        head = attrs.evolve(head, dateline=said.dateline, place=said.place, date=said.date)
    if said.issuers:
        head = attrs.evolve(head, issuers=said.issuers, parent=said.parent)
    return attrs.evolve(front, head=head)
