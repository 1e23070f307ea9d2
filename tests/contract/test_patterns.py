"""Every named pattern of the kinds finds something in its examples, and nothing in its counterexamples."""

import re
import tomllib
from pathlib import Path

import pytest
from named import named_joints, named_patterns

from vnmedia.mentions import KINDS

KNOWN = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))
CASES, JOINT_CASES = KNOWN["pattern"], KNOWN["joint"]
RULE_CASES = tomllib.loads(Path(__file__).with_name("rule_words.toml").read_text(encoding="utf-8"))["rule"]
PATTERNS, JOINTS = dict(named_patterns()), dict(named_joints())


def check_readings(pattern: re.Pattern[str], readings: list[list[str]]) -> None:
    """In each text stands a word without which the first that *pattern* finds would be another."""
    for text, read in readings:
        found = pattern.search(text)
        assert (found.group() if found else "") == read, text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_pattern_finds_its_examples_and_nothing_in_its_counterexamples(case: dict) -> None:
    """By what it finds anywhere in the text."""
    pattern = PATTERNS[case["name"]]
    assert case["finds"]
    assert case["nothing"]
    for text in case["finds"]:
        assert pattern.search(text), text
    for text in case.get("whole", []):  # where less of it would be found too
        assert pattern.fullmatch(text), text
    for text in case.get("apart", []):  # what it does not read whole
        assert not pattern.fullmatch(text), text
    for text in case["nothing"]:
        assert not pattern.search(text), text
    check_readings(pattern, case.get("reads", []))


@pytest.mark.parametrize("case", JOINT_CASES, ids=lambda case: case["name"])
def test_a_joint_reads_each_of_its_words(case: dict) -> None:
    """What can be nothing at all has no counterexample, but reads more where its words stand."""
    check_readings(JOINTS[case["name"]], case["reads"])


def test_every_pattern_has_examples() -> None:
    """Those that have none, and those that are gone."""
    named = {case["name"] for case in CASES}
    assert sorted(PATTERNS.keys() - named) == []
    assert sorted(named - PATTERNS.keys()) == []
    assert all(isinstance(pattern, re.Pattern) for pattern in PATTERNS.values())


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda case: f"{case['kind']}: {case['name']}")
def test_a_rule_reads_each_word_of_its_pattern(case: dict) -> None:
    """Each text holds a word without which the rule's pattern would read something else."""
    (rule,) = (rule for rule in KINDS[case["kind"]].RULES if rule.name == case["name"])
    check_readings(re.compile(rule.pattern), case["reads"])
