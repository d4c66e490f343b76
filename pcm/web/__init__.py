"""What is served to a browser: the head unit, and My Porsche; loaded by the options for it."""
