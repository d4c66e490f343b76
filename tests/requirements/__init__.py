"""Tests by requirement number, and the one that misses numbers without a test."""
