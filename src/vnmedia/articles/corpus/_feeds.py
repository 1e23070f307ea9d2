"""XML → documents: the items of RSS, entries of Atom, addresses of a sitemap, or one article in parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from ...errors import ExtraError, SourceError
from ._columns import Fields
from ._document import RawDocument
from ._rows import RowReader

try:
    from lxml import etree
except ModuleNotFoundError as error:
    raise ExtraError("html", "lxml") from error

__all__ = ["read_xml"]

_ITEMS = frozenset(("item", "entry", "url"))
_MOST_PARTS = 200
#: The vocabularies whose elements are called as their local names say; "encoded" is content or excerpt.
_VOCABULARIES = {
    "": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/dc/elements/1.1/": "",
    "http://purl.org/dc/terms/": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
}


def read_xml(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each item of a feed, one at a time, or the one that the file is.

    Raises:
        SourceError: It is no XML, or nothing in it can be told to be a document.
    """
    reader = RowReader(fields)
    number = 0
    # Nothing is fetched, no entity grows, and no text node is larger than libxml2 allows by itself.
    events = etree.iterparse(file, events=("end",), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        for _, element in events:
            if _local(element) in _ITEMS and _local(element.getparent()) not in _ITEMS:
                number += 1
                if found := reader.read(_row(element), f"{place} item {number}"):
                    yield found
                _forget(element)
    except etree.XMLSyntaxError as error:
        where = f"{place} item {number + 1}"
        raise SourceError(where, "", f"not XML: {error}; the rest is not read") from error
    if number == 0 and (found := reader.read(_row(events.root), place)):
        yield found


def _forget(element: Any) -> None:
    """Lets go of *element* and of all that stands before it, so that memory does not grow with the feed."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _local(element: Any) -> str:
    """The name of *element* in lower case without its vocabulary; nothing for a comment."""
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _row(item: Any) -> dict[str, Any]:
    """The parts of *item* by their names; where a name stands several times, a list."""
    row: dict[str, Any] = {}
    for element in item.iterchildren(tag=etree.Element):
        name, value = _name(element), _value(element)
        if name is None or not value or len(row) > _MOST_PARTS:
            continue
        if name == "news" and isinstance(value, dict):  # a sitemap keeps what it says of an article in there
            row.update(value)
        elif name in row:
            row[name] = [*(row[name] if isinstance(row[name], list) else [row[name]]), value]
        else:
            row[name] = value
    return row


def _name(element: Any) -> str | None:
    vocabulary = etree.QName(element).namespace or ""
    prefix = _VOCABULARIES.get(vocabulary.lower())
    return prefix + _local(element) if prefix is not None else None


def _value(element: Any) -> Any:
    """What *element* holds: an address, markup, its parts, or its text."""
    if element.get("href") is not None:
        return element.get("href") if element.get("rel") in (None, "alternate") else None
    if element.get("term") is not None:
        return element.get("term")
    if element.get("type") == "xhtml":
        return "".join(etree.tostring(part, encoding="unicode") for part in element)
    if len(element):
        return _row(element)
    return (element.text or "").strip()
