"""The arguments and options that several commands take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Literal

import click

from ..articles.corpus import FIELDS
from ..batch import Asked, Assumed
from ..mentions import KINDS
from ..model._when import when

__all__ = ["asked", "examples", "kinds", "language", "output", "paths"]

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
    """The columns by field, from ``title=Headline``, ``text=lead+body``."""
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
            raise click.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}")
    return kinds


def _day_of(_context: click.Context, _option: click.Parameter, given: str | None) -> dt.date | None:
    try:
        return when("published", given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


_field: Decorator = click.option(
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
_published: Decorator = click.option(
    "--published",
    metavar="DAY",
    callback=_day_of,
    help="When documents were published that do not say so, such as 2024-03-05.",
)
_published_from: Decorator = click.option(
    "--published-from",
    metavar="name|mtime|COLUMN",
    help="Where the day of those stands: in the name of the file or its folders (tin/2024-03-05.txt, "
    "2024/03/05/tin.txt), in the time the file was last written, or in a column of rows.",
)


#: The values of ``--published-from`` that are not a column's name.
_BY: dict[str, Literal["name", "mtime"]] = {"name": "name", "mtime": "mtime"}


def asked(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for columns of rows and days of documents, handed on as one argument ``asked``."""

    @wraps(command)
    def with_asked(
        *,
        fields: dict[str, Any],
        published: dt.date | None,
        published_from: str | None,
        kinds: tuple[str, ...] | None = None,
        **others: Any,
    ) -> Any:
        by = _BY.get(published_from or "")
        if published_from and by is None:
            fields = fields | {"published": [published_from]}
        return command(
            asked=Asked(fields=fields or None, kinds=kinds, assumed=Assumed(day=published, by=by)), **others
        )

    return _field(_published(_published_from(with_asked)))


def output(help: str, *, endings: tuple[str, ...] = (), needed: bool = True) -> Decorator:
    """The option ``-o``; its file must have one of *endings*, where there are any."""

    def checked(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
        if path is not None and endings and path.suffix.lower() not in endings:
            known = ", ".join(ending for ending in endings if ending)
            raise click.BadParameter(f"{str(path)!r} ends in none of {known}")
        return path

    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", type=kind, required=needed, help=help, callback=checked)


def examples(*lines: str) -> str:
    """The end of a ``--help`` text: example calls as they are typed."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
