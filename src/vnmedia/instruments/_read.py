"""Reads the citations of a text one after the other, with the words right before and after each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from operator import attrgetter

from .. import agencies
from ..grammar import Found
from ..model import Agency
from ..reading import Body, Reading, Time
from ..registries import Pattern
from ..registries.instruments import InstrumentType, issuer_of_code
from ..text import places_of
from ._credible import MONTH_AFTER, goes_on_list, is_credible, other_number
from ._draft import Draft
from ._issuer import issuer_of, read_centre, read_issuer, read_organ
from ._laws import law_by_number, read_begun_title
from ._number import Number, analyse, number_end, written
from ._patterns import BEFORE_DAY, NEAR, any_of, type_named, unnamed_type_pattern
from ._rules import Candidate, grammar, shorthand
from ._unknown_law import unknown_title

__all__ = ["Reader"]

_BEFORE_DAY = Pattern(BEFORE_DAY)
_GLUED_DAY = Pattern(r"ngày[ \n]{0,2}(?=[0-9])")
# A day that follows without an issuing verb must show that it is one: by this word, or by its year.
_DAY_WORD = Pattern(r"ngày|(?=[0-9])[^\n]*[12][0-9]{3}\Z")
_OF = Pattern(rf"{NEAR},?{NEAR}(?<![^\s,])(?:của|do)[ \n]{{1,2}}")
_ISSUED = Pattern(r"[ \n](?:ký ban hành|ban hành|ký|cấp)(?=[ \n]ngày|[ \n]{0,2}[.,;)])")
_PERSON = Pattern(r"(?:[ ][A-ZÀ-ỸĐ][a-zà-ỹ]*){2,4}")
# What may stand between a pinpoint and its citation.
_PLACE_GAP = Pattern(
    r"[ \n]{0,2}[,)]?[ \n]{0,3}(?:(?:của|tại|thuộc|trong|ban hành kèm theo|kèm theo)[ \n]{1,2})?"
)
_NEXT = Pattern(
    r"(?:[ ]?[,;][ \n]{0,2}(?:và[ \n]|hoặc[ \n])?|[ \n]{1,2}(?:và|hoặc)[ \n]{1,2})"
    r"(?P<marked>số[ ]?:?[ ]?)?(?=[0-9])"
)
_NEXT_AFTER_SUBJECT = Pattern(r"[ ]về[ ][^,;.\n]{2,200}[,;][ ](?:và[ ])?(?P<marked>số[ ])(?=[0-9]{1,5}/)")
#: The letters of bodies of every level, and a level after them; alone it ends the citation's own words.
_LOCAL = ("UBND", "HĐND")
_LEVEL = Pattern(
    r"[ ](?:tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\w)"
    r"(?P<alone>(?=[ ](?:ngày|của|về|khóa)[ ]|[ ]?[,.;:)\n]|\Z))?"
)
#: What joins the parts of a number.
_JOINTS = " \n/-–—"
_THE_DAY = " ngày "
_LONGEST_BODY = 80  # characters
#: Words that announce several citations.
_PLURAL = Pattern(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|[2-9])[ \n]\Z")
_SO_BEFORE = Pattern(r"(?<!\w)số[ ]?:?[ \n]{0,2}\Z")


def _told_type(parts: Number) -> InstrumentType | None:
    """The type that a number tells by its letters, or as that of a known law.

    Old laws bear the number of the order that promulgated them: ``40-LCT/HĐNN8``.
    """
    known = law_by_number(parts.canonical) if not parts.types or parts.type_code == "LCT" else ()
    if known:
        return type_named(known[0].type)
    return parts.types[0] if parts.types else None


def _is_local_body(parts: Number, name: str) -> bool:
    """Whether the letters of a number are those of the local body with that *name*."""
    records = [issuer_of_code(code) for code in parts.issuers]
    return any(record is not None and record.local and name.startswith(record.name) for record in records)


#: A line in capitals, which may name the type of the document, and how far below its number it stands.
_TYPE_LINE = Pattern(r"\n[ *_#]{0,5}([A-ZÀ-ỸĐ]{2,12}(?:[ ][A-ZÀ-ỸĐ]{1,9}){0,5})[ *_]{0,5}(?=\n|\Z)")
_LETTERHEAD = 500  # characters
#: What a document is where no line names its type.
_LETTERS = ("văn bản", "công văn")
#: The subject or the addressee of a letter, which names no type.
_LETTER = Pattern(r"\n[ *_]{0,5}(?:v/v|kính gửi)(?!\w)")


@cache
def _no_law() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('before-no-law')}[ \n]\Z")


#: The most characters of the words that head a list of numbers.
_HEADING = 100


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:các|những|[0-9]{{1,2}})[ ](?P<type>{unnamed_type_pattern()})"
        r"(?:[ ]của[ ][^.;:\n]{3,60})?[ ]?:[ \n]{1,2}(?:số[ ]?:?[ ]?)?\Z"
    )


@cache
def _abroad() -> re.Pattern[str]:
    """Words that show that a law is another country's."""
    return re.compile(rf"[ \n](?:(?:của|tại)[ ])?(?:nước[ ])?(?P<land>{any_of('countries')})")


class Reader:
    """Takes the candidates in order and makes drafts of them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.context = reading.context
        self.view = reading.view
        self.plain = reading.view.plain
        self.lower = reading.view.lower
        self.drafts: list[Draft] = []
        self._places: tuple[int, int] | None = None

    def read(self) -> list[Draft]:
        """The drafts of the whole text, by start."""
        passed = 0
        candidates = [*grammar().find(self.view), *self._glued()]
        for found in sorted(candidates, key=attrgetter("start")):
            if found.start < passed:
                continue
            if found.candidate.form == "places":
                self._places = (found.start, found.end)
                continue
            for draft in self._drafts_of(found):
                self._close_brackets(draft)
                self.drafts.append(draft)
                passed = draft.end
        return self.drafts

    def _drafts_of(self, found: Found[Candidate]) -> Iterator[Draft]:
        form = found.candidate.form
        if form in ("numbered", "bare", "code-first"):
            first = self._numbered(found)
            if first is not None:
                yield from self._list(first)
            return
        reader = {"named": self._named, "dated": self._dated, "this": self._this}[form]
        draft = reader(found)
        if draft is not None:
            yield draft

    def _glued(self) -> Iterator[Found[Candidate]]:
        """Shorthands with the number glued on (`NĐ100/2019`), which rules for whole words miss."""
        rule, pattern = shorthand()
        for start in places_of(self.plain, _GLUED):
            if _NUMBER_GLUED.match(self.plain, start + 2):
                match = pattern.match(self.lower, start)
                if match is not None:
                    yield Found(match.start(), match.end(), rule, Candidate("numbered", match))

    def _close_brackets(self, draft: Draft) -> None:
        """Includes the closing of a bracket opened in the quote; leaves out a closing without an opening."""
        quote = self.plain[draft.core : draft.end]
        if quote.endswith(")") and quote.count(")") > quote.count("("):
            draft.end -= 1
        elif quote.count("(") > quote.count(")") and self.plain.startswith(")", draft.end):
            draft.end += 1

    # Numbers

    def _numbered(self, found: Found[Candidate]) -> Draft | None:
        match = found.candidate.match
        groups = match.groupdict()
        start = match.start("number")
        end = number_end(self.plain, start)
        if end is None:
            return None
        body = self._body_begun(start, end)
        if body is not None and not analyse(self.plain[start:end]).types:
            end = start + len(self.plain[start : body.start].rstrip(_JOINTS))
        number = self.plain[start:end]
        core = found.start
        if groups.get("letters"):
            number = f"{number}/{self.plain[core : match.end('body')]}"
        is_bare = found.candidate.form == "bare" or self._ends_a_name(core, start)
        alone = is_bare or bool(groups.get("letters"))
        stated = None if alone else type_named(found.candidate.type_words)
        parts = analyse(number, stated.codes if stated else ())
        if stated is not None:
            kind = stated
            if not self._stands(found, kind, parts, end):
                return None
        elif is_bare:
            bare = self._bare(start, number, parts)
            if bare is None:
                return None
            core, kind = bare
        elif parts.types:
            kind = parts.types[0]
        else:
            return None  # letters on both sides of the number that together stand for no type
        draft = Draft(start=core, end=end, core=core, type=kind, number=written(number), parts=parts)
        if alone:
            draft.inferred["type"] = "number"
        draft.letterhead = is_bare and self.plain[core:start].rstrip().endswith(":")
        if body is not None and body.start < end:
            draft.end, draft.issuer = body.end, body.agency
        self._attach_places(draft)
        issuer_words = groups.get("words")
        if issuer_words:
            self._issuer_inside(draft, match.start("words"), match.end("words"))
        self._tail(draft)
        return draft

    def _body_begun(self, start: int, end: int) -> Body | None:
        """The body whose name begins with the last letters of a number: ``12/QĐ - UBND tỉnh Hà Nam``."""
        body = self.reading.body_over(end - 1)
        return body if body is not None and start < body.start < end < body.end else None

    def _stands(self, found: Found[Candidate], kind: InstrumentType, parts: Number, end: int) -> bool:
        """Whether a type and the number that ends at *end* cite a document."""
        words = found.candidate.match.groupdict().get("words")
        if not words:
            return is_credible(found.candidate, kind, parts, self.plain, self.lower, found.start, end)
        dated = self._day_after(end) is not None
        return (parts.full or dated) and not other_number().search(words)

    def _ends_a_name(self, start: int, number: int) -> bool:
        """Whether the words before a *number* belong to a body's name: ``BỘ KẾ HOẠCH``, ``Số: 18``."""
        body = self.reading.body_over(start)
        return body is not None and body.start < start and body.end <= number

    def _bare(self, start: int, number: str, parts: Number) -> tuple[int, InstrumentType] | None:
        """The start of a number without its type, ``số`` included, and the type that its letters mean."""
        before = self.lower[max(0, start - 24) : start]
        if other_number().search(before) or (before and before[-1] in "/-._"):
            return None
        time = self.reading.time_over(start)
        if time is not None and time.start < start and time.end < start + len(number):
            return None  # ``tháng 3/2021 – TT-BTTTT``
        if number[len(parts.serial) :].islower() and not _is_known(parts):
            return None
        so = _SO_BEFORE.search(before)
        core = start - len(so.group()) if so else start
        kind = self._type_of_bare(start, parts, own=so is not None and self._is_own(core, parts))
        return (core, kind) if kind is not None else None

    def _type_of_bare(self, start: int, parts: Number, *, own: bool) -> InstrumentType | None:
        """The type of the number at *start*, perhaps the document's *own*; None if nothing tells it."""
        # The National Assembly numbers laws and resolutions alike.
        below = self._type_below(start) if own and parts.term is not None else None
        if below is not None and below.name not in _LETTERS:
            return below
        told = self._heading_type(start, parts) or _told_type(parts)
        if told is not None:
            return told
        # So were the Prime Minister's documents.
        if (parts.term is not None and parts.year is not None) or parts.issuers == ("TTg",):
            return type_named("văn bản")
        return self._type_below(start) if own else None

    def _heading_type(self, start: int, parts: Number) -> InstrumentType | None:
        """The type before a list of numbers that its letters can mean: ``các Quy định: số 89-QĐ/TW, …``."""
        if len(parts.types) < 2:
            return None
        heading = _heading().search(self.lower, max(0, start - _HEADING), start)
        kind = type_named(heading["type"]) if heading is not None else None
        return kind if kind in parts.types else None

    def _is_own(self, core: int, parts: Number) -> bool:
        """Whether the number at *core* opens a line and has a known body's letters: ``Số: 221-HĐBT``."""
        if core and self.plain[core - 1] != "\n":
            return False
        return bool(parts.issuers) and issuer_of_code(parts.issuers[0]) is not None

    def _type_below(self, start: int) -> InstrumentType:
        """The type that a line in capitals below the document's own number names; else any document."""
        for match in _TYPE_LINE.finditer(self.plain, start, start + _LETTERHEAD):
            with suppress(KeyError):
                return type_named(match[1])
        letter = _LETTER.search(self.lower, start, start + _LETTERHEAD)
        return type_named("công văn" if letter is not None else "văn bản")

    def _list(self, first: Draft) -> Iterator[Draft]:
        """*first* and the numbers that continue its list: `Quyết định số 12, 13 và 14/QĐ-TTg`."""
        drafts = [first]
        while True:
            last = drafts[-1]
            match = _NEXT.match(self.lower, last.end) or self._next_after_subject(first, last)
            end = number_end(self.plain, match.end()) if match else None
            if match is None or end is None:
                break
            parts = analyse(self.plain[match.end() : end])
            if not self._continues(last, parts, bool(match["marked"]), end):
                break
            start = match.start("marked") if match["marked"] else match.end()
            number = written(self.plain[match.end() : end])
            draft = Draft(
                start=start, end=end, core=start, type=first.type, number=number, parts=parts, first=first
            )
            draft.inferred["type"] = "list"
            self._tail(draft)
            drafts.append(draft)
        yield from drafts

    def _next_after_subject(self, first: Draft, last: Draft) -> re.Match[str] | None:
        """A list's next number after a subject: `các Công văn số 21/BYT-KCB về thuốc, số 38/BYT-KCB …`."""
        if not last.full or not _PLURAL.search(self.lower, max(0, first.start - 12), first.start):
            return None
        return _NEXT_AFTER_SUBJECT.match(self.lower, last.end)

    def _continues(self, last: Draft, parts: Number, marked: bool, end: int) -> bool:
        if parts.full:
            return (
                not parts.types
                or not last.full
                or last.type in parts.types
                or marked
                or parts.type_code == (last.parts.type_code if last.parts else None)
            )
        if not marked and (last.full or last.date is not None):
            return False
        first = last.first or last
        plural = (
            last is not first or _PLURAL.search(self.lower, max(0, first.start - 12), first.start) is not None
        )
        follows = _NEXT.match(self.lower, end) is not None
        return goes_on_list(parts, self.lower, end, marked=marked, plural=plural, follows=follows)

    # Laws and unnumbered documents

    def _named(self, found: Found[Candidate]) -> Draft | None:
        match = found.candidate.match
        start, type_end = found.start, match.end("type")
        amended, title = found.candidate.amended, found.candidate.title
        if amended is not None and (title is None or amended >= title[0]):
            end, bearers = amended, title[1] if title is not None and title[0] == amended else ()
        elif title is not None:
            end, bearers = title
        elif (begun := read_begun_title(self.lower, start)) is not None:
            end, bearers = _to_number(self.lower, begun[0]), begun[1]
        else:
            unknown = unknown_title(self.plain, self.lower, start, type_end)
            if unknown is None:
                return None
            end, bearers = _to_number(self.lower, unknown), ()
        name = " ".join(self.plain[start:end].split())
        if bearers and name.isupper() and " " not in name:
            name = bearers[0].title  # BLHS: an abbreviation of type and field, which cannot serve as a title
        kind = type_named(bearers[0].type if bearers else match["type"])
        if amended is not None:
            kind = type_named("luật")
        draft = Draft(
            start=start, end=end, core=start, type=kind, title=name[0].upper() + name[1:], bearers=bearers
        )
        self._law_tail(draft, amending=amended is not None)
        if not self._is_law(draft, type_end):
            return None
        self._attach_places(draft)
        return draft

    def _is_law(self, draft: Draft, type_end: int) -> bool:
        """Whether it is a law's name: all in lower case it must have a year or number after it."""
        after = self.plain[type_end : type_end + 2].strip(" \n")
        capital = self.plain[draft.core].isupper() or after[:1].isupper()
        if not capital and not (draft.year or draft.number or draft.date):
            return False
        abroad = _abroad().match(self.lower, draft.end)
        if abroad is not None and self.plain[abroad.start("land")].isupper():
            return False
        before = self.lower[max(0, draft.core - 20) : draft.core]
        if self.plain[draft.core].isupper() and draft.bearers and before.endswith("quy định "):
            return True  # `đúng quy định Luật Xây dựng`
        return not _no_law().search(before) or bool(draft.number or draft.year)

    def _law_tail(self, draft: Draft, amending: bool) -> None:
        for _ in range(5):
            if draft.number is None and (match := _LAW_NUMBER.match(self.lower, draft.end)):
                end = number_end(self.plain, match.end())
                parts = analyse(self.plain[match.end() : end]) if end else None
                if end is None or parts is None or not (parts.full or parts.year):
                    return
                inner = amending and not any(
                    law.title.startswith("Luật sửa đổi") for law in law_by_number(parts.canonical)
                )
                if not inner:
                    draft.number, draft.parts = written(self.plain[match.end() : end]), parts
                draft.end = end
            elif match := _AMENDED.match(self.lower, draft.end):
                draft.amended = tuple(int(year) for year in _YEARS.findall(match.group()))
                draft.revised = not draft.amended
                draft.end = match.end()
            elif draft.year is None and (match := _LAW_YEAR.match(self.lower, draft.end)):
                draft.year, draft.end = int(match["year"]), match.end()
            elif not self._date_after(draft):
                break
        if draft.number is not None:
            self._issuer_after(draft)
        if draft.year is None and draft.date is not None:
            draft.year, draft.year_from = draft.date.year, "date"
        elif draft.year is None and draft.parts is not None:
            draft.year, draft.year_from = draft.parts.year, "number"

    def _dated(self, found: Found[Candidate]) -> Draft | None:
        kind = type_named(found.candidate.type_words)
        end = found.candidate.match.end("type")
        of, capital = found.candidate.match["of"] is not None, self.plain[found.start].isupper()
        if kind.strength == "named" or (of and (kind.strength == "weak" or not capital)):
            return None
        draft = Draft(start=found.start, end=end, core=found.start, type=kind)
        self._tail(draft)
        if of and draft.issuer is None:
            return None  # ``Quyết định của ông A ngày 3/4``
        if draft.date is None or not (capital or draft.issuer):
            return None
        self._attach_places(draft)
        return draft

    def _this(self, found: Found[Candidate]) -> Draft | None:
        if not self.plain[found.start].isupper():
            return None
        kind = type_named(found.candidate.type_words)
        if kind.strength == "weak":
            return None
        draft = Draft(start=found.start, end=found.end, core=found.start, type=kind, this=True)
        self._attach_places(draft)
        return draft

    # What stands right before and after

    def _attach_places(self, draft: Draft) -> None:
        if self._places is None:
            return
        start, end = self._places
        gap = _PLACE_GAP.match(self.lower, end)
        if end <= draft.core and gap is not None and gap.end() == draft.core:
            draft.places, draft.start = self._places, start
        self._places = None

    def _tail(self, draft: Draft) -> None:
        """Takes date and issuer, in any order, into *draft* and its quote."""
        month = MONTH_AFTER.match(self.lower, draft.end) if draft.number is not None else None
        draft.end = month.end() if month is not None else self._body_before_day(draft)
        local = self._level_after(draft)
        for _ in range(4):
            if not (self._date_after(draft) or self._year_after(draft) or self._issuer_after(draft)):
                break
        draft.issuer = draft.issuer or local

    def _level_after(self, draft: Draft) -> Agency | None:
        """The local body whose level, or place, stands after its letters: ``15/QĐ-UBND tỉnh Lào Cai``.

        With a level alone, the body may be named in full further on: ``NQ-HĐND tỉnh ngày 7/12 của …``.
        """
        letters = draft.parts.issuers[-1:] if draft.parts is not None else ()
        level = _LEVEL.match(self.lower, draft.end) if letters and letters[0] in _LOCAL else None
        if level is None:
            return None
        name = letters[0] + self.plain[draft.end : draft.end + _LONGEST_BODY].partition("\n")[0]
        found = next(iter(agencies.find(name, self.context)), None)
        alone = level["alone"] is not None
        if found is None or found.span.start or not (alone or found.value.id or found.value.candidates):
            return None
        draft.end += found.span.end - len(letters[0])
        if not alone:
            draft.issuer = found.value
        return found.value

    def _body_before_day(self, draft: Draft) -> int:
        """The end of the body between a number and its day, without `của`: `01/2007/NQ-HĐTP TANDTC ngày …`.

        The number's letters say who issued the document; without a day the body belongs to the sentence.
        """
        if draft.parts is None or self.lower.find(_THE_DAY, draft.end, draft.end + _LONGEST_BODY) < 0:
            return draft.end
        body = self.reading.body_at(draft.end + 1) if self.plain[draft.end] == " " else None
        if body is None or not self.lower.startswith(_THE_DAY, body.end):
            return draft.end
        if draft.parts.issuer_records(None):
            return body.end
        if not _is_local_body(draft.parts, body.agency.name):
            return draft.end
        draft.issuer = body.agency
        return body.end

    def _date_after(self, draft: Draft) -> bool:
        found = self._day_after(draft.end) if draft.date is None else None
        if found is None:
            return False
        # A day without a known year belongs to the quote all the same.
        draft.take_day(found[0])
        draft.end = found[1]
        return True

    def _year_after(self, draft: Draft) -> bool:
        """Takes the year that completes a number without one: ``Thông tư 03 năm 2021``."""
        parts = draft.parts
        if parts is None or draft.date is not None or draft.year is not None:
            return False
        match = _OF_YEAR.match(self.lower, draft.end)
        if match is None or parts.year not in (None, int(match["year"])):
            return False
        draft.year, draft.end = int(match["year"]), match.end()
        return True

    def _day_after(self, end: int) -> tuple[Time, int] | None:
        """The day of issue that follows *end*, and where that day ends, with its brackets."""
        before = _BEFORE_DAY.match(self.lower, end)
        if before is None:
            return None
        glued = _GLUED_DAY.match(self.lower, before.end())  # `749/QĐ-TTgngày 03/6/2020`, where no word begins
        time = self.reading.day_at(before.end()) or (self.reading.day_at(glued.end()) if glued else None)
        if time is None or ("\n" in before.group() and self._opens_row(time.start)):
            return None
        if (
            before["issued"] is None
            and glued is None
            and not _DAY_WORD.match(self.lower, time.start, time.end)
        ):
            return None
        if before["bracket"] is None:
            return time, time.end
        return (time, time.end + 1) if self.lower.startswith(")", time.end) else None

    def _opens_row(self, start: int) -> bool:
        """Whether a day at the head of a line begins a row or sentence: ``25/12/2012 Bị thay thế …``."""
        day = self.plain[start : start + 2]
        return self.plain[start - 1] == "\n" and (day[:1].isdigit() or day.istitle())

    def _issuer_after(self, draft: Draft) -> bool:
        if draft.issuer is not None:
            return False
        match = _OF.match(self.lower, draft.end)
        if match is not None and self._ministries_after(draft, match.end()):
            return True
        named = read_issuer(self.reading, match.end()) if match is not None else self._organ_after(draft)
        if named is None and match is not None and draft.type.name in _OF_CENTRE:
            named = read_centre(self.lower, match.end())
        if named is None:
            return False
        draft.end, draft.issuer, _ = named
        state = _STATE.match(self.lower, draft.end)
        draft.end = state.end() if state is not None else draft.end
        self._others_after(draft)
        person = _PERSON.match(self.plain, draft.end)
        for end in (draft.end, person.end() if person is not None else draft.end):
            issued = _ISSUED.match(self.lower, end)
            if issued is not None:
                draft.end = issued.end()
                break
        return True

    def _ministries_after(self, draft: Draft, start: int) -> bool:
        """Takes the ministries of a joint number, named together: ``của Liên Bộ: Y tế - Tài chính``."""
        together = _TOGETHER.match(self.lower, start)
        records = draft.parts.issuer_records(draft.date) if together and draft.parts is not None else ()
        if together is None or len(records) < _TWO:
            return False
        names = [record.name.lower() for record in records]
        names += [name.removeprefix("bộ ") for name in names]
        end = _end_of_list(self.lower, together.end(), names)
        if end is None:
            return False
        draft.end, draft.issuer = end, issuer_of(records[0])
        draft.co_issuers = tuple(map(issuer_of, records[1:]))
        return True

    def _organ_after(self, draft: Draft) -> tuple[int, Agency, bool] | None:
        """An organ of the Party that stands after a number without `của`: `35-NQ/TW Bộ Chính trị`."""
        if draft.parts is None or not draft.parts.party or not self.lower.startswith(" ", draft.end):
            return None
        return read_organ(self.lower, draft.end + 1)

    def _others_after(self, draft: Draft) -> None:
        """Takes the other issuers of a joint document: `của Bộ Tài chính - Bộ Nội vụ`."""
        numbered = draft.parts is not None and draft.parts.joint
        party = draft.parts is not None and draft.parts.party
        if not (numbered or party or "liên " in draft.type.name):
            return
        others: list[Agency] = []
        for _ in range(_MOST_JOINT):
            match = _AND_OF.match(self.lower, draft.end)
            if match is None or (party and not self.lower.startswith(_SECOND_ORGAN, match.end())):
                break
            named = read_issuer(self.reading, match.end())
            if named is None:
                break
            draft.end, other, _ = named
            others.append(other)
        draft.co_issuers = tuple(others)

    def _issuer_inside(self, draft: Draft, start: int, end: int) -> None:
        """The issuer between type and number: `Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg`."""
        match = _OF.match(self.lower, start)
        named = read_issuer(self.reading, match.end()) if match else None
        if named is not None and named[0] <= end:
            draft.issuer = named[1]


#: All words up to a law's own number belong to its name: ``… tại nước ngoài số 72/2006/QH11``.
_WORDS_TO_NUMBER = Pattern(
    r"(?:[ ](?!(?:và|hoặc|luật)[ ])[^\W\d_]+){1,8}?(?=[ ]số[ ][0-9]{1,3}/[0-9]{4}/(?:qh|ubtvqh)[0-9])"
)


def _to_number(lower: str, end: int) -> int:
    """Where the name of a law ends, if its words up to *end* are known."""
    words = _WORDS_TO_NUMBER.match(lower, end)
    return words.end() if words is not None else end


def _is_known(parts: Number) -> bool:
    """Whether every code of a number in small letters is known: `28/2020/nđ-cp`."""
    if parts.year is None:
        return False
    return parts.term is not None or (bool(parts.types) and all(map(issuer_of_code, parts.issuers)))


_MOST_JOINT = 8
_TWO = 2
#: What several ministries are called together, before their names.
_TOGETHER = Pattern(r"liên (?:bộ|ngành|tịch)(?:[ ]?[:–-])?[ \n]{1,2}")
_BETWEEN_NAMES = Pattern(r"[ ]?[-–,][ ]?|[ ]và[ ]")


def _end_of_list(lower: str, start: int, names: list[str]) -> int | None:
    """Where a list of some of *names*, which begins at *start*, ends; None where none begins there."""
    end = None
    while (name := next((name for name in names if lower.startswith(name, start)), None)) is not None:
        end = start + len(name)
        joint = _BETWEEN_NAMES.match(lower, end)
        if joint is None:
            break
        start = joint.end()
    return end


#: The State after the name of one of its organs: ``Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam``.
_STATE = Pattern(
    r"[ ](?:nước[ ])?(?:việt nam dân chủ cộng hòa|(?:cộng hòa xã hội chủ nghĩa|chxhcn)[ ]việt nam)(?!\w)"
)
#: Documents that ``của Trung ương`` can follow.
_OF_CENTRE = {"nghị quyết", "kết luận"}
#: The organ that issues documents together with the Politburo: ``của Bộ Chính trị, Ban Bí thư``.
_SECOND_ORGAN = "ban bí thư"
_AND_OF = Pattern(r"(?:,?[ \n]và|[ ]?[,;]|[ ]?[-–])[ \n]{1,2}(?:của[ \n])?(?=\w)")
#: Shorthands that numbers are glued to.
_GLUED = ("NĐ", "NQ", "TT")
_NUMBER_GLUED = Pattern(r"(?<![\w/-]..)(?=[0-9]{1,4}(?:/[12][0-9]{3})?(?![\w]))")
_LAW_NUMBER = Pattern(r"[ \n]{1,2}\(?(?:luật )?số[ ]?:?[ \n]{0,2}")
_LAW_YEAR = Pattern(r"[ \n]{1,2}\(?(?:năm[ \n]{1,2})?(?P<year>(?:19|20)[0-9]{2})\)?(?![\w/]|[.,-][0-9])")
# ``năm 2021 - 2025`` is a period.
_OF_YEAR = Pattern(r"[ \n]năm[ \n](?P<year>(?:19|20)[0-9]{2})(?![\w/]|[ ]?[-–][ ]?[0-9]|[.,][0-9])")
_YEARS = Pattern(r"(?:19|20)[0-9]{2}")
_YEAR = r"(?:19|20)[0-9]{2}"
_AMENDED = Pattern(
    r"[ \n]{0,2},?[ \n]{0,2}\(?(?:đã[ ])?(?:được[ ])?(?:sửa đổi(?:(?:,|[ ]và)[ ]bổ sung)?|bổ sung)"
    rf"(?:[ ]một số điều)?(?:(?:[ ]các)?(?:[ ]vào)?(?:[ ]năm)?[ ]{_YEAR}"
    rf"(?:(?:,[ ]|[ ]và[ ]|,[ ]và[ ])(?:năm[ ])?{_YEAR}){{0,12}}\)?|(?<=đổi)\)|(?<=sung)\))(?!\w)"
)
