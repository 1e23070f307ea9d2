"""A page's mark-up as tokens, and the text that it shows with the place of each character.

The tokenizer follows the HTML standard as far as needed to tell text from mark-up. It reads each character
once: what opens and never closes reaches to the end of the page, as in a browser.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from operator import ge

import attrs

from ._align import seen_length
from ._elements import VOID

__all__ = ["HtmlPage"]

# Elements whose content is not text of the page, or cannot have mark-up.
_RAW = frozenset(("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp"))
_UNTOUCHED = frozenset(("audio", "button", "canvas", "math", "object", "select", "svg", "template", "video"))
_PHRASING = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    )
)
_EMPTY = frozenset(("br", "wbr", "img"))
_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# An attribute, or what stands in its place: a value in quotes counts only after an equals sign.
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?:[^\s/>=][^\s/>=]*+|=[^\s/>=]*+)?"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))?"
)
_OPEN_VALUE = re.compile(r"\s*+=\s*+[\"']")
# A letter with its combining marks, which compose to one character; anything else by itself.
_CLUSTER = re.compile(r"\w[\u0300-\u036f]*+|.", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};)")


@attrs.frozen
class _Tag:
    """A start tag (1), an end tag (-1), or one that needs no end (0), with its place."""

    start: int
    end: int
    name: str
    step: int


class _Untouched:
    """The open elements whose content is left as it is.

    Attributes:
        names: Their names, from the outermost in.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self._open = dict.fromkeys(_UNTOUCHED, 0)  # how many of each are among them

    def step(self, tag: _Tag) -> None:
        """Open one, or close the innermost of this name and those that it holds."""
        if tag.step > 0:
            self.names.append(tag.name)
            self._open[tag.name] += 1
        while tag.step <= 0 and self._open[tag.name]:
            self._open[self.names.pop()] -= 1


@attrs.frozen
class _Stretch:
    """A stretch of the shown text that matches its source character by character, or only as a whole."""

    shown: int
    start: int
    end: int
    node: int
    linked: bool
    even: bool


class HtmlPage:
    """A page of HTML.

    Attributes:
        shown: The text that may be tagged, in NFC.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._tags: list[_Tag] = []
        shown: list[str] = []
        self._pieces: list[_Stretch] = []
        self._length = 0
        self._read(shown)
        self.shown = "".join(shown)
        self._starts = [piece.shown for piece in self._pieces]

    def _read(self, shown: list[str]) -> None:
        untouched = _Untouched()
        in_link = False
        for start, end, tag in _tokens(self._source):
            if tag is not None:
                if tag.name in _UNTOUCHED:
                    untouched.step(tag)
                elif tag.name == "a":
                    in_link = tag.step > 0
                self._tags.append(tag)
            elif not untouched.names:
                self._text(start, end, shown, in_link=in_link)

    def _text(self, start: int, end: int, shown: list[str], *, in_link: bool) -> None:
        position = start
        for reference in _REFERENCE.finditer(self._source, start, end):
            self._plain(position, reference.start(), shown, in_link)
            self._add(reference.span(), html.unescape(reference.group()), shown, in_link)
            position = reference.end()
        self._plain(position, end, shown, in_link)

    def _plain(self, start: int, end: int, shown: list[str], in_link: bool) -> None:
        text = self._source[start:end]
        if unicodedata.is_normalized("NFC", text):
            self._add((start, end), text, shown, in_link, even=True)
            return
        for cluster in _CLUSTER.finditer(text):
            span = start + cluster.start(), start + cluster.end()
            self._add(span, unicodedata.normalize("NFC", cluster.group()), shown, in_link)

    def _add(
        self, span: tuple[int, int], text: str, shown: list[str], in_link: bool, *, even: bool = False
    ) -> None:
        if text:
            shown.append(text)
            self._pieces.append(_Stretch(self._length, *span, len(self._tags), in_link, even))
            self._length += len(text)

    def _place(self, character: int) -> tuple[int, int, int]:
        """Where a shown character begins and ends in the source, and how many tags stand before it."""
        piece = self._pieces[bisect_right(self._starts, character) - 1]
        if not piece.even:
            return piece.start, piece.end, piece.node
        start = piece.start + character - piece.shown
        return start, start + 1, piece.node

    def _is_linked(self, first: int, last: int) -> bool:
        """Whether any of the shown characters from *first* to *last* stands in a link."""
        low, high = (bisect_right(self._starts, character) for character in (first, last))
        return any(piece.linked for piece in self._pieces[low - 1 : high])

    def ranges(
        self, characters: Sequence[int | None], quote: str, *, link: bool
    ) -> Iterator[tuple[int, int]]:
        """The ranges of the source that show *quote*; a single one if the mark-up inside allows it.

        Empty where its *characters* do not stand together, or a link would be in a link.
        """
        seen = [place for place in characters if place is not None]
        if not seen or len(seen) != seen_length(quote) or any(map(ge, seen, seen[1:])):
            return
        if len(seen) != seen_length(self.shown[seen[0] : seen[-1] + 1]):
            return
        if link and self._is_linked(seen[0], seen[-1]):
            return
        first, last = self._place(seen[0]), self._place(seen[-1])
        whole = self._whole(first, last)
        if whole is not None:
            yield whole
            return
        start, end, node = first
        for place in seen[1:]:
            begins, ends, here = self._place(place)
            if here != node:
                yield start, end
                start, node = begins, here
            end = ends
        yield start, end

    def _whole(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[int, int] | None:
        """The range from one character to another, if it has only matching tags of phrasing elements.

        Tags right before or after the range are included where they make the others match.
        """
        unmatched = _unmatched(self._tags[first[2] : last[2]])
        if unmatched is None:
            return None
        closed, opened = unmatched
        start, end = first[0], last[1]
        for name, tag in zip_longest(closed, reversed(self._tags[max(0, first[2] - len(closed)) : first[2]])):
            if tag is None or (tag.name, tag.step, tag.end) != (name, 1, start):
                return None
            start = tag.start
        for name, tag in zip_longest(reversed(opened), self._tags[last[2] : last[2] + len(opened)]):
            if tag is None or (tag.name, tag.step, tag.start) != (name, -1, end):
                return None
            end = tag.end
        return start, end


def _unmatched(tags: Iterable[_Tag]) -> tuple[list[str], list[str]] | None:
    """The end tags without a start among *tags*, and the start tags without an end.

    None where the tags cross, or where one is no phrasing element's or is a link's.
    """
    opened: list[str] = []
    closed: list[str] = []
    for tag in tags:
        if tag.name == "a" or (tag.name not in _PHRASING and tag.name not in _EMPTY):
            return None
        if tag.step > 0:
            opened.append(tag.name)
        elif tag.step < 0 and not opened:
            closed.append(tag.name)
        elif tag.step < 0 and opened.pop() != tag.name:
            return None
    return closed, opened


def _tokens(source: str) -> Iterator[tuple[int, int, _Tag | None]]:
    """Stretches of text, and tags, in order; comments and raw elements are left out."""
    position = 0
    while position < len(source):
        start = source.find("<", position)
        if start < 0:
            start = len(source)
        if position < start:
            yield position, start, None
        if start == len(source):
            return
        if source[start : start + 2] not in ("<!", "<?", "</") and not _TAG_NAME.match(source, start):
            position = start + 1
            yield start, position, None
            continue
        position, tag = _markup(source, start)
        if tag is not None:
            yield start, position, tag


def _markup(source: str, start: int) -> tuple[int, _Tag | None]:
    """Where the mark-up that begins at *start* ends, and its tag if it is one."""
    name = _TAG_NAME.match(source, start)
    if name is None:
        mark = "-->" if source.startswith("<!--", start) else ">"
        end = source.find(mark, start + 2)
        return len(source) if end < 0 else end + len(mark), None
    end = _tag_end(source, name.end())
    lower = name.group(1).lower()
    closes = source[start + 1] == "/"
    if lower in _RAW and not closes:
        return _raw_end(source, end, lower), None
    return end, _Tag(start, end, lower, 0 if lower in VOID else -1 if closes else 1)


def _tag_end(source: str, position: int) -> int:
    """The place after the ``>`` of a tag, or the end of the page."""
    while position < len(source):
        if source[position] == ">":
            return position + 1
        match = _ATTRIBUTE.match(source, position)
        if match is None or match.end() == position or _OPEN_VALUE.match(source, match.end()):
            # A quotation mark that never closes takes the rest of the page with it.
            return len(source)
        position = match.end()
    return len(source)


def _raw_end(source: str, position: int, name: str) -> int:
    """The place after the end tag of a raw element, or the end of the page."""
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position)
    return len(source) if match is None else _tag_end(source, match.end())
