"""The graph of bodies: parents, units, what came before and after, exports."""

import datetime as dt

import pytest

from vnmedia import agencies
from vnmedia.agencies import _units
from vnmedia.agencies._graph import common
from vnmedia.registries import Validity
from vnmedia.registries.agencies import bodies


def test_units_are_the_children() -> None:
    """The units of a body are those whose parent it is."""
    units = {unit.id for unit in agencies.record("bo-tttt").units}
    assert {"cuc-bao-chi", "vnnic"} <= units
    assert all(agencies.record(id).parent.id == "bo-tttt" for id in units)


def test_successors_on_a_day_skip_what_has_gone() -> None:
    """A successor that has itself gone gives way to its own successors."""
    old = agencies.record("cuc-bao-chi-bvhtt")
    assert [body.id for body in old.successors()] == ["cuc-bao-chi"]
    assert [body.id for body in old.successors(on=dt.date(2026, 1, 1))] == ["cuc-bao-chi-bvhttdl"]


def test_predecessors_mirror_successors() -> None:
    """Whatever went into a body is among its predecessors."""
    for body in bodies().values():
        for id in body.successors:
            assert body.id in {before.id for before in agencies.record(id).predecessors}


def test_a_local_body_is_made_of_its_name_and_place() -> None:
    """Name, parent, successors and validity of a local body follow from pattern and place."""
    record = agencies.record("so-tt-tt.ha-nam")
    assert record.name == "Sở Thông tin và Truyền thông tỉnh Hà Nam"
    assert record.parent.name == "Ủy ban nhân dân tỉnh Hà Nam"
    assert record.validity.text == "2008-04/2025-02-28"
    assert [later.id for later in record.successors()] == ["so-kh-cn.ha-nam", "so-vh-tt-dl.ha-nam"]


@pytest.mark.parametrize("id", ["", "x", "so-y-te.", "so-y-te.x", ".ha-nam"])
def test_an_unknown_id_is_a_key_error(id: str) -> None:
    """No body has that id."""
    with pytest.raises(KeyError):
        agencies.record(id)


def test_common_is_the_days_of_both() -> None:
    """The later beginning and the earlier end; without a day in common, none: such a body never lived."""
    both = common(Validity.parse("2003/.."), Validity.parse("1997-01-01/2025-06-30"))
    assert both.text == "2003/2025-06-30"
    assert common(Validity.parse("/1990"), Validity.parse("2000/..")) is None
    with pytest.raises(KeyError):
        agencies.record("thue.binh-duong")  # the name is of 2025-07-01, the province ended the day before


def test_exports_hold_every_body_once() -> None:
    """Each form has every listed body, and its parents and successors refer to what is there."""
    ids = [body.id for body in agencies.records()]
    assert [row["id"] for row in agencies.to_rows()] == ids
    organizations = agencies.to_popolo()["organizations"]
    assert [organization["id"] for organization in organizations] == ids
    assert {o["parent_id"] for o in organizations if "parent_id" in o} <= set(ids)
    graph = agencies.to_org()["@graph"]
    nodes = {node["@id"] for node in graph}
    assert len(nodes) == len(graph)
    for node in graph:
        if node["@type"] == "org:ChangeEvent":
            assert {result["@id"] for result in node["org:resultingOrganization"]} <= nodes


def test_only_places_that_ended_have_heirs() -> None:
    """The table of heirs is not made for a place that exists."""
    assert all(_units.unit(id).validity.end is not None for id in _units._heirs_of_units())
    assert _units.heirs("xa-dong-anh-00454-2025") == ()
