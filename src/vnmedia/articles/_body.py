"""Finds the part of a page that holds the article's text: the one with the most prose.

The densest block is found over the whole page, whatever its elements are called. A profile or a usual name
is only a vote: it counts if the element that it names holds a fair share of that block's prose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

import attrs

from ._phrases import closes_article, is_one
from ._profiles import Profile
from ._roles import Look
from ._tree import HEADINGS, Fragment, Node, Tree

__all__ = ["Body", "find_body"]

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
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "dd", "pre")) | HEADINGS
#: The weights of prose under a name such as ``comment``, and of prose above the headline.
_NAMED, _ABOVE = 0.1, 0.3
#: An element with a larger share of the page's prose is the page's content, whatever its name.
_MOST_OF_PAGE = 0.5
#: After more prose than this, a name such as ``comment`` is believed even for most of the page's prose.
_SMALL_ARTICLE = 300
_FAIR_SHARE = {"profile": 0.5, "name": 0.7}
_LEAST_PROSE = 80
#: The least share of prose, and the most of links, in a neighbour that continues the text.
_PROSY, _LINKED = 0.6, 0.25
_MOST_BETWEEN = 3
_SHORT_BETWEEN = 400
_PART = 0.15
#: The share of a foreign text that may have Vietnamese letters: names.
_FOREIGN_SHARE = 0.3
#: The weight of text without Vietnamese letters beside Vietnamese prose.
_TRANSLATED = 0.3
_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@attrs.frozen
class Body:
    """The fragments from *start* to *end* that hold the text.

    Attributes:
        core: Where the element that holds most of the text begins.
        repairs: What was mended to find the text.
    """

    start: int
    end: int
    core: int
    repairs: tuple[str, ...] = ()


@attrs.frozen
class _Sums:
    """Running sums of text, of links in it, of prose, and of prose with Vietnamese letters."""

    shown: list[int]
    linked: list[int]
    prose: list[int]
    weight: list[float]
    vietnamese: list[int]

    def of(self, sums: list[int], start: int, end: int) -> int:
        return sums[end] - sums[start]

    def weight_in(self, start: int, end: int) -> float:
        return self.weight[end] - self.weight[start]


def find_body(tree: Tree, profile: Profile, title_at: int) -> Body:
    """The fragments of the article's text; *title_at* is the headline's fragment, -1 if unknown."""
    repairs: list[str] = []
    _hide_copies(tree)
    if _show_hidden(tree):
        repairs.append("text that the page hides is kept, since it shows none")
    sums = _sums(tree, title_at)
    element = _densest(tree, sums)
    if element is None:
        start, end = _short(tree, title_at + 1)
        return Body(start, end, start, tuple(repairs))
    densest = _widened(tree, sums, element)
    size = sums.weight_in(*densest)
    for vote, selectors in (("profile", profile.body), ("name", _KNOWN_BODIES)):
        named = [tree.range_of(node) for selector in selectors for node in tree.select(selector)]
        start, end = max(named, key=lambda found: sums.weight_in(*found), default=(0, 0))
        if start < end and sums.weight_in(start, end) >= _FAIR_SHARE[vote] * size:
            return Body(start, end, start, tuple(repairs))
        if vote == "profile" and start < end:
            share = round(100 * sums.weight_in(start, end) / size)
            repairs.append(
                f"the body that the profile {profile.id} names holds {share} % of the prose of the densest "
                "block, which is taken"
            )
    return Body(*densest, element.first, tuple(repairs))


def _hide_copies(tree: Tree) -> None:
    """Hides what the page shows only on some screens, if the same text stands elsewhere."""
    if not any(fragment.node.look & Look.RESPONSIVE for fragment in tree.fragments):
        return
    seen = {f.text for f in tree.fragments if not (f.hidden or f.node.look & Look.RESPONSIVE)}
    for fragment in tree.fragments:
        if fragment.node.look & Look.RESPONSIVE and not fragment.hidden:
            fragment.hidden = fragment.text in seen
            seen.add(fragment.text)


def _show_hidden(tree: Tree) -> bool:
    """Shows what the page hides, if that is nearly all its prose: a script would show it."""
    hidden = [fragment for fragment in tree.fragments if fragment.hidden]
    for fragment in hidden:
        fragment.hidden = False
    prose = sum(len(fragment.text) for fragment in hidden if fragment.is_prose)
    for fragment in hidden:
        fragment.hidden = True
    if prose <= _SMALL_ARTICLE:
        return False
    if prose <= 4 * sum(len(fragment.text) for fragment in tree.fragments if fragment.is_prose):
        return False
    for fragment in hidden:
        fragment.hidden = False
    for node in tree.nodes:
        node.hidden = False
    return True


def _sums(tree: Tree, title_at: int) -> _Sums:
    fragments = tree.fragments
    shown = [0 if fragment.hidden else len(fragment.text) for fragment in fragments]
    linked = [0 if fragment.hidden else fragment.linked for fragment in fragments]
    prose = [len(fragment.text) if fragment.is_prose else 0 for fragment in fragments]
    before = [0, *accumulate(prose)]
    named = _named(tree, before, title_at)
    vietnamese = [
        size if size and _VIETNAMESE.search(fragment.text) else 0
        for size, fragment in zip(prose, fragments, strict=True)
    ]
    translated = _TRANSLATED if sum(vietnamese) > _SMALL_ARTICLE else 1
    weights = (
        size * (_NAMED if under else 1) * (_ABOVE if index < title_at else 1) * (1 if own else translated)
        for index, (size, under, own) in enumerate(zip(prose, named, vietnamese, strict=True))
    )
    return _Sums(
        [0, *accumulate(shown)],
        [0, *accumulate(linked)],
        before,
        [0, *accumulate(weights)],
        [0, *accumulate(vietnamese)],
    )


def _named(tree: Tree, prose: list[int], title_at: int) -> bytearray:
    """Which fragments stand in an element that by its name is the page's and holds no article."""
    named = bytearray(len(tree.fragments))
    above = prose[title_at + 1]
    for node in tree.foreign:
        first, last = tree.range_of(node)
        size = prose[last] - prose[first]
        is_after_article = first > title_at >= 0 and prose[first] - above > _SMALL_ARTICLE
        if size <= _MOST_OF_PAGE * prose[-1] or is_after_article:
            named[first:last] = b"\1" * (last - first)
    return named


def _densest(tree: Tree, sums: _Sums) -> Node | None:
    """The element whose children hold the most prose."""
    scores: defaultdict[Node, float] = defaultdict(float)
    for index, fragment in enumerate(tree.fragments):
        weight = sums.weight[index + 1] - sums.weight[index]
        if not weight:
            continue
        node: Node | None = fragment.node
        if node is not None and node.tag not in _PARAGRAPHS:
            scores[node] += weight
        for _ in range(3):
            node = _block_around(node)
            if node is None:
                break
            scores[node] += weight
            weight /= 2
    return max(scores, key=scores.__getitem__, default=None)


def _block_around(node: Node | None) -> Node | None:
    node = node.parent if node is not None else None
    while node is not None and not node.is_block:
        node = node.parent
    return node


def _widened(tree: Tree, sums: _Sums, best: Node) -> tuple[int, int]:
    """The fragments of *best*, and of its neighbours if they hold the rest of its text."""
    start, end = tree.range_of(best)
    node = best
    while node.parent is not None and node.tag not in ("body", "html"):
        children = list(tree.children(node.parent))
        at = children.index(node)
        end = _joined(tree, sums, children[at + 1 :], node, (start, end))[1]
        start = _joined(tree, sums, reversed(children[:at]), node, (start, end))[0]
        node = node.parent
    return start, end


def _joined(
    tree: Tree, sums: _Sums, neighbours: Iterable[Node], node: Node, range_: tuple[int, int]
) -> tuple[int, int]:
    """*range_* with the neighbours of *node* on one side that continue the text."""
    start, end = range_
    between = 0
    for neighbour in neighbours:
        first, last = tree.range_of(neighbour)
        if first >= last:
            continue
        if _goes_on(tree, sums, neighbour, node, sums.weight_in(start, end)):
            start, end = min(start, first), max(end, last)
            between = 0
            continue
        between += 1
        if between > _MOST_BETWEEN or sums.of(sums.shown, first, last) > _SHORT_BETWEEN:
            break
        if any(_closes(fragment) for fragment in tree.fragments[first : min(last, first + 3)]):
            break
    return start, end


def _goes_on(tree: Tree, sums: _Sums, neighbour: Node, node: Node, size: float) -> bool:
    """Whether *neighbour* holds a further part of the text that *node* holds."""
    first, last = tree.range_of(neighbour)
    shown, weight = sums.of(sums.shown, first, last), sums.weight_in(first, last)
    if (
        weight < _LEAST_PROSE
        or weight < _PROSY * shown
        or sums.of(sums.linked, first, last) > _LINKED * shown
    ):
        return False
    if _closes(tree.fragments[first]) or _is_translation(tree, sums, neighbour, node):
        return False
    alike = neighbour.tag == node.tag and neighbour.get("class") == node.get("class")
    return neighbour.tag in _PARAGRAPHS or alike or weight >= _PART * size


def _is_translation(tree: Tree, sums: _Sums, neighbour: Node, node: Node) -> bool:
    """Whether *neighbour* has no Vietnamese letters where *node* does: a tab with the text in English."""
    shares = []
    for part in (neighbour, node):
        first, last = tree.range_of(part)
        shares.append(sums.of(sums.vietnamese, first, last) / max(1, sums.of(sums.prose, first, last)))
    return shares[0] < _FOREIGN_SHARE and shares[1] > 1 - _FOREIGN_SHARE


def _closes(fragment: Fragment) -> bool:
    lower = fragment.text[:120].lower()
    return is_one(lower, "end", "list") or closes_article(lower, is_prose=fragment.is_prose)


def _short(tree: Tree, start: int) -> tuple[int, int]:
    """All fragments from *start* on if the short lines are a notice or the like; none if they are a menu."""
    foreign = bytearray(len(tree.fragments))
    for node in tree.foreign:  # filled at a stroke each: they may stand in one another
        first, last = tree.range_of(node)
        foreign[first:last] = b"\1" * (last - first)
    after = [
        fragment
        for index, fragment in enumerate(tree.fragments[start:], start)
        if not (foreign[index] or fragment.hidden)
    ]
    linked = sum(fragment.linked for fragment in after)
    is_menu = linked * 4 > sum(len(fragment.text) for fragment in after)
    return start, start if is_menu else len(tree.fragments)
