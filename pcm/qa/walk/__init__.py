"""Walks at random through a head unit under the invariants of its requirements, and shrinking."""
