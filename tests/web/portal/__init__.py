"""My Porsche in a browser."""
