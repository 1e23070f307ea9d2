"""Unit tests of the scripts in ``.ci`` that contributors run by hand or before a commit."""

import importlib.util
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).parents[3]
CI = TOP / ".ci"
DATA = TOP / "src" / "vnmedia" / "data"

pytestmark = pytest.mark.skipif(not CI.is_dir(), reason="the sdist has no .ci")


def script(name: str) -> ModuleType:
    """The module of a script, which is in no package."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", CI / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["press.toml", "units.toml", "instrument_types.toml", "provinces.toml"])
def test_records_in_any_order_are_sorted_into_the_file_as_it_is(name: str) -> None:
    """To the letter, comments and blank lines included."""
    sort = script("sort_registries").in_order
    text = (DATA / name).read_text(encoding="utf-8")
    assert sort(text) == text
    head, first, rest = re.split(r"(?m)^((?:#[^\n]*\n)*\[\[)", text, maxsplit=1)
    records = re.split(r"\n\n(?=(?:#[^\n]*\n)*\[\[)", (first + rest).strip("\n"))
    assert len(records) > 5
    shuffled = random.Random(1).sample(records, len(records))
    assert shuffled != records
    assert sort(head + "\n\n".join(shuffled) + "\n") == text


def test_every_registry_with_ids_is_sorted() -> None:
    """Nothing is left for the script to do."""
    done = subprocess.run(
        [sys.executable, CI / "sort_registries.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_a_file_in_another_form_is_named(tmp_path: Path) -> None:
    """By its line; a picture is passed over."""
    text = "Hà Nội\nBộ Y tế\n"
    (tmp_path / "good.md").write_text(text, encoding="utf-8")
    (tmp_path / "bad.md").write_text("Hà Nội\n" + unicodedata.normalize("NFD", "Bộ Y tế\n"), encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff\xfe")
    names = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run(
        [sys.executable, CI / "nfc.py", *names], capture_output=True, text=True, check=False
    )
    assert done.stdout == f"{tmp_path / 'bad.md'}:2: not in Unicode NFC\n"
    assert done.returncode == 1


def test_the_parts_of_the_run_are_its_functions() -> None:
    """``.ci/run`` names each part once, refuses another name, and each name has its function."""
    bash = ["bash", str(CI / "run")]
    listed = subprocess.run([*bash, "--list"], capture_output=True, text=True, check=True).stdout.split()
    text = (CI / "run").read_text(encoding="utf-8")
    helpers = {"step", "quietly", "two_at_a_time", "environment", "py", "command_of", "fuzz_target", "sphinx"}
    assert set(re.findall(r"^(\w+)\(\) \{", text, re.MULTILINE)) == {*listed, *helpers}
    refused = subprocess.run([*bash, "nothing"], capture_output=True, text=True, check=False)
    assert (refused.returncode, refused.stderr[:19]) == (2, "nothing is no part:")


def compared(*arguments: object) -> subprocess.CompletedProcess[str]:
    if not (TOP / ".git").exists():
        pytest.skip("no repository")
    command = [sys.executable, CI / "compare.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def worktrees() -> set[str]:
    """The folders in which commits of the repository are checked out."""
    command = ["git", "-C", TOP, "worktree", "list", "--porcelain"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line for line in listed.splitlines() if line.startswith("worktree ")}


@pytest.mark.slow
def test_two_commits_are_compared(tmp_path: Path) -> None:
    """A commit and itself: no difference, and no tree is left over."""
    before = worktrees()
    (tmp_path / "bai.txt").write_text("Bộ Y tế họp ngày 5/3/2020.", encoding="utf-8")
    done = compared("HEAD", "HEAD", tmp_path)
    assert (done.returncode, done.stdout) == (0, "0 differences in 1 documents\n"), done.stderr
    assert worktrees() <= before


def test_a_comparison_says_what_it_needs(tmp_path: Path) -> None:
    """In a line, with the way to call it."""
    assert "usage:" in compared().stderr
    assert "no such file or folder" in compared("HEAD", ".", tmp_path / "none").stderr


def test_each_difference_is_a_line() -> None:
    """The kind, where it begins, the words and the value; no line for what is alike."""
    compare = script("compare")
    value = {"name": "Bộ Y tế"}
    record = {
        "text": "Bộ Y tế họp.",
        "title": None,
        "mentions": [{"kind": "agency", "start": 0, "end": 7, "value": value}],
    }
    other = record | {"mentions": []}
    (lost,) = compare.shown(record) - compare.shown(other)
    assert lost == 'agency 0 \'Bộ Y tế\': {"name": "Bộ Y tế"}'
