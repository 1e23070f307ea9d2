"""Unit tests of a batch: many processes, broken off, taken up again."""

import json
import os
import random
import re
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from benchmarks.kills import kill_and_resume

import vnmedia
from vnmedia.batch import Progress, parse_corpus, parse_files
from vnmedia.batch._journal import Journal
from vnmedia.errors import BatchError

pytestmark = pytest.mark.slow  # processes are started, killed and waited for

PAGE = "Cầu thứ {0} thông xe\n05/06/2020 08:00\nSáng 5/6, cầu thứ {0} thông xe sau hai năm, {0} tỷ đồng.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Forty documents, one of them no text."""
    folder = tmp_path / "corpus"
    for number in range(40):
        file = folder / str(number % 3) / f"{number:03}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(number) * 12, encoding="utf-8")
    (folder / "1" / "bad.txt").write_bytes(b"%PDF-1.4")
    return folder


@pytest.fixture
def wanted(corpus: Path) -> str:
    """The records that one process writes."""
    return "".join(
        vnmedia.dumps(article) + "\n"
        for article in parse_files([corpus])
        if isinstance(article, vnmedia.Article)
    )


def test_many_processes_write_what_one_writes(corpus: Path, wanted: str, tmp_path: Path) -> None:
    """In the same order; what fails is a row of its own; nothing else is left over."""
    seen: list[Progress] = []
    summary = parse_corpus([corpus], tmp_path / "out.jsonl", jobs=2, on_progress=seen.append)
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == wanted
    assert (summary.documents, summary.failed, summary.resumed) == (41, 1, 0)
    (row,) = map(json.loads, (tmp_path / "out.errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert row["source"].endswith("bad.txt")
    assert (row["index"], row["error"]) == (27, "SourceError")
    assert "a PDF file" in row["reason"]
    assert seen[-1] == Progress(documents=41, failed=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out.errors.jsonl", "out.jsonl"]


class StopError(Exception):
    """Breaks a run off."""


def broken_off(corpus: Path, output: Path, after: int, **options: object) -> None:
    """A run that ends after some documents, with a checkpoint after each."""

    def stop(progress: Progress) -> None:
        if progress.documents == after:
            raise StopError

    with pytest.raises(StopError):
        parse_corpus([corpus], output, jobs=1, checkpoint_every=0.0, on_progress=stop, **options)


@pytest.mark.parametrize("ordered", [True, False])
def test_a_broken_run_is_taken_up_again(ordered: bool, corpus: Path, wanted: str, tmp_path: Path) -> None:
    """Each document is there once; ordered, the file is the same to the byte."""
    output = tmp_path / "out.jsonl"
    broken_off(corpus, output, 15, ordered=ordered)
    assert not output.exists()
    with (tmp_path / "out.jsonl.part" / "records.jsonl").open("ab") as file:
        file.write(b'{"half a rec')
    summary = parse_corpus([corpus], output, jobs=1, ordered=ordered)
    assert (summary.documents, summary.failed, summary.resumed) == (41, 1, 14)
    lines = output.read_text(encoding="utf-8").splitlines(keepends=True)
    if ordered:
        assert "".join(lines) == wanted
    assert sorted(lines) == sorted(wanted.splitlines(keepends=True))


def test_killed_at_random_moments(corpus: Path, wanted: str, tmp_path: Path) -> None:
    """SIGKILL leaves nothing that the next run cannot go on from."""
    moments = [random.Random(0).uniform(0.5, 1.2) for _ in range(3)]
    kill_and_resume(corpus, tmp_path / "out.jsonl", moments, every=0.0)
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == wanted


@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="limits of resources are a matter of POSIX")
def test_a_full_disk_is_said_and_the_work_goes_on_when_there_is_room(
    corpus: Path, wanted: str, tmp_path: Path
) -> None:
    """A limit on the size of files stands for the disk."""
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "vnmedia", "parse", str(corpus), "-o", str(output), "--jobs", "1"]
    limited = ["sh", "-c", 'ulimit -f 64; exec "$@"', "sh", *command]
    full = subprocess.run(limited, capture_output=True, text=True)
    assert full.returncode == 2
    assert "File too large" in full.stderr
    assert "Traceback" not in full.stderr
    assert not output.exists()
    roomy = subprocess.run(command, capture_output=True, text=True)
    assert roomy.returncode == 1
    assert f"40 records in {output}; 1 document failed, listed in {tmp_path}" in roomy.stderr
    assert output.read_text(encoding="utf-8") == wanted


def stop_before_the_moves(_journal: Journal) -> None:
    raise StopError


def test_killed_between_the_last_two_moves(
    corpus: Path, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When all is written, the next run has only to move the files to their places."""
    output = tmp_path / "out.jsonl"
    with monkeypatch.context() as killed:
        killed.setattr(Journal, "finish", stop_before_the_moves)
        with pytest.raises(StopError):
            parse_corpus([corpus], output, jobs=1)
    part = tmp_path / "out.jsonl.part"
    (part / "errors.jsonl").replace(tmp_path / "out.errors.jsonl")
    parse_corpus([corpus], output, jobs=1)
    assert output.read_text(encoding="utf-8").startswith(wanted[:1000])
    assert not part.exists()


def test_other_work_is_not_mixed_in(corpus: Path, wanted: str, tmp_path: Path) -> None:
    """Other options, other documents, or another process at the same output: refused, until restarted."""
    output = tmp_path / "out.jsonl"
    broken_off(corpus, output, 15)
    with pytest.raises(BatchError, match="run of another version"):
        parse_corpus([corpus], output, jobs=1, ordered=False)
    (corpus / "0" / "000.txt").rename(corpus / "0" / "0000.txt")
    with pytest.raises(BatchError, match="no longer those"):
        parse_corpus([corpus], output)
    (corpus / "0" / "0000.txt").rename(corpus / "0" / "000.txt")
    parse_corpus([corpus], output, jobs=1, restart=True)
    assert output.read_text(encoding="utf-8") == wanted


def test_two_runs_do_not_share_an_output(corpus: Path, tmp_path: Path) -> None:
    """The second is told so."""
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "out.jsonl.part").mkdir()
    with (tmp_path / "out.jsonl.part" / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BatchError, match="another process"):
            parse_corpus([corpus], tmp_path / "out.jsonl")


def test_a_late_document_is_a_failure(tmp_path: Path) -> None:
    """A limit that nothing can keep makes every document late, and the batch ends all the same."""
    (tmp_path / "in").mkdir()
    for name in "ab":
        (tmp_path / "in" / f"{name}.txt").write_text(PAGE.format(1) * 3000, encoding="utf-8")
    summary = parse_corpus([tmp_path / "in"], tmp_path / "out.jsonl", jobs=1, time_limit=0.001)
    assert (summary.documents, summary.failed) == (2, 2)
    rows = [json.loads(line) for line in summary.errors.read_text(encoding="utf-8").splitlines()]
    assert [(row["index"], row["error"]) for row in rows] == [(0, "Timeout"), (1, "Timeout")]
    assert summary.records.read_bytes() == b""


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    """Linux lets a file be called anything; its record is valid all the same."""
    (tmp_path / "in").mkdir()
    try:
        (tmp_path / "in" / os.fsdecode(b"\xff.txt")).write_text(PAGE.format(1), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    summary = parse_corpus([tmp_path / "in"], tmp_path / "out.jsonl", jobs=1)
    article = vnmedia.loads(summary.records.read_text(encoding="utf-8"))
    assert article.id == "\\udcff"  # a record holds no lone surrogate


def test_a_corpus_in_one_file(tmp_path: Path) -> None:
    """Its members are shared out like files, and a broken one is a row with its place."""
    rows = [json.dumps({"id": f"{n}", "content": PAGE.format(n)}, ensure_ascii=False) for n in range(30)]
    rows[7] = "{"
    (tmp_path / "dump.jsonl").write_text("\n".join(rows), encoding="utf-8")
    summary = parse_corpus([tmp_path / "dump.jsonl"], tmp_path / "out.jsonl", jobs=1)
    found = [vnmedia.loads(line) for line in summary.records.read_text(encoding="utf-8").splitlines()]
    assert [article.id for article in found] == [f"{n}" for n in range(30) if n != 7]
    (row,) = map(json.loads, summary.errors.read_text(encoding="utf-8").splitlines())
    assert (row["index"], row["error"]) == (7, "SourceError")
    assert "dump.jsonl" in row["source"]


@pytest.mark.parametrize("broken", [False, True])
def test_tables_are_written_of_the_records(broken: bool, corpus: Path, wanted: str, tmp_path: Path) -> None:
    """Any writer of articles takes them at the end; where it breaks off, the next run begins with it."""
    output = tmp_path / "out.csv"
    seen: list[str] = []

    def write(articles: Iterable[vnmedia.Article], path: Path) -> None:
        seen.append("written")
        path.write_text("".join(vnmedia.dumps(article) + "\n" for article in articles), encoding="utf-8")

    def stop(articles: Iterable[vnmedia.Article], path: Path) -> None:
        raise StopError

    if broken:
        with pytest.raises(StopError):
            parse_corpus([corpus], output, write=stop, jobs=1)
        assert not output.exists()
    summary = parse_corpus([corpus], output, write=write, jobs=1)
    assert seen == ["written"]
    assert output.read_text(encoding="utf-8") == wanted
    assert (summary.documents, summary.failed, summary.resumed) == (41, 1, 41 if broken else 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out.csv", "out.errors.jsonl"]


def test_a_restart_waits_for_no_lock_and_deletes_nothing_of_a_running_batch(tmp_path: Path) -> None:
    """The second process is refused before anything is thrown away."""
    out = tmp_path / "out.jsonl"
    options = {"version": "x", "paths": [], "ordered": True}
    targets = {"records.jsonl": out}
    folder = tmp_path / "out.jsonl.part"
    with Journal(targets, folder, options) as running:
        running.write("records.jsonl", b"a\n")
        running.save(done=1, digest="", ahead=[], failed=0)
        with pytest.raises(BatchError, match="another process"):
            Journal(targets, folder, options, restart=True)
        running.write("records.jsonl", b"b\n")
        running.save(done=2, digest="", ahead=[], failed=0)
        running.complete()
        running.finish()
    assert out.read_bytes() == b"a\nb\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("name", ["my.txt", "records.jsonl"])
def test_a_folder_of_somebody_else_is_left_alone(name: str, restart: bool, tmp_path: Path) -> None:
    """Though it has the name that a batch would use, and its file too."""
    (tmp_path / "a.txt").write_text("Hà Nội", encoding="utf-8")
    mine = tmp_path / "out.jsonl.part" / name
    mine.parent.mkdir()
    mine.write_text("precious", encoding="utf-8")
    with pytest.raises(BatchError, match=re.escape(name)):
        parse_corpus([tmp_path / "a.txt"], tmp_path / "out.jsonl", jobs=1, restart=restart)
    assert mine.read_text(encoding="utf-8") == "precious"
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("restart", [False, True])
def test_a_file_that_is_no_batch_s_is_not_replaced_by_failures(restart: bool, tmp_path: Path) -> None:
    """One that a batch wrote is."""
    (tmp_path / "a.txt").write_text("Hà Nội", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-")
    mine = tmp_path / "out.errors.jsonl"
    mine.write_text("precious\n", encoding="utf-8")
    sources = [tmp_path / "a.txt", tmp_path / "b.txt"]
    with pytest.raises(BatchError, match="move it away"):
        parse_corpus(sources, tmp_path / "out.jsonl", jobs=1, restart=restart)
    assert mine.read_text(encoding="utf-8") == "precious\n"
    mine.unlink()
    for _ in range(2):
        assert parse_corpus(sources, tmp_path / "out.jsonl", jobs=1).failed == 1


def test_a_link_stays_a_link_and_a_pipe_a_pipe(tmp_path: Path) -> None:
    """The result goes to where the link leads, and into the pipe."""
    (tmp_path / "a.txt").write_text("Hà Nội", encoding="utf-8")
    (tmp_path / "real").mkdir()
    link, pipe = tmp_path / "link.jsonl", tmp_path / "pipe"
    link.symlink_to(tmp_path / "real" / "out.jsonl")
    parse_corpus([tmp_path / "a.txt"], link, jobs=1)
    assert link.is_symlink()
    assert (tmp_path / "real" / "out.jsonl").read_text(encoding="utf-8").count("\n") == 1
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    parse_corpus([tmp_path / "a.txt"], pipe, jobs=1)
    reader.join(20)
    assert read[0].count(b"\n") == 1
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "link.jsonl", "pipe", "real"]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="standard output has no name here")
def test_standard_output_by_name(tmp_path: Path) -> None:
    """It is written to, whether it leads into a pipe or a file, and nothing is left over."""
    (tmp_path / "a.txt").write_text("Hà Nội", encoding="utf-8")
    (tmp_path / "temporary").mkdir()
    command = [sys.executable, "-m", "vnmedia", "parse", str(tmp_path / "a.txt"), "-o", "/dev/stdout"]
    environment = os.environ | {"TMPDIR": str(tmp_path / "temporary")}
    wanted = subprocess.run(command, capture_output=True, env=environment).stdout
    assert wanted.count(b"\n") == 1
    batch = [*command, "--jobs", "1"]
    assert subprocess.run(batch, capture_output=True, env=environment).stdout == wanted
    with (tmp_path / "out").open("wb") as out:
        out.write(b"before\n")
        out.flush()
        subprocess.run(batch, stdout=out, stderr=subprocess.DEVNULL, env=environment)
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, env=environment)
    assert (tmp_path / "out").read_bytes() == b"before\n" + wanted + wanted
    assert not [path for path in (tmp_path / "temporary").iterdir() if "vnmedia" in path.name]


def test_a_negative_number_of_processes_is_refused(tmp_path: Path) -> None:
    """It would never end."""
    with pytest.raises(ValueError, match="number of processes"):
        parse_corpus([tmp_path], tmp_path / "out.jsonl", jobs=-1)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"unknown": 1}', b"\0", b"\xff{}", b"[" * 100_000])
def test_a_broken_checkpoint_is_a_typed_error(content: bytes, tmp_path: Path) -> None:
    """It says how to go on; with restart it goes on."""
    (tmp_path / "a.txt").write_text("Hà Nội", encoding="utf-8")
    folder = tmp_path / "out.jsonl.part"
    folder.mkdir()
    (folder / "checkpoint.json").write_bytes(content)
    with pytest.raises(BatchError, match="restart"):
        parse_corpus([tmp_path / "a.txt"], tmp_path / "out.jsonl", jobs=1)
    assert parse_corpus([tmp_path / "a.txt"], tmp_path / "out.jsonl", jobs=1, restart=True).documents == 1


def damaged(content: bytes) -> list[bytes]:
    """*content* as something may leave it: cut at many places, or with one byte changed."""
    places = range(0, len(content), max(1, len(content) // 40))
    cut = [content[:place] for place in places]
    changed = [
        content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        for place in places
        if content[place : place + 1].isalnum()
    ]
    return cut + changed


def test_damage_to_what_a_broken_run_left_is_never_taken_for_work_done(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever of it is cut or changed, a byte of the checkpoint or of the records: it is refused."""
    output = tmp_path / "out.jsonl"
    folder = tmp_path / "out.jsonl.part"
    broken_off(corpus, output, 15)
    left = {path.name: path.read_bytes() for path in folder.iterdir()}
    good = {
        "checkpoint.json": len(left["checkpoint.json"]),
        **json.loads(left["checkpoint.json"])[0]["sizes"],
    }
    monkeypatch.setattr("vnmedia.batch._run.work", lambda *_args, **_options: pytest.fail("taken up again"))
    tried = 0
    for name, size in good.items():
        for content in damaged(left[name][:size]):
            (folder / name).write_bytes(content)
            with pytest.raises(BatchError, match="restart"):
                parse_corpus([corpus], output, jobs=1)
            tried += 1
        (folder / name).write_bytes(left[name])
    assert tried > 100
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == left
