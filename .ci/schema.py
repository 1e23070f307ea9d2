"""Writes the record's JSON Schema into the package, one file for each version: ``python .ci/schema.py``.

A version that has been written never changes: raise ``VERSION`` in ``vnmedia/serializers/schema.py`` first.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from vnmedia.serializers.schema import VERSION, json_schema

TOP = Path(__file__).parents[1]
FILE = TOP / "src" / "vnmedia" / "serializers" / "schemas" / f"record-{VERSION}.json"
DIGESTS = TOP / "tests" / "data" / "schema_digests.json"


def main() -> None:
    """Write the file and its digest."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    digests = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    if digests.setdefault(VERSION, digest) != digest:
        sys.exit(f"the schema of version {VERSION} is published and has changed: raise VERSION")
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text, encoding="utf-8")
    DIGESTS.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
