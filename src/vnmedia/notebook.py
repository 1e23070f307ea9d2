"""How a notebook shows an article: the package sets the function here, as the model knows no format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["draw"]

draw: Callable[[Any], str]
