"""Reads an HTML page: its article's text, its blocks, and what it states about itself.

The body is where the prose stands. The metadata, the publisher's profile and the form of the markup each
propose where a part is; the text there must read like such a part. The article's text is put together only
from the parts, each on lines of its own, without menus, related stories and comments.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..model import Block, BlockKind, Cell, Image, Span
from ..model._trusted import trusted
from ..text import nfc
from ._address import host_of
from ._body import Body, find_body
from ._byline import Byline
from ._headline import find_headline, find_lead, first_of, headline_near
from ._legal import LegalPage, names_instrument, read_legal, with_letterhead
from ._metadata import Metadata, read_metadata
from ._outlets import outlet_at
from ._people import find_byline
from ._pieces import Piece, legends, pieces
from ._plain import Stated, credit_of, without_prefix
from ._profiles import Profile, profile_of
from ._sections import find_section
from ._times import choose_times, shown_times, unknown_times
from ._tree import Tree, read_tree

__all__ = ["read_page"]

_block, _cell, _span = trusted(Block), trusted(Cell), trusted(Span)
#: A page with at least so many characters of prose should have an article.
_MUCH_PROSE = 500


def read_page(markup: str, url: str | None) -> tuple[str, Stated]:
    """The article's text in NFC, and what the page states about it; both empty if there is no article."""
    tree = read_tree(markup)
    if tree is None:
        return "", Stated()
    meta = read_metadata(tree)
    address = url or next(iter(meta.urls), None)
    profile = profile_of(host_of(address), tree) or Profile(id="unknown")
    return _Reader(tree, meta, profile, address).read()


@attrs.define
class _Reader:
    """Reads one page, using its head, its site and its address."""

    tree: Tree
    meta: Metadata
    profile: Profile
    address: str | None

    def read(self) -> tuple[str, Stated]:
        tree, meta, profile = self.tree, self.meta, self.profile
        headline = find_headline(tree, meta, profile)
        body = with_letterhead(tree, find_body(tree, profile, headline.at))
        marked = headline.text
        if headline.at < 0:
            headline = headline_near(tree, meta, body) or headline
        title, at = headline.text, headline.at
        head = range(max(0, at - 15) if at >= 0 else 0, body.start)
        inside, left_out = pieces(tree, profile, body)
        body = attrs.evolve(body, repairs=(*body.repairs, *left_out))
        found = [*legends(tree, head, at), *inside]
        legal = read_legal(tree, body, found)
        if legal is not None:
            return self._legal(legal, title if at < body.start else marked, body)
        lead, lead_at = find_lead(tree, meta, profile, body, title, head)
        published, modified = choose_times(shown_times(tree, profile, head, at, body), meta, profile)
        found = [
            piece
            for piece in found
            if piece.text not in (title, lead) and not (lead and piece.index in lead_at)
        ]
        if lead is None and found and _opens_with_lead(found[0]):
            lead = found.pop(0).text
        byline = find_byline(tree, meta, profile, body, head, at, found)
        bare, outlet = without_prefix(lead) if lead else (None, None)
        text, blocks = _put_together(title, lead, found)
        stated = Stated(
            title=title,
            lead=bare,
            section=find_section(tree, meta, profile, self.address, title, at),
            publisher=profile.publisher or self._publisher(byline, outlet),
            url=self.address,
            published=published,
            modified=modified,
            authors=byline.authors,
            tags=self._tags(title),
            images=self._images(found, max(at, 0), body),
            blocks=blocks,
            repairs=(*body.repairs, *unknown_times(tree, meta, head, body), *_missing(tree, found)),
        )
        return text, stated

    def _legal(self, legal: LegalPage, headline: str | None, body: Body) -> tuple[str, Stated]:
        """The result for a page that holds a legal document, with a day of issue and no authors."""
        title = headline if headline and names_instrument(headline) else legal.title or headline
        text, blocks = _put_together(title, None, [p for p in legal.pieces if p.text != title])
        stated = Stated(
            title=title,
            publisher=self.profile.publisher or self._publisher(Byline(), None),
            url=self.address,
            published=legal.issued,
            tags=self._tags(title),
            images=self._images(legal.pieces, body.start, body),
            blocks=blocks,
            repairs=body.repairs,
        )
        return text, stated

    def _publisher(self, byline: Byline, outlet: str | None) -> str | None:
        host = host_of(self.address)
        named = [name for name in self.meta.publishers if "." not in name and len(name) <= 60]
        candidates = (outlet_at(host), *named, host, outlet, *byline.sources)
        return next((name for name in candidates if name), None)

    def _tags(self, title: str | None) -> tuple[str, ...]:
        marked = [
            self.tree.text_of(link)
            for node in first_of(self.tree, self.profile.tags)
            for link in self.tree.inside(node)
            if link.tag == "a"
        ]
        tags = [tag.strip(" #,;") for tag in marked] or [tag for tag in self.meta.tags if tag != title]
        return tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) <= 80))

    def _images(self, found: list[Piece], start: int, body: Body) -> tuple[Image, ...]:
        """The pictures in and above the text, each with a legend if one stands before the next paragraph."""
        captions = {piece.index: piece for piece in found if piece.kind == "caption"}
        images = []
        for picture in self.tree.pictures:
            above = start <= picture.index < body.start
            named = picture.index in captions or picture.index + 1 in captions
            inside = body.start <= picture.index <= body.end
            if picture.node.hidden or not (inside or (above and named)):
                continue
            near = captions.pop(picture.index, None) or captions.pop(picture.index + 1, None)
            caption = near.text if near else None
            images.append(
                Image(url=picture.url, caption=caption, credit=credit_of(caption) if caption else None)
            )
        images += [Image(caption=c.text, credit=credit_of(c.text)) for c in captions.values()]
        return tuple(dict.fromkeys(images))


def _missing(tree: Tree, found: list[Piece]) -> Iterator[str]:
    """Warnings for a page that has prose where its article has none."""
    if any(piece.kind in ("paragraph", "list_item", "caption") for piece in found):
        return
    prose = sum(len(fragment.text) for fragment in tree.fragments if fragment.is_prose)
    if prose >= _MUCH_PROSE:
        yield f"no article in {prose} characters of prose"


def _opens_with_lead(piece: Piece) -> bool:
    """Whether the body's first paragraph is its summary: in bold, or like the description."""
    return piece.kind in ("paragraph", "heading") and piece.fragment.is_bold and len(piece.text) >= 60


def _put_together(title: str | None, lead: str | None, found: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    parts: list[tuple[BlockKind, str, tuple[Cell, ...]]] = []
    if title:
        parts.append(("title", nfc(title), ()))
    if lead:
        parts.append(("lead", lead, ()))
    parts.extend((piece.kind, piece.text, piece.cells) for piece in found)
    blocks, texts, position = [], [], 0
    for kind, text, cells in parts:
        end = position + len(text)
        moved = tuple(_moved(cell, position) for cell in cells)
        blocks.append(_block(kind, _span(position, end), moved))
        texts.append(text)
        position = end + 2
    return "\n\n".join(texts), tuple(blocks)


def _moved(cell: Cell, by: int) -> Cell:
    span = _span(cell.span.start + by, cell.span.end + by)
    return _cell(span, cell.row, cell.column, cell.rows, cell.columns, cell.head)
