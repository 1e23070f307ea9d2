"""Bodies and places over the reform of 2025: every unit of every level, before and after it."""

import datetime as dt
import functools
import re
import tomllib
from pathlib import Path

import pytest

import vnmedia
from vnmedia import agencies
from vnmedia.model import Context
from vnmedia.registries.agencies import local_bodies
from vnmedia.registries.places import Commune, District, Province, communes, districts, provinces

BEFORE, AFTER, TODAY = dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 11, 1)
#: What a body is called, and the first part of its id.
BODIES = {"UBND": "ubnd", "Đảng ủy": "dang-uy-xa", "Công an": "cong-an"}


def in_full(unit: Commune | District, day: dt.date) -> str:
    """A unit with those above it on a day: ``xã Đông Anh, thành phố Hà Nội``."""
    above = unit.parents if isinstance(unit, Commune) else (unit.province,)
    (parent,) = [id for id in above if day in (districts().get(id) or provinces()[id]).validity]
    higher = districts().get(parent)
    rest = in_full(higher, day) if higher is not None else leveled(provinces()[parent])
    return f"{unit.kind} {unit.name}, {rest}"


def leveled(province: Province) -> str:
    return f"{province.kind} {province.name}"


@functools.cache
def wrong(day: dt.date, body: str) -> list[str]:
    """The communes of a day whose body, named with its province, is not read whole or is another's."""
    found = []
    for unit in communes().values():
        if day not in unit.validity:
            continue
        name = f"{body} {in_full(unit, day)}"
        value = vnmedia.resolve_agency(name, on=day)
        (mention, *_) = vnmedia.find_agencies(f"Theo {name}, việc này đã xong.", published=day)
        printed = f"{body} {unit.kind} {unit.name}"
        if value.id != f"{BODIES[body]}.{unit.id}" or mention.quote != printed or mention.value != value:
            found.append(f"{name}: {mention.quote} {value.id} {value.candidates}")
    return found


@pytest.mark.parametrize(
    "body", [body if body == "UBND" else pytest.param(body, marks=pytest.mark.slow) for body in BODIES]
)
@pytest.mark.parametrize("day", [pytest.param(AFTER, marks=pytest.mark.slow), TODAY], ids=str)
def test_every_commune_since_the_reform_has_its_bodies(day: dt.date, body: str) -> None:
    """All 3,321 with their province: found whole, and one id."""
    assert sum(day in unit.validity for unit in communes().values()) == 3321
    assert wrong(day, body) == []


@pytest.mark.slow
def test_every_commune_of_before_has_its_bodies_on_its_day() -> None:
    """All 10,035 with district and province."""
    assert sum(BEFORE in unit.validity for unit in communes().values()) == 10035
    assert wrong(BEFORE, "UBND") == []


def test_every_district_has_its_bodies_before_and_says_what_follows_after() -> None:
    """All 696: on their last day, and on the first day without them."""
    standing = [unit for unit in districts().values() if BEFORE in unit.validity]
    assert len(standing) == 696
    for unit in standing:
        name = f"UBND {in_full(unit, BEFORE)}"
        before, after = (vnmedia.resolve_agency(name, on=day) for day in (BEFORE, AFTER))
        assert before.id == after.id == f"ubnd.{unit.id}"
        assert (before.ended, before.successors) == (None, ())
        assert after.ended == BEFORE
        assert after.successors
        assert all(AFTER in agencies.record(id).validity for id in after.successors)


@pytest.mark.parametrize("unit", provinces().values(), ids=lambda unit: unit.id)
def test_every_province_has_its_committee_on_every_day_of_its_life(unit: Province) -> None:
    """On its first day, as far as that is known, and on its last, or today."""
    for day in {unit.validity.start, unit.validity.end or TODAY} - {None}:
        if day < dt.date(1976, 7, 2):
            continue  # they were administrative committees then
        assert vnmedia.resolve_agency(f"UBND {leveled(unit)}", on=day).id == f"ubnd.{unit.id}"


def test_what_every_body_of_a_province_became_is_known() -> None:
    """Bodies that ended name bodies that there were, also where the province ended long before its kind."""
    told = 0
    for name in local_bodies().values():
        for place in provinces():
            if "provincial" not in name.levels or not name.validity.overlaps(provinces()[place].validity):
                continue
            body = agencies.record(f"{name.id}.{place}")
            told += bool(body.successors())
            for later in body.successors():
                assert later.id != body.id
    assert told > 1000


def test_a_body_whose_province_ended_first_is_that_of_the_provinces_after_it() -> None:
    """The branch of the tax department of 1996 is not that of 2025."""
    found = agencies.find("Theo Chi cục Thuế tỉnh Minh Hải.", Context(published=dt.date(1999, 1, 1)))
    assert found[0].value.successors == ("chi-cuc-thue.bac-lieu", "chi-cuc-thue.ca-mau")


def test_a_name_is_given_in_the_letters_that_it_was_asked_for_with() -> None:
    """Also one that only its form tells, and the longest of them."""
    for name in ("Tòa án nhân dân cấp cao tại Hà Nội", "Thanh tra Bộ Tài chính"):
        assert vnmedia.resolve_agency(name, on="2025-01-01").name == name


@pytest.mark.parametrize("place", sorted(provinces()))
def test_no_body_is_made_of_a_name_and_a_place_that_share_no_day(place: str) -> None:
    """``thue.binh-duong`` never lived: Bình Dương ended a day before the first ``Thuế tỉnh``."""
    ended = provinces()[place].validity.end
    for id in ("thue", "thong-ke", "thads", "ban-ch-bdbp"):
        if ended is not None and ended < AFTER:
            with pytest.raises(KeyError):
                agencies.record(f"{id}.{place}")
        else:
            assert agencies.record(f"{id}.{place}").validity.start >= AFTER


ARTICLES = tomllib.loads(Path(__file__).with_name("reform_articles.toml").read_text(encoding="utf-8"))[
    "article"
]
_ID = re.compile(r" \[([a-z0-9.-]+)\]")


@pytest.mark.parametrize("article", ARTICLES, ids=range(1, len(ARTICLES) + 1))
def test_every_id_of_an_article_over_the_reform_is_right(article: dict) -> None:
    """Each marked body is found up to its end with its id, and every other id is of a body that has lived."""
    text, wanted, after = "", {}, 0
    for match in _ID.finditer(article["text"]):
        text += article["text"][after : match.start()]
        wanted[len(text)], after = match[1], match.end()
    text += article["text"][after:]
    found = {
        mention.span.end: mention.value.id
        for mention in vnmedia.find_agencies(text, published=article["published"])
    }
    assert {end: found.get(end) for end in wanted} == wanted
    for id in filter(None, found.values()):
        start = agencies.record(id).validity.start
        assert start is None or start <= article["published"]


def test_a_department_without_its_place_is_that_of_the_texts_only_province() -> None:
    """In an article on two provinces it is none's."""
    text = "UBND tỉnh Nghệ An giao Sở Y tế kiểm tra."
    assert [m.value.id for m in vnmedia.find_agencies(text, published=TODAY)][1] == "so-y-te.nghe-an"
    text = "UBND tỉnh Nghệ An và UBND tỉnh Hà Tĩnh họp. Sở Y tế báo cáo."
    assert [m.value.id for m in vnmedia.find_agencies(text, published=TODAY)][2] is None


@pytest.mark.parametrize("several", ["34 UBND tỉnh", "UBND tỉnh, thành phố", "UBND tỉnh và xã"])
def test_a_level_that_stands_for_all_its_places_is_none_of_them(several: str) -> None:
    """Also in a text about one province."""
    found = vnmedia.find_agencies(f"UBND tỉnh Nghệ An báo cáo. Theo {several} đã họp.", published=TODAY)
    assert [mention.value.id for mention in found] == ["ubnd.nghe-an", None]


@pytest.mark.parametrize("form", ["Đắk", "Đăk", "Đak"])
def test_a_word_of_the_highlands_is_read_in_each_of_its_spellings(form: str) -> None:
    """In the name of a body, and in that of a place."""
    for rest in ("Tô", "Pxi", "Pơ", "Hà"):
        (unit,) = vnmedia.places.candidates(f"xã {form} {rest}", on=TODAY)
        assert vnmedia.resolve_agency(f"UBND xã {form} {rest}", on=TODAY).id == f"ubnd.{unit.id}"
