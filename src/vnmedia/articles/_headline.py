"""The headline of a page and the summary under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from ._body import Body
from ._lines import line_of
from ._metadata import Metadata
from ._moment import first_moment
from ._plain import without_prefix
from ._profiles import Profile
from ._tree import HEADINGS, Fragment, Node, Tree

__all__ = ["Headline", "around", "begin_alike", "find_headline", "find_lead", "first_of", "headline_near"]

_TITLE_SUFFIX = re.compile(r"\s+[-–—|»]\s+(?:[^-–—|»]{1,60})$")
#: The most elements of one selector that are looked at.
_MOST_ALIKE = 20
_MOST_MARKED = 200
_MOST_WORDS = 60
_SUFFIX_MARK = re.compile(r"\s*(?:[-–—|»]\s|\Z)")
_WORD = re.compile(r"\w+")
_MOTTO = re.compile(r"(?:nước )?c[ộo]ng h[oò][aà] xã hội chủ nghĩa việt nam|độc lập - tự do")
_SHORTEST_LEAD, _LONGEST_LEAD = 25, 1_500
_MOST_LINES = 8
#: The least likeness of two forms of one title.
_LIKE = 0.55
#: If the likeness is less than this, an element with the exact words is looked for.
_SURELY_LIKE = 0.9
_LONGEST_TITLE = 300


@attrs.frozen
class Headline:
    """The title as the page shows it, and its fragment, -1 if only the metadata have the title."""

    text: str | None
    at: int = -1


def first_of(tree: Tree, selectors: Iterable[str]) -> Iterator[Node]:
    """The elements that *selectors* name, those of the first selector first."""
    for selector in selectors:
        yield from islice(tree.select(selector), _MOST_ALIKE)


def around(fragment: Fragment, levels: int) -> Iterator[Node]:
    """The block of *fragment*, and the elements around it."""
    node: Node | None = fragment.node
    for _ in range(levels):
        if node is None:
            return
        yield node
        node = node.parent


def find_headline(tree: Tree, meta: Metadata, profile: Profile) -> Headline:
    """The visible headline; without one, the metadata's."""
    stated = [_unsuffixed(title) for title in (*meta.titles, *meta.page_titles)]
    marked = list(first_of(tree, profile.title))
    marked += [node for tag in ("h1", "h2", "h3") for node in tree.tagged(tag)]
    marked += list(first_of(tree, (".title", ".tieude", "#title")))
    best: tuple[float, Headline] | None = None
    for rank, node in enumerate(marked[:_MOST_MARKED]):
        text = _as_headline(tree, node)
        if text is None:
            continue
        usual = 0.5 if node.tag == "h1" else 0
        likeness = max((_likeness(text, title) for title in stated), default=usual)
        score = likeness - rank * 0.001 + (0.1 if node.tag == "h1" else 0)
        if likeness > _LIKE and (best is None or score > best[0] + 0.05):
            best = score, Headline(text, tree.range_of(node)[0])
    if best is None or best[0] < _SURELY_LIKE:
        printed = _printed(tree, (*meta.titles, *meta.page_titles))
        if printed is not None:
            return printed
    if best is not None:
        return best[1]
    return _marked(tree, meta, profile) or Headline(next(iter(stated), None))


def _as_headline(tree: Tree, node: Node) -> str | None:
    """The text of *node* if a headline may be as long; the text of much longer ones is not even joined."""
    first, last = tree.range_of(node)
    if first == last or (node.is_block and last - first > _MOST_WORDS):
        return None
    text = tree.text_of(node)
    return text if 2 <= text.count(" ") + 1 <= _MOST_WORDS else None


def _printed(tree: Tree, stated: Iterable[str]) -> Headline | None:
    """The stated title where the page prints it, in any element; the site's name may follow it."""
    wanted = [title.casefold() for title in stated if title]
    first_letters = {title[0] for title in wanted}
    for index, fragment in enumerate(tree.fragments):
        text = fragment.text
        if text[0].casefold()[0] not in first_letters or len(text) > _LONGEST_TITLE or text.count(" ") < 3:
            continue
        if not (fragment.hidden or fragment.is_linked) and any(_prints(text, title) for title in wanted):
            return Headline(text, index)
    return None


def _prints(text: str, title: str) -> bool:
    """Whether *title*, in lower case, is *text* with at most a site's name after it."""
    words = text.casefold()
    rest = title[len(words) :]
    return title.startswith(words) and len(rest) < len(words) and _SUFFIX_MARK.match(rest) is not None


def _marked(tree: Tree, meta: Metadata, profile: Profile) -> Headline | None:
    """The headline by the markup alone, if no metadata resemble it."""
    for node in first_of(tree, profile.title):
        if text := tree.text_of(node):
            return Headline(text, tree.range_of(node)[0])
    printed = (node for node in tree.tagged("h1") if range(*tree.range_of(node)))
    texts = ((node, text) for node in printed if (text := tree.text_of(node)))
    headings = list(islice(texts, 2))  # each of a thousand within each other has the text of the rest
    if len(headings) == 1 and (meta.titles or not meta.page_titles):
        node, text = headings[0]
        if text.count(" ") >= 3:
            return Headline(text, tree.range_of(node)[0])
    return None


def headline_near(tree: Tree, meta: Metadata, body: Body) -> Headline | None:
    """The headline of a page without one in its metadata, such as a portal's: the line above the text."""
    start = body.start
    first_prose = next((i for i in range(start, body.end) if len(tree.fragments[i].text) > 120), start)
    likely: list[tuple[int, int]] = []
    for index in range(max(0, start - 12), first_prose):
        fragment = tree.fragments[index]
        line = line_of(fragment.text)
        if line is None or line.moment or line.is_furniture or not line.is_headline or line.words < 5:
            continue
        if _MOTTO.match(line.lower) is not None or fragment.is_linked or fragment.hidden:
            continue
        rank = _rank(tree, index)
        if rank:
            likely.append((rank, index))
    if not likely:
        return None
    _, index = max(likely, key=lambda found: (found[0], -abs(found[1] - start)))
    text = tree.fragments[index].text
    if meta.titles and all(_likeness(text, title) <= _LIKE for title in meta.titles):
        return None  # the article's metadata have a title, and it is a different one
    return Headline(text, index)


def _rank(tree: Tree, index: int) -> int:
    """How likely a line is the headline, by its markup and a time of publishing right under it."""
    fragment = tree.fragments[index]
    named = any("title" in node.roles for node in around(fragment, 2))
    headed = 2 * (fragment.node.tag in HEADINGS) + (fragment.node.tag == "h1")
    under = line_of(tree.fragments[index + 1].text) if index + 1 < len(tree.fragments) else None
    return 2 * named + headed + fragment.is_bold + (under is not None and under.moment is not None)


def find_lead(
    tree: Tree, meta: Metadata, profile: Profile, body: Body, title: str | None, head: range
) -> tuple[str | None, set[int]]:
    """The summary under the headline and its fragments: by its markup, the metadata, or its place."""
    near = range(head.start, min(body.start + _MOST_LINES, body.end))
    usual = (node for node in tree.playing("lead") if node.is_block and node.first in near)
    for node in (*first_of(tree, profile.lead), *islice(usual, _MOST_ALIKE)):
        first, last = tree.range_of(node)
        text = _summary(tree, first, last) if last - first <= _MOST_LINES else ""
        if first < body.end and _may_be_lead(text, title) and not _tells_of_post(tree, first, last):
            return text, set(range(first, last))
    described = [text for text in meta.descriptions if len(text) >= 40]
    for index in [*head, *range(body.start, min(body.start + 3, body.end))]:
        fragment = tree.fragments[index]
        if fragment.is_linked or fragment.hidden or not _may_be_lead(fragment.text, title):
            continue
        if any(begin_alike(fragment.text, text) for text in described):
            return fragment.text, {index}
    return _lead_by_place(tree, body, title, head)


def _lead_by_place(tree: Tree, body: Body, title: str | None, head: range) -> tuple[str | None, set[int]]:
    """The one element with prose between the headline and the element that holds the text."""
    texts = {i: tree.fragments[i].text for i in range(head.start, body.core)}
    at = next((i for i, text in texts.items() if text == title), body.core)
    prose = [
        i for i, text in texts.items() if i > at and _may_be_lead(text, title) and tree.fragments[i].is_prose
    ]
    holders = {tree.fragments[i].node for i in prose}
    first, last = tree.range_of(holders.pop()) if len(holders) == 1 else (0, 0)
    if not at < first < last <= min(body.core, first + _MOST_LINES) or _tells_of_post(tree, first, last):
        return None, set()
    return _summary(tree, first, last), set(range(first, last))


def _tells_of_post(tree: Tree, first: int, last: int) -> bool:
    """Whether a line names the forum and the author of a post, with links, and ends with the day."""
    fragment = tree.fragments[first]
    found = first_moment(fragment.text) if last - first == 1 and fragment.linked else None
    return found is not None and found[2] >= len(fragment.text.rstrip(" .)"))


def _may_be_lead(text: str, title: str | None) -> bool:
    if not _SHORTEST_LEAD <= len(text) <= _LONGEST_LEAD or text == title:
        return False
    line = line_of(text)
    return line is not None and not (line.is_furniture or line.moment or line.is_caption)


def _summary(tree: Tree, first: int, last: int) -> str:
    """The words of a summary, without links to other stories in its element."""
    lines = [fragment for fragment in tree.fragments[first:last] if not fragment.hidden]
    own = [f.text for f in lines if not (f.text.startswith(">>") or (f.is_linked and len(lines) > 1))]
    return " ".join(own)


def _unsuffixed(title: str) -> str:
    """*title* without the outlet after it."""
    shorter = _TITLE_SUFFIX.sub("", title)
    return shorter if len(shorter.split()) >= 4 else title


def _likeness(one: str, other: str) -> float:
    """The share of the shorter title's words that the other title also has."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / max(min(len(a), len(b)), 3) * (0.5 + 0.5 * shared / max(len(a), len(b)))


def begin_alike(text: str, description: str) -> bool:
    """Whether *text* and *description* begin alike, apart from an outlet before either."""
    bare, stated = without_prefix(text)[0], without_prefix(description)[0]
    size = min(60, len(stated.rstrip(" .…")))
    return bare[:size].lower() == stated[:size].lower()
