"""The body or place that a figure is about, and the body that gives the figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..clauses import Place, is_measure
from ..model import Span
from ..registries import Pattern
from ..registries.places import provinces
from ..text import TextView, places_of
from ._headings import may_open
from ._sentences import (
    FAR,
    REACH,
    At,
    FigureAt,
    Sentence,
    ended_before,
    ends_lead,
    last_words,
    next_after,
    words,
)

__all__ = ["owners"]

#: Before a place where something is measured.
_WHERE = ("tại ", "ở ", "trên địa bàn ")
_OWNED = (" của ", " thuộc ", " tại ", " do ")
# What begins another part of a sentence, in which somebody else may act.
_PARTED = Pattern(r"[;:]|(?<!\w)(?:trong khi|còn(?! ?\Z)|trong đó)(?!\w)")
# A unit and the body that it belongs to, where the latter gives the figure.
_PARENT = (" - ", " – ", ", ", " thuộc ", " của ")
#: No owner and no source.
_NOBODY = (None, None)
#: Words for a place's level, before its name: a place of any level may own figures.
_LEVEL = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường) ?(?=[^\W_])"
)
#: The small forms of these with their space, as a name must follow; so they stand beside the pattern.
_LEVELS = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "thị trấn ", "xã ", "phường ")
_WORD = Pattern(r"[^\W\d_]+|[0-9]{1,2}(?![\w.,/%])")
_LONGEST_NAME = 4  # words of a place
_LONGEST_SYLLABLE = 8  # with the mark after it
#: Before the place of a row: what ends the row before it, or opens the rows.
_ROW_BEGINS = Pattern(r"(?:[,;:] |\(|(?<!\w)(?:và|còn|riêng|là) )(?=[^\W_][^,;:()0-9]*:? \Z)")
#: The last place where the words may begin that lead from an acting place to its figure.
_PART_BEGINS = Pattern(r"[^\n]*(?P<mark>[,;:] |\(| (?:và|còn|riêng) )")
#: After the place that owns a topic: where it sells or buys, and when.
_OWNER_ENDS = (" sang ", " tới ", " trong ", " với ", " từ ", " vào ", " ra ")
#: Before a number of bodies or things among which the sentence's subject is one: là một trong 5 bộ.
_AMONG = " một trong "
#: Between a row's figure and a further one of the same row.
_SAME_ROW = Pattern(r",? ?(?:\(|chiếm |tăng |giảm |bằng |đạt )[^;:()\n]{0,40}")


@cache
def _from_source() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:theo|từ|nguồn:?)(?: (?:{words('source-of')})){{0,6}} \Z")


@cache
def _source_ends() -> frozenset[str]:
    """The last words of what ``_from_source`` finds."""
    return frozenset(("theo", "từ", "nguồn", "nguồn:", *last_words("source-of")))


@cache
def _report_of() -> re.Pattern[str]:
    """A sentence's beginning that names a report by the body that gives it: ``Báo cáo nhanh của X, …``."""
    return re.compile(rf"[\s“\"'(\-–•*+]*(?:báo cáo|thống kê|số liệu)(?: (?:{words('source-of')})){{0,6}} ")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"(?: \([^()\n]{{1,60}}\))?,? (?:(?:vừa|đã|mới) )?(?:{words('says')})(?!\w)")


@cache
def _reports() -> re.Pattern[str]:
    """Verbs of saying and wishing right after a body: it does not own the figures that it speaks of."""
    return re.compile(rf",? (?:(?:vừa|đã|mới|cũng) )?(?:{words('says')}|{words('wishes')})(?!\w)")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[\s“\"'(\-–•*+]*(?:(?:{words('sentence-openers')}),? ?)*\Z")


def owners(
    view: TextView, sentence: Sentence, topics: Sequence[Place | None]
) -> list[tuple[Span | None, Span | None]]:
    """For each figure of *sentence* the body or else the place that owns it, and the body that gives it.

    The place is that of the figure's row, the owner of its topic, or one that acts in the sentence.
    """
    lower, has_bodies = view.lower, bool(sentence.agencies)
    places, acting = _rows(view, sentence), _acting_place(view, sentence)
    if not (has_bodies or places or acting or any(topics)):
        return [_NOBODY] * len(topics)
    given = _sources(lower, sentence) if has_bodies else ()
    found: list[tuple[Span | None, Span | None]] = []
    for index, figure in enumerate(sentence.figures):
        owner, source = _bodies(lower, sentence, figure, given, topics[index]) if has_bodies else _NOBODY
        if owner is None:
            place = places.get(index) or _place_of(view, figure, topics[index], acting)
            owner = view.span(*place) if place else None
        found.append((owner, source))
    return found


def _bodies(
    lower: str,
    sentence: Sentence,
    figure: FigureAt,
    given: Sequence[tuple[At, int]],
    topic: Place | None,
) -> tuple[Span | None, Span | None]:
    """The body that owns a *figure*, and that of *given* which gives it."""
    given_by = _source(lower, sentence, figure, given) if given else None
    owner = _holder(lower, sentence, figure, given_by, topic)
    return (
        owner.mention.span if owner is not None else None,
        given_by.mention.span if given_by is not None else None,
    )


def _opens(lower: str, start: int, end: int) -> bool:
    """Whether only openers of a sentence stand from *start* to *end*."""
    return end - start < FAR and _opening().fullmatch(lower, start, end) is not None


def _sources(lower: str, sentence: Sentence) -> list[tuple[At, int]]:
    """The bodies of *sentence* that give figures, and where the words begin that name each as a source.

    Such words are ``theo X``; one that only says something (``X cho biết``) has -1.
    """
    found: list[tuple[At, int]] = []
    for at in sentence.agencies:
        named = _named_as_source(lower, sentence, at)
        if named is not None:
            found.append((at, named.start()))
        elif _says().match(lower, _after_time(lower, sentence, at)):
            found.append((at, -1))
    return found


def _source(lower: str, sentence: Sentence, figure: FigureAt, sources: Sequence[tuple[At, int]]) -> At | None:
    """The one of *sources* that gives the figure; one in brackets gives the figure before alone."""
    if figure.is_age:
        return None
    first = bisect_left(sources, figure.start - FAR, key=_start)
    # the sentence's first body may be far
    if first and sources[0][0] is sentence.agencies[0] and _gives(lower, sentence, figure, *sources[0]):
        return sources[0][0]
    limit = figure.end + REACH
    while first < len(sources) and sources[first][0].start < limit:
        if _gives(lower, sentence, figure, *sources[first]):
            return sources[first][0]
        first += 1
    return None


def _start(source: tuple[At, int]) -> int:
    return source[0].start


def _gives(lower: str, sentence: Sentence, figure: FigureAt, at: At, named: int) -> bool:
    """Whether the source *at*, which words from *named* on name (-1: none), gives *figure*."""
    if named < 0:
        return at.end <= figure.start
    if lower[max(0, named - 1) : named] == "(":
        return _stands_before(sentence, figure, named)
    return at.end <= figure.start or at.start >= figure.end


def _after_time(lower: str, sentence: Sentence, at: At) -> int:
    """Where the body's verb may stand: after it, or after the time that follows it."""
    time = next_after(sentence.times, at.end) if sentence.times else None
    is_next = time is not None and lower[at.end : time.start] in (" ", ", ", " vào ", " hồi ")
    return time.end if time is not None and is_next else at.end


def _named_as_source(lower: str, sentence: Sentence, at: At) -> re.Match[str] | None:
    """The words before the body *at* that make it a source."""
    if not ends_lead(lower, sentence.start, at.start, _source_ends()):
        return None
    named = _from_source().search(lower, max(sentence.start, at.start - 60), at.start)
    if named is None and lower.startswith(",", at.end):
        named = _report_of().fullmatch(lower, sentence.start, at.start)
    return named


def _stands_before(sentence: Sentence, figure: FigureAt, bracket: int) -> bool:
    """Whether *figure* is the last one before a *bracket*."""
    before = ended_before(sentence.figures, bracket, REACH)
    return bool(before) and before[-1].start == figure.start


def _holder(
    lower: str, sentence: Sentence, figure: FigureAt, given_by: At | None, topic: Place | None
) -> At | None:
    """The body that owns what is measured or is the sentence's subject; not one that only gives figures.

    The body owns its *topic* too: ``số thu của Cục Hải quan Hà Nội``.
    """
    if figure.is_age or lower.endswith(_AMONG, 0, figure.start):
        return None
    agencies = sentence.near(sentence.agencies, figure)
    for at in agencies:
        if _is_named_as_owner(lower, figure, at, topic):
            return at
    ahead = [at for at in agencies if at.end <= figure.start and at is not given_by]
    acting = _acting_body(lower, sentence, figure, ahead) if ahead else None
    if acting is None:
        return None
    with_parent = given_by is not None and lower[acting.end : given_by.start] in _PARENT
    tells = _reports().match(lower, _after_time(lower, sentence, acting))
    return None if with_parent or tells else acting


def _is_named_as_owner(lower: str, figure: FigureAt, at: At, topic: Place | None) -> bool:
    """Whether ``của`` or its like joins a body to the figure before it, or to the end of its topic."""
    if at.start >= figure.end and lower[figure.end : at.start] in _OWNED:
        return True
    return topic is not None and at.end == topic[1] and lower.endswith(" của ", topic[0], at.start)


def _acting_body(lower: str, sentence: Sentence, figure: FigureAt, ahead: Sequence[At]) -> At | None:
    """The one of the bodies *ahead* of a figure that is the subject of its sentence or part."""
    if len(ahead) > 1:
        # "Cục Hải quan A thu 5 tỷ đồng; Cục Hải quan B thu 7 tỷ đồng"
        part = _part(sentence, figure)
        ahead = [at for at in ahead if at.start >= part]
        if len(ahead) != 1:
            return None
    body = ahead[0]
    if _opens_clause(lower, sentence, body) or _acts_in_part(lower, body):
        return body
    part = _part(sentence, figure)
    opens = part != sentence.start and _opens(lower, part, body.start)
    return body if opens else None


def _acts_in_part(lower: str, at: At) -> bool:
    """Whether a body after a comma is its sentence's subject: Về tiếp dân, Thanh tra tỉnh đã tiếp 5 lượt."""
    if not lower.endswith(", ", 0, at.start):
        return False
    return lower.startswith((" đã ", " đang "), at.end) or _owns().match(lower, at.end) is not None


def _part(sentence: Sentence, figure: FigureAt) -> int:
    """Where the part of *sentence* begins that *figure* stands in, after a semicolon or colon."""
    start = sentence.start
    if sentence.parts is None:
        sentence.parts = [start + mark + 2 for mark in places_of(sentence.said, ("; ", ": "))]
    index = bisect_right(sentence.parts, figure.start)
    return sentence.parts[index - 1] if index else start


def _province_names() -> set[str]:
    """The names of provinces, with the short form of one, and that of the country."""
    return {"HCM", "Việt Nam", *(province.name for province in provinces().values())}


@cache
def _province() -> re.Pattern[str]:
    names = sorted(_province_names(), key=lambda name: (-len(name), name))
    level = r"(?:[Tt]ỉnh |[Tt]hành phố |TP\.? ?)?"
    return re.compile(rf"(?<!\w)(?P<place>{level}(?:{'|'.join(names)}))(?!\w)")


@cache
def _place_openings() -> frozenset[str]:
    """The first two letters of all that ``_place_at`` finds."""
    levels = ("TP", *_LEVELS, *map(str.capitalize, _LEVELS))
    return frozenset(name[:2] for name in (*_province_names(), *levels))


def _place_at(plain: str, start: int) -> Place | None:
    """The place whose name begins at *start*: a province, or one of any level with that level."""
    if plain[start : start + 2] not in _place_openings():
        return None
    named = _province().match(plain, start)
    if named is not None:
        return named.span("place")
    level = _LEVEL.match(plain, start)
    if level is None:
        return None
    position = stop = level.end()
    for _ in range(_LONGEST_NAME):
        word = _WORD.match(plain, position)
        if word is None or word.group()[0].islower():
            break
        stop, position = word.end(), word.end() + 1
        if plain[stop : stop + 1] != " ":
            break
    return (start, stop) if stop > level.end() else None


def _rows(view: TextView, sentence: Sentence) -> dict[int, Place]:
    """The place of each figure that is one of a list by place: ``Bắc Ninh 145 triệu USD, chiếm 14%; …``.

    A clause of its own after a semicolon may name the place too: ``; Đà Nẵng có 11.520 nhà``.
    """
    plain, lower = view.plain, view.lower
    parted, acts = "; " in sentence.said, _owning_ends()
    found: dict[int, Place] = {}
    before, last = sentence.start, None
    for index, (start, end) in enumerate(sentence.stand):
        word = plain.rfind(" ", before, start - 1) + 1 or before
        place = None
        if parted or plain[word].isupper() or lower[word : start - 1] in acts:
            place = _row(view, sentence, index, word)
        if last is not None and place is None and _SAME_ROW.fullmatch(lower, before, start):
            place = last
        if place is not None:
            found[index] = place
        before, last = end, place
    return found


def _ends_in_name(plain: str, end: int) -> bool:
    """Whether the word that ends at *end* is a name: ``Ninh Bình`` và Nghệ An 250 mm; not ``5 tỷ USD``."""
    word = plain[plain.rfind(" ", 0, end) + 1 : end]
    return word[:1].isupper() and not word.isupper()


def _place_before(plain: str, start: int, end: int) -> tuple[re.Match[str] | None, Place | None]:
    """What begins the row whose figure stands at *end*, and the place right before the figure."""
    for begins in _ROW_BEGINS.finditer(plain, start, end):
        place = _place_at(plain, begins.end())
        if place is not None and plain[place[1] : end] in (" ", ": "):
            return begins, place
    return None, None


def _row(view: TextView, sentence: Sentence, index: int, word: int) -> Place | None:
    """The place right before a figure, whose last word begins at *word*, or one that acts before it."""
    if sentence.figures[index].is_age:
        return None
    plain, figure = view.plain, sentence.stand[index][0]
    if plain[word].isupper():
        begins, place = _place_before(plain, max(sentence.start, figure - 40), figure)
        if begins is not None:
            several = begins.group() == "và " and _ends_in_name(plain, begins.start() - 1)
            return None if several else place
    may_act = view.lower[word : figure - 1] in _owning_ends()
    acting = _acting_before(view, sentence, figure) if may_act else None
    if acting is not None:
        return acting
    part = view.lower.rfind("; ", max(sentence.start, figure - REACH), figure) + 2
    if part < 2:
        return None
    place = _place_at(plain, part)
    acts = place is not None and _owns().match(view.lower, place[1], figure)
    return place if acts else None


def _acting_before(view: TextView, sentence: Sentence, figure: int) -> Place | None:
    """The place whose act alone stands between a mark or ``và`` and *figure*: (Hà Nam giảm 5 tạ/ha; …)."""
    plain, lower = view.plain, view.lower
    part = _PART_BEGINS.match(plain, max(sentence.start, figure - 60), figure)
    if part is None or not (plain[part.end()].isupper() or plain.startswith(_LEVELS, part.end())):
        return None
    place = _place_at(plain, part.end())
    owns = _owns().match(lower, place[1], figure) if place is not None else None
    return place if owns is not None and not _ends_in_name(plain, part.start("mark")) else None


@cache
def _owning_ends() -> frozenset[str]:
    """The last words of the verbs of ``_owns``."""
    return frozenset(last_words("owns"))


@cache
def _owns() -> re.Pattern[str]:
    """Verbs that make the place before them the owner of the figure after: thu hút, đón, có."""
    return re.compile(rf" (?:(?:đã|đang|cũng|ước|dự kiến|tiếp tục|vẫn|mới) )*(?:{words('owns')})(?!\w)")


class _Acting(NamedTuple):
    """The place that is the subject of a sentence: ``Hà Nội thu hút 2 tỷ USD``.

    Attributes:
        end: Where its verb ends.
        parted: Where the first words stand after which somebody else may act.
        joint: Whether these are ``còn``, which parts nothing right before a figure.
    """

    place: Place
    end: int
    parted: Place | None
    joint: bool


def _acting_place(view: TextView, sentence: Sentence) -> _Acting | None:
    """The place that is the subject of *sentence*; one where something is done is not the subject."""
    lower, plain = view.lower, view.plain
    start = _subject_start(lower, sentence)
    place = _place_at(plain, start) if plain[start : start + 2] in _place_openings() else None
    if place is None:
        return None
    last = sentence.figures[-1].start
    if lower.startswith(", ", place[1]):
        end = place[1] if _measures(lower, sentence, place, last) else None
    else:
        owns = _owns().match(lower, place[1], last)
        end = owns.end() if owns is not None else None
    if end is None:
        return None
    parted = _PARTED.search(lower, place[1], last)
    if parted is None:
        return _Acting(place, end, None, False)
    return _Acting(place, end, parted.span(), parted.group() == "còn")


def _measures(lower: str, sentence: Sentence, place: Place, last: int) -> bool:
    """Whether a *place* before a comma is where something is measured: ``Tại Hà Nội, giá lúa tăng``."""
    start, end = place
    if sentence.agencies or not lower.endswith(_WHERE, sentence.start, start):
        return False
    return is_measure(lower[end + 2 : last]) or _owns().match(lower, end + 1, last) is not None


def _place_of(view: TextView, figure: FigureAt, topic: Place | None, acting: _Acting | None) -> Place | None:
    """The place that owns a figure's *topic*, else the *acting* one: ``doanh thu của tỉnh Hà Nam``."""
    if figure.is_age:
        return None
    owned = view.lower.rfind(" của ", *topic) if topic is not None else -1
    if topic is not None and owned >= 0:
        found = _place_at(view.plain, owned + len(" của "))
        if found is not None and (found[1] == topic[1] or view.lower.startswith(_OWNER_ENDS, found[1])):
            return found
    return acting.place if acting is not None and _acts_for(view, figure, acting) else None


def _acts_for(view: TextView, figure: FigureAt, acting: _Acting) -> bool:
    """Whether the *acting* place still is the subject where the figure stands."""
    start = figure.start
    if acting.end > start:
        return False
    another = view.plain.rfind(", ", max(acting.place[1], start - FAR), start) + 2
    if another > 1 and view.plain[another].isupper():  # Hà Nội có 5 ca, Hà Nam 3 ca
        return False
    if acting.parted is None or acting.parted[1] > start:
        return True
    return acting.joint and not view.lower[acting.parted[1] : start].strip()


def _subject_start(lower: str, sentence: Sentence) -> int:
    """Where the sentence's subject begins: after its openers and a time that begins it."""
    start = sentence.start
    if sentence.times:
        for time in sentence.times[:2]:
            if _opens(lower, start, time.start):
                start = time.end + (2 if lower.startswith(", ", time.end) else 1)
    while may_open(lower[start : start + _LONGEST_SYLLABLE]):
        opener = _opener().match(lower, start, sentence.end)
        if opener is None or opener.end() == start:
            break
        start = opener.end()
    return start


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"[\s“\"'(\-–•*+]*(?:theo [^,.;\n]{{1,80}}, |(?:{words('sentence-openers')}),? )?")


def _opens_clause(lower: str, sentence: Sentence, at: At) -> bool:
    """Whether *at* begins the sentence, or follows a time that begins it."""
    start = sentence.start
    for time in sentence.times[:2]:
        if time.end <= at.start and _opens(lower, start, time.start):
            start = time.end + (2 if lower.startswith(", ", time.end) else 0)
    return _opens(lower, start, at.start)
