"""The head unit in the browser."""
