"""Unit tests of the record: what is written, and what is refused and where."""

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal

import pytest

import vnmedia
from vnmedia import (
    Agency,
    Article,
    Block,
    Citation,
    Duration,
    LegalInstrument,
    Mention,
    SerializationError,
    Span,
    Statistic,
    TimeExpression,
)
from vnmedia.serializers.record import _read, _read_with_paths
from vnmedia.structuring import WRONG

TEXT = "Năm 2020, Bộ Y tế chi 7,5 triệu đồng theo Nghị định 67."
VALUES = {
    "Năm 2020": TimeExpression(
        edtf="2020", start=dt.date(2020, 1, 1), end=dt.date(2020, 12, 31), duration=Duration(years=3)
    ),
    "Bộ Y tế": Agency(id="bo-y-te", name="Bộ Y tế", kind="ministry"),
    "7,5 triệu đồng": Statistic(value=Decimal("7.5E6"), unit="VND", baseline=Span(start=0, end=8)),
    "Nghị định 67": Citation(
        type="nghị định",
        number="67",
        instrument=LegalInstrument(
            type="nghị định", number="67/2014/NĐ-CP", issuer=Agency(id="chinh-phu", name="Chính phủ")
        ),
    ),
}


def mention(quote: str, value: object) -> Mention:
    start = TEXT.index(quote)
    return Mention(span=Span(start=start, end=start + len(quote)), quote=quote, value=value)


ARTICLE = Article(
    id="a",
    text=TEXT,
    published=dt.datetime(2020, 12, 17, 22, 17, tzinfo=dt.timezone(dt.timedelta(hours=7))),
    blocks=(Block(kind="paragraph", span=Span(start=0, end=len(TEXT))),),
    mentions=tuple(mention(quote, value) for quote, value in VALUES.items()),
)


def edited(path: list, value: object) -> dict:
    record = vnmedia.to_record(ARTICLE)
    place = record
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return record


def test_round_trip() -> None:
    """What is read back equals what was written."""
    assert vnmedia.loads(vnmedia.dumps(ARTICLE)) == ARTICLE


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """A record's keys have the order of the contract, and only JSON's own types."""
    assert list(json.loads(vnmedia.dumps(ARTICLE))) == [
        "schema",
        "id",
        "source",
        "title",
        "lead",
        "section",
        "publisher",
        "url",
        "published",
        "modified",
        "authors",
        "tags",
        "images",
        "text",
        "blocks",
        "mentions",
    ]


def test_decimals_are_plain_strings() -> None:
    """A figure is written without an exponent."""
    assert vnmedia.to_record(ARTICLE)["mentions"][2]["value"]["value"] == "7500000"


@pytest.mark.parametrize(
    ("path", "value", "bad"),
    [
        (["title"], ..., "title"),
        (["extra"], 1, "extra"),
        (["schema"], "vnmedia/1", "schema"),
        (["schema"], ..., "schema"),
        (["authors"], "Lan Anh", "authors"),
        (["authors"], ["Lan Anh", 1], "authors[1]"),
        (["published"], "2020-12-17T22:17", "published"),
        (["published"], "hôm qua", "published"),
        (["source", "media_type"], None, "source.media_type"),
        (["blocks", 0, "kind"], "box", "blocks[0].kind"),
        (["blocks", 0, "end"], 10_000, "blocks"),
        (["mentions", 0, "value", "start"], "2020-13-01", "mentions[0].value.start"),
        (["mentions", 0, "value", "end"], "2019-01-01", "mentions[0].value.end"),
        (["mentions", 0, "value", "earliest"], "2020-01-02T00:00:00", "mentions[0].value.earliest"),
        (["mentions", 0, "value", "duration"], "3 năm", "mentions[0].value.duration"),
        (["mentions", 0, "kind"], "person", "mentions[0].kind"),
        (["mentions", 1, "start"], "10", "mentions[1].start"),
        (["mentions", 1, "end"], 10_000, "mentions[1].end"),
        (["mentions", 2, "value", "value"], 7.5, "mentions[2].value.value"),
        (["mentions", 2, "value", "value"], "NaN", "mentions[2].value.value"),
        (["mentions", 2, "value", "qualifier"], "maybe", "mentions[2].value.qualifier"),
        (["mentions", 3, "value", "resolved", "type"], ..., "mentions[3].value.resolved.type"),
        (
            ["mentions", 3, "value", "resolved", "issuer", "name"],
            "",
            "mentions[3].value.resolved.issuer.name",
        ),
    ],
)
def test_a_bad_field_is_refused_with_its_path(path: list, value: object, bad: str) -> None:
    """The error gives the path of the bad field."""
    with pytest.raises(SerializationError) as caught:
        vnmedia.from_record(edited(path, value))
    assert [place for place, _ in caught.value.problems] == [bad]


@pytest.mark.parametrize(
    "text", ["", "[]", "1", vnmedia.dumps(ARTICLE)[:100], "[" * 100_000, '{"schema": 1}']
)
def test_what_is_no_record_is_refused(text: str) -> None:
    """A cut line, another JSON value or no JSON at all gives the typed error."""
    with pytest.raises(SerializationError):
        vnmedia.loads(text)


def test_a_fraction_of_a_second_is_kept() -> None:
    """A clock time on the full second but for its fraction loses nothing."""
    value = TimeExpression(time=dt.time(22, 17, 0, 500))
    article = Article(
        text=TEXT, mentions=(Mention(span=Span(start=0, end=8), quote="Năm 2020", value=value),)
    )
    assert vnmedia.loads(vnmedia.dumps(article)) == article


def places(node: object, path: tuple = ()) -> Iterator[tuple]:
    """The path of every part of a record."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from places(child, (*path, key))


@pytest.mark.parametrize(
    "value", [..., None, 1, -1, 1.5, True, "x", "2020", [], ["x"], {}, {"x": 1}], ids=repr
)
def test_reading_with_and_without_paths_agrees(value: object) -> None:
    """Whatever replaces one part of a record, both readings take it for the same article, or for none."""
    for path in places(vnmedia.to_record(ARTICLE)):
        record = edited(list(path), value)
        try:
            told = _read_with_paths(record)
        except SerializationError:
            with pytest.raises(WRONG):
                _read(record)
        else:
            assert _read(record) == told
