"""The tables, read by those who would use them: DuckDB, pandas, Polars, a spreadsheet."""

import csv
import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.property.strategies import articles
from tests.unit.serializers.samples import ORDINARY, SEEDS

import vnmedia
from vnmedia import Article, Mention, Span, Statistic
from vnmedia.serializers._wire import CitationRecord

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="the extra arrow is not installed")
duckdb = pytest.importorskip("duckdb", reason="the extra duckdb is not installed")

from vnmedia.serializers.arrow import batches, schemas, to_arrow  # noqa: E402
from vnmedia.serializers.csv import header, write_csv  # noqa: E402
from vnmedia.serializers.duckdb import write_duckdb  # noqa: E402
from vnmedia.serializers.parquet import write_parquet  # noqa: E402


def counts(found: list[Article]) -> Counter:
    return Counter(mention.kind for article in found for mention in article.mentions)


def figure(value: Decimal, quote: str = "x") -> Article:
    mention = Mention(span=Span(start=0, end=len(quote)), quote=quote, value=Statistic(value=value))
    return Article(text=quote, mentions=(mention,))


@given(articles())
@examples(15)
def test_every_mention_has_its_rows(article: Article) -> None:
    """Each mention is one row of mentions and one of its kind's table, under the same keys."""
    tables = to_arrow([article, article])
    for table in tables.values():
        table.validate(full=True)
    assert tables["articles"].column("text").to_pylist() == [article.text] * 2
    assert tables["mentions"].column("quote").to_pylist() == [m.quote for m in article.mentions] * 2
    keys = Counter(
        (row["article"], row["mention"])
        for name in ("dates", "instruments", "agencies", "statistics", "officials")
        for row in tables[name].select(["article", "mention"]).to_pylist()
    )
    assert keys == Counter((number, index) for number in (0, 1) for index in range(len(article.mentions)))


def test_every_field_of_the_model_has_a_column() -> None:
    """A field that the model gains is in its table without further ado."""
    for table, kind in (
        ("dates", vnmedia.TimeExpression),
        ("instruments", CitationRecord),
        ("agencies", vnmedia.Agency),
        ("statistics", vnmedia.Statistic),
    ):
        for field in attrs.fields(kind):
            assert field.name == "relations" or any(
                name == field.name or name.startswith(field.name + "_") for name in schemas()[table].names
            )


def test_batches_have_one_schema_and_lose_no_row() -> None:
    """Small batches have the same schema and rows as one large one."""
    parts = list(batches(SEEDS, size=2))
    assert len(parts) == 3
    for name, schema in schemas().items():
        assert all(part[name].schema == schema for part in parts)
        joined = pa.concat_tables([part[name] for part in parts])
        assert joined.to_pylist() == to_arrow(SEEDS)[name].to_pylist()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("36243374", Decimal(36243374)),
        ("-7.5", Decimal("-7.5")),
        ("2E15", Decimal("2E15")),
        ("0.0000000001", Decimal("1E-10")),
        ("0.00000000001", None),
        ("1E28", None),
        ("9" * 28, Decimal("9" * 28)),
        ("1E-1000000", None),
    ],
)
def test_a_number_is_exact_or_null(value: str, cell: Decimal | None) -> None:
    """A decimal that the column cannot hold exactly is null, never rounded."""
    assert to_arrow([figure(Decimal(value))])["statistics"].column("value").to_pylist() == [cell]


def test_relations_join_the_mentions() -> None:
    """A relation's row leads from one instrument's mention to the other's."""
    (row,) = to_arrow([ORDINARY])["relations"].to_pylist()
    assert row["kind"] == "replaces"
    one, other = (ORDINARY.mentions[row[name]].value.number for name in ("mention", "target"))
    assert (one, other) == ("119/2020/NĐ-CP", "159")
    assert ORDINARY.text[row["evidence_start"] : row["evidence_end"]] == "thay"


def test_duckdb_counts_what_the_api_counts(tmp_path: Path) -> None:
    """SQL over the Parquet files and over the DuckDB file gives the counts that the API gives."""
    write_parquet(SEEDS, tmp_path / "out.parquet")
    write_duckdb(SEEDS, tmp_path / "out.duckdb")
    query = "SELECT kind, count(*) FROM {} GROUP BY kind"
    files = duckdb.sql(query.format(f"'{tmp_path}/out.parquet/mentions.parquet'")).fetchall()
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
        table = database.sql(query.format("mentions")).fetchall()
        joined = database.sql("SELECT count(*) FROM dates JOIN mentions USING (article, mention)").fetchall()
    assert Counter(dict(files)) == Counter(dict(table)) == counts(SEEDS)
    assert joined == [(counts(SEEDS)["date"],)]


@given(found=st.lists(articles(), max_size=3))
@examples(8)
def test_what_is_written_is_read_back(found: list[Article], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Parquet gives the same tables back, DuckDB the same rows, and both count what the API counts."""
    folder = tmp_path_factory.mktemp("tables")
    write_parquet(found, folder / "o.parquet")
    write_duckdb(found, folder / "o.duckdb")
    with duckdb.connect(str(folder / "o.duckdb"), read_only=True) as database:
        for name, table in to_arrow(found).items():
            assert parquet.read_table(folder / "o.parquet" / f"{name}.parquet").equals(table)
            assert database.sql(f"SELECT count(*) FROM {name}").fetchall() == [(table.num_rows,)]
        kinds = database.sql("SELECT kind, count(*) FROM mentions GROUP BY kind").fetchall()
        assert Counter(dict(kinds)) == counts(found)
        texts = database.sql("SELECT text FROM articles ORDER BY article").fetchall()
        assert [text for (text,) in texts] == [article.text for article in found]


@given(found=st.just(SEEDS) | st.lists(articles(), max_size=3))
@examples(8)
def test_pandas_and_polars_take_the_tables(found: list[Article]) -> None:
    """Both read every table with its rows."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    assert pandas
    for table in to_arrow(found).values():
        assert len(table.to_pandas()) == table.num_rows
        assert polars.from_arrow(table).height == table.num_rows


def test_an_instant_keeps_its_offset() -> None:
    """A moment is an instant in UTC with its day and its offset in minutes; a day alone has no instant."""
    zone = dt.timezone(dt.timedelta(hours=7))
    moment = dt.datetime(2020, 12, 17, 2, 17, tzinfo=zone)
    table = to_arrow([Article(text="", published=moment), Article(text="", published=moment.date())])
    assert table["articles"].column("published").to_pylist() == [moment, None]
    assert table["articles"].column("published_day").to_pylist() == [moment.date()] * 2
    assert table["articles"].column("published_offset").to_pylist() == [420, None]


@pytest.mark.parametrize(
    ("write", "name"), [(write_parquet, "o.parquet"), (write_duckdb, "o.duckdb"), (write_csv, "o.csv")]
)
def test_an_error_leaves_the_older_output(write, name: str, tmp_path: Path) -> None:
    """What stood there stays when the articles break off, and nothing half-written is left."""

    def broken():
        yield SEEDS[0]
        raise RuntimeError

    write(SEEDS[:1], tmp_path / name)
    target = tmp_path / name
    file = target / "articles.parquet" if target.is_dir() else target
    before = file.read_bytes()
    with pytest.raises(RuntimeError):
        write(broken(), target)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [name]
    write(SEEDS[1:2], target)
    assert file.read_bytes() != before


@pytest.mark.parametrize(
    ("write", "name"), [(write_parquet, "o.parquet"), (write_duckdb, "o.duckdb"), (write_csv, "o.csv")]
)
def test_a_file_name_that_is_no_text_breaks_nothing(write, name: str, tmp_path: Path) -> None:
    """A lone surrogate, as the name of a file in another encoding brings, becomes U+FFFD."""
    article = Article(id="b\udce0i", text="à")
    write([article], tmp_path / name)
    assert to_arrow([article])["articles"].column("id").to_pylist() == ["b\ufffdi"]


def test_no_output_for_no_article_breaks(tmp_path: Path) -> None:
    """Without articles the tables are there, empty."""
    write_parquet([], tmp_path / "o.parquet")
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/o.parquet/dates.parquet'").fetchall() == [(0,)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_spreadsheet_runs_nothing(start: str, tmp_path: Path) -> None:
    """Text that looks like a formula gets an apostrophe; a negative number does not."""
    text = start + 'HYPERLINK("x")'
    article = attrs.evolve(figure(Decimal(-5), text), title=text, authors=(text,), id=text)
    write_csv([article], tmp_path / "o.csv")
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert [row["title"], row["id"], row["quote"]] == ["'" + text] * 3
    assert row["authors"].startswith("[")
    assert row["statistic_value"] == "-5"


@given(article=articles())
@examples(15)
def test_csv_has_a_row_for_each_mention(article: Article, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A reader of CSV gets one row a mention, or one for an article without any."""
    path = tmp_path_factory.mktemp("csv") / "o.csv"
    write_csv([article], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert len(read) == max(1, len(article.mentions))
    assert tuple(read[0]) == header()
    if article.mentions:
        assert [row["kind"] for row in read] == [mention.kind for mention in article.mentions]
