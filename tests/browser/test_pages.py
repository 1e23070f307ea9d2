"""The pages in a real browser: no error, no request, nothing run, every mention reached by keyboard."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.serializers.samples import HOSTILE, ORDINARY

from vnmedia import Article, parse_article, to_html
from vnmedia.digest import collect, report
from vnmedia.digest.files import write

sync_api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="the package axe-playwright-python is not installed"
)
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

WIDTHS = {"phone": (360, 740), "desktop": (1280, 900)}


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()


class Opened:
    """A page with what went wrong in it and what it asked the network for."""

    def __init__(self, browser: "sync_api.Browser", file: Path, width: str) -> None:
        size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
        self.page = browser.new_page(viewport=size)
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message) or dialog.dismiss())
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())


def opened(browser: "sync_api.Browser", article: Article, width: str, folder: Path, **how: str) -> Opened:
    file = folder / "page.html"
    file.write_text(to_html(article, **how), encoding="utf-8")
    return Opened(browser, file, width)


def violations(page: "sync_api.Page") -> list[tuple[str, str]]:
    """What axe-core calls serious or critical, each with the first place."""
    found = axe.Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("article", [ORDINARY, HOSTILE], ids=["ordinary", "hostile"])
def test_a_page_is_quiet_and_accessible(browser, article: Article, width: str, tmp_path: Path) -> None:
    """No message, dialog or request, no wider than the screen, no serious violation."""
    shown = opened(browser, article, width, tmp_path)
    assert shown.wrong == []
    assert [url.split("/")[-1] for url in shown.asked] == ["page.html"]
    assert shown.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert shown.page.evaluate("document.scripts.length + document.images.length") == 0
    assert violations(shown.page) == []


def test_the_keyboard_reaches_each_mention(browser, tmp_path: Path) -> None:
    """Tab stops at each mention and shows its value; Enter goes to its entry, and from there back."""
    page = opened(browser, ORDINARY, "desktop", tmp_path).page
    reached = set()
    for _ in range(3 * len(ORDINARY.mentions) + 10):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.id")
        if name.startswith("m"):
            reached.add(name)
            tip = page.evaluate("getComputedStyle(document.activeElement, '::after').content")
            assert len(tip) > len('"": "')
    assert reached == {f"m{number}" for number in range(1, len(ORDINARY.mentions) + 1)}
    page.focus("#m3")
    page.keyboard.press("Enter")
    page.wait_for_url("**#v3")
    page.click("#v3 a")
    page.wait_for_url("**#m3")


def test_a_notebook_shows_the_page_in_a_frame(browser, tmp_path: Path) -> None:
    """Links work within the frame, and nothing is asked for or complained of."""
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><title>x</title>{ORDINARY._repr_html_()}", encoding="utf-8")
    shown = Opened(browser, file, "desktop")
    # By keyboard alone: the browser's driver cannot run a script in the frame either.
    for key in ("Tab", "Enter"):
        shown.page.keyboard.press(key)
        shown.page.wait_for_timeout(200)
    assert shown.page.frames[1].url.endswith("#found")
    assert shown.wrong == []
    assert [url for url in shown.asked if not url.startswith("data:")] == [file.as_uri()]


def test_dark_screens_and_paper(browser, tmp_path: Path) -> None:
    """In dark colours the contrast holds too; on paper nothing is hidden behind a scroll bar."""
    page = opened(browser, ORDINARY, "desktop", tmp_path, language="en").page
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate("getComputedStyle(document.querySelector('aside ol')).overflow") == "visible"
    entries = "[...document.querySelectorAll('aside li')].map(each => each.offsetHeight)"
    assert min(page.evaluate(entries)) > 0


@pytest.mark.parametrize("width", [1024, 1280, 1440])
def test_the_lists_never_lie_over_the_timeline(browser, width: int, tmp_path: Path) -> None:
    """Wherever a reader has scrolled to, with any list open; the names of all kinds are in sight together."""
    page = opened(browser, ORDINARY, "desktop", tmp_path).page
    page.set_viewport_size({"width": width, "height": 700})
    for number in range(page.locator("aside > details").count()):
        page.evaluate(f"document.querySelectorAll('aside > details')[{number}].open = true")
        names = (
            "[...document.querySelectorAll('aside > details > summary')].map(s => s.getBoundingClientRect())"
        )
        assert (
            page.evaluate(f"(names => Math.max(...names.map(n => n.bottom)) - names[0].top)({names})") < 700
        )
        for part in (0, 0.5, 1):
            page.evaluate(f"scrollTo({{top: document.body.scrollHeight * {part}, behavior: 'instant'}})")
            edges = "document.querySelector('{}').getBoundingClientRect().{}"
            over = f"{edges.format('aside', 'bottom')} - {edges.format('.timeline-box', 'top')}"
            assert page.evaluate(over) <= 0


SEED = parse_article((Path(__file__).parents[2] / "seeds" / "001_e4a6698788bc8ffd.txt").read_text("utf-8"))


def test_a_phone_shows_the_first_part_of_a_long_text_and_folds_the_rest(browser, tmp_path: Path) -> None:
    """The page is three screens long; a jump from a list opens the rest, and the keyboard does."""
    page = opened(browser, SEED, "phone", tmp_path).page
    rest = page.locator("details.rest")
    last = page.locator(".rest > p").last
    assert page.evaluate("document.documentElement.scrollHeight") < 3 * WIDTHS["phone"][1]
    assert not last.is_visible()
    assert violations(page) == []
    rest.locator("> summary").press("Enter")
    assert last.is_visible()
    rest.locator("> summary").press("Enter")
    assert not last.is_visible()
    target = page.locator(".rest > p > [data-n]").last
    page.evaluate(f"location.hash = '{target.get_attribute('id')}'")
    page.wait_for_function("document.querySelector('details.rest').open")
    assert target.is_visible()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_with_room_the_whole_text_stands_open(browser, media: str, tmp_path: Path) -> None:
    """On a wide screen and on paper nothing of the text is folded, and each mention takes the keyboard."""
    page = opened(browser, SEED, "desktop" if media == "screen" else "phone", tmp_path).page
    page.emulate_media(media=media)
    assert not page.locator(".rest > summary").is_visible()
    heights = "[...document.querySelectorAll('.rest > p')].map(each => each.offsetHeight)"
    assert min(page.evaluate(heights)) > 0
    mention = page.locator(".rest > p > [data-n]").last
    mention.focus()
    assert page.evaluate("document.activeElement.id") == mention.get_attribute("id")


def test_who_wants_no_motion_gets_none(browser, tmp_path: Path) -> None:
    """A jump glides only where the reader's system has nothing against it."""
    page = opened(browser, ORDINARY, "desktop", tmp_path).page
    said = "getComputedStyle(document.documentElement).scrollBehavior"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(said) == "auto"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(said) == "smooth"


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """The digest of an ordinary and a hostile article, as a page."""
    file = tmp_path / "page.html"
    write(report(collect([ORDINARY, HOSTILE])), file)
    return file


@pytest.mark.parametrize("width", WIDTHS)
def test_a_digest_is_quiet_and_accessible(browser, width: str, digest: Path) -> None:
    """The digest page has no message, no request, no serious violation in light or dark, no bar below."""
    shown = Opened(browser, digest, width)
    assert shown.wrong == []
    assert shown.asked == [digest.as_uri()]
    assert shown.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert shown.page.evaluate("document.scripts.length") == 0
    shown.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for scheme in ("light", "dark"):
        shown.page.emulate_media(color_scheme=scheme)
        assert violations(shown.page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_chart_can_be_read_on_any_screen(browser, width: str, digest: Path) -> None:
    """Letters keep their size, no name runs into its bar, and no number out of the picture."""
    page = Opened(browser, digest, width).page
    boxes = page.eval_on_selector_all(
        ".chart",
        """charts => charts.flatMap(chart => [...chart.querySelectorAll('rect')].map(bar => ({
            size: parseFloat(getComputedStyle(chart).fontSize),
            name: bar.previousElementSibling.getBoundingClientRect().right,
            left: bar.getBoundingClientRect().left,
            number: bar.nextElementSibling.getBoundingClientRect().right,
            right: chart.getBoundingClientRect().right})))""",
    )
    assert boxes
    for box in boxes:
        assert box["size"] >= 14
        assert box["name"] < box["left"]
        assert box["number"] <= box["right"]


def test_a_line_of_the_digest_leads_to_its_sentence(browser, digest: Path) -> None:
    """The list of sentences is folded until a line leads into it; on paper nothing is folded."""
    page = Opened(browser, digest, "phone").page
    line = page.locator("a[data-n]").first
    sentence = page.locator(line.get_attribute("href"))
    assert not sentence.is_visible()
    line.click()
    assert sentence.is_visible()
    page.reload()
    page.emulate_media(media="print")
    page.evaluate("location.hash = ''")
    page.wait_for_timeout(100)
    tall = "Math.min(...[...document.querySelectorAll('.sentences li')].map(each => each.offsetHeight))"
    assert page.evaluate(tall) > 0
