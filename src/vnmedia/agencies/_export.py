"""Exports of the graph of bodies: rows of a table, the W3C's Organization Ontology, Popolo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..registries import sources
from ._graph import AgencyRecord, records

__all__ = ["to_org", "to_popolo", "to_rows"]

_URN = "urn:vnmedia:agency:"


def to_rows(bodies: Iterable[AgencyRecord] | None = None) -> Iterator[dict[str, str]]:
    """A row of strings for each body; several values of one field are joined by ``|``.

    >>> next(row for row in to_rows() if row["id"] == "bo-tttt")["successors"]
    'bo-khcn|bo-vhttdl'
    """
    for record in records() if bodies is None else bodies:
        body = record.body
        yield {
            "id": body.id,
            "name": body.name,
            "name_en": body.name_en or "",
            "kind": body.kind,
            "level": body.level,
            "parent": body.parent or "",
            "parents": "|".join(f"{each.id} {each.validity.text}" for each in record.parents),
            "aliases": "|".join(alias.text for alias in body.aliases),
            "codes": "|".join(body.codes),
            "validity": body.validity.text,
            "predecessors": "|".join(before.id for before in record.predecessors),
            "successors": "|".join(body.successors),
            "ended": body.ended or "",
            "sources": "|".join(body.sources),
        }


def to_org(bodies: Iterable[AgencyRecord] | None = None) -> dict[str, Any]:
    """The bodies as JSON-LD in the W3C's Organization Ontology (https://www.w3.org/TR/vocab-org/).

    A body's change into others is an ``org:ChangeEvent`` on the day after its end.

    >>> graph = {node["@id"]: node for node in to_org()["@graph"]}
    >>> graph["urn:vnmedia:agency:cuc-bao-chi"]["org:unitOf"]
    {'@id': 'urn:vnmedia:agency:bo-tttt'}
    """
    context = {
        "org": "http://www.w3.org/ns/org#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
    }
    graph: list[dict[str, Any]] = []
    for record in records() if bodies is None else bodies:
        graph.append(_node(record))
        if record.body.successors:
            graph.append(_change(record))
    return {"@context": context, "@graph": graph}


def _node(record: AgencyRecord) -> dict[str, Any]:
    body = record.body
    labels = [{"@value": body.name, "@language": "vi"}]
    if body.name_en:
        labels.append({"@value": body.name_en, "@language": "en"})
    node: dict[str, Any] = {
        "@id": _URN + body.id,
        "@type": "org:OrganizationalUnit" if body.parent else "org:FormalOrganization",
        "skos:prefLabel": labels,
        "org:classification": body.kind,
        "dcterms:temporal": body.validity.text,
    }
    if body.aliases:
        node["skos:altLabel"] = [alias.text for alias in body.aliases]
    if body.parent:
        node["org:unitOf"] = {"@id": _URN + body.parent}
    addresses = [sources()[id].url for id in body.sources]
    if any(addresses):
        node["dcterms:source"] = [address for address in addresses if address]
    return node


def _change(record: AgencyRecord) -> dict[str, Any]:
    end = record.validity.end
    return {
        "@id": f"{_URN}{record.id}#end",
        "@type": "org:ChangeEvent",
        "org:originalOrganization": {"@id": _URN + record.id},
        "org:resultingOrganization": [{"@id": _URN + id} for id in record.body.successors],
        **({"dcterms:date": end.isoformat()} if end else {}),
    }


def to_popolo(bodies: Iterable[AgencyRecord] | None = None) -> dict[str, Any]:
    """The bodies as Popolo organizations (https://www.popoloproject.com/specs/organization.html).

    >>> [o for o in to_popolo()["organizations"] if o["id"] == "bo-tttt"][0]["dissolution_date"]
    '2025-02-28'
    """
    return {"organizations": [_organization(record) for record in (records() if bodies is None else bodies)]}


def _organization(record: AgencyRecord) -> dict[str, Any]:
    body = record.body
    first, last = body.validity.text.split("/")
    organization: dict[str, Any] = {
        "id": body.id,
        "name": body.name,
        "classification": body.kind,
        "parent_id": body.parent,
        "founding_date": first if first not in ("", "..") else None,
        "dissolution_date": last if last not in ("", "..") else None,
        "other_names": [{"name": alias.text} for alias in body.aliases],
        "identifiers": [{"scheme": "document-code", "identifier": code} for code in body.codes],
        "links": [{"url": f"https://{domain}"} for domain in body.domains],
        "sources": [{"url": sources()[id].url, "note": sources()[id].title} for id in body.sources],
    }
    return {name: value for name, value in organization.items() if value}
