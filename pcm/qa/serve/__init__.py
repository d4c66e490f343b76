"""Lets another process drive a running head unit with the keywords: Robot's remote protocol."""
