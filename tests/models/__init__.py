"""Tests of models/: catalogue, markets, sources, reading of content."""
