"""Formats that an article is written in and read from; the model knows nothing of them."""

from .record import dumps, from_record, loads, to_record

__all__ = ["dumps", "from_record", "loads", "to_record"]
