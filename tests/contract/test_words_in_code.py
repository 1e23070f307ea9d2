"""Lists of Vietnamese words are data: a long one in code stands only where the reason is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import vnmedia

ROOT = Path(vnmedia.__file__).parent
#: More alternatives of two letters or more than this are a list of words.
MOST = 14
#: More words than this are a list too where they stand in a tuple or set.
MOST_IN_COLLECTION = 8
_VIETNAMESE = re.compile("[à-ỹÀ-Ỹ]")
#: Where longer ones stand, and why they are no list that others could share.
REASONS = {
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


#: Where longer collections stand, and why no list in ``data`` is better.
COLLECTIONS = {
    "clauses/_patterns.py": "prepositions of one pattern",
    "dates/_lengths.py": "the numbers from one to ten, in their order",
    "documents/_divisions.py": "what goes on citing a unit, with the space that must follow all but one",
    "links/_subject.py": "what a change begins with, looked for as parts of words",
    "numbers/_render.py": "the digits in words, in their order",
}


def _makes_rule(call: ast.Call) -> bool:
    return ast.unparse(call.func).lower().endswith("rule")


def collections(source: str) -> Iterator[tuple[int, int]]:
    """Where a tuple, list or set of strings in *source* has Vietnamese words, and how many strings it has.

    Examples of rules are none: they are whole expressions.
    """
    tree = ast.parse(source)
    rules = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _makes_rule(node))
    examples = {
        id(given) for rule in rules for given in (*rule.args, *(word.value for word in rule.keywords))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set) and id(node) not in examples:
            words = [part.value for part in node.elts if isinstance(part, ast.Constant)]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("'.split"):
            words = ast.unparse(node.func).split()
        else:
            continue
        if sum(isinstance(word, str) and _VIETNAMESE.search(word) is not None for word in words) > 2:
            yield node.lineno, len(words)


def test_long_collections_stand_where_it_is_said_why() -> None:
    """A new list goes to ``data`` and is asked for by ``words("time_cues/clock-before")``."""
    long = {
        f"{path.relative_to(ROOT).as_posix()}:{line} ({count})"
        for path in sorted(ROOT.rglob("*.py"))
        for line, count in collections(path.read_text(encoding="utf-8"))
        if count > MOST_IN_COLLECTION
    }
    assert sorted(place for place in long if place.partition(":")[0] not in COLLECTIONS) == []
    assert sorted(COLLECTIONS.keys() - {place.partition(":")[0] for place in long}) == []
