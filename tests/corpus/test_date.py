"""The corpus of time expressions: every phrasing gives its value, nothing else is a time."""

import tomllib
from pathlib import Path

import pytest
from edtf import parse_edtf

from vnmedia import Context, dates
from vnmedia.dates._joins import JOINS

CORPUS = tomllib.loads(Path(__file__).with_name("date.toml").read_text(encoding="utf-8"))
FIELDS = {
    "edtf": str, "start": str, "end": str, "time": str, "duration": str, "duration_max": str, "every": str,
    "times": int, "rule": str, "calendar": str, "modifier": str, "part_of_day": str,
}  # fmt: skip


@pytest.mark.parametrize("case", CORPUS["case"], ids=lambda case: case["text"])
def test_a_phrasing_gives_its_value(case) -> None:
    """The whole phrasing is one expression with the value that the case names."""
    value = dates.parse(case["text"], Context(published=case.get("reference")))
    given = {name: case[name] for name in FIELDS if name in case}
    said = {name: getattr(value, name) for name in given}
    assert {name: FIELDS[name](said[name]) for name in said} == given
    assert [f"{hour:%H:%M}" for hour in value.hours] == case.get("hours", [])
    assert ("every" in case, "duration" in case) == (value.every is not None, value.duration is not None)


@pytest.mark.parametrize("case", CORPUS["inside"], ids=lambda case: case["text"])
def test_the_expressions_of_a_sentence(case) -> None:
    """The expressions have their own words, and the one that is named its value."""
    found = dates.find(case["text"], Context(published=case.get("reference")))
    assert [mention.quote for mention in found] == case["quotes"]
    value = [mention.value for mention in found if mention.quote == case["quote"]][-1]
    given = {name: case[name] for name in FIELDS if name in case}
    assert {name: FIELDS[name](getattr(value, name)) for name in given} == given


@pytest.mark.parametrize("text", CORPUS["none"]["texts"])
def test_what_is_no_time(text) -> None:
    """Ordinals, fractions, scores, numbers of documents, streets and impossible days are nothing."""
    assert not dates.find(text)


@pytest.mark.parametrize(
    "example",
    [example for joins in JOINS for join in joins for example in join.examples],
)
def test_a_join_reads_its_examples(example) -> None:
    """What a join makes of its example fills it."""
    (mention,) = dates.find(example)
    assert mention.quote == example


@pytest.mark.parametrize(
    "case", [case for case in CORPUS["case"] if "edtf" in case], ids=lambda case: case["text"]
)
def test_an_independent_reader_reads_each_edtf_string(case) -> None:
    """The edtf package parses every string, and where both bounds are known it gives the same."""
    value = dates.parse(case["text"], Context(published=case.get("reference")))
    read = parse_edtf(value.edtf)
    for ours, theirs in ((value.start, read.lower_strict()), (value.end, read.upper_strict())):
        if ours is not None:
            assert tuple(theirs[:3]) == (ours.year, ours.month, ours.day)
