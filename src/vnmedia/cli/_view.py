"""``vnmedia view``: one document as a page in the browser."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from ..explanation import explain
from ..model import Article, Span
from ..serializers import to_html
from ..serializers.labels import Language
from . import _options
from ._sources import Articles


@click.command()
@click.argument("path")
@_options.output("Write the page there and do not open it.")
@_options.language
@click.option("--explain", "explained", is_flag=True, help="Show with each mention which rules gave it.")
def view(path: str, output: Path | None, language: Language, explained: bool) -> None:
    """Open what PATH holds as a page: the text with every mention marked, a list of each kind, a timeline.

    PATH is a file, or - for standard input. The page is one file that needs no network and runs no script.
    """
    articles = Articles((path,))
    article = next(iter(articles), None)
    if article is None:
        sys.exit(articles.status)
    reasons = _reasons(article) if explained else None
    page = to_html(article, language=language, reasons=reasons)
    if output is None:
        with tempfile.NamedTemporaryFile(prefix="vnmedia-", suffix=".html", delete=False) as file:
            output = Path(file.name)
        _write(output, page)
        click.echo(str(output))
        click.launch(output.as_uri())
    else:
        _write(output, page)


def _reasons(article: Article) -> dict[tuple[str, Span], list[str]]:
    """For each mention of *article* the lines of its explanation."""
    found = explain(article.text, published=article.published).mentions
    return {(one.mention.kind, one.mention.span): [str(made) for made in one.made] for one in found}


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error
