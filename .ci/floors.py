"""Runs every scorer over the annotated texts and pages, and fails where a figure is below its floor.

    python .ci/floors.py GOLD_FOLDER

``tests/gold/floors.json`` has the floors, a little below what was reached; a floor never drops. GOLD_FOLDER
holds other people's texts and is not part of the project.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = json.loads((Path(__file__).parents[1] / "tests/gold/floors.json").read_text(encoding="utf-8"))
KEPT_WORDS = Path(__file__).with_name("kept_words.py")
#: A row of the table of papers: the field compared, how many were right, and of how many.
_ROW = re.compile(r"(?m)^(?P<field>\S.*?) +(?P<right>\d+)/(?P<all>\d+)\b")


class Scorers:
    """The scorers of one folder, run one after the other."""

    def __init__(self, gold: Path) -> None:
        self.gold = gold
        self.content: list[bool] = []

    def run(
        self, title: str, scorer: str | Path, *arguments: object, floors: dict[str, float] | None = None
    ) -> str:
        """Run *scorer*. Returns what it prints, which is also shown, and remembers whether it failed."""
        print(f"\n-- {title}", flush=True)
        least = [part for field, floor in (floors or {}).items() for part in ("--min", f"{field}={floor}")]
        command = [sys.executable, str(self.gold / scorer), *map(str, arguments), *least]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        print(done.stdout + done.stderr, end="", flush=True)
        self.content.append(done.returncode == 0)
        return done.stdout

    def texts(self, name: str, folder: Path) -> None:
        """Score the mentions, their fields and their years in one set of annotated texts."""
        floors, texts, records = FLOORS[name], self.gold / name / "texts", folder / f"{name}.jsonl"
        annotated = self.gold / name / "gold"
        index = self.gold / name / "index.json"
        self.run(f"{name}: read", "records.py", texts, records, *([index] if index.exists() else []))
        self.run(f"{name}: mentions", "score.py", annotated, texts, records, floors=floors["mentions"])
        self.run(f"{name}: fields", "score_fields.py", annotated, texts, records, floors=floors["fields"])
        self.run(f"{name}: years", "asserted.py", annotated, records, floors["wrong years"])

    def papers(self) -> None:
        """Score whole legal papers against their official records; that scorer has no floors of its own."""
        law = self.gold / "law"
        printed = self.run("papers", "law/score_records.py", law / "papers.jsonl", law / "texts")
        rows = _ROW.finditer(printed)
        shares = {row["field"]: int(row["right"]) / max(1, int(row["all"])) for row in rows}
        low = {field for field, floor in FLOORS["papers"].items() if shares.get(field, 0) < floor}
        if low:
            print("below:", *(f"{field} {shares.get(field, 0):.3f}" for field in sorted(low)))
            self.content[-1] = False


def main(gold: Path) -> int:
    """Run all scorers. Returns the exit status: 0 where every table is at its floors or above."""
    scorers = Scorers(gold)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("dev", "dev2"):
            scorers.texts(name, Path(folder))
    documents = (gold / "dev2/documents", gold / "dev2/texts")
    scorers.run("documents", "score_documents.py", *documents, floors=FLOORS["documents"])
    scorers.run(
        "pages", "pages/score_html.py", gold / "pages/html", gold / "pages/gold", floors=FLOORS["pages"]
    )
    scorers.run("pages: no kept paragraph is cut", KEPT_WORDS, gold / "pages/html")
    kinds = sorted((gold / "kinds").glob("*.jsonl"))
    scorers.run("kinds", "kinds/check_kinds.py", *kinds, "--quiet", "--min", FLOORS["kinds"])
    scorers.papers()
    print(f"\n{sum(scorers.content)} of {len(scorers.content)} runs at their floors or above")
    return int(not all(scorers.content))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
