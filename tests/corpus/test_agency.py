"""The corpus of phrasings: every name is read from each of its phrasings, in any sentence."""

import tomllib
import unicodedata
from pathlib import Path

import pytest

from vnmedia import agencies

CORPUS = tomllib.loads((Path(__file__).with_name("agency.toml")).read_text(encoding="utf-8"))
VALUES = [(value, phrasing) for value in CORPUS["value"] for phrasing in value["phrasings"]]


@pytest.mark.parametrize(("value", "phrasing"), VALUES, ids=[phrasing for _, phrasing in VALUES])
def test_a_phrasing_is_read_as_its_name(value: dict, phrasing: str) -> None:
    """Alone, in a sentence and decomposed, a phrasing is found whole, under its name in full."""
    assert agencies.parse(phrasing).name.lower() == value["name"].lower()
    for carrier in ("Ngày 5/3, {} cho biết.", "({})", "Theo {}: đã xong"):
        for form in ("NFC", "NFD"):
            (found,) = agencies.find(unicodedata.normalize(form, carrier.format(phrasing)))
            assert found.quote == unicodedata.normalize("NFC", phrasing)
            assert found.value.name.lower() == value["name"].lower()
            assert value.get("id") in (None, found.value.id, *found.value.candidates)


@pytest.mark.parametrize("case", CORPUS["text"], ids=lambda case: case["text"])
def test_a_text_holds_its_names(case: dict) -> None:
    """Lists, definitions, nested bodies and bylines give their names in order."""
    assert [m.value.name for m in agencies.find(case["text"])] == case["names"]


@pytest.mark.parametrize("text", [text for case in CORPUS["negative"] for text in case["texts"]])
def test_a_negative_holds_none(text: str) -> None:
    """Words that only look like a name, foreign bodies and documents' numbers are left alone."""
    assert agencies.find(text) == ()
