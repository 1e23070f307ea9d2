"""Time expressions: whatever places something in time, or says how long or how often.

A candidate is read by a rule, joined with its neighbours (``22h17`` + ``ngày 17/12``), and resolved
against the reference day and what the document has said before.

>>> from datetime import date
>>> from vnmedia import Context
>>> [m.value.edtf for m in find("Chiều ngày 17/12, tại Hà Nội", Context(published=date(2020, 12, 19)))]
['2020-12-17']
>>> parse("từ 28/12 đến 5/1/2021").edtf
'2020-12-28/2021-01-05'

Not read as times: ordinals (``lần thứ năm``), fractions and scores (``2/9 xã``, ``thắng 3-1``), ages,
numbers of documents, streets, vague words (``gần đây``).
"""

from ._find import find
from ._parse import parse
from ._render import render
from ._rules import RULES

__all__ = ["RULES", "find", "parse", "render"]
