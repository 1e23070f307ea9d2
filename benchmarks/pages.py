"""``python -m benchmarks.pages [DIR]``: article pages through us and through well-kept extractors.

DIR holds pages and ``expected.toml`` (by default ``tests/pages``). One run prints the share of
pages on which a field is right, and pages a second. The pages are small and made by us, so the shares show
whether an extractor has a field at all, not how good it is on the web. Needs trafilatura, newspaper4k and
resiliparse in addition to the extra ``html``.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import newspaper
import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

import vnmedia
from vnmedia.articles._page import read_page

PAGES = Path(__file__).parents[1] / "tests" / "pages"
FURNITURE = ("Tin liên quan", "Khởi công nhà máy", "Một bài khác", "Tôi thấy", "Tổng Biên tập", "Trang chủ")
FIELDS = ("title", "day", "time", "authors", "first", "last", "clean")
Fields = dict[str, Any]


def ours(page: str) -> Fields:
    """The fields by vnmedia, which also finds all mentions."""
    article = vnmedia.parse_article(page)
    return _fields(
        article.title, article.published and article.published.isoformat(), article.authors, article.text
    )


def ours_layout(page: str) -> Fields:
    """The fields by vnmedia without mentions, as the others work."""
    text, stated = read_page(page, None)
    return _fields(stated.title, stated.published and stated.published.isoformat(), stated.authors, text)


def by_trafilatura(page: str) -> Fields:
    """The fields by trafilatura's ``bare_extraction`` with metadata."""
    found = trafilatura.bare_extraction(page, with_metadata=True)
    if found is None:
        return {}
    return _fields(found.title, found.date, tuple((found.author or "").split("; ")), found.text or "")


def by_newspaper(page: str) -> Fields:
    """The fields by newspaper4k, which is told that the page is Vietnamese."""
    article = newspaper.Article("https://bao-vi-du.vn/bai.html", language="vi")
    article.download(input_html=page)
    article.parse()
    published = article.publish_date and article.publish_date.isoformat()
    return _fields(article.title, published, tuple(article.authors), article.text)


def by_resiliparse(page: str) -> Fields:
    """The main content by resiliparse, which has no dates and no authors."""
    tree = HTMLTree.parse(page)
    return _fields(tree.title, None, (), extract_plain_text(tree, main_content=True))


def _fields(title: str | None, published: str | None, authors: tuple[str, ...], text: str) -> Fields:
    return {"title": title, "published": published, "authors": authors, "text": " ".join(text.split())}


def right(expected: Fields, found: Fields) -> set[str]:
    """The fields of *found* that are as *expected*."""
    text = found.get("text", "")
    checks = {
        # A site's name after the title is not an error of an extractor that gives titles as stated.
        "title": (found.get("title") or "").startswith(expected["title"]),
        "day": str(found.get("published"))[:10] == expected["published"][:10],
        "time": str(found.get("published"))[:16] == expected["published"][:16],
        "authors": {a.casefold() for a in found.get("authors", ())}
        == {a.casefold() for a in expected["authors"]},
        "first": expected["first"] in text,
        "last": expected["last"] in text,
        "clean": bool(text) and not any(words in text for words in FURNITURE),
    }
    return {field for field, good in checks.items() if good}


TOOLS: dict[str, Callable[[str], Fields]] = {
    "vnmedia (with mentions)": ours,
    "vnmedia (page alone)": ours_layout,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "resiliparse": by_resiliparse,
}


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    pages = {name: (folder / f"{name}.html").read_text(encoding="utf-8") for name in expected}
    print(f"{'':<24}", *(f"{field:>9}" for field in FIELDS), f"{'pages/s':>9}")
    for tool, read in TOOLS.items():
        read(next(iter(pages.values())))
        counts: Counter[str] = Counter()
        began = time.process_time()
        found = {name: read(page) for name, page in pages.items()}
        took = time.process_time() - began
        for name, fields in found.items():
            counts.update(right(expected[name], fields))
        shares = (f"{counts[field] / len(pages):>9.2f}" for field in FIELDS)
        print(f"{tool:<24}", *shares, f"{len(pages) / took:>9.0f}")


if __name__ == "__main__":
    main()
