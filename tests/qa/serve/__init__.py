"""Tests of the server that other programs drive the head unit through."""
