"""An HTML page → its article's text, blocks, and what it says of itself.

The body is where the prose stands. The metadata, the publisher's profile and the form of the markup each
propose where a part is; what stands there must read as such a part. The text is put together from the parts
alone, each on lines of its own: menus, related stories and comments do not come into it.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..model import Block, BlockKind, Image, Span
from ..text import nfc
from ._address import host_of
from ._body import Body, find_body
from ._byline import Byline
from ._headline import around, find_headline, find_lead, first_of, headline_near
from ._metadata import Metadata, read_metadata
from ._moment import Moment, first_moment
from ._people import find_byline
from ._phrases import is_one, label
from ._pieces import Piece, pieces
from ._plain import Stated, credit_of, without_prefix
from ._profiles import Profile, profile_of
from ._times import Shown, choose_times
from ._tree import Tree, read_tree

__all__ = ["read_page"]

#: A page with so many characters of prose should have an article.
_MUCH_PROSE = 500


def read_page(markup: str, url: str | None) -> tuple[str, Stated]:
    """The article's text in NFC, and what the page states about it; both empty where it has no article."""
    tree = read_tree(nfc(markup))
    if tree is None:
        return "", Stated()
    meta = read_metadata(tree)
    address = url or next(iter(meta.urls), None)
    profile = profile_of(host_of(address), tree) or Profile(id="unknown")
    return _Reader(tree, meta, profile, address).read()


@attrs.define
class _Reader:
    tree: Tree
    meta: Metadata
    profile: Profile
    address: str | None

    def read(self) -> tuple[str, Stated]:
        headline = find_headline(self.tree, self.meta, self.profile)
        body = find_body(self.tree, self.profile, headline.at)
        if headline.at < 0:
            headline = headline_near(self.tree, body) or headline
        title, at = headline.text, headline.at
        head = range(max(0, at - 15) if at >= 0 else 0, body.start)
        lead, lead_at = find_lead(self.tree, self.meta, self.profile, body, title, head)
        published, modified = choose_times(self._visible_times(head, at, body), self.meta, self.profile)
        found = [
            piece
            for piece in pieces(self.tree, self.profile, body)
            if piece.text not in (title, lead) and not (lead and piece.index in lead_at)
        ]
        if lead is None and found and _opens_with_lead(found[0]):
            lead = found.pop(0).text
        byline = find_byline(self.tree, self.meta, self.profile, body, head, found)
        bare, outlet = without_prefix(lead) if lead else (None, None)
        text, blocks = _put_together(title, lead, found)
        stated = Stated(
            title=title,
            lead=bare,
            section=self._section(),
            publisher=self.profile.publisher or self._publisher(byline, outlet),
            url=self.address,
            published=published,
            modified=modified,
            authors=byline.authors,
            tags=self._tags(title),
            images=self._images(found, body),
            blocks=blocks,
            repairs=(*body.repairs, *_missing(self.tree, found)),
        )
        return text, stated

    def _visible_times(self, head: range, title_at: int, body: Body) -> Iterator[Shown]:
        """The times on the page, the likeliest first: by the profile, under the headline, elsewhere."""
        for node in first_of(self.tree, self.profile.time):
            for text in (self.tree.text_of(node), node.get("datetime"), node.get("title")):
                if (found := first_moment(text[:200])) is not None:
                    yield Shown(text[:200], found[0], near=True)
        under = [i for i in head if i > title_at]
        above = [i for i in reversed(head) if i < title_at]
        inside = range(body.start, min(body.start + 4, body.end))
        below = range(body.end, min(body.end + 6, len(self.tree.fragments)))
        for index in (*under, *inside, *above, *below):
            fragment = self.tree.fragments[index]
            if len(fragment.text) > 120 or not any(char.isdigit() for char in fragment.text):
                continue
            timed = any("time" in node.roles or node.tag == "time" for node in around(fragment, 2))
            found = first_moment(fragment.text)
            if found is not None and (timed or _is_time_line(fragment.text, found)):
                yield Shown(fragment.text, found[0], near=title_at - 3 <= index < body.end)

    def _section(self) -> str | None:
        for node in first_of(self.tree, self.profile.section):
            inside = [item for item in self.tree.inside(node) if item.tag in ("a", "li")]
            names = [self.tree.text_of(item) for item in inside] or [self.tree.text_of(node)]
            names = [name for name in names if name and not is_one(name.lower(), "line")]
            if names:
                return names[0]
        return next((text.split(",")[0].strip() for text in self.meta.sections if text), None)

    def _publisher(self, byline: Byline, outlet: str | None) -> str | None:
        named = [name for name in self.meta.publishers if "." not in name and len(name) <= 60]
        return next(iter(named), None) or host_of(self.address) or outlet or next(iter(byline.sources), None)

    def _tags(self, title: str | None) -> tuple[str, ...]:
        marked = [
            self.tree.text_of(link)
            for node in first_of(self.tree, self.profile.tags)
            for link in self.tree.inside(node)
            if link.tag == "a"
        ]
        tags = [tag.strip(" #,;") for tag in marked] or [tag for tag in self.meta.tags if tag != title]
        return tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) <= 80))

    def _images(self, found: list[Piece], body: Body) -> tuple[Image, ...]:
        """The body's pictures, each with the legend that follows it before the next paragraph."""
        captions = {piece.index: piece for piece in found if piece.kind == "caption"}
        images = []
        for picture in self.tree.pictures:
            if picture.node.hidden or not body.start <= picture.index <= body.end:
                continue
            near = captions.pop(picture.index, None) or captions.pop(picture.index + 1, None)
            caption = near.text if near else None
            images.append(
                Image(url=picture.url, caption=caption, credit=credit_of(caption) if caption else None)
            )
        images += [Image(caption=c.text, credit=credit_of(c.text)) for c in captions.values()]
        return tuple(dict.fromkeys(images))


def _missing(tree: Tree, found: list[Piece]) -> Iterator[str]:
    """What is to be said of a page that has prose where its article has none."""
    prose = sum(len(fragment.text) for fragment in tree.fragments if fragment.is_prose)
    if prose >= _MUCH_PROSE and not any(piece.kind in ("paragraph", "list_item") for piece in found):
        yield f"no article in {prose} characters of prose"


def _opens_with_lead(piece: Piece) -> bool:
    """Whether the body's first paragraph is its summary: set in bold, or like the description."""
    return piece.kind in ("paragraph", "heading") and piece.fragment.is_bold and len(piece.text) >= 60


def _is_time_line(text: str, found: tuple[Moment, int, int]) -> bool:
    """Whether the time is most of what *text* says, or is labelled as the time of publishing."""
    _, start, end = found
    rest = len(text) - (end - start)
    return rest <= 30 or label(text.lower(), "posted") > 0 or label(text.lower(), "changed") > 0


def _put_together(title: str | None, lead: str | None, found: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    parts: list[tuple[BlockKind, str]] = []
    if title:
        parts.append(("title", title))
    if lead:
        parts.append(("lead", lead))
    parts.extend((piece.kind, piece.text) for piece in found)
    blocks, texts, position = [], [], 0
    for kind, part in parts:
        text = nfc(part)
        blocks.append(Block(kind=kind, span=Span(start=position, end=position + len(text))))
        texts.append(text)
        position += len(text) + 2
    return "\n\n".join(texts), tuple(blocks)
