"""The page on explanations: its examples and its command print what stands there."""

import doctest
import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from vnmedia.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "explain.md").read_text(encoding="utf-8")
_LINE = re.compile(r"\.py:[0-9]+")


def test_every_example_gives_what_stands_below_it() -> None:
    """At least five sentences, each with the rule, join, link or context that gave its values."""
    examples = "\n".join(re.findall(r"^```\{doctest\}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE))
    test = doctest.DocTestParser().get_doctest(examples, {}, "explain.md", None, None)
    assert sum("explain(" in example.source for example in test.examples) > 5
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_the_command_prints_what_stands_below_it() -> None:
    """But for the numbers of lines, which change with every file."""
    ((command, output),) = re.findall(r"^\$ vnmedia (.*)\n((?:.+\n)+?)```", PAGE, re.MULTILINE)
    done = CliRunner().invoke(main, shlex.split(command))
    assert done.exit_code == 0
    printed, _, _ = done.output.partition("\n\n")
    assert _LINE.sub("", printed).strip() == _LINE.sub("", output).strip()
