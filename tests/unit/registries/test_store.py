"""Unit tests of the registries' loader, of validity, and of each check on a broken fixture."""

import datetime as dt

import attrs
import pytest

from vnmedia import RegistryError
from vnmedia.registries import Alias, Registry, Validity, always, checks, read_records


@attrs.frozen(kw_only=True)
class Spell:
    id: str
    validity: Validity


@attrs.frozen(kw_only=True)
class Body:
    id: str
    name: str
    aliases: tuple[Alias, ...] = ()
    parent: str | None = None
    parents: tuple[Spell, ...] = ()
    validity: Validity = attrs.field(factory=always)
    successors: tuple[str, ...] = ()
    ended: str | None = None
    sources: tuple[str, ...] = ()


def registry(content: str) -> Registry[Body]:
    return Registry("bodies.toml", read_records("bodies.toml", content, Body))


GOOD = """
[[body]]
id = "a"
name = "Bộ A"
aliases = [{ text = "A", strength = "weak" }]
validity = "2000/2010-06"
ended = "giải thể"
sources = ["act"]
"""


def test_a_good_file_is_read_into_records() -> None:
    """Fields, aliases and validity come out typed."""
    body = registry(GOOD)["a"]
    assert body.aliases == (Alias(text="A", strength="weak"),)
    assert body.validity.end == dt.date(2010, 6, 30)
    assert dt.date(2005, 1, 1) in body.validity
    assert dt.date(2011, 1, 1) not in body.validity


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ("[[body", ""),
        ("a = 1\nb = 2", ""),
        ('[[body]]\nid = "a"', "name"),
        (GOOD + "colour = 1", "colour"),
        (GOOD.replace('"Bộ A"', "1"), "name"),
        (GOOD.replace('"weak"', '"odd"'), "aliases[0].strength"),
        (GOOD.replace("2000/2010-06", "2010/2000"), "validity"),
        (GOOD.replace("2000/2010-06", "2000"), "validity"),
        (GOOD.replace("2000/2010-06", "2000/2010-13"), "validity"),
    ],
)
def test_a_broken_file_names_file_record_and_field(content: str, field: str) -> None:
    """The error says where."""
    with pytest.raises(RegistryError) as caught:
        registry(content)
    assert (caught.value.file, caught.value.field) == ("bodies.toml", field)


def test_an_id_stands_once() -> None:
    """The same id twice is refused."""
    with pytest.raises(RegistryError, match="another record has this id"):
        registry(GOOD + GOOD)
    row = {"id": "a", "name": "Bộ A"}
    with pytest.raises(RegistryError, match="another record has this id"):
        Registry.of_rows("bodies.toml", [row, row], Body)


def test_a_record_is_made_when_it_is_first_asked_for() -> None:
    """A fault of one record is told when that is asked for, and its ids are known before."""
    rows = [{"id": "a", "name": "Bộ A"}, {"id": "b", "name": 1}, {"name": "Bộ C"}]
    bodies = Registry.of_rows("bodies.toml", rows, Body)
    assert list(bodies) == ["a", "b", "None"]
    assert bodies["a"] is bodies["a"] == Body(id="a", name="Bộ A")
    with pytest.raises(RegistryError) as caught:
        list(bodies.values())
    assert (caught.value.id, caught.value.field) == ("b", "name")


def second(**fields: str) -> str:
    rows = {"id": '"b"', "name": '"Bộ B"', "sources": '["act"]', **fields}
    return GOOD + "[[body]]\n" + "\n".join(f"{key} = {value}" for key, value in rows.items())


#: Spells under "a", which lived from 2000 to June 2010.
GONE, LIVED = (f'[{{ id = "a", validity = "{days}" }}]' for days in ("1999/2003", "2009/2010-06"))


def wrong_parents(bodies: Registry[Body]):
    return checks.wrong_parents(bodies, lambda body: body.parents, bodies)


def parent(body: Body) -> tuple[str, ...]:
    return (body.parent,) if body.parent else ()


@pytest.mark.parametrize(
    ("content", "check", "field"),
    [
        (second(id='"b B"'), lambda r: checks.ids_and_form(r, ""), "id"),
        (second(id='"0"'), lambda r: checks.ids_and_form(r, ""), "id"),
        (second(), lambda r: checks.ids_and_form(r, "e\u0302"), ""),
        (second(parent='"c"'), lambda r: checks.dangling(r, "parent", parent, r), "parent"),
        (second(sources="[]"), lambda r: checks.unknown_sources(r, {"act": 1}), "sources"),
        (second(sources='["page"]'), lambda r: checks.unknown_sources(r, {"act": 1}), "sources"),
        (second(parent='"b"'), lambda r: checks.cycles(r, "parent", parent), "parent"),
        (
            second(parent='"a"', validity='"2011/.."'),
            lambda r: checks.outside_parent(r, lambda body: body.parent),
            "parent",
        ),
        (second(parents=LIVED, parent='"a"', validity='"2011/.."'), wrong_parents, "parents"),
        (second(parents=GONE, parent='"a"'), wrong_parents, "parents"),
        (second(parents=LIVED), wrong_parents, "parents"),
        (second(name='"BỘ A"'), lambda r: checks.clashing_aliases([r]), "aliases"),
        (second(validity='"/2010"'), lambda r: checks.unexplained_ends(r, lambda body: None), "ended"),
        (
            second(validity='"/2009"', parent='"a"'),
            lambda r: checks.unexplained_ends(r, lambda body: r.get(body.parent or "")),
            "ended",
        ),
    ],
)
def test_each_check_finds_its_fault(content: str, check, field: str) -> None:
    """A broken fixture proves each check; the sound file passes it."""
    assert [error.field for error in check(registry(content))] == [field]
    if field:
        assert not list(check(registry(GOOD)))


def test_one_name_may_pass_from_body_to_body() -> None:
    """Two bodies may share a strong name on different days."""
    content = second(name='"Bộ A"', validity='"2010-07/.."')
    assert not list(checks.clashing_aliases([registry(content)]))
