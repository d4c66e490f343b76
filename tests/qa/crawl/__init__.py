"""Tests of the crawler and its contact sheet."""
