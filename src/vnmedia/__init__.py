"""vnmedia reads Vietnamese press and government text into typed data.

>>> import vnmedia
>>> [m.value.number for m in vnmedia.find_instruments("theo Quyết định số 135/QĐ-TTg ngày 20/01/2020")]
['135/QĐ-TTg']
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from . import agencies as _agencies
from . import dates as _dates
from . import instruments as _instruments
from . import mentions as _mentions
from . import numbers as _numbers
from . import officials as _officials
from . import statistics as _statistics
from .annotation import Tag, annotate
from .articles import Document, parse_article, read_corpus
from .documents import parse_instrument_document
from .errors import (
    BatchError,
    ExtraError,
    ParseError,
    RegistryError,
    SerializationError,
    SourceError,
    UnitError,
    VnMediaError,
)
from .model import (
    Agency,
    Article,
    Block,
    Cited,
    Context,
    Duration,
    Image,
    InstrumentDocument,
    Issuer,
    LegalInstrument,
    Mention,
    Official,
    Place,
    Preference,
    Relation,
    Source,
    Span,
    Statistic,
    TimeExpression,
)
from .serializers import dumps, from_record, loads, to_html, to_record
from .serializers.figures import statistics_table
from .serializers.html import to_notebook

__version__ = "0.1.0"

__all__ = [
    "Agency",
    "Article",
    "BatchError",
    "Block",
    "Cited",
    "Context",
    "Document",
    "Duration",
    "ExtraError",
    "Image",
    "InstrumentDocument",
    "Issuer",
    "LegalInstrument",
    "Mention",
    "Official",
    "ParseError",
    "Place",
    "RegistryError",
    "Relation",
    "SerializationError",
    "Source",
    "SourceError",
    "Span",
    "Statistic",
    "Tag",
    "TimeExpression",
    "UnitError",
    "VnMediaError",
    "annotate",
    "dumps",
    "find_agencies",
    "find_dates",
    "find_instruments",
    "find_officials",
    "find_statistics",
    "from_record",
    "loads",
    "parse_article",
    "parse_instrument",
    "parse_instrument_document",
    "parse_number",
    "parse_statistic",
    "parse_time",
    "read_corpus",
    "resolve_agency",
    "statistics_table",
    "to_html",
    "to_record",
]

# The model knows no format; here it learns what draws an article in a notebook.
Article.notebook_view = to_notebook


def find_dates(text: str, *, reference: dt.date | None = None) -> tuple[Mention[TimeExpression], ...]:
    """Every time expression in *text*, by start.

    Args:
        text: Any text; spans are over its NFC form.
        reference: The day, or date-time, that ``hôm qua`` and a year left out are reckoned from.

    >>> [str(m.value.start) for m in find_dates("từ ngày 7/8", reference=dt.date(2025, 9, 1))]
    ['2025-08-07']
    """
    return _dates.find(text, Context(published=reference))


def find_instruments(text: str) -> tuple[Mention[LegalInstrument], ...]:
    """Every citation of one particular legal, administrative or Party document in *text*, by start.

    >>> [m.quote for m in find_instruments("Căn cứ Nghị định số 119/2020/NĐ-CP ngày 07/10/2020;")]
    ['Nghị định số 119/2020/NĐ-CP ngày 07/10/2020']
    """
    return _instruments.find(text)


def find_agencies(text: str, *, on: dt.date | None = None) -> tuple[Mention[Agency], ...]:
    """Every name of a public body or press organisation in *text*, by start.

    Args:
        text: Any text; spans are over its NFC form.
        on: The day whose bodies are meant.

    >>> [m.value.name for m in find_agencies("Bộ TT&TT làm việc với Bộ Y tế", on=dt.date(2020, 12, 17))]
    ['Bộ Thông tin và Truyền thông', 'Bộ Y tế']
    """
    return _agencies.find(text, Context(published=on))


def find_officials(text: str, *, on: dt.date | None = None) -> tuple[Mention[Official], ...]:
    """Every person in *text* who is named in a public office, by start.

    Args:
        text: Any text; spans are over its NFC form.
        on: The day whose bodies are meant.

    >>> [(m.value.name, m.value.office) for m in find_officials("Thứ trưởng Bộ Y tế Lê Văn An dự.")]
    [('Lê Văn An', 'Thứ trưởng')]
    """
    return _officials.find(text, Context(published=on))


def find_statistics(text: str) -> tuple[Mention[Statistic], ...]:
    """Every figure in *text* that measures or counts something, by start.

    >>> [(str(m.value.value), m.value.unit) for m in find_statistics("hơn 7,5 triệu đồng")]
    [('7500000', 'VND')]
    """
    return _mentions.find_statistics(text)


def parse_time(
    text: str, *, reference: dt.date | None = None, prefer: Preference = "nearest"
) -> TimeExpression:
    """The one time expression that the whole of *text* is.

    Args:
        text: The expression, without words around it.
        reference: The day, or date-time, that relative words and a year left out are reckoned from.
        prefer: Which way an expression leans that could lie before or behind the reference.

    >>> parse_time("17/12", reference=dt.date(2020, 12, 19)).edtf
    '2020-12-17'

    Raises:
        ParseError: Part of *text* is no time expression.
    """
    return _dates.parse(text, Context(published=reference, prefer=prefer))


def parse_number(text: str) -> Decimal:
    """The number that the whole of *text* writes, in digits or words.

    >>> parse_number("1.196,4 nghìn tỷ")
    Decimal('1196400000000000')

    Raises:
        ParseError: Part of *text* is no number.
    """
    return _numbers.parse_number(text)


def parse_instrument(text: str) -> LegalInstrument:
    """The one citation that the whole of *text* is.

    >>> parse_instrument("Nghị định số 119/2020/NĐ-CP").issuer.name
    'Chính phủ'

    Raises:
        ParseError: Part of *text* belongs to no citation.
    """
    return _instruments.parse(text)


def parse_statistic(text: str) -> Statistic:
    """The one figure that the whole of *text* is.

    >>> parse_statistic("hơn 700 link/tuần").per
    'tuần'

    Raises:
        ParseError: Part of *text* belongs to no figure.
    """
    return _statistics.parse(text)


def resolve_agency(name: str, *, on: dt.date | None = None) -> Agency:
    """The body that *name* stood for on a day.

    >>> resolve_agency("Bộ TT&TT", on=dt.date(2020, 12, 17)).name
    'Bộ Thông tin và Truyền thông'

    Raises:
        ParseError: No body has that name.
    """
    return _agencies.resolve(name, on)
