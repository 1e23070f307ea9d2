"""``vnmedia digest`` and ``vnmedia register``: what a set of documents says, and the instruments it cites."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click

from ..digest import collect, report, write_register
from ..digest.files import writer
from ..errors import ExtraError
from ..serializers.labels import Language
from . import _options
from ._sources import Articles


@click.command()
@_options.paths
@_options.output(
    "The file to write, whole or not at all: .html, .md or .docx.", endings=(".html", ".md", ".docx")
)
@click.option("--by", type=click.Choice(["week", "month"]), default="week", show_default=True)
@_options.language
@_options.field
@_options.published
def digest(
    paths: tuple[str, ...],
    output: Path,
    by: Literal["week", "month"],
    language: Language,
    fields: dict[str, Any],
    published: dt.date | None,
) -> None:
    """Write the press digest of what each PATH holds: files, folders, .jsonl files of records.

    By week or month: what was published by whom, the instruments cited, the bodies named, the figures that
    rose or fell, a timeline, and the register of instruments; each line leads to its sentence.
    """
    try:
        write = writer(output)
    except ExtraError as error:
        raise click.ClickException(str(error)) from error
    articles = Articles(paths, fields=fields or None, assumed=published)
    made = report(collect(articles, by=by), language=language)
    _written(lambda: write(made), output)
    sys.exit(articles.status)


@click.command()
@_options.paths
@_options.output("The file to write, whole or not at all: .csv or .json.", endings=(".csv", ".json"))
def register(paths: tuple[str, ...], output: Path) -> None:
    """Write the register of all instruments that the documents cite, each once, the most cited first."""
    articles = Articles(paths)
    cited = collect(articles).register
    _written(lambda: write_register(cited, output), output)
    sys.exit(articles.status)


def _written(write: Callable[[], object], output: Path) -> None:
    try:
        write()
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from error
