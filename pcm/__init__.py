"""The head unit and its faces."""
