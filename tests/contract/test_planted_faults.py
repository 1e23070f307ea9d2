"""Each contract that keeps one reading of the same words fails where a fault of its kind is planted."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

import attrs
import patterns
import pytest
import test_crossing
import test_one_value
import test_openings
import test_patterns
import test_shared_words
from tests.property import test_one_answer

import vnmedia
from vnmedia import mentions
from vnmedia.grammar import Grammar, Rule, rules
from vnmedia.grammar.openings import Openings
from vnmedia.model import Context, Mention
from vnmedia.reading import Body, Reading, Time
from vnmedia.statistics import _rules as statistics_rules
from vnmedia.text import TextView


def fails(contract: Callable[..., None], *given: Any) -> bool:
    """Whether *contract* fails, an error in the planted fault itself aside."""
    try:
        contract(*given)
    except (AssertionError, ValueError):  # ValueError: one mention is expected and two are there, or none
        return True
    return False


# What a pattern reads, the engine reads.


def losing(*lost: str) -> Callable[[str], Openings]:
    """As ``openings_of``, but without the words *lost*, which a list of beginnings had forgotten."""

    def forgetful(pattern: str) -> Openings:
        found = known(pattern)
        kept = {head: after for head, after in found.followers.items() if head not in lost}
        return Openings(kept, found.glued)

    known = rules.openings_of
    return forgetful


#: Every fifth rule of each kind, and the word that its first example begins with.
BEGINNINGS = [
    (kind, rule, re.match(r"[^\W\d_]+", TextView(rule.examples[0]).lower))
    for kind, grammar in patterns.GRAMMARS.items()
    for rule in grammar.rules[::5]
]


@pytest.mark.parametrize(
    ("kind", "rule", "lost"),
    [(kind, rule, lost.group()) for kind, rule, lost in BEGINNINGS if lost is not None],
    ids=lambda given: getattr(given, "name", None),
)
def test_a_beginning_that_is_forgotten(
    kind: str, rule: Rule[Any], lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine misses a rule where the index of openings leaves out an example's first word."""
    contract = test_openings.test_what_a_pattern_reads_the_engine_reads
    assert not fails(contract, kind, rule)
    monkeypatch.setattr(rules, "openings_of", losing(lost))
    monkeypatch.setitem(patterns.GRAMMARS, kind, Grammar(patterns.GRAMMARS[kind].rules))
    assert fails(contract, kind, rule)


# A day, a body and a number have one value wherever they show.


class _Elsewhere(Reading):
    """A reading that gives other values to citations than the mentions of the same words have."""

    def day_at(self, start: int) -> Time | None:
        """The day in the year of the first full date before it."""
        time = super().day_at(start)
        years = (known.day.year for known in self.times if known.day is not None)
        day = time.day if time is not None else None
        year = next(years, None)
        if time is None or day is None or year is None:
            return time
        value = attrs.evolve(time.mention.value, start=day.replace(year=year), end=day.replace(year=year))
        return time._replace(mention=attrs.evolve(time.mention, value=value))

    def body_at(self, start: int) -> Body | None:
        """The body as the words after *start* alone tell it."""
        found = Reading(self.view.text[start:], self.context).body_at(0)
        return found and Body(found.start + start, found.end + start, found.mention)


def read_elsewhere(view: Any, context: Context = Context()) -> Sequence[Mention[Any]]:
    reading = Reading.of(view, context)
    return instruments(_Elsewhere(reading.view, reading.context))


instruments, statistics = mentions.instruments.find, mentions.statistics.find_outside
A_DAY, PUBLISHED = "ngày 20/11", dt.date(2020, 12, 19)


@pytest.mark.parametrize(
    ("contract", "given"),
    [
        (
            test_one_value.test_a_citation_has_the_day_of_the_date_mention_in_the_same_words,
            (A_DAY, PUBLISHED),
        ),
        (test_one_value.test_a_citation_has_the_body_of_the_agency_mention_in_the_same_words, ("UBND tỉnh",)),
    ],
)
def test_a_citation_with_a_reading_of_its_own(
    contract: Callable[..., None], given: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another day than the date mention's, another body than the agency mention's."""
    assert not fails(contract, *given)
    monkeypatch.setattr(mentions.instruments, "find", read_elsewhere)
    assert fails(contract, *given)


def test_a_figure_with_a_number_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A point that figures take for the mark of thousands, and numbers for that of decimals."""
    contract = test_one_value.test_a_figure_has_the_value_of_its_number_alone
    assert not fails(contract, "2.5")
    own = statistics_rules.digits
    monkeypatch.setattr(statistics_rules, "digits", lambda text: own(text.replace(".", "")))
    assert fails(contract, "2.5")


# Every named pattern has examples and counterexamples.


@pytest.mark.parametrize("blind", ["(?!)", ""])
@pytest.mark.parametrize("case", test_patterns.CASES, ids=lambda case: case["name"])
def test_a_pattern_that_finds_nothing_or_anything(
    case: dict[str, Any], blind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its examples notice the one, its counterexamples the other."""
    monkeypatch.setitem(test_patterns.PATTERNS, case["name"], re.compile(blind))
    assert fails(test_patterns.test_a_pattern_finds_its_examples_and_nothing_in_its_counterexamples, case)


def test_a_pattern_without_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new one is missed in the list, and one that is gone."""
    contract = test_patterns.test_every_pattern_has_examples
    assert not fails(contract)
    with monkeypatch.context() as planted:
        planted.setitem(test_patterns.PATTERNS, "dates._days._NEW", re.compile("mới"))
        assert fails(contract)
    monkeypatch.delitem(test_patterns.PATTERNS, next(iter(test_patterns.PATTERNS)))
    assert fails(contract)


# No mention ends inside another, and every finder gives what all give together.

#: A number that only looks like a figure: it is part of a body's name, or of a citation.
BESIDE = ("Đội 5 người", "Chương trình số 5 người")


def fewer(finder: Callable[..., Sequence[Mention[Any]]]) -> Callable[..., tuple[Mention[Any], ...]]:
    """*finder* without the first mention."""
    return lambda *given, **named: tuple(finder(*given, **named))[1:]


def test_figures_that_give_way_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures of numbers that are a date's, a name's or a citation's are noticed, whatever the kind."""
    assert not any(fails(test_shared_words.check, text) for text in BESIDE)
    monkeypatch.setattr(mentions, "_outside", lambda figures, _others: figures)
    monkeypatch.setattr(mentions.statistics, "find_outside", lambda view, _taken: statistics(view))
    assert all(fails(test_shared_words.check, text) for text in BESIDE)
    figures = test_crossing.test_figures_and_times_side_by_side.hypothesis.inner_test
    assert fails(figures, "cách đây 3 ngày", " ", "tám trên một trăm", True)


@pytest.mark.parametrize("kind", test_shared_words.FINDERS)
def test_a_finder_that_gives_less_than_an_article(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The public finder of each kind is compared with the article's mentions of it."""
    text = "Năm 2020, Thứ trưởng Bộ Y tế Lê Văn An ký Quyết định số 5/QĐ-BYT chi 7,5 triệu đồng."
    assert not fails(test_shared_words.check, text)
    monkeypatch.setitem(test_shared_words.FINDERS, kind, fewer(test_shared_words.FINDERS[kind]))
    assert fails(test_shared_words.check, text)


def test_a_resolver_with_an_answer_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """``resolve_agency`` that does not heed the day gives another body than the finder."""
    name, day = "Bộ Thông tin và Truyền thông", dt.date(2025, 7, 1)
    test_one_answer.one_answer(name, day)
    resolve = vnmedia.resolve_agency
    monkeypatch.setattr(vnmedia, "resolve_agency", lambda text, on=None: resolve(text))
    assert fails(test_one_answer.one_answer, name, day)
