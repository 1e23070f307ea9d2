"""How many examples are drawn by a test that needs more or fewer than most."""

from typing import Any

from hypothesis import settings

#: A test draws no fewer than that, where it would not draw fewer anyway.
LEAST = 8
_FULL = 100


def examples(count: int, **others: Any) -> settings:
    """*count* in the profile ``full``, in each other one the same share of it as everywhere.

    Hypothesis takes a number in ``settings`` as it stands, whatever the profile says.
    """
    share = count * settings().max_examples // _FULL
    return settings(max_examples=max(share, min(count, LEAST)), **others)
