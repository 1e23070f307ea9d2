"""W3C Web Annotations: each mention as an annotation of the text, with its value.

The target is the article's address (or a URN), with a ``TextPositionSelector`` in code points, as the
recommendation counts, and a ``TextQuoteSelector``. The bodies give the kind, the value in words, and the
value's record as JSON; another body says what was concluded. So nothing of a mention is lost; the article
around it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any

from ..errors import SerializationError
from ..model import Article, Mention
from ._iri import identify, part
from .describe import describe
from .record import mention_from_record, to_record

__all__ = ["from_annotations", "to_annotations"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def to_annotations(article: Article) -> dict[str, Any]:
    """The mentions of *article* as an annotation collection on one page.

    >>> to_annotations(Article(text="Hà Nội"))["total"]
    0
    """
    source = identify(article)
    found = to_record(article)["mentions"]
    items = [
        _annotation(part(article, f"m{number}"), source, article.text, mention, record)
        for number, (mention, record) in enumerate(zip(article.mentions, found, strict=True), 1)
    ]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {"@context": CONTEXT, "id": part(article, "annotations"), "type": "AnnotationCollection"}
    return collection | {"total": len(items), "first": page | {"id": part(article, "page")}}


def _annotation(
    id: str, source: str, text: str, mention: Mention[Any], record: dict[str, Any]
) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": mention.quote,
        "prefix": text[max(0, mention.start - _AROUND) : mention.start],
        "suffix": text[mention.end : mention.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": mention.start, "end": mention.end}
    value = json.dumps(record["value"], ensure_ascii=False)
    return {
        "id": id,
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": mention.kind},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "language": "vi",
                "value": describe(mention.value),
            },
            {"type": "TextualBody", "purpose": "identifying", "format": "application/json", "value": value},
            *_reasons(record.get("inferred")),
        ],
        "target": {"source": source, "selector": [position, quote]},
    }


def _reasons(inferred: dict[str, str] | None) -> Iterator[dict[str, str]]:
    """The body that says which parts of the value were concluded, if any."""
    if inferred:
        value = json.dumps(inferred, ensure_ascii=False)
        yield {"type": "TextualBody", "purpose": "commenting", "format": "application/json", "value": value}


def from_annotations(collection: dict[str, Any], text: str) -> tuple[Mention[Any], ...]:
    """The mentions in *text* that ``to_annotations`` wrote, equal to the originals.

    >>> from vnmedia.model import Agency, Span
    >>> body = Mention(span=Span(start=0, end=7), quote="Bộ Y tế", value=Agency(name="Bộ Y tế"))
    >>> article = Article(text="Bộ Y tế", mentions=(body,))
    >>> from_annotations(to_annotations(article), article.text) == article.mentions
    True

    Raises:
        SerializationError: An annotation is not one of ours, or its quote is not at its place in *text*.
    """
    try:
        items = collection["first"]["items"]
        return tuple(_mention(item, text, f"first.items[{index}]") for index, item in enumerate(items))
    except (AttributeError, KeyError, TypeError, IndexError, JSONDecodeError) as error:
        raise SerializationError([("", f"not a collection that vnmedia wrote: {error!r}")]) from error


def _mention(item: dict[str, Any], text: str, path: str) -> Mention[Any]:
    kind, _, value, *reasons = item["body"]
    position, quote = item["target"]["selector"]
    record = {
        "kind": kind["value"],
        "start": position["start"],
        "end": position["end"],
        "value": json.loads(value["value"]),
    }
    if reasons:
        record["inferred"] = json.loads(reasons[0]["value"])
    mention = mention_from_record(record, text, path)
    if mention.quote != quote["exact"]:
        reason = f"{quote['exact']!r} does not stand there, but {mention.quote!r}"
        raise SerializationError([(path, reason)])
    return mention
