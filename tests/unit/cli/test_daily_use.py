"""Unit tests of what people meet in daily use: days, progress, endings, pages of a folder, being stopped."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import vnmedia
from vnmedia.cli import main

TEXT = "Cầu mới thông xe\nHôm qua, Bộ Y tế họp. Số ca tăng 5%.\n"
COMMANDS = ("digest", "explain", "parse", "register", "statistics", "view")


def call(*arguments: object, **options: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts without a day, whose files have one in their names."""
    (tmp_path / "tin").mkdir()
    for name in ("2024-03-05-cau.txt", "06.03.2024 cau.txt"):
        (tmp_path / "tin" / name).write_text(TEXT, encoding="utf-8")
    return tmp_path / "tin"


def days(records: Path) -> list[str]:
    """When each article was published, and the day that it calls yesterday."""
    articles = map(vnmedia.loads, records.read_text(encoding="utf-8").splitlines())
    return sorted(f"{article.published} {article.dates[0].value.edtf}" for article in articles)


@pytest.mark.parametrize("jobs", [(), pytest.param(("--jobs", 1), marks=pytest.mark.slow)])
def test_the_day_is_taken_from_the_file_s_name(jobs: tuple[object, ...], folder: Path) -> None:
    """With and without --jobs; where a name has none, --published says it."""
    (folder / "cau.txt").write_text(TEXT, encoding="utf-8")
    out = folder.parent / "out.jsonl"
    done = call("parse", folder, "-o", out, "--published-from", "name", "--published", "2020-01-02", *jobs)
    assert done.exit_code == 0, done.output
    assert days(out) == ["2020-01-02 2020-01-01", "2024-03-05 2024-03-04", "2024-03-06 2024-03-05"]


def test_the_day_is_that_on_which_the_file_was_written(folder: Path) -> None:
    """On Vietnam's clock: 18 hours UTC are the next day there."""
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000 - 14 * 3600 + 46 * 60, 1_700_000_000 - 4 * 3600))
    out = folder.parent / "out.jsonl"
    assert call("parse", folder, "-o", out, "--published-from", "mtime").exit_code == 0
    assert days(out) == ["2023-11-15 2023-11-14"] * 2


@pytest.mark.parametrize("jobs", [(), pytest.param(("--jobs", 1), marks=pytest.mark.slow)])
def test_columns_kinds_and_days_of_rows(jobs: tuple[object, ...], tmp_path: Path) -> None:
    """The options do the same with --jobs as without."""
    row = f'"{TEXT.splitlines()[1]}",2024-03-05\n'
    (tmp_path / "a.csv").write_text(f"noi_dung,len_bao\n{row}", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    options = ("--field", "text=noi_dung", "--published-from", "len_bao", "--kinds", "date,agency")
    done = call("parse", tmp_path / "a.csv", "-o", out, *options, *jobs)
    assert done.exit_code == 0, done.output
    (article,) = map(vnmedia.loads, out.read_text(encoding="utf-8").splitlines())
    assert str(article.published) == "2024-03-05"
    assert [mention.kind for mention in article.mentions] == ["date", "agency"]


@pytest.mark.slow
def test_a_batch_of_other_columns_does_not_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked belongs to what a broken run left."""
    out = folder.parent / "out.jsonl"
    with monkeypatch.context() as broken:
        broken.setattr("vnmedia.batch._journal.Journal.finish", lambda _journal: None)
        call("parse", folder, "-o", out, "--jobs", 1)
    assert (folder.parent / "out.jsonl.part" / "checkpoint.json").exists()
    done = call("parse", folder, "-o", out, "--jobs", 1, "--kinds", "date")
    assert (done.exit_code, "another version, input or order" in done.stderr) == (2, True)


@pytest.mark.slow
def test_a_json_file_is_one_array_and_is_read_back(folder: Path) -> None:
    """As one array, with and without --jobs, and its records are taken as they are."""
    one, two = folder.parent / "one.json", folder.parent / "two.json"
    assert call("parse", folder, "-o", one).exit_code == 0
    assert call("parse", folder, "-o", two, "--jobs", 1).exit_code == 0
    assert one.read_bytes() == two.read_bytes()
    records = json.loads(one.read_text(encoding="utf-8"))
    back = call("parse", one)
    assert [json.loads(line) for line in back.stdout.splitlines()] == records
    assert len(records) == 2


def test_the_message_lists_every_ending(folder: Path) -> None:
    """Also that of one JSON array."""
    done = " ".join(call("parse", folder, "-o", folder.parent / "out.xlsx").stderr.split())
    assert "ends in none of .jsonl, .ndjson, .json, .csv, .tidy.csv, .duckdb, .parquet, .spacy" in done


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parse", "-o", "out.jsonl"), "2 records in {}; 1 document failed; 1 other file not read"),
        (("parse", "-o", "out.csv"), "2 records in {}; 1 document failed; 1 other file not read"),
        pytest.param(
            ("parse", "-o", "out.jsonl", "--jobs", "1"),
            "2 records in {}; 1 document failed, listed in {errors}; 1 other file not read",
            marks=pytest.mark.slow,
        ),
        (
            ("digest", "-o", "out.md"),
            "the digest of 2 documents in {}; 1 document failed; 1 other file not read",
        ),
        (("register", "-o", "out.csv"), "0 instruments in {}; 1 document failed; 1 other file not read"),
        (("statistics", "-o", "out.csv"), "2 figures in {}; 1 document failed; 1 other file not read"),
    ],
)
def test_the_last_line_counts(
    arguments: tuple[str, ...], said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written, what failed, and which files were passed over."""
    monkeypatch.chdir(folder.parent)
    (folder / "bad.txt").write_bytes(b"%PDF-")
    (folder / "a.docx").write_bytes(b"x")
    done = call(arguments[0], folder, *arguments[1:])
    assert done.exit_code == 1
    output = Path(arguments[2]) if "--jobs" not in arguments else folder.parent / arguments[2]
    line = said.format(output, errors=folder.parent / "out.errors.jsonl")
    assert f"vnmedia: {line}" in done.stderr.splitlines()


def test_the_digest_says_how_many_have_no_day(folder: Path) -> None:
    """And how to give them one, after which it says nothing."""
    out = folder.parent / "digest.md"
    assert (
        "2 documents without a day, listed at the end: --published DAY"
        in call("digest", folder, "-o", out).stderr
    )
    assert "without a day" not in call("digest", folder, "-o", out, "--published-from", "name").stderr
    assert "Tuần 10/2024" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parse", "-o", "out.jsonl"), "nothing is written; with --jobs 1 the same command"),
        (("parse", "-o", "out.csv"), "nothing is written; with --jobs 1 the same command"),
        (("digest", "-o", "out.md"), "nothing is written; vnmedia parse … -o records.jsonl --jobs 0"),
        (("register", "-o", "out.csv"), "nothing is written; vnmedia parse … -o records.jsonl --jobs 0"),
        (("statistics", "-o", "out.csv"), "nothing is written; begin again"),
        pytest.param(
            ("parse", "-o", "out.jsonl", "--jobs", "1"),
            "the same command goes on from there",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_ctrl_c_says_how_to_go_on(
    arguments: tuple[str, ...], said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, with how far it came; what was there before stays."""

    @contextmanager
    def stopped_at_the_second(_paths: object) -> Iterator[Callable[[int], None]]:
        def show(documents: int) -> None:
            if documents == 2:
                raise KeyboardInterrupt

        yield show

    monkeypatch.chdir(folder.parent)
    for module in ("_sources", "_batch"):
        monkeypatch.setattr(f"vnmedia.cli.{module}.bar", stopped_at_the_second)
    Path(arguments[2]).write_text("before", encoding="utf-8")
    done = call(arguments[0], folder, *arguments[1:])
    assert done.exit_code == 130
    line = done.stderr.splitlines()[-1]
    assert line.startswith("vnmedia: stopped after 2 documents")
    assert said in line
    assert Path(arguments[2]).read_text(encoding="utf-8") == "before"
    monkeypatch.undo()
    monkeypatch.chdir(folder.parent)
    assert call(arguments[0], folder, *arguments[1:]).exit_code == 0


def test_a_folder_is_viewed_by_an_index(folder: Path) -> None:
    """A page for each document, and one that leads to them; what fails is named."""
    (folder / "bad.txt").write_bytes(b"%PDF-")
    pages = folder.parent / "pages"
    done = call("view", folder, "-o", pages)
    assert (done.exit_code, "bad.txt: a PDF file" in done.stderr) == (1, True)
    assert f"2 pages in {pages}; 1 document failed" in done.stderr
    assert sorted(path.name for path in pages.iterdir()) == ["00001.html", "00002.html", "index.html"]
    index = (pages / "index.html").read_text(encoding="utf-8")
    assert index.count("Cầu mới thông xe") == 2
    assert '<a href="00002.html">' in index
    (pages / "notes.txt").write_text("mine", encoding="utf-8")
    assert "holds other files (notes.txt)" in call("view", folder, "-o", pages).stderr


def test_a_folder_is_opened_as_its_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without -o."""
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    monkeypatch.setenv("TMPDIR", str(folder.parent))
    monkeypatch.setattr("tempfile.tempdir", None)
    done = call("view", folder)
    assert done.exit_code == 0
    assert opened == [Path(done.stdout.strip()).as_uri()]
    assert opened[0].endswith("/index.html")


def test_records_of_many_documents_are_all_shown(folder: Path) -> None:
    """And not the first alone."""
    records, pages = folder.parent / "records.jsonl", folder.parent / "pages"
    assert call("parse", folder, "-o", records).exit_code == 0
    assert call("view", records, "-o", pages).exit_code == 0
    assert len(list(pages.iterdir())) == 3
    refused = call("view", records, "-o", folder.parent / "one.html")
    assert (refused.exit_code, "name a folder" in refused.stderr) == (2, True)


@pytest.mark.parametrize("name", ["x.txt", "x.pdf"])
def test_a_page_ends_in_html(name: str, folder: Path) -> None:
    """Another ending is refused before anything is read."""
    done = call("view", folder / "2024-03-05-cau.txt", "-o", folder.parent / name)
    assert (done.exit_code, "ends in none of .html, .htm" in " ".join(done.stderr.split())) == (2, True)
    assert not (folder.parent / name).exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_that_are_calls(command: str) -> None:
    """Each is a line of its own, of this command, with options that it has."""
    shown = call(command, "--help").stdout
    lines = shown.partition("Examples:\n")[2].splitlines()
    assert lines
    for line in lines:
        assert f"vnmedia {command} " in line
        for option in (word for word in line.split() if word.startswith("-") and len(word) > 1):
            assert f" {option}" in shown.partition("Examples:")[0], option
