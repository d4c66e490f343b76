"""The head unit in the browser: its picture, touches on it, who steers, and the same in words."""
