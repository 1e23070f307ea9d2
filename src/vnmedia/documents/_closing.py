"""What stands after a body: recipients (nơi nhận), signatures and attachments.

Ô số 7 and 9 of Phụ lục I of Nghị định 30/2020/NĐ-CP. Nơi nhận stands left and the signature right, so text
extraction gives them in any order; each line is recognised by its form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from ..model.document import Authority, AuthorityForm, Passage, Signature
from ..registries import Worded
from ..text import TextView
from ._letterhead import begins_body, is_motto, merged, split_type
from ._lines import Line, Page, Stream
from ._markers import ARTICLE, markers_of
from ._words import words_of

__all__ = ["ATTACHED", "Closing", "attachment_starts", "closing_start", "read_closing"]

_RECIPIENTS = re.compile(r"[^\w\n]*(?:nơi nhận|nơi gửi)\b\s*:?")
#: The first recipient, if the label of the list was lost.
_FIRST_RECIPIENT = re.compile(r"[-–+]\s?như (?:trên|(?:các )?điều [0-9]{1,2})\b[^\n]{0,20};")
_AUTHORITY = re.compile(r"(t[/.]?m|k[/.]?t|t[/.]?l|t[/.]?uq|q)\s?[.:]\s?(?=\w)|(t/m|k/t|t/l)\s(?=\w)")
_FORMS: dict[str, AuthorityForm] = {"tm": "TM", "kt": "KT", "tl": "TL", "tuq": "TUQ", "q": "Q"}
_SIGNED = re.compile(r"[^\w\n]*(?:đã ký|ký tên|ký, đóng dấu|signed)\b[^\w\n]*")
_SYLLABLE = r"[^\W\d_]{1,7}"
_NAME = Worded(rf"(?:<document_words/rank>\b[.,]?\s?){{0,4}}({_SYLLABLE}(?:\s{_SYLLABLE}){{1,5}})\Z")
_ITEM = re.compile(r"[-+–•*·]|như |lưu\b|[0-9]{1,2}[.)]\s")
_APPENDIX = re.compile(r"(?:phụ lục|phụ biểu|biểu mẫu|mẫu số)\b(?!\s(?:này|kèm|ban hành))")
_NOTE_OF_ATTACHMENT = r"\(\s?(?:được )?(?:ban hành |phê duyệt )?kèm theo\b"
ATTACHED = re.compile(_NOTE_OF_ATTACHMENT)
#: A title with the note of attachment on its line: ``DANH MỤC VĂN BẢN (Kèm theo Quyết định số …)``.
_TITLED = re.compile(rf"[^()]{{3,250}}?\s(?={_NOTE_OF_ATTACHMENT} (?:quyết|nghị|thông|kế|công|chỉ))")
#: Recipients that stand on one line.
_NEXT_ITEM = re.compile(r"(?<=[;,.])\s(?=[-–+] ?\w)")
_TITLE = re.compile(r"(?:danh mục|danh sách|biểu|bảng|mẫu|nội quy|điều lệ|quy trình|kế hoạch|đề cương)\b")
_LONGEST_TITLE = 8
_LONGEST_OFFICE = 5
_LONGEST_NAME = 4
#: Not the beginning of a person's name: ``CHỦ TỊCH ỦY BAN NHÂN DÂN`` / ``TỈNH LÀO CAI``.
_PLACE = re.compile(r"(?:tỉnh|thành phố|tp|huyện|quận|thị (?:xã|trấn)|xã|phường|đặc khu)\b")
_WORD = re.compile(r"\w+")
#: The copy for the files ends the list.
_FILED = re.compile(r"\W*lưu\b[^\n]*[.;)]\Z")
_PIECE = re.compile(r"[^\n]+")


@attrs.frozen(kw_only=True)
class Closing:
    """The closing's parts, and the first line after it."""

    recipients: tuple[Passage, ...]
    signatures: tuple[Signature, ...]
    next_line: int


def closing_start(lines: Sequence[Line], first: int) -> int:
    """The line from *first* on where the closing begins; the number of lines if there is none."""
    for index in range(first, len(lines)):
        line = lines[index]
        if line.quoted:
            continue
        if _begins_closing(line):
            return index
        if _is_office_line(line) and (_is_signed_below(lines, index) or _ends_paper(lines, index)):
            return index
        if _is_noted_office(lines, index) or _is_last_name(lines, index):
            return index
    return len(lines)


def _begins_closing(line: Line) -> bool:
    heads = (_RECIPIENTS, _FIRST_RECIPIENT)
    return any(head.match(line.lower) for head in heads) or _is_authority(line) or _is_appendix(line)


def _is_office_line(line: Line) -> bool:
    """Whether an office stands alone on a line, in capitals or capitalised."""
    if line.plain.isupper():
        return _office(line.lower)
    return _is_whole_office(line.lower) and _is_cased_as_name(line.plain)


def _is_noted_office(lines: Sequence[Line], index: int) -> bool:
    """Whether an office in any case stands alone on a line, above the note that the paper was signed."""
    office, below = lines[index], lines[index + 1 : index + 2]
    return (
        office.plain[0].isupper()
        and _is_whole_office(office.lower)
        and any(_SIGNED.fullmatch(line.lower) for line in below)
    )


def _is_last_name(lines: Sequence[Line], index: int) -> bool:
    """Whether a person's name stands last, above the note that the paper was signed, as in old decrees."""
    if index + 2 != len(lines) or not _SIGNED.fullmatch(lines[-1].lower):
        return False
    name = _NAME.match(lines[index].lower)
    return name is not None and _is_cased_as_name(lines[index].plain[name.start(1) :])


def read_closing(page: Page, start: int) -> Closing:
    """The recipients and the signatures from line *start* on."""
    end = _closing_end(page.lines, start)
    stream = page.stream(page.lines[start:end])
    recipients: list[list[tuple[int, int]]] = []
    signers = _Signers(stream)
    listing = False
    for match in _PIECE.finditer(stream.plain):
        where = match.span()
        head = _RECIPIENTS.match(stream.lower, *where)
        if head:
            listing = True
            where = head.end(), where[1]
        if not stream.plain[slice(*where)].strip():
            continue
        if signers.takes(*where):
            listing = False
        elif _ITEM.match(stream.lower, *where) or (listing and not recipients):
            listing = True
            recipients += [[item] for item in _items(stream.plain, *where)]
        elif listing and recipients and not _FILED.match(stream.lower[slice(*recipients[-1][-1])]):
            recipients[-1].append(where)
    return Closing(
        recipients=tuple(_recipient(stream, pieces) for pieces in recipients),
        signatures=tuple(signers.done()),
        next_line=end,
    )


def _items(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The recipients that ``plain[start:end]`` lists, each with its place."""
    breaks = [match.span() for match in _NEXT_ITEM.finditer(plain, start, end)]
    return list(
        zip([start, *(last for _, last in breaks)], [*(first for first, _ in breaks), end], strict=True)
    )


def _recipient(stream: Stream, pieces: list[tuple[int, int]]) -> Passage:
    """One recipient, without the dash before it and the mark after it."""
    text = stream.plain
    start, end = pieces[0][0], pieces[-1][1]
    while end - start > 1 and text[end - 1] in " ;.,":
        end -= 1
    while end - start > 1 and text[start] in " -+–•*·:":
        start += 1
    return stream.passage(start, end)


class _Signers:
    """Collects the signatures from lines in the order of the stream."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._done: list[Signature] = []
        self._begin()

    def _begin(self) -> None:
        self._authorities: list[tuple[AuthorityForm, list[Passage]]] = []
        self._office: list[Passage] = []
        self._pieces: list[Passage] = []

    def takes(self, start: int, end: int) -> bool:
        """Whether the line belongs to a signature; if so it is kept."""
        lower, plain = self._stream.lower[start:end], self._stream.plain[start:end]
        authority = _AUTHORITY.match(lower)
        if authority:
            # "KT." follows "TM." above one name; a form that is there already begins the next signature.
            form = _FORMS[(authority.group(1) or authority.group(2)).replace("/", "").replace(".", "")]
            if self._office or any(form == other for other, _ in self._authorities):
                self._finish(None)
            self._keep(start, end)
            self._authorities.append((form, [self._stream.passage(start + authority.end(), end)]))
            return True
        signed = _SIGNED.match(lower)
        if signed is not None:
            named = start + signed.end() < end  # ``Đã ký: Nguyễn Văn A``
            return self.takes(start + signed.end(), end) if named and self._pieces else bool(self._pieces)
        if plain.isupper() and not _ITEM.match(lower):
            return self._takes_capitals(start, end, lower)
        if self._is_office(start, lower, plain):
            self._take_office(start, end, lower)
            return True
        name = _NAME.match(lower) if self._pieces or start == 0 else None
        if name and _is_cased_as_name(plain[name.start(1) :]):
            self._end_with(name, start, end)
            return True
        return False

    def _is_office(self, start: int, lower: str, plain: str) -> bool:
        """Whether a line not in capitals is an office: in any case only where the closing begins with it."""
        within = bool(self._pieces) and _is_cased_as_name(plain)
        return (start == 0 or within) and _is_whole_office(lower)

    def _takes_capitals(self, start: int, end: int, lower: str) -> bool:
        if self._continues_authority(lower):
            self._authorities[-1][1].append(self._keep(start, end))
        elif _office(lower):
            self._take_office(start, end, lower)
        elif self._office:
            named = _NAME.match(lower)
            if named and len(lower.split()) <= _LONGEST_NAME and not _names_body(lower):
                self._end_with(named, start, end)
            else:
                self._office.append(self._keep(start, end))
        elif self._authorities:
            self._authorities[-1][1].append(self._keep(start, end))
        else:
            return False
        return True

    def _continues_authority(self, lower: str) -> bool:
        """Whether the line continues the office signed for: ``KT. TỔNG CỤC`` / ``TRƯỞNG``."""
        if not self._authorities or self._office:
            return False
        form, pieces = self._authorities[-1]
        stands = " ".join(TextView(piece.text).lower for piece in pieces)
        if stands.endswith(","):
            return True
        whole = f"{stands} {lower}"
        return form != "TM" and not _office(stands) and not _is_whole_office(lower) and _office(whole)

    def _take_office(self, start: int, end: int, lower: str) -> None:
        """Keeps an office; a deputy's below the head's is the signer's own, even if ``KT.`` is missing."""
        passage = self._keep(start, end)
        if lower.startswith(("phó ", "thứ ")):
            self._office = []
        self._office.append(passage)

    def _keep(self, start: int, end: int) -> Passage:
        passage = self._stream.passage(start, end)
        self._pieces.append(passage)
        return passage

    def _end_with(self, named: re.Match[str], start: int, end: int) -> None:
        """Ends a signature with the line of its name; a rank before the name is in the passage alone."""
        self._keep(start, end)
        self._finish(self._stream.passage(start + named.start(1), end))

    def _finish(self, name: Passage | None) -> None:
        whole = merged(self._pieces)
        if not self._office and self._authorities:
            self._office = _misspelt_office(*self._authorities[-1])
        office = merged(self._office)
        if whole is not None:
            self._done.append(
                Signature(
                    authorities=tuple(
                        Authority(form=form, of=" ".join(piece.text for piece in pieces))
                        for form, pieces in self._authorities
                    ),
                    office=office.text if office else None,
                    name=name.text if name else None,
                    passage=whole,
                )
            )
        self._begin()

    def done(self) -> list[Signature]:
        """All signatures; the last may have no name."""
        if self._office or self._authorities:
            self._finish(None)
        return self._done


def _misspelt_office(form: AuthorityForm, pieces: list[Passage]) -> list[Passage]:
    """Takes the deputy's office, misspelt or not, out of the lines below ``KT.``: one must stand there."""
    deputy = form == "KT" and len(pieces) > 1 and TextView(pieces[-1].text).lower.startswith(("phó ", "thứ "))
    return [pieces.pop()] if deputy else []


def _is_authority(line: Line) -> bool:
    match = _AUTHORITY.match(line.lower)
    return match is not None and line.plain[match.end() :].isupper()


def _office(lower: str) -> bool:
    """Whether a line begins with an office that signs documents."""
    words = _WORD.findall(lower)[:_LONGEST_OFFICE]
    return any(" ".join(words[:count]) in words_of("office") for count in range(1, len(words) + 1))


def _is_whole_office(lower: str) -> bool:
    return " ".join(lower.strip(" ,.").split()) in words_of("office")


def _names_body(line: str) -> bool:
    """Whether the line below an office names its body: ``BỘ TRƯỞNG`` / ``BỘ TƯ PHÁP``."""
    words = line.split()[:3]
    return any(" ".join(words[:count]) in words_of("body") for count in range(1, len(words) + 1))


def _is_cased_as_name(text: str) -> bool:
    return text.isupper() or all(word[0].isupper() for word in text.split())


def _is_signed_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the lines below an office hold a name, or the note that the document was signed."""
    for line in lines[index + 1 : index + 5]:
        if any(marker.rank <= ARTICLE for marker in markers_of(line)) or split_type(line):
            return False  # the body begins, or ``QUYẾT ĐỊNH`` below the office that decides
        if _GROUND.match(line.lower):
            return False
        if _SIGNED.match(line.lower):
            return True
        name = _NAME.match(line.lower)
        cased = name is not None and _is_cased_as_name(line.plain[name.start(1) :])
        if name and cased and not (line.ended or _is_long_in_capitals(line) or _PLACE.match(line.lower)):
            return True
    return False


def _ends_paper(lines: Sequence[Line], index: int) -> bool:
    """Whether an office in capitals ends the text, as when a portal leaves out the name."""
    if not lines[index].plain.isupper() or not (index and lines[index - 1].ended):
        return False
    return index + 1 == len(lines) or _is_appendix(lines[index + 1])


def _is_long_in_capitals(line: Line) -> bool:
    """Whether a line in capitals has more words than a name, so that it is a heading."""
    return line.plain.isupper() and len(line.plain.split()) > _LONGEST_NAME


def _is_appendix(line: Line) -> bool:
    match = _APPENDIX.match(line.lower)
    if match is None or line.ended:
        return False
    rest = line.plain[match.end() :].strip()
    return (
        line.plain.isupper()
        or not rest
        or re.fullmatch(r"(?:số\s)?[IVXLC0-9]{1,6}[a-zA-Z]?[.:]?", rest) is not None
    )


def _closing_end(lines: Sequence[Line], start: int) -> int:
    """The first line from *start* on that belongs to an attachment, or to the stamp of a certified copy."""
    end = next(iter(attachment_starts(lines, start)), len(lines))
    copied = next((at for at in range(start, end) if _COPIED.match(lines[at].lower)), end)
    while copied < end and copied > start and begins_body(lines[copied - 1].lower):
        copied -= 1
    return copied


#: The stamp of a certified copy, with who made it: Điều 25 of Nghị định 30/2020/NĐ-CP.
_GROUND = re.compile(r"(?:căn cứ|theo đề nghị|xét đề nghị|chiểu)\b")
_COPIED = re.compile(
    r"(?:sao y|sao lục|trích sao)(?:\s(?:bản chính|\(bản chính\)))?\Z|số\s?:\s?[0-9.]+/(?:sy|sl|ts)-"
)


def attachment_starts(lines: Sequence[Line], first: int) -> list[int]:
    """The lines from *first* on where attachments begin: ``PHỤ LỤC I``, or a title above its note."""
    starts: list[int] = []
    for index in range(first, len(lines)):
        line = lines[index]
        if line.quoted:
            continue
        if _is_appendix(line):
            starts.append(index)
        elif is_motto(line) and index > first:
            start = _letterhead_start(lines, first, index)
            if not starts or index - starts[-1] > _LONGEST_TITLE:
                starts.append(start)
        elif ATTACHED.match(line.lower) or _is_titled_note(line):
            start = _title_start(lines, max(first, starts[-1] if starts else 0), index)
            if not starts or index - starts[-1] > _LONGEST_TITLE:
                starts.append(start)
    return starts


def _letterhead_start(lines: Sequence[Line], first: int, motto: int) -> int:
    """Where the letterhead of an attachment begins, given its *motto*."""
    start = motto
    while start > first and lines[start - 1].plain.isupper() and begins_body(lines[start - 1].lower):
        start -= 1
    return start


def _is_titled_note(line: Line) -> bool:
    """Whether an attachment's title, in capitals, and its note stand on one line."""
    titled = _TITLED.match(line.lower) if "(" in line.plain else None
    return titled is not None and line.plain[: titled.end()].isupper()


def _title_start(lines: Sequence[Line], first: int, note: int) -> int:
    """Where the title of an attachment begins, given its note ``(Ban hành kèm theo …)``."""
    start = note
    named = None
    while start > max(first, note - _LONGEST_TITLE) and _is_title(lines[start - 1]):
        start -= 1
        if split_type(lines[start]) or _TITLE.match(lines[start].lower):
            named = start
    return start if named is None else named


def _is_title(line: Line) -> bool:
    return line.plain.isupper() and not _office(line.lower) and not _is_authority(line)
