"""Tests of menus/: trees, overlays, labels, look-ups, proof, check."""
