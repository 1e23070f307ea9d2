"""Every format that the command line writes: what it is made from, its file's ending, the function for it.

The function is loaded when its format is asked for, since some need extras. A new format is one line here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Literal

import attrs

__all__ = ["FORMATS", "Format", "formats"]

Makes = Literal["line", "text", "table", "digest"]


@attrs.frozen
class Format:
    """One format.

    Attributes:
        name: Its name for ``--format``.
        makes: ``line``: an article → what one line of JSON holds; ``text``: an article → its text in that
            format; ``table``: articles and a path → a file or folder of tables; ``digest``: a report → a
            file's content.
        home: The module and function that make it, relative to the package.
        ending: The ending of its files, where the ending gives the format.
    """

    name: str
    makes: Makes
    home: str
    ending: str = ""

    def maker(self) -> Callable[..., Any]:
        """The function that makes it.

        Raises:
            ExtraError: The extra that it needs is not installed.
        """
        module, _, function = self.home.rpartition(".")
        maker: Callable[..., Any] = getattr(import_module(f"vnmedia.{module}"), function)
        return maker


FORMATS = (
    Format("jsonld", "line", "serializers.jsonld.to_jsonld"),
    Format("ninjs", "line", "serializers.ninjs.to_ninjs"),
    Format("annotations", "line", "serializers.annotation.to_annotations"),
    Format("conll", "text", "serializers.conll.to_conll"),
    Format("json", "table", "serializers.record.write_json", ".json"),
    Format("csv", "table", "serializers.csv.write_csv", ".csv"),
    Format("tidy", "table", "serializers.csv.write_tidy_csv", ".tidy.csv"),
    Format("duckdb", "table", "serializers.duckdb.write_duckdb", ".duckdb"),
    Format("parquet", "table", "serializers.parquet.write_parquet", ".parquet"),
    Format("docbin", "table", "serializers.docbin.write_docbin", ".spacy"),
    Format("html", "digest", "digest._html.to_html", ".html"),
    Format("markdown", "digest", "digest._markdown.to_markdown", ".md"),
    Format("word", "digest", "digest._docx.to_docx", ".docx"),
)


def formats(*makes: Makes) -> dict[str, Format]:
    """The formats whose ``makes`` is one of *makes*, by ending where they have one, else by name.

    >>> list(formats("table"))
    ['.json', '.csv', '.tidy.csv', '.duckdb', '.parquet', '.spacy']
    """
    return {one.ending or one.name: one for one in FORMATS if one.makes in makes}
