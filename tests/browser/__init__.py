"""The program as a user starts it, in the hands of a user with a browser: from start to end."""
