"""Names asked for without diacritics, with wrong ones, in English; why a body is a candidate."""

import datetime as dt

import pytest

import vnmedia
from vnmedia.errors import ParseError
from vnmedia.registries.agencies import bodies, local_bodies, press
from vnmedia.registries.places import provinces
from vnmedia.text import bare

LISTED = [*bodies().values(), *press().values()]
TODAY = dt.date(2026, 11, 1)


def day_of(body) -> dt.date | None:
    return body.validity.end or body.validity.start


def may_mean(name: str, id: str, on: dt.date | None) -> bool:
    value = vnmedia.resolve_agency(name, on=on)
    return id in {value.id, *value.candidates}


def test_every_english_name_means_its_body_and_is_shown() -> None:
    """On a day of its life, in any case; several bodies of one English name are candidates."""
    named = [body for body in bodies().values() if body.name_en]
    assert len(named) >= 735
    for body in named:
        for text in (body.name_en, body.name_en.lower()):
            assert may_mean(text, body.id, day_of(body)) or body.shared, text
        value = vnmedia.resolve_agency(body.name, on=day_of(body))
        assert value.id != body.id or value.name_en == body.name_en


@pytest.mark.parametrize("body", LISTED[::7], ids=lambda body: body.id)
def test_every_name_means_its_body_without_diacritics(body) -> None:
    """One body, or one of the candidates; a unit that many bodies have needs the one above it."""
    day = day_of(body)
    try:
        told = vnmedia.resolve_agency(body.name, on=day)
    except ParseError:
        pytest.skip("a name that needs a cue")
    if body.shared or told.id != body.id:
        return
    assert may_mean(bare(body.name), body.id, day)
    assert may_mean(bare(body.name).upper(), body.id, day)


@pytest.mark.parametrize("place", sorted(provinces()))
def test_local_bodies_are_found_without_diacritics(place: str) -> None:
    """Name, level and place in plain letters mean what they mean with diacritics."""
    unit = provinces()[place]
    day = unit.validity.end or TODAY
    for id in ("ubnd", "cong-an", "so-y-te"):
        name = f"{local_bodies()[id].name} {unit.kind} {unit.name}"
        assert vnmedia.resolve_agency(bare(name), on=day).id == vnmedia.resolve_agency(name, on=day).id


@pytest.mark.parametrize(
    ("name", "on", "id"),
    [
        ("Bo Y te", None, "bo-y-te"),
        ("Bô Y tê", None, "bo-y-te"),
        ("uy ban nhan dan tinh Thai Binh", None, "ubnd.thai-binh"),
        ("So GD-DT Nghe An", "2024-05-01", "so-gd-dt.nghe-an"),
        ("UBND xa Dong Anh, thanh pho Ha Noi", "2026-05-01", "ubnd.xa-dong-anh-00454-2025"),
        ("Thanh uy Bac Ninh", "2026-10-01", "thanh-uy.bac-ninh-2026"),
        ("The State Bank of Vietnam", None, "nhnn"),
        ("Ministry of Agriculture & Environment", "2026-01-01", "bo-nn-mt"),
        ("Công an huyen Ðông Anh", "2020-01-01", "cong-an.huyen-dong-anh-ha-noi"),
    ],
)
def test_a_name_is_read_by_its_letters(name: str, on: str | None, id: str) -> None:
    """Whole, with its places, with abbreviations, with a letter that only looks like the right one."""
    assert vnmedia.resolve_agency(name, on=on).id == id


@pytest.mark.parametrize("name", ["bo", "te y bo", "xyz", "Ministry", "cong an", "", "a" * 5000, "đ" * 201])
def test_what_is_no_name_stays_none(name: str) -> None:
    """Letters that no body has, and what only begins as a name does."""
    with pytest.raises((ParseError, ValueError)):
        vnmedia.resolve_agency(name)


@pytest.mark.parametrize(
    ("name", "on", "reasons"),
    [
        ("UBND TP.HCM", None, {"day"}),
        ("UBND xã Tân Lập", "2026-01-01", {"place"}),
        ("Bo Cong an", None, {"day"}),
        ("Bộ Y tế", None, set()),
    ],
)
def test_candidates_say_what_would_tell_them_apart(name: str, on: str | None, reasons: set[str]) -> None:
    """The day, the place that they lie in, or the name in full."""
    value = vnmedia.resolve_agency(name, on=on)
    assert set(value.reasons) == reasons
    assert len(value.reasons) == len(value.candidates)


def test_a_text_without_diacritics_names_no_body() -> None:
    """What stands in a text is read as it stands."""
    assert vnmedia.find_agencies("Bo Y te va Ministry of Health vua thong bao.") == ()


def names(text: str) -> list[str]:
    return [mention.value.name for mention in vnmedia.find_agencies(text, published="2026-03-01")]


HEADS = ["gọi tắt là", "sau đây gọi là", "sau đây viết tắt là", "sau đây gọi tắt là:", "viết tắt:"]


@pytest.mark.parametrize("said", HEADS)
@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Ban Chỉ đạo phòng thủ dân sự tỉnh Nghệ An", "Ban Chỉ đạo"),
        ("Hội đồng thẩm định giá đất tỉnh Lai Châu", "HĐTĐ"),
        ("Ban Chỉ đạo Tây Nguyên", "BCĐ"),
        ("Trung tâm Phục vụ hành chính công tỉnh Gia Lai", "Trung tâm"),
    ],
)
def test_a_short_name_that_a_text_defines_holds_for_the_rest_of_it(said: str, body: str, short: str) -> None:
    """In words or letters, but not before it was said, and not where the name of another body goes on."""
    text = f"{body} ({said} {short}) họp. Theo {short}, kết quả tốt. {short} cấp huyện, {short} Nông thôn."
    found = names(text)
    assert found[:3] == [body, body, body]
    if not short.isupper():
        assert body not in found[3:]


def test_a_name_for_several_bodies_together_is_none() -> None:
    """``gọi chung là`` names a sort of body."""
    text = "Công an tỉnh Nghệ An (sau đây gọi chung là Công an cấp tỉnh) và Ban Chỉ đạo."
    assert names(text) == ["Công an tỉnh Nghệ An"]
