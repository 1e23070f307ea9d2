"""Options, and Hypothesis profiles: few examples, the same each time.

``--hypothesis-profile=full`` draws more of the same, ``thorough`` many new ones, ``quick`` a few, which it
does not make smaller, ``drawn`` some from a seed (``--hypothesis-seed``).
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

SHARED = Path(__file__).parents[2] / "shared"

collect_ignore = ["typing"]  # for mypy alone

settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
# What CI runs.
settings.register_profile("full", parent=settings.get_profile("default"), max_examples=100)
settings.register_profile(
    "thorough", parent=settings.get_profile("default"), derandomize=False, max_examples=2000
)
settings.register_profile(
    "quick", parent=settings.get_profile("default"), max_examples=15, phases=[Phase.explicit, Phase.generate]
)
# What CI runs beside the fixed examples: drawn anew each time, from a seed that it prints.
settings.register_profile(
    "drawn", parent=settings.get_profile("default"), derandomize=False, max_examples=25, database=None
)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What a test needs that neither the project nor a package registry has."""
    parser.addoption(
        "--ninjs-schema",
        metavar="FILE",
        default=str(SHARED / "schemas" / "ninjs-schema_3.0.json"),
        help="IPTC's JSON Schema of ninjs 3.0 (http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json)",
    )
