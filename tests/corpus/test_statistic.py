"""The corpus of figures: every phrasing gives its value, every rule is hit, nothing else is a figure."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from vnmedia import statistics
from vnmedia.grammar import Grammar
from vnmedia.text import TextView

CORPUS = tomllib.loads(Path(__file__).with_name("statistic.toml").read_text(encoding="utf-8"))
FIELDS = ("value", "low", "high", "unit", "qualifier", "per", "of")
PHRASINGS = [(text, case) for case in CORPUS["figure"] for text in case["texts"]]
NONE = [text for case in CORPUS["none"] for text in case["texts"]]


@pytest.mark.parametrize(("text", "case"), PHRASINGS, ids=[text for text, _ in PHRASINGS])
def test_a_phrasing_gives_its_value(text, case) -> None:
    """The whole phrasing is one figure, with the value, unit, qualifier, per and of that the case names."""
    figure = statistics.parse(text)
    wanted = {
        name: Decimal(case[name])
        if name in case and name in ("value", "low", "high", "of")
        else case.get(name)
        for name in FIELDS
    }
    assert {name: getattr(figure, name) for name in FIELDS} == wanted


@pytest.mark.parametrize("case", CORPUS["inside"], ids=lambda case: case["text"][:30])
def test_the_figures_of_a_sentence(case) -> None:
    """Several figures in one sentence each keep their own words."""
    assert [mention.quote for mention in statistics.find(case["text"])] == case["quotes"]


@pytest.mark.parametrize("case", CORPUS["sentence"], ids=lambda case: case["text"][:30])
def test_each_figure_of_a_sentence_has_its_unit(case) -> None:
    """A sentence gives these figures and no others, each with its value and its unit, or with none."""
    found = [(m.quote, m.value.value, m.value.unit or "") for m in statistics.find(case["text"])]
    assert found == [(quote, Decimal(value), unit) for quote, value, unit in case["figures"]]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(text) -> None:
    """Dates, ordinals, codes, names with a number, scores and versions are nothing."""
    assert statistics.find(text) == ()
    assert statistics.find(f"Theo {text}, có") == ()


def test_every_rule_is_hit() -> None:
    """Each rule reads some phrasing of the corpus."""
    grammar = Grammar(statistics.RULES)
    hit = {found.rule.name for text, _ in PHRASINGS for found in grammar.find(TextView(text))}
    assert hit == {rule.name for rule in statistics.RULES}


@pytest.mark.parametrize(
    "carrier", ["{}", "Đến nay có {}.", "({})", "Theo báo cáo:\n- {};", "“{}”, ông nói", "{} là con số lớn"]
)
@pytest.mark.parametrize(("text", "case"), PHRASINGS[::5], ids=[text for text, _ in PHRASINGS[::5]])
def test_a_figure_keeps_its_value_in_a_sentence(carrier, text, case) -> None:
    """Whatever stands around a figure, its value and unit stay."""
    (found,) = statistics.find(carrier.format(text))
    alone = statistics.parse(text)
    assert (found.value.value, found.value.low, found.value.unit) == (alone.value, alone.low, alone.unit)


@pytest.mark.parametrize(("text", "case"), PHRASINGS, ids=[text for text, _ in PHRASINGS])
def test_the_canonical_form_reads_back(text, case) -> None:
    """parse undoes render, whatever phrasing the value came from."""
    figure = statistics.parse(text)
    assert statistics.parse(statistics.render(figure)) == figure
