"""The digest as a Word document. Needs the extra ``digest``."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from ..errors import ExtraError
from ..serializers.labels import labels
from ..serializers.markup import clean
from ._charts import draw
from ._report import Cell, Report, Table, named

try:
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm
except ModuleNotFoundError as error:
    raise ExtraError("digest", "python-docx") from error

__all__ = ["to_docx"]


def to_docx(report: Report) -> bytes:
    """*report* as a Word document; every line leads to its sentence."""
    words = labels(report.language)
    document = docx.Document()
    document.core_properties.title = clean(report.title)
    document.core_properties.author = "vnmedia"
    document.add_heading(clean(report.title), 0)
    document.add_paragraph(clean(report.summary))
    for section in report.sections:
        document.add_heading(clean(section.heading), section.level - 1)
        if section.chart is not None and section.chart.bars:
            document.add_picture(BytesIO(draw(section.chart, "png")), width=Cm(15))
        if section.table is not None and section.table.rows:
            _add_table(document, section.table)
        elif section.table is not None:
            document.add_paragraph(words["none"])
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


def _add_table(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.header), style="Light Grid Accent 1")
    for cell, name in zip(made.rows[0].cells, table.header, strict=True):
        cell.text = clean(name)
    for row in table.rows:
        for place, cell in zip(made.add_row().cells, row, strict=True):
            _fill(place.paragraphs[0], cell)


def _fill(paragraph: Any, cell: Cell) -> None:
    if cell.sentence is None:
        paragraph.add_run(clean(cell.text))
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"s{cell.sentence}")
    run = paragraph.add_run(clean(cell.text))
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
