"""What the docs and the messages tell people to install is there to be installed."""

import re
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
EXTRAS = set(tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])
#: For who works on the project itself.
OURS = {"dev", "docs", "fuzz", "test"}
LINE = re.compile(r"pip install [^\n'`]*'(?:vnmedia|\.)\[([a-z,]+)\]'")
PAGES = [
    *(TOP / name for name in ("README.md", "CONTRIBUTING.md")),
    *(TOP / "docs").rglob("*.md"),
    *(TOP / "src").rglob("*.py"),
]


def test_every_line_names_extras_that_there_are() -> None:
    """``pip install 'vnmedia[html]'`` where vnmedia is installed, ``pip install -e '.[html]'`` in a clone."""
    named = {
        extra
        for page in PAGES
        for listed in re.findall(
            r"pip install [^\n'`]*'(?:vnmedia|\.)\[([a-z,]+)\]'", page.read_text("utf-8")
        )
        for extra in listed.split(",")
    }
    assert {"cli", "html", "dev"} <= named <= EXTRAS


@pytest.mark.parametrize("page", ["docs/index.md", "docs/vi/index.md"])
def test_the_first_page_lists_every_extra(page: str) -> None:
    """Each in a row of the table, but for those of the project's own work."""
    text = (TOP / page).read_text("utf-8")
    rows = re.findall(r"^\| (`[a-z]+`(?:, `[a-z]+`)*) \|", text, re.MULTILINE)
    assert set(re.findall("[a-z]+", " ".join(rows))) >= EXTRAS - OURS
    assert re.search(r"`pip install -e '\.\[", text)
