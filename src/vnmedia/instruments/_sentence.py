"""Reads from the sentence around a citation who issued the document, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ..model import Agency
from ..reading import Time
from ..registries import Pattern
from ..registries.instruments import instrument_words
from ._draft import Draft
from ._issuer import OFFICES, issuer_of, read_issuer
from ._patterns import any_of
from ._read import Reader

__all__ = [
    "complete_issuers",
    "issuer_after_subject",
    "issuer_from_proposal",
    "issuer_from_subject",
    "passive_after",
]

_REACH = 170
# What may stand between the subject and its verb, besides a day: ``UBND tỉnh mới đây ban hành``.
_LATELY = Pattern(r",?[ \n](?:cùng ngày|mới đây|vừa qua),?\Z")
# What may stand before a day there, and between a day and the subject that follows.
_LEADS_TO_DAY = Pattern(r",?[ \n](?:(?:vào|trong)[ ])?\Z")
_AFTER_DAY = Pattern(r"[ ]?,?[ \n]{1,2}\Z")
_OF_OWNER = Pattern(r"[ ]của[ ]\Z")
_NAME = Pattern(r"[ ][A-ZÀ-ỸĐ][a-zà-ỹ]*\Z")
_ADDRESS = Pattern(r"[ ](?:ông|bà|đồng chí)\Z")
_SENTENCE_BREAK = Pattern(r"[.!?…;\n](?=\s)|\n")


#: What may stand between the verb and the count of the documents issued: ``ký cùng lúc 3 Quyết định``.
_TOGETHER = ("cùng lúc", "đồng thời", "liên tiếp")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"[ \n](?:{any_of('before-issuing')}[ ]){{0,4}}{any_of('issuing')}[ ]"
        rf"(?:(?:{'|'.join(_TOGETHER)})[ ])?(?:(?:{any_of('issued-count')}|[0-9]{{1,2}})[ ]){{0,2}}\Z"
    )


_LAST_WORD = Pattern(r"(\w+)[ ]\Z")


@cache
def _last_words() -> frozenset[str]:
    """The words that the verb, or the count of what is issued, can end with."""
    before = (*instrument_words("issuing"), *_TOGETHER, *instrument_words("issued-count"))
    return frozenset(word.split()[-1] for word in before)


@cache
def _subject_head() -> re.Pattern[str]:
    fixed = "|".join(sorted(map(re.escape, OFFICES), key=lambda name: -len(name)))
    return re.compile(rf"(?<!\w)(?:phó[ ])?(?:(?:{fixed})(?!\w)|{any_of('offices')})")


def issuer_from_subject(reader: Reader, draft: Draft) -> None:
    """Takes issuer and day from the words before: `ngày 8/2/2017, Bộ trưởng … ban hành Quyết định …`."""
    lower = reader.lower
    last = _LAST_WORD.search(lower, max(0, draft.start - 12), draft.start)
    if last is None or not (last[1] in _last_words() or last[1].isdigit()):
        return
    begin = _sentence_start(reader, draft.start)
    verb = _verb().search(lower, begin, draft.start)
    if verb is None:
        return
    time, subject_end = _day_before_verb(reader, begin, verb.start())
    found = _subject_ending(reader, begin, subject_end)
    if found is None:
        _date_from_place(reader, draft, begin, subject_end, time)
        return
    start, named = _on_behalf(reader, begin, *_owned(reader, begin, *_unit(reader, draft, *found)))
    time = time or _day_before(reader, begin, start)
    # "Ngày 20/11/2012, Quốc hội thông qua Luật Xuất bản": a law that has several days is named with its own
    cited = draft.number is not None or (bool(draft.bearers) and verb.group().rstrip().endswith("thông qua"))
    if draft.date is None and cited and time is not None:
        _take_day(draft, time)
    if named is not None and draft.issuer is None:
        _take_issuer(draft, *named[1:])


def _take_issuer(draft: Draft, issuer: Agency, deputy: bool) -> None:
    """Takes the *issuer* that the sentence names; a *deputy* signs for the body that the number implies."""
    if not (deputy and draft.parts and draft.parts.issuer_records(draft.date)):
        draft.issuer = issuer
        draft.inferred["issuer"] = "sentence"


def _sentence_start(reader: Reader, position: int) -> int:
    """Where the sentence around *position* begins; full stops in ``ngày 28. 3. 2022`` do not end one."""
    floor = max(0, position - _REACH)
    breaks = [match.span() for match in _SENTENCE_BREAK.finditer(reader.lower, floor, position)]
    return max((end for start, end in breaks if not reader.reading.time_over(start)), default=floor)


_BEFORE_PARENT = Pattern(r"(?:,| [-–]) \Z")


def _unit(
    reader: Reader, draft: Draft, start: int, named: tuple[int, Agency, bool]
) -> tuple[int, tuple[int, Agency, bool]]:
    """The unit before the body *named* at *start* that it belongs to: ``Cục Quản lý Dược - Bộ Y tế có …``.

    The number may bear the letters of the whole body; then that issued the document.
    """
    joint = _BEFORE_PARENT.search(reader.lower, max(0, start - 3), start)
    unit = reader.reading.body_ending_at(joint.start()) if joint is not None else None
    whole = named[1].id
    if unit is None or whole is None or unit.agency.parent != whole:
        return start, named
    if draft.parts is not None and any(record.agency == whole for record in draft.parts.issuer_records(None)):
        return start, named
    return unit.start, (named[0], Agency(id=unit.agency.id, name=unit.agency.name), False)


#: A body for one task, named by its owner.
_TASK_FORCE = Pattern(
    r"(?<!\w)(?:tổ công tác|đoàn (?:công tác|kiểm tra|thanh tra|giám sát))(?:[ ]\w+){0,4}\Z"
)


def _owned(
    reader: Reader, begin: int, start: int, named: tuple[int, Agency, bool]
) -> tuple[int, tuple[int, Agency, bool] | None]:
    """The subject that ends with the body *named* at *start*, and where it begins.

    In ``Tổ công tác của Chính phủ`` it is the task force, not its owner; None where that is unknown.
    """
    owner = _OF_OWNER.search(reader.lower, max(begin, start - 5), start)
    if owner is None:
        return start, named
    end = owner.start()
    force = _TASK_FORCE.search(reader.lower, max(begin, end - 60), end)
    if force is None:
        return _subject_ending(reader, begin, end) or (end, None)
    name = " ".join(reader.plain[force.start() : named[0]].split())
    return force.start(), (named[0], Agency(name=name[0].upper() + name[1:]), False)


#: ``Thừa lệnh X, Y ký …``: Y signs, and the document is that of X (Decree 30/2020/NĐ-CP, article 13).
_ON_BEHALF = Pattern(
    r"(?<!\w)(?:thay mặt(?:[ ]cho)?|thừa lệnh|(?:thừa|được|theo|được sự)[ ](?:ủy|uỷ)[ ]quyền)(?:[ ]của)?[ ]"
)


def _on_behalf(
    reader: Reader, begin: int, start: int, named: tuple[int, Agency, bool] | None
) -> tuple[int, tuple[int, Agency, bool] | None]:
    """The subject at *start*, or the body or office for which that signs, and where the words for it begin.

    None where the body cannot be read, as the one that signs did not issue the document.
    """
    office = _office_of().search(reader.lower, max(begin, start - 30), start)
    end = office.start() if office is not None else start
    behalf = _ON_BEHALF.search(reader.lower, begin, end) if reader.lower.endswith(", ", begin, end) else None
    if behalf is None:
        return start, named
    giver = read_issuer(reader.reading, behalf.end())
    return behalf.start(), giver if giver is not None and giver[0] == end - 2 else None


# A place named for its people's committee: ``Ngày 28/7/2020, tỉnh Hà Nam có Quyết định số 51``.
_PLACE_ALONE = Pattern(
    r",[ ](?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|xã|phường|địa phương|bộ|sở|cục"
    r"|cơ quan)(?:[ ][^,;.:\n]{1,40})?\Z"
)


def _date_from_place(reader: Reader, draft: Draft, begin: int, end: int, time: Time | None) -> None:
    """Takes the day, and no issuer, where the subject is a place or a body's general name."""
    place = _PLACE_ALONE.search(reader.lower, max(begin, end - 60), end)
    if place is None or draft.date is not None or draft.number is None:
        return
    time = time or reader.reading.day_ending_at(place.start())
    if time is not None:
        _take_day(draft, time)


def _take_day(draft: Draft, time: Time) -> None:
    draft.take_day(time, "sentence")


#: ``Theo đề nghị của X tại Tờ trình số …``: X issued it.
_PROPOSED = Pattern(r"[ \n](?:tại|trong)[ \n](?:các[ ]|văn bản[ ])?\Z")
_PROPOSAL = r"(?:đề nghị|ý kiến|kiến nghị|đề xuất|báo cáo)"
#: What stands before the body that proposes, or before the first of several.
_PROPOSES = Pattern(
    rf"{_PROPOSAL}[ \n]của[ ](?:các[ ])?(?:[^.;:]{{1,100}}(?:,|[ ]và)[ ])?\Z"
    rf"|(?:,|[ ]và)[ \n]của[ ](?:các[ ])?\Z|(?<!\w)(?:theo|xét)[ \n]{_PROPOSAL}[ \n]\Z"
)


@cache
def _addresses() -> re.Pattern[str]:
    """What stands before the addressee of a document: ``Sở Tài chính trình UBND tỉnh tại Tờ trình số …``."""
    return re.compile(
        rf"[ \n](?:{any_of('before-issuing')}[ ]){{0,4}}{any_of('addressing')}"
        r"(?:[ ](?:đến|tới|cho|với|lên))?[ \n]\Z"
    )


def issuer_from_proposal(reader: Reader, draft: Draft) -> None:
    """Takes the body that proposes, or writes to another, as the issuer of the document named for that."""
    lower = reader.lower
    at = _PROPOSED.search(lower, max(0, draft.start - 14), draft.start)
    if at is None or draft.issuer is not None or draft.number is None:
        return
    begin = max(0, at.start() - _REACH)
    body = reader.reading.body_ending_at(at.start())
    found = (body.start, (body.end, body.agency, False)) if body is not None else None
    found = found or _subject_ending(reader, begin, at.start())
    if found is None:
        return
    start, (_, issuer, _) = found
    office = _office_of().search(lower, max(begin, start - 30), start)
    start = office.start() if office is not None else start
    addressed = _addresses().search(lower, max(begin, start - 60), start)
    if not _PROPOSES.search(lower, begin, start):
        writer = addressed and _subject_ending(reader, _sentence_start(reader, start), addressed.start())
        if not writer:
            return
        issuer = writer[1][1]
    draft.issuer = Agency(id=issuer.id, name=issuer.name)
    draft.inferred["issuer"] = "sentence"


@cache
def _office_of() -> re.Pattern[str]:
    """An office before its body; in ``Chánh Thanh tra tỉnh`` the office's name includes the body's."""
    return re.compile(rf"(?<!\w)(?:phó )?(?:{any_of('offices')}|chánh|trưởng)[ ]\Z")


_PASSIVE = Pattern(r"[ ]?,?[ \n](?:vừa |mới |đã |vừa mới )?(?:được|do)[ ]")
_PASSIVE_VERB = Pattern(r"[ ](?:[^,;.\n]{0,30}?[ ])?(?:ký ban hành|ban hành|ký|thông qua|phê duyệt),?[ ]")
_PASSIVE_BARE = Pattern(r"(?:ký ban hành|ban hành|ký|thông qua),?[ ]")
#: What may stand between the passive's verb and the day.
_TO_DAY = Pattern(r"(?:vào|hôm|hôm qua|hôm nay|chiều|sáng|tối|trong),?[ ]")


def passive_after(reader: Reader, draft: Draft) -> None:
    """Takes day and body from the passive after a citation: ``… được Chính phủ ban hành ngày 9/11``."""
    cited = draft.number is not None or bool(draft.bearers)
    if not cited or (draft.date is not None and draft.issuer is not None):
        return
    end = draft.subject[1] if draft.subject is not None else draft.end
    passive = _PASSIVE.match(reader.lower, end)
    if passive is None:
        return
    named = read_issuer(reader.reading, passive.end())
    verb = (
        _PASSIVE_VERB.match(reader.lower, named[0])
        if named is not None
        else _PASSIVE_BARE.match(reader.lower, passive.end())
    )
    if verb is None:
        return
    time = _day_after_verb(reader, verb.end())
    if draft.date is None and time is not None:
        _take_day(draft, time)
    implied = draft.parts is not None and draft.parts.issuer_records(draft.date)
    if named is not None and draft.issuer is None and draft.number is not None and not implied:
        draft.issuer = named[1]
        draft.inferred["issuer"] = "sentence"


#: The clause by which a subject may be followed: ``về giá đất do Ủy ban nhân dân tỉnh ban hành``.
_DONE_BY = Pattern(r",?[ ]do[ ]")
_DOES = Pattern(r"[ ](?:ký[ ])?(?:ban hành|ký)(?!\w)")


def issuer_after_subject(reader: Reader, draft: Draft) -> None:
    """Takes the body that a clause after the subject names: ``… do Ủy ban nhân dân tỉnh Hà Nam ban hành``."""
    if draft.subject is None or draft.issuer is not None:
        return
    clause = _DONE_BY.match(reader.lower, draft.subject[1])
    named = read_issuer(reader.reading, clause.end()) if clause is not None else None
    if named is not None and _DOES.match(reader.lower, named[0]):
        _take_issuer(draft, *named[1:])


def _day_after_verb(reader: Reader, start: int) -> Time | None:
    """The day after the verb of a passive: ``vào ngày 9/4``, ``hôm 9/4``, ``hôm qua, ngày 9/4``."""
    restated = _RESTATED.match(reader.lower, start)
    time = reader.reading.day_at(restated.end()) if restated is not None else None
    for _ in range(4):
        time = time or reader.reading.day_at(start)
        further = _TO_DAY.match(reader.lower, start)
        if time is not None or further is None:
            break
        start = further.end()
    return time


# ``hôm qua, ngày 9/4``: the day is given twice.
_RESTATED = Pattern(r"(?:sáng |chiều |tối )?(?:hôm )?(?:qua|nay),?[ ]\(?")


def _day_before_verb(reader: Reader, begin: int, end: int) -> tuple[Time | None, int]:
    """The day between a subject and the verb that begins at *end*, and where the subject ends."""
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
    """The body or office whose name ends at *end*, or before a person's name that ends there."""
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


def complete_issuers(reader: Reader, drafts: list[Draft]) -> None:
    """Gives the drafts of a list the issuer that they share, the others the one their number implies."""
    for before, after in reversed(list(pairwise(drafts))):
        if before.issuer is None and after.issuer is not None and _shares(reader, before, after):
            before.issuer = after.issuer
            before.inferred["issuer"] = "list"
    for draft in drafts:
        _issuer_from_head(reader, draft)
    for before, after in pairwise(drafts):
        if after.issuer is None and before.issuer is not None and _goes_on(reader, before, after):
            after.issuer = before.issuer
            after.inferred["issuer"] = "list"
    for draft in drafts:
        if draft.issuer is None and draft.parts is not None:
            records = draft.parts.issuer_records(draft.date)
            if records:
                draft.issuer = issuer_of(records[0])
                draft.inferred["issuer"] = "number"
                if draft.parts.joint:
                    draft.co_issuers = tuple(issuer_of(record) for record in records[1:])


# ``04 Nghị quyết của Bộ Chính trị, gồm:``: the body stands before the list.
_HEAD_OF_LIST = Pattern(
    r"[ ]của[ ](?P<body>[^,.;:\n]{3,60}?)"
    r"(?:(?:[ ]?,?[ ](?:bao gồm|gồm|là|như))?[ ]?:[ \n]{1,2}|[ ]?,?[ ](?:bao gồm|gồm)[ ])\Z"
)
_HEAD_REACH = 90


def _issuer_from_head(reader: Reader, draft: Draft) -> None:
    """Takes the body that the words before a list give for all its documents."""
    if draft.issuer is not None or draft.number is None:
        return
    head = _HEAD_OF_LIST.search(reader.lower, max(0, draft.start - _HEAD_REACH), draft.start)
    if head is None or not reader.lower.endswith(draft.type.name, 0, head.start()):
        return
    named = read_issuer(reader.reading, head.start("body"))
    if named is not None and named[0] == head.end("body"):
        draft.issuer = named[1]
        draft.inferred["issuer"] = "list"


_JOINS = Pattern(r"(?:[ ]?,|[ \n]và|,[ ]và)[ \n]{1,2}\Z")
_GOES_ON = Pattern(r"(?:[ ]?[,;]|[ \n]và|[,;][ ]và)[ \n]{1,2}\Z")


def _shares(reader: Reader, before: Draft, after: Draft) -> bool:
    """Whether the issuer at the end of a list is also that of *before*."""
    if _is_listed(before, after):
        return True
    gap = reader.lower[before.end : after.start] if after.start - before.end < 8 else ""
    return _JOINS.fullmatch(gap) is not None and _may_share(before, after)


def _may_share(before: Draft, after: Draft) -> bool:
    """Whether the issuer of *after*, the next document, can be that of *before*, whose number tells none.

    Local letters are those of many bodies, and ``TW`` those of several organs of the Party.
    """
    alike = _codes(before) == _codes(after)
    if before.type is after.type and _may_be_of_several(before) and _may_be_of_several(after):
        return alike or not (before.full and after.full)
    return before.parts is not None and before.full and alike and not before.parts.issuer_records(before.date)


def _may_be_of_several(draft: Draft) -> bool:
    """Whether bodies number alike so: without letters, or in the Party's form."""
    return draft.parts is not None and (draft.parts.party or not draft.full)


def _goes_on(reader: Reader, before: Draft, after: Draft) -> bool:
    """Whether *after* continues a list whose body stands before its first number."""
    if _is_listed(before, after):
        return True
    source = before.inferred.get("issuer")
    from_sentence = source in ("sentence", "list")
    codes = _codes(before)
    # The body before a list applies to short numbers too.
    alike = before.type is after.type and codes == _codes(after) and (codes != () or source == "list")
    gap = reader.lower[before.after : after.start] if after.start - before.after < 8 else ""
    return from_sentence and alike and _GOES_ON.fullmatch(gap) is not None


def _is_listed(before: Draft, after: Draft) -> bool:
    """Whether both are numbers of one list, given by the same body."""
    listed = after.first is not None and after.first in (before, before.first)
    return listed and (not before.full or not after.full or _codes(before) == _codes(after))


def _codes(draft: Draft) -> tuple[str, ...]:
    return draft.parts.issuers if draft.parts is not None else ()
