"""The functions that ``vnmedia`` itself has for each kind: plain arguments in place of a ``Context``.

A module a kind, so that whoever uses one kind loads no other.
"""
