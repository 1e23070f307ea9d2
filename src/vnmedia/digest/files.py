"""Writes a digest to a file whose ending gives the format. Word needs the extra ``digest``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ..serializers.atomic import fresh_file
from ..serializers.formats import formats
from ._report import Report

__all__ = ["write", "writer"]

_FORMS = formats("digest")


def writer(path: str | os.PathLike[str]) -> Callable[[Report], None]:
    """The function that writes a digest to *path* (``.html``, ``.md`` or ``.docx``), whole or not at all.

    Raises:
        ValueError: *path* has another ending.
        ExtraError: The extra that the format needs is not installed.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _FORMS:
        raise ValueError(f"path: {os.fspath(path)!r} ends in none of {', '.join(_FORMS)}")
    make: Callable[[Report], str | bytes] = _FORMS[suffix].maker()

    def to_file(report: Report) -> None:
        made = make(report)
        with fresh_file(path) as fresh:
            fresh.write_bytes(made.encode() if isinstance(made, str) else made)

    return to_file


def write(report: Report, path: str | os.PathLike[str]) -> None:
    """Write *report* to *path*, which ends in ``.html``, ``.md`` or ``.docx``; whole or not at all.

    Raises:
        ValueError: *path* has another ending.
        ExtraError: The extra that the format needs is not installed.
    """
    writer(path)(report)
