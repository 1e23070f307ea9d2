"""The metadata in a page's head: schema.org JSON-LD, OpenGraph and other meta tags.

Each source is right on some sites and wrong on others. So every field is a list of candidates, best first,
and the page's visible text decides between them.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

import attrs

from ._tree import Tree

__all__ = ["Metadata", "read_metadata"]

_ARTICLE_TYPES = frozenset(
    (
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "blogposting",
        "opinionnewsarticle",
        "analysisnewsarticle",
    )
)
_MOST_NODES = 5_000
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


@attrs.frozen
class Metadata:
    """The candidates for each field, best first.

    ``titles`` are those of the article; ``page_titles``, from ``<title>``, may be the portal's name;
    ``path`` has the steps from the home page to the page.
    """

    titles: tuple[str, ...] = ()
    page_titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


def read_metadata(tree: Tree) -> Metadata:
    """The metadata of the page."""
    metas = _metas(tree)
    nodes = [node for script in tree.data for node in _nodes(_json(script))]
    article = next((node for node in nodes if not _kinds(node).isdisjoint(_ARTICLE_TYPES)), {})

    def of(*names: str) -> list[str]:
        return [value for name in names for value in metas.get(name, ())]

    page_title = [" ".join(title.split()) for title in tree.titles]
    links = [link.get("href") or "" for link in tree.links if link.get("rel") == "canonical"]
    lists = [
        part for value in of("article:tag", "news_keywords", "its_tag", "keywords") for part in _listed(value)
    ]
    return Metadata(
        titles=_distinct(of("og:title", "twitter:title"), _texts(article.get("headline"))),
        page_titles=_distinct(page_title[:1]),
        descriptions=_distinct(
            of("og:description", "description", "twitter:description"), _texts(article.get("description"))
        ),
        published=_distinct(
            of("article:published_time", "pubdate", "datepublished", "its_publication", "dc.date.issued"),
            _texts(article.get("datepublished")),
            of("datecreated", "dc.created", "date"),
            _texts(article.get("datecreated")),
        ),
        modified=_distinct(
            of("article:modified_time", "og:updated_time", "lastmod", "datemodified"),
            _texts(article.get("datemodified")),
        ),
        authors=_distinct(
            of("dable:author"), _names(article.get("author")), of("article:author", "dc.creator", "author")
        ),
        publishers=_distinct(_names(article.get("publisher")), of("og:site_name", "dc.publisher")),
        sections=_distinct(of("article:section", "its_section"), _texts(article.get("articlesection"))),
        tags=_distinct(lists, [part for text in _texts(article.get("keywords")) for part in _listed(text)]),
        urls=_distinct(links, _page_of(article), of("og:url"), _texts(article.get("url"))),
        path=_distinct(_path(nodes)),
    )


def _metas(tree: Tree) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.metas:
        content = _unescaped(meta.get("content") or meta.get("value") or "")
        if content:
            for name in ("property", "name", "itemprop", "http-equiv"):
                key = (meta.get(name) or "").strip().lower()
                if key:
                    metas.setdefault(key, []).append(content)
    return metas


def _unescaped(text: str) -> str:
    """*text* without entities; some pages escape twice."""
    for _ in range(2):
        if "&" in text:
            text = entities.unescape(text)
    return " ".join(text.split())


def _kinds(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {kind.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _path(nodes: list[dict[str, Any]]) -> list[str]:
    """The steps of the first path; some sites put each in a list of its own."""
    lists = (node.get("itemlistelement") for node in nodes if "breadcrumblist" in _kinds(node))
    steps = [step for step in _flat(next(lists, None)) if isinstance(step, dict)]
    found: list[str] = []
    for step in steps:
        lowered = {str(key).lower(): inner for key, inner in step.items()}
        names = _texts(lowered.get("name")) or _names(lowered.get("item"))
        found.extend(name for name in names[:1] if "/" not in name)
    return found


def _flat(value: Any) -> list[Any]:
    if not isinstance(value, list):
        return [value]
    return [inner for item in value for inner in (item if isinstance(item, list) else [item])]


def _json(text: str) -> Any:
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            value = json.loads(attempt, strict=False)
            return _of_characters(value) if _HALF.search(attempt) else value
        except (ValueError, RecursionError):
            continue
    return None


def _of_characters(value: Any) -> Any:
    """*value* with whole characters alone: JSON can write the half of one, and no file can hold it."""
    written = json.dumps(value, ensure_ascii=False)
    whole = written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value if whole == written else json.loads(whole)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in *value*, outermost first."""
    queue = deque([value])
    for _ in range(_MOST_NODES):
        if not queue:
            return
        value = queue.popleft()
        if isinstance(value, dict):
            yield {str(key).lower(): inner for key, inner in value.items()}
            queue.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, (dict, list)))


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [_unescaped(item) for item in values if isinstance(item, str) and item.strip()]


def _names(value: Any) -> list[str]:
    """The names in *value*: a text, an object with a name, or a list of either."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            lowered = {str(key).lower(): inner for key, inner in item.items()}
            found.extend(_texts(lowered.get("name")))
        else:
            found.extend(_texts(item))
    return found


def _page_of(article: dict[str, Any]) -> list[str]:
    page = article.get("mainentityofpage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    return [text for text in _texts(page) if "/" in text]


def _listed(text: str) -> list[str]:
    return [part for piece in re.split(r"[,;]", text) if (part := piece.strip(" #"))]


def _distinct(*groups: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for group in groups for text in group if text))
