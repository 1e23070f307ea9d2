"""Every benchmark that needs no other machine and no other tree runs on the library as it is."""

import importlib

import pytest
from benchmarks import common
from benchmarks.__main__ import NAMES

#: These start processes of their own, or need a checkout of an earlier commit.
_ALONE = {"before", "jobs", "sizing", "start", "workers"}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(NAMES) - _ALONE))
def test_a_benchmark_runs(name: str) -> None:
    """Peers that are not installed are left out; the rows of the library are there, and found something."""
    table = importlib.import_module(f"benchmarks.{name}").run(common.documents(None, 0.002))
    assert table.rows
    if isinstance(table, common.Table):
        assert all(row.found for row in table.rows)
    assert common.report(table, {})
