"""What the sentence round a citation says of it: who issued it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ..model import Agency
from ..reading import Time
from ..registries.instruments import instrument_words
from ._draft import Draft
from ._issuer import OFFICES, issuer_of, read_issuer
from ._patterns import any_of
from ._read import Reader

__all__ = ["complete_issuers", "issuer_from_subject"]

_REACH = 170
# Between the subject and its verb, besides a day: ``UBND tỉnh mới đây ban hành``.
_LATELY = re.compile(r",?[ \n](?:cùng ngày|mới đây|vừa qua),?\Z")
# What may stand before a day there, and between a day and the subject that follows.
_LEADS_TO_DAY = re.compile(r",?[ \n](?:(?:vào|trong)[ ])?\Z")
_AFTER_DAY = re.compile(r"[ ]?,?[ \n]{1,2}\Z")
_NAME = re.compile(r"[ ][A-ZÀ-ỸĐ][a-zà-ỹ]*\Z")
_ADDRESS = re.compile(r"[ ](?:ông|bà|đồng chí)\Z")
_SENTENCE_BREAK = re.compile(r"[.!?…;\n](?=\s)|\n")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"[ \n](?:{any_of('before-issuing')}[ ]){{0,4}}{any_of('issuing')}[ ](?:(?:các|bản)[ ])?\Z"
    )


@cache
def _verb_ends() -> tuple[str, ...]:
    return (*(f"{word} " for word in instrument_words("issuing")), "các ", "bản ")


@cache
def _subject_head() -> re.Pattern[str]:
    fixed = "|".join(sorted(map(re.escape, OFFICES), key=lambda name: -len(name)))
    return re.compile(rf"(?<!\w)(?:phó[ ])?(?:(?:{fixed})(?!\w)|{any_of('offices')})")


def issuer_from_subject(reader: Reader, draft: Draft) -> None:
    """Takes issuer and day from what stands before: `ngày 8/2/2017, Bộ trưởng … ban hành Quyết định …`."""
    lower = reader.lower
    if not lower.endswith(_verb_ends(), max(0, draft.start - 26), draft.start):
        return
    floor = max(0, draft.start - _REACH)
    breaks = [match.span() for match in _SENTENCE_BREAK.finditer(lower, floor, draft.start)]
    # The full stops of ``ngày 28. 3. 2022`` end nothing.
    begin = max((end for start, end in breaks if not reader.reading.time_over(start)), default=floor)
    verb = _verb().search(lower, begin, draft.start)
    if verb is None:
        return
    time, subject_end = _day_before_verb(reader, begin, verb.start())
    found = _subject_ending(reader, begin, subject_end)
    if found is None:
        return
    start, named = found
    time = time or _day_before(reader, begin, start)
    if draft.date is None and draft.number is not None and time is not None:
        draft.date = time.day
    _, issuer, deputy = named
    if draft.issuer is None and not (deputy and draft.parts and draft.parts.issuer_records(draft.date)):
        draft.issuer = issuer


def _day_before_verb(reader: Reader, begin: int, end: int) -> tuple[Time | None, int]:
    """The day between a subject and its verb, which begins at *end*, and where the subject ends."""
    lower = reader.lower
    time = reader.reading.day_ending_at(end - lower.endswith(",", begin, end))
    leads = _LEADS_TO_DAY.search(lower, max(begin, time.start - 8), time.start) if time is not None else None
    if leads is not None:
        return time, leads.start()
    lately = _LATELY.search(lower, max(begin, end - 20), end)
    return None, lately.start() if lately is not None else end


def _day_before(reader: Reader, begin: int, start: int) -> Time | None:
    """The day that the clause opens with, right before its subject: ``Ngày 8/2/2017, Bộ trưởng …``."""
    gap = _AFTER_DAY.search(reader.lower, max(begin, start - 4), start)
    return reader.reading.day_ending_at(gap.start()) if gap is not None else None


def _subject_ending(reader: Reader, begin: int, end: int) -> tuple[int, tuple[int, Agency, bool]] | None:
    """The body or office whose name ends at *end*, a person's name between them left out."""
    ends = set(_ends(reader.plain, begin, end))
    starts = [match.start() for match in _subject_head().finditer(reader.lower, begin, end)]
    starts += [body.start for body in reader.reading.bodies_within(begin, end)]
    for start in sorted(starts):
        named = read_issuer(reader.reading, start)
        if named is not None and named[0] in ends:
            return start, named
    return None


def _ends(plain: str, begin: int, end: int) -> Iterator[int]:
    """*end*, and where it would be without a person's name of up to four words before it."""
    yield end
    for _ in range(4):
        name = _NAME.search(plain, max(begin, end - 9), end)
        if name is None:
            break
        end = name.start()
        yield end
        address = _ADDRESS.search(plain, max(begin, end - 10), end)
        if address is not None:
            yield address.start()


def complete_issuers(drafts: list[Draft]) -> None:
    """Spreads the issuer that closes a list, then gives the rest the one that their number implies."""
    for before, after in reversed(list(pairwise(drafts))):
        listed = after.first is not None and after.first in (before, before.first)
        if listed and before.issuer is None and (not before.full or _codes(before) == _codes(after)):
            before.issuer = after.issuer
    for draft in drafts:
        if draft.issuer is None and draft.parts is not None:
            records = draft.parts.issuer_records(draft.date)
            if records:
                draft.issuer = issuer_of(records[0])
                if draft.parts.joint:
                    draft.co_issuers = tuple(issuer_of(record) for record in records[1:])


def _codes(draft: Draft) -> tuple[str, ...]:
    return draft.parts.issuers if draft.parts is not None else ()
