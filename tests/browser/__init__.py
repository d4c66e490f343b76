"""The whole in a real browser: the program as users start it, Debian's Chromium."""
