"""Reads HTML into fragments: the pieces of visible text, in order, each with its element.

The parser is lxml's: it fetches nothing, resolves no external entity, runs no script, and closes elements
that are nested too deep. Its events build our own tree in one pass, which also computes the properties of
elements that are asked for most often.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import attrgetter

import attrs
from lxml import etree

from ._markup import cleaned
from ._paragraphs import BREAK, paragraphs, words_of
from ._roles import FLAGGED, Flags, Look, flags_of

__all__ = ["HEADINGS", "Fragment", "Node", "Picture", "Tree", "read_tree"]

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = (
    frozenset(
        """
        address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
        figure footer form header hr html li main nav ol p pre section summary table tbody td tfoot th thead
        tr ul
        """.split()  # noqa: SIM905
    )
    | HEADINGS
)
#: Their content is not text of the page.
_SILENT = frozenset("script style noscript template iframe textarea title desc math".split())  # noqa: SIM905
#: Their content is seldom the article's; a browser shows it even if their end is missing.
_FOREIGN_TAGS = frozenset(
    "nav footer aside button select svg object canvas audio video map menu".split()  # noqa: SIM905
)
_VOID = frozenset("input embed param source track wbr area base col".split())  # noqa: SIM905
_OTHER = _SILENT | _VOID | {"br", "meta", "link"}
#: In these, text before an inner element belongs to the same sentence as the element.
_SENTENCES = HEADINGS | {"p", "li"}
#: What a tag says of its element, as bits of a number: text in ``_COUNTED`` elements is counted, ``_SOUGHT``
#: elements are looked up by their tag.
_BLOCK, _FOREIGN, _NO_NODE, _COUNTED, _SOUGHT, _PICTURE = (1 << bit for bit in range(6))
_NOTED = _COUNTED | _SOUGHT | _PICTURE
_TRAITS: dict[str, int] = {}
for _trait, _tags in (
    (_BLOCK, _BLOCKS),
    (_FOREIGN, _FOREIGN_TAGS),
    (_NO_NODE, _OTHER),
    (_COUNTED, ("a", "pre", "b", "strong", "i", "em")),
    (_SOUGHT, ("h1", "h2", "h3", "time", "abbr", "span", "a", "td", "th")),
    (_PICTURE, ("img",)),
):
    for _tag in _tags:
        _TRAITS[_tag] = _TRAITS.get(_tag, 0) | _trait
#: A longer link, over more than one paragraph, is an anchor that was never closed.
_LONGEST_LINK = 600
#: The usual least length of an article's sentence.
_PROSE = 60
_INHERITED = Look.RESPONSIVE | Look.HIDDEN
_FONT = Look.BOLD | Look.ITALIC
_SHOWING = Look.HIDDEN | Look.INVISIBLE | Look.VISIBLE
_NO_FLAGS = Flags(0, frozenset(), ())
#: An element without any of these is set like the element around it, and has no name.
_TELLING = frozenset((*FLAGGED, "hidden"))
_SELECTOR = re.compile(r"(\w*)([.#\[])(.+)")


@attrs.define(eq=False)
class Node:
    """One element.

    Attributes:
        index, stop: Its index among the elements, and that of the first element after it and outside it.
        begin, end: The pieces of text inside it.
        first, last: The fragments inside it or, of an inline element, around it.
        is_block: Whether it stands on lines of its own.
        roles: Its roles by class and id.
        look: How it is set.
        keys: The selectors that match it.
        hidden: Whether it is not shown.
    """

    tag: str
    attrib: Mapping[str, str]
    parent: Node | None
    index: int
    begin: int
    first: int
    is_block: bool
    roles: frozenset[str]
    look: int
    keys: tuple[str, ...]
    hidden: bool
    stop: int = 0
    end: int = 0
    last: int = 0

    def get(self, name: str) -> str:
        """The attribute's value, empty if it has none."""
        return self.attrib.get(name) or ""

    @property
    def is_set_aside(self) -> bool:
        """Whether its text is set to the right or in the middle."""
        return (
            bool(self.look & Look.ASIDE) or self.get("align") in ("right", "center") or self.tag == "center"
        )


@attrs.define(eq=False)
class Fragment:
    """One run of text in a block.

    Attributes:
        text: Its words, one space between them.
        node: The block that it stands in.
        linked, bold, italic: How many of its characters are in links, in bold, in italics.
        hidden: Whether it is invisible to readers.
    """

    text: str
    node: Node
    linked: int
    bold: int
    italic: int
    hidden: bool

    @property
    def is_linked(self) -> bool:
        """Whether nearly all of it is links."""
        return self.linked * 5 >= len(self.text) * 4

    @property
    def is_bold(self) -> bool:
        """Whether nearly all of it is bold."""
        return self.bold * 10 >= len(self.text) * 9

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough for a sentence, and not a link."""
        return (
            len(self.text) >= _PROSE
            and not self.hidden
            and self.linked * 2 < len(self.text)
            and self.text.count(" ") >= 10
        )


@attrs.frozen(eq=False)
class Picture:
    """A picture, and the index of the fragment after it."""

    index: int
    url: str
    node: Node


@attrs.define(eq=False)
class Tree:
    """A page: its elements in order, its fragments, and what its head holds.

    Attributes:
        foreign: The blocks that by tag, class or id belong to the page, not to an article.
        metas: The attributes of ``<meta>`` and ``<link>`` elements.
        titles: The text of ``<title>``.
        data: The scripts of JSON-LD.
    """

    nodes: list[Node] = attrs.field(factory=list)
    fragments: list[Fragment] = attrs.field(factory=list)
    pictures: list[Picture] = attrs.field(factory=list)
    foreign: list[Node] = attrs.field(factory=list)
    metas: list[Mapping[str, str]] = attrs.field(factory=list)
    links: list[Mapping[str, str]] = attrs.field(factory=list)
    titles: list[str] = attrs.field(factory=list)
    data: list[str] = attrs.field(factory=list)
    _pieces: list[str] = attrs.field(factory=lambda: [" "])
    _index: dict[str, list[Node]] | None = None
    _by_tag: defaultdict[str, list[Node]] = attrs.field(factory=lambda: defaultdict(list))
    _by_role: defaultdict[str, list[Node]] = attrs.field(factory=lambda: defaultdict(list))

    def select(self, selector: str) -> list[Node]:
        """The shown elements matching *selector* (``.class``, ``#id``, ``[itemprop=x]``, ``h1.class``)."""
        tag, mark, rest = _SELECTOR.match(selector).groups()  # type: ignore[union-attr]
        found = self.index.get(mark + rest, [])
        return [node for node in found if not tag or node.tag == tag]

    @property
    def index(self) -> dict[str, list[Node]]:
        """The shown elements by their classes, ids, and the attributes that selectors name."""
        if self._index is None:
            self._index = {}
            for node in self.nodes:
                if node.keys and not node.hidden:
                    for key in node.keys:
                        self._index.setdefault(key, []).append(node)
        return self._index

    def inside(self, node: Node) -> list[Node]:
        """The elements inside *node*, in order."""
        return self.nodes[node.index + 1 : node.stop]

    def children(self, node: Node) -> Iterator[Node]:
        """The child elements of *node*."""
        index = node.index + 1
        while index < node.stop:
            child = self.nodes[index]
            yield child
            index = child.stop

    def range_of(self, node: Node) -> tuple[int, int]:
        """The fragments of *node*, or of the block around it; an empty range if it is not shown."""
        return (0, 0) if node.hidden else (node.first, min(node.last, len(self.fragments)))

    def tagged(self, *tags: str) -> Iterator[Node]:
        """The shown elements with one of *tags*, in order."""
        found = [node for tag in tags for node in self._by_tag.get(tag, ())]
        if len(tags) > 1:
            found.sort(key=attrgetter("index"))
        return (node for node in found if not node.hidden)

    def playing(self, role: str) -> Iterator[Node]:
        """The shown elements that play *role* by their class or id."""
        return (node for node in self._by_role.get(role, ()) if not node.hidden)

    def text_of(self, node: Node) -> str:
        """The words inside *node*, one space between them."""
        return words_of("".join(self._pieces[node.begin : node.end]))


def read_tree(markup: str) -> Tree | None:
    """The tree of *markup*, which is in NFC; None if it is empty."""
    page = cleaned(markup)
    if not page:
        return None
    builder = _Builder()
    parser = etree.HTMLParser(target=builder, huge_tree=True, no_network=True, encoding="utf-8")
    parser.feed(page)
    tree: Tree = parser.close()
    return tree if tree.nodes else None


class _Builder:
    """Builds the tree from the parser's events.

    A page has thousands of elements, so each event does little: a table says what a tag is, and the flags of
    attributes are computed once for each combination of values.
    """

    def __init__(self) -> None:
        self._tree = Tree()
        self._nodes = self._tree.nodes
        self._fragments = self._tree.fragments
        self._pieces = self._tree._pieces
        self._by_tag, self._by_role = self._tree._by_tag, self._tree._by_role
        self._node: Node | None = None  # the innermost open element
        self._blocks: list[Node] = []
        self._flushed = len(self._pieces)
        self._has_words = False
        self._linked = self._bold = self._italic = 0
        self._in_link = self._in_bold = self._in_italic = self._in_pre = 0
        self._silent: list[str] = []
        self._kept: list[str] | None = None

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        traits = _TRAITS.get(tag, 0)
        if self._silent or traits & _NO_NODE:
            self._start_other(tag, attrib)
            return
        pieces, parent = self._pieces, self._node
        is_block = bool(traits & _BLOCK) or (bool(traits & _FOREIGN) and not self._is_in_sentence())
        if is_block and len(pieces) > self._flushed:
            self._flush()
        look, hidden = (parent.look & _INHERITED, parent.hidden) if parent is not None else (0, False)
        flags = _flags(attrib) if attrib and not _TELLING.isdisjoint(attrib) else _NO_FLAGS
        look |= flags.look
        if flags.look & _SHOWING:
            hidden = not (look & Look.VISIBLE and not look & Look.HIDDEN)
        nodes = self._nodes
        node = Node(
            tag,
            attrib,
            parent,
            len(nodes),
            len(pieces),
            len(self._fragments),
            is_block,
            flags.roles,
            look,
            flags.keys,
            hidden,
        )
        nodes.append(node)
        self._node = node
        if is_block:
            self._blocks.append(node)
        if traits & _NOTED or look & _FONT or flags.roles:
            self._note(node, traits)

    def _start_other(self, tag: str, attrib: Mapping[str, str]) -> None:
        if self._silent or tag in _SILENT:
            self._silent.append(tag)
            is_data = tag == "script" and "ld+json" in (attrib.get("type") or "").lower()
            is_title = tag == "title" and not self._is_in_drawing()
            self._kept = [] if is_data or is_title else None
        elif tag == "br":
            self._pieces.append(BREAK)
        elif tag not in _VOID:
            (self._tree.metas if tag == "meta" else self._tree.links).append(attrib)

    def _is_in_drawing(self) -> bool:
        """Whether the innermost open elements are a drawing's, which may also have a title."""
        node = self._node
        for _ in range(3):
            if node is None or node.tag == "svg":
                break
            node = node.parent
        else:
            return False
        return node is not None

    def _is_in_sentence(self) -> bool:
        """Whether text of a paragraph stands right before, so that an element is part of that."""
        return self._has_words and bool(self._blocks) and self._blocks[-1].tag in _SENTENCES

    def _note(self, node: Node, traits: int) -> None:
        """Keeps what is needed later: elements by tag and role, pictures, how much is bold or a link."""
        if traits & _SOUGHT:
            self._by_tag[node.tag].append(node)
        for role in node.roles:
            self._by_role[role].append(node)
        if traits & _PICTURE:
            self._picture(node)
        if traits & _COUNTED or node.look & _FONT:
            self._count(node, 1)

    def _count(self, node: Node, step: int) -> None:
        tag, look = node.tag, node.look
        if tag == "a":
            self._in_link += step if "href" in node.attrib else 0
        elif tag == "pre":
            self._in_pre += step
        elif tag in ("b", "strong"):
            self._in_bold += step
        elif tag in ("i", "em"):
            self._in_italic += step
        if look & Look.BOLD:
            self._in_bold += step
        if look & Look.ITALIC:
            self._in_italic += step

    def end(self, tag: str) -> None:
        if self._silent:
            self._end_silent(tag)
        elif (node := self._node) is not None and node.tag == tag:
            self._end_node(node)

    def _end_silent(self, tag: str) -> None:
        self._silent.pop()
        if not self._silent and self._kept is not None:
            kept = self._tree.titles if tag == "title" else self._tree.data
            kept.append("".join(self._kept))
            self._kept = None

    def _end_node(self, node: Node) -> None:
        self._node = node.parent
        tag, pieces = node.tag, self._pieces
        traits = _TRAITS.get(tag, 0)
        if traits & _COUNTED or node.look & _FONT:
            self._count(node, -1)
        if node.is_block:
            if len(pieces) > self._flushed:
                self._flush()
            self._blocks.pop()
            if traits & _FOREIGN or "drop" in node.roles:
                self._tree.foreign.append(node)
            node.last = len(self._fragments)
        else:
            last = len(self._fragments)
            # The fragment around it is not finished yet.
            node.last = last + 1 if last == node.first else last
        node.stop = len(self._nodes)
        node.end = len(pieces)
        if tag == "a" and node.last - node.first > 2 and "href" in node.attrib:
            self._unlink(node)

    def _unlink(self, node: Node) -> None:
        """Undoes a link that was never closed: its paragraphs are text."""
        inside = self._fragments[node.first : node.last]
        if sum(len(fragment.text) for fragment in inside) > _LONGEST_LINK:
            for fragment in inside:
                if len(fragment.text) >= _PROSE:
                    fragment.linked = 0

    def data(self, text: str) -> None:
        if self._silent:
            if self._kept is not None:
                self._kept.append(text)
            return
        pieces = self._pieces
        if text.isspace() and not self._in_pre:
            if pieces[-1] != " ":
                pieces.append(" ")
            return
        node = self._node
        if node is not None and node.hidden and self._blocks and not self._blocks[-1].hidden:
            return  # a hidden element inside a sentence that is shown
        self._has_words = True
        pieces.append(text.replace("\n", BREAK) if self._in_pre else text)
        if self._in_link or self._in_bold or self._in_italic:
            shown = len(text.strip())
            self._linked += shown if self._in_link else 0
            self._bold += shown if self._in_bold else 0
            self._italic += shown if self._in_italic else 0

    def _picture(self, node: Node) -> None:
        for name in ("data-large-src", "data-original", "data-src", "src"):
            url = node.get(name).strip()
            if url and not url.startswith("data:"):
                self._flush()
                self._tree.pictures.append(Picture(len(self._fragments), url, node))
                return

    def _flush(self) -> None:
        """Makes fragments from the words since the last block began or ended."""
        pieces = self._pieces
        if self._has_words:
            if self._blocks:
                self._add("".join(pieces[self._flushed :]), self._blocks[-1])
            self._has_words = False
            self._linked = self._bold = self._italic = 0
        if pieces[-1] != " ":
            pieces.append(" ")
        self._flushed = len(pieces)

    def _add(self, whole: str, block: Node) -> None:
        """Makes a fragment from each paragraph in the text of *block*."""
        linked, bold, italic = self._linked, self._bold, self._italic
        if BREAK not in whole:
            if text := words_of(whole):
                self._fragments.append(Fragment(text, block, linked, bold, italic, block.hidden))
            return
        texts = paragraphs(whole)
        size = sum(map(len, texts)) or 1
        for text in texts:
            # Links and bold are counted over the block; each paragraph in it gets a proportional share.
            share = len(text) / size
            shares = (round(linked * share), round(bold * share), round(italic * share))
            self._fragments.append(Fragment(text, block, *shares, block.hidden))

    def close(self) -> Tree:
        self._flush()
        while self._node is not None:
            self._end_node(self._node)
        return self._tree


def _flags(attrib: Mapping[str, str]) -> Flags:
    """The flags of an element by its attributes."""
    get = attrib.get
    return flags_of(
        get("class", ""),
        get("id", ""),
        get("style", ""),
        get("type", ""),
        get("data-role", ""),
        get("itemprop", ""),
        get("pubdate", ""),
        "hidden" in attrib,
    )
