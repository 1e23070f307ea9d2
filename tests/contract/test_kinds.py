"""Every kind is a package of the same shape, and its rules keep their promises."""

import re

import pytest

from vnmedia import ParseError
from vnmedia.grammar import Grammar, Rule
from vnmedia.mentions import KINDS
from vnmedia.model import Context
from vnmedia.text import TextView

RULES = [(kind, rule) for kind, package in KINDS.items() for rule in package.RULES]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_exports_what_the_protocol_names(kind: str) -> None:
    """find, parse, render and RULES are there and exported."""
    assert {"RULES", "find", "parse", "render"} <= set(KINDS[kind].__all__)


@pytest.mark.parametrize("kind", KINDS)
def test_rules_are_there_and_named_once(kind: str) -> None:
    """A kind has rules, each with a name of its own and an example."""
    names = [rule.name for rule in KINDS[kind].RULES]
    assert names
    assert len(set(names)) == len(names)
    assert all(rule.examples for rule in KINDS[kind].RULES)


def reads_all(rule: Rule, view: TextView) -> bool:
    """Whether the pattern and build of *rule*, or its reading, take all of *view*."""
    if rule.read is not None:
        end, candidate = rule.read(view, 0) or (0, None)
        return candidate is not None and end == len(view.lower)
    match = re.fullmatch(rule.pattern, view.lower)
    return match is not None and rule.build(match) is not None


def read_at(rule: Rule, view: TextView) -> list[int]:
    """Where *rule* alone reads something; one that reads in place of a pattern may begin at any word."""
    if rule.read is None:
        return [hit.start for hit in Grammar([rule]).find(view)]
    starts = [word.start() for word in re.finditer(r"\w+", view.lower)]
    return [start for start in starts if (rule.read(view, start) or (0, None))[1] is not None]


@pytest.mark.parametrize(("kind", "rule"), RULES, ids=[f"{kind}: {rule.name}" for kind, rule in RULES])
def test_a_rule_reads_its_examples_and_not_its_counterexamples(kind: str, rule: Rule) -> None:
    """The pattern and build of a rule read each example whole, and nothing of a counterexample."""
    for example in rule.examples:
        view = TextView(example)
        assert reads_all(rule, view), example
        assert 0 in read_at(rule, view), example
    for counterexample in rule.counterexamples:
        assert not read_at(rule, TextView(counterexample)), counterexample


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text", ["", " ", "\n", "chưa rõ", "x" * 1000, "\x00", "\ud800", "ngày", "năm", "số", "Điều"]
)
def test_parse_refuses_what_is_not_one_value(kind: str, text: str) -> None:
    """parse raises the typed error, which carries the text, a place in it, and a reason."""
    with pytest.raises(ParseError) as caught:
        KINDS[kind].parse(text, Context())
    assert caught.value.quote == text
    start, end = caught.value.span
    assert 0 <= start <= end <= len(text)
    assert caught.value.reason


@pytest.mark.parametrize(("kind", "rule"), RULES, ids=[f"{kind}: {rule.name}" for kind, rule in RULES])
def test_no_pattern_nests_unbounded_repeats(kind: str, rule: Rule) -> None:
    """A repeat without bound inside a repeat without bound is how patterns come to backtrack badly."""
    assert not re.search(r"\((?:[^()\\]|\\.)*[*+](?:[^()\\]|\\.)*\)[*+](?!\+)", rule.pattern), rule.pattern


@pytest.mark.parametrize("word", ["của", "và", "là", "trong", "với", "từ", "tại", "có"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_mention_does_not_take_the_particle_that_follows(kind: str, word: str) -> None:
    """``quý II của công ty`` holds ``quý II``; no mention ends with a particle that leads to other words."""
    texts = (
        f"{example} {word} các công ty Hòa Phát" for rule in KINDS[kind].RULES for example in rule.examples
    )
    quotes = [mention.quote for text in texts for mention in KINDS[kind].find(text)]
    assert [quote for quote in quotes if quote.endswith(f" {word}")] == []
