"""The Vietnamese pages of the docs are in step with the English ones: examples, parts, rows of tables."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    "vi/index.md": "index.md",
    "vi/first-article.md": "tutorial/first-article.md",
    "vi/command-line.md": "how-to/command-line.md",
}
_BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r" +# .*")


def shape(page: str) -> dict[str, list[str]]:
    """What a translation leaves as it is: code without comments, levels of headings, first cells, options."""
    text = (DOCS / page).read_text(encoding="utf-8")
    prose = _BLOCK.sub("", text)
    return {
        "code": [_COMMENT.sub("", code) for kind, code in _BLOCK.findall(text) if kind != "{toctree}"],
        "headings": re.findall(r"^#+(?= )", prose, re.MULTILINE),
        "rows": re.findall(r"^\| (`.*?) \|", prose, re.MULTILINE),
        "options": re.findall(r"`(--[a-z-]+|vnmedia [a-z]+)", prose),
    }


@pytest.mark.parametrize(("translated", "original"), PAGES.items())
def test_a_translated_page_is_in_step(translated: str, original: str) -> None:
    """Whoever changes a page that is translated changes its translation."""
    assert shape(translated) == shape(original)


def test_every_vietnamese_page_has_its_original() -> None:
    """No page of the Vietnamese docs stands without a check."""
    assert {f"vi/{page.name}" for page in (DOCS / "vi").glob("*.md")} == set(PAGES)
