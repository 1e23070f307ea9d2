"""Every named pattern of the kinds finds something in its examples, and nothing in its counterexamples."""

import re
import tomllib
from pathlib import Path

import pytest
from named import named_patterns

CASES = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))["pattern"]
PATTERNS = dict(named_patterns())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_pattern_finds_its_examples_and_nothing_in_its_counterexamples(case: dict) -> None:
    """By what it finds anywhere in the text."""
    pattern = PATTERNS[case["name"]]
    assert case["finds"]
    assert case["nothing"]
    for text in case["finds"]:
        assert pattern.search(text), text
    for text in case["nothing"]:
        assert not pattern.search(text), text


def test_every_pattern_has_examples() -> None:
    """Those that have none, and those that are gone."""
    named = {case["name"] for case in CASES}
    assert sorted(PATTERNS.keys() - named) == []
    assert sorted(named - PATTERNS.keys()) == []
    assert all(isinstance(pattern, re.Pattern) for pattern in PATTERNS.values())
