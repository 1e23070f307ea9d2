"""``vnmedia digest`` and ``vnmedia register``: what a set of documents says, and the instruments it cites."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import click

from ..batch import Asked
from ..digest import collect, report, write_register
from ..digest.files import writer
from ..errors import ExtraError
from ..serializers.labels import Language
from . import _options
from ._progress import counted, stopping
from ._sources import Articles

_GO_ON = "vnmedia parse … -o records.jsonl --jobs 0 can be stopped and goes on, and {} takes its records"


@click.command(
    epilog=_options.examples(
        "vnmedia digest tin/ -o digest.html",
        "vnmedia digest tin/ --published-from name --by month -o digest.docx",
        "vnmedia digest records.jsonl --language en -o digest.md",
    )
)
@_options.paths
@_options.output(
    "The file to write, whole or not at all: .html, .md or .docx.", endings=(".html", ".md", ".docx")
)
@click.option("--by", type=click.Choice(["week", "month"]), default="week", show_default=True)
@_options.language
@_options.asked
def digest(
    paths: tuple[str, ...],
    output: Path,
    by: Literal["week", "month"],
    language: Language,
    asked: Asked,
) -> None:
    """Write the press digest of what each PATH holds: files, folders, .jsonl files of records.

    By week or month: what was published by whom, the instruments cited, the bodies named, the figures that
    rose or fell, a timeline, and the register of instruments; each line leads to its sentence.
    """
    try:
        write = writer(output)
    except ExtraError as error:
        raise click.ClickException(str(error)) from error
    articles = Articles(paths, asked, progress=True)
    with stopping(lambda: articles.stopped(_GO_ON.format("digest"))):
        collected = collect(articles, by=by)
    _written(lambda: write(report(collected, language=language)), output)
    click.echo(articles.closing(output, f"the digest of {counted(articles.read, 'document')}"), err=True)
    if undated := sum(len(period.articles) for period in collected.periods if not period.key):
        click.echo(
            f"vnmedia: {counted(undated, 'document')} without a day, listed at the end: "
            "--published DAY or --published-from name|mtime|COLUMN gives one",
            err=True,
        )
    sys.exit(articles.status)


@click.command(epilog=_options.examples("vnmedia register tin/ -o register.csv"))
@_options.paths
@_options.output("The file to write, whole or not at all: .csv or .json.", endings=(".csv", ".json"))
@_options.asked
def register(paths: tuple[str, ...], output: Path, asked: Asked) -> None:
    """Write the register of all instruments that the documents cite, each once, the most cited first."""
    articles = Articles(paths, asked, progress=True)
    with stopping(lambda: articles.stopped(_GO_ON.format("register"))):
        cited = collect(articles).register
    _written(lambda: write_register(cited, output), output)
    click.echo(articles.closing(output, counted(len(cited), "instrument")), err=True)
    sys.exit(articles.status)


def _written(write: Callable[[], object], output: Path) -> None:
    try:
        write()
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from error
