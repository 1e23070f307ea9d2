"""Resolves the citations of one document together: short forms, laws, the distinct instruments.

Two citations are linked only where their numbers agree in everything that both print. A citation that could
mean more than one instrument of the document stays unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from itertools import pairwise

import attrs

from ..model import Agency, Context, LegalInstrument
from ..model._trusted import trusted
from ..registries import Pattern
from ..registries.instruments import Law
from ._draft import Draft
from ._laws import in_force, law_by_number, sole
from ._number import Number, analyse
from ._read import Reader
from ._uri import law_uri, numbered_uri

__all__ = ["resolve"]

_legal_instrument = trusted(LegalInstrument)


@attrs.define(eq=False)
class _Known:
    """One instrument that the document cites in full, with all that its citations state."""

    type: str
    parts: Number
    date: dt.date | None = None
    issuer: Agency | None = None
    co_issuers: tuple[Agency, ...] = ()
    title: str | None = None
    instrument: LegalInstrument | None = None

    def takes(self, draft: Draft) -> bool:
        """Whether *draft* can be this instrument: nothing that it states contradicts that."""
        agree = draft.date is None or self.date is None or draft.date == self.date
        return agree and (
            draft.issuer is None
            or self.issuer is None
            or draft.issuer == self.issuer
            or bool(self.parts.issuer_records(self.date))
        )

    def add(self, draft: Draft, title: str | None) -> None:
        """Adds what *draft* states."""
        self.date = self.date or draft.date
        self.issuer = self.issuer or draft.issuer
        self.co_issuers = self.co_issuers or draft.co_issuers
        self.title = self.title or title

    def resolved(self) -> LegalInstrument:
        """The instrument, complete, with its identifier."""
        if self.instrument is None:
            self.instrument = _legal_instrument(
                type=self.type,
                number=self.parts.canonical,
                date=self.date,
                issuer=self.issuer,
                co_issuers=self.co_issuers if self.issuer else (),
                title=self.title,
                uri=numbered_uri(self.type, self.parts, self.date, self.issuer),
            )
        return self.instrument


def resolve(reader: Reader, drafts: list[Draft]) -> dict[Draft, LegalInstrument]:
    """The instrument that each citation means, where the document or the registry determines it."""
    _introduce_aliases(reader, drafts)
    resolved = _laws(reader.context, drafts)
    known: defaultdict[tuple[str, str], list[_Known]] = defaultdict(list)
    _collect(reader, [draft for draft in drafts if draft not in resolved], known)
    everything = [one for group in known.values() for one in group]
    by_serial: defaultdict[tuple[str, str], list[_Known]] = defaultdict(list)
    for one in everything:
        by_serial[one.type, _serial(one.parts)].append(one)
    for draft in drafts:
        if draft not in resolved:
            meant = _found(draft, known, by_serial)
            if meant is not None:
                resolved[draft] = meant.resolved()
    _pointers(reader, drafts, resolved)
    return resolved


# Numbered documents

_ONLY_GOVERNMENT_DECREES = 1998


def _kind(draft: Draft) -> str:
    """The printed type, or the type of the number's letters where the two contradict each other."""
    parts = draft.parts
    if parts is None or not parts.types or draft.type in parts.types:
        return draft.type.name
    return parts.types[0].name


def _collect(reader: Reader, drafts: list[Draft], known: dict[tuple[str, str], list[_Known]]) -> None:
    closing = {draft.first: draft for draft in drafts if draft.first is not None and draft.full}
    for draft in drafts:
        parts = _completed(draft, closing.get(draft.first or draft))
        draft.parts_completed = parts if parts is not None and parts.full else None
    # The citations that state most come first, so that those that state less find them.
    ready = [draft for draft in drafts if draft.parts_completed is not None]
    for draft in sorted(ready, key=lambda draft: (draft.date is None, draft.issuer is None, draft.start)):
        parts = draft.parts_completed
        assert parts is not None
        group = known[_kind(draft), parts.key]
        fitting = [one for one in group if one.takes(draft)]
        if not fitting and (draft.date is not None or draft.issuer is not None or not group):
            group.append(_Known(_kind(draft), parts))
            fitting = group[-1:]
        if len(fitting) == 1:
            title = None
            if draft.subject is not None:
                title = " ".join(reader.plain[slice(*draft.subject)].split())
            fitting[0].add(draft, title)


def _completed(draft: Draft, closing: Draft | None) -> Number | None:
    """The number with the letters that close its list: `12` in `số 12, 13/2020/NĐ-CP` is `12/2020/NĐ-CP`."""
    if draft.parts is None or draft.full:
        return draft.parts
    # Since 1998 every decree is the Government's, so its serial and year identify it.
    year = draft.parts.year or draft.year or 0
    if draft.type.name == "nghị định" and year >= _ONLY_GOVERNMENT_DECREES:
        return analyse(f"{draft.parts.serial}/{year}/NĐ-CP")
    if closing is None or closing.start < draft.start:
        return draft.parts
    assert closing.parts is not None
    assert closing.number is not None
    return analyse(draft.parts.serial + closing.number[len(closing.parts.serial) :])


def _found(
    draft: Draft,
    known: dict[tuple[str, str], list[_Known]],
    by_serial: dict[tuple[str, str], list[_Known]],
) -> _Known | None:
    if draft.alias_of is not None and draft.number is None:
        return None
    parts = draft.parts_completed
    if parts is not None:
        group = known.get((_kind(draft), parts.key), [])
    elif draft.parts is not None:
        group = by_serial.get((draft.type.name, _serial(draft.parts)), [])
        year = draft.parts.year or draft.year
        if year is not None:
            group = [one for one in group if one.parts.year == year]
    else:
        return None
    fitting = [one for one in group if one.takes(draft)]
    return fitting[0] if len(fitting) == 1 else None


def _serial(parts: Number) -> str:
    return parts.serial.lstrip("0").lower()


# Laws


def _laws(context: Context, drafts: list[Draft]) -> dict[Draft, LegalInstrument]:
    resolved: dict[Draft, LegalInstrument] = {}
    stated: defaultdict[tuple[Law, ...], set[Law]] = defaultdict(set)
    cited = [
        draft
        for draft in drafts
        if draft.bearers or (draft.type.category in ("law", "constitution") and draft.number)
    ]
    for draft in cited:
        law = _stated_law(draft)
        if law is not None:
            stated[draft.bearers].add(law)
            resolved[draft] = _law_instrument(law)
    for draft in cited:
        if draft in resolved or draft.revised or draft.year or draft.number or draft.date:
            continue
        here = {law for laws in stated.values() for law in laws if law in draft.bearers}
        law = next(iter(here)) if len(here) == 1 else None
        law = law or in_force(draft.bearers, context.day)
        if law is not None:
            resolved[draft] = _law_instrument(law)
    return resolved


def _stated_law(draft: Draft) -> Law | None:
    """The law determined by the number, date or year beside the name."""
    if draft.parts is not None:
        found = law_by_number(draft.parts.canonical) if draft.parts.full else ()
        if draft.bearers:
            found = tuple(law for law in found if law in draft.bearers) or (found if len(found) == 1 else ())
        elif draft.type.name == "luật" and not draft.parts.full:
            return None
        return sole(found)
    if draft.date is not None:
        return sole(tuple(law for law in draft.bearers if law.passed == draft.date)) or sole(
            tuple(law for law in draft.bearers if law.year == draft.date.year)
        )
    if draft.year is not None:
        return sole(tuple(law for law in draft.bearers if law.year == draft.year))
    return None


_ASSEMBLY = Agency(id="quoc-hoi", name="Quốc hội")
_STANDING = Agency(id="ubtvqh", name="Ủy ban Thường vụ Quốc hội")


def _law_instrument(law: Law) -> LegalInstrument:
    number = law.number or ""
    issuer = (
        _STANDING
        if "UBTVQH" in number
        else _ASSEMBLY
        if law.type in ("luật", "bộ luật", "hiến pháp")
        else None
    )
    return _legal_instrument(
        type=law.type,
        number=law.number,
        date=law.passed,
        issuer=issuer,
        title=law.title,
        year=law.year,
        uri=law_uri(law),
    )


# Short names and pointers

_ALIAS = Pattern(
    r"[ \n]{0,2},?[ \n]{0,2}\(?(?:trong bài[ ])?(?:sau đây|dưới đây|viết tắt|gọi tắt)"
    r"(?:[ ](?:được|viết|gọi)){0,2}(?:[ ](?:tắt|chung))?[ ]?(?:là)?[ :]*[“\"]?"
)


def _introduce_aliases(reader: Reader, drafts: list[Draft]) -> None:
    """Marks the citation in `… (sau đây gọi tắt là Nghị định 119)` as another name of the one before it."""
    for before, after in pairwise(drafts):
        if after.start - before.end > 60:
            continue
        match = _ALIAS.match(reader.lower, before.end)
        if match is not None and match.end() == after.start:
            after.alias_of = before


_INSTRUMENT_PAGE = Pattern(
    r"^[ ]*(?:điều 1[.:]|căn cứ )|cộng h(?:òa|oà) xã hội chủ nghĩa việt nam", re.MULTILINE
)


def _pointers(reader: Reader, drafts: list[Draft], resolved: dict[Draft, LegalInstrument]) -> None:
    """Resolves `Nghị định này`: the document itself if it bears a number, else the one cited of its type."""
    pointing = [draft for draft in drafts if draft.this or draft.alias_of is not None]
    if not pointing:
        return
    own = next((draft for draft in drafts[:3] if draft.letterhead), None)
    itself = own is not None or _INSTRUMENT_PAGE.search(reader.lower) is not None
    of_type: defaultdict[str, set[int]] = defaultdict(set)
    values: dict[int, LegalInstrument] = {}
    for draft, instrument in resolved.items():
        of_type[draft.type.name].add(id(instrument))
        values[id(instrument)] = instrument
    for draft in pointing:
        if draft.alias_of is not None:
            if draft.alias_of in resolved and _compatible(draft, draft.alias_of):
                resolved.setdefault(draft, resolved[draft.alias_of])
        elif itself:
            if own is not None and own.type == draft.type and own in resolved:
                resolved[draft] = resolved[own]
        elif len(of_type[draft.type.name]) == 1:
            resolved[draft] = values[next(iter(of_type[draft.type.name]))]


def _compatible(draft: Draft, other: Draft) -> bool:
    """Whether *draft* can be a short name of *other*: it never is for another number."""
    return draft.parts is None or (other.parts is not None and _serial(draft.parts) == _serial(other.parts))
