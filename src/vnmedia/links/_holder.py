"""The body or place that a figure is about, and the body that gives the figure."""

from __future__ import annotations

import re
from functools import cache

from ..clauses import Place
from ..registries.places import provinces
from ..text import TextView
from ._sentences import REACH, At, Sentence, ended_before, ends_lead, is_age, last_words, words

__all__ = ["acting_place", "holder", "place_of", "source"]

_OWNED = (" của ", " thuộc ", " tại ", " do ")
# What begins another part of a sentence, in which somebody else may act.
_PARTED = re.compile(r"[;:]|(?<!\w)(?:trong khi|còn|trong đó)(?!\w)")
# A unit and the body that it belongs to, where the latter gives the figure.
_PARENT = (" - ", " – ", ", ", " thuộc ", " của ")


@cache
def _from_source() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:theo|từ|nguồn:?)(?: (?:{words('source-of')})){{0,6}} \Z")


@cache
def _source_ends() -> frozenset[str]:
    """The last words of what ``_from_source`` finds."""
    return frozenset(("theo", "từ", "nguồn", "nguồn:", *last_words("source-of")))


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf",? (?:(?:vừa|đã|mới) )?(?:{words('says')})(?!\w)")


@cache
def _reports() -> re.Pattern[str]:
    """Verbs of saying and wishing right after a body: it does not own the figures that it speaks of."""
    return re.compile(rf",? (?:(?:vừa|đã|mới|cũng) )?(?:{words('says')}|{words('wishes')})(?!\w)")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[\s“\"'(\-–•*+]*(?:(?:{words('sentence-openers')}),? ?)*\Z")


def source(view: TextView, sentence: Sentence, figure: At) -> At | None:
    """The body that gives the figure: ``theo X``, ``X cho biết``; in brackets, of the figure before alone."""
    if is_age(figure.value):
        return None
    lower = view.lower
    for at in sentence.near(sentence.agencies, figure):
        named = _named_as_source(lower, sentence, at)
        if named is not None:
            bracket = lower[max(0, named.start() - 1) : named.start()] == "("
            if bracket and not _stands_before(sentence, figure, named.start()):
                continue
            if bracket or at.end <= figure.start or at.start >= figure.end:
                return at
        elif at.end <= figure.start and _says().match(lower, at.end):
            return at
    return None


def _named_as_source(lower: str, sentence: Sentence, at: At) -> re.Match[str] | None:
    """The words before the body *at* that make it a source."""
    if not ends_lead(lower, sentence.start, at.start, _source_ends()):
        return None
    return _from_source().search(lower, max(sentence.start, at.start - 60), at.start)


def _stands_before(sentence: Sentence, figure: At, bracket: int) -> bool:
    """Whether *figure* is the last one before a *bracket*."""
    before = ended_before(sentence.figures, bracket, REACH)
    return bool(before) and before[-1].start == figure.start


def holder(view: TextView, sentence: Sentence, figure: At, given_by: At | None) -> At | None:
    """The body that owns what is measured or is the sentence's subject; not one that only gives figures."""
    if is_age(figure.value):
        return None
    lower = view.lower
    agencies = sentence.near(sentence.agencies, figure)
    for at in agencies:
        if at.start >= figure.end and lower[figure.end : at.start] in _OWNED:
            return at
    ahead = [at for at in agencies if at.end <= figure.start and at != given_by]
    if len(ahead) != 1 or not _opens_clause(view, sentence, ahead[0]):
        return None
    at = ahead[0]
    with_parent = given_by is not None and lower[at.end : given_by.start] in _PARENT
    return None if with_parent or _reports().match(lower, at.end) else at


@cache
def _province() -> re.Pattern[str]:
    names = sorted({province.name for province in provinces().values()}, key=lambda name: (-len(name), name))
    level = r"(?:[Tt]ỉnh |[Tt]hành phố |TP\.? ?)?"
    return re.compile(rf"(?<!\w)(?P<place>{level}(?:{'|'.join(names)}|HCM))(?!\w)")


@cache
def _owns() -> re.Pattern[str]:
    """Verbs that make the place before them the owner of the figure after: thu hút, đón, có."""
    return re.compile(rf" (?:(?:đã|đang|cũng|ước|dự kiến) )*(?:{words('owns')})(?!\w)")


def acting_place(view: TextView, sentence: Sentence) -> tuple[Place, int] | None:
    """The province that is the subject of *sentence*, and where its verb ends: ``Hà Nội thu hút 2 tỷ USD``.

    A place where something is done is not the subject.
    """
    start = _subject_start(view, sentence)
    last = sentence.figures[-1].start
    named = _province().match(view.plain, start, min(last, start + REACH))
    if named is None:
        return None
    owns = _owns().match(view.lower, named.end(), last)
    return (named.span("place"), owns.end()) if owns is not None else None


def place_of(
    view: TextView, figure: At, topic: Place | None, acting: tuple[Place, int] | None
) -> Place | None:
    """The province that a figure is about: the owner of its topic, else the *acting* one.

    An owned topic is ``doanh thu của tỉnh Hà Nam``.
    """
    if is_age(figure.value):
        return None
    if topic is not None:
        owned = view.lower.rfind(" của ", topic[0], topic[1])
        found = _province().match(view.plain, owned + len(" của "), topic[1]) if owned >= 0 else None
        if found is not None and found.end() == topic[1]:
            return found.span("place")
    if acting is None or acting[1] > figure.start:
        return None
    parted = _PARTED.search(view.lower, acting[0][1], figure.start)
    return None if parted is not None else acting[0]


def _subject_start(view: TextView, sentence: Sentence) -> int:
    """Where the sentence's subject begins: after its openers and a time that begins it."""
    start = sentence.start
    for time in sentence.times[:2]:
        if _opening().fullmatch(view.lower, start, time.start):
            start = time.end + (2 if view.lower.startswith(", ", time.end) else 1)
    while (opener := _opener().match(view.lower, start, sentence.end)) is not None and opener.end() > start:
        start = opener.end()
    return start


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"[\s“\"'(\-–•*+]*(?:theo [^,.;\n]{{1,80}}, |(?:{words('sentence-openers')}),? )?")


def _opens_clause(view: TextView, sentence: Sentence, at: At) -> bool:
    """Whether *at* begins the sentence, or follows a time that begins it."""
    start = sentence.start
    for time in sentence.times[:2]:
        if _opening().fullmatch(view.lower, start, time.start) and time.end <= at.start:
            start = time.end + (2 if view.lower.startswith(", ", time.end) else 0)
    return _opening().fullmatch(view.lower, start, at.start) is not None
