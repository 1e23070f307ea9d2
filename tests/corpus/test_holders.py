"""The corpus of holders: for each figure the body or place that it is about, and who gives it."""

import tomllib
from pathlib import Path

import pytest

from vnmedia.mentions import find

TEXTS = tomllib.loads(Path(__file__).with_name("holders.toml").read_text(encoding="utf-8"))["text"]


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["text"][:40])
def test_whom_each_figure_is_about_and_who_gives_it(case) -> None:
    """Each figure has the holder and the source that the case names, and no others."""
    text = case["text"]
    found = []
    for mention in find(text):
        if mention.kind != "statistic":
            continue
        spans = {"holder": mention.value.agency, "source": mention.value.source}
        said = {name: span.of(text) for name, span in spans.items() if span is not None}
        found.append({"quote": mention.quote} | said)
    assert found == case["figures"]
