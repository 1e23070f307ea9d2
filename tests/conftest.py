"""Options, and Hypothesis profiles: few examples, the same each time.

``--hypothesis-profile=thorough`` draws many new ones.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SHARED = Path(__file__).parents[2] / "shared"

collect_ignore = ["typing"]  # for mypy alone

settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "thorough", parent=settings.get_profile("default"), derandomize=False, max_examples=2000
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
