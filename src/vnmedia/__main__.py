"""``python -m vnmedia`` and the ``vnmedia`` command."""

from __future__ import annotations

import sys
from importlib.util import find_spec

__all__ = ["main"]


def _without_extra() -> None:
    sys.exit("vnmedia: the command line needs an extra: pip install 'vnmedia[cli]'")


if find_spec("click") and find_spec("rich"):
    from .cli import main
else:
    main = _without_extra  # type: ignore[assignment]

if __name__ == "__main__":
    main()
