"""Tests of the papers: examples run, links lead somewhere, generated parts are fresh."""
