"""Hypothesis profiles: few examples, the same each time; ``--hypothesis-profile=thorough``: many new ones."""

from hypothesis import HealthCheck, settings

collect_ignore = ["typing"]  # for mypy alone

settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "thorough", parent=settings.get_profile("default"), derandomize=False, max_examples=2000
)
settings.load_profile("default")
