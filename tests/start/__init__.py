"""Tests of run_pcm.py and of what it stands on."""
