"""Flows: run, crashed, interrupted, reported."""
