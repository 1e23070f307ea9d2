"""The command line: files in, records, tables or pages out, and an exit status that tells."""

from __future__ import annotations

import click

from .. import __version__
from ._digest import digest, register
from ._parse import parse
from ._view import view

__all__ = ["main"]


@click.group()
@click.version_option(__version__, prog_name="vnmedia")
def main() -> None:
    """Read Vietnamese press and government text into typed data."""


for command in (parse, view, digest, register):
    main.add_command(command)
