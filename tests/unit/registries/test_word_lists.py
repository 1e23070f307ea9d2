"""The lists of words that rules decide by keep the form of registries."""

from importlib.resources import files

import pytest

from vnmedia.registries import WordList, load, words
from vnmedia.registries.checks import ids_and_form
from vnmedia.text import TextView

FILES = (
    *(
        "agency_words.toml",
        "clause_words.toml",
        "document_words.toml",
        "figure_words.toml",
        "instrument_words.toml",
        "link_words.toml",
        "office_words.toml",
    ),
    *("page_markup.toml", "time_cues.toml", "time_words.toml", "word_lists.toml"),
)
#: The words of bodies, offices and figures are also looked up as printed.
PRINTED = ("agency_words.toml", "figure_words.toml", "office_words.toml")
LOWER = tuple(file for file in FILES if file not in PRINTED)


#: The ids of qualifiers are the values themselves, and stand with their role.
SORTED = tuple(file for file in FILES if file != "figure_words.toml")


@pytest.mark.parametrize("file", SORTED)
def test_ids_and_form(file: str) -> None:
    """Ids are ASCII and sorted, the text is NFC."""
    content = (files("vnmedia") / "data" / file).read_text(encoding="utf-8")
    assert not list(ids_and_form(load(file, WordList), content))


@pytest.mark.parametrize("file", FILES)
def test_a_list_says_why_it_is_one_or_where_it_was_read(file: str) -> None:
    """And its words are found by the id of the file and of the list."""
    for listed in load(file, WordList).values():
        assert listed.why or listed.sources, listed.id
        assert words(f"{file.removesuffix('.toml')}/{listed.id}") == listed.words
        assert listed.words, listed.id


@pytest.mark.parametrize("file", LOWER)
def test_words_are_in_lower_case_and_stand_once(file: str) -> None:
    """Words are looked up in the lower-case view, so a capital could never match."""
    for listed in load(file, WordList).values():
        assert listed.words, listed.id
        assert list(listed.words) == [word.lower() for word in listed.words], listed.id
        assert len(set(listed.words)) == len(listed.words), listed.id


@pytest.mark.parametrize("file", FILES)
def test_words_are_spelled_as_the_view_spells_them(file: str) -> None:
    """``khoá`` is ``khóa`` in the view, so the other spelling could never match."""
    for listed in load(file, WordList).values():
        assert list(listed.words) == [TextView(word).plain for word in listed.words], listed.id
