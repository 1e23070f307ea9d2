"""Class names have one meaning: what several modules name a class by stands in the glossary."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import vnmedia

SOURCE = Path(vnmedia.__file__).parent
GLOSSARY = Path(__file__).parents[2] / "docs" / "reference" / "glossary.md"


@cache
def classes() -> dict[str, set[str]]:
    """The modules that have a class of each name; a private one counts without its underscore."""
    found = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name.lstrip("_")].add(path.relative_to(SOURCE).as_posix())
    return found


def test_a_name_that_modules_share_is_explained() -> None:
    """Each has its row, in order, and no row is left of a name that is shared no more."""
    rows = re.findall(r"^\| `(\w+)` \| ", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == sorted(name for name, modules in classes().items() if len(modules) > 1)


@pytest.mark.parametrize("name", ["Line", "Page", "Piece", "Reader", "Stated"])
def test_every_class_of_a_common_name_says_what_it_is(name: str) -> None:
    """A docstring of its own, so that no reader has to guess which of them it is."""
    for module in classes()[name]:
        for node in ast.walk(ast.parse((SOURCE / module).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.lstrip("_") == name:
                assert ast.get_docstring(node), module
