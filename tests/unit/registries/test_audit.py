"""Every fault that an audit of 2026 found in the registries, by the names it was seen in."""

import datetime as dt
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import vnmedia
from vnmedia import agencies
from vnmedia.registries.agencies import press
from vnmedia.registries.gaps import gaps
from vnmedia.registries.instruments import laws
from vnmedia.registries.places import communes, districts, provinces

AUDIT = tomllib.loads(Path(__file__).with_name("audit.toml").read_text(encoding="utf-8"))


def cases(table: str, field: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{fault['what']}: {case['name']} {case['on']}")
        for fault in AUDIT[table]
        for case in fault[field]
    ]


def parent_on(id: str | None, day: dt.date) -> str | None:
    above = agencies.record(id).parent_on(day) if id is not None else None
    return above.id if above is not None else None


@pytest.mark.parametrize("case", cases("fault", "names"))
def test_a_name_stands_for_the_body_of_its_day(case: dict[str, Any]) -> None:
    """Its id, parent, end, reason and followers, as far as the case asks for them; in a sentence as alone."""
    day = dt.date.fromisoformat(case["on"])
    value = vnmedia.resolve_agency(case["name"], on=day)
    told = {
        "id": value.id or "",
        "given": value.name,
        "parent": parent_on(value.id, day) or "",
        "ended": value.ended.isoformat() if value.ended is not None else "",
        "successors": list(value.successors),
        "followers": len(value.successors),
    }
    asked = {field: told[field] for field in case if field in told}
    assert asked == {field: case[field] for field in asked}
    if "why" in case:
        assert case["why"] in agencies.record(value.id).ended


@pytest.mark.parametrize("case", cases("law", "laws"))
def test_a_law_is_the_one_of_its_day(case: dict[str, str]) -> None:
    """The one in force; none where that is not known."""
    (mention,) = vnmedia.find_instruments(f"Theo {case['name']}, việc này đã xong.", published=case["on"])
    resolved = mention.value.resolved
    assert (resolved.number if resolved is not None else "") == case["number"]


def test_laws_say_what_took_their_place_and_what_amended_them() -> None:
    """Each is a law of the table, or one whose title is not known yet."""
    assert laws()["14-2012-qh13"].replaced_by == ("12/2026/QH16",)
    assert "11/2026/QH16" in laws()["54-2014-qh13"].amended_by
    assert {"12-2026-qh16", "119-2025-qh15", "03-2016-qh14"} <= set(laws())


def test_every_commune_of_a_name_is_told_by_its_province() -> None:
    """Kind, name and province stand for one unit of 1 July 2025; without the province only 2,745 do."""
    day = dt.date(2025, 7, 1)
    standing = [unit for unit in communes().values() if day in unit.validity]
    placed = {(unit.kind, unit.name, unit.parents[0]) for unit in standing}
    assert len(placed) == len(standing) == 3321
    named = Counter((unit.kind, unit.name) for unit in standing)
    assert list(named.values()).count(1) == 2745


def test_a_province_is_not_said_to_stand_before_its_start_is_known() -> None:
    """The gaps list those without a start; no record claims days by having none."""
    open_ones = {gap.id for gap in gaps() if (gap.registry, gap.field) == ("provinces", "validity")}
    assert open_ones == {unit.id for unit in provinces().values() if unit.validity.start is None}
    assert dt.date(1970, 1, 1) not in provinces()["nghe-an"].validity
    open_ones = {gap.id for gap in gaps() if (gap.registry, gap.field) == ("districts", "validity")}
    assert open_ones == {unit.id for unit in districts().values() if unit.validity.start is None}


def test_press_without_an_owner_is_listed_as_a_gap() -> None:
    """Their licences were read nowhere."""
    without = {body.id for body in press().values() if body.parent is None and body.governing is None}
    assert without == {gap.id for gap in gaps() if (gap.registry, gap.field) == ("press", "governing")}
