"""The directive ``benchmark`` for Markdown: a table of ``benchmarks/result.json``, as last written."""

import json
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

RESULT = Path(__file__).parents[2] / "benchmarks" / "result.json"
_COLUMNS = ("", "MB/s", "documents/s", "peak MB", "vnmedia is so many times as fast", "wanted")


def _short(number: float) -> str:
    """*number* to three digits, or to the unit."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


class Benchmark(SphinxDirective):
    """``{benchmark} whole`` gives that table; ``{benchmark} machine`` says where it was made."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(RESULT))
        result = json.loads(RESULT.read_text(encoding="utf-8"))
        if self.arguments[0] == "machine":
            versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
            lines = [f"Measured on {result['date']}, {result['machine']}: {versions}."]
        else:
            lines = self._table(result["tables"][self.arguments[0]])
        holder = nodes.container()
        self.state.nested_parse(StringList(lines, source="benchmark"), self.content_offset, holder)
        return holder.children

    @staticmethod
    def _table(table: dict) -> list[str]:
        if "columns" in table:
            columns, rows = table["columns"], table["rows"]
        else:
            columns, rows = _COLUMNS, Benchmark._compared(table)
        rule = [":---", *["---:"] * (len(columns) - 1)]
        return [f"| {' | '.join(map(str, row))} |" for row in (columns, rule, *rows)]

    @staticmethod
    def _compared(table: dict) -> list[tuple[str, ...]]:
        rows = []
        for row in table["rows"]:
            ratio, target = table["ratios"].get(row["name"]), table["targets"].get(row["name"])
            rows.append(
                (
                    row["name"],
                    _short(row["megabytes"] / row["seconds"]),
                    _short(row["documents"] / row["seconds"]),
                    f"{row['peak_megabytes']:.1f}",
                    "" if ratio is None else f"{_short(ratio)} ×",
                    "" if target is None else f"{_short(target)} ×",
                )
            )
        return rows


def setup(app):
    app.add_directive("benchmark", Benchmark)
    return {"parallel_read_safe": True, "version": "1"}
