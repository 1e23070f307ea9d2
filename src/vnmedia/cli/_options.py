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


def output(help: str, *, endings: tuple[str, ...] = ()) -> Decorator:
    """The option ``-o``; with *endings* it is needed, and its file must have one of them."""

    def checked(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
        if path is not None and endings and path.suffix.lower() not in endings:
            raise click.BadParameter(f"{str(path)!r} ends in none of {', '.join(endings)}")
        return path

    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", type=kind, required=bool(endings), help=help, callback=checked)
