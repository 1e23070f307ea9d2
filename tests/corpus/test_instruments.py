"""The corpus of citations: every phrasing gives its value and no more, and negatives give nothing."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from vnmedia import find_instruments, instruments
from vnmedia.instruments._number import analyse

CORPUS = tomllib.loads(Path(__file__).with_name("instruments.toml").read_text(encoding="utf-8"))
PHRASINGS = [(phrasing, value) for value in CORPUS["value"] for phrasing in value["phrasings"]]
NEGATIVES = [text for group in CORPUS["negative"] for text in group["texts"]]
FIELDS = ("type", "number", "date", "issuer", "title", "year", "amended", "pinpoint")
FRAMES = ("{}", "Thực hiện {}, các đơn vị triển khai.", "(theo {})", "Căn cứ {};\nXét đề nghị của Sở.")


def stated(value: instruments.Citation) -> dict:
    """The fields that the corpus compares, in its notation."""
    return {
        "type": value.type,
        "number": value.number,
        "date": value.date and dt.date.isoformat(value.date),
        "issuer": value.issuer and value.issuer.name,
        "title": None if value.title_span else value.title,
        "year": value.year,
        "amended": list(value.amended) or None,
        "pinpoint": value.pinpoint,
    }


@pytest.mark.parametrize(("phrasing", "value"), PHRASINGS, ids=[phrasing for phrasing, _ in PHRASINGS])
def test_a_phrasing_gives_its_value_in_every_frame(phrasing: str, value: dict) -> None:
    """One mention, over the whole phrasing, with the value's fields."""
    for frame in FRAMES:
        (mention,) = find_instruments(frame.format(phrasing))
        assert mention.quote == phrasing
        found = stated(mention.value)
        wanted = {name: value.get(name) for name in FIELDS}
        if phrasing.isupper():
            found["number"] = found["number"].upper()
            wanted["number"] = wanted["number"].upper()
        assert {name: text and str(text) for name, text in found.items()} == {
            name: text and str(text) for name, text in wanted.items()
        }


@pytest.mark.parametrize("text", NEGATIVES)
def test_a_negative_gives_nothing(text: str) -> None:
    """No citation is found in it."""
    assert [mention.quote for mention in find_instruments(text)] == []


NUMBERS = tomllib.loads(Path(__file__).with_name("instrument_numbers.toml").read_text(encoding="utf-8"))[
    "number"
]


@pytest.mark.parametrize("row", NUMBERS, ids=[row["quote"] for row in NUMBERS])
def test_a_real_number_is_read_whole(row: dict) -> None:
    """Type, number as printed, the canonical form and the issuer that the number tells."""
    kind, _, number = row["quote"].partition(" số ")
    (mention,) = find_instruments(f"Căn cứ {row['quote']};")
    value = mention.value
    assert mention.quote == row["quote"]
    assert (value.type, value.number) == (kind.lower(), number.replace(" ", ""))
    assert not value.irregular
    assert (value.issuer and value.issuer.name) == row.get("issuer")
    if value.instrument is not None:
        assert value.instrument.number == row.get("canonical", number)


VARIANTS = {
    "33/2018/TT-BLĐTBXH": [
        "33/2018/TT- BLĐTBXH", "33/2018/TT -BLĐTBXH", "33/2018/TT–BLĐTBXH", "33/2018/TTBLĐTBXH",
    ],
    "67/2013/NĐ-CP": [
        "67/2013/NĐ- CP", "67 /2013/NĐ-CP", "67/ 2013/ NĐ - CP", "67/2013/ND-CP", "67/2013/nđ-cp",
        "67/2013/NÐ-CP", "67/2013/NĐ-СР", "67/2013/NĐ_CP", "67/2013NĐ-CP", "67/2013/NĐ\u2011CP",
    ],
    "28/2021/QĐ-TTg": ["28/2021/QĐ-TTG", "28/2021/QD-TTg", "28/2021/QDD-TTg", "28/2021/QĐ -TTg"],
    "01/2016/NQ-HĐTP": ["01/2016/NQ.HĐTP", "1/2016/NQ-HĐTP", "01/2016/NQ/HĐTP"],
    "35/2024/QH15": ["35/2024/QH1513"],
    "03/2020/TT-BCT": ["03/2020/TT-BCT."],
}  # fmt: skip


@pytest.mark.parametrize(
    ("canonical", "variant"), [(good, odd) for good, odds in VARIANTS.items() for odd in odds]
)
def test_a_slip_of_the_gazette_leads_to_the_number(canonical: str, variant: str) -> None:
    """The spellings found in official texts resolve to the number that was meant."""
    kind = analyse(canonical).types[0].name if analyse(canonical).types else "luật"
    (mention,) = find_instruments(f"theo {kind.capitalize()} số {variant}")
    assert mention.value.instrument is not None
    assert mention.value.instrument.number == canonical
