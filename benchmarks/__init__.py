"""Benchmarks of vnmedia and its peers, in one run."""
