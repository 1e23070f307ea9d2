"""What was wrong with the shape of version 0.1, line by line, and is not so any more."""

import calendar
import datetime as dt
import json
from pathlib import Path

import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia import Block, Citation, Duration, Mention, ParseError, SerializationError, Span, Statistic, Tag

SEEDS = [
    vnmedia.parse_article(path.read_bytes(), id=path.stem)
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
]


def test_a_body_is_one_and_the_same_on_a_day() -> None:
    """The finder, the article and the registry agree; where a body went is no candidate for what it is."""
    name, day = "Bộ Thông tin và Truyền thông", dt.date(2026, 1, 1)
    told = vnmedia.resolve_agency(name, on=day)
    (found,) = vnmedia.find_agencies(name, published=day)
    (read,) = vnmedia.parse_article(name, published=day).agencies
    assert told == found.value == read.value
    assert (told.id, told.candidates) == ("bo-tttt", ())
    assert set(told.successors) == {"bo-khcn", "bo-vhttdl"}


def test_a_bound_compares_with_the_moment_of_publishing() -> None:
    """Both know their zone."""
    for article in SEEDS:
        if isinstance(article.published, dt.datetime):
            bounds = [mention.value.earliest for mention in article.dates if mention.value.earliest]
            assert bounds
            assert all(isinstance(bound <= article.published, bool) for bound in bounds)


def test_a_link_leads_to_its_mention() -> None:
    """The links that are mentions are followed with one call, in every seed."""
    followed = 0
    for article in SEEDS:
        for mention in article.statistics:
            for span in (mention.value.period, mention.value.agency):
                if span is not None:
                    assert article.follow(span).span == span
                    followed += 1
        for mention in article.instruments:
            for relation in mention.value.relations:
                assert article.follow(relation.target).kind == "instrument"
                followed += 1
    assert followed


def test_citations_know_the_day_of_publishing() -> None:
    """The finder alone gives what the article gives."""
    text = "Theo Luật Báo chí, việc này phải xong trước ngày 7/12."
    for day in ("2015-12-17", "2020-12-17", dt.date(2020, 12, 17)):
        assert (
            vnmedia.find_instruments(text, published=day)
            == vnmedia.parse_article(text, published=day).instruments
        )


def test_one_word_is_one_idea() -> None:
    """The names that meant two things are gone."""
    gone = {"Issuer", "Document", "parse_time"}
    assert gone.isdisjoint(vnmedia.__all__)
    assert {"Pinpoint", "Agency", "RawDocument", "Citation", "LegalInstrument", "parse_date"} <= set(
        vnmedia.__all__
    )
    assert not hasattr(vnmedia.LegalInstrument(type="luật"), "pinpoint")


def test_what_a_citation_prints_in_full_is_not_said_again() -> None:
    """Its record has the identifier alone; a short one has what it stands for."""
    text = "Nghị định số 119/2020/NĐ-CP ngày 07/10/2020 của Chính phủ. Nghị định 119 nêu rõ."
    values = [
        m["value"]
        for m in vnmedia.to_record(vnmedia.parse_article(text))["mentions"]
        if m["kind"] == "instrument"
    ]
    assert "resolved" not in values[0]
    assert values[1]["resolved"]["number"] == "119/2020/NĐ-CP"
    assert values[0]["uri"] == values[1]["uri"]


def test_a_time_expression_says_what_it_is() -> None:
    """One discriminator beside the optional fields."""
    forms = {mention.value.form for article in SEEDS for mention in article.dates}
    assert {"instant", "day", "span", "length"} <= forms


@pytest.mark.parametrize("day", ["2020-W51-4", "20201217"])
def test_a_record_is_read_as_its_schema_says(day: str) -> None:
    """One form for a day."""
    record = vnmedia.to_record(SEEDS[0])
    record["published"] = day
    with pytest.raises(SerializationError, match="published: not a day or date-time"):
        vnmedia.from_record(record)


impossible = st.one_of(
    st.tuples(st.integers(32, 39), st.integers(1, 12)),
    st.sampled_from([(30, 2), (31, 2), (31, 4), (31, 6), (31, 9), (31, 11)]),
).map(lambda parts: (*parts, 2021))


@given(
    impossible,
    st.sampled_from(["ngày {}/{}/{}", "{}/{}/{}", "ngày {} tháng {} năm {}", "{:02}/{:02}/{}", "{}-{}-{}"]),
)
def test_no_finder_reads_a_day_that_is_none(parts: tuple[int, int, int], form: str) -> None:
    """As documented: nothing is found, not a part of it either, and the parser says why."""
    day, month, year = parts
    assert day > calendar.monthrange(year, month)[1]
    text = form.format(*parts)
    assert vnmedia.find_dates(text) == ()
    with pytest.raises(ParseError, match=f"no day {day} in month {month}"):
        vnmedia.parse_date(text)


def test_a_length_is_added_to_a_day() -> None:
    """As python-dateutil does it."""
    assert dt.date(2020, 2, 29) + Duration(years=1) == dt.date(2021, 2, 28)


def test_the_model_stands_in_other_classes() -> None:
    """The converter is public."""
    converter = vnmedia.configure(cattrs.Converter())
    figure = vnmedia.parse_statistic("12,7%")
    assert converter.structure(json.loads(json.dumps(converter.unstructure([figure]))), list[Statistic]) == [
        figure
    ]


def test_small_things_fit_together() -> None:
    """A block has its ends, a tag its two parts, a kind may be one word."""
    block = Block(kind="title", span=Span(start=2, end=5))
    assert (block.start, block.end) == (2, 5)
    assert Tag("a", {"href": "/"}).opening == '<a href="/">'
    assert vnmedia.annotate(SEEDS[0], kinds="agency").count("<mark") == len(SEEDS[0].agencies)


def test_internal_modules_are_not_listed() -> None:
    """``dir`` has what a user may import."""
    assert {"grammar", "links", "mentions", "registries", "structuring", "text"}.isdisjoint(dir(vnmedia))


def test_a_mention_says_what_was_concluded() -> None:
    """A year that was not printed, an issuer that a number tells: each is named with where it came from."""
    text = "Ngày 17/12, theo Quyết định số 135/QĐ-TTg, chi 5-7 triệu đồng."
    found = vnmedia.parse_article(text, published="2020-12-19").mentions
    day = next(mention for mention in found if mention.kind == "date")
    citation = next(mention for mention in found if isinstance(mention.value, Citation))
    assert day.inferred["year"] == "published"
    assert citation.inferred["issuer"] == "number"
    again = vnmedia.loads(vnmedia.dumps(vnmedia.parse_article(text, published="2020-12-19")))
    assert [mention.inferred for mention in again.mentions] == [mention.inferred for mention in found]
    assert isinstance(day, Mention)
