"""Lists of Vietnamese words are data: an alternation of many in code stands only where the reason is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import vnmedia

ROOT = Path(vnmedia.__file__).parent
#: More alternatives of two letters or more than this are a list of words.
MOST = 14
_VIETNAMESE = re.compile("[à-ỹđăâêôơư]", re.IGNORECASE)
#: Where longer ones stand, and why they are no list that others could share.
REASONS = {
    "articles/_tags.py": "names of HTML elements",
    "dates/_lengths.py": "what a length may turn on, one group for each meaning",
    "dates/_parse.py": "what may stand around an expression that is the whole text",
    "dates/_patterns.py": "the grammar of numerals",
    "dates/_periods.py": "before a number of a document, a part of that rule's pattern",
    "dates/_relative.py": "what may not follow these words, a part of each rule's pattern",
    "dates/_weekdays.py": "what may not follow these words, a part of the rule's pattern",
    "documents/_collapsed.py": "types in capitals as letterheads set them, among marks and spaces",
    "documents/_footnotes.py": "what a passage of a footnote begins with, told by its capital",
    "instruments/_credible.py": "what a number counts, each with what may follow it",
    "instruments/_relations.py": "what may stand between, each with its own repeats",
    "instruments/_subject.py": "what ends a subject, each with its own surroundings",
    "numbers/_fragments.py": "the grammar of numerals; what each word is worth stands beside it",
    "text.py": "below the registries: what keeps a line open, before any list can be read",
}


def alternations(source: str) -> Iterator[tuple[int, int]]:
    """Where a pattern in *source* has Vietnamese words, and the most alternatives of a group in it."""
    tree = ast.parse(source)
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else " " for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            text = node.value
        else:
            continue
        if _VIETNAMESE.search(text) and "|" in text:
            most = max(
                len([option for option in group.split("|") if re.search(r"\w\w", option)])
                for group in re.split(r"[()]", text)
            )
            yield node.lineno, most


def test_long_alternations_stand_where_it_is_said_why() -> None:
    """A new list goes to ``data`` and is named in the pattern: ``<time_words/unit>``."""
    long = {
        f"{path.relative_to(ROOT).as_posix()}:{line} ({most})"
        for path in sorted(ROOT.rglob("*.py"))
        for line, most in alternations(path.read_text(encoding="utf-8"))
        if most > MOST
    }
    assert sorted(place for place in long if place.partition(":")[0] not in REASONS) == []
    assert sorted(REASONS.keys() - {place.partition(":")[0] for place in long}) == []
