"""Figures, beside quantulum3 on English of the same density and underthesea on the same text."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

from vnmedia import statistics
from vnmedia.text import sentences

from . import common
from .peers import Peer, _ner, _quantulum, _tokens

_FIGURES = (
    "The department handled 4,800 documents during the year. Nearly 4,000 items were published on its site. "
    "It was visited 36.2 million times. The file was closed with a fine of 7.5 million dollars.\n"
)
_WORDS = (
    "The inspectors looked into the matter at length and spoke with those who were concerned by it. The "
    "committee then met to review what had been done, to thank its members, and to set out the work of the "
    "months ahead, among it the training of staff, the care of archives and the printing of the yearbook.\n"
)
#: English with as many figures in a kilobyte as the seeds: about two in three kilobytes.
_ENGLISH = _FIGURES + _WORDS * 18


def run(texts: Sequence[str]) -> common.Table:
    """The table; slow tools are given a part of the texts."""
    rows = [common.measure("vnmedia.statistics.find", statistics.find, texts)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, load, given, runs in _peers(texts):
            try:
                find = load()
            except (ImportError, OSError) as error:
                print(f"{name} is not here: {error}")
                continue
            rows.append(common.measure(name, find, given, runs))
    targets = {"quantulum3 (English), by paragraph": 50, "underthesea.ner, by sentence": 50}
    return common.Table("Figures", tuple(rows), targets)


def _peers(texts: Sequence[str]) -> Iterator[Peer]:
    small = common.sample(texts, 0.03)
    spoken = [span.of(text) for text in small for span in sentences(text)]
    yield "quantulum3 (English), by paragraph", _quantulum, common.paragraphs([_ENGLISH] * 3), 1
    yield "underthesea.word_tokenize", _tokens, small, 1
    yield "underthesea.ner, by sentence", _ner, common.sample(spoken, 0.01), 1
