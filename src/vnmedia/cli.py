"""The command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import rich  # noqa: F401

from .articles import parse_article
from .serializers import dumps


@click.group()
def main() -> None:
    """Vietnamese press and government text into typed data."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form")
def parse(paths: tuple[str, ...], form: str) -> None:
    """Print records."""
    for path in paths:
        for file in sorted(Path(path).glob("*.txt")) if Path(path).is_dir() else [Path(path)]:
            sys.stdout.write(dumps(parse_article(file.read_bytes(), id=file.stem)) + "\n")
