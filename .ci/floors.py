"""Runs every scorer over the annotated texts and pages, prints its table, and fails where a figure is below its floor.

    python .ci/floors.py GOLD_FOLDER

``tests/gold/floors.json`` has the floors, a little below what was reached; a floor never drops. GOLD_FOLDER holds
other people's texts and is no part of the project.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = json.loads((Path(__file__).parents[1] / "tests/gold/floors.json").read_text(encoding="utf-8"))
#: A row of the table of papers: what was compared, and how many of all were right.
_ROW = re.compile(r"(?m)^(?P<field>\S.*?) +(?P<right>\d+)/(?P<all>\d+)\b")


def run(title: str, *command: object) -> tuple[bool, str]:
    """Whether *command*, a scorer with its arguments, was content; and what it printed, which is shown too."""
    print(f"\n-- {title}", flush=True)
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    print(done.stdout + done.stderr, end="", flush=True)
    return done.returncode == 0, done.stdout


def least(floors: dict[str, float], option: str = "--min") -> list[str]:
    """*floors* as arguments of a scorer."""
    return [part for field, floor in floors.items() for part in (option, f"{field}={floor}")]


def papers(printed: str, floors: dict[str, float]) -> bool:
    """Whether the shares in the table of papers reach their floors; a row that is missing does not."""
    shares = {row["field"]: int(row["right"]) / max(1, int(row["all"])) for row in _ROW.finditer(printed)}
    low = [f"{field} {shares.get(field, 0):.3f}" for field, floor in floors.items() if shares.get(field, 0) < floor]
    if low:
        print("below:", *low)
    return not low


def main(gold: Path) -> int:
    content: list[bool] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("dev", "dev2"):
            floors, texts, records = FLOORS[name], gold / name / "texts", Path(folder) / f"{name}.jsonl"
            index = gold / name / "index.json"
            known_days = [index] if index.exists() else []
            subprocess.run([sys.executable, gold / "records.py", texts, records, *known_days], check=True)
            annotated = (gold / name / "gold", texts, records)
            for scorer, of in (("score.py", "mentions"), ("score_fields.py", "fields")):
                content.append(run(f"{name}: {of}", gold / scorer, *annotated, *least(floors[of]))[0])
            content.append(run(f"{name}: years", gold / "asserted.py", *annotated[::2], floors["wrong years"])[0])
    documents = (gold / "dev2/documents", gold / "dev2/texts")
    content.append(run("documents", gold / "score_documents.py", *documents, *least(FLOORS["documents"]))[0])
    pages = (gold / "pages/html", gold / "pages/gold")
    content.append(run("pages", gold / "pages/score_html.py", *pages, *least(FLOORS["pages"]))[0])
    kinds = sorted((gold / "kinds").glob("*.jsonl"))
    content.append(run("kinds", gold / "kinds/check_kinds.py", *kinds, "--quiet", "--min", FLOORS["kinds"])[0])
    ran, printed = run("papers", gold / "law/score_records.py", gold / "law/papers.jsonl", gold / "law/texts")
    content.append(ran and papers(printed, FLOORS["papers"]))
    print(f"\n{sum(content)} of {len(content)} tables at their floors or above")
    return not all(content)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
