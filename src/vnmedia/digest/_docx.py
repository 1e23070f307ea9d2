"""The digest as a Word document. Needs the extra ``digest``."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from ..errors import ExtraError
from ..serializers.labels import labels
from ..serializers.markup import clean
from ._report import Cell, Chart, Report, Table, named

try:
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor
except ModuleNotFoundError as error:
    raise ExtraError("digest", "python-docx") from error

__all__ = ["to_docx"]

#: How wide the text is, and a column of numbers, in centimetres.
_WIDTH = 17.0
_NUMBER = 1.6
#: The columns of a chart, in centimetres, and the blocks of its longest bar.
_CHART = (5.0, 10.4, 1.6)
_BLOCKS = 40


def to_docx(report: Report) -> bytes:
    """*report* as a Word document; every line links to its sentence."""
    words = labels(report.language)
    document = docx.Document()
    _on_a4(document.sections[0])
    document.core_properties.title = clean(report.title)
    document.core_properties.author = "vnmedia"
    document.add_heading(clean(report.title), 0)
    document.add_paragraph(clean(report.summary))
    for section in report.sections:
        document.add_heading(clean(section.heading), 1)
        if section.about:
            document.add_paragraph(clean(section.about))
        for part in section.parts:
            document.add_heading(clean(part.heading), 2)
            if isinstance(part.content, Chart):
                _add_chart(document, part.content)
            else:
                _add_table(document, part.content)
            if part.content.left_out:
                document.add_paragraph(clean(part.content.left_out))
    if report.sentences:
        document.add_heading(words["sentence"], 1)
    for sentence in report.sentences:
        article = named(report.sources[sentence.article], report.language)
        paragraph = document.add_paragraph()
        _bookmark(paragraph, sentence.number, f"{sentence.number}. ")
        paragraph.add_run(clean(f"“{sentence.text}” "))
        paragraph.add_run(clean(f"— {article}")).italic = True
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _on_a4(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - _WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(2)


def _add_chart(document: Any, chart: Chart) -> None:
    """Add a chart with bars made of block characters, so that it can be copied, and printed in any size."""
    longest = max(count for _, count in chart.bars) or 1
    made = document.add_table(rows=0, cols=3)
    for name, count in chart.bars:
        row = made.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        bar = "█" * max(1, round(_BLOCKS * count / longest)) if count else ""
        for place, text, width in zip(row.cells, (name, bar, str(count)), _CHART, strict=True):
            place.width = Cm(width)
            run = place.paragraphs[0].add_run(clean(text))
            run.font.size = Pt(9)
            if text == bar:
                run.font.color.rgb = RGBColor(0x1D, 0x4E, 0xD8)


def _add_table(document: Any, table: Table) -> None:
    """Add a table whose rows are not split, and whose header is repeated on each page."""
    made = document.add_table(rows=1, cols=len(table.header), style="Light Grid Accent 1")
    made.autofit = False
    widths = _widths(table)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    _put(made.rows[0], tuple(Cell(text=name) for name in table.header), widths, "w:tblHeader")
    for row in table.rows:
        _put(made.add_row(), row, widths, "w:cantSplit")


def _widths(table: Table) -> list[Any]:
    """The widths of the columns: those of numbers are narrow; the others share what is left."""
    numeric = table.numeric
    rest = (_WIDTH - _NUMBER * sum(numeric)) / max(1, numeric.count(False))
    return [Cm(_NUMBER if is_number else rest) for is_number in numeric]


def _put(row: Any, cells: tuple[Cell, ...], widths: list[Any], mark: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(mark))
    for place, cell, width in zip(row.cells, cells, widths, strict=True):
        place.width = width
        _fill(place.paragraphs[0], cell)


def _fill(paragraph: Any, cell: Cell) -> None:
    run = paragraph.add_run(clean(cell.text))
    run.font.size = Pt(9)
    if cell.sentence is None:
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"s{cell.sentence}")
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Any, number: int, text: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"s{number}")
    paragraph._p.append(start)
    paragraph.add_run(text)
    paragraph._p.append(end)
