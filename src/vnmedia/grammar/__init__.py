"""Grammar: how rules are written and tried, the same for every kind."""

from .kind import Kind, longest
from .openings import DIGIT
from .rules import Found, Grammar, Rule
from .scan import word_scanner
from .trace import Attempt, attempts

__all__ = [
    "DIGIT",
    "Attempt",
    "Found",
    "Grammar",
    "Kind",
    "Rule",
    "attempts",
    "longest",
    "word_scanner",
]
