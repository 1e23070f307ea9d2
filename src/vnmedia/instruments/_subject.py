"""The subject of a document, where it follows the citation: ``về việc …``, ``quy định …``.

A subject ends where the sentence's own predicate or next clause begins. The grounds of a legal document have
no predicate, so there a subject extends to the mark that ends the ground.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from ..reading import Body
from ..registries import Pattern
from ._draft import Draft
from ._issuer import read_issuer
from ._patterns import any_of
from ._read import Reader

__all__ = ["read_subjects"]

_LONGEST = 700
#: What may stand between a subject and what comes next, and the words that announce it.
_MARKS = " ,:\n"
_ANNOUNCING = (" như sau", " thì")
_SHORTEST = 5
#: The most citations that a subject can hold.
_MOST_INSIDE = 60
_GROUND = Pattern(r"(?:^|\n)[ *_-]*(?:căn cứ|theo|xét|thực hiện|trên cơ sở|thi hành)[ ][^\n]*\Z")
_GROUND_REACH = 1500
#: What may stand before the subject of a sentence.
_SENTENCE_START = Pattern(
    r"(?:\A|[\n.!?…:;“\"]|[.!?…] )[ ]?(?:theo đó,? |ngoài ra,? |trong đó,? |cụ thể,? |và )?\Z"
)
# One set of characters, which the engine finds quickly.
_HARD = Pattern(r"[\n;()”“\".!?…](?:(?<=[\n;()”“\"])|(?<![ ]tp.)(?=\s|\Z))")
_COMPOUND = Pattern(r"\n[-–] (?:xã hội|tài chính|an ninh|quốc phòng|thương binh)", re.IGNORECASE)
_CHANGED = r"(?:đã )?được (?:sửa đổi|bổ sung|thay thế|đính chính)(?!\w)"
_AMENDED = rf"(?:[ ](?:,?[ ])?|,[ ]){_CHANGED}"
_PAPERS = (
    r"(?:thông tư|nghị định|quyết định|nghị quyết|luật|bộ luật|pháp lệnh|chỉ thị|quy định|hướng dẫn|quy chế)"
)
#: What the sentence may add after a subject: that the document replaces another.
_REPLACES = rf"thay thế (?:cho )?(?:các )?{_PAPERS}(?!\w)"
# Each alternative begins with a space or a comma, and then with a letter: the engine passes over the rest.
_SOFT = Pattern(
    rf"[ ](?:{_CHANGED}|,?[ ]{_CHANGED}"
    r"|(?:chính thức )?(?:có|hết) hiệu lực(?!\w)"
    r"|(?<!về )(?:yêu cầu|xác định|đặt ra|đề ra) (?:các|rõ|mục tiêu|[0-9])(?!\w)"
    r"|xác định (?=[^,.;\n]{2,60}?[ ]là[ ])"
    r"|(?<!việc )(?<!được )(?<!về )(?<!và )(?<!, )(?<!cấp )(?<!giấy )cho phép[ ]"
    r"|và để[ ]"
    r"|và giao (?:ubnd|ủy ban|bộ|sở|các|chính phủ)(?!\w)"
    r"|diễn ra (?:vào|tại|từ|trong|ngày|sáng|chiều|tối)(?!\w)"
    rf"|{_REPLACES}|và {_REPLACES}"
    r"|(?:nêu rõ|chỉ rõ|nhấn mạnh|quy định rõ|ghi rõ|cho biết|cho thấy|khẳng định)(?!\w)"
    r"|(?:đã|sẽ) \w|(?:vừa|mới|đang) (?:được|ban|ký|có hiệu)(?!\w)"
    r"|(?:và (?:các )?ý kiến(?:[ ]\w+)?[ ]của|với những)(?!\w)"
    r"|thì:|(?<!trợ )(?:nhằm|để|nên|thì|là|khiến|giúp|gồm|bao gồm|nhưng|song(?![ ](?:phương|song)(?!\w)))[ ]"
    r"|do [^,;.\n]{3,60} (?:ban hành|ký|soạn thảo|chủ trì)(?!\w))"
    rf"|,[ ](?:{_CHANGED}|(?:đồng thời )?{_REPLACES}"
    r"|(?:trong đó|theo đó|nhằm|để|qua đó|do đó|nhờ đó|từ đó|đồng thời|góp phần|tạo|nên|mà|nhưng"
    r"|song|còn|thì|ông|bà"
    r"|ngày|từ ngày|kể từ|sau khi|khi|nếu|tuy|trên cơ sở)[ ]"
    # ``các tỉnh, thành phố`` is one list
    r"|(?<!tỉnh, )(?<!thành, )(?<!phố, )(?<!huyện, )(?<!quận, )(?<!xã, )(?<!sở, )(?<!bộ, )"
    r"(?:tỉnh|thành phố|sở|huyện|các bộ)[ ]"
    r"|(?:thủ tướng|phó thủ tướng|bộ trưởng|thứ trưởng|chủ tịch|tổng bí thư|giám đốc|chính phủ|quốc hội)[ ]"
    r"|[^,;.\n]{1,40} này (?:đã|được|là|sẽ|có)(?!\w))"
)
_PASSIVE = Pattern(
    r"[ ](?:vừa |mới |đã )?được (?=(?:ban hành|ký|thông qua|công bố|triển khai|áp dụng|thực hiện"
    r"|đánh giá|coi|kỳ vọng"
    r"|xem|chính phủ|quốc hội|thủ tướng|bộ trưởng|ubnd|ủy ban|hđnd|hội đồng|bộ chính trị|ban bí thư"
    r"|chủ tịch)(?!\w))"
)
#: What both ways of the document's own passive hold.
_BY_WHOM = " được "
_ISSUED_BY = Pattern(r"[ ](?:vừa |mới |đã )?được (?=[^\W\d_])")
_ISSUING_VERB = Pattern(r"[ ](?:ký )?(?:ban hành|ký|thông qua|công bố)(?!\w)")
#: A new sentence with no mark before it.
_NEW_SENTENCE = Pattern(
    r"[ ](?=(?:Trước đó|Theo đó|Tuy nhiên|Đồng thời|Bên cạnh đó|Ngoài ra|Sau đó|Hiện nay|Ngày [0-9]"
    r"|Trong khi)(?!\w))"
)
_SINCE = Pattern(r"(?:khi|từ ngày|kể từ|đến ngày|trước ngày|sau ngày)[ ][^,;]{0,80}\Z")
_RELATIVE = Pattern(r"[ ]mà[ ][^,;]{0,60}\Z")
_JOINING = Pattern(r"(?:[,;]|[ \n]và|[ \n]hoặc|cũng như)[ \n]*(?:các[ ]|số[ ]|theo[ ]|tại[ ])?\Z")
_PREPOSITION = Pattern(r"(?:của|tại|cho|giữa|và|do|với|về|thuộc|ở|ngành|,)[ ]?\Z", re.IGNORECASE)
_NAMED_PLAN = Pattern(
    r"[ ]và (?:Kế hoạch|Chương trình|Đề án|Quy hoạch|Chiến lược|Quy chế|Dự án|Kết luận|Thông báo)[ ]"
)
_LAWS = {"luật", "bộ luật", "pháp lệnh", "hiến pháp"}


#: The meeting of the body that passed a resolution: ``của HĐND tỉnh khóa XVII, kỳ họp thứ bảy về …``.
_SESSION = (
    r"(?:,?[ ](?:kh(?:óa|oá)[ ][ivxl0-9]{1,6},?[ ])?(?:tại[ ])?kỳ họp[ ](?:lần[ ])?"
    r"(?:thứ[ ](?:(?:mười|hai)[ ](?:mươi[ ])?)?\w{1,5}|chuyên đề)(?=[, ]))?"
)
#: The addressee of a letter, before its subject: ``Công văn số … gửi UBND các tỉnh về …``.
_ADDRESSED = (
    r"(?:gửi[ ](?:các[ ])?(?:bộ|ubnd|ủy ban|hđnd|sở|cục|tổng cục|văn phòng|ngân hàng|công ty|tập đoàn"
    r"|cơ quan|tỉnh|thủ tướng|chính phủ|quốc hội)(?!\w)[^,.;:\n]{0,70}?[ ](?=về(?:[ ]việc)?[ ]|v/v[ ]))?"
)


@cache
def _described() -> re.Pattern[str]:
    """What a clause with ``đã`` describes within a subject: ``đối với người đã thôi việc``."""
    return re.compile(rf"(?<!\w){any_of('described')}(?:[ ][^,;]{{0,60}})?\Z")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"{_SESSION}(?:,|(?P<colon>[ ]?:))?[ \n]{{1,2}}{_ADDRESSED}"
        rf"(?:(?P<quote>[“\"])[ ]?)?(?P<head>{any_of('subject')})(?=[ \n,])"
        r"|,?[ \n]{1,2}(?P<quoted>[“\"])(?=[^“”\"\n]{5,400}(?:[”\"]|“[ ]?(?:[;.,\n]|\Z)))"
    )


def read_subjects(reader: Reader, drafts: Sequence[Draft]) -> None:
    """Gives each of *drafts* the place of its subject, if one follows it."""
    starts = [draft.start for draft in drafts]
    # From the last to the first: a subject that holds another citation must hold that one's subject too.
    for draft in reversed(drafts):
        if draft.number is None or draft.title is not None or draft.letterhead:
            continue
        match = _opening().match(reader.lower, draft.end)
        if match is not None:
            index = bisect_right(starts, draft.start)
            draft.subject = _subject(reader, draft, match, drafts[index : index + _MOST_INSIDE])


def _subject(
    reader: Reader, draft: Draft, match: re.Match[str], following: Sequence[Draft]
) -> tuple[int, int] | None:
    """The place of the subject that *match* opens after *draft*, None where it opens none."""
    start = match.start("head") if match["head"] else match.start("quoted")
    if (following and following[0].start == start) or not _may_follow(reader, draft, match):
        return None  # ``Hướng dẫn số 31`` is a citation itself
    if match["quoted"] or match["quote"]:
        start = match.start("quoted") if match["quoted"] else match.start("quote")
        end = _quotation_end(reader.plain, start)
    elif (
        match["head"].startswith(("về", "v/v"))
        or _is_titled(reader, match)
        or _is_title(reader, draft, match["head"])
    ):
        end = _end(reader, draft, match.start("head"), match.end("head"), following)
    else:
        return None
    end = start + len(_unannounced(reader.plain[start:end].rstrip(_MARKS)))
    return (start, end) if end - start > _SHORTEST and end > match.end("head") else None


#: What opens an item of a list, before its citation.
_BULLET = Pattern(r"(?:\A|\n)[ ]{0,4}(?:[-–+•*][ ]?|[0-9]{1,2}[.)-][ ]{1,2})\Z")
#: After a verb that is a noun then: ``Quy định mới về …``.
_OF_NOUN = (" mới", " này", " chung")


def _unannounced(words: str) -> str:
    """*words* without those that announce what comes next."""
    for announcing in _ANNOUNCING:
        if words.lower().endswith(announcing):
            words = words[: -len(announcing)].rstrip(_MARKS)
    return words


def _may_follow(reader: Reader, draft: Draft, match: re.Match[str]) -> bool:
    """Whether a title may stand there, after a colon only in a list: ``- Nghị định số 7: Quy định …``."""
    if not match["colon"]:
        return True
    bullet = _BULLET.search(reader.lower, max(0, draft.start - 12), draft.start) is not None
    return bullet and _is_titled(reader, match) and not reader.lower.startswith(_OF_NOUN, match.end("head"))


def _quotation_end(plain: str, start: int) -> int:
    """Where the quotation that opens at *start* ends, with its mark."""
    depth = 0
    for match in _QUOTES.finditer(plain, start, start + _LONGEST):
        if match.group() == "\n":
            break
        opens = match.group() == "“" or (match.group() == '"' and not depth)
        if depth and match.group() == "“" and _CLOSES.match(plain, match.end()):
            opens = False  # a closing mark turned the wrong way
        depth += 1 if opens else -1
        if depth == 0:
            return match.end()
    return start


_QUOTES = Pattern('[“”"\n]')
_CLOSES = Pattern(r"[ ]?(?:[;.,\n]|\Z)")


def _is_titled(reader: Reader, match: re.Match[str]) -> bool:
    """Whether the verb begins a title by its capital: ``Nghị định 7/2024/NĐ-CP Quy định chế độ nghỉ hưu``."""
    start = match.start("head")
    if "\n" in match.group() or match["head"] in _ACTS:
        return False  # the next item of a list
    return reader.plain[start].isupper() and reader.plain[start + 1].islower()


def _is_title(reader: Reader, draft: Draft, verb: str) -> bool:
    """Whether *verb* after the citation begins its subject, rather than the sentence's predicate."""
    if draft.places is not None:
        return False
    if verb == "hợp nhất":
        return draft.type.name == "văn bản hợp nhất"
    before = reader.lower[max(0, draft.start - 40) : draft.start]
    if _opens_sentence(reader, draft) and _main_clause().search(
        reader.lower, draft.end, draft.end + _LONGEST
    ):
        return True  # ``Theo Nghị định … quy định mức phạt, tài xế phải …``: the main clause is yet to come
    stated = draft.date is not None or draft.issuer is not None
    if _SENTENCE_START.search(before):
        predicate = stated or _PREDICATE_AHEAD.match(reader.lower, draft.end) is not None
        return predicate and draft.full and verb not in _ACTS
    return stated or verb not in _ACTS | _SAYS or before.endswith(_ISSUING)


#: After these the citation is an object, so what follows is not its predicate.
_ISSUING = ("ban hành ", "thông qua ", "ký ")
#: The sentence's own predicate, after the subject of the document.
_PREDICATE_AHEAD = Pattern(
    r"[^.;:\n]{10,300}?(?<!,)[ ]"
    rf"(?:(?:chính thức )?có hiệu lực(?!\w)|thay thế (?:cho )?{_PAPERS}(?!\w))"
)
#: Verbs that more often say what a document does than what it is about.
_ACTS = {"thay thế", "bãi bỏ"}
_SAYS = {"quy định", "hướng dẫn", "triển khai", "thực hiện", "giao", "yêu cầu", "tăng cường"}


def _is_ground(reader: Reader, draft: Draft) -> bool:
    lower = reader.lower
    line = lower.rfind("\n", max(0, draft.start - _GROUND_REACH), draft.start)
    if line < 0 and draft.start > _GROUND_REACH:
        return False
    head = lower[max(0, line) : draft.start]
    if not _GROUND.match(head):
        return False
    end = lower.find("\n", draft.end, draft.end + _GROUND_REACH)
    tail = lower[draft.end : end if end >= 0 else draft.end + _GROUND_REACH].rstrip(" *_")
    return tail.endswith((";", ",")) or (end < 0 and not tail.endswith((".", ":")))


def _end(reader: Reader, draft: Draft, start: int, first: int, following: Sequence[Draft]) -> int:
    """Where the subject that begins at *start* ends."""
    limit = _hard_end(reader.plain, first, min(len(reader.plain), start + _LONGEST))
    ground = _is_ground(reader, draft)
    ends = [limit, *_joined(reader, draft, start, limit, following)]
    if ground:
        ends += (match.start() for match in _AMENDED_RE.finditer(reader.lower, first, limit))
    else:
        ends += _predicates(reader, draft, start, first, limit, following)
    if reader.plain[start:limit].isupper():
        ends += _bodies(reader, first, limit)
    if draft.issuer is None and reader.lower.find(_OF_BODY, first, limit) >= 0:
        ends += _issuers(reader, draft, first, limit, following)
    return min(ends)


_OF_BODY = " của "
#: An office that issues documents, not after what it has as such: ``quy định thẩm quyền của Bộ trưởng``.
_OF_OFFICE = Pattern(
    r"(?<!thẩm quyền)(?<!trách nhiệm)(?<!nhiệm vụ)(?<!quyền hạn)(?<!quyết định)(?<!chỉ đạo)(?<!ý kiến)"
    r"(?<!đề nghị)(?<!yêu cầu)(?<!ủy quyền)(?<!điều hành)(?<!phân công)[ ]của[ ]"
    r"(?=(?:bộ trưởng|thống đốc|tổng thanh tra|tổng kiểm toán|chủ nhiệm)[ ])"
)


def _issuers(
    reader: Reader, draft: Draft, first: int, limit: int, following: Sequence[Draft]
) -> Iterator[int]:
    """Where the issuer that the number implies stands behind the subject; *draft* takes it.

    ``Thông tư số 5/2016/TT-BTC về lệ phí của Bộ trưởng Bộ Tài chính``; after a law a body can only be that:
    ``quy định chi tiết Luật Báo chí của Chính phủ``.
    """
    implied = draft.parts.issuer_records(draft.date) if draft.parts is not None else ()
    if len(implied) != 1:
        return
    laws = {other.end for other in following if other.start < limit and other.type.name in _LAWS}
    starts = [match.start() for match in _OF_OFFICE.finditer(reader.lower, first, limit)]
    starts += [end for end in laws if reader.lower.startswith(_OF_BODY, end)]
    for start in sorted(starts):
        named = read_issuer(reader.reading, start + len(_OF_BODY))
        if named is not None and named[0] <= limit and named[1].name.endswith(implied[0].name):
            draft.issuer = named[1]
            draft.inferred["issuer"] = "sentence"
            yield start
            return


# What may follow a subject within a ground: the document's own passive, and what else was considered.
_AMENDED_RE = Pattern(rf"{_AMENDED}|[ ](?:và (?:các )?ý kiến(?:[ ]\w+)?[ ]của|với những)(?!\w)")


def _hard_end(plain: str, start: int, limit: int) -> int:
    """Where the line, the clause or the quotation that holds the subject ends."""
    position = start
    while True:
        match = _HARD.search(plain, position, limit)
        if match is None:
            return limit
        mark = match.group()
        closing = mark == '"' and not plain[match.start() - 1].isspace()
        if mark in ("“", '"') and not closing:
            end = _quotation_end(plain, match.start())
            if end > limit or (end <= match.start() and mark == '"'):
                return match.start()
            position = max(end, match.end())
        else:
            inside = _inside(plain, start, match)
            if inside is None:
                return match.start()
            position = inside


#: ``đổi mới sáng tạo (ĐMST) và chuyển đổi số``: a short name within the subject.
_SHORT_NAME = Pattern(r"\([^\W\da-z_][^\W\da-z_]{1,9}(?:, ?[^\W\da-z_]{2,10}){0,3}\)(?=[ ][^\W\d_])")


def _inside(plain: str, start: int, mark: re.Match[str]) -> int | None:
    """Where the subject continues after a *mark* that does not end it."""
    short = _SHORT_NAME.match(plain, mark.start()) if mark.group() == "(" else None
    if short is not None and short.group().isupper() and plain[short.end() + 1].islower():
        return short.end()
    compound = mark.group() == "\n" and _COMPOUND.match(plain, mark.start())
    field = mark.group() == ";" and _is_field_listed(plain, start, mark.start())
    return mark.end() if compound or field else None


# ``trong lĩnh vực bổ trợ tư pháp; hành chính tư pháp; hôn nhân và gia đình``: fields between marks.
_FIELDS = "lĩnh vực "
_NEXT_FIELD = Pattern(
    rf";[ ](?!(?:căn cứ|theo|xét|số|tại|điểm|khoản|điều|và các|{_PAPERS})(?!\w))"
    r"(?P<first>[^\W\d_])[^;.\n:]{3,80}(?=[;.,\n(]|\Z)"
)


def _is_field_listed(plain: str, start: int, at: int) -> bool:
    """Whether the mark at *at* only separates one listed field from the next."""
    following = _NEXT_FIELD.match(plain, at)
    return following is not None and following["first"].islower() and _FIELDS in plain[start:at].lower()


def _joined(
    reader: Reader, draft: Draft, start: int, limit: int, following: Sequence[Draft]
) -> Iterator[int]:
    """Where the sentence continues with a citation beside this one, not with one in the subject."""
    inner: Draft | None = None
    for other in following:
        if other.start >= limit:
            return
        if other.start <= start:
            continue
        joining = _JOINING.search(reader.lower, max(start, other.start - 24), other.start)
        if joining is not None and not _goes_on_list(draft, inner, other):
            yield joining.start()
            return
        inner = other


def _goes_on_list(draft: Draft, inner: Draft | None, other: Draft) -> bool:
    """Whether *other* continues a list of laws in the subject of a document that is not a law."""
    return (
        inner is not None
        and draft.type.name not in _LAWS
        and inner.type.name in _LAWS
        and other.type.name in _LAWS
    )


# ``Theo Nghị định …``: the citation stands in the opening phrase of the sentence, which a comma ends.
_OPENS_SENTENCE = Pattern(
    r"(?:\A|[.!?…;:,(“\"\n][ ]?|[ ])(?:theo|căn cứ(?: vào)?|tại|thực hiện|triển khai|trên cơ sở|với|trong"
    r"|từ khi)[ ]"
    r"(?:(?:quy định|nội dung|tinh thần)[ ](?:tại|của|trong)?[ ]?)?\Z"
)


def _opens_sentence(reader: Reader, draft: Draft) -> bool:
    return _OPENS_SENTENCE.search(reader.lower, max(0, draft.start - 40), draft.start) is not None


@cache
def _main_clause() -> re.Pattern[str]:
    """The opening of a main clause: a comma, a few words, and its verb or figure."""
    return re.compile(rf",[ ](?=[^,;.:\n]{{2,80}}?[ ](?:{any_of('main-verb')}(?!\w)|có[ ][0-9]))")


def _predicates(
    reader: Reader, draft: Draft, start: int, first: int, limit: int, following: Sequence[Draft]
) -> Iterator[int]:
    """Where the predicate of the sentence, or its next clause, may begin."""
    lower, plain = reader.lower, reader.plain
    inner = [(other.start, other.end) for other in takewhile(lambda other: other.start < limit, following)]
    for match in _SOFT.finditer(lower, first, limit):
        if any(begin < match.start() < end for begin, end in inner) or _describes(lower, start, match):
            continue
        yield match.start()
        break
    yield from _own_passive(reader, first, limit)
    for pattern in (_NEW_SENTENCE, _NAMED_PLAN):
        found = pattern.search(plain, first, limit)
        if found is not None:
            yield found.start()
    clause = _main_clause().search(lower, first, limit) if _opens_sentence(reader, draft) else None
    if clause is not None:
        yield clause.start()
    for body in reader.reading.bodies_within(first, limit):
        # ", Thủ tướng giao": a body after a comma begins a clause, unless it continues a list of bodies.
        if lower[body.start - 2 : body.start] == ", " and _begins_clause(
            body, reader.reading.body_ending_at(body.start - 2)
        ):
            yield body.start - 2
            break


def _begins_clause(body: Body, before: Body | None) -> bool:
    """Whether *body* after a comma begins a clause: it does not if another body stands *before* the comma."""
    return before is None or before.agency == body.agency


def _describes(lower: str, start: int, match: re.Match[str]) -> bool:
    """Whether the verb at *match* only describes the matter of the subject that begins at *start*."""
    before = lower[max(start, match.start() - 90) : match.start()]
    if "hiệu lực" in match.group():
        return _SINCE.search(before) is not None
    if not match.group().startswith((" đã", " sẽ")):
        return False
    return bool(_RELATIVE.search(before) or _described().search(before))


def _own_passive(reader: Reader, first: int, limit: int) -> Iterator[int]:
    """Where the document's own passive begins: ``được ban hành``, ``được Bộ Y tế ban hành``."""
    if reader.lower.find(_BY_WHOM, first, limit) < 0:
        return
    yield from islice(_issued_by(reader, first, limit), 1)
    if (passive := _PASSIVE.search(reader.lower, first, limit)) is not None:
        yield passive.start()


def _issued_by(reader: Reader, first: int, limit: int) -> Iterator[int]:
    """Where a passive with its body begins: ``được Bộ Y tế ban hành``."""
    for match in _ISSUED_BY.finditer(reader.lower, first, limit):
        body = reader.reading.body_at(match.end())
        if body is not None and _ISSUING_VERB.match(reader.lower, body.end):
            yield match.start()


def _bodies(reader: Reader, first: int, limit: int) -> Iterator[int]:
    """Where a body begins without a preposition after a subject in capitals: it is the one that enacts."""
    for body in reader.reading.bodies_within(first, limit):
        before = reader.plain[max(first, body.start - 12) : body.start]
        if not _PREPOSITION.search(before):
            office = _OFFICE_BEFORE.search(reader.lower, first, body.start)
            yield office.start() if office is not None else body.start
            return


_OFFICE_BEFORE = Pattern(r"(?:bộ trưởng|thống đốc|chủ tịch|giám đốc|chánh án|viện trưởng|chủ nhiệm)[ ]\Z")
