"""The mentions of a plain text of any length, found part by part, so that memory does not grow with it.

A text is cut at empty lines into windows. Each is read after what earlier ones have to say to it: the first
lines of the text, the paragraphs that named a body or a law first and last, and those just before.
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

#: How many characters a window has at least; it ends at the next empty line.
_WINDOW = 200_000
#: No paragraph may be longer: one that is has no lines, and is no text that people read.
LONGEST_PARAGRAPH = 2_000_000
#: How many characters from the beginning, from paragraphs that named something, and from the end are carried.
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
    """The mentions of each kind in a plain text of any length, by start, as ``find_*`` gives them.

    Memory is that of one window and what is carried into it. The places are those of the whole text; so are
    the values, as long as what an abbreviation or ``Luật này`` stands for is named at the beginning of the
    text, in a paragraph that names a body or a law for the first or the last time, or shortly before. What
    only a later part tells (a law's title, the year, that a second province is spoken of) an earlier one
    does not know: give *published*.

    Args:
        lines: The text, or its lines with their ends, such as an open file.
        context: What is known of the text, in place of the argument that follows.
        published: When it was published: a date, a date-time, or either in ISO 8601.
        kinds: The kinds of mentions that are wanted; all by default.
        window: How many characters are read at once, at least.

    >>> lines = ["Cục Báo chí (CBC) họp.\\n", *["\\n", "Trời mưa.\\n"] * 50, "\\n", "Năm 2020, CBC họp.\\n"]
    >>> [mention.quote for mention in find_in_windows(lines, window=100)]
    ['Cục Báo chí', 'CBC', 'Năm 2020', 'CBC']

    Raises:
        SourceError: A paragraph is longer than ``LONGEST_PARAGRAPH``.
        ValueError: *published* is no day, or one of *kinds* is no kind.
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
    """Where the places of what is read stand in the whole text."""

    def __init__(self, read: list[_Paragraph]) -> None:
        self.read = read
        self.starts = list(accumulate((len(each.text) for each in read), initial=0))

    def index(self, place: int) -> int:
        """Which paragraph *place* is in."""
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
    """What earlier windows have to say to later ones."""

    def __init__(self) -> None:
        self._head: list[_Paragraph] = []
        self._tail: list[_Paragraph] = []
        self._first: dict[str, _Paragraph] = {}
        self._last: dict[str, _Paragraph] = {}

    def paragraphs(self) -> list[_Paragraph]:
        """The paragraphs that come before the next window, in their order, each once."""
        return sorted({*self._head, *self._first.values(), *self._last.values(), *self._tail})

    def take(self, paragraphs: list[_Paragraph], found: list[Mention[Any]], places: _Places) -> None:
        """Keep what matters of a window's *paragraphs*, in which *found* was found."""
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
    """What tells one body or law from another."""
    if isinstance(value, Agency):
        return value.id or value.name
    return value.uri or f"{value.type} {value.number}"


def _up_to(paragraphs: Iterable[_Paragraph], size: int) -> list[_Paragraph]:
    """The first of *paragraphs*, as many as *size* characters hold."""
    kept, held = [], 0
    for each in paragraphs:
        held += len(each.text)
        if held > size:
            break
        kept.append(each)
    return kept


def _windows(lines: str | Iterable[str], size: int) -> Iterator[list[_Paragraph]]:
    """The paragraphs of the text, as many together as a window has."""
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
