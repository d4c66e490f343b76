"""The start of the program and its gates; the program itself imports nothing from here."""
