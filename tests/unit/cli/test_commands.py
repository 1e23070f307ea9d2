"""Unit tests of the command line."""

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import vnmedia
from vnmedia.cli import main

PAGE = "Cầu mới thông xe\n05/06/2020 08:00\nSáng 5/6, cầu đã thông xe sau hai năm xây dựng.\nKim Oanh\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "con").mkdir()
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "con" / "b.txt").write_text(PAGE, encoding="utf-16")
    (tmp_path / "c.dat").write_bytes(b"not for us")
    return tmp_path


def run(*args: object, **kwargs: object):
    return CliRunner().invoke(main, ["parse", *map(str, args)], **kwargs)


def test_a_folder_gives_a_record_a_file(folder: Path) -> None:
    """Piped, each text file is one line of JSON that reads back."""
    result = run(folder)
    assert result.exit_code == 0
    articles = [vnmedia.loads(line) for line in result.stdout.splitlines()]
    assert [(article.id, article.title) for article in articles] == [
        ("a", "Cầu mới thông xe"),
        ("b", "Cầu mới thông xe"),
    ]
    assert articles[1].source.encoding == "utf-16-le"


def test_unreadable_files_are_named_and_the_others_go_on(folder: Path) -> None:
    """Standard error has the name and the reason, the exit status is 1."""
    (folder / "b.txt").write_bytes(b"%PDF-1.4")
    result = run(folder / "none.txt", folder / "b.txt", folder / "a.txt")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a"]
    missing, binary = result.stderr.splitlines()
    assert "none.txt: No such file" in missing
    assert "b.txt: a PDF file" in binary


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """Nothing to read is said, not passed over."""
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "without a file" in result.stderr


def test_standard_input() -> None:
    """A hyphen stands for standard input."""
    result = run("-", input=PAGE.encode())
    assert json.loads(result.stdout)["authors"] == ["Kim Oanh"]


def test_the_view_shows_title_time_author_and_context(folder: Path) -> None:
    """The readable view, without what would steer a terminal."""
    (folder / "a.txt").write_text(PAGE.replace("cầu đã", "cầu \x1b[31mđã"), encoding="utf-8")
    result = run("--format", "view", folder / "a.txt")
    assert "Cầu mới thông xe" in result.stdout
    assert "2020-06-05 08:00:00+07:00" in result.stdout
    assert "Kim Oanh" in result.stdout
    assert "\x1b" not in result.stdout


def test_output_is_written_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that breaks off leaves the old file and no remains."""
    out = folder / "out.jsonl"
    assert run("-o", out, folder / "a.txt").exit_code == 0
    before = out.read_bytes()
    assert json.loads(before)["id"] == "a"

    def broken(_article: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("vnmedia.cli._parse.dumps", broken)
    assert run("-o", out, folder / "a.txt").exit_code != 0
    assert out.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "c.dat", "con", "out.jsonl"]


@pytest.mark.parametrize("name", ["out.parquet", "out.duckdb", "out.csv"])
def test_the_ending_tells_the_format(folder: Path, name: str) -> None:
    """Tables for analysts, by the output's ending, and their counts are those of the records."""
    duckdb = pytest.importorskip("duckdb", reason="the extra duckdb is not installed")
    (folder / "b.txt").write_bytes(b"%PDF-1.4")
    assert run("-o", folder / name, folder / "a.txt", folder / "b.txt", folder / "con").exit_code == 1
    if name.endswith(".duckdb"):
        with duckdb.connect(str(folder / name), read_only=True) as database:
            found = database.sql("SELECT id, title FROM articles ORDER BY id").fetchall()
    else:
        file = folder / name / "articles.parquet" if name.endswith(".parquet") else folder / name
        found = duckdb.sql(f"SELECT DISTINCT id, title FROM '{file}' ORDER BY id").fetchall()
    assert found == [("a", "Cầu mới thông xe"), ("b", "Cầu mới thông xe")]


@pytest.mark.parametrize("command", ["parse", "register", "digest"])
def test_an_unknown_ending_is_refused(folder: Path, command: str) -> None:
    """Before anything is read, and with the endings that are known."""
    result = CliRunner().invoke(main, [command, str(folder / "a.txt"), "-o", str(folder / "out.xlsx")])
    assert result.exit_code == 2
    assert re.search(r"'\S+out\.xlsx' ends in none of \.\w+, \.", " ".join(result.stderr.split()))
    assert not (folder / "out.xlsx").exists()


def test_with_a_format_any_name_will_do(folder: Path) -> None:
    """The option --format comes before the ending."""
    assert run("--format", "ninjs", "-o", folder / "out.csv", folder / "a.txt").exit_code == 0
    assert json.loads((folder / "out.csv").read_text(encoding="utf-8"))["standard"]["version"] == "3.0"


@pytest.mark.parametrize(("form", "key"), [("jsonld", "@id"), ("ninjs", "uri"), ("annotations", "id")])
def test_other_formats_are_a_line_a_document(folder: Path, form: str, key: str) -> None:
    """Each document is one line of the format."""
    result = run("--format", form, folder / "a.txt", folder / "con")
    assert result.exit_code == 0
    ids = [json.loads(line)[key] for line in result.stdout.splitlines()]
    assert [id.partition("#")[0] for id in ids] == ["urn:vnmedia:article:a", "urn:vnmedia:article:b"]


def test_a_missing_extra_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the command says what to install, and writes nothing."""
    for module in ("arrow", "parquet"):
        monkeypatch.delitem(sys.modules, f"vnmedia.serializers.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("-o", folder / "out.parquet", folder / "a.txt")
    assert result.exit_code == 1
    assert "pip install 'vnmedia[arrow]'" in result.stderr
    assert not (folder / "out.parquet").exists()


def test_records_are_read_back(folder: Path) -> None:
    """A file of records stands for its articles; a bad line is named with its number."""
    out = folder / "out.jsonl"
    run("-o", out, folder / "a.txt")
    out.write_text(out.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    result = run(out)
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a"]
    assert "out.jsonl:2: not a record: schema" in result.stderr


def test_other_json_lines_and_globs_are_corpora(folder: Path) -> None:
    """Documents in JSON lines are parsed; a glob stands for its files; a bad member is named."""
    dump = folder / "dump.jsonl"
    dump.write_text(json.dumps({"id": "x", "text": PAGE}) + "\n{\n", encoding="utf-8")
    result = run(dump)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["x"]
    assert (result.exit_code, "dump.jsonl" in result.stderr) == (1, True)
    result = run(folder / "a*.txt")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a"]
    assert run(folder / "no*.txt").exit_code == 1


def test_the_page_is_written_or_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """view writes the page to a file, or to one that it opens."""
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    result = CliRunner().invoke(
        main, ["view", "--language", "en", "-o", str(folder / "p.html"), str(folder / "a.txt")]
    )
    assert (result.exit_code, opened) == (0, [])
    assert '<html lang="en">' in (folder / "p.html").read_text(encoding="utf-8")
    result = CliRunner().invoke(main, ["view", str(folder / "a.txt")])
    assert result.exit_code == 0
    assert opened == [Path(result.stdout.strip()).as_uri()]
    assert "Cầu mới thông xe" in Path(result.stdout.strip()).read_text(encoding="utf-8")
    result = CliRunner().invoke(main, ["view", str(folder / "none.txt")])
    assert result.exit_code == 1
    assert "none.txt: No such file" in result.stderr


def test_an_output_that_cannot_be_written_is_named(folder: Path) -> None:
    """No traceback."""
    result = run("-o", folder / "no" / "out.jsonl", folder / "a.txt")
    assert result.exit_code == 1
    assert "out.jsonl: No such file" in result.stderr


def test_without_the_extra_the_command_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where click is missing, the command names the extra."""
    for name in ("click", "vnmedia.cli", "vnmedia.__main__"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "click", None)
    without = importlib.import_module("vnmedia.__main__").main
    with pytest.raises(SystemExit, match=r"pip install 'vnmedia\[cli\]'"):
        without()


def test_the_list_of_commands_loads_none_of_them() -> None:
    """--help names every command without what they need to run, and each can be called by its name."""
    program = (
        "import sys; from vnmedia.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'attrs', 'rich', 'dateutil'})\n"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    *_, heavy = shown.split("\n")[:-1]
    assert heavy == ""
    for name in ("digest", "parse", "register", "view"):
        assert f"  {name} " in shown
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_an_unknown_command_is_refused() -> None:
    """With its name."""
    result = CliRunner().invoke(main, ["parze"])
    assert result.exit_code == 2
    assert "No such command 'parze'" in result.stderr


def test_many_processes_write_the_same_table(folder: Path) -> None:
    """--jobs gives any output that -o gives; what failed is in a file beside it."""
    (folder / "b.txt").write_bytes(b"%PDF-1.4")
    assert run("-o", folder / "one.csv", folder / "a.txt", folder / "b.txt").exit_code == 1
    assert run("-o", folder / "two.csv", "--jobs", 1, folder / "a.txt", folder / "b.txt").exit_code == 1
    assert (folder / "two.csv").read_bytes() == (folder / "one.csv").read_bytes()
    assert "a PDF file" in (folder / "two.errors.jsonl").read_text(encoding="utf-8")


def test_many_processes_need_an_output_of_records_or_tables(folder: Path) -> None:
    """Neither standard output nor another format."""
    for arguments in ([], ["-o", folder / "out.json", "--format", "ninjs"]):
        result = run("--jobs", 1, *arguments, folder / "a.txt")
        assert result.exit_code == 2
        assert "--jobs needs -o" in result.stderr


def test_explain_says_which_rule_gave_what(tmp_path: Path) -> None:
    """Of a text, of a file with its own day, and of words that are no mention."""
    said = CliRunner().invoke(main, ["explain", "Họp 22h17 ngày 17/12."])
    assert "rule “ngày/tháng” (dates/_days.py:" in said.stdout
    (tmp_path / "a.txt").write_text("Họp ngày 31/2.", encoding="utf-8")
    said = CliRunner().invoke(main, ["explain", str(tmp_path / "a.txt"), "--at", "31/2"])
    assert "no day 31 in month 2" in said.stdout
    assert CliRunner().invoke(main, ["explain", "Họp", "--at", "mai"]).exit_code == 2


def test_the_page_shows_explanations_on_demand(folder: Path, tmp_path: Path) -> None:
    """With --explain each mention has a part to open; without it there is none."""
    for options, shown in (((), False), (("--explain",), True)):
        page = tmp_path / "page.html"
        done = CliRunner().invoke(main, ["view", str(folder / "a.txt"), "-o", str(page), *options])
        assert done.exit_code == 0
        assert ("rule “" in page.read_text(encoding="utf-8")) is shown


def test_the_table_of_figures(tmp_path: Path) -> None:
    """The figures that fit the filters are written; a period that is none is said."""
    (tmp_path / "a.txt").write_text("Năm 2021, giá thép tăng 5%. Có 7 xã.", encoding="utf-8")
    table = tmp_path / "table.csv"

    def write(*options: str):
        return CliRunner().invoke(main, ["statistics", str(tmp_path / "a.txt"), "-o", str(table), *options])

    assert write().exit_code == 0
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 3
    assert "1 figure in" in write("--subject", "giá", "--period", "2021", "--unit", "%").stderr
    assert "is not a year" in write("--period", "mai").stderr


def test_what_a_folder_passes_over_is_said(folder: Path) -> None:
    """By kind and count, and it is no failure."""
    for name in ("a.csv", "b.csv", "c.docx", "README"):
        (folder / name).write_bytes(b"x")
    result = run(folder)
    assert result.exit_code == 0
    assert "5 other files not read: 2 .csv, 1 .dat, 1 .docx, 1 without an ending" in result.stderr


def test_what_was_mended_is_said_and_counted(tmp_path: Path) -> None:
    """The first of each kind with their places, and a line with the count."""
    rows = [
        {"id": n, "text": f"<p>Ngày {n + 1}/5/2020, Bộ Y tế họp.</p>", "date": f"hôm {n}"} for n in range(9)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    lines = run(tmp_path / "a.jsonl").stderr.splitlines()
    assert sum("a.jsonl:" in line for line in lines) == 6
    assert "vnmedia: 9 documents in all: HTML tags taken out of the text" in lines
    assert sum(line.startswith("vnmedia: 9 documents in all: published") for line in lines) == 1


def test_columns_kinds_and_the_day_are_options(tmp_path: Path) -> None:
    """--field names the columns, --kinds what is wanted, --published the day of what states none."""
    rows = [{"x1": "Hôm qua, Bộ Y tế họp."}, {"x1": "Hôm nay, Bộ Y tế họp.", "date": "2020-12-17"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    options = ("--field", "text=x1", "--kinds", "date", "--published", "2024-03-05")
    result = run(*options, tmp_path / "a.jsonl")
    articles = [vnmedia.loads(line) for line in result.stdout.splitlines()]
    assert [article.published.isoformat() for article in articles] == ["2024-03-05", "2020-12-17"]
    assert [mention.value.edtf for article in articles for mention in article.mentions] == [
        "2024-03-04",
        "2020-12-17",
    ]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--field", "titel=x", "where FIELD is one of text"),
        ("--field", "title", "is not FIELD=COLUMN"),
        ("--kinds", "dates", "'dates' is not one of date"),
        ("--published", "5/3/2024", "ISO 8601"),
    ],
)
def test_an_option_that_cannot_be_read_is_refused(
    option: str, value: str, message: str, folder: Path
) -> None:
    """With what it may be."""
    result = run(option, value, folder)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("name", "module"),
    [("a.warc.gz", "fastwarc.warc"), ("a.txt.zst", "fastwarc.stream_io"), ("a.parquet", "pyarrow")],
)
def test_a_format_whose_extra_is_missing_is_one_line(
    name: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback."""
    for loaded in ("_warc", "_parquet"):
        monkeypatch.delitem(sys.modules, f"vnmedia.articles.corpus.{loaded}", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"x")
    result = run(tmp_path / name)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "needs an extra: pip install 'vnmedia[" in line
