"""The registries that figures rest on: units, counted nouns, words beside numbers."""

from importlib.resources import files
from typing import get_args

from vnmedia import statistics
from vnmedia.registries import checks, sources
from vnmedia.registries.units import NounClass, by_opening, count_nouns, units, word_lists


def content(file: str) -> str:
    """The text of a data file."""
    return (files("vnmedia") / "data" / file).read_text(encoding="utf-8")


def test_units_are_in_form() -> None:
    """Ids are ASCII and sorted, the file is NFC, each unit names a source that is known."""
    assert not list(checks.ids_and_form(units(), content("units.toml")))
    assert not list(checks.unknown_sources(units(), sources()))
    assert not list(checks.unknown_sources(word_lists(), sources()))


def test_a_form_means_one_symbol() -> None:
    """No form is printed for two symbols; units of one symbol differ by region."""
    meaning = {}
    for unit in units().values():
        for form in unit.forms:
            assert meaning.setdefault(form, unit.symbol) == unit.symbol, (form, unit.id)
        same = [other for other in units().values() if other.symbol == unit.symbol and other is not unit]
        assert all(other.region != unit.region for other in same), unit.id


def test_factors_are_numbers_with_a_base() -> None:
    """A factor is a positive number, and says of what."""
    for unit in units().values():
        assert unit.ratio is None or (unit.ratio > 0 and unit.base), unit.id


def test_every_form_of_a_unit_is_read() -> None:
    """Each form after a number gives the unit's symbol; lengths of time are no figures."""
    for unit, form in [(each, form) for each in units().values() for form in each.forms]:
        if unit.dimension == "time":
            assert statistics.find(f"25 {form}") == (), form
            continue
        number = "2.500 tỷ" if unit.dimension == "currency" else "25"
        figure = statistics.parse(f"{number} {form}")
        assert figure.unit == unit.symbol, form


def test_count_nouns_are_in_form() -> None:
    """Nouns are sorted, in small letters, each once, in one of the known classes."""
    nouns = list(count_nouns())
    assert nouns == sorted(set(nouns))
    assert all(noun == noun.lower().strip() for noun in nouns)
    assert set(count_nouns().values()) <= set(get_args(NounClass))


def test_words_stand_once_in_a_role() -> None:
    """A word that had two qualifiers would have none."""
    seen = {}
    for listed in word_lists().values():
        for word in listed.words:
            if listed.role == "qualifier":
                assert seen.setdefault(word, listed.id) == listed.id, word
        assert len(set(listed.words)) == len(listed.words), listed.id


def test_phrases_are_found_by_their_opening() -> None:
    """Every phrase that a text begins with stands in the list of the text's opening, the longest first."""
    forms = {form.lower() for unit in units().values() for form in unit.forms}
    for phrases in (set(count_nouns()), forms):
        openings = by_opening(phrases)
        for phrase in phrases:
            head = phrase.split(" ")[0] if phrase.replace(" ", "").isalpha() else None
            for text in (phrase, f"{phrase} x", f"{phrase}, x") if head else ():
                listed = openings.get(text[: len(head) + 2]) or openings[head]
                assert max((each for each in phrases if text.startswith(each)), key=len) == next(
                    each for each in listed if text.startswith(each)
                )
