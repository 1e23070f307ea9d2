"""``vnmedia registry``: the registries as open data, and their known gaps."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import attrs
import click

from .. import __version__
from ..errors import ExtraError
from ..opendata import FORMATS, Format, write_registries
from ..registries.gaps import gaps

__all__ = ["registry"]


@click.group()
def registry() -> None:
    """The registries of bodies, places and laws."""


@registry.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    default=FORMATS,
    help="In which form; may be given again. All by default; parquet needs the extra arrow.",
)
def export(output: Path, formats: tuple[Format, ...]) -> None:
    """Write every registry as tables, with licence and sources.

    Example: vnmedia registry export -o registries --format csv
    """
    try:
        written = write_registries(output, formats=formats, version=__version__)
    except ExtraError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from error
    click.echo(f"vnmedia: {sum(written.values()):,} rows in {len(written)} tables in {output}", err=True)


@registry.command()
@click.option("--table", help="Only this table: laws, agencies, press, local_bodies, communes, ….")
def check(table: str | None) -> None:
    """List what the registries are known not to know, one gap a line, and count it by table and field.

    Example: vnmedia registry check --table laws
    """
    found = [gap for gap in gaps() if table in (None, gap.registry)]
    for gap in found:
        click.echo("\t".join(attrs.astuple(gap)))
    for (name, field), count in sorted(Counter((gap.registry, gap.field) for gap in found).items()):
        click.echo(f"vnmedia: {count:,} × {name}.{field}", err=True)
