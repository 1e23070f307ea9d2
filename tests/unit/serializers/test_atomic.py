"""Unit tests of files and folders that appear whole: nothing of anybody's is lost on the way."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from vnmedia.serializers.atomic import fresh_file, fresh_folder


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    (tmp_path / "there").mkdir()
    link, real = tmp_path / "link.csv", tmp_path / "there" / "real.csv"
    link.symlink_to(real)
    with fresh_file(link) as fresh:
        fresh.write_text("a")
    assert link.is_symlink()
    assert real.read_text() == "a"
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["real.csv"]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """It stays one, and nothing appears beside it."""
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with fresh_file(pipe) as fresh:
        fresh.write_text("a")
    reader.join(20)
    assert read == ["a"]
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


PROGRAM = """
from vnmedia.serializers.atomic import fresh_file
print("before", flush=True)
with fresh_file({name!r}) as fresh:
    fresh.write_text("a\\n")
print("after")
"""


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="standard output has no name here")
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1"])
def test_what_is_open_goes_on_where_it_is(name: str, tmp_path: Path) -> None:
    """Into a pipe, and into a file that others write to before and after."""
    command = [sys.executable, "-c", PROGRAM.format(name=name)]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "before\na\nafter\n"
    with (tmp_path / "out.txt").open("w") as out:
        subprocess.run(command, stdout=out, check=True)
    assert (tmp_path / "out.txt").read_text() == "before\na\nafter\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """And stays as it is."""
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    with pytest.raises(OSError, match="symbolic links"), fresh_file(tmp_path / "a.csv"):
        pass
    assert all(path.is_symlink() for path in tmp_path.iterdir())


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    """And nothing else."""
    (tmp_path / "a.csv").write_text("old")

    def broken() -> None:
        with fresh_file(tmp_path / "a.csv") as fresh:
            fresh.write_text("new")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("mine", ["notes.txt", "2020"])
def test_a_folder_with_other_files_is_not_replaced(mine: str, tmp_path: Path) -> None:
    """Before anything is written; a folder of our own files is."""
    wanted = tmp_path / "out.parquet"
    for content in ("old", "new"):
        with fresh_folder(wanted, is_own=lambda file: file.suffix == ".parquet") as fresh:
            (fresh / "a.parquet").write_text(content)
    assert (wanted / "a.parquet").read_text() == "new"
    (wanted / mine).mkdir() if mine.isdecimal() else (wanted / mine).write_text("mine")
    with (
        pytest.raises(FileExistsError, match=mine),
        fresh_folder(wanted, is_own=lambda file: file.suffix == ".parquet"),
    ):
        pytest.fail("it was begun")
    assert {path.name for path in wanted.iterdir()} == {"a.parquet", mine}
    assert [path.name for path in tmp_path.iterdir()] == ["out.parquet"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """It is not replaced by one."""
    (tmp_path / "out.parquet").write_text("mine")
    with (
        pytest.raises(FileExistsError, match="a folder is to be written"),
        fresh_folder(tmp_path / "out.parquet", is_own=lambda _: True),
    ):
        pytest.fail("it was begun")
