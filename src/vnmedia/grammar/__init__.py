"""Grammar: how rules are written and tried, the same for every kind."""

from .kind import Kind, longest
from .openings import DIGIT
from .rules import Found, Grammar, Rule
from .scan import Scanner, any_of, any_word, scan_together, word_scanner
from .trace import Attempt, attempts

__all__ = [
    "DIGIT",
    "Attempt",
    "Found",
    "Grammar",
    "Kind",
    "Rule",
    "Scanner",
    "any_of",
    "any_word",
    "attempts",
    "longest",
    "scan_together",
    "word_scanner",
]
