"""Finds who wrote the article on a page: under its text, by the markup, or in the metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ._body import Body
from ._byline import Byline, read_byline
from ._headline import first_of
from ._metadata import Metadata
from ._moment import first_moment
from ._names import is_sure_name
from ._phrases import is_one
from ._pieces import Piece
from ._profiles import Profile
from ._tree import Node, Tree

__all__ = ["find_byline"]

_MOST_MARKED = 200
_LONGEST = 120
_BELOW = 6
#: The page of an author: ``/tac-gia/kim-oanh-12.html``.
_AUTHOR_PAGE = re.compile(r"/(?:tac-gia|author|authors|phong-vien)/[^/]")
_OTHERS = re.compile(r"\s+(?:và|cùng) \d+ tác giả khác.*$")
_SPLIT_AUTHORS = re.compile(r"\s*[;|]\s*")
_NO_NAME = re.compile(r"\S+@\S+|https?://\S+|[\[\]]|^\W*(?:đăng |viết )?(?:bởi|by)\b:?", re.IGNORECASE)


def find_byline(
    tree: Tree, meta: Metadata, profile: Profile, body: Body, head: range, title_at: int, found: list[Piece]
) -> Byline:
    """The byline: under the text, else by the markup, by the place alone, or in the metadata."""
    below = _below(found)
    marked = _marked(tree, profile, body, head)
    beside = _placed(tree, (index for index in head if index > title_at >= 0))
    stated = [byline for name in meta.authors if (byline := _author(name)) is not None]
    apart = [_poster(tree, body), _signed(found), _placed(tree, _under(tree, body))]
    candidates = [below, *marked, beside, *stated, *apart]
    sources = [source for byline in (below, *marked) if byline for source in byline.sources]
    for byline in candidates:
        if byline is not None and byline.authors:
            return Byline(byline.authors, tuple(dict.fromkeys(sources)))
    return Byline((), tuple(dict.fromkeys(sources)))


def _marked(tree: Tree, profile: Profile, body: Body, head: range) -> list[Byline]:
    """The bylines in elements for authors; of nested elements, the inner one counts."""
    nodes = list(first_of(tree, profile.byline))
    near = range(head.start, min(body.end + _BELOW, len(tree.fragments)))
    usual = (node for node in tree.nodes if node.attrib and _is_for_author(node) and not node.hidden)
    for node in islice(usual, _MOST_MARKED):
        first, last = tree.range_of(node)
        if first in near and last - first <= 3:
            nodes.append(node)
    nodes = _innermost(nodes)
    read = [(node, _author(tree.text_of(node))) for node in nodes if node.end - node.begin < _MOST_MARKED]
    named = [byline for _, byline in read if byline is not None]
    alone = [byline for byline in named if byline.authors]
    # Some pages name each author in an element of its own.
    if len(alone) > 1 and all(len(byline.authors) == 1 for byline in alone):
        authors = dict.fromkeys(author for byline in alone for author in byline.authors)
        return [Byline(tuple(authors), tuple(s for byline in alone for s in byline.sources))]
    return sorted(named, key=lambda byline: -len(byline.authors))


def _under(tree: Tree, body: Body) -> Iterator[int]:
    """The lines right under the text, up to the first heading of something else; links there are tags."""
    for index in range(body.end, min(body.end + _BELOW, len(tree.fragments))):
        fragment = tree.fragments[index]
        if is_one(fragment.text.lower(), "list", "end", "tags") or fragment.is_prose:
            return
        if not fragment.is_linked:
            yield index


def _placed(tree: Tree, places: Iterable[int]) -> Byline | None:
    """The full name alone or beside the time, right under the headline or the text."""
    for index in places:
        fragment = tree.fragments[index]
        byline = None if fragment.hidden else _author(fragment.text)
        if byline is not None and byline.authors and all(map(_is_full_name, byline.authors)):
            return byline
    return None


def _is_full_name(name: str) -> bool:
    return " " in name and is_sure_name(name) and not is_one(name.lower(), "unnamed", "place")


def _is_for_author(node: Node) -> bool:
    get = node.attrib.get
    if "byline" in node.roles or get("rel") == "author" or get("itemprop") == "author":
        return True
    return node.tag == "a" and _AUTHOR_PAGE.search(get("href", "")) is not None


def _innermost(nodes: list[Node]) -> list[Node]:
    """*nodes* without those that contain another one with a name."""
    distinct = list(dict.fromkeys(nodes))
    return [
        node
        for node in distinct
        if not any(node.index < other.index < node.stop and other.begin < other.end for other in distinct)
    ]


def _poster(tree: Tree, body: Body) -> Byline | None:
    """The author of a forum post, from the element around its text."""
    node: Node | None = tree.fragments[body.start].node if body.start < body.end else None
    while node is not None:
        if name := node.get("data-author").strip():
            return Byline((name,))
        node = node.parent
    return None


def _signed(found: list[Piece]) -> Byline | None:
    """A pen name set apart under the text: ``Papai``, on the right."""
    pieces = [piece for piece in found if piece.kind != "caption"]
    last = pieces[-1] if pieces else None
    if last is None or last.kind == "byline" or len(pieces) < 2 or not _is_pen_name(last.text):
        return None
    before = pieces[-2].text
    is_apart = last.fragment.node.is_set_aside or (last.fragment.is_bold and before.endswith((".", "!", "?")))
    if not is_apart:
        return None
    last.kind = "byline"
    return Byline((last.text,))


def _is_pen_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 3
        and all(word[:1].isupper() and word.replace(".", "").isalpha() for word in words)
        and not is_one(text.lower(), "unnamed", "place", "line", "list", "end", "note", "outlet")
    )


def _below(found: list[Piece]) -> Byline | None:
    named = [_author(piece.text) for piece in found if piece.kind == "byline"]
    bylines = [byline for byline in named if byline is not None]
    authors = dict.fromkeys(author for byline in bylines for author in byline.authors)
    sources = dict.fromkeys(source for byline in bylines for source in byline.sources)
    return Byline(tuple(authors), tuple(sources)) if bylines else None


def _author(text: str) -> Byline | None:
    """The byline in the text of an element or meta tag, which may hold a time or an address too."""
    if len(text) > _LONGEST:
        return None
    text = _OTHERS.sub("", text)
    if (found := first_moment(text)) is not None:
        text = text[: found[1]] + " " + text[found[2] :]
    text = _NO_NAME.sub(" ", text)
    text = _SPLIT_AUTHORS.sub(", ", " ".join(text.split()).strip(" -–—•|,:"))
    return read_byline(text) if text else None
