"""The page that runs the library in the browser: it reads what CPython reads, and shows it."""

import functools
import http.server
import os
import runpy
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import vnmedia

sync_api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="no npm on this machine"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page, served from a folder."""
    folder = tmp_path_factory.mktemp("try")
    try:
        runpy.run_path(str(ROOT / "docs" / "try" / "assemble.py"))["assemble"](folder)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"the page cannot be put together here: {error}")
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_the_page_reads_what_cpython_reads(address: str) -> None:
    """The five seeds give the same records; the page shows marks and rows, and asks its own folder alone."""
    assert len(SEEDS) == 5
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_selector("#read:not([disabled])", timeout=300_000)
        for seed in SEEDS:
            text = seed.read_text(encoding="utf-8")
            record, _ = page.evaluate("([text, id]) => read(text, null, id)", [text, seed.stem])
            assert vnmedia.loads(record) == vnmedia.parse_article(text, id=seed.stem), seed.name
        page.click("#read")
        page.wait_for_function("document.querySelectorAll('#rows tr').length > 4", timeout=120_000)
        assert "135/QĐ-TTg" in page.inner_text("#rows")
        marks = page.frame_locator("#page").locator("article a.m")
        marks.first.wait_for()
        assert marks.count() > 4
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert all(url.startswith((address.rpartition("/")[0], "about:", "data:", "blob:")) for url in asked)
        browser.close()
