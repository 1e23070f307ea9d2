"""The reader of records and their JSON Schema refuse the same."""

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles
from tests.examples import examples

import vnmedia
from vnmedia import SerializationError
from vnmedia.serializers.schema import json_schema

jsonschema = pytest.importorskip("jsonschema")

SCHEMA = jsonschema.Draft202012Validator(json_schema())

#: What ties fields together, which no schema says: the reader's reasons for refusing a record that is valid.
TIES = re.compile(
    r"NFC|beyond the text|before .* ends|does not stand|order of start|does not fill|is before start"
    r"|a text of|does not follow|is not that of resolved|lower case|no first issuer|without a pinpoint"
    r"|without any unit"
    r"|without a number|beside a range|is above high|beside a settled id|says nothing|without a rhythm"
    r"|first and last clock time"
)

STRINGS = """
    2020-12-17 20201217 2020-W51-4 2020-02-30 2019-02-29 2020-02-29 0000-01-01 2020-12-17T22:17
    2020-12-17T22:17:00+07:00 2020-12-17T22:17:00Z 2020-12-17T24:00:00Z 2020-12-17T22:17:00+0700
    2020-12-17T22:17:00.1234567Z 22:17 22:17:60 24:00 T22:17 2217 22:17+07:00 22:17:00.5Z
    P3Y P PT P1Y2W P-1D p3y 1 -1.5 +1 1E+9 NaN Infinity 1_000 ٣ 1. .5 01
    about increase lunar day amends vnmedia/1 vnmedia/2 date agency paragraph
"""
SPACED = ("2020-12-17\n", "2020-12-17 22:17:00Z", "P1D\n", " 1", "Nghị định", "nghị định", "", " ")
OTHERS = (None, True, -1, 0, 3, 3.0, 3.5, 10**9, [], ["x"], [None], {}, {"x": 1}, {"year": "published"})
JUNK = st.sampled_from([*STRINGS.split(), *SPACED, *OTHERS]).map(copy.deepcopy)
ADDED = st.sampled_from(["extra", "inferred", "uri", "resolved", "instrument", "earliest", "times"])


def places(record: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything in *record*."""
    yield path
    items = (
        record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    )
    for name, part in items:
        yield from places(part, (*path, name))


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A record in which one part was replaced, dropped or added."""
    record = copy.deepcopy(vnmedia.to_record(draw(articles(max_size=40))))
    path = draw(st.sampled_from([path for path in places(record) if path]))
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    how = draw(st.sampled_from(["replace", "replace", "replace", "drop", "add"]))
    if how == "drop":
        del holder[path[-1]]
    elif how == "add" and isinstance(holder, dict):
        holder[
            draw(st.sampled_from(["extra", "inferred", "uri", "resolved", "instrument", "earliest", "times"]))
        ] = draw(JUNK)
    else:
        holder[path[-1]] = draw(JUNK)
    return record


def refusals(record: Any) -> list[tuple[str, str]]:
    try:
        vnmedia.from_record(record)
    except SerializationError as error:
        return list(error.problems)
    return []


@pytest.mark.slow
@given(mutated())
@examples(200)
def test_reader_and_schema_refuse_the_same(record: Any) -> None:
    """What the schema refuses the reader refuses; what it takes is refused for what ties fields alone."""
    problems = refusals(record)
    if not SCHEMA.is_valid(record):
        assert problems
    else:
        assert all(TIES.search(reason) for _, reason in problems), problems


@pytest.mark.parametrize("day", ["2020-W51-4", "20201217", "2020-02-30", "2020-12-17\n", "٢٠٢٠-12-17"])
def test_a_day_has_one_form(day: str) -> None:
    """ISO 8601 has others; a record has not."""
    record = vnmedia.to_record(vnmedia.parse_article("Năm 2020"))
    record["published"] = day
    assert refusals(record) == [("published", f"not a day or date-time: {day!r}")]
    assert not SCHEMA.is_valid(record)
