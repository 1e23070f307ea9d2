"""The patterns that have a name: constants of modules, and functions that make one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from vnmedia.registries import Pattern

PACKAGES = (
    *("agencies", "articles", "clauses", "dates", "documents"),
    *("instruments", "links", "numbers", "officials", "statistics"),
)


def named_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each pattern once, with the module, below the package, and the name that it has there.

    What can be nothing at all, or any word, is left out: of such a joint nothing is a counterexample.
    """
    return ((name, pattern) for name, pattern in _patterns() if not _is_joint(pattern))


def named_joints() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of words that ``named_patterns`` leaves out."""
    return ((name, pattern) for name, pattern in _patterns() if _is_joint(pattern) and _is_of_words(pattern))


def _patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    seen: set[int] = set()
    for package in PACKAGES:
        root = importlib.import_module(f"vnmedia.{package}")
        for module in (root, *_modules(root)):
            short = module.__name__.removeprefix("vnmedia.")
            for name, value in sorted(vars(module).items()):
                if _makes_pattern(value, module.__name__):
                    name, value = f"{name}()", value()
                if isinstance(value, Pattern):
                    value = value.compiled
                if isinstance(value, re.Pattern) and id(value) not in seen:
                    seen.add(id(value))
                    yield f"{short}.{name}", value


def _is_of_words(pattern: re.Pattern[Any]) -> bool:
    """Whether it is of the language, not of an encoding."""
    return not isinstance(pattern.pattern, bytes) and "\ud800" not in pattern.pattern


def _is_joint(pattern: re.Pattern[Any]) -> bool:
    if not _is_of_words(pattern):
        return True
    return pattern.search("") is not None or all(pattern.search(word) for word in ("xã", "họp", "7", "Hà"))


def _modules(root: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(root.__path__):
        yield importlib.import_module(f"{root.__name__}.{found.name}")


def _makes_pattern(value: object, module: str) -> bool:
    """Whether *value* is a function of *module* without arguments that returns one pattern."""
    function = inspect.unwrap(value) if callable(value) else None
    return (
        inspect.isfunction(function)
        and function.__module__ == module
        and not inspect.signature(function).parameters
        and function.__annotations__.get("return") == "re.Pattern[str]"
    )
