"""The arguments and options that several commands take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..articles.corpus import FIELDS
from ..mentions import KINDS
from ..model._when import when

__all__ = ["field", "kinds", "language", "output", "paths", "published"]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
language: Decorator = click.option(
    "--language",
    type=click.Choice(["vi", "en"]),
    default="vi",
    show_default=True,
    help="The labels' language.",
)


def _field_of(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, Any]:
    """The columns by their fields: ``title=Headline``, ``text=lead+body``."""
    fields: dict[str, Any] = {}
    for pair in given:
        field, equals, columns = pair.partition("=")
        if field not in FIELDS or not equals or not columns:
            raise click.BadParameter(
                f"{pair!r} is not FIELD=COLUMN, where FIELD is one of {', '.join(FIELDS)}"
            )
        fields[field] = columns.split("+")
    return fields


def _kinds_of(_context: click.Context, _option: click.Parameter, given: str | None) -> tuple[str, ...] | None:
    kinds = tuple(kind.strip() for kind in given.split(",")) if given else None
    for kind in kinds or ():
        if kind not in KINDS:
            raise click.BadParameter(f"{kind!r} is none of {', '.join(KINDS)}")
    return kinds


def _day_of(_context: click.Context, _option: click.Parameter, given: str | None) -> dt.date | None:
    try:
        return when("published", given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


field: Decorator = click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_field_of,
    help="Which column of rows holds title, text, published, …; text=lead+body puts two under each other.",
)
kinds: Decorator = click.option(
    "--kinds",
    metavar="KIND,…",
    callback=_kinds_of,
    help=f"Only these: {', '.join(KINDS)}. The others take no time.",
)
published: Decorator = click.option(
    "--published",
    metavar="DAY",
    callback=_day_of,
    help="When documents were published that do not say so, such as 2024-03-05.",
)


def output(help: str, *, endings: tuple[str, ...] = ()) -> Decorator:
    """The option ``-o``; with *endings* it is needed, and its file must have one of them."""

    def checked(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
        if path is not None and endings and path.suffix.lower() not in endings:
            raise click.BadParameter(f"{str(path)!r} ends in none of {', '.join(endings)}")
        return path

    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", type=kind, required=bool(endings), help=help, callback=checked)
