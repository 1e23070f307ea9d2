"""Shows how the records of a folder's documents differ between two commits.

    python .ci/compare.py BEFORE AFTER FOLDER

Each commit is checked out apart and reads the documents with its own code. A line says what was lost (``-``),
came (``+``) or changed: the document, the kind, the words, the value. Exit status 1 where anything differs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

TOP = Path(__file__).parents[1]


def records(commit: str, folder: Path, work: Path) -> dict[str, Any]:
    """The records that the code of *commit* makes of the documents in *folder*, by their paths."""
    tree, output = work / commit, work / f"{commit}.jsonl"
    git = ["git", "-C", str(TOP), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(tree), commit], check=True)
    try:
        command = [sys.executable, "-m", "vnmedia", "parse", str(folder), "-o", str(output)]
        environment = os.environ | {"PYTHONPATH": str(tree / "src")}
        subprocess.run(command, env=environment, check=False, stderr=subprocess.DEVNULL)
    finally:
        subprocess.run([*git, "remove", "--force", str(tree)], check=True)
    read = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    return {record["source"]["path"]: record for record in read}


def shown(record: dict[str, Any]) -> set[str]:
    """What *record* says, a line for each field and mention."""
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
    """Exit status: 0 where no record differs."""
    with tempfile.TemporaryDirectory() as work:
        old, new = (records(commit, folder.resolve(), Path(work)) for commit in (before, after))
    differ = 0
    for path in sorted(old.keys() | new.keys()):
        lines = [shown(found[path]) if path in found else set() for found in (old, new)]
        for line in sorted(lines[0] ^ lines[1]):
            print(path, "-" if line in lines[0] else "+", line)
            differ += 1
    print(f"{differ} differences in {len(old.keys() | new.keys())} documents")
    return int(differ > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
