"""Prints the oldest versions that the project says it works with, as constraints for pip.

    python .ci/minimums.py EXTRA… > constraints.txt
    pip install -e '.[EXTRA,…]' -c constraints.txt

Each direct dependency of the core and of EXTRA is pinned to the version after its ``>=``.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extras>[^\]]+)\])?(?:>=(?P<least>[\w.]+))?")


def minimums(project: dict[str, object], extras: tuple[str, ...]) -> dict[str, str]:
    """The oldest version of each direct dependency, by name.

    Raises:
        ValueError: A dependency states none.
    """
    found: dict[str, str] = {}
    for requirement in _requirements(project, extras):
        match = _REQUIREMENT.match(requirement)
        if match is None or match["least"] is None:
            raise ValueError(f"{requirement} says no oldest version")
        found[match["name"]] = match["least"]
    return dict(sorted(found.items()))


def _requirements(project: dict[str, object], extras: tuple[str, ...]) -> Iterator[str]:
    """The requirements of the core, of *extras*, and of the extras that those include."""
    dependencies, optional = project["dependencies"], project["optional-dependencies"]
    assert isinstance(dependencies, list)
    assert isinstance(optional, dict)
    yield from dependencies
    for extra in extras:
        for requirement in optional[extra]:
            if requirement.startswith("vnmedia["):
                inner = tuple(requirement[len("vnmedia[") : -1].split(","))
                yield from _requirements(project, inner)
            else:
                yield requirement


if __name__ == "__main__":
    config = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    for name, least in minimums(config["project"], tuple(sys.argv[1:])).items():
        print(f"{name}=={least}")
