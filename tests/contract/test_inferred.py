"""What mentions say of parts that were concluded."""

import re
from pathlib import Path

import pytest

import vnmedia
from vnmedia.mentions import KINDS, find
from vnmedia.model import Context, Mention

TOP = Path(__file__).parents[2]
RECORD = (TOP / "docs" / "reference" / "record.md").read_text(encoding="utf-8")
REASONS = set(
    re.findall(r"^\| `([a-z]+)` \|", RECORD.partition("| reason |")[2].partition("\n\n")[0], re.MULTILINE)
)
EXAMPLES = "\n\n".join(
    sorted({example for kind in KINDS.values() for rule in kind.RULES for example in rule.examples})
)


@pytest.fixture(scope="module")
def found() -> list[Mention]:
    """The mentions of all rules' examples, on a day and without one, and those of the seeds."""
    seeds = sorted((TOP / "seeds").glob("*.txt"))
    return [
        *find(EXAMPLES, Context()),
        *find(EXAMPLES, Context(published="2020-12-17")),
        *(mention for path in seeds for mention in vnmedia.parse_article(path).mentions),
    ]


def test_every_reason_is_documented(found: list[Mention]) -> None:
    """The reference has a line for each; several kinds conclude something."""
    assert {reason for mention in found for reason in mention.inferred.values()} <= REASONS
    assert len({mention.kind for mention in found if mention.inferred}) >= 4


def test_what_was_concluded_is_there(found: list[Mention]) -> None:
    """A field of the value that is said to be concluded is not empty; parts of a day belong to its bounds."""
    for mention in found:
        for field in mention.inferred:
            if hasattr(mention.value, field):
                bound = getattr(mention.value, field)
                assert bound not in (None, (), "") or mention.kind == "date", (mention, field)
            else:
                assert mention.kind == "date", (mention, field)


def test_without_a_day_nothing_comes_from_it() -> None:
    """No field is told by a day of publishing that nobody gave."""
    assert all("published" not in mention.inferred.values() for mention in find(EXAMPLES, Context()))
