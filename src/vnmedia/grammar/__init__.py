"""Grammar: how rules are written and tried, the same for every kind."""

from .kind import Kind, longest
from .openings import DIGIT
from .rules import Found, Grammar, Rule
from .scan import any_of, any_word, word_scanner
from .trace import Attempt, attempts

__all__ = [
    "DIGIT",
    "Attempt",
    "Found",
    "Grammar",
    "Kind",
    "Rule",
    "any_of",
    "any_word",
    "attempts",
    "longest",
    "word_scanner",
]
