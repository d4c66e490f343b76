"""Tests of QA's part: keywords, flows, what they tell."""
