"""The arguments and options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

__all__ = ["language", "output", "paths"]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
language: Decorator = click.option(
    "--language",
    type=click.Choice(["vi", "en"]),
    default="vi",
    show_default=True,
    help="The labels' language.",
)


def output(help: str, *, required: bool = False) -> Decorator:
    """The option ``-o``."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), required=required, help=help)
