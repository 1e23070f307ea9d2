"""Turns candidates into mentions: read, completed from the sentence, resolved in the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..model import Citation, LegalInstrument, Mention, Relation
from ..model._trusted import trusted
from ..reading import Reading
from ..text import TextView
from ._document import resolve
from ._draft import Draft
from ._places import read_places
from ._read import Reader
from ._relation_days import relation_of
from ._relations import relations_stated
from ._sentence import (
    complete_issuers,
    issuer_after_subject,
    issuer_from_proposal,
    issuer_from_subject,
    passive_after,
)
from ._subject import read_subjects

__all__ = ["mentions_of"]

_citation = trusted(Citation)

#: Types that may head any number.
_ANY_NUMBER = {"văn bản", "công văn", "luật", "bộ luật", "pháp lệnh", "nghị quyết"}
_TERM_YEARS = {9: (1992, 1997), 10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016),
               14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}  # fmt: skip


def mentions_of(reading: Reading) -> Iterator[Mention[Citation]]:
    """The mentions in *reading*, by start."""
    view, reader = reading.view, Reader(reading)
    drafts = reader.read()
    for draft in drafts:
        if draft.issuer is None or draft.date is None:
            issuer_from_subject(reader, draft)
            issuer_from_proposal(reader, draft)
    read_subjects(reader, drafts)
    for draft in drafts:
        passive_after(reader, draft)
        issuer_after_subject(reader, draft)
    complete_issuers(reader, drafts)
    resolved = resolve(reader, drafts)
    done: defaultdict[Draft, list[Relation]] = defaultdict(list)
    for stated in relations_stated(reader, drafts):
        done[stated.actor].append(relation_of(reader, stated))
    for draft in drafts:
        value = _value(view, draft, resolved.get(draft), tuple(done.get(draft, ())))
        yield view.mention(draft.start, draft.end, value, _inferred(draft, value))


def _inferred(draft: Draft, value: Citation) -> dict[str, str]:
    """Which fields of *value* do not stand in the quote, and where they come from."""
    reasons = {field: reason for field, reason in draft.inferred.items() if getattr(value, field) is not None}
    if value.year is not None and draft.year_from is not None:
        reasons["year"] = draft.year_from
    return reasons


def _value(
    view: TextView, draft: Draft, instrument: LegalInstrument | None, relations: tuple[Relation, ...]
) -> Citation:
    pinpoint = " ".join(view.plain[slice(*draft.places)].split()) if draft.places else None
    title, title_span = draft.title, None
    if draft.subject is not None:
        title, title_span = " ".join(view.plain[slice(*draft.subject)].split()), view.span(*draft.subject)
    return _citation(
        type=draft.type.name,
        number=draft.number,
        date=draft.date,
        issuer=draft.issuer,
        co_issuers=draft.co_issuers,
        title=title,
        title_span=title_span,
        year=draft.year,
        amended=draft.amended,
        pinpoint=pinpoint,
        places=read_places(pinpoint) if pinpoint else (),
        irregular=_irregular(draft),
        relations=relations,
        instrument=instrument,
    )


def _irregular(draft: Draft) -> bool:
    """Whether the number contradicts the type, the date or itself."""
    parts = draft.parts
    if parts is None:
        return False
    if parts.types and draft.type not in parts.types and draft.type.name not in _ANY_NUMBER - {"nghị quyết"}:
        # `Thông tư liên tịch số …/TT-…` states less, which is no contradiction.
        return not any(
            draft.type.name.startswith(kind.name) or kind.name.startswith(draft.type.name)
            for kind in parts.types
        )
    if parts.year and draft.date and draft.date.year != parts.year:
        return True
    if parts.term in _TERM_YEARS and parts.year and "QH" in "".join(parts.issuers):
        first, last = _TERM_YEARS[parts.term]
        return not first <= parts.year <= last
    return False
