"""The catalogue: tables of rules, joins, named patterns and the corpora's examples, made anew with the docs.

``rules`` and ``joins`` are made from the code, ``patterns`` and ``corpus`` from the files that the tests go
by, so that no example stands in the docs by hand.
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from vnmedia.dates._joins import JOINS
from vnmedia.mentions import KINDS

TESTS = Path(__file__).parents[2] / "tests"


def quoted(texts: Iterable[str]) -> str:
    """Each of *texts* as code, on one line; a mark that code cannot hold is left as text."""
    shown = (" ".join(text.split()) for text in texts)
    return "; ".join(f"``{text}``" if text and "`" not in text else text for text in shown)


class Table(SphinxDirective):
    """A table whose rows a subclass makes."""

    header: tuple[str, ...]
    widths: str

    def rows(self) -> Iterator[tuple[str, ...]]:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        lines = [".. list-table::", "   :header-rows: 1", f"   :widths: {self.widths}", ""]
        for row in (self.header, *self.rows()):
            lines += [f"   {'*' if not index else ' '} - {cell}" for index, cell in enumerate(row)]
        holder = nodes.container()
        self.state.nested_parse(StringList(lines, source=self.name), self.content_offset, holder)
        return holder.children


class Rules(Table):
    """``.. rules:: date`` gives a row for each rule: its name, what it reads, what it leaves alone."""

    required_arguments = 1
    header, widths = ("rule", "reads", "leaves alone"), "25 45 30"

    def rows(self) -> Iterator[tuple[str, ...]]:
        for rule in KINDS[self.arguments[0]].RULES:
            yield rule.name, quoted(rule.examples), quoted(rule.counterexamples)


class Joins(Table):
    """``.. joins::`` gives a row for each join of time expressions: its name and what it reads whole."""

    header, widths = ("join", "reads"), "35 65"

    def rows(self) -> Iterator[tuple[str, ...]]:
        for of_pass in JOINS:
            for join in of_pass:
                yield join.name, quoted(join.examples)


class Patterns(Table):
    """``.. patterns:: clauses`` gives a row for each named pattern of that package."""

    required_arguments = 1
    header, widths = ("pattern", "finds something in", "finds nothing in"), "26 40 34"

    def rows(self) -> Iterator[tuple[str, ...]]:
        path = TESTS / "contract" / "patterns.toml"
        self.env.note_dependency(str(path))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["pattern"]:
            package, _, name = case["name"].partition(".")
            if package == self.arguments[0]:
                yield f"``{name}``", quoted(case["finds"]), quoted(case["nothing"])


class Corpus(Table):
    """``.. corpus:: date`` gives a row for each value of that corpus, with the words that have it."""

    required_arguments = 1
    header, widths = ("words", "value"), "65 35"

    def rows(self) -> Iterator[tuple[str, ...]]:
        path = TESTS / "corpus" / f"{self.arguments[0]}.toml"
        self.env.note_dependency(str(path))
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from getattr(self, self.arguments[0])(tables)

    @staticmethod
    def date(tables: dict) -> Iterator[tuple[str, ...]]:
        for case in tables["case"]:
            if case.get("edtf"):
                day = f", on {case['reference']}" if case.get("reference") else ""
                yield quoted([case["text"]]) + day, quoted([case["edtf"]])

    @staticmethod
    def statistic(tables: dict) -> Iterator[tuple[str, ...]]:
        for figure in tables["figure"]:
            ends = [figure.get(name) for name in ("value", "low", "high")]
            value = " – ".join(str(end) for end in ends if end is not None)
            yield quoted(figure["texts"]), quoted([" ".join(filter(None, (value, figure.get("unit"))))])

    @staticmethod
    def instrument_numbers(tables: dict) -> Iterator[tuple[str, ...]]:
        for number in tables["number"]:
            yield quoted([number["quote"]]), number.get("issuer") or "—"


def setup(app):
    for name, directive in (("rules", Rules), ("joins", Joins), ("patterns", Patterns), ("corpus", Corpus)):
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "version": "2"}
