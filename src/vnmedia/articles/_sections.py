"""Finds the section of the site to which a page belongs: from its path, metadata or address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from ._headline import first_of
from ._metadata import Metadata
from ._phrases import begins, is_one
from ._profiles import Profile
from ._tree import HEADINGS, Node, Tree

__all__ = ["find_section"]

_LONGEST = 50
_MOST_PATHS = 10
#: How far above a headline a section may stand.
_NEAR = 15
#: A path has few links, at the beginning of the element that holds the headline.
_BESIDE, _FEW = 8, 4
#: Directories of an address that do not name a section.
_NO_SECTION = frozenset("tin-tuc news home vi vn bai-viet article articles web guest chi-tiet detail".split())  # noqa: SIM905


def find_section(
    tree: Tree, meta: Metadata, profile: Profile, address: str | None, title: str | None, title_at: int
) -> str | None:
    """The section: the first step of the page's path after the home page."""
    marked = first_of(tree, profile.section)
    usual = islice((node for node in tree.playing("path") if not _is_tail(node)), _MOST_PATHS)
    candidates = (
        *(_steps(tree, node) for node in marked),
        meta.path,
        *(_steps(tree, node) for node in usual),
        [text.split(",")[0].strip() for text in meta.sections],
        _of_address(tree, address),
        _current(tree),
        _above(tree, title_at),
    )
    home = {name.lower() for name in (*meta.publishers, profile.publisher, title) if name}
    for names in candidates:
        for name in names:
            if _is_section(name) and name.lower() not in home:
                return name
    return None


def _above(tree: Tree, title_at: int) -> Iterator[str]:
    """The linked heading right above the headline, or the few links that share an element only with it."""
    for fragment in reversed(tree.fragments[max(0, title_at - _NEAR) : max(0, title_at)]):
        headed = fragment.node.tag in HEADINGS or not {"section", "title"}.isdisjoint(fragment.node.roles)
        if headed and fragment.is_linked and not fragment.hidden:
            yield fragment.text
    for index in range(max(0, title_at - _BESIDE), max(0, title_at)):
        fragment = tree.fragments[index]
        if fragment.is_linked and not fragment.hidden and _is_beside(tree, fragment.node, title_at):
            yield from _steps(tree, fragment.node)


def _is_beside(tree: Tree, node: Node | None, title_at: int) -> bool:
    """Whether *node* stands in the article's own element, which begins with a few links and the headline."""
    while node is not None and node.last <= title_at:
        if node.last - node.first > _FEW:
            return False
        node = node.parent
    return node is not None and title_at - node.first <= _BESIDE


def _current(tree: Tree) -> Iterator[str]:
    """The entry of the menu that is marked as the current one."""
    for node in tree.playing("current"):
        if node.tag == "a" or (node.tag == "li" and any(child.tag == "a" for child in tree.children(node))):
            yield tree.text_of(node)


def _is_tail(node: Node) -> bool:
    """Whether *node* stands inside another element that is marked as a path."""
    return node.parent is not None and "path" in node.parent.roles


def _steps(tree: Tree, node: Node) -> list[str]:
    """The steps of a path: its links, or the items of its list, or all of its text."""
    inside = [item for item in tree.inside(node) if not item.hidden]
    links = [item for item in inside if item.tag == "a" and not _is_home(item)]
    items = links or [item for item in inside if item.tag == "li"] or [node]
    return [tree.text_of(item).strip(" >»/›|-•") for item in items[:_MOST_PATHS]]


def _is_home(link: Node) -> bool:
    return _directories(link.get("href")) == [] and not link.get("href").startswith("#")


def _is_section(name: str) -> bool:
    return (
        0 < len(name) <= _LONGEST
        and any(map(str.isalpha, name))
        and name.lower() not in _NO_SECTION
        and not is_one(name.lower(), "line", "end", "list")
        and not begins(name.lower(), "back")
    )


def _of_address(tree: Tree, address: str | None) -> Iterator[str]:
    """The page's name for the first directory of its address: the text of a link to it."""
    names = _directories(address)[:-1]
    wanted = [name for name in names if name not in _NO_SECTION and not any(map(str.isdigit, name))]
    for name in wanted:
        for link in tree.tagged("a"):
            if name in link.get("href") and _directories(link.get("href"))[-1:] == [name]:
                yield tree.text_of(link)


def _directories(address: str | None) -> list[str]:
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return []
    return [part.partition(".")[0].lower() for part in _parts(path)]


def _parts(path: str) -> Iterable[str]:
    return (part for part in path.split("/") if part)
