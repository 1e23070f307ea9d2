"""The press digest (``điểm báo``): what a set of articles published, cited, named and counted, by period.

``collect`` takes the articles one at a time and keeps what the digest shows, each line with the sentence it
comes from; ``report`` lays it out; ``files.write`` writes it as HTML, Markdown or Word. ``Register`` lists
every instrument cited, each once.

>>> from vnmedia import Article
>>> [period.key for period in collect([Article(text="")], by="month").periods]
['']
"""

from ._collect import Collected, Listed, Period, Sentence, Tally, collect
from ._register import Entry, Register, write_register
from ._report import Cell, Chart, Panel, Report, Section, Table, report

__all__ = [
    "Cell",
    "Chart",
    "Collected",
    "Entry",
    "Listed",
    "Panel",
    "Period",
    "Register",
    "Report",
    "Section",
    "Sentence",
    "Table",
    "Tally",
    "collect",
    "report",
    "write_register",
]
