"""Puts the records of the registries in the order of their ids.

    python .ci/sort_registries.py            # sorts; says which files it changed
    python .ci/sort_registries.py --check    # changes nothing; exit status 1 where a file is out of order

A record keeps its lines as they are, with the comment right above it. A record without an id goes where the
record before it in the file goes, right after it; those before the first id stay first. CSV tables and files
of nested tables are left alone; ``tests/unit/registries`` tests their order.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "vnmedia" / "data"
#: Where a record begins: the comment right above it, then its table's header.
_START = re.compile(r"^(?:#[^\n]*\n)*\[\[", re.MULTILINE)
_HEADER = re.compile(r"^\[\[([^\]]+)\]\]", re.MULTILINE)
_ID = re.compile(r'^id = "([^"]+)"', re.MULTILINE)


def in_order(text: str) -> str:
    """*text* with its records in the order of their ids, table by table."""
    starts = [match.start() for match in _START.finditer(text)]
    if not starts:
        return text
    pieces = [
        text[start:end].strip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    tables = [found.group(1) if (found := _HEADER.search(piece)) else "" for piece in pieces]
    if any("." in table for table in tables):
        return text
    ids: list[str] = []
    for index, piece in enumerate(pieces):
        found = _ID.search(piece)
        follows = index > 0 and tables[index] == tables[index - 1]
        ids.append(found.group(1) if found else ids[-1] if follows else "")
    first = {table: tables.index(table) for table in tables}
    order = sorted(range(len(pieces)), key=lambda i: (first[tables[i]], ids[i]))
    head = text[: starts[0]]
    return head + "\n\n".join(pieces[i] for i in order) + "\n"


def main(*, check: bool) -> int:
    """Sort or check the files. Returns the exit status: 1 where *check* finds one out of order."""
    changed = 0
    for path in sorted(DATA.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        ordered = in_order(text)
        if ordered == text:
            continue
        changed += 1
        print(f"{path.name}: {'not in the order of its ids' if check else 'sorted'}")
        if not check:
            path.write_text(ordered, encoding="utf-8")
    return int(check and changed > 0)


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
