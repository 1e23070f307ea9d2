"""Writes what the registries hold, and how their names are looked up, as JSON, which loads fast.

``--check`` compares it instead.
"""

import sys
from pathlib import Path

from vnmedia.agencies import _patterns, _planting, _units
from vnmedia.registries.files import prebuilt

DATA = Path(__file__).parents[1] / "src" / "vnmedia" / "data"


def made() -> dict[Path, str]:
    """The JSON files as they should be."""
    tables = {path.stem: prebuilt(path.read_bytes()) for path in DATA.glob("*.toml")}
    tables |= {
        "lexicon": _planting.stored(),
        "communes": _units.stored(),
        "expansions": _patterns.stored(),
    }
    return {DATA / "prebuilt" / f"{name}.json": text for name, text in tables.items()}


if __name__ == "__main__":
    files = made()
    there = {path: path.read_text(encoding="utf-8") for path in (DATA / "prebuilt").glob("*")}
    if sys.argv[1:] == ["--check"]:
        old = sorted({path.name for path, _ in files.items() ^ there.items()})
        sys.exit(f"{', '.join(old)}: old, run .ci/prebuilt.py" if old else 0)
    (DATA / "prebuilt").mkdir(exist_ok=True)
    for path in there.keys() - files.keys():
        path.unlink()
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
