"""The corpus of citations: every phrasing gives its value and no more, and negatives give nothing."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from vnmedia import find_instruments, instruments

CORPUS = tomllib.loads(Path(__file__).with_name("instruments.toml").read_text(encoding="utf-8"))
PHRASINGS = [(phrasing, value) for value in CORPUS["value"] for phrasing in value["phrasings"]]
NEGATIVES = [text for group in CORPUS["negative"] for text in group["texts"]]
FIELDS = ("type", "number", "date", "issuer", "title", "year", "amended", "pinpoint")
FRAMES = ("{}", "Thực hiện {}, các đơn vị triển khai.", "(theo {})", "Căn cứ {};\nXét đề nghị của Sở.")


def stated(value: instruments.LegalInstrument) -> dict:
    """The fields that the corpus compares, in its notation."""
    return {
        "type": value.type,
        "number": value.number,
        "date": value.date and dt.date.isoformat(value.date),
        "issuer": value.issuer and value.issuer.name,
        "title": None if value.title_span else value.title,
        "year": value.year,
        "amended": list(value.amended) or None,
        "pinpoint": value.pinpoint,
    }


@pytest.mark.parametrize(("phrasing", "value"), PHRASINGS, ids=[phrasing for phrasing, _ in PHRASINGS])
def test_a_phrasing_gives_its_value_in_every_frame(phrasing: str, value: dict) -> None:
    """One mention, over the whole phrasing, with the value's fields."""
    for frame in FRAMES:
        (mention,) = find_instruments(frame.format(phrasing))
        assert mention.quote == phrasing
        found = stated(mention.value)
        wanted = {name: value.get(name) for name in FIELDS}
        if phrasing.isupper():
            found["number"] = found["number"].upper()
            wanted["number"] = wanted["number"].upper()
        assert {name: text and str(text) for name, text in found.items()} == {
            name: text and str(text) for name, text in wanted.items()
        }


@pytest.mark.parametrize("text", NEGATIVES)
def test_a_negative_gives_nothing(text: str) -> None:
    """No citation is found in it."""
    assert [mention.quote for mention in find_instruments(text)] == []
