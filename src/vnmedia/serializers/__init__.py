"""Formats that an article is written to and read from; the model knows nothing of them.

Modules that need extras, such as ``arrow``, ``parquet`` and ``duckdb``, are not imported here.
"""

from .html import to_html
from .record import dumps, from_record, loads, to_record

__all__ = ["dumps", "from_record", "loads", "to_html", "to_record"]
