"""What a document does to others, and when it has effect, in the metadata of Akoma Ntoso.

Changes and measures of implementation are ``activeModifications``, the base of a consolidated text is the
``original``, grounds are ``TLCReference``. Days are events of the ``lifecycle``, which intervals of
``temporalData`` refer to. The standard names fewer kinds of act than we do, so an attribute of our own keeps
the kind, and others the words that state the act and the mention that names its target.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..errors import ExtraError
from ..model import Citation, Mention, Relation, RelationKind, Span
from ..model.document import InstrumentDocument

try:
    from lxml import etree
except ModuleNotFoundError as error:
    raise ExtraError("akn", "lxml") from error

from ._akn_names import NAMESPACE, legal, named, one_line, own, slug

__all__ = ["Written", "add_relations", "made_iri", "read_relations", "read_until", "state", "targets_of"]

_SOURCE = "#vnmedia"
_NS = {"a": NAMESPACE}
#: The element and type of the standard for each kind of act that changes or carries out another instrument.
_MODIFICATIONS: dict[RelationKind, tuple[str, str]] = {
    "amends": ("textualMod", "substitution"),
    "supplements": ("textualMod", "insertion"),
    "corrects": ("textualMod", "substitution"),
    "replaces": ("textualMod", "replacement"),
    "repeals": ("textualMod", "repeal"),
    "suspends": ("efficacyMod", "inapplication"),
    "extends": ("efficacyMod", "prorogationOfEfficacy"),
    "details": ("legalSystemMod", "implementation"),
    "guides": ("legalSystemMod", "implementation"),
    "implements": ("legalSystemMod", "implementation"),
    "approves": ("legalSystemMod", "ratification"),
}
_IN_FORCE = "inForce"


class Written(NamedTuple):
    """A reference in the file: its identifier, and that of the unit that it stands in."""

    eid: str
    unit: str | None


def targets_of(document: InstrumentDocument) -> dict[Span, str]:
    """The identifier of each mention that an act of the document names, by its place."""
    places = dict.fromkeys(relation.target for relation in document.instrument.relations)
    return {place: f"target_{number}" for number, place in enumerate(places, 1)}


def made_iri(citation: Citation) -> str:
    """An IRI for an instrument without an identifier, made of what the citation states."""
    day = citation.date.isoformat() if citation.date else "undated"
    return f"/akn/vn/act/{slug(citation.type)}/{day}/{slug(citation.number or citation.title or 'khong-so')}"


class _Days:
    """The events and intervals that a document's metadata refers to."""

    def __init__(self) -> None:
        self.lifecycle = etree.Element(named("lifecycle"), source=_SOURCE)
        self.temporal = etree.Element(named("temporalData"), source=_SOURCE)

    def event(self, day: dt.date, kind: str | None = None) -> str:
        """Adds an event; its identifier."""
        eid = f"event_{len(self.lifecycle) + 1}"
        made = etree.SubElement(
            self.lifecycle, named("eventRef"), eId=eid, date=day.isoformat(), source=_SOURCE
        )
        if kind is not None:
            made.set("type", kind)
        return eid

    def period(self, eid: str, since: dt.date | None, until: dt.date | None) -> None:
        """Adds the interval from *since* to *until*."""
        group = etree.SubElement(self.temporal, named("temporalGroup"), eId=eid)
        interval = etree.SubElement(group, named("timeInterval"), refersTo=f"#{_IN_FORCE}")
        for name, day in (("start", since), ("end", until)):
            if day is not None:
                interval.set(name, f"#{self.event(day, 'repeal' if name == 'end' else None)}")


def _say_where(made: etree._Element, href: str, place: Written | None) -> None:
    """Say which unit of the document the act *made* stands in, and what it changes."""
    source = etree.SubElement(made, named("source"))
    if place is not None and place.unit:
        source.set("href", f"#{place.unit}")
    etree.SubElement(made, named("destination"), href=legal(href))


def _refer(references: etree._Element, eid: str, href: str, relation: Relation, quote: str) -> etree._Element:
    """Add the document that *relation* names and does not change."""
    tag = "original" if relation.kind == "consolidates" else "TLCReference"
    shown = legal(one_line(quote))
    made = etree.SubElement(references, named(tag), eId=eid, href=legal(href), showAs=shown)
    if tag == "TLCReference":
        made.set("name", relation.kind)
    return made


def _state_days(made: etree._Element, days: _Days, name: str, relation: Relation) -> None:
    """Say from when and until when the act *made* holds, where *relation* does."""
    if relation.since or relation.until:
        days.period(name, relation.since, relation.until)
        etree.SubElement(made, named("efficacy"), period=f"#{name}")


def add_relations(meta: etree._Element, document: InstrumentDocument, written: dict[Span, Written]) -> None:
    """Add to *meta* the acts and the days of *document*.

    Args:
        meta: The metadata, with its ``references``.
        document: The document.
        written: Where the file has each mention that an act names.
    """
    days = _Days()
    instrument, effect = document.instrument, document.effect
    if instrument.date is not None:
        days.event(instrument.date, "generation")
    if effect is not None and (effect.date or effect.until):
        days.period("effect", effect.date, effect.until)
    active = etree.Element(named("activeModifications"))
    references = meta.find("a:references", _NS)
    cited = {mention.span: mention for mention in document.citations}
    for number, relation in enumerate(instrument.relations, 1):
        mention = cited.get(relation.target)
        if mention is None:
            continue
        eid = f"rel_{number}"
        href = mention.value.uri or made_iri(mention.value)
        if relation.kind in _MODIFICATIONS:
            tag, kind = _MODIFICATIONS[relation.kind]
            made = etree.SubElement(active, named(tag), eId=eid, type=kind)
            _say_where(made, href, written.get(mention.span))
            _state_days(made, days, f"period_{number}", relation)
        else:
            made = _refer(references, eid, href, relation, mention.quote)
        made.set(own("kind"), relation.kind)
        made.set(own("evidence"), legal(one_line(relation.evidence.of(document.text))))
        _name_target(made, mention, written)
    if len(days.temporal):
        concept = {"eId": _IN_FORCE, "href": "/akn/ontology/concept/vn/in-force", "showAs": "in force"}
        etree.SubElement(references, named("TLCConcept"), concept)
    _put_before(references, days, active)


def _name_target(made: etree._Element, mention: Mention[Citation], written: dict[Span, Written]) -> None:
    """Say on *made* which reference of the file names the target, or else its words."""
    if mention.span in written:
        made.set(own("target"), written[mention.span].eid)
    else:
        made.set(own("quote"), legal(one_line(mention.quote)))
        state(made, mention.value)


def state(element: etree._Element, citation: Citation) -> None:
    """Put on *element* what a citation prints of its instrument."""
    day = citation.date.isoformat() if citation.date else None
    said = {"type": citation.type, "number": citation.number, "title": citation.title, "date": day}
    for name, value in said.items():
        if value:
            element.set(own(name), legal(value))


def _put_before(references: etree._Element, days: _Days, active: etree._Element) -> None:
    """Put what is not empty before the *references*, in the order of the schema."""
    if len(days.lifecycle):
        references.addprevious(days.lifecycle)
    if len(active):
        analysis = etree.Element(named("analysis"), source=_SOURCE)
        analysis.append(active)
        references.addprevious(analysis)
    if len(days.temporal):
        references.addprevious(days.temporal)


def read_until(meta: etree._Element) -> dt.date | None:
    """The last day of the document's effect."""
    return _interval(meta, "effect")[1]


def _interval(meta: etree._Element, eid: str) -> tuple[dt.date | None, dt.date | None]:
    found = meta.find(f"a:temporalData/a:temporalGroup[@eId='{eid}']/a:timeInterval", _NS)
    if found is None:
        return None, None
    events = {event.get("eId"): event.get("date") for event in meta.iterfind("a:lifecycle/a:eventRef", _NS)}
    since, until = (events.get((found.get(name) or "#")[1:]) for name in ("start", "end"))
    return since and dt.date.fromisoformat(since), until and dt.date.fromisoformat(until)


def read_relations(
    meta: etree._Element,
    target: Callable[[etree._Element], Span | None],
    evidence: Callable[[str, Span], Span],
) -> Sequence[Relation]:
    """The acts of the document with that *meta*.

    Args:
        meta: The metadata.
        target: The place of the mention that an element names; None where it names none.
        evidence: The place of the words that state an act on a target.
    """
    found = [
        *meta.iterfind("a:analysis/a:activeModifications/*", _NS),
        *meta.iterfind("a:references/a:original", _NS),
        *meta.iterfind("a:references/a:TLCReference", _NS),
    ]
    ours = [made for made in found if made.get(own("kind"))]
    relations = []
    for made in sorted(ours, key=_number):
        place = target(made)
        if place is None:
            continue
        since, until = _interval(meta, f"period_{_number(made)}")
        relations.append(
            Relation(
                kind=made.get(own("kind")),
                target=place,
                evidence=evidence(made.get(own("evidence")) or "", place),
                since=since,
                until=until,
            )
        )
    return relations


def _number(made: etree._Element) -> int:
    digits = (made.get("eId") or "").rpartition("_")[2]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
