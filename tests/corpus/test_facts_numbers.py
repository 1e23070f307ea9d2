"""Every example of the list of facts about numerals gives what is right."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from vnmedia import statistics
from vnmedia.numbers import parse_number, parse_roman

PATH = Path(__file__).with_name("facts_numbers.toml")
FACTS = tomllib.loads(PATH.read_text(encoding="utf-8"))["fact"]
FIELDS = ("value", "low", "high", "of", "unit", "qualifier", "per", "change")


def test_every_example_is_here() -> None:
    """The list has 204 examples."""
    assert [fact["id"] for fact in FACTS] == list(range(1, 205))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['id']}: {fact['text']}")
def test_a_fact(fact) -> None:
    """A numeral has its value, a text its figures with their fields, everything else none."""
    if "roman" in fact:
        assert parse_roman(fact["roman"]) == int(fact["number"])
    elif "number" in fact:
        assert parse_number(fact["text"]) == Decimal(fact["number"])
    found = []
    for mention in statistics.find(fact["text"]):
        fields = {name: getattr(mention.value, name) for name in FIELDS}
        shown = {
            name: f"{v:f}" if isinstance(v, Decimal) else v for name, v in fields.items() if v is not None
        }
        found.append({"quote": mention.quote, **shown})
    assert found == fact.get("figures", [])
