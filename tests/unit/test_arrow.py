"""Unit tests of the function from record batches to record batches."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest

import vnmedia
from vnmedia.arrow import parse_batches, schema
from vnmedia.serializers.arrow import to_arrow

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def documents(count: int, length: int | None = None) -> list[dict[str, object]]:
    return [
        {"id": f"{number}", "source": SEEDS[number % len(SEEDS)].read_bytes()[:length], "shop": "x"}
        for number in range(count)
    ]


def spread(cell: object) -> object:
    """A cell as it is in the rows of documents: a time of day is a string."""
    if isinstance(cell, list):
        return [spread(item) for item in cell]
    return str(cell) if isinstance(cell, dt.time) else cell


def test_the_rows_hold_the_tables() -> None:
    """The lists of each row are the rows of the tables, but for the number of the article."""
    rows = documents(5)
    (found,) = parse_batches([pa.RecordBatch.from_pylist(rows)])
    tables = to_arrow(vnmedia.parse_article(row["source"], id=row["id"]) for row in rows)
    assert found.column("text").to_pylist() == tables["articles"].column("text").to_pylist()
    for name, table in tables.items():
        if name == "articles":
            continue
        wanted = [
            {key: spread(cell) for key, cell in row.items() if key not in ("article", "article_id")}
            for row in table.to_pylist()
        ]
        assert [row for rows in found.column(name).to_pylist() for row in rows] == wanted
    assert any(found.column("dates").to_pylist())


def test_batches_of_any_size_keep_rows_and_schema() -> None:
    """A large batch is cut; an empty one is no trouble."""
    rows = documents(300, 300)
    given = [pa.RecordBatch.from_pylist(part) for part in (rows[:1], rows[1:])]
    found = list(parse_batches([given[0].slice(1), *given]))
    assert {batch.schema for batch in found} == {schema()}
    assert [id for batch in found for id in batch.column("id").to_pylist()] == [row["id"] for row in rows]
    assert len(found) > 2


def test_what_is_known_of_a_document_is_taken() -> None:
    """Its address and its day, in each form that a table may have it in."""
    day = dt.date(2020, 12, 17)
    for published in (day, "2020-12-17", dt.datetime(2020, 12, 17, 8), "2020-12-17T08:00:00+07:00"):
        row = {"source": "Hôm qua, Bộ Y tế họp.", "url": "https://x.vn/1", "published": published}
        ((found,),) = [batch.to_pylist() for batch in parse_batches([pa.RecordBatch.from_pylist([row])])]
        assert (found["url"], found["published_day"]) == ("https://x.vn/1", day)
        assert found["dates"][0]["edtf"] == "2020-12-16"


def test_a_document_that_fails_is_a_row_with_its_reason() -> None:
    """And the others go on."""
    rows = [{"id": "a", "source": b"%PDF-1.4"}, {"id": "b", "source": None}, {"id": "c", "source": b"Tin."}]
    (found,) = parse_batches([pa.RecordBatch.from_pylist(rows)])
    first, second, third = found.to_pylist()
    assert (first["id"], first["text"]) == ("a", None)
    assert "a PDF file" in first["error"]
    assert "null" in second["error"]
    assert (third["text"], third["error"]) == ("Tin.", None)


def test_batches_without_documents_are_refused() -> None:
    """The column that is missing is named."""
    with pytest.raises(ValueError, match="no column 'source'"):
        list(parse_batches([pa.RecordBatch.from_pylist([{"text": "x"}])]))


def test_kinds_alone() -> None:
    """The others stay empty; what is no kind is refused before anything is read."""
    rows = pa.RecordBatch.from_pylist([{"source": "Ngày 17/12/2020, Bộ Y tế họp."}])
    (found,) = parse_batches([rows], kinds=["date"])
    assert [mention["kind"] for mention in found.to_pylist()[0]["mentions"]] == ["date"]
    with pytest.raises(ValueError, match="not one of date"):
        next(parse_batches([rows], kinds=["day"]))


def odd(values: list[object], kind: pa.DataType) -> pa.Array:
    """An array of what its type can hold and Python, or a string, cannot."""
    if kind == pa.string():
        return pa.array(values, pa.binary()).view(kind)
    return pa.array(values, kind)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("published", odd([2**30], pa.date32())),
        ("published", odd([2**62], pa.timestamp("us"))),
        ("published", odd([-(2**50)], pa.timestamp("s"))),
        ("published", odd([0], pa.timestamp("s", "Not/AZone"))),
        ("published", odd([b"\xff"], pa.string())),
        ("published", odd([float("inf")], pa.float64())),
        ("source", odd([b"\xff"], pa.string())),
        ("source", odd([["a"]], pa.list_(pa.string()))),
        ("id", odd([b"\xff"], pa.binary())),
        ("id", odd([b"\xff"], pa.string())),
        ("url", odd([b"\xff"], pa.string())),
        ("url", odd([5], pa.int64())),
        ("path", odd([b"\xff"], pa.string())),
        ("media_type", odd([b"\xff"], pa.string())),
    ],
)
def test_a_value_that_nothing_can_hold_costs_its_own_row_alone(column: str, values: pa.Array) -> None:
    """The others of its batch are read."""
    kind = values.type
    good = {"source": "Bộ Y tế họp.", "id": "a", "url": "http://a.vn/1"}
    first = pa.RecordBatch.from_pylist([good])
    if column not in good:
        first = first.append_column(column, pa.nulls(1, kind))
    names = first.schema.names
    same = column in good and kind != pa.string()
    batch = pa.RecordBatch.from_arrays(
        [
            pa.concat_arrays([pa.nulls(1, kind) if same else first[name].cast(kind), values])
            if name == column
            else pa.concat_arrays([first[name], first[name]])
            for name in names
        ],
        names=names,
    )
    (found,) = parse_batches([batch])
    first_row, second = found.to_pylist()
    assert second["error"] is not None
    assert second["text"] is None
    if column != "source" or not same:
        assert first_row["error"] is None


def test_ids_may_be_numbers() -> None:
    """As they are in most databases."""
    batch = pa.RecordBatch.from_pydict({"id": [5, None], "source": ["Bộ Y tế họp.", "Hà Nội"]})
    (found,) = parse_batches([batch])
    assert found.column("id").to_pylist() == ["5", None]
    assert found.column("error").null_count == 2


@pytest.mark.parametrize("zero", [dt.date(1970, 1, 1), dt.datetime(1, 1, 1), "1970-01-01T00:00:00"])
def test_the_zero_of_a_machine_is_no_day(zero: dt.date | str) -> None:
    """It is what programs write for an unknown one."""
    batch = pa.RecordBatch.from_pylist([{"source": "Hôm qua, Bộ Y tế họp.", "published": zero}])
    (found,) = parse_batches([batch])
    assert found.column("published").to_pylist() == [None]
    assert found.column("error").to_pylist() == [None]


def test_a_column_that_is_there_twice_is_refused() -> None:
    """Which of them is meant nobody knows."""
    batch = pa.RecordBatch.from_arrays([pa.array(["a"]), pa.array(["b"])], names=["source", "source"])
    with pytest.raises(ValueError, match="more than once"):
        list(parse_batches([batch]))
