"""A digest in a file whose ending tells the format. Needs the extra ``digest``."""

from __future__ import annotations

import os
from pathlib import Path

from ..serializers.atomic import fresh_file
from ._docx import write_docx
from ._html import to_html
from ._markdown import to_markdown
from ._report import Report

__all__ = ["write"]


def write(report: Report, path: str | os.PathLike[str]) -> None:
    """Write *report* to *path*, which ends in ``.html``, ``.md`` or ``.docx``; whole or not at all.

    Raises:
        ValueError: *path* has another ending.
    """
    suffix = Path(path).suffix
    if suffix not in (".html", ".md", ".docx"):
        raise ValueError(f"path: {os.fspath(path)!r} ends in none of .html, .md, .docx")
    with fresh_file(path) as fresh:
        if suffix == ".docx":
            write_docx(report, fresh)
        else:
            text = to_html(report) if suffix == ".html" else to_markdown(report)
            fresh.write_text(text, encoding="utf-8")
