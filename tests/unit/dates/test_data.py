"""The data of the kind date keeps the rules of registries."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files

import pytest

from vnmedia import Context, dates
from vnmedia.dates._named import NamedDay, SeasonKind, named_days
from vnmedia.registries import load, sources
from vnmedia.registries.checks import clashing_aliases, ids_and_form, unknown_sources


@pytest.mark.parametrize(
    ("file", "kind"),
    [("named_days.toml", NamedDay), ("time_seasons.toml", SeasonKind)],
)
def test_form_and_ids(file: str, kind: type) -> None:
    """Ids are ASCII and sorted, the text is NFC."""
    content = (files("vnmedia") / "data" / file).read_text(encoding="utf-8")
    assert not list(ids_and_form(load(file, kind), content))


def test_named_days_have_sources_and_names_of_their_own() -> None:
    """Each named day says where it was read, and no two of one day share a name."""
    assert not list(unknown_sources(named_days(), sources()))
    assert not list(clashing_aliases([named_days()]))


@pytest.mark.parametrize("record", named_days().values(), ids=lambda record: record.id)
def test_each_name_is_read(record: NamedDay) -> None:
    """Every name and alias is one expression, with the record's day."""
    for name in (record.name, *(alias.text for alias in record.aliases)):
        value = dates.parse(name, Context(published=dt.date(2026, 6, 1)))
        assert value.calendar == ("lunar" if record.lunar else None)
        if not record.lunar:
            assert value.start is not None
            assert (value.start.day, value.start.month) == (record.day, record.month)
