"""What the first text of a process loads."""

import subprocess
import sys

PROGRAM = """
import sys
import vnmedia
vnmedia.parse_article("Ngày 17/12/2020, Bộ Y tế ban hành Quyết định số 1/QĐ-BYT.")
"""
MODULES = PROGRAM + "print(*sorted(sys.modules))"
#: How many patterns are compiled on first use, and how many of them were.
PATTERNS = (
    PROGRAM
    + """
from vnmedia.patterns import Pattern
known = {
    id(value): value
    for name, module in sys.modules.items() if name.startswith("vnmedia.")
    for value in vars(module).values() if isinstance(value, Pattern)
}
print(len(known), sum("compiled" in vars(pattern) for pattern in known.values()))
"""
)
#: What takes long to load, and only some texts need.
LATER = {
    "vnmedia.documents._reader",
    "vnmedia.articles._page",
    "vnmedia.articles.corpus",
    "vnmedia.serializers",
    "dateutil.parser",
    "importlib.resources",
    "lxml",
    "tomllib",
}


def _printed(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert done.stdout, done.stderr
    return done.stdout.split()


def test_a_first_text_loads_no_more_than_it_needs() -> None:
    """In a process of its own."""
    loaded = set(_printed(MODULES))
    assert "vnmedia.mentions" in loaded
    assert not loaded & LATER


def test_a_first_text_compiles_few_patterns() -> None:
    """Compiling takes longer than reading: of those that can wait, most do."""
    known, compiled = map(int, _printed(PATTERNS))
    assert 0 < compiled < known / 5
