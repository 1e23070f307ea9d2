"""What one cited instrument does to another, as the text states it.

Only what is stated: no relation is read from a denial, a wish or a question, from a verb with another noun
as its subject (``các văn bản hướng dẫn Luật X``), or from two citations that merely share a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from ..grammar import Scanner, any_word, word_scanner
from ..model import RelationKind
from ..registries import Pattern, once
from ..registries.instruments import InstrumentRelation, instrument_relations, instrument_words
from ._draft import Draft
from ._read import Reader

__all__ = ["TO_TARGET", "Stated", "listed_from", "relation_verbs", "relations_stated"]


class Stated(NamedTuple):
    """One relation: the acting instrument, the act, its target, and the place of the words that state it."""

    actor: Draft
    kind: RelationKind
    target: Draft
    start: int
    end: int


#: The greatest distance between two parts of a statement.
_REACH = 700
#: What ends a sentence or clause: a mark where white space follows, or a line break.
_BREAK = Pattern(r"[\n.!?…;](?:(?<=\n)|(?=\s))")
#: What ends the stretch in which verbs are looked for, and all up to the last such end.
_STRETCH_ENDS = Pattern(r"[.;](?=\s)")
_TO_LAST_END = Pattern(r".*[.;](?=\s)", re.DOTALL)
#: What may stand between a verb and its target.
TO_TARGET = Pattern(
    # ``thay thế các Quyết định của UBND tỉnh: số 12/QĐ-UBND …``: the type stands before the list of numbers.
    r"[ \n]các[ \n](?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|văn bản)(?:[ \n](?:sau đây|sau))?"
    r"(?:[ \n]của[ \n][^\n.;:]{3,80})?[ ]?:?[ \n]{0,2}\Z"
    r"|(?![ \n]đổi[ \n])[ \n]*:?[ \n]*"
    r"(?:(?:một số|một phần|toàn bộ|nội dung|quy định|các|những|điều"
    r"|khoản|điểm|điều,|khoản,"
    r"|cụm từ|biểu mẫu|phụ lục|biện pháp thi hành|thi hành|thời hạn|thời gian|hiệu lực"
    r"|việc thực hiện|việc áp dụng"
    r"|và|của|tại|trong|đối với|cho|vào|hướng dẫn|thực hiện|[0-9]{1,3})[ \n]{1,2}){0,14}"
    r"(?:(?!(?:văn bản|nghị định|thông tư|quyết định|kế hoạch|chương trình"
    r"|báo cáo)[ \n])(?:(?!theo[ \n])[^\n.;:]){0,90}?[ ](?:của|tại|ban hành kèm theo)[ \n])?"
    r"(?:các[ \n])?\Z"
)
#: What may stand between an acting instrument and the verb.
_FROM_ACTOR = Pattern(
    r"(?:[ \n]*\([^()\n]{0,80}\))?(?:[ \n]*(?:này|nói trên|nêu trên|trên|đã|sẽ|cũng|chính thức|vừa"
    r"|được(?:[ ][^,;.\n]{3,50}?)?[ ](?:ký ban hành|ban hành|ký|thông qua)|ra đời"
    r"|do[ ][^,;.\n]{3,60}?[ ]ký(?:[ ]ban hành)?"
    r"|được xây dựng|trong đó"
    r"|(?:có hiệu lực|có giá trị|thi hành(?=[ ](?:kể[ ])?(?:từ|sau)[ ]))[^,;.\n]{0,60}?(?:ký, ban hành)?"
    r"|(?:từ |vào )?ngày[ ][^,;.\n]{1,30}|và|nhằm|để|chỉ|còn"
    r"|đồng thời|thay|là văn bản"
    r"|tiếp tục|lần này|mới|,)){0,8}[ \n]*\Z"
)
_COORDINATED = Pattern(r"[ ]*(?:,|và|, và|;|đồng thời|cũng như|, đồng thời|còn)[ ]+(?:đồng thời )?\Z")
_LIST = Pattern(
    r"(?:[ \n]*(?:,|và|, và|hoặc|cùng|cùng với|cũng như|;)[ \n]+)(?:(?:các|của|một số điều của|tại|theo"
    r"|thông tư|số)[ \n]+){0,3}\Z"
)
_PASSIVE = (
    r"(?:(?:{passive})[ \n]|\((?:đã[ ])?)(?P<verb>{verbs}|thay(?=[ \n](?:bằng|bởi)))"
    r"(?:[ ](?:một số|các|toàn bộ)[^,;.\n]{{0,40}}?)?"
    r"(?:[ ](?:lần|đến|từ)[ ][^,;.\n]{{1,60}}?)?[ \n](?:bởi|theo|tại|bằng)(?!\w)"
)
#: What the passive begins with, right before its verb, and the most characters of it.
_BEFORE_PASSIVE = ("được ", "được\n", "bị ", "bị\n", "(", "(đã ")
_LONGEST_PASSIVE = 17
_AMENDED_NEXT = Pattern(r",?[ \n](?:đã[ ])?(?:được|bị)[ \n](?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?!\w)")
_TO_ACTOR = Pattern(
    r"[ \n]*:?[ \n]*(?:(?:các|những|quy định|quy định tại|tại|của|nội dung|[0-9]{1,2}[.)])[ \n]+){0,4}\Z"
)
_EXPIRES = Pattern(
    r"hết hiệu lực(?:[ ]thi hành)?,?[ \n](?:kể[ ])?(?:từ ngày|từ thời điểm|từ khi|khi|sau khi)[ \n]"
)
_TAKES_EFFECT = Pattern(r"(?:[ \n]này)?[ \n](?:chính thức )?có hiệu lực(?!\w)")
#: Before the acting instrument: words with which the text only wishes or asks.
_WISHED = Pattern(
    r"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|cần|cần phải|nên|không nên|chưa|muốn|mong|mong muốn|có nên|liệu)[ ]"
    r"(?:sớm |sửa |)?(?:ban hành|xây dựng|có|để)?[ ]?\Z"
)
_ABOUT = Pattern(r"(?:về|về việc|v/v|việc)?[ \n:]*[“\"]?[ ]?\Z")
_SPACE = r"[ \n]"
_CHANGES = {"replaces", "repeals", "amends"}
_SENTENCE_OPENS = Pattern(r"(?:\A|[.!?…;:\n“\"][ ]?)\Z")
_BASES = {"based-on"}
_DETAILS = {"details", "guides"}
_IMPLEMENTS = {"implements"}
#: What stands before and after the citation of an instrument that changes another.
_BY = Pattern(r"(?<!\w)(?:được|bị)[ ]\Z")
_DONE = Pattern(r"[ ]*(?:[),.;]|\Z|[ ](?:từ|kể từ|vào|năm|ngày|toàn bộ|một phần|nên|và)(?!\w))")
_NEAREST = 25
#: What ends an opening phrase, with a word of the clause; and how such a phrase begins, before its citation.
_NEW_SUBJECT = Pattern(r"(?:[ ]\([^()\n]{1,80}\))?,[ ](?!(?:đã|được|bị)[ ])\w")
_OPENING = Pattern(r"(?<!\w)(?:theo|căn cứ|tại|thực hiện)[ ](?:(?:quy định|nội dung)[ ](?:tại|của)?[ ]?)?\Z")
_LAWS = {"luật", "bộ luật", "pháp lệnh", "hiến pháp"}


@cache
def _carrying_out() -> frozenset[str]:
    """The types of documents that implement others."""
    return frozenset(instrument_words("carrying-out"))


@cache
def relation_verbs() -> tuple[re.Pattern[str], dict[str, InstrumentRelation]]:
    """The verbs as a pattern, and what each says."""
    table = {record.phrase: record for record in instrument_relations().values()}
    return re.compile(rf"(?:{any_word(table, space=_SPACE)})(?!\w)"), table


@cache
def _passives() -> tuple[re.Pattern[str], dict[str, InstrumentRelation]]:
    table = {record.phrase: record for record in instrument_relations().values() if record.passive}
    passive = any_word(("được", "bị", "có nội dung được"))
    pattern = re.compile(_PASSIVE.format(passive=passive, verbs=any_word(table, space=_SPACE)))
    table["thay"] = table["thay thế"]  # short for it only before ``bằng`` and ``bởi``
    return pattern, table


@once
def _verb_scanner() -> Scanner:
    """Finds all verbs, with one space between words."""
    return word_scanner({*relation_verbs()[1], *_passives()[1]})


def listed_from(lower: str, drafts: Sequence[Draft], index: int) -> Iterator[Draft]:
    """The draft at *index* and those listed after it, without the citations in their subjects."""
    last = drafts[index]
    yield last
    for at in range(index + 1, len(drafts)):
        other, end = drafts[at], last.after
        if other.start < end:
            continue
        if other.start - end > 60 or not _LIST.match(lower[end : other.start]):
            return
        yield other
        last = other


def relations_stated(reader: Reader, drafts: Sequence[Draft]) -> list[Stated]:
    """What the text says that its citations do to each other, in order."""
    if len(drafts) < 2:
        return []
    statements = _Statements(reader.lower, drafts)
    return statements.read()


class _Statements:
    """The statements of a text, read from left to right."""

    def __init__(self, lower: str, drafts: Sequence[Draft]) -> None:
        self._lower = lower
        self._drafts = drafts
        self._starts = [draft.start for draft in drafts]
        self._found: list[Stated] = []
        self._objects: set[Draft] = set()  # of active verbs, whoever acts
        self._actor: Draft | None = None  # the actor of the last active verb
        self._after = -1  # where the targets of that verb end
        self._target: Draft | None = None  # the target of the last passive verb
        self._passive_after = -1

    def read(self) -> list[Stated]:
        verbs = [verb for clause in self._clauses_citing() for verb in self._verbs_in(*clause)]
        verbs += [(match.start(), 3, match) for match in self._done_by()]
        if not verbs:
            return []
        _, table = relation_verbs()
        _, turned = _passives()
        for _, form, match in sorted(verbs, key=lambda verb: verb[:2]):
            if form == 0:
                self._read_passive(match, turned[" ".join(match["verb"].split())])
            elif form == 1:
                self._read_active(match, table[" ".join(match.group().split())])
            elif form == 3:
                self._read_done_by(match, table[" ".join(match.group().split())])
            else:
                self._read_expiry(match)
        return self._found

    def _verbs_in(self, start: int, end: int) -> Iterator[tuple[int, int, re.Match[str]]]:
        """The verbs of a clause: where each begins, its form, and its words."""
        active, passive = relation_verbs()[0], _passives()[0]
        after = start
        for first, last in _verb_scanner()(self._lower[start:end].replace("\n", " ")):
            begins = start + first
            if begins < after:
                continue
            turned = None
            if self._lower.endswith(_BEFORE_PASSIVE, start, begins):
                turned = passive.search(self._lower, max(after, begins - _LONGEST_PASSIVE), end)
            after = start + last
            if turned is not None and turned.start("verb") == begins:
                yield turned.start(), 0, turned
                after = turned.end()
            elif (verb := active.match(self._lower, begins, end)) is not None:
                yield begins, 1, verb
        yield from ((match.start(), 2, match) for match in _EXPIRES.finditer(self._lower, start, end))

    def _clauses_citing(self) -> Iterator[tuple[int, int]]:
        """The stretches between two full stops or semicolons in which a citation begins.

        Verbs elsewhere are not looked for: a verb does not apply to a citation after the end of its
        sentence (``_next``), and no verb's pattern crosses such a mark.
        """
        end = -1
        for start in self._starts:
            if start <= end:
                continue
            since = max(end, 0)
            before = _TO_LAST_END.match(self._lower, since, start + 1)
            after = _STRETCH_ENDS.search(self._lower, start)
            end = after.start() if after is not None else len(self._lower)
            yield before.end() - 1 if before is not None else since, end

    def _done_by(self) -> Iterator[re.Match[str]]:
        """The passive verbs after the citation of what acts: ``bị Thông tư 7 thay thế``."""
        active, table = relation_verbs()
        for draft in self._drafts:
            if not self._lower.startswith(" ", draft.after) or not _BY.search(
                self._lower, max(0, draft.start - 6), draft.start
            ):
                continue
            verb = active.match(self._lower, draft.after + 1)
            if verb is not None and table[" ".join(verb.group().split())].passive:
                yield verb

    # Parts of a statement

    @cached_property
    def _within(self) -> dict[Draft, int]:
        return _in_subjects(self._drafts)

    def _next(self, position: int) -> int | None:
        """The first citation that begins at or after *position*, in the same sentence."""
        index = bisect_left(self._starts, position)
        if index == len(self._drafts):
            return None
        start = self._starts[index]
        return index if start - position <= _REACH and self._is_whole(position, start) else None

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no sentence or clause ends between *start* and *end*."""
        found = _BREAK.search(self._lower, start, end + 1)
        return found is None or found.start() >= end

    def _before(self, position: int) -> Iterator[Draft]:
        """The citations that end before *position* in the same sentence, the nearest first."""
        for index in range(bisect_left(self._starts, position) - 1, -1, -1):
            draft = self._drafts[index]
            if draft.end > position:
                continue
            if position - draft.end > _REACH or not self._is_whole(draft.end, position):
                return
            yield draft

    def _add(self, actor: Draft, kind: RelationKind, target: Draft, match: re.Match[str]) -> None:
        if actor is target or _same(actor, target):
            return
        self._found.append(Stated(actor, kind, target, match.start(), match.end()))

    # Active

    def _read_active(self, match: re.Match[str], record: InstrumentRelation) -> None:
        index = self._next(match.end())
        if index is None or not TO_TARGET.match(self._lower[match.end() : self._starts[index]]):
            return
        if record.kind in _BASES:
            self._read_basis(match, record, index)
            return
        actor = self._actor_of(match, record.kind)
        self._objects.add(self._drafts[index])
        if actor is None:
            return
        last = actor
        within = actor.after if match.start() < actor.after else len(self._lower)
        for target in listed_from(self._lower, self._drafts, index):
            alike = _alike(self._drafts[index], target, record.kind)
            if target.start >= within or not alike or not _fits(actor, record.kind, target):
                break
            self._add(actor, record.kind, target, match)
            for other in self._acting_with(actor, record.kind):
                self._add(other, record.kind, target, match)
            last = target
        self._actor, self._after = actor, last.after

    def _acting_with(self, actor: Draft, kind: RelationKind) -> Iterator[Draft]:
        """The instrument that acts together with *actor*: ``Luật A và Luật B thay thế Luật C``."""
        index = bisect_left(self._starts, actor.start) - 1
        before = self._drafts[index] if index >= 0 and kind in _CHANGES else None
        if before is None or before.type is not actor.type:
            return
        opens = _SENTENCE_OPENS.search(self._lower, max(0, before.start - 3), before.start)
        if opens is not None and self._lower[before.after : actor.start] in (" và ", ", "):
            yield before

    def _actor_of(self, match: re.Match[str], kind: RelationKind) -> Draft | None:
        """The instrument that is the subject of the verb at *match*; None where the text gives none."""
        start = match.start()
        since = self._lower[self._after : start][:30] if 0 <= self._after <= start else ""
        if self._actor is not None and start - self._after < 30 and _COORDINATED.match(since):
            return self._actor
        for draft in self._before(start):
            if draft.subject is not None and draft.subject[0] <= start < draft.subject[1]:
                return draft if _ABOUT.match(self._lower[draft.subject[0] : start]) else None
            if kind in _IMPLEMENTS and draft.type.name not in _carrying_out():
                return None
            if self._within.get(draft, start) < start:
                continue  # it stands in another's subject, which has ended
            return draft if self._acts(draft, start) else None
        return None

    def _acts(self, draft: Draft, verb: int) -> bool:
        """Whether *draft* is the subject of the verb after it, at *verb*."""
        link = self._lower[draft.after : verb]
        if draft in self._objects and _COORDINATED.match(f"{link.rstrip()} "):
            return False  # ``bãi bỏ A và thay thế B``: A does nothing
        wished = _WISHED.search(self._lower, max(0, draft.start - 40), draft.start)
        stated = draft.after <= verb and len(link) < 200 and _FROM_ACTOR.match(link)
        return bool(stated and not wished)

    def _read_basis(self, match: re.Match[str], record: InstrumentRelation, index: int) -> None:
        """Reads ``Căn cứ X, … ban hành Y`` and ``Y căn cứ X``."""
        actor = self._actor_of(match, record.kind)
        if actor is not None:
            self._add(actor, record.kind, self._drafts[index], match)
            return
        bases = list(listed_from(self._lower, self._drafts, index))
        end = bases[-1].after
        following = self._next(end)
        if following is not None:
            gap = self._lower[end : self._starts[following]]
            if _ISSUES.search(gap) and gap.lstrip().startswith(
                (",", "ngày", "sở", "ubnd", "ủy", "bộ", "cục")
            ):
                for issued in listed_from(self._lower, self._drafts, following):
                    for basis in bases:
                        self._add(issued, record.kind, basis, match)

    # Passive

    def _read_passive(self, match: re.Match[str], record: InstrumentRelation) -> None:
        index = self._next(match.end())
        if index is None or not _TO_ACTOR.match(self._lower[match.end() : self._starts[index]]):
            return
        actors = list(listed_from(self._lower, self._drafts, index))
        target = self._target_of(match, actors[0], record.kind)
        if target is None or self._opens_sentence(target, match.start()):
            return  # "Theo Quyết định A, dự án được phê duyệt theo Quyết định B"
        done = actors[0]
        for actor in actors:
            if not _alike(actors[0], actor, record.kind) or self._is_amended_itself(actors[0], actor):
                break
            self._add(actor, record.kind, target, match)
            done = actor
        self._target, self._passive_after = target, done.after

    def _read_done_by(self, match: re.Match[str], record: InstrumentRelation) -> None:
        """Reads ``A (đã bị B thay thế)``: B, right before the verb, replaces A, right before B."""
        if not _DONE.match(self._lower, match.end()):
            return
        before = list(islice(self._before(match.start()), 2))
        if len(before) == 2 and before[1].after <= before[0].start < before[1].after + _NEAREST:
            self._add(before[0], record.kind, before[1], match)

    def _is_amended_itself(self, first: Draft, actor: Draft) -> bool:
        """Whether *actor* continues an outer list: `A được sửa đổi theo Luật số 8, Luật Đất đai …`."""
        if actor is first:
            return False
        named = actor.title is not None and first.title is None
        return named or _AMENDED_NEXT.match(self._lower, actor.after) is not None

    def _target_of(self, match: re.Match[str], actor: Draft, kind: RelationKind) -> Draft | None:
        """The target of a passive: the document cited, not a law in its title."""
        start = match.start()
        if self._target is not None and 0 <= self._passive_after <= start:
            link = self._lower[self._passive_after : start]
            if len(link) < 20 and _COORDINATED.match(link + " "):
                return self._target
        nearest: Draft | None = None
        for draft in self._before(start):
            if nearest is None:
                nearest = draft
            if _level(draft) == _level(actor):
                return draft if draft.after <= start + 1 or draft.subject is not None else None
        if nearest is None or kind == "amends" or kind == "supplements":
            return None
        return nearest if start - nearest.end < 40 else None

    def _opens_sentence(self, draft: Draft, verb: int) -> bool:
        """Whether *draft* stands in the opening phrase of the clause whose *verb* has another subject."""
        if _NEW_SUBJECT.match(self._lower, draft.after, verb) is None:
            return False
        return _OPENING.search(self._lower, max(0, draft.start - 40), draft.start) is not None

    # Expiry

    def _read_expiry(self, match: re.Match[str]) -> None:
        """Reads ``B hết hiệu lực kể từ ngày A có hiệu lực``: A repeals B."""
        index = self._next(match.end())
        if index is None or self._starts[index] != match.end():
            return
        actor = self._drafts[index]
        if not _TAKES_EFFECT.match(self._lower, actor.end):
            return
        for target in self._expiring(match.start()):
            self._add(actor, "repeals", target, match)

    def _expiring(self, position: int) -> list[Draft]:
        """The instruments that expire: the subject of the sentence, which may list several."""
        acting = {stated.actor for stated in self._found}
        found: list[Draft] = []
        for draft in self._before(position):
            if draft in acting or (found and draft.end > found[-1].start):
                continue
            if found and any(draft.subject is not None and draft.subject[1] > other.start for other in found):
                found.pop()
            found.append(draft)
        return found[::-1]


_ISSUES = Pattern(r"(?:ban hành|ký|ra|có)[ ](?:các[ ]|[0-9]{1,2}[ ])?\Z")


def _in_subjects(drafts: Sequence[Draft]) -> dict[Draft, int]:
    """The citations that stand in the subject of another, and where that subject ends."""
    found: dict[Draft, int] = {}
    end = -1
    for draft in drafts:
        if draft.end <= end:
            found[draft] = end
        end = max(end, draft.subject[1] if draft.subject is not None else -1)
    return found


def _level(draft: Draft) -> str:
    """The level of a document; documents amend those of their own level, laws laws, decrees decrees."""
    name = draft.type.name
    if name in _LAWS or (
        name == "nghị quyết" and "QH" in "".join(draft.parts.issuers if draft.parts else ())
    ):
        return "law"
    return "thông tư" if name.startswith("thông tư") else name


def _fits(actor: Draft, kind: RelationKind, target: Draft) -> bool:
    """Whether such a document can act so: a decree does not amend a law, a law does not detail a law."""
    if kind in ("amends", "supplements", "corrects"):
        return _level(actor) == _level(target) or _level(target) != "law"
    if kind in _DETAILS:
        return _level(actor) != "law" or _level(target) == "hiến pháp"
    return True


def _alike(first: Draft, other: Draft, kind: RelationKind) -> bool:
    """Whether *other* continues the list that *first* begins, and does not act itself."""
    return first is other or kind not in _DETAILS or _level(first) == _level(other)


def _same(one: Draft, other: Draft) -> bool:
    """Whether both cite the same instrument."""
    if one.parts is not None and other.parts is not None:
        return one.parts.key == other.parts.key and one.type == other.type
    return one.title is not None and one.title == other.title and one.year == other.year
