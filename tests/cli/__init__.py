"""Tests of the commands that put the faces together."""
