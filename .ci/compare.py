"""Shows how the records of a folder's documents differ between two commits.

    python .ci/compare.py main HEAD FOLDER
    python .ci/compare.py main . FOLDER        # . is what stands in the working tree, committed or not

Each commit is checked out apart and reads the documents with its own code. Each line gives something that was
lost (``-``) or is new (``+``), two lines a changed value: document, kind, start, words, value.
Exit status 1 where anything differs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

TOP = Path(__file__).parents[1]


def records(commit: str, folder: Path, output: Path) -> dict[str, Any]:
    """The records that the code of *commit* makes from the documents in *folder*, by path."""
    if commit == ".":
        parse(TOP, folder, output)
    else:
        tree = output.with_suffix("")
        git = ["git", "-C", str(TOP), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), commit], check=True)
        try:
            parse(tree, folder, output)
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)
    read = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    return {record["source"]["path"]: record for record in read}


def parse(tree: Path, folder: Path, output: Path) -> None:
    """Write the records that the code in *tree* makes; documents that fail are left out."""
    command = [sys.executable, "-m", "vnmedia", "parse", str(folder), "-o", str(output)]
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if not output.exists():
        sys.exit(done.stderr)


def shown(record: dict[str, Any]) -> set[str]:
    """The content of *record*, one line for each field and mention."""
    lines = {
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in record.items()
        if name not in ("mentions", "schema", "source", "blocks")
    }
    for mention in record["mentions"]:
        words = record["text"][mention["start"] : mention["end"]]
        value = json.dumps(mention["value"], ensure_ascii=False)
        lines.add(f"{mention['kind']} {mention['start']} {words!r}: {value}")
    return lines


def main(before: str, after: str, folder: Path) -> int:
    """Compare the records. Returns the exit status: 0 where none differs."""
    with tempfile.TemporaryDirectory() as work:
        outputs = (Path(work) / "before.jsonl", Path(work) / "after.jsonl")
        old = records(before, folder, outputs[0])
        new = records(after, folder, outputs[1])
    differ = 0
    for path in sorted(old.keys() | new.keys()):
        lines = [shown(found[path]) if path in found else set() for found in (old, new)]
        for line in sorted(lines[0] ^ lines[1]):
            print(path, "-" if line in lines[0] else "+", line)
            differ += 1
    print(f"{differ} differences in {len(old.keys() | new.keys())} documents")
    return int(differ > 0)


def asked() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(description="Shows how records differ between two commits.")
    parser.add_argument("before", help="a commit, or . for the working tree")
    parser.add_argument("after", help="the other one")
    parser.add_argument("folder", type=Path, help="the documents, or one of them")
    given = parser.parse_args()
    if not given.folder.exists():
        parser.error(f"{given.folder}: no such file or folder")
    return given


if __name__ == "__main__":
    given = asked()
    sys.exit(main(given.before, given.after, given.folder.resolve()))
