"""The head unit in a terminal: one verb a line on standard input, answers on standard output."""
