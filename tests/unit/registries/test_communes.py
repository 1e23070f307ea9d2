"""The table of communes: its form, and what must hold between its rows and the other places."""

import datetime as dt
import itertools
from collections import Counter
from importlib.resources import files

import pytest

from vnmedia import RegistryError
from vnmedia.registries import Table, checks, sources
from vnmedia.registries.places import Commune, communes, districts, provinces

CONTENT = (files("vnmedia") / "data" / "communes.csv").read_text(encoding="utf-8")
REFORM = dt.date(2025, 7, 1)


def test_the_file_has_its_form() -> None:
    """Sorted ASCII ids, text in NFC, sources that are listed."""
    assert list(checks.ids_and_form(communes(), CONTENT)) == []
    assert list(checks.unknown_sources(communes(), sources())) == []


def test_every_id_stands_for_a_unit() -> None:
    """Parents are districts before the reform and provinces since; predecessors are communes or districts."""
    above = {**districts(), **provinces()}
    assert list(checks.dangling(communes(), "parents", lambda unit: unit.parents, above)) == []
    below = {**districts(), **communes()}
    before = lambda unit: [each.id for each in unit.predecessors]  # noqa: E731
    assert list(checks.dangling(communes(), "predecessors", before, below)) == []
    assert list(checks.cycles(communes(), "predecessors", before)) == []
    for unit in communes().values():
        new = unit.validity.start is not None
        assert all((id in provinces()) == new for id in unit.parents), unit.id


def test_no_unit_stands_on_a_day_without_its_province() -> None:
    """One after the other, the parents' lives cover the unit's since the reform, and never overlap."""
    for unit in communes().values():
        if unit.validity.start is None:
            assert len(unit.parents) == 1
            assert unit.validity.end == districts()[unit.parents[0]].validity.end
            continue
        lives = [provinces()[id].validity for id in unit.parents]
        assert unit.validity.start in lives[0]
        assert lives[-1].end is None or (unit.validity.end is not None and unit.validity.end <= lives[-1].end)
        for first, second in itertools.pairwise(lives):
            assert first.end is not None
            assert second.start == first.end + dt.timedelta(days=1)


def test_a_code_stands_for_one_unit_a_day() -> None:
    """The statistics office's codes are used again, but never for two units at once."""
    for day in (dt.date(2025, 6, 30), REFORM, dt.date(2026, 11, 1)):
        codes = Counter(unit.code for unit in communes().values() if day in unit.validity)
        assert max(codes.values()) == 1


def test_a_unit_came_from_units_of_its_own_province() -> None:
    """What a commune was made of lay in its province, or in one that was merged into it."""
    for unit in communes().values():
        if unit.validity.start != REFORM:
            continue
        province = provinces()[unit.parents[0]]
        allowed = {province.id, *province.predecessors}
        for each in unit.predecessors:
            before = communes().get(each.id)
            district = districts()[before.parents[0] if before else each.id]
            assert district.province in allowed, (unit.id, each.id)


def test_almost_every_old_unit_went_somewhere() -> None:
    """The conversion table is silent on two."""
    gone = {each.id for unit in communes().values() for each in unit.predecessors}
    silent = [unit.id for unit in communes().values() if unit.validity.start is None and unit.id not in gone]
    assert silent == ["xa-my-hung-01651", "xa-phu-thinh-02482"]


@pytest.mark.parametrize(
    ("column", "wrong"), [("kind", "làng"), ("validity", "2025"), ("validity", "2025-07-01/2024")]
)
def test_a_broken_row_is_an_error_when_its_record_is_asked_for(column: str, wrong: str) -> None:
    """The error names the file, the row and the field."""
    table = communes()
    row = dict(zip(table.columns, table.rows["xa-dong-anh-00454-2025"], strict=True)) | {column: wrong}
    with pytest.raises(RegistryError) as error:
        table._read(**row)
    assert (error.value.file, error.value.id, error.value.field) == ("communes.csv", row["id"], column)


def test_a_table_makes_each_record_once() -> None:
    """And knows its rows without making any."""
    table: Table[Commune] = communes()
    assert len(table) == len(list(table)) == len(table.rows)
    assert table["xa-dong-anh-00454-2025"] is table["xa-dong-anh-00454-2025"]
