"""``vnmedia explain``: which rule gave each mention, and why other words are not a mention."""

from __future__ import annotations

from pathlib import Path

import click

from ..explanation import explain as explained
from ..text import nfc
from ._options import examples
from ._sources import Articles


@click.command(
    epilog=examples(
        'vnmedia explain "Sáng 5/6, Bộ Y tế họp." --published 2020-06-05',
        'vnmedia explain page.txt --at "31/2"',
    )
)
@click.argument("source", metavar="TEXT|FILE")
@click.option("--published", metavar="DAY", help="When the text was published; of a file its own day.")
@click.option(
    "--at", "words", metavar="WORDS", help="Only these words of the text, and what was tried there."
)
def explain(source: str, published: str | None, words: str | None) -> None:
    """Say which rule, join, link and context gave each mention of TEXT, or of the text that FILE holds.

    With --at, also which rules were tried at those words without giving a mention, and where each failed.
    """
    text = source
    if source == "-" or _is_file(source):
        article = next(iter(Articles((source,))), None)
        if article is None:
            raise SystemExit(1)
        text = article.text
        published = published or (str(article.published) if article.published is not None else None)
    try:
        click.echo(str(explained(nfc(text), published=published, span=words)))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except OSError:  # the text is longer than a path can be
        return False
