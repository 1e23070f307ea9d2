"""The corpus of figures: for each one what it measures, when, against what, which way, and as what."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

import vnmedia
from vnmedia.mentions import find

TEXTS = tomllib.loads(Path(__file__).with_name("figures.toml").read_text(encoding="utf-8"))["text"]
CONTEXT = vnmedia.Context(published=dt.date(2025, 10, 9))


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["text"][:40])
def test_what_each_figure_means(case) -> None:
    """Each figure is linked to the words that the case names, and to no others."""
    text = case["text"]
    found = []
    for mention in find(text, CONTEXT):
        if mention.kind != "statistic":
            continue
        value = mention.value
        spans = {name: getattr(value, name) for name in ("subject", "period", "baseline")}
        said = {name: span.of(text) for name, span in spans.items() if span is not None}
        said |= {
            name: getattr(value, name) for name in ("change", "role") if getattr(value, name) is not None
        }
        found.append({"quote": mention.quote} | said)
    assert found == case["figures"]
