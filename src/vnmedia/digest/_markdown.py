"""The digest as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..serializers.labels import labels
from ..serializers.markup import clean, web_address
from ._report import Cell, Chart, Report, Table, named

# The characters that Markdown takes as mark-up inside a line, and HTML's angle brackets and ampersands.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """*text* as Markdown that shows it exactly, on one line.

    >>> escape("*đậm* <b> | 1")
    '\\\\*đậm\\\\* \\\\<b\\\\> \\\\| 1'
    """
    line = " ".join(clean(text).split())
    return _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line))


def to_markdown(report: Report) -> str:
    """*report* as Markdown with tables; every line links to its sentence."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    words = labels(report.language)
    yield f"# {escape(report.title)}"
    yield escape(report.summary)
    for section in report.sections:
        yield f"## {escape(section.heading)}"
        if section.about:
            yield escape(section.about)
        for part in section.parts:
            yield f"### {escape(part.heading)}"
            yield _table(
                _counted(part.content, words["count"]) if isinstance(part.content, Chart) else part.content
            )
            if part.content.left_out:
                yield escape(part.content.left_out)
    if report.sentences:
        yield f"## {escape(words['sentence'])}"
    for sentence in report.sentences:
        article = report.sources[sentence.article]
        name = escape(named(article, report.language))
        url = web_address(article.url)
        source = f"[{name}](<{_target(url)}>)" if url else name
        anchor = f'<a id="s{sentence.number}"></a>'
        yield f"{anchor}{sentence.number}\\. “{escape(sentence.text)}” — {source}"


def _counted(chart: Chart, count: str) -> Table:
    rows = tuple((Cell(text=name), Cell(text=str(number))) for name, number in chart.bars)
    return Table(header=("", count), rows=rows)


def _target(url: str) -> str:
    return url.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")


def _table(table: Table) -> str:
    lines = [_row(tuple(map(escape, table.header))), _row(("---",) * len(table.header))]
    lines += [_row(tuple(map(_cell, row))) for row in table.rows]
    return "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell) -> str:
    if cell.sentence is not None:
        return f"[{escape(cell.text)}](#s{cell.sentence})"
    return f"[{escape(cell.text)}](<{_target(cell.url)}>)" if cell.url else escape(cell.text)
