"""Who wrote the article on a page: the byline under its text, by the markup, else in the metadata."""

from __future__ import annotations

import re
from itertools import islice

from ._body import Body
from ._byline import Byline, read_byline
from ._headline import first_of
from ._metadata import Metadata
from ._moment import first_moment
from ._pieces import Piece
from ._profiles import Profile
from ._tree import Tree

__all__ = ["find_byline"]

_MOST_MARKED = 200
_LONGEST = 120
_OTHERS = re.compile(r"\s+(?:và|cùng) \d+ tác giả khác.*$")
_SPLIT_AUTHORS = re.compile(r"\s*[;|]\s*")
_NO_NAME = re.compile(r"\S+@\S+|https?://\S+|[\[\]]|^\W*(?:đăng |viết )?(?:bởi|by)\b:?", re.IGNORECASE)


def find_byline(
    tree: Tree, meta: Metadata, profile: Profile, body: Body, head: range, found: list[Piece]
) -> Byline:
    """Who is named under the text, else by the markup, else in the metadata."""
    below = _below(found)
    marked = _marked(tree, profile, body, head)
    candidates = [below, *marked, *(_author(name) for name in meta.authors)]
    sources = [source for byline in (below, *marked) if byline for source in byline.sources]
    for byline in candidates:
        if byline is not None and byline.authors:
            return Byline(byline.authors, tuple(dict.fromkeys(sources)))
    return Byline((), tuple(dict.fromkeys(sources)))


def _marked(tree: Tree, profile: Profile, body: Body, head: range) -> list[Byline]:
    texts = [tree.text_of(node) for node in first_of(tree, profile.byline)]
    near = range(head.start, min(body.end + 6, len(tree.fragments)))
    for node in islice(tree.playing("byline"), _MOST_MARKED):
        first, last = tree.range_of(node)
        if first in near and last - first <= 3:
            texts.append(tree.text_of(node))
    read = [_author(text) for text in texts if len(text) <= _LONGEST]
    named = [byline for byline in read if byline is not None]
    alone = [byline for byline in named if byline.authors]
    # Some pages name each author in an element of its own.
    if len(alone) > 1 and all(len(byline.authors) == 1 for byline in alone):
        authors = dict.fromkeys(author for byline in alone for author in byline.authors)
        return [Byline(tuple(authors), tuple(s for byline in alone for s in byline.sources))]
    return sorted(named, key=lambda byline: -len(byline.authors))


def _below(found: list[Piece]) -> Byline | None:
    named = [_author(piece.text) for piece in found if piece.kind == "byline"]
    bylines = [byline for byline in named if byline is not None]
    authors = dict.fromkeys(author for byline in bylines for author in byline.authors)
    sources = dict.fromkeys(source for byline in bylines for source in byline.sources)
    return Byline(tuple(authors), tuple(sources)) if bylines else None


def _author(text: str) -> Byline | None:
    """The byline in the text of an element or meta tag, which may hold a time or an address too."""
    text = _OTHERS.sub("", text)
    if (found := first_moment(text)) is not None:
        text = text[: found[1]] + " " + text[found[2] :]
    text = _NO_NAME.sub(" ", text)
    text = _SPLIT_AUTHORS.sub(", ", " ".join(text.split()).strip(" -–—•|,.:"))
    return read_byline(text) if text else None
