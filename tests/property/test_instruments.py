"""Properties of citations: any text, any noise, any size; and nothing is linked that differs."""

import datetime as dt
import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_work import steps

from vnmedia import find_instruments, instruments
from vnmedia.instruments._number import analyse, number_end
from vnmedia.registries.instruments import instrument_types, issuer_codes, issuer_of_code

NUMBERED = [record for record in instrument_types().values() if record.codes and record.category != "law"]
CODES = [
    record
    for record in issuer_codes().values()
    if issuer_of_code(record.code) == record and record.validity.end is None
]
DAYS = st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31))


@st.composite
def citations(draw: st.DrawFn) -> tuple[str, str, str, dt.date | None]:
    """A type, its number with the code of an issuer, and maybe a date."""
    kind = draw(st.sampled_from(NUMBERED))
    issuer = draw(st.sampled_from(CODES))
    serial = f"{draw(st.integers(1, 9999)):02}"
    day = draw(st.none() | DAYS)
    if kind.category == "party":
        return kind.name, f"{serial}-{kind.codes[0]}/{issuer.code}", issuer.name, day
    year = f"/{day.year}" if day and draw(st.booleans()) else ""
    return kind.name, f"{serial}{year}/{kind.codes[0]}-{issuer.code}", issuer.name, day


def noisy(number: str, noise: random.Random) -> str:
    """*number* with one of the slips that the gazette prints."""
    return noise.choice(
        [
            lambda text: text,
            lambda text: text.replace("-", "- ", 1),
            lambda text: text.replace("-", " - ", 1),
            lambda text: text.replace("/", " /", 1),
            lambda text: text.replace("Đ", "Ð"),
            lambda text: text.replace("-", "–"),
            lambda text: text.replace("-", "\u2011"),
        ]
    )(number)


@given(citations(), st.randoms())
def test_a_generated_citation_is_read_through_noise(citation: tuple, noise: random.Random) -> None:
    """The number keeps its key, type, date and issuer, however it is spelled."""
    kind, number, issuer, day = citation
    text = f"{kind.capitalize()} số {noisy(number, noise)}"
    if day is not None:
        text += f" ngày {day:%d/%m/%Y}"
    (mention,) = find_instruments(f"Theo {text}, các đơn vị thực hiện.")
    value = mention.value
    assert mention.quote == unicodedata.normalize("NFC", text)
    assert (value.type, value.date) == (kind, day)
    assert analyse(value.number).key == analyse(number).key
    if value.issuer is not None and not value.co_issuers:
        assert value.issuer.name == issuer


@given(citations())
def test_render_is_read_back(citation: tuple) -> None:
    """The canonical form reads as the same citation."""
    kind, number, _, day = citation
    text = f"{kind.capitalize()} số {number}" + (f" ngày {day:%d/%m/%Y}" if day else "")
    value = instruments.parse(text)
    again = instruments.parse(instruments.render(value))
    assert (again.type, again.number, again.date, again.issuer) == (
        value.type,
        value.number,
        value.date,
        value.issuer,
    )
    assert instruments.render(again) == instruments.render(value)
    assert instruments.parse(instruments.render(value, short=True)).number == value.number


@given(st.text(alphabet=" \n.,;()“”aàbcđêôưABCĐ0123456789/-", max_size=60), citations())
def test_a_citation_is_found_in_any_text(around: str, citation: tuple) -> None:
    """Set off by full stops, a citation has its value whatever stands round it."""
    kind, number, _, _ = citation
    quote = f"{kind.capitalize()} số {number}"
    text = f"{around}. {quote}. {around}"
    at = unicodedata.normalize("NFC", f"{around}. ")
    mentions = [mention for mention in find_instruments(text) if mention.start == len(at)]
    assert [(mention.value.type, mention.value.number) for mention in mentions] == [(kind, number)]


@given(st.lists(citations(), min_size=1, max_size=6), st.lists(st.integers(0, 5), max_size=6), st.randoms())
def test_two_different_numbers_are_never_linked(cited: list, short: list, order: random.Random) -> None:
    """What a citation is resolved to agrees with it in serial, type and year."""
    texts = [f"{kind.capitalize()} số {number}" for kind, number, _, _ in cited]
    for index in short:
        kind, number, _, _ = cited[index % len(cited)]
        texts.append(f"{kind.capitalize()} số {re.match('[0-9]+', number).group()}")
    order.shuffle(texts)
    for mention in find_instruments(". ".join(texts) + "."):
        resolved = mention.value.instrument
        if resolved is not None and mention.value.number is not None:
            printed, meant = analyse(mention.value.number), analyse(resolved.number)
            assert printed.serial.lstrip("0") == meant.serial.lstrip("0")
            assert not printed.full or printed.key == meant.key
            assert resolved.type == mention.value.type or mention.value.irregular


@given(st.text(max_size=200))
def test_number_end_is_total(text: str) -> None:
    """Any text has a number's end or none, within the text."""
    for start in range(len(text)):
        end = number_end(text, start)
        assert end is None or start < end <= len(text)
        if end is not None:
            analyse(text[start:end])


HOSTILE = {
    "places": "và Điều 5 ",
    "places alone": "khoản 1 ",
    "brackets": "Nghị định (",
    "closed brackets": "Nghị định số 1/2020/NĐ-CP (((",
    "heads": "Nghị định số ",
    "numbers": "1/",
    "hyphens": "Quyết định số 1-",
    "list": ", 12",
    "laws": "Luật Đất đai, ",
    "amending": "Luật sửa đổi, bổ sung một số điều của Luật ",
    "issuers": " của Thủ tướng Chính phủ ngày 1/1/2020",
    "verbs": "đã ban hành ",
    "dates": "Nghị định ngày 1/1/2020 ",
    "subjects": "Nghị định 12/2020/NĐ-CP quy định về ",
    "this": "Nghị định này ",
    "short": "Nghị định 67 và Nghị định 67/2014/NĐ-CP; ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_costs_linear_work(name: str) -> None:
    """A text of twice the size takes about twice the interpreter's steps."""
    find_instruments("khởi động")  # tables are built on first use
    once, twice = (steps("instrument", HOSTILE[name] * count) for count in (80, 160))
    assert twice <= 2.2 * once + 400
