"""``vnmedia statistics``: the figures of documents as one table."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..batch import Asked
from ..errors import ExtraError
from ..serializers.figure_files import ENDINGS, write_statistics
from ..serializers.figures import select_rows, statistics_table
from . import _options
from ._progress import counted, stopping
from ._sources import Articles


@click.command(
    epilog=_options.examples(
        "vnmedia statistics tin/ -o figures.csv",
        "vnmedia statistics tin/ --subject giá --unit % --period 2024 -o prices.xlsx",
    )
)
@_options.paths
@_options.output("The file to write, whole or not at all: .csv, .parquet, .xlsx or .html.", endings=ENDINGS)
@click.option(
    "--subject", metavar="WORDS", help="Only figures whose subject, or counted noun, holds these words."
)
@click.option("--unit", metavar="UNIT", help="Only figures in this unit: %, VND, người.")
@click.option(
    "--period", metavar="TIME", help="Only figures of this time: 2024, 2024-Q2, 2024-03, 2024-01/2024-06."
)
@_options.asked
def statistics(
    paths: tuple[str, ...],
    output: Path,
    subject: str | None,
    unit: str | None,
    period: str | None,
    asked: Asked,
) -> None:
    """Write the table of all figures in what each PATH holds: files, folders, .jsonl files of records.

    A figure a row: what is measured, when, whose it is, who gives it, its value, unit and role, and what it
    is compared with. What the text does not say plainly stays empty.
    """
    articles = Articles(paths, asked, progress=True)
    try:
        with stopping(lambda: articles.stopped("begin again, or read fewer documents at a time")):
            rows = select_rows(statistics_table(articles), subject=subject, unit=unit, period=period)
        write_statistics(rows, output)
    except (ExtraError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from error
    click.echo(articles.closing(output, counted(len(rows), "figure")), err=True)
    sys.exit(articles.status)
