"""Writes the index of how the rules' patterns can begin; ``--check`` compares it instead."""

import csv
import io
import sys
from pathlib import Path

from vnmedia import dates, instruments, statistics
from vnmedia.grammar._index import rows

FILE = Path(__file__).parents[1] / "src" / "vnmedia" / "data" / "openings.csv"
HEADER = "pattern,heads,glued,followers"


def made() -> str:
    """The index as it should be."""
    grammars = [kind.grammar() for kind in (dates, instruments, statistics)]
    patterns = [rule.pattern for grammar in grammars for rule in grammar.rules]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER.split(","))
    writer.writerows(rows(patterns))
    return out.getvalue()


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(FILE.read_text(encoding="utf-8") != made() and "openings.csv is old: run .ci/openings.py")
    FILE.write_text(f"{HEADER}\n", encoding="utf-8")  # emptied, so that an old or half-merged one is not read
    FILE.write_text(made(), encoding="utf-8")
