"""The lists of words that rules decide by keep the form of registries."""

from importlib.resources import files

import pytest

from vnmedia.registries import WordList, load
from vnmedia.registries.checks import ids_and_form

FILES = ("instrument_words.toml", "link_words.toml", "time_cues.toml")


@pytest.mark.parametrize("file", FILES)
def test_ids_and_form(file: str) -> None:
    """Ids are ASCII and sorted, the text is NFC."""
    content = (files("vnmedia") / "data" / file).read_text(encoding="utf-8")
    assert not list(ids_and_form(load(file, WordList), content))


@pytest.mark.parametrize("file", FILES)
def test_words_are_in_lower_case_and_stand_once(file: str) -> None:
    """Words are looked up in the lower-case view, so a capital could never match."""
    for listed in load(file, WordList).values():
        assert listed.words, listed.id
        assert list(listed.words) == [word.lower() for word in listed.words], listed.id
        assert len(set(listed.words)) == len(listed.words), listed.id
