"""The model inside of other people's classes."""

from dataclasses import dataclass
from datetime import date

import attrs
import cattrs
import pytest
from hypothesis import given
from tests.examples import examples
from tests.property.strategies import articles

import vnmedia
from vnmedia import Agency, Article, Block, Mention, SerializationError, Statistic, TimeExpression
from vnmedia.serializers.configure import configure

CONVERTER = configure(cattrs.Converter())


@attrs.frozen
class Shelf:
    article: Article
    mentions: tuple[Mention, ...]
    blocks: list[Block]
    values: dict[str, Agency | None]


@dataclass
class Claim:
    day: date
    figure: Mention[Statistic]


@given(articles(max_size=40))
@examples(20)
def test_every_class_comes_back(article: Article) -> None:
    """Articles, blocks and mentions of every kind, inside of a class and containers."""
    shelf = Shelf(article, article.mentions, list(article.blocks), {"a": Agency(name="Bộ Y tế"), "b": None})
    record = CONVERTER.unstructure(shelf)
    assert CONVERTER.structure(record, Shelf) == shelf
    for mention in article.mentions:
        kind = type(mention.value)
        assert CONVERTER.structure(CONVERTER.unstructure(mention.value), kind) == mention.value


def test_a_mention_of_another_kind_is_refused() -> None:
    """``Mention[Statistic]`` takes figures alone."""
    (year,) = vnmedia.find_dates("Năm 2020")
    record = CONVERTER.unstructure(year)
    assert CONVERTER.structure(record, Mention[TimeExpression]) == year
    with pytest.raises(SerializationError, match="kind: a mention of Statistic is needed, not 'date'"):
        CONVERTER.structure(record, Mention[Statistic])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"value": {"value": 5}}, "value.value"),
        ({"value": {"value": "5", "colour": "red"}}, "value.colour"),
        ({"quote": None}, "quote"),
        ({"quote": "5"}, "quote"),
        ({"start": "0"}, "start"),
    ],
)
def test_a_wrong_field_has_its_place(change: dict, problem: str) -> None:
    """As in a record."""
    (figure,) = vnmedia.find_statistics("12,7%")
    with pytest.raises(SerializationError) as caught:
        CONVERTER.structure(CONVERTER.unstructure(figure) | change, Mention)
    assert [place for place, _ in caught.value.problems] == [problem]


def test_other_classes_are_read_as_before() -> None:
    """The converter's own way with days stays, whatever a record does with them."""
    mine = cattrs.Converter()
    mine.register_structure_hook(date, lambda text, _: date.fromisoformat(f"{text}-01-01"))
    mine.register_unstructure_hook(date, lambda day: day.year)
    configure(mine)
    (figure,) = vnmedia.find_statistics("12,7%")
    claim = Claim(date(2020, 1, 1), figure)
    record = mine.unstructure(claim)
    assert record["day"] == 2020
    assert mine.structure(record, Claim) == claim
    period = TimeExpression(start=date(2020, 1, 1), end=date(2020, 1, 31))
    assert mine.unstructure(period)["start"] == "2020-01-01"


def test_what_is_no_converter_is_said() -> None:
    """The argument is named."""
    with pytest.raises(TypeError, match=r"^converter: a BaseConverter is needed, not dict$"):
        configure({})
