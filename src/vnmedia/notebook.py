"""How a notebook shows an article. The model knows no format: the top of the package sets here what draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["draw"]

draw: Callable[[Any], str]
