"""What the first text of a process loads."""

import subprocess
import sys

PROGRAM = """
import sys
import vnmedia
vnmedia.parse_article("Ngày 17/12/2020, Bộ Y tế ban hành Quyết định số 1/QĐ-BYT.")
print(*sorted(sys.modules))
"""
#: What takes long to load, and only some texts need.
LATER = {
    "vnmedia.documents._reader",
    "vnmedia.articles._page",
    "vnmedia.articles.corpus",
    "vnmedia.serializers",
    "dateutil.parser",
    "importlib.resources",
    "lxml",
}


def test_a_first_text_loads_no_more_than_it_needs() -> None:
    """In a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    loaded = set(done.stdout.split())
    assert "vnmedia.mentions" in loaded, done.stderr
    assert not loaded & LATER
