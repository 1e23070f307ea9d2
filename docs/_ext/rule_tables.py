"""The directive ``rules``: a table of a kind's rules, made from the code each time the docs are built."""

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from vnmedia.mentions import KINDS


class Rules(SphinxDirective):
    """``.. rules:: date`` gives a row for each rule: its name, what it reads, what it leaves alone."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        lines = [
            ".. list-table::",
            "   :header-rows: 1",
            "   :widths: 25 45 30",
            "",
            "   * - rule",
            "     - reads",
            "     - leaves alone",
        ]
        for rule in KINDS[self.arguments[0]].RULES:
            lines += [
                f"   * - {rule.name}",
                f"     - {self._quoted(rule.examples)}",
                f"     - {self._quoted(rule.counterexamples)}",
            ]
        holder = nodes.container()
        self.state.nested_parse(StringList(lines, source="rules"), self.content_offset, holder)
        return holder.children

    @staticmethod
    def _quoted(texts: tuple[str, ...]) -> str:
        return "; ".join(f"``{' '.join(text.split())}``" for text in texts)


def setup(app):
    app.add_directive("rules", Rules)
    return {"parallel_read_safe": True, "version": "1"}
