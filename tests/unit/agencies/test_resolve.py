"""Names stand for bodies: on a day, among the other names of a text, and behind their end."""

import datetime as dt

import pytest

import vnmedia
from vnmedia import ParseError, agencies
from vnmedia.model import Agency, Context
from vnmedia.registries.agencies import bodies, press

ALL = {**press(), **bodies()}


def ids(agency: Agency) -> set[str]:
    return {agency.id, *agency.candidates} - {None}


@pytest.mark.parametrize("registry", [bodies(), press()], ids=["bodies", "press"])
def test_every_name_and_strong_alias_resolves_to_its_body(registry) -> None:
    """On a day of its validity each name of a body stands for it, or for namesakes of which it is one."""
    for body in registry.values():
        day = body.validity.end or body.validity.start
        names = [body.name, *(alias.text for alias in body.aliases if alias.strength == "strong")]
        for name in names:
            if " của " not in name and not body.shared:
                assert body.id in ids(agencies.resolve(name, day)), (name, day)


@pytest.mark.parametrize(
    ("text", "day", "wanted"),
    [
        ("Cục Báo chí, Bộ TT&TT", dt.date(2020, 1, 1), ["cuc-bao-chi", "bo-tttt"]),
        ("Cục Báo chí", dt.date(2026, 1, 1), ["cuc-bao-chi-bvhttdl"]),
        ("Cục CNTT (Bộ Y tế)", dt.date(2020, 1, 1), ["cuc-cntt-byt", "bo-y-te"]),
        ("Vụ Pháp chế", dt.date(2020, 1, 1), [None]),
        ("Vụ Pháp chế, Bộ Thông tin và Truyền thông", dt.date(2020, 1, 1), ["vu-phap-che-tttt", "bo-tttt"]),
        ("Vụ Pháp chế thuộc Bộ Y tế", dt.date(2020, 1, 1), [None, "bo-y-te"]),
        ("UBND TP.HCM", dt.date(2025, 6, 30), ["ubnd.ho-chi-minh"]),
        ("UBND TP.HCM", dt.date(2025, 7, 1), ["ubnd.ho-chi-minh-2025"]),
        ("Sở Y tế Quảng Ninh", dt.date(2020, 1, 1), ["so-y-te.quang-ninh"]),
        ("Công an huyện Mỹ Đức", dt.date(2020, 1, 1), ["cong-an.huyen-my-duc-ha-noi"]),
        ("Công an xã Đồng Tâm", dt.date(2020, 1, 1), [None]),
    ],
)
def test_the_day_and_the_neighbours_decide(text: str, day: dt.date, wanted: list) -> None:
    """A namesake is told by the day and by the body it belongs to; what cannot be told has no id."""
    assert [m.value.id for m in agencies.find(text, Context(published=day))] == wanted


def test_what_nothing_decides_has_candidates() -> None:
    """Without a day, a name that several bodies have had gives all of them."""
    (mention,) = vnmedia.find_agencies("Cục Báo chí")
    assert mention.value.id is None
    assert set(mention.value.candidates) == {"cuc-bao-chi", "cuc-bao-chi-bvhtt", "cuc-bao-chi-bvhttdl"}


def test_a_unit_has_the_parent_that_stands_behind_it() -> None:
    """A body that no registry has gets its parent from the text."""
    unit, _ = vnmedia.find_agencies("Trung tâm Hỗ trợ Xuất khẩu thuộc Cục Xúc tiến thương mại")
    assert (unit.value.id, unit.value.parent) == (None, "cuc-xttm")


def test_resolve_follows_a_body_behind_its_end() -> None:
    """After its end a name stands for what the body became."""
    assert vnmedia.resolve_agency("Tổng cục Thuế", on=dt.date(2025, 6, 1)).id == "cuc-thue"
    later = vnmedia.resolve_agency("Bộ TT&TT", on=dt.date(2025, 6, 1))
    assert later.candidates == ("bo-khcn", "bo-vhttdl")
    assert vnmedia.resolve_agency("Sở Nội vụ tỉnh Hà Nam", on=dt.date(2020, 1, 1)).id == "so-noi-vu.ha-nam"


@pytest.mark.parametrize("name", ["", "Công ty An Bình", "Bộ", "hôm qua"])
def test_resolve_refuses_what_names_no_body(name: str) -> None:
    """No body has such a name."""
    with pytest.raises(ParseError):
        vnmedia.resolve_agency(name)


def test_resolve_refuses_a_day_before_the_body() -> None:
    """None had that name yet."""
    with pytest.raises(ParseError, match="yet"):
        vnmedia.resolve_agency("Bộ Dân tộc và Tôn giáo", on=dt.date(2020, 1, 1))


def test_one_word_stands_for_the_body_before_it() -> None:
    """``Sở`` is the department that was named, where a word beside it says that a body is meant."""
    found = vnmedia.find_agencies("Sở Y tế tỉnh Hà Nam họp. Lãnh đạo Sở cho biết, đơn vị của Sở đã xong.")
    assert [(m.quote, m.value.id) for m in found] == [
        ("Sở Y tế tỉnh Hà Nam", "so-y-te.ha-nam"),
        ("Sở", "so-y-te.ha-nam"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Y tế tỉnh Hà Nam báo cáo UBND tỉnh.", "ubnd.ha-nam"),
        ("Sở Y tế tỉnh Hà Nam, Sở Y tế tỉnh Yên Bái báo cáo UBND tỉnh.", None),
        ("Đề nghị UBND tỉnh.", None),
    ],
)
def test_a_level_alone_means_the_one_place_of_the_text(text: str, wanted: str | None) -> None:
    """``UBND tỉnh`` is that of the province that the text is about, if it is one."""
    body = vnmedia.find_agencies(text)[-1].value
    assert (body.name, body.id) == ("Ủy ban nhân dân tỉnh", wanted)
