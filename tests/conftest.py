"""Hypothesis profiles: few examples at home and in CI, many with ``--hypothesis-profile=thorough``."""

from hypothesis import HealthCheck, settings

collect_ignore = ["typing"]  # for mypy alone

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=2000)
settings.load_profile("default")
