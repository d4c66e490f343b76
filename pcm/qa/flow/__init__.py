"""Flows: running them with Robot Framework, and what their reports tell."""
