"""Headings and reports, whose time holds for the figures that follow."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .. import registries
from ..clauses import names_measure
from ..grammar import any_word
from ..registries import Pattern
from ..text import places_of
from ._sentences import FAR, At, Sentence, words

__all__ = [
    "goal_parts",
    "heads_figures",
    "is_heading",
    "leads_list",
    "may_open",
    "opens_sentence",
    "sums_up",
    "tells_figures",
]

# (BKTO) -; TPO -; Hà Nội (TTXVN) -
_DATELINE = r"(?:[^\W\d_ ]{0,12}(?: [^\W\d_ ]{1,12})? ?\([^()\n]{2,30}\) ?[-–]? |[\w.]{2,12} [-–] )?"
_DATELINE_MARKS = Pattern("[(–-]")
_NUMBERED = Pattern(r"\s*(?:[ivx]{1,5}|[0-9]{1,2})[.)]\s")
# Before the time of a cumulative figure: lũy kế 8 tháng.
_CUMULATIVE = Pattern(r"(?<!\w)(?:lũy kế|luỹ kế|tính chung|cộng dồn)(?: trong| cả)? \Z")
#: How what it finds ends: most times follow none of these, and need no search.
_CUMULATIVE_ENDS = ("kế ", "chung ", "dồn ", "trong ", "cả ")
#: The words of a heading of goals, and how far from its line's beginning they stand.
_GOAL_WORDS, _LONGEST_NUMBER = ("mục tiêu", "chỉ tiêu"), 60
# A heading of goals by itself: 2. Mục tiêu cụ thể đến năm 2030:
_GOALS = Pattern(
    r"(?:\A|\n)[ \t]*(?:(?P<number>[ivx]{1,5}|[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđ])[.)] )?"
    r"(?:về )?(?:các )?(?:mục tiêu|chỉ tiêu)(?: (?:chung|cụ thể|tổng quát|chủ yếu|phấn đấu))*"
    r"(?: (?:đến|giai đoạn|trong|năm) [^\n.;:]{0,40})?:?(?=\n)"
)
# A line after such a heading that is no member of its list.
_NO_MEMBER = Pattern(r"\n[ \t]*(?![-–+•*]|[0-9a-zđ]{1,2}[.)] |\n)(?=[^\n]{0,90}[^\n.;:,]\n)")
_AFTER_ROMAN = Pattern(r"\n[ \t]*(?:[ivx]{1,5}[.)]|điều [0-9]+\.) ")
_AFTER_DIGIT = Pattern(r"\n[ \t]*(?:(?:[0-9]{1,2}|[ivx]{1,5})[.)]|điều [0-9]+\.) ")
_AFTER_LETTER = Pattern(r"\n[ \t]*(?:(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđ]|[ivx]{1,5})[.)]|điều [0-9]+\.) ")
#: A heading is shorter than this, and no full stop ends it.
_LONGEST = 120


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before a sentence's first time if that time holds for the whole sentence."""
    return re.compile(
        rf"{_DATELINE}[\s“\"'(\-–•*+]*"
        rf"(?:(?:{words('sentence-openers')}|theo [^,.;]{{1,80}},"
        rf"|theo(?: (?:{words('source-of')}))+ [^,.;]{{1,70}} trong|cả),? ?)*\Z"
    )


@cache
def _opening_syllables() -> frozenset[str]:
    """The first syllables of sentence openers."""
    openers = registries.words("link_words/sentence-openers")
    return frozenset((*(word.partition(" ")[0] for word in openers), "theo", "cả", "riêng"))


def opens_sentence(lower: str, start: int, position: int) -> bool:
    """Whether a time at *position* opens the sentence that begins at *start*."""
    if position <= start:
        return position == start
    if position - start > FAR:
        return False
    opens = may_open(lower[start : min(position, start + 8)]) or _DATELINE_MARKS.search(
        lower, start, position
    )
    return bool(opens) and _opening().fullmatch(lower, start, position) is not None


@lru_cache(maxsize=4096)  # few words begin sentences
def may_open(words: str) -> bool:
    """Whether *words*, in small letters, eight at most, begin with a mark or an opener's syllable."""
    first = words.partition(" ")[0]
    return first in _opening_syllables() or not first.isalpha()


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word(registries.words('link_words/reported'))})(?!\w)")


@cache
def _tasks() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word(registries.words('link_words/tasks'))})(?!\w)")


def is_heading(lower: str, sentence: Sentence) -> bool:
    """Whether *sentence* is a short line by itself, with no figure and no full stop."""
    if sentence.figures:
        return False
    end = lower.find("\n", sentence.start, sentence.start + _LONGEST)
    line_ends = end >= 0 or len(lower) - sentence.start < _LONGEST
    begins = sentence.start <= 1 or lower.rfind("\n", sentence.start - 2, sentence.start) >= 0
    ended = lower[sentence.end - 1 : sentence.end] in tuple(".!?;")
    return begins and line_ends and not ended


def heads_figures(lower: str, sentence: Sentence, time: At) -> bool:
    """Whether a heading with *time* opens a part with figures: it is numbered, or names what is measured."""
    if _tasks().search(lower, sentence.start, sentence.end):
        return False
    lead = lower[sentence.start : time.start]
    return _NUMBERED.match(lead) is not None or _reported().search(lead) is not None or names_measure(lead)


def tells_figures(lower: str, start: int, end: int) -> bool:
    """Whether the words from *start* to *end* announce numbers, not tasks."""
    return _reported().search(lower, start, end) is not None and _tasks().search(lower, start, end) is None


def sums_up(lower: str, start: int) -> bool:
    """Whether the time at *start* is that of a cumulative figure: ``lũy kế 8 tháng``."""
    may_sum_up = lower.endswith(_CUMULATIVE_ENDS, 0, start)
    return may_sum_up and _CUMULATIVE.search(lower, start - 16, start) is not None


def goal_parts(lower: str) -> list[tuple[int, int]]:
    """Where the parts of a text begin and end whose heading says that goals follow: ``II. MỤC TIÊU``."""
    parts: list[tuple[int, int]] = []
    for goal in places_of(lower, _GOAL_WORDS):
        line = max(0, lower.rfind("\n", max(0, goal - _LONGEST_NUMBER), goal))
        heading = _GOALS.match(lower, line) if goal - line <= _LONGEST_NUMBER else None
        start = heading.end() if heading is not None else 0
        if heading is None or (parts and start <= parts[-1][1]):
            continue
        end = _end_of_part(heading["number"]).search(lower, start)
        parts.append((start, end.start() if end is not None else len(lower)))
    return parts


def _end_of_part(number: str | None) -> Pattern:
    """What ends a part whose heading has the *number*: the next heading numbered like it, or a Điều."""
    if number is None:
        return _NO_MEMBER
    return (
        _AFTER_ROMAN if not set(number) - set("ivx") else _AFTER_DIGIT if number.isdigit() else _AFTER_LETTER
    )


def leads_list(lower: str, sentence: Sentence, time: At) -> bool:
    """Whether a stretch of time ends the words before a colon and the figures: ``Kết quả năm 2024: …``."""
    if not lower.startswith((": ", ":\n"), time.end) or time.value.start == time.value.end:
        return False
    return not sentence.figures or time.end < sentence.figures[0].start
