"""``python -m vnmedia`` and the ``vnmedia`` command."""

from __future__ import annotations

import sys

__all__ = ["main"]


def _without_extra() -> None:
    sys.exit("vnmedia: the command line needs an extra: pip install 'vnmedia[cli]'")


try:
    from .cli import main
except ModuleNotFoundError as error:
    if error.name not in ("click", "rich"):
        raise
    main = _without_extra  # type: ignore[assignment]

if __name__ == "__main__":
    main()
