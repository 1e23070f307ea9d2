"""The digest as one self-contained page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from importlib.resources import files

from ..serializers.html import style
from ..serializers.labels import labels
from ..serializers.markup import Markup, el, page, web_address
from ._charts import draw
from ._report import Cell, Chart, Report, Table, named


def to_html(report: Report) -> str:
    """*report* as a page that needs no network and no script; every line leads to its sentence."""
    words = labels(report.language)
    links = [
        el("li", None, el("a", {"href": f"#part{number}"}, section.heading))
        for number, section in enumerate(report.sections)
        if section.level == 2
    ]
    body = el(
        "main",
        {"style": "display:block"},
        el("header", None, el("h1", None, report.title), el("p", None, report.summary)),
        el("nav", {"aria-label": words["contents"]}, el("ul", None, *links)),
        *_sections(report),
        *_sentences(report),
    )
    return page(
        report.title,
        report.language,
        style() + files(__package__).joinpath("digest.css").read_text("utf-8"),
        body,
    )


def _sections(report: Report) -> Iterator[Markup]:
    none = labels(report.language)["none"]
    for number, section in enumerate(report.sections):
        yield el(f"h{section.level}", {"id": f"part{number}"}, section.heading)
        if section.chart is not None:
            yield _chart(section.chart, section.heading) if section.chart.bars else el("p", None, none)
        if section.table is not None:
            yield _table(section.table) if section.table.rows else el("p", {"class": "count"}, none)


def _chart(chart: Chart, heading: str) -> Markup:
    source = "data:image/svg+xml;base64," + b64encode(draw(chart, "svg")).decode("ascii")
    alt = f"{heading}: " + "; ".join(f"{name}: {count}" for name, count in chart.bars)
    return el("figure", None, el("img", {"src": source, "alt": alt}))


def _table(table: Table) -> Markup:
    head = el("tr", None, *(el("th", {"scope": "col"}, name) for name in table.header))
    rows = (
        el("tr", None, *(_cell(cell, name) for cell, name in zip(row, table.header, strict=True)))
        for row in table.rows
    )
    return el("table", None, el("thead", None, head), el("tbody", None, *rows))


def _cell(cell: Cell, name: str) -> Markup:
    """One cell; it has its column's name with it, for screens on which a row is a paragraph."""
    if not cell.text:
        return el("td")
    text = el("bdi", None, cell.text)
    if cell.sentence is not None:
        text = el("a", {"href": f"#s{cell.sentence}", "data-n": str(cell.sentence)}, text)
    elif cell.url is not None:
        text = el("a", {"href": cell.url, "rel": "noreferrer nofollow"}, text)
    return el("td", {"data-name": name}, text)


def _sentences(report: Report) -> Iterator[Markup]:
    """The sentences that lines lead to, each with its article."""
    if not report.sentences:
        return
    yield el("h2", {"id": "sentences"}, labels(report.language)["sentence"])
    items = []
    for sentence in report.sentences:
        article = report.sources[sentence.article]
        name = el("bdi", None, named(article, report.language))
        url = web_address(article.url)
        link = el("a", {"href": url, "rel": "noreferrer nofollow"}, name) if url else name
        text = el("q", {"lang": "vi"}, el("bdi", None, sentence.text))
        items.append(el("li", {"id": f"s{sentence.number}"}, text, " ", el("cite", None, link)))
    yield el("ol", {"class": "sentences"}, *items)
