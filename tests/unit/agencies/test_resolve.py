"""Names stand for bodies: on a day, among the other names of a text, and after their end."""

import datetime as dt
from collections import defaultdict
from functools import cache
from importlib import import_module

import pytest

import vnmedia
from vnmedia import ParseError, agencies
from vnmedia.agencies._graph import COMMITTEE
from vnmedia.agencies._patterns import words
from vnmedia.model import Agency, Context
from vnmedia.registries.agencies import Body, bodies, local_bodies, press
from vnmedia.registries.places import districts, provinces

ALL = {**press(), **bodies()}


def ids(agency: Agency) -> set[str]:
    return {agency.id, *agency.candidates} - {None}


def went_to(agency: Agency, day: dt.date) -> set[str]:
    """What a value says that stands for the name on a day: what took its place, else itself."""
    if agency.id is None:
        later = {each.id for id in ids(agency) for each in agencies.record(id).successors(on=day)}
        return later or ids(agency)
    return set(agency.successors) or {agency.id}


def names_of(body: Body) -> list[str]:
    return [body.name, *(alias.text for alias in body.aliases if alias.strength == "strong")]


@pytest.mark.parametrize("registry", [bodies(), press()], ids=["bodies", "press"])
def test_every_name_and_strong_alias_resolves_to_its_body(registry) -> None:
    """On a day of its validity each name of a body stands for it, or for namesakes of which it is one."""
    for body in registry.values():
        day = body.validity.end or body.validity.start
        for name in names_of(body):
            if not body.shared:
                assert body.id in ids(agencies.resolve(name, day)), (name, day)


@cache
def bearers() -> dict[tuple[str, ...], list[Body]]:
    """The bodies that have had each strong name."""
    found: defaultdict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in ALL.values():
        for name in names_of(body):
            if body not in found[tuple(words(name))]:
                found[tuple(words(name))].append(body)
    return found


def became(name: str, day: dt.date) -> set[str]:
    """What a name stands for on a day: who bears it, else what its last bearers had become."""
    having = bearers()[tuple(words(name))]
    living = {body.id for body in having if day in body.validity}
    if living:
        return living
    last = max(body.validity.end for body in having if body.validity.end and body.validity.end < day)
    ended = [body.id for body in having if body.validity.end == last]
    return {later.id for id in ended for later in agencies.record(id).successors(on=day)} or set(ended)


@pytest.mark.parametrize("day", [dt.date(2026, 3, 1), None], ids=["today", "the day after"])
def test_after_its_end_every_name_says_what_it_became(day: dt.date | None) -> None:
    """Every row with an end: its names give it, and what took its place, if anything did."""
    wrong = []
    for body in ALL.values():
        end = body.validity.end
        if end is None:
            continue
        on = day or end + dt.timedelta(days=1)
        for name in names_of(body):
            resolved = agencies.resolve(name, on)
            if went_to(resolved, on) != became(name, on) and not body.shared:
                wrong.append((body.id, name, on, resolved, became(name, on)))
    assert wrong == []


@pytest.mark.parametrize("body", [body for body in bodies().values() if body.shared], ids=str)
def test_a_name_that_many_bodies_units_share_says_nothing_alone(body: Body) -> None:
    """``Vụ Pháp chế`` is a unit of every ministry: before, in and after the life of the one with a record."""
    life = body.validity
    days = [None, *(day for day in (life.start, life.end) if day is not None), dt.date(2026, 3, 1)]
    for day in days:
        assert agencies.resolve(body.name, day).id is None, day
        value = vnmedia.find_agencies(f"{body.name} họp.", published=day)[0].value
        assert value.id is None, day


@pytest.mark.parametrize("place", ["nghe-an", "ha-nam"])
def test_a_local_body_is_followed_to_its_successors(place: str) -> None:
    """Every local name with an end, in a province that stayed and in one that was merged."""
    day = dt.date(2026, 3, 1)
    for name in local_bodies().values():
        committee = COMMITTEE.search(name.name.lower())
        had = name.successors and "provincial" in name.levels
        had = had and (committee is None or committee[1] == "tỉnh")
        if not had or not name.validity.overlaps(provinces()[place].validity):
            continue
        later = {body.id for body in agencies.record(f"{name.id}.{place}").successors(on=day)}
        resolved = agencies.resolve(f"{name.name} tỉnh {provinces()[place].name}", day)
        assert later, name.id
        assert went_to(resolved, day) == later, name.id


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("UBND tỉnh Hà Nam", {"ubnd.ninh-binh-2025"}),
        ("Tỉnh ủy Bình Dương", {"thanh-uy.ho-chi-minh-2025"}),
        ("Tỉnh đoàn Bình Dương", {"thanh-doan.ho-chi-minh-2025"}),
        ("Sở KH&ĐT TP.HCM", {"so-tai-chinh.ho-chi-minh-2025"}),
        ("Sở TT&TT tỉnh Hà Nam", {"so-kh-cn.ninh-binh-2025", "so-vh-tt-dl.ninh-binh-2025"}),
        (
            "UBND quận 1",
            {
                "ubnd.phuong-ben-thanh-26743-2025",
                "ubnd.phuong-cau-ong-lanh-26758-2025",
                "ubnd.phuong-sai-gon-26740-2025",
                "ubnd.phuong-tan-dinh-26737-2025",
            },
        ),
    ],
)
def test_a_body_of_a_merged_place_is_followed_to_the_new_one(name: str, wanted: set[str]) -> None:
    """On a day of 2026, the body is that of the province which the place went into; of no place, itself."""
    day = dt.date(2026, 1, 1)
    assert went_to(agencies.resolve(name, day), day) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bộ Công an và Bộ Nội vụ họp.", {None}),
        ("Cục A05, Bộ Công an và Bộ Nội vụ họp.", {"a05", "bo-cong-an", "bo-noi-vu"}),
        ("Bộ Công Thương thi hành Nghị định 98/2017/NĐ-CP.", {"bo-cong-thuong"}),
        ("Cục Báo chí thi hành Nghị định 98/2017/NĐ-CP.", {None}),
        ("Bộ Dân tộc và Tôn giáo gửi Cục Báo chí.", {"bo-dttg", "cuc-bao-chi-bvhttdl"}),
    ],
)
def test_a_text_without_a_day_is_younger_than_what_it_names(text: str, wanted: set) -> None:
    """The bodies it names and the years of documents rule out what had ended before; the rest stays open."""
    assert {m.value.id for m in agencies.find(text)} == wanted


def test_no_body_is_named_before_it_was_founded() -> None:
    """``Cục Thuế`` of a province, in 2020, is not the department of 2025."""
    (mention,) = agencies.find("Theo Cục Thuế, thu tăng.", Context(published=dt.date(2020, 1, 1)))
    assert (mention.value.id, mention.value.candidates) == (None, ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thị ủy Sơn Tây", "thi-uy.thi-xa-son-tay-ha-noi"),
        ("Trại giam Thủ Đức", None),
        ("Thuế cơ sở 2 tỉnh Nghệ An", None),
    ],
)
def test_a_place_gives_an_id_where_the_body_is_its_own(text: str, wanted: str | None) -> None:
    """A committee is that of its level; a prison bears a place's name, offices are numbered."""
    assert agencies.parse(text).id == wanted


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


def test_a_unit_has_the_parent_that_stands_after_it() -> None:
    """A body that no registry has gets its parent from the text."""
    unit, _ = vnmedia.find_agencies("Trung tâm Hỗ trợ Xuất khẩu thuộc Cục Xúc tiến thương mại")
    assert (unit.value.id, unit.value.parent) == (None, "cuc-xttm")


def test_resolve_follows_a_body_after_its_end() -> None:
    """After its end a name stands for the body that had it, and says what that became."""
    later = vnmedia.resolve_agency("Bộ TT&TT", on=dt.date(2025, 6, 1))
    assert (later.id, later.candidates) == ("bo-tttt", ())
    assert later.successors == ("bo-khcn", "bo-vhttdl")
    assert vnmedia.resolve_agency("Tổng cục Thuế", on="2025-06-01").successors == ("cuc-thue",)
    assert vnmedia.resolve_agency("Sở Nội vụ tỉnh Hà Nam", on=dt.date(2020, 1, 1)).id == "so-noi-vu.ha-nam"


@pytest.mark.parametrize("name", ["", "Công ty An Bình", "Bộ", "hôm qua"])
def test_resolve_refuses_what_names_no_body(name: str) -> None:
    """No body has such a name."""
    with pytest.raises(ParseError):
        vnmedia.resolve_agency(name)


def test_a_day_before_the_body_gives_none() -> None:
    """None had that name yet: the words are a name, and stand for no body of the registry."""
    early = vnmedia.resolve_agency("Bộ Dân tộc và Tôn giáo", on=dt.date(2020, 1, 1))
    assert (early.id, early.candidates, early.successors) == (None, (), ())


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


@pytest.mark.parametrize(
    ("text", "day", "wanted"),
    [
        ("Bộ Công an họp.", "2020-05-01", {"id": "published"}),
        ("UBND tỉnh Hà Nam họp.", "2020-05-01", {}),
        ("Bộ Giao thông họp.", "2020-05-01", {"name": "registry"}),
        ("UBND huyện Châu Thành, tỉnh Tây Ninh họp.", "2020-05-01", {"id": "document"}),
        ("Hôm qua, ngày 9/3/2017, Bộ Công an họp.", None, {"id": "document"}),
    ],
)
def test_a_mention_says_what_was_concluded(text: str, day: str | None, wanted: dict[str, str]) -> None:
    """The day or the text tells namesakes apart, and the registry gives a clipped name in full."""
    first = vnmedia.find_agencies(text, published=day)[0]
    assert first.inferred == wanted
    assert first.value.id is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng nay (12/6/2019), UBND TP Đà Nẵng họp.", dt.date(2019, 6, 12)),
        ("Chiều qua, 30/6/2025, UBND TP Đà Nẵng họp.", dt.date(2025, 7, 1)),
        ("Ngày 12/6/2019, UBND TP Đà Nẵng họp.", None),
    ],
)
def test_a_text_may_say_when_it_was_written(text: str, day: dt.date | None) -> None:
    """Its own day decides as that of its publishing would; the day of an event does not."""
    (body,) = vnmedia.find_agencies(text)
    if day is None:
        assert body.value.candidates == ("ubnd.da-nang-2025", "ubnd.da-nang")
    else:
        assert [body.value] == [m.value for m in vnmedia.find_agencies(text, published=day)]
        assert body.value.id is not None


LETTERHEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG\nSố: 7/QĐ-UBND\nKiên Giang, ngày 2 tháng 5 năm 2021\nQUYẾT ĐỊNH\n"
)


def test_bodies_of_a_local_document_are_those_of_its_place() -> None:
    """A department without its place, and a district that several provinces have."""
    found = vnmedia.find_agencies(LETTERHEAD + "Theo đề nghị của Sở Tài chính và UBND huyện Châu Thành;")
    assert [(m.value.id, dict(m.inferred)) for m in found[1:]] == [
        ("so-tai-chinh.kien-giang", {"id": "document"}),
        ("ubnd.huyen-chau-thanh-kien-giang", {"id": "document"}),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UBND xã Tân Lập, huyện Yên Mỹ, tỉnh Hưng Yên", "ubnd.xa-tan-lap-12073"),
        ("UBND xã Đông Anh - TP Hà Nội", "ubnd.xa-dong-anh-00454-2025"),
        ("Công an phường 12 (quận 10, TP.HCM)", "cong-an.phuong-12-27172"),
        ("UBND xã Tân Lập, tỉnh Nghệ An", None),
    ],
)
def test_the_places_after_a_commune_tell_which_it_is(text: str, wanted: str | None) -> None:
    """Many communes share a name; where none of them lies in the place that is said, none is meant."""
    assert vnmedia.resolve_agency(text).id == wanted


@pytest.mark.parametrize(
    ("name", "day", "id", "parent", "successors"),
    [
        ("Công an quận Cầu Giấy", "2025-04-01", "cong-an.quan-cau-giay-ha-noi", "cong-an.ha-noi", ()),
        ("Báo VietNamNet", "2024-06-01", "vietnamnet", "bo-tttt", ()),
        ("Báo VietNamNet", "2025-04-01", "vietnamnet", "bo-khcn", ()),
        ("Báo VietNamNet", "2026-04-01", "vietnamnet", "bo-dttg", ()),
        ("Cục Biến đổi khí hậu", "2024-06-01", "cuc-bdkh", "bo-tnmt", ()),
        ("Bộ Y tế", "1985-06-01", "bo-y-te", "hoi-dong-bo-truong", ()),
        ("Cục Thuế tỉnh Bình Dương", "2025-04-01", "cuc-thue-tinh.binh-duong", None, ()),
        ("UBND thành phố Bắc Ninh", "2026-10-01", "ubnd.bac-ninh-2026", None, ()),
        (
            "UBND xã Nhơn Trạch",
            "2026-05-01",
            "ubnd.xa-nhon-trach-26485-2025",
            "ubnd.dong-nai-2026",
            ("ubnd.phuong-nhon-trach-26485-2026",),
        ),
    ],
)
def test_bodies_over_the_reform(
    name: str, day: str, id: str, parent: str | None, successors: tuple[str, ...]
) -> None:
    """A body has the parent that lived on the day, and says what it went into once it has ended."""
    value = vnmedia.resolve_agency(name, on=day)
    assert (value.id, value.successors) == (id, successors)
    assert value.parent in (parent, None)


def test_no_parent_is_given_that_did_not_live() -> None:
    """On any day of a listed body, its parent is one that lived then, or unknown."""
    for body in ALL.values():
        for day in {body.validity.start, body.validity.end} - {None}:
            value = agencies.resolve(body.name, day)
            if value.parent is not None:
                assert day in agencies.record(value.parent).validity, (body.id, day)
    ended = agencies.record("cong-an.quan-cau-giay-ha-noi")
    assert ended.validity.end == dt.date(2025, 2, 28)
    assert ended.ended is not None


@pytest.mark.parametrize(
    ("name", "day", "id", "parent"),
    [
        ("Tòa án nhân dân khu vực 1 - Hà Nội", "2025-08-01", "tand-khu-vuc-1.ha-noi", "tand.ha-noi"),
        ("TAND khu vực 4 – Thái Nguyên", "2026-01-01", "tand-khu-vuc-4.thai-nguyen-2025", None),
        ("TAND Khu vực 5, tỉnh Nghệ An", "2026-08-01", "tand-khu-vuc-5.nghe-an", "tand.nghe-an"),
        ("VKSND khu vực 7 (TP Hà Nội)", "2026-01-01", "vksnd-khu-vuc-7.ha-noi", "vksnd.ha-noi"),
        ("TAND khu vực 13 - Hà Nội", "2025-08-01", None, "tand.ha-noi"),
        ("TAND khu vực 3 - TP.HCM", "2025-08-01", "tand-khu-vuc-3.ho-chi-minh-2025", "tand.ho-chi-minh-2025"),
        ("TAND khu vực 3 - Lâm Đồng", "2025-08-01", None, "tand.lam-dong-2025"),
        ("TAND khu vực 1 - Hà Nội", "2025-06-30", None, None),
    ],
)
def test_a_numbered_court_is_that_of_its_province(
    name: str, day: str, id: str | None, parent: str | None
) -> None:
    """Where it is known how many a province has; of the others the court above alone is told."""
    value = vnmedia.resolve_agency(name, on=day)
    assert value.id == id
    assert parent is None or value.parent == parent


@pytest.mark.parametrize("id", ["tand-khu-vuc-13.ha-noi", "tand-khu-vuc-0.ha-noi", "tand-khu-vuc-x.ha-noi"])
def test_a_number_that_no_province_has_is_no_body(id: str) -> None:
    """The registry makes none up."""
    with pytest.raises(KeyError):
        agencies.record(id)


@pytest.mark.parametrize(
    ("name", "last", "later", "why"),
    [
        ("UBND quận 1", "2025-06-30", "ubnd.phuong-sai-gon-26740-2025", "cấp huyện"),
        ("Huyện ủy Mỹ Đức", "2025-06-30", "dang-uy-xa.xa-my-duc-10441-2025", "cấp huyện"),
        ("Quận ủy quận 1", "2025-06-30", "dang-uy-xa.phuong-ben-thanh-26743-2025", "cấp huyện"),
        ("Thành ủy Bà Rịa", "2025-06-30", "dang-uy-xa.phuong-ba-ria-26560-2025", "cấp huyện"),
        ("Thị ủy An Khê", "2025-06-30", "dang-uy-xa.phuong-an-binh-23614-2025", "cấp huyện"),
        ("TAND quận 1", "2025-06-30", None, "tòa án nhân dân khu vực"),
        ("VKSND thành phố Thủ Đức", "2025-06-30", None, "viện kiểm sát nhân dân khu vực"),
        ("Công an quận Cầu Giấy", "2025-02-28", None, "công an cấp huyện"),
        ("Thanh tra huyện Mỹ Đức", "2025-06-30", None, "Luật Thanh tra 2025"),
        ("Phòng Tài chính - Kế hoạch quận 1", "2025-06-30", None, "cấp huyện"),
        ("Cục Hải quan TP.HCM", "2025-03-14", None, "Chi cục Hải quan khu vực"),
        ("Cục Thuế tỉnh Bình Dương", "2025-02-28", "thue.ho-chi-minh-2025", None),
        ("Kho bạc Nhà nước tỉnh Nghệ An", "2025-02-28", None, "Kho bạc Nhà nước khu vực"),
        ("Ngân hàng Nhà nước chi nhánh Nghệ An", "2025-02-28", None, "chi nhánh khu vực"),
        ("Bộ Chỉ huy BĐBP tỉnh Nghệ An", "2025-06-30", "ban-ch-bdbp.nghe-an", None),
        ("Bộ Chỉ huy BĐBP tỉnh Bến Tre", "2025-06-30", "ban-ch-bdbp.vinh-long-2025", None),
        ("Ban Tuyên giáo Tỉnh ủy Nghệ An", "2025-02-28", "ban-tgdv-tinh-uy.nghe-an", None),
    ],
)
def test_a_body_of_before_the_reform_says_that_it_ended_and_what_follows(
    name: str, last: str, later: str | None, why: str | None
) -> None:
    """Its last day, its successors, and a reason where it has none."""
    value = vnmedia.resolve_agency(name, on="2025-08-01")
    assert value.ended is not None
    assert value.ended.isoformat() == last
    assert (later is None) == (value.successors == ())
    assert later is None or later in value.successors
    reason = agencies.record(value.id).ended
    assert why is None or why in reason
    assert value.successors or reason


def test_what_still_lives_has_not_ended() -> None:
    """On its last day too."""
    assert vnmedia.resolve_agency("UBND quận 1", on="2025-06-30").ended is None
    assert vnmedia.resolve_agency("UBND quận 1").ended is None
    assert vnmedia.resolve_agency("Bộ Y tế", on="2026-01-01").ended is None


@pytest.mark.slow
def test_every_body_of_every_district_says_why_it_ended_or_what_follows() -> None:
    """All 696 that stood on the last day of districts."""
    for place in districts().values():
        if place.validity.end != dt.date(2025, 6, 30):
            continue
        for name in local_bodies().values():
            try:
                body = agencies.record(f"{name.id}.{place.id}")
            except KeyError:
                continue
            assert body.validity.end is not None
            assert body.ended or body.successors(), body.id


@pytest.mark.parametrize("joint", [", ", " (", " thuộc ", " - "])
def test_a_unit_without_its_place_is_that_of_the_body_after_it(joint: str) -> None:
    """Also in a text on other provinces."""
    text = f"Công an tỉnh Sơn La họp. Theo Phòng Cảnh sát giao thông{joint}Công an tỉnh Lâm Đồng) cho biết."
    found = vnmedia.find_agencies(text, published=dt.date(2026, 1, 1))
    assert [m.value.id for m in found][1] == "ca-phong-csgt.lam-dong-2025"


@pytest.mark.parametrize("place", ["nghe-an", "ha-noi"])
def test_a_unit_has_one_id_however_the_body_above_is_joined(place: str) -> None:
    """``Phòng Cảnh sát giao thông Công an tỉnh Nghệ An`` is the unit that it is with a comma between."""
    day, unit = dt.date(2026, 3, 1), provinces()[place]
    above = f"Công an {unit.kind} {unit.name}"
    units = [each for each in local_bodies().values() if each.parent == "cong-an" and "Phòng " in each.name]
    assert len(units) > 5
    for each in units:
        (found,) = vnmedia.find_agencies(f"{each.name} {above} họp.", published=day)
        assert found.value.id == f"{each.id}.{place}", each.name
        assert "id" not in found.inferred, each.name
        for between in (", ", " thuộc ", " của ", " - ", " ("):
            apart = vnmedia.find_agencies(f"{each.name}{between}{above}) họp.", published=day)[0].value
            assert (apart.id, apart.kind) == (found.value.id, found.value.kind), (each.name, between)


@pytest.mark.parametrize("unit", ["Phòng Hậu cần", "Phòng Tham mưu", "Phòng Cảnh sát giao thông"])
def test_a_unit_below_a_level_alone_is_that_of_the_one_place_of_the_text(unit: str) -> None:
    """``Phòng Cảnh sát giao thông Công an tỉnh`` after ``Công an tỉnh Lâm Đồng``; not where two are named."""
    told = f"{unit} Công an tỉnh đã đến."
    ids = [
        m.value.id for m in vnmedia.find_agencies(f"Công an tỉnh Sơn La họp. {told}", published="2026-01-01")
    ]
    assert ids == [
        "cong-an.son-la",
        vnmedia.resolve_agency(f"{unit} Công an tỉnh Sơn La", on="2026-01-01").id,
    ]
    two = f"Công an tỉnh Sơn La, Công an tỉnh Lai Châu họp. {told}"
    assert vnmedia.find_agencies(two, published="2026-01-01")[-1].value.id is None


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Hậu cần, Bộ Chỉ huy Quân sự tỉnh Sơn La họp.",
        "Phòng Hậu cần - Kỹ thuật, Công an tỉnh Sơn La họp.",
        "Công an tỉnh Sơn La họp. Phòng Hậu cần đã đến.",
        "Phòng Hậu cần, Quân khu 2 họp.",
    ],
)
def test_a_name_that_units_of_many_bodies_share_is_told_by_its_body_alone(text: str) -> None:
    """Neither by a body that has no such unit, nor by the only province of a text."""
    found = vnmedia.find_agencies(text, published="2026-01-01")
    assert [m.value.id for m in found if m.quote.startswith("Phòng")] == [None]


@pytest.mark.parametrize(
    ("day", "ids"),
    [("2015-05-01", ["c46", "c47"]), ("2025-05-01", ["c03", "c04"]), (None, [None, None])],
)
def test_departments_of_the_police_by_their_everyday_names(day: str | None, ids: list[str | None]) -> None:
    """Those of 2018 and those before them; without a day either may be meant."""
    found = vnmedia.find_agencies("Cục Cảnh sát kinh tế và Cục Cảnh sát ma túy đã họp.", published=day)
    assert [m.value.id for m in found] == ids


#: One name each with a parent, day, place or spelling that gives it another body or another name in full.
_NAMED_ALIKE = [
    "Bộ TT&TT họp.",
    "Bộ Thông tin và Truyền thông họp.",
    "Cục Báo chí, Bộ TT&TT họp.",
    "Cục Báo chí, Bộ Văn hóa, Thể thao và Du lịch họp.",
    "Cục Báo chí họp.",
    "Bộ Giao thông họp.",
    "Bộ Giao thông vận tải họp.",
    "Vụ Pháp chế, Bộ Y tế họp.",
    "Vụ Pháp chế, Bộ Tài chính họp.",
    "Vụ Pháp chế họp.",
    "UBND quận 1 họp.",
    "UBND xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La họp.",
    "UBND xã Tân Lập họp.",
    "Phòng Hậu cần, Công an tỉnh Lâm Đồng họp.",
    "Phòng Hậu cần Công an tỉnh Lâm Đồng họp.",
]
_DAYS = [None, "1999-01-01", "2020-12-17", "2025-04-01", "2025-07-02", "2026-06-01"]


@pytest.mark.parametrize("backwards", [False, True])
def test_what_was_resolved_before_changes_no_answer(backwards: bool) -> None:
    """Answers are remembered by all that they depend on: in any order they are those of a fresh start."""
    asked = [(text, day) for text in _NAMED_ALIKE for day in _DAYS]
    fresh = []
    for text, day in asked:
        _forget()
        fresh.append(agencies_in(text, day))
    _forget()
    order = sorted(range(len(asked)), reverse=backwards)
    answers = {index: agencies_in(*asked[index]) for index in order}
    assert [answers[index] for index in range(len(asked))] == fresh
    assert len({repr(answer) for answer in fresh}) > len(_NAMED_ALIKE)


def agencies_in(text: str, day: str | None) -> tuple[object, ...]:
    """The bodies that *text* names on a day."""
    return vnmedia.find_agencies(text, published=day)


def _forget() -> None:
    """Empty what is remembered of bodies that were resolved."""
    remembering = [
        function
        for name in ("vnmedia.agencies._resolve", "vnmedia.agencies._namesakes")
        for function in vars(import_module(name)).values()
        if hasattr(function, "cache_clear") and function.__module__ == name
    ]
    assert len(remembering) > 3
    for function in remembering:
        function.cache_clear()
