"""Explaining the mentions of a text: which rule read each, and why other words are not mentions.

Finding costs nothing extra for it: an explanation reads the text again and records what happens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import attrs

from . import agencies, dates, instruments, officials, statistics
from .errors import ParseError
from .grammar import Grammar, attempts
from .mentions import KINDS, find
from .model import (
    Agency,
    Citation,
    Context,
    Mention,
    Official,
    Span,
    Statistic,
    TimeExpression,
    When,
    context_of,
)
from .model._said import in_plain_words
from .reading import Reading
from .text import TextView

__all__ = ["Explained", "Explanation", "Failure", "Made", "explain"]

#: The kinds whose rules have patterns.
_GRAMMARS: Mapping[str, Callable[[], Grammar[Any]]] = {
    "date": dates.grammar,
    "instrument": instruments.grammar,
    "statistic": statistics.grammar,
}
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_LINKS = ("period", "agency", "baseline", "subject", "source")
_MOST_FAILURES = 12
_MOST_PLACES = 40


@attrs.frozen(kw_only=True)
class Made:
    """A rule, a join of two expressions, or a link to other words, that gave part of a mention.

    Attributes:
        what: ``"rule"``, ``"join"``, ``"link"``, ``"context"``, or ``"open"`` for a field that stays open.
        name: The name of the rule or join; for a link or context, the field that it gave.
        where: The file and line of the rule or join, relative to the package; for a link, the words that it
            leads to; for context, what the context was; for an open field, what would settle it.
        span: Where the words that were read stand.
        quote: Those words.
    """

    what: str
    name: str
    where: str
    span: Span
    quote: str

    def __str__(self) -> str:
        if self.what in ("link", "context"):
            return f"{self.name} from {self.where}"
        if self.what == "open":
            return f"{self.name} stays open: {self.where}"
        return f"{self.what} “{self.name}” ({self.where}) reads “{self.quote}”"


@attrs.frozen(kw_only=True)
class Explanation:
    """How one mention came about: the rules first, then joins, links and context."""

    mention: Mention[Any]
    made: tuple[Made, ...]

    def __str__(self) -> str:
        mention = self.mention
        head = f"{mention.kind} “{_line(mention.quote)}” {mention.start}–{mention.end}"
        return "\n".join([head, f"  {mention.value!r}", *(f"  {one}" for one in self.made)])


@attrs.frozen(kw_only=True)
class Failure:
    """A rule that was tried and gave no mention.

    Attributes:
        kind: The kind of the rule.
        rule: Its name.
        where: The file and line of the rule, relative to the package.
        read: The words that it read, from the place where it was tried.
        reason: What stopped it.
    """

    kind: str
    rule: str
    where: str
    read: str
    reason: str

    def __str__(self) -> str:
        return f"{self.kind} rule “{self.rule}” ({self.where}) read “{_line(self.read)}”: {self.reason}"


#: A failure after what it is sorted by: whether its words are there, and less the more it has read.
_Ranked = tuple[bool, int, Failure]


@in_plain_words
@attrs.frozen(kw_only=True)
class Explained:
    """The explanations of a text; printed, they are lines for a terminal.

    Attributes:
        mentions: One explanation for each mention, in order; with a span, only for those that share words
            with it.
        failures: With a span, the rules that were tried in it without a mention, those that read most first.
    """

    mentions: tuple[Explanation, ...]
    failures: tuple[Failure, ...] = ()

    def __str__(self) -> str:
        parts = [str(one) for one in self.mentions]
        if self.failures:
            parts.append("\n".join(["tried, and no mention:", *(f"  {one}" for one in self.failures)]))
        return "\n\n".join(parts) or "no mention, and no rule begins with these words"


def explain(
    text: str,
    context: Context | None = None,
    *,
    published: When | None = None,
    span: Span | str | None = None,
) -> Explained:
    """Which rule, join, link and context gave each mention of *text*.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text, instead of *published*.
        published: When the text was published: a date, a date-time, or either in ISO 8601.
        span: A span of the text, or words of it as they stand there. Then only mentions that share words with
            it are explained, together with the rules that were tried there and gave no mention.

    >>> print(explain("Họp ngày 17/12.", published="2020-12-19").mentions[0].made[0].name)
    ngày/tháng
    >>> [failure.reason for failure in explain("Họp ngày 31/2.", span="ngày 31/2").failures][0]
    'no day 31 in month 2'

    Raises:
        TypeError: An argument is of another type.
        ValueError: *span* reaches beyond the text, or its words do not stand there.
    """
    reading = Reading(text, context_of(context, published=published))
    place = _place(reading.view, span)
    mentions = find(reading.view, reading.context)
    sources = _Sources(reading)
    chosen = [m for m in mentions if place is None or m.span.overlaps(place)]
    return Explained(
        mentions=tuple(Explanation(mention=m, made=tuple(sources.of(m))) for m in chosen),
        failures=tuple(_failures(reading, mentions, place)) if place is not None else (),
    )


def _place(view: TextView, span: Span | str | None) -> Span | None:
    if isinstance(span, str):
        words = TextView(span).text
        start = view.text.find(words)
        if start < 0 or not words:
            raise ValueError(f"span: {span!r:.80} does not stand in the text")
        return Span(start=start, end=start + len(words))
    if span is not None:
        span.of(view.text)
    return span


class _Sources:
    """The rules, joins, links and context that gave the mentions of one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._view = reading.view
        self._read: list[tuple[str, str, str, int, int]] = [
            ("rule", kind, hit.rule.name, hit.start, hit.end)
            for kind, grammar in _GRAMMARS.items()
            for hit in grammar().find(reading.view)
        ]
        self._read += [("rule", "agency", *form) for form in agencies.forms(reading.view)]
        self._read += [("join", "date", *join) for join in dates.joins_made(reading.view)]

    def of(self, mention: Mention[Any]) -> Iterator[Made]:
        start, end = self._view.locate(mention.span)
        for what, kind, name, first, last in self._read:
            if kind == mention.kind and first < end and start < last:
                yield self._made(what, name, _where(kind, name), first, last)
        if isinstance(mention.value, Official):
            before = self._view.text.startswith(mention.value.name, mention.start)
            name = officials.RULES[1 if before else 0].name
            yield self._made("rule", name, _where("official", name), start, end)
        yield from self._links(mention)
        for field, reason in mention.inferred.items():
            yield _made("context", field, self._context(reason), mention.span, mention.quote)
        for field, reason in _open_fields(mention.value, self._reading.context):
            yield _made("open", field, reason, mention.span, mention.quote)

    def _links(self, mention: Mention[Any]) -> Iterator[Made]:
        value = mention.value
        if isinstance(value, Statistic):
            for name in _LINKS:
                span: Span | None = getattr(value, name)
                if span is not None:
                    yield _made("link", name, f"“{_line(span.of(self._view.text))}”", span, mention.quote)
        if isinstance(value, Citation):
            yield from self._of_citation(mention, value)

    def _of_citation(self, mention: Mention[Any], value: Citation) -> Iterator[Made]:
        times = [time.mention for time in self._reading.times if time.mention.span.overlaps(mention.span)]
        bodies = [body.mention for body in self._reading.bodies if body.mention.span.overlaps(mention.span)]
        for day in times:
            if value.date is not None and value.date == day.value.start:
                yield _made("link", "date", f"the date “{_line(day.quote)}”", day.span, day.quote)
        for body in bodies:
            if value.issuer is not None and value.issuer.name == body.value.name:
                yield _made("link", "issuer", f"the body “{_line(body.quote)}”", body.span, body.quote)
        if value.instrument is not None and value.instrument.uri is not None:
            yield _made("link", "instrument", value.instrument.uri, mention.span, mention.quote)

    def _context(self, reason: str) -> str:
        published = self._reading.context.published
        return f"published, {published}" if reason == "published" and published is not None else reason

    def _made(self, what: str, name: str, where: str, start: int, end: int) -> Made:
        span = self._view.span(start, end)
        return _made(what, name, where, span, span.of(self._view.text))


def _open_fields(value: Any, context: Context) -> Iterator[tuple[str, str]]:
    """The fields that the text leaves open, and what would settle them."""
    if isinstance(value, Agency) and value.id is None and value.candidates:
        names = " or ".join(value.candidates)
        given = "" if context.day is not None or "day" not in value.reasons else "; `published` may tell"
        yield "id", f"it may be {names}{given}"
    if isinstance(value, TimeExpression) and value.edtf is not None and "XXXX" in value.edtf:
        yield "year", "the text does not tell it" + ("; `published` may tell" if context.day is None else "")


def _failures(reading: Reading, mentions: tuple[Mention[Any], ...], place: Span) -> list[Failure]:
    """The rules tried at the words of *place* that gave no mention there, those that read most first."""
    view = reading.view
    here = [mention for mention in mentions if mention.span.overlaps(place)]
    start, end = view.locate(place)
    found: list[_Ranked] = []
    for match in islice(_WORD.finditer(view.lower, start, end), _MOST_PLACES):
        at = match.start()
        place_at = view.span(at, at + 1)
        over = {mention.kind for mention in here if mention.span.overlaps(place_at)}
        for kind in [kind for kind in _GRAMMARS if kind not in over]:
            found += _rules_failed(kind, view, at, here)
        if "agency" not in over:
            found += [(False, -len(failure.read), failure) for failure in _bodies_failed(view, at)]
    found.sort(key=lambda one: one[:2])
    return [failure for _, _, failure in found[:_MOST_FAILURES]]


def _rules_failed(kind: str, view: TextView, at: int, here: list[Mention[Any]]) -> Iterator[_Ranked]:
    """The rules of *kind* tried at *at*, each with its rank."""
    for tried in attempts(_GRAMMARS[kind](), view, at):
        read = view.plain[at : tried.reached]
        reason = _reason(kind, tried.outcome, read, view.plain[tried.reached :], here)
        failure = _failure(kind, tried.rule.name, read, reason)
        yield tried.outcome == "words", at - tried.reached, failure


def _bodies_failed(view: TextView, start: int) -> Iterator[Failure]:
    """The forms of a body's name that the words at *start* have without being a mention."""
    for rule in agencies.RULES:
        read = rule.read(view, start) if rule.read is not None else None
        if read is not None:
            words = view.plain[start : read[0]]
            reason = "something beside it must say that a body is meant"
            yield _failure("agency", rule.name, words, reason)


def _failure(kind: str, rule: str, read: str, reason: str) -> Failure:
    return Failure(kind=kind, rule=rule, where=_where(kind, rule), read=read, reason=reason)


def _made(what: str, name: str, where: str, span: Span, quote: str) -> Made:
    return Made(what=what, name=name, where=where, span=span, quote=_line(quote))


def _reason(kind: str, outcome: str, read: str, rest: str, here: list[Mention[Any]]) -> str:
    if outcome == "words":
        following = _line(rest[:16])
        return (
            f"then other words than “{following}” are needed" if following else "then more words are needed"
        )
    if outcome == "surroundings":
        return "what stands before or after keeps it from being read"
    if outcome == "shorter":
        return "another rule reads more from there"
    over = next((mention for mention in here if mention.kind != kind), None)
    if kind == "statistic" and over is not None:
        return f"the number belongs to the {over.kind} “{_line(over.quote)}”"
    try:
        KINDS[kind].parse(read)
    except ParseError as error:
        return error.reason
    return "the words only look like one, or stand for one only after other words"


@cache
def _where(kind: str, name: str) -> str:
    """The file and line of the rule or join called *name*, relative to the package."""
    package = KINDS[kind].__name__.rpartition(".")[2]
    entries = sorted(files("vnmedia").joinpath(package).iterdir(), key=lambda entry: entry.name)
    defined = re.compile(rf"(?:^\s*|name=|ule\(){re.escape(chr(34) + name + chr(34))},")
    for entry in entries:
        if entry.name.endswith(".py"):
            for number, line in enumerate(entry.read_text(encoding="utf-8").splitlines(), 1):
                if defined.search(line):
                    return f"{package}/{entry.name}:{number}"
    return package  # made from a data file


def _line(text: str) -> str:
    """*text* on one line."""
    return " ".join(text.split())
