"""The directive ``benchmark``: a table of ``benchmarks/result.json``, as the last run wrote it."""

import json
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

RESULT = Path(__file__).parents[2] / "benchmarks" / "result.json"
_COLUMNS = ("", "MB/s", "documents/s", "peak MB", "ours is faster by", "wanted")


class Benchmark(SphinxDirective):
    """``.. benchmark:: whole`` gives that table; ``.. benchmark:: machine`` says where it was made."""

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
        lines = [".. list-table::", "   :header-rows: 1", ""]
        if "columns" in table:
            rows = [table["columns"], *table["rows"]]
        else:
            rows = [_COLUMNS, *Benchmark._compared(table)]
        for row in rows:
            lines += [f"   {'*' if not index else ' '} - {cell}" for index, cell in enumerate(row)]
        return lines

    @staticmethod
    def _compared(table: dict) -> list[tuple[str, ...]]:
        rows = []
        for row in table["rows"]:
            ratio, target = table["ratios"].get(row["name"]), table["targets"].get(row["name"])
            rows.append(
                (
                    row["name"],
                    f"{row['megabytes'] / row['seconds']:,.3g}",
                    f"{row['documents'] / row['seconds']:,.3g}",
                    f"{row['peak_megabytes']:.1f}",
                    "" if ratio is None else f"{ratio:,.3g} ×",
                    "" if target is None else f"{target:,.3g} ×",
                )
            )
        return rows


def setup(app):
    app.add_directive("benchmark", Benchmark)
    return {"parallel_read_safe": True, "version": "1"}
