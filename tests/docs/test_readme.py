"""README's first block runs as it stands and prints what README says."""

import contextlib
import io
import re
from pathlib import Path

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_first_block_prints_what_stands_below_it() -> None:
    """Code and output stand one under the other."""
    blocks = re.search(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```", README, re.DOTALL)
    assert blocks is not None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(blocks["code"], "README.md", "exec"), {})
    assert printed.getvalue() == blocks["output"]


def test_every_file_that_it_links_is_there() -> None:
    """Links into the repository lead somewhere."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    for link in links:
        assert (Path(__file__).parents[2] / link).exists(), link
