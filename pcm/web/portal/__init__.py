"""My Porsche in a browser: the same one that the head unit talks to."""
