"""What a figure is about: the time it holds for, the body it comes from, what is measured, its baseline.

Only what the words of one sentence say plainly is linked; a figure keeps None where two readings are open.
Each link is the span of the words, and where those are a mention of another kind, exactly that mention's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal

import attrs

from .model import Mention, Span, Statistic, TimeExpression
from .registries import WordList, load
from .text import TextView, sentence_ends, trimmed

__all__ = ["link_figures"]

# Words are read in small windows beside a figure, so that the work is bounded by the number of figures.
_REACH = 160
#: How far ahead of a figure its time or its body may stand.
_FAR = 400
_PART_END = re.compile(r"[.;:!?\n]")
_CLAUSE_END = re.compile(r"[.;:!?()\n]")

_COMPARED = re.compile(
    r"[^.;:!?()\n0-9]{0,60}?\bso với (?P<words>(?:mức |thời điểm |con số |cùng thời điểm |hồi )?)"
)
_WHAT = re.compile(r"(?:[^\W\d_]+(?: (?=\w))?){1,8}")
_AHEAD = re.compile(r"\bso với (?P<what>[^,]{2,60}?)(?: đã| lại)? (?:tăng|giảm)(?: [^\W\d_]+){0,3} ?\Z")
_FROM = re.compile(r"(?:^|\W)từ (?:mức )?$")
_REACHES: dict[str, Literal["increase", "decrease"]] = {
    "lên": "increase",
    "xuống": "decrease",
    "còn": "decrease",
}
_TO = re.compile(
    r"[^.;:!?()\n0-9]{0,30}? (?P<way>lên|xuống|còn)(?: (?:còn|đến|tới|mức|khoảng|gần|hơn|trên|dưới))* ?"
    r"|(?:[^.;:!?()\n]{0,30}?) (?P<way2>lên|xuống|còn)(?: (?:còn|đến|tới|mức))* "
)
_JOINED = re.compile(r",? ?(?:vào|trong|của|hồi|ở|tại|năm|ngay|cho|từ|tính đến|đến)? ?")
_OWN_VERB = re.compile(r"(?:ước đạt|ước tính đạt|đạt|ước) ")
_CLAUSE_START = re.compile(r"[.;:!?()\n]|, ")


@cache
def _words(id: str) -> str:
    """One list's words as alternatives, in its order."""
    return "|".join(load("link_words.toml", WordList)[id].words)


@cache
def _what_ends() -> re.Pattern[str]:
    """Where the words after ``so với`` end."""
    return re.compile(rf" (?:{_words('baseline-ends')})\b.*")


@cache
def _of_plan() -> re.Pattern[str]:
    plan = rf"(?:{_words('plan')})(?: (?:{_words('plan-of')})\b){{0,3}}"
    return re.compile(rf" (?:so với )?(?P<what>{plan})")


@cache
def _from_source() -> re.Pattern[str]:
    return re.compile(rf"(?:theo|từ)(?: (?:{_words('source-of')})){{0,6}} $")


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the first time or subject of a sentence."""
    return re.compile(rf"[\s“\"'(\-–•*]*(?:(?:{_words('sentence-openers')}),? )*$")


@cache
def _measured() -> re.Pattern[str]:
    """A subject, and the verb that leads to its figure."""
    verb = rf"(?:(?:{_words('leading-before')}) ){{0,3}}(?:{_words('leading-verbs')})"
    return re.compile(rf"(?P<what>\S[^.;:!?()\n]*?) {verb}(?: (?:{_words('leading-behind')})){{0,4}} ?\Z")


@cache
def _no_subject() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('no-subject')}|[0-9]+)(?!\w)")


@cache
def _clause_opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('clause-openers')}),? |,? (?=\w)")


@attrs.frozen
class _At:
    """A mention and where it stands in the view."""

    start: int
    end: int
    mention: Mention[Any]


@attrs.define
class _Sentence:
    start: int
    end: int
    figures: list[_At] = attrs.field(factory=list)
    times: list[_At] = attrs.field(factory=list)
    agencies: list[_At] = attrs.field(factory=list)

    def near(self, mentions: list[_At], figure: _At) -> list[_At]:
        """Those of *mentions* near enough to *figure* to be linked to it, and the sentence's first."""
        first = bisect_left(mentions, figure.start - _FAR, key=_start)
        last = bisect_left(mentions, figure.end + _REACH, key=_start)
        return mentions[:1] * (first > 0) + mentions[first:last]


def _start(at: _At) -> int:
    return at.start


def link_figures(view: TextView, mentions: Sequence[Mention[Any]]) -> list[Mention[Any]]:
    """*mentions* with the figures among them linked; the others as they are.

    Args:
        view: The text that the mentions were found in.
        mentions: The mentions of all kinds, by start.
    """
    linked = (
        _linked(view, sentence, index)
        for sentence in _with_figures(view, mentions)
        for index in range(len(sentence.figures))
    )
    return [next(linked) if mention.kind == "statistic" else mention for mention in mentions]


def _with_figures(view: TextView, mentions: Sequence[Mention[Any]]) -> Iterable[_Sentence]:
    """The sentences that hold a figure, in order, with their mentions; what a citation holds is left out."""
    figures = [mention for mention in mentions if mention.kind == "statistic"]
    if not figures:
        return ()
    ends = [*sentence_ends(view.plain), len(view.plain)]
    found: dict[int, _Sentence] = {}
    cited = 0
    for mention in figures:
        at = _At(*view.locate(mention.span), mention)
        index = bisect_right(ends, at.start)
        if index not in found:
            found[index] = _Sentence(*trimmed(view.plain, ends[index - 1] if index else 0, ends[index]))
        found[index].figures.append(at)
    for mention in mentions:
        kind = mention.kind
        if kind not in ("instrument", "agency", "date"):
            continue
        start, end = view.locate(mention.span)
        if kind == "instrument":
            cited = max(cited, end)
        elif start >= cited and (sentence := found.get(bisect_right(ends, start))) is not None:
            if kind == "agency":
                sentence.agencies.append(_At(start, end, mention))
            elif _is_placed(mention.value):
                sentence.times.append(_At(start, end, mention))
    return found.values()


def _is_placed(value: TimeExpression) -> bool:
    return value.every is None and (value.start is not None or value.end is not None)


def _linked(view: TextView, sentence: _Sentence, index: int) -> Mention[Statistic]:
    figure = sentence.figures[index]
    mention, value = figure.mention, figure.mention.value
    change, baseline = _baseline(view, sentence, index)
    subject = _subject(view, sentence, index)
    links = {
        "change": change or value.change,
        "baseline": baseline and view.span(*baseline),
        "period": _period(view, sentence, figure, baseline),
        "agency": _agency(view, sentence, figure),
        "subject": subject and view.span(*subject),
    }
    if all(getattr(value, name) == link for name, link in links.items()):
        return mention
    return attrs.evolve(mention, value=attrs.evolve(value, **links))


def _baseline(
    view: TextView, sentence: _Sentence, index: int
) -> tuple[Literal["increase", "decrease"] | None, tuple[int, int] | None]:
    """What the figure is compared with, and the direction where that is the level before."""
    figure = sentence.figures[index]
    level = _level_before(view, sentence, index)
    if level is not None:
        return level
    lower, limit = view.lower, min(sentence.end, figure.end + _REACH)
    plan = _of_plan().match(lower, figure.end, limit)
    if plan is not None:
        return None, plan.span("what")
    compared = _COMPARED.match(lower, figure.end, limit)
    if compared is None:
        ahead = _compared_ahead(lower, sentence, figure)
        if ahead is not None:
            return None, ahead
        return None, _time_behind(lower, sentence, figure)
    start, words = compared.end(), compared.start("words")
    for at in (*sentence.near(sentence.times, figure), *sentence.figures[index + 1 : index + 2]):
        if words <= at.start <= start + 12 and not _CLAUSE_END.search(lower, start, max(start, at.start)):
            return None, (at.start, at.end)
    what = _WHAT.match(lower, start, limit)
    if what is None:
        return None, None
    text = _what_ends().sub("", what.group()).rstrip()
    return (None, (start, start + len(text))) if text else (None, None)


def _compared_ahead(lower: str, sentence: _Sentence, figure: _At) -> tuple[int, int] | None:
    """What stands between ``so với`` and the verb before the figure: so với cùng kỳ giảm 12%."""
    start = max(sentence.start, figure.start - _REACH)
    if lower.find("so với", start, figure.start) < 0:
        return None
    start = _clause_start(lower, start, figure.start)
    compared = _AHEAD.search(lower, start, figure.start)
    if compared is None:
        return None
    begin, end = compared.span("what")
    times = [at for at in sentence.near(sentence.times, figure) if begin <= at.start and at.end <= end]
    return (times[0].start, times[0].end) if times and times[0].start <= begin + 12 else (begin, end)


def _time_behind(lower: str, sentence: _Sentence, figure: _At) -> tuple[int, int] | None:
    """The time right behind a number of times: gấp 2 lần năm ngoái."""
    if figure.mention.value.unit != "lần":
        return None
    times = sentence.near(sentence.times, figure)
    return next(((at.start, at.end) for at in times if lower[figure.end : at.start] == " "), None)


def _level_before(
    view: TextView, sentence: _Sentence, index: int
) -> tuple[Literal["increase", "decrease"], tuple[int, int]] | None:
    """For the second figure of ``từ 50% lên 70%``, the way it goes and the first."""
    if not index:
        return None
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    if before.mention.value.unit != figure.mention.value.unit or figure.start - before.end > 60:
        return None
    to = _TO.fullmatch(view.lower, before.end, figure.start)
    if to is None or not _FROM.search(view.lower, max(0, before.start - 12), before.start):
        return None
    return _REACHES[to["way"] or to["way2"]], (before.start, before.end)


def _period(
    view: TextView, sentence: _Sentence, figure: _At, baseline: tuple[int, int] | None
) -> Span | None:
    """The one time that the figure can hold for.

    It stands right behind the figure, else before it in its part of the sentence, else it opens the sentence.
    """
    lower = view.lower
    times = [
        at for at in sentence.near(sentence.times, figure)
        if (baseline is None or at.end <= baseline[0] or at.start >= baseline[1])
        and not lower.startswith(("so với ", "hơn ", "từ "), max(0, at.start - 7))
    ]  # fmt: skip
    behind = next((at for at in times if at.start >= figure.end), None)
    if behind is not None and _JOINED.fullmatch(lower, figure.end, behind.start):
        return behind.mention.span
    ahead = [at for at in times if at.end <= figure.start]
    if not ahead:
        return times[0].mention.span if len(times) == 1 and len(sentence.figures) == 1 else None
    last = ahead[-1]
    opens = len(ahead) == 1 and _opening().fullmatch(lower, sentence.start, last.start) is not None
    return last.mention.span if opens or not _PART_END.search(lower, last.end, figure.start) else None


def _agency(view: TextView, sentence: _Sentence, figure: _At) -> Span | None:
    """The body that the sentence gives as its source, that owns what is counted, or that is its subject."""
    lower = view.lower
    agencies = sentence.near(sentence.agencies, figure)
    for at in agencies:
        if at.start >= figure.end and lower[figure.end : at.start] in (" của ", " thuộc ", " tại ", " do "):
            return at.mention.span
    ahead = [at for at in agencies if at.end <= figure.start]
    for at in ahead:
        if _from_source().search(lower, max(sentence.start, at.start - 60), at.start):
            return at.mention.span
    if len(ahead) == 1 and _opens_clause(view, sentence, ahead[0]):
        return ahead[0].mention.span
    return None


def _opens_clause(view: TextView, sentence: _Sentence, at: _At) -> bool:
    """Whether *at* is where the sentence begins, or stands right behind a time that does."""
    start = sentence.start
    for time in sentence.times[:2]:
        if _opening().fullmatch(view.lower, start, time.start) and time.end <= at.start:
            start = time.end + (2 if view.lower.startswith(", ", time.end) else 0)
    return _opening().fullmatch(view.lower, start, at.start) is not None


def _subject(view: TextView, sentence: _Sentence, index: int) -> tuple[int, int] | None:
    """The words before the verb that leads to the figure, where a clause begins with them."""
    figure = sentence.figures[index]
    lower = view.lower
    verb = _OWN_VERB.match(lower, figure.start, figure.end)
    end = verb.end() - 1 if verb else figure.start
    start = _clause_start(lower, max(sentence.start, figure.start - _REACH), end)
    if index and start <= sentence.figures[index - 1].end:
        return None
    for at in sentence.near(sentence.times, figure):
        if start <= at.start and at.end <= figure.start:
            start = at.end
    while (lead := _clause_opening().match(lower, start, end)) is not None:
        start = lead.end()
    measured = _measured().match(lower, start, end)
    if measured is None or _no_subject().match(measured["what"]) or measured["what"].count(" ") > 11:
        return None
    return measured.span("what")


def _clause_start(lower: str, start: int, end: int) -> int:
    ends = [boundary.end() for boundary in _CLAUSE_START.finditer(lower, start, end)]
    return ends[-1] if ends else start
