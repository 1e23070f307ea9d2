"""Labels of pages and reports in Vietnamese and English."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["vi", "en"]


@cache
def labels(language: Language) -> dict[str, str]:
    """The labels in *language*, by name.

    >>> labels("en")["agency"]
    'Agencies'

    Raises:
        ValueError: There are no labels in that language.
    """
    table = tomllib.loads(files(__package__).joinpath("labels.toml").read_text("utf-8"))
    if language not in table:
        raise ValueError(f"language: {language!r} is not one of {', '.join(table)}")
    found: dict[str, str] = table[language]
    return found
