"""Names the text files that are not in Unicode NFC, the form of all Vietnamese in the project.

    python .ci/nfc.py FILE...

A file that is not UTF-8 (a picture, a table in another encoding) is passed over. Exit status 1 where a file
is named.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path


def denormal(path: Path) -> Iterator[int]:
    """The numbers of the lines that are not in NFC."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield number


def main(names: list[str]) -> int:
    """Check the files. Returns the exit status: 0 where every one is in NFC."""
    found = [(name, number) for name in names if Path(name).is_file() for number in denormal(Path(name))]
    for name, number in found:
        print(f"{name}:{number}: not in Unicode NFC")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
