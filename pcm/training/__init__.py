"""Lessons: what is taught on a car, the shortest way through it, how somebody fares. No Qt."""
