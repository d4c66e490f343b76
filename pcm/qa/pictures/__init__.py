"""Compares pictures of the head unit with stored ones; shows differences, accepts new ones."""
