"""Unit tests of the registries of instruments: their own rules, and what they are looked up by."""

import datetime as dt
from importlib.resources import files

import pytest

from vnmedia import instruments
from vnmedia.instruments import _laws
from vnmedia.model import Context
from vnmedia.registries import Validity, checks, sources
from vnmedia.registries.instruments import (
    instrument_relations,
    instrument_types,
    issuer_codes,
    issuer_of_code,
    laws,
    type_of_code,
)

REGISTRIES = [instrument_types(), issuer_codes(), instrument_relations(), laws()]
LAWS = list(laws().values())


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda registry: registry.file)
def test_form_and_sources(registry) -> None:
    """Ids are sorted ASCII words, the file is NFC, and each record names known sources."""
    content = (files("vnmedia") / "data" / registry.file).read_text(encoding="utf-8")
    assert not list(checks.ids_and_form(registry, content))
    assert not list(checks.unknown_sources(registry, sources()))


def test_one_code_stands_for_one_issuer_on_a_day() -> None:
    """Two issuers share a code only when no day is in both validities."""
    clashes = [
        (record.id, other.id)
        for record in issuer_codes().values()
        for other in issuer_codes().values()
        if record.id < other.id
        and {record.code, *record.variants} & {other.code, *other.variants}
        and record.validity.overlaps(other.validity)
    ]
    assert clashes == []


@pytest.mark.parametrize("record", instrument_types().values(), ids=lambda record: record.id)
def test_a_types_example_is_a_citation_of_it(record) -> None:
    """Each type is read from its example, and each of its codes leads back to it."""
    value = instruments.parse(record.example)
    assert value.type == record.name
    assert not value.irregular
    assert all(record in type_of_code(code) for code in record.codes)


@pytest.mark.parametrize("record", instrument_relations().values(), ids=lambda record: record.id)
def test_a_relation_is_read_in_its_sentence(record) -> None:
    """The phrase between two citations gives the relation, on the one that acts."""
    text = f"Quyết định số 10/2020/QĐ-TTg {record.phrase} Quyết định số 20/2018/QĐ-TTg."
    actor, other = instruments.find(text)
    assert [(r.kind, r.target) for r in actor.value.relations] == [(record.kind, other.span)]
    assert not other.value.relations


@pytest.mark.parametrize(
    "record", [r for r in instrument_relations().values() if r.passive], ids=lambda record: record.id
)
def test_a_passive_turns_a_relation_round(record) -> None:
    """In the passive the one that acts stands after the verb."""
    text = f"Quyết định số 10/2020/QĐ-TTg được {record.phrase} bởi Quyết định số 20/2021/QĐ-TTg."
    other, actor = instruments.find(text)
    assert [(r.kind, r.target) for r in actor.value.relations] == [(record.kind, other.span)]
    assert not other.value.relations


@pytest.mark.parametrize("law", [law for law in LAWS if law.number], ids=lambda law: law.id)
def test_a_law_is_found_by_its_number(law) -> None:
    """Type and number, with the name where one order promulgated several laws, resolve to the law."""
    twins = _laws.law_by_number(law.number)
    text = f"{law.title} số {law.number}" if len(twins) > 1 else f"{law.type.capitalize()} số {law.number}"
    (mention,) = instruments.find(text)
    assert mention.value.instrument is not None, text
    assert (mention.value.instrument.title, mention.value.instrument.date) == (law.title, law.passed)


@pytest.mark.parametrize("law", [law for law in LAWS if law.year], ids=lambda law: law.id)
def test_a_law_is_found_by_its_names_and_year(law) -> None:
    """The title and each short name resolve with the year, unless two of one year bear the name."""
    for name in (law.title, *law.short):
        same = [other for other in _laws.laws_titled(name) if other.year == law.year]
        (mention,) = instruments.find(f"theo {name} năm {law.year},")
        assert mention.quote == f"{name} năm {law.year}"
        if same == [law]:
            assert mention.value.instrument is not None, name
            assert mention.value.instrument.title == law.title
            assert mention.value.instrument.year == law.year


@pytest.mark.parametrize(
    ("name", "day", "number"),
    [
        ("Luật Báo chí", dt.date(2010, 5, 1), "29-LCT/HĐNN8"),
        ("Luật Báo chí", dt.date(2020, 5, 1), "103/2016/QH13"),
        ("Luật Báo chí", dt.date(2026, 8, 1), "126/2025/QH15"),
        ("Luật Báo chí", None, None),
        ("Luật Trẻ em", None, "102/2016/QH13"),
        ("Luật Báo chí", dt.date(1980, 1, 1), None),
    ],
)
def test_a_law_named_alone_is_the_one_in_force(name: str, day: dt.date | None, number: str | None) -> None:
    """The day of publication decides; without it only a name that one law ever bore is resolved."""
    (mention,) = instruments.find(f"theo {name}.", Context(published=day))
    resolved = mention.value.instrument
    assert (resolved.number if resolved else None) == number


def test_validity_of_laws_of_one_title_does_not_overlap() -> None:
    """On no day are two laws of one title in force, as far as their days are known."""
    for law in LAWS:
        for other in LAWS:
            if law.id < other.id and law.title == other.title and not law.title.startswith("Luật sửa đổi"):
                known = all(one.validity.start for one in (law, other))
                assert not known or not law.validity.overlaps(other.validity), (law.id, other.id)


def test_codes_are_looked_up_on_a_day() -> None:
    """A code that two bodies had in turn stands for the one of the day."""
    assert issuer_of_code("BGD", dt.date(1985, 1, 1)).name == "Bộ Giáo dục"
    assert issuer_of_code("bgd", dt.date(2010, 1, 1)).name == "Bộ Giáo dục và Đào tạo"
    assert issuer_of_code("XYZ") is None
    assert isinstance(issuer_of_code("CP").validity, Validity)


def test_what_took_a_laws_place_and_what_amended_it_agree_with_the_days() -> None:
    """A law is amended after it was passed and before it ended, and never by itself."""
    by_number = {law.number: law for law in laws().values() if law.number}
    for law in laws().values():
        assert law.number not in (*law.amended_by, *law.replaced_by), law.id
        for number in law.amended_by:
            other = by_number.get(number)
            if other is None or other.passed is None:
                continue
            assert law.passed is None or other.passed > law.passed, (law.id, number)
            assert law.validity.end is None or other.passed <= law.validity.end, (law.id, number)
        followers = [by_number[number] for number in law.replaced_by if number in by_number]
        starts = [other.validity.start for other in followers if other.validity.start]
        if law.validity.end is None and starts:
            # Only what is not in force yet can be said to replace a law that has no end.
            pytest.fail(f"{law.id} was replaced on {starts} and has no end")
        if law.validity.end is not None and starts:
            assert max(starts) - law.validity.end == dt.timedelta(days=1), law.id


@pytest.mark.parametrize(
    ("number", "replaced_by", "amended_by"),
    [
        ("80/2015/QH13", ("64/2025/QH15",), ("63/2020/QH14",)),
        ("45/2019/QH14", (), ("71/2025/QH15", "113/2025/QH15", "124/2025/QH15")),
        ("10/2014/UBTVQH13", (), ("09/2025/UBTVQH15",)),
    ],
)
def test_what_became_of_a_law_is_told(
    number: str, replaced_by: tuple[str, ...], amended_by: tuple[str, ...]
) -> None:
    """By the numbers of the acts."""
    (law,) = [law for law in laws().values() if law.number == number]
    assert (law.replaced_by, law.amended_by) == (replaced_by, amended_by)


def test_a_law_of_2025_has_the_day_of_effect_of_its_own_words() -> None:
    """137/2025/QH15 says 1 January 2026; a list of laws said July."""
    assert laws()["137-2025-qh15"].validity.start == dt.date(2026, 1, 1)
