"""``vnmedia view``: a document as a page in the browser, or many with a page that lists them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

import click

from ..batch import Asked
from ..explanation import explain
from ..model import Article, Span
from ..serializers import to_html
from ..serializers.atomic import fresh_file, fresh_folder
from ..serializers.html_index import Listed, to_index
from ..serializers.labels import Language
from . import _options
from ._progress import counted, stopping
from ._sources import Articles

_PAGES = (".html", ".htm")


@click.command(
    epilog=_options.examples(
        "vnmedia view page.txt",
        "vnmedia view page.txt --explain -o page.html",
        "vnmedia view tin/ -o pages",
    )
)
@click.argument("path")
@_options.output(
    "Write there and open nothing: an .html file for one document, a folder for many.",
    endings=(*_PAGES, ""),
    needed=False,
)
@_options.language
@click.option("--explain", "explained", is_flag=True, help="Show with each mention which rules gave it.")
@_options.asked
def view(path: str, output: Path | None, language: Language, explained: bool, asked: Asked) -> None:
    """Open what PATH holds as a page: the text with every mention marked, a list of each kind, a timeline.

    PATH is a file, a folder, or - for standard input. Of a folder, or of a file with many documents, each has
    its page, and index.html lists them. A page is one file that needs no network and runs no script.
    """

    def page(article: Article) -> str:
        return to_html(article, language=language, reasons=_reasons(article) if explained else None)

    articles = Articles((path,), asked, progress=output is not None)
    found = iter(articles)
    first, second = next(found, None), next(found, None)
    if first is None:
        sys.exit(articles.status)
    try:
        with stopping(lambda: articles.stopped("read fewer documents at a time")):
            if second is None and not Path(path).is_dir() and not _is_folder(output):
                opened = _one(page(first), output)
            else:
                every = chain((first, *filter(None, (second,))), found)
                opened = _many(every, output, page, language)
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror}") from error
    if output is None:
        click.echo(str(opened))
        click.launch(opened.as_uri())
    else:
        click.echo(articles.closing(output, counted(articles.read, "page")), err=True)
    sys.exit(articles.status)


def _is_folder(output: Path | None) -> bool:
    """Whether *output* is a folder for pages; a device or pipe takes a single page."""
    return output is not None and not output.suffix and (output.is_dir() or not output.exists())


def _one(page: str, output: Path | None) -> Path:
    """Write *page*. Returns its file, a temporary one where no *output* is given."""
    if output is None:
        with tempfile.NamedTemporaryFile(prefix="vnmedia-", suffix=".html", delete=False) as file:
            output = Path(file.name)
    with fresh_file(output) as fresh:
        fresh.write_text(page, encoding="utf-8")
    return output


def _many(
    articles: Iterable[Article], output: Path | None, page: Callable[[Article], str], language: Language
) -> Path:
    """Write a page for each of *articles*, one at a time. Returns the file that lists them."""
    if output is not None and output.suffix:
        raise click.UsageError(f"there are several documents: name a folder for their pages, not {output}")
    folder = output or Path(tempfile.mkdtemp(prefix="vnmedia-")) / "pages"
    listed: list[Listed] = []
    with fresh_folder(folder, is_own=lambda file: file.suffix == ".html") as fresh:
        for number, article in enumerate(articles, 1):
            name = f"{number:05}.html"
            (fresh / name).write_text(page(article), encoding="utf-8")
            listed.append(Listed.of(article, name))
        (fresh / "index.html").write_text(to_index(listed, language=language), encoding="utf-8")
    return folder / "index.html"


def _reasons(article: Article) -> dict[tuple[str, Span], list[str]]:
    """The lines of the explanation of each mention of *article*."""
    found = explain(article.text, published=article.published).mentions
    return {(one.mention.kind, one.mention.span): [str(made) for made in one.made] for one in found}
