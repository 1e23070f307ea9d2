"""Grammar: how rules are written and tried, the same for every kind."""

from .kind import Kind, longest
from .openings import DIGIT
from .rules import Found, Grammar, Rule
from .scan import word_scanner

__all__ = ["DIGIT", "Found", "Grammar", "Kind", "Rule", "longest", "word_scanner"]
