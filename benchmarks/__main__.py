"""``python -m benchmarks [NAME…] [--corpus DIR] [--megabytes N] [--result FILE] [--before TREE]``.

Runs benchmarks and prints their tables. Each module in ``NAMES`` has ``run(texts)``, which gives a
``common.Table`` or ``Sheet``. With ``--result`` the ratios are compared with those in FILE from an
earlier run, and FILE is written anew; the docs show ``benchmarks/result.json``. ``workers`` and ``jobs``
measure elapsed time, so they need an idle machine.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import platform
import time
from importlib import metadata
from pathlib import Path
from typing import Any

import attrs

import vnmedia

from . import before as compared
from . import common

NAMES = (
    "before",
    "whole",
    "peers",
    "start",
    "growth",
    "larger",
    "workers",
    "jobs",
    "sizing",
    "statistics",
    "dates",
    "instruments",
    "agencies",
)
_PACKAGES = ("ahocorasick-rs", "dateparser", "underthesea", "eyecite", "quantulum3", "trafilatura", "pandas")


def main() -> None:
    """Run the benchmarks that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--corpus", type=Path, help="a folder of .txt files instead of the seeds")
    parser.add_argument("--megabytes", type=float, default=1.0, help="how much text, about")
    parser.add_argument("--result", type=Path, help="compare with this file, then write it")
    parser.add_argument("--before", type=Path, help="a checkout of an earlier commit to compare with")
    parser.add_argument("--pages", type=Path, help="a folder of .html files for that, instead of the tests'")
    args = parser.parse_args()
    unknown = set(args.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    texts = common.documents(args.corpus, args.megabytes)
    result = _machine()
    before = _before(args.result)
    print(json.dumps(result, indent=1), f"{len(texts)} documents", sep="\n", end="\n\n")
    for name in args.names or NAMES:
        began = time.monotonic()
        if name != "before":
            table = importlib.import_module(f"benchmarks.{name}").run(texts)
        elif args.before:
            table = compared.run(texts, args.before.resolve(), args.pages)
        else:
            print("before: no --before TREE to compare with", end="\n\n")
            continue
        old = before.get(name, {}).get("ratios", {})
        print(
            common.report(table, old), f"{time.monotonic() - began:.0f} s", sep="\n\n", end="\n\n", flush=True
        )
        result["tables"][name] = attrs.asdict(table)
        if isinstance(table, common.Table):
            result["tables"][name]["ratios"] = {row.name: table.ratio(row) for row in table.rows[1:]}
    if args.result:
        tables = before | result["tables"]
        args.result.write_text(
            json.dumps(result | {"tables": tables}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def _machine() -> dict[str, Any]:
    """When, on which machine and with which versions the figures were measured."""
    versions = {"Python": platform.python_version(), "vnmedia": vnmedia.__version__}
    for package in _PACKAGES:
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    machine = f"{platform.system()} {platform.machine()}, {common.cores()} cores"
    return {"date": dt.date.today().isoformat(), "machine": machine, "versions": versions, "tables": {}}


def _before(path: Path | None) -> dict[str, Any]:
    if path is None or not path.exists():
        return {}
    tables: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["tables"]
    return tables


if __name__ == "__main__":
    main()
