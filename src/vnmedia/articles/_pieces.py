"""The parts of an article's body: which of them are text, and each one's kind of block."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from ..model import BlockKind
from ._body import Body
from ._byline import read_byline
from ._lines import Wording, line_of
from ._phrases import closes_article
from ._piece import Piece
from ._profiles import Profile
from ._tables import with_tables
from ._tree import HEADINGS, Fragment, Node, Picture, Tree

__all__ = ["Piece", "legends", "pieces"]

#: An element with a larger share of the body's prose is never left out, whatever its name.
_LARGE_SHARE = 0.35
_LONGEST_HEADING = 14  # words
_LONGEST_LEGEND = 60
_LONGEST_BYLINE = 120  # characters
_LEGENDS = frozenset(("figcaption", "caption"))
#: The least share of links in a box of other stories.
_LISTED = 0.2


def pieces(tree: Tree, profile: Profile, body: Body) -> tuple[list[Piece], list[str]]:
    """The parts of *body* that belong to the article, and warnings about prose left out."""
    boxes = list(_unwanted(tree, profile, body))
    unwanted = bytearray(len(tree.fragments))
    for first, last, _ in boxes:
        unwanted[first:last] = b"\1" * (last - first)
    pictured = {picture.index: picture for picture in tree.pictures}
    shows_pictures = any(body.start <= index < body.end for index in pictured)
    apart = shows_pictures and not _is_all_set_aside(tree, body, pictured)
    found: list[Piece] = []
    for index in range(body.start, body.end):
        fragment = tree.fragments[index]
        if fragment.hidden or unwanted[index]:
            continue
        line = line_of(fragment.text)
        if line is None or _is_furniture(fragment, line):
            continue
        kind = _kind(fragment, line, pictured=index in pictured, apart=apart)
        if index in pictured and kind in ("paragraph", "heading"):
            kind = "caption" if _is_boxed(tree, pictured[index], fragment) else kind
        found.append(Piece(index, fragment, kind, fragment.text))
    rows = with_tables(tree, found)
    kept = _ended(rows)
    said = [*_of_boxes(tree, boxes), *_of_end(rows[len(kept) :])]
    return _with_headings(_with_byline(kept)), said


def legends(tree: Tree, head: range, title_at: int) -> list[Piece]:
    """The legends of pictures between the headline and the text."""
    pictured = {picture.index for picture in tree.pictures if not picture.node.hidden}
    found = []
    for index in head:
        fragment = tree.fragments[index]
        if (
            index <= title_at
            or fragment.hidden
            or fragment.is_linked
            or pictured.isdisjoint((index, index - 1))
        ):
            continue
        line = line_of(fragment.text)
        if line is not None and _kind(fragment, line, pictured=False, apart=True) == "caption":
            found.append(Piece(index, fragment, "caption", fragment.text))
    return found


def _unwanted(tree: Tree, profile: Profile, body: Body) -> Iterator[tuple[int, int, Node]]:
    """The elements in the body that belong to the page, with the fragments in each."""
    start, end = body.start, body.end
    prose = [0, *accumulate(len(f.text) if f.is_prose else 0 for f in tree.fragments[start:end])]
    boxes = [*tree.foreign, *(node for selector in profile.drop for node in tree.select(selector))]
    for node in boxes:
        first, last = tree.range_of(node)
        inside = start <= first < last <= end and (first, last) != (start, end)
        if not (inside and node.is_block):
            continue
        if prose[last - start] - prose[first - start] <= _LARGE_SHARE * prose[-1]:
            yield first, last, node


def _of_boxes(tree: Tree, boxes: Iterable[tuple[int, int, Node]]) -> Iterator[str]:
    """Warnings about prose in *boxes*; prose among links to other stories belongs to those."""
    end = 0
    for first, last, node in sorted(boxes, key=lambda box: (box[0], -box[1])):
        inside = tree.fragments[max(first, end) : last]
        shown = sum(len(fragment.text) for fragment in inside if not fragment.hidden)
        linked = sum(fragment.linked for fragment in inside if not fragment.hidden)
        prose = sum(len(fragment.text) for fragment in inside if fragment.is_prose)
        if prose and linked < _LISTED * shown:
            named = node.get("class") or node.get("id")
            yield f"{prose} characters of prose left out with their element <{node.tag}> {named!r:.60}"
        end = max(end, last)


def _of_end(left_out: Sequence[Piece]) -> Iterator[str]:
    """Warnings about prose after the words that close the article."""
    prose = sum(len(piece.text) for piece in left_out[1:] if piece.fragment.is_prose)
    if prose:
        yield f"{prose} characters of prose left out after {left_out[0].text!r:.60}"


def _is_furniture(fragment: Fragment, line: Wording) -> bool:
    if line.is_furniture or line.moment is not None or line.text.startswith(">>"):
        return True
    if not line.roles.isdisjoint(("end", "list")):
        return True
    return fragment.is_linked and not (line.is_prose and len(line.text) > 250)


def _kind(fragment: Fragment, line: Wording, *, pictured: bool, apart: bool) -> BlockKind:
    """The kind of *fragment*: *pictured* if after a picture, *apart* if the text itself is not set aside."""
    node = fragment.node
    if (named := _named(node, line)) is not None:
        return named
    if node.tag in HEADINGS:
        return "heading"
    if pictured and line.words <= _LONGEST_LEGEND and _is_legend(fragment, line, apart=apart):
        return "caption"
    if node.tag in ("li", "dd") or (node.tag == "p" and line.is_item):
        return "list_item"
    if fragment.is_bold and line.words <= 40 and not line.text.endswith("."):
        return "heading"
    return "paragraph"


def _is_legend(fragment: Fragment, line: Wording, *, apart: bool) -> bool:
    """Whether a fragment under a picture reads, or is set, like a legend."""
    return line.is_caption or (apart and _is_set_aside(fragment)) or _is_label(line)


def _named(node: Node, line: Wording) -> BlockKind | None:
    """The kind given by the name of the element, or of the one around it."""
    parent = node.parent
    roles = node.roles if parent is None else node.roles | parent.roles
    legend = node.tag in _LEGENDS or (parent is not None and parent.tag in _LEGENDS)
    if legend or "caption" in roles:
        return "caption"
    return "byline" if "byline" in roles and len(line.text) <= _LONGEST_BYLINE else None


def _is_boxed(tree: Tree, picture: Picture, fragment: Fragment) -> bool:
    """Whether *picture* and the *fragment* after it share an element that holds only pictures and legends."""
    if fragment.text.count(" ") >= _LONGEST_LEGEND:
        return False
    box: Node | None = picture.node.parent
    while box is not None and box.last <= picture.index:
        box = box.parent
    if box is None or (box is fragment.node and box.tag != "td"):
        return False  # a picture in the paragraph itself
    held = sum(1 for other in tree.pictures if box.index < other.node.index < box.stop)
    return box.last - box.first <= held


def _is_all_set_aside(tree: Tree, body: Body, pictured: Collection[int]) -> bool:
    """Whether the whole text is centred or in italics, so that this distinguishes nothing."""
    prose = [i for i in range(body.start, body.end) if tree.fragments[i].is_prose]
    plain = [tree.fragments[i] for i in prose if i not in pictured]
    return 2 * len(plain) > len(prose) and 2 * sum(map(_is_set_aside, plain)) > len(plain)


def _is_label(line: Wording) -> bool:
    """Whether the line is not a sentence, like many captions."""
    return not line.is_prose and line.text[-1] not in ".:!?"


def _is_set_aside(fragment: Fragment) -> bool:
    """Whether the text is set differently from the body: right, centred or italic."""
    return fragment.node.is_set_aside or fragment.italic * 10 >= len(fragment.text) * 9


def _ended(found: list[Piece]) -> list[Piece]:
    """*found* up to the first words that close an article, if most of its sentences stand above them."""
    total = sum(len(piece.text) for piece in found)
    above = 0
    for index, piece in enumerate(found):
        may_close = above * 2 > total and piece.text.count(" ") < 30
        if may_close and closes_article(piece.text.lower(), is_prose=piece.fragment.is_prose):
            return found[:index]
        above += len(piece.text)
    return found


def _with_byline(found: list[Piece]) -> list[Piece]:
    """*found* with the bylines at its end marked as such, and the credits or outlet below them."""
    passed: list[Piece] = []
    for index in range(len(found) - 1, max(-1, len(found) - 6), -1):
        piece = found[index]
        byline = read_byline(piece.text) if piece.kind != "caption" or _is_on_right(piece) else None
        if byline is not None:
            for below in (piece, *passed):
                below.kind = "byline"
            passed = []
        elif piece.kind != "caption" and _may_follow_byline(piece) and len(passed) < 2:
            passed.append(piece)
        elif piece.kind in ("paragraph", "list_item"):
            break
    return found


def _is_on_right(piece: Piece) -> bool:
    """Whether it is set like a byline, not like a legend."""
    return piece.fragment.is_bold or piece.fragment.node.get("align") == "right"


def _may_follow_byline(piece: Piece) -> bool:
    """Whether it can be the name of an unknown outlet under the author's name."""
    return piece.text.count(" ") < 3 and piece.text[:1].isupper() and piece.text[-1:].isalnum()


def _with_headings(found: list[Piece]) -> list[Piece]:
    """*found* with short lines that head the paragraphs after them marked as headings."""
    for piece, following in pairwise(found):
        numbered = piece.kind == "list_item" and piece.text[0].isdigit() and piece.fragment.node.tag != "li"
        headed = piece.kind == "paragraph" or numbered
        if headed and following.kind == "paragraph" and following.fragment.is_prose:
            short = piece.text.count(" ") < _LONGEST_HEADING and piece.text[:1].isupper()
            if short and piece.text[-1].isalnum() and piece.fragment.node.tag not in ("td", "th"):
                piece.kind = "heading"
    return found
