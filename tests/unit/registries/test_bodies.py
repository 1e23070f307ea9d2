"""The registries of bodies and places hold what they promise."""

import csv
import datetime as dt
import itertools
from importlib.resources import files
from pathlib import Path

import pytest

from vnmedia import agencies
from vnmedia.agencies._lexicon import lexicon
from vnmedia.registries import Registry, checks, sources
from vnmedia.registries.agencies import abbreviations, bodies, heads, local_bodies, press, word_lists
from vnmedia.registries.places import District, communes, districts, provinces

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
    assert list(checks.wrong_parents(registry, lambda record: agencies.record(record.id).parents, ALL)) == []


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


AUDITED = list(
    csv.DictReader(
        (Path(__file__).parents[2] / "data" / "audited_parents.csv").read_text("utf-8").splitlines()
    )
)


@pytest.mark.parametrize("row", AUDITED, ids=lambda row: row["id"])
def test_what_an_audit_found_outside_its_parents_life_is_right_or_unknown(row: dict[str, str]) -> None:
    """287 bodies had a parent on days on which that did not live."""
    record = agencies.record(row["id"])
    told = record.parents
    assert "|".join(f"{each.id} {each.validity.text}" for each in told) == row["parents"]
    first, last = told[0].validity.start, told[-1].validity.end
    life = record.validity
    day = dt.timedelta(days=1)
    spans = list(itertools.pairwise(told))
    whole = (first is None or first == life.start) and (last is None or last == life.end)
    whole = whole and all(two.validity.start - day == one.validity.end for one, two in spans)
    assert row["outcome"].partition(" ")[0] == ("right" if whole else "unknown")
    for each in told:
        for when in {each.validity.start, each.validity.end} - {None}:
            assert record.parent_on(when).id == each.id
            assert when in record.parent_on(when).validity


@pytest.mark.slow
def test_no_local_body_has_a_parent_that_did_not_live() -> None:
    """Every name in every sort of place: a parent lived on each day that is told of it."""
    places = {}
    for unit in (*provinces().values(), *districts().values(), *communes().values()):
        above = [unit.province] if isinstance(unit, District) else list(getattr(unit, "parents", ()))
        kinds = [districts()[id].kind if id in districts() else id for id in above]
        places.setdefault((unit.kind, unit.validity.text, *kinds), unit.id)
    seen = 0
    for name in local_bodies().values():
        for place in places.values():
            try:
                body = agencies.record(f"{name.id}.{place}")
            except KeyError:
                continue
            for each in body.parents:
                seen += 1
                assert agencies.record(each.id).validity.covers(each.validity), body.id
                assert body.validity.covers(each.validity), body.id
            for one, two in itertools.pairwise(body.parents):
                assert one.validity.end < two.validity.start, body.id
    assert seen > 10_000
