"""The trees of names that are kept as JSON are those that the registries' names give."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from vnmedia.agencies import _patterns, _planting, _units
from vnmedia.agencies._trees import NAMED, PAIRS, WORDS, Entry, Names, Node
from vnmedia.registries import files


@pytest.mark.parametrize(
    ("name", "stored"),
    [("lexicon", _planting.stored), ("communes", _units.stored), ("expansions", _patterns.stored)],
)
def test_the_kept_names_are_those_of_the_registries(name: str, stored: Callable[[], str]) -> None:
    """Run ``python .ci/prebuilt.py`` where this fails."""
    kept = Path(files.__file__).parents[1] / "data" / "prebuilt" / f"{name}.json"
    assert kept.read_text(encoding="utf-8") == stored()


def paths(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Every path of words in a tree, also one without leaves, and its leaves."""
    yield path, [told(leaf) if isinstance(leaf, Entry) else leaf for leaf in node.get(None, ())]
    for word, below in node.items():
        if word is not None:
            yield from paths(below, (*path, word))


def told(entry: Entry) -> tuple[Any, ...]:
    """What an entry says."""
    return (
        entry.name,
        entry.source,
        entry.record,
        entry.weak,
        entry.opaque,
        entry.level,
        entry.clipped,
        entry.validity,
    )


@pytest.mark.parametrize("name", ["tree", "whole", "places", *NAMED])
def test_what_is_kept_is_read_as_it_was_planted(name: str) -> None:
    """Each path has the same leaves in the same order, with their records."""
    kept, planted = Names(), _planting.Planted()
    kept.read()
    planted.plant_all()
    assert dict(paths(getattr(kept, name))) == dict(paths(getattr(planted, name)))
    for words in (*WORDS, *PAIRS):
        assert getattr(kept, words) == getattr(planted, words)
