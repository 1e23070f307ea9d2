"""``vnmedia parse``: documents as records, tables, or a readable view."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..batch import Asked
from ..errors import ExtraError
from ..model import Article, Mention
from ..serializers import dumps
from ..serializers.atomic import is_stream, linked, open_stream
from ..serializers.describe import describe
from ..serializers.formats import formats
from . import _options
from ._batch import run_batch
from ._progress import stopping
from ._sources import Articles, safe

_AROUND = 36

_GO_ON = "with --jobs 1 the same command can be stopped and goes on where it was"

#: What a file of lines may end in; a file without an ending is a device or a pipe.
_LINE_ENDINGS = (".jsonl", ".ndjson", "")

#: The formats of tables, by the ending of their file; those of one document as a line or text, by name.
_TABLES = formats("table")
_DOCUMENTS = formats("line", "text")


@click.command(
    epilog=_options.examples(
        "vnmedia parse page.txt",
        "vnmedia parse pages/ -o records.jsonl",
        "vnmedia parse crawl/ -o crawl.parquet --jobs 0",
        "vnmedia parse rows.csv --field text=lead+body -o rows.csv.jsonl",
        "vnmedia parse tin/ --published-from name --kinds date,agency -o tin.csv",
        "cat page.html | vnmedia parse - | jq .title",
    )
)
@_options.paths
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "view", *_DOCUMENTS]),
    help="Records, a view, CoNLL columns, or one line of schema.org, ninjs or Web Annotation a document.",
)
@_options.output(
    "Write there, whole or not at all: a record a line (.jsonl, .ndjson), all in one array (.json), "
    "tables (.csv, .tidy.csv, .duckdb, a .parquet folder), spans for spaCy (.spacy).",
    needed=False,
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    help="Share the documents out to that many processes, 0 for one a core. Needs -o.",
)
@click.option("--unordered", is_flag=True, help="With --jobs: records in the order they are finished.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    help="With --jobs: seconds for one document, 0 for no limit.",
)
@click.option("--restart", is_flag=True, help="With --jobs: throw away what a broken run has left.")
@_options.kinds
@_options.asked
def parse(
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    jobs: int | None,
    unordered: bool,
    time_limit: float,
    restart: bool,
    asked: Asked,
) -> None:
    """Print what each PATH holds: files, folders with .txt and .html files, or - for standard input.

    On a terminal that is a readable view, otherwise one JSON record a line. A file that cannot be read
    is reported on standard error and the others go on; the exit status is then 1.

    With --jobs many processes work at it. What fails goes to FILE.errors.jsonl, with its reason. Killed at
    any moment and started again, the work goes on where it was, and the result is the same.
    """
    suffix = _ending(output, form)
    if jobs is not None:
        if output is None or form not in (None, "jsonl"):
            raise click.UsageError("--jobs needs -o, and writes records or tables alone")
        status = run_batch(
            paths,
            output,
            asked=asked,
            write=_writer(suffix) if suffix in _TABLES else None,
            jobs=jobs,
            ordered=not unordered,
            time_limit=time_limit,
            restart=restart,
        )
        sys.exit(status)
    articles = Articles(paths, asked, progress=output is not None)
    view = form == "view" or (form is None and output is None and sys.stdout.isatty())
    try:
        with stopping(lambda: articles.stopped(_GO_ON)):
            _write(articles, output, suffix, "view" if view else form or "jsonl")
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader of the output has closed it
            raise
        raise click.ClickException(f"{output or 'standard output'}: {error.strerror}") from error
    if output is not None:
        click.echo(articles.closing(output), err=True)
    sys.exit(articles.status)


def _write(articles: Articles, output: Path | None, suffix: str, form: str) -> None:
    if output is not None and suffix in _TABLES:
        _writer(suffix)(articles, output)
        return
    with _opened(output) as out:
        show = _viewer(out) if form == "view" else _recorder(out, form)
        for article in articles:
            show(article)


def _ending(output: Path | None, form: str | None) -> str:
    """The ending that gives the format; empty where ``--format`` is given."""
    if output is None or form is not None:
        return ""
    name = output.name.lower()
    longest_first = sorted((*_TABLES, *filter(None, _LINE_ENDINGS)), key=len, reverse=True)
    suffix = next((ending for ending in longest_first if name.endswith(ending)), output.suffix)
    if suffix not in (*_TABLES, *_LINE_ENDINGS):
        endings = ", ".join((*_LINE_ENDINGS[:-1], *_TABLES))
        raise click.BadParameter(
            f"{str(output)!r} ends in none of {endings}; with --format any name will do", param_hint="-o"
        )
    return suffix


def _writer(suffix: str) -> Callable[[Iterable[Article], Path], None]:
    try:
        return _TABLES[suffix].maker()
    except ExtraError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file beside *path* that replaces *path* when all is written."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        yield sys.stdout
        return
    if is_stream(path):
        with TextIOWrapper(open_stream(path), "utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        return
    path = linked(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _recorder(out: TextIO, form: str) -> Callable[[Article], object]:
    if form == "jsonl":
        return lambda article: out.write(dumps(article) + "\n")
    write = _DOCUMENTS[form].maker()
    if _DOCUMENTS[form].makes == "text":
        return lambda article: out.write(write(article))
    return lambda article: out.write(json.dumps(write(article), ensure_ascii=False) + "\n")


def _viewer(out: TextIO) -> Callable[[Article], object]:
    console = Console(file=out)

    def show(article: Article) -> None:
        console.rule(_plain(article.id or "", "dim"), align="left")
        console.print(_plain(article.title or "(no title)", "bold"))
        for name, value in _stated(article):
            console.print(_plain(f"{name}: ", "dim") + _plain(value))
        for name, mentions in (
            ("Dates", article.dates),
            ("Instruments", article.instruments),
            ("Agencies", article.agencies),
            ("Statistics", article.statistics),
            ("Officials", article.officials),
        ):
            if mentions:
                console.print(_table(name, mentions, article.text))
        console.print()

    return show


def _stated(article: Article) -> Iterator[tuple[str, str]]:
    """When and by whom the article was published, as far as the page says."""
    if article.published is not None:
        yield "published", str(article.published)
    if article.authors:
        yield "by", ", ".join(article.authors)
    if article.publisher:
        yield "publisher", article.publisher
    if article.lead:
        yield "lead", article.lead


def _table(name: str, mentions: tuple[Mention[Any], ...], text: str) -> Table:
    table = Table(title=f"{name} ({len(mentions)})", title_justify="left", expand=True)
    table.add_column("value", ratio=2)
    table.add_column("in the text", ratio=3)
    for mention in mentions:
        before, after = _around(text, mention)
        table.add_row(
            _plain(describe(mention.value, "en")),
            _plain(before, "dim") + _plain(mention.quote, "bold") + _plain(after, "dim"),
        )
    return table


def _around(text: str, mention: Mention[Any]) -> tuple[str, str]:
    """The whole words before and after *mention*."""
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    if mention.start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if mention.end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before, after


def _plain(text: str, style: str = "") -> Text:
    return Text(safe(text), style=style)
