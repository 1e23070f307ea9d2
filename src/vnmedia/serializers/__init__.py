"""Formats that an article is written in and read from; the model knows nothing of them.

``arrow``, ``parquet`` and ``duckdb`` need extras and are imported by whoever uses them.
"""

from .html import to_html
from .record import dumps, from_record, loads, to_record

__all__ = ["dumps", "from_record", "loads", "to_html", "to_record"]
