"""The digest as one self-contained page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from ..serializers.html import style
from ..serializers.labels import Language, labels
from ..serializers.markup import Markup, el, join, page, web_address
from ._report import Cell, Chart, Panel, Report, Section, Table, named

#: How many rows of a table are open; a reader can open the others.
_OPEN = 6
#: The height of a bar with its name, in letter heights; where bars begin and their longest, in per cent.
_ROW = 1.9
_LEFT, _LONGEST = 46, 42


def to_html(report: Report) -> str:
    """*report* as a page that needs no network and no script; every line links to its sentence."""
    words = labels(report.language)
    sections = list(_sections(report))
    links = [
        el("li", None, el("a", {"href": f"#part{number}"}, section.heading))
        for number, section in enumerate(report.sections)
    ]
    contents = el("nav", {"aria-label": words["contents"]}, el("ul", None, *links)) if links else Markup("")
    header = el("header", None, el("h1", None, report.title), el("p", {"class": "totals"}, report.summary))
    body = el("main", {"class": "digest"}, header, contents, *sections, *_sentences(report))
    sheet = style() + files(__package__).joinpath("digest.css").read_text("utf-8")
    return page(report.title, report.language, sheet, body)


def _sections(report: Report) -> Iterator[Markup]:
    """Each section; the newest period is open, and a reader can open the others."""
    opened = False
    for number, section in enumerate(report.sections):
        heading = el("h2", {"id": f"part{number}"}, section.heading)
        parts = [_part(section, part, report.language) for part in section.parts]
        if section.role != "period":
            box = el("div", {"class": "cards"}, *parts)
            yield el(
                "section", {"class": section.role}, heading, box if section.role != "all" else join(parts)
            )
            continue
        about = el("span", {"class": "count"}, f" {section.about}")
        summary = el("summary", None, heading, about)
        yield el("details", {"class": "period", "open": None if opened else ""}, summary, *parts)
        opened = True


def _part(section: Section, part: Panel, language: Language) -> Markup:
    heading = el("h3", None, part.heading)
    if isinstance(part.content, Chart):
        made = [_chart(part.content, part.heading)]
    elif section.role == "summary":
        made = [el("ol", None, *(el("li", None, *_line(row)) for row in part.content.rows))]
    else:
        made = list(_tables(part.content, language))
    if part.content.left_out:
        made.append(el("p", {"class": "count"}, part.content.left_out))
    return el("section", {"class": "part"}, heading, *made)


def _chart(chart: Chart, heading: str) -> Markup:
    """Bars drawn in per cent of the available width, so that letters are no smaller on a phone."""
    longest = max(count for _, count in chart.bars) or 1
    drawn: list[Markup] = []
    for number, (name, count) in enumerate(chart.bars):
        top, width = number * _ROW, _LONGEST * count / longest
        line = f"{top + 1.3:.1f}em"
        drawn += (
            el("text", {"x": "0", "y": line}, name),
            el(
                "rect",
                {"x": f"{_LEFT}%", "y": f"{top + 0.35:.2f}em", "width": f"{width:.2f}%", "height": "1.2em"},
            ),
            el("text", {"x": f"{_LEFT + width + 1.5:.2f}%", "y": line}, str(count)),
        )
    said = f"{heading}: " + "; ".join(f"{name}: {count}" for name, count in chart.bars)
    size = {"width": "100%", "height": f"{len(chart.bars) * _ROW:.1f}em"}
    return el("svg", {"class": "chart", "role": "img", "aria-label": said, **size}, *drawn)


def _line(row: tuple[Cell, ...]) -> Iterator[Markup]:
    """A row of the summary: its subject and count, then the rest in small letters."""
    first, *rest = row
    yield el("span", None, _content(first))
    yield from (el("span", {"class": "number"}, cell.text) for cell in rest if cell.text.isdigit())
    said = [cell for cell in rest if cell.text and not cell.text.isdigit()]
    plain = " · ".join(cell.text for cell in said if cell.sentence is None)
    if plain:
        yield el("span", {"class": "value"}, el("bdi", None, plain))
    yield from (el("span", {"class": "value"}, _content(cell)) for cell in said if cell.sentence is not None)


def _tables(table: Table, language: Language) -> Iterator[Markup]:
    """The first rows, and the others in a table with the same columns that a reader can open."""
    first, others = table.rows[:_OPEN], table.rows[_OPEN:]
    if len(others) < 3:  # not worth a click
        first, others = table.rows, ()
    yield _table(table, first)
    if others:
        summary = el("summary", None, labels(language)["more"].format(len(others)))
        yield el("details", {"class": "more"}, summary, _table(table, others))


def _table(table: Table, rows: tuple[tuple[Cell, ...], ...]) -> Markup:
    columns = [el("col", {"class": "number" if is_number else None}) for is_number in table.numeric]
    head = el("tr", None, *(el("th", {"scope": "col"}, name) for name in table.header))
    body = (
        el("tr", None, *(_cell(cell, name) for cell, name in zip(row, table.header, strict=True)))
        for row in rows
    )
    return el(
        "table", None, el("colgroup", None, *columns), el("thead", None, head), el("tbody", None, *body)
    )


def _cell(cell: Cell, name: str) -> Markup:
    """One cell, with its column's name for screens on which a row is shown as a paragraph."""
    return el("td", {"data-name": name}, _content(cell)) if cell.text else el("td")


def _content(cell: Cell) -> Markup:
    text = el("bdi", None, cell.text)
    if cell.sentence is not None:
        return el("a", {"href": f"#s{cell.sentence}", "data-n": str(cell.sentence)}, text)
    return el("a", {"href": cell.url, "rel": "noreferrer nofollow"}, text) if cell.url is not None else text


def _sentences(report: Report) -> Iterator[Markup]:
    """The sentences that lines link to, each with its article; a link opens them."""
    if not report.sentences:
        return
    words = labels(report.language)
    heading = el("h2", {"id": "sentences"}, words["sentence"])
    count = el("span", {"class": "count"}, f" {len(report.sentences)}")
    items = []
    for sentence in report.sentences:
        article = report.sources[sentence.article]
        name = el("bdi", None, named(article, report.language))
        url = web_address(article.url)
        link = el("a", {"href": url, "rel": "noreferrer nofollow"}, name) if url else name
        text = el("q", {"lang": "vi"}, el("bdi", None, sentence.text))
        items.append(el("li", {"id": f"s{sentence.number}"}, text, " ", el("cite", None, link)))
    yield el("details", {"class": "sentences"}, el("summary", None, heading, count), el("ol", None, *items))
