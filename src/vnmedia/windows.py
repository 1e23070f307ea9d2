"""Finding the mentions of a plain text of any length in parts, so that memory does not grow with it.

A text is cut at empty lines into windows. Each is read together with paragraphs carried from earlier windows:
the first of the text, those that named a body or a law first and last, and those just before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import Any, NamedTuple

import attrs

from .errors import SourceError
from .mentions import find
from .model import Agency, Citation, Context, Mention, Span, When, context_of
from .text import nfc

__all__ = ["LONGEST_PARAGRAPH", "find_in_windows"]

#: The least number of characters in a window, which ends at the next empty line.
_WINDOW = 200_000
#: The most characters in a paragraph; a longer one has no empty lines and is not text for people.
LONGEST_PARAGRAPH = 2_000_000
#: How many characters of the beginning, of naming paragraphs, and of the end are carried to later windows.
_HEAD, _NAMING, _TAIL = 5_000, 60_000, 15_000


class _Paragraph(NamedTuple):
    """A paragraph with the empty lines after it, and where it begins in the whole text."""

    start: int
    text: str


def find_in_windows(
    lines: str | Iterable[str],
    context: Context | None = None,
    *,
    published: When | None = None,
    kinds: Iterable[str] | None = None,
    window: int = _WINDOW,
) -> Iterator[Mention[Any]]:
    """The mentions of each kind in a plain text of any length, in order, as ``find_*`` gives them.

    Memory holds one window and what is carried into it. Spans are over the whole text. The values are those
    of the whole text too, as long as what an abbreviation or ``Luật này`` stands for is named at the start
    of the text, in a paragraph that names a body or a law for the first or the last time, or shortly before.
    An earlier part does not know what only a later part states (a law's title, the year, a second province):
    give *published*.

    Args:
        lines: The text, or its lines with their ends, such as an open file.
        context: What is known of the text, instead of *published*.
        published: When it was published: a date, a date-time, or either in ISO 8601.
        kinds: The kinds of mentions that are wanted; all by default.
        window: How many characters are read at once, at least.

    >>> lines = ["Cục Báo chí (CBC) họp.\\n", *["\\n", "Trời mưa.\\n"] * 50, "\\n", "Năm 2020, CBC họp.\\n"]
    >>> [mention.quote for mention in find_in_windows(lines, window=100)]
    ['Cục Báo chí', 'CBC', 'Năm 2020', 'CBC']

    Raises:
        SourceError: A paragraph is longer than ``LONGEST_PARAGRAPH``.
        ValueError: *published* is not a day, or one of *kinds* is not a kind.
    """
    known = context_of(context, published=published)
    asked = None if kinds is None else tuple(kinds)
    carried = _Carried()
    for paragraphs in _windows(lines, window):
        before = carried.paragraphs()
        read = [*before, *paragraphs]
        found = find("".join(each.text for each in read), known)
        places = _Places(read)
        first = places.starts[len(before)]
        carried.take(paragraphs, [mention for mention in found if mention.start >= first], places)
        for mention in found:
            if mention.start >= first and (asked is None or mention.kind in asked):
                yield places.moved(mention)


class _Places:
    """Maps places in the text that is read to places in the whole text."""

    def __init__(self, read: list[_Paragraph]) -> None:
        self.read = read
        self.starts = list(accumulate((len(each.text) for each in read), initial=0))

    def index(self, place: int) -> int:
        """The index of the paragraph that *place* is in."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def moved(self, value: Any) -> Any:
        """*value* with every span in it moved to the whole text."""
        if isinstance(value, Span):
            at = self.index(value.start)
            shift = self.read[min(at, len(self.read) - 1)].start - self.starts[at]
            return Span(start=value.start + shift, end=value.end + shift)
        if isinstance(value, tuple):
            return tuple(self.moved(each) for each in value)
        if not attrs.has(type(value)):
            return value
        held = {field.name: getattr(value, field.name) for field in attrs.fields(type(value)) if field.init}
        moved = {name: self.moved(each) for name, each in held.items()}
        changed = {name.lstrip("_"): each for name, each in moved.items() if each is not held[name]}
        return attrs.evolve(value, **changed) if any(changed) else value


class _Carried:
    """The paragraphs that are carried from earlier windows to later ones."""

    def __init__(self) -> None:
        self._head: list[_Paragraph] = []
        self._tail: list[_Paragraph] = []
        self._first: dict[str, _Paragraph] = {}
        self._last: dict[str, _Paragraph] = {}

    def paragraphs(self) -> list[_Paragraph]:
        """The paragraphs that come before the next window, in their order, each once."""
        return sorted({*self._head, *self._first.values(), *self._last.values(), *self._tail})

    def take(self, paragraphs: list[_Paragraph], found: list[Mention[Any]], places: _Places) -> None:
        """Keep what later windows need of a window's *paragraphs*, in which *found* was found."""
        if not self._head:
            self._head = _up_to(paragraphs, _HEAD)
        self._tail = _up_to([*self._tail, *paragraphs][::-1], _TAIL)
        for mention in found:
            if isinstance(mention.value, Agency | Citation):
                paragraph = places.read[places.index(mention.start)]
                name = f"{mention.kind} {_named(mention.value)}"
                self._first.setdefault(name, paragraph)
                self._last[name] = paragraph
        naming = sorted(set(chain(self._first.values(), self._last.values())), reverse=True)
        kept = frozenset(_up_to(naming, _NAMING))
        for named in (self._first, self._last):
            for name in [name for name, paragraph in named.items() if paragraph not in kept]:
                del named[name]


def _named(value: Agency | Citation) -> str:
    """A key that tells one body or law from another."""
    if isinstance(value, Agency):
        return value.id or value.name
    return value.uri or f"{value.type} {value.number}"


def _up_to(paragraphs: Iterable[_Paragraph], size: int) -> list[_Paragraph]:
    """The first of *paragraphs*, as many as fit into *size* characters."""
    kept, held = [], 0
    for each in paragraphs:
        held += len(each.text)
        if held > size:
            break
        kept.append(each)
    return kept


def _windows(lines: str | Iterable[str], size: int) -> Iterator[list[_Paragraph]]:
    """The paragraphs of the text, window by window."""
    window: list[_Paragraph] = []
    held = 0
    for paragraph in _paragraphs(lines):
        window.append(paragraph)
        held += len(paragraph.text)
        if held >= size:
            yield window
            window, held = [], 0
    if window:
        yield window


def _paragraphs(lines: str | Iterable[str]) -> Iterator[_Paragraph]:
    """The paragraphs, each with the empty lines after it."""
    start, held, ended = 0, 0, False
    begun: list[str] = []
    for line in lines.splitlines(keepends=True) if isinstance(lines, str) else lines:
        text = nfc(line)
        empty = not text.strip()
        if ended and not empty:
            yield _Paragraph(start, "".join(begun))
            start, held, begun = start + held, 0, []
        ended = empty and bool(begun)
        begun.append(text)
        held += len(text)
        if held > LONGEST_PARAGRAPH:
            raise SourceError("text", "", f"a paragraph longer than {LONGEST_PARAGRAPH:,} characters")
    if begun:
        yield _Paragraph(start, "".join(begun))
