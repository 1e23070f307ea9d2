"""What a document itself does to others: its acts, read from title, articles, closing and grounds.

Acts are stated in a title (``Sửa đổi, bổ sung một số điều của Thông tư …``), in the heading or text of a unit
(``Bãi bỏ Quyết định …``, also for all that its points list), in a closing article (``Thông tư … hết hiệu lực
kể từ ngày Thông tư này có hiệu lực``), and in each ground (``Căn cứ …``). Text quoted as new text of another
document does not count.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .. import dates
from ..instruments import TO_TARGET, WITH_DAYS, days_stated, relation_verbs
from ..model import Citation, Context, LegalInstrument, Mention, Relation, RelationKind, Span
from ..model.document import Division
from ._lines import Line, Page
from ._parts import Parts
from ._preamble import whole_grounds

__all__ = ["own_relations"]

_ABOUT = re.compile(r"[\W_]*(?:về(?: việc)?|v/v)?\s*")
_FURTHER = re.compile(r"(?:\s*,\s*|\s+và\s+)(?=\w)")
_UNIT = re.compile(r"\s*(?:[0-9]{1,3}[a-zđ]?[.)]|[a-zđ]\)|[-–+])?\s*")
_SENTENCE = re.compile(r"[.;]\s+")
_LIST = re.compile(
    r"\s*(?:\((?:gọi tắt|sau đây|dưới đây)[^()\n]{3,80}\)\s*)?"
    r"(?:,|;|và|, và|hoặc|cùng với|cũng như)\s+(?:(?:các|của|một số điều của|tại|số|và)\s+){0,3}\Z"
)
_EXPIRES = re.compile(
    r"hết hiệu lực(?:\sthi hành)?,?\s(?:kể\s)?(?:từ|khi)\s(?:ngày\s|khi\s"
    r"|thời điểm\s)?(?:[^\W\d_]+\s){1,4}này\s"
    r"(?:chính thức )?có hiệu lực"
)
_ITSELF_LISTS = re.compile(
    r"\bnày\s(?:[^.;:]{0,160}?\s)?(?P<verb>thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)"
    r"(?:\s[^.;:]{0,80}?(?:sau|sau đây|dưới đây))?\s?:\s*\Z"
)
_LISTED_BELOW = re.compile(r":\s*\Z")
_ACTING = re.compile(r"(?:theo|bởi|tại|bằng|và)\s*\Z")
_AMENDED = re.compile(r"được\s+(?:sửa đổi|bổ sung|thay thế|đính chính)")
_WORDS_ONLY = re.compile(r"\s*(?:(?:các|một số)\s)?(?:cụm từ|từ|mẫu|biểu mẫu|phụ lục)\b")
_OF_PAPERS = re.compile(
    r"\b(?:văn bản|thông tư|nghị định|quyết định|nghị quyết|luật|pháp lệnh|chỉ thị|quy định)\b"
)
_LISTING: set[RelationKind] = {"repeals", "replaces", "amends", "suspends", "extends"}
_FULFILS = re.compile(r"\W*(?:thực hiện|thi hành|triển khai)\b")
_BASE = re.compile(r"\W*(?:căn cứ|chiểu(?!\s(?:đề nghị|tờ trình)))\b")
_CHANGES: set[RelationKind] = {
    "amends", "supplements", "replaces", "repeals", "suspends", "extends", "corrects",
}  # fmt: skip
_TITLES: set[RelationKind] = {*_CHANGES, "details", "guides", "implements"}
_LONGEST = 1500


class _Cited(NamedTuple):
    """A citation, with its place and that of its subject in the view."""

    start: int
    end: int
    after: int
    mention: Mention[Citation]


def own_relations(
    page: Page, parts: Parts, itself: LegalInstrument, citations: Sequence[Mention[Citation]]
) -> tuple[Relation, ...]:
    """What the document *itself*, with its *parts*, does to the instruments in *citations*."""
    return tuple(_Acts(page, itself, citations).read(parts))


class _Acts:
    """The acts of a document; each kind of act on each instrument counts once."""

    def __init__(self, page: Page, itself: LegalInstrument, citations: Sequence[Mention[Citation]]) -> None:
        self._page = page
        self._lower = page.view.printed.lower()
        self._itself = itself
        self._citations = citations
        self._cited = [_cited(page, mention) for mention in citations]
        self._starts = [cited.start for cited in self._cited]
        self._done: dict[tuple[str, str], Relation] = {}

    def read(self, parts: Parts) -> list[Relation]:
        """The acts of the document with those *parts*."""
        title = parts.front.title
        if title is not None:
            start, end = self._page.view.locate(title.spans[0])[0], self._page.view.locate(title.spans[-1])[1]
            self._act(start, end, _TITLES)
        self._consolidated(parts.base)
        for group in whole_grounds(self._page.paragraphs(parts.above, breaks=_GROUND)):
            self._ground(group[0].start, group[-1].end)
        for division in parts.divisions:
            for unit in division.walk():
                self._unit(unit)
        self._of_itself()
        return list(self._done.values())

    # The places where acts are stated

    def _consolidated(self, lines: Sequence[Line]) -> None:
        for line in lines[:1]:
            for base in self._from(line.start, lines[-1].end)[:1]:
                self._add("consolidates", base, line.start, base.start)

    def _ground(self, start: int, end: int) -> None:
        text = self._lower[start:end]
        kind: RelationKind = "implements" if _FULFILS.match(text) else "based-on"
        if kind == "based-on" and not _BASE.match(text):
            return
        first = next(iter(self._from(start, end)), None)
        if first is None or first.start - start > 60:
            return
        for cited in self._listed(first, end):
            self._add(kind, cited, start, first.start)

    def _unit(self, unit: Division) -> None:
        passages = [*([unit.heading] if unit.heading else []), *unit.paragraphs]
        ends = [self._page.view.locate(passage.spans[-1])[1] for passage in passages]
        starts = [self._page.view.locate(passage.spans[0])[0] for passage in passages]
        for start, end in zip(starts, ends, strict=True):
            if self._page.is_quoted(start):
                continue
            kind = self._sentences(start, end)
            expiring = self._expiring(start, end)
            if not _LISTED_BELOW.search(self._lower[max(start, end - 3) : end]):
                continue
            listed = kind or self._listed_by_itself(start, end) or ("repeals" if expiring else None)
            if listed in _LISTING and _OF_PAPERS.search(self._lower, start, end):
                self._list_below(unit, listed, end)

    def _sentences(self, start: int, end: int) -> RelationKind | None:
        """Reads the sentences from *start* to *end*; the kind of the last act, which a list may follow."""
        kind = None
        begin = start
        for stop in [*(match.end() for match in _SENTENCE.finditer(self._lower, start, end)), end]:
            kind = self._act(begin, stop, _CHANGES)
            begin = stop
        return kind

    def _listed_by_itself(self, start: int, end: int) -> RelationKind | None:
        """What it does to the documents listed below: ``Thông tư này … thay thế các văn bản sau:``."""
        match = _ITSELF_LISTS.search(self._lower, max(start, end - _LONGEST), end)
        verbs, table = relation_verbs()
        verb = verbs.match(self._lower, match.start("verb"), end) if match is not None else None
        return table[" ".join(verb.group().split())].kind if verb is not None else None

    def _act(self, start: int, end: int, kinds: set[RelationKind]) -> RelationKind | None:
        """Reads a verb at *start* and its targets; the verb's kind, None if there is no verb."""
        about = _ABOUT.match(self._lower, start, end)
        verbs, table = relation_verbs()
        begin = about.end() if about is not None else start
        match = verbs.match(self._lower, begin, end)
        if match is None:
            return None
        kind = table[" ".join(match.group().split())].kind
        last = match
        while (further := _FURTHER.match(self._lower, last.end(), end)) is not None:
            following = verbs.match(self._lower, further.end(), end)
            if following is None:
                break
            last = following
            if table[" ".join(last.group().split())].kind != kind:
                kind = "amends"  # ``Bãi bỏ, sửa đổi, thay thế một số điều``: the document itself stays
        if kind not in kinds:
            return None
        if _WORDS_ONLY.match(self._lower, last.end(), end):
            kind = "amends"
        first = next(iter(self._from(last.end(), end)), None)
        if first is not None and TO_TARGET.match(self._lower[last.end() : first.start][-_LONGEST:]):
            listed = list(self._listed(first, end))
            days = self._days(listed[-1].after, end) if kind in WITH_DAYS else (None, None)
            for cited in listed:
                self._add(kind, cited, match.start(), last.end(), days)
        return kind

    def _days(self, start: int, end: int) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day, from the words after the last target."""
        rest = self._page.view.printed[start : min(end, start + _LONGEST)]
        if "ngày" not in rest:
            return None, None
        found = dates.find(rest, Context(published=self._itself.date))
        return days_stated(
            rest.lower(), 0, [(mention.start, mention.end, mention.value) for mention in found]
        )

    def _expiring(self, start: int, end: int) -> bool:
        """Reads ``Thông tư … hết hiệu lực kể từ ngày Thông tư này có hiệu lực``; whether it is there."""
        begin, said = start, False
        for match in _EXPIRES.finditer(self._lower, start, end):
            said = True
            for cited in self._from(begin, match.start()):
                if not self._is_acting(cited, begin):
                    self._add("repeals", cited, match.start(), match.end())
            begin = match.end()
        return said

    def _list_below(self, unit: Division, kind: RelationKind, after: int) -> None:
        """Takes each unit or paragraph below that begins with a citation as a target."""
        below = [
            self._page.view.locate(Span(start=child.label.end, end=child.span.end))
            for child in unit.divisions
        ]
        paragraphs = [self._page.view.locate(passage.spans[0]) for passage in unit.paragraphs]
        for start, end in [*below, *(place for place in paragraphs if place[0] >= after)]:
            if self._page.is_quoted(start):
                continue
            lead = _UNIT.match(self._lower, start, end)
            begin = lead.end() if lead is not None else start
            for cited in self._from(begin, end)[:1]:
                if cited.start == begin:
                    self._add(kind, cited, cited.start, cited.end)

    def _of_itself(self) -> None:
        """Takes what a sentence says of ``Thông tư này`` as an act of the document."""
        at = {mention.start: cited for mention, cited in zip(self._citations, self._cited, strict=True)}
        for mention in self._citations:
            if mention.value.instrument is not self._itself:
                continue
            for relation in mention.value.relations:
                cited = at.get(relation.target.start)
                if cited is not None:
                    self._keep(relation, cited)

    # Parts of an act

    def _from(self, start: int, end: int) -> list[_Cited]:
        """The citations between *start* and *end* that are not in the subject of another."""
        found: list[_Cited] = []
        for index in range(bisect_left(self._starts, start), len(self._cited)):
            cited = self._cited[index]
            if cited.start >= end:
                break
            if not found or cited.start >= found[-1].after:
                found.append(cited)
        return found

    def _listed(self, first: _Cited, end: int) -> Iterator[_Cited]:
        """*first* and the citations listed after it, without those of documents that amended a listed one."""
        yield first
        last = first
        for cited in self._from(first.start, end)[1:]:
            gap = self._lower[last.after : cited.start]
            if not _LIST.match(gap):
                if _AMENDED.search(gap):
                    last = cited
                    continue
                return
            if not self._is_acting(cited, first.start):
                yield cited
            last = cited

    def _is_acting(self, cited: _Cited, start: int) -> bool:
        """Whether *cited* amended another document: ``đã được sửa đổi theo Luật số …``."""
        before = self._lower[max(start, cited.start - 400) : cited.start]
        clause = before[max(before.rfind(";"), before.rfind(".") if ". " in before else -1) + 1 :]
        return _AMENDED.search(clause) is not None

    def _add(
        self,
        kind: RelationKind,
        cited: _Cited,
        start: int,
        end: int,
        days: tuple[dt.date | None, dt.date | None] = (None, None),
    ) -> None:
        evidence = self._page.view.span(start, max(end, start + 1))
        target = cited.mention.span
        self._keep(Relation(kind=kind, target=target, evidence=evidence, since=days[0], until=days[1]), cited)

    def _keep(self, relation: Relation, cited: _Cited) -> None:
        value = cited.mention.value
        own = value.instrument is self._itself or (
            value.number is not None
            and value.number == self._itself.number
            and value.type == self._itself.type
            and (value.date is None or self._itself.date is None or value.date == self._itself.date)
        )
        name = value.uri or value.number or value.title
        if name is not None and not own:
            self._done.setdefault((relation.kind, name), relation)


_GROUND = re.compile(
    r"(?:căn cứ|theo (?:đề nghị|tờ trình)|xét (?:đề nghị|tờ trình)|thực hiện|thi hành|chiểu)\b"
)


def _cited(page: Page, mention: Mention[Citation]) -> _Cited:
    start, end = page.view.locate(mention.span)
    subject = mention.value.title_span
    after = page.view.locate(subject)[1] if subject is not None else end
    return _Cited(start, end, max(end, after), mention)
