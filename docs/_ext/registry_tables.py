"""The directive ``registry``: a table of a registry, made from the data each time the docs are built."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from vnmedia.registries import sources
from vnmedia.registries.agencies import abbreviations, bodies, local_bodies, press
from vnmedia.registries.instruments import laws
from vnmedia.registries.places import communes, districts, provinces

Row = Sequence[str]


def _names(record) -> str:
    return ", ".join(alias.text for alias in record.aliases)


def _bodies(registry) -> Iterator[Row]:
    yield "id", "name", "kind", "parent", "other names", "validity", "became", "sources"
    for record in registry.values():
        yield (
            record.id,
            record.name,
            record.kind,
            record.parent or record.governing or "",
            _names(record),
            record.validity.text,
            ", ".join(record.successors) or record.ended or "",
            ", ".join(record.sources),
        )


def _by_kind() -> Iterator[Row]:
    """How many bodies of each kind and level are listed, and of how many an act or a page says so."""
    yield "kind", "level", "bodies", "with an act or a page", "share", "in lists of sites", "untraced"
    groups: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for record in (*bodies().values(), *press().values()):
        groups[record.kind, record.level][_standing(record)] += 1
    for (kind, level), counts in sorted(groups.items()):
        yield kind, level, *_counted(counts)
    yield "all", "", *_counted(sum(groups.values(), Counter()))


def _counted(counts: Counter[str]) -> Row:
    traced, whole = counts["traced"], counts.total()
    return str(whole), str(traced), f"{traced / whole:.0%}", str(counts["listed"]), str(counts["untraced"])


def _standing(record) -> str:
    """What the best source of *record* is."""
    named = set(record.sources) - {"general-knowledge"}
    if not named:
        return "untraced"
    return "listed" if named == {"site-lists"} else "traced"


def _local_by_kind() -> Iterator[Row]:
    yield "kind", "levels", "names"
    counts = Counter((record.kind, ", ".join(record.levels)) for record in local_bodies().values())
    for (kind, levels), count in sorted(counts.items()):
        yield kind, levels, str(count)


def _by_source() -> Iterator[Row]:
    """Of how many records of each table each source tells, the sources of most records first."""
    yield "source", "title", "records", "of"
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for table, registry in _SOURCED.items():
        for record in registry().values():
            for source in record.sources:
                counts[source][table] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    for source, tables in ranked[:_MOST_SOURCES]:
        of = ", ".join(f"{table} {count}" for table, count in tables.most_common())
        yield source, sources()[source].title, str(tables.total()), of
    rest = sum(tables.total() for _, tables in ranked[_MOST_SOURCES:])
    yield "others", f"{len(ranked) - _MOST_SOURCES} sources", str(rest), ""


def _ended() -> Iterator[Row]:
    """The bodies that ended, and nothing took their place."""
    yield "id", "name", "validity", "why"
    for record in (*bodies().values(), *press().values()):
        if record.validity.end is not None and not record.successors:
            yield record.id, record.name, record.validity.text, record.ended or f"with {record.parent}"


def _local(registry) -> Iterator[Row]:
    yield "id", "name", "kind", "levels", "validity", "became", "sources"
    for record in registry.values():
        yield (
            record.id,
            record.name,
            record.kind,
            ", ".join(record.levels),
            record.validity.text,
            ", ".join(record.successors),
            ", ".join(record.sources),
        )


def _abbreviations(registry) -> Iterator[Row]:
    yield "capitals", "stand for"
    for record in sorted(registry.values(), key=lambda record: record.text):
        yield record.text, "; ".join(record.expansions)


def _provinces(registry) -> Iterator[Row]:
    yield "id", "name", "code", "ISO 3166-2", "other names", "validity", "became", "sources"
    for record in registry.values():
        yield (
            record.id,
            f"{record.kind} {record.name}",
            record.code or "",
            record.iso or "",
            _names(record),
            record.validity.text,
            ", ".join(record.successors),
            ", ".join(record.sources),
        )


def _districts(registry) -> Iterator[Row]:
    yield "id", "name", "province", "validity"
    for record in registry.values():
        yield record.id, f"{record.kind} {record.name}", record.province, record.validity.text


def _sources(registry) -> Iterator[Row]:
    yield "id", "title", "address"
    for record in registry.values():
        yield record.id, record.title, record.url or ""


#: The tables whose records name their sources.
_SOURCED = {
    "bodies": bodies,
    "press": press,
    "local bodies": local_bodies,
    "provinces": provinces,
    "communes": communes,
    "laws": laws,
}
_MOST_SOURCES = 25

TABLES = {
    "agencies": lambda: _bodies(bodies()),
    "press": lambda: _bodies(press()),
    "bodies by kind": _by_kind,
    "local bodies by kind": _local_by_kind,
    "ends without successors": _ended,
    "local bodies": lambda: _local(local_bodies()),
    "abbreviations": lambda: _abbreviations(abbreviations()),
    "provinces": lambda: _provinces(provinces()),
    "districts": lambda: _districts(districts()),
    "records by source": _by_source,
    "sources": lambda: _sources(sources()),
}


class RegistryTable(SphinxDirective):
    """``.. registry:: agencies`` gives a row for each record."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        header, *rows = TABLES[self.arguments[0]]()
        group = nodes.tgroup(cols=len(header))
        group += [nodes.colspec(colwidth=1) for _ in header]
        group += nodes.thead("", self._row(header))
        group += nodes.tbody("", *map(self._row, rows))
        return [nodes.table("", group, classes=["registry"])]

    @staticmethod
    def _row(cells: Row) -> nodes.row:
        return nodes.row("", *(nodes.entry("", nodes.paragraph(text=cell)) for cell in cells))


def setup(app):
    app.add_directive("registry", RegistryTable)
    return {"parallel_read_safe": True, "version": "1"}
