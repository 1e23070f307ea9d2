"""ninjs, IPTC's news in JSON, for newsroom systems.

``to_ninjs`` writes 3.0, or 2.0, which spells the same property names differently.

What ninjs loses: dates and figures (it has no place for them), the places of mentions and blocks, a day of
publishing without a clock time, an instrument's fields beyond name and identifier, and how the document was
read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args

from ..errors import SerializationError
from ..model import Agency, Article, Citation, Image, Official
from ._iri import agency_uri, identify, part, uri
from .describe import describe

__all__ = ["from_ninjs", "to_ninjs"]

Version = Literal["3.0", "2.0"]
Item = dict[str, Any]

#: The names that 3.0 spells differently.
_CAMEL = {
    "firstcreated": "firstCreated",
    "versioncreated": "versionCreated",
    "pubstatus": "pubStatus",
    "infosources": "infoSources",
    "altids": "altIds",
    "contenttype": "contentType",
    "charcount": "charCount",
    "wordcount": "wordCount",
}
_PLAIN = {camel: plain for plain, camel in _CAMEL.items()}


def to_ninjs(article: Article, *, version: Version = "3.0") -> Item:
    """*article* as a ninjs item of IPTC's version 3.0, or of 2.0.

    >>> to_ninjs(Article(id="a", text="", title="Cầu mới"))["headlines"]
    [{'role': 'main', 'value': 'Cầu mới'}]

    Raises:
        ValueError: *version* is another one.
    """
    if version not in get_args(Version):
        raise ValueError(f"version: {version!r} is not one of {', '.join(get_args(Version))}")
    schema = f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json"
    item: Item = {
        "uri": identify(article),
        "standard": {"name": "ninjs", "version": version, "schema": schema},
        "type": "text",
        "language": "vi",
        "pubstatus": "usable",
        "firstcreated": _moment(article.published),
        "versioncreated": _moment(article.modified or article.published),
        "by": ", ".join(article.authors),
        "headlines": article.title and [{"role": "main", "value": article.title}],
        "descriptions": article.lead and [{"role": "summary", "value": article.lead}],
        "bodies": [_body(article.text)],
        "people": [*({"name": name, "rel": "author"} for name in article.authors), *_officials(article)],
        "infosources": article.publisher and [{"name": article.publisher}],
        "subjects": _subjects(article),
        "organisations": list(_unique(_organisation(m.value) for m in article.agencies)),
        "objects": list(_unique(_object(m.value) for m in article.instruments)),
        "associations": [_picture(article, number) for number in range(len(article.images))],
        "altids": article.id and [{"role": "id", "value": article.id}],
    }
    item = {name: value for name, value in item.items() if value}
    return item if version == "2.0" else _renamed(item, _CAMEL)


def _moment(moment: dt.date | None) -> str | None:
    """A date-time in RFC 3339; None for a day alone."""
    return moment.isoformat() if isinstance(moment, dt.datetime) else None


def _body(text: str) -> Item:
    counts = {"charcount": len(text), "wordcount": len(re.findall(r"\S+", text))}
    return {"role": "main", "contenttype": "text/plain", **counts, "value": text}


def _subjects(article: Article) -> list[Item]:
    section = [{"name": article.section, "rel": "section"}] if article.section else []
    return section + [{"name": tag, "rel": "keyword"} for tag in article.tags]


def _officials(article: Article) -> Iterator[Item]:
    named = (mention.value for mention in article.mentions if isinstance(mention.value, Official))
    yield from _unique({"name": official.name, "rel": "mention"} for official in named)


def _organisation(agency: Agency) -> Item:
    node = {"name": agency.name, "rel": "mention"}
    return node | ({"uri": agency_uri(agency.id)} if agency.id else {})


def _object(citation: Citation) -> Item:
    node = {"name": describe(citation), "rel": "citation"}
    address = uri(citation.uri)
    return node | ({"uri": address} if address else {})


def _unique(items: Any) -> Any:
    """The items, each once, in order."""
    seen = set()
    for item in items:
        key = tuple(item.items())
        if key not in seen:
            seen.add(key)
            yield item


def _picture(article: Article, number: int) -> Item:
    image = article.images[number]
    address = uri(image.url)
    item: Item = {
        "name": f"image{number + 1}",  # 3.0 asks for one
        "uri": part(article, f"image{number + 1}"),
        "type": "picture",
        "by": image.credit,
        "descriptions": image.caption and [{"role": "caption", "value": image.caption}],
        "renditions": address and [{"name": "original", "href": address}],
        "altids": image.url and [{"role": "url", "value": image.url}],
    }
    return {name: value for name, value in item.items() if value}


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(name, name): _renamed(part, names) for name, part in value.items()}
    return [_renamed(part, names) for part in value] if isinstance(value, list) else value


def from_ninjs(item: Item) -> Article:
    """The article's own fields and text, from an item that ``to_ninjs`` wrote; mentions and blocks are lost.

    >>> from_ninjs(to_ninjs(Article(id="a", text="", title="Cầu mới"))).title
    'Cầu mới'

    Raises:
        SerializationError: *item* was not written by ``to_ninjs``, or a field of it is wrong.
    """
    try:
        item = _renamed(item, _PLAIN)
        firsts = {
            name: item.get(name, [{}])[0] for name in ("headlines", "descriptions", "infosources", "altids")
        }
        address = item["uri"]
        subjects = item.get("subjects", [])
        return Article(
            id=firsts["altids"].get("value"),
            title=firsts["headlines"].get("value"),
            lead=firsts["descriptions"].get("value"),
            publisher=firsts["infosources"].get("name"),
            url=None if address.startswith("urn:vnmedia:") else address,
            published=_read(item.get("firstcreated")),
            modified=_read(item.get("versioncreated")),
            section=next((s["name"] for s in subjects if s["rel"] == "section"), None),
            tags=tuple(s["name"] for s in subjects if s["rel"] == "keyword"),
            authors=tuple(p["name"] for p in item.get("people", ()) if p["rel"] == "author"),
            images=tuple(map(_image, item.get("associations", ()))),
            text=item["bodies"][0]["value"],
        )
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise SerializationError([("", f"not an item that vnmedia wrote: {error!r}")]) from error


def _read(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)


def _image(item: Item) -> Image:
    caption = item.get("descriptions", [{}])[0].get("value")
    return Image(url=item.get("altids", [{}])[0].get("value"), caption=caption, credit=item.get("by"))
