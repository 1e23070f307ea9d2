"""An article as schema.org in JSON-LD, for search engines and triple stores.

The context stands in the document itself (``@vocab``), so it expands without the network, and
gives figures the type ``xsd:decimal``, so that none becomes a float.

What schema.org loses: the places of mentions and blocks, clock times, lengths and rhythms of time (the days
go to ``temporalCoverage``), a pinpoint's parts, and how the document was read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..errors import SerializationError
from ..model import Agency, Article, Citation, Image, Official, Span, Statistic
from ..model._when import moment_of
from ._iri import agency_uri, identify, part, uri

__all__ = ["from_jsonld", "to_jsonld"]

Node = dict[str, Any]

_EXACT: Node = {
    name: {"@type": "http://www.w3.org/2001/XMLSchema#decimal"} for name in ("value", "minValue", "maxValue")
}
CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "QuantitativeValue": {"@id": "https://schema.org/QuantitativeValue", "@context": _EXACT},
    "MonetaryAmount": {"@id": "https://schema.org/MonetaryAmount", "@context": _EXACT},
}

_PRESS = {"newspaper", "e-newspaper", "magazine", "broadcaster", "press"}
_CIVIC = {"mass-organisation", "association", "front", "party", "state-corporation", "publisher", "other"}

#: The names in schema.org of the relations that change nothing; all others are ``legislationChanges``.
_RELATIONS = {
    "guides": "legislationEnsuresImplementationOf",
    "details": "legislationEnsuresImplementationOf",
    "implements": "legislationEnsuresImplementationOf",
    "approves": "about",
    "promulgates": "about",
    "based-on": "isBasedOn",
}

#: UN/CEFACT common codes (Recommendation 20) of the units that have one.
_UNIT_CODES = {
    "%": "P1", "m": "MTR", "km": "KMT", "m²": "MTK", "km²": "KMK", "ha": "HAR", "m³": "MTQ", "kg": "KGM",
    "g": "GRM", "tấn": "TNE", "lít": "LTR", "MW": "MAW", "kWh": "KWH", "MHz": "MHZ", "GHz": "A86",
    "°C": "CEL",
}  # fmt: skip

_FRAME = {
    "identifier": "id",
    "headline": "title",
    "description": "lead",
    "articleSection": "section",
    "articleBody": "text",
    "url": "url",
}


def to_jsonld(article: Article) -> Node:
    """*article* as a ``NewsArticle`` with what it mentions.

    >>> to_jsonld(Article(id="a", text="Hà Nội"))["articleBody"]
    'Hà Nội'
    """
    node: Node = {"@context": CONTEXT, "@type": "NewsArticle", "@id": identify(article), "inLanguage": "vi"}
    node |= _present({theirs: getattr(article, ours) for theirs, ours in _FRAME.items()})
    node |= _present(
        {
            "datePublished": article.published and article.published.isoformat(),
            "dateModified": article.modified and article.modified.isoformat(),
            "publisher": article.publisher and {"@type": "NewsMediaOrganization", "name": article.publisher},
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "keywords": list(article.tags),
            "image": [_image(image) for image in article.images],
            "temporalCoverage": list(dict.fromkeys(_coverage(article))),
            "mentions": list(_things(article)),
        }
    )
    return node


def _present(fields: Node) -> Node:
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def _image(image: Image) -> Node:
    return {"@type": "ImageObject"} | _present(
        {"contentUrl": image.url, "caption": image.caption, "creditText": image.credit}
    )


def _coverage(article: Article) -> Iterator[str]:
    """The days that the article speaks of, as ISO 8601 intervals; ``..`` is an open end."""
    for mention in article.dates:
        first, last = mention.value.start, mention.value.end
        if first and first == last:
            yield first.isoformat()
        elif first or last:
            yield f"{first or '..'}/{last or '..'}"


def _things(article: Article) -> Iterator[Node]:
    """The things that the article mentions; an instrument has an id, so that another can refer to it."""
    ids = {
        mention.span: uri(mention.value.uri) or part(article, f"m{number}")
        for number, mention in enumerate(article.mentions, 1)
        if mention.kind == "instrument"
    }
    for mention in article.mentions:
        value = mention.value
        if isinstance(value, Citation):
            yield _legislation(mention.quote, value, ids[mention.span], _related(value, ids))
        elif isinstance(value, Agency):
            yield _organisation(value)
        elif isinstance(value, Statistic):
            yield _observation(mention.quote, value)
        elif isinstance(value, Official):
            yield _person(value)


def _person(value: Official) -> Node:
    office = value.agency and _organisation(value.agency)
    return {"@type": "Person", "name": value.name} | _present({"jobTitle": value.office, "worksFor": office})


def _related(value: Citation, ids: dict[Span, str]) -> Node:
    """The properties that say what *value* does to other instruments of the article."""
    related: dict[str, dict[str, Node]] = {}
    for relation in value.relations:
        target = ids.get(relation.target)
        if target is not None:
            name = _RELATIONS.get(relation.kind, "legislationChanges")
            related.setdefault(name, {})[target] = {"@id": target}
    return {name: list(targets.values()) for name, targets in related.items()}


def _organisation(agency: Agency) -> Node:
    kind = "NewsMediaOrganization" if agency.kind in _PRESS else "GovernmentOrganization"
    node = {"@type": "Organization" if agency.kind in _CIVIC else kind, "name": agency.name}
    parent = agency.parent and {"@id": agency_uri(agency.parent)}
    return node | _present(
        {
            "@id": agency.id and agency_uri(agency.id),
            "identifier": agency.id,
            "additionalType": agency.kind,
            "parentOrganization": parent,
        }
    )


def _issuer(issuer: Agency) -> Node:
    return {"@type": "GovernmentOrganization", "name": issuer.name} | _present(
        {"@id": issuer.id and agency_uri(issuer.id), "identifier": issuer.id}
    )


def _legislation(quote: str, value: Citation, id: str, related: Node) -> Node:
    """The instrument, with all its fields where it was resolved; a pinpoint becomes a part of it."""
    full = value.instrument or value.printed
    node: Node = {"@type": "Legislation", "@id": id, **related}
    node |= {
        "name": full.title or " ".join(filter(None, (full.type, full.number))),
        "alternateName": quote,
        "legislationType": full.type,
        "legislationIdentifier": full.number,
        "legislationDate": full.date.isoformat() if full.date else full.year and f"{full.year:04}",
        "legislationPassedBy": full.issuer and _issuer(full.issuer),
    }
    if value.pinpoint is None:
        return _present(node)
    del node["alternateName"]
    return {
        "@type": "Legislation",
        "name": value.pinpoint,
        "alternateName": quote,
        "isPartOf": _present(node),
    }


def _decimal(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _observation(quote: str, value: Statistic) -> Node:
    amounts = {
        "value": _decimal(value.value),
        "minValue": _decimal(value.low),
        "maxValue": _decimal(value.high),
    }
    if value.unit in ("VND", "USD", "EUR"):
        amount: Node = {"@type": "MonetaryAmount", "currency": value.unit}
    else:
        amount = {"@type": "QuantitativeValue"}
        amount |= _present({"unitText": value.unit, "unitCode": _UNIT_CODES.get(value.unit or "")})
    amount |= _present(amounts)
    said = {"qualifier": value.qualifier, "per": value.per, "of": _decimal(value.of), "change": value.change}
    more = [{"@type": "PropertyValue", "name": name, "value": text} for name, text in said.items() if text]
    return {"@type": "Observation", "name": quote, "value": amount} | _present({"additionalProperty": more})


def from_jsonld(document: Node) -> Article:
    """The article's own fields and text, from a document that ``to_jsonld`` wrote.

    Mentions and blocks are lost.

    >>> from_jsonld(to_jsonld(Article(id="a", text="Hà Nội", title="Cầu mới"))).title
    'Cầu mới'

    Raises:
        SerializationError: *document* was not written by ``to_jsonld``, or a field of it is wrong.
    """
    try:
        if document.get("@context") != CONTEXT:
            raise ValueError("another @context")
        fields: dict[str, Any] = {ours: document.get(theirs) for theirs, ours in _FRAME.items()}
        fields["text"] = fields["text"] or ""
        return Article(
            **fields,
            publisher=document.get("publisher", {}).get("name"),
            published=_moment(document.get("datePublished")),
            modified=_moment(document.get("dateModified")),
            authors=tuple(person["name"] for person in document.get("author", ())),
            tags=tuple(document.get("keywords", ())),
            images=tuple(
                Image(
                    url=image.get("contentUrl"), caption=image.get("caption"), credit=image.get("creditText")
                )
                for image in document.get("image", ())
            ),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SerializationError([("", f"not a document that vnmedia wrote: {error}")]) from error


def _moment(text: str | None) -> dt.date | None:
    return None if text is None else moment_of(text)
