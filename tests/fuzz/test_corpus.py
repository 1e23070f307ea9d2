"""Every input that the fuzzer once broke something with is read by its target; so are some that never did."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from targets import TARGETS

KEPT = sorted(Path(__file__).parent.glob("corpus/*/*"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_kept_inputs(path: Path) -> None:
    """The target takes the input without an error of its own."""
    TARGETS[path.parent.name](path.read_bytes())
