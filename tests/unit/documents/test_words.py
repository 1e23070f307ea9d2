"""The registry of words that a layout is read by."""

from importlib.resources import files

from vnmedia.registries import sources
from vnmedia.registries.checks import ids_and_form, unknown_sources
from vnmedia.registries.documents import document_words, words_of


def test_the_registry_keeps_the_rules_of_all() -> None:
    """Ids are sorted and in form, sources are known."""
    words = document_words()
    content = (files("vnmedia") / "data" / words.file).read_text(encoding="utf-8")
    assert not [*ids_and_form(words, content), *unknown_sources(words, sources())]


def test_words_are_lower_case_and_stand_once_in_a_role() -> None:
    """Lookups are by the words in lower case; numbers, and they alone, have a value."""
    seen = set()
    for word in document_words().values():
        assert word.text == word.text.lower()
        assert (word.role, word.text) not in seen
        assert (word.value is not None) == (word.role == "number")
        seen.add((word.role, word.text))


def test_numerals_count_from_one() -> None:
    """Phần thứ nhất to phần thứ hai mươi; nhất and một are both one."""
    values = {word.value for word in words_of("number").values()}
    assert values == set(range(1, 21))
    assert words_of("number")["nhất"].value == words_of("number")["một"].value == 1
