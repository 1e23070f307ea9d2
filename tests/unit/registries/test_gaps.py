"""What the registries are known not to know is listed, record by record."""

import pytest
from click.testing import CliRunner

import vnmedia
from vnmedia.cli import main
from vnmedia.instruments import law, laws
from vnmedia.registries import checks, sources
from vnmedia.registries.agencies import bodies, local_bodies, press
from vnmedia.registries.gaps import gaps
from vnmedia.registries.instruments import law_gaps
from vnmedia.registries.instruments import laws as law_registry
from vnmedia.registries.places import communes, districts, provinces

TABLES = {
    "agencies": bodies,
    "communes": communes,
    "districts": districts,
    "laws": lambda: {**law_registry(), **law_gaps()},
    "local_bodies": local_bodies,
    "press": press,
    "provinces": provinces,
}


def test_every_gap_is_one_of_a_record() -> None:
    """And stands once."""
    found = list(gaps())
    assert len(found) == len(set(found))
    for gap in found:
        assert gap.id == "*" or gap.id in TABLES[gap.registry](), gap


@pytest.mark.parametrize(
    ("id", "field"),
    [
        ("13-2026-qh16", "title"),
        ("07-2026-qh16", "effective"),
        ("02-2016-qh14", "until"),
        ("11-2026-qh16", "passed"),
        ("vnexpress", "parents"),
        ("xa-my-hung-01651", "successors"),
    ],
)
def test_what_is_open_is_listed(id: str, field: str) -> None:
    """Titles and days of laws, parents, successors."""
    assert any((gap.id, gap.field) == (id, field) for gap in gaps())


def test_what_is_known_is_no_gap() -> None:
    """A law with both days, a body with its parents."""
    assert not any(
        gap.id in ("80-2015-qh13", "cuc-bao-chi-bvhttdl") for gap in gaps() if gap.field != "sources"
    )


def test_laws_without_a_title_are_in_no_table_of_laws() -> None:
    """No name is made up for them, and what they amend says so."""
    assert list(checks.unknown_sources(law_gaps(), sources())) == []
    for gap in law_gaps().values():
        with pytest.raises(KeyError):
            law(gap.number)
        for number in gap.amends:
            named = (*law(number).amended_by, *law(number).replaced_by)
            assert gap.number in named or law(number).validity.end is None


@pytest.mark.parametrize(
    ("name", "day", "number"),
    [
        ("Luật Thủ đô", "2026-01-01", "39/2024/QH15"),
        ("Luật Thủ đô", "2026-10-01", None),
        ("Luật Hòa giải ở cơ sở", "2025-11-01", "35/2013/QH13"),
        ("Luật Hòa giải ở cơ sở", "2026-11-01", None),
        ("Luật Phổ biến, giáo dục pháp luật", "2026-11-01", None),
        ("Luật Dầu khí", "2026-10-01", "12/2022/QH15"),
        ("Luật Dầu khí", "2027-03-01", "10/2026/QH16"),
        ("Luật Hộ tịch", "2027-02-28", "60/2014/QH13"),
        ("Luật Phát triển đô thị", "2026-11-01", "18/2026/QH16"),
    ],
)
def test_no_law_is_guessed_while_the_day_of_its_follower_is_unknown(
    name: str, day: str, number: str | None
) -> None:
    """The old one until the new one was passed; then none, until a source tells when it took effect."""
    meant = vnmedia.parse_instrument(name, published=day).instrument
    assert (meant.number if meant is not None else None) == number


def test_the_registry_of_laws_is_public() -> None:
    """By number in any spelling, and by day."""
    assert law("18/2026/qh16").title == "Luật Phát triển đô thị"
    assert law("101/2015/QH13").amended_by[-1] == "11/2026/QH16"
    assert len(laws()) == len(law_registry())
    assert law("10/2026/QH16") not in laws(on="2027-02-28")
    assert law("10/2026/QH16") in laws(on="2027-03-01")


def test_the_command_lists_and_counts() -> None:
    """One gap a line, counts apart."""
    done = CliRunner().invoke(main, ["registry", "check", "--table", "laws"])
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert "laws\t13-2026-qh16\ttitle\t" in "\n".join(lines)
    assert all(line.startswith("laws\t") for line in lines)
    assert "× laws.title" in done.stderr
