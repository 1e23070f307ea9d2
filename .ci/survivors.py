"""Takes words out of the lists that rules use, one at a time, and prints those whose loss no test notices.

    python .ci/survivors.py [COUNT] [SEED] [MINUTES]

A word is one alternative in a pattern's source (``sáng|trưa|chiều``) or one entry of a list of words in
``data``. For each word, the tests for its file run on a copy of the tree without it. After MINUTES
no further word is tried.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parents[1]
#: The test of all lists of words, which fails soonest.
LISTED = ("tests/corpus/test_listed_words.py",)
#: The tests for the words of a package or file; the first entry that its path begins with counts.
TESTS = {
    "vnmedia/data/time_words": ("tests/corpus/test_time_words.py",),
    "vnmedia/data/time": (*LISTED, "tests/corpus/test_date.py", "tests/unit/dates"),
    "vnmedia/dates/": ("tests/corpus/test_date.py", "tests/corpus/test_time_words.py", "tests/unit/dates"),
    "vnmedia/data/instrument_words": (*LISTED, "tests/corpus/test_instruments.py", "tests/unit/instruments"),
    "vnmedia/instruments/": ("tests/corpus/test_instruments.py", "tests/unit/instruments"),
    "vnmedia/data/figure": (
        *LISTED,
        "tests/corpus/test_qualifiers.py",
        "tests/corpus/test_statistic.py",
        "tests/unit/statistics",
    ),
    "vnmedia/statistics/": ("tests/corpus/test_statistic.py", "tests/unit/statistics"),
    "vnmedia/data/agency_words": (*LISTED, "tests/corpus/test_agency.py", "tests/unit/agencies"),
    "vnmedia/agencies/": ("tests/corpus/test_agency.py", "tests/unit/agencies"),
    "vnmedia/numbers/": ("tests/corpus/test_facts_numbers.py", "tests/unit/test_numbers.py"),
    "vnmedia/officials/": ("tests/unit/test_officials.py",),
    "vnmedia/data/clause": (*LISTED, "tests/corpus/test_clauses.py", "tests/unit/test_links.py"),
    "vnmedia/clauses/": ("tests/corpus/test_clauses.py", "tests/unit/test_links.py"),
    "vnmedia/data/link": (
        *LISTED,
        "tests/unit/test_links.py",
    ),
    "vnmedia/links/": ("tests/unit/test_links.py",),
    "vnmedia/data/document_words": (*LISTED, "tests/unit/documents"),
    "vnmedia/data/office_words": (*LISTED, "tests/unit/test_officials.py"),
    "vnmedia/documents/": ("tests/unit/documents",),
}
#: The tests of the rules' and the named patterns' examples, which fail soonest.
QUICK = ("tests/contract/test_patterns.py", "tests/contract/test_kinds.py")
_ALTERNATIVES = re.compile(r"(?<=[|(:>])[^\W\d_]+(?: [^\W\d_]+)*(?=[|)])")
_ENTRY = re.compile(r'(?<=[\[ ])"[^"\n]+",')


def words() -> Iterator[tuple[Path, int, int]]:
    """Every word that can be taken out: its file, and where it begins and ends with its separator."""
    for path in sorted((TOP / "src" / "vnmedia").rglob("*")):
        name = path.relative_to(TOP / "src").as_posix()
        if not any(name.startswith(start) for start in TESTS):
            continue
        text = path.read_text(encoding="utf-8") if path.suffix in (".py", ".toml") else ""
        for match in (_ALTERNATIVES if path.suffix == ".py" else _ENTRY).finditer(text):
            start, end = match.span()
            if path.suffix == ".py":
                if text[end] != "|" and text[start - 1] != "|":
                    continue  # a group of one word is not a list
                start, end = (start, end + 1) if text[end] == "|" else (start - 1, end)
            yield path, start, end


def noticed(tree: Path, path: Path, start: int, end: int) -> bool:
    """Whether a test fails where the word is missing."""
    name = path.relative_to(TOP / "src").as_posix()
    changed = tree / "src" / name
    before = changed.read_text(encoding="utf-8")
    changed.write_text(before[:start] + before[end:], encoding="utf-8")
    tests = next(tests for known, tests in TESTS.items() if name.startswith(known))
    options = ("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=quick")
    command = [sys.executable, "-m", "pytest", *options, *(QUICK if path.suffix == ".py" else ()), *tests]
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env=os.environ | {"PYTHONPATH": str(tree / "src")},
            capture_output=True,
            check=False,
        )
    finally:
        changed.write_text(before, encoding="utf-8")
    return done.returncode != 0


def main() -> None:
    """Try COUNT words."""
    given = [int(argument) for argument in sys.argv[1:]]
    count, seed, minutes = (*given, *(50, 0, 30)[len(given) :])
    end = time.monotonic() + minutes * 60
    everything = list(words())
    chosen = random.Random(seed).sample(everything, min(count, len(everything)))
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(TOP, tree, ignore=shutil.ignore_patterns(".git", ".venv", "*_cache", "__pycache__"))
        for tried, (path, start, stop) in enumerate(chosen):
            if time.monotonic() > end:
                chosen = chosen[:tried]
                break
            if not noticed(tree, path, start, stop):
                text = (tree / path.relative_to(TOP)).read_text(encoding="utf-8")
                line = text.count("\n", 0, start) + 1
                print(f"{path.relative_to(TOP)}:{line}: {text[start:stop].strip('|')}", flush=True)
                survived += 1
    print(f"{survived} of {len(chosen)} words can go unnoticed (of {len(everything)})")


if __name__ == "__main__":
    main()
