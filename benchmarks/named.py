"""How many bodies of an annotated corpus the finder of bodies and underthesea's tagger each find.

``python -m benchmarks.named GOLD`` takes a folder with ``texts`` and ``gold`` and prints a table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from vnmedia import agencies
from vnmedia.text import nfc, sentences

from . import common

_Spans = list[tuple[int, int]]


def ours(text: str) -> _Spans:
    """The places where vnmedia finds a body."""
    return [(mention.start, mention.end) for mention in agencies.find(text)]


def tagged(text: str) -> _Spans:
    """The places that the tagger marks as ORG, sentence by sentence."""
    from underthesea import ner

    found: _Spans = []
    for sentence in sentences(text):
        position = sentence.start
        for word, _, _, tag in ner(sentence.of(text)):
            start = text.find(word, position, sentence.end)
            if start < 0:
                continue
            position = start + len(word)
            if tag == "B-ORG":
                found.append((start, position))
            elif tag == "I-ORG" and found:
                found[-1] = (found[-1][0], position)
    return found


def annotated(folder: Path) -> list[tuple[str, _Spans, _Spans]]:
    """Each text with the places of its bodies, and the places of those that count neither way."""
    corpus = []
    for path in sorted((folder / "gold").glob("*.json")):
        text = nfc((folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8"))
        wanted: _Spans = []
        optional: _Spans = []
        for mention in json.loads(path.read_text(encoding="utf-8"))["mentions"]:
            if mention["kind"] == "agency":
                quote, start = nfc(mention["quote"]), -1
                for _ in range(mention.get("nth", 0) + 1):
                    start = text.index(quote, start + 1)
                (optional if mention.get("optional") else wanted).append((start, start + len(quote)))
        corpus.append((text, wanted, optional))
    return corpus


def compared(folder: Path) -> common.Sheet:
    """How many bodies each tool finds: to the letter, in part, and where none is."""
    corpus = annotated(folder)
    finders: dict[str, Callable[[str], _Spans]] = {
        "vnmedia.agencies.find": ours,
        "underthesea.ner, ORG, by sentence": tagged,
    }
    rows = []
    for name, find in finders.items():
        exact = part = beside = 0
        for text, wanted, optional in corpus:
            found = find(text)
            exact += len(set(found) & set(wanted))
            part += sum(any(_overlap(span, other) for other in found) for span in wanted)
            beside += sum(not any(_overlap(span, other) for other in wanted + optional) for span in found)
        rows.append((name, f"{exact:,}", f"{part - exact:,}", f"{beside:,}"))
    title = f"Of {sum(len(wanted) for _, wanted, _ in corpus):,} bodies"
    return common.Sheet(title, ("tool", "to the letter", "in part", "where none is"), tuple(rows))


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


if __name__ == "__main__":
    print(common.report(compared(Path(sys.argv[1]))))
