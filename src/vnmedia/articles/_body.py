"""Which part of a page is the article's text, and what each piece of it is."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate

import attrs
from lxml import html

from ..model import BlockKind
from ._byline import read_byline
from ._lines import Line, line_of
from ._phrases import begins, is_one
from ._profiles import Profile
from ._tree import Fragment, Tree, is_set_aside, plays

__all__ = ["Piece", "body_range", "pieces"]

_KNOWN_BODIES = (
    "[itemprop=articleBody]",
    ".entry-content",
    ".post-content",
    ".article-content",
    ".detail-content",
    ".news-content",
    ".content-detail",
    ".noi-dung",
    ".noidung",
    "#content-detail",
    "#noidung",
    "#newscontent",
    "#divNewsDetails",
    "#main-detail",
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@attrs.frozen(eq=False)
class Piece:
    """One part of the article's body."""

    index: int
    fragment: Fragment
    kind: BlockKind
    text: str


def body_range(tree: Tree, profile: Profile, title_at: int) -> tuple[int, int]:
    """The fragments of the element that holds the text: a known one, else the one with most sentences."""
    sums = _Sums.of(tree)
    for selectors in (profile.body, _KNOWN_BODIES):
        ranges = [tree.range_of(element) for selector in selectors for element in tree.select(selector)]
        start, end = max(ranges, key=lambda found: sums.prose_in(*found), default=(0, 0))
        size = sums.prose_in(start, end)
        if size >= 80 and (selectors is profile.body or size * 2 >= sums.prose[-1]):
            return start, end
    return _densest(tree, sums, title_at)


@attrs.frozen
class _Sums:
    """How much text, and how much prose, stands before each fragment."""

    shown: list[int]
    prose: list[int]

    @classmethod
    def of(cls, tree: Tree) -> _Sums:
        sizes = [len(fragment.text) for fragment in tree.fragments]
        prose = [size * _is_prose(fragment) for size, fragment in zip(sizes, tree.fragments, strict=True)]
        return cls([0, *accumulate(sizes)], [0, *accumulate(prose)])

    def prose_in(self, start: int, end: int) -> int:
        return self.prose[end] - self.prose[start]

    def shown_in(self, start: int, end: int) -> int:
        return self.shown[end] - self.shown[start]


def _is_prose(fragment: Fragment) -> bool:
    return (
        not fragment.dropped
        and len(fragment.text) >= 60
        and fragment.linked * 2 < len(fragment.text)
        and fragment.text.count(" ") >= 10
    )


def _densest(tree: Tree, sums: _Sums, title_at: int) -> tuple[int, int]:
    """The element whose children hold the most prose, widened while what is around it is prose too."""
    scores: defaultdict[html.HtmlElement, float] = defaultdict(float)
    for index, fragment in enumerate(tree.fragments):
        if not _is_prose(fragment) or index < title_at:
            continue
        element, weight = fragment.element, 1.0
        if element.tag not in ("p", "li", "blockquote", *_HEADINGS):
            scores[element] += len(fragment.text)
        for _ in range(3):
            element = element.getparent()
            if element is None:
                break
            scores[element] += len(fragment.text) * weight
            weight /= 2
    if not scores:
        return _short(tree, title_at + 1)
    best = max(scores, key=scores.__getitem__)
    start, end = tree.range_of(best)
    size = sums.prose_in(start, end)
    parent = best.getparent()
    while parent is not None and parent.tag not in ("body", "html"):
        first, last = tree.range_of(parent)
        around = sums.prose_in(first, last)
        if around >= size * 1.25 and around * 10 >= sums.shown_in(first, last) * 7:
            start, end, size = first, last, around
        parent = parent.getparent()
    return start, end


def _short(tree: Tree, start: int) -> tuple[int, int]:
    """All from *start* on where a page of short lines is a notice or the like, nothing where it is a menu."""
    behind = [fragment for fragment in tree.fragments[start:] if not fragment.dropped]
    linked = sum(fragment.linked for fragment in behind)
    is_menu = linked * 4 > sum(len(fragment.text) for fragment in behind)
    return start, start if is_menu else len(tree.fragments)


def pieces(tree: Tree, profile: Profile, start: int, end: int) -> list[Piece]:
    """The parts of the body between two fragments, without what is not of the article."""
    unwanted = bytearray(len(tree.fragments))
    for selector in profile.drop:
        for element in tree.select(selector):
            first, last = tree.ranges.get(element, (0, 0))
            if first < last and not unwanted[first]:
                unwanted[first:last] = b"\1" * (last - first)
    pictured = {picture.index for picture in tree.pictures}
    found: list[Piece] = []
    seen: set[str] = set()
    under_list = False
    for index in range(start, end):
        fragment = tree.fragments[index]
        line = line_of(fragment.text)
        if unwanted[index] or fragment.dropped or line is None or _is_furniture(fragment, line):
            continue
        if is_one(line.lower, "list", "end") and fragment.element.tag != "p":
            under_list = True
            continue
        under_list = under_list and not _is_prose(fragment)
        if under_list or (len(fragment.text) > 40 and fragment.text in seen):
            continue
        seen.add(fragment.text)
        found.append(Piece(index, fragment, _kind(fragment, line, index in pictured), fragment.text))
    return _with_byline(_ended(found))


def _is_furniture(fragment: Fragment, line: Line) -> bool:
    if line.is_furniture or line.moment is not None or line.text.startswith(">>"):
        return True
    if is_one(line.lower, "end", "list"):
        return True
    return fragment.is_linked and not (line.is_prose and len(line.text) > 250)


def _kind(fragment: Fragment, line: Line, pictured: bool) -> BlockKind:
    element = fragment.element
    around = [element, *([element.getparent()] if element.getparent() is not None else [])]
    if any(near.tag in ("figcaption", "caption") or plays(near, "caption") for near in around):
        return "caption"
    if len(line.text) <= 120 and any(plays(near, "byline") for near in around):
        return "byline"
    if element.tag in _HEADINGS:
        return "heading"
    if pictured and line.words <= 60 and (line.is_caption or is_set_aside(element) or not line.is_prose):
        return "caption"
    if element.tag in ("li", "dd") or (line.is_item and element.tag == "p"):
        return "list_item"
    if fragment.is_bold and line.words <= 40 and not line.text.endswith("."):
        return "heading"
    return "paragraph"


def _ended(found: list[Piece]) -> list[Piece]:
    """*found* up to the first words that close an article, where most of its sentences stand above them."""
    total = sum(len(piece.text) for piece in found)
    above = 0
    for index, piece in enumerate(found):
        if above * 2 > total and begins(piece.text.lower(), "end-start") and piece.text.count(" ") < 30:
            return found[:index]
        above += len(piece.text)
    return found


def _with_byline(found: list[Piece]) -> list[Piece]:
    """*found* with the bylines at its end marked as such."""
    for index in range(len(found) - 1, max(-1, len(found) - 5), -1):
        piece = found[index]
        byline = read_byline(piece.text) if piece.kind != "caption" else None
        if byline is not None and (byline.authors or byline.sources):
            found[index] = attrs.evolve(piece, kind="byline")
        elif piece.kind in ("paragraph", "list_item"):
            break
    return found
