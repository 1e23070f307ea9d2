"""Standard formats: each is read by software of others, and what can come back comes back equal."""

import copy
import datetime as dt
import json
import logging
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import attrs
import jsonschema
import pyld.jsonld
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.property.strategies import articles
from tests.unit.serializers.samples import HOSTILE, ORDINARY, SEEDS, frame

import vnmedia
from vnmedia import Article, SerializationError, TimeExpression
from vnmedia.serializers.annotation import from_annotations, to_annotations
from vnmedia.serializers.jsonld import from_jsonld, to_jsonld
from vnmedia.serializers.ninjs import from_ninjs
from vnmedia.serializers.schema import json_schema
from vnmedia.serializers.timex3 import from_timex3, to_timex3

# rdflib's own reader of JSON-LD uses a class that rdflib calls outdated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SAMPLES = [ORDINARY, HOSTILE, Article(text=""), *SEEDS]

RECORD = jsonschema.Draft202012Validator(
    json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


# The record's JSON Schema


def test_the_schema_is_one() -> None:
    """The schema is a valid JSON Schema with an identifier that has its version."""
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$id"] == "urn:vnmedia:record:2.1.0"


@given(articles())
@examples(30)
def test_every_record_validates(article: Article) -> None:
    """What is written validates, whatever the article."""
    RECORD.validate(vnmedia.to_record(article))


@pytest.mark.parametrize("article", SAMPLES)
def test_the_samples_and_the_seeds_validate(article: Article) -> None:
    """The records of the seeds and of the samples validate."""
    RECORD.validate(vnmedia.to_record(article))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["title"], 1),
        (["extra"], 1),
        (["schema"], "vnmedia/1"),
        (["published"], "hôm qua"),
        (["published"], "2020-12-17T22:17"),
        (["blocks", 0, "kind"], "box"),
        (["mentions", 0, "kind"], "person"),
        (["mentions", 0, "value", "start"], "2020-13-41"),
        (["mentions", 0, "value", "duration"], "3 năm"),
        (["mentions", 0, "value", "color"], "red"),
        (["mentions", 2, "value", "name"], " "),
        (["mentions", 2, "value", "name"], None),
    ],
)
def test_a_bad_record_does_not_validate(path: list, value: object) -> None:
    """What from_record refuses in one field, the schema refuses too."""
    record = copy.deepcopy(vnmedia.to_record(ORDINARY))
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not RECORD.is_valid(record)
    with pytest.raises(SerializationError):
        vnmedia.from_record(record)


# schema.org


def no_network(url: str, _options: object) -> dict:
    raise AssertionError(f"asked for {url}")


def graph(article: Article) -> rdflib.Graph:
    return rdflib.Graph().parse(data=json.dumps(to_jsonld(article)), format="json-ld")


@given(articles())
@examples(20)
def test_json_ld_expands_without_loss(article: Article) -> None:
    """Expanding and compacting gives the document back, without any request."""
    document = to_jsonld(article)
    options = {"documentLoader": no_network}
    expanded = pyld.jsonld.expand(document, options)
    compacted = pyld.jsonld.compact(expanded, document["@context"], options)
    assert unlisted(compacted) == unlisted(document)


@contextmanager
def silence(logger: str) -> Iterator[None]:
    """Fails where that logger has anything to say."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())
    logging.getLogger(logger).addHandler(handler)
    yield
    logging.getLogger(logger).removeHandler(handler)
    assert said == []


#: A name of schema.org that is younger than rdflib's copy of it.
YOUNGER = rdflib.URIRef("https://schema.org/legislationEnsuresImplementationOf")


@given(articles())
@examples(12)
def test_rdflib_loads_a_generated_article(article: Article) -> None:
    """Without a word about a bad address; every name is schema.org's, and every figure is counted."""
    with silence("rdflib"):
        loaded = graph(article)
    types = set(loaded.objects(None, rdflib.RDF.type))
    assert {*types, *loaded.predicates()} - {rdflib.RDF.type} <= {YOUNGER, *dir(rdflib.SDO)}
    assert len(set(loaded.subjects(rdflib.RDF.type, rdflib.SDO.Observation))) == len(article.statistics)


def unlisted(value: object) -> object:
    """*value* with each list of one as its only element: JSON-LD takes the two for the same."""
    if isinstance(value, dict):
        return {name: unlisted(part) for name, part in value.items()}
    if isinstance(value, list):
        return unlisted(value[0]) if len(value) == 1 else [unlisted(part) for part in value]
    return value


@given(articles())
@examples(20)
def test_json_ld_gives_the_frame_back(article: Article) -> None:
    """Everything but the place of things comes back from schema.org."""
    assert from_jsonld(to_jsonld(article)) == frame(article)


@pytest.mark.parametrize("article", SAMPLES)
def test_rdflib_loads_json_ld(article: Article) -> None:
    """rdflib loads it without a warning; SPARQL counts the figures that the API counts."""
    with silence("rdflib"):
        loaded = graph(article)
    query = """PREFIX s: <https://schema.org/>
        SELECT (COUNT(?o) AS ?n) WHERE { ?a a s:NewsArticle ; s:mentions ?o . ?o a s:Observation }"""
    assert [int(row.n) for row in loaded.query(query)] == [len(article.statistics)]
    assert (None, rdflib.RDF.type, rdflib.SDO.NewsArticle) in loaded


def test_sparql_finds_what_the_text_says() -> None:
    """Issuers and exact sums come out of a query."""
    rows = graph(ORDINARY).query("""PREFIX s: <https://schema.org/>
        SELECT ?number ?issuer WHERE {
            ?law s:legislationIdentifier ?number ; s:legislationPassedBy/s:name ?issuer } ORDER BY ?number""")
    assert [(str(number), str(issuer)) for number, issuer in rows] == [
        ("119/2020/NĐ-CP", "Chính phủ"),
        ("159/2013/NĐ-CP", "Chính phủ"),
    ]
    (row,) = graph(ORDINARY).query("""PREFIX s: <https://schema.org/>
        SELECT ?sum WHERE { ?amount a s:MonetaryAmount ; s:currency "VND" ; s:value ?sum }""")
    assert row[0].toPython() == Decimal(200_000_000)


def test_sparql_finds_what_an_instrument_does_to_another() -> None:
    """A relation leads from the instrument to the node of the other one."""
    rows = graph(ORDINARY).query("""PREFIX s: <https://schema.org/>
        SELECT ?one ?other WHERE {
            ?a s:legislationChanges ?b ; s:legislationIdentifier ?one .
            ?b s:legislationIdentifier ?other }""")
    assert [tuple(map(str, row)) for row in rows] == [("119/2020/NĐ-CP", "159/2013/NĐ-CP")]


# Web Annotation


@given(articles())
@examples(20)
def test_annotations_give_the_mentions_back(article: Article) -> None:
    """Every mention comes back equal, from JSON text."""
    collection = json.loads(json.dumps(to_annotations(article)))
    assert from_annotations(collection, article.text) == article.mentions


#: What the recommendation (2017) asks of a collection with one page and of each annotation.
_IRI = {"type": "string", "format": "uri"}
COLLECTION = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "required": ["@context", "id", "type", "total", "first"],
        "properties": {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": _IRI,
            "type": {"const": "AnnotationCollection"},
            "total": {"type": "integer", "minimum": 0},
            "first": {
                "required": ["id", "type", "items", "startIndex"],
                "properties": {
                    "id": _IRI,
                    "type": {"const": "AnnotationPage"},
                    "startIndex": {"const": 0},
                    "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
                },
            },
        },
        "$defs": {
            "annotation": {
                "required": ["id", "type", "target"],
                "properties": {
                    "id": _IRI,
                    "type": {"const": "Annotation"},
                    "motivation": {"enum": ["identifying"]},
                    "body": {"items": {"$ref": "#/$defs/body"}},
                    "target": {
                        "required": ["source", "selector"],
                        "properties": {"source": _IRI, "selector": {"items": {"$ref": "#/$defs/selector"}}},
                    },
                },
            },
            "body": {
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "purpose": {"enum": ["classifying", "describing", "identifying", "commenting"]},
                    "format": {"enum": ["text/plain", "application/json"]},
                    "language": {"const": "vi"},
                },
                "additionalProperties": False,
            },
            "selector": {
                "oneOf": [
                    {
                        "required": ["start", "end"],
                        "properties": {
                            "type": {"const": "TextPositionSelector"},
                            "start": {"type": "integer", "minimum": 0},
                            "end": {"type": "integer", "minimum": 0},
                        },
                        "additionalProperties": False,
                    },
                    {
                        "required": ["exact"],
                        "properties": {
                            "type": {"const": "TextQuoteSelector"},
                            "exact": {"type": "string"},
                            "prefix": {"type": "string"},
                            "suffix": {"type": "string"},
                        },
                        "additionalProperties": False,
                    },
                ]
            },
        },
    },
    format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
)


@given(articles() | st.sampled_from(SAMPLES))
@examples(30)
def test_an_annotation_has_what_the_recommendation_asks(article: Article) -> None:
    """Context, ids, types, a target with a position in code points, and the quote with its surroundings."""
    collection = to_annotations(article)
    COLLECTION.validate(collection)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    for item, mention in zip(items, article.mentions, strict=True):
        position, quote = item["target"]["selector"]
        assert article.text[position["start"] : position["end"]] == quote["exact"] == mention.quote
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert article.text.startswith(around, position["start"] - len(quote["prefix"]))


def test_annotations_of_another_text_are_refused() -> None:
    """A quote that does not stand at its place is an error, with the annotation's path."""
    with pytest.raises(SerializationError, match=r"first\.items\[0\]"):
        from_annotations(to_annotations(ORDINARY), "x" + ORDINARY.text)
    with pytest.raises(SerializationError):
        from_annotations({}, "")


# TIMEX3


def carried(value: TimeExpression) -> TimeExpression:
    """What TIMEX3 carries of *value*: one reading, and of the others nothing."""
    kept = {name: getattr(value, name) for name in ("modifier", "calendar", "part_of_day")}
    hours = tuple(time.replace(microsecond=0) for time in value.hours)
    if value.every is not None:
        return TimeExpression(every=value.every, times=value.times, rule=value.rule, hours=hours, **kept)
    time = value.time and value.time.replace(microsecond=0)
    lengths = {"duration": value.duration, "duration_max": value.duration and value.duration_max}
    if value.start or value.end or hours:
        edtf = None if value.start or value.end else value.edtf
        return TimeExpression(
            start=value.start, end=value.end, time=time, hours=hours, edtf=edtf, **lengths, **kept
        )
    if value.duration is not None:
        return TimeExpression(**lengths, **kept)
    return TimeExpression(time=time, edtf=None if time else value.edtf, **kept)


@pytest.mark.slow
@given(articles())
@examples(30)
def test_timex3_gives_text_and_days_back(article: Article) -> None:
    """The XML is well formed, its text is the text, and the days, lengths and rhythms come back."""
    again = from_timex3(to_timex3(article))
    assert again.text == "".join("\ufffd" if c == "\x00" else c for c in article.text)
    assert again.published == article.published
    for mention, other in zip(article.dates, again.dates, strict=True):
        assert other.span == mention.span
        wanted, got = attrs.asdict(carried(mention.value)), attrs.asdict(other.value)
        if wanted.pop("edtf") and got.pop("edtf") is None:
            continue  # an expression that EDTF alone gives may be read as its days
        if mention.value.start != mention.value.end:
            wanted["time"] = got["time"]  # a range has no clock time in TIMEX3
        got.pop("edtf", None)
        assert got == wanted


@pytest.mark.parametrize(
    "text",
    [
        "9h - 11h30 ngày 20/12/2020", "từ 17h ngày 5/12/2020 đến 6h ngày 6/12/2020", "từ 15h ngày 17/12/2020",
        "9h - 11h hôm nay", "22:17 GMT+7 ngày 17/12/2020", "thứ Hai hằng tuần", "8h30 ngày 21/6 hằng năm",
        "6h - 22h hằng ngày", "mỗi tuần hai lần", "2-3 năm", "từ năm 2016 đến năm 2020 (5 năm)",
        "các ngày 3 và 7/6/2020", "đầu năm 2020", "mùng 1 Tết Canh Tý", "ngày 11 tháng Giêng hằng năm",
        "đến hết 17h ngày 17/12/2020",
    ],
)  # fmt: skip
def test_timex3_keeps_what_is_read(text: str) -> None:
    """Clock times, rules, bounds and lengths come back; of EDTF what the days do not say."""
    value = vnmedia.parse_date(text)
    mention = vnmedia.Mention(span=vnmedia.Span(start=0, end=len(text)), quote=text, value=value)
    (again,) = from_timex3(to_timex3(Article(text=text, mentions=(mention,)))).dates
    assert attrs.evolve(again.value, edtf=value.edtf) == value


@pytest.mark.parametrize(
    "value",
    [
        vnmedia.TimeExpression(edtf="2020", hours=(dt.time(8), dt.time(9))),
        vnmedia.TimeExpression(end=dt.date(2020, 1, 1), hours=(dt.time(20, 35), dt.time(6))),
        vnmedia.TimeExpression(
            start=dt.date(2020, 1, 1),
            end=dt.date(2020, 1, 1),
            time=dt.time(9),
            duration=vnmedia.Duration(hours=Decimal(2)),
        ),
    ],
)
def test_timex3_keeps_clock_times_that_have_no_point(value: vnmedia.TimeExpression) -> None:
    """Hours without a day, or with one end open, and a day's clock time beside a length come back."""
    mention = vnmedia.Mention(span=vnmedia.Span(start=0, end=1), quote="9", value=value)
    (again,) = from_timex3(to_timex3(Article(text="9", mentions=(mention,)))).dates
    assert again.value == value


@pytest.mark.parametrize(
    ("quote", "attributes"),
    [
        ("Năm 2020", {"type": "DATE", "value": "2020"}),
        ("Thứ năm, 17/12/2020 22:17", {"type": "TIME", "value": "2020-12-17T22:17"}),
        (
            "giai đoạn 2016 - 2020",
            {"type": "DURATION", "value": "P1827D", "beginPoint": "t4b", "endPoint": "t4e"},
        ),
        ("định kỳ 6 tháng/lần", {"type": "SET", "value": "P6M", "quant": "EVERY"}),
        ("03 năm", {"type": "DURATION", "value": "P3Y"}),
        ("mùng 1 Tết", {"type": "DATE", "value": "2020-01-25", "mod": "START", "comment": "lunar"}),
    ],
)
def test_timex3_has_the_types_of_timeml(quote: str, attributes: dict) -> None:
    """Days, ranges, lengths and rhythms have TimeML's types and values."""
    tags = ET.fromstring(to_timex3(ORDINARY)).findall("TEXT/TIMEX3")
    (tag,) = [tag for tag in tags if tag.text == quote]
    assert {name: value for name, value in tag.attrib.items() if name != "tid"} == attributes
    assert Counter(tag.get("tid") for tag in tags).most_common(1)[0][1] == 1


@pytest.mark.parametrize(
    ("start", "end", "value"),
    [
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2019-04-01", "2019-06-30", "2019-Q2"),
        ("2024-01-01", "2024-06-30", "2024-H1"),
        ("2020-12-14", "2020-12-20", "2020-W51"),
        ("1990-01-01", "1999-12-31", "199"),
        ("1900-01-01", "1999-12-31", "19"),
    ],
)
def test_timex3_names_whole_units(start: str, end: str, value: str) -> None:
    """A whole month, quarter, half-year, week, decade or century has its own name, and is read back."""
    days = TimeExpression(start=dt.date.fromisoformat(start), end=dt.date.fromisoformat(end))
    mention = vnmedia.Mention(span=vnmedia.Span(start=0, end=1), quote="x", value=days)
    document = to_timex3(Article(text="x", mentions=(mention,)))
    assert f'value="{value}"' in document
    assert from_timex3(document).dates == (mention,)


@pytest.mark.parametrize(
    "document", ["", "<x/>", "<TimeML/>", '<TimeML><TEXT><TIMEX3 tid="t1">x</TIMEX3></TEXT></TimeML>']
)
def test_what_is_no_timex3_is_refused(document: str) -> None:
    """No XML, another XML, a tag without a value: the typed error."""
    with pytest.raises(SerializationError):
        from_timex3(document)


@pytest.mark.parametrize("read", [from_jsonld, from_ninjs])
def test_what_is_no_document_of_ours_is_refused(read) -> None:
    """An object of another kind gives the typed error."""
    for document in ({"@context": "https://schema.org", "uri": 1}, None, []):
        with pytest.raises(SerializationError):
            read(document)
