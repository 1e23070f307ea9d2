"""An HTML page → its article's text, blocks, and what it says of itself.

The metadata, the publisher's profile and the form of the markup each propose where a part is; what
stands there must read as such a part. The text is put together from the parts alone, each on lines of
its own: menus, related stories and comments do not come into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs
from lxml import html

from ..model import Block, BlockKind, Image, Span
from ..text import nfc
from ._address import host_of
from ._body import Piece, body_range, pieces
from ._byline import Byline, read_byline
from ._lines import line_of
from ._metadata import Metadata, read_metadata
from ._moment import Moment, first_moment
from ._phrases import is_one, label
from ._plain import Stated, credit_of, without_prefix
from ._profiles import Profile, profile_of
from ._times import Shown, choose_times
from ._tree import Fragment, Tree, plays, read_tree, text_of

__all__ = ["read_page"]

_TITLE_SUFFIX = re.compile(r"\s+[-–—|»]\s+(?:[^-–—|»]{1,60})$")
#: Of elements that a selector names, no more are looked at.
_MOST_ALIKE = 20
_WORD = re.compile(r"\w+")
_OTHERS = re.compile(r"\s+(?:và|cùng) \d+ tác giả khác.*$")
_SPLIT_AUTHORS = re.compile(r"\s*[;|]\s*")


def read_page(markup: str, url: str | None) -> tuple[str, Stated]:
    """The article's text in NFC, and what the page states about it; both empty where it has no article."""
    tree = read_tree(nfc(markup))
    if tree is None:
        return "", Stated()
    meta = read_metadata(tree.root)
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
        title, title_at = self._title()
        start, end = body_range(self.tree, self.profile, title_at)
        if title_at < 0:
            title, title_at = self._title_near(start, end) or (title, -1)
        head = range(max(0, title_at - 15) if title_at >= 0 else 0, start)
        lead, lead_at = self._lead(head, start, end, title)
        published, modified = choose_times(
            self._visible_times(head, title_at, start, end), self.meta, self.profile
        )
        found = [
            piece
            for piece in pieces(self.tree, self.profile, start, end)
            if piece.text not in (title, lead) and not (lead and piece.index in lead_at)
        ]
        if lead is None and found and self._opens_with_lead(found[0]):
            lead = found.pop(0).text
        byline = self._byline(head, found, end)
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
            images=self._images(found, start, end),
            blocks=blocks,
        )
        return text, stated

    def _first(self, selectors: Iterable[str]) -> Iterator[html.HtmlElement]:
        for selector in selectors:
            yield from islice(self.tree.select(selector), _MOST_ALIKE)

    def _title(self) -> tuple[str | None, int]:
        """The visible headline and its fragment; without one, the metadata's and -1."""
        stated = [_unsuffixed(title) for title in (*self.meta.titles, *self.meta.page_titles)]
        marked = list(self._first(self.profile.title))
        marked += [element for tag in ("h1", "h2", "h3") for element in self.tree.root.iter(tag)]
        marked += [e for keys in (".title", ".tieude", "#title") for e in self.tree.select(keys)]
        best: tuple[float, str, int] | None = None
        for rank, element in enumerate(marked[:200]):
            first, last = self.tree.range_of(element)
            text = text_of(element)
            if first == last or not 2 <= len(text.split()) <= 60:
                continue
            likeness = max(
                (_likeness(text, title) for title in stated), default=0.5 if element.tag == "h1" else 0
            )
            score = likeness - rank * 0.001 + (0.1 if element.tag == "h1" else 0)
            if likeness > 0.55 and (best is None or score > best[0] + 0.05):
                best = (score, text, first)
        if best is not None:
            return best[1], best[2]
        for element in self._first(self.profile.title):
            if text_of(element):
                return text_of(element), self.tree.range_of(element)[0]
        headings = [e for e in self.tree.root.iter("h1") if text_of(e) and self.tree.range_of(e) != (0, 0)]
        if (
            (self.meta.titles or not self.meta.page_titles)
            and len(headings) == 1
            and len(text_of(headings[0]).split()) >= 4
        ):
            return text_of(headings[0]), self.tree.range_of(headings[0])[0]
        return next(iter(stated), None), -1

    def _title_near(self, start: int, end: int) -> tuple[str, int] | None:
        """The headline of a page whose metadata know none, such as a portal's: what stands above the text."""
        first_prose = next((i for i in range(start, end) if len(self.tree.fragments[i].text) > 120), start)
        likely: list[tuple[int, int]] = []
        for index in range(max(0, start - 12), first_prose):
            fragment = self.tree.fragments[index]
            line = line_of(fragment.text)
            if line is None or line.moment or line.is_furniture or not line.is_headline or line.words < 5:
                continue
            named = any(plays(element, "title") for element in _around(fragment, 2))
            headed = fragment.element.tag in ("h1", "h2", "h3", "h4")
            if not fragment.is_linked and (named or headed or fragment.is_bold):
                likely.append((2 * named + 2 * headed + fragment.is_bold, index))
        if not likely:
            return None
        _, index = max(likely, key=lambda found: (found[0], -abs(found[1] - start)))
        return self.tree.fragments[index].text, index

    def _lead(self, head: range, start: int, end: int, title: str | None) -> tuple[str | None, set[int]]:
        """The summary under the headline, as its markup or the metadata tells."""
        for element in self._first(self.profile.lead):
            first, last = self.tree.range_of(element)
            text = self.tree.words(element) if last - first <= 6 else ""
            if text and text != title and first < end and len(text) <= 1500:
                return text, set(range(first, last))
        described = [text for text in self.meta.descriptions if len(text) >= 40]
        for index in [*head, *range(start, min(start + 3, end))]:
            fragment = self.tree.fragments[index]
            if len(fragment.text) < 30 or fragment.text == title or fragment.is_linked:
                continue
            marked = any(plays(element, "lead") for element in _around(fragment, 2))
            if (marked and index in head) or any(_begin_alike(fragment.text, text) for text in described):
                return fragment.text, {index}
        return None, set()

    def _opens_with_lead(self, piece: Piece) -> bool:
        """Whether the body's first paragraph is its summary: set in bold, or like the description."""
        return piece.kind in ("paragraph", "heading") and piece.fragment.is_bold and len(piece.text) >= 60

    def _visible_times(self, head: range, title_at: int, start: int, end: int) -> Iterator[Shown]:
        """The times on the page, the likeliest first: by the profile, under the headline, elsewhere."""
        for element in self._first(self.profile.time):
            for text in (text_of(element), element.get("datetime") or "", element.get("title") or ""):
                if (found := first_moment(text[:200])) is not None:
                    yield Shown(text[:200], found[0], near=True)
        under = [i for i in head if i > title_at]
        above = [i for i in reversed(head) if i < title_at]
        inside = range(start, min(start + 4, end))
        below = range(end, min(end + 6, len(self.tree.fragments)))
        for index in (*under, *inside, *above, *below):
            fragment = self.tree.fragments[index]
            if len(fragment.text) > 120 or not any(char.isdigit() for char in fragment.text):
                continue
            timed = any(plays(element, "time") or element.tag == "time" for element in _around(fragment, 2))
            found = first_moment(fragment.text)
            if found is not None and (timed or _is_time_line(fragment.text, found)):
                yield Shown(fragment.text, found[0], near=title_at - 3 <= index < end)

    def _byline(self, head: range, found: list[Piece], end: int) -> Byline:
        """Who is named under the text, else by the markup, else in the metadata."""
        below = _below(found)
        marked = self._marked_bylines(head, end)
        candidates = [below, *marked, *(_author(name) for name in self.meta.authors)]
        sources = [source for byline in (below, *marked) if byline for source in byline.sources]
        for byline in candidates:
            if byline is not None and byline.authors:
                return Byline(byline.authors, tuple(dict.fromkeys(sources)))
        return Byline((), tuple(dict.fromkeys(sources)))

    def _marked_bylines(self, head: range, end: int) -> list[Byline]:
        texts = [text_of(element) for element in self._first(self.profile.byline)]
        near = range(head.start, min(end + 6, len(self.tree.fragments)))
        for element in islice(self.tree.playing("byline"), 10 * _MOST_ALIKE):
            first, last = self.tree.range_of(element)
            inside = head.stop <= first < end and self.tree.fragments[first].dropped
            if first in near and last - first <= 3 and not inside:
                texts.append(text_of(element))
        read = [_author(text) for text in texts if len(text) <= 120]
        named = [byline for byline in read if byline is not None]
        alone = [byline for byline in named if byline.authors]
        # Some pages name each author in an element of its own.
        if len(alone) > 1 and all(len(byline.authors) == 1 for byline in alone):
            authors = dict.fromkeys(author for byline in alone for author in byline.authors)
            return [Byline(tuple(authors), tuple(s for byline in alone for s in byline.sources))]
        return sorted(named, key=lambda byline: -len(byline.authors))

    def _section(self) -> str | None:
        for element in self._first(self.profile.section):
            names = [text_of(item) for item in element.iter("a", "li")] or [text_of(element)]
            names = [name for name in names if name and not is_one(name.lower(), "line")]
            if names:
                return names[0]
        return next((text.split(",")[0].strip() for text in self.meta.sections if text), None)

    def _publisher(self, byline: Byline, outlet: str | None) -> str | None:
        named = [name for name in self.meta.publishers if "." not in name and len(name) <= 60]
        return next(iter(named), None) or host_of(self.address) or outlet or next(iter(byline.sources), None)

    def _tags(self, title: str | None) -> tuple[str, ...]:
        marked = [text_of(link) for element in self._first(self.profile.tags) for link in element.iter("a")]
        tags = [tag.strip(" #,;") for tag in marked] or [tag for tag in self.meta.tags if tag != title]
        return tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) <= 80))

    def _images(self, found: list[Piece], start: int, end: int) -> tuple[Image, ...]:
        """The body's pictures, each with the legend that follows it before the next paragraph."""
        captions = {piece.index: piece for piece in found if piece.kind == "caption"}
        images = []
        for picture in self.tree.pictures:
            if picture.dropped or not start <= picture.index <= end:
                continue
            near = captions.pop(picture.index, None) or captions.pop(picture.index + 1, None)
            caption = near.text if near else None
            images.append(
                Image(url=picture.url, caption=caption, credit=credit_of(caption) if caption else None)
            )
        images += [Image(caption=c.text, credit=credit_of(c.text)) for c in captions.values()]
        return tuple(dict.fromkeys(images))


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
    text = re.sub(
        r"\S+@\S+|https?://\S+|[\[\]]|^\W*(?:đăng |viết )?(?:bởi|by)\b:?", " ", text, flags=re.IGNORECASE
    )
    text = _SPLIT_AUTHORS.sub(", ", " ".join(text.split()).strip(" -–—•|,.:"))
    return read_byline(text) if text else None


def _around(fragment: Fragment, levels: int) -> Iterator[html.HtmlElement]:
    element = fragment.element
    for _ in range(levels):
        if element is None:
            return
        yield element
        element = element.getparent()


def _is_time_line(text: str, found: tuple[Moment, int, int]) -> bool:
    """Whether the time is most of what *text* says, or is labelled as the time of publishing."""
    _, start, end = found
    rest = len(text) - (end - start)
    return rest <= 30 or label(text.lower(), "posted") > 0 or label(text.lower(), "changed") > 0


def _unsuffixed(title: str) -> str:
    """*title* without the outlet behind it."""
    shorter = _TITLE_SUFFIX.sub("", title)
    return shorter if len(shorter.split()) >= 4 else title


def _likeness(one: str, other: str) -> float:
    """The share of words that two titles have in common, of the shorter one's."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / max(min(len(a), len(b)), 3) * (0.5 + 0.5 * shared / max(len(a), len(b)))


def _begin_alike(text: str, description: str) -> bool:
    bare, stated = without_prefix(text)[0], without_prefix(description)[0]
    size = min(60, len(stated.rstrip(" .…")))
    return bare[:size].lower() == stated[:size].lower()
