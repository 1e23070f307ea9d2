"""The command line: turns files into records, tables or pages, and gives a meaningful exit status."""

from __future__ import annotations

import importlib

import click

from .. import __version__

__all__ = ["main"]

#: The commands, each in the module that is loaded when it is called, with its line in the list of commands.
_COMMANDS = {
    "digest": ("_digest", "Write the press digest of documents by week or month."),
    "explain": ("_explain", "Say which rule gave what in a text, and why other words gave nothing."),
    "parse": ("_parse", "Print or write what was found in documents."),
    "register": ("_digest", "Write the register of all instruments that documents cite."),
    "registry": ("_registry", "Export the registries as open data, or list what they do not know."),
    "statistics": ("_statistics", "Write the table of the figures in documents."),
    "view": ("_view", "Open a document as a page with every mention marked."),
}


class _Commands(click.Group):
    """A group that loads a command only when it is called, so that ``--help`` and ``--version`` are quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f".{_COMMANDS[name][0]}", __name__), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="vnmedia")
def main() -> None:
    """Read Vietnamese press and government text into typed data."""
