"""The card that law portals print above a document: ``Số hiệu: | 13/2018/QĐ-UBND | Loại văn bản: | …``.

Labels and values stand in the cells of a table, or alternate on lines of their own.
"""

from __future__ import annotations

import datetime as dt
import re

import attrs

from .. import dates
from ..model import Span
from ..model.document import Passage
from ._lines import Page, on_one_line
from ._signs import type_names
from ._words import words_of

__all__ = ["Card", "read_card"]

_MOST_LINES = 40
_FEWEST_LABELS = 3
_ROLES: tuple[str, ...] = (
    "card-number",
    "card-type",
    "card-issuer",
    "card-day",
    "card-title",
    "card-other",
)
_LABEL = re.compile(r"\W*+([^:|]{2,40}?)\s*+(?::|\Z)\s*")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[0-9][\w./-]*[-/][\w./&-]*\w")


@attrs.frozen(kw_only=True)
class Card:
    """What a card states about the document; None for what it leaves out.

    Attributes:
        first_line: The line of the page where the card begins.
        next_line: The line after the card.
    """

    number: str | None
    type_name: str | None
    issuer: str | None
    date: dt.date | None
    title: Passage | None
    first_line: int
    next_line: int


def read_card(page: Page) -> Card | None:
    """The card above the document, None where there is none."""
    entries = _entries(page)
    if len(entries) < _FEWEST_LABELS:
        return None
    values: dict[str, _Entry] = {}
    for entry in entries:
        if entry.text:
            values.setdefault(entry.role, entry)
    said = {role: entry.text for role, entry in values.items()}
    number = _NUMBER.search(said.get("card-number", ""))
    type_name = said.get("card-type", "").lower()
    return Card(
        number=number.group() if number else None,
        type_name=type_name if type_name in type_names() else None,
        issuer=said.get("card-issuer"),
        date=_day(said.get("card-day", "")),
        title=values["card-title"].passage if "card-title" in values else None,
        first_line=entries[0].line,
        next_line=entries[-1].last_line + 1,
    )


@attrs.define
class _Entry:
    """A label, and the value in the cell after it, if there is one."""

    role: str
    line: int
    last_line: int
    start: int
    text: str

    @property
    def passage(self) -> Passage:
        span = Span(start=self.start, end=self.start + len(self.text))
        return Passage(spans=(span,), text=on_one_line(self.text))


def _entries(page: Page) -> list[_Entry]:
    """The labels of the card in order, up to the first line that is neither label nor value."""
    found: list[_Entry] = []
    for index, line in enumerate(page.lines[:_MOST_LINES]):
        for start, cell in page.cells(line):
            label = _label(cell)
            if label is not None:
                role, end = label
                found.append(_Entry(role, index, index, start + end, cell[end:].strip()))
            elif found and not found[-1].text and index - found[-1].line <= 1:
                found[-1].start, found[-1].text, found[-1].last_line = start, cell.strip(), index
            elif len(found) >= _FEWEST_LABELS:
                return found
            else:
                found = []
    return found


def _label(cell: str) -> tuple[str, int] | None:
    """The role of the label that *cell* begins with, and where its value begins."""
    match = _LABEL.match(cell)
    words = " ".join(_WORD.findall(match.group(1).lower())) if match else ""
    for role in _ROLES:
        if match is not None and words in words_of(role):
            return role, match.end()
    return None


def _day(text: str) -> dt.date | None:
    """The first complete date in a cell."""
    times = (time.value for time in dates.find(text))
    return next((time.start for time in times if time.start is not None and time.start == time.end), None)
