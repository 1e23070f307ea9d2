"""Packages that make the library faster change no value."""

import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"

PROGRAM = """
import sys
from pathlib import Path
if sys.argv[2] == "without":
    sys.modules["ahocorasick_rs"] = None
import vnmedia
sys.stdout.reconfigure(encoding="utf-8")
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    print(vnmedia.dumps(vnmedia.parse_article(path.read_bytes())))
"""


def test_the_standard_library_alone_reads_the_same() -> None:
    """The records of the seeds are the same to the byte with and without ahocorasick-rs."""
    pytest.importorskip("ahocorasick_rs")
    read = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(SEEDS), how], capture_output=True, check=True
        ).stdout
        for how in ("with", "without")
    ]
    assert read[0].count(b"\n") == 5
    assert read[0] == read[1]
