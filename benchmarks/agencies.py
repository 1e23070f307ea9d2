"""Names of bodies: the finder, its reader with ten times as many names, and underthesea by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from vnmedia import agencies, officials
from vnmedia.agencies._lexicon import Lexicon, lexicon
from vnmedia.agencies._openings import openings
from vnmedia.agencies._planting import Planted
from vnmedia.agencies._reader import NameReader
from vnmedia.registries.agencies import Body, bodies
from vnmedia.text import TextView, sentences

from . import common


def run(texts: Sequence[str]) -> common.Table:
    """The table; the tagger is given a part of the texts."""
    rows = [
        common.measure("vnmedia.agencies.find", agencies.find, texts),
        common.measure("vnmedia.officials.find", officials.find, texts),
        common.measure("the reader alone", _reads(lexicon()), texts, 3),
        common.measure("the reader with ten times the names", _reads(_tenfold()), texts, 3),
    ]
    targets = {}
    try:
        tagger = _underthesea()
    except ImportError as error:
        print(f"underthesea is not here: {error}")
    else:
        name = "underthesea.ner, B-ORG, by sentence"
        rows.append(common.measure(name, tagger, common.sample(texts, 0.01), 1))
        targets[name] = 500.0
    return common.Table("Names of bodies", tuple(rows), targets)


def _reads(names: Lexicon) -> Callable[[str], list[Any]]:
    def read(text: str) -> list[Any]:
        view = TextView(text)
        reader = NameReader(view, names)
        return [reader.read(start) for start, _ in openings().scanner(view.lower)]

    return read


def lexicon_with(more: Iterable[Body]) -> Lexicon:
    """A lexicon of its own that has *more* bodies."""
    names, planted = Lexicon(), Planted()
    names.grow()
    planted.tree, planted.whole, planted.shared_heads = names.tree, names.whole, names.shared_heads
    for body in more:
        planted.plant_body(body, "body")
    return names


def renamed(body: Body, number: int) -> Body:
    """*body* under another name that begins with the same head."""
    head, _, rest = body.name.partition(" ")
    return attrs.evolve(body, name=f"{head} Số {number} {rest}", aliases=())


def _tenfold() -> Lexicon:
    """The lexicon with nine more names for every listed one."""
    return lexicon_with(renamed(body, number) for number in range(9) for body in bodies().values())


def _underthesea() -> Callable[[str], list[Any]]:
    from underthesea import ner

    def find(text: str) -> list[Any]:
        words = [word for span in sentences(text) for word in ner(span.of(text))]
        return [word for word in words if word[3] == "B-ORG"]

    return find
