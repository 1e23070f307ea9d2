"""The same words have one value wherever they show: a day, a body or a number inside another mention."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from vnmedia import (
    Context,
    find_dates,
    find_statistics,
    parse_article,
    parse_instrument_document,
    parse_number,
)
from vnmedia.mentions import find
from vnmedia.reading import Reading


def corpus(name: str) -> dict[str, list[dict[str, Any]]]:
    """A file of the corpus."""
    return tomllib.loads((Path(__file__).parents[1] / "corpus" / name).read_text(encoding="utf-8"))


CASES = corpus("date.toml")["case"]
BODIES = [name for value in corpus("agency.toml")["value"] for name in value["phrasings"]]
NUMBERS = [
    fact["text"] for fact in corpus("facts_numbers.toml")["fact"] if fact.keys() == {"id", "text", "number"}
]
PUBLISHED = dt.date(2020, 12, 19)


def is_day(text: str) -> bool:
    """Whether *text* is one day, its year told or open."""
    time = Reading(text, Context(published=PUBLISHED)).day_at(0)
    return time is not None and time.end == len(text) and time.mention.value.time is None


DAYS = sorted({case["text"] for case in CASES if is_day(case["text"])})
FRAMES = (
    "Thủ tướng vừa họp. Quyết định số 135/QĐ-TTg ký {} có nhiều điểm mới.",
    "Ông sinh ngày 2/9/1960. Quyết định số 135/QĐ-TTg được ban hành {}.",
    "{}, UBND tỉnh Hà Nam ban hành Quyết định số 12/QĐ-UBND.",
    "UBND tỉnh Hà Nam {} ban hành Quyết định số 12/QĐ-UBND.",
)
NUMBERED = "Ông sinh ngày 2/9/1960. Căn cứ Nghị định số 119/2019/NĐ-CP {}; xét đề nghị của Sở."


def test_the_corpus_has_days_of_every_form() -> None:
    """What the next tests go over is no empty list."""
    assert len(DAYS) > 40


@pytest.mark.parametrize("published", [None, PUBLISHED, dt.date(2025, 3, 1)])
@pytest.mark.parametrize("form", DAYS)
def test_a_citation_has_the_day_of_the_date_mention_in_the_same_words(
    form: str, published: dt.date | None
) -> None:
    """After the number, after an issuing verb, before the subject: the day is the date mention's."""
    frames = (*FRAMES, NUMBERED) if form.startswith("ngày") else FRAMES
    for frame in frames:
        text = frame.format(form if not frame.startswith("{") else form[:1].upper() + form[1:])
        mentions = find(text, Context(published=published))
        (citation,) = (m for m in mentions if m.kind == "instrument")
        start = text.lower().index(form.lower())
        stated = [m for m in mentions if m.kind == "date" and m.start <= start and m.end >= start + len(form)]
        assert len(stated) <= 1, text  # none where there is no such day: the 30th of a February
        days = [m.value.start for m in stated if m.value.start == m.value.end]
        assert [citation.value.date] == (days or [None]), (text, stated)


@pytest.mark.parametrize("body", BODIES)
def test_a_citation_has_the_body_of_the_agency_mention_in_the_same_words(body: str) -> None:
    """With what the rest of the text says of it: ``UBND tỉnh`` is that of the province named before."""
    text = f"UBND tỉnh Hà Nam họp. Xã đã nhận Quyết định số 5/QĐ ngày 2/3/2020 của {body}."
    for published in (None, PUBLISHED):
        found = {m.kind: m.value for m in find(text, Context(published=published))}
        assert found["instrument"].issuer is not None, text
        assert found["instrument"].issuer.id == found["agency"].id, text
        assert found["instrument"].issuer.name == found["agency"].name, text


@pytest.mark.parametrize("number", NUMBERS)
def test_a_figure_has_the_value_of_its_number_alone(number: str) -> None:
    """A fraction of people keeps both of its numbers: 2 of 3."""
    (figure,) = find_statistics(f"Xã có {number} người dự.")
    assert figure.value.value is not None
    assert figure.value.value / (figure.value.of or 1) == parse_number(number)


DOCUMENT = """BỘ Y TẾ
Số: 12/2020/TT-BYT
Hà Nội, ngày 19 tháng 12 năm 2020
THÔNG TƯ
Quy định về việc họp
Điều 1. Phạm vi
Thông tư này quy định về việc họp.
Điều 2. Hiệu lực
Thông tư này có hiệu lực thi hành kể từ {}.
"""


@pytest.mark.parametrize("form", DAYS)
def test_a_document_has_effect_from_the_day_that_the_date_mention_is(form: str) -> None:
    """Counted on from the day of issue where the year is not printed."""
    effect = parse_instrument_document(DOCUMENT.format(form)).effect
    (mention,) = find_dates(form, published=PUBLISHED, prefer="future") or (None,)
    is_one = mention is not None and mention.value.start == mention.value.end
    assert (effect and effect.date) == (mention.value.start if mention is not None and is_one else None)


def test_a_page_was_published_on_the_day_that_the_date_mention_is() -> None:
    """Where the line states one; names of days and days in words are none."""
    agreed = 0
    for form in DAYS:
        mention = next(iter(find_dates(form)), None)
        if mention is None or mention.inferred or mention.value.start is None:
            continue
        page = parse_article(f"Bộ Y tế họp về vaccine\n{form}\n\nBộ Y tế vừa họp.\n\nCả xã cùng làm.\n")
        stated = page.published.date() if isinstance(page.published, dt.datetime) else page.published
        assert stated in (None, mention.value.start), form
        agreed += stated is not None
    assert agreed > 25


@pytest.mark.parametrize("serial", ["119/2019/NĐ-CP", "5/2021/QĐ-UBND"])
def test_the_year_of_a_number_is_that_of_the_day_beside_it(serial: str) -> None:
    """Where the day leaves its year out, the number tells it, to the date mention too."""
    for published in (None, PUBLISHED, dt.date(2025, 3, 1)):
        found = find(f"Theo văn bản số {serial} ngày 20/11, cả xã họp.", Context(published=published))
        days = {m.kind: getattr(m.value, "date", None) or getattr(m.value, "start", None) for m in found}
        assert days["date"] == days["instrument"] == dt.date(int(serial.split("/")[1]), 11, 20)
