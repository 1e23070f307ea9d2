"""Checks on real saved pages that no word of a kept paragraph is missing from the text.

    python .ci/kept_words.py FOLDER_OF_PAGES

The words are those of the page's own paragraphs (``<p>`` elements without another block inside), read by the
parser alone. Where most words of a paragraph are in the article, all of them must be. Prints each paragraph
that was cut; exit status 1 where there is one. The pages are other people's and not part of the project.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

import vnmedia
from vnmedia.articles._decode import declared_charset, decode
from vnmedia.text import nfc

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(r"\w+")
_NO_TEXT = frozenset("script style noscript template iframe textarea title desc math svg".split())  # noqa: SIM905
#: The fewest words of a paragraph that is checked (shorter ones may stand on the page twice), and the share
#: that counts as most of its words.
_FEWEST, _MOST = 12, 0.6


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each page's name and bytes."""
    for path in sorted(folder.glob("*.html*")):
        raw = path.read_bytes()
        yield path.name, gzip.decompress(raw) if path.suffix == ".gz" else raw


def paragraphs(raw: bytes) -> Iterator[str]:
    """The text of each paragraph that holds no other block and is shown."""
    markup = decode(raw, "page", declared=declared_charset(raw)).text
    parser = etree.HTMLParser(huge_tree=True, no_network=True, encoding="utf-8")
    tree = etree.fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser)
    for element in tree.iter("p"):
        alone = sum(1 for _ in element.iter("p", "div", "table", "li", "br", *_NO_TEXT)) == 1
        text = _words(element)
        linked = sum(len(_words(link)) for link in element.iter("a") if link.get("href"))
        if alone and 2 * linked < len(text):
            yield text


def _words(element: etree._Element) -> str:
    """The text of *element*, without characters that no reader sees."""
    return nfc(" ".join(_INVISIBLE.sub("", "".join(element.itertext())).split()))


def cut(raw: bytes) -> Iterator[str]:
    """The paragraphs of which the article has most words but not all."""
    article = vnmedia.parse_article(raw, media_type="text/html", kinds=("date",))
    kept = " ".join(_WORD.findall(article.text))
    for paragraph in paragraphs(raw):
        words = _WORD.findall(paragraph)
        if len(words) < _FEWEST or " ".join(words) in kept:
            continue
        runs = [" ".join(words[start : start + 6]) for start in range(0, len(words) - 5, 6)]
        if sum(run in kept for run in runs) >= _MOST * len(runs):
            yield paragraph


def main(folder: Path) -> int:
    """Check the pages. Returns the exit status: 0 where every kept paragraph is whole."""
    found = [(name, paragraph) for name, raw in pages(folder) for paragraph in cut(raw)]
    for name, paragraph in found:
        print(f"{name}: {paragraph}")
    print(f"{len(found)} kept paragraphs are cut")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
