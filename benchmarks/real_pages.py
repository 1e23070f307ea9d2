"""``python -m benchmarks.real_pages DIR [OUT]``: real saved pages with hand-made gold, beside the peers.

DIR holds ``html/`` and ``gold/``: a page and a JSON file of the same name each, the latter with ``title``,
``published``, ``paragraph_starts`` (the first words of each paragraph) and ``must_not_contain``. The pages
are other people's and not part of the project. One run prints, or writes to OUT in Markdown, the shares of:
titles, times of publishing to the minute, paragraphs kept, pages that keep 95 % of theirs, and pages without
furniture. A peer that is not installed is left out.

Each tool reads in a process of its own. A page that takes it more than ``SECONDS`` counts as not answered:
nothing of it is right, and the last column counts such pages.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import attrs

import vnmedia

Gold = dict[str, Any]

#: The most seconds that a tool has for a page.
SECONDS = 20


@attrs.frozen
class Found:
    """What a tool finds on a page."""

    title: str | None
    published: str | None
    text: str


@attrs.define
class Tally:
    """How often a tool was right, and of how many."""

    right: dict[str, int] = attrs.field(factory=dict)
    all: dict[str, int] = attrs.field(factory=dict)
    unanswered: int = 0

    def add(self, field: str, right: int, of: int = 1) -> None:
        """Count *right* out of *of* for *field*."""
        self.right[field] = self.right.get(field, 0) + right
        self.all[field] = self.all.get(field, 0) + of


def ours(page: str) -> Found:
    """The page read by vnmedia, with its mentions."""
    article = vnmedia.parse_article(page, media_type="text/html")
    kept = (block.span.of(article.text) for block in article.blocks if block.kind != "boilerplate")
    return Found(article.title, article.published and article.published.isoformat(), " ".join(kept))


def by_trafilatura(page: str) -> Found:
    """The page read by trafilatura's ``bare_extraction`` with metadata."""
    found = import_module("trafilatura").bare_extraction(page, with_metadata=True)
    return Found(found.title, found.date, found.text or "") if found else Found(None, None, "")


def by_newspaper(page: str) -> Found:
    """The page read by newspaper4k, which is told that the page is Vietnamese."""
    article = import_module("newspaper").Article("https://bao-vi-du.vn/bai.html", language="vi")
    article.download(input_html=page)
    article.parse()
    published = article.publish_date and article.publish_date.isoformat()
    return Found(article.title, published, article.text)


def by_readability(page: str) -> Found:
    """The page read by readability-lxml, which gives no times."""
    document = import_module("readability").Document(page)
    return Found(document.short_title(), None, re.sub(r"<[^>]+>", " ", document.summary()))


def by_resiliparse(page: str) -> Found:
    """The main content by resiliparse, which gives no times."""
    tree = import_module("resiliparse.parse.html").HTMLTree.parse(page)
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return Found(tree.title, None, extract(tree, main_content=True))


TOOLS: dict[str, Callable[[str], Found]] = {
    "vnmedia": ours,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "readability": by_readability,
    "resiliparse": by_resiliparse,
}
MODULES = {"newspaper4k": "newspaper"}
FIELDS = ("title", "minute", "paragraphs", "pages", "clean")


def loose(text: str | None) -> str:
    """The letters and digits of *text*, for comparing without marks and spaces."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text or "").casefold())


def score(gold: Gold, found: Found, tally: Tally) -> None:
    """Count what *found* has right for one page."""
    titles = {loose(title) for title in (gold["title"], *gold.get("title_alt", ()))}
    tally.add("title", loose(found.title) in titles)
    if gold.get("published") and not gold.get("published_day_only"):
        alternatives = gold.get("published_alt") or []
        stated = {gold["published"], *([alternatives] if isinstance(alternatives, str) else alternatives)}
        tally.add("minute", str(found.published)[:16] in stated)
    text, starts = loose(found.text), gold.get("paragraph_starts") or []
    kept = sum(loose(start) in text for start in starts)
    tally.add("paragraphs", kept, len(starts))
    if starts:
        tally.add("pages", kept >= 0.95 * len(starts))
    tally.add("clean", bool(text) and not any(loose(words) in text for words in gold["must_not_contain"]))


def pages(folder: Path) -> Iterator[tuple[Gold, str]]:
    """Each page's gold and markup."""
    for path in sorted((folder / "gold").glob("*.json")):
        page = folder / "html" / f"{path.stem}.html"
        packed = page.with_name(f"{page.name}.gz")
        raw = page.read_bytes() if page.exists() else gzip.decompress(packed.read_bytes())
        yield json.loads(path.read_text(encoding="utf-8")), raw.decode("utf-8", "replace")


def serve(connection: Connection, tool: str) -> None:
    """Read the pages that come over *connection* with *tool*, until the connection is closed."""
    read = TOOLS[tool]
    read("<html><body><p>Khởi động.</p></body></html>")
    connection.send(None)
    while True:
        try:
            page = connection.recv()
        except EOFError:
            return
        connection.send(read(page))


class Reader:
    """A tool in a process of its own, which is replaced where it does not answer."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        self._start()

    def _start(self) -> None:
        self.connection, theirs = get_context("spawn").Pipe()
        self.process = get_context("spawn").Process(target=serve, args=(theirs, self.tool), daemon=True)
        self.process.start()
        theirs.close()
        self.connection.recv()

    def read(self, page: str) -> Found | None:
        """What the tool finds on *page*; None where it takes too long or fails."""
        self.connection.send(page)
        try:
            if self.connection.poll(SECONDS):
                found: Found = self.connection.recv()
                return found
        except EOFError:
            pass
        self.close()
        self._start()
        return None

    def close(self) -> None:
        """End the process."""
        self.connection.close()
        self.process.kill()
        self.process.join()


def run(folder: Path) -> dict[str, Tally]:
    """The tally of every installed tool over all pages."""
    tallies: dict[str, Tally] = {}
    for tool in TOOLS:
        if find_spec(MODULES.get(tool, tool)) is None:
            continue
        tally, reader = Tally(), Reader(tool)
        for gold, page in pages(folder):
            found = reader.read(page)
            tally.unanswered += found is None
            score(gold, found or Found(None, None, ""), tally)
        reader.close()
        tallies[tool] = tally
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """The shares in Markdown."""
    lines = [
        "| tool | title | published to the minute | paragraphs kept | pages whole | pages clean "
        "| not answered |",
        "| --- | --: | --: | --: | --: | --: | --: |",
    ]
    for tool, tally in tallies.items():
        shares = (f"{tally.right[field] / tally.all[field]:.3f}" for field in FIELDS)
        lines.append(f"| {tool} | {' | '.join(shares)} | {tally.unanswered} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table, or write it."""
    found = table(run(Path(sys.argv[1])))
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(found, encoding="utf-8")
    else:
        print(found, end="")


if __name__ == "__main__":
    main()
