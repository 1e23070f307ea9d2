"""The registries of bodies and places hold what they promise."""

import csv
import datetime as dt
from importlib.resources import files

import pytest

from vnmedia.agencies._lexicon import lexicon
from vnmedia.registries import Registry, checks, sources
from vnmedia.registries.agencies import abbreviations, bodies, heads, local_bodies, press, word_lists
from vnmedia.registries.places import districts, provinces

REGISTRIES = [bodies, press, local_bodies, abbreviations, heads, word_lists, provinces]
ALL = {**press(), **bodies()}


def content(registry: Registry) -> str:
    return (files("vnmedia") / "data" / registry.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("load", REGISTRIES, ids=lambda load: load.__name__)
def test_form_ids_and_sources(load) -> None:
    """Records are sorted, NFC, with ASCII ids and known sources."""
    registry = load()
    assert list(checks.ids_and_form(registry, content(registry))) == []
    assert list(checks.unknown_sources(registry, sources())) == []


def test_districts_are_sorted_and_lie_in_known_provinces() -> None:
    """The table of districts has sorted ids; each row names a province that shares a day with it."""
    ids = list(districts())
    assert ids == sorted(ids)
    for district in districts().values():
        assert district.validity.overlaps(provinces()[district.province].validity), district.id
    rows = list(csv.DictReader(content(districts()).splitlines()))
    assert len(rows) == len(ids)


@pytest.mark.parametrize(
    ("registry", "fields", "known"),
    [
        (bodies(), ("predecessors", "successors"), ALL),
        (press(), ("predecessors", "successors"), ALL),
        (provinces(), ("predecessors", "successors"), provinces()),
        (local_bodies(), ("successors",), local_bodies()),
    ],
    ids=["bodies", "press", "provinces", "local bodies"],
)
def test_nothing_dangles_and_nothing_goes_in_a_circle(registry, fields, known) -> None:
    """Parents, predecessors and successors are records; none leads back to itself."""
    for field in fields:
        assert list(checks.dangling(registry, field, lambda r, f=field: getattr(r, f), known)) == []
        assert list(checks.cycles(registry, field, lambda r, f=field: getattr(r, f))) == []


@pytest.mark.parametrize("registry", [bodies(), press()], ids=["bodies", "press"])
def test_parents_are_records_that_share_a_day_with_the_child(registry) -> None:
    """A parent exists, is no descendant, and existed while the child did."""

    def up(record) -> list[str]:
        return [record.parent] if record.parent else []

    assert list(checks.dangling(registry, "parent", up, ALL)) == []
    assert list(checks.cycles(registry, "parent", up)) == []
    assert list(checks.outside_parent(registry, lambda record: record.parent)) == []


@pytest.mark.parametrize("registry", [bodies(), press()], ids=["bodies", "press"])
def test_what_became_of_every_body_is_said(registry) -> None:
    """A body that ended has successors or a reason, or ended with the body it belonged to."""
    assert list(checks.unexplained_ends(registry, lambda body: ALL.get(body.parent or ""))) == []


def test_provinces_number_63_and_34() -> None:
    """63 units on 30 June 2025, 34 the day after."""
    for day, count in ((dt.date(2025, 6, 30), 63), (dt.date(2025, 7, 1), 34)):
        assert sum(day in province.validity for province in provinces().values()) == count


def test_ministries_number_22_and_17() -> None:
    """22 ministries and bodies of ministerial rank on 28 February 2025, 17 the day after."""
    for day, count in ((dt.date(2025, 2, 28), 22), (dt.date(2025, 3, 1), 17)):
        kinds = [
            b.id
            for b in bodies().values()
            if b.kind in ("ministry", "ministerial-agency") and day in b.validity
        ]
        assert len(kinds) == count, kinds


def test_names_shared_on_one_day_belong_to_different_parents() -> None:
    """Two bodies of one name on one day are units of two bodies (``Cục Công nghệ thông tin``)."""
    clashes = list(checks.clashing_aliases([bodies(), press()]))
    for clash in clashes:
        other = clash.reason.rpartition(" ")[2]
        assert ALL[clash.id].parent != ALL[other].parent, clash


def test_the_lexicon_is_built_once() -> None:
    """The tree of names is shared by all finders."""
    assert lexicon() is lexicon()
