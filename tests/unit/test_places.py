"""Places: names and addresses to units, and units through time."""

import datetime as dt
import pickle

import pytest

from vnmedia import AmbiguityError, ParseError
from vnmedia.places import Place, candidates, place, places, resolve_place

REFORM = "2025-07-01"


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.slow), 11])
def test_every_unit_of_every_level_is_found_by_its_name_with_those_above_it(step: int) -> None:
    """Communes of before and after the reform, with all above them, on a day of their own."""
    for unit in tuple(places("commune"))[::step]:
        names, above = [unit.full_name], unit.parent()
        while above is not None:
            names.append(above.full_name)
            above = above.parent()
        assert candidates(", ".join(names), on=unit.end or unit.start) == (unit,)


def test_no_two_units_stand_under_one_name_in_one_unit() -> None:
    """Kind, name and unit above tell all that stood on one day apart."""
    for day in ("2025-06-30", REFORM, "2026-11-01"):
        named = [(unit.full_name, unit.parent(day)) for unit in places("commune", on=day)]
        assert len(set(named)) == len(named)


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        ("2025-06-30", {"xã": 7692, "phường": 1726, "thị trấn": 617}),
        (REFORM, {"xã": 2621, "phường": 687, "đặc khu": 13}),
        ("2026-04-30", {"xã": 2611, "phường": 697, "đặc khu": 13}),
        ("2026-09-20", {"xã": 2599, "phường": 709, "đặc khu": 13}),
    ],
)
def test_as_many_communes_as_the_statistics_office_counts(day: str, kinds: dict[str, int]) -> None:
    """The totals on the day before the reform, on its day, and after each change of 2026."""
    units = list(places("commune", on=day))
    assert {kind: sum(unit.kind == kind for unit in units) for kind in kinds} == kinds
    assert len(units) == sum(kinds.values())


def test_the_way_there_and_back_meet() -> None:
    """What a unit went into came from that unit, with the same share, and on the next day."""
    for unit in places("commune"):
        for part in unit.successors:
            assert (unit.id, part.share) in [(back.place.id, back.share) for back in part.place.predecessors]
            assert unit.end is not None
            assert part.place.start == unit.end + dt.timedelta(days=1)
        shares = [part.share for part in unit.successors]
        assert len(shares) <= 1 or set(shares) == {"part"}


@pytest.mark.parametrize(
    ("name", "on", "id"),
    [
        ("xã Đông Anh, thành phố Hà Nội", None, "xa-dong-anh-00454-2025"),
        ("xã Đông Anh - TP Hà Nội", None, "xa-dong-anh-00454-2025"),
        ("Xã Đông Anh (Hà Nội)", None, "xa-dong-anh-00454-2025"),
        ("XÃ ĐÔNG ANH", None, "xa-dong-anh-00454-2025"),
        ("xa Dong Anh", None, "xa-dong-anh-00454-2025"),
        ("xã Chân Mây - Lăng Cô", None, "xa-chan-may-lang-co-20137-2025"),
        ("xã Chân Mây–Lăng Cô, TP. Huế", None, "xa-chan-may-lang-co-20137-2025"),
        ("phường Móng Cái 2", None, "phuong-mong-cai-2-06709-2025"),
        ("xã Cư M’gar", REFORM, "xa-cu-m-gar-24280-2025"),
        ("xã Đoàn Kết, tỉnh Sơn La", REFORM, "xa-doan-ket-04000-2025"),
        ("xã Lộ 25, huyện Thống Nhất, tỉnh Đồng Nai", None, "xa-lo-25-26320"),
        ("P. Bến Nghé, Q.1, TP.HCM", None, "phuong-ben-nghe-26740"),
        ("đặc khu Phú Quốc, tỉnh An Giang", None, "dac-khu-phu-quoc-31078-2025"),
        ("phường Hoà Thuận Tây, quận Hải Châu", None, "phuong-hoa-thuan-tay-20245"),
        ("thành phố Bắc Ninh", "2026-10-01", "bac-ninh-2026"),
        ("thành phố Bắc Ninh", "2025-01-01", "thanh-pho-bac-ninh-bac-ninh"),
        ("tỉnh Hà Tây", dt.date(2005, 1, 1), "ha-tay"),
    ],
)
def test_a_name_as_people_write_it(name: str, on: dt.date | str | None, id: str) -> None:
    """Short level words, signs between units, capitals, both tone placements, no diacritics."""
    assert resolve_place(name, on=on).id == id


def test_a_name_of_several_units_gives_all_of_them_and_none() -> None:
    """Those that still stand come first; the error that says so holds them and pickles."""
    with pytest.raises(AmbiguityError) as error:
        resolve_place("phường Ngọc Hà, Hà Nội")
    assert [unit.id for unit in error.value.candidates] == [
        "phuong-ngoc-ha-00008-2025",
        "phuong-ngoc-ha-00016",
    ]
    again = pickle.loads(pickle.dumps(error.value))
    assert again.candidates == error.value.candidates
    assert str(again) == str(error.value)


def test_a_unit_that_had_ended_says_what_it_went_into() -> None:
    """No unit of that name stood on the day; the reason names the unit's last day and what followed."""
    with pytest.raises(ParseError, match=r"ended on 2025-06-30 and went into phường Ba Đình"):
        resolve_place("phường Trúc Bạch, quận Ba Đình", on="2025-07-02")


@pytest.mark.parametrize(
    "name", ["", " ", ",", "xã", "xã Không Có Tên", "Hà Nội, xã Đông Anh", "a" * 10_000, "- " * 99]
)
def test_what_names_no_unit_is_refused(name: str) -> None:
    """Also a name in the wrong order, an empty one, and a long one."""
    assert candidates(name) == ()
    with pytest.raises(ParseError):
        resolve_place(name)


def test_a_ward_of_2026_comes_from_its_commune() -> None:
    """Nhơn Trạch was a commune to 29 April 2026 and is a ward of a city since."""
    ward = resolve_place("phường Nhơn Trạch", on="2026-05-01")
    assert [(part.place.full_name, part.share) for part in ward.at("2026-04-29")] == [
        ("xã Nhơn Trạch", "whole")
    ]
    assert ward.parent() == place("dong-nai-2026")
    assert candidates("phường Nhơn Trạch", on="2026-04-29") == ()


def test_the_unit_above_is_that_of_the_day() -> None:
    """Quảng Ninh is a city from 1 September 2026 on."""
    unit = resolve_place("xã Tiên Yên, tỉnh Quảng Ninh", on="2026-01-01")
    assert unit.parent("2026-08-31") == place("quang-ninh")
    assert unit.parent("2026-09-01") == place("quang-ninh-2026")
    assert place("quang-ninh").parent() is None


def test_a_district_went_where_its_communes_went() -> None:
    """The islands' districts whole into one unit, the others in parts into several."""
    island = resolve_place("huyện Côn Đảo").at(REFORM)
    assert [(part.place.full_name, part.share) for part in island] == [("đặc khu Côn Đảo", "whole")]
    parts = resolve_place("huyện Đông Anh").at(REFORM)
    assert {part.share for part in parts} == {"part"}
    assert "Thư Lâm" in {part.place.name for part in parts}


def test_places_are_values() -> None:
    """Equal, hashable, picklable."""
    unit = resolve_place("xã Đông Anh")
    assert isinstance(unit, Place)
    assert pickle.loads(pickle.dumps(unit)) == unit
    assert len({unit, place(unit.id)}) == 1


def test_wrong_arguments_are_said() -> None:
    """A name that is no string, a day that is none, an id of nothing."""
    with pytest.raises(TypeError, match="name"):
        candidates(1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="on"):
        resolve_place("xã Đông Anh", on="2025-13-01")
    with pytest.raises(KeyError):
        place("nowhere")
