"""``python -m benchmarks [NAME…] [--corpus DIR] [--megabytes N]``: runs benchmarks and prints their tables.

Each module here but ``common`` has ``run(texts) -> str``, a Markdown table.
"""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
from pathlib import Path

from . import common

NAMES = sorted(
    path.stem
    for path in Path(__file__).parent.glob("*.py")
    if path.stem not in ("common", "__init__", "__main__")
)


def main() -> None:
    """Run the benchmarks that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--corpus", type=Path, help="a folder of .txt files instead of the seeds")
    parser.add_argument("--megabytes", type=float, default=1.0, help="how much text, about")
    args = parser.parse_args()
    unknown = set(args.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    texts = common.documents(args.corpus, args.megabytes)
    print(f"Python {platform.python_version()}, {sys.platform}, {len(texts)} documents\n")
    for name in args.names or NAMES:
        print(importlib.import_module(f"benchmarks.{name}").run(texts), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
