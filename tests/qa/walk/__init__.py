"""Random walks: what they hold, what they find, what they write."""
