"""HTML → fragments: the pieces of text a reader sees, in order, each with the element it stands in.

The tree is lxml's: its parser fetches nothing, resolves no external entity, runs no script, and closes what
is nested too deep. What it would take long over, thousands of attributes in one tag, is cut before.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs
from lxml import etree, html

from ..registries import load
from ._words import Vocabulary

__all__ = ["Fragment", "Picture", "Tree", "is_set_aside", "plays", "read_tree", "segments", "text_of"]

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td
    tfoot th thead tr ul
    """.split()  # noqa: SIM905
)
_SKIPPED = frozenset(
    """
    script style noscript template iframe object embed svg math head button input select option textarea
    canvas map audio video
    """.split()  # noqa: SIM905
)
# A form may hold the whole page: ASP.NET puts one around it.
_DROPPED_TAGS = frozenset(("nav", "footer", "aside"))
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ASIDE = re.compile(r"text-align\s*:\s*(?:right|center)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"""<[a-zA-Z][^\s/>"']*(?:[^"'>]+|"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))*+(?:>|\Z)""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_CAMEL = re.compile(r"[A-ZĐ]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_LONG_TAG = 1_500
_MOST_ATTRIBUTES = 300


@attrs.frozen(eq=False)
class Fragment:
    """One run of text in a block.

    Attributes:
        text: Its words, one space between them.
        element: The block element it stands in.
        linked, bold: How many of its characters are in links, in bold.
        dropped: Whether an element around it is of the page, not the article.
    """

    text: str
    element: html.HtmlElement
    linked: int
    bold: int
    dropped: bool

    @property
    def is_linked(self) -> bool:
        """Whether nearly all of it is links."""
        return self.linked * 5 >= len(self.text) * 4

    @property
    def is_bold(self) -> bool:
        """Whether nearly all of it is bold."""
        return self.bold * 10 >= len(self.text) * 9


@attrs.frozen(eq=False)
class Picture:
    """A picture and the index of the fragment that it stands before."""

    index: int
    url: str
    dropped: bool


@attrs.define(eq=False)
class Tree:
    """A page: its elements, and its fragments with the range of them that each block element holds."""

    root: html.HtmlElement
    fragments: list[Fragment] = attrs.field(factory=list)
    ranges: dict[html.HtmlElement, tuple[int, int]] = attrs.field(factory=dict)
    index: dict[str, list[html.HtmlElement]] = attrs.field(factory=dict)
    pictures: list[Picture] = attrs.field(factory=list)

    def select(self, selector: str) -> list[html.HtmlElement]:
        """The shown elements that *selector* names (``.class``, ``#id``, ``[itemprop=x]``, ``h1.class``)."""
        tag, mark, rest = re.match(r"(\w*)([.#\[])(.+)", selector).groups()  # type: ignore[union-attr]
        found = self.index.get(mark + rest, [])
        return [element for element in found if not tag or element.tag == tag]

    def playing(self, role: str) -> list[html.HtmlElement]:
        """The shown elements of which a class or id says that they play *role*."""
        vocabulary = _vocabulary(role)
        found = [
            element
            for key, elements in self.index.items()
            if key[0] in ".#" and not vocabulary.isdisjoint(segments(key[1:]))
            for element in elements
        ]
        return list(dict.fromkeys(found))

    def range_of(self, element: html.HtmlElement) -> tuple[int, int]:
        """The fragments of *element*, or of the block around it; an empty range where it is not shown."""
        while element is not None and element not in self.ranges:
            element = element.getparent()
        return self.ranges.get(element, (0, 0))

    def words(self, element: html.HtmlElement) -> str:
        """The words of *element* that a reader sees."""
        if element in self.ranges:
            first, last = self.ranges[element]
            return " ".join(fragment.text for fragment in self.fragments[first:last])
        return text_of(element)


@cache
def _vocabulary(role: str) -> frozenset[str]:
    return frozenset(load("page_markup.toml", Vocabulary)[role].words.split())


@lru_cache(maxsize=4096)
def segments(names: str) -> frozenset[str]:
    """The words in class names and ids: ``article__sapo cmsDesc`` has article, sapo, cms, desc."""
    found = {part.lower() for part in _CAMEL.findall(names[:500])}
    found.update(name.lower() for name in names[:500].split())
    found.update(re.sub(r"[-_]", "", name.lower()) for name in names[:500].split())
    return frozenset(found)


def plays(element: html.HtmlElement, role: str) -> bool:
    """Whether a class, id or type of *element* says that it plays *role*."""
    return not _vocabulary(role).isdisjoint(segments(_names(element)))


def _names(element: html.HtmlElement) -> str:
    get = element.get
    return f"{get('class') or ''} {get('id') or ''} {get('type') or ''} {get('data-role') or ''}"


def read_tree(markup: str) -> Tree | None:
    """The tree of *markup*, None where there is nothing in it."""
    markup = _TAG.sub(_bounded, _CONTROL.sub("\ufffd", _DECLARATION.sub("", markup)))
    if not markup.strip():
        return None
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup, parser=parser)
    except etree.ParserError:
        return None
    tree = Tree(root)
    _Walk(tree).run()
    return tree


def _bounded(tag: re.Match[str]) -> str:
    """The tag, without its attributes where they are more than a page has: the parser compares all pairs."""
    text = tag.group()
    if len(text) < _LONG_TAG:
        return text
    names = _QUOTED.sub(" ", text).replace("/", " ").split()
    return text if len(names) <= _MOST_ATTRIBUTES else names[0].rstrip(">") + ">"


class _Walk:
    """One pass over the tree, without recursion."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._pieces: list[str] = []
        self._linked = self._bold = 0
        self._in_link = self._in_bold = self._in_dropped = 0
        self._blocks: list[html.HtmlElement] = [tree.root]

    def run(self) -> None:
        events = etree.iterwalk(self._tree.root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if self._start(element):
                    continue
                events.skip_subtree()
            else:
                self._end(element)
            # A skipped element's end event comes too, and its tail belongs to its parent.
        self._flush()

    def _start(self, element: html.HtmlElement) -> bool:
        tag = element.tag
        if tag in _SKIPPED or _is_hidden(element):
            return False
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "img":
            self._picture(element)
        if tag in _BLOCKS:
            self._flush()
            self._blocks.append(element)
            self._tree.ranges[element] = (len(self._tree.fragments), 0)
        self._note(element)
        self._in_link += tag == "a"
        self._in_bold += _is_bold(element)
        if _is_dropped(element):
            self._flush()
            self._in_dropped += 1
        self._text(element.text)
        return True

    def _note(self, element: html.HtmlElement) -> None:
        """Remembers *element* under what selectors name it by."""
        if not element.attrib:
            return
        keys = [f".{name}" for name in (element.get("class") or "").split()[:20]]
        keys += [f"#{element.get('id')}"] if element.get("id") else []
        keys += [
            f"[{name}={element.get(name)}]"
            for name in ("itemprop", "data-role", "pubdate")
            if element.get(name)
        ]
        for key in keys:
            self._tree.index.setdefault(key, []).append(element)

    def _end(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if not (tag in _SKIPPED or _is_hidden(element)):
            if tag in _BLOCKS:
                self._flush()
                self._blocks.pop()
                self._tree.ranges[element] = (self._tree.ranges[element][0], len(self._tree.fragments))
            if _is_dropped(element):
                self._flush()
                self._in_dropped -= 1
            self._in_link -= tag == "a"
            self._in_bold -= _is_bold(element)
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self._pieces.append(text.replace("\n", " "))
            shown = len(text.strip())
            self._linked += shown if self._in_link else 0
            self._bold += shown if self._in_bold else 0

    def _picture(self, element: html.HtmlElement) -> None:
        for name in ("data-large-src", "data-original", "data-src", "src"):
            url = (element.get(name) or "").strip()
            if url and not url.startswith("data:"):
                self._flush()
                picture = Picture(len(self._tree.fragments), url, bool(self._in_dropped))
                self._tree.pictures.append(picture)
                return

    def _flush(self) -> None:
        if self._pieces:
            whole = _INVISIBLE.sub("", "".join(self._pieces))
            paragraphs = list(_paragraphs(whole))
            size = sum(map(len, paragraphs)) or 1
            for text in paragraphs:
                # Links and bold are counted over the block; a paragraph in it has its share of them.
                share = len(text) / size
                self._tree.fragments.append(
                    Fragment(
                        text,
                        self._blocks[-1],
                        round(self._linked * share),
                        round(self._bold * share),
                        bool(self._in_dropped),
                    )
                )
        self._pieces.clear()
        self._linked = self._bold = 0


def _paragraphs(text: str) -> list[str]:
    """The paragraphs that line breaks make of a block's text; one inside a sentence makes none."""
    paragraphs: list[str] = []
    broken = True
    for line in text.split("\n"):
        words = " ".join(line.split())
        if not words:
            broken = True
            continue
        if not broken and paragraphs[-1][-1:].isalnum() and words[0].islower():
            paragraphs[-1] += " " + words
        else:
            paragraphs.append(words)
        broken = False
    return paragraphs


def _is_bold(element: html.HtmlElement) -> bool:
    return element.tag in ("b", "strong") or bool(_BOLD.search(element.get("style") or ""))


def _is_hidden(element: html.HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
        or not _vocabulary("hidden").isdisjoint((element.get("class") or "").split())
    )


def _is_dropped(element: html.HtmlElement) -> bool:
    return element.tag in _DROPPED_TAGS or (
        bool(element.attrib)
        and element.tag not in ("body", "html", "main", "article")
        and plays(element, "drop")
    )


def is_set_aside(element: html.HtmlElement) -> bool:
    """Whether the text of *element* is not set as the body's: right, centred or italic."""
    return (
        bool(_ASIDE.search(element.get("style") or ""))
        or element.get("align") in ("right", "center")
        or element.tag == "center"
        or any(child.tag in ("em", "i") and not (element.text or "").strip() for child in element[:1])
    )


def text_of(element: html.HtmlElement) -> str:
    """The words inside *element*, one space between them."""
    return " ".join(_INVISIBLE.sub("", " ".join(element.itertext())).split())
