"""A name asked for by itself has the value that a text of the same words has, published on the same day."""

import datetime as dt
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia.model import Agency
from vnmedia.registries.agencies import bodies, local_bodies, press
from vnmedia.registries.places import communes, districts, provinces

LISTED = sorted({**press(), **bodies()}.items())
NAMES = sorted({text for _, body in LISTED for text in (body.name, *(alias.text for alias in body.aliases))})
LOCAL = sorted(local_bodies().values(), key=lambda name: name.id)
PLACES = sorted(
    f"{place.kind} {place.name}" for each in (provinces(), districts()) for place in each.values()
)
DAYS = (
    None,
    dt.date(1995, 3, 1),
    dt.date(2020, 12, 17),
    dt.date(2025, 6, 30),
    dt.date(2025, 7, 1),
    dt.date(2026, 10, 1),
)


def one_answer(name: str, day: dt.date | None) -> Agency | None:
    """The value of the finder where it reads all of *name*, which the resolver and an article must share."""
    found = vnmedia.find_agencies(name, published=day)
    if len(found) != 1 or found[0].quote != name:
        return None
    value = found[0].value
    assert vnmedia.resolve_agency(name, on=day) == value, (name, day)
    (mention,) = vnmedia.parse_article(name, published=day).agencies
    assert mention.value == value, (name, day)
    assert mention.inferred == found[0].inferred
    return value


def check_meaning(value: Agency, day: dt.date | None) -> None:
    """Candidates are what may be meant, successors what took the place of a body that had ended."""
    assert not (value.id and value.candidates)
    assert not (value.successors and value.id is None)
    if value.successors and value.id is not None and day is not None:
        end = vnmedia.agencies.record(value.id).validity.end
        assert end is not None
        assert end < day


@given(st.sampled_from(NAMES), st.sampled_from(DAYS))
def test_a_listed_name_has_one_answer(name: str, day: dt.date | None) -> None:
    """Any name or alias of the registries, on any day or none."""
    value = one_answer(name, day)
    if value is not None:
        check_meaning(value, day)


@given(st.sampled_from(LOCAL), st.sampled_from(PLACES), st.sampled_from(DAYS))
def test_a_local_name_has_one_answer(local, place: str, day: dt.date | None) -> None:
    """Any name of a local body with any province or district."""
    value = one_answer(f"{local.name} {place}", day)
    if value is not None:
        check_meaning(value, day)


@pytest.mark.skipif("VNMEDIA_SLOW" not in os.environ, reason="all names of the registries take minutes")
def test_every_listed_name_has_one_answer() -> None:
    """The same for all of them."""
    for name in NAMES:
        for day in DAYS:
            one_answer(name, day)


IDS = sorted(communes().rows)
COMMUNAL = ("ubnd", "dang-uy-xa", "cong-an", "hdnd")


@given(st.sampled_from(IDS), st.sampled_from(COMMUNAL))
def test_a_commune_with_its_province_is_one_body(id: str, local: str) -> None:
    """``UBND xã Đông Anh, huyện …, tỉnh …``, on a day of its own, is found whole, with id and parent."""
    commune = communes()[id]
    day = commune.validity.end or commune.validity.start
    assert day is not None
    above = [commune.parents[-1]]
    if above[0] in districts():
        above.append(districts()[above[0]].province)
    else:
        above = [place for place in commune.parents if day in provinces()[place].validity]
    units = [districts().get(place) or provinces()[place] for place in above]
    name = f"{local_bodies()[local].name} {commune.kind} {commune.name}"
    text = ", ".join([name, *(f"{unit.kind} {unit.name}" for unit in units)])
    value = vnmedia.resolve_agency(text, on=day)
    first = vnmedia.find_agencies(text, published=day)[0]
    assert first.quote == name, text
    assert first.value == value
    bearers = {value.id, *value.candidates}
    assert f"{local}.{id}" in bearers, text
    if value.id is not None:
        assert value.parent is not None
