"""Tests of the window and the display: Qt offscreen, real events, sample screens by name."""
